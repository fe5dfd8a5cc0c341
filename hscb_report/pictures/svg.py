"""SVG files as drawings: plain filled shapes, and a refusal by name for everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hscb_report.pictures import style
from hscb_report.pictures.drawing import Drawing, Shape
from hscb_report.pictures.limits import STEPS
from hscb_report.pictures.markup import Element, Fault, Refused, below, root_of
from hscb_report.pictures.outline import (
    PLAIN,
    SHAPES,
    Box,
    Matrix,
    Unreadable,
    box_of,
    data_of,
    length,
    product,
    steps_of,
)
from hscb_report.pictures.transform import matrix_of

_SILENT = frozenset({"title", "desc", "metadata"})
"""Elements that draw nothing."""
_HOLDERS = frozenset({"svg", "g", "defs"})
_LONGEST_STYLE = 4_000

_CALLED = {
    "linearGradient": "a colour gradient (linearGradient)",
    "radialGradient": "a colour gradient (radialGradient)",
    "image": "a picture inside the drawing (image)",
    "text": "letters that need a font (text)",
    "filter": "an effect (filter)",
    "use": "a copy of another part (use)",
    "script": "a program (script)",
    "clipPath": "a part that is cut out (clipPath)",
    "mask": "a part that is masked (mask)",
    "pattern": "a pattern (pattern)",
    "line": "a line without an area (line)",
    "a": "a link (a)",
}
_STEPS = {
    "text": "convert text to outlines in the drawing program, and save it anew",
    "line": "convert lines to outlines in the drawing program, and save it anew",
    "use": "save it as plain SVG, with its parts expanded",
}
_EXPAND = "take a version of the logo in plain colours, with everything expanded to filled shapes"
_OUTLINE = "convert strokes to outlines in the drawing program, and save it anew"


def drawing_of(data: bytes) -> Drawing:
    """An SVG file as a drawing.

    Raises:
        Refused: it holds what is not drawn, or is no SVG.
    """
    return _Reading(root_of(data)).drawing()


class _Reading:
    """From elements to shapes; faults are collected, each kind once with how often it is there."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.shapes: list[Shape] = []
        self.faults: dict[str, tuple[Fault, int]] = {}
        self.rules: list[style.Rule] = []
        self.steps = 0

    def drawing(self) -> Drawing:
        """The drawing.

        Raises:
            Refused: something in it is not drawn.
        """
        for element in below(self.root):
            if element.name == "style":
                self._sheet(element)
        frame = self._frame()
        self._walk(self.root, PLAIN, {})
        if self.faults:
            raise Refused([_counted(fault, count) for fault, count in self.faults.values()])
        seen = [shape for shape in self.shapes if shape.area > 0]
        whole = _around([shape.box for shape in seen])
        if whole is None:
            raise Refused([Fault("nothing is drawn in it", "export the logo as filled shapes")])
        box = _common(whole, frame) if frame else whole
        if box[2] - box[0] <= 0 or box[3] - box[1] <= 0:
            raise Refused(
                [Fault("its shapes stand outside its viewBox", "export the logo with its page")]
            )
        return Drawing(tuple(seen), box, clipped=box != whole)

    def _note(self, element: Element, message: str, hint: str) -> None:
        first, count = self.faults.get(
            message, (Fault(message, hint, element.line, element.column), 0)
        )
        self.faults[message] = first, count + 1

    def _sheet(self, element: Element) -> None:
        try:
            self.rules += style.rules_of(element.text)
        except style.NotPlain as error:
            self._note(element, f"{error} is not read", "save it with styles as attributes")

    def _frame(self) -> Box | None:
        """What of the plane is seen, y upwards; None where the file does not say."""
        numbers = self.root.keys.get("viewBox", "").replace(",", " ").split()
        try:
            x, y, width, height = map(float, numbers)
        except ValueError:
            try:
                x, y = 0.0, 0.0
                width, height = (length(self.root.keys, key) for key in ("width", "height"))
            except Unreadable:
                return None
        return (x, -y - height, x + width, -y) if width > 0 and height > 0 else None

    def _walk(self, element: Element, matrix: Matrix, above: Mapping[str, str]) -> None:
        if element.name in _SILENT or element.name in ("", "style"):
            return
        if element.name not in _HOLDERS and element.name not in SHAPES:
            self._not_drawn(element)
            return
        if element.name == "svg" and element is not self.root:
            self._note(element, "a drawing inside the drawing (svg) is not drawn", _EXPAND)
            return
        for key in element.keys:
            if key.lower().startswith("on"):
                self._note(element, f"a program ({key}) is not run", "delete it, or save it anew")
        if len(element.keys.get("style", "")) > _LONGEST_STYLE:
            self._note(element, "a style is too long", "save it with styles as attributes")
            return
        own = style.own_style(element.name, element.keys, self.rules)
        if own.get("display", "").lower() == "none":
            return
        for named in style.not_plain(own):
            if element is not self.root or "in a style" not in named:
                self._note(element, f"{named} is not drawn", _EXPAND)
        said = {**above, **{key: own[key] for key in style.INHERITED if key in own}}
        try:
            inner = product(matrix, matrix_of(element.keys.get("transform", "")))
        except Unreadable as error:
            self._note(element, str(error), "save it with its transforms applied")
            return
        if element.name in SHAPES:
            self._shape(element, inner, said)
        elif element.name == "defs":
            self._defined(element)
        else:
            for child in element.children:
                self._walk(child, inner, said)

    def _not_drawn(self, element: Element) -> None:
        named = _CALLED.get(element.name, f"<{element.name[:30]}>")
        self._note(element, f"{named} is not drawn", _STEPS.get(element.name, _EXPAND))

    def _defined(self, element: Element) -> None:
        """Definitions draw nothing themselves; what they are for is named."""
        for child in element.children:
            if child.name not in ("", "style", "g", *_SILENT, *SHAPES):
                self._not_drawn(child)

    def _shape(self, element: Element, matrix: Matrix, said: Mapping[str, str]) -> None:
        if said.get("visibility", "visible").lower() != "visible":
            return
        if style.has_stroke(said):
            self._note(element, "an outline drawn as a line (stroke) is not drawn", _OUTLINE)
            return
        try:
            fill = style.fill_of(said)
            upwards: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, 0.0)
            steps = steps_of(data_of(element.name, element.keys), product(upwards, matrix))
        except style.NotPlain as error:
            self._note(element, f"{error} is no plain colour", _EXPAND)
            return
        except Unreadable as error:
            self._note(
                element, f"a {element.name} cannot be read: {error}", "save it as plain SVG anew"
            )
            return
        self.steps += len(steps)
        if self.steps > STEPS:
            hint = "take a simpler version of the logo"
            self._note(element, f"it has more than {STEPS:,} lines and curves", hint)
            return
        if fill and steps:
            even_odd = said.get("fill-rule", "nonzero") == "evenodd"
            self.shapes.append(Shape(steps, fill, even_odd, box_of(steps)))


def _counted(fault: Fault, count: int) -> Fault:
    """A fault that says how often it is there."""
    if count == 1:
        return fault
    return Fault(f"{fault.message} ({count} times)", fault.hint, fault.line, fault.column)


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _common(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )

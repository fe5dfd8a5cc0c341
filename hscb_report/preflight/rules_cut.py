"""What happens at the knife and at the fold: grounds reach into the bleed, and words keep clear of
both.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.preflight.content import Content, Shape, Text
from hscb_report.preflight.document import Opened
from hscb_report.preflight.limits import COMPARISONS
from hscb_report.preflight.pointing import at, what
from hscb_report.preflight.shapes import Box
from hscb_report.preflight.verdict import MM, Fault

QUIET = 5.0
"""Nothing but grounds stands nearer to a trim or a fold, mm."""
LONG = 10.0
"""What touches the trim for so long is a ground, mm."""
_SLACK = 0.15
"""Of a place on the page, mm: what rounding may do."""
SIDES = ("left", "lower", "right", "upper")


def bleed(doc: Opened) -> Iterator[Fault]:
    """What touches the trim runs on to the edge of the bleed."""
    for number, content in enumerate(doc.contents, 1):
        trim, outer = doc.box(number - 1, "/TrimBox"), doc.box(number - 1, "/BleedBox")
        if trim is None or outer is None:
            continue  # page-boxes says so
        grounds = _grounds(content)
        for shape in grounds:
            for side in range(4):
                if (
                    _touches(shape.box, trim, side)
                    and _short(shape.box, outer, side) > _SLACK
                    and not _covered(doc, shape, grounds, trim, outer, side)
                ):
                    gap = _short(shape.box, outer, side)
                    yield Fault(
                        f"{what(shape)} ends {gap:.1f} mm before the edge of the bleed on the "
                        f"{SIDES[side]} side",
                        number,
                        at(doc, number, shape),
                    )
        for item in content.items:
            if _is_blank(item) or not (isinstance(item, Text) or not item.filled):
                continue
            if _in_bleed(item.box, trim, outer):
                yield Fault(
                    f"{what(item)} stands in the bleed, where only grounds may",
                    number,
                    at(doc, number, item),
                )
            elif _touching(item.box, trim) and not (
                isinstance(item, Shape) and _on_ground(doc, item, grounds, trim, outer)
            ):
                yield Fault(f"{what(item)} lies across the trim", number, at(doc, number, item))


def quiet_zone(doc: Opened) -> Iterator[Fault]:
    """5 mm inside the trim and on each side of a fold, nothing but grounds: sheets are cut and
    folded a little out.
    """
    for number, content in enumerate(doc.contents, 1):
        trim, outer = doc.box(number - 1, "/TrimBox"), doc.box(number - 1, "/BleedBox")
        if trim is None or outer is None:
            continue
        folds = doc.folds(number - 1)
        for item in content.items:
            if not _inside(item.box, trim) or _is_blank(item):
                continue
            near = (
                min(
                    (item.box[0] - trim[0]),
                    (item.box[1] - trim[1]),
                    (trim[2] - item.box[2]),
                    (trim[3] - item.box[3]),
                )
                * MM
            )
            if near < QUIET - _SLACK and not (
                isinstance(item, Shape) and _touching(item.box, trim)
            ):
                yield Fault(
                    f"{what(item)} is {max(0.0, near):.1f} mm from the trim, and {QUIET:g} mm "
                    "must be clear",
                    number,
                    at(doc, number, item),
                )
            for fold in folds:
                if item.box[0] < fold < item.box[2]:
                    yield Fault(f"{what(item)} lies across a fold", number, at(doc, number, item))
                elif (
                    near := min(abs(item.box[0] - fold), abs(item.box[2] - fold)) * MM
                ) < QUIET - _SLACK:
                    yield Fault(
                        f"{what(item)} is {near:.1f} mm from a fold, and {QUIET:g} mm must be "
                        "clear",
                        number,
                        at(doc, number, item),
                    )


def _is_blank(item: Text | Shape) -> bool:
    """Whether it prints nothing."""
    return (item.paint is not None and item.paint.is_blank) or (
        isinstance(item, Text) and not item.visible
    )


def _on_ground(doc: Opened, item: Shape, grounds: list[Shape], trim: Box, outer: Box) -> bool:
    """Whether a stroke is an ornament: it crosses the trim where a ground below it bleeds."""
    return all(
        _covered(doc, item, grounds, trim, outer, side, anywhere=True)
        for side in range(4)
        if _touches(item.box, trim, side)
    )


def _grounds(content: Content) -> list[Shape]:
    """What is filled with ink."""
    return [
        shape
        for shape in content.shapes
        if shape.filled and not (shape.paint is not None and shape.paint.is_blank)
    ]


def _touches(box: Box, trim: Box, side: int) -> bool:
    """Whether a box reaches this edge of the trim and has some of itself inside."""
    inside = min(box[2], trim[2]) > max(box[0], trim[0]) and min(box[3], trim[3]) > max(
        box[1], trim[1]
    )
    past = (trim[side] - box[side]) if side < 2 else (box[side] - trim[side])
    return inside and past * MM > -_SLACK


def _short(box: Box, outer: Box, side: int) -> float:
    """How far a box stays short of the edge of the bleed, mm."""
    return ((box[side] - outer[side]) if side < 2 else (outer[side] - box[side])) * MM


def _covered(
    doc: Opened,
    shape: Shape,
    grounds: list[Shape],
    trim: Box,
    outer: Box,
    side: int,
    anywhere: bool = False,
) -> bool:
    """Whether a ground below it bleeds on this side, so that it is an ornament on that ground.

    A fill that runs along the trim for long is a ground itself, and must bleed itself.
    """
    along = (shape.box[3] - shape.box[1]) if side in (0, 2) else (shape.box[2] - shape.box[0])
    if along * MM >= LONG and not anywhere:
        return False

    def holds(other: Shape) -> bool:
        across = (1, 3) if side in (0, 2) else (0, 2)
        wide = all(
            other.box[i] <= shape.box[i] + 0.5 if i < 2 else other.box[i] >= shape.box[i] - 0.5
            for i in across
        )
        bleeds = _touches(other.box, trim, side) and _short(other.box, outer, side) <= _SLACK
        return other is not shape and other.order < shape.order and wide and bleeds

    doc.account.spend(COMPARISONS, len(grounds))
    return any(holds(other) for other in grounds)


def _in_bleed(box: Box, trim: Box, outer: Box) -> bool:
    """Whether something lies between trim and bleed without being a ground that crosses both."""
    touches = (
        min(box[2], outer[2]) - max(box[0], outer[0]) > _SLACK
        and min(box[3], outer[3]) - max(box[1], outer[1]) > _SLACK
    )
    return touches and not _inside(box, trim) and not _touching(box, trim)


def _inside(box: Box, trim: Box) -> bool:
    return (
        box[0] >= trim[0] - _SLACK
        and box[1] >= trim[1] - _SLACK
        and box[2] <= trim[2] + _SLACK
        and box[3] <= trim[3] + _SLACK
    )


def _touching(box: Box, trim: Box) -> bool:
    """Whether a box reaches an edge of the trim, or past it."""
    return any(_touches(box, trim, side) for side in range(4))

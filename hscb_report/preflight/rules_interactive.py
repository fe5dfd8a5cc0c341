"""Checks of what can be pressed, filled in or set off: actions, annotations, form fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight import interactive
from hscb_report.preflight.document import Opened, is_true
from hscb_report.preflight.interactive import annots
from hscb_report.preflight.state import as_flags, as_text
from hscb_report.preflight.verdict import Fault

_HIDDEN = 2
_TYPES = frozenset(
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut "
    "Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact".split()
)
"""ISO 19005-2 and -3, 6.3.1."""
_ACTIONS = frozenset("GoTo GoToR GoToE Thread URI Named SubmitForm".split())
_MOVES = frozenset("NextPage PrevPage FirstPage LastPage".split())


def actions(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.5: nothing runs, and nothing happens of itself: links and moves in the file
    alone.
    """
    for action, page in interactive.actions(doc.root, doc.pages):
        kind = as_text(action.get("/S")).removeprefix("/")
        if action.get("/Type") is not None and action.get("/Type") != "/Action" and not kind:
            continue  # a destination
        if kind == "JavaScript":
            yield Fault("a script is in the file (JavaScript)", page)
        elif kind == "Named" and as_text(action.get("/N"))[1:] not in _MOVES:
            yield Fault("an action of a name that viewers may not know is in the file", page)
        elif kind and kind not in _ACTIONS:
            yield Fault(f"an action of the kind {kind[:30]} is in the file", page)
    if "/AA" in doc.root:
        yield Fault("the file does something of itself when it is opened, saved or printed (AA)")
    for number, leaf in enumerate(doc.pages, 1):
        if "/AA" in leaf.obj:
            yield Fault("the page does something of itself when it is opened (AA)", number)


def no_actions(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7: no actions and no scripts in a file for a press."""
    kinds = {
        as_text(action.get("/S")).removeprefix("/")
        for action, _ in interactive.actions(doc.root, doc.pages)
    }
    for kind in sorted(kinds - {""}):
        yield Fault(f"an action is in the file ({kind[:30]})")


def kept_annotations(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.3: annotations are of known kinds, visible and printed, and look the same
    everywhere.
    """
    for number, page in enumerate(doc.pages, 1):
        for annotation in annots(page):
            kind = as_text(annotation.get("/Subtype")).removeprefix("/")
            at = _place(doc, number, annotation)
            if kind not in _TYPES:
                yield Fault(f"a {kind or 'nameless'} annotation is on the page", number, at)
                continue
            flags = as_flags(annotation.get("/F"))
            if flags is None and kind != "Popup":
                yield Fault(f"a {kind} annotation does not say that it is printed (F)", number, at)
            elif flags is not None and (flags & 0b100100011 or not flags & 4):
                yield Fault(f"a {kind} annotation is hidden, or is not printed (F)", number, at)
            yield from (Fault(text, number, at) for text in _look(annotation, kind))


def _look(annotation: Any, kind: str) -> Iterator[str]:
    """What is wrong with how an annotation is drawn."""
    looks = annotation.get("/AP")
    left, bottom, right, top = (float(value) for value in annotation.get("/Rect", [0, 0, 0, 0]))
    if looks is None:
        if kind not in ("Popup", "Link") and (left != right or bottom != top):
            yield f"a {kind} annotation does not say how it looks (AP)"
    elif set(looks.keys()) != {"/N"}:
        yield f"a {kind} annotation has looks for other than the normal state (AP)"
    else:
        several = kind == "Widget" and _inherited(annotation, "/FT") == "/Btn"
        if isinstance(looks.N, pikepdf.Stream) == several:
            yield f"the look of a {kind} annotation is not in form (AP, N)"


def kept_fields(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.4: fields do nothing of themselves and look as they are; no XFA."""
    form = interactive.form(doc.root)
    if is_true(form, "/NeedAppearances"):
        yield Fault("the looks of the form's fields are left to the viewer (NeedAppearances)")
    if "/XFA" in form:
        yield Fault("the form is one of XFA")
    if is_true(doc.root, "/NeedsRendering"):
        yield Fault("the pages are left to the viewer to make (NeedsRendering)")
    for number, page in enumerate(doc.pages, 1):
        for annotation in annots(page):
            if annotation.get("/Subtype") == "/Widget" and (
                "/A" in annotation or "/AA" in annotation
            ):
                yield Fault(
                    "a form field does something (A, AA)", number, _place(doc, number, annotation)
                )
    for field in interactive.fields(doc.root):
        if field.get("/Subtype") != "/Widget" and "/AA" in field:
            yield Fault("a form field does something of itself (AA)")


def tagged_annotations(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.18.1, 7.18.2 and 7.18.8: annotations stand in the tree as Annot, and say in
    words what they are; printer's marks stand outside it; none for trapping.
    """
    for number, annotation, kind, at in _seen(doc):
        owner = doc.owner(annotation)
        if kind == "TrapNet":
            yield Fault("an annotation for trapping is on the page", number, at)
        elif kind == "PrinterMark":
            if owner is not None:
                yield Fault("a printer's mark is tagged", number, at)
        elif kind not in ("Widget", "Link") and (owner is None or owner.role != "Annot"):
            yield Fault(f"a {kind} annotation is not tagged as an Annot", number, at)
        silent = not as_text(annotation.get("/Contents")) and not _described(owner)
        if silent and kind not in ("Widget", "Link"):  # a link's words are looked for by links
            yield Fault(
                f"a {kind} annotation does not say in words what it is (Contents)", number, at
            )


def links(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.18.5: every link is in the tree as a Link, and says where it leads."""
    held = {
        link.objgen
        for node in doc.elements
        if node.role == "Link"
        for link in node.links
        if isinstance(link, pikepdf.Dictionary)
    }
    for number, annotation, kind, at in _seen(doc):
        if kind != "Link":
            continue
        owner = doc.owner(annotation)
        if owner is None or owner.role != "Link" or annotation.objgen not in held:
            yield Fault("a link is not tagged as a Link", number, at)
        if not as_text(annotation.get("/Contents")):
            yield Fault("a link does not say in words where it leads (Contents)", number, at)


def form_fields(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.18.1, 7.18.4 and 7.15: every field is in the tree as a Form, and has a
    description; no form that makes its pages anew.
    """
    for number, annotation, kind, at in _seen(doc):
        if kind != "Widget":
            continue
        owner = doc.owner(annotation)
        if owner is None or owner.role != "Form":
            yield Fault("a form field is not tagged as a Form", number, at)
        if not as_text(_inherited(annotation, "/TU")) and not _described(owner):
            yield Fault("a form field does not say in words what to fill in (TU)", number, at)
    xfa = interactive.form(doc.root).get("/XFA")
    parts = list(xfa) if isinstance(xfa, pikepdf.Array) else [xfa]
    streams = [doc.streams.data(part) for part in parts if isinstance(part, pikepdf.Stream)]
    if any(re.search(rb"dynamicRender[^<]*>\s*required\b", data) for data in streams):
        yield Fault("the form makes its pages anew (XFA, dynamicRender)")


def tab_order(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.18.3: the tab key follows the structure on pages with annotations."""
    for number, page in enumerate(doc.pages, 1):
        if annots(page) and page.obj.get("/Tabs") != "/S":
            yield Fault("the tab key does not follow the reading order (Tabs)", number)


def _seen(doc: Opened) -> Iterator[tuple[int, Any, str, tuple[float, float] | None]]:
    """The annotations that a reader can meet: not hidden, and not outside what is shown."""
    for number, page in enumerate(doc.pages, 1):
        shown = [float(value) for value in page.cropbox]
        for annotation in annots(page):
            left, bottom, right, top = (float(v) for v in annotation.get("/Rect", [0, 0, 0, 0]))
            outside = right < shown[0] or left > shown[2] or top < shown[1] or bottom > shown[3]
            if not outside and not (as_flags(annotation.get("/F")) or 0) & _HIDDEN:
                kind = as_text(annotation.get("/Subtype")).removeprefix("/")
                yield number, annotation, kind, _place(doc, number, annotation)


def _described(owner: Any) -> bool:
    return owner is not None and bool(as_text(owner.data.get("/Alt")))


def _inherited(field: Any, key: str) -> Any:
    """An entry of a field, or of the one above it."""
    for _ in range(30):
        if key in field:
            return field.get(key)
        field = field.get("/Parent")
        if not isinstance(field, pikepdf.Dictionary):
            return None
    return None


def _place(doc: Opened, number: int, annotation: Any) -> tuple[float, float] | None:
    """Where its upper left corner is, mm."""
    box = annotation.get("/Rect")
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return None
    return doc.place(number - 1, float(box[0]), float(box[3]))

"""What a reader can press, fill in or set off: annotations, form fields and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

MOST = 100_000
"""Fields, bookmarks or actions that are followed; a file may loop."""


def annots(page: pikepdf.Page) -> list[Any]:
    """The annotations of a page."""
    found = page.obj.get("/Annots")
    return (
        [item for item in found if isinstance(item, pikepdf.Dictionary)]
        if isinstance(found, pikepdf.Array)
        else []
    )


def looks(annotation: Any) -> Iterator[Any]:
    """The streams that draw an annotation."""
    found = annotation.get("/AP")
    if not isinstance(found, pikepdf.Dictionary):
        return
    for look in found.values():
        if isinstance(look, pikepdf.Stream):
            yield look
        elif isinstance(look, pikepdf.Dictionary):
            yield from (one for one in look.values() if isinstance(one, pikepdf.Stream))


def form(root: Any) -> Any:
    """The interactive form; an empty dictionary where there is none."""
    found = root.get("/AcroForm")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def below(top: Any, first: str, next_: str = "") -> Iterator[Any]:
    """The dictionaries of a tree, its top left out: by an array of kids, or by the first of them
    and the one after each.
    """
    seen: set[Any] = set()
    stack = _kids(top, first)
    while stack and len(seen) < MOST:
        item = stack.pop()
        if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
            continue
        if item.is_indirect:
            seen.add(item.objgen)
        yield item
        stack += _kids(item, first) + ([item.get(next_)] if next_ else [])


def fields(root: Any) -> Iterator[Any]:
    """The fields of the form, and the widgets that are their kids."""
    for field in form(root).get("/Fields", []):
        if isinstance(field, pikepdf.Dictionary):
            yield field
            yield from below(field, "/Kids")


def bookmarks(root: Any) -> Iterator[Any]:
    """The bookmarks."""
    outlines = root.get("/Outlines")
    if isinstance(outlines, pikepdf.Dictionary):
        yield from below(outlines, "/First", "/Next")


def actions(root: Any, pages: list[pikepdf.Page]) -> Iterator[tuple[Any, int | None]]:
    """Every action, with the page it is on, from 1; what follows an action is one too."""
    for data in _starting(root):
        yield from _chain(data, None)
    for number, page in enumerate(pages, 1):
        for data in (page.obj, *annots(page)):
            for action in _of(data):
                yield from _chain(action, number)


def _starting(root: Any) -> Iterator[Any]:
    yield from _of(root, "/OpenAction")
    names = root.get("/Names")
    scripts = names.get("/JavaScript") if isinstance(names, pikepdf.Dictionary) else None
    if isinstance(scripts, pikepdf.Dictionary):
        for node in (scripts, *below(scripts, "/Kids")):
            yield from node.get("/Names", [])
    for bookmark in bookmarks(root):
        yield from _of(bookmark)
    for field in fields(root):
        yield from _of(field)


def _of(data: Any, own: str = "/A") -> Iterator[Any]:
    """The actions of one thing: its own, and those that an event sets off."""
    yield data.get(own)
    events = data.get("/AA")
    if isinstance(events, pikepdf.Dictionary):
        yield from events.values()


def _chain(action: Any, page: int | None) -> Iterator[tuple[Any, int | None]]:
    if isinstance(action, pikepdf.Dictionary):
        yield action, page
        for after in below(action, "/Next"):
            yield after, page


def _kids(data: Any, name: str) -> list[Any]:
    found = data.get(name)
    return list(found) if isinstance(found, pikepdf.Array) else [found]

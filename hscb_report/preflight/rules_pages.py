"""Checks of the sizes of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hscb_report.preflight.document import Opened
from hscb_report.preflight.verdict import Fault

BOXES = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
LEAST, MOST = 3, 14_400
"""pt: 1 mm and 5 m."""


def page_size(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.13: no box of a page is narrower than 1 mm, or wider than 5 m."""
    for number, page in enumerate(doc.pages, 1):
        for name in ("/MediaBox", *BOXES):
            box = _box(page.obj.get(name) or (page.mediabox if name == "/MediaBox" else None))
            if (box or name == "/MediaBox") and not _sensible(box):
                yield Fault(f"the page has no sensible size ({name[1:]})", number)


def boxes(doc: Opened) -> Iterator[Fault]:
    """ISO 32000-1, 14.11.2: page boxes have a size and lie inside the sheet."""
    for number, page in enumerate(doc.pages, 1):
        media = _box(page.obj.get("/MediaBox") or page.mediabox)
        if media is None or not _sensible(media):
            yield Fault("the page has no sensible size (MediaBox)", number)
            continue
        for name in BOXES:
            box = _box(page.obj.get(name))
            if box and not _within(box, media):
                yield Fault(f"{name[1:]} reaches beyond the sheet", number)


def _sensible(box: list[float] | None) -> bool:
    return box is not None and all(
        LEAST <= side <= MOST for side in (box[2] - box[0], box[3] - box[1])
    )


def _box(data: Any) -> list[float] | None:
    """Left, bottom, right, top."""
    try:
        numbers = [float(value) for value in data] if data is not None else []
    except (TypeError, ValueError):
        return None
    if len(numbers) != 4:
        return None
    return [*map(min, numbers[:2], numbers[2:]), *map(max, numbers[:2], numbers[2:])]


def _within(box: list[float], media: list[float]) -> bool:
    return (
        box[0] >= media[0] - 0.01
        and box[1] >= media[1] - 0.01
        and box[2] <= media[2] + 0.01
        and box[3] <= media[3] + 0.01
    )

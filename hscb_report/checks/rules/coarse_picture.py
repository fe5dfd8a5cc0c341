"""A photograph with too few pixels for its place.

Finds:
    a photograph that has not the pixels for its place on A4
Why:
    Print shops ask for 300 pixels to the inch, and a page on a screen needs 150; with fewer a
    photograph looks like a mosaic. It is set narrower where it has two thirds of them, and is
    refused with less.
Fails:
    pictures:
      hall: {file: pictures/small.png, alt: The hall., credit: Our board, licence: our own}
    sections:
      - {heading: Our hall, blocks: [{kind: picture, picture: hall}]}
Passes:
    pictures:
      hall: {file: pictures/large.png, alt: The hall., credit: Our board, licence: our own}
    sections:
      - {heading: Our hall, blocks: [{kind: picture, picture: hall}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.pictures.gather import sizes_of
from hscb_report.pictures.limits import PAGE_DPI, PRESS_DPI
from hscb_report.story.tell import COLUMNS
from hscb_report.summary.blocks import Picture

WIDTH, HEIGHT, MEASURE, GUTTER = 210.0, 297.0, 180.0, 5.0
"""Of A4 as the board edition sets it, mm."""
HIGHEST = 0.45
"""Of its height that a photograph takes at the most."""
BLEED = 3.0
"""What a press needs beyond each edge, mm."""
_INCH = 25.4


def find(subject: Subject) -> Iterator[Finding]:
    """Photographs whose widest place asks for more pixels than they have."""
    sizes = sizes_of(subject.loaded)
    places: dict[str, float] = {}
    for section in subject.summary.sections:
        for block in section.blocks:
            if isinstance(block, Picture) and block.picture in sizes:
                width, height = sizes[block.picture]
                place = min(
                    _span(COLUMNS[block.width or "full"]), HIGHEST * HEIGHT * width / height
                )
                places[block.picture] = max(place, places.get(block.picture, 0.0))
    cover = subject.summary.cover
    if cover and cover.picture in sizes:
        places[cover.picture] = WIDTH + 2 * BLEED
    for name, place in places.items():
        width, height = sizes[name]
        needed = place / _INCH * PRESS_DPI
        if width < int(needed):
            press, page = (width / dpi * _INCH for dpi in (PRESS_DPI, PAGE_DPI))
            yield Finding(
                ("pictures", name, "file"),
                f"the picture has {width:,} x {height:,} pixels: on a press it may be "
                f"{press:.0f} mm wide at the most, on a page for the screen {page:.0f} mm, and its "
                f"place is {place:.0f} mm wide",
                f"take it in a larger size, at least {needed:,.0f} pixels wide, or give its block "
                "a smaller width",
            )


def _span(columns: int) -> float:
    """So many of twelve columns with what is between them, mm."""
    column = (MEASURE - 11 * GUTTER) / 12
    return columns * column + (columns - 1) * GUTTER


RULE = Rule("coarse-picture", find)

"""Random valid content: whatever a board writes, no text leaves its box or covers other text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from hscb_report.brand.palette import palette
from hscb_report.page.look import A4
from hscb_report.pdf.boxes import MM
from hscb_report.summary.board import Board
from make import products, written
from pdf import Box, covering, objects, opened
from strategies import ART, PARTNERSHIP, earlier, summaries

BOARD = Board(name="Hampshire Safeguarding Children Board")
DEFAULT = palette({})
SLANTED = {DEFAULT["tint"].srgb}
"""Fills that are no boxes: the strips of a funnel, the ground under a line."""
ROUND = {DEFAULT["card"].srgb}
"""Fills with round corners that are boxes; others are circles."""


SPACE = 0.12
"""The width of a space, as a share of the height of the box of its words, at the least."""


def faults(data: bytes) -> list[str]:
    """Texts that cover one another, leave the page's margins, or stick out of the box they stand
    in.
    """
    texts, shapes = objects(data)
    boxes = [
        s
        for s in shapes
        if s.colour
        and s.colour not in SLANTED
        and s.right - s.left > 60
        and s.top - s.bottom > 25
        and (s.corners <= 5 or s.colour in ROUND)
    ]
    margins = [_margins(number, page) for number, page in enumerate(opened(data).pages)]
    found = []
    for text in texts:
        seen = text  # a space behind words is not
        if text.words.endswith(" "):
            seen = replace(text, right=text.right - SPACE * (text.top - text.bottom))
        if not margins[text.page].holds(seen):
            found.append(f"page {text.page + 1}: {text.words!r} leaves the margins: {text}")
        found += [
            f"page {text.page + 1}: {text.words!r} sticks out of its box {box}"
            for box in boxes
            if box.has_middle_of(text) and not box.holds(text)
        ]
    found += [
        f"page {one.page + 1}: {one.words!r} covers {other.words!r}"
        for one, other in covering(texts)
    ]
    return found


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(summaries())
def test_no_text_leaves_its_box_or_covers_other_text(summary):
    board = PARTNERSHIP if len(summary.sections) % 2 else BOARD
    for edition, purpose, fold in products("screen"):
        publication, data = written(
            edition, summary, board, purpose, fold, earlier=earlier(summary), art=ART
        )
        for misfit in publication.misfits:
            assert misfit.excess > 0 or misfit.said or misfit.dimension == "blank"
            assert misfit.name
        assert data or publication.misfits
        if data:
            assert faults(data) == [], (edition, fold)


def _margins(number: int, page) -> Box:
    """Where text may stand: A4 has 15 mm at its sides, leaflets 9 mm, booklets 13 mm."""
    width, height = (float(value) for value in page.mediabox[2:])
    side = A4.side if height > 800 else 13 * MM if 148 * MM - 1 < width < 148.4 * MM else 9 * MM
    return Box(number, side, 20, width - side, height - 3)

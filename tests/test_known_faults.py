"""Faults that are known and not mended yet: each test says what ought to be.

A test that begins to pass fails the suite (``strict``): then its mark is taken off, and it goes to
the tests of its subject.
"""

from __future__ import annotations

import numpy
import pytest

import seen
from hscb_report import build
from test_mistakes_relations import added

CALLS = (
    "  calls: {label: Calls, source: summary, points: {2019: 8500, 2020: 8500, 2021: 12500, "
    "2022: 24000, 2023: 3100, 2024: 9900}}\n"
)


def fault(reason: str) -> pytest.MarkDecorator:
    """Not mended yet."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


@fault("a line that goes down steeply runs through the number beside its point")
def test_no_line_of_a_trend_runs_through_a_number(sample):
    assert not added(sample, series=CALLS, block="{kind: trend, series: calls, width: half}")
    made = build("2024-25", content=sample, output=sample.parent / "out")[0].path.read_bytes()
    pages = seen.lines(made)
    page = next(n for n, lines in enumerate(pages) if any(_is(line, "Calls") for line in lines))
    scale = 3
    picture = seen.pictures(seen.without_text(made), dpi=72 * scale, only=page)[0]
    for line in pages[page]:
        if any(_is(line, number) for number in ("8,500", "12,500", "3,100", "9,900")):
            right = line.left + 0.5 * line.size * len(line.words)
            rows = [len(picture) - round(y * scale) for y in (line.baseline + 6, line.baseline)]
            columns = [round(x * scale) for x in (line.left, right)]
            behind = picture[rows[0] : rows[1], columns[0] : columns[1]]
            dark = numpy.asarray(behind).sum(axis=2) < 380
            assert not dark.any(), line


@fault("the peak of a series has no number where both its neighbours have one")
def test_the_highest_and_the_lowest_point_of_a_trend_bear_their_numbers(sample):
    assert not added(sample, series=CALLS, block="{kind: trend, series: calls, width: half}")
    made = build("2024-25", content=sample, output=sample.parent / "out")[0].path.read_bytes()
    page = next(p for p in seen.lines(made) if any(_is(line, "Calls") for line in p))
    assert any(_is(line, "24,000") for line in page)


def _is(line: seen.Line, words: str) -> bool:
    return line.words == words and line.weight == "Bold"

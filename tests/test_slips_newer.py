"""Slips with the newer keys: one line, typed as the message shows it, puts each right."""

from __future__ import annotations

from pathlib import Path

import pytest

from framed import framed
from hscb_report.brand import icons
from hscb_report.errors import ContentError, Problem
from hscb_report.summary.load import Loaded, load
from hscb_report.summary.review import seal_of_list

CONTENT = """\
sources:
  s: {title: Yearly return, publisher: Our board}
figures:
  rate:
    value: 49
    unit: per-10000
    beside: [england, near]
    label: children
    as_at: 2018-03-31
    source: s
  england:
    value: 64
    unit: per-10000
    place: England
    label: children
    as_at: 2018-03-31
    source: s
  near:
    value: 52
    unit: per-10000
    place: neighbours
    label: children
    as_at: 2018-03-31
    source: s
  heard:
    value: 81
    unit: percent
    previous: 85
    label: of young people felt heard
    period: 2017-18
    source: s
series:
  calls:
    label: Calls by quarter
    source: s
    points: {Q4 2016-17: 2410, Q1 2017-18: 2388}
  visits:
    label: Visits
    source: s
    points:
      2016-17: 812
      2017-18: 840
sections:
  - heading: Heading
    blocks:
      - {kind: statistics, items: [rate, heard]}
      - {kind: bars, by: place, figures: [rate, england, near]}
      - {kind: bars, series: calls}
      - kind: text
        text: Words.
      - kind: grid
        columns: [Here, England]
        rows:
          - Rate: [rate, england]
"""


def content_with(folder: Path, old: str, new: str) -> Path:
    """A content folder with one slip."""
    assert CONTENT.count(old) == 1, old
    (folder / "boards").mkdir(parents=True)
    name = "name: Our Safeguarding Children Board\n"
    (folder / "boards/ours.yaml").write_text(name, encoding="utf-8")
    text = f"{framed(CONTENT).replace(old, new)}listed: {seal_of_list('2017-18')}\n"
    (folder / "2017-18.yaml").write_text(text, encoding="utf-8")
    return folder


def read(content: Path) -> Loaded | list[Problem]:
    """The content, or what is wrong with it."""
    try:
        return load("2017-18", content, icons.names())
    except ContentError as error:
        return error.problems


POINTS = "points: {Q4 2016-17: 2410, Q1 2017-18: 2388}"
REVISED = "points: {Q4 2016-17: {value: 2410, symbol: r}, Q1 2017-18: 2388}"


@pytest.mark.parametrize(
    ("meant", "typed", "right"),
    [
        (POINTS, "points: {Q4 2016-17: 2,410, Q1 2017-18: 2,388}", POINTS),
        (POINTS, "points: {Q4 2016-17: 1,012,410, Q1 2017-18: 88}", "Q4 2016-17: 1012410, Q1"),
        (POINTS, "points: {Q4 2016-17 2410, Q1 2017-18: 2388}", POINTS),
        (POINTS, "points: {Q4 2016-17: 2410 [r], Q1 2017-18: 2388}", REVISED),
        (POINTS, "points: {Q4 2016-17: {2410, r}, Q1 2017-18: 2388}", REVISED),
        ("      2017-18: 840\n", "      2017-18:840\n", "      2017-18: 840"),
        ("previous: 85", "previous: {85, r}", "previous: {value: 85, symbol: r}"),
        ("previous: 85", "previous: {value: 85, r}", "previous: {value: 85, symbol: r}"),
        ("previous: 85", "previous: {value: 85 symbol: r}", "previous: {value: 85, symbol: r}"),
        ("    place: neighbours", "    place: [neighbours]", "    place: neighbours"),
        ("    place: neighbours", "    place: {neighbours}", "    place: neighbours"),
        ("series: calls}", "series: [calls]}", "series: calls}"),
        ("by: place,", "by place,", "{kind: bars, by: place, figures"),
        ("columns: [Here, England]", "columns: Here, England", "columns: [Here, England]"),
        ("columns: [Here, England]", "columns: {Here, England}", "columns: [Here, England]"),
        ("beside: [england, near]", "beside: {england, near}", "beside: [england, near]"),
        ("beside: [england, near]", "beside: [england near]", "beside: [england, near]"),
        ("items: [rate, heard]", "items: [rate heard]", "items: [rate, heard]"),
    ],
)
def test_the_line_that_is_shown_is_right(meant, typed, right, tmp_path):
    told = read(content_with(tmp_path / "content", meant, typed))
    lines = {(one.place.line, one.typed) for one in told}
    assert len(lines) == 1, [one.as_text() for one in told]
    number, line = lines.pop()
    assert right in line
    file = tmp_path / "content/2017-18.yaml"
    kept = file.read_text(encoding="utf-8").split("\n")
    kept[number - 1] = line
    file.write_text("\n".join(kept), encoding="utf-8")
    again = read(tmp_path / "content")
    assert isinstance(again, Loaded), [one.as_text() for one in again]


WORDS = "text: Words."
GAP = "write Q4 2016-17: {value: null"
LINES = "points:\n      2016-17: 812\n      2017-18: 840"
DASHES = "points:\n      - 2016-17: 812\n      - 2017-18: 840"
BESIDE = "beside: [england, near]"
PERIOD = "felt heard\n    period: 2017-18"
IN = "two spaces further in"


@pytest.mark.parametrize(
    ("meant", "typed", "says", "next_step"),
    [
        (POINTS, "points: {Q5 2016-17: 2410, Q1 2017-18: 2388}", "is no quarter", "one of these"),
        (POINTS, "points: {Q4 2016-17: null, Q1 2017-18: 1}", "missing", GAP),
        (POINTS, "points: {Q4 2016-17: x, Q1 2017-18: 1}", '"x" is not', GAP),
        (POINTS, "points: [2410, 2388]", "behind its year", "such as 2018: 1594"),
        (LINES, DASHES, "behind its year", 'take the "- " away'),
        (PERIOD, "felt heard\n    period: 2018-03", "is a month", "write March 2018; or"),
        (PERIOD, "felt heard\n    period: 2018-03-31", "is a day", "write as_at: 2018-03-31"),
        (BESIDE, "beside: [England]", "no name of a figure", "there is england"),
        (BESIDE, "beside: Wales", "no name of a figure", "place: Wales"),
        (WORDS, "text: Words.\n        tilte: More", '"tilte" is not a key', '"title"'),
        (WORDS, "text: |\n        Words: so", "not indented", IN),
        (WORDS, "text: |\n        Words.", "not indented", IN),
        (WORDS, "text: |\n        To do.\n        To be.", "not indented", IN),
        (WORDS, "text: |\n          To:\n          -do\n          -be", "begin with", '"- "'),
    ],
)
def test_what_no_line_explains_is_said(meant, typed, says, next_step, tmp_path):
    told = read(content_with(tmp_path / "content", meant, typed))
    assert any(says in one.message and next_step in one.hint for one in told), [
        one.as_text() for one in told
    ]

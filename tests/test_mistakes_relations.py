"""Mistakes in what belongs together: units on one scale, parts and wholes, and numbers wider than
their place.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hscb_report import build, check
from hscb_report.cli import app
from hscb_report.errors import ContentError, Problem, ReportError
from hscb_report.summary import scalars
from pdf import text_of
from test_layout_property import faults

FIGURES = """
  rate: {value: 45.7, unit: per-10000, label: children on a plan, period: 2024-25, source: summary}
  money: {value: 125000, unit: pounds, label: spent, period: 2024-25, source: summary}
  spent:
    {value: 25000, unit: pounds, part_of: money, label: of it, period: 2024-25, source: summary}
  workshops: {value: 12, label: workshops, period: 2024-25, source: summary}
"""

SERIES = """
  costs:
    label: Costs
    unit: pounds
    source: summary
    points: {2024: 1000, 2025: 1100}
"""


def added(sample: Path, figures: str = "", series: str = "", block: str = "") -> list[Problem]:
    """Put figures, series and a block into the content, and return the errors that gives."""
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("figures:\n", f"figures:{FIGURES}{figures}\n", 1)
    text = text.replace("series:\n", f"series:{SERIES}{series}\n", 1)
    if block:
        text += f"\n  - heading: Added\n    blocks:\n      - {block}\n"
    path.write_text(text, encoding="utf-8")
    try:
        told = check("2024-25", content=sample)
    except ReportError as error:
        told = error.problems
    return [problem for problem in told if problem.severity == "error"]


def test_what_is_added_is_sound(sample):
    assert added(sample) == []


@pytest.mark.parametrize(
    ("kind", "block"),
    [
        ("funnel", "{kind: funnel, figures: [contacts, money]}"),
        ("funnel", "{kind: funnel, figures: [contacts, referrals, english]}"),
        ("bars", "{kind: bars, figures: [workshops, rate]}"),
        ("bars", "{kind: bars, figures: [money, spent, english]}"),
        ("compare", "{kind: compare, items: [workshops, money]}"),
        ("compare", "{kind: compare, items: [{figure: english}, {figure: uasc, icon: child}]}"),
    ],
)
def test_figures_of_mixed_units_on_one_scale(kind, block, sample):
    found = [p for p in added(sample, block=block) if p.code == "units-differ"]
    assert len(found) == 1
    assert f"the figures of a {kind} share one scale" in found[0].message
    assert "separate blocks" in found[0].hint
    assert f"kind: {kind}" in found[0].place.source


def test_series_of_mixed_units_on_one_scale(sample):
    found = added(sample, block="{kind: trend, series: [looked-after, costs]}")
    assert [p.code for p in found] == ["units-differ"]
    assert "the series of a trend share one scale" in found[0].message
    assert "kind: trend" in found[0].place.source


@pytest.mark.parametrize(
    "block",
    [
        "{kind: bars, figures: [money, spent]}",
        "{kind: compare, items: [money, spent]}",
        "{kind: funnel, figures: [money, spent]}",
        "{kind: trend, series: costs}",
        "{kind: statistics, items: [money, rate, workshops, english]}",
        "{kind: table, figures: [money, rate, workshops]}",
    ],
)
def test_one_unit_on_one_scale_or_no_scale_at_all_is_no_mistake(block, sample):
    assert added(sample, block=block) == []


@pytest.mark.parametrize(
    ("unit", "of", "code", "message", "hint"),
    [
        (
            "percent",
            "{part: plans-neglekt, whole: plans}",
            "unknown-figure",
            'no figure named "plans-neglekt"',
            'did you mean "plans-neglect"',
        ),
        (
            "percent",
            "{part: plans-neglect, whole: plan}",
            "unknown-figure",
            'no figure named "plan"',
            'did you mean "plans"',
        ),
        (
            "count",
            "{part: plans-neglect, whole: plans}",
            "not-a-percentage",
            "only a percentage or another rate follows from two counts",
            "unit: percent",
        ),
        (
            "percent",
            "{part: spent, whole: plans}",
            "units-differ",
            "the part and the whole have different units",
            "one unit",
        ),
        ("percent", "{part: plans-neglect}", "missing-key", '"whole" is missing', "add whole"),
        ("percent", "plans", "shape", "", ""),
    ],
)
def test_a_wrong_of(unit, of, code, message, hint, sample):
    figure = f"of-plans: {{value: 48, unit: {unit}, label: of plans, of: {of}, period: 2024-25, "
    found = added(sample, figures=f"  {figure}source: summary}}")
    assert [p.code for p in found] == [code]
    assert message in found[0].message
    assert hint in found[0].hint
    assert "of-plans:" in found[0].place.source


def test_a_part_in_another_unit_than_its_whole(sample):
    part = "  part: {value: 3, part_of: money, label: of it, period: 2024-25, source: summary}"
    found = added(sample, figures=part)
    assert [p.code for p in found] == ["units-differ"]
    assert "cannot be a part of one in pounds" in found[0].message


@pytest.mark.parametrize(
    ("value", "written"), [("18,240", "18240"), ("1,234", "1234"), ("104,000", "104000")]
)
def test_a_comma_in_a_number_in_braces(value, written, sample):
    """In braces a comma ends the value, and what follows becomes a key."""
    figure = f"  seen: {{value: {value}, label: seen, period: 2024-25, source: summary}}"
    found = added(sample, figures=figure)
    assert [p.code for p in found] == ["comma"]
    assert f"the number {value} has a comma" in found[0].message
    assert f"write {written}," in found[0].hint
    place = found[0].place
    assert "seen:" in place.source
    done = CliRunner().invoke(app, ["build", "2024-25"])
    assert done.exit_code == 1
    assert not Path("output").exists()


WIDE = """
  wide:
    value: 123456789012345678901234567890
    label: too wide
    period: 2024-25
    source: summary
"""


@pytest.fixture
def longer(monkeypatch):
    """Numbers may be longer than a content file may hold: laying out relies on no limit."""
    monkeypatch.setattr(scalars, "MOST_DIGITS", 39)


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize(
    ("edition", "block"),
    [
        ("board", "{kind: statistics, width: third, items: [wide]}"),
        ("board", "{kind: statistics, width: half, items: [wide]}"),
        ("large-print", "{kind: statistics, items: [wide]}"),
        ("large-print", "{kind: events, items: [wide]}"),
        ("large-print", "{kind: compare, items: [wide, uasc]}"),
        ("leaflet", "{kind: statistics, items: [wide, uasc, english]}"),
        ("leaflet", "{kind: events, items: [wide, uasc, plans, english]}"),
        ("leaflet", "{kind: compare, items: [wide, uasc]}"),
        ("booklet", "{kind: statistics, width: half, items: [wide, uasc, english]}"),
        ("booklet", "{kind: compare, width: half, items: [wide, uasc]}"),
    ],
)
def test_a_number_wider_than_any_card(edition, block, sample):
    assert added(sample, figures=WIDE, block=block) == []
    done = CliRunner().invoke(app, ["build", "2024-25", "--edition", edition])
    assert done.exit_code == 1
    assert "mm too wide" in done.output
    assert '"Added", block 1' in done.output
    assert "next: " in done.output
    assert not Path("output").exists()


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize(("edition", "width"), [("board", "third"), ("booklet", "half")])
def test_the_number_of_a_bar_stays_on_its_page(edition, width, sample):
    block = f"{{kind: bars, width: {width}, figures: [wide, uasc]}}"
    assert not added(sample, figures=WIDE, block=block)
    out = sample.parent / "out"
    try:
        made = build("2024-25", content=sample, output=out, editions=[edition])
    except ContentError as error:
        assert "too wide" in error.problems[0].message
        return
    data = made[0].path.read_bytes()
    assert any("123,456,789" in page for page in text_of(data))
    assert faults(data) == []


def test_a_number_with_two_commas_in_braces_is_put_together(sample):
    figure = "  seen: {value: 1,018,240, label: seen, period: 2024-25, source: summary}"
    found = added(sample, figures=figure)
    assert ["1018240" in problem.hint for problem in found] == [True]


def test_a_number_that_is_too_long_is_not_said_to_stand_in_quotes(sample):
    found = added(sample, figures=re.sub(r"(\d{30})", r"\g<1>1234567890", WIDE))
    assert "quotes" not in " ".join(problem.message for problem in found)


def test_a_file_is_named_by_every_letter_of_the_title(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    title = "title: Adroddiad Blynyddol i’r Tŷ"
    path.write_text(text.replace("title: Annual Report Summary", title), encoding="utf-8")
    made = build("2024-25", content=sample, output=sample.parent / "out")
    assert "-ty-" in made[0].path.name

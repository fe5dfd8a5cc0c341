"""Next year's content file: which dates move on, and which only a person can judge."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.summary.days import moved_day
from hscb_report.summary.load import load
from hscb_report.summary.periods import latest_ended, moved
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new


def test_dates_move_on_where_there_is_no_doubt(year):
    data = read_yaml(year / "2018-19.yaml").data
    assert data["period"] == "2018-19"
    assert (
        data["figures"]["plans"]["label"]
        == "Children on Child Protection Plan at the end of March 2019."
    )
    assert data["figures"]["plans"]["as_at"] == dt.date(2019, 3, 31)
    assert data["sources"]["summary"]["title"] == "HSCB Annual Report Summary 2018-19"
    assert data["sources"]["dfe-cla"]["note"].startswith(
        "From the 2018 and 2019 releases"
    )  # not the board's own
    assert (
        data["sections"][3]["subtitle"]
        == "Hampshire, end of June 2019, and looked-after children since 2014"
    )
    assert data["sections"][-1]["heading"] == "2019-20 Priorities"
    assert data["sections"][-1]["blocks"][0]["items"][0] == "Adopting a Family Approach"
    assert "  # These priorities are from the summary of 2017-18" in (
        year / "2018-19.yaml"
    ).read_text(encoding="utf-8")


MOVES = [
    ("since 2016-17, and in 2017-18", "since 2016-17, and in 2018-19"),
    ("2017/18 and 2018/19", "2018/19 and 2019/20"),
    ("2017 to 2018", "2018 to 2019"),
    ("2017-2018", "2018-2019"),
    ("31st March 2018", "31st March 2019"),
    ("30 March 2018", "30 March 2018"),
    ("March 2017", "March 2017"),
    ("in 2018", "in 2018"),
    ("Act 2017-18-19", "Act 2017-18-19"),
    ("call 2017-185", "call 2017-185"),
    ("29 March to 31 March 2018", "29 March to 31 March 2018"),
    ("29 to 31 March 2018", "29 to 31 March 2018"),
    ("31 March 2018 to 6 May 2018", "31 March 2018 to 6 May 2018"),
    ("between 1 March and 31 March 2018", "between 1 March and 31 March 2018"),
    ("1 January–31 March 2018", "1 January–31 March 2018"),
    ("2015-16 to 2017-18", "2015-16 to 2017-18"),
    ("at the end of March 2018", "at the end of March 2019"),
    ("a conference in March 2018", "a conference in March 2018"),
]


@pytest.fixture(scope="module")
def introduction(tmp_path_factory) -> str:
    """What becomes of all texts in the next year: each is a sentence of the introduction."""
    content = tmp_path_factory.mktemp("moves") / "content"
    shutil.copytree(ROOT / "content", content)
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    said = "".join(f"  It leads on {before} and insures.\n" for before, _ in MOVES)
    path.write_text(
        text.replace("introduction: >\n", f"introduction: >\n{said}", 1), encoding="utf-8"
    )
    new("2018-19", "2017-18", content=content)
    return read_yaml(content / "2018-19.yaml").data["introduction"]


@pytest.mark.parametrize(("before", "after"), MOVES)
def test_which_dates_move(introduction, before, after):
    said = introduction.split(" and insures. ")[MOVES.index((before, after))]
    assert said == f"It leads on {after}"


@pytest.mark.parametrize(
    "when",
    [
        "period: 29 November to 17 December 2017",
        "period: November 2017",
        "period: April to June 2017",
        "as_at: 2018-01-18",
    ],
)
def test_an_event_does_not_move_on_in_silence(content, when):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    event = (
        f"  event: {{value: 612, label: people heard on 18 January 2018, {when}, "
        "source: summary}\n  contacts:\n"
    )
    path.write_text(text.replace("  contacts:\n", event, 1), encoding="utf-8")
    made = new("2018-19", "2017-18", content=content)
    assert when in (content / "2018-19.yaml").read_text(encoding="utf-8")
    why = {one.key: one.why for one in made.left}
    assert why["figures.event.label"] == "names what was left as it is: 2018"
    assert "was left as it is" in why[f"figures.event.{when.partition(':')[0]}"]


@pytest.mark.parametrize(
    ("when", "later", "label", "kept"),
    [
        ("period: Q4 2017-18", "period: Q4 2018-19", "contacts in Q4 2018-19", ""),
        ("period: 2017-18 Q1", "period: 2018-19 Q1", "contacts in 2018-19 Q1", ""),
        ("as_at: 2018-03", "as_at: 2019-03", "contacts in March 2019", ""),
        ("period: Q4 2016-17", "period: Q4 2016-17", "contacts in Q4 2016-17", "left as it is"),
        ("as_at: 2016-03", "as_at: 2016-03", "contacts in March 2016", "left as it is"),
    ],
)
def test_quarters_and_months_of_the_year_move_on(content, when, later, label, kept):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    before = label.replace("2018-19", "2017-18").replace("2019", "2018")
    added = f"  part: {{value: 612, label: {before}, {when}, source: summary}}\n  contacts:\n"
    path.write_text(text.replace("  contacts:\n", added, 1), encoding="utf-8")
    left = {one.key: one.why for one in new("2018-19", "2017-18", content=content).left}
    text = (content / "2018-19.yaml").read_text(encoding="utf-8")
    assert later in text and f"label: {label}" in text
    key = f"figures.part.{when.partition(':')[0]}"
    if kept or "period" in when:
        assert (kept or "and was moved on") in left[key]
    else:  # the end of the year is certain
        assert key not in left


def test_a_census_does_not_move_on(content):
    path = content / "2017-18.yaml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("    value: 94\n", "    value: 94   # census\n")
        .replace(
            "language\n    name: Children of compulsory school age and above with English as "
            "their first language\n    period: 2017-18",
            "language\n    name: Children with English as their first language, March 2011\n    "
            "as_at: 2011-03-27",
        )
    )
    path.write_text(
        text.replace(
            "    value: 9\n    label: small areas are in the most multiple deprived areas in "
            "England\n    name: Small areas in the most multiple deprived areas in England\n    "
            "period: 2017-18",
            "    value: 9\n    label: small areas\n    period: 2015",
        ),
        encoding="utf-8",
    )
    made = new("2018-19", "2017-18", content=content)
    figures = load("2018-19", content, icons.names()).summary.figures
    assert (figures["english"].as_at, figures["deprived-areas"].period) == (
        dt.date(2011, 3, 27),
        "2015",
    )
    assert figures["english"].name.endswith("March 2011")
    left = [one for one in made.left if "left as it is" in one.why]
    assert [one.key for one in left] == [
        "sources.dfe-cla.note",
        "figures.english.name",
        "figures.english.as_at",
        "figures.deprived-areas.period",
        "sections.3.subtitle",
    ]


def test_periods_move():
    assert [
        moved(p, 1)
        for p in ("2017-18", "1999-00", "2098-99", "2017/2018", "2018", "April to June 2018")
    ] == ["2018-19", "2000-01", "2099-00", "2018/2019", "2019", "April to June 2019"]
    assert moved("2017-18", -1) == "2016-17"
    assert moved_day(dt.date(2020, 2, 29), 1) == dt.date(2021, 2, 28)
    assert [latest_ended(dt.date(2025, month, 1)) for month in (3, 4)] == ["2023-24", "2024-25"]

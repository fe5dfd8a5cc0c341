"""A year and the one before: the arithmetic, what cannot be compared, the block on the page, the
command.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal

import hypothesis.strategies as st
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build
from hscb_report.cli import app
from hscb_report.preflight import verapdf
from hscb_report.preflight.verify import verify
from hscb_report.summary.changes import change
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.summary.units import UNITS
from hscb_report.year.comparing import compare
from make import products, written
from mistakes import mistake
from pdf import structure, text_of
from strategies import figure, texts, values
from test_layout_property import BOARD, faults

EXAMPLE = ROOT / "examples/children-in-care/content"


def summary(year: str, more: dict) -> Summary:
    data = {"label": "children", "source": "s", "period": year, **more}
    return Summary.model_validate(
        {
            "board": "hscb",
            "title": "T",
            "period": year,
            "status": "final",
            "sources": {
                "s": {"title": f"Report {year}", "publisher": "P"},
                "t": {"title": "Other", "publisher": "P"},
            },
            "figures": {
                "whole": {
                    "value": 10**9,
                    "unit": data.get("unit", "count"),
                    "label": "all",
                    "source": "s",
                    "period": year,
                },
                "f": data,
            }
            if "part_of" in data
            else {"f": data},
            "sections": [{"heading": "H", "blocks": [{"kind": "table", "figures": ["f"]}]}],
        }
    )


def compared(before: dict, now: dict):
    return change("f", Reader(summary("2016-17", before)), Reader(summary("2017-18", now)))


@pytest.mark.parametrize(
    ("unit", "before", "now", "difference", "percent", "direction", "said"),
    [
        ("count", 1440, 1594, "154", "10.7", "up", "Up 154 (11%)"),
        ("count", 1633, 907, "-726", "-44.5", "down", "Down 726 (44%)"),
        ("count", 200, 201, "1", "0.5", "up", "Up 1 (1%)"),  # 0.5% is rounded half up
        ("count", 1000, 1001, "1", "0.1", "up", "Up 1 (less than 1%)"),
        ("count", 10, 35, "25", "250.0", "up", "Up 25 (250%)"),
        ("count", 0, 7, "7", None, "up", "Up 7"),
        ("count", 7, 0, "-7", "-100.0", "down", "Down 7 (100%)"),
        ("count", 12, 12, "0", "0.0", "same", "No change"),
        (
            "count",
            7,
            10**36 + 7,
            "1" + "0" * 36,
            "14285714285714285714285714285714285714.3",
            "up",
            f"Up {10**36:,} (14285714285714285714285714285714285714%)",
        ),
        ("percent", 93, 94, "1", None, "up", "Up 1 percentage point"),
        ("percent", Decimal("81.5"), 80, "-1.5", None, "down", "Down 1.5 percentage points"),
        ("per-10000", Decimal("45.7"), Decimal("46.2"), "0.5", None, "up", "Up 0.5 per 10,000"),
        ("pounds", 1000, 1200, "200", None, "up", "Up £200"),
    ],
)
def test_changes(unit, before, now, difference, percent, direction, said):
    one = compared({"unit": unit, "value": before}, {"unit": unit, "value": now})
    assert (one.difference, one.percent, one.direction, one.said) == (
        Decimal(difference),
        Decimal(percent) if percent else None,
        direction,
        said,
    )
    assert one.why_not == ""


@pytest.mark.parametrize(
    ("before", "now", "why_not"),
    [
        ({"value": 5}, {"value": None, "symbol": "x", "reason": "Lost."}, "no value for 2017-18"),
        ({"value": None, "symbol": "c", "reason": "Few."}, {"value": 5}, "no value for 2016-17"),
        ({"value": 5}, {"value": 6, "symbol": "b"}, "the series breaks in 2017-18"),
        (
            {"value": 5},
            {"value": 6, "unit": "percent"},
            "the unit differs: a number, then a percentage",
        ),
        (
            {"value": 5, "definition": "On the first day."},
            {"value": 6, "definition": "On any day."},
            "the definition differs",
        ),
        ({"value": 5}, {"value": 6, "definition": "On any day."}, "only 2017-18 has a definition"),
        ({"value": 5}, {"value": 6, "source": "t"}, "the source differs"),
        (
            {"value": 5},
            {"value": 6, "part_of": "whole"},
            "only one of the years has it as a part of a whole",
        ),
        (
            {"value": 5, "period": None, "as_at": dt.date(2017, 3, 31)},
            {"value": 6},
            "one is of a day, the other of a period",
        ),
        (
            {"value": 5, "period": None, "as_at": dt.date(2017, 3, 31)},
            {"value": 6, "period": None, "as_at": dt.date(2018, 6, 30)},
            "the days differ",
        ),
        (
            {"value": 5, "period": None, "as_at": dt.date(2017, 3, 31)},
            {"value": 6, "period": None, "as_at": dt.date(2017, 4, 1)},
            "31 March 2017 and 1 April 2017 are the same time",
        ),
        (
            {"value": 5, "period": None, "as_at": "2017-03"},
            {"value": 6, "period": None, "as_at": "2018-04"},
            "the months differ: March 2017 and April 2018",
        ),
        (
            {"value": 5, "period": None, "as_at": "2017-03"},
            {"value": 6, "period": None, "as_at": dt.date(2018, 3, 15)},
            "the days differ: March 2017 and 15 March 2018",
        ),
        ({"value": 5, "period": "Q1 2016-17"}, {"value": 6, "period": "Q2 2017-18"}, "differ in"),
        ({"value": 5, "period": "2017/18"}, {"value": 6}, "both are of 2017-18"),
        ({"value": 5}, {"value": 5, "period": "2016-17"}, "both are of 2016-17"),
        ({"value": 5, "period": "April to June 2017"}, {"value": 6}, "the periods differ in kind"),
    ],
)
def test_not_comparable(before, now, why_not):
    one = compared(before, now)
    assert why_not in one.why_not
    assert (one.difference, one.percent, one.direction, one.said) == (
        None,
        None,
        "",
        "Not comparable",
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"value": 5, "symbol": "b"}, {"value": 6, "symbol": "r"}),  # the break lies before both
        (
            {"value": 5, "definition": "On 31 March 2017."},
            {"value": 6, "definition": "On 31 March 2018."},
        ),
        (
            {"value": 5, "period": None, "as_at": dt.date(2017, 3, 31)},
            {"value": 6, "period": None, "as_at": dt.date(2018, 4, 1)},
        ),
        (
            {"value": 5, "period": None, "as_at": dt.date(2017, 4, 1)},
            {"value": 6, "period": None, "as_at": "2018-03"},
        ),
        (
            {"value": 5, "period": None, "as_at": "2017-03"},
            {"value": 6, "period": None, "as_at": dt.date(2018, 3, 31)},
        ),
        ({"value": 5, "period": "Q1 2016-17"}, {"value": 6, "period": "April to June 2017"}),
        (
            {"value": 5, "period": "Q4 2016-17", "definition": "Seen in Q4 2016-17."},
            {"value": 6, "period": "Q4 2017-18", "definition": "Seen in January to March 2018."},
        ),
    ],
)
def test_comparable_all_the_same(before, now):
    assert compared(before, now).direction == "up"


def test_the_end_of_february_is_the_same_day():
    one = compared(
        {"value": 5, "period": None, "as_at": dt.date(2016, 2, 29)},
        {"value": 6, "period": None, "as_at": dt.date(2017, 2, 28)},
    )
    assert one.direction == "up"


# The command


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_table_says_it_in_words():
    done = run("compare", "2017-18", "2016-17", "--content", EXAMPLE)  # whichever is named first
    assert done.exit_code == 0
    assert done.output.splitlines()[0].split() == ["Figure", "2016-17", "2017-18", "Change"]
    line = next(
        line
        for line in done.output.splitlines()
        if line.startswith("Children looked after who were in foster")
    )
    assert "1,074" in line and "1,164" in line and line.endswith("Up 90 (8%)")
    assert "113 [r]" in done.output


def test_csv_and_json_hold_the_same_numbers():
    rows = list(
        csv.DictReader(
            io.StringIO(
                run("compare", "2016-17", "2017-18", "--content", EXAMPLE, "--format", "csv").output
            )
        )
    )
    data = json.loads(
        run("compare", "2016-17", "2017-18", "--content", EXAMPLE, "--format", "json").output
    )
    assert [row["figure"] for row in rows] == [row["figure"] for row in data["figures"]]
    looked_after = next(row for row in data["figures"] if row["figure"] == "looked-after")
    assert (
        looked_after["earlier"],
        looked_after["later"],
        looked_after["change"],
        looked_after["change_percent"],
    ) == (1440, 1594, 154, 10.7)
    for row, one in zip(rows, data["figures"], strict=True):
        for key, value in one.items():
            assert row[key] == ("" if value is None else str(value))


def test_figures_of_one_year_are_listed(content):
    text = (content / "2017-18.yaml").read_text(encoding="utf-8")
    (content / "2016-17.yaml").write_text(
        text.replace("period: 2017-18\nstatus", "period: 2016-17\nstatus")
        .replace("  courses:\n", "  lessons:\n")
        .replace("figure: courses", "figure: lessons"),
        encoding="utf-8",
    )
    done = run("compare", "2016-17", "2017-18")
    assert (
        "Only in 2016-17:\n  Distinct multi-agency training courses: 9\n\nOnly in 2017-18:\n"
        in done.output
    )
    assert (
        "Not comparable: both are of 2017-18" in done.output
    )  # last year's file was copied, and its periods left


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2017-18", "2017-18"), "name two years"),
        (("2017-18", "2015-16"), "did you mean"),
        (("2017-18", "never"), "the periods are"),
    ],
)
def test_years_that_cannot_be_compared(content, arguments, words):
    done = run("compare", *arguments)
    assert done.exit_code == 2
    assert words in done.output


# The block

BLOCK = "      - {kind: funnel, figures: [contacts, referrals, section-47]}\n"


@pytest.mark.parametrize(
    ("since", "figures", "code", "hint"),
    [
        ("2015-16", "contacts", "no-earlier", "2016-17"),
        ("2017-18", "contacts", "not-earlier", "name an earlier year"),
        ("2018-19", "contacts", "not-earlier", "name an earlier year"),
        ("2016-17", "courses", "not-in-earlier", "same name in both years"),
        ("2016-17", "cuorses", "unknown-figure", "did you mean"),
    ],
)
def test_a_block_that_cannot_look_back(content, since, figures, code, hint):
    text = (
        (content / "2017-18.yaml")
        .read_text(encoding="utf-8")
        .replace("period: 2017-18\nstatus", "period: 2016-17\nstatus")
    )
    (content / "2016-17.yaml").write_text(
        text.replace("  courses:\n", "  lessons:\n").replace("figure: courses", "figure: lessons"),
        encoding="utf-8",
    )
    problem = next(
        p
        for p in mistake(
            content,
            BLOCK,
            BLOCK + f"      - {{kind: change, since: {since}, figures: [{figures}]}}\n",
            period="2017-18",
        )
        if p.code == code
    )
    assert hint in problem.hint
    assert "kind: change" in problem.place.source


def test_an_earlier_file_with_errors_is_told_where_it_is_named(content):
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    added = "      - {kind: change, since: 2016-17, figures: [contacts]}\n"
    problems = mistake(content, BLOCK, BLOCK + added, period="2017-18")
    assert [p.code for p in problems if p.severity == "error"] == ["earlier-errors"]
    assert "check 2016-17" in problems[0].hint


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The example's two editions."""
    folder = tmp_path_factory.mktemp("built")
    return [
        made.path.read_bytes()
        for made in build(
            "2017-18", content=EXAMPLE, output=folder, editions=["board", "large-print"]
        )
    ]


def test_the_block_is_a_table_or_a_list_and_reads_in_order(pages):
    page, large = (structure(data) for data in pages)
    at = next(i for i, line in enumerate(page) if "Since the year before" in line)
    below = "\n".join(page[at : at + 40])
    assert "Table" in below and "TH" in below
    at = next(i for i, line in enumerate(large) if "Since the year before" in line)
    assert "Table" not in "\n".join(large[at : at + 30])
    for data in pages:
        text = " ".join(" ".join(text_of(data)).split())
        for words in (
            "Up 154 (11%)",
            "Down 606 (37%)",
            "Up 5 per 10,000",
            "113 [r]",
            "The figures for 2016-17 are from",
        ):
            assert words in text
        assert verify(data).clean
        assert faults(data) == []


def test_verapdf_agrees(pages):
    for data in pages:
        for judged in verapdf.judge_by_all(data, ["ua1", "a3a"]).values():
            assert judged.clean, [f.as_text() for f in judged.findings]


def test_the_earlier_values_travel_in_the_attached_csv(pages):
    with pikepdf.open(io.BytesIO(pages[0])) as pdf:
        rows = list(
            csv.DictReader(
                io.StringIO(
                    pdf.attachments["figures.csv"].get_file().read_bytes().decode("utf-8-sig")
                )
            )
        )
    earlier = next(row for row in rows if row["figure"] == "looked-after:2016-17")
    assert (earlier["value"], earlier["as_at"]) == ("1440", "2017-03-31")
    assert next(row for row in rows if row["figure"] == "uasc")["note"] == "First published as 112."


def test_the_same_content_gives_the_same_bytes(pages, tmp_path):
    assert build("2017-18", content=EXAMPLE, output=tmp_path)[0].path.read_bytes() == pages[0]


@st.composite
def two_years(draw):
    """A summary with a block of change, and the year it looks back to."""
    figures = [{}, {}]
    for index in range(draw(st.integers(1, 12))):
        unit = draw(st.sampled_from(["count", "count", "percent", "pounds", *UNITS]))
        for year in (0, 1):
            data = {**draw(figure(unit)), "period": ("2016-17", "2017-18")[year], "as_at": None}
            if data["value"] is not None and draw(st.integers(0, 3)) == 0:
                data["symbol"] = draw(st.sampled_from(["r", "b", "p"]))
            if draw(st.integers(0, 3)) == 0:
                data["definition"] = draw(texts(10))
            figures[year][f"f{index}"] = data
    block = {
        "kind": "change",
        "since": "2016-17",
        "figures": list(figures[1]),
        "width": draw(st.sampled_from([None, "half", "third", "two-thirds"])),
        "title": draw(st.one_of(st.none(), texts(5))),
    }
    made = []
    for year, blocks in (
        (0, [{"kind": "text", "text": "Before."}]),
        (1, [block, {"kind": "note", "text": draw(texts(20)), "width": "half"}]),
    ):
        made.append(
            Summary.model_validate(
                {
                    "board": "hscb",
                    "title": "T",
                    "period": ("2016-17", "2017-18")[year],
                    "status": "final",
                    "sources": {"s": {"title": draw(texts(9)), "publisher": "P"}},
                    "figures": figures[year],
                    "sections": [{"heading": "H", "blocks": blocks}],
                }
            )
        )
    return made


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(two_years(), values)
def test_random_years_fit_and_conform(years, _):
    before, now = years
    for edition, purpose, fold in products("screen"):
        publication, data = written(edition, now, BOARD, purpose, fold, earlier={"2016-17": before})
        assert bool(data) == all(one.dimension == "blank" for one in publication.misfits)
        if data:
            assert faults(data) == []
            verdict = verify(data)
            assert verdict.clean, [
                f"{edition} {purpose} {c.name}: {f.as_text()}"
                for j in verdict.judged
                for c in j.checks
                for f in c.findings
            ]


def test_compare_of_the_example_reads_the_same_from_python():
    found = compare("2016-17", "2017-18", content=EXAMPLE)
    assert len(found.changes) == 10
    assert found.only_earlier == found.only_later == []
    assert all(one.why_not == "" for one in found.changes)

"""Last year's number as it stands now: what is said of it, what is worked out from it, and that it
is not forgotten.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
import yaml

from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree
from hscb_report.year.carry import new
from hscb_report.year.comparing import as_table, compare
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures
from pdf import structure, text_of
from rules import figure, found, summary

REVISED = {"value": 9861, "symbol": "r"}


def reading(value, previous, **more):
    """A figure as it is read."""
    return Reader(summary(figures={"f": figure(value, previous=previous, **more)})).figure("f")


@pytest.mark.parametrize(
    ("value", "previous", "more", "said"),
    [
        (9664, REVISED, {}, "2% fewer than in 2016-17 (9,861, revised)"),
        (9664, 9861, {}, "2% fewer than in 2016-17 (9,861)"),
        (1594, 1440, {"as_at": dt.date(2018, 3, 31)}, "11% more than on 31 March 2017 (1,440)"),
        (1594, 1440, {"as_at": "2018-03"}, "11% more than in March 2017 (1,440)"),
        (2101, 2410, {"period": "Q4 2017-18"}, "13% fewer than in Q4 2016-17 (2,410)"),
        (2101, 2410, {"period": "2015-18"}, "13% fewer than in 2012-15 (2,410)"),
        (9, 14, {}, "5 fewer than in 2016-17 (14)"),  # a percentage of few says too much
        (1000, 400, {}, "600 more than in 2016-17 (400)"),  # 150% more is read as 1.5 times
        (10003, 10000, {}, "3 more than in 2016-17 (10,000)"),  # less than 1%
        (7, 0, {}, "7 more than in 2016-17 (0)"),
        (12, 12, {}, "The same as in 2016-17"),
        (12, {"value": 12, "symbol": "r"}, {}, "The same as in 2016-17 (12, revised)"),
        (81, 85, {"unit": "percent"}, "4 percentage points lower than in 2016-17 (85%)"),
        (
            Decimal("86.5"),
            Decimal("85.5"),
            {"unit": "percent"},
            "1 percentage point higher than in 2016-17 (85.5%)",
        ),
        (
            Decimal("45.7"),
            Decimal("46.2"),
            {"unit": "per-10000"},
            "0.5 lower than in 2016-17 (46.2)",
        ),
        (1000, 1200, {"unit": "pounds"}, "£200 less than in 2016-17 (£1,200)"),
        (5, {"value": 4, "period": "2014-15"}, {}, "1 more than in 2014-15 (4)"),
    ],
)
def test_it_is_said_in_words_that_are_right_for_the_unit(value, previous, more, said):
    assert reading(value, previous, **more).compared == (said,)


@pytest.mark.parametrize(
    ("value", "previous", "more", "in_the_table"),
    [
        (
            9664,
            {"value": None, "symbol": "x", "reason": "It was not kept."},
            {},
            "In 2016-17: [x]. It was not kept.",
        ),
        (
            9664,
            9861,
            {"symbol": "b"},
            "In 2016-17: 9,861. Not comparable: the series breaks in 2017-18.",
        ),
        (None, 77, {"symbol": "c", "reason": "Few."}, "In 2016-17: 77."),
    ],
)
def test_what_cannot_be_compared_is_told_in_the_table_alone(value, previous, more, in_the_table):
    one = reading(value, previous, **more)
    assert (one.compared, one.previous) == ((), in_the_table)


def test_the_table_has_its_note_and_the_symbols_are_explained():
    note = "First published as 9,870."
    one = reading(9664, {**REVISED, "note": note})
    assert one.notes == [f"In 2016-17: 9,861 [r]. {note}"]
    content = summary(figures={"f": figure(9664, previous=REVISED)})
    assert Reader(content).symbols() == ["r"]
    told = " ".join(tell(Reader(content), Board.model_validate({"name": "B"})).said())
    assert "[r] revised" in told


def relations(previous, **more) -> list:
    """What is wrong with a previous number."""
    data = {"board": "b", "title": "T", "period": "2017-18", "status": "final"}
    data["sources"] = {"s": {"title": "S", "publisher": "P"}}
    data["figures"] = {"f": figure(100, **more, previous=previous)}
    data["sections"] = [{"heading": "H", "blocks": [{"kind": "table", "figures": ["f"]}]}]
    return problems_in(Summary.model_validate(data), Tree(Path("c.yaml"), []), [])


@pytest.mark.parametrize(
    ("previous", "more", "code", "hint"),
    [
        (-1, {}, "negative", "check the number"),
        (101, {"unit": "percent"}, "over-100", "check the number"),
        (Decimal("1.5"), {}, "fraction", "whole number"),
        (
            5,
            {"period": "29 November to 17 December 2017"},
            "no-earlier-time",
            "write previous: {value: 5, period: 29 November to 17 December 2016}",
        ),
        ({"value": 5, "period": "spring"}, {"period": "spring"}, "other-time", "period: ...}"),
        ({"value": 5, "period": "2017-18"}, {}, "other-time", "take period out, for it is"),
        ({"value": 5, "period": "2018-19"}, {}, "not-earlier", "it is then of 2016-17"),
        ({"value": 5, "as_at": dt.date(2017, 3, 31)}, {}, "other-time", "take as_at out"),
        ({"value": 5, "period": "Q3 2016-17"}, {"period": "Q4 2017-18"}, "other-time", "Q4 2016"),
        ({"value": 5, "period": "2016/17"}, {}, "other-form", "write 2016-17"),
        (
            {"value": 5, "period": "2016-17", "as_at": dt.date(2017, 3, 31)},
            {},
            "when",
            "keep one of the two",
        ),
    ],
)
def test_what_cannot_be_is_an_error_with_a_way_out(previous, more, code, hint):
    (problem,) = relations(previous, **more)
    assert problem.code == code
    assert hint in problem.hint
    assert problem.key[:3] == ("figures", "f", "previous")


def test_words_may_say_their_own_earlier_time():
    when = {"period": "29 November to 17 December 2017"}
    last = {"value": 5, "period": "28 November to 16 December 2016"}
    assert relations(last, **when) == []
    (said,) = reading(7, last, **when).compared
    assert said == "2 more than in 28 November to 16 December 2016 (5)"


# The checks


def test_the_number_of_the_other_file_and_a_stale_one_are_found():
    before = summary(period="2016-17", figures={"f": figure(9870, period="2016-17")})

    def differs(previous) -> list:
        now = summary(figures={"f": figure(9664, previous=previous)})
        return found("previous-differs", now, before=before)

    (problem,) = differs(9861)
    assert "write previous: {value: 9861, symbol: r}" in problem.hint and "9870" in problem.hint
    for last in (9870, REVISED, {"value": 9861, "note": "Two were counted twice."}):
        assert differs(last) == []
    assert differs({"value": None, "symbol": "x", "reason": "Lost."}) == []
    assert found("previous-differs", summary(figures={"f": figure(9664, previous=9861)})) == []


def test_a_small_count_of_last_year_is_found_too_also_by_subtraction():
    (small,) = found("small-count", summary(figures={"f": figure(90, previous=3)}))
    assert small.key == ("figures", "f", "previous", "value")
    assert "in previous" in small.message
    part = {"part_of": "whole", "breakdown": "reason"}
    hidden = {"value": None, "symbol": "c", "reason": "Few."}
    figures = {
        "whole": figure(200, previous=100),
        "one": figure(120, previous=97, **part),
        "other": figure(80, previous=hidden, **part),
    }
    (problem,) = found("by-subtraction", summary(figures=figures))
    assert problem.key == ("figures", "other", "previous")
    del figures["whole"]["previous"]
    assert found("by-subtraction", summary(figures=figures)) == []


def test_a_percentage_of_last_year_follows_from_its_counts_too():
    share = {"unit": "percent", "of": {"part": "part", "whole": "whole"}}
    figures = {
        "whole": figure(200, previous=100),
        "part": figure(150, previous=60),
        "share": figure(75, previous=61, **share),
    }
    (problem,) = found("percentage", summary(figures=figures))
    assert problem.key == ("figures", "share", "previous", "value")
    figures["share"]["previous"] = 60
    assert found("percentage", summary(figures=figures)) == []


def test_a_big_change_is_one_since_the_number_as_it_stands_now():
    before = summary(period="2016-17", figures={"f": figure(500, period="2016-17")})
    for previous, many in ((500, 1), (980, 0), (None, 1)):
        more = {"previous": previous} if previous else {}
        content = summary(figures={"f": figure(1000, **more)})
        assert len(found("big-change", content, before=before)) == many
    alone = summary(figures={"f": figure(1000, previous=500)})
    assert "than in 2016-17" in found("big-change", alone)[0].message
    same = summary(figures={"f": figure(500, previous={"value": 480, "symbol": "r"})})
    assert found("same-as-last-year", same, before=before)  # nobody has put the new one in
    assert found("same-as-last-year", summary(figures={"f": figure(500, previous=500)}))


def claims(heading: str, previous, before=None, **more) -> list:
    content = summary(
        figures={"f": figure(9664, label="contacts", previous=previous, **more)},
        sections=[{"heading": heading, "blocks": [{"kind": "statistics", "items": ["f"]}]}],
    )
    return found("claim", content, before=before)


def test_claims_are_proved_by_it():
    for true in ("Contacts fell by 2%", "2% fewer contacts than last year", "Contacts fell"):
        assert claims(true, 9861) == []
        assert claims(true, {"value": 9861, "note": "As at March."}) == []
    for false in ("Contacts rose", "Contacts fell by half", "More contacts than in 2016-17"):
        assert len(claims(false, 9861)) == 1
        assert claims(false, None) == []  # nothing is known
    filed = summary(period="2016-17", figures={"f": figure(9000, label="contacts")})
    filed.figures["f"].__dict__["period"] = "2016-17"
    assert claims("Contacts fell", REVISED, filed) == []  # it stands now, and not in the old file
    assert len(claims("Contacts fell", None, filed)) == 1
    assert claims("Contacts rose", 9861, symbol="b") == []


def test_a_reason_beside_a_number_is_left_over_and_a_promise_is_no_reason():
    last = {"value": 5, "reason": "Not kept."}
    (problem,) = found("leftover-reason", summary(figures={"f": figure(9, previous=last)}))
    assert problem.key == ("figures", "f", "previous", "reason")


# A year's files

YEAR = """
board: hscb
title: Summary
period: 2017-18
status: final
sources:
  return: {title: Return 2017-18, publisher: Hampshire Safeguarding Children Board}
figures:
  contacts:
    value: 9664
    symbol: p
    previous:                # as the county says
      value: 9861
      symbol: r
      note: "First published as 9,870."
    label: contacts
    period: 2017-18
    source: return
  care: {value: 1594, previous: 1440, label: children in care, as_at: 2018-03-31, source: return}
  late:
    {value: 88, previous: {value: null, symbol: x, reason: Lost.}, label: late, period: Q4 2017-18,
    source: return}
  event:
    value: 99
    previous: {value: 96, period: 2 to 9 May 2016}
    label: people at the fair
    period: 2 to 9 May 2017
    source: return
  month: {value: 700, unit: pounds, previous: 650, label: a child, as_at: 2018-03, source: return}
sections:
  - heading: Fewer contacts
    blocks:
      - {kind: statistics, items: [contacts, care, late, event, month]}
      - {kind: change, since: 2016-17, figures: [contacts, care, late, month]}
"""


@pytest.fixture
def years(content):
    """A project of one year, all of whose figures know the year before."""
    (content / "2017-18.yaml").write_text(YEAR, encoding="utf-8")
    return content


def test_a_change_needs_no_file_of_the_earlier_year(years):
    assert check("2017-18", content=years) == []
    loaded = load("2017-18", years, icons.names())
    story = tell(Reader(loaded.summary, loaded.earlier), loaded.board)
    said = list(story.sections[0].blocks[1].said())
    assert said[:2] == ["2016-17", "2017-18"]
    row = said.index("Contacts")
    assert said[row : row + 5] == [
        "Contacts",
        "First published as 9,870.",
        "9,861 [r]",
        "9,664 [p]",
        "Down 197 (2%)",
    ]
    assert "Q4 2016-17 and Q4 2017-18." in said
    assert said[-1].startswith("The figures for 2016-17 are from: Return 2017-18")


def test_what_has_no_number_of_the_year_needs_the_file(years):
    path = years / "2017-18.yaml"
    path.write_text(YEAR.replace("late, month]}", "late, month, event]}"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=years)
    (problem,) = [one for one in caught.value.problems if one.code == "no-earlier"]
    assert '"event"' in problem.message and "previous:" in problem.hint


def test_it_stands_in_the_place_of_the_earlier_file(years):
    filed = YEAR.replace("2017-18", "2016-17").replace("2018", "2017").replace("9664", "9870")
    filed = yaml.safe_load(filed)
    for one in filed["figures"].values():
        one.pop("previous", None)
    filed["figures"]["event"]["period"] = "2 to 9 May 2016"
    filed["sections"][0]["blocks"].pop()
    (years / "2016-17.yaml").write_text(yaml.safe_dump(filed), encoding="utf-8")
    found = {one.key: one for one in compare("2016-17", "2017-18", content=years).changes}
    one = found["contacts"]
    assert (one.earlier.number, one.published.number) == ("9,861 [r]", "9,870 [p]")
    assert one.said == "Down 197 (2%)"
    text = as_table(compare("2016-17", "2017-18", content=years))
    assert "Down 197 (2%); the 2016-17 file has 9,870 [p]" in text
    codes = {one.code for one in check("2017-18", content=years)}
    assert "previous-differs" in codes  # care: 1,440, and that file has 1,594


def test_next_year_begins_with_this_years_number(years):
    made = new("2018-19", "2017-18", content=years)
    figures = load("2018-19", years, icons.names()).summary.figures
    now = figures["contacts"].previous
    assert (now.value, now.symbol, now.note) == (9664, "p", None)
    assert (figures["care"].previous.value, figures["care"].as_at) == (1594, dt.date(2019, 3, 31))
    assert (figures["late"].previous.value, figures["late"].period) == (88, "Q4 2018-19")
    assert str(figures["month"].as_at) == "2019-03"
    assert figures["event"].previous is None  # its days did not move: nobody can tell of what time
    left = {one.key: one.why for one in made.left}
    for name in ("contacts", "care", "late", "month"):
        assert "was it revised since?" in left[f"figures.{name}.previous"]
    assert "previous was taken out" in left["figures.event"]
    text = (years / "2018-19.yaml").read_text(encoding="utf-8")
    assert "    previous: {value: 9664, symbol: p}  # as the county says\n" in text


def test_a_year_that_is_left_out_is_named(years):
    new("2019-20", "2017-18", content=years)
    figures = load("2019-20", years, icons.names()).summary.figures
    assert (figures["contacts"].previous.period, figures["late"].previous.period) == (
        "2017-18",
        "Q4 2017-18",
    )
    assert figures["care"].previous.as_at == dt.date(2018, 3, 31)


def test_partners_see_it_and_their_sheet_comes_back(years):
    sheet = export_figures("2017-18", content=years, output=Path("sheet.csv"))
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    assert [row["Last year"] for row in rows] == ["9,861 [r]", "1440", "[x]", "96", "650"]
    assert rows[4]["When"] == "month March 2018"
    text = sheet.read_text(encoding="utf-8-sig").splitlines()
    text[2] = text[2].replace(",1594,", ",1594,1600", 1)
    text[5] = text[5].rstrip(",") + ",720,,2018-02,,"
    sheet.write_text("\n".join(text), encoding="utf-8-sig")
    done = import_figures("2017-18", sheet, content=years)
    assert {(one.figure, one.key, one.new) for one in done.changes} == {
        ("care", "value", "1,600"),
        ("month", "value", "£720"),
        ("month", "as_at", "2018-02"),
    }
    figures = load("2017-18", years, icons.names()).summary.figures
    assert (figures["care"].previous.value, str(figures["month"].as_at)) == (1440, "2018-02")


def test_pages_say_it_below_the_ratio_and_the_attached_file_has_it(years):
    built = build("2017-18", content=years, output=years / "out", editions=["board"])
    data = built[0].path.read_bytes()
    text = " ".join(" ".join(text_of(data)).split())
    for said in (
        "2% fewer than in 2016-17 (9,861, revised)",
        "11% more than on 31 March 2017 (1,440)",
        "£50 more than in March 2017 (£650)",
        "In 2016-17: 9,861 [r]. First published as 9,870.",
        "Down 197 (2%)",
    ):
        assert said in text
    lines = structure(data)
    at = next(i for i, line in enumerate(lines) if "2% fewer than" in line)
    assert "P" in lines[at] and "contacts" in "".join(lines[at - 3 : at])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        held = pdf.attachments["figures.csv"].get_file().read_bytes().decode("utf-8-sig")
    rows = {row["figure"]: row for row in csv.DictReader(io.StringIO(held))}
    last = {key: value for key, value in rows["contacts"].items() if key.startswith("previous")}
    assert last == {
        "previous": "9861",
        "previous_symbol": "r",
        "previous_reason": "",
        "previous_period": "2016-17",
        "previous_as_at": "",
        "previous_note": "First published as 9,870.",
    }
    assert rows["month"]["as_at"] == "2018-03" and rows["month"]["previous_as_at"] == "2017-03"

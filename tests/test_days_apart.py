"""What stands together and is easily taken for one: numbers of different days, words on a slope,
a noun that is not the printed one, the parts of one ground.
"""

from __future__ import annotations

import datetime as dt

import pytest

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.charts.strip import LABEL, UNDER_LEAD, Strip
from hscb_report.page.band import Piece, banded
from hscb_report.page.cards import cards
from hscb_report.page.chart import chart
from hscb_report.page.flow import Frame, paginate
from hscb_report.page.layout import height_of
from hscb_report.page.lists import numbered
from hscb_report.page.look import A4, Look
from hscb_report.page.row import Row
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.statistic import RULE
from hscb_report.pdf.structure import Element
from hscb_report.story.fields import counted
from hscb_report.story.nodes import Cards, Chart, Item, Numbered, Statement
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.days import as_day
from hscb_report.summary.reading import Reader
from hscb_report.summary.wording import Span
from shapes import figure, section, statistics, summary

BOARD = Board(name="A board")
LOOK = Look(Brand(BOARD), A4)


def of(day: str, label: str = "children in care", **more):
    """A figure of a day or a month."""
    made = {
        **figure(100, label),
        "as_at": as_day(dt.date.fromisoformat(day) if len(day) > 7 else day),
    }
    made |= more
    return {key: value for key, value in made.items() if key != "period"}


def days(*blocks, **figures) -> list[str]:
    """What the numbers of a section say of their days."""
    series = {
        "line": {
            "label": "Children looked after at 31 March",
            "source": "s",
            "points": {"2017": 90, "2018": 100},
        }
    }
    # A number before it is what the cover shows.
    opens = section("First", statistics("first"))
    figures = {"first": figure(1, "first"), **figures}
    made = summary([opens, section("A", *blocks)], figures, series)
    told = tell(Reader(made), BOARD).sections[1]
    nodes = [block.node for block in told.blocks]
    return [
        one.day for node in nodes if isinstance(node, (Cards, Chart)) for one in node.statements
    ]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"a": of("2018-03-31"), "b": of("2018-06-30")}, ["At 31 March 2018", "At 30 June 2018"]),
        ({"a": of("2018-03"), "b": figure(5, "came")}, ["In March 2018", ""]),
        ({"a": of("2018-03-31"), "b": of("2018-03")}, ["", ""]),  # one moment
        ({"a": of("2018-03-31"), "b": of("2018-03-31")}, ["", ""]),
        ({"a": of("2018-03-31", "in care at the end of March 2018"), "b": of("2018-06-30")},
         ["", "At 30 June 2018"]),
        ({"a": of("2018-03-31", "in care on 31 March 2017"), "b": of("2018-06-30")},
         ["At 31 March 2018", "At 30 June 2018"]),
        ({"a": {**of("2018-06-30"), "value": None, "symbol": "x", "reason": "Lost."},
          "b": of("2018-03-31")}, ["At 30 June 2018", "At 31 March 2018"]),
    ],
)  # fmt: skip
def test_numbers_of_different_times_say_their_days(figures, said):
    assert days(statistics("a", "b"), **figures) == said


def test_a_number_beside_a_series_of_another_day_says_its_own():
    trend = {"kind": "trend", "series": "line"}
    assert days(statistics("a"), trend, a=of("2018-06-30")) == ["At 30 June 2018"]
    assert days(statistics("a"), trend, a=of("2018-03-31")) == [""]
    assert days(statistics("a"), {"kind": "table", "figures": ["b"]}, a=of("2018-06-30"),
                b=of("2018-03-31")) == [""]  # a table says when each is of  # fmt: skip


def test_a_part_is_of_the_day_of_its_whole():
    figures = {
        "a": of("2018-03-31", value=200),
        "b": of("2018-03-31", "of which in foster care", part_of="a"),
        "c": figure(5, "came"),
    }
    part = {"kind": "part", "figure": "b"}
    assert days(part, statistics("c"), **figures) == ["At 31 March 2018", "", ""]


@pytest.mark.parametrize(
    ("label", "count", "said"),
    [
        ("of which in foster care", 1, ["At 31 March 2018."]),
        ("of which in foster care on 31 March 2018", 1, []),
        ("of which in foster care", 0, []),
    ],
)
def test_a_funnel_among_numbers_of_another_time_says_its_day_below_its_stages(label, count, said):
    figures = {
        "first": figure(1, "first"),
        "a": of("2018-03-31", value=200),
        "b": of("2018-03-31", label, part_of="a"),
        "c": figure(5, "came"),
    }
    blocks = [{"kind": "funnel", "figures": ["a", "b"]}, statistics("c")][: 1 + count]
    made = summary([section("First", statistics("first")), section("A", *blocks)], figures)
    node = tell(Reader(made), BOARD).sections[1].blocks[0].node
    assert list(node.notes) == said
    owner = Element("Sect")
    height_of(chart(node, LOOK, Spot(Misfits()), owner, A4.measure), A4.measure)
    assert sum(one.role == "P" for one in owner.children) == len(said)


def test_all_that_belongs_to_a_number_is_below_its_rule():
    figures = {"a": figure(650, "people", lead="Training provided to"), "b": figure(9, "courses")}
    reader = Reader(summary([section("A", statistics("a", "b"))], figures))
    node = Cards(tuple(Statement(reader.figure(name)) for name in "ab"), 3)
    (atom,) = cards(node, LOOK, Spot(Misfits()), Element("Sect"), A4.measure)
    row = atom.flowable
    assert isinstance(row, Row)
    height_of(row, A4.measure)
    first, second = (cell.parts for cell in row.cells)
    assert first and first.lead and second
    top = row.baseline - first.number.ascent - first.lead.height
    assert top >= RULE  # of the words before the number, from the top of the row


@pytest.mark.parametrize(
    ("upper", "lower", "on"),
    [(500, 400, "tint"), (500, 380, "tint"), (210, 15, "paper"), (90, 60, "paper"), (510, 100, "")],
)
def test_words_that_lead_on_are_clear_of_the_slope(upper, lower, on):
    height, width = 34.0, 510.0
    (line,) = lines = ["which, after a talk with the police and the school, resulted in"]
    place = Strip(upper, lower, height, width).place_of(lines, None)
    assert (place[1] if place else "") == on
    if place:
        feet, heads = (
            lower + (upper - lower) * (UNDER_LEAD + above) / height
            for above in (-0.2 * LABEL.size, 0.75 * LABEL.size)
        )
        right = place[0] + fonts.width(line, LABEL)
        assert right < min(feet, heads) if on == "tint" else place[0] > max(feet, heads)
        assert right <= width


@pytest.mark.parametrize(
    ("noun", "label", "said"),
    [
        ("plans", "Children on Child Protection Plan", ""),
        ("plans", "child protection plans", "plans"),
        ("children looked after", "children looked after on 31 March", "children looked after"),
        ("", "children", ""),
    ],
)
def test_a_mark_stands_for_what_the_printed_words_count(noun, label, said):
    made = summary([section("A", statistics("a"))], {"a": figure(100, label, noun=noun or None)})
    assert counted(Reader(made).figure("a")) == said


@pytest.mark.parametrize("wide", [True, False])
def test_the_ground_of_a_list_is_one_shape_on_each_page(wide):
    node = Numbered(tuple(Item((Span(f"Priority {n}"),), number=n) for n in range(1, 31)))
    rows = numbered(node, LOOK, Element("L"), A4.measure - 100)
    atoms = banded(rows, LOOK, Spot(Misfits()), wide)
    frame = Frame(400.0, 60.0)
    pages = paginate(atoms, LOOK, frame, frame)
    assert len(pages) > 1
    for page in pages:
        first, *others = (placed.flowable for placed in page)
        assert isinstance(first, Piece)
        assert first.above is None
        assert all(isinstance(one, Piece) and one.above is not None for one in others)
        last, down = first.end
        assert last is page[-1].flowable
        assert down == pytest.approx(page[0].y - page[-1].y)

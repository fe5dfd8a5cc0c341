"""Units and numbers that are not exact on pages: charts, leaflets, bars below zero, rates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type, runs_of
from hscb_report.charts.bars import bars
from hscb_report.charts.marks import Area, Words
from hscb_report.story import rates
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from make import written as built
from pdf import structure, text_of
from rules import figure, summary
from test_layout_property import faults

BOARD = Board(name="A board")


def not_exact() -> Summary:
    """Every kind of chart of numbers that are not exact, and of some below zero."""
    figures = {
        "all": figure(1200, bound="about", label="contacts", noun="contacts"),
        "some": figure(300, bound="over", label="became referrals", part_of="all", lead="of which"),
        "heard": figure(80, bound="over", unit="percent", label="of pupils were heard"),
        "few": figure(5, bound="under", label="children waited"),
        "wait": figure(27, unit="days", label="from referral to assessment"),
        "budget": figure(1234567, unit="pounds", show="millions", label="was spent"),
        "in-time": figure(-3, unit="points", label="of visits in time since last year"),
        "staff": figure(-86250, unit="pounds", label="Staff"),
        "training": figure(12400, unit="pounds", bound="about", label="Training"),
    }
    kinds = [
        {"kind": "funnel", "figures": ["all", "some"]},
        {"kind": "part", "figure": "some"},
        {"kind": "share", "figure": "heard"},
        {"kind": "compare", "items": ["all", "some"]},
        {"kind": "bars", "figures": ["all", "some", "few"]},
        {"kind": "bars", "figures": ["staff", "training"]},
        {"kind": "statistics", "items": ["wait", "budget", "in-time", "few"]},
        {"kind": "text", "text": "{all} contacts, {few} of them late."},
    ]
    made = summary(figures=figures).model_dump(exclude_none=True)
    return Summary.model_validate({**made, "sections": [{"heading": "H", "blocks": kinds}]})


def test_nothing_is_worked_out_or_counted_out_from_a_number_that_is_not_exact():
    made = not_exact()
    reader = Reader(made)
    assert reader.figure("some").ratio == "" and reader.figure("some").share is None
    story = tell(reader, BOARD)
    assert story.opening is None or story.opening.dots is None
    funnel, part, share, compare, plain, below = (
        told.node for told in story.sections[0].blocks[:6]
    )
    assert (part.description, part.field, share.description) == (None, None, None)
    assert compare.field is None
    assert "About 1,200 contacts; of which over 300 became referrals." in funnel.description.alt
    assert compare.description.alt.endswith("Contacts: about 1,200; Became referrals: over 300.")
    assert "Some" not in plain.description.alt and "over 300" in plain.description.alt
    assert below.description.alt.endswith("Staff: −£86,250; Training: about £12,400.")
    exact = made.model_copy(
        update={
            "figures": {
                name: one.model_copy(update={"bound": None}) for name, one in made.figures.items()
            }
        }
    )
    assert Reader(exact).figure("some").ratio == "25% of contacts"


def test_they_stand_on_the_page_whole_and_are_read_in_order():
    _, data = built("board", not_exact(), BOARD)
    assert faults(data) == []
    text = " ".join(" ".join(text_of(data)).split())
    for words in (
        *("27 days from referral to assessment", "over 80% of pupils", "under 5 children waited"),
        *("−3 percentage points of visits", "£1.2m was spent", "£1,234,567"),
        *("About 1,200 contacts, under 5 of them late.", "Rounded to £1.2m elsewhere."),
    ):
        assert words in text, words
    assert "−£86,250" in text and "about £12,400" in text
    read = [line.strip() for line in structure(data)]
    at = read.index("Span: −3")
    assert read[at + 1] == "Span: percentage points of visits in time since last year"
    assert read[read.index("Span: 27 days") - 1] == "P"


def test_a_leaflet_says_which_amounts_are_rounded():
    _, data = built("leaflet", not_exact(), BOARD, fold="roll")
    assert faults(data) == []
    text = " ".join(" ".join(text_of(data)).split())
    assert "Rounded: £1.2m." in text and "£1,234,567" not in text


def test_bars_go_to_both_sides_of_zero():
    reader = Reader(not_exact())
    rows = [(name, reader.figure(name)) for name in ("staff", "training")]
    sheet = bars(rows, 300.0, Brand(BOARD))
    boxes = {
        mark.key: mark.path.get_extents()
        for mark in sheet.marks
        if isinstance(mark, Area) and mark.key
    }
    said = {mark.text: mark for mark in sheet.marks if isinstance(mark, Words)}
    staff, training = boxes["staff"], boxes["training"]
    assert staff.x1 == pytest.approx(training.x0)  # both begin at zero
    assert staff.width / training.width == pytest.approx(86250 / 12400)
    assert staff.x1 < said["−£86,250"].x < said["about £12,400"].x
    assert training.x1 < said["about £12,400"].x < 300


def test_words_beside_a_large_number_are_half_its_size():
    large = Type("black", 56, 60)
    runs = runs_of("over 1,200 days [r]", large)
    assert [(run.text, run.style.size) for run in runs] == [
        ("over ", 28),
        ("1,200", 56),
        (" days", 28),
        (" [r]", pytest.approx(25.2)),
    ]
    assert runs_of("77,602", large) == (runs_of("77,602", large)[0],)
    assert "".join(run.text for run in runs_of("Not available [x]", large)) == "Not available [x]"
    small = Type("bold", 12, 15)
    assert [run.text for run in runs_of("27 days", small)] == ["27 days"]


@pytest.mark.parametrize(
    ("label", "printed", "name"),
    [
        ("enquiries per 10,000 children", "enquiries per 10,000 children", None),
        ("enquiries for every 10000 of us", "enquiries for every 10000 of us", None),
        ("children in need", "per 10,000 children in need", "Children in need, per 10,000"),
        ("of 10,000 asked", "per 10,000 of 10,000 asked", "Of 10,000 asked, per 10,000"),
        ("a per 10,000,000", "per 10,000 a per 10,000,000", "A per 10,000,000, per 10,000"),
    ],
)
def test_a_rate_says_of_how_many_it_is_once(label, printed, name):
    reader = Reader(summary(figures={"f": figure(Decimal("45.7"), unit="per-10000", label=label)}))
    reading = reader.figure("f")
    assert reading.sentence == f"45.7 {printed}"
    told = rates.based(reading, reader.words.numbers)
    assert (told.name, told.in_full) == (name or label.capitalize(), "45.7")

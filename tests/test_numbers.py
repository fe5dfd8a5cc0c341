"""Numbers on the page: their sizes say how important they are, and those of a row stand on one
line.
"""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seen
from hscb_report.brand.brand import Brand
from hscb_report.page.cards import cards
from hscb_report.page.look import A4, Look
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.statistic import RULE
from hscb_report.pdf.structure import Element
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from make import with_a_percentage, written
from pdf import structure, text_of
from test_layout_property import faults

BOARD = Board(
    name="Hampshire Safeguarding Children Board",
    web="https://www.example.org",
    address=["1 High Street"],
)
ICONS = ["home", "people", ""]


def summary(*figures: dict, kind: str = "statistics", sections: int = 1, **block) -> Summary:
    """A content whose sections show these figures; an icon among a figure's keys goes to its
    item.
    """
    made, items = {}, []
    for number, figure in enumerate(figures):
        item = {"figure": f"f{number}"}
        if icon := figure.pop("icon", ""):
            item["icon"] = icon
        items.append(item)
        gap = {"symbol": "x", "reason": "Not sent."} if figure["value"] is None else {}
        made[f"f{number}"] = {"label": "children", "period": "2017-18", "source": "s"}
        made[f"f{number}"] |= figure | gap
    share = -(-len(items) // sections)
    made_of = Summary.model_validate(
        {
            "board": "b",
            "title": "Annual Report Summary",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Yearly return", "publisher": "Somebody"}},
            "figures": made,
            "sections": [
                {
                    "heading": f"Section {start}",
                    "blocks": [{"kind": kind, "items": items[start : start + share], **block}],
                }
                for start in range(0, len(items), share)
            ],
        }
    )
    return with_a_percentage(made_of)


def numerals(data: bytes, zoom: float = 1.0) -> list[seen.Line]:
    """The big numbers, page by page, with the sizes that they were laid out in."""
    return [
        line
        for page in seen.lines(data)[:2]
        for line in page
        if line.weight == "Black" and line.words.replace(",", "").isdigit()
    ]


def sizes(data: bytes) -> dict[str, float]:
    return {line.words: round(line.size) for line in numerals(data)}


FIGURES = st.fixed_dictionaries(
    {
        "value": st.integers(1, 99_999_999) | st.none(),
        "icon": st.sampled_from(ICONS),
        "emphasis": st.sampled_from([None, None, "lead", "standard", "supporting"]),
        "label": st.sampled_from(["children", "children who were the responsibility of the LA"]),
        "lead": st.sampled_from([None, None, "of which", "Training for many agencies provided to"]),
    }
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    st.lists(FIGURES, min_size=1, max_size=7),
    st.sampled_from(["statistics", "events"]),
    st.sampled_from(["full", "two-thirds", "half", "third"]),
)
def test_numbers_of_a_row_stand_on_one_line_and_so_do_their_words(figures, kind, width):
    content = summary(*[dict(one) for one in figures], kind=kind, width=width)
    publication, data = written("board", content, BOARD)
    assert not publication.misfits
    assert faults(data) == []
    for page in seen.lines(data)[:2]:
        big = [one for one in page if one.weight == "Black" and one.size >= 18]
        big = [one for one in big if one.words.replace(",", "").isdigit()]
        rows = [list(row) for _, row in groupby(big, key=lambda one: round(one.baseline / 20))]
        for row in rows:
            assert max(one.baseline for one in row) - min(one.baseline for one in row) < 0.1
            under = [_first_below(one, page) for one in row]
            assert max(under) - min(under) < 0.1
    leads = [one for one in numerals(data) if one.size >= 40]
    for page in seen.lines(data)[:2]:
        assert sum(one in page for one in leads) <= 1, "one leading number a page"


def _first_below(number: seen.Line, page: list[seen.Line]) -> float:
    """The baseline of the words below a number."""
    below = [
        one.baseline
        for one in page
        if one.baseline < number.baseline - 5 and abs(one.left - number.left) < 2 and one.size < 13
    ]
    return max(below)


def test_the_first_of_the_statistics_leads_where_the_content_names_none():
    data = written("board", summary({"value": 101}, {"value": 202}, {"value": 303}), BOARD)[1]
    assert sizes(data) == {"101": 56, "202": 36, "303": 36}


def test_emphasis_says_how_large_a_number_stands():
    figures = [
        {"value": 101},
        {"value": 202, "emphasis": "supporting"},
        {"value": 303, "emphasis": "lead"},
    ]
    data = written("board", summary(*figures), BOARD)[1]
    assert sizes(data) == {"101": 36, "202": 24, "303": 56}


def test_numbers_of_events_support():
    data = written("board", summary({"value": 101}, {"value": 202}, kind="events"), BOARD)[1]
    assert sizes(data) == {"101": 24, "202": 24}


def test_a_page_has_one_leading_number_at_the_most():
    figures = [{"value": 101 + n, "emphasis": "lead"} for n in range(12)]
    content = summary(*figures, sections=12)
    data = written("board", content, BOARD)[1]
    found = []
    for page in seen.lines(data):
        on_page = [one for one in page if one.words in {str(101 + n) for n in range(12)}]
        found.append([round(one.size) for one in on_page if one.weight == "Black"])
    assert sum(map(len, found)) == 12
    assert any(56 in page for page in found)
    assert all(page.count(56) <= 1 and set(page) <= {56, 36} for page in found)


def test_a_missing_number_is_quiet_and_says_why():
    data = written("board", summary({"value": 101}, {"value": None, "label": "in care"}), BOARD)[1]
    lines = [one for page in seen.lines(data) for one in page]
    line = next(one for one in lines if "Not available" in one.words)
    assert line.size == pytest.approx(10, abs=0.1)
    read = "\n".join(structure(data))
    assert "Not available [x] in care" in read
    assert "Not sent." in read


@pytest.mark.parametrize("purpose", ["screen", "press", "office"])
def test_a_booklet_ends_with_a_back_cover(purpose):
    figures = [{"value": 101 + n} for n in range(9)]
    publication, data = written("booklet", summary(*figures, sections=3), BOARD, purpose)
    assert len(publication.pages) % 4 == 0 and not publication.blanks
    if purpose == "office":
        assert "1 High Street" in " ".join(text_of(data))
        return
    *before, last = text_of(data)
    assert len(publication.pages) == len(before) + 1
    assert "1 High Street" in last and "Page" not in last
    assert "1 High Street" not in " ".join(before)


def test_a_booklet_ends_with_a_back_cover_where_there_is_nobody_to_ask():
    board = Board(name="Open statistics")
    _, data = written("booklet", summary({"value": 101}, {"value": 202}), board)
    last = text_of(data)[-1]
    assert last.split("\n")[0] == "Open statistics"
    assert "Annual Report Summary 2017-18" in last and "Page" not in last


@pytest.mark.parametrize("others", [1, 2, 3])
def test_words_before_a_number_have_room_above_it_and_its_neighbours(others):
    plain = [{"value": 101 + n} for n in range(others)]
    content = summary({"value": 999, "lead": "Training provided to"}, *plain, kind="events")
    node = tell(Reader(content), BOARD).sections[0].blocks[0].node
    look = Look(Brand(BOARD), A4)
    made = cards(node, look, Spot(Misfits()), Element("Sect"), look.paper.measure)
    row = made[0].flowable
    row.wrap(look.paper.measure, 0)
    led, *rest = (cell.parts for cell in row.cells)
    assert rest
    above = row.baseline - max(one.number.ascent for one in (led, *rest))
    assert above >= RULE + led.lead.height


def test_a_section_that_goes_on_in_large_print_says_so_to_those_who_see_it():
    data = written("large-print", summary(*[{"value": 101 + n} for n in range(9)]), BOARD)[1]
    begun = [page for page in text_of(data) if "Section 0 (continued)" in page]
    assert begun
    assert not any("(continued)" in line for line in structure(data))


@pytest.mark.parametrize("edition", ["board", "booklet"])
def test_no_number_is_larger_than_one_that_is_more_important(edition):
    figures = [
        {"value": 12_345_678, "emphasis": "lead", "icon": "home"},
        {"value": 5},
        {"value": 7},
    ]
    content = summary(*figures, width="half")
    data = written(edition, content, BOARD)[1]
    found = {line.words: line.size for page in seen.lines(data) for line in page[1:]}
    assert found["12,345,678"] >= found["5"] == found["7"]


def test_one_number_alone_below_a_leading_one_is_as_wide_as_that():
    figures = [{"value": 283_314, "emphasis": "lead"}, {"value": 1594}, {"value": 56}, {"value": 7}]
    node = tell(Reader(summary(*figures)), BOARD).sections[0].blocks[0].node
    look = Look(Brand(BOARD), A4)
    made = cards(node, look, Spot(Misfits()), Element("Sect"), look.paper.measure)
    first, last = (atom.flowable.cells for atom in made)
    assert (len(first), len(last)) == (3, 1)
    assert last[0].width == first[0].width < look.paper.measure

"""Setting atoms on pages: nothing lost, nothing overlapping, headings with what they head."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hscb_report.brand.brand import Brand
from hscb_report.page.flow import Atom, Frame, paginate
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, Grid
from hscb_report.page.look import A4, Look
from hscb_report.page.spacing import BLOCK, NONE, Gap
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.table import Heading, Row, Table
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.summary.board import Board

FIRST, LATER = Frame(700, 60), Frame(780, 60)


class Block(Flowable):
    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, availWidth, availHeight):
        self.width = availWidth
        return availWidth, self.height


class Elastic(Box):
    """It takes up to so much more, and gives up to so much."""

    def __init__(self, height: float, more: float = 0.0, gives: float = 0.0) -> None:
        super().__init__()
        self.least, self.more, self.less = height, more, gives
        self.height = height

    @property
    def takes(self):
        return self.least + self.more - self.height

    @property
    def gives(self):
        return self.less

    def wrap(self, availWidth, availHeight):
        self.width, self.height = availWidth, self.least
        return self.width, self.height

    def stretch(self, height):
        self.height = min(height, self.least + self.more)

    def give(self, height):
        self.height -= height


LOOK = Look(Brand(Board(name="A board")), A4)
NOWHERE = Spot(Misfits())

atoms = st.builds(
    lambda height, space, stretch, keep, cost, header: Atom(
        Block(height), NOWHERE, Gap(space, stretch), cost, keep, Block(20) if header else None
    ),
    st.integers(1, 600),
    st.integers(0, 40),
    st.integers(0, 20),
    st.booleans(),
    st.integers(0, 80),
    st.booleans(),
)


def atom(height: float, gap: Gap = BLOCK, **more) -> Atom:
    return Atom(Block(height), NOWHERE, gap, **more)


@settings(max_examples=200, deadline=None)
@given(st.lists(atoms, min_size=1, max_size=40))
def test_every_atom_stands_once_inside_its_frame_in_order(made):
    pages = paginate(made, LOOK, FIRST, LATER)
    assert NOWHERE.misfits.found == []
    headers = {id(one.header) for one in made}
    placed = [p.flowable for page in pages for p in page if id(p.flowable) not in headers]
    assert [id(f) for f in placed] == [id(one.flowable) for one in made]
    for number, page in enumerate(pages):
        frame, below = (FIRST if number == 0 else LATER), None
        for item in page:
            assert item.y >= frame.bottom - 0.01
            assert item.y + item.flowable.height <= frame.top + 0.01
            assert below is None or item.y + item.flowable.height <= below + 0.01
            below = item.y


def test_a_heading_is_never_left_alone():
    made = [atom(560), atom(40, keep_next=True), atom(200)]
    assert [len(page) for page in paginate(made, LOOK, FIRST, LATER)] == [1, 2]


def test_a_table_repeats_its_head_on_the_next_page():
    rows = [atom(20, NONE, header=Block(20) if i else None) for i in range(60)]
    pages = paginate([atom(20, keep_next=True), *rows], LOOK, FIRST, LATER)
    assert len(pages) == 2
    assert pages[1][0].flowable is rows[len(pages[0]) - 1].header


def test_what_is_higher_than_a_page_is_named_with_its_excess():
    spot = Spot(Misfits(), 1.0, "the long one", ("sections", 0))
    paginate([atom(10), Atom(Block(900), spot)], LOOK, FIRST, LATER)
    found = spot.misfits.found
    assert [(m.name, m.dimension, m.key) for m in found] == [
        ("the long one", "high", ("sections", 0))
    ]
    assert round(found[0].excess * MM) == 900 - 720


def test_spare_height_is_shared_but_not_on_the_last_page():
    made = [atom(300, Gap(16, 10)) for _ in range(3)]
    first, last = paginate(made, LOOK, FIRST, LATER)
    assert first[0].y - (first[1].y + 300) == 16 + 10
    assert last[0].y + 300 == LATER.top


def test_what_a_page_has_to_spare_goes_to_what_can_use_it():
    chart = Elastic(200, more=40)
    in_row = Grid([[(100, Column([Block(40), chart])), (100, Block(100))]], 12)
    one = Atom(in_row, NOWHERE, NONE)
    pages = paginate([one, atom(300, NONE), atom(700, NONE)], LOOK, FIRST, LATER)
    assert chart.height == 240
    (first, second), _ = pages
    assert first.y + 280 == FIRST.top and second.y + 300 == first.y


def test_a_picture_is_set_smaller_where_the_page_would_be_left_half_empty():
    made = [atom(400, NONE), Atom(photo := Elastic(280, gives=70), NOWHERE, NONE), atom(700, NONE)]
    first, _ = paginate(made, LOOK, FIRST, LATER)
    assert [item.y for item in first] == [300, FIRST.bottom] and photo.height == 240


def test_a_picture_that_fits_keeps_its_size_and_one_too_large_moves_on():
    for height, pages in ((230, 2), (320, 3)):
        photo = Elastic(height, gives=70)
        made = [atom(400, NONE), Atom(photo, NOWHERE, NONE), atom(700, NONE)]
        assert len(paginate(made, LOOK, FIRST, LATER)) == pages
        assert photo.height == height


def test_gaps_close_and_a_picture_is_set_smaller_so_that_a_list_stays_whole():
    gap = Gap(20, 10, closes=8)
    rows = [atom(100, gap, break_cost=cost) for cost in (0, 60, 60)]
    field = Atom(drawing := Elastic(300, gives=40), NOWHERE, NONE)
    first, _ = paginate([field, *rows, atom(700, NONE)], LOOK, FIRST, LATER)
    tops = [item.y + item.flowable.height for item in first]
    assert len(first) == 4 and first[-1].y >= FIRST.bottom
    assert 260 < drawing.height < 300
    assert 12 < first[1].y - tops[2] < 20


def test_a_page_counts_as_full_as_it_will_be():
    """With a chart that fills it, a page may end early, and the next is no fuller than it is."""
    tall = Atom(chart := Elastic(400, more=200), NOWHERE, NONE)
    made = [tall, atom(100, NONE, break_cost=60), atom(600, NONE)]
    first, _ = paginate(made, LOOK, FIRST, LATER)
    assert len(first) == 2 and chart.height == 540
    short = Atom(Elastic(400), NOWHERE, NONE)
    made = [atom(640, NONE), short, atom(300, NONE, break_cost=5), atom(400, NONE, break_cost=5)]
    assert len(paginate(made, LOOK, FIRST, LATER)) == 3


def test_there_are_as_many_pages_as_are_asked_for_if_there_can_be():
    made = [atom(200, NONE) for _ in range(6)]
    assert len(paginate(made, LOOK, FIRST, LATER)) == 2
    for count in (2, 4, 6):
        pages = paginate(made, LOOK, FIRST, LATER, count)
        assert len(pages) == count and sum(map(len, pages)) == 6
    for count in (1, 7):
        assert len(paginate(made, LOOK, FIRST, LATER, count)) == 2


@pytest.mark.parametrize(("count", "parted"), [(4, False), (8, False), (45, True)])
def test_a_small_table_is_whole_and_a_large_one_fills_the_page(count, parted):
    columns = (Heading("Figure", 300), Heading("Value", 80, "right"))
    table = Table(columns, LOOK, Element("Sect"))
    rows = table.atoms([table.row((f"Name {n}", str(n))) for n in range(count)], NOWHERE)
    pages = paginate([atom(560, NONE), *rows, atom(700, NONE)], LOOK, FIRST, LATER)
    on = {n for n, page in enumerate(pages) for one in page if isinstance(one.flowable, Row)}
    assert (len(on) > 1) == parted

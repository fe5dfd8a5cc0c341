"""Setting atoms on pages: nothing lost, nothing overlapping, headings with what they head."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from hscb_report.brand.brand import Brand
from hscb_report.page.context import A4, MM, Context
from hscb_report.page.flow import Atom, Frame, paginate
from hscb_report.summary.board import Board

FIRST, LATER = Frame(700, 60), Frame(780, 60)


class Block(Flowable):
    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, availWidth, availHeight):
        self.width = availWidth
        return availWidth, self.height


def context() -> Context:
    return Context(Brand(Board(name="A board")), None, A4)


atoms = st.builds(
    lambda height, space, stretch, keep, cost, header: Atom(
        Block(height), space, stretch, keep, cost, Block(20) if header else None
    ),
    st.integers(1, 600),
    st.integers(0, 40),
    st.integers(0, 20),
    st.booleans(),
    st.integers(0, 80),
    st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(atoms, min_size=1, max_size=40))
def test_every_atom_stands_once_inside_its_frame_in_order(made):
    seen = context()
    pages = paginate(made, seen, FIRST, LATER)
    assert seen.misfits == []
    headers = {id(atom.header) for atom in made}
    placed = [p.flowable for page in pages for p in page if id(p.flowable) not in headers]
    assert [id(f) for f in placed] == [id(atom.flowable) for atom in made]
    for number, page in enumerate(pages):
        frame, below = (FIRST if number == 0 else LATER), None
        for item in page:
            assert item.y >= frame.bottom - 0.01
            assert item.y + item.flowable.height <= frame.top + 0.01
            assert below is None or item.y + item.flowable.height <= below + 0.01
            below = item.y


def test_a_heading_is_never_left_alone():
    made = [Atom(Block(560)), Atom(Block(40), keep_next=True), Atom(Block(200))]
    pages = paginate(made, context(), FIRST, LATER)
    assert [len(page) for page in pages] == [1, 2]


def test_a_table_repeats_its_head_on_the_next_page():
    head = Block(20)
    rows = [Atom(Block(20), space=0, stretch=0, header=Block(20) if i else None) for i in range(60)]
    pages = paginate([Atom(head, keep_next=True), *rows], context(), FIRST, LATER)
    assert len(pages) == 2
    assert pages[1][0].flowable is rows[len(pages[0]) - 1].header


def test_what_is_higher_than_a_page_is_named_with_its_excess():
    seen = context()
    paginate(
        [Atom(Block(10)), Atom(Block(900), block="the long one", key=("sections", 0))],
        seen,
        FIRST,
        LATER,
    )
    assert [(m.name, m.dimension, m.key) for m in seen.misfits] == [
        ("the long one", "high", ("sections", 0))
    ]
    assert round(seen.misfits[0].excess * MM) == 900 - 720


def test_spare_height_is_shared_but_not_on_the_last_page():
    made = [
        Atom(Block(300), stretch=10),
        Atom(Block(300), stretch=10),
        Atom(Block(300), stretch=10),
    ]
    first, last = paginate(made, context(), FIRST, LATER)
    assert first[0].y - (first[1].y + 300) == 16 + 10
    assert last[0].y + 300 == LATER.top

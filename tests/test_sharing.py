"""Blocks shared out over panels: sections stay whole as long as no panel is blank for it."""

from __future__ import annotations

from random import Random

import pytest

from hscb_report.editions.sharing import Measure, Piece, Size, Space, Unit
from hscb_report.editions.splits import may_fit, share

ROOM, GAP, HEAD = 100.0, 5.0, 10.0


def shared(sections: list[list[float]], panels: int) -> list[list[tuple[int, bool]]]:
    """Sections of blocks of these heights over equal panels: which pieces stand on each, and
    whether under a heading.
    """

    def size(role: str, piece) -> Size:
        blocks = [sections[one.section][one.block] for one in piece.parts]
        return Size(GAP, HEAD + sum(blocks) + GAP * (len(blocks) - 1))

    flow = [Unit(s, b) for s, blocks in enumerate(sections) for b in range(len(blocks))]
    spaces = [Space(f"inside {number}", 80.0, ROOM) for number in range(1, panels + 1)]
    made, _ = share(flow, spaces, Measure(size), {})
    for space in spaces:
        assert Measure(size).height(made[space.role], space) <= ROOM
    return [[(piece.section, piece.headed) for piece in made[space.role]] for space in spaces]


def torn(panels: list[list[tuple[int, bool]]]) -> int:
    return sum(not headed for pieces in panels for _, headed in pieces)


@pytest.mark.parametrize(
    "sections",
    [
        [[20.0], [20.0, 20.0], [20.0]],
        [[80.0], [5.0, 5.0], [5.0]],
        [[10.0, 60.0], [60.0], [10.0, 10.0]],
        [[5.0], [5.0], [30.0], [10.0, 40.0], [5.0]],
    ],
)
def test_no_section_is_torn_while_each_panel_can_have_a_whole_one(sections):
    made = shared(sections, 3)
    assert torn(made) == 0
    assert all(made)


def test_a_section_is_torn_where_a_panel_would_be_blank_and_no_more_often():
    made = shared([[20.0], [20.0, 20.0], [20.0]], 4)
    assert made == [[(0, True)], [(1, True)], [(1, False)], [(2, True)]]
    assert torn(shared([[20.0, 20.0, 20.0, 20.0]], 4)) == 3


def test_a_section_is_torn_where_the_whole_has_no_room():
    assert torn(shared([[60.0, 40.0], [15.0]], 2)) == 1
    # by a hair: 10 + 45 + 5 + 40.2 is more than a panel
    assert torn(shared([[45.0, 40.2], [5.0]], 2)) == 1


def test_what_is_far_too_much_for_the_other_panels_alone_is_shared_out_all_the_same():
    """Blocks are higher on narrower panels than on the first, by which it is guessed."""

    def size(role: str, piece) -> Size:
        return Size(0.0, (45.0 if role == "inside 1" else 150.0) * len(piece.parts))

    flow = [Unit(at, 0) for at in range(12)]
    widths = (80.0, 40.0, 40.0)
    spaces = [Space(f"inside {at}", width, ROOM) for at, width in enumerate(widths, 1)]
    made, cost = share(flow, spaces, Measure(size), {})
    assert [one.section for pieces in made.values() for one in pieces] == list(range(12))
    assert cost > 1000


def test_what_is_hardly_too_high_has_its_gaps_closed():
    space = Space("inside 1", 200.0, 100.0, taken=20.0)
    for high, fits in ((80, True), (83, True), (84, False)):
        measure = Measure(lambda role, piece, high=high: Size(10.0, high, closes=3.0))
        assert measure.fits([Piece(0, (Unit(0, 0),))], space) == fits


def test_the_quick_answer_never_refuses_what_can_be_shared_out():
    random, answers = Random(5), []
    for _ in range(200):
        heights = [random.uniform(5, 45) for _ in range(random.randint(1, 9))]
        flow = [Unit(at // 2, at % 2) for at in range(len(heights))]
        closes = random.choice((0.0, 4.0))

        def size(role: str, piece, heights=heights, closes=closes) -> Size:
            blocks = [heights[2 * one.section + one.block] for one in piece.parts]
            gaps = GAP * (len(blocks) - 1)
            return Size(GAP, HEAD * piece.headed + sum(blocks) + gaps, closes=closes)

        spaces = [Space(f"inside {n}", 80.0, ROOM, taken=10.0 * n) for n in (1, 2, 3)]
        measure = Measure(size)
        made, _ = share(flow, spaces, measure, {})
        fits = all(measure.fits(made[space.role], space) for space in spaces)
        answers.append((fits, may_fit(flow, spaces, measure)))
    assert (True, False) not in answers
    assert {(True, True), (False, False)} <= set(answers)

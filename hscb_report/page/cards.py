"""Numbers side by side in rows, as many as leave room for the largest and the longest word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hscb_report.brand import fonts
from hscb_report.brand.typography import SCALE, TIERS, Type
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Narrow
from hscb_report.page.look import Look
from hscb_report.page.row import BESIDE, ICON, Cell, Row
from hscb_report.page.spot import Spot
from hscb_report.page.statistic import missing, parts
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Cards, Statement, text_of

LEAD = 2
"""So many columns a leading number takes, where it shares its row."""
MOST_BEFORE, MOST_BELOW, MOST_SAID = 3, 5, 3
"""Words before a number, below it, and in what is said of it, have no more lines than this, unless
each has a row of its own.
"""
MOST_BEFORE_SOME = 1
"""The same of words before a number beside others without, all of which keep room for them."""
TALL, LEAST_ON_LINE, LEAST_TALL = 4, 2, 104.0
"""So many lines are a tall column with fewer words on each, or where they are not so wide, pt."""
LEAST_QUIET = 140.0
"""The line of a missing value beside a number is at least so wide, pt."""
MEASURE = 360.0
"""The line of a missing value is no longer, pt: it is small."""

Place = tuple[Statement, float]
"""A statement and the width of its cell, pt."""


@dataclass(frozen=True)
class _Plan:
    """Which statements share a row, and the sizes of their numbers by tier."""

    rows: tuple[tuple[Place, ...], ...]
    styles: dict[str, Type]


def cards(node: Cards, look: Look, spot: Spot, parent: Element, width: float) -> list[Atom]:
    """Numbers in rows; a page ends between two only where it must.

    Missing ones at the end stand below, each on a quiet line.
    """
    last = max((i for i, one in enumerate(node.statements, 1) if not one.missing), default=0)
    shown = tuple(map(_quieter, node.statements)) if look.compact else node.statements
    numbers, quiet = shown[:last], shown[last:]
    plan = _fitting(numbers, min(node.most, look.most_cards), look, spot, width)
    many = len(node.statements) > 1
    owner = parent.add("L") if many else parent

    def body() -> Element:
        return owner.add("LI").add("LBody") if many else owner

    made: list[Flowable] = [
        Row(
            [_cell(one, cell, plan.styles, look, body()) for one, cell in row],
            look,
            [one.reading.key for one, _ in row if _leads(one)],
        )
        for row in plan.rows
    ]
    made += [Narrow(missing(one, look, body()), MEASURE) for one in quiet]
    costs = [_cost(before, row, look) for before, row in pairwise(plan.rows)]
    costs += [spacing.NEVER] * len(quiet)
    gaps = [spacing.SINGLE if look.large else spacing.ROW] * len(plan.rows)
    gaps += [spacing.ROW] * len(quiet)
    first, *rest = made
    return [
        Atom(first, spot),
        *(
            Atom(row, spot, gap, cost)
            for row, gap, cost in zip(rest, gaps[1:], costs[len(costs) - len(rest) :], strict=True)
        ),
    ]


def _cost(before: Sequence[Place], row: Sequence[Place], look: Look) -> float:
    """How bad it is to end a page between two rows: a part stays with its whole."""
    whole = row[0][0].reading.part_of
    if whole in {one.reading.key for one, _ in before}:
        return spacing.NEVER
    if whole and whole in {one.reading.part_of for one, _ in before}:
        return spacing.ALONE
    return spacing.BEFORE_CARD if look.one_column else spacing.BEFORE_CARDS


def _cell(one: Statement, width: float, styles: dict[str, Type], look: Look, body: Element) -> Cell:
    if one.missing:
        return Cell(width, missing(one, look, body))
    icon = Icon(one.icon, ICON, look.brand, "third-text", "paper") if one.icon else None
    return Cell(width, parts(one, look, body, styles[one.tier], "primary-text", "paper"), icon)


def _fitting(
    statements: Sequence[Statement], most: int, look: Look, spot: Spot, width: float
) -> _Plan:
    """As many columns as leave room for the numbers and the longest word of each."""
    if not statements:
        return _Plan((), {})
    # A leading number is wider than the one beside it.
    widest = LEAD + 1 if any(map(_leads, statements)) else 0
    for columns in range(min(most, max(len(statements), widest)), 0, -1):
        rows = _rows(statements, columns, width, look.paper.gutter)
        places = [place for row in rows for place in row]
        styles = {tier: _style(tier, places) for tier in TIERS}
        fits = columns == 1 or all(
            _words_fit(*place, MOST_BEFORE if _alike(row) or look.compact else MOST_BEFORE_SOME)
            for row in rows
            for place in row
        )
        if all(styles.values()) and fits:
            return _Plan(rows, _in_order({tier: one for tier, one in styles.items() if one}))
    for tier, steps in TIERS.items():
        texts = [one.reading.headline for one in statements if one.tier == tier and not one.missing]
        excess = max((fonts.numeral_width(text, steps[-1]) for text in texts), default=0.0) - width
        if excess > 0:
            spot.misfit(excess, "wide")
    return _Plan(rows, {tier: steps[-1] for tier, steps in TIERS.items()})


def _in_order(styles: dict[str, Type]) -> dict[str, Type]:
    """No number is larger than one of a higher tier."""
    made: dict[str, Type] = {}
    for tier, style in styles.items():
        made[tier] = min([style, *made.values()], key=lambda one: one.size)
    return made


def _style(tier: str, places: Sequence[Place]) -> Type | None:
    """The largest step in which all numbers of a tier fit their cells; None if none is small
    enough. The smallest may take the place of an icon, which then stands above.
    """
    own = [place for place in places if place[0].tier == tier and not place[0].missing]
    steps = TIERS[tier]
    for step, beside in ((step, beside) for beside in (BESIDE, 0.0) for step in steps):
        if all(
            fonts.numeral_width(one.reading.headline, step) <= width - (beside if one.icon else 0.0)
            for one, width in own
        ):
            return step
    return None


def _alike(row: Sequence[Place]) -> bool:
    """Whether all numbers of a row have words before them, or none has."""
    return len({bool(one.reading.lead) for one, _ in row if not one.missing}) < 2


def _words_fit(one: Statement, width: float, most_before: int) -> bool:
    """Whether no word is broken, the words before a number push it down by few lines, and those
    below it, or those of a missing one, are no tall column.
    """
    if one.missing:
        return width >= LEAST_QUIET
    before = _lines(one.reading.lead, width - (BESIDE if one.icon else 0.0))
    longest = fonts.longest_word(one.reading.label_text, SCALE["body"])
    below = _lines(one.reading.label_text, width)
    said = max(_lines(text, width) for text in (*one.compared, text_of(one.changed)))
    few = before <= most_before and below <= MOST_BELOW and said <= MOST_SAID
    count = len(one.reading.label_text.split())
    narrow = below >= TALL and (width < LEAST_TALL or count < LEAST_ON_LINE * below)
    return longest <= width and few and not narrow


def _lines(text: str, width: float) -> int:
    return len(fonts.wrap(text, SCALE["body"], width)) if text else 0


def _rows(
    statements: Sequence[Statement], columns: int, width: float, gutter: float
) -> tuple[tuple[Place, ...], ...]:
    """Rows as even as can be; a leading number begins one, and is wider than the others in it. One
    number alone below such a row is as wide as the leading one.
    """
    rows: list[tuple[Place, ...]] = []
    waiting = list(statements)
    while waiting:
        end = next((i for i, one in enumerate(waiting[1:], 1) if _leads(one)), len(waiting))
        if _leads(waiting[0]):
            taken = waiting[: min(end, columns)] if columns > LEAD else waiting[:1]
            units = [LEAD if columns > LEAD else 1, *[1] * (len(taken) - 1)]
            rows.append(_placed(taken, units, sum(units), width, gutter))
            waiting = waiting[len(taken) :]
            continue
        group, waiting = waiting[:end], waiting[end:]
        if len(group) == 1 and rows and rows[-1][0][1] < width:
            rows.append(((group[0], rows[-1][0][1]),))
            continue
        sizes = _sizes(len(group), columns)
        for size in sizes:
            taken, group = group[:size], group[size:]
            rows.append(_placed(taken, [1] * size, sizes[0], width, gutter))
    return tuple(rows)


def _quieter(one: Statement) -> Statement:
    """Where there is little room, no number leads."""
    return replace(one, tier="standard") if one.tier == "lead" else one


def _leads(one: Statement) -> bool:
    return one.tier == "lead" and not one.missing


def _placed(
    taken: Sequence[Statement], units: Sequence[int], columns: int, width: float, gutter: float
) -> tuple[Place, ...]:
    column = (width - (columns - 1) * gutter) / columns
    return tuple(
        (one, span * column + (span - 1) * gutter) for one, span in zip(taken, units, strict=True)
    )


def _sizes(count: int, columns: int) -> list[int]:
    """As even as can be: five in rows of at most three are three and two."""
    rows = -(-count // columns)
    return [count // rows + (1 if index < count % rows else 0) for index in range(rows)]

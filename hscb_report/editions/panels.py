"""Which blocks stand on which panel of a leaflet: as the content says, and by default where it says
nothing.

By default priorities are looked for on the back and lessons on the flap; everything is shared out
over the panels in its order, as evenly as its heights allow, and no panel is left blank. A block
that is higher than a panel goes on over the next. Where there is no room for all, tables, grids,
trends, bars and stacks are left to the full report, and then the numbers that the front tells;
nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from hscb_report.editions.dividing import Divide
from hscb_report.editions.named import all_units, units_of
from hscb_report.editions.sharing import Measure, Piece, Space, Unit, pieces_of
from hscb_report.editions.splits import may_fit, share
from hscb_report.summary.blocks import Panel
from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import Panels

PARTING = {"flap", "back"}
_SURELY = 0.7
"""Of the height that a block has below a line that says that its section goes on, so much it has
anywhere.
"""


@dataclass(frozen=True)
class Assigned:
    """What stands where.

    Attributes:
        panels: the pieces of each.
        left: blocks that the full report alone has, or the front tells, for want of room.
        unnamed: blocks of sections of which the content names others.
        nowhere: sections that the content would have to name.
        cost: how bad it is.
        lost: whether there is no panel for some that should have one.
    """

    panels: dict[str, list[Piece]]
    left: tuple[Unit, ...] = ()
    unnamed: tuple[Unit, ...] = ()
    nowhere: tuple[int, ...] = ()
    cost: float = 0.0
    lost: bool = False

    @property
    def torn(self) -> int:
        """How many pieces go on from the panel before."""
        return sum(not piece.headed for pieces in self.panels.values() for piece in pieces)


@dataclass(frozen=True)
class _Wish:
    """What the content says.

    Attributes:
        groups: of the inside panels.
        fixed: of flap and back, where they are named.
        free: all that is neither named nor left out.
        unnamed: as in ``Assigned``.
    """

    groups: list[list[Unit]]
    fixed: dict[str, list[Unit]]
    free: list[Unit]
    unnamed: list[Unit]


@dataclass(frozen=True)
class _Open:
    """What is to be shared out.

    Attributes:
        fixed: what stands where already.
        orders: in which the rest may stand.
        spaces: the panels that are open.
        homes: as ``share`` has it.
    """

    fixed: Assigned
    orders: list[list[Unit]]
    spaces: list[Space]
    measure: Measure
    homes: Mapping[Unit, str]

    def may_fit(self) -> bool:
        """Whether it is worth while to share it out."""
        return any(may_fit(order, self.spaces, self.measure) for order in self.orders)

    @cached_property
    def shared(self) -> Assigned:
        """In the best of its orders."""
        panels, cost = min(
            (share(order, self.spaces, self.measure, self.homes) for order in self.orders),
            key=lambda shared: shared[1],
        )
        return replace(self.fixed, panels=self.fixed.panels | panels, cost=cost)


def assign(
    summary: Summary,
    asked: Panels,
    spaces: Sequence[Space],
    measure: Measure,
    divide: Divide,
    twice: Collection[Unit] = (),
    banded: Collection[Unit] = (),
) -> Assigned:
    """The pieces of each panel but the front.

    The lists of ``leaflet: inside`` stand on a panel each where there are as many; else they are
    one flow.

    Args:
        asked: what the content says of this fold.
        spaces: the panels in reading order: ``inside 1`` ..., ``flap`` where there is one,
            ``back``.
        divide: divides blocks that are too high, or too few.
        banded: blocks that the picture over the inside panels tells.
        twice: blocks whose numbers stand on the front as well: the next to go.
    """
    wish = _wish(summary, asked, banded)

    def arranged(left: Sequence[Unit]) -> _Open:
        """All that is free but some."""
        return _arranged(summary, wish, _without(wish.free, left), spaces, measure, divide)

    def fitting(open_: _Open) -> Assigned | None:
        """How it fits; None where it does not, which is often known before it is shared out."""
        made = open_.shared if open_.may_fit() else None
        return made if made and _fits(made, spaces, measure) else None

    left: list[Unit] = []
    some = arranged(left)
    first = [unit for unit in wish.free if _panel(summary, unit) == "full report"]
    for optional in (first, [*first, *_without(wish.free, _without(wish.free, list(twice)))]):
        if len(optional) == len(left) or fitting(some):
            break
        left = list(optional)
        some = arranged(left)
    made = some.shared
    if left and _fits(made, spaces, measure):
        for unit in left:
            if _least(unit, spaces, measure) > _free(made, spaces, measure):
                continue
            fewer = [one for one in left if one != unit]
            if more := fitting(arranged(fewer)):
                left, made = fewer, more
    return replace(made, left=tuple(left))


def _least(unit: Unit, spaces: Sequence[Space], measure: Measure) -> float:
    """What a block takes at the least, on any panel."""
    piece = Piece(unit.section, (unit,), headed=False)
    return _SURELY * min(measure.size(space.role, piece).height for space in spaces)


def _free(made: Assigned, spaces: Sequence[Space], measure: Measure) -> float:
    """The room that is left on all panels."""
    return sum(
        space.room - space.taken - measure.height(made.panels.get(space.role, []), space)
        for space in spaces
    )


def _without(units: Iterable[Unit], left: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit not in left]


def _fits(made: Assigned, spaces: Sequence[Space], measure: Measure) -> bool:
    return not made.lost and all(
        measure.fits(made.panels.get(space.role, []), space)
        and not any(
            measure.size(space.role, piece).misfits for piece in made.panels.get(space.role, [])
        )
        for space in spaces
    )


def _wish(summary: Summary, asked: Panels, banded: Collection[Unit]) -> _Wish:
    out = {*units_of(summary, asked.leave_out), *banded}
    groups = [_without(units_of(summary, parts), list(out)) for parts in asked.inside or []]
    fixed = {
        name: _without(units_of(summary, parts), list(out))
        for name, parts in (("flap", asked.flap), ("back", asked.back))
        if parts is not None
    }
    placed = {unit for units in (*groups, *fixed.values()) for unit in units}
    named = {unit.section for unit in placed}
    rest = [unit for unit in all_units(summary) if unit not in placed | out]
    return _Wish(
        groups,
        fixed,
        [unit for unit in rest if unit.section not in named],
        [unit for unit in rest if unit.section in named],
    )


def _arranged(
    summary: Summary,
    wish: _Wish,
    free: list[Unit],
    spaces: Sequence[Space],
    measure: Measure,
    divide: Divide,
) -> _Open:
    """Everything for its panel: what is named, and what is free."""
    insides = [space.role for space in spaces if space.role.startswith("inside")]
    roles = [space.role for space in spaces]
    fixed = {role: units for role, units in wish.fixed.items() if role in roles}
    flow = [unit for role, units in wish.fixed.items() if role not in roles for unit in units]
    if len(wish.groups) == len(insides):
        fixed |= dict(zip(insides, wish.groups, strict=True))
    else:
        flow = [*(unit for group in wish.groups for unit in group), *flow]
    open_ = [space for space in spaces if space.role not in fixed]
    nowhere = _nowhere(summary, free, bool(wish.groups), bool(open_))
    default = [unit for unit in free if unit.section not in nowhere]
    homes = {
        unit: panel
        for unit in default
        if (panel := _panel(summary, unit)) in PARTING and panel in roles
    }
    orders = [divide(units, open_, measure) for units in _orders(summary, flow, default)]
    made = Assigned(
        {role: pieces_of(units) for role, units in fixed.items()},
        unnamed=tuple(wish.unnamed),
        nowhere=tuple(sorted(nowhere)),
        lost=bool(default) and not open_,
    )
    return _Open(made, orders, open_, measure, homes)


def _nowhere(summary: Summary, free: list[Unit], named: bool, any_open: bool) -> set[int]:
    """The sections that have no place: where the content names what stands inside, all but lessons,
    what follows them, and priorities; where it names all panels, every one. What only the full
    report need have asks for none.
    """
    belong = {
        at: {_panel(summary, unit) for unit in free if unit.section == at}
        for at in {unit.section for unit in free}
    }
    sections = {at for at, panels in belong.items() if panels != {"full report"}}
    if not any_open:
        return sections
    if not named:
        return set()
    lessons = next(
        (at for at, panels in enumerate(_belonging(summary)) if "flap" in panels),
        len(summary.sections),
    )
    return {at for at in sections if at < lessons and belong[at] != {"back"}}


def _belonging(summary: Summary) -> list[set[Panel]]:
    """Of each section, where its blocks belong."""
    return [{block.panel for block in section.blocks} for section in summary.sections]


def _orders(summary: Summary, named: list[Unit], free: list[Unit]) -> list[list[Unit]]:
    """The orders in which blocks may stand, the best liked first: priorities at the end; lessons
    where they are, or before what stands at the end; and all as it is written.
    """
    belonging = _belonging(summary)
    sections = [list(units) for _, units in groupby(free, key=lambda unit: unit.section)]
    last = [units for units in sections if belonging[units[0].section] == {"back"}]
    lessons = [
        units for units in sections if "flap" in belonging[units[0].section] and units not in last
    ]
    rest = [units for units in sections if units not in last]
    others = [units for units in rest if units not in lessons]
    orders: list[list[Unit]] = []
    for order in ([*rest, *last], [*others, *lessons, *last], sections):
        flat = [*named, *(unit for units in order for unit in units)]
        if flat not in orders:
            orders.append(flat)
    return orders


def _panel(summary: Summary, unit: Unit) -> Panel:
    """Where a block belongs by default, as its kind declares."""
    return summary.sections[unit.section].blocks[unit.block].panel

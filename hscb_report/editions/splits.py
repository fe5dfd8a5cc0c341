"""Blocks shared out over the panels of a leaflet, as evenly as their heights allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hscb_report.editions.sharing import (
    NEARLY,
    Measure,
    Piece,
    Space,
    Unit,
    goes_on_at,
    pieces_of,
)

LEAST = 1 / 3
"""A panel that is less full looks forgotten."""
_TOO_FULL, _OVER, _BLANK, _LOW, _AWAY = 1000.0, 100.0, 20.0, 0.7, 0.5
_SPLIT, _PARTED = 4.0, 2.0
"""What it costs that a section goes on over the next panel, which only a panel that would be blank
outweighs; and that this is within one of its blocks.
"""
_HOPELESS = 2.0
"""A panel so many times too full is not filled any further; and where all panels together are, no
split is looked for.
"""
_ROUNDED = 0.001
"""Sums in another order differ by far less, pt."""


def share(
    flow: Sequence[Unit],
    spaces: Sequence[Space],
    measure: Measure,
    homes: Mapping[Unit, str],
) -> tuple[dict[str, list[Piece]], float]:
    """Blocks in their order over the panels: the split with the least overflow, then the fewest
    blank panels, then the fewest split sections, then those away from home and the most even;
    of two as good, the one that begins first. Where there is far too much for all of them, one is
    filled after the other.

    Args:
        homes: the panel on which a block is looked for, where there is one.

    Returns:
        The pieces of each panel, and how bad that is.
    """
    rooms = sum(max(1.0, space.room - space.taken) for space in spaces)
    if not spaces or measure.of(flow, spaces[0]) > _HOPELESS * rooms:
        return _filled(flow, spaces, measure), _TOO_FULL * _HOPELESS
    count = len(flow)
    splits = [_split(flow, at) for at in range(count + 1)]
    most = _HOPELESS * max(space.room for space in spaces)
    best: dict[tuple[int, int], tuple[float, int]] = {(len(spaces), count): (0.0, count)}
    for number in range(len(spaces) - 1, -1, -1):
        space = spaces[number]
        strays = [homes.get(unit, space.role) != space.role for unit in flow]
        for start in range(count + 1 if number else 1):
            away: set[int] = set()  # sections that stand elsewhere than they are looked for
            for end, run in enumerate(measure.runs(flow, start, space), start):
                if end > start and strays[end - 1]:
                    away.add(flow[end - 1].section)
                behind = best.get((number + 1, end))
                if behind is not None:
                    fill = (space.taken + run.height) / max(1.0, space.room)
                    cost = (
                        _cost(space, fill)
                        + (splits[end] if end > start else 0.0)
                        + _AWAY * len(away)
                        + behind[0]
                    )
                    if (number, start) not in best or cost <= best[number, start][0]:
                        best[number, start] = cost, end
                    if fill > _HOPELESS:
                        break
                if run.height > most:
                    break
    if (0, 0) not in best:  # on narrower panels than the first, blocks are higher
        return _filled(flow, spaces, measure), _TOO_FULL * _HOPELESS
    result, start = {}, 0
    for number, space in enumerate(spaces):
        end = best[number, start][1]
        result[space.role] = pieces_of(flow[start:end], goes_on_at(flow, start))
        start = end
    return result, best[0, 0][0]


def may_fit(flow: Sequence[Unit], spaces: Sequence[Space], measure: Measure) -> bool:
    """Whether any split has room on all panels: where this is False, ``share`` finds none either.
    It takes a tenth of the time.
    """
    reached = {0}
    for space in spaces:
        room = space.room - space.taken + NEARLY + _ROUNDED
        ends: set[int] = set()
        for start in reached:
            for end, run in enumerate(measure.runs(flow, start, space), start):
                if run.height - run.closes <= room:
                    ends.add(end)
                elif run.height > _HOPELESS * space.room:
                    break
        reached = ends
    return len(flow) in reached or not spaces


def _cost(space: Space, fill: float) -> float:
    blank = _BLANK if fill <= 0 else 0.0
    over = max(0.0, fill - 1 - NEARLY / max(1.0, space.room))
    low = _LOW if fill < LEAST else 0.0
    return (1 - fill) ** 2 + blank + low + over * _TOO_FULL + (_OVER if over else 0.0)


def _filled(
    flow: Sequence[Unit], spaces: Sequence[Space], measure: Measure
) -> dict[str, list[Piece]]:
    """Blocks in their order, panel after panel; what has no room is too much for the last."""
    result, start = {}, 0
    for space in spaces:
        end = start
        while end < len(flow) and (
            space is spaces[-1]
            or space.taken + measure.of(flow[start : end + 1], space, goes_on_at(flow, start))
            <= space.room
        ):
            end += 1
        result[space.role] = pieces_of(flow[start:end], goes_on_at(flow, start))
        start = end
    return result


def _split(flow: Sequence[Unit], at: int) -> float:
    """How bad it is to end a panel before a block, or a part of one."""
    if not goes_on_at(flow, at):
        return 0.0
    return _SPLIT + (_PARTED if flow[at - 1].of == flow[at].of else 0.0)

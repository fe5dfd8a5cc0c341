"""Blocks of a leaflet that are higher than a panel, or fewer than the panels, divided at their
entries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil

from hscb_report.editions.sharing import Measure, Space, Unit
from hscb_report.story.division import divided, entries
from hscb_report.story.story import Story, Told

Divide = Callable[[Sequence[Unit], Sequence[Space], Measure], list[Unit]]
"""Blocks for panels that are open, as they may be shared out."""

_EACH = 2
"""Where there are fewer blocks for each panel, they may be divided too."""
_PART = 0.4
"""Of the room of a panel that a part of a block should take."""


@dataclass(frozen=True)
class Dividing:
    """Divides the blocks of a story, each in one way once."""

    story: Story
    _counts: dict[Unit, int] = field(default_factory=dict, init=False)
    _parts: dict[tuple[Unit, int], list[tuple[int, int | None]]] = field(
        default_factory=dict, init=False
    )

    def __call__(
        self, units: Sequence[Unit], spaces: Sequence[Space], measure: Measure
    ) -> list[Unit]:
        """Whole blocks where they fit, parts where they do not.

        Args:
            units: in their order.
            spaces: the panels that they are shared out over.
        """
        if not spaces:
            return list(units)
        tight = min(spaces, key=lambda space: space.room - space.taken)
        room = max(space.room - space.taken for space in spaces)
        parts = {}
        for unit in units:
            high = measure.alone(unit, tight)
            parts[unit] = 1 if high <= room else ceil(high / (_PART * room))
        self._spread(units, parts, _EACH * len(spaces))
        return [
            Unit(unit.section, unit.block, first, upto)
            for unit in units
            for first, upto in self._divided(unit, parts[unit])
        ]

    def _spread(self, units: Sequence[Unit], parts: dict[Unit, int], needed: int) -> None:
        """More parts of the blocks that have most entries, until there are as many as panels."""
        counts = {unit: self._entries(unit) for unit in units}
        while sum(min(parts[unit], counts[unit]) for unit in units) < needed:
            most = max(units, key=lambda unit: counts[unit] / parts[unit], default=None)
            if most is None or counts[most] <= parts[most]:
                return
            parts[most] += 1

    def _entries(self, unit: Unit) -> int:
        if unit not in self._counts:
            self._counts[unit] = entries(self._told(unit))
        return self._counts[unit]

    def _divided(self, unit: Unit, parts: int) -> list[tuple[int, int | None]]:
        if (unit, parts) not in self._parts:
            self._parts[unit, parts] = divided(self._told(unit), parts)
        return self._parts[unit, parts]

    def _told(self, unit: Unit) -> Told:
        return self.story.sections[unit.section].blocks[unit.block]

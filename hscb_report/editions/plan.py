"""A leaflet that was thought out: what stands on which panel, and how full they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hscb_report.editions.laying import Laying
from hscb_report.editions.panels import Assigned
from hscb_report.editions.sharing import Piece, Space, Unit
from hscb_report.errors import Misfit
from hscb_report.summary.leaflet import Panels


@dataclass(frozen=True)
class Plan:
    """A leaflet that was thought out.

    Attributes:
        asked: what the content says, or might say.
        laying: its panels.
        assigned: what stands on them.
        faults: what stops it: too high or too wide, blank, or without a place.
    """

    asked: Panels
    laying: Laying
    assigned: Assigned
    faults: tuple[Misfit, ...]

    def pieces(self, role: str) -> list[Piece]:
        """What stands on a panel."""
        return self.assigned.panels.get(role, [])

    @cached_property
    def shown(self) -> tuple[Unit, ...]:
        """The blocks that stand somewhere."""
        pieces = [piece for some in self.assigned.panels.values() for piece in some]
        told = [Unit(*one.of) for piece in pieces for one in piece.parts]
        opening = self.laying.story.opening
        pictured = self.laying.spread or self.laying.telling
        if pictured and opening and opening.section is not None:
            told.append(Unit(opening.section, 0))  # it has one block
        return tuple(dict.fromkeys(told))

    def height(self, space: Space) -> float:
        """How high all that stands on a panel is, pt on the layout."""
        pieces = self.pieces(space.role)
        if not pieces:
            return self.laying.alone(space)
        return space.taken + self.laying.measure.height(pieces, space)

    def fill(self, space: Space) -> float:
        """How full a panel is, as a share of its room."""
        return self.height(space) / max(1.0, space.room)

    @property
    def full(self) -> float:
        """How full all panels together are."""
        spaces = self.laying.spaces
        return sum(map(self.height, spaces)) / sum(space.room for space in spaces)

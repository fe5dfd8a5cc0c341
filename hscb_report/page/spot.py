"""Where a flowable stands in the content, and what did not fit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from hscb_report.errors import Misfit
from hscb_report.pdf.boxes import MM
from hscb_report.words.typography import without_binding

Dimension = Literal["high", "wide"]


@dataclass
class Misfits:
    """Collects what turned out too large while an edition is laid out, each thing once."""

    found: list[Misfit] = field(default_factory=list)

    def add(self, misfit: Misfit) -> None:
        """Note one, for the report at the end."""
        same = (misfit.name, misfit.key, misfit.dimension)
        if not any((one.name, one.key, one.dimension) == same for one in self.found):
            self.found.append(misfit)


@dataclass(frozen=True)
class Spot:
    """The place of what is being set.

    Attributes:
        misfits: where it says that it does not fit.
        zoom: how much larger it is drawn than it is laid out.
        name: the block, as its author knows it.
        key: the keys to it in the content file.
        hint: what to do where it does not fit; empty where that is the same as for other blocks.
    """

    misfits: Misfits
    zoom: float = 1.0
    name: str = "the page"
    key: tuple[str | int, ...] = ("sections",)
    hint: str = ""

    def of(self, name: str, key: tuple[str | int, ...], hint: str = "") -> Spot:
        """The place of another block of the same edition; its name has ordinary spaces."""
        return replace(self, name=without_binding(name), key=key, hint=hint)

    def misfit(self, excess: float, dimension: Dimension, hint: str = "") -> None:
        """Say that what stands here is too large.

        Args:
            excess: pt on the layout.
            hint: what to do, where that is known.
        """
        hint = hint or self.hint
        self.misfits.add(Misfit(self.name, excess * self.zoom / MM, dimension, self.key, hint))

    def unfit(self, kind: str, said: str, hint: str) -> None:
        """Say that what stands here cannot be printed, though it fits.

        Args:
            kind: ``coarse``, ``thin``.
            said: why, one sentence.
        """
        self.misfits.add(Misfit(self.name, 0.0, kind, self.key, hint, said))

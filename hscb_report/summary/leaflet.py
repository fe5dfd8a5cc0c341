"""``leaflet:`` in a content file: which sections and blocks go on which panel, for all folds or for
each.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from hscb_report.summary.base import Model, OrPlain
from hscb_report.summary.items import OneFigure
from hscb_report.summary.keys import SectionName
from hscb_report.summary.tree import KeyPath


def _section_alone(value: Any) -> Any:
    """A part may be a section's heading alone."""
    return {"section": value} if isinstance(value, str) else value


class Portion(Model):
    """A section, or some of its blocks."""

    section: SectionName = Field(description="The section's heading, as it is written there.")
    blocks: list[Annotated[int, Field(ge=1)]] | None = Field(
        None, min_length=1, description="Which of its blocks, counted from 1; all if left out."
    )


Portions = list[Annotated[Portion, BeforeValidator(_section_alone), OrPlain()]]


class Panels(Model):
    """What goes where on a folded leaflet; what is left out is laid out by default."""

    front: OneFigure | None = Field(None, description="The one number on the front panel.")
    introduction: bool = Field(
        True, description="Whether the introduction stands at the top of the first inside panel."
    )
    inside: list[Portions] | None = Field(
        None,
        min_length=1,
        max_length=3,
        description="A list for each inside panel, or one list to share out.",
    )
    flap: Portions | None = Field(None, description="The panel that is folded in.")
    back: Portions | None = Field(None, description="The back panel, above the contact.")
    leave_out: Portions = Field(default_factory=list, description="What is not in the leaflet.")


class Leaflet(Panels):
    """The same for all folds, or for each by itself."""

    roll: Panels | None = Field(None, description="All this for a roll fold alone.")
    z: Panels | None = Field(None, description="All this for a Z fold alone.")
    half: Panels | None = Field(None, description="All this for a half fold alone.")

    def for_fold(self, fold: str) -> tuple[Panels, KeyPath]:
        """What is asked of a fold, and the keys to it: what is written for it alone, or else what
        is written for all.
        """
        own = getattr(self, fold)
        return (own, ("leaflet", fold)) if own is not None else (self, ("leaflet",))

    def each(self) -> Iterator[tuple[Panels, KeyPath]]:
        """All that is asked, and the keys to it: for all folds, and for each."""
        yield self, ("leaflet",)
        for fold in FOLDS:
            if (own := getattr(self, fold)) is not None:
                yield own, ("leaflet", fold)


FOLDS = ("roll", "z", "half")
"""The folds for which something may be written."""

"""What all kinds of blocks have in common."""

import typing
from typing import ClassVar, Literal

from pydantic import Field

from hscb_report.summary.base import Model
from hscb_report.summary.keys import InlineLine

Width = Literal["full", "two-thirds", "half", "third"]

Panel = Literal["inside", "flap", "back", "full report"]
"""Where a leaflet shows a block by default: the full report alone has it, unless there is room for
all or the content asks for it.
"""


class Block(Model):
    """What all blocks have in common, and what each kind of block declares about itself.

    What a block shows is declared by the types of its keys (``summary/keys.py``).

    Attributes:
        one_scale: whether it is a chart that sets its figures, or its series, against one another,
            so that they must be of one unit, and should be of one date and one definition.
        with_whole: whether it shows the whole of its figure too.
        panel: where a leaflet shows it by default.
        of_the_year: whether its words are those of one year, so that next year's must be written.
    """

    one_scale: ClassVar[bool] = False
    with_whole: ClassVar[bool] = False
    panel: ClassVar[Panel] = "inside"
    of_the_year: ClassVar[bool] = False

    if typing.TYPE_CHECKING:

        @property
        def kind(self) -> str:
            """The name of its kind; each kind of block has a key of this name."""

    title: InlineLine | None = Field(None, description="A small heading above the block.")
    width: Width | None = Field(
        None, description="full, two-thirds, half or third; neighbours that fit share a row."
    )

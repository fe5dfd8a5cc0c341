"""How much of a file is looked at, counted over the whole document, and why so much.

A file of some KB can ask for hours and for gigabytes. So what is unpacked, read and compared is
counted while it happens, in one account for the document; a file that asks for more is said to be
too large to judge, which is no verdict on it.
"""

from __future__ import annotations

from dataclasses import dataclass


class TooLarge(Exception):
    """A file asks for more than is looked at; its text says of what, and how much is."""


@dataclass(frozen=True)
class Limit:
    """The most that is looked at.

    Attributes:
        things: what is counted, in the plural.
    """

    most: int
    things: str

    @property
    def exceeded(self) -> TooLarge:
        """What is said of a file that has more."""
        return TooLarge(f"it has more than {self.most:,} {self.things}, the most that is judged")


FILE = Limit(200_000_000, "bytes")
"""It is held in memory once. Press files with photographs have some 50 MB."""
PAGES = Limit(2_000, "pages")
"""Each costs 0.5 ms, though it be empty, and one of some bytes can be named a million times."""
UNPACKED = Limit(50_000_000, "bytes of content, unpacked")
"""Over all pages, fonts' tables and metadata. A page of a report has some 50,000."""
STREAM = Limit(5_000_000, "bytes in one stream, unpacked")
"""The numbers of an operator stand in memory together, with some 100 bytes for each two here."""
PIECE = 15
"""A pattern, a letter or a mask that is painted counts as so many operators, which take as long as
to begin one."""
OPERATORS = Limit(400_000, "operators on all pages")
"""A hundred pages of dense tables. These take some 6 s, and 500 MB where each paints something."""
NESTED = Limit(20, "forms or patterns inside one another")
"""Figures placed by drawing programs have three or four."""
LETTERS = Limit(500_000, "entries in the tables of its fonts' letters")
"""Seven fonts with all letters there are in two bytes; two lines of a table can ask for so many."""
ELEMENTS = Limit(200_000, "structure elements")
"""A report of a hundred pages has some 20,000."""
LEVELS = Limit(200, "structure elements inside one another")
"""A list in a list in a table has ten."""
COMPARISONS = Limit(4_000_000, "comparisons of what lies on what")
"""Some 4 s. A text is compared with the corners of the grounds below it, a cell of a table with the
heads."""
PLACES = Limit(1_000_000, "places in its tables")
"""A cell may say that it spans a thousand rows and columns. These take 130 MB."""
LAYERS = Limit(50_000, "layers and groups of layers")
"""Drawings have some hundred. A group may hold another ten times, and that one a third ..."""
OBJECTS = Limit(300_000, "objects")
"""Each is looked at by several checks, 10 microseconds each; empty ones are packed into a bit."""

OWN_SECONDS, OTHERS_SECONDS = 30, 60
"""How long our own checks may take, and the validators after them, in another process. What is
counted ends after some 6 s; a slow or busy computer may need five times as long. veraPDF takes 1 s
for a page of a report at the most."""
MEMORY = 1_000_000_000
"""The bytes that the judging process may have, where the system can say so (Linux): twice of what
the largest file that is judged takes, and of what Java is given."""

LIMITS = (UNPACKED, OPERATORS, LETTERS, ELEMENTS, COMPARISONS, PLACES, LAYERS)
"""Those that are counted over the document."""


class Account:
    """What of a document was looked at so far."""

    def __init__(self) -> None:
        self._spent = dict.fromkeys(LIMITS, 0)

    def spend(self, limit: Limit, count: int = 1) -> None:
        """Note that so much more is looked at.

        Raises:
            TooLarge: it is more than the document may ask for.
        """
        self._spent[limit] += count
        if self._spent[limit] > limit.most:
            raise limit.exceeded

    def left(self, limit: Limit) -> int:
        """How much more may be looked at."""
        return limit.most - self._spent[limit]

"""How much a content file may hold: what is larger was pasted by mistake, and would take minutes to
check and to lay out.
"""

from __future__ import annotations

import re

MOST_BYTES = 300_000
"""Of a content file. Those of the examples have 5,000 to 12,000."""
MOST_LETTERS = 10_000
"""Of one text: three pages of A4. The longest of the examples has 400."""
MOST_IN_A_WORD = 500
"""Letters of a word. A line has room for a hundred, and a web address may go on."""


_DIGITS = re.compile(r"[-+.,\d]+")


def too_long(text: str) -> tuple[str, str] | None:
    """Why a text is too long to be laid out, and the next step; None where it is not."""
    if len(text) > MOST_LETTERS:
        return (
            f"the text has {len(text):,} letters, and {MOST_LETTERS:,} is the most that is laid "
            "out in one piece",
            "make several texts of it, or check that it was not pasted by mistake",
        )
    if _DIGITS.fullmatch(text):
        return None  # a number has a most of its own, and a message about numbers
    longest = max(map(len, text.split()), default=0)
    if longest > MOST_IN_A_WORD:
        return (
            f"a word of the text has {longest:,} letters, and {MOST_IN_A_WORD:,} is the most that "
            "is laid out",
            "put spaces between its words, or check that it was not pasted by mistake",
        )
    return None

"""Quotes and apostrophes as they are set, whatever was typed: a letter for each letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

PRIME, DOUBLE_PRIME = "′", "″"
"""Feet and inches, minutes and seconds."""
_OPENS_AFTER = "([{<–—‒‐-/=‘“‚„«‹¿¡"
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"<>]+|[^\s\"<>@]+@[^\s\"<>@]+\.[^\s\"<>@]+")
"""A web or mail address: it stays as it was typed."""
_DECADE = re.compile(r"'[0-9]0s(?![^\W_])")
_YEAR = re.compile(r"'[0-9]{2}(?![^\W_])")
_CLOSES = re.compile(r"(?<=[^\s'])'(?![^\W_])")


@dataclass(frozen=True)
class QuoteMarks:
    """What is set for what is typed; each is one letter.

    Attributes:
        double: before and after what is quoted with ``"``.
        single: the same for ``'``.
        apostrophe: inside a word, and in the place of letters left out.
    """

    double: tuple[str, str]
    single: tuple[str, str]
    apostrophe: str


def set_quotes(text: str, marks: QuoteMarks, elided: Sequence[str]) -> str:
    """A text with the quote marks of a language in the place of straight ones.

    Args:
        elided: words that begin with an apostrophe, without it.
    """
    if "'" not in text and '"' not in text:
        return text
    kept = {
        place
        for found in _ADDRESS.finditer(text)
        for place in range(found.start(), found.start() + len(found[0].rstrip("'.,;:!?)")))
    }
    return _Setting(text, marks, elided, kept).text()


class _Setting:
    """One text, letter by letter.

    Args:
        kept: places that stay as they are.
    """

    def __init__(self, text: str, marks: QuoteMarks, elided: Sequence[str], kept: set[int]) -> None:
        self.typed, self.marks, self.kept = text, marks, kept
        self.set = list(text)
        self.open = {"'": 0, '"': 0}
        names = "|".join(map(re.escape, elided))
        self.elided = re.compile(rf"'(?:{names})(?![^\W_])", re.IGNORECASE)

    def text(self) -> str:
        """The text as it is set."""
        for at, letter in enumerate(self.typed):
            if at not in self.kept and letter in self.open:
                self.set[at] = self._single(at) if letter == "'" else self._double(at)
            elif letter in self.marks.double:  # typed as it is set
                self.open['"'] += 1 if letter == self.marks.double[0] else -1
        return "".join(self.set)

    def _around(self, at: int) -> tuple[str, str]:
        """What is set before a place and typed behind it; a space at the ends."""
        return self.set[at - 1] if at else " ", self.typed[at + 1 : at + 2] or " "

    def _double(self, at: int) -> str:
        before, after = self._around(at)
        if not self.open['"'] and before.isdecimal() and not after.isalnum():
            return DOUBLE_PRIME
        if _opens(before) and (not after.isspace() or not self.open['"']):
            self.open['"'] += 1
            return self.marks.double[0]
        self.open['"'] = max(0, self.open['"'] - 1)
        return self.marks.double[1]

    def _single(self, at: int) -> str:
        before, after = self._around(at)
        if before.isdecimal() and (after.isdecimal() or not (after.isalnum() or self.open["'"])):
            return PRIME
        if before.isalnum() and after.isalnum():
            return self.marks.apostrophe
        if _opens(before) and not after.isspace():
            if self._elides(at):
                return self.marks.apostrophe
            self.open["'"] += 1
            return self.marks.single[0]
        if self.open["'"] and not after.isalnum():
            # Whether it ends what is quoted or belongs to "parents'", only a later one can tell.
            if _CLOSES.search(self.typed, at + 1) and before.lower() == "s":
                return self.marks.apostrophe
            self.open["'"] -= 1
            return self.marks.single[1]
        return self.marks.apostrophe

    def _elides(self, at: int) -> bool:
        """Whether letters or numerals are left out there, and nothing is quoted."""
        if self.elided.match(self.typed, at) or _DECADE.match(self.typed, at):
            return True
        return bool(_YEAR.match(self.typed, at) and not _CLOSES.search(self.typed, at + 1))


def _opens(before: str) -> bool:
    """Whether a quote may begin behind a letter."""
    return before.isspace() or before in _OPENS_AFTER

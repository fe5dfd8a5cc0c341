"""Running text: its paragraphs and its lists, as they are typed and as they are kept.

A text is kept with an empty line between its parts. A list is a part whose lines each hold an
entry, behind "- ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

DASH = "- "
"""What an entry of a list begins with."""
_ENTRY = re.compile(r"-(?:\s+|$)")
_OTHER_SIGN = re.compile(r"[*•·‣▪●◦–—]\s+(?=\S)")
_NO_SPACE = re.compile(r"-(?=[^\W\d])")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")


def passages(text: str) -> Iterator[tuple[str, bool]]:
    """The paragraphs and the entries of lists of a text that was set out: the words of each, and
    whether it is an entry.
    """
    for part in text.split("\n\n"):
        if part.startswith(DASH):
            yield from ((line.removeprefix(DASH), True) for line in part.split("\n"))
        else:
            yield part, False


def set_out(text: str) -> str:
    """A text as it is kept.

    An entry of a list begins with "- ", on the first line of the text, behind an empty line, behind
    a line that ends with a colon, or behind another entry; it may go on over the lines that follow.

    Raises:
        PydanticCustomError: there are no words, or what looks like a list is none that is known.
    """
    made = _Setting()
    for line in text.split("\n"):
        made.take(line)
    if not made.parts:
        raise PydanticCustomError("blank", "this text is empty")
    return "\n\n".join("\n".join(part) for part in made.parts)


def kept(text: str) -> str:
    """A text as it is kept, or without spaces around it where it is none that is known."""
    try:
        return set_out(text)
    except PydanticCustomError:
        return text.strip()


def spoken(text: str) -> str:
    """What somebody said, as it is kept: paragraphs alone.

    Raises:
        PydanticCustomError: there are no words, or a line begins with a dash.
    """
    if not text.strip():
        raise PydanticCustomError("blank", "this text is empty")
    if any(_ENTRY.match(line) or _OTHER_SIGN.match(line) for line in map(str.strip, _lines(text))):
        raise PydanticCustomError("spoken-dash", "a line of a quotation begins with a dash")
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _lines(text: str) -> list[str]:
    return text.split("\n")


@dataclass
class _Setting:
    """A text that is read line by line.

    Attributes:
        parts: of what was read: the one line of a paragraph, or the entries of a list.
        apart: whether an empty line stands before the next one.
        indent: of the entries of the list that is read; None in a paragraph.
        signs: how many lines in a row begin with another sign than a dash.
        number: the last line's, where it begins with one.
    """

    parts: list[list[str]] = field(default_factory=list)
    apart: bool = True
    indent: int | None = None
    signs: int = 0
    number: int = 0

    def take(self, line: str) -> None:
        """Read the next line."""
        words = " ".join(line.split())
        if not words:
            self.apart = True
            return
        if _ENTRY.match(words):
            self._entry(words[1:].strip(), len(line) - len(line.lstrip()))
        else:
            self._other(words)
        self.apart = False

    def _entry(self, words: str, indent: int) -> None:
        if not words:
            raise PydanticCustomError("list-empty", "an entry of this list has no words")
        if self.indent is None:
            if not self.apart and not self.parts[-1][0].endswith(":"):
                raise PydanticCustomError(
                    "list-start", 'a line begins with "- ", and is part of the sentence before it'
                )
            self.indent = indent
            self.parts.append([])
        elif indent > self.indent:
            raise PydanticCustomError("list-level", "a list stands inside the entry of another")
        self.parts[-1].append(f"{DASH}{words}")
        self.signs = self.number = 0

    def _other(self, words: str) -> None:
        """A line of a paragraph, or one with which an entry goes on."""
        self._like_a_list(words)
        if not self.apart:
            self.parts[-1][-1] += f" {words}"
            return
        self.indent = None
        self.parts.append([words])

    def _like_a_list(self, words: str) -> None:
        """Refuse what was meant as a list: two lines that begin as its entries do elsewhere."""
        sign = _OTHER_SIGN.match(words) or _NO_SPACE.match(words)
        self.signs = self.signs + 1 if sign else 0
        if self.signs > 1:
            raise PydanticCustomError(
                "list-sign", 'the entries of a list begin with "- " here, and with no other sign'
            )
        found = _NUMBERED.match(words)
        number = int(found["number"]) if found else 0
        if number and self.number and number == self.number + 1:
            raise PydanticCustomError("list-numbered", "a text has no numbered lists")
        self.number = number

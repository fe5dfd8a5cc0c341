"""How a language sets its words: quote marks, and what stands together on one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between words that a line end does not part; it is for the layout alone."""

_OTHERS = MappingProxyType({"de": ("„", "“", "‚", "‘"), "pl": ("„", "”", "‚", "’")})


@dataclass(frozen=True)
class TypographyWords:
    """Of a language.

    Attributes:
        quotes: its quote marks: for ``"`` before and after what is quoted, then for ``'``.
        other_quotes: those of other languages that a text may be in, by the first part of their
            tag; all others have those of the document.
        entry: before each entry of a list.
        apostrophe: inside a word, and in the place of letters left out.
        elided: words that begin with an apostrophe, without it.
        before_capitals: stays with short capitals: ``the LA``.
        before_numbers: stays with a number: ``Section 47``, in small letters.
        after_numbers: stays with the number before it: ``12 weeks``.
        before_names: stays with a name: ``Dr``.
    """

    quotes: tuple[str, ...] = ("“", "”", "‘", "’")
    other_quotes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _OTHERS)
    entry: str = "•"
    apostrophe: str = "’"
    elided: tuple[str, ...] = ("em", "n", "til", "tis", "twas", "twere")
    before_capitals: tuple[str, ...] = ("a", "an", "the")
    before_numbers: tuple[str, ...] = tuple(
        "age aged appendix article chapter clause figure grade group key level no. number page "
        "pages paragraph part phase priority q1 q2 q3 q4 quarter regulation rule schedule section "
        "sections stage step table tier top under volume week year years".split()
    )
    after_numbers: tuple[str, ...] = tuple(
        "a.m. am billion day days hour hours hundred km m metres mile miles million minute minutes "
        "month months p.m. per pm thousand trillion week weeks year years yrs".split()
    )
    before_names: tuple[str, ...] = ("Dame", "Dr", "Miss", "Mr", "Mrs", "Ms", "Prof", "Sir")


def without_binding(text: str) -> str:
    """A text with ordinary spaces, as it is read."""
    return text.replace(NO_BREAK, " ")

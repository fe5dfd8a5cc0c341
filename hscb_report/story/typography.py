"""A story as it is set: typographic quotes, and words that stand together on one line.

It is the last that happens to words before they are laid out. The content keeps what was typed, and
so do checks, seals and the file of figures. A letter stands for each letter, and what holds
together has a no-break space, which the canvas draws and writes as an ordinary one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal, TypeVar, cast

from hscb_report.story.describe import Description
from hscb_report.story.origin import Link
from hscb_report.story.quotes import QuoteMarks, set_quotes
from hscb_report.story.story import Story, Told
from hscb_report.summary.links import is_said_by, visible
from hscb_report.summary.said import Said
from hscb_report.summary.units import MINUS
from hscb_report.summary.wording import Span
from hscb_report.words.table import Words
from hscb_report.words.typography import NO_BREAK

_KEPT = frozenset(
    "key lang icon source unit symbol bound number unrounded headline percent panel form direction "
    "path strong weight".split()
)
"""Fields that are names, or numbers in one piece, and no words."""

Addresses = Literal["linked", "printed", "both"]
"""What becomes of the address of a link: it is where its words lead, it is printed in brackets, or
both.
"""

SHORT = 36
"""An address of so many characters is read in passing: it may stand within a sentence."""
FEW = 3
"""So many words of a link are never parted."""

_T = TypeVar("_T")


def typeset(story: Story, addresses: Addresses = "linked") -> Story:
    """A story as it is set.

    Args:
        addresses: of its links: behind their words on a screen, or printed, or both.
    """
    return _Setter(story.words, addresses=addresses).of(story, "")


def typeset_part(part: _T, words: Words, addresses: Addresses = "printed") -> _T:
    """Anything that is told, as it is set: a card, a node."""
    return _Setter(words, addresses=addresses).of(part, "")


def typeset_text(text: str, words: Words) -> str:
    """A text of the document as it is set."""
    return _Setter(words).text(text, "")


def set_plainly(text: str, words: Words) -> str:
    """A text with typographic quotes alone: for titles, and for those who do not see the page."""
    return _Setter(words, binds=False).text(text, "")


class _Setter:
    """Sets what stands in a story.

    Args:
        binds: whether words that stand together are bound.
        addresses: of links.
    """

    def __init__(self, words: Words, binds: bool = True, addresses: Addresses = "linked") -> None:
        self.words, self.binds, self.addresses = words, binds, addresses
        self.plain = _Setter(words, binds=False) if binds else self

    def of(self, value: _T, lang: str) -> _T:
        """A value with all its words set.

        Args:
            lang: of the words; empty for that of the document.
        """
        return cast(_T, self._of(value, lang))

    def _of(self, value: Any, lang: str) -> Any:
        if isinstance(value, str):
            return self.text(value, lang)
        if isinstance(value, tuple):
            if value and all(isinstance(one, Span) for one in value):
                return self._spans(value, lang)
            return tuple(self._of(one, lang) for one in value)
        if isinstance(value, Description) and self.binds:
            return self.plain.of(value, lang)
        if isinstance(value, Link) or not is_dataclass(value) or _is_words(type(value)):
            return value
        lang = getattr(value, "lang", "") or lang
        kept = {*_KEPT, "name"} if isinstance(value, Told) else _KEPT
        changes = {
            one.name: self._of(getattr(value, one.name), lang)
            for one in fields(value)
            if one.name not in kept
        }
        return replace(cast(Any, value), **changes)

    def text(self, text: str, lang: str) -> str:
        """A text; the numbers that it holds stay in it."""
        if isinstance(text, Said):
            return Said(_set(str(text), lang, self.words, self.binds), text.refs)
        return _set(text, lang, self.words, self.binds)

    def _spans(self, spans: Sequence[Span], lang: str) -> tuple[Span, ...]:
        """Stretches of one text: what is quoted or bound may begin in one and end in another. The
        words of a link that has few are bound.
        """
        spans = _addressed(spans, self.addresses)
        whole, at, made = self.text("".join(span.text for span in spans), lang), 0, []
        whole = _links_bound(whole, spans) if self.binds else whole
        for span in spans:
            text: str = whole[at : at + len(span.text)]
            at += len(span.text)
            refs = getattr(span.text, "refs", ())
            made.append(replace(span, text=Said(text, refs) if refs else text))
        return tuple(made)


@lru_cache(maxsize=4096)
def _set(text: str, lang: str, words: Words, binds: bool) -> str:
    """A text as it is set; editions, and a document that is made again, hold the same ones."""
    typography = words.typography
    own = words.language.split("-")[0]
    foreign = bool(lang) and lang.split("-")[0] != own
    marks = _marks(words, lang if foreign else own)
    made = set_quotes(text, marks, () if foreign else typography.elided)
    for pattern in _patterns(words) if binds and not foreign else ():
        made = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK), made)
    return made


def _addressed(spans: Sequence[Span], addresses: Addresses) -> list[Span]:
    """Stretches with the addresses of their links printed in brackets, unless their words are these
    already: a short one right behind them; a long one, which would part a sentence, behind the last
    sentence of the text, with the words once more where there are several links.
    """
    if addresses == "linked":
        return list(spans)
    runs = [(url, list(group)) for url, group in groupby(spans, lambda span: span.url)]
    last = max((at for at, (_, run) in enumerate(runs) if any(map(_has_words, run))), default=0)
    several = sum(1 for url, _ in runs if url) > 1
    whole = "".join(span.text for span in spans).rstrip("\"'”’)")
    made, after = list[Span](), list[str]()
    for at, (url, run) in enumerate(runs):
        words, address = "".join(span.text for span in run), visible(url)
        made += [replace(span, url=url if addresses == "both" else "") for span in run]
        if not url or is_said_by(words, url):
            continue
        if at == last or len(address) <= SHORT or not whole.endswith((".", "!", "?")):
            made.append(Span(f" ({address})"))
        else:
            after.append(f"{words.strip()}: {address}" if several else address)
    return [*made, Span(f" ({'; '.join(after)})")] if after else made


def _links_bound(whole: str, spans: Sequence[Span]) -> str:
    """A text whose links of few words hold together.

    Args:
        spans: the same text in stretches.
    """
    at = 0
    for url, group in groupby(spans, lambda span: span.url):
        end = at + sum(len(span.text) for span in group)
        words = whole[at:end].strip()
        if url and len(words.split()) <= FEW:
            bound = whole[at:end].replace(words, words.replace(" ", NO_BREAK))
            whole = whole[:at] + bound + whole[end:]
        at = end
    return whole


def _has_words(span: Span) -> bool:
    return any(letter.isalnum() for letter in span.text)


def _is_words(kind: type) -> bool:
    return kind.__module__.startswith(f"{Words.__module__.rpartition('.')[0]}.")


def _marks(words: Words, lang: str) -> QuoteMarks:
    """The quote marks of a language."""
    typography = words.typography
    known = typography.other_quotes
    before, after, one, other = known.get(lang.split("-")[0].lower(), typography.quotes)
    return QuoteMarks((before, after), (one, other), typography.apostrophe)


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    """What stands together, in the words of a language."""
    typography = words.typography
    months = _any_of(words.numbers.months)
    gap = f"[ {NO_BREAK}]"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{months})\b(?: [0-9]{{4}}\b)?",
            rf"\b(?:{months}) [0-9]{{4}}\b",
            rf"\b(?i:{_any_of(typography.before_capitals)}) [A-Z]{{2,5}}\b",
            rf"\b(?i:{_any_of(typography.before_numbers)}) [0-9]",
            rf"(?<!{NO_BREAK}[0-9]{{3}})[0-9]{gap}(?:{_any_of(typography.after_numbers)})(?!\w)",
            r"[0-9] \[[a-z]+\]",
            rf"\w \([0-9{MINUS}£]",
            rf"(?<![0-9]{gap})\[[a-z]+\] \w",
            rf"\b(?:{_any_of(typography.before_names)}) [A-Z]",
            r"· ",
        )
    )


def _any_of(names: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

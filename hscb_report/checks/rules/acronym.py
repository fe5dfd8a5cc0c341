"""Abbreviations that nobody explained.

Finds:
    an abbreviation that is not explained where a reader first meets it; titles of publications and
    the names of their publishers are left as they are
Why:
    GOV.UK style and WCAG 3.1.4: abbreviations are explained the first time, for parents and
    for screen readers.
Fails:
    introduction: Ask the LADO if you are worried about somebody who works with children.
Passes:
    introduction: >
      Ask the Local Authority Designated Officer (LADO) if you are worried about somebody who works
      with children. The LADO will call you back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.prose import spoken
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules.capitals import shouted
from hscb_report.checks.subject import Subject

KNOWN = frozenset(
    "UK US USA EU NHS BBC NSPCC OFSTED GP PDF TV IT OK COVID HIV AIDS DNA MP CSV URL OGL".split()
)
"""What every reader knows, or never needs to."""

ACRONYM = re.compile(r"(?<![\w.&/-])(?P<letters>[A-Z][A-Z&]{1,7})(?:s|’s|'s)?(?![\w&])")
_NAMES = ("title", "publisher")
"""Of a source: what others call themselves and their publications."""
_QUOTED = re.compile(r"“[^”]+”|‘[^’]+’|(?<!\w)\"[^\"]+\"|(?<!\w)'[^']+'(?!\w)")
_SMALL = frozenset("a an and for in of on or the to with".split())
_ROMAN = re.compile(r"[IVX]+")


def find(subject: Subject) -> Iterator[Finding]:
    """The first use of each abbreviation, unless its long form stands beside it."""
    seen: set[str] = set()
    for text in subject.reading_order():
        if not text.is_english or (text.path[0] == "sources" and text.key in _NAMES):
            continue
        shouting = [*shouted(text.text), *_titles(text.text)]
        for found in ACRONYM.finditer(spoken(text.text)):
            letters = found["letters"]
            if letters in seen or any(start <= found.start() < end for start, end in shouting):
                continue
            seen.add(letters)
            if (
                letters in KNOWN
                or letters.casefold() in subject.dictionary
                or _ROMAN.fullmatch(letters)
                or _explained(text.text, found)
            ):
                continue
            yield Finding(
                text.path,
                f'"{letters}" stands here for the first time, and nothing says what it is short '
                "for",
                f"write the long form with ({letters}) behind it here; "
                "if all readers know it, add it to checks: dictionary in the board's file",
                letters,
                found.start(),
            )


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Where titles of publications stand in quotes: most of their long words have capitals."""
    for found in _QUOTED.finditer(text):
        long = re.findall(r"[^\W\d_]{4,}", found[0])
        if len(long) > 1 and sum(word[0].isupper() for word in long) * 2 > len(long):
            yield found.span()


def _explained(text: str, found: re.Match[str]) -> bool:
    """``local authority (LA)``, ``LA (local authority)``, or the long form elsewhere in the same
    text.
    """
    before, behind = text[: found.start()], text[found.end() :]
    if (
        before.endswith("(") and re.search(r"\w+\W+$", before) and behind.startswith(")")
    ) or re.match(r" \([A-Za-z]{2,}", behind):
        return True
    initials = "".join(
        word[0]
        for word in re.findall(r"[A-Za-z]+(?:['’]s)?", before + " . " + behind)
        if word not in _SMALL
    )
    return (
        found["letters"].replace("&", "").casefold() in initials.casefold()
        and len(found["letters"]) > 2
    )


RULE = Rule("acronym", find)

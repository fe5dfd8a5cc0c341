"""Abbreviations that nobody explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.prose import spoken
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules.capitals import shouted
from hscb_report.checks.subject import Subject

KNOWN = frozenset("UK US USA EU NHS BBC GP PDF TV IT OK COVID HIV AIDS DNA MP CSV URL OGL".split())
"""What every reader knows, or never needs to."""

ACRONYM = re.compile(r"(?<![\w.&/-])(?P<letters>[A-Z][A-Z&]{1,7})(?:s|’s|'s)?(?![\w&])")
_ROMAN = re.compile(r"[IVX]+")


def find(subject: Subject) -> Iterator[Finding]:
    """The first use of each abbreviation, unless its long form stands beside it."""
    seen: set[str] = set()
    for text in subject.reading_order():
        shouting = shouted(text.text)
        for found in ACRONYM.finditer(spoken(text.text)):
            letters = found["letters"]
            if letters in seen or any(start <= found.start() < end for start, end in shouting):
                continue
            seen.add(letters)
            if letters in KNOWN or letters.casefold() in subject.dictionary or _ROMAN.fullmatch(letters) or _explained(text.text, found):
                continue
            yield Finding(text.path, f'"{letters}" stands here for the first time, and nothing says what it is short for',
                          f"write the long form with ({letters}) behind it here; "
                          "if all readers know it, add it to checks: dictionary in the board's file",
                          letters, found.start())


def _explained(text: str, found: re.Match[str]) -> bool:
    """``local authority (LA)``, or ``LA (local authority)``."""
    before, behind = text[: found.start()], text[found.end() :]
    return (before.endswith("(") and bool(re.search(r"\w+\W+$", before)) and behind.startswith(")")) or bool(re.match(r" \([A-Za-z]{2,}", behind))


RULE = Rule("acronym", "an abbreviation that is not explained where a reader first meets it",
            "GOV.UK style and WCAG 3.1.4: abbreviations are explained the first time, for parents and for screen readers.", find)

"""Words that no British dictionary has.

Finds:
    words in small letters that stand neither in the British dictionary nor in the board's
    `dictionary`, all in one finding; a word with a capital, where a sentence begins, if it is one
    slip away from a known one
Why:
    A misspelt word in a published report is what readers remember. `check --learn WORD` adds one
    that is right to the board's `dictionary`. Names, abbreviations, web addresses and words with
    digits are left out, and texts in another language are not checked: `check` counts them. A slip
    that is another word ("form" for "from") is not found.
Fails:
    introduction: The supevision of staff who work with childern was reviewed.
Passes:
    introduction: The supervision of staff who work with children was reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.checks.dictionary.words import LONGEST, is_known, is_slip, suggestions
from hscb_report.checks.place import place_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules.spelling import british_form
from hscb_report.checks.subject import Subject
from hscb_report.summary.folder import command
from hscb_report.summary.texts import Text

SHOWN = 20
"""So many words are named in one finding, and how many more there are."""
_NO_WORDS = re.compile(
    r"\{[^{}]*\}|https?://\S+|www\.\S+|(?<!\S)\S+@\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)+\b"
    r"|(?<![^\s(“‘\"'])\S*[\d_/\\]\S*"
)
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:(?:^|\n\s*)(?:- )?|[.!?:•–—]\s+)[\"'“‘(*\s]*$")
_LONG = 7
"""A shorter word that begins a sentence may be the name of a place beside a common word."""


@dataclass(frozen=True)
class Unknown:
    """An unknown word, where it stands first."""

    word: str
    text: Text
    at: int


def find(subject: Subject) -> Iterator[Finding]:
    """One finding with all unknown words, each with its line and what was probably meant."""
    found = unknown_in(subject)
    if not found:
        return
    tree = subject.loaded.tree
    said = []
    for one in found[:SHOWN]:
        place = place_of(tree, one.text.path, one.word, one.text.text[: one.at])
        meant = " or ".join(suggestions(one.word))
        word = one.word if len(one.word) <= LONGEST else f"{one.word[:LONGEST]}…"
        said.append(f'"{word}" in line {place.line}' + (f" ({meant}?)" if meant else ""))
    more = len(found) - SHOWN
    if more > 0:
        said.append(f"and {more} more")
    first = found[0]
    word = "a word is" if len(found) == 1 else f"{len(found)} words are"
    yield Finding(
        first.text.path,
        f"{word} in no dictionary: {', '.join(said)}",
        f"put right what is wrong, and add what is right to the board's dictionary: "
        f"{command('check', tree.file)} --learn WORD",
        first.word if len(found) == 1 else "",
        first.at,
    )


def unknown_in(subject: Subject) -> list[Unknown]:
    """The unknown words of the English texts, each once, in their order."""
    own = {part for word in subject.dictionary for part in (word, *word.split())}
    found: dict[str, Unknown] = {}
    names = _names(subject)
    for text in subject.english:
        bare = _NO_WORDS.sub(lambda some: " " * len(some[0]), text.text)
        for match in _WORD.finditer(bare):
            word = match[0]
            if word.lower() in found or len(word) < 3 or british_form(word.lower()):
                continue
            if not word.islower():
                begins = word[1:].islower() and _BEGINS.search(bare[: match.start()])
                if not begins or len(word) < _LONG or word in names or not is_slip(word):
                    continue
            if not is_known(word, own):
                found[word.lower()] = Unknown(word, text, match.start())
    return list(found.values())


def _names(subject: Subject) -> set[str]:
    """Words that have a capital inside a sentence somewhere, and those of the board's name."""
    inside = {
        match[0]
        for text in subject.english
        for match in re.finditer(r"(?<=[a-z,;] )[A-Z][a-z]+", text.text)
    }
    return inside | set(subject.loaded.board.name.split())


RULE = Rule("unknown-word", find, slow=True)

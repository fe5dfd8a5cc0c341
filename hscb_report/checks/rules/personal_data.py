"""What tells of one person.

Finds:
    a date of birth, an NHS number, an address or a whole postcode, a telephone number or e-mail
    address of a person, and one child's age with a place or a name; in every text, note and
    reason, and in the names of pictures' files; and a name under `who` of a quotation
Why:
    A child or a family could be found, and what was published cannot be taken back (UK GDPR,
    article 5; the Data Protection Act 2018). The board's own address, telephone number and
    e-mail address in its file are no fault, nor are 03 and 08 numbers, offices' addresses such as
    safeguarding@, districts such as SO23, and names of which the text says that they are changed.
    A name by itself is looked for under `who` alone; a place that is told in another sentence is
    not looked for, and ages and names are in English texts alone.
Fails:
    introduction: To tell us what you think, ring Jo on 07700 900123.
Passes:
    introduction: To tell us what you think, ring the board on 0300 555 1384.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from hscb_report.checks.persons.children import children, from_file
from hscb_report.checks.persons.contacts import addresses, telephones
from hscb_report.checks.persons.homes import houses, postcodes
from hscb_report.checks.persons.names import A_NAME, signed
from hscb_report.checks.persons.numbers import births, nhs_numbers
from hscb_report.checks.persons.told import Told
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.board import Board
from hscb_report.summary.tree import KeyPath

_NAMED = (
    "write in general words who it was, such as Young person, 15; if it is nobody's name, accept "
    "it: with at, words and the reason"
)
_HINT = "take it out; if it is nobody's own, accept it: with at, words and the reason"


def find(subject: Subject) -> Iterator[Finding]:
    """Everything that tells of one person, in all that the content file says."""
    board = subject.loaded.board
    foreign = {text.path for text in subject.texts if not text.is_english}
    for path, text in _said(subject.summary.model_dump(), ()):
        english = path not in foreign
        found = persons_in(text, board, english=english)
        if path[0] == "sections" and path[-1] == "who" and not found:
            found = list(signed(text, board.name.split()))
        for told in found:
            yield _finding(path, told)
    for name, picture in subject.summary.pictures.items():
        for told in named_in(picture.file, board):
            yield _finding(("pictures", name, "file"), told)


def named_in(file: str, board: Board) -> list[Told]:
    """What the name of a picture's file tells of one person."""
    found = persons_in(file, board)
    for told in [] if found else persons_in(from_file(file), board):
        where = re.search(_loosely(told.words), file, re.IGNORECASE)
        found.append(Told(told.what, where.start(), where[0]) if where else told)
    return found


def persons_in(text: str, board: Board, *, english: bool = True) -> list[Told]:
    """What a text tells of one person, from left to right.

    Args:
        board: whose own address and numbers are no fault.
        english: whether ages and names are looked for as well.
    """
    names = (board.short_name or "", *filter(None, [board.email]))
    own = _Own(names, board.phone or "", tuple(board.address or ()), board.name)
    return list(_found(text, own, english))


class _Own(NamedTuple):
    """What a board says of itself."""

    names: tuple[str, ...]
    phone: str
    address: tuple[str, ...]
    name: str


@lru_cache(maxsize=1024)
def _found(text: str, own: _Own, english: bool) -> tuple[Told, ...]:
    """What a text tells, kept for when all is checked again."""
    found = [
        *nhs_numbers(text),
        *births(text),
        *telephones(text, [own.phone]),
        *addresses(text, own.names),
        *postcodes(text, own.address),
        *houses(text, own.address),
    ]
    if english:
        found += children(text, own.name.split())
    found.sort(key=lambda one: (one.start, -len(one.words)))
    return tuple(
        one
        for n, one in enumerate(found)
        if not any(_overlap(earlier, one) for earlier in found[:n])
    )


def _overlap(first: Told, then: Told) -> bool:
    return then.start < first.start + len(first.words)


def _said(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text of the content that no program made, and that does not quote another."""
    if isinstance(value, str):
        if path[-1] not in ("seal", "listed", "at", "file"):
            yield path, value
        return
    if isinstance(value, (dict, list)):
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            if not (path[:1] == ("accept",) and key in ("at", "words")):
                yield from _said(member, (*path, key))


def _loosely(words: str) -> str:
    """A pattern for words in the name of a file, where other signs stand between them."""
    return r"[\W_]+".join(re.escape(word) for word in words.split())


def _finding(path: KeyPath, told: Told) -> Finding:
    hint = _NAMED if told.what == A_NAME else _HINT
    return Finding(path, f'"{told.words}" looks like {told.what}', hint, told.words, told.start)


RULE = Rule("personal-data", find, ERROR)

"""Sentences and words of the texts, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.checks.subject import Subject
from hscb_report.summary.sentences import sentences as split
from hscb_report.summary.texts import Text
from hscb_report.summary.wording import references

WORD = re.compile(r"[A-Za-zÀ-ž0-9£][\w'’.,%/&-]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence.

    Attributes:
        text: as it is printed.
        start: where it begins in the text that was typed.
        first: its first words as typed, to point at.
    """

    text: str
    start: int
    first: str

    @property
    def words(self) -> list[str]:
        """Its words; a number is one."""
        return WORD.findall(self.text)


def running(subject: Subject) -> Iterator[Text]:
    """The English texts in the board's own words that are read as sentences, as their keys declare;
    headings and names are none.
    """
    return (text for text in subject.own if text.is_english and text.sentences)


def sentences(text: Text, subject: Subject) -> Iterator[Sentence]:
    """The sentences of a text, figures filled in."""
    for begin, part in split(text.text):
        said = subject.reader.plain(part) if text.inline and _whole(part) else part
        yield Sentence(said, begin, " ".join(part.split()[:3]))


def _whole(part: str) -> bool:
    """Whether no bold stretch goes beyond the part, so that it can be read by itself."""
    return part.count("**") % 2 == 0


def spoken(text: str) -> str:
    """A text with its figures left out, each as many spaces, so that places stay what they are."""
    for name, form in references(text):
        written = f"{{{name}:{form}}}" if form else f"{{{name}}}"
        text = text.replace(written, " " * len(written))
    return text

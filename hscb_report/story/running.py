"""Running text as nodes of the story: paragraphs, lists, callouts, and what somebody said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.story.quoting import in_quotes
from hscb_report.story.spans import Spans, text_of
from hscb_report.summary.prose import passages
from hscb_report.summary.reading import Reader
from hscb_report.summary.said import join
from hscb_report.summary.wording import Span


@dataclass(frozen=True)
class Passage:
    """A paragraph, or an entry of a list; entries that follow one another are one list.

    Attributes:
        mark: what stands before an entry; empty before a paragraph.
        leads: whether a list follows that it leads to.
    """

    text: Spans
    mark: str = ""
    leads: bool = False

    def said(self) -> Iterator[str]:
        """Its words, behind the mark."""
        text = text_of(self.text)
        yield join([f"{self.mark} ", text]) if self.mark else text


def running(text: str, reader: Reader) -> tuple[Passage, ...]:
    """A text as its paragraphs and the entries of its lists."""
    parts, mark = list(passages(text)), reader.words.typography.entry
    following = [*(entry for _, entry in parts[1:]), False]
    return tuple(
        Passage(reader.spans(part), mark if entry else "", before and not entry)
        for (part, entry), before in zip(parts, following, strict=True)
    )


def quoted(text: str) -> tuple[Passage, ...]:
    """What somebody said as its paragraphs, in quotes."""
    return tuple(Passage((Span(part),)) for part in in_quotes(text))


@dataclass(frozen=True)
class Prose:
    """Running text, paragraph by paragraph, and the entries of its lists.

    Attributes:
        lang: its language; empty for that of the document.
    """

    passages: tuple[Passage, ...]
    lang: str = ""

    def said(self) -> Iterator[str]:
        """Its paragraphs and entries."""
        for passage in self.passages:
            yield from passage.said()


@dataclass(frozen=True)
class Callout(Prose):
    """A sentence or two that must be seen."""

    icon: str = ""


@dataclass(frozen=True)
class Quotation:
    """What somebody said.

    Attributes:
        paragraphs: in quotes; all but the last are closed by it.
        who: who said it, in general words.
        lang: its language; empty for that of the document, which ``who`` is in.
    """

    paragraphs: tuple[Passage, ...]
    who: str
    lang: str = ""

    def said(self) -> Iterator[str]:
        """Its paragraphs, and who said it."""
        for paragraph in self.paragraphs:
            yield from paragraph.said()
        yield self.who

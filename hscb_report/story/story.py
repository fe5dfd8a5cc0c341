"""The story as a whole: title, sections, the table of figures, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.story.art import NO_PARTNERS, Logo, Partners, Picture
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Node, Spans, Statement, Years, text_of
from hscb_report.story.origin import Link, Origin
from hscb_report.story.running import Prose
from hscb_report.story.unnested import Curve, Large
from hscb_report.summary.blocks import Panel
from hscb_report.summary.reading import Reading
from hscb_report.summary.tree import KeyPath
from hscb_report.words.sources import SourceWords
from hscb_report.words.table import Words


@dataclass(frozen=True)
class Told:
    """A block, told.

    Attributes:
        node: what it shows.
        title: the small heading above it, or empty; ``lang`` is its language, empty for that of the
            document.
        columns: how many of twelve it takes.
        panel: where a leaflet shows it by default.
        name: how its author knows it: section, place in it, kind.
        key: the keys to it in the content file.
    """

    node: Node
    title: str
    columns: int
    panel: Panel
    name: str
    key: KeyPath
    lang: str = ""

    def said(self) -> Iterator[str]:
        """Title and words."""
        if self.title:
            yield self.title
        yield from self.node.said()


@dataclass(frozen=True)
class Section:
    """A heading and the blocks below it.

    Attributes:
        lang: the language of heading and subtitle; empty for that of the document.
    """

    heading: str
    subtitle: str
    blocks: tuple[Told, ...]
    key: KeyPath
    lang: str = ""

    def said(self) -> Iterator[str]:
        """Heading, subtitle, and block by block."""
        yield self.heading
        if self.subtitle:
            yield self.subtitle
        for block in self.blocks:
            yield from block.said()


@dataclass(frozen=True)
class Fact:
    """A figure as "About the figures" lists it.

    Attributes:
        about: its day, period and source where they are not those of most figures, what it is, and
            what a reader should know; or empty.
        reason: why it is missing, where that is not said elsewhere; or empty.
    """

    reading: Reading
    about: str
    reason: str = ""

    def said(self) -> Iterator[str]:
        """Name, what is said of it, number."""
        yield from (one for one in (self.reading.name, self.about, self.reason) if one)
        yield self.reading.in_full


@dataclass(frozen=True)
class Group:
    """The figures that a section is the first to tell.

    Attributes:
        heading: the section's; ``lang`` is its language, empty for that of the document.
        shared: what holds of all its figures, and is said at none of them; or empty.
    """

    heading: str
    facts: tuple[Fact, ...]
    lang: str = ""
    shared: str = ""

    def said(self) -> Iterator[str]:
        """Heading, what all share, and figure by figure."""
        yield self.heading
        if self.shared:
            yield self.shared
        for fact in self.facts:
            yield from fact.said()


@dataclass(frozen=True)
class About:
    """About the figures: every figure with its source.

    Attributes:
        paragraphs: what holds of most figures, the symbols, what is not in the printed text.
        origins: the sources of which there is more to say, below a heading of their own.
        words: the tool's own for all this.
    """

    heading: str
    paragraphs: tuple[Spans, ...]
    groups: tuple[Group, ...]
    years: tuple[Years, ...]
    origins: tuple[Origin, ...]
    words: SourceWords

    def said(self) -> Iterator[str]:
        """Heading, paragraphs, groups, series and sources."""
        yield self.heading
        yield from map(text_of, self.paragraphs)
        for group in self.groups:
            yield from group.said()
        for one in self.years:
            yield from one.said()
        if self.origins:
            yield self.words.sources
        for origin in self.origins:
            yield from origin.said()


@dataclass(frozen=True)
class Contact:
    """The board's name and the ways to reach it, as far as its file has them.

    Attributes:
        formats: a sentence on how to ask for other formats.
        partners: shown above it.
    """

    name: str
    address: str
    phone: str
    links: tuple[Link, ...]
    formats: str
    partners: Partners = NO_PARTNERS

    @property
    def reachable(self) -> bool:
        """Whether there is any way to reach it, or a partner to be named."""
        return bool(self.address or self.phone or self.links or self.partners.partners)

    def said(self) -> Iterator[str]:
        """Name, how to ask for other formats, address, telephone number, and where links lead."""
        yield from self.partners.said()
        yield from (one for one in (self.name, self.formats, self.address, self.phone) if one)
        yield from (link.words for link in self.links)


@dataclass(frozen=True)
class Opening:
    """What a cover shows of the summary's own numbers.

    Attributes:
        shown: numbers within one another, or a percentage; where there are none, a series, or one
            number.
        section: which of the story's sections shows nothing else, and may be told on the cover;
            None where none does.
    """

    shown: Dots | Curve | Large
    section: int | None

    @property
    def dots(self) -> Dots | None:
        """Numbers within one another; None where something else is shown."""
        return self.shown if isinstance(self.shown, Dots) else None

    @property
    def large(self) -> Large | None:
        """One number; None where several are shown."""
        return self.shown if isinstance(self.shown, Large) else None

    def said(self, section: Section | None = None) -> Iterator[str]:
        """What the picture shows, and its caption; or the section that it tells, number by
        number.
        """
        if section is None:
            yield from self.shown.said()
            return
        yield from (one for one in (section.heading, section.subtitle) if one)
        yield from self.shown.told()


@dataclass(frozen=True)
class Draft:
    """The mark of a draft.

    Attributes:
        words: what it is, the fullest first.
        version: its version and its day, as far as the content says them.
    """

    words: tuple[str, ...]
    version: str

    def said(self) -> Iterator[str]:
        """The fullest words, and the version."""
        yield from (one for one in (self.words[0], self.version) if one)


@dataclass(frozen=True)
class Story:
    """A summary, told from beginning to end.

    Attributes:
        wordmark: the board's name, line by line.
        words: the tool's own, in the language it is told in.
        short: how the board is usually called, its full name if it has no other.
        draft: the draft mark; None for a final document.
        introduction: None where there is none.
        about: None where there are no figures.
        hero: the one number of a leaflet's front; None for none.
        opening: the numbers that the cover draws; None where there are none, or a photograph
            stands there.
        logo: None where the wordmark stands in its place.
        photograph: on the cover; None for none.
    """

    wordmark: tuple[str, ...]
    short: str
    title: str
    period: str
    words: Words
    draft: Draft | None
    introduction: Prose | None
    sections: tuple[Section, ...]
    about: About | None
    contact: Contact
    hero: Statement | None
    opening: Opening | None = None
    logo: Logo | None = None
    photograph: Picture | None = None

    @property
    def full_title(self) -> str:
        """Title and period."""
        return f"{self.title} {self.period}"

    @property
    def running(self) -> tuple[str, ...]:
        """What may stand at the foot of each page, the fullest first."""
        title = self.full_title
        return f"{self.contact.name} · {title}", f"{self.short} · {title}", title, self.period

    def said(self, told: int | None = None) -> Iterator[str]:
        """All its words, in the order in which they are read, from the title to the contact.

        Args:
            told: the section that a cover tells with its picture, if it does.
        """
        if self.draft:
            yield from self.draft.said()
        yield self.logo.alt if self.logo else " ".join(self.wordmark)
        yield self.full_title
        if self.photograph:
            yield from self.photograph.said()
        if self.opening:
            yield from self.opening.said(None if told is None else self.sections[told])
        if self.introduction:
            yield from self.introduction.said()
        for index, section in enumerate(self.sections):
            if index != told:
                yield from section.said()
        if self.about:
            yield from self.about.said()
        if self.contact.reachable:
            yield from self.contact.said()

"""What cards for social media show: one fact each, with its time, its source and what its symbols
mean, told from the same nodes as every edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hscb_report.story.card_notes import (
    Shown,
    notes_of,
    published_by,
    readings_of,
    said_of,
    source_of,
    sources_of,
    times_of,
)
from hscb_report.story.dots import Dots, dots_of, nested_dots
from hscb_report.story.nodes import Cards, Chart, Rows, Statement
from hscb_report.story.story import Section, Story, Told
from hscb_report.story.wholes import by_itself
from hscb_report.summary.blocks import Block, Funnel
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import Span, slug

FEWEST, MOST = 4, 8
"""So many cards are made where the content does not choose: with fewer, single numbers are added;
at the most, those that come first.
"""
SLUG = 40
"""The longest name of a card in those of its files, in letters."""
_SYMBOL = re.compile(r"\[[a-z]+\]")
PARTED = 2
"""Of numbers within one another so many are shown where there is no room for all."""


@dataclass(frozen=True)
class Card:
    """One card.

    Attributes:
        path: what its files are called, after their number.
        key: the keys to what it shows, or to what chooses it.
        called: how its author knows it.
        heading: the message of its section, or empty; ``lang`` is its language, empty for that of
            the document.
        shown: what it shows.
        notes: times, source, and what symbols mean.
        times: those of the notes that are times.
        others: the source line, where another than the board published something; or empty.
    """

    path: str
    key: KeyPath
    called: str
    heading: str
    shown: Shown
    notes: tuple[str, ...]
    lang: str = ""
    times: tuple[str, ...] = ()
    others: str = ""

    def said(self) -> Iterator[str]:
        """Heading, what it shows, notes."""
        if self.heading:
            yield self.heading
        yield from said_of(self.shown)
        yield from self.notes

    def printed(self) -> Iterator[str]:
        """What is written on it wherever it is laid out; a chart writes its labels besides."""
        if self.heading:
            yield self.heading
        if isinstance(self.shown, Dots):
            yield from said_of(self.shown)
        elif isinstance(self.shown, Statement):
            yield from self.shown.said()
        else:
            if self.shown.title:
                yield self.shown.title
            yield from (one.reading.sentence for one in self.shown.statements)
        yield from self.notes

    def labels(self) -> Iterator[str]:
        """What a chart may write of its numbers: years, numbers, and what it is called."""
        for one in readings_of(self.shown):
            yield from (one.when, one.number, one.headline, one.ratio, one.called, one.name)
        if isinstance(self.shown, Chart):
            yield from (name for name, _ in self.shown.rows)
            yield from (line.ending for line in self.shown.lines)


@dataclass(frozen=True)
class Subject:
    """What a card is about, told in several ways.

    Attributes:
        ways: the same fact, the one with the most to see first; a card takes the first that has
            room.
    """

    ways: tuple[Card, ...]

    @property
    def first(self) -> Card:
        """With the most to see."""
        return self.ways[0]


def default_cards(story: Story, reader: Reader) -> list[Subject]:
    """The cards of a content that chooses none, in its order: in each section the number that
    leads, and the first chart; where these are few, other numbers, first those of sections that
    have no card.
    """
    found: list[tuple[int, int, Subject]] = []
    known: set[str] = set()
    for at, section in enumerate(story.sections):
        for place, one in enumerate(_leads(section, story)):
            if one.reading.key not in known:
                known.add(one.reading.key)
                found.append((at, place, number_card(one, section.key, story, reader)))
        made = None if _begins_with_rows(section) else chart_card(at, story, reader)
        if made:
            # Where no chart has room, a number takes its place, without the message.
            numbers = (number_card(one, section.key, story, reader) for one in _statements(section))
            made = Subject((*made.ways, *(way for one in numbers for way in one.ways)))
            keys = set(keys_of(made.first.shown))
            if not keys <= known:
                known |= keys
                found.append((at, len(section.blocks) + 1, made))
    bare = {at for at in range(len(story.sections)) if not any(one[0] == at for one in found)}
    others = [
        (at not in bare or place > 0, at, place, one)
        for at, section in enumerate(story.sections)
        for place, one in enumerate(_statements(section))
    ]
    for _, at, place, one in sorted(others, key=lambda other: other[:3]):
        if len(found) < FEWEST and one.reading.key not in known:
            known.add(one.reading.key)
            key = story.sections[at].key
            found.append((at, place, number_card(one, key, story, reader)))
    return [one for _, _, one in sorted(found, key=lambda one: one[:2])][:MOST]


def section_card(at: int, story: Story, reader: Reader) -> Subject | None:
    """A section's heading with its first chart or, where it has none, a number that leads, or the
    first that has room; None where it shows no number that is known.
    """
    if made := chart_card(at, story, reader):
        return made
    section = story.sections[at]
    numbers = [*_leads(section, story), *_statements(section)]
    ways = [way for one in numbers for way in number_card(one, section.key, story, reader).ways]
    if not ways:
        return None
    path = _path(slug(section.heading)) or ways[0].path
    return Subject(tuple(replace(_headed(one, section), path=path) for one in ways))


def figure_card(name: str, key: KeyPath, story: Story, reader: Reader) -> Subject | None:
    """One number, by its name, with the picture that it has in the summary; None where it is
    missing.
    """
    reading = reader.figure(name)
    if reading.value is None:
        return None
    nodes = [told.node for section in story.sections for told in section.blocks]
    shown = [one for node in nodes if isinstance(node, Cards | Chart) for one in node.statements]
    icon = next((one.icon for one in shown if one.reading.key == name and one.icon), "")
    return number_card(Statement(reading, icon), key, story, reader)


def number_card(one: Statement, key: KeyPath, story: Story, reader: Reader) -> Subject:
    """A number by itself."""
    reading = by_itself(reader.figure(one.reading.key), reader)
    shown = replace(one, reading=reading, changed=(), day="")  # a note says the day
    bare = replace(shown, reading=replace(reading, compared=()))
    ways = [shown, *([bare] if reading.compared else [])]
    if reading.short:
        brief = replace(bare.reading, lead="", label=(Span(reading.short),))
        ways.append(replace(bare, reading=brief))
    path = _path(reading.key)
    return Subject(tuple(_card(path, key, reading.name, way, reader, story) for way in ways))


def chart_card(at: int, story: Story, reader: Reader) -> Subject | None:
    """A section's heading with the first of its blocks that draws numbers that are all known; where
    that has no room, with another. None where no block draws any.
    """
    section, blocks = story.sections[at], reader.summary.sections[at].blocks
    path = _path(slug(section.heading)) or f"section-{at + 1}"
    made = [
        _card(path, told.key, section.heading, way, reader, story)
        for told, block in zip(section.blocks, blocks, strict=True)
        for way in _ways(told, block, reader)
    ]
    if not made:
        return None
    return Subject(tuple(replace(_headed(one, section), path=path) for one in made))


def _card(path: str, key: KeyPath, called: str, shown: Shown, reader: Reader, story: Story) -> Card:
    more: tuple[str, ...] = ()
    # The days of numbers stand below with the other times, wherever they stand in the summary.
    if isinstance(shown, Chart):  # the last of its notes is its source
        dated = tuple(replace(one, day="") for one in shown.statements)
        shown, more = replace(shown, statements=dated, notes=()), shown.notes[:-1]
    elif isinstance(shown, Statement):
        shown = replace(shown, day="")
    others = published_by(shown, reader, story)
    source = others or source_of(sources_of(shown), reader, story)
    times = tuple(times_of(shown, [*said_of(shown)], reader))
    notes = (*more, *times, *notes_of(shown, source, reader))
    return Card(path, key, called, "", shown, notes, times=times, others=others)


def _headed(card: Card, section: Section) -> Card:
    """A card below the message of its section."""
    return replace(card, heading=section.heading, lang=section.lang, called=section.heading)


def _path(name: str) -> str:
    """A name short enough for that of a file; no word is cut."""
    if len(name) <= SLUG:
        return name
    return name[: SLUG + 1].rpartition("-")[0] or name[:SLUG]


def keys_of(shown: Shown) -> list[str]:
    """The figures and points that it shows."""
    return [one.key for one in readings_of(shown)]


def _ways(told: Told, block: Block, reader: Reader) -> Iterator[Shown]:
    """A block as something to be seen at a glance; nothing where it draws no numbers, where one of
    them is missing, and of a series where the last up to the report's year is.
    """
    node = told.node
    if not isinstance(node, Chart) or node.description is None or not _all_known(node):
        return
    about = reader.plain(block.title or "")
    if dots := dots_of(block, reader, about):
        if isinstance(block, Funnel):
            yield dots
            if len(block.figures) > PARTED and (
                two := nested_dots(block.figures[:PARTED], reader, about)
            ):
                yield two
        elif dots.readings[0].unit != "percent" and not node.field:
            yield dots
    # How numbers stand to others is left out before the message is.
    bare = tuple(replace(one, reading=replace(one.reading, compared=())) for one in node.statements)
    for shown in dict.fromkeys((node.statements, bare)):
        yield replace(node, statements=shown)
        if node.field:
            yield replace(node, statements=shown, field=None)
    # Where lines meet is said where there is room; which numbers bear symbols, always.
    needed = tuple(note for note in node.notes[:-1] if _SYMBOL.search(note))
    if node.lines and needed != node.notes[:-1]:
        yield replace(node, notes=(*needed, *node.notes[-1:]))


def _all_known(node: Chart) -> bool:
    if node.lines:
        return all(line.now >= 0 and line.points[line.now].value is not None for line in node.lines)
    shown = [*node.readings, *(one.reading for one in node.statements)]
    return all(one.value is not None for one in shown)


def _begins_with_rows(section: Section) -> bool:
    """Whether a table stands first: its heading is about that."""
    return isinstance(section.blocks[0].node, Rows)


def _leads(section: Section, story: Story) -> Iterator[Statement]:
    """The numbers of a section that lead, and are there."""
    large = story.opening.large if story.opening else None
    hero = large.statement.reading.key if large else ""
    for one in _statements(section):
        if one.tier == "lead" or one.reading.key == hero:
            yield one


def _statements(section: Section) -> Iterator[Statement]:
    """The numbers of a section's rows that are there, and are the board's own."""
    for told in section.blocks:
        if isinstance(told.node, Cards):
            for one in told.node.statements:
                if not one.missing and not one.reading.place:
                    yield one

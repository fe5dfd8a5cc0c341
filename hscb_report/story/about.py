"""About the figures: every figure with its source, the symbols explained, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hscb_report.story.nodes import Figures, Line, Years
from hscb_report.story.story import About, Contact, Link, Origin, Story
from hscb_report.summary.blocks import FigureItem
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import SYMBOLS, Source
from hscb_report.summary.reading import Reader
from hscb_report.summary.said import refs_in
from hscb_report.summary.wording import date

TITLE = "About the figures"
LEAD = (
    "Every figure in this summary, with the period or the day it is about and where it comes from."
)
FORMATS = "To ask for this summary in large print or in another format, contact the Board:"
"""What stands before the ways to reach a board whose file says nothing of formats."""
ADDED = "Headings, the lines below them and percentages are added; all other words are the Board's."


def about(reader: Reader) -> About | None:
    """Every figure and series, source by source; None where there are none."""
    summary = reader.summary
    if not summary.figures and not summary.series:
        return None
    symbols = _meanings(reader.symbols())
    added = _added(reader)
    paragraphs = [LEAD, f"Symbols: {symbols}." if symbols else "", added]
    origins = [_origin(key, source, reader) for key, source in summary.sources.items()]
    return About(
        TITLE,
        tuple(text for text in paragraphs if text),
        tuple(origin for origin in origins if origin.figures or origin.years),
    )


def _meanings(symbols: Iterable[str]) -> str:
    return "; ".join(f"[{symbol}] {SYMBOLS[symbol]}" for symbol in symbols)


def _added(reader: Reader) -> str:
    """What the content says is not in the printed text, word for word; empty where it says
    nothing of the kind, or of no printed text.
    """
    summary = reader.summary
    if not summary.printed:
        return ""
    headings = [
        reader.plain(part.heading) for part in summary.sections if "heading" in part.editorial
    ]
    labels = [
        reader.plain(getattr(figure, key) or "")
        for figure in summary.figures.values()
        for key in figure.editorial
    ]
    parts = []
    if headings:
        noun = "the headings" if len(headings) > 1 else "the heading"
        parts.append(f"{noun} " + ", ".join(f"“{text}”" for text in headings))
    if any("subtitle" in part.editorial for part in summary.sections):
        parts.append("the lines below headings")
    if labels:
        parts.append("the words " + ", ".join(f"“{text.rstrip('.')}”" for text in labels))
    if not parts:
        return ""
    if any(reading.ratio for reading in reader.all):
        parts.append("percentages worked out from two figures")
    return (
        f"Added for this edition, and not in the printed summary: {'; '.join(parts)}; "
        "and the names and notes in the tables below."
    )


def _origin(key: str, source: Source, reader: Reader) -> Origin:
    """What a source is, and the figures and series that come from it."""
    published = f" on {date(source.published)}" if source.published else ""
    told = [f"Published by {source.publisher}{published}"]
    told += [f"read on {date(source.accessed)}"] if source.accessed else []
    parts = [f"{', '.join(told)}.", f"{source.licence}." if source.licence else "", source.note]
    readings = tuple(reading for reading in reader.all if reading.source == key)
    return Origin(
        source.title,
        " ".join(part for part in parts if part),
        Link(source.url, source.url) if source.url else None,
        Figures(readings) if readings else None,
        tuple(
            Years(Line(series.label, tuple(reader.points(name))), series.definition or "")
            for name, series in reader.summary.series.items()
            if series.source == key
        ),
    )


def contact(board: Board) -> Contact:
    """The board and the ways to reach it."""
    links = [Link(board.email, f"mailto:{board.email}")] if board.email else []
    links += [Link(board.web.split("://", 1)[1].rstrip("/"), board.web)] if board.web else []
    formats = board.formats or (FORMATS if board.address or board.phone or links else "")
    address = ", ".join(board.address or [])
    return Contact(board.name, address, board.phone or "", tuple(links), formats)


def notes_on(
    story: Story,
    summary: Summary,
    shown: Sequence[tuple[int, Sequence[int]]],
    introduction: bool,
) -> str:
    """What a leaflet says in small: where the figures come from that a reader meets in it, what
    their symbols mean, and what is not in the printed text.

    Args:
        shown: sections and which of their blocks are shown, from 0; the front always is.
        introduction: whether the introduction is shown.
    """
    met = refs_in(_said(story, shown, introduction))
    sources = dict.fromkeys(ref.source for ref in met if ref.period == summary.period)
    named = [_named(summary.sources[source]) for source in sources]
    symbols = _meanings(sorted({ref.symbol for ref in met if ref.symbol}))
    edited = summary.printed and any(summary.sections[section].editorial for section, _ in shown)
    notes = [
        f"Figures: {'; '.join(named)}." if named else "",
        f"{symbols}." if symbols else "",
        ADDED if edited else "",
    ]
    return " ".join(note for note in notes if note)


def _said(
    story: Story, shown: Sequence[tuple[int, Sequence[int]]], introduction: bool
) -> Iterator[str]:
    """All that a leaflet says above its foot."""
    if story.hero:
        yield from story.hero.said()
    if introduction and story.introduction:
        yield from story.introduction.said()
    for index, blocks in shown:
        section = story.sections[index]
        yield from (section.heading, section.subtitle)
        for block in blocks:
            yield from section.blocks[block].said()


def _named(source: Source) -> str:
    title = source.title
    return title if source.publisher in title else f"{title}, {source.publisher}"


def hero_of(summary: Summary) -> FigureItem | None:
    """The one number of a leaflet's front: as the content says, or its first that is known."""
    if summary.leaflet and summary.leaflet.front:
        return summary.leaflet.front
    known = (name for name, figure in summary.figures.items() if figure.value is not None)
    return next((FigureItem(figure=name) for name in known), None)

"""About the figures: every figure with its source, the symbols explained, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from hscb_report.story import grouping
from hscb_report.story.art import NO_PARTNERS, Partners
from hscb_report.story.grouping import Common, origin
from hscb_report.story.nodes import Spans
from hscb_report.story.origin import Link
from hscb_report.story.story import About, Contact, Story
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.items import FigureItem
from hscb_report.summary.reading import Reader
from hscb_report.summary.said import refs_in
from hscb_report.summary.sources import Source
from hscb_report.summary.uses import told_by
from hscb_report.summary.wording import Span, number
from hscb_report.words.charts import listed
from hscb_report.words.document import DocumentWords
from hscb_report.words.table import Words

NO_REASONS: Mapping[str, str] = MappingProxyType({})


def about(reader: Reader, board: Board) -> About | None:
    """Every figure by the section that is the first to tell it, every series and every source; None
    where there are none.
    """
    summary, words = reader.summary, reader.words.sources
    if not summary.figures and not summary.series:
        return None
    common = grouping.common(reader)
    shared = grouping.shared_reasons(reader)
    added = _added(reader, common)
    told = grouping.sources(reader)
    return About(
        words.title,
        (_lead(reader, board, common, shared), *([(Span(added),)] if added else [])),
        grouping.groups(reader, common, shared),
        grouping.years(reader, common),
        tuple(
            origin(key, reader)
            for key, source in summary.sources.items()
            if key in told and (key != common.source or _has_more(source))
        ),
        words,
    )


def _lead(reader: Reader, board: Board, common: Common, shared: Mapping[str, str]) -> Spans:
    """What holds of most figures, with the title of their source in bold, and the symbols."""
    words = reader.words.sources
    parts = [Span(words.lead)]
    if common.when or common.source:
        source = reader.summary.sources.get(common.source)
        publisher = source.publisher if source else ""
        place = "\0"  # no content holds it
        said = words.common(
            when=common.when,
            is_day=common.is_day,
            title=place if source else "",
            publisher=words.the_board if publisher == board.name else publisher,
            named=common.named,
        )
        before, _, after = said.partition(place)
        title = source.title if source else ""
        parts += [Span(f" {before}"), Span(title, bold=True), Span(after)]
    for step in sorted({*reader.rounded.values()}):
        places = [place or reader.home for place, one in reader.rounded.items() if one == step]
        parts.append(Span(f" {words.counts_of(places=places, step=number(step))}"))
    if symbols := reader.symbols():
        parts.append(Span(f" {words.symbols(meanings=_meanings(symbols, reader.words, shared))}"))
    return tuple(part for part in parts if part.text)


def _has_more(source: Source) -> bool:
    """Whether there is more to say of a source than its title and who published it."""
    days = (source.published, source.accessed)
    return any((source.url, source.licence, *days, source.note, source.rounded))


def _meanings(symbols: Iterable[str], words: Words, shared: Mapping[str, str] = NO_REASONS) -> str:
    """What symbols mean.

    Args:
        shared: by symbol, the reason that all have in whose place it stands.
    """
    told = {symbol: f"[{symbol}] {words.numbers.symbols[symbol]}" for symbol in symbols}
    for symbol, reason in shared.items():
        told[symbol] = words.sources.because(meaning=told[symbol], reason=reason)
    return "; ".join(told.values())


def _added(reader: Reader, common: Common) -> str:
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
        reader.plain(getattr(figure, key) or "", begins=False)
        for figure in summary.figures.values()
        for key in figure.editorial
    ]
    words, parts = reader.words.sources, []
    if headings:
        noun = words.headings if len(headings) > 1 else words.one_heading
        parts.append(f"{noun} " + ", ".join(f"“{text}”" for text in headings))
    if any("subtitle" in part.editorial for part in summary.sections):
        parts.append(words.subtitles)
    if labels:
        parts.append(f"{words.labels} " + ", ".join(f"“{text.rstrip('.')}”" for text in labels))
    used = [one.source for one in summary.figures.values()]
    used += [one.source for one in summary.series.values()]
    others = dict.fromkeys(name for name in used if common.source and name != common.source)
    if others:
        titles = listed([summary.sources[name].title for name in others])
        parts.append(words.from_others(titles=titles))
    if not parts:
        return ""
    if any(reading.ratio for reading in reader.all):
        parts.append(words.worked_out)
    return words.added(parts="; ".join(parts))


def contact(board: Board, words: DocumentWords, partners: Partners = NO_PARTNERS) -> Contact:
    """The board and the ways to reach it; where its file says nothing of other formats, the tool's
    own sentence on them.
    """
    links = [Link(board.email, f"mailto:{board.email}")] if board.email else []
    links += [Link(board.web.split("://", 1)[1].rstrip("/"), board.web)] if board.web else []
    formats = board.formats or (words.formats if board.address or board.phone or links else "")
    address = ", ".join(board.address or [])
    return Contact(board.name, address, board.phone or "", tuple(links), formats, partners)


def notes_on(
    story: Story,
    summary: Summary,
    shown: Sequence[tuple[int, Sequence[int]]],
    introduction: bool,
    perhaps_partly: bool = False,
) -> str:
    """What a leaflet says in small: where the figures come from that a reader meets in it, what
    their symbols mean, and what is not in the printed text.

    Args:
        shown: sections and which of their blocks are shown, from 0; the front always is.
        introduction: whether the introduction is shown.
        perhaps_partly: whether it may yet turn out that some of it is left out, which is said then.
    """
    met = refs_in(_said(story, shown, introduction))
    sources = dict.fromkeys(ref.source for ref in met if ref.period == summary.period)
    named = [_named(summary.sources[source]) for source in sources]
    words = story.words.sources
    symbols = _meanings(sorted({ref.symbol for ref in met if ref.symbol}), story.words)
    rounded = dict.fromkeys(ref.rounded for ref in met if ref.rounded)
    steps = sorted({ref.step for ref in met if ref.step})
    edited = summary.printed and any(summary.sections[section].editorial for section, _ in shown)
    notes = [
        words.figures(titles="; ".join(named)) if named else "",
        f"{symbols}." if symbols else "",
        words.rounded(numbers=", ".join(rounded)) if rounded else "",
        *(words.some_rounded(step=number(step)) for step in steps),
        words.added_in_short if edited else "",
        words.partly if perhaps_partly or _is_partly(story, shown, introduction) else "",
    ]
    return " ".join(note for note in notes if note)


def _is_partly(
    story: Story, shown: Sequence[tuple[int, Sequence[int]]], introduction: bool
) -> bool:
    """Whether something is left out; a section that the front draws is not."""
    there = {(section, block) for section, blocks in shown for block in blocks}
    front = story.opening.section if story.opening else None
    every = {
        (at, block)
        for at, section in enumerate(story.sections)
        for block in range(len(section.blocks))
        if at != front
    }
    return bool(every - there) or bool(story.introduction and not introduction)


def _said(
    story: Story, shown: Sequence[tuple[int, Sequence[int]]], introduction: bool
) -> Iterator[str]:
    """All that a leaflet says above its foot."""
    if story.hero:
        yield from story.hero.said()
    if story.opening:
        yield from story.opening.said()
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
    """The one number of a leaflet's front: as the content says, or the first of ``fronts``."""
    if summary.leaflet and summary.leaflet.front:
        return summary.leaflet.front
    known = fronts(summary)
    return FigureItem(figure=known[0]) if known else None


def fronts(summary: Summary) -> list[str]:
    """The figures that a leaflet's front may show, the best first: known ones, those that a section
    tells before those that only others are worked out from, and of these the board's own.
    """
    told = {name for section in summary.sections for name in told_by(section, summary)}
    known = [name for name, figure in summary.figures.items() if figure.value is not None]
    return sorted(
        known, key=lambda name: (name not in told, summary.figures[name].place is not None)
    )

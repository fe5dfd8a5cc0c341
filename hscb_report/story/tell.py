"""A summary told from beginning to end: made once, before any edition is laid out."""

from __future__ import annotations

from dataclasses import replace

from hscb_report.pictures.gather import NO_ART, Art
from hscb_report.story import about
from hscb_report.story.art import NO_PARTNERS, Partners, logo_of, partners_of, picture_of
from hscb_report.story.blocks import TELLINGS, Telling
from hscb_report.story.dated import with_days
from hscb_report.story.nodes import Chart, Numbered
from hscb_report.story.opening import opening_of
from hscb_report.story.running import Prose, Quotation
from hscb_report.story.story import Draft, Section, Story, Told
from hscb_report.story.tiers import with_lead
from hscb_report.summary import blocks, document
from hscb_report.summary.blocks import Block
from hscb_report.summary.board import Board
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import date

COLUMNS = {"full": 12, "two-thirds": 8, "half": 6, "third": 4}
"""How many of twelve columns a block of each width takes."""


def tell(reader: Reader, board: Board, art: Art = NO_ART) -> Story:
    """The story of a summary.

    Args:
        reader: its figures, and those of the years that it is compared with.
        board: who tells it.
        art: logos and photographs; the content names none that is not there.
    """
    summary = reader.summary
    telling, hero = Telling(reader, ""), about.hero_of(summary)
    shown = partners_of(board, art)
    cover = summary.cover.picture if summary.cover else None
    opening = opening_of(reader)
    told = [
        _section(section, ("sections", index), Telling(reader, "", 0, shown, art))
        for index, section in enumerate(summary.sections)
    ]
    sections = with_days(told, reader)
    return Story(
        wordmark=tuple(board.wordmark or [board.name]),
        short=board.short_name or board.name,
        title=summary.title,
        period=summary.period,
        words=reader.words,
        draft=_draft(reader) if summary.status == "draft" else None,
        introduction=Prose(telling.prose(summary.introduction)) if summary.introduction else None,
        # Where the cover shows one number, that is the one that leads.
        sections=sections if opening and opening.large else with_lead(sections),
        about=about.about(reader, board),
        contact=about.contact(board, reader.words.document, _at_the_end(summary, shown)),
        opening=opening,
        logo=logo_of(board, art),
        photograph=picture_of(cover, summary, art) if cover else None,
        hero=telling.statements([hero], with_ratio=False)[0] if hero else None,
    )


def _draft(reader: Reader) -> Draft:
    summary, words = reader.summary, reader.words
    day = date(summary.dated, words.numbers) if summary.dated else ""
    version = words.document.version(version=summary.version or "", day=day)
    return Draft((words.document.draft, words.document.draft_in_short), version)


def _at_the_end(summary: document.Summary, shown: Partners) -> Partners:
    """The partners that stand above the contact: all, unless the content places them."""
    placed = any(
        isinstance(block, blocks.Partners)
        for section in summary.sections
        for block in section.blocks
    )
    return NO_PARTNERS if placed else shown


def _section(section: document.Section, key: KeyPath, tell: Telling) -> Section:
    reader = tell.reader
    heading = reader.plain(section.heading)
    told: list[Told] = []
    numbered = 0
    for index, block in enumerate(section.blocks):
        name = f'"{heading}", block {index + 1} ({block.kind})'
        told.append(_block(block, name, (*key, "blocks", index), replace(tell, numbered=numbered)))
        if isinstance(node := told[-1].node, Numbered):
            numbered += len(node.items)
    subtitle = reader.plain(section.subtitle) if section.subtitle else ""
    return Section(heading, subtitle, tuple(told), key, section.lang or "")


def _block(block: Block, name: str, key: KeyPath, tell: Telling) -> Told:
    title = tell.reader.plain(block.title) if block.title else ""
    node = TELLINGS[type(block)](block, replace(tell, title=title))
    if isinstance(node, Chart) and node.title:
        title = ""  # it stands with the chart
    lang = node.lang if isinstance(node, (Prose, Quotation)) else ""
    return Told(node, title, COLUMNS[block.width or "full"], type(block).panel, name, key, lang)

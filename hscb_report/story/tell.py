"""A summary told from beginning to end: made once, before any edition is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.story import about
from hscb_report.story.blocks import TELLINGS, Telling
from hscb_report.story.dots import dots_of
from hscb_report.story.nodes import Chart, Numbered, Prose
from hscb_report.story.story import Draft, Opening, Section, Story, Told
from hscb_report.story.tiers import with_lead
from hscb_report.summary import document
from hscb_report.summary.blocks import Block
from hscb_report.summary.board import Board
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import date

COLUMNS = {"full": 12, "two-thirds": 8, "half": 6, "third": 4}
"""How many of twelve columns a block of each width takes."""


def tell(reader: Reader, board: Board) -> Story:
    """The story of a summary.

    Args:
        reader: its figures, and those of the years that it is compared with.
        board: who tells it.
    """
    summary = reader.summary
    telling, hero = Telling(reader, ""), about.hero_of(summary)
    sections = with_lead(
        [
            _section(section, ("sections", index), reader)
            for index, section in enumerate(summary.sections)
        ]
    )
    return Story(
        wordmark=tuple(board.wordmark or [board.name]),
        short=board.short_name or board.name,
        title=summary.title,
        period=summary.period,
        words=reader.words,
        draft=_draft(reader) if summary.status == "draft" else None,
        introduction=Prose(telling.prose(summary.introduction)) if summary.introduction else None,
        sections=sections,
        about=about.about(reader, board),
        contact=about.contact(board, reader.words.document),
        opening=_opening(sections, reader),
        hero=telling.statements([hero], with_ratio=False)[0] if hero else None,
    )


def _draft(reader: Reader) -> Draft:
    summary, words = reader.summary, reader.words
    day = date(summary.dated, words.numbers) if summary.dated else ""
    version = words.document.version(version=summary.version or "", day=day)
    return Draft((words.document.draft, words.document.draft_in_short), version)


def _opening(sections: Sequence[Section], reader: Reader) -> Opening | None:
    """The first numbers within one another; where there are none, the first percentage."""
    found = []
    for index, section in enumerate(reader.summary.sections):
        for block in section.blocks:
            about = reader.plain(block.title or section.heading)
            if dots := dots_of(block, reader, about):
                alone = len(section.blocks) == 1 and not block.title
                found.append(Opening(dots, index if alone else None))
    nested = (one for one in found if len(one.dots.readings) > 1)
    return next(nested, None) or next(iter(found), None)


def _section(section: document.Section, key: KeyPath, reader: Reader) -> Section:
    heading = reader.plain(section.heading)
    told: list[Told] = []
    numbered = 0
    for index, block in enumerate(section.blocks):
        name = f'"{heading}", block {index + 1} ({block.kind})'
        told.append(_block(block, name, (*key, "blocks", index), reader, numbered))
        if isinstance(node := told[-1].node, Numbered):
            numbered += len(node.items)
    subtitle = reader.plain(section.subtitle) if section.subtitle else ""
    return Section(heading, subtitle, tuple(told), key, section.lang or "")


def _block(block: Block, name: str, key: KeyPath, reader: Reader, numbered: int) -> Told:
    title = reader.plain(block.title) if block.title else ""
    node = TELLINGS[type(block)](block, Telling(reader, title, numbered))
    if isinstance(node, Chart) and node.title:
        title = ""  # it stands with the chart
    lang = node.lang if isinstance(node, Prose) else ""
    return Told(node, title, COLUMNS[block.width or "full"], type(block).panel, name, key, lang)

"""Each kind of block, told: from its keys and the figures they name to a node of the story."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from hscb_report.pictures.gather import NO_ART, Art
from hscb_report.story import describe, fields, rates, scales
from hscb_report.story.art import NO_PARTNERS, Partners, picture_of
from hscb_report.story.differences import differences
from hscb_report.story.grids import grid
from hscb_report.story.nodes import (
    Cards,
    Chart,
    Figures,
    Item,
    Items,
    Node,
    Numbered,
    Spans,
    Statement,
)
from hscb_report.story.running import Callout, Passage, Prose, Quotation, quoted, running
from hscb_report.story.stacks import stack
from hscb_report.story.wholes import by_itself, told_in_turn
from hscb_report.summary import blocks
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.figures import Emphasis
from hscb_report.summary.items import FigureItem
from hscb_report.summary.reading import Reader, Reading
from hscb_report.words.charts import ChartWords


@dataclass(frozen=True)
class Telling:
    """What a block needs to be told.

    Attributes:
        reader: its figures.
        title: its small heading in words, or empty; a chart's description begins with it.
        numbered: how many numbered entries its section has had.
        partners: of the board.
        art: photographs by their names.
    """

    reader: Reader
    title: str
    numbered: int = 0
    partners: Partners = NO_PARTNERS
    art: Art = NO_ART

    def spans(self, text: str | None) -> Spans:
        """Inline text with its figures filled in; nothing for None."""
        return self.reader.spans(text) if text else ()

    def statements(
        self,
        items: Iterable[FigureItem],
        with_ratio: bool = True,
        tier: Emphasis = "standard",
    ) -> tuple[Statement, ...]:
        """Figures with what stands beside them, in the order in which they are told.

        Args:
            tier: of those whose content says none.
        """
        shown = list(items)
        readings = told_in_turn([self.reader.figure(one.figure) for one in shown], self.reader)
        return tuple(
            Statement(
                reading,
                item.icon or "",
                self.spans(item.what_changed),
                with_ratio,
                reading.emphasis or tier,
            )
            for item, reading in zip(shown, readings, strict=True)
        )

    def prose(self, text: str) -> tuple[Passage, ...]:
        """A text as its paragraphs and the entries of its lists."""
        return running(text, self.reader)

    @property
    def words(self) -> ChartWords:
        """The words of charts and tables."""
        return self.reader.words.charts


def _funnel(block: blocks.Funnel, tell: Telling) -> Node:
    stages = [tell.reader.figure(name) for name in block.figures]
    return Chart("funnel", describe.funnel(stages, tell.title, tell.words), _rows(stages))


def _statistics(block: blocks.Statistics, tell: Telling) -> Node:
    return Cards(tell.statements(block.items), most=3)


def _events(block: blocks.Events, tell: Telling) -> Node:
    return Cards(tell.statements(block.items, tier="supporting"), most=4)


def _share(block: blocks.Share, tell: Telling) -> Node:
    """A percentage; one that is missing or not exact is a statement without a chart, for squares
    are counted.
    """
    reading = tell.reader.figure(block.figure)
    told, each, alone = None, "", by_itself(reading, tell.reader)
    if reading.value is not None and not reading.bound:
        told = describe.waffle(reading, tell.title, tell.words)
        each = tell.words.each_square(count="1%")
    return Chart("waffle", told, _rows([reading]), statements=(Statement(alone),), each=each)


def _part(block: blocks.Part, tell: Telling) -> Node:
    """A whole and its part; without a drawing where one of them is missing or not exact."""
    reader = tell.reader
    reading = reader.figure(block.figure)
    whole = reader.figure(reader.summary.figures[block.figure].part_of or "")
    told = None
    if reading.share is not None:
        told = describe.ring(reading, whole, tell.title, tell.words)
    field = fields.part(whole, reading, tell.title, tell.words)
    with_ratio = told is None or field is not None  # a ring says it in its middle
    statements = (Statement(whole), Statement(reading, with_ratio=with_ratio))
    return Chart("ring", told, _rows([reading]), statements=statements, field=field)


def _compare(block: blocks.Compare, tell: Telling) -> Node:
    """Numbers side by side. No ratio is stated."""
    readings = [tell.reader.figure(item.figure) for item in block.items]
    statements = tell.statements(block.items, with_ratio=False)
    told = describe.areas(readings, tell.title, tell.words)
    field = fields.apart(readings, tell.title, tell.words)
    return Chart("areas", told, _rows(readings), (), statements, field=field)


def _trend(block: blocks.Trend, tell: Telling) -> Node:
    return scales.trend(block, tell.reader, tell.title)


def _bars(block: blocks.Bars, tell: Telling) -> Node:
    return scales.bars(block, tell.reader, tell.title)


def _rows(readings: Iterable[Reading]) -> tuple[tuple[str, Reading], ...]:
    return tuple((reading.name, reading) for reading in readings)


def _note(block: blocks.Note, tell: Telling) -> Node:
    return Callout(tell.prose(block.text), block.lang or "", block.icon or "")


def _text(block: blocks.Text, tell: Telling) -> Node:
    return Prose(tell.prose(block.text), block.lang or "")


def _quotation(block: blocks.Quotation, tell: Telling) -> Node:
    return Quotation(quoted(block.text), block.who, block.lang or "")


def _lessons(block: blocks.Lessons, tell: Telling) -> Node:
    return Items(
        tuple(
            Item(
                tell.spans(item.text),
                tell.spans(item.what_changed),
                item.icon or "",
                lang=item.lang or "",
            )
            for item in block.items
        )
    )


def _priorities(block: blocks.Priorities, tell: Telling) -> Node:
    """Numbered from where the section's last ones ended, wherever an edition puts them."""
    return Numbered(
        tuple(
            Item(
                tell.spans(item.text),
                tell.spans(item.detail),
                number=number,
                lang=item.lang or "",
            )
            for number, item in enumerate(block.items, tell.numbered + 1)
        )
    )


def _table(block: blocks.Table, tell: Telling) -> Node:
    numbers = tell.reader.words.numbers
    return figures(
        tuple(rates.based(tell.reader.figure(name), numbers) for name in block.figures), tell.words
    )


def figures(readings: tuple[Reading, ...], words: ChartWords) -> Figures:
    """Figures in rows, under their heads."""
    return Figures(readings, (words.figure, words.value, words.period))


def _change(block: blocks.Change, tell: Telling) -> Node:
    return differences(block, tell.reader)


def _picture(block: blocks.Picture, tell: Telling) -> Node:
    return picture_of(block.picture, tell.reader.summary, tell.art)


def _partners(block: blocks.Partners, tell: Telling) -> Node:
    return tell.partners


TELLINGS: dict[type[blocks.Block], Callable[[Any, Telling], Node]] = {
    blocks.Funnel: _funnel,
    blocks.Statistics: _statistics,
    blocks.Share: _share,
    blocks.Part: _part,
    blocks.Compare: _compare,
    blocks.Trend: _trend,
    blocks.Bars: _bars,
    blocks.Note: _note,
    blocks.Lessons: _lessons,
    blocks.Events: _events,
    blocks.Priorities: _priorities,
    blocks.Table: _table,
    blocks.Change: _change,
    Grid: grid,
    Stack: stack,
    blocks.Text: _text,
    blocks.Quotation: _quotation,
    blocks.Picture: _picture,
    blocks.Partners: _partners,
}
"""How each kind of block is told."""

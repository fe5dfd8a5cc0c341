"""Figures by section: in two columns, the value first and its name right beside it; or, in large
print, one figure below the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.page import spacing
from hscb_report.page.columns import SMALL, Columns
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import above_group, ruled
from hscb_report.page.layout import Column, Space, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.table import LEAST_NAME, entry
from hscb_report.page.text import Align, words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Fact, Group
from hscb_report.words.sources import SourceWords

PAD = 2.0
"""Above and below the words of a row, pt."""
MOST_VALUE, USUAL = 0.34, 0.3
"""The most of a column that values take, unless a word of one is wider; and what they take where
most have room in it: the few that have not stand below their names.
"""


@dataclass(frozen=True)
class _Widths:
    """Of the values and of the names beside them, pt.

    Attributes:
        lowers: whether a value that is wider stands below its name; else it is parted.
    """

    value: float
    name: float
    lowers: bool = False


class Row(Flowable):
    """A value and, right beside it, what it is, with a hairline below.

    Args:
        below: whether the value, which is too wide, stands below its name instead.
    """

    def __init__(
        self, value: Flowable, name: Flowable, widths: _Widths, look: Look, below: bool = False
    ) -> None:
        super().__init__()
        self.value, self.name, self.widths, self.brand = value, name, widths, look.brand
        self.below = below

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the higher of the two, or as both."""
        self.width = availWidth
        self.value_height = height_of(
            self.value, self.widths.name if self.below else self.widths.value
        )
        self.name_height = height_of(self.name, self.widths.name)
        self.down = self.name_height if self.below else 0.0
        self.height = max(self.name_height, self.down + self.value_height) + 2 * PAD
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact; then the name, which is read first, and the value."""
        canvas, top = self.canv, self.height - PAD
        with canvas.artifact():
            canvas.setStrokeColor(self.brand.ground("rule"))
            canvas.setLineWidth(self.brand.hairline)
            canvas.line(0, 0, self.width, 0)
        beside = self.widths.value + spacing.VALUE
        self.name.drawOn(canvas, beside, top - self.name_height)
        left = beside if self.below else 0.0
        self.value.drawOn(canvas, left, top - self.down - self.value_height)


def facts(
    groups: Sequence[Group], said: SourceWords, look: Look, spot: Spot, parent: Element
) -> list[Atom]:
    """Groups of figures.

    Args:
        said: the tool's words for what goes on.
        parent: gets for each group a heading (H3), and a Table of rows that the name heads, or a
            list.
    """
    columns, widths = _grid(groups, look)
    made: list[Atom] = []
    for group in groups:
        head = ruled(look, group.heading, parent.add("H3", lang=group.lang))
        if group.shared:
            shared = words(look, group.shared, "table", element=parent.add("P"))
            head = Column([head, shared, Space(PAD)], [PAD, 0.0])
        going_on = said.continued(heading=group.heading)
        gap = above_group(look) if made else spacing.FACTS
        made.append(
            Atom(
                head,
                spot,
                gap,
                spacing.BEFORE_GROUP,
                keep_next=True,
                exact=not look.one_column,
                columns=columns,
            )
        )
        rows = (
            _entries(group, look, parent) if look.one_column else _rows(group, widths, look, parent)
        )
        for index, (row, cost) in enumerate(zip(rows, _costs(len(group.facts)), strict=True)):
            gap = spacing.ENTRY if look.one_column else spacing.NONE
            again = ruled(look, going_on, None, below=gap.space) if index else None
            made.append(
                Atom(row, spot, gap, cost, header=again, exact=not look.one_column, columns=columns)
            )
    return made


def _costs(count: int) -> Iterator[float]:
    """How bad it is to end a page before each row: so that none stands alone, and few are whole."""
    for index in range(count):
        alone = index == 0 or (count > 2 and index in (1, count - 1)) or count <= SMALL
        yield spacing.ALONE if alone else spacing.BEFORE_ROW


def _grid(groups: Sequence[Group], look: Look) -> tuple[Columns | None, _Widths]:
    """Two columns where names have room in them, and how wide values and names are."""
    strong = look.scale["table-head"]
    numbers = [fact.reading.in_full for group in groups for fact in group.facts]
    wide = [fonts.width(number, strong) + 1 for number in numbers]
    word = max((fonts.longest_word(number, strong) for number in numbers), default=0.0) + 1
    half = (look.paper.measure - look.paper.gutter) / 2
    all_beside = half - _value(half, wide, word) - spacing.VALUE
    if all_beside >= LEAST_NAME and not look.one_column:
        return Columns(half, look.paper.gutter), _widths(half, wide, word)
    return None, _widths(look.paper.measure, wide, word)


def _widths(width: float, wide: Sequence[float], word: float) -> _Widths:
    """Of a column of that width.

    Args:
        wide: how wide each value is; ``word``: the widest word of one, which is never parted.
    """
    usual = [one for one in wide if one <= USUAL * width]
    lowers = len(usual) > len(wide) / 2
    value = max(usual) if lowers else _value(width, wide, word)
    return _Widths(value, width - value - spacing.VALUE, lowers)


def _value(width: float, wide: Sequence[float], word: float) -> float:
    """How wide values are where all stand beside their names, pt."""
    return min(max(wide, default=0.0), max(word, MOST_VALUE * width))


def _rows(group: Group, widths: _Widths, look: Look, parent: Element) -> Iterator[Row]:
    """A table of two columns. The name comes first when read, for it heads the row."""
    body = parent.add("Table").add("TBody")
    for fact in group.facts:
        line = body.add("TR")
        name = _name(fact, look, line.add("TH", scope="Row"))
        number, token = fact.reading.in_full, _token(fact)
        below = widths.lowers and fonts.width(number, look.scale["table-head"]) > widths.value
        align: Align = "left" if below else "right"
        value = words(look, number, "table-head", token, element=line.add("TD"), align=align)
        yield Row(value, name, widths, look, below)


def _name(fact: Fact, look: Look, element: Element) -> Flowable:
    name = fact.reading.name
    if not (fact.about or fact.reason):
        return words(look, name, "table", element=element)
    parts = [words(look, name, "table", element=element.add("P"))]
    return Column([*parts, *_notes(fact, look, element)])


def _notes(fact: Fact, look: Look, parent: Element) -> list[Flowable]:
    notes = ((fact.about, "text"), (fact.reason, "second"))
    return [
        words(look, note, "table", token, element=parent.add("P")) for note, token in notes if note
    ]


def _token(fact: Fact) -> str:
    return "second" if fact.reading.value is None else "primary-text"


def _entries(group: Group, look: Look, parent: Element) -> Iterator[Flowable]:
    """A list: the value on a line of its own, then what it is."""
    owner = parent.add("L")
    for fact in group.facts:
        body = owner.add("LI").add("LBody")
        said = entry(fact.reading.in_full, _token(fact), [fact.reading.name], look, body)
        yield Column([said, *_notes(fact, look, body)], spacing.CLOSE)

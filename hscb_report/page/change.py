"""Figures now and in an earlier year: both values, and the change in words behind an arrow.

The arrow is an ornament that repeats the word beside it, and it has one colour whichever way it
points: whether more children in care is good news is not for a colour to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.page.context import Context
from hscb_report.page.flow import Atom
from hscb_report.page.layout import Beside, Column
from hscb_report.page.table import GUTTER, LEAST_NAME, Heading, Table, atoms
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.summary import blocks
from hscb_report.summary.changes import Change, changes

ARROW, ARROW_GAP = 9.0, 6.0


class Arrow(Flowable):
    """A triangle that points up or down, a bar for no change; nothing where there is no
    comparison.
    """

    def __init__(self, direction: str, context: Context, height: float) -> None:
        super().__init__()
        self.direction, self.height = direction, height
        self.ink = context.brand.ink("third-text", "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as a line of the text beside it."""
        self.width = ARROW
        return ARROW, self.height

    def draw(self) -> None:
        """Draw as an artifact, in the middle of the line."""
        if not self.direction:
            return
        middle, half = self.height * 0.46, ARROW * 0.43
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            if self.direction == "same":
                self.canv.rect(0, middle - 1.2, ARROW, 2.4, stroke=0, fill=1)
                return
            tip = half if self.direction == "up" else -half
            path = self.canv.beginPath()
            path.moveTo(0, middle - tip)
            path.lineTo(ARROW, middle - tip)
            path.lineTo(ARROW / 2, middle + tip)
            path.close()
            self.canv.drawPath(path, stroke=0, fill=1)


def change(block: blocks.Change, context: Context, section: Element, width: float) -> list[Atom]:
    """A row for each figure; a list where columns do not fit. Where the earlier values come from is
    said below.
    """
    earlier = context.reader.earlier[block.since]
    by_name = {one.key: one for one in changes(earlier, context.reader)}
    shown = [by_name[name] for name in dict.fromkeys(block.figures)]
    years = (block.since, context.reader.summary.period)
    made = _rows(shown, years, context, section, width) or _entries(shown, years, context, section)
    source = words(context, _source(shown, block.since, context), "table", element=section.add("P"))
    return [*made, Atom(source, space=6.0, stretch=0.0, break_cost=200.0)]


def _rows(
    shown: Sequence[Change],
    years: tuple[str, str],
    context: Context,
    section: Element,
    width: float,
) -> list[Atom]:
    """The table, or nothing where it would leave too little room for the names."""
    style, head = context.scale["body"], context.scale["table-head"]
    values = [
        max(fonts.width(text, style) for text in texts)
        for texts in ([c.earlier.number for c in shown], [c.later.number for c in shown])
    ]
    values = [
        max(value, fonts.width(year, head)) + 1 for value, year in zip(values, years, strict=True)
    ]
    said = (
        max(
            *(fonts.width(c.said, context.scale["strong"]) for c in shown),
            fonts.width("Change", head),
        )
        + ARROW
        + ARROW_GAP
        + 1
    )
    name = width - sum(values) - said - 3 * GUTTER
    longest = max(fonts.longest_word(c.name, style) for c in shown)
    if context.one_column or name < max(LEAST_NAME, longest):
        return []
    columns = (
        Heading("Figure", name),
        Heading(years[0], values[0], "right"),
        Heading(years[1], values[1], "right"),
        Heading("Change", said),
    )
    table = Table(columns, context, section, "body")
    rows = []
    for one in shown:
        row = table.row(
            (one.name, one.earlier.number, one.later.number, one.said), _notes(one, years, context)
        )
        element = row.cells[3].element
        row.cells[3] = _said(one, context, element)
        rows.append(row)
    return atoms(table, rows)


def _entries(
    shown: Sequence[Change], years: tuple[str, str], context: Context, section: Element
) -> list[Atom]:
    """The same as a list: name, the change, both values, and why there is no comparison."""
    owner = section.add("L")
    made = []
    for one in shown:
        body = owner.add("LI").add("LBody")
        both = f"{years[0]}: {one.earlier.number}; {years[1]}: {one.later.number}"
        parts: list[Flowable] = [
            words(context, one.name, "body", element=body.add("P")),
            _said(one, context, body.add("P")),
            words(context, both, "body", element=body.add("P")),
        ]
        parts += [
            words(context, note, "table", element=body.add("P"))
            for note in _notes(one, years, context)
        ]
        made.append(Atom(Column(parts, 1.0), space=10.0, stretch=4.0, break_cost=12.0))
    return made


def _said(one: Change, context: Context, element: Element) -> Flowable:
    text = words(context, one.said, "strong", "primary", element=element)
    return (
        Beside(
            Arrow(one.direction, context, context.scale["strong"].leading),
            text,
            ARROW_GAP,
            ARROW,
            middle=False,
        )
        if one.direction
        else text
    )


def _notes(one: Change, years: tuple[str, str], context: Context) -> list[str]:
    """The days that were counted, why a value is missing, why there is no comparison."""
    by_day = context.reader.summary.figures[one.key].as_at and one.earlier.when != one.later.when
    notes = [f"{one.earlier.when} and {one.later.when}."] if by_day else []
    readings = zip(years, (one.earlier, one.later), strict=True)
    if missing := [f"{year}: {reading.reason}" for year, reading in readings if reading.reason]:
        return notes + missing
    return notes + ([f"{one.why_not[:1].upper()}{one.why_not[1:]}."] if one.why_not else [])


def _source(shown: Sequence[Change], since: str, context: Context) -> str:
    """Where the earlier values come from."""
    earlier = context.reader.earlier[since].summary
    sources = [earlier.sources[name] for name in dict.fromkeys(one.earlier.source for one in shown)]
    named = "; ".join(f"{source.title} ({source.publisher})" for source in sources)
    return f"The figures for {since} are from: {named}."

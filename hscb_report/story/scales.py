"""Charts of numbers on one scale from zero: bars, and lines over the years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hscb_report.story import describe, rates
from hscb_report.story.nodes import Chart
from hscb_report.story.places import lines_of, rows_of, title_of
from hscb_report.story.series import Line, after_the_report, equal_ones
from hscb_report.summary.blocks import Bars, Trend
from hscb_report.summary.reading import Reader


def trend(block: Trend, reader: Reader, title: str) -> Chart:
    """Lines over the years; several have no numbers on their points, so symbols are said below.

    Args:
        title: the small heading of the block, or empty.
    """
    words = reader.words.charts
    numbers = reader.words.numbers
    lines, measured = lines_of(block.series, reader)
    base = rates.base_of((point for line in lines for point in line.points), numbers)
    title = rates.headed(title or measured, (line.name for line in lines), base, numbers)
    if base:
        alone = len(lines) == 1
        lines = tuple(
            rates.based_line(line, numbers)
            if alone
            else replace(line, points=tuple(map(rates.bare, line.points)))
            for line in lines
        )
    source = _source((reader.summary.series[name].source for name in block.series), reader)
    notes = [
        _marked(lines) if len(lines) > 1 else "",
        *equal_ones(lines, words),
        " ".join(filter(None, (f"{source}.", after_the_report(lines, words)))),
    ]
    strong = [one.name for one in lines if one.weight == "strong"]
    told = describe.line(lines, title, words, [_stands_out(name, reader) for name in strong])
    return Chart("line", told, lines=lines, title=title, notes=tuple(filter(None, notes)))


def bars(block: Bars, reader: Reader, title: str) -> Chart:
    """Bars from zero.

    Args:
        title: the small heading of the block, or empty.
    """
    notes: list[str] = []
    if block.series:
        points = reader.points(block.series)
        rows = tuple((point.when, point) for point in points)
        strong = next((one for one in points if one.when == block.highlight), None)
        title = title or points[0].name
        notes = [_source([points[0].source], reader)]
    else:
        readings = [reader.figure(name) for name in block.figures or []]
        rows, strong = rows_of(block, readings, reader)
        if block.by == "place":
            title = title or title_of(readings, strong)
            notes = [f"{name}: {one.reason}" for name, one in rows if one.reason]
            notes.append(_source((one.source for one in readings), reader))
    called = next((name for name, one in rows if one is strong), "")
    numbers = reader.words.numbers
    if base := rates.base_of((one for _, one in rows), numbers):
        title = rates.headed(title, (name for name, _ in rows), base, numbers)
        rows = tuple((name, rates.bare(one)) for name, one in rows)
    out = _stands_out(called, reader) if strong else ""
    told = describe.bars(rows, title, reader.words.charts, out)
    key = strong.key if strong else ""
    return Chart("bars", told, rows, title=title, notes=tuple(notes), strong=key)


def _stands_out(name: str, reader: Reader) -> str:
    return reader.words.places.stands_out(name=name)


def _source(names: Iterable[str], reader: Reader) -> str:
    """The source line of a chart."""
    sources = reader.summary.sources
    publishers = dict.fromkeys(sources[name].publisher for name in names)
    return reader.words.charts.source(publishers=", ".join(publishers))


def _marked(lines: Sequence[Line]) -> str:
    """The numbers with symbols."""
    said = [
        f"{line.name}: " + ", ".join(f"{p.when} {p.number}" for p in line.points if p.symbol)
        for line in lines
        if any(p.symbol for p in line.points)
    ]
    return "; ".join(said) + "." if said else ""

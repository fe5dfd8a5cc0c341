"""Every figure as data: the CSV that travels inside the PDF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from hscb_report.summary.cells import guarded
from hscb_report.summary.figures import Figure, Series
from hscb_report.summary.places import capital
from hscb_report.summary.previous import before_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.rounding import step_of, step_of_series

COLUMNS = (
    "figure",
    "name",
    "value",
    "bound",
    "rounded_to",
    "unit",
    "symbol",
    "reason",
    "period",
    "as_at",
    "place",
    "part_of",
    "definition",
    "source",
    "publisher",
    "url",
    "licence",
    "note",
    "previous",
    "previous_symbol",
    "previous_reason",
    "previous_period",
    "previous_as_at",
    "previous_note",
)
NO_PREVIOUS = ("",) * 6


def figures_csv(reader: Reader) -> bytes:
    """All figures and series as UTF-8 CSV (RFC 4180), with a byte order mark, for spreadsheets."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in _rows(reader):
        writer.writerow([guarded(str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _rows(reader: Reader) -> Iterator[Sequence[object]]:
    """The head, then a row for each figure and for each year of a series."""
    summary = reader.summary
    yield COLUMNS
    for name in summary.figures:
        yield [name, *_figure(reader, name)]
    for since, name in reader.compared:  # what the later year says itself is in its own row
        yield [f"{name}:{since}", *_figure(reader.earlier[since], name)]
    for name, series in summary.series.items():
        for year, point in series.points.items():
            yield [
                f"{name}:{year}",
                reader.points(name)[0].name,
                _cell(point.value),
                "",
                step_of_series(series, summary) or "",
                series.unit,
                point.symbol or "",
                point.reason or "",
                year,
                "",
                _place(series, reader),
                "",
                series.definition or "",
                *_source(reader, series.source),
                "",
                *NO_PREVIOUS,
            ]


def _figure(reader: Reader, name: str) -> list[object]:
    figure, read = reader.summary.figures[name], reader.figure(name)
    return [
        read.name,
        _cell(figure.value),
        figure.bound or "",
        step_of(figure) or "",
        figure.unit,
        read.symbol,
        read.reason,
        figure.period or "",
        figure.as_at or "",
        _place(figure, reader),
        figure.part_of or "",
        read.definition,
        *_source(reader, figure.source),
        figure.note or "",
        *_previous(figure),
    ]


def _previous(figure: Figure) -> Sequence[object]:
    """Last year's number as it stands now."""
    before = before_of(figure)
    if before is None:
        return NO_PREVIOUS
    return [
        _cell(before.value),
        before.symbol or "",
        before.reason or "" if before.value is None else "",
        before.period or "",
        before.as_at or "",
        before.note or "",
    ]


def _place(one: Figure | Series, reader: Reader) -> str:
    return capital(one.place or reader.home)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _source(reader: Reader, name: str) -> list[str]:
    source = reader.summary.sources[name]
    return [source.title, source.publisher, source.url or "", source.licence or ""]

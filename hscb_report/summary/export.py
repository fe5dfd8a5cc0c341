"""Every figure as data: the CSV that travels inside the PDF."""

from __future__ import annotations

import csv
import io

from hscb_report.summary.reading import Reader

COLUMNS = (
    "figure",
    "name",
    "value",
    "unit",
    "symbol",
    "reason",
    "period",
    "as_at",
    "part_of",
    "definition",
    "source",
    "publisher",
    "url",
    "licence",
    "note",
)


def figures_csv(reader: Reader) -> bytes:
    """All figures and series as UTF-8 CSV (RFC 4180), with a byte order mark, for spreadsheets."""
    summary = reader.summary
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for name in summary.figures:
        rows.writerow([name, *_figure(reader, name)])
    for since, name in reader.compared:
        rows.writerow([f"{name}:{since}", *_figure(reader.earlier[since], name)])
    for name, series in summary.series.items():
        for year, point in series.points.items():
            rows.writerow(
                [
                    f"{name}:{year}",
                    series.label,
                    _cell(point.value),
                    series.unit,
                    point.symbol or "",
                    point.reason or "",
                    year,
                    "",
                    "",
                    series.definition or "",
                    *_source(reader, series.source),
                    "",
                ]
            )
    return out.getvalue().encode("utf-8-sig")


def _figure(reader: Reader, name: str) -> list[object]:
    figure, read = reader.summary.figures[name], reader.figure(name)
    return [
        read.name,
        _cell(figure.value),
        figure.unit,
        read.symbol,
        read.reason,
        figure.period or "",
        figure.as_at or "",
        figure.part_of or "",
        read.definition,
        *_source(reader, figure.source),
        figure.note or "",
    ]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _source(reader: Reader, name: str) -> list[str]:
    source = reader.summary.sources[name]
    return [source.title, source.publisher, source.url or "", source.licence or ""]

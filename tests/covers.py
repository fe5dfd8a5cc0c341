"""Contents that have a picture on their cover, and what is read of it in a file."""

from __future__ import annotations

from math import dist

import pikepdf

from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary

BOARD = Board(name="Hampshire Safeguarding Children Board")
FOLD = {"leaflet": "roll"}
FUNNEL = {"kind": "funnel", "figures": ["all", "some", "few"]}
TEXT = {"kind": "text", "text": "Words."}


def summary(numbers=(77602, 32441, 2528), blocks=(FUNNEL,), heading="Our year", **more) -> Summary:
    """A content whose figures are nested in one another, and a percentage."""
    figures, whole = {}, None
    for name, value in zip(("all", "some", "few"), numbers, strict=False):
        gap = {"symbol": "x", "reason": "To come."} if value is None else {}
        figures[name] = {"value": value, "label": f"{name} children", **gap}
        if whole:
            figures[name] |= {"part_of": whole, "lead": "of which"}
        whole = name
    figures["rate"] = {"value": 94, "unit": "percent", "label": "of children"}
    for figure in figures.values():
        figure |= {"period": "2017-18", "source": "s"}
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Annual Report Summary",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Yearly return", "publisher": "Somebody"}},
            "figures": figures,
            "sections": [
                {"heading": heading, "blocks": list(blocks)},
                {"heading": "More", "blocks": [TEXT]},
            ],
            **more,
        }
    )


def dots_in(page: pikepdf.Page) -> list[int]:
    """How many dots each stroke of a page draws: lines of next to no length with round ends."""
    found, dots, curves, at = [], 0, 0, (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("m", "l"):
            point = tuple(float(value) for value in operands)
            if name == "l":
                dots += dist(at, point) < 0.05
            at = point
        elif name == "c":
            curves += 1
        elif name in ("S", "f", "f*", "B", "n"):
            found += [dots] if dots and not curves and name == "S" else []
            dots = curves = 0
    return found


FOUR = {"kind": "funnel", "figures": ["all", "some", "few", "last"]}


def four(numbers) -> Summary:
    """Four numbers within one another."""
    made = summary(numbers[:3]).model_dump(exclude_unset=True)
    made["figures"]["last"] = made["figures"]["few"] | {
        "value": numbers[3],
        "label": "last children",
        "part_of": "few",
    }
    made["sections"][0]["blocks"] = [FOUR]
    return Summary.model_validate(made)


RISING = {2014: 1265, 2015: 1305, 2016: 1385, 2017: 1465, 2018: 1545}
TREND = {"kind": "trend", "series": "looked-after"}
ONE = {"kind": "statistics", "items": ["all"]}


def yearly(points=RISING, blocks=(TREND,), **more) -> Summary:
    """A content whose first section shows a series."""
    years = {str(year): value for year, value in points.items()}
    series = {"looked-after": {"label": "Looked after", "source": "s", "points": years}}
    return summary(blocks=blocks, series=series, **more)

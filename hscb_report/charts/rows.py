"""Rows: a number as equal dots, row by row from a ground line; the last row is the upper one."""

from __future__ import annotations

from math import ceil

from hscb_report.brand.brand import Brand
from hscb_report.charts.field import LEAST
from hscb_report.charts.marks import Sheet

SHARE = 0.68
"""The diameter of a dot, as a share of the distance from one to the next."""
APART = 1.14
"""The least gap between two dots, pt: 0.4 mm."""
MOST = 12.0
"""The greatest distance from one dot to the next, pt on paper."""


def pitch_of(count: int, width: float, height: float, zoom: float) -> float:
    """The distance from one dot to the next, pt: the greatest with which so many dots fit, in rows
    that fill the width.

    Args:
        zoom: how much larger they are drawn.

    Returns:
        0 where they would be too small or too near for a press and an eye.
    """
    least = max(LEAST / SHARE, APART / (1 - SHARE)) / zoom
    columns = ceil(width * zoom / MOST + 1 - SHARE)
    while (pitch := _pitch(columns, width)) >= least:
        if ceil(count / columns) * pitch <= height:
            return pitch
        columns += 1
    return 0.0


def _pitch(columns: int, width: float) -> float:
    return width / (columns - 1 + SHARE)


def columns_of(pitch: float, width: float) -> int:
    """How many dots stand in a row."""
    return round(width / pitch + 1 - SHARE)


def rows(count: int, pitch: float, width: float, token: str, key: str, brand: Brand) -> Sheet:
    """Draw so many dots on the ground of a band; lengths in pt.

    Args:
        key: of what they show.
    """
    columns, size = columns_of(pitch, width), pitch * SHARE
    sheet = Sheet(width, ceil(count / columns) * pitch)
    places = [
        (size / 2 + at % columns * pitch, size / 2 + at // columns * pitch) for at in range(count)
    ]
    sheet.dots(places, size, brand.ink(token, "band", "graphic"), key)
    return sheet

"""Numbers in charts: words beside a big one are smaller, and a symbol behind one, such as [r], is
small and raised.
"""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.brand import Ink
from hscb_report.brand.typography import LEAST_RAISED, RAISE, Type, parted, raised, runs_of
from hscb_report.charts.marks import Sheet


def width(text: str, style: Type, least: float = LEAST_RAISED) -> float:
    """The width of a number and its symbol, pt.

    Args:
        least: no symbol is smaller, pt.
    """
    return sum(fonts.width(run.text, run.style) for run in runs_of(text, style, least))


def height(text: str, style: Type, least: float = LEAST_RAISED) -> float:
    """From the baseline to the top of digits and symbol, pt."""
    capital = fonts.ascent(style)
    if not parted(text)[1]:
        return capital
    return max(capital, RAISE * style.size + fonts.ascent(raised(style, least)))


def write(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    style: Type,
    ink: Ink,
    least: float = LEAST_RAISED,
) -> None:
    """Write a number from the left end of its baseline, each of its parts by itself."""
    for run in runs_of(text, style, least):
        bare = run.text.lstrip()
        gap = fonts.width(run.text, run.style) - fonts.width(bare, run.style)
        sheet.text(x + gap, y + run.rise, bare.rstrip(), run.style, ink)
        x += fonts.width(run.text, run.style)

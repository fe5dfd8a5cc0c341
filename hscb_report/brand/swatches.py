"""A whole brand as text: to paste into a board's file, or to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hscb_report.brand.colours import TOKENS, Colour
from hscb_report.brand.contrast import NEEDED, PAIRS, worst
from hscb_report.brand.legal import shown

UNLIKE = 5.0
"""CIEDE2000: print that differs more from the screen is another colour to those who hold both."""


def as_yaml(brand: Mapping[str, Colour]) -> str:
    """The tokens with their inks, as a board's file holds them; behind each what it is for, and the
    lowest contrast that it has.
    """
    lines = ["brand:", "  colours:"]
    entries = {
        token: f'    {token}: {{srgb: "{colour.srgb}", cmyk: [{_inks(colour, ", ")}]}}'
        for token, colour in brand.items()
    }
    widest = max(map(len, entries.values()))
    for token, entry in entries.items():
        notes = "; ".join([TOKENS[token], *_contrast(token, brand), *_print(brand[token])])
        lines.append(f"{entry:<{widest}}  # {notes}")
    return "\n".join(lines)


def as_table(brand: Mapping[str, Colour]) -> str:
    """The same in columns: token, screen, inks, what they print, lowest contrast, use."""
    rows = [("token", "screen", "inks, %", "in print", "contrast", "for")]
    for token, colour in brand.items():
        contrast = next(_contrast(token, brand), "").removeprefix("contrast ")
        notes = "; ".join([TOKENS[token], *_print(colour)])
        rows.append((token, colour.srgb, _inks(colour, " "), colour.printed, contrast, notes))
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _inks(colour: Colour, between: str) -> str:
    return between.join(f"{ink:g}" for ink in colour.cmyk)


def _contrast(token: str, brand: Mapping[str, Colour]) -> Iterator[str]:
    """The pair of a token that has the least to spare, on screens or in print."""
    tightest = min(
        (pair for pair in PAIRS if pair.ink == token),
        key=lambda pair: worst(brand[pair.ink], brand[pair.ground]) / NEEDED[pair.use],
        default=None,
    )
    if tightest is not None:
        measured = shown(worst(brand[token], brand[tightest.ground]))
        yield f"contrast {measured} on {tightest.ground} (needs {NEEDED[tightest.use]:g})"


def _print(colour: Colour) -> Iterator[str]:
    if colour.off > UNLIKE and not colour.is_black:
        yield f"no inks print it: about {colour.printed} on paper"

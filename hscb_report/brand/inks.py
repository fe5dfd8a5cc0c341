"""What a press can print of a brand: total ink, black type, and the one spot ink."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hscb_report.brand.colours import TOKENS, Colour
from hscb_report.brand.contrast import PAIRS, luminance
from hscb_report.errors import Problem
from hscb_report.summary.tree import Tree

LIMITS = {"coated": 300, "uncoated": 280}
"""Most ink in one place, per cent, by stock: more does not dry."""

RESERVED = frozenset({"all", "none", "cyan", "magenta", "yellow", "black"})
"""Names that mean something else where a spot ink is named (ISO 32000-1, 8.6.6.4)."""

NEARLY_WHITE = 0.9
"""A luminance from which a colour may be a ground of hardly any ink."""

SPOT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,+()-]{0,62}")
"""Names that every press's software reads."""

TYPE = frozenset(pair.ink for pair in PAIRS if pair.use == "text")
"""The tokens that text is set in."""


def problems_in(colours: Mapping[str, Colour], tree: Tree, stock: str = "coated") -> list[Problem]:
    """What cannot be printed.

    Args:
        colours: the board's own tokens.
        tree: the board's file, for places.
        stock: one of ``LIMITS``.
    """
    found = []
    limit = LIMITS[stock]
    for name, colour in colours.items():
        here = ("brand", "colours", name)
        if 0 < max(colour.cmyk) <= 1 and luminance(colour.srgb) < NEARLY_WHITE:
            shown = ", ".join(f"{round(100 * ink)}" for ink in colour.cmyk)
            found.append(
                Problem(
                    "ink-fraction",
                    f"the inks of {name} are at most 1%, and it would be printed as white",
                    f"write per cent: [{shown}]",
                    tree.place((*here, "cmyk")),
                    (*here, "cmyk"),
                )
            )
        elif colour.total_ink > limit:
            found.append(
                Problem(
                    "too-much-ink",
                    f"{name} takes {colour.total_ink:g}% of ink, and {stock} stock takes {limit}% "
                    "at the most",
                    "lower cyan, magenta and yellow together, and raise black",
                    tree.place((*here, "cmyk")),
                    (*here, "cmyk"),
                )
            )
        elif colour.is_rich_black and name in TYPE:
            found.append(
                Problem(
                    "rich-black",
                    f"{name} is a black of several inks, and text is set in it: it would blur",
                    "write cmyk: [0, 0, 0, 100]",
                    tree.place((*here, "cmyk")),
                    (*here, "cmyk"),
                )
            )
        if name == "text" and not colour.is_black:
            found.append(
                Problem(
                    "text-not-black",
                    "running text is printed in black ink alone",
                    "write cmyk: [0, 0, 0, 100], and no spot",
                    tree.place(here, key=True),
                    here,
                )
            )
    return [*found, *_spots(colours, tree)]


def _spots(colours: Mapping[str, Colour], tree: Tree) -> list[Problem]:
    """One spot ink at the most, the same wherever it is named."""
    found = []
    first: tuple[str, Colour] | None = None
    for name, colour in colours.items():
        here = ("brand", "colours", name, "spot")
        if not colour.spot:
            continue
        if (
            colour.spot.lower() in RESERVED
            or colour.spot.lower() in TOKENS
            or not SPOT.fullmatch(colour.spot)
        ):
            found.append(
                Problem(
                    "spot-name",
                    f'"{colour.spot}" is no name for a spot ink',
                    "write it as on the ink maker's card in plain letters, such as PANTONE 540 C",
                    tree.place(here),
                    here,
                )
            )
        elif first is None:
            first = name, colour
        elif first[1].spot != colour.spot:
            found.append(
                Problem(
                    "two-spots",
                    f'a brand may name one spot ink, and "{first[0]}" already names '
                    f"{first[1].spot}",
                    "remove this one",
                    tree.place(here),
                    here,
                )
            )
        elif first[1].cmyk != colour.cmyk:
            found.append(
                Problem(
                    "spot-differs",
                    f'{colour.spot} has other inks here than under "{first[0]}"',
                    "give both the same cmyk",
                    tree.place(here),
                    here,
                )
            )
    return found

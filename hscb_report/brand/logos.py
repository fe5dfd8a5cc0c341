"""Which version of a logo stands on a ground, and in which inks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hscb_report.brand.colours import Colour
from hscb_report.brand.contrast import worst
from hscb_report.brand.inks import LIMITS
from hscb_report.errors import Problem
from hscb_report.pictures.drawing import Drawing
from hscb_report.pictures.gather import Art
from hscb_report.summary.board import Board, Inked
from hscb_report.summary.tree import KeyPath, Tree

LEAST = 3.0
"""The contrast of a graphic that must be understood (WCAG 2.2, 1.4.11)."""
_WHITE, _BLACK = Colour("#FFFFFF", (0, 0, 0, 0)), Colour("#000000", (0, 0, 0, 100))
_NEARLY_PAPER = 1.25
"""A ground with less contrast to white is as good as paper."""


class LogoColour(Colour):
    """A colour of a logo: no token of the brand, and never any other than its file has."""


@dataclass(frozen=True)
class Mark:
    """A logo, ready to be drawn.

    Attributes:
        version: which of the board's it is.
        plate: whether it needs white below it, to be seen.
    """

    drawing: Drawing
    colours: Mapping[str, LogoColour]
    version: str = "colour"
    plate: bool = False


def colours_of(drawing: Drawing, given: Inked) -> dict[str, LogoColour]:
    """Each fill of a drawing with its inks: those that are given, or else the profile's."""
    inks = {srgb.upper(): values for srgb, values in given.items()}
    made = {}
    for srgb in drawing.fills:
        if srgb in inks:
            cyan, magenta, yellow, black = (float(ink) for ink in inks[srgb])
            made[srgb] = LogoColour(srgb, (cyan, magenta, yellow, black))
        else:
            made[srgb] = LogoColour(srgb, Colour.of(srgb).cmyk)
    return made


def partner_mark(drawing: Drawing, given: Inked) -> Mark:
    """A partner's logo, which stands on paper."""
    return Mark(drawing, colours_of(drawing, given))


def mark_on(ground: Colour, versions: Mapping[str, Drawing], given: Inked) -> Mark:
    """The version of a logo for a ground.

    On paper it is the one in colour. On a dark ground it is the reversed one, if its largest part
    can be seen there. Where there is none, another takes its place, if all of its colours can be
    seen; and if none can, the one in colour stands on a white plate.

    Args:
        versions: ``colour``, and ``reversed`` and ``black`` where they are there.
    """
    made = {
        name: Mark(drawing, colours_of(drawing, given), name) for name, drawing in versions.items()
    }
    if worst(_WHITE, ground) < _NEARLY_PAPER:
        return made["colour"]
    dark = worst(_WHITE, ground) >= worst(_BLACK, ground)
    if dark and "reversed" in made:
        mark = made["reversed"]
        if worst(mark.colours[mark.drawing.fills[0]], ground) >= LEAST:
            return mark
    for name in ("colour", "black", "reversed"):
        if name in made and _seen(made[name].colours.values(), ground):
            return made[name]
    colour = made["colour"]
    return Mark(colour.drawing, colour.colours, "colour", plate=True)


def _seen(colours: Collection[Colour], ground: Colour) -> bool:
    return all(worst(one, ground) >= LEAST for one in colours)


def problems_in(board: Board, art: Art, tree: Tree, stock: str = "coated") -> list[Problem]:
    """Given inks that no drawing has the colour of, and those that are too much for a stock."""
    found: list[Problem] = []
    if board.logo:
        fills = {fill for drawing in art.logo.values() for fill in drawing.fills}
        found += _inks(board.logo.inks, fills, ("logo", "inks"), tree, stock)
    for index, partner in enumerate(board.partners):
        fills = set(art.partners[index].fills) if index in art.partners else set()
        found += _inks(partner.inks, fills, ("partners", index, "inks"), tree, stock)
    return found


def _inks(
    given: Inked, fills: Collection[str], path: KeyPath, tree: Tree, stock: str
) -> list[Problem]:
    found = []
    limit = LIMITS[stock]
    for srgb, inks in given.items():
        here = (*path, srgb)
        total = sum(float(ink) for ink in inks)
        if fills and srgb.upper() not in fills:
            found.append(
                Problem(
                    "no-such-fill",
                    f"the logo has no {srgb.upper()}; its colours are {', '.join(sorted(fills))}",
                    "write the colour as the SVG file has it",
                    tree.place(here, key=True),
                    here,
                )
            )
        elif total > limit:
            found.append(
                Problem(
                    "too-much-ink",
                    f"{srgb} takes {total:g}% of ink, and {stock} stock takes {limit}% at the most",
                    "lower cyan, magenta and yellow together, and raise black",
                    tree.place(here),
                    here,
                )
            )
    return found

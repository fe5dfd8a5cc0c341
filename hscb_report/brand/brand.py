"""A board's look, ready to draw with: inks that know their ground, fonts and type scale."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand import inks
from hscb_report.brand.colours import DEFAULT, Colour, Palette, Purpose
from hscb_report.brand.contrast import NEEDED, PAIRS, Pair, Use, failures, luminance
from hscb_report.brand.typography import Type
from hscb_report.errors import Problem
from hscb_report.summary.board import Board
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.tree import Tree

DASH, OUTLINE = (4.0, 3.0), 1.5
"""How a missing value is outlined: the lengths of dash and gap, and the width of the line, pt."""


class Ink(str):
    """The name of a colour token, as the canvas takes it. Made by a Brand alone."""

    __slots__ = ()


class Brand:
    """A board's colours for one purpose.

    Drawing code asks for an ink *on a ground*; only pairs whose contrast was checked are
    handed out, so a combination nobody measured cannot reach a page.
    """

    def __init__(self, board: Board, purpose: Purpose = Purpose.SCREEN) -> None:
        self.board = board
        self.purpose = purpose
        self.palette = Palette(_own_colours(board))

    def ink(self, token: str, on: str = "paper", use: Use = "text") -> Ink:
        """A token to draw with on another.

        Raises:
            LookupError: the pair is not in ``contrast.PAIRS``: its contrast is not enforced.
        """
        pair = Pair(token, on, use)
        if pair not in PAIRS and not (use == "large" and Pair(token, on, "text") in PAIRS):
            raise LookupError(
                f"{token} on {on} as {use} is not among the pairs of brand/contrast.py"
            )
        return Ink(token)

    def text_ink(self, token: str, on: str, style: Type) -> Ink:
        """The same for text of a size."""
        return self.ink(token, on, "large" if style.is_large else "text")

    def ground(self, token: str) -> Ink:
        """A surface that others are drawn on, or an ornament that says nothing."""
        self.palette[token]
        return Ink(token)

    @property
    def hairline(self) -> float:
        """The width of a rule, pt: on paper it is solid black, and thinner for that."""
        return 0.4 if self.purpose is Purpose.PRESS else 0.6


def _own_colours(board: Board) -> dict[str, Colour]:
    return {
        name: Colour(c.srgb.upper(), _four(c.cmyk), c.spot or "")
        for name, c in board.brand.colours.items()
    }


def _four(inks: Sequence[float]) -> tuple[float, float, float, float]:
    cyan, magenta, yellow, black = (float(ink) for ink in inks)
    return cyan, magenta, yellow, black


def problems_in(board: Board, tree: Tree) -> list[Problem]:
    """What is wrong with a board's colours: unknown tokens, unprintable inks, low contrast."""
    found = []
    for name in board.brand.colours:
        if name not in DEFAULT:
            unknown = ("brand", "colours", name)
            found.append(
                Problem(
                    "unknown-colour",
                    f'there is no colour token named "{name}"',
                    suggestion(name, DEFAULT, "tokens"),
                    tree.place(unknown, key=True),
                    unknown,
                )
            )
    found += inks.problems_in(_own_colours(board), tree)
    if found:
        return found
    path = ("brand", "colours")
    palette = Palette(_own_colours(board))
    worst: dict[str, tuple[Pair, float]] = {}
    for pair, ratio in failures(palette):
        own = pair.ink if pair.ink in board.brand.colours else pair.ground
        if own not in worst or ratio / NEEDED[pair.use] < worst[own][1] / NEEDED[worst[own][0].use]:
            worst[own] = (pair, ratio)
    for own in (token for token in palette if token in worst):
        pair, ratio = worst[own]
        other = pair.ground if own == pair.ink else pair.ink
        darker = luminance(palette[own]) < luminance(palette[other])
        here = (*path, own)
        found.append(
            Problem(
                "low-contrast",
                f"{pair.ink} on {pair.ground} has a contrast of {ratio:.2f}; {pair.use} needs "
                f"{NEEDED[pair.use]:g}",
                f"make {own} {'darker' if darker else 'lighter'}",
                tree.place(here, key=True),
                here,
            )
        )
    return found


def unprintable(board: Board, tree: Tree, stock: str) -> list[Problem]:
    """What of a board's colours a stock cannot take."""
    return inks.problems_in(_own_colours(board), tree, stock)

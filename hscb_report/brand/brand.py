"""A board's look, ready to draw with: inks that know their ground, fonts and type scale."""

from __future__ import annotations

from collections.abc import Mapping

from hscb_report.brand import inks, legal
from hscb_report.brand.colours import SCALE, SCALES, TOKENS, Colour, Purpose
from hscb_report.brand.contrast import Pair, Use, is_drawn, luminance
from hscb_report.brand.palette import palette
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
        self.palette = palette(own_colours(board))

    def ink(self, token: str, on: str = "paper", use: Use = "text") -> Ink:
        """A token to draw with on another.

        Raises:
            LookupError: the pair is not in ``contrast.PAIRS``: its contrast is not enforced.
        """
        if not is_drawn(Pair(token, on, use)):
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

    def scale(self, count: int) -> tuple[str, ...]:
        """The tokens of so many parts that have an order, from light to dark."""
        tokens = (SCALE[at] for at in SCALES[count])
        return tuple(sorted(tokens, key=lambda token: -luminance(self.palette[token].srgb)))

    @property
    def hairline(self) -> float:
        """The width of a rule, pt: on paper it is solid black, and thinner for that."""
        return 0.4 if self.purpose is Purpose.PRESS else 0.6


BLACK = (0.0, 0.0, 0.0, 100.0)
IN_BLACK = frozenset({"text", "rule"})
"""Tokens that are printed in black ink alone, whatever screens show."""


def own_colours(board: Board) -> Mapping[str, Colour]:
    """The tokens that a board names, with its inks or else with those of the profile."""
    made = {}
    for name, given in board.brand.colours.items():
        srgb = given.srgb.upper()
        if given.cmyk is not None:
            cyan, magenta, yellow, black = (float(ink) for ink in given.cmyk)
            made[name] = Colour(srgb, (cyan, magenta, yellow, black), given.spot or "")
        elif name in IN_BLACK:
            made[name] = Colour(srgb, BLACK, given.spot or "")
        else:
            made[name] = Colour(srgb, Colour.of(srgb).cmyk, given.spot or "")
    return made


def problems_in(board: Board, tree: Tree) -> list[Problem]:
    """What is wrong with a board's colours: unknown tokens, unprintable inks, low contrast."""
    found = []
    for name in board.brand.colours:
        if name not in TOKENS:
            unknown = ("brand", "colours", name)
            found.append(
                Problem(
                    "unknown-colour",
                    f'there is no colour token named "{name}"',
                    suggestion(name, TOKENS, "tokens"),
                    tree.place(unknown, key=True),
                    unknown,
                )
            )
    own = own_colours(board)
    found += inks.problems_in(own, tree)
    return found or legal.problems_in(own, tree)


def unprintable(board: Board, tree: Tree, stock: str) -> list[Problem]:
    """What of a board's colours a stock cannot take."""
    return inks.problems_in(own_colours(board), tree, stock)

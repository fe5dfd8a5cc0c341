"""``hscb-report palette``."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

import typer
import typer.core

from hscb_report.cli.options import Format
from hscb_report.cli.shared import COMMAND, app, echo, fail
from hscb_report.errors import Problem, UsageError


class Shape(str, Enum):
    """How a brand is told."""

    YAML = "yaml"
    TEXT = "text"


class InQuotes(typer.core.TyperCommand):
    """A command whose argument a terminal swallows where it is typed without quotes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; where nothing arrived, say why."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            if not error.message:
                error.message = (
                    "A terminal takes # and what follows for a comment, unless it stands in "
                    f'quotes: {COMMAND} palette "#FFD500"'
                )
            raise


@app.command("palette", cls=InQuotes, epilog='Example: hscb-report palette "#FFD500"')
def palette_command(
    colour: Annotated[
        str,
        typer.Argument(metavar="COLOUR", help='The board\'s colour, such as "#FFD500", in quotes.'),
    ],
    shape: Annotated[
        Shape,
        typer.Option(
            "--format", help="yaml is to be pasted into the board's file, text to be read."
        ),
    ] = Shape.YAML,
) -> None:
    """Work out a whole brand from one colour: every other colour and all inks, with the contrast
    that words and charts need, on screens and in print.

    A board's file that names primary alone gets the same.
    """
    from hscb_report.brand.colours import Colour
    from hscb_report.brand.palette import palette
    from hscb_report.brand.swatches import as_table, as_yaml

    srgb = _read(colour)
    if srgb is None:
        problem = Problem(
            "no-colour",
            f'"{colour}" is no colour',
            'write # and six digits, 0 to 9 and A to F, in quotes: hscb-report palette "#FFD500"',
        )
        fail(UsageError(problem), Format.TEXT)
    brand = palette({"primary": Colour.of(srgb)})
    echo(as_yaml(brand) if shape is Shape.YAML else as_table(brand))


def _read(colour: str) -> str | None:
    """``#RRGGBB`` of what was typed: with or without ``#``, or with three digits as style sheets
    have it; None if it is no colour.
    """
    digits = colour.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) != 6 or not set(digits.upper()) <= set("0123456789ABCDEF"):
        return None
    return f"#{digits.upper()}"

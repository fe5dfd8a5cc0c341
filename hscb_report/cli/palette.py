"""``hscb-report palette``."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from hscb_report.cli.options import Format
from hscb_report.cli.shared import app, fail
from hscb_report.errors import Problem, UsageError


class Shape(str, Enum):
    """How a brand is told."""

    YAML = "yaml"
    TEXT = "text"


@app.command("palette", epilog='Example: hscb-report palette "#FFD500"')
def palette_command(
    colour: Annotated[
        str | None,
        typer.Argument(
            metavar="COLOUR",
            help='The board\'s colour, such as "#FFD500", in quotes.',
            show_default=False,
        ),
    ] = None,
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

    srgb = _read(colour or "")
    if srgb is None:
        problem = Problem(
            "no-colour",
            f'"{colour}" is no colour'
            if colour is not None
            else "there is no colour: without quotes, the terminal takes # for a comment",
            'write # and six digits, 0 to 9 and A to F, in quotes: hscb-report palette "#FFD500"',
        )
        fail(UsageError(problem), Format.TEXT)
    brand = palette({"primary": Colour.of(srgb)})
    typer.echo(as_yaml(brand) if shape is Shape.YAML else as_table(brand))


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

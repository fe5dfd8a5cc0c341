"""``hscb-report schema``."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.options import Format
from hscb_report.cli.shared import app, echo, fail
from hscb_report.errors import ReportError, shown_path


class Kind(str, Enum):
    """What there is a schema of."""

    CONTENT = "content"
    BOARD = "board"
    FIGURES = "figures"


@app.command("schema", epilog="Example: hscb-report schema --output content/schema.json")
def schema_command(
    of: Annotated[
        Kind,
        typer.Option(
            help="Of a year's content file, of the board's file, or of a file that include names."
        ),
    ] = Kind.CONTENT,
    output: Annotated[
        Path | None, typer.Option(help="The file to write.", show_default="print it")
    ] = None,
) -> None:
    """Print the JSON Schema of a content file, with which editors complete keys and underline
    mistakes.
    """
    from hscb_report.year.schema import schema_text, write_schema

    if output is None:
        echo(schema_text(of.value), nl=False)
        return
    try:
        echo(shown_path(write_schema(of.value, output)))
    except ReportError as error:
        fail(error, Format.TEXT)

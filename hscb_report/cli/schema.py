"""``hscb-report schema``."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.shared import Format, app, echo, fail
from hscb_report.errors import ReportError, shown_path
from hscb_report.files import place


class Kind(str, Enum):
    """What there is a schema of."""

    CONTENT = "content"
    BOARD = "board"


@app.command("schema", epilog="Example: hscb-report schema --output content/schema.json")
def schema_command(
    of: Annotated[
        Kind, typer.Option(help="Of a year's content file, or of the board's file.")
    ] = Kind.CONTENT,
    output: Annotated[
        Path | None, typer.Option(help="The file to write.", show_default="print it")
    ] = None,
) -> None:
    """Print the JSON Schema of a content file, with which editors complete keys and underline
    mistakes.
    """
    from hscb_report.year.schema import schema_text

    text = schema_text(of.value)
    if output is None:
        echo(text, nl=False)
        return
    try:
        echo(shown_path(place(output, text.encode("utf-8"))))
    except ReportError as error:
        fail(error, Format.TEXT)

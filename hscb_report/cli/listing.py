"""``hscb-report list``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.options import Content, Format, Format_
from hscb_report.cli.shared import app, echo, fail, print_json
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT, OUTPUT, listed


@app.command("list", epilog="Example: hscb-report list")
def list_command(
    content: Content = CONTENT,
    output: Annotated[
        Path, typer.Option(help="The folder that holds a folder for each period.")
    ] = OUTPUT,
    format: Format_ = Format.TEXT,
) -> None:
    """List the periods, their status and what is built."""
    try:
        rows = listed(content=content, output=output)
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            [
                {
                    "period": r.period,
                    "status": r.status,
                    "title": r.title,
                    "built": [str(f) for f in r.built],
                    "stale": r.stale,
                }
                for r in rows
            ]
        )
        return
    if not rows:
        echo(f"no periods in {shown_path(content)}")
    for row in rows:
        files = ", ".join(shown_path(file) for file in row.built) or "not built yet"
        note = " (older than the content: build again)" if row.stale else ""
        echo(f"{row.period}  {row.status:<10}  {files}{note}")

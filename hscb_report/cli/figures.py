"""``hscb-report figures export`` and ``hscb-report figures import``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.options import Content, Format, Format_, Period, Quiet
from hscb_report.cli.shared import app, count, echo, fail, print_json
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Ask partners for figures: a sheet goes out, and comes back.",
    epilog="Example: hscb-report figures export 2018-19",
)
app.add_typer(group, name="figures")


@group.command("export", epilog="Example: hscb-report figures export 2018-19")
def export_command(
    period: Period,
    output: Annotated[
        Path | None,
        typer.Option(
            help="The sheet to write, .xlsx or .csv.",
            show_default="output/PERIOD/figures-PERIOD.xlsx",
        ),
    ] = None,
    content: Content = CONTENT,
) -> None:
    """Write a sheet that partners can fill in."""
    from hscb_report.year.exporting import export_figures

    try:
        echo(shown_path(export_figures(period, content=content, output=output)))
    except ReportError as error:
        fail(error, Format.TEXT)


@group.command(
    "import", epilog="Example: hscb-report figures import 2018-19 figures-2018-19.xlsx --dry-run"
)
def import_command(
    period: Period,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The filled-in sheet, .xlsx or .csv.")
    ],
    content: Content = CONTENT,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Take a filled-in sheet into the content file: value, symbol, reason, as_at, source and note
    of figures, and nothing else.
    """
    from hscb_report.year.importing import import_figures

    try:
        done = import_figures(period, file, content=content, dry_run=dry_run)
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "path": str(done.path),
                "written": bool(done.changes) and not dry_run,
                "notices": done.notices,
                "problems": [],
                "changes": [
                    {"figure": c.figure, "key": c.key, "old": c.old, "new": c.new}
                    for c in done.changes
                ],
            }
        )
    elif not quiet:
        shown = [change for change in done.changes if not change.follows]
        widths = [
            max((len(getattr(change, part)) for change in shown), default=0)
            for part in ("figure", "key")
        ]
        for change in shown:
            echo(
                f"{change.figure:<{widths[0]}}  {change.key:<{widths[1]}}  "
                f"{change.old or '(none)'} -> {change.new or '(none)'}"
            )
        for notice in done.notices:
            echo(f"note: {notice}")
        touched = len({change.figure for change in done.changes})
        path = shown_path(done.path)
        if not touched:
            echo(f"nothing to change in {path}")
        else:
            echo(
                f"{count(touched, 'figure')} of {done.figures} "
                f"{'would change' if dry_run else 'changed'} in {path}"
                + ("; nothing was written" if dry_run else "")
            )

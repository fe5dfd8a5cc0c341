"""``hscb-report check``."""

from __future__ import annotations

from typing import Annotated

import typer

from hscb_report.cli.shared import Content, Format, Format_, Quiet, app, fail, periods_starting, print_json, print_problems
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT, check


@app.command("check", epilog="Example: hscb-report check 2017-18")
def check_command(
    period: Annotated[str | None, typer.Argument(metavar="[PERIOD]", help="The year; all of them if left out.",
                                                 autocompletion=periods_starting, show_default=False)] = None,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Check the content: its keys, numbers and relations. Every problem is listed with file, line and column."""
    from hscb_report.summary.load import periods

    checked, failed = [], []
    try:
        wanted = [period] if period else periods(content)
    except ReportError as error:
        fail(error, format)
    for one in wanted:
        try:
            check(one, content=content)
            checked.append(one)
        except ReportError as error:
            failed.append(error)
    problems = [problem for error in failed for problem in error.problems]
    if format is Format.JSON:
        print_json({"checked": wanted, "problems": [problem.as_dict() for problem in problems]})
    else:
        print_problems(problems)
        if not quiet:
            for one in checked:
                typer.echo(f"{one}: no problems found")
            if not wanted:
                typer.echo(f"no periods in {shown_path(content)}")
    if failed:
        raise typer.Exit(int(failed[0].exit_code))

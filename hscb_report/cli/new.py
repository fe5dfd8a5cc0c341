"""``hscb-report new``."""

from __future__ import annotations

from typing import Annotated

import typer

from hscb_report.cli.options import Content, Format, Quiet, periods_starting
from hscb_report.cli.review import print_left
from hscb_report.cli.shared import app, count, echo, fail
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT


@app.command("new", epilog="Example: hscb-report new 2018-19 --from 2017-18")
def new_command(
    period: Annotated[str, typer.Argument(metavar="PERIOD", help="The new year, such as 2018-19.")],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="PERIOD",
            help="The year to start from.",
            autocompletion=periods_starting,
        ),
    ],
    content: Content = CONTENT,
    quiet: Quiet = False,
) -> None:
    """Start the next year's content file: the wording is kept, the values are emptied, last year's
    stand beside them. What only a person can judge is listed in the file; review shows it.
    """
    from hscb_report.summary.folder import command
    from hscb_report.year.carry import new

    try:
        made = new(period, source, content=content)
    except ReportError as error:
        fail(error, Format.TEXT)
    if quiet:
        return
    path = shown_path(made.path)
    echo(
        f"{path}: a draft; {count(made.emptied, 'figure')} to be supplied, "
        f"{count(len(made.left), 'thing')} to be looked at"
    )
    for comment in made.comments:
        echo(f"{path}:{comment.place.line}: {comment.message}")
    if made.left:
        print_left(made.left, command("review", made.path))

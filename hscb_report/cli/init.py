"""``hscb-report init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.options import Format, Quiet
from hscb_report.cli.shared import ANYWHERE, app, as_typed, echo, fail
from hscb_report.errors import ReportError, shown_path


@app.command(
    "init",
    epilog='Example: hscb-report init anyshire --board "Anyshire Safeguarding Children '
    'Partnership"',
)
def init_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    board: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The full name of the board.",
            show_default="a name to be replaced",
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(help="The first year.", show_default="the year to 31 March that ended last"),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make a working project for another board: it builds at once, as a draft. Its figures wait to
    be supplied, and its words are examples, which review lists.
    """
    from hscb_report.summary.folder import command
    from hscb_report.year.starting import init

    try:
        made = init(folder, board, period, command=ANYWHERE)
    except ReportError as error:
        fail(error, Format.TEXT)
    if not quiet:
        for file in made.files:
            echo(shown_path(file))
        file = made.folder / "content" / f"{made.period}.yaml"
        build, review = (as_typed(command(name, file)) for name in ("build", "review"))
        echo(
            f"\nnext: build it: {build}\nbefore you publish: {review} lists what is still an "
            "example"
        )

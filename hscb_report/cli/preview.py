"""``hscb-report preview``."""

from __future__ import annotations

import gc
import importlib.util
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.charts.alone import import_alone
from hscb_report.cli.options import Content, Format, periods_starting
from hscb_report.cli.shared import COMMAND, app, echo, fail
from hscb_report.errors import Problem, ReportError, UsageError
from hscb_report.project import CONTENT, as_period

NEEDED = ("starlette", "uvicorn", "watchfiles")
"""The libraries of the extra ``preview``."""

COLLECTED = (50_000, 20, 50)
"""How much is made before Python looks for what nobody needs any more."""


@app.command("preview", epilog="Example: hscb-report preview 2017-18")
def preview_command(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERIOD]",
            autocompletion=periods_starting,
            help="The year, such as 2017-18; the last one, if it is left out.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option(
            min=0, max=65535, help="The port on this machine.", show_default="any that is free"
        ),
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the address, and open no browser.")
    ] = False,
    content: Content = CONTENT,
    output: Annotated[
        Path | None,
        typer.Option(help="The folder that is built to.", show_default="output/PERIOD"),
    ] = None,
) -> None:
    """Show a period's pages in a browser while you work: they follow what is saved, and numbers
    and words can be put right where they stand. Nothing leaves this machine. Ctrl-C ends it.
    """
    gc.enable()  # this process lasts; looking through all that it holds at each save takes time
    gc.set_threshold(*COLLECTED)
    import_alone()
    try:
        _check_libraries()
        from hscb_report.preview.desk import Desk
        from hscb_report.preview.serve import serve
        from hscb_report.summary.folder import periods

        there = periods(content)
        chosen = as_period(period) if period else (there[-1] if there else "")
        serve(Desk(chosen, content, output), port, COMMAND, lambda at: _opened(at, no_browser))
    except ReportError as error:
        fail(error, Format.TEXT)
    echo("\nThe preview has ended.", err=True)


def _check_libraries() -> None:
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        raise UsageError(
            Problem(
                "no-preview",
                f"the preview needs {', '.join(missing)}, which this installation lacks",
                'install them: pip install "hscb-report[preview]"',
            )
        )


def _opened(address: str, no_browser: bool) -> None:
    echo(f"The preview is at {address}")
    there = "" if no_browser else "It opens in your browser; if not, copy this address into it.\n"
    echo(
        f"{there}It is for this machine alone. Leave this window open while you work; to end it, "
        "press Ctrl and C here.",
        err=True,
    )
    if not no_browser:
        webbrowser.open(address)

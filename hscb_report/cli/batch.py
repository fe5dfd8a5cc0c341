"""``hscb-report batch``."""

from __future__ import annotations

import gc
import importlib.util
import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.build import DEFAULT_EDITIONS, Edition
from hscb_report.cli.options import Content, Format, Format_, Quiet, Verbose, periods_starting
from hscb_report.cli.shared import (
    Progress,
    app,
    count,
    echo,
    fail,
    print_json,
    print_problems,
)
from hscb_report.errors import Problem, ReportError, UsageError, shown_path
from hscb_report.project import CONTENT

NEEDED = ("distributed",)
"""The libraries of the extra ``dask``."""
MOST_WORKERS = 60
"""Windows waits for 61 processes at once."""
MOST_TOLD = 20
"""So many rows are told with their reason; the index page has all."""


@app.command(
    "batch",
    epilog="Example: hscb-report batch examples/authorities/few.csv --template 2017-18 "
    "--content examples/authorities/content",
)
def batch_command(
    table: Annotated[
        Path,
        typer.Argument(metavar="TABLE", help="A table, .csv or .xlsx: one report for each row."),
    ],
    template: Annotated[
        str,
        typer.Option(
            metavar="PERIOD",
            autocompletion=periods_starting,
            help="The content file that is the template, such as 2017-18.",
        ),
    ],
    workers: Annotated[
        int,
        typer.Option(
            min=1, max=MOST_WORKERS, help="Processes on this machine.", show_default="its cores"
        ),
    ] = min(os.cpu_count() or 2, MOST_WORKERS),
    scheduler: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="A Dask scheduler, such as tcp://10.0.0.5:8786, in the place of --workers.",
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(help="The folder to write to.", show_default="output/PERIOD-batch"),
    ] = None,
    edition: Annotated[
        list[Edition], typer.Option(help="What to build of each; repeatable.")
    ] = DEFAULT_EDITIONS,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Make only what changed since the last run, or failed."),
    ] = False,
    limit: Annotated[float, typer.Option(min=1, help="Seconds that one row may take.")] = 120,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build many reports: one for each row of a table, by a template."""
    gc.enable()  # this process lasts
    try:
        if scheduler:
            _check_libraries()
        from hscb_report.batch.run import batch

        with Progress(False, quiet) as progress:
            result = batch(
                table,
                template,
                content=content,
                output=output,
                editions=[one.value for one in edition],
                workers=workers,
                scheduler=scheduler,
                resume=resume,
                limit=limit,
                progress=progress,
            )
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "folder": str(result.folder),
                "rows": result.rows,
                "made": [{"name": name, "why": why} for name, why in result.made.items()],
                "failed": [
                    {
                        "name": one.name,
                        "line": one.line,
                        "status": one.status,
                        "problems": one.problems,
                    }
                    for one in result.failed
                ],
                "notices": result.notices,
                "stopped": result.stopped,
                "seconds": round(result.seconds, 1),
            }
        )
        raise typer.Exit(int(result.exit_code))
    for notice in result.notices:
        echo(f"note: {notice}", err=True)
    for record in result.failed[:MOST_TOLD]:
        echo(f"{record.name} (line {record.line}) was not made:", err=True)
        print_problems(result.problems.get(record.name, []))
    if len(result.failed) > MOST_TOLD:
        echo(f"... and {len(result.failed) - MOST_TOLD} more", err=True)
    if not quiet:
        _told(result, resume, verbose)
    if result.stopped:
        echo("Stopped. What was made is listed; --resume goes on.", err=True)
    raise typer.Exit(int(result.exit_code))


def _told(result: object, resume: bool, verbose: bool) -> None:
    from hscb_report.batch.run import Result

    assert isinstance(result, Result)
    if resume and verbose:
        for name, why in result.made.items():
            echo(f"{name}: {why}")
    elif resume:
        for why, number in Counter(result.made.values()).items():
            names = [name for name, one in result.made.items() if one == why]
            echo(f"{', '.join(names[:3])}{' ...' if number > 3 else ''}: {why}")
    there = len(result.records) - len(result.failed)
    kept = f", {result.rows - len(result.made)} of them as they were" if resume else ""
    reached = sum(one.name in result.made for one in result.records)
    rate = reached / result.seconds if result.seconds else 0
    echo(
        f"{there} of {count(result.rows, 'report')} in {shown_path(result.folder)}{kept}; "
        f"{result.seconds:.1f} s, {rate:.1f} a second"
    )
    echo(shown_path(result.folder / "index.html"))


def _check_libraries() -> None:
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        raise UsageError(
            Problem(
                "no-dask",
                f"a cluster needs {', '.join(missing)}, which this installation lacks",
                'install it: pip install "hscb-report[dask]"; or leave --scheduler out, and use '
                "this machine alone",
            )
        )

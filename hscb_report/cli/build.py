"""``hscb-report build``."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.build import build
from hscb_report.charts.alone import import_alone
from hscb_report.cli.options import Content, Format, Format_, Period, Quiet, Verbose
from hscb_report.cli.shared import Progress, app, as_typed, count, echo, fail, kilobytes, print_json
from hscb_report.errors import Problem, ReportError, shown_path
from hscb_report.products import ALL, EDITIONS, FOLDS, PURPOSES, STOCKS
from hscb_report.project import CONTENT, as_period
from hscb_report.summary.folder import command

# What there is to choose is said in one place, products; a type checker cannot look into it.
Edition = Enum("Edition", [(name, name) for name in (*EDITIONS, ALL)], type=str)  # type: ignore[misc]
Purpose = Enum("Purpose", [(name, name) for name in PURPOSES], type=str)  # type: ignore[misc]
Fold = Enum("Fold", [(name, name) for name in FOLDS], type=str)  # type: ignore[misc]
Stock = Enum("Stock", [(name, name) for name in STOCKS], type=str)  # type: ignore[misc]
DEFAULT_EDITIONS = [Edition(next(iter(EDITIONS)))]
DEFAULT_PURPOSE = Purpose(PURPOSES[0])


@app.command(
    "build",
    epilog="Example: hscb-report build 2017-18 --edition leaflet --for press --marks --proof",
)
def build_command(
    period: Period,
    edition: Annotated[
        list[Edition], typer.Option(help="What to build; repeatable.")
    ] = DEFAULT_EDITIONS,
    purpose: Annotated[
        Purpose,
        typer.Option(
            "--for", help="Where it goes: a screen, an office duplex printer, or a print shop."
        ),
    ] = DEFAULT_PURPOSE,
    fold: Annotated[
        Fold | None, typer.Option(help="How a leaflet is folded.", show_default="roll")
    ] = None,
    marks: Annotated[
        bool,
        typer.Option(
            "--marks", help="For a press: crop, fold and registration marks around each page."
        ),
    ] = False,
    stock: Annotated[
        Stock | None,
        typer.Option(help="For a press: the paper, which limits the ink.", show_default="coated"),
    ] = None,
    proof: Annotated[
        bool,
        typer.Option(
            "--proof", help="For print: also a picture of each side, with trim and folds drawn."
        ),
    ] = False,
    content: Content = CONTENT,
    output: Annotated[
        Path | None, typer.Option(help="The folder to write to.", show_default="output/PERIOD")
    ] = None,
    final: Annotated[
        bool,
        typer.Option(
            "--final",
            help="For publication: refuse a draft, numbers still to come, and what nobody has "
            "looked at.",
        ),
    ] = False,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build a period's summary: PDFs, a page for the web, and cards for social media."""
    import_alone()
    warnings: list[Problem] = []
    try:
        with Progress(verbose, quiet) as progress:
            made = build(
                period,
                content=content,
                output=output,
                editions=[e.value for e in edition],
                purpose=purpose.value,
                fold=fold.value if fold else None,
                marks=marks,
                stock=stock.value if stock else None,
                proof=proof,
                final=final,
                progress=progress,
                warn=warnings.extend,
            )
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "built": [
                    {
                        "path": str(b.path),
                        "edition": b.edition,
                        "pages": b.pages,
                        "bytes": b.size,
                        "beside": [str(p) for p in b.beside],
                        "notes": [note.as_dict() for note in b.notes],
                    }
                    for b in made
                ],
                "problems": [warning.as_dict() for warning in warnings],
            }
        )
        return
    for one in made:
        for note in one.notes:
            echo(as_typed(note.as_text()), err=True)
    if not quiet:
        for one in made:
            pages = f"{count(one.pages, 'page')}, " if one.pages else ""
            echo(f"{shown_path(one.path)}  {pages}{kilobytes(one.size)}")
            for other in one.beside:
                echo(shown_path(other))
        if warnings:
            echo(
                f"{count(len(warnings), 'warning')}: "
                f"{as_typed(command('check', content / f'{as_period(period)}.yaml'))} shows what "
                "to look at",
                err=True,
            )

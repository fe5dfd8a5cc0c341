"""``hscb-report figures export``, ``figures import`` and ``figures status``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hscb_report.cli.options import Content, Format, Format_, Period, Quiet
from hscb_report.cli.shared import app, count, echo, fail, print_json
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT

if TYPE_CHECKING:
    from hscb_report.year.standing import Standing, Status

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Ask partners for figures: a sheet goes out, and comes back.",
    epilog="Example: hscb-report figures export 2018-19",
)
app.add_typer(group, name="figures")


def suppliers_starting(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completion of SUPPLIER."""
    from hscb_report.project import as_period, load_checked
    from hscb_report.year.suppliers import folded, suppliers

    try:
        period = as_period(ctx.params.get("period") or "")
        loaded = load_checked(period, ctx.params.get("content") or CONTENT)
    except ReportError:
        return []
    known = suppliers(loaded.summary, loaded.board)
    return [one.name for one in known if folded(one.name).startswith(folded(incomplete))]


@group.command("export", epilog="Example: hscb-report figures export 2018-19 --by 2019-05-31")
def export_command(
    period: Period,
    supplier: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="SUPPLIER",
            help="Only the rows of one supplier, as from names them in the content; the board's "
            "own name stands for the figures without from.",
            autocompletion=suppliers_starting,
            show_default=False,
        ),
    ] = None,
    each: Annotated[bool, typer.Option("--all", help="One sheet for each supplier.")] = False,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day by which the sheet is to come back, such as 2019-05-31; printed at its "
            "top.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            help="The sheet to write, .xlsx or .csv; with --all, the folder to write to.",
            show_default="output/PERIOD/figures-PERIOD.xlsx",
        ),
    ] = None,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Write a sheet that partners can fill in, or one for each of them."""
    from hscb_report.year.exporting import export_sheets

    try:
        made = export_sheets(
            period, supplier=supplier, each=each, by=by, content=content, output=output
        )
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "written": [
                    {"path": str(s.path), "supplier": s.supplier or None, "figures": s.figures}
                    for s in made.sheets
                ],
                "notices": made.notices,
                "problems": [],
            }
        )
        return
    for one in made.sheets if not quiet else []:
        asked = f"  {one.supplier}, {count(one.figures, 'figure')}" if one.supplier else ""
        echo(f"{shown_path(one.path)}{asked}")
    for notice in made.notices:
        echo(f"note: {notice}", err=True)


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
    """Take a filled-in sheet into the content file: value, bound, symbol, reason, as_at, source and
    note of figures, and nothing else. Who answered, and when, is kept in content/returns.
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
                "returns": [
                    {"supplier": r.supplier, "taken": str(r.taken), "figures": r.figures}
                    for r in done.returns
                ],
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
        for one in done.returns:
            echo(f"{count(len(one.figures), 'figure')} answered by {one.supplier}")
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


@group.command("status", epilog="Example: hscb-report figures status 2018-19")
def status_command(
    period: Period,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Say who has answered, who has not, and since when: from the sheets that were taken in."""
    from hscb_report.year.standing import status

    try:
        found = status(period, content=content)
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "path": str(found.path),
                "suppliers": [_as_dict(one) for one in found.standings],
                "notices": found.notices,
                "problems": [],
            }
        )
    elif not quiet:
        _print_status(found)


def _print_status(found: Status) -> None:
    """A supplier a line, and what is to come below it."""
    for one in found.standings:
        here = len(one.figures) - len(one.to_come)
        numbers = f"{here} of {count(len(one.figures), 'figure')}"
        own = ", the board itself" if one.is_board else ""
        echo(f"{one.supplier}{own}: {_SAID[one.state].format(date=_date(one))}; {numbers}")
        if one.to_come:
            echo(f"    to come: {', '.join(one.to_come)}")
    for notice in found.notices:
        echo(f"note: {notice}")
    late = sum(bool(one.to_come) for one in found.standings)
    told = f"{late} of {count(len(found.standings), 'supplier')}" if late else "no supplier"
    echo(f"{shown_path(found.path)}: {told} with numbers to come")


_SAID = {
    "answered": "answered, {date}",
    "in part": "answered in part, {date}",
    "no answer": "no answer yet",
    "typed in": "no sheet came back, and its numbers are in the file",
}


def _date(one: Standing) -> str:
    from hscb_report.summary.wording import date

    return date(one.since) if one.since else ""


def _as_dict(one: Standing) -> dict[str, Any]:
    return {
        "supplier": one.supplier,
        "board": one.is_board,
        "state": one.state,
        "since": str(one.since) if one.since else None,
        "figures": one.figures,
        "to_come": one.to_come,
        "sheets": [
            {"sheet": s.sheet, "taken": str(s.taken), "figures": s.figures} for s in one.sheets
        ],
    }

"""The command line: one thin function for each command. Parse, call, print, exit code."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from hscb_report import __version__
from hscb_report.build import CONTENT, EDITIONS, OUTPUT, build, check, listed, verified
from hscb_report.errors import ExitCode, ReportError, shown_path

app = typer.Typer(
    name="hscb-report",
    help="Build a safeguarding board's annual report summary from one content file.",
    epilog="Example: hscb-report build 2017-18",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(str, Enum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


Edition = Enum("Edition", {name.replace("-", "_"): name for name in EDITIONS}, type=str)


def _periods(incomplete: str) -> list[str]:
    """Completion of PERIOD."""
    try:
        from hscb_report.summary.load import periods

        return [period for period in periods(CONTENT) if period.startswith(incomplete)]
    except ReportError:
        return []


Period = Annotated[str, typer.Argument(metavar="PERIOD", autocompletion=_periods,
                                       help="The year, such as 2017-18: the name of a content file.")]
Content = Annotated[Path, typer.Option(help="The folder of content files.")]
Format_ = Annotated[Format, typer.Option("--format", help="How to print the results.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say each step and how long it took.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but problems.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hscb-report {__version__}")
        raise typer.Exit()


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)] = False) -> None:
    """Build a safeguarding board's annual report summary from one content file."""


@app.command("build", epilog="Example: hscb-report build 2017-18 --output for-the-board")
def build_command(
    period: Period,
    edition: Annotated[list[Edition], typer.Option(help="What to build.")] = [Edition.board],  # noqa: B006
    content: Content = CONTENT,
    output: Annotated[Path | None, typer.Option(help="The folder to write to.", show_default="output/PERIOD")] = None,
    final: Annotated[bool, typer.Option("--final", help="For publication: refuse a draft, and figures whose value is missing.")] = False,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build a period's summary as PDF."""
    try:
        with _Progress(verbose, quiet) as progress:
            made = build(period, content=content, output=output, editions=[e.value for e in edition], final=final, progress=progress)
    except ReportError as error:
        _fail(error, format)
    if format is Format.JSON:
        _print_json({"built": [{"path": str(b.path), "edition": b.edition, "pages": b.pages, "bytes": b.size} for b in made], "problems": []})
    elif not quiet:
        for one in made:
            typer.echo(f"{shown_path(one.path)}  {_count(one.pages, 'page')}, {_kilobytes(one.size)}")


@app.command("check", epilog="Example: hscb-report check 2017-18")
def check_command(
    period: Annotated[str | None, typer.Argument(metavar="[PERIOD]", help="The year; all of them if left out.",
                                                 autocompletion=_periods, show_default=False)] = None,
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
        _fail(error, format)
    for one in wanted:
        try:
            check(one, content=content)
            checked.append(one)
        except ReportError as error:
            failed.append(error)
    problems = [problem for error in failed for problem in error.problems]
    if format is Format.JSON:
        _print_json({"checked": wanted, "problems": [problem.as_dict() for problem in problems]})
    else:
        _print_problems(problems)
        if not quiet:
            for one in checked:
                typer.echo(f"{one}: no problems found")
            if not wanted:
                typer.echo(f"no periods in {shown_path(content)}")
    if failed:
        raise typer.Exit(int(failed[0].exit_code))


@app.command("list", epilog="Example: hscb-report list")
def list_command(
    content: Content = CONTENT,
    output: Annotated[Path, typer.Option(help="The folder that holds a folder for each period.")] = OUTPUT,
    format: Format_ = Format.TEXT,
) -> None:
    """List the periods, their status and what is built."""
    try:
        rows = listed(content=content, output=output)
    except ReportError as error:
        _fail(error, format)
    if format is Format.JSON:
        _print_json([{"period": r.period, "status": r.status, "title": r.title, "built": [str(f) for f in r.built], "stale": r.stale} for r in rows])
        return
    if not rows:
        typer.echo(f"no periods in {shown_path(content)}")
    for row in rows:
        files = ", ".join(shown_path(file) for file in row.built) or "not built yet"
        note = " (older than the content: build again)" if row.stale else ""
        typer.echo(f"{row.period}  {row.status:<10}  {files}{note}")


class _Progress:
    """Steps on standard error: a line each if asked, else one line that a terminal shows and then clears."""

    def __init__(self, verbose: bool, quiet: bool) -> None:
        self.verbose = verbose
        self.passing = not verbose and not quiet and sys.stderr.isatty()
        self.step, self.began = "", 0.0

    def __call__(self, step: str) -> None:
        self._end()
        self.step, self.began = step, time.monotonic()
        if self.passing:
            typer.echo(f"\r{step} ...\x1b[K", err=True, nl=False)

    def _end(self) -> None:
        if self.verbose and self.step:
            typer.echo(f"{self.step}: {time.monotonic() - self.began:.1f} s", err=True)

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        if self.passing:
            typer.echo("\r\x1b[K", err=True, nl=False)


Standard = Enum("Standard", {name: name for name in ("ua1", "a2a", "a3a", "x4")}, type=str)


@app.command("verify", epilog="Example: hscb-report verify output/2017-18/hscb-annual-report-summary-2017-18.pdf")
def verify_command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="PDF files, from any tool.")],
    standard: Annotated[list[Standard] | None, typer.Option(help="Judge by this standard instead of those the file claims; repeatable.",
                                                            show_default=False)] = None,
    format: Format_ = Format.TEXT,
) -> None:
    """Open written PDFs and say, standard by standard, what each claims and whether it holds."""
    from hscb_report.preflight.verdict import Verdict
    from hscb_report.told import verdict_as_dict, verdict_as_text

    verdicts, failed = [], None
    for file in files:
        try:
            verdicts.append((file, verified(file, [s.value for s in standard] if standard else None)))
        except ReportError as error:
            failed = error
            verdicts.append((file, Verdict(unreadable=error.problems[0].message)))
    if format is Format.JSON:
        _print_json([{"file": str(file), **verdict_as_dict(verdict)} for file, verdict in verdicts])
    else:
        for file, verdict in verdicts:
            typer.echo(verdict_as_text(shown_path(file), verdict))
    if failed:
        raise typer.Exit(int(failed.exit_code))
    if not all(verdict.holds for _, verdict in verdicts):
        raise typer.Exit(int(ExitCode.CONFORMANCE))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _kilobytes(size: int) -> str:
    """Size as committee systems show it beside a link."""
    return f"{-(-size // 1024)} KB"


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))


def _print_problems(problems: list) -> None:
    for problem in problems:
        text = problem.as_text()
        if sys.stderr.isatty():
            head, _, rest = text.partition("error:")
            text = head + typer.style("error:", fg="red", bold=True) + rest
        typer.echo(text, err=True)
    if len(problems) > 1:
        typer.echo(f"{len(problems)} problems", err=True)


def _fail(error: ReportError, format: Format) -> NoReturn:
    if format is Format.JSON:
        _print_json({"problems": [problem.as_dict() for problem in error.problems]})
    else:
        _print_problems(error.problems)
    raise typer.Exit(int(error.exit_code))


def _start_quickly() -> None:
    """What a command, whose process is its own and short, may do without; each of these is measured in a cold build.

    The library does none of it: a program that imports it may need all of this.
    """
    import logging
    import warnings

    gc.disable()  # collecting frees nothing that a build does not still need
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")  # looking for plugins reads every installed package
    sys.modules.setdefault("mpl_toolkits.mplot3d", None)  # matplotlib goes on without its 3-D axes, and says so
    warnings.filterwarnings("ignore", message="Unable to import Axes3D")
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its notes on caches are not the user's concern


def main() -> None:
    """Run the command line; a fault of the tool itself ends in a sentence and exit code 5."""
    _start_quickly()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles may be set to a code page without our letters
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except Exception as error:  # the last resort: whatever it is, the user gets a sentence
        typer.echo(f"hscb-report failed: {type(error).__name__}: {error}", err=True)
        typer.echo("This is a fault of the tool, not of your content. Please report it with the content file; "
                   "set HSCB_REPORT_TRACEBACK=1 to see where it happened.", err=True)
        if os.environ.get("HSCB_REPORT_TRACEBACK"):
            raise
        sys.exit(int(ExitCode.INTERNAL))
    finally:
        gc.freeze()  # the process ends here: Python need not look through all it holds once more

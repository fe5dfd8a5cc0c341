"""What the commands share: the application, progress, and how problems are told."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
import typer.core

from hscb_report import __version__
from hscb_report.cli.options import Format
from hscb_report.errors import ERROR, Problem, ReportError


def _command() -> str:
    """What a person types to run this: ``run.py`` says so of itself."""
    called = Path(sys.argv[0])
    module = called.name == "__main__.py" and called.parent.name == "hscb_report"
    return os.environ.get("HSCB_REPORT_COMMAND") or (
        "python -m hscb_report" if module else "hscb-report"
    )


COMMAND = _command()
"""What a person types to run this, in the folder in which it was typed."""
ANYWHERE = os.environ.get("HSCB_REPORT_ANYWHERE", COMMAND)
"""The same, in any other folder."""


class Root(typer.core.TyperGroup):
    """The application, with what typer says of a wrong choice in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what comes from the library that validates for typer is left out."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    cls=Root,
    name="hscb-report",
    help="Build a safeguarding board's annual report summary from one content file.",
    epilog="Example: hscb-report build 2017-18",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    # A shell completes for the name of a program: where python runs this, for python.
    add_completion=COMMAND == "hscb-report",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hscb-report {__version__}")
        raise typer.Exit()


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Build a safeguarding board's annual report summary from one content file."""


class Progress:
    """Steps on standard error: a line each if asked, else one line that a terminal shows and then
    clears.
    """

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

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        if self.passing:
            typer.echo("\r\x1b[K", err=True, nl=False)


def count(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def kilobytes(size: int) -> str:
    """Size as committee systems show it beside a link."""
    return f"{-(-size // 1024)} KB"


def print_json(data: Any) -> None:
    """Results for a machine, on standard output."""
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))


def print_problems(problems: Sequence[Problem]) -> None:
    """Problems on standard error, and how many there are."""
    for problem in problems:
        text = as_typed(problem.as_text())
        if sys.stderr.isatty():
            head, word, rest = text.partition(f"{problem.severity}:")
            text = (
                head
                + typer.style(word, fg="red" if problem.severity == ERROR else "yellow", bold=True)
                + rest
            )
        typer.echo(text, err=True)
    if len(problems) > 1:
        errors = sum(problem.severity == ERROR for problem in problems)
        told = [
            count(number, noun)
            for number, noun in ((errors, "error"), (len(problems) - errors, "warning"))
            if number
        ]
        typer.echo(", ".join(told), err=True)


def as_typed(text: str) -> str:
    """A text in which this is called as the person called it."""
    return text.replace("hscb-report ", f"{COMMAND} ")


def fail(error: ReportError, format: Format) -> NoReturn:
    """Tell what is wrong and end with the error's exit code."""
    if format is Format.JSON:
        print_json({"problems": [problem.as_dict() for problem in error.problems]})
    else:
        print_problems(error.problems)
    raise typer.Exit(int(error.exit_code))

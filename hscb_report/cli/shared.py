"""What the commands share: the application, progress, and how problems are told."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer
import typer.core

from hscb_report import __version__
from hscb_report.cli.options import Format
from hscb_report.errors import ERROR, ExitCode, Problem, ReportError
from hscb_report.shown import as_json, plain


class _Notes(logging.Handler):
    """What the library logs, such as that an interrupted run was put right, as a note."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print it."""
        echo(f"note: {record.getMessage()}", err=True)


logging.getLogger("hscb_report").addHandler(_Notes())


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
        except KeyboardInterrupt:
            stopped()  # typer's own end is that of bad content


def stopped() -> NoReturn:
    """End as somebody asked who pressed Ctrl-C."""
    echo("\nStopped.", err=True)
    sys.exit(int(ExitCode.STOPPED))


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


MOST_TOLD = 100
"""So many problems are told, and how many more there are: nobody reads a thousand."""


def _version(wanted: bool) -> None:
    if wanted:
        echo(f"hscb-report {__version__}")
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
            _to_terminal(f"\r{plain(step)} ...\x1b[K")

    def _end(self) -> None:
        if self.verbose and self.step:
            echo(f"{self.step}: {time.monotonic() - self.began:.1f} s", err=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        if self.passing:
            _to_terminal("\r\x1b[K")


def echo(text: str, err: bool = False, nl: bool = True) -> None:
    """Print a text, on standard output or on standard error; what it holds of others is shown, and
    never obeyed by a terminal.
    """
    typer.echo(plain(text), err=err, nl=nl)


class Shown:
    """Standard error for messages that typer makes of what was typed, and of the names of files."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text, and nothing that a terminal would obey."""
        return self.stream.write(plain(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def _to_terminal(text: str) -> None:
    """Write to standard error what a terminal is to obey."""
    stream = sys.stderr.stream if isinstance(sys.stderr, Shown) else sys.stderr
    typer.echo(text, file=stream, nl=False)


def count(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def kilobytes(size: int) -> str:
    """Size as committee systems show it beside a link."""
    return f"{-(-size // 1024)} KB"


def print_json(data: Any) -> None:
    """Results for a machine, on standard output."""
    typer.echo(as_json(json.dumps(data, indent=2, ensure_ascii=False)))


def print_problems(problems: Sequence[Problem]) -> None:
    """The first problems on standard error, and how many there are."""
    for problem in first_of(problems):
        text = plain(as_typed(problem.as_text()))
        if sys.stderr.isatty():
            head, word, rest = text.partition(f"{problem.severity}:")
            text = (
                head
                + typer.style(word, fg="red" if problem.severity == ERROR else "yellow", bold=True)
                + rest
            )
        _to_terminal(f"{text}\n")
    if len(problems) > MOST_TOLD:
        echo(f"... and {len(problems) - MOST_TOLD:,} more", err=True)
    if len(problems) > 1:
        errors = sum(problem.severity == ERROR for problem in problems)
        told = [
            count(number, noun)
            for number, noun in ((errors, "error"), (len(problems) - errors, "warning"))
            if number
        ]
        echo(", ".join(told), err=True)


def first_of(problems: Sequence[Problem]) -> list[Problem]:
    """The first hundred, in their order, errors before warnings where there are more."""
    ranked = sorted(range(len(problems)), key=lambda at: problems[at].severity != ERROR)
    return [problems[at] for at in sorted(ranked[:MOST_TOLD])]


def problems_as_data(problems: Sequence[Problem]) -> dict[str, Any]:
    """The first problems for a machine, and how many more there are."""
    told = [problem.as_dict() for problem in first_of(problems)]
    return {"problems": told, "more_problems": len(problems) - len(told)}


def as_typed(text: str) -> str:
    """A text in which this is called as the person called it."""
    return text.replace("hscb-report ", f"{COMMAND} ")


def fail(error: ReportError, format: Format) -> NoReturn:
    """Tell what is wrong and end with the error's exit code."""
    if format is Format.JSON:
        print_json(problems_as_data(error.problems))
    else:
        print_problems(error.problems)
    raise typer.Exit(int(error.exit_code))

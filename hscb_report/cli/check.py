"""``hscb-report check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hscb_report.cli.options import Content, Format, Format_, Quiet, periods_starting
from hscb_report.cli.shared import (
    app,
    count,
    echo,
    fail,
    print_json,
    print_problems,
    problems_as_data,
)
from hscb_report.errors import ContentError, ExitCode, Problem, ReportError, shown_path
from hscb_report.project import CONTENT, check, foreign, shelf_of, to_be_supplied

if TYPE_CHECKING:
    from hscb_report.summary.load import Shelf


@app.command("check", epilog="Example: hscb-report check 2017-18 --strict")
def check_command(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERIOD]",
            help="The year; all of them if left out.",
            autocompletion=periods_starting,
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail as errors do.")
    ] = False,
    learn: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD",
            help="Add a word that is right to the board's dictionary, and then check; repeatable.",
            show_default=False,
        ),
    ] = None,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Check the content: its keys, numbers, words and colours. Every problem is listed with file,
    line and column.
    """
    if learn:
        _learn(learn, period, content, format, quiet)
    found: dict[str, list[Problem]] = {}
    read: list[str] = []
    code, asked, later = ExitCode.DONE, True, False
    shelf = shelf_of(content)  # all periods look into the same files: each is read once
    try:
        wanted = [period] if period else shelf.periods
    except ReportError as error:
        fail(error, format)
    for one in wanted:
        try:
            found[one] = check(one, content=shelf)
            read.append(one)
            if strict and any(not problem.accepted for problem in found[one]):
                code = code or ExitCode.CONTENT
        except ReportError as error:
            found[one] = error.problems
            judged = isinstance(error, ContentError) and error.rules_asked
            asked = asked and judged
            later = later or (isinstance(error, ContentError) and not judged)
            if error.exit_code is ExitCode.CONTENT:
                read.append(one)
            code = code or error.exit_code
    problems = [problem for group in found.values() for problem in group if not problem.accepted]
    accepted = [problem for group in found.values() for problem in group if problem.accepted]
    if format is Format.JSON:
        print_json(
            {
                "checked": wanted,
                **problems_as_data(problems),
                "accepted": [problem.as_dict() for problem in accepted],
                "rules_asked": asked,
                "spelling_not_checked": {one: len(foreign(one, content=shelf)) for one in read},
            }
        )
    else:
        print_problems(problems)
        if later:
            echo(
                "the rules about numbers and words are asked when the file is in form: check "
                "again then",
                err=True,
            )
        if not quiet:
            for one in read:
                _tell(one, found[one], shelf)
            if not wanted:
                echo(f"no periods in {shown_path(content)}")
    if code:
        raise typer.Exit(int(code))


def _learn(
    words: list[str], period: str | None, content: Path, format: Format, quiet: bool
) -> None:
    """Add words to the board's dictionary, and say so."""
    from hscb_report.year.learning import learn

    try:
        learnt = learn(words, period, content=content)
    except ReportError as error:
        fail(error, format)
    if quiet or format is Format.JSON:
        return
    for several, said in ((learnt.added, "added to"), (learnt.known, "was in")):
        if several:
            echo(f"{', '.join(several)}: {said} the dictionary in {shown_path(learnt.path)}")


def _tell(period: str, problems: list[Problem], shelf: Shelf) -> None:
    """What is accepted, and a line of how the period stands."""
    accepted = [problem for problem in problems if problem.accepted]
    for problem in accepted:
        echo(problem.as_text())
    left = len(problems) - len(accepted)
    kept = f"; {count(len(accepted), 'finding')} accepted" if accepted else ""
    echo(
        f"{period}: {count(left, 'problem') if left else 'no problems'} "
        f"found{kept}{_open(period, shelf)}{_not_read(period, shelf)}"
    )


def _not_read(period: str, shelf: Shelf) -> str:
    """How many texts are in another language, whose words nothing checks."""
    tags = foreign(period, content=shelf)
    kinds = ", ".join(dict.fromkeys(tags))
    return f"; spelling not checked: {count(len(tags), 'text')} in {kinds}" if tags else ""


def _open(period: str, shelf: Shelf) -> str:
    """How many figures are still to be supplied."""
    waiting = to_be_supplied(period, content=shelf)
    return f"; {count(waiting, 'figure')} to be supplied" if waiting else ""

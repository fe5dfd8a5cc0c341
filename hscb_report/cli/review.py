"""``hscb-report review``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hscb_report.cli.options import Content, Format, Format_, Period, Quiet
from hscb_report.cli.shared import app, as_typed, count, echo, fail, print_json
from hscb_report.errors import ReportError, shown_path
from hscb_report.project import CONTENT

if TYPE_CHECKING:
    from hscb_report.year.reviewing import Left

LONGEST = 90
"""So much of a text is shown, in letters."""


def keys_starting(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completion of KEY."""
    from hscb_report.year.reviewing import keys_left

    try:
        keys = keys_left(ctx.params.get("period") or "", ctx.params.get("content") or CONTENT)
    except ReportError:
        return []
    return [key for key in keys if key.startswith(incomplete)]


@app.command("review", epilog="Example: hscb-report review 2018-19 --done introduction")
def review_command(
    period: Period,
    done: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            help="Tick off what you have looked at and is right, by its key as the list shows it; "
            "repeatable. Keys count from 0: sections.5.heading is that of the sixth section.",
            autocompletion=keys_starting,
            show_default=False,
        ),
    ] = None,
    content: Content = CONTENT,
    format: Format_ = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """List what a person has still to look at before build --final: the words, dates and settings
    that were last year's, or the tool's examples. What you change counts as looked at.
    """
    from hscb_report.summary.folder import command as typed_for
    from hscb_report.year.reviewing import review

    try:
        made = review(period, done=done or [], content=content)
    except ReportError as error:
        fail(error, format)
    if format is Format.JSON:
        print_json(
            {
                "path": str(made.path),
                "left": [_as_dict(one) for one in made.left],
                "changed": made.changed,
                "done": [_as_dict(one) for one in made.done],
                "problems": [],
            }
        )
        return
    if quiet:
        return
    command = typed_for("review", made.path)
    for one in made.done:
        echo(f"done: {one.key}{_beginning(one)}")
    if made.done and made.left:
        echo(f"{count(len(made.left), 'thing')} left: {as_typed(command)} lists them")
    elif made.left:
        print_left(made.left, command)
    else:
        echo(f"{shown_path(made.path)}: nothing is left to look at")
    if made.changed:
        what = "thing was" if made.changed == 1 else "things were"
        echo(f"{made.changed} more {what} changed since, and counts as looked at")


def print_left(left: Sequence[Left], command: str) -> None:
    """What is left: the place, the key, why, and the words that stand there.

    Args:
        command: what lists it.
    """
    for one in left:
        echo(f"\n{shown_path(one.place.file)}:{one.place.line}: {one.key}")
        echo(f"    {one.why}")
        if not one.there:
            echo("    nothing stands there any more: look whether it was moved or renamed")
        elif one.has_moved:
            echo("    it has been moved since the list was made")
        for place, words in one.words:
            file = "" if place.file == one.place.file else f"{shown_path(place.file)}:"
            echo(f"    {file}{place.line}: {_cut(words)}")
    example = as_typed(f"{command} --done {left[0].key}")
    echo(
        f"\n{count(len(left), 'thing')} to look at. What you change counts as looked at; what is "
        f"right as it is, you tick off:\n    {example}"
    )


def _beginning(one: Left) -> str:
    """The first of the words that were ticked off."""
    return f": {_cut(one.words[0][1])}" if len(one.words) == 1 else f" ({one.why})"


def _cut(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _as_dict(one: Left) -> dict[str, Any]:
    return {
        "key": one.key,
        "why": one.why,
        "file": str(one.place.file),
        "line": one.place.line,
        "words": [
            {"file": str(place.file), "line": place.line, "text": words}
            for place, words in one.words
        ],
        "moved": one.has_moved,
        "there": one.there,
    }

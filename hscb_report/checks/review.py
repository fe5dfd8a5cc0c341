"""What is left to look at before publication: one warning for ``check``, and what stops
``--final``. It is no rule, for ``accept`` must not silence it.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.errors import ERROR, WARNING, Problem
from hscb_report.summary.folder import command
from hscb_report.summary.left import left_in
from hscb_report.summary.load import Loaded
from hscb_report.summary.review import Standing

SHOWN = 5
"""So many are named where publication is refused; ``review`` lists them all."""


def warning(loaded: Loaded) -> Iterator[Problem]:
    """One warning that says how much is left; none where nothing is."""
    left = left_in(loaded)
    if not left:
        return
    said = _things(len(left))
    marked = (
        "; status says final, and pages bear the draft mark until then"
        if loaded.summary.status == "final"
        else ""
    )
    yield _the_list(
        loaded,
        "review",
        f"{said} still to be looked at before this is published{marked}",
        f"{command('review', loaded.tree.file)} lists them",
        WARNING,
    )


def stopping(loaded: Loaded) -> Iterator[Problem]:
    """What stops publication: the first that are left, each with its place, and how many more."""
    left, review = left_in(loaded), command("review", loaded.tree.file)
    for one in left[:SHOWN]:
        first = "change it, or, if it is right," if one.entry.seal else "look at it, and then"
        yield Problem(
            "unreviewed",
            f"nobody has looked at this yet: {one.entry.why}",
            f"{first} {review} --done {one.key}",
            loaded.tree.place(place_in_file(one)),
            one.path,
        )
    if (more := len(left) - SHOWN) > 0:
        yield _the_list(
            loaded,
            "unreviewed",
            f"{_things(more, 'more')} still to be looked at",
            f"{review} lists them all",
        )


def _the_list(loaded: Loaded, code: str, message: str, hint: str, severity: str = ERROR) -> Problem:
    """What is said of the list as a whole; where the file has none, it stands at the period."""
    path = ("review",) if loaded.summary.review else ("period",)
    return Problem(code, message, hint, loaded.tree.place(path, key=True), path, severity)


def place_in_file(one: Standing) -> tuple[str | int, ...]:
    """Where to look: the place itself, or the entry, where nothing stands at its place."""
    return one.path if one.there else ("review", one.index)


def _things(number: int, more: str = "") -> str:
    noun = "thing" if number == 1 else "things"
    return f"{number} {more + ' ' if more else ''}{noun} {'is' if number == 1 else 'are'}"

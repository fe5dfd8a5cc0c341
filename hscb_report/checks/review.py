"""What is left to look at before publication: one warning for ``check``, and what stops
``--final``. It is no rule, for ``accept`` must not silence it.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.errors import WARNING, Problem
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
    yield Problem(
        "review",
        f"{said} still to be looked at before this is published{marked}",
        f"hscb-report review {loaded.summary.period} lists them",
        loaded.tree.place(("review",), key=True),
        ("review",),
        WARNING,
    )


def stopping(loaded: Loaded) -> Iterator[Problem]:
    """What stops publication: the first that are left, each with its place, and how many more."""
    left, period = left_in(loaded), loaded.summary.period
    for one in left[:SHOWN]:
        first = "change it, or, if it is right," if one.entry.seal else "look at it, and then"
        yield Problem(
            "unreviewed",
            f"nobody has looked at this yet: {one.entry.why}",
            f"{first} hscb-report review {period} --done {one.key}",
            loaded.tree.place(place_in_file(one)),
            one.path,
        )
    if (more := len(left) - SHOWN) > 0:
        yield Problem(
            "unreviewed",
            f"{_things(more, 'more')} still to be looked at",
            f"hscb-report review {period} lists them all",
            loaded.tree.place(("review",), key=True),
            ("review",),
        )


def place_in_file(one: Standing) -> tuple[str | int, ...]:
    """Where to look: the place itself, or the entry, where nothing stands at its place."""
    return one.path if one.there else ("review", one.index)


def _things(number: int, more: str = "") -> str:
    noun = "thing" if number == 1 else "things"
    return f"{number} {more + ' ' if more else ''}{noun} {'is' if number == 1 else 'are'}"

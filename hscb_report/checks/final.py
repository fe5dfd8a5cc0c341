"""What stops publication: ``build --final`` refuses content that is a draft, waits for a number, or
holds what nobody has looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks import review
from hscb_report.errors import Problem
from hscb_report.summary.figures import TO_BE_SUPPLIED, WAITING, is_promise
from hscb_report.summary.load import Loaded
from hscb_report.summary.same_point import typed
from hscb_report.summary.tree import KeyPath


def stopping(loaded: Loaded) -> Iterator[Problem]:
    """Everything that stands between this content and publication."""
    if loaded.summary.status != "final":
        yield Problem(
            "draft",
            "the content is a draft",
            "write status: final when the board has agreed it",
            loaded.tree.place(("status",)),
            ("status",),
        )
    yield from _numbers(loaded)
    yield from review.stopping(loaded)


def _numbers(loaded: Loaded) -> Iterator[Problem]:
    """Numbers that are still to come. One that is confidential, not applicable, too small to show
    or too unreliable is known, and is published as its symbol.
    """
    for name, figure in loaded.summary.figures.items():
        path: KeyPath = ("figures", name, "value")
        last = figure.previous
        if last and last.value is None and is_promise(last.reason):
            yield _promise(loaded, ("figures", name, "previous"))
        if not figure.is_awaited:
            continue
        if figure.symbol == WAITING and figure.required:
            yield Problem(
                "value-missing",
                f'the value of "{name}" is missing',
                "supply it, or write required: false and, in reason, why there is none, to publish "
                "without it",
                loaded.tree.place(path),
                path,
            )
        else:
            yield _promise(loaded, path[:2])
    for name, series in loaded.summary.series.items():
        for year, point in typed(series).items():
            if point.value is None and is_promise(point.reason):
                yield _promise(loaded, ("series", name, "points", year))


def _promise(loaded: Loaded, path: KeyPath) -> Problem:
    """A gap that is to stay, and whose reason only promises to fill it."""
    path = (*path, "reason")
    return Problem(
        "reason-missing",
        f'"{TO_BE_SUPPLIED}" would be printed as the reason why there is no number',
        "supply the number, or write in reason why there is none",
        loaded.tree.place(path),
        path,
    )

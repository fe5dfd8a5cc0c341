"""Next year's content file from this year's: the wording stays, every value is asked for anew.

What is certain moves on by itself: the year, as-at dates at the end of a month, and the same dates
inside texts. All else is left as it was, and ``review:`` in the file lists it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hscb_report.errors import Problem, UsageError, shown_path
from hscb_report.files import is_there, place_all, take
from hscb_report.project import CONTENT, as_period, load_checked
from hscb_report.summary.blocks import Priorities
from hscb_report.summary.days import as_read, moved_day
from hscb_report.summary.figures import TO_BE_SUPPLIED, Figure, Series
from hscb_report.summary.left import left_in
from hscb_report.summary.load import Loaded
from hscb_report.summary.periods import moved
from hscb_report.summary.same_point import SamePoint
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.uses import looking_back
from hscb_report.year.looking import Reminder, comments, looks
from hscb_report.year.moving import DATES, Moving, texts, titles, written_at
from hscb_report.year.naming import years_between
from hscb_report.year.reviewing import Left, listed, told
from hscb_report.year.shared import moved_on
from hscb_report.year.splice_all import SpliceAll

SCHEMA_LINE = "# yaml-language-server: $schema=schema.json"


@dataclass(frozen=True)
class Carried:
    """A new content file.

    Attributes:
        path: where it stands.
        emptied: how many figures wait for their value.
        left: what to look at, as ``review:`` in the file lists it.
        comments: comments that still name the old year.
    """

    path: Path
    emptied: int
    left: list[Left]
    comments: list[Reminder]


def new(period: str, source: str, *, content: Path | str = CONTENT) -> Carried:
    """Make a period's content file from an earlier one.

    Args:
        period: the new year, such as ``2018-19``.
        source: the year to start from.
        content: the folder of content files.

    Raises:
        UsageError: a name is no year, there is no such source, or the new file is there already.
        ContentError: the source has errors, or is laid out in a way that cannot be followed.
        FileError: a file could not be read or written.
    """
    content, period, source = Path(content), as_period(period), as_period(source)
    years = years_between(source, period)
    loaded = load_checked(source, content)
    target = content / f"{period}.yaml"
    if is_there(target):
        raise UsageError(
            Problem(
                "exists",
                f"{shown_path(target)} is there already, and is not overwritten",
                "work on that file, or give it another name first",
            )
        )
    moving = Moving(loaded.summary, source, years)
    include, files = moved_on(loaded, source, period)
    data = {tree.file: take(tree.file) for tree in loaded.tree.trees}
    files[loaded.tree.file] = target
    splice = SpliceAll(loaded.tree, data, files)
    if include:
        splice.set(("include",), include)
    _Carrier(splice, loaded, source, period, moving).carry()
    made = {files[file]: old for file, old in data.items()} | splice.done()
    after = load_checked(period, content, made)
    made[target] = listed(target, made[target], after, looks(loaded, source, after, moving))
    after = load_checked(period, content, made)
    place_all(made, content)
    return Carried(
        target,
        len(loaded.summary.figures),
        [told(one, after) for one in left_in(after)],
        [one for tree in after.tree.trees for one in comments(tree, source)],
    )


class _Carrier:
    """One file on its way into the next year."""

    def __init__(
        self, splice: SpliceAll, loaded: Loaded, source: str, period: str, moving: Moving
    ) -> None:
        self.splice, self.loaded, self.moving = splice, loaded, moving
        self.data = loaded.tree.data
        self.source, self.period = source, period

    def carry(self) -> None:
        splice = self.splice
        splice.first_line(SCHEMA_LINE)
        splice.set(
            ("period",), int(self.period) if isinstance(self.data["period"], int) else self.period
        )
        splice.set(("status",), "draft")
        if of_a_draft := [key for key in ("version", "dated") if key in self.data]:
            splice.remove((), of_a_draft)
        if self.loaded.summary.printed:
            splice.set(("printed",), False)
        for name in self.loaded.summary.figures:
            self._empty(name)
        for name, series in self.loaded.summary.series.items():
            self._keep_points(name, series)
        for path, _ in list(texts(self.loaded.summary, self.data)):
            splice.exchange(path, DATES, self.moving.move)
        for path, _, publisher in list(titles(self.data)):
            if publisher == self.loaded.board.name:
                splice.exchange(path, DATES, self.moving.move)
        for at, block in looking_back(self.loaded.summary):
            if block.since == moved(self.source, -1):
                self._look_back((*at, "since"))
        for s, section in enumerate(self.loaded.summary.sections):
            if any(isinstance(block, Priorities) for block in section.blocks):
                splice.comment_above(
                    ("sections", s),
                    f"These priorities are from the summary of {self.source}: keep, change or "
                    "replace them.",
                )

    def _previous(self, name: str, figure: Figure) -> None:
        """Last year's number is now the one that was this year's; it is taken out where nobody can
        tell of what time it would be.
        """
        path = ("figures", name)
        now = self.moving.previous(figure)
        if now:
            self.splice.set((*path, "previous"), now)
        else:
            self.splice.remove(path, ["previous"])

    def _keep_points(self, name: str, series: Series) -> None:
        """A point that was a figure of the old year is written down: the figure moves on."""
        for before, (when, point) in pairwise(series.points.items()):
            if isinstance(point, SamePoint):
                said = point.model_dump(exclude_none=True) | {"value": point.value}
                value = point.value if len(said) == 1 else said
                self.splice.set(("series", name, "points", when), value, after=before[0])

    def _look_back(self, path: KeyPath) -> None:
        """A block that looked back to the year before looks back to this one."""
        _, written = written_at(self.data, path)
        self.splice.set(path, int(self.source) if isinstance(written, int) else self.source)

    def _empty(self, name: str) -> None:
        figure, splice, path = self.loaded.summary.figures[name], self.splice, ("figures", name)
        raw = "" if figure.value is None else self.loaded.tree.raw[(*path, "value")]
        symbol = f"[{figure.symbol}]" if figure.symbol else ""
        was = " ".join(part for part in (figure.bound or "", raw, symbol) if part)
        said = f"{self.source}: {was}" + (f" ({figure.note})" if figure.note else "")
        splice.comment((*path, "value") if not splice.is_flow(path) else path, said, name)
        splice.set((*path, "value"), None)
        splice.set((*path, "symbol"), "x", after="value")
        splice.set(
            (*path, "reason"), TO_BE_SUPPLIED, after="value" if figure.symbol is None else "symbol"
        )
        if gone := [key for key in ("bound", "note") if getattr(figure, key)]:
            splice.remove(path, gone)
        if figure.previous:
            self._previous(name, figure)
        if figure.as_at and figure.as_at in self.moving.days:
            splice.set((*path, "as_at"), as_read(moved_day(figure.as_at, self.moving.years)))
        elif figure.period and self.moving.is_ours(figure.period):
            period = self.data["figures"][name]["period"]
            splice.set(
                (*path, "period"),
                period + self.moving.years
                if isinstance(period, int)
                else moved(period, self.moving.years),
            )

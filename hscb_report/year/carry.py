"""Next year's content file from this year's: the wording stays, every value is asked for anew.

What is certain moves on by itself: periods, as-at dates, and the same dates inside texts. What
only a person can judge is left as it was and listed: years in prose, numbers in words, series
that end, last year's lessons and priorities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hscb_report.errors import Place, Problem, UsageError, shown_path
from hscb_report.files import place, take
from hscb_report.project import CONTENT, as_period, load_checked
from hscb_report.summary.load import Loaded
from hscb_report.summary.tree import KeyPath, Tree, read_yaml
from hscb_report.summary.wording import references
from hscb_report.year.periods import MONTHS, moved, moved_day, start_of, years_between
from hscb_report.year.splice import Splice

SCHEMA_LINE = "# yaml-language-server: $schema=schema.json"
TO_BE_SUPPLIED = "To be supplied."

_PROSE = {
    "label",
    "lead",
    "name",
    "definition",
    "heading",
    "subtitle",
    "title",
    "text",
    "introduction",
    "what_changed",
    "detail",
    "noun",
    "section",
}
_CLAIMS = {"heading", "subtitle", "title", "text", "introduction"}
_CLAIM = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|one|two|three|four|five|six|seven|eight|nine|ten|nearly|twice|double[ds]?|rose|fell|"
    r"increase[ds]?|decrease[ds]?|more than|fewer|\d[\d,.]*%?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d-])\b\d[\d,.]*\b(?!-|\w)")
_LAW = re.compile(r"\b[Ss]ection \d+")
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Look:
    """Something in the new file that only a person can judge."""

    place: Place
    message: str


@dataclass(frozen=True)
class Carried:
    """A new content file.

    Attributes:
        path: where it stands.
        emptied: how many figures wait for their value.
        look: what to look at, in the order of the file.
    """

    path: Path
    emptied: int
    look: list[Look]


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
    if target.exists():
        raise UsageError(
            Problem(
                "exists",
                f"{shown_path(target)} is there already, and is not overwritten",
                "work on that file, or give it another name first",
            )
        )
    splice = Splice(target, take(loaded.tree.file))
    carrier = _Carrier(splice, loaded, source, period, years)
    carrier.carry()
    made = splice.done()
    load_checked(period, content, made)
    place(target, made)
    return Carried(target, len(loaded.summary.figures), carrier.look(read_yaml(target, made)))


class _Carrier:
    """One file on its way into the next year."""

    def __init__(
        self, splice: Splice, loaded: Loaded, source: str, period: str, years: int
    ) -> None:
        self.splice, self.loaded, self.source, self.period, self.years = (
            splice,
            loaded,
            source,
            period,
            years,
        )
        start = start_of(source)
        self.ours = {start, start + 1} if "-" in source else {start}
        self.days = {
            figure.as_at
            for figure in loaded.summary.figures.values()
            if figure.as_at and figure.as_at.year in self.ours
        }
        self.dates = re.compile(
            rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(MONTHS)})(?P<gap>\s+)(?P<year>(?:19|20)\d\d)\b|"
            r"\b(?P<period>(?:19|20)\d\d(?:[-/–](?:(?:19|20)\d\d|\d\d)|\s+to\s+(?:19|20)\d\d))(?![\d-])"
        )

    def carry(self) -> None:
        splice = self.splice
        splice.first_line(SCHEMA_LINE)
        splice.set(
            ("period",), int(self.period) if isinstance(splice.data["period"], int) else self.period
        )
        splice.set(("status",), "draft")
        for name in self.loaded.summary.figures:
            self._empty(name)
        for path, _ in list(_texts(splice.data)):
            splice.exchange(path, self.dates, self._move)
        for path, source in list(_sources(splice.data)):
            if source.get("publisher") == self.loaded.board.name:
                splice.exchange(path, self.dates, self._move)
        for s, section in enumerate(self.loaded.summary.sections):
            for b, block in enumerate(section.blocks):
                if block.kind == "change" and block.since == moved(self.source, -1):
                    since = ("sections", s, "blocks", b, "since")
                    splice.set(
                        since,
                        int(self.source)
                        if isinstance(splice.data["sections"][s]["blocks"][b]["since"], int)
                        else self.source,
                    )
            if any(block.kind == "priorities" for block in section.blocks):
                splice.comment_above(
                    ("sections", s),
                    f"These priorities are from the summary of {self.source}: keep, change or "
                    "replace them.",
                )

    def _empty(self, name: str) -> None:
        figure, splice, path = self.loaded.summary.figures[name], self.splice, ("figures", name)
        raw = "" if figure.value is None else self.loaded.tree.raw[(*path, "value")]
        was = " ".join(
            part for part in (raw, f"[{figure.symbol}]" if figure.symbol else "") if part
        )
        said = f"{self.source}: {was}" + (f" ({figure.note})" if figure.note else "")
        splice.comment((*path, "value") if not splice.is_flow(path) else path, said, name)
        splice.set((*path, "value"), None)
        splice.set((*path, "symbol"), "x", after="value")
        splice.set(
            (*path, "reason"), TO_BE_SUPPLIED, after="value" if figure.symbol is None else "symbol"
        )
        if figure.note:
            splice.remove(path, ["note"])
        if figure.as_at in self.days:
            splice.set((*path, "as_at"), moved_day(figure.as_at, self.years))
        elif self._is_ours(figure.period):
            period = splice.data["figures"][name]["period"]
            splice.set(
                (*path, "period"),
                period + self.years if isinstance(period, int) else moved(period, self.years),
            )

    def _is_ours(self, period: str | None) -> bool:
        """Whether a period lies in the year of the file: a census of 2011 does not move on."""
        years = {int(year) for year in _ANY_YEAR.findall(period or "")}
        return bool(years) and years <= self.ours

    def _move(self, found: re.Match[str]) -> str:
        """A date or year inside a text, moved on if it is certainly this year's (or the one
        after).
        """
        if found["period"]:
            ours = start_of(self.source)
            start = start_of(" ".join(found["period"].split()))
            return (
                moved(found["period"], self.years)
                if start in (ours, ours + 1) and start is not None
                else found[0]
            )
        month, year = MONTHS.index(found["month"]) + 1, int(found["year"])
        if any(
            day.month == month and day.year == year and found["day"] in (None, str(day.day))
            for day in self.days
        ):
            return found[0][: -len(found["year"])] + str(year + self.years)
        return found[0]

    def look(self, tree: Tree) -> list[Look]:
        """What to look at in the new file."""
        found: list[Look] = []

        def say(path: KeyPath, message: str) -> None:
            found.append(Look(tree.place(path), message))

        for number, line in enumerate(tree.lines, 1):
            if not line.startswith("#") and line.strip():
                break
            if self.source in line:
                found.append(Look(tree.at(number, 1), f"this comment still says {self.source}"))
        old = self.loaded.tree.data
        for path, text in [*_texts(tree.data), *_sources(tree.data)]:
            text = text if isinstance(text, str) else text["title"]
            before = _at(old, path)
            left = self.dates.sub(lambda m: "" if self._move(m) != m[0] else m[0], before)
            if _ANY_YEAR.search(left):
                say(path, "names a year that was left as it is")
            elif words := self._claim(path, left):
                say(path, f'says "{words}", which may be last year\'s number')
        for index, entry in enumerate(self.loaded.summary.accept):
            say(
                ("accept", index),
                f"{entry.rule} is still accepted; is its reason true of {self.period}?",
            )
        for name, source in self.loaded.summary.sources.items():
            if source.published or source.accessed:
                say(("sources", name), "says when last year's source was published or read")
            elif source.publisher != self.loaded.board.name and self.dates.search(source.title):
                say(
                    ("sources", name, "title"),
                    "names an edition of another publisher: is it the one that you took the "
                    "numbers from?",
                )
        for name, figure in self.loaded.summary.figures.items():
            if figure.as_at and figure.as_at not in self.days:
                say(("figures", name, "as_at"), "is of another year, and was left as it is")
            elif figure.period and not self._is_ours(figure.period):
                say(("figures", name, "period"), "is of another time, and was left as it is")
        for name, series in self.loaded.summary.series.items():
            say(("series", name), f"this series ends in {list(series.points)[-1]}: add what is new")
        for s, section in enumerate(self.loaded.summary.sections):
            for b, block in enumerate(section.blocks):
                path = ("sections", s, "blocks", b)
                if block.kind in ("lessons", "priorities"):
                    say(path, f"these {block.kind} are those of the {self.source} summary")
                elif (
                    block.kind == "change"
                    and tree.data["sections"][s]["blocks"][b]["since"] == block.since
                ):
                    say((*path, "since"), f"still looks back to {block.since}")
        return sorted(found, key=lambda look: (look.place.line, look.place.column))

    def _claim(self, path: KeyPath, text: str) -> str:
        """Words of a text that state a number, or empty; lists of lessons and the like are named as
        a whole.
        """
        text = _LAW.sub("", self.dates.sub("", _unnamed(text)))
        if path[0] in ("sections", "introduction") and path[-1] in _CLAIMS and "items" not in path:
            found = _CLAIM.search(text)
        else:
            found = _COUNTED.search(text) if path[-1] == "label" else None
        return found[0] if found else ""


def _unnamed(text: str) -> str:
    """A text without the figures it names: those take their numbers from the file."""
    for name, form in references(text):
        text = text.replace(f"{{{name}:{form}}}" if form else f"{{{name}}}", "")
    return text


def _texts(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The board's own words: everything that is printed as a text, except sources and series."""
    if isinstance(data, dict):
        for key, value in data.items():
            if not path and key in ("sources", "series", "title"):
                continue
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        in_items = bool(path) and path[-1] == "items"
        for index, value in enumerate(data):
            if isinstance(value, str) and not in_items and path[:1] != ("leaflet",):
                continue  # a list of names; a leaflet's are the headings of sections
            yield from _texts(value, (*path, index))
    elif isinstance(data, str) and path and (path[-1] in _PROSE or isinstance(path[-1], int)):
        yield path, data


def _sources(data: Any) -> Iterator[tuple[KeyPath, Any]]:
    """The title of each source, with the source."""
    for name, source in (data.get("sources") or {}).items():
        yield ("sources", name, "title"), source


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data

"""What only a person can judge in a new year's file: years in prose, numbers in words, series that
end, last year's lessons and priorities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hscb_report.errors import Place
from hscb_report.summary.load import Loaded
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import looking_back
from hscb_report.summary.wording import references
from hscb_report.year.moving import ANY_YEAR, DATES, Moving, texts, titles

_CLAIMS = {"heading", "subtitle", "title", "text", "introduction"}
_CLAIM = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|one|two|three|four|five|six|seven|eight|nine|ten|nearly|"
    r"twice|double[ds]?|rose|fell|increase[ds]?|decrease[ds]?|more than|fewer|\d[\d,.]*%?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d-])\b\d[\d,.]*\b(?!-|\w)")
_LAW = re.compile(r"\b[Ss]ection \d+")

Said = Iterator[tuple[KeyPath, str]]
"""Keys into the new file, and what to look at there."""


@dataclass(frozen=True)
class Reminder:
    """Something in the new file that only a person can judge."""

    place: Place
    message: str


def look(old: Loaded, source: str, period: str, tree: Tree, moving: Moving) -> list[Reminder]:
    """What to look at in a new file, in its order.

    Args:
        old: the content it was made from.
        source: the period of that, as its file is named.
        period: the new one.
        tree: the new file.
        moving: what moved on.
    """
    found = [
        *_head(tree, source),
        *(
            Reminder(tree.place(path), message)
            for path, message in (
                *_words(old, tree, moving),
                *_accepted(old, period),
                *_sources(old),
                *_figures(old, moving),
                *_series(old),
                *_blocks(old, source, tree),
            )
        ),
    ]
    return sorted(found, key=lambda look: (look.place.line, look.place.column))


def _head(tree: Tree, source: str) -> Iterator[Reminder]:
    """Comments at the head of the file that name the old year."""
    for number, line in enumerate(tree.lines, 1):
        if not line.startswith("#") and line.strip():
            break
        if source in line:
            yield Reminder(tree.at(number, 1), f"this comment still says {source}")


def _words(old: Loaded, tree: Tree, moving: Moving) -> Said:
    """Texts that name a year, or say a number in words."""
    for path in (
        *(path for path, _ in texts(old.summary, tree.data)),
        *(path for path, _, _ in titles(tree.data)),
    ):
        left = moving.left(_at(old.tree.data, path))
        if ANY_YEAR.search(left):
            yield path, "names a year that was left as it is"
        elif words := _claim(path, left):
            yield path, f'says "{words}", which may be last year\'s number'


def _accepted(old: Loaded, period: str) -> Said:
    for index, entry in enumerate(old.summary.accept):
        yield (
            ("accept", index),
            f"{entry.rule} is still accepted; is its reason true of {period}?",
        )


def _sources(old: Loaded) -> Said:
    for name, source in old.summary.sources.items():
        if source.published or source.accessed:
            yield ("sources", name), "says when last year's source was published or read"
        elif source.publisher != old.board.name and DATES.search(source.title):
            yield (
                ("sources", name, "title"),
                "names an edition of another publisher: is it the one that you took the numbers "
                "from?",
            )


def _figures(old: Loaded, moving: Moving) -> Said:
    for name, figure in old.summary.figures.items():
        if figure.as_at and figure.as_at not in moving.days:
            yield ("figures", name, "as_at"), "is of another year, and was left as it is"
        elif figure.period and not moving.is_ours(figure.period):
            yield ("figures", name, "period"), "is of another time, and was left as it is"


def _series(old: Loaded) -> Said:
    for name, series in old.summary.series.items():
        yield ("series", name), f"this series ends in {list(series.points)[-1]}: add what is new"


def _blocks(old: Loaded, source: str, tree: Tree) -> Said:
    for s, section in enumerate(old.summary.sections):
        for b, block in enumerate(section.blocks):
            path = ("sections", s, "blocks", b)
            if block.of_the_year:
                yield path, f"these {block.kind} are those of the {source} summary"
    for at, looking in looking_back(old.summary):
        since = (*at, "since")
        if str(_at(tree.data, since)) == looking.since:
            yield since, f"still looks back to {looking.since}"


def _claim(path: KeyPath, text: str) -> str:
    """Words of a text that state a number, or empty; lists of lessons and the like are named as a
    whole.
    """
    text = _LAW.sub("", DATES.sub("", _unnamed(text)))
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


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data

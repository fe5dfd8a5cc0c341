"""What only a person can judge in a new year's file, each with its reason: years in prose, numbers
in words, series that end, last year's lessons and priorities, and every other word.

What says something that may have changed is named by itself. The words that mostly stay, such as
labels and plain headings, are named together, so that the list is short enough to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.errors import Place
from hscb_report.summary import months
from hscb_report.summary.blocks import Bars, Block
from hscb_report.summary.days import last_day
from hscb_report.summary.figures import Figure
from hscb_report.summary.keys import Printed, held
from hscb_report.summary.load import Loaded
from hscb_report.summary.periods import years_of
from hscb_report.summary.texts import Text, texts
from hscb_report.summary.time_spans import quarter_of
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import looking_back
from hscb_report.summary.wording import REFERENCE, date
from hscb_report.year.moving import ANY_YEAR, DATES, Moving

_CLAIMS = {"heading", "subtitle", "title", "text", "introduction", "what_changed", "detail", "post"}
_CLAIM = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|one|two|three|four|five|six|seven|eight|nine|ten|nearly|"
    r"twice|double[ds]?|rose|fell|increase[ds]?|decrease[ds]?|more than|fewer|higher than|"
    r"lower than|(?:above|below) the|\d[\d,.]*%?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d-])\b\d[\d,.]*\b(?!-|\w)")
_DEFINED = re.compile(
    r"(?<![\w-])(?:£?\d[\d,.]*(?<![,.])(?:%|m|bn|k)?(?![\w-])|half|halves|thirds?|quarters?|twice|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million)"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""Numbers that a definition says, also in words and in short."""
_NO_NUMBER = re.compile(rf"\b[Ss]ection \d+|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{months.PATTERN})\b")
"""Sections of acts, and days of the year."""

IN_BLOCK = 5
"""Of so many keys is a text that is a block's own; with more it is that of a row or an item."""

TOGETHER = {
    "sections": "the other headings and the lines below them: are they still true?",
    "figures": "the other words of the figures: is that still what is counted?",
    "series": "the words of the series: is that still what is counted?",
    "sources": "the other words of the sources: publisher, licence, notes",
}
"""What is looked at together, and why; keys at the top of the file."""


@dataclass(frozen=True)
class Look:
    """Something that only a person can judge.

    Attributes:
        path: the keys to it in the new file.
        why: what to look at.
        together: whether it stands for all words below it that have no entry of their own; it is
            then looked at until it is ticked off.
    """

    path: KeyPath
    why: str
    together: bool = False


@dataclass(frozen=True)
class Reminder:
    """A comment of the file that a person should look at: it is not printed."""

    place: Place
    message: str


def comments(tree: Tree, source: str) -> Iterator[Reminder]:
    """Comments at the head of the file that name the old year."""
    for number, line in enumerate(tree.lines, 1):
        if not line.startswith("#") and line.strip():
            break
        if source in line:
            yield Reminder(tree.at(number, 1), f"this comment still says {source}")


def looks(old: Loaded, source: str, made: Loaded, moving: Moving) -> list[Look]:
    """What to look at in a new file, in its order; each place once, with all its reasons.

    Args:
        old: the content it was made from.
        source: the period of that, as its file is named.
        made: the new content.
        moving: what moved on.
    """
    period = made.summary.period
    found: dict[KeyPath, Look] = {}
    own = [
        *_words(old, source, moving),
        *_printed(old, period),
        *_accepted(old, period),
        *_sources(old),
        *_figures(old, moving),
        *_series(old, made),
        *_back(made, old),
        *_highlights(old),
        *_pictures(old),
    ]
    for look in own:
        first = found.get(look.path)
        found[look.path] = Look(look.path, f"{first.why}; {look.why}") if first else look
    rest = [
        *_together(made, set(found)),
        Look(("board",), "the board: are its name, its address and its colours right?", True),
    ]
    order = made.tree.place
    return sorted([*found.values(), *rest], key=lambda one: (order(one.path).line, len(one.path)))


def _words(old: Loaded, source: str, moving: Moving) -> Iterator[Look]:
    """Texts that are of one year, or may be: what is read as sentences, what names a year, and what
    says a number.
    """
    blocks = dict(_blocks(old))
    for one in texts(old.summary):
        if one.path[-1] in ("reason", "note") and one.path[0] != "sources":
            continue  # new empties them, or they are those of a series
        block = blocks.get(one.path[:4])
        in_block = block is not None and one.sentences == "running"
        if in_block and block and block.of_the_year:
            continue  # all of it is looked at
        if why := _why(one, moving, source):
            in_row = block is not None and len(one.path) > IN_BLOCK
            yield Look(one.path[:4] if in_block or in_row else one.path, why)
    for path, block in blocks.items():
        if block.of_the_year:
            yield Look(path, f"{_these(block.kind)} of the {source} summary")


def _these(kind: str) -> str:
    """The words of a kind of block, which may be one or several."""
    return f"these {kind} are those" if kind.endswith("s") else f"this {kind} is one"


def _why(one: Text, moving: Moving, source: str) -> str:
    """Why a text must be looked at by itself; empty where it is looked at with others."""
    left = moving.left(one.text)
    if years := list(dict.fromkeys(ANY_YEAR.findall(left))):
        return f"names what was left as it is: {', '.join(years)}"
    if words := _claims(one.path, left):
        said = ", ".join(f"“{word}”" for word in words)
        return f"says {said}: is it still so?"
    running = one.sentences == "running" or one.path == ("title",)
    return f"the words of {source}" if running else ""


def _blocks(old: Loaded) -> Iterator[tuple[KeyPath, Block]]:
    for s, section in enumerate(old.summary.sections):
        for b, block in enumerate(section.blocks):
            yield ("sections", s, "blocks", b), block


def _printed(old: Loaded, period: str) -> Iterator[Look]:
    """What is said of a printed text: nobody knows yet whether there will be one."""
    summary = old.summary
    why = f"says what is not in the printed text, if there is one of {period}"
    marked: list[KeyPath] = [
        *(("sections", s) for s, section in enumerate(summary.sections) if section.editorial),
        *(("figures", name) for name, figure in summary.figures.items() if figure.editorial),
    ]
    for path in marked:
        yield Look((*path, "editorial"), why)
    if summary.printed:
        yield Look(
            ("printed",),
            f"is there a printed text of {period}? If so, write true; editorial is then about it",
        )


def _accepted(old: Loaded, period: str) -> Iterator[Look]:
    for index, entry in enumerate(old.summary.accept):
        why = f"{entry.rule} is still accepted; is its reason true of {period}?"
        yield Look(("accept", index), why)


def _sources(old: Loaded) -> Iterator[Look]:
    for name, source in old.summary.sources.items():
        for key, done in (("published", "published"), ("accessed", "read")):
            if getattr(source, key):
                yield Look(("sources", name, key), f"says when last year's source was {done}")
        if source.url:
            why = "leads to last year's source: does it lead to this year's?"
            yield Look(("sources", name, "url"), why)
        if source.publisher != old.board.name and DATES.search(source.title):
            yield Look(
                ("sources", name, "title"),
                "names an edition of another publisher: is it the one that you took the numbers "
                "from?",
            )
        else:
            yield Look(("sources", name, "title"), "do the numbers come from here again?")


def _figures(old: Loaded, moving: Moving) -> Iterator[Look]:
    years = years_of(old.summary.period)
    ends = [years.last_day] if years else []
    for name, figure in old.summary.figures.items():
        path = ("figures", name)
        if figure.as_at and figure.as_at not in moving.days:
            yield Look((*path, "as_at"), f"was left as it is: {date(figure.as_at)}")
        elif figure.as_at and last_day(figure.as_at) not in ends:
            yield Look((*path, "as_at"), f"was {date(figure.as_at)}, and was moved on")
        elif figure.period and not moving.is_ours(figure.period):
            yield Look((*path, "period"), f"was left as it is: {figure.period}")
        elif quarter_of(figure.period or ""):
            yield Look((*path, "period"), f"was {figure.period}, and was moved on")
        if figure.previous:
            yield _previous(name, figure, old, moving)
        if not figure.required:
            yield Look((*path, "required"), "last year was published without this number")


def _previous(name: str, figure: Figure, old: Loaded, moving: Moving) -> Look:
    """The number that was this year's, where ``new`` wrote it, or where it could not."""
    period = old.summary.period
    if moving.previous(figure):
        why = f"is the number of the {period} file: is it still so, or was it revised since?"
        return Look(("figures", name, "previous"), why)
    why = f"previous was taken out: write the number of {period} with its own period"
    return Look(("figures", name), why)


def _series(old: Loaded, made: Loaded) -> Iterator[Look]:
    """Series that do not go on by a figure, as with ``same_as``."""
    for name, series in old.summary.series.items():
        if (last := list(series.points)[-1]) == list(made.summary.series[name].points)[-1]:
            yield Look(("series", name, "points"), f"this series ends in {last}: add what is new")


def _pictures(old: Loaded) -> Iterator[Look]:
    """Photographs of last year; who is in one agreed to that year's summary."""
    for name, picture in old.summary.pictures.items():
        why = "last year's picture: is it right for this year?"
        if picture.people and picture.consent:
            why += f" Does the consent of {date(picture.consent)} cover it?"
        yield Look(("pictures", name), why, together=True)


def _back(made: Loaded, old: Loaded) -> Iterator[Look]:
    """Blocks that look back to the year they did last year."""
    before = dict(looking_back(old.summary))
    for at, looking in looking_back(made.summary):
        if before[at].since == looking.since:
            yield Look((*at, "since"), f"still looks back to {looking.since}")


def _highlights(old: Loaded) -> Iterator[Look]:
    """Years of series that stand out: the new one is not there yet."""
    for path, block in _blocks(old):
        if isinstance(block, Bars) and block.series and block.highlight:
            yield Look((*path, "highlight"), f"still lets {block.highlight} stand out")


def _together(made: Loaded, own: set[KeyPath]) -> Iterator[Look]:
    """The parts of the file that hold words beside those that are named by themselves."""
    rest = {
        one.path[0]
        for one in held(made.summary)
        if isinstance(one.mark, Printed)
        and not any(one.path[: len(path)] == path for path in own)
        and one.value
        and one.path[-1] != "reason"
    }
    for key, why in TOGETHER.items():
        if key in rest:
            yield Look((key,), why, together=True)


def _claims(path: KeyPath, text: str) -> list[str]:
    """Words of a text that state a number."""
    text = _NO_NUMBER.sub("", DATES.sub("", _unnamed(text)))
    if path[0] in ("sections", "introduction", "social") and path[-1] in _CLAIMS:
        found = _CLAIM.finditer(text)
    elif path[-1] == "definition":
        found = _DEFINED.finditer(text)
    elif path[-1] in ("label", "lead", "name") and path[0] != "sections":
        found = _COUNTED.finditer(text)
    else:
        return []
    return list(dict.fromkeys(one[0] for one in found))


def _unnamed(text: str) -> str:
    """A text without the figures it names: those take their numbers from the file."""
    return REFERENCE.sub("", text)

"""The places that numbers are of: the board's own area, and those that stand beside it.

A place is known by its words, whatever their capitals. ``at_home`` leaves out what names the
board's own area, so that elsewhere a number with a place is always one of another place.
"""

from __future__ import annotations

import re
from typing import TypeVar

from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Series
from hscb_report.words.places import PlaceWords

M = TypeVar("M", Figure, Series)

_OF_A_BOARD = re.compile(r"(?P<area>.+?)(?:,| -| –)? (?:Local )?Safeguarding\b")
"""How the name of a board begins with that of its area."""
_BEFORE = r"(?:\b(?:in|of|for|from|across|within|throughout)\s+|[-–—,:;(/]\s*)?(?:the\s+)?"
"""What stands between what is measured and a place."""


def home_of(board: Board) -> str:
    """What a board calls its own area; empty where neither its file nor its name says so."""
    if board.place:
        return board.place
    found = _OF_A_BOARD.match(board.name)
    return found["area"] if found else ""


def folded(place: str) -> str:
    """A place as it is known."""
    return " ".join(place.casefold().split())


def at_home(summary: Summary, home: str) -> Summary:
    """A summary in which what names the board's own area says no place: the two mean one thing.

    Args:
        home: the name of that area, or empty.
    """
    own = folded(home)
    figures = {name: _without(one, own) for name, one in summary.figures.items()}
    series = {name: _without(one, own) for name, one in summary.series.items()}
    if figures == summary.figures and series == summary.series:
        return summary
    return summary.model_copy(update={"figures": figures, "series": series})


def _without(one: M, own: str) -> M:
    is_own = one.place is not None and folded(one.place) == own
    return one.model_copy(update={"place": None}) if is_own else one


def capital(place: str) -> str:
    """A place as it stands at the beginning of a line."""
    return f"{place[:1].upper()}{place[1:]}"


def is_said(place: str, text: str) -> bool:
    """Whether a text names a place."""
    return bool(re.search(rf"(?<!\w){re.escape(folded(place))}(?!\w)", folded(text)))


def placed(text: str, place: str | None, words: PlaceWords) -> tuple[str, str]:
    """Words for a number, and what they have to say behind them of its place: nothing where it is
    the board's own, or where they name it.
    """
    if not place or is_said(place, text):
        return text, ""
    bare = text.rstrip(".")
    return bare, words.behind(place=place) + text[len(bare) :]


def measured(one: Figure | Series, home: str) -> str:
    """The words for what is measured, without its place: what two figures of two places share."""
    name = one.label if isinstance(one, Series) else one.name or one.label
    return _plain(name, one, home)


def defined(one: Figure | Series, home: str) -> str:
    """What exactly is counted, without its place; empty where nothing says so."""
    return _plain(one.definition or "", one, home)


def _plain(text: str, one: Figure | Series, home: str) -> str:
    text = folded(text)
    for place in filter(None, (one.place, home)):
        text = re.sub(rf"{_BEFORE}(?<!\w){re.escape(folded(place))}(?!\w)\)?", " ", text)
    return " ".join(re.findall(r"\w+", text))

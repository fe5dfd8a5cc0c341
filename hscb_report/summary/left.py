"""What is left to look at in a period's content: the entries of ``review:`` held against the file
as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hscb_report.errors import shown_path
from hscb_report.summary.board import Board
from hscb_report.summary.carried import carried, unread
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.review import Review, Standing, path_in, standings
from hscb_report.summary.seals import Sealable, judged, of_text, seal
from hscb_report.summary.texts import texts


def sealables(summary: Summary, board: Board, data: Any) -> list[Sealable]:
    """All that may bear a seal, in the order of the content: what the board says of itself, the
    printed texts and their sentences, and values that a person may have to judge.

    Args:
        data: the content file as plain data.
    """
    printed = [part for one in texts(summary) for part in of_text(one.path, one.text)]
    return [*_of(board), *printed, *judged(data)]


def _of(board: Board) -> Iterator[Sealable]:
    for key in ("name", "short_name", "wordmark", "address", "web", "email", "phone", "formats"):
        if said := getattr(board, key):
            text = ", ".join(said) if isinstance(said, list) else said
            yield Sealable(("board", key), text, seal(text))


def entries_of(loaded: Loaded) -> list[Standing]:
    """Every entry of ``review:`` and how it stands; behind them, what was taken over from the year
    before and never listed.
    """
    entries = loaded.summary.review
    if not entries and loaded.unlisted is None:
        return []
    here = sealables(loaded.summary, loaded.board, loaded.tree.data)
    return standings([*entries, *_unlisted(loaded, here)], here, loaded.tree.data)


def _unlisted(loaded: Loaded, here: list[Sealable]) -> list[Review]:
    before = loaded.unlisted
    if before is None:
        return []
    if before.summary is None:
        file = loaded.tree.file.with_name(f"{before.period}.yaml")
        return [unread(before.period, shown_path(file))]
    there = sealables(before.summary, loaded.board, before.data)
    known = {seal for entry in loaded.summary.review for seal in entry.seal or ()}
    found = carried(here, there, before.period, known)
    place = loaded.tree.place
    return sorted(found, key=lambda one: place(path_in(one.at, loaded.tree.data)).line)


def left_in(loaded: Loaded) -> list[Standing]:
    """What is still to be looked at, in the order of the list."""
    return [one for one in entries_of(loaded) if one.left]

"""What is left to look at in a period's content: the entries of ``review:`` held against the file
as it is now.
"""

from __future__ import annotations

from typing import Any

from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.review import Standing, standings
from hscb_report.summary.seals import Sealable, judged, of_text, seal
from hscb_report.summary.texts import texts


def sealables(summary: Summary, board: Board, data: Any) -> list[Sealable]:
    """All that may bear a seal, in the order of the content: the name of the board, the printed
    texts and their sentences, and values that a person may have to judge.

    Args:
        data: the content file as plain data.
    """
    printed = [part for one in texts(summary) for part in of_text(one.path, one.text)]
    named = Sealable(("board",), board.name, seal(board.name))
    return [named, *printed, *judged(data)]


def entries_of(loaded: Loaded) -> list[Standing]:
    """Every entry of ``review:`` and how it stands."""
    if not loaded.summary.review:
        return []
    data = loaded.tree.data
    here = sealables(loaded.summary, loaded.board, data)
    return standings(loaded.summary.review, here, data)


def left_in(loaded: Loaded) -> list[Standing]:
    """What is still to be looked at, in the order of the list."""
    return [one for one in entries_of(loaded) if one.left]

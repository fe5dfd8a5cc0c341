"""Numbers of several places: what the tests of them share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.place_relations import problems_in
from hscb_report.summary.places import at_home
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import Tree

BOARD = Board(name="Anyshire Safeguarding Children Partnership")
HOME = "Anyshire"
TREE = Tree(Path("content.yaml"), [])


def rate(value, place: str | None = None, **more) -> dict:
    """A rate, of another place where one is named."""
    where = {"place": place} if place else {}
    made = {"label": "children on a plan", "unit": "per-10000", "source": "s", **where, **more}
    when = {} if "period" in more else {"as_at": dt.date(2018, 3, 31)}
    return {"value": value, **when, **made}


def gap(place: str | None = None, **more) -> dict:
    return rate(None, place, symbol="x", reason="Not published.", **more)


def summary(figures: dict, *blocks: dict, **more) -> Summary:
    """A content with these figures and blocks."""
    sources = {
        "s": {"title": "Children in need 2018", "publisher": "Department"},
        "ours": {"title": "Our return", "publisher": "The board"},
    }
    shown = list(blocks) or [{"kind": "table", "figures": list(figures)}]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": "2017-18",
            "status": "final",
            "sources": sources,
            "figures": figures,
            "sections": [{"heading": "Plans", "blocks": shown}],
            **more,
        }
    )


OURS = {"ours": rate(49), "england": rate(64, "England"), "near": rate(52, "our neighbours")}


def told(content: Summary, index: int = 0):
    """What a block becomes."""
    return tell(Reader(content, home=HOME), BOARD).sections[0].blocks[index].node


def errors(content: Summary) -> list[str]:
    return [problem.message for problem in problems_in(at_home(content, HOME), TREE, HOME)]

"""Links and texts that the tests of running text share."""

from __future__ import annotations

from pathlib import Path

from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.inline import problems_in
from hscb_report.summary.tree import Tree
from rules import figure

BOARD = Board(name="Hampshire Safeguarding Children Board")
A, B = "https://www.example.org/reports/2017-18/", "mailto:board@example.org"


def say(name: str, form: str | None) -> str:
    return f"<{name}>"


def problems(**more) -> list[str]:
    """What is said of the marks in a content."""
    own = {"contacts": figure(9)}
    data = {"board": "b", "title": "T", "period": "2017-18", "status": "final", "figures": own}
    data["sources"] = {"s": {"title": "Source", "publisher": "Publisher"}}
    data["sections"] = [{"heading": "H", "blocks": [{"kind": "text", "text": "W."}]}]
    content = Summary.model_validate({**data, **more})
    return [one.message for one in problems_in(content, Tree(Path("c.yaml"), []))]


LINKED = f"See [it]({A})"
BLOCKS = {
    "title": {"kind": "text", "title": LINKED, "text": "W."},
    "quotation": {"kind": "quotation", "text": LINKED, "who": "Parent"},
    "who": {"kind": "quotation", "text": "W.", "who": LINKED},
}
LONG = "a-very-long/path/with/many/steps/and-some-hyphens/that-nobody/would-part/report.html"
ENTRIES = [f"entry number {n} of the list" for n in range(1, 41)]

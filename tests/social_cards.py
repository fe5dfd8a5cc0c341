"""Cards for social media: contents told, and what is read of the file of posts."""

from __future__ import annotations

import re

from conftest import ROOT
from hscb_report.artefacts import Material
from hscb_report.brand import icons
from hscb_report.pictures.gather import gather
from hscb_report.products import Order
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.places import home_of
from hscb_report.summary.reading import Reader
from strategies import ART

CONTENTS = {
    "summary": ("2017-18", "content"),
    "every-block": ("2024-25", "examples/every-block/content"),
    "children-in-care": ("2017-18", "examples/children-in-care/content"),
    "beside-england": ("2017-18", "examples/beside-england/content"),
}
HEADING = "Neglect is the reason for nearly three in four plans"
CARDS = Order(("social",))


def material(name: str) -> Material:
    """One of the contents, told."""
    period, content = CONTENTS[name]
    loaded = load(period, ROOT / content, icons.names())
    reader = Reader(loaded.summary, loaded.earlier, home=home_of(loaded.board))
    story = tell(reader, loaded.board, gather(loaded)[0])
    return Material(loaded, reader, story, "name")


def told(summary: Summary, board: Board, art=ART, before=None) -> Material:
    loaded = load("2017-18", ROOT / "content", icons.names())
    loaded.__dict__.update(summary=summary, board=board)
    reader = Reader(summary, before)
    return Material(loaded, reader, tell(reader, board, art), "name")


def posts(data: bytes) -> list[dict[str, str]]:
    """The file of posts, card by card."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    parts = re.split(r"^Card \d+ of \d+: ", text, flags=re.M)[1:]
    shape = re.compile(
        r"(?P<name>.*)\n\nPictures:\n(?P<files>(?:.+\n)+)\nAlternative text:\n(?P<alt>.+)\n\n"
        r"Post:\n(?P<post>.+)\n"
    )
    return [found.groupdict() for one in parts if (found := shape.match(one))]


def figure(value, label, **more):
    return {"value": value, "label": label, "period": "2017-18", "source": "s", **more}


LONG = " ".join(["unaccompanied", "children", "and", "young", "people", "in", "all"] * 9)[:400]


def small(figures, blocks, social=None, colour="#FFD500") -> Material:
    """A content of one section, in a light colour."""
    data = {
        "board": "b",
        "title": "Summary",
        "period": "2017-18",
        "status": "final",
        "sources": {"s": {"title": "A return", "publisher": "Department for Education"}},
        "figures": figures,
        "sections": [{"heading": "A message", "blocks": blocks}],
        **({"social": social} if social else {}),
    }
    board = {"name": "A Board", "brand": {"colours": {"primary": colour}}}
    return told(Summary.model_validate(data), Board.model_validate(board), before=None)

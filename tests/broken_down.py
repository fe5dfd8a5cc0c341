"""Numbers with their parts, by year: what the tests of grids and stacks share."""

from __future__ import annotations

from pathlib import Path

from hscb_report.brand.brand import Brand
from hscb_report.charts import stack as chart
from hscb_report.charts.marks import Sheet
from hscb_report.story.breakdowns import Bar, Piece
from hscb_report.story.describe import Description
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree

BOARD = Board(name="A board")
BRAND = Brand(BOARD)
FEW = {"value": None, "symbol": "c", "reason": "Too few to be told."}
LATE = {"value": None, "symbol": "x", "reason": "Not counted."}


def figure(value, **more) -> dict:
    missing = value if isinstance(value, dict) else {"value": value}
    when = {} if "as_at" in more else {"period": "2017-18"}
    return {"label": "children", "source": "s", **when, **missing, **more}


def year(name: str, whole, *values, noun: str = "plans") -> dict[str, dict]:
    """A whole and its parts in a year, ``plans-2017`` and ``a-2017``, ``b-2017`` ..."""
    made = {f"plans-{name}": figure(whole, noun=noun, period=name)}
    for letter, value in zip("abcde", values, strict=False):
        made[f"{letter}-{name}"] = figure(
            value, name=f"Part {letter}", part_of=f"plans-{name}", period=name
        )
    return made


PLANS = {**year("2016", 100, 40, 30, LATE), **year("2017", 200, 100, 60, 20)}
GRID = {
    "kind": "grid",
    "columns": [2016, 2017],
    "rows": [
        {"First": ["a-2016", "a-2017"]},
        {"label": "Second", "figures": ["b-2016", "b-2017"]},
        {"Third": ["c-2016", "c-2017"]},
        {"All": ["plans-2016", "plans-2017"]},
    ],
}
STACK = {
    "kind": "stack",
    "rows": [{2016: ["a-2016", "b-2016", "c-2016"]}, {2017: ["a-2017", "b-2017", "c-2017"]}],
}


def summary(figures: dict, *blocks: dict) -> Summary:
    keyed = [{**one, "rows": [_texts(row) for row in one["rows"]]} for one in blocks]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "T",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Source", "publisher": "P"}},
            "figures": figures,
            "sections": [{"heading": "H", "blocks": keyed}],
        }
    )


def _texts(row: dict) -> dict:
    """Keys are texts, as the reader of files makes them."""
    return {str(key): value for key, value in row.items()}


def node(figures: dict, block: dict):
    return tell(Reader(summary(figures, block)), BOARD).sections[0].blocks[0].node


def problems(figures: dict, block: dict) -> list:
    return problems_in(summary(figures, block), Tree(Path("content.yaml"), []), [])


WIDTH = 400.0


def piece(size: float, order: int = 0, sort: str = "part", text: str = "", scale: int = 0) -> Piece:
    key = f"k{order}" if sort == "part" else ""
    return Piece(sort, key, order, text or f"{size:.0%}", size, scale)


def bar(
    *sizes: float, names: tuple[str, ...] = (), zoom: float = 1.0, scale: int = 0, **rest
) -> Sheet:
    pieces = [piece(size, at, scale=scale) for at, size in enumerate(sizes)]
    pieces += [piece(size, 0, sort) for sort, size in rest.items()]
    one = Bar("2017", "Plans: 10", tuple(pieces), "", Description("", (), ()))
    return chart.bar(one, chart.frame([one], WIDTH, zoom), BRAND, names)

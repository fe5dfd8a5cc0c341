"""Content for the tests of the rules: as little as a rule needs, in memory."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hscb_report.checks.examine import examine
from hscb_report.checks.rule import Rule
from hscb_report.checks.subject import Previous, Subject
from hscb_report.checks.table import RULES
from hscb_report.errors import Problem
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}


def figure(value, **more) -> dict:
    """A figure with what it must have."""
    when = {} if "as_at" in more else {"period": "2017-18"}
    return {"value": value, "label": "children", "source": "s", **when, **more}


def cards(*names: str) -> dict:
    """A block of large numbers."""
    return {"kind": "statistics", "items": list(names)}


def summary(
    text: str = "", *, period: str = "2017-18", blocks: list | None = None, **more
) -> Summary:
    """A summary with one section; its structure is sound, as it is when rules are asked."""
    data = {
        "board": "b",
        "title": "Summary",
        "period": period,
        "status": "final",
        "sources": {"s": {"title": "Source", "publisher": "Publisher"}},
        "sections": [
            {"heading": "Heading", "blocks": blocks or [{"kind": "text", "text": text or "Words."}]}
        ],
        **more,
    }
    made = Summary.model_validate(data)
    assert problems_in(made, Tree(Path("content.yaml"), []), ["child"]) == []
    return made


def found(
    rule: str,
    content: Summary,
    *,
    before: Summary | None = None,
    colours: dict | None = None,
    **checks,
) -> list[Problem]:
    """What one rule finds."""
    asked = subject(content, before, colours, **checks)
    return examine(asked.loaded, asked.previous, rules=[BY_ID[rule]])


def subject(
    content: Summary, before: Summary | None = None, colours: dict | None = None, **checks
) -> Subject:
    """What the rules look at."""
    board = Board.model_validate(
        {
            "name": "Board",
            "short_name": "BRD",
            "checks": checks,
            "brand": {"colours": colours or {}},
        }
    )
    loaded = Loaded(content, board, Tree(Path("content.yaml"), []), Tree(Path("board.yaml"), []))
    return Subject(
        loaded,
        Previous("content/2016-17.yaml", "hscb-report check 2016-17", before) if before else None,
    )


def words(rule: str, text: str, **checks) -> list[str]:
    """What a rule says of one text: the part of its message that stands in quotes, or all of it."""
    return [
        problem.message.split('"')[1] if '"' in problem.message else problem.message
        for problem in found(rule, summary(text), **checks)
    ]


def percent(value: str, part: int | None = 40, whole: int = 96) -> Summary:
    """A percentage with the two counts it names."""
    part_figure = figure(part) if part is not None else figure(None, symbol="c", reason="Small.")
    return summary(
        figures={
            "part": part_figure,
            "whole": figure(whole),
            "share": figure(
                Decimal(value),
                unit="percent",
                label="of them",
                of={"part": "part", "whole": "whole"},
            ),
        }
    )

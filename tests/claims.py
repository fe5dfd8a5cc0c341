"""The labelled sentences of ``claims.yaml``, each as the content of a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from hscb_report.checks.examine import examine
from hscb_report.checks.rule import Rule
from hscb_report.checks.subject import Previous
from hscb_report.checks.table import RULES
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.tree import Tree

HERE = Path(__file__).parent
TUNED = (HERE / "claims.yaml", HERE / "claims_second.yaml")
"""Sentences by which the rules were written."""
UNSEEN = (HERE / "claims_unseen.yaml",)
"""Sentences that were written last, and that no rule was changed for."""
NOW, BEFORE = "2023-24", "2022-23"
ASKED: list[Rule] = [rule for rule in RULES if rule.id in ("claim", "ratio")]
"""The rules that judge what sentences say."""


@dataclass(frozen=True)
class Labelled:
    """A sentence, its scene, and what it is: ``holds``, ``wrong`` or ``alone``."""

    about: str
    scene: str
    says: str
    truth: str
    heading: bool


@dataclass(frozen=True)
class Measured:
    """How well a set is judged.

    Attributes:
        right: how many sentences there are in which nothing may be found.
        alarms: those in which something was.
        wrong: how many false ones there are.
        missed: those in which nothing was found.
    """

    right: int
    alarms: tuple[Labelled, ...]
    wrong: int
    missed: tuple[Labelled, ...]

    @property
    def found(self) -> int:
        """How many false ones are found, in per cent, rounded down."""
        return (self.wrong - len(self.missed)) * 100 // self.wrong


def labelled(file: Path) -> tuple[dict, list[Labelled]]:
    """The scenes and the sentences of a file."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    said = [
        Labelled(group["about"], group["scene"], text, truth, group.get("as") == "heading")
        for group in data["groups"]
        for truth in ("holds", "wrong", "alone")
        for text in group.get(truth, [])
    ]
    return data["scenes"], said


@cache
def measured(files: tuple[Path, ...]) -> Measured:
    """Ask the rules about every sentence of some files."""
    alarms, missed, everything = [], [], []
    for file in files:
        scenes, said = labelled(file)
        before = {name: _summary(scene, BEFORE, {}) for name, scene in scenes.items()}
        everything += said
        for one in said:
            found = bool(findings(one, scenes[one.scene], before[one.scene]))
            if found and one.truth != "wrong":
                alarms.append(one)
            elif not found and one.truth == "wrong":
                missed.append(one)
    wrong = sum(one.truth == "wrong" for one in everything)
    return Measured(len(everything) - wrong, tuple(alarms), wrong, tuple(missed))


def findings(one: Labelled, scene: dict, before: Summary) -> list[str]:
    """What the rules say of one sentence."""
    said = {"heading": one.says} if one.heading else {"text": one.says}
    content = _summary(scene, NOW, said)
    board = Board.model_validate({"name": "Anyshire Safeguarding Children Partnership"})
    loaded = Loaded(content, board, Tree(Path("c.yaml"), []), Tree(Path("b.yaml"), []))
    last = Previous("last.yaml", "check", before)
    told = [problem for problem in examine(loaded, last, rules=ASKED) if problem.code != "review"]
    assert {problem.code for problem in told} <= {rule.id for rule in ASKED}, one
    return [problem.message for problem in told]


def _summary(scene: dict, period: str, said: dict) -> Summary:
    figures, series = {}, {}
    for name, entry in scene.items():
        one = {key: value for key, value in entry.items() if key not in ("was", "day")}
        if "series" in one:
            points = {str(year): _number(value) for year, value in one.pop("series").items()}
            series[name] = {"points": points, "source": "s", **one}
            continue
        day = {"as_at": dt.date(int(period[:4]) + 1, 3, 31)} if entry.get("day") else None
        value = _number(entry["value"] if period == NOW else entry["was"])
        figures[name] = {"source": "s", **(day or {"period": period}), **one, "value": value}
    blocks: list[dict] = [{"kind": "statistics", "items": list(figures)}] if figures else []
    blocks += [{"kind": "trend", "series": name} for name in series]
    if "text" in said:
        blocks.append({"kind": "text", "text": said["text"]})
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": period,
            "status": "final",
            "sources": {"s": {"title": "Source", "publisher": "Publisher"}},
            "figures": figures,
            "series": series,
            "sections": [{"heading": said.get("heading", "Numbers"), "blocks": blocks}],
        }
    )


def _number(value: float) -> int | Decimal:
    return value if isinstance(value, int) else Decimal(str(value))

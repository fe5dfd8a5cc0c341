"""The parts of the guide that are made from code: its tables of keys, commands and rules.

A part that is made stands between two comments::

    <!-- made: blocks -->
    ...
    <!-- end -->

``pytest --update-golden`` writes such parts anew.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

import claims
import supply
from framed import BOARD, FRAME, TABLE
from hscb_report.brand import icons
from hscb_report.brand.colours import TOKENS
from hscb_report.brand.palette import palette
from hscb_report.checks.table import RULES
from hscb_report.preflight import limits
from hscb_report.preflight.asked import ASKED, asked
from hscb_report.preflight.asked import RULES as RULES_OF
from hscb_report.summary import blocks, breakdowns, items
from hscb_report.summary.base import fields_of
from hscb_report.summary.board import Board, ColourData, Logo, Partner
from hscb_report.summary.checking import Accept, Checks
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.figures import (
    SYMBOLS,
    WITH_VALUE,
    WITHOUT_VALUE,
    Figure,
    Point,
    Previous,
    Proportion,
    Series,
)
from hscb_report.summary.leaflet import Leaflet, Portion
from hscb_report.summary.pictures import Cover, PictureData
from hscb_report.summary.review import Review
from hscb_report.summary.social import SocialCard
from hscb_report.summary.sources import Source
from pages import COMMANDS, Command

MADE = re.compile(r"(?<=<!-- made: )(?P<name>[\w-]+) -->\n(?P<text>.*?)(?=<!-- end -->)", re.DOTALL)


def cell(text: str) -> str:
    """A text in a table's cell."""
    text = " ".join(text.split()).replace("``", "`").replace("|", "\\|")
    return text.replace("**bold**", "`**bold**`")


def table(head: str, rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> str:
    """A table of Markdown; ``head`` names its columns, with "|" between them."""
    columns = head.split("|")
    lines = [columns, ["---"] * len(columns), *([cell(part) for part in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def keys_of(model: type[BaseModel], without: tuple[str, ...] = ()) -> str:
    """The keys of a model: what each means, and what holds if it is left out."""
    return table(
        "key|if left out|meaning",
        [
            (f"`{name}`", _left_out(field), f"{field.description}{_limits(field)}")
            for name, field in fields_of(model).items()
            if name not in without
        ],
    )


def _left_out(field: Any) -> str:
    if field.is_required():
        return "**needed**"
    value = field.get_default(call_default_factory=True)
    if value in (None, [], {}) or value is PydanticUndefined or isinstance(value, BaseModel):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _limits(field: Any) -> str:
    """How many there may be, or how large a number; empty where all is allowed."""
    found = {
        name: getattr(part, name)
        for part in field.metadata
        for name in ("min_length", "max_length", "ge", "le")
        if getattr(part, name, None) is not None
    }
    low = found.get("min_length", found.get("ge"))
    high = found.get("max_length", found.get("le"))
    if high is None:
        return ""
    if low == high:
        return f" ({low})"
    return f" ({low} to {high})" if low is not None else f" (up to {high})"


def block_models() -> dict[str, type[BaseModel]]:
    """The model of each kind of block."""
    models = typing.get_args(typing.get_args(blocks.AnyBlock)[0])
    return {typing.get_args(model.model_fields["kind"].annotation)[0]: model for model in models}


def _blocks() -> str:
    shared = {"kind", *blocks.Block.model_fields}
    rows = []
    for kind, model in block_models().items():
        own = {name: f for name, f in model.model_fields.items() if name not in shared}
        told = "<br>".join(
            f"`{name}`: {field.description}{_limits(field)}" for name, field in own.items()
        )
        rows.append((f"`{kind}`", (inspect.getdoc(model) or "").partition("\n\n")[0], told))
    return table("kind|shows|its keys", rows)


def _symbols() -> str:
    return table(
        "symbol|means|with a value|in place of one",
        [
            (
                f"`{name}`",
                means,
                "yes" if name in WITH_VALUE else "",
                "yes" if name in WITHOUT_VALUE else "",
            )
            for name, means in SYMBOLS.items()
        ],
    )


def _colours() -> str:
    return table(
        "token|srgb|cmyk|for",
        [
            (
                f"`{name}`",
                f'`"{colour.srgb}"`',
                f"`[{', '.join(f'{ink:g}' for ink in colour.cmyk)}]`",
                TOKENS[name],
            )
            for name, colour in palette({}).items()
        ],
    )


def _icons() -> str:
    return ", ".join(f"`{name}`" for name in icons.names()) + "\n"


def _commands() -> str:
    return "\n".join(_command(COMMANDS[name]) for name in sorted(COMMANDS))


def _command(command: Command) -> str:
    arguments = [p.names[0] for p in command.parameters if not p.option]
    usage = ["hscb-report", command.name, *arguments, *(["[OPTIONS]"] if command.options else [])]
    rows = [
        (f"`{', '.join(p.names)}{' ' if p.takes else ''}{p.takes}`", p.left_out, p.help)
        for p in command.parameters
    ]
    return (
        f"### {command.name}\n\n{command.help}\n\n`{' '.join(usage)}`\n\n"
        f"{table('argument or option|if left out|meaning', rows)}\n"
        f"For example: `{command.example}`\n"
    )


def _rules_table() -> str:
    return table(
        "rule||finds",
        [(f"[`{r.id}`](#{r.id})", r.severity, r.finds) for r in RULES],
    )


def _rules() -> str:
    return "\n".join(
        f"### {rule.id}\n\n{rule.explained.title}\n\n"
        f"**Finds**, as {_called(rule.severity)}, {rule.finds}.\n\n"
        f"**Why:** {rule.reason}\n\n"
        f"This fails:\n\n```yaml\n{rule.explained.fails}\n```\n\n"
        f"This passes:\n\n```yaml\n{rule.explained.passes}\n```\n"
        for rule in RULES
    )


def _called(severity: str) -> str:
    return {"error": "an error", "warning": "a warning"}[severity]


def _frame() -> str:
    section = TABLE.format(names="...")
    lines = [f"{key}: {value}\n" for key, value in FRAME.items()]
    return f"```yaml\n{''.join(lines)}{section}```\n\nIts board's file says `{BOARD.strip()}`.\n"


def _asked(standard: str) -> str:
    """The rules of a profile that the checks ask."""
    rows = [f"| `{name}` | {', '.join(rules.split())} |" for name, rules in ASKED[standard].items()]
    count = len(asked(standard, ASKED[standard]))
    head = [f"{count} of {RULES_OF[standard]} rules:", "", "| check | rules |", "|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def _claims() -> str:
    """How the rules judge the labelled sentences."""
    rows = []
    for named, files in (
        ("by which the rules were written", claims.TUNED),
        ("written last, and left alone", claims.UNSEEN),
    ):
        seen = claims.measured(files)
        found = seen.wrong - len(seen.missed)
        rows.append(
            (
                named,
                f"{seen.right}",
                f"{len(seen.alarms)}",
                f"{seen.wrong}",
                f"{found} ({seen.found}%)",
            )
        )
    return table("sentences|true, or of something else|accused|false|found", rows)


def _largest() -> str:
    known = [one for one in vars(limits).values() if isinstance(one, limits.Limit)]
    return table("the most|of a file", [(f"{one.most:,}", one.things) for one in known])


MAKERS: dict[str, Callable[[], str]] = {
    "summary": lambda: keys_of(Summary),
    "source": lambda: keys_of(Source),
    "figure": lambda: keys_of(Figure),
    "proportion": lambda: keys_of(Proportion),
    "previous": lambda: keys_of(Previous),
    "series": lambda: keys_of(Series),
    "point": lambda: keys_of(Point),
    "section": lambda: keys_of(Section),
    "every-block": lambda: keys_of(blocks.Block),
    "blocks": _blocks,
    "figure-item": lambda: keys_of(items.FigureItem),
    "grid-row": lambda: keys_of(breakdowns.GridRow),
    "stack-row": lambda: keys_of(breakdowns.StackRow),
    "text-item": lambda: keys_of(items.TextItem),
    "priority-item": lambda: keys_of(items.PriorityItem),
    "symbols": _symbols,
    "icons": _icons,
    "leaflet": lambda: keys_of(Leaflet),
    "portion": lambda: keys_of(Portion),
    "social-card": lambda: keys_of(SocialCard),
    "accept": lambda: keys_of(Accept),
    "review": lambda: keys_of(Review),
    "board": lambda: keys_of(Board),
    "logo": lambda: keys_of(Logo),
    "partner": lambda: keys_of(Partner),
    "picture": lambda: keys_of(PictureData),
    "cover": lambda: keys_of(Cover),
    "checks": lambda: keys_of(Checks),
    "colour": lambda: keys_of(ColourData),
    "colours": _colours,
    "commands": _commands,
    **{f"asked-{name}": partial(_asked, name) for name in ("ua1", "a2b", "a3a")},
    "rules-table": _rules_table,
    "rules": _rules,
    "supply": lambda: table("package|version|licence|for", supply.listed()),
    "frame": _frame,
    "limits": _largest,
    "claims": _claims,
}
"""What makes each part, by its name."""


def made_anew(text: str) -> str:
    """A page with its made parts as they should be.

    Raises:
        KeyError: nothing makes a part of this name.
    """
    return MADE.sub(lambda part: f"{part['name']} -->\n\n{MAKERS[part['name']]()}\n", text)

"""The README and the guide as the tests read them, and the commands as their functions declare
them.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import typer
from typer.models import ArgumentInfo

from conftest import ROOT
from hscb_report.cli import app

PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").glob("*/README.md"),
    ]
)


def name_of(page: Path) -> str:
    """A page as a person would name it: ``docs/year.md``."""
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def fenced(text: str, language: str = "") -> list[str]:
    """The code blocks of a language, in their order; blocks of no language if none is named."""
    return [block for name, block in FENCE.findall(text) if name == language]


def typed(text: str) -> list[str]:
    """The commands a page tells its reader to type, in their order: those in its plain code
    blocks.
    """
    lines = [line for block in fenced(text) for line in block.splitlines()]
    return [
        line.removeprefix(start)
        for line in lines
        for start in ("py run.py ", "hscb-report ")
        if line.startswith(start)
    ]


def tables(text: str) -> Iterator[list[list[str]]]:
    """The tables of a page: rows of cells, the head first."""
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in block.splitlines()
        ]
        yield [rows[0], *rows[2:]]


@dataclass(frozen=True)
class Parameter:
    """An argument or an option of a command, as its function declares it.

    Attributes:
        names: of an option, the long one first; of an argument, what stands in its place.
        takes: what follows an option; empty for one that is there or not.
        left_out: what holds if it is left out.
    """

    names: tuple[str, ...]
    option: bool
    takes: str
    help: str
    left_out: str


@dataclass(frozen=True)
class Command:
    """A command of the command line."""

    name: str
    help: str
    example: str
    parameters: tuple[Parameter, ...]

    @property
    def options(self) -> set[str]:
        """Its long options."""
        return {name for p in self.parameters if p.option for name in p.names if "--" in name}


def _commands_of(application: typer.Typer, above: str = "") -> Iterator[Command]:
    """The commands of an application, read from their functions: how typer keeps them has
    changed with its versions.
    """
    for info in application.registered_commands:
        function = info.callback
        assert function is not None
        hints = typing.get_type_hints(function, include_extras=True)
        parameters = tuple(
            _parameter(name, *typing.get_args(hints[name])[:2], declared.default)
            for name, declared in inspect.signature(function).parameters.items()
        )
        yield Command(
            f"{above}{info.name}",
            " ".join((function.__doc__ or "").split()),
            (info.epilog or "").removeprefix("Example: "),
            parameters,
        )
    for group in application.registered_groups:
        assert group.typer_instance is not None
        yield from _commands_of(group.typer_instance, f"{above}{group.name} ")


def _parameter(name: str, kind: Any, info: Any, default: Any) -> Parameter:
    needed = default is inspect.Parameter.empty
    left_out = "**needed**" if needed else _shown(default)
    if isinstance(info, ArgumentInfo):
        return Parameter((info.metavar or name.upper(),), False, "", info.help, left_out)
    first = (info.default,) if isinstance(info.default, str) else ()  # where typer first puts it
    names = (*first, *(info.param_decls or ())) or (f"--{name.replace('_', '-')}",)
    if isinstance(info.show_default, str):
        left_out = info.show_default
    takes = info.metavar or _taken(kind)
    return Parameter(tuple(names), True, takes, info.help, left_out)


def _taken(kind: Any) -> str:
    """What stands behind an option of this type."""
    inner = [one for one in typing.get_args(kind) if one is not type(None)]
    kind = inner[0] if inner else kind
    kind = typing.get_args(kind)[0] if typing.get_args(kind) else kind
    if kind is bool:
        return ""
    if issubclass(kind, Enum):
        return "|".join(member.value for member in kind)
    return "PATH" if issubclass(kind, Path) else "TEXT"


def _shown(default: Any) -> str:
    if default in (None, False):
        return ""
    values = default if isinstance(default, list) else [default]
    return ", ".join(f"`{one.value if isinstance(one, Enum) else one}`" for one in values)


COMMANDS = {command.name: command for command in _commands_of(app)}
"""Every command by its full name, such as "figures export"."""

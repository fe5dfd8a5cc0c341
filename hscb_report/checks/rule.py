"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hscb_report.errors import WARNING
from hscb_report.summary.tree import KeyPath

if TYPE_CHECKING:
    from hscb_report.checks.subject import Subject


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found.

    Attributes:
        path: the keys to the value that is at fault.
        message: what is wrong, one sentence.
        hint: the next step, one sentence.
        words: the words of the text it is about, as they stand there; the caret goes under them,
            and ``accept`` may name them.
        at: where the words begin in the text, from 0.
        file: which file the path is of.
    """

    path: KeyPath
    message: str
    hint: str
    words: str = ""
    at: int = 0
    file: Literal["content", "board"] = "content"


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: what ``check`` and ``accept`` call it.
        finds: what it points at, a phrase for the README.
        reason: why a board cares, with the source where there is one.
        find: looks at the content and yields what is wrong.
        severity: ``error`` stops a build, ``warning`` does not.
        slow: ``check`` alone asks it; a build does without.
    """

    id: str
    finds: str
    reason: str
    find: Callable[[Subject], Iterator[Finding]]
    severity: str = WARNING
    slow: bool = False

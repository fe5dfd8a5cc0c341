"""What a rule is, and what it finds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from hscb_report.checks.explanation import Explanation, explanation
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
    """One rule. What it finds and why is said by the docstring of its module.

    Attributes:
        id: what ``check`` and ``accept`` call it; its module's name, with hyphens.
        find: looks at the content and yields what is wrong.
        severity: ``error`` stops a build, ``warning`` does not.
        slow: ``check`` alone asks it; a build does without.
        of_last_year: whether it is asked of last year's numbers as well, as figures say that they
            stand now.
    """

    id: str
    find: Callable[[Subject], Iterator[Finding]]
    severity: str = WARNING
    slow: bool = False
    of_last_year: bool = False

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What it finds, also in last year's numbers where it is asked of those."""
        yield from self.find(subject)
        last = subject.last_year if self.of_last_year else None
        for one in self.find(last) if last else ():
            path = (*one.path[:2], "previous", *one.path[2:])
            message, hint = (f"in previous: {said}" for said in (one.message, one.hint))
            yield replace(one, path=path, message=message, hint=hint)

    @property
    def explained(self) -> Explanation:
        """What the rule finds, why, and its examples; read when it is asked for.

        Raises:
            ValueError: the docstring lacks a part.
        """
        return explanation(sys.modules[self.find.__module__].__doc__)

    @property
    def finds(self) -> str:
        """What it points at, a phrase."""
        return self.explained.finds

    @property
    def reason(self) -> str:
        """Why a board cares, with the source where there is one."""
        return self.explained.why

"""One mistake in the tests' own content, and what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from hscb_report import check
from hscb_report.errors import Problem, ReportError


def mistake(
    content: Path,
    old: str,
    new: str,
    file: str = "",
    encoding: str = "utf-8",
    period: str = "2024-25",
) -> list[Problem]:
    """Make one change in the content, in the period's file or in another, and return the problems
    it gives.
    """
    path = content / (file or f"{period}.yaml")
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path.write_bytes(text.replace(old, new, 1).encode(encoding))
    with pytest.raises(ReportError) as caught:
        check(period, content=content)
    return caught.value.problems


def answered(
    sample: Path, old: str, new: str, code: str, line: str, message: str, hint: str
) -> None:
    """Make one change, and expect one answer.

    Args:
        old, new: what is typed for what.
        code: the problem's code.
        line: words of the line it points at, or of a line beside it.
        message, hint: part of the sentence, part of the next step.
    """
    problems = mistake(sample, old, new)
    found = [p for p in problems if p.code == code]
    assert found, [p.as_text() for p in problems]
    problem = found[0]
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place is not None
    text = (sample / "2024-25.yaml").read_text(encoding="utf-8").split("\n")
    assert problem.place.source == text[problem.place.line - 1]
    near = "\n".join(text[max(0, problem.place.line - 2) : problem.place.line + 1])
    assert line in near
    assert 1 <= problem.place.column <= len(problem.place.source) + 1

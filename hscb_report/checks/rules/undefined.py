"""Numbers that cannot be understood without saying what exactly is counted.

Finds:
    a percentage without its base; a break, an estimate or a doubtful value without its
    explanation
Why:
    Code of Practice for Statistics: a number is published with what is needed to understand
    it.
Fails:
    figures:
      visits: {value: 86, unit: percent, label: timely visits, period: 2017-18, source: return}
Passes:
    figures:
      visits: {value: 86, unit: percent, label: of visits in time, period: 2017-18, source: return}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.same_point import typed

_BASE = re.compile(r"\b(?:of|among|in|who|with|aged?|per|under|over)\b", re.IGNORECASE)
_NEEDED = {
    "b": "what changed at the break",
    "e": "how it was estimated",
    "u": "why it is of low reliability",
}


def find(subject: Subject) -> Iterator[Finding]:
    """Percentages without a base, and symbols whose story is told nowhere."""
    for name, figure in subject.figures.items():
        told = figure.definition or figure.reason or subject.summary.sources[figure.source].note
        if (
            figure.unit == "percent"
            and not (figure.definition or figure.of)
            and not _BASE.search(f"{figure.lead or ''} {figure.label}")
        ):
            yield Finding(
                ("figures", name),
                f'"{name}" is a percentage, and nothing says of what',
                "say it in the label (of ...), in a definition, or with of: {part: ..., whole: "
                "...}",
            )
        elif figure.symbol in _NEEDED and figure.value is not None and not told:
            yield Finding(
                ("figures", name, "symbol"),
                f"[{figure.symbol}] stands here, and nothing says {_NEEDED[figure.symbol]}",
                "add a definition that says it",
            )
    for name, series in subject.summary.series.items():
        told = series.definition or subject.summary.sources[series.source].note
        for year, point in typed(series).items():
            if point.symbol in _NEEDED and point.value is not None and not (told or point.reason):
                yield Finding(
                    ("series", name, "points", year),
                    f"[{point.symbol}] stands here, and nothing says {_NEEDED[point.symbol]}",
                    "add a definition to the series",
                )


RULE = Rule("undefined", find)

"""A percentage that looks like a fraction.

Finds:
    a percentage below 1
Why:
    Spreadsheets keep 94% as 0.94, and that is what is copied from them.
Fails:
    figures:
      english:
        value: 0.94
        unit: percent
        label: of pupils speak English at home
        period: 2017-18
        source: return
Passes:
    figures:
      english:
        value: 94
        unit: percent
        label: of pupils speak English at home
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Percentages between 0 and 1, as spreadsheets keep them."""
    for name, figure in subject.figures.items():
        if figure.unit == "percent" and figure.value is not None and 0 < figure.value < 1:
            whole = f"{(figure.value * 100).normalize():f}"
            yield Finding(
                ("figures", name, "value"),
                f"{subject.shown(name)} is less than one per cent",
                f"if {whole}% is meant, write {whole}; else accept this",
                subject.shown(name),
            )


RULE = Rule("fraction", find)

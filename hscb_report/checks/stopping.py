"""The rules whose findings stop a build, without the others: ``list`` and the preview ask these
first, and what they need is soon imported.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping

from hscb_report.checks import rules
from hscb_report.checks.rule import Rule
from hscb_report.checks.rules import (
    by_subtraction,
    part_elsewhere,
    parts_overfill,
    percentage,
    personal_data,
    point_differs,
    rates_disagree,
    small_count,
    small_percentage,
    total_differs,
)
from hscb_report.errors import WARNING

STOPPING: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        percentage,
        rates_disagree,
        point_differs,
        part_elsewhere,
        parts_overfill,
        total_differs,
        small_count,
        small_percentage,
        by_subtraction,
        personal_data,
    )
)
"""Those of ``table.RULES`` that are errors, in the same order."""


def severities() -> Mapping[str, str]:
    """How grave what each rule finds is, by its id: its module's name, with hyphens."""
    names = (one.name.replace("_", "-") for one in pkgutil.iter_modules(rules.__path__))
    return dict.fromkeys(names, WARNING) | {rule.id: rule.severity for rule in STOPPING}

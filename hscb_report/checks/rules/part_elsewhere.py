"""A part and its whole that are not of one day and one source.

Finds:
    a part whose whole is of another date or source
Why:
    A percentage of a number from one day or source in a number from another measures nothing.
Fails:
    figures:
      plans: {value: 1294, label: children on a plan, as_at: 2018-03-31, source: return}
      neglect:
        value: 950
        part_of: plans
        label: because of neglect
        as_at: 2017-09-30               # half a year before its whole
        source: return
Passes:
    figures:
      plans: {value: 1294, label: children on a plan, as_at: 2018-03-31, source: return}
      neglect:
        value: 950
        part_of: plans
        label: because of neglect
        as_at: 2018-03-31
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Parts whose whole is of another date, period or source; a percentage of the two would be
    printed.
    """
    for name, figure in subject.figures.items():
        pairs = [(name, figure.part_of, "part_of")] if figure.part_of else []
        if figure.of and figure.unit == "percent":  # other rates are of another's population
            pairs.append((figure.of.part, figure.of.whole, "of"))
        for part, whole, key in pairs:
            one, other = subject.figures[part], subject.figures[whole]
            if figure.value is None or one.value is None or other.value is None:
                continue
            if one.time != other.time:
                when = {name: subject.reader.figure(name).when for name in (part, whole)}
                yield Finding(
                    ("figures", name, key),
                    f'"{part}" is of {when[part]}, and its whole, "{whole}", of {when[whole]}',
                    f"take both of one date, or remove {key}: no percentage of the two can be "
                    "printed",
                    subject.shown(name),
                )
            elif one.source != other.source:
                yield Finding(
                    ("figures", name, key),
                    f'"{part}" is from "{one.source}", and its whole, "{whole}", from '
                    f'"{other.source}"',
                    f"take both from one source, or remove {key}: no percentage of the two can be "
                    "printed",
                    subject.shown(name),
                )


RULE = Rule("part-elsewhere", find, ERROR)

"""A comparison with an earlier year that compares nothing.

Finds:
    a block of kind change of which no figure can be compared with the earlier year, so that it can
    only print "Not comparable"; figures whose number is still to come are waited for
Why:
    The reader is promised a change and learns none. Why the years cannot be compared is told; where
    that is a slip, such as a definition in other words, it can be put right.
Fails:
    period: 2016-17
    figures:
      plans:
        value: 1294
        label: children on a plan
        definition: All plans that began in the year.
        period: 2016-17
        source: return
    ---
    figures:
      plans:
        value: 1341
        label: children on a plan
        definition: All plans that were open on 31 March.
        period: 2017-18
        source: return
    sections:
      - heading: Since last year
        blocks:
          - {kind: change, figures: [plans], since: 2016-17}
Passes:
    period: 2016-17
    figures:
      plans:
        value: 1294
        label: children on a plan
        definition: All plans that began in the year.
        period: 2016-17
        source: return
    ---
    figures:
      plans:
        value: 1341
        label: children on a plan
        definition: All plans that began in the year.
        period: 2017-18
        source: return
    sections:
      - heading: Since last year
        blocks:
          - {kind: change, figures: [plans], since: 2016-17}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.blocks import Change
from hscb_report.summary.changes import why_not
from hscb_report.summary.previous import before_of, is_of, why_not_before
from hscb_report.summary.uses import looking_back


def find(subject: Subject) -> Iterator[Finding]:
    """Blocks that look back in vain, with the first reason."""
    for path, block in looking_back(subject.summary):
        if any(subject.figures[one].is_awaited for one in block.figures):
            continue
        reasons = list(_reasons(block, subject))
        if reasons and all(reasons):
            several = list(dict.fromkeys(reasons))
            more = f", and {len(several) - 1} more reasons" if len(several) > 2 else ""
            also = f"; {several[1]}" if len(several) == 2 else more
            yield Finding(
                path,
                f'this can only print "Not comparable": {several[0].rstrip(".")}{also.rstrip(".")}',
                "take the block out; or, if both years count the same thing, say so in the same "
                "words: definition, source, unit, part_of",
            )


def _reasons(block: Change, subject: Subject) -> Iterator[str]:
    """Why each of its figures cannot be compared; empty where it can."""
    earlier = subject.loaded.earlier.get(block.since)
    for name in block.figures:
        figure = subject.figures[name]
        before = before_of(figure) if is_of(figure, block.since) else None
        if before:
            yield why_not_before(before, figure)
        elif earlier and name in earlier.figures:
            yield why_not(earlier.figures[name], figure, earlier, subject.summary)


RULE = Rule("not-comparable", find)

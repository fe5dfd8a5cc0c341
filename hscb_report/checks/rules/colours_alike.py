"""Colours of a chart that some people cannot tell apart.

Finds:
    two colours of one chart that look alike to people with a colour vision deficiency
Why:
    One man in twelve sees colours differently (NHS). Difference: CIEDE2000; simulation:
    Machado and others, 2009.
Fails:
    # the board's file
    brand:
      colours:
        third-text: {srgb: "#12446F", cmyk: [96, 58, 4, 50]}    # nearly primary, which is #12436D
    ---
    # the year's file
    series:
      plans: {label: Children on a plan, points: {2017: 1320, 2018: 1294}, source: return}
      in-care: {label: Children in care, points: {2017: 1440, 2018: 1592}, source: return}
    sections:
      - heading: Children in care and on plans
        blocks:
          - {kind: trend, series: [plans, in-care]}
Passes:
    # the board's file
    brand:
      colours:
        third-text: {srgb: "#801650", cmyk: [16, 100, 1, 51]}
    ---
    # the year's file
    series:
      plans: {label: Children on a plan, points: {2017: 1320, 2018: 1294}, source: return}
      in-care: {label: Children in care, points: {2017: 1440, 2018: 1592}, source: return}
    sections:
      - heading: Children in care and on plans
        blocks:
          - {kind: trend, series: [plans, in-care]}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import PARTS
from hscb_report.brand.vision import VISIONS, difference
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.story.places import lines_of
from hscb_report.summary.block import Block
from hscb_report.summary.breakdowns import Stack
from hscb_report.summary.uses import series_of

LEAST = 5.0
"""CIEDE2000: a difference of 1 can just be seen side by side; lines apart from each other need
several times that.
"""


def find(subject: Subject) -> Iterator[Finding]:
    """Pairs of the colours that this content sets on one chart."""
    most = max(
        (
            _colours(block, subject)
            for section in subject.summary.sections
            for block in section.blocks
            if block.one_scale
        ),
        default=0,
    )
    palette = Brand(subject.loaded.board).palette
    for one, other in combinations(PARTS[:most], 2):
        worst = min(
            VISIONS, key=lambda vision: difference(palette[one].srgb, palette[other].srgb, vision)
        )
        seen = difference(palette[one].srgb, palette[other].srgb, worst)
        if seen < LEAST:
            own = other if other in subject.loaded.board.brand.colours else one
            yield Finding(
                ("brand", "colours", own),
                f"{one} and {other} stand on one chart, and look alike {VISIONS[worst]} "
                f"(a difference of {seen:.1f}; {LEAST:g} is wanted)",
                f"make one of the two lighter or darker, or {own} another hue",
                file="board",
            )


def _colours(block: Block, subject: Subject) -> int:
    """How many colours stand on it, one for each series or part."""
    if isinstance(block, Stack):
        names = {subject.reader.figure(name).name for row in block.rows for name in row.figures}
        return len(block.parts or names)
    return _by_colour(series_of(block), subject)


def _by_colour(series: list[str], subject: Subject) -> int:
    """How many lines of a chart are told apart by their colours; none of those of several places,
    which have dashes and points of their own.
    """
    if len(series) > 1 and any(one.weight for one in lines_of(series, subject.reader)[0]):
        return 0
    return len(series)


RULE = Rule("colours-alike", find)

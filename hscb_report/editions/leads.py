"""One leading number a page: which are one too many once the pages are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hscb_report.page.flow import Placed
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, Grid, Narrow
from hscb_report.page.row import Row
from hscb_report.story.story import Story
from hscb_report.story.tiers import changed


def crowded(pages: Sequence[Sequence[Placed]]) -> set[str]:
    """The figures that lead on a page on which another leads before them, by their keys."""
    found: set[str] = set()
    for page in pages:
        leads = [key for placed in page for row in _rows(placed.flowable) for key in row.leads]
        found.update(leads[1:])
    return found


def demoted(story: Story, keys: set[str]) -> Story:
    """The same story, with these figures among the standard ones."""
    return replace(
        story,
        sections=changed(
            story.sections,
            lambda one: replace(one, tier="standard") if one.reading.key in keys else one,
        ),
    )


def _rows(flowable: Flowable) -> Iterator[Row]:
    """The rows of numbers in a flowable, in the order of reading."""
    if isinstance(flowable, Row):
        yield flowable
    inside: list[Flowable] = []
    if isinstance(flowable, Column):
        inside = flowable.parts
    elif isinstance(flowable, Grid):
        inside = [cell for row in flowable.rows for _, cell in row]
    elif isinstance(flowable, Narrow):
        inside = [flowable.content]
    for one in inside:
        yield from _rows(one)

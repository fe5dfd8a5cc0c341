"""What to leave out of a panel that is too full, in words that can be pasted into the content."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.page.flow import Atom
from hscb_report.page.layout import height_of
from hscb_report.summary.document import Summary

Block = tuple[int, int]
"""A section and one of its blocks, from 0."""

_MOST_NAMED = 12
"""Where more blocks have to go, nobody leaves them out one by one."""


def what_to_leave_out(atoms: Sequence[Atom], excess: float, summary: Summary, width: float) -> str:
    """The smallest block without which the rest fits, or as many of the largest as are enough; what
    belongs on the back only where nothing else is there. Where many have to go, the section that
    has most of them.

    Args:
        atoms: what stands on the panel.
        excess: by how much it is too high, pt.
        width: of the panel, pt.
    """
    heights: dict[Block, float] = {}
    for atom in atoms:
        match atom.spot.key:
            case ("sections", int(section), "blocks", int(block)):
                high = height_of(atom.flowable, width) + atom.gap.space
                heights[section, block] = heights.get((section, block), 0.0) + high
    panels = {at: summary.sections[at[0]].blocks[at[1]].panel for at in heights}
    others = {at: high for at, high in heights.items() if panels[at] != "back"}
    chosen = _enough(others or heights, excess)
    if not chosen:
        return "shorten the text"
    if len(chosen) > _MOST_NAMED:
        largest = max({section for section, _ in chosen}, key=[at for at, _ in chosen].count)
        return (
            "move sections to other panels, or leave whole ones out under leaflet: "
            f'leave_out: ["{summary.sections[largest].heading}"]'
        )
    parts = ", ".join(
        f'{{section: "{summary.sections[section].heading}", blocks: [{block + 1}]}}'
        for section, block in chosen
    )
    return (
        "shorten its text, move a section to another panel, or write under leaflet: "
        f"leave_out: [{parts}]"
    )


def _enough(heights: dict[Block, float], excess: float) -> list[Block]:
    enough = [at for at, high in heights.items() if high >= excess]
    if enough:
        return [min(enough, key=heights.__getitem__)]
    chosen = []
    for at in sorted(heights, key=heights.__getitem__, reverse=True):
        if excess > 0:
            chosen.append(at)
            excess -= heights[at]
    return chosen

"""What the foot of a leaflet says of what it shows: sources, symbols, what was added."""

from __future__ import annotations

from collections.abc import Collection

from hscb_report.editions.sharing import Unit
from hscb_report.story.about import notes_on
from hscb_report.story.story import Story
from hscb_report.story.typography import typeset_text
from hscb_report.summary.document import Summary


def noted(
    story: Story,
    summary: Summary,
    shown: Collection[Unit],
    introduced: bool,
    perhaps_partly: bool = False,
) -> str:
    """The notes on the blocks that are shown, as they are set.

    Args:
        introduced: whether the introduction is shown.
        perhaps_partly: as ``notes_on`` has it.
    """
    blocks: dict[int, list[int]] = {}
    for unit in shown:
        blocks.setdefault(unit.section, []).append(unit.block)
    notes = notes_on(story, summary, list(blocks.items()), introduced, perhaps_partly)
    return typeset_text(notes, story.words)

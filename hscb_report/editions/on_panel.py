"""A section on a panel of a leaflet: closer than on A4, and below a line where it goes on."""

from __future__ import annotations

from dataclasses import replace

from hscb_report.editions.sections import section_atoms
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.look import Look
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Section


def on_panel(
    section: Section, continued: str, look: Look, spot: Spot, parent: Element
) -> list[Atom]:
    """A heading and its blocks.

    Args:
        continued: what stands in the place of the heading, where the section goes on from the panel
            before; empty for the heading.
    """
    head, first, *rest = (
        replace(atom, gap=_closer(atom.gap, look))
        for atom in section_atoms(section, look, spot, parent, False, not continued)
    )
    if continued:
        element = Element("P")
        parent.children[-1].children[0] = element  # no second heading of one section
        line = words(look, continued, "strong", "primary-text", element=element)
        head = replace(head, flowable=line)
    return [head, replace(first, gap=spacing.PANEL_HEADING), *rest]


def _closer(gap: Gap, look: Look) -> Gap:
    """A gap as it is on a panel: smaller, but not so that things run together."""
    least = min(gap.space, look.paper.gutter / look.paper.zoom)
    space = max(gap.space * spacing.PANEL_CLOSER, least)
    return Gap(space, spacing.PANEL_LOOSER * gap.stretch, spacing.PANEL_CLOSES * space)

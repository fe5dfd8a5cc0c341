"""About the figures: every figure with value, period and source, and the symbols explained."""

from __future__ import annotations

from hscb_report.page import contact, nodes, spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import heading
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Node
from hscb_report.story.story import About, Origin, Story


def about_the_figures(
    story: Story, look: Look, spot: Spot, document: Element, with_contact: bool = True
) -> list[Atom]:
    """A table for each source, then whom to ask, unless a back cover says that."""
    atoms = _about(story.about, look, spot, document) if story.about else []
    if with_contact and story.contact.reachable:
        lines = contact.lines(story.contact, look, document)
        hint = "shorten the address in the board's file"
        here = spot.of("the contact", ("board",), hint)
        atoms.append(Atom(lines, here, spacing.CONTACT, spacing.BEFORE_CONTACT))
    return atoms


def _about(about: About, look: Look, spot: Spot, document: Element) -> list[Atom]:
    section = document.add("Sect")
    here = spot.of(about.heading, ("figures",), "shorten the reasons why numbers are missing")
    head = heading(look, about.heading, "", section)
    atoms = [Atom(head, here, spacing.ABOUT, keep_next=True)]
    for text in about.paragraphs:
        paragraph = words(look, text, "body", element=section.add("P"))
        atoms.append(Atom(paragraph, here, spacing.ABOUT_LINE, keep_next=True))
    for origin in about.origins:
        key = ("sources", origin.key)
        hint = "shorten what is said of it, and of its figures and series"
        here = spot.of(f'source "{origin.title}"', key, hint)
        atoms += _origin(origin, look, here, section)
    return atoms


def _origin(origin: Origin, look: Look, spot: Spot, section: Element) -> list[Atom]:
    """What a source is, and the figures and series that come from it."""
    parts: list[Flowable] = [
        words(look, origin.title, "block-title", "primary-text", element=section.add("H3")),
        words(look, origin.about, "table", element=section.add("P")),
    ]
    if origin.link:
        parts.append(contact.link(origin.link, look, section, "table"))
    head = Column(parts, spacing.CLOSE)
    atoms = [Atom(head, spot, spacing.ORIGIN, keep_next=True)]
    told: list[Node] = [origin.figures] if origin.figures else []
    for node in [*told, *origin.years]:
        atoms += nodes.atoms(node, look, spot, section, look.paper.measure)
    return atoms

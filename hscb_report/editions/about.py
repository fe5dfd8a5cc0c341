"""About the figures: what most of them share, each by section, series, sources, and whom to ask."""

from __future__ import annotations

from dataclasses import replace

from hscb_report.page import contact, facts, nodes, prose, spacing, years
from hscb_report.page.flow import Atom
from hscb_report.page.heading import above_group, heading, ruled
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import About, Story


def about_the_figures(
    story: Story, look: Look, spot: Spot, document: Element, with_contact: bool = True
) -> list[Atom]:
    """Every figure, then whom to ask, unless a back cover says that."""
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
        whole = words(look, text, "table", element=section.add("P"))
        *others, last = prose.paragraph(whole, here, look.paper.measure, spacing.ABOUT_LINE)
        atoms += [*others, replace(last, keep_next=True)]
    here = spot.of("the table of figures", ("figures",), "shorten names, definitions and notes")
    atoms += facts.facts(about.groups, about.words, look, here, section)
    for one in about.years:
        here = spot.of(f'series "{one.line.name}"', ("series",), "shorten its definition")
        atoms += nodes.atoms(one, look, here, section, look.paper.measure)
    return [*atoms, *_origins(about, look, spot, section)]


def _origins(about: About, look: Look, spot: Spot, section: Element) -> list[Atom]:
    """What there is to say of sources, below a heading of its own."""
    atoms: list[Atom] = []
    for origin in about.origins:
        hint = "shorten what is said of it"
        here = spot.of(f'source "{origin.title}"', ("sources", origin.key), hint)
        if not atoms:
            head = ruled(look, about.words.sources, section.add("H3"))
            atoms.append(Atom(head, here, above_group(look), spacing.BEFORE_BLOCK, keep_next=True))
        said = years.origin(origin, look, section)
        atoms.append(Atom(said, here, spacing.ORIGIN, spacing.BEFORE_ROW))
    return atoms

"""A section of the story as atoms: its heading, and below it its blocks in rows of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hscb_report.brand import fonts
from hscb_report.page import chart, lists, nodes, spacing
from hscb_report.page.band import banded
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import block_title, heading
from hscb_report.page.layout import Column, Grid, Narrow, Space
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Chart, Node, Numbered
from hscb_report.story.running import Callout, Prose
from hscb_report.story.story import Section, Told

COLUMNS = 12
NARROW = 440.0
"""On a page whose measure is less, pt, blocks may be wider than the content asks for."""
LEAST_BLOCK, LEAST_CHART, LEAST_CALLOUT = 150.0, 180.0, 240.0
"""They are at least so wide there, pt: with less, there would be few words on a line."""
FEW_WORDS = 3
"""Fewer do not stand alone on the last line of a subtitle."""


def section_atoms(
    section: Section,
    look: Look,
    spot: Spot,
    document: Element,
    banded: bool = True,
    headed: bool = True,
    continued: str = "",
) -> list[Atom]:
    """A heading and its blocks.

    Args:
        spot: of the edition; each block gets its own.
        document: its parent element.
        banded: whether a numbered list that opens a section stands on a band from edge to edge.
        headed: whether its heading will be shown; only then may it say what belongs to a block.
        continued: said above what begins a page in the middle of the section; empty for nothing.
    """
    element = document.add("Sect")
    rows = _rows(_widened(section.blocks, look), look.one_column)
    subtitle = _with_unit(section, rows, look) if headed else section.subtitle
    here = spot.of(f'heading "{section.heading}"', section.key)
    if banded and len(rows[0]) == 1 and _opens_a_band(rows[0][0]):
        head = heading(look, section.heading, subtitle, element, "band", section.lang)
        atoms = _band(rows.pop(0)[0], head, look, spot, element, continued)
    else:
        head = heading(look, section.heading, subtitle, element, lang=section.lang)
        atoms = [Atom(head, here, spacing.SECTION, keep_next=True)]
    for at, row in enumerate(rows):
        first, *rest = _row(row, section.heading, look, spot, element)
        gap = spacing.FIRST_BLOCK if len(atoms) == 1 else spacing.BLOCK
        led = at > 0 and len(rows[at - 1]) == 1 and isinstance(rows[at - 1][0].node, Prose)
        before = spacing.LED if led and at == 1 else spacing.BEFORE_BLOCK
        cost = max(first.break_cost, before)
        atoms += [replace(first, gap=gap, break_cost=cost), *rest]
    if continued:
        return [atoms[0], *(_continued(one, continued, look) for one in atoms[1:])]
    return atoms


def _continued(atom: Atom, said: str, look: Look) -> Atom:
    """An atom below the words that its section goes on, which a listener does not need."""
    if atom.header:
        return atom
    line = words(look, said, "strong" if look.one_column else "table-head", "primary-text")
    near = not (look.one_column or atom.titled)
    return replace(atom, header=Column([line, Space(spacing.NEAR if near else spacing.CONTINUED)]))


def _with_unit(section: Section, rows: list[list[Told]], look: Look) -> str:
    """The subtitle, and in it what a mark of the chart below it stands for, unless a word or two of
    that would stand alone on a line: then the chart does not say it again.
    """
    if len(rows[0]) > 1 or rows[0][0].title or section.lang:
        return section.subtitle
    width = look.paper.span(COLUMNS if look.one_column else rows[0][0].columns)
    each, node = chart.said_above(rows[0][0].node, look.of(rows[0][0].key), width)
    both = f"{section.subtitle.rstrip('.')}. {each}" if section.subtitle else each
    lines = fonts.wrap(both, look.scale["subtitle"], look.paper.measure) if each else []
    if not lines or len(lines[-1].split()) < FEW_WORDS:
        return section.subtitle
    rows[0][0] = replace(rows[0][0], node=node)
    return both


def _opens_a_band(told: Told) -> bool:
    return isinstance(told.node, Numbered) and not told.title and told.columns == COLUMNS


def _band(
    told: Told, head: Flowable, look: Look, spot: Spot, element: Element, continued: str
) -> list[Atom]:
    """A numbered list that opens a section: its heading stands with it on the dark ground."""
    assert isinstance(told.node, Numbered)
    first, *rest = lists.numbered(told.node, look, element, look.paper.measure)
    rows = [Column([head, first], spacing.BAND), *rest]
    begun, *others = banded(rows, look, spot.of(told.name, told.key), True, continued)
    return [replace(begun, gap=spacing.SECTION), *others]


def _widened(chosen: Sequence[Told], look: Look) -> list[Told]:
    """Blocks that share rows of a narrow page, as wide as their words need: where one would be a
    narrow column, those of its row stand in halves, or below one another.
    """
    if look.one_column or look.paper.measure >= NARROW:
        return list(chosen)
    made: list[Told] = []
    for row in _rows(chosen, False):
        for least in (COLUMNS // 2, COLUMNS):
            if all(look.paper.span(one.columns) >= _least(one.node) for one in row):
                break
            row = [replace(one, columns=max(least, one.columns)) for one in row]
        for some in _rows(row, False):
            alone = len(some) == 1 < len(row)
            made += [replace(some[0], columns=COLUMNS)] if alone else some
    return made


def _least(node: Node) -> float:
    """The least width of a block beside others on a narrow page, pt."""
    if isinstance(node, Callout):
        return LEAST_CALLOUT
    if isinstance(node, Chart) and node.form in ("line", "bars"):
        return LEAST_CHART
    return LEAST_BLOCK


def _rows(chosen: Sequence[Told], one_column: bool) -> list[list[Told]]:
    """Neighbouring blocks that fit the twelve columns together share a row."""
    rows: list[list[Told]] = []
    used = COLUMNS
    for told in chosen:
        columns = COLUMNS if one_column else told.columns
        if rows and used + columns <= COLUMNS:
            rows[-1].append(told)
            used += columns
        else:
            rows.append([told])
            used = columns
    return rows


def _row(row: Sequence[Told], heading: str, look: Look, spot: Spot, element: Element) -> list[Atom]:
    """One block over the whole width, or several side by side; those are whole."""
    widths = [look.paper.span(COLUMNS if look.one_column else told.columns) for told in row]
    made = [
        _block(told, look, spot.of(told.name, told.key), element, width)
        for told, width in zip(row, widths, strict=True)
    ]
    if len(row) == 1:
        atoms, width = made[0], widths[0]
        return atoms if width >= look.paper.measure else [_narrow(one, width) for one in atoms]
    first, last = row[0].key[-1], row[-1].key[-1]
    name = f'"{heading}", blocks {int(first) + 1} to {int(last) + 1}'
    cells = [(width, _whole(atoms)) for width, atoms in zip(widths, made, strict=True)]
    titled = any(_has_title(told) for told in row)
    return [Atom(Grid([cells], look.paper.gutter), spot.of(name, row[0].key), titled=titled)]


def _has_title(told: Told) -> bool:
    return bool(told.title or (isinstance(told.node, Chart) and told.node.title))


def _narrow(atom: Atom, width: float) -> Atom:
    """An atom held to a width."""
    header = Narrow(atom.header, width) if atom.header else None
    return replace(atom, flowable=Narrow(atom.flowable, width), header=header)


def _whole(atoms: Sequence[Atom]) -> Flowable:
    """Atoms of one block as one flowable, for a place beside others."""
    if len(atoms) == 1:
        return atoms[0].flowable
    return Column([atom.flowable for atom in atoms], [atom.gap.space for atom in atoms[1:]])


def _block(told: Told, look: Look, spot: Spot, element: Element, width: float) -> list[Atom]:
    """A block's atoms; a title above it stays with the first."""
    title: list[Atom] = []
    if told.title:  # tagged before what it is the title of
        said = block_title(look, told.title, element, "paper", told.lang)
        title = [Atom(said, spot, keep_next=True, titled=True)]
    first, *rest = nodes.atoms(told.node, look.of(told.key), spot, element, width)
    gap = spacing.BELOW_TITLE if title else first.gap
    return [*title, replace(first, gap=gap, titled=not title and _has_title(told)), *rest]

"""A panel of a leaflet as it is set: charts as high as there is room for, gaps opened or closed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from hscb_report.editions.drawn import draw
from hscb_report.editions.laying import Laying
from hscb_report.editions.publication import Page
from hscb_report.editions.sharing import NEARLY, Piece, Unit
from hscb_report.page import spacing
from hscb_report.page.flow import Atom, Frame, Placed, stack
from hscb_report.page.layout import height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Chart, Form

_TWO_FORMS: tuple[Form, ...] = ("ring", "areas", "line")
"""The charts that have a lower form, those first that gain most by the other."""


def panel(
    laying: Laying,
    role: str,
    pieces: Sequence[Piece],
    shown: Collection[Unit],
    misfits: Misfits,
    document: Element,
) -> Page:
    """One panel but the front.

    Args:
        shown: as ``Laying`` has it.
    """
    paper, spot = laying.paper(role), Spot(misfits, laying.zoom)
    part = None
    if laying.spread and role in laying.beside:
        part = laying.spread.part(laying.beside.index(role), document)
    foot = laying.foot(shown, Element("Div")) if role == "back" else None
    taken = height_of(foot, paper.measure) + spacing.PANEL_FOOT if foot else 0.0
    frame = Frame(paper.height - laying.below(role), paper.bottom + taken)
    look = _roomiest(laying, role, pieces, frame)
    atoms = _stacked(laying, role, pieces, look, spot, document)
    foot = laying.foot(shown, document) if role == "back" else None
    placed, excess = stack(atoms, look, frame)
    if excess > NEARLY:
        spot.of(f'the panel "{role}"', ("sections",)).misfit(excess, "high")
    if part:
        foot_of_it = paper.height - laying.below(role) + spacing.PANEL_SPREAD
        placed.insert(0, Placed(part, 0.0, foot_of_it))
    if foot and height_of(foot, paper.measure):
        placed.append(Placed(foot, paper.side, paper.bottom))
    edged = part is None  # the picture reaches the edge itself
    return Page(paper, partial(draw, placed, look, laying.story.draft, edged), role)


def _stacked(
    laying: Laying, role: str, pieces: Sequence[Piece], look: Look, spot: Spot, parent: Element
) -> list[Atom]:
    """All that stands on a panel above its foot."""
    atoms = laying.introduction(spot, parent, alone=not pieces) if role == "inside 1" else []
    for piece in pieces:
        atoms += laying.atoms(piece, look, spot, parent)
    return atoms


def _roomiest(laying: Laying, role: str, pieces: Sequence[Piece], frame: Frame) -> Look:
    """How a panel is set: its charts at their full height or, where that is too much, as many of
    them as have room, those first that are fields of marks then.
    """
    look = laying.look(role)
    if _holds(laying, role, pieces, look, frame, closed=False):
        return look
    look = laying.look(role, compact=True)
    told = (one for piece in pieces for one in laying.told(piece).blocks)
    charts = [(one.key, one.node.form) for one in told if isinstance(one.node, Chart)]
    for form in _TWO_FORMS:
        for key in (key for key, one in charts if one == form):
            larger = replace(look, roomy=[*look.roomy, key])
            look = larger if _holds(laying, role, pieces, larger, frame) else look
    return look


def _holds(
    laying: Laying,
    role: str,
    pieces: Sequence[Piece],
    look: Look,
    frame: Frame,
    closed: bool = True,
) -> bool:
    """Whether a panel holds what stands on it as it is set."""
    spot = Spot(Misfits(), laying.zoom)
    atoms = _stacked(laying, role, pieces, look, spot, Element("Div"))
    return stack(atoms, look, frame, closed)[1] <= NEARLY

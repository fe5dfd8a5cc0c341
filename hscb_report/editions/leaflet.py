"""The leaflet: content chosen and laid for the panels of a fold, not a shrunken A4.

Panels are laid out larger and drawn smaller, so that nothing is below 9 pt; text keeps 9 mm from
trims and folds, more than the 5 mm that printers ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import LEAFLET, LEAFLET_ZOOM
from hscb_report.editions.imposition import Fold
from hscb_report.editions.leave_out import what_to_leave_out
from hscb_report.editions.panels import assign, without_place
from hscb_report.editions.publication import Page, Publication
from hscb_report.editions.sections import section_atoms
from hscb_report.editions.sharing import Measure, Piece
from hscb_report.errors import Misfit
from hscb_report.page import contact, flow, prose, spacing
from hscb_report.page.flow import Atom, Frame, Placed, stack
from hscb_report.page.flowable import Flowable
from hscb_report.page.front import Front
from hscb_report.page.furniture import draft_mark, top_edge
from hscb_report.page.layout import height_of
from hscb_report.page.look import Look, Paper
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.story.about import notes_on
from hscb_report.story.story import Story
from hscb_report.summary.reading import Reader

SIDE, TOP, BOTTOM, GUTTER = 9 * MM, 11 * MM, 9 * MM, 3 * MM
WIDE = 120 * MM
"""From this width on blocks may stand side by side."""
PADDING = 11.0
"""Between the edge of a card and its content, pt on the layout."""
MOST_CARDS, FEW_CARDS = 4, 2
"""The most cards side by side on a wide panel, and on a narrow one."""
BAR = 5 * MM / LEAFLET_ZOOM
"""Along the upper edge, pt on the layout: deep enough for a cut that is a millimetre out not to
show.
"""
MARK = 9.5 * MM / LEAFLET_ZOOM
"""The draft mark stands in the upper margin, so that a draft fits where the final leaflet does."""
NEARLY = 0.01
"""What is too high by less than this fits, pt."""


class _Laying:
    """One leaflet while it is laid out.

    Attributes:
        shown: what stands on it; notes say where that comes from. All until panels are assigned.
    """

    def __init__(self, story: Story, reader: Reader, brand: Brand, fold: Fold) -> None:
        self.story, self.reader, self.brand, self.fold = story, reader, brand, fold
        self.summary = reader.summary
        self.misfits = Misfits()
        self.document = Element("Document")
        self.draft = self.document.add("P") if story.draft else None
        self.shown = [
            Piece(index, tuple(range(len(section.blocks))))
            for index, section in enumerate(story.sections)
        ]

    def look(self, role: str, compact: bool = False) -> Look:
        """How a panel is set.

        Args:
            compact: with charts that are as low as they can be.
        """
        wide = self.fold.width(role) >= WIDE
        return Look(
            self.brand,
            self.paper(role),
            LEAFLET,
            one_column=not wide,
            most_cards=MOST_CARDS if wide else FEW_CARDS,
            padding=PADDING,
            compact=compact,
        )

    def paper(self, role: str) -> Paper:
        """A panel before the zoom."""
        paper = Paper(self.fold.width(role), self.fold.height, SIDE, TOP, BOTTOM, gutter=GUTTER)
        return paper.zoomed(LEAFLET_ZOOM)

    def spot(self, misfits: Misfits | None = None) -> Spot:
        """A place on the leaflet.

        Args:
            misfits: where it says what does not fit, if it is only measured.
        """
        return Spot(misfits or self.misfits, LEAFLET_ZOOM)

    def room(self, role: str) -> float:
        """The height a panel has for sections, pt on the layout."""
        paper = self.paper(role)
        room = paper.height - paper.top - paper.bottom
        if role == "back":
            room -= height_of(self.foot(Element("Div")), paper.measure) + spacing.PANEL_FOOT
        return room

    def foot(self, parent: Element) -> Flowable:
        """What stands at the foot of the back: contact, formats, sources."""
        shown = [(piece.section, piece.blocks) for piece in self.shown]
        notes = notes_on(self.story, self.summary, shown, self.wants_introduction)
        return contact.foot(self.story.contact, self.look("back"), parent, notes)

    @property
    def wants_introduction(self) -> bool:
        """Whether the introduction is shown."""
        return self.summary.leaflet is None or self.summary.leaflet.introduction

    def measure(self, role: str) -> Measure:
        """Heights at the width of a panel, with charts that are as low as they can be."""
        look, spot = self.look(role, compact=True), self.spot(Misfits())
        return Measure(
            lambda piece: flow.height(
                self.atoms(piece, look, spot, Element("Div")), look.paper.measure
            )
        )

    def atoms(self, piece: Piece, look: Look, spot: Spot, parent: Element) -> list[Atom]:
        """A piece as atoms, set closer than on A4."""
        section = self.story.sections[piece.section]
        head, first, *rest = (
            replace(atom, gap=_closer(atom.gap))
            for atom in section_atoms(
                section, look, spot, parent, set(piece.blocks), banded=False, headed=piece.headed
            )
        )
        made = [replace(first, gap=spacing.PANEL_HEADING), *rest]
        return [head, *made] if piece.headed else made

    def pieces(self) -> dict[str, list[Piece]]:
        """Which pieces stand on which panel; the introduction takes its room from the first."""
        roles = [role for role in self.fold.reading if role != "front"]
        rooms = {role: self.room(role) for role in roles}
        opening = self.introduction(self.spot(Misfits()), Element("Div"))
        rooms["inside 1"] -= flow.height(opening, self.paper("inside 1").measure)
        narrow = min(roles, key=self.fold.width)
        return assign(self.summary, roles, rooms, self.measure(narrow))

    def introduction(self, spot: Spot, parent: Element) -> list[Atom]:
        """The introduction at the top of the first panel inside."""
        if not self.story.introduction or not self.wants_introduction:
            return []
        section, look = parent.add("Sect"), self.look("inside 1")
        here = spot.of("the introduction", ("introduction",))
        texts = prose.paragraphs(self.story.introduction, look, section, "lead")
        return [Atom(paragraph, here, spacing.PANEL_PARAGRAPH) for paragraph in texts]

    def panel(self, role: str, pieces: Sequence[Piece]) -> Page:
        """One panel but the front; its charts are low where it would be too full otherwise."""
        paper, spot = self.paper(role), self.spot()
        look = self.look(role, compact=not self.has_room(role, pieces))
        atoms = self.introduction(spot, self.document) if role == "inside 1" else []
        for piece in pieces:
            atoms += self.atoms(piece, look, spot, self.document)
        foot = self.foot(self.document) if role == "back" else None
        taken = height_of(foot, paper.measure) + spacing.PANEL_FOOT if foot else 0.0
        frame = Frame(paper.height - paper.top, paper.bottom + taken)
        placed, excess = stack(atoms, look, frame)
        if excess > NEARLY:
            hint = what_to_leave_out(atoms, excess, self.summary, paper.measure)
            here = spot.of(f'the panel "{role}"', self.key_of(role, pieces))
            here.misfit(excess, "high", hint)
        if foot:
            placed.append(Placed(foot, paper.side, paper.bottom))
        return Page(paper, partial(_draw, placed, look, self.story.draft), role)

    def has_room(self, role: str, pieces: Sequence[Piece]) -> bool:
        """Whether a panel holds what stands on it with its charts at their full height."""
        look, spot, apart = self.look(role), self.spot(Misfits()), Element("Div")
        atoms = self.introduction(spot, apart) if role == "inside 1" else []
        for piece in pieces:
            atoms += self.atoms(piece, look, spot, apart)
        _, excess = stack(atoms, look, Frame(self.room(role), 0.0))
        return excess <= NEARLY

    def key_of(self, role: str, pieces: Sequence[Piece]) -> tuple[str | int, ...]:
        """Where the content says what stands on a panel, or the first section that stands there."""
        wish = self.summary.leaflet
        number = int(role[-1]) - 1 if role.startswith("inside") else 0
        if wish and role.startswith("inside") and number < len(wish.inside or []):
            return "leaflet", "inside", number
        if wish and getattr(wish, role, None) is not None:
            return "leaflet", role
        return ("sections", pieces[0].section) if pieces else ("introduction",)

    def front(self) -> Page:
        """The front panel."""
        look = self.look("front")
        headroom = spacing.PANEL_MARK if self.draft else 0.0
        flowable = Front(self.story, look, self.document, headroom)
        flowable.wrap(look.paper.width, look.paper.height)
        if flowable.excess > 0:
            key = ("leaflet", "front") if self.summary.leaflet else ("title",)
            here = self.spot().of('the panel "front"', key)
            here.misfit(flowable.excess, "high", "choose a number with fewer words")
        return Page(
            look.paper, partial(_draw_front, flowable, look, self.story.draft, self.draft), "front"
        )


def compose(story: Story, reader: Reader, brand: Brand, fold: Fold) -> Publication:
    """Lay a story out on the panels of a fold, in the order they are read.

    Args:
        reader: whose story it is; its summary says what stands where.
    """
    laying = _Laying(story, reader, brand, fold)
    pieces = laying.pieces()
    laying.shown = [piece for some in pieces.values() for piece in some]
    for index in without_place(reader.summary, pieces):
        name = story.sections[index].heading
        hint = "name it in leaflet, under inside, flap or back; or under leave_out"
        key = ("sections", index)
        laying.misfits.add(Misfit(f'the section "{name}"', 0.0, "nowhere", key, hint))
    pages = [
        laying.front() if role == "front" else laying.panel(role, pieces.get(role, []))
        for role in fold.reading
    ]
    return Publication(
        story.full_title,
        story.words.language,
        pages,
        laying.document,
        laying.misfits.found,
        bool(story.draft),
    )


def _closer(gap: Gap) -> Gap:
    """A gap as it is on a panel: smaller, but not so that things run together."""
    least = min(gap.space, GUTTER / LEAFLET_ZOOM)
    return Gap(max(gap.space * spacing.PANEL_CLOSER, least), spacing.PANEL_LOOSER * gap.stretch)


def _draw(placed: Sequence[Placed], look: Look, draft: str, canvas: ReportCanvas) -> None:
    for item in placed:
        item.flowable.drawOn(canvas, item.x, item.y)
    if draft:
        draft_mark(canvas, look, draft, None, MARK)
    else:  # on an office printer the bar stands 5 mm lower
        top_edge(canvas, look, BAR / 2 if look.brand.purpose is Purpose.OFFICE else BAR)


def _draw_front(
    front: Front, look: Look, draft: str, element: Element | None, canvas: ReportCanvas
) -> None:
    front.drawOn(canvas, 0, 0)
    if draft:
        draft_mark(canvas, look, draft, element, MARK)

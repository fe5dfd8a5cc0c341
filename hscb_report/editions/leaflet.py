"""The leaflet: content chosen and laid for the panels of a fold, not a shrunken A4.

Panels are laid out larger and drawn smaller, so that nothing is below 9 pt; text keeps 9 mm from
trims and folds, more than the 5 mm that printers ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import LEAFLET, LEAFLET_ZOOM
from hscb_report.editions.imposition import Fold
from hscb_report.editions.panels import Measure, Piece, assign, without_place
from hscb_report.editions.publication import Page, Publication
from hscb_report.editions.sections import section_atoms
from hscb_report.errors import Misfit
from hscb_report.page import prose
from hscb_report.page.contact import contact
from hscb_report.page.context import MM, Context, Paper
from hscb_report.page.flow import Atom, Frame, Placed, stack
from hscb_report.page.front import Front
from hscb_report.page.furniture import draft_mark, top_edge
from hscb_report.page.layout import height_of
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.summary.blocks import FigureItem
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.summary.uses import met_in, series_of, sources_of

SIDE, TOP, BOTTOM, GUTTER = 9 * MM, 11 * MM, 9 * MM, 3 * MM
WIDE = 120 * MM
"""From this width on blocks may stand side by side."""
ABOVE_CONTACT = 14.0
BAR = 5 * MM / LEAFLET_ZOOM
"""Along the upper edge, pt on the layout: deep enough for a cut that is a millimetre out not to
show.
"""
MARK = 9.5 * MM / LEAFLET_ZOOM
"""The draft mark stands in the upper margin, so that a draft fits where the final leaflet does."""
BELOW_MARK = 14.0
"""Between the draft mark and the wordmark, beyond the margin: the front has room for it."""
BELOW_HEADING = 11.0
CLOSER = 0.6
"""Spaces between blocks, as a share of those on A4."""
ADDED = "Headings, the lines below them and percentages are added; all other words are the Board's."


class _Laying:
    """One leaflet while it is laid out."""

    def __init__(
        self,
        summary: Summary,
        board: Board,
        brand: Brand,
        fold: Fold,
        earlier: Mapping[str, Summary] | None,
    ) -> None:
        self.summary, self.board, self.fold = summary, board, fold
        self.document = Element("Document")
        self.draft = self.document.add("P") if summary.status == "draft" else None
        self.shown = [
            Piece(index, tuple(range(len(section.blocks))))
            for index, section in enumerate(summary.sections)
        ]
        self.main = Context(brand, Reader(summary, earlier), self.paper("front"), LEAFLET)

    def paper(self, role: str) -> Paper:
        return Paper(
            self.fold.width(role), self.fold.height, SIDE, TOP, BOTTOM, gutter=GUTTER
        ).zoomed(LEAFLET_ZOOM)

    def context(self, role: str) -> Context:
        """The context of a panel; all report to the same list of misfits."""
        wide = self.fold.width(role) >= WIDE
        return replace(
            self.main,
            paper=self.paper(role),
            one_column=not wide,
            most_cards=4 if wide else 2,
            padding=11.0,
            open=True,
        )

    def room(self, role: str) -> float:
        """The height a panel has for sections, pt on the layout."""
        paper = self.paper(role)
        room = paper.height - paper.top - paper.bottom
        if role == "back":
            room -= (
                height_of(self.foot(self.context(role), Element("Div")), paper.measure)
                + ABOVE_CONTACT
            )
        return room

    def foot(self, context: Context, parent: Element) -> Flowable:
        """What stands at the foot of the back: contact, formats, sources."""
        return contact(self.board, context, parent, self.notes())

    def notes(self) -> str:
        """Where the figures that are shown come from, what their symbols mean, and what is not in
        the printed text.
        """
        blocks = [
            self.summary.sections[piece.section].blocks[block]
            for piece in self.shown
            for block in piece.blocks
        ]
        figures = met_in(self.summary, blocks=blocks)
        series = list(dict.fromkeys(name for block in blocks for name in series_of(block)))
        named = [
            source.title
            if source.publisher in source.title
            else f"{source.title}, {source.publisher}"
            for source in sources_of(self.summary, figures, series)
        ]
        symbols = [
            f"[{symbol}] {meaning}" for symbol, meaning in self.main.reader.symbols(figures, series)
        ]
        notes = [
            f"Figures: {'; '.join(named)}." if named else "",
            f"{'; '.join(symbols)}." if symbols else "",
        ]
        if any(self.summary.sections[piece.section].editorial for piece in self.shown):
            notes.append(ADDED)
        return " ".join(note for note in notes if note)

    def measure(self, role: str) -> Measure:
        """Heights at the width of a panel."""
        context = replace(self.context(role), misfits=[])
        return Measure(
            lambda piece: sum(
                height_of(atom.flowable, context.paper.measure) + atom.space
                for atom in self.atoms(piece, context, Element("Div"))
            )
        )

    def atoms(self, piece: Piece, context: Context, parent: Element) -> list[Atom]:
        """A piece as atoms, set closer than on A4."""
        made = section_atoms(
            self.summary.sections[piece.section],
            ("sections", piece.section),
            context,
            parent,
            set(piece.blocks),
            banded=False,
        )
        for atom in made:
            atom.space, atom.stretch = (
                max(atom.space * CLOSER, min(atom.space, GUTTER / LEAFLET_ZOOM)),
                2 * atom.stretch,
            )
        made[1].space, made[1].stretch = BELOW_HEADING, 0.0
        return made if piece.headed else made[1:]

    def pieces(self) -> dict[str, list[Piece]]:
        """Which pieces stand on which panel; the introduction takes its room from the first."""
        roles = [role for role in self.fold.reading if role != "front"]
        narrow = min((role for role in roles), key=self.fold.width)
        rooms = {role: self.room(role) for role in roles}
        context = replace(self.context("inside 1"), misfits=[])
        rooms["inside 1"] -= sum(
            height_of(atom.flowable, context.paper.measure) + atom.space
            for atom in self.introduction(context, Element("Div"))
        )
        return assign(self.summary, roles, rooms, self.measure(narrow))

    def introduction(self, context: Context, parent: Element) -> list[Atom]:
        wanted = self.summary.leaflet is None or self.summary.leaflet.introduction
        if not self.summary.introduction or not wanted:
            return []
        section = parent.add("Sect")
        return [
            Atom(paragraph, space=8.0, stretch=4.0, block="the introduction", key=("introduction",))
            for paragraph in prose.paragraphs(self.summary.introduction, context, section, "lead")
        ]

    def panel(self, role: str, pieces: list[Piece]) -> Page:
        """One panel but the front."""
        context = self.context(role)
        atoms = self.introduction(context, self.document) if role == "inside 1" else []
        for piece in pieces:
            atoms += self.atoms(piece, context, self.document)
        foot = self.foot(context, self.document) if role == "back" else None
        paper = context.paper
        taken = height_of(foot, paper.measure) + ABOVE_CONTACT if foot else 0.0
        frame = Frame(paper.height - paper.top, paper.bottom + taken)
        placed, excess = stack(atoms, context, frame)
        if excess > 0.01:
            context.block, context.key = f'the panel "{role}"', self.key_of(role, pieces)
            context.misfit(excess, "high", _what_to_leave_out(atoms, excess, self.summary))
        if foot:
            placed.append(Placed(foot, paper.side, paper.bottom))
        return Page(paper, partial(_draw, placed, context, bool(self.draft)), role)

    def key_of(self, role: str, pieces: list[Piece]) -> tuple[str | int, ...]:
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
        context = self.context("front")
        hero = self.summary.leaflet.front if self.summary.leaflet else None
        hero = hero or next(
            (
                FigureItem(figure=name)
                for name, figure in self.summary.figures.items()
                if figure.value is not None
            ),
            None,
        )
        wordmark = self.board.wordmark or [self.board.name]
        flowable = Front(
            wordmark,
            self.summary.title,
            self.summary.period,
            hero,
            context,
            self.document,
            BELOW_MARK if self.draft else 0.0,
        )
        flowable.wrap(context.paper.width, context.paper.height)
        if flowable.excess > 0:
            context.block, context.key = (
                'the panel "front"',
                ("leaflet", "front") if self.summary.leaflet else ("title",),
            )
            context.misfit(flowable.excess, "high", "choose a number with fewer words")
        return Page(context.paper, partial(_draw_front, flowable, context, self.draft), "front")


def compose(
    summary: Summary,
    board: Board,
    brand: Brand,
    fold: Fold,
    earlier: Mapping[str, Summary] | None = None,
) -> Publication:
    """Lay the summary out on the panels of a fold, in the order they are read."""
    laying = _Laying(summary, board, brand, fold, earlier)
    pieces = laying.pieces()
    laying.shown = [piece for some in pieces.values() for piece in some]
    for index in without_place(summary, pieces):
        name = summary.sections[index].heading
        laying.main.misfits.append(
            Misfit(
                f'the section "{name}"',
                0.0,
                "nowhere",
                ("sections", index),
                "name it in leaflet, under inside, flap or back; or under leave_out",
            )
        )
    pages = [
        laying.front() if role == "front" else laying.panel(role, pieces.get(role, []))
        for role in fold.reading
    ]
    return Publication(
        f"{summary.title} {summary.period}",
        summary.language,
        pages,
        laying.document,
        laying.main.misfits,
        summary.status == "draft",
    )


def _what_to_leave_out(atoms: list[Atom], excess: float, summary: Summary) -> str:
    """The smallest block without which the rest fits, or as many of the largest as are enough;
    priorities only where nothing else is there.
    """
    heights: dict[tuple[str | int, ...], float] = {}
    for atom in atoms:
        if atom.key[:1] == ("sections",) and len(atom.key) == 4:
            heights[atom.key] = heights.get(atom.key, 0.0) + atom.height + atom.space
    others = {
        key: high
        for key, high in heights.items()
        if summary.sections[key[1]].blocks[key[3]].kind != "priorities"
    }
    heights = others or heights
    enough = [key for key, high in heights.items() if high >= excess]
    chosen = [min(enough, key=heights.__getitem__)] if enough else []
    for key in [] if enough else sorted(heights, key=heights.__getitem__, reverse=True):
        if excess > 0:
            chosen.append(key)
            excess -= heights[key]
    if not chosen:
        return "shorten the text"
    parts = ", ".join(
        f'{{section: "{summary.sections[key[1]].heading}", blocks: [{key[3] + 1}]}}'
        for key in chosen
    )
    return (
        "shorten its text, move a section to another panel, or write under leaflet: leave_out: "
        f"[{parts}]"
    )


def _draw(placed: list[Placed], context: Context, draft: bool, canvas: ReportCanvas) -> None:
    for item in placed:
        item.flowable.drawOn(canvas, item.x, item.y)
    if draft:
        draft_mark(canvas, context, None, MARK)
    else:
        top_edge(
            canvas, context, BAR / 2 if context.brand.purpose is Purpose.OFFICE else BAR
        )  # there it stands 5 mm lower


def _draw_front(
    front: Front, context: Context, draft: Element | None, canvas: ReportCanvas
) -> None:
    front.drawOn(canvas, 0, 0)
    if draft:
        draft_mark(canvas, context, draft, MARK)

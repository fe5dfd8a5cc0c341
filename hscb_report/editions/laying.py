"""A leaflet while it is laid out: its panels, how high things are on them, how they are drawn.

Panels are laid out larger and drawn smaller, so that nothing is below 9 pt; text keeps 9 mm from
trims and folds, more than the 5 mm that printers ask for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import LEAFLET, LEAFLET_ZOOM
from hscb_report.editions.drawn import draw, draw_front
from hscb_report.editions.imposition import Fold
from hscb_report.editions.noted import noted
from hscb_report.editions.publication import Page
from hscb_report.editions.sections import COLUMNS, section_atoms
from hscb_report.editions.sharing import NEARLY, Measure, Piece, Size, Sizes, Space, Unit
from hscb_report.page import contact, flow, prose, spacing
from hscb_report.page.flow import Atom, Frame, Placed, stack
from hscb_report.page.flowable import Flowable
from hscb_report.page.front import Front
from hscb_report.page.layout import height_of
from hscb_report.page.look import Look, Paper
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.spread import Spread
from hscb_report.page.text import words
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.division import some
from hscb_report.story.running import Callout, Passage
from hscb_report.story.story import Section, Story, Told
from hscb_report.summary.document import Summary
from hscb_report.summary.wording import Span

SIDE, TOP, BOTTOM, GUTTER = 9 * MM, 11 * MM, 9 * MM, 4 * MM
WIDE = 120 * MM
"""From this width on blocks may stand side by side."""
PADDING = 11.0
"""Between the edge of a card and its content, pt on the layout."""
MOST_CARDS, FEW_CARDS = 4, 2
"""The most cards side by side on a wide panel, and on a narrow one."""

_LINE = Told(Callout((Passage((Span("-"),)),)), "", COLUMNS, "inside", "", ("sections",))
"""A block of one line, to measure what stands around blocks."""


class Laying:
    """The panels of a fold at one size of type.

    Args:
        story: what it says; its number is that of the front.
        zoom: how much larger it is drawn than it is laid out.
        shown: the blocks that may be shown: the foot says where they come from.
        introduced: whether the introduction is shown.
        field: how high the dots of a picture over the inside panels should be, pt on the layout; 0
            for no picture.
        sizes: what was measured already; it is the same for all leaflets at one size of type.

    Attributes:
        spaces: its panels but the front, in reading order.
        spread: the picture over the inside panels, None for none.
        measure: of pieces on them.
    """

    def __init__(
        self,
        story: Story,
        summary: Summary,
        brand: Brand,
        fold: Fold,
        zoom: float,
        shown: Collection[Unit],
        introduced: bool,
        sizes: Sizes,
        field: float = 0.0,
    ) -> None:
        self.story, self.summary, self.brand, self.fold = story, summary, brand, fold
        self.zoom, self.introduced = zoom, introduced and story.introduction is not None
        self._sizes = sizes.pieces
        self.measure = Measure(self._size, sizes.runs)
        self.field = field
        self.spread = self._spread() if field else None
        self.spaces = [self._space(role, shown) for role in fold.reading if role != "front"]

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
        """A panel before the zoom; the front has large type already, and room for its picture."""
        paper = Paper(self.fold.width(role), self.fold.height, SIDE, TOP, BOTTOM, gutter=GUTTER)
        return paper.zoomed(LEAFLET_ZOOM if role == "front" else self.zoom)

    @property
    def beside(self) -> list[str]:
        """The inside panels that lie side by side, from left to right."""
        return [role for role, _ in self.fold.inside if role.startswith("inside")]

    def _spread(self) -> Spread | None:
        """The picture over the inside panels; None where the numbers are not made for it."""
        opening = self.story.opening
        if opening is None or opening.dots is None or opening.section is None:
            return None
        looks = [self.look(role) for role in self.beside]
        told = self.story.sections[opening.section]
        spread = Spread(told, opening.dots, looks, self.field)
        return spread if spread.legible else None

    def _below(self, role: str) -> float:
        """How far below the upper edge of a panel its text begins, pt on the layout."""
        if self.spread and role in self.beside:
            return self.spread.height + spacing.PANEL_SPREAD
        return self.paper(role).top

    def _space(self, role: str, shown: Collection[Unit]) -> Space:
        """A panel with what always stands on it."""
        paper = self.paper(role)
        room = paper.height - paper.top - paper.bottom
        taken = self._below(role) - paper.top
        if role == "back":
            foot = height_of(self.foot(shown, Element("Div")), paper.measure)
            return Space(role, paper.width, room, foot + spacing.PANEL_FOOT)
        if role == "inside 1" and self.introduced:
            atoms = self.introduction(Spot(Misfits()), Element("Div"))
            taken += flow.height(atoms, paper.measure) - atoms[0].gap.space
            return Space(role, paper.width, room, taken, below=True)
        return Space(role, paper.width, room, taken)

    def foot(self, shown: Collection[Unit], parent: Element) -> Flowable:
        """What stands at the foot of the back: contact, formats, sources."""
        notes = noted(self.story, self.summary, shown, self.introduced)
        return contact.foot(self.story.contact, self.look("back"), parent, notes)

    def _size(self, role: str, piece: Piece) -> Size:
        key = (self.fold.width(role), piece)
        if key not in self._sizes:
            stacked = self.look(role).one_column or all(
                told.columns == COLUMNS for told in self._section(piece).blocks
            )
            make = self._added_up if stacked and len(piece.parts) > 1 else self._as_a_whole
            self._sizes[key] = make(role, piece)
        return self._sizes[key]

    def _as_a_whole(self, role: str, piece: Piece) -> Size:
        misfits, look = Misfits(), self.look(role, compact=True)
        atoms = self.atoms(piece, look, Spot(misfits, self.zoom), Element("Div"))
        gap = atoms[0].gap.space
        height = flow.height(atoms, look.paper.measure) - gap
        return Size(gap, height, tuple(misfits.found), sum(one.gap.closes for one in atoms[1:]))

    def _added_up(self, role: str, piece: Piece) -> Size:
        """Blocks that stand one below the other, each measured alone: charts take time to make."""
        sizes = first, *others = [
            self._size(role, replace(piece, parts=(one,), headed=piece.headed or at > 0))
            for at, one in enumerate(piece.parts)
        ]
        alone = self._head(role, piece.section)
        height = first.height + sum(alone.gap + one.height - alone.height for one in others)
        misfits = dict.fromkeys(fault for one in (first, *others) for fault in one.misfits)
        return Size(first.gap, height, tuple(misfits), sum(one.closes for one in sizes))

    def _head(self, role: str, section: int) -> Size:
        """The height of a section's heading with the gap below it, and the gap between blocks."""
        key = (self.fold.width(role), Piece(section, ()))
        if key not in self._sizes:
            look, told = self.look(role), self.story.sections[section]
            blocks = (_LINE, _LINE)
            head, first, second = self._closer_set(
                replace(told, blocks=blocks), look, Spot(Misfits()), Element("Div")
            )
            height = height_of(head.flowable, look.paper.measure) + first.gap.space
            self._sizes[key] = Size(second.gap.space, height)
        return self._sizes[key]

    def atoms(self, piece: Piece, look: Look, spot: Spot, parent: Element) -> list[Atom]:
        """A piece as atoms, set closer than on A4."""
        section = self._section(piece)
        head, *rest = self._closer_set(section, look, spot, parent, piece.headed)
        if not piece.headed:
            said = self.story.words.document.continued(heading=section.heading)
            element = Element("P")
            parent.children[-1].children[0] = element  # no second heading of one section
            line = words(look, said, "strong", "primary-text", element=element)
            head = replace(head, flowable=line)
        return [head, *rest]

    def _closer_set(
        self, section: Section, look: Look, spot: Spot, parent: Element, headed: bool = True
    ) -> list[Atom]:
        head, first, *rest = (
            replace(atom, gap=_closer(atom.gap, self.zoom))
            for atom in section_atoms(section, look, spot, parent, False, headed)
        )
        return [head, replace(first, gap=spacing.PANEL_HEADING), *rest]

    def _section(self, piece: Piece) -> Section:
        """A section of the blocks of a piece."""
        section = self.story.sections[piece.section]
        told = [some(section.blocks[one.block], one.first, one.upto) for one in piece.parts]
        subtitle = section.subtitle if piece.headed else ""
        return replace(section, subtitle=subtitle, blocks=tuple(told))

    def introduction(self, spot: Spot, parent: Element) -> list[Atom]:
        """The introduction at the top of the first panel inside."""
        if not self.story.introduction or not self.introduced:
            return []
        section, look = parent.add("Sect"), self.look("inside 1")
        here = spot.of("the introduction", ("introduction",))
        texts = prose.passages(self.story.introduction, look, section, "lead")
        return [Atom(text, here, gap) for text, gap in texts]

    def panel(
        self,
        role: str,
        pieces: Sequence[Piece],
        shown: Collection[Unit],
        misfits: Misfits,
        document: Element,
    ) -> Page:
        """One panel but the front; its charts are low where it would be too full otherwise."""
        paper, spot = self.paper(role), Spot(misfits, self.zoom)
        part = None
        if self.spread and role in self.beside:
            part = self.spread.part(self.beside.index(role), document)
        foot = self.foot(shown, Element("Div")) if role == "back" else None
        taken = height_of(foot, paper.measure) + spacing.PANEL_FOOT if foot else 0.0
        frame = Frame(paper.height - self._below(role), paper.bottom + taken)
        roomy = self._has_room(role, pieces, self.look(role), frame)
        look = self.look(role, compact=not roomy)
        atoms = self._stacked(role, pieces, look, spot, document)
        foot = self.foot(shown, document) if role == "back" else None
        placed, excess = stack(atoms, look, frame)
        if excess > NEARLY:
            spot.of(f'the panel "{role}"', ("sections",)).misfit(excess, "high")
        if part:
            placed.insert(
                0, Placed(part, 0.0, paper.height - self._below(role) + spacing.PANEL_SPREAD)
            )
        if foot and height_of(foot, paper.measure):
            placed.append(Placed(foot, paper.side, paper.bottom))
        edged = part is None  # the picture reaches the edge itself
        return Page(paper, partial(draw, placed, look, self.story.draft, edged), role)

    def _stacked(
        self, role: str, pieces: Sequence[Piece], look: Look, spot: Spot, parent: Element
    ) -> list[Atom]:
        """All that stands on a panel above its foot."""
        atoms = self.introduction(spot, parent) if role == "inside 1" else []
        for piece in pieces:
            atoms += self.atoms(piece, look, spot, parent)
        return atoms

    def _has_room(self, role: str, pieces: Sequence[Piece], look: Look, frame: Frame) -> bool:
        """Whether a panel holds what stands on it with its charts at their full height."""
        atoms = self._stacked(role, pieces, look, Spot(Misfits(), self.zoom), Element("Div"))
        return stack(atoms, look, frame, closed=False)[1] <= NEARLY

    def front(self, document: Element, misfits: Misfits | None = None) -> Front:
        """The front panel, measured."""
        look = self.look("front")
        spot = Spot(misfits or Misfits(), look.paper.zoom, 'the panel "front"', ("title",))
        headroom = spacing.PANEL_MARK if self.story.draft else 0.0
        front = Front(self.story, look, document, spot, headroom)
        front.wrap(look.paper.width, look.paper.height)
        return front

    def front_page(self, front: Front, draft: Element | None) -> Page:
        """The front panel as a page.

        Args:
            draft: the element that says the words of the draft mark; None for no mark.
        """
        look = self.look("front")
        draw = partial(draw_front, front, look, self.story.draft, draft)
        return Page(look.paper, draw, "front")


def _closer(gap: Gap, zoom: float) -> Gap:
    """A gap as it is on a panel: smaller, but not so that things run together."""
    least = min(gap.space, GUTTER / zoom)
    space = max(gap.space * spacing.PANEL_CLOSER, least)
    return Gap(space, spacing.PANEL_LOOSER * gap.stretch, spacing.PANEL_CLOSES * space)

"""A leaflet while it is laid out: its panels, how high things are on them, how they are drawn.

Panels are laid out larger and drawn smaller, so that nothing is below 9 pt; text keeps 9 mm from
trims and folds, more than the 5 mm that printers ask for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property, partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import LEAFLET, LEAFLET_ALONE, LEAFLET_ZOOM, Type
from hscb_report.editions.drawn import draw_front
from hscb_report.editions.imposition import Fold
from hscb_report.editions.noted import noted
from hscb_report.editions.on_panel import on_panel
from hscb_report.editions.publication import Page
from hscb_report.editions.sections import COLUMNS
from hscb_report.editions.sharing import Measure, Piece, Size, Sizes, Space, Unit
from hscb_report.page import contact, flow, prose, spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.front import Front
from hscb_report.page.layout import height_of
from hscb_report.page.look import Look, Paper
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.spread import Spread
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

ALONE = 0.7
"""So much of its panel an introduction takes at the most that has it to itself."""

_LINE = Told(Callout((Passage((Span("-"),)),)), "", COLUMNS, "inside", "", ("sections",))
"""A block of one line, to measure what stands around blocks."""


class Laying:
    """The panels of a fold at one size of type.

    Args:
        story: what it says; its number is that of the front.
        zoom: how much larger it is drawn than it is laid out.
        shown: the blocks that may be shown: the foot says where they come from.
        introduced: whether the introduction is shown.
        told: whether the front tells the section that its picture shows.
        left: whether some of them may yet be left for want of room, which the foot then says: it is
            measured with that.
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
        told: bool = False,
        left: bool = False,
    ) -> None:
        self.story, self.summary, self.brand, self.fold = story, summary, brand, fold
        self.zoom, self.introduced = zoom, introduced and story.introduction is not None
        self._sizes = sizes.pieces
        self.measure = Measure(self._size, sizes.runs)
        self.field, self.telling = field, told
        self.spread = self._spread() if field else None
        self.spaces = [self._space(role, shown, left) for role in fold.reading if role != "front"]

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

    def below(self, role: str) -> float:
        """How far below the upper edge of a panel its text begins, pt on the layout."""
        if self.spread and role in self.beside:
            return self.spread.height + spacing.PANEL_SPREAD
        return self.paper(role).top

    def _space(self, role: str, shown: Collection[Unit], left: bool) -> Space:
        """A panel with what always stands on it."""
        paper = self.paper(role)
        room = paper.height - paper.top - paper.bottom
        taken = self.below(role) - paper.top
        if role == "back":
            foot = height_of(self.foot(shown, Element("Div"), left), paper.measure)
            return Space(role, paper.width, room, foot + spacing.PANEL_FOOT)
        if role == "inside 1" and self.introduced:
            atoms = self.introduction(Spot(Misfits()), Element("Div"))
            taken += flow.height(atoms, paper.measure) - atoms[0].gap.space
            return Space(role, paper.width, room, taken, below=True)
        return Space(role, paper.width, room, taken)

    def foot(self, shown: Collection[Unit], parent: Element, left: bool = False) -> Flowable:
        """What stands at the foot of the back: contact, formats, sources."""
        notes = noted(self.story, self.summary, shown, self.introduced, left)
        return contact.foot(self.story.contact, self.look("back"), parent, notes)

    def _size(self, role: str, piece: Piece) -> Size:
        key = (self.fold.width(role), piece)
        if key not in self._sizes:
            stacked = self.look(role).one_column or all(
                told.columns == COLUMNS for told in self.told(piece).blocks
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
        """Blocks that stand one below the other, each measured alone: charts take time to make.
        Only the first may have its heading say what belongs to it.
        """
        sizes = first, *others = [
            self._size(role, replace(piece, parts=(one,), headed=piece.headed and at == 0))
            for at, one in enumerate(piece.parts)
        ]
        line = self._going_on(role, piece.section)
        height = first.height + sum(line.gap + one.height - line.height for one in others)
        misfits = dict.fromkeys(fault for one in (first, *others) for fault in one.misfits)
        closes = sum(one.closes for one in sizes) + line.closes * len(others)
        return Size(first.gap, height, tuple(misfits), closes)

    def _going_on(self, role: str, section: int) -> Size:
        """The height of the line that says that a section goes on with the gap below it; the gap
        between blocks, and how much more that closes.
        """
        key = (self.fold.width(role), Piece(section, (), False))
        if key not in self._sizes:
            look, spot = self.look(role), Spot(Misfits())
            told = replace(self.story.sections[section], blocks=(_LINE, _LINE))
            head, first, second = on_panel(told, self._said(told), look, spot, Element("Div"))
            height = height_of(head.flowable, look.paper.measure) + first.gap.space
            closes = second.gap.closes - first.gap.closes
            self._sizes[key] = Size(second.gap.space, height, (), closes)
        return self._sizes[key]

    def atoms(self, piece: Piece, look: Look, spot: Spot, parent: Element) -> list[Atom]:
        """A piece as atoms, set closer than on A4."""
        section = self.told(piece)
        return on_panel(section, "" if piece.headed else self._said(section), look, spot, parent)

    def _said(self, section: Section) -> str:
        """Above what goes on from the panel before."""
        return self.story.words.document.continued(heading=section.heading)

    def told(self, piece: Piece) -> Section:
        """A section of the blocks of a piece."""
        section = self.story.sections[piece.section]
        told = [some(section.blocks[one.block], one.first, one.upto) for one in piece.parts]
        subtitle = section.subtitle if piece.headed else ""
        return replace(section, subtitle=subtitle, blocks=tuple(told))

    def introduction(self, spot: Spot, parent: Element, alone: bool = False) -> list[Atom]:
        """The introduction at the top of the first panel inside.

        Args:
            alone: whether nothing else stands there: it is as large then as becomes the panel.
        """
        if not self.story.introduction or not self.introduced:
            return []
        section, look = parent.add("Sect"), self.look("inside 1")
        large = self._large if alone else None
        if large:
            look = replace(look, scale={**LEAFLET, "lead": large})
        here = spot.of("the introduction", ("introduction",))
        token = "primary-text" if large else "text"
        texts = prose.passages(self.story.introduction, look, section, "lead", token)
        return [Atom(text, here, gap) for text, gap in texts]

    @cached_property
    def _large(self) -> Type | None:
        """The largest type in which the introduction leaves some of its panel free."""
        assert self.story.introduction is not None
        look = self.look("inside 1")
        room = look.paper.height - self.below("inside 1") - look.paper.bottom
        for style in LEAFLET_ALONE:
            larger = replace(look, scale={**LEAFLET, "lead": style})
            texts = prose.passages(self.story.introduction, larger, Element("Div"), "lead")
            high = sum(height_of(text, look.paper.measure) + gap.space for text, gap in texts)
            if high <= ALONE * room:
                return style
        return None

    def alone(self, space: Space) -> float:
        """How high what always stands on a panel is where nothing else does, pt on the layout."""
        if not space.below:
            return space.taken
        paper = self.paper(space.role)
        atoms = self.introduction(Spot(Misfits()), Element("Div"), alone=True)
        above = self.below(space.role) - paper.top
        return above + flow.height(atoms, paper.measure) - atoms[0].gap.space

    def front(self, document: Element, misfits: Misfits | None = None) -> Front:
        """The front panel, measured."""
        look = self.look("front")
        spot = Spot(misfits or Misfits(), look.paper.zoom, 'the panel "front"', ("title",))
        headroom = spacing.PANEL_MARK if self.story.draft else 0.0
        front = Front(self.story, look, document, spot, headroom, self.telling)
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

"""How an edition in pages is set: what the board edition, large print and the booklet share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.editions.about import about_the_figures
from hscb_report.editions.leads import crowded, demoted
from hscb_report.editions.publication import Page, Publication
from hscb_report.editions.sections import section_atoms
from hscb_report.page import prose, spacing
from hscb_report.page.back import BackCover
from hscb_report.page.cover import Cover, tells
from hscb_report.page.flow import Atom, Frame, Placed, paginate
from hscb_report.page.furniture import DRAFT_HEIGHT, draft_mark, footer, top_edge
from hscb_report.page.layout import stretch
from hscb_report.page.look import Look, Paper
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Story


@dataclass(frozen=True)
class Layout:
    """What an edition in pages decides for itself.

    Attributes:
        paper: the page, its margins and zoom.
        scale: the type scale, before the zoom.
        one_column: blocks and numbers below one another, tables as lists.
        back_cover: whether the last page is a cover of its own, with the ways to reach the board.
        multiple: of what the pages are, with blank ones before the last.
        count: of the pages before a back cover, if there can be so many; 0 for as many as is best.
    """

    paper: Paper
    scale: Mapping[str, Type]
    one_column: bool = False
    back_cover: bool = False
    multiple: int = 1
    count: int = 0

    def look(self, brand: Brand) -> Look:
        """How it is set in a brand."""
        most = 1 if self.one_column else 12
        return Look(brand, self.paper, self.scale, self.one_column, most)


def compose(story: Story, brand: Brand, layout: Layout) -> Publication:
    """Lay a story out, page after page, with one leading number on each at the most."""
    look = layout.look(brand)
    made = _laid(story, look, layout)
    while keys := crowded(made.pages):
        story = demoted(story, keys)
        made = _laid(story, look, layout)
    last = [made.back] if made.back else []
    count = len(made.pages) + len(last)
    blanks = -count % layout.multiple
    drawing = _Drawing(story, made.draft, look, count + blanks)
    pages = [
        Page(look.paper, partial(drawing.draw, placed, number))
        for number, placed in enumerate(made.pages, 1)
    ]
    pages += [Page(look.paper, lambda canvas: None)] * blanks
    pages += [Page(look.paper, partial(drawing.draw_back, back)) for back in last]
    return Publication(
        story.full_title,
        story.words.language,
        pages,
        made.document,
        made.misfits.found,
        bool(story.draft),
        blanks,
        made.short,
        made.parted,
    )


@dataclass(frozen=True)
class _Laid:
    """A story on its pages.

    Attributes:
        draft: the element that says the words of the draft mark; None for no mark.
        back: the back cover, if there is one.
        short, parted: as a publication has it.
    """

    pages: list[list[Placed]]
    document: Element
    draft: Element | None
    back: BackCover | None
    misfits: Misfits
    short: float
    parted: float


def _laid(story: Story, look: Look, layout: Layout) -> _Laid:
    paper, misfits, document = look.paper, Misfits(), Element("Document")
    draft = document.add("P") if story.draft else None
    headroom = DRAFT_HEIGHT if draft else 0.0
    spot = Spot(misfits, paper.zoom)
    atoms = _atoms(story, look, spot, document, headroom, not layout.back_cover)
    back = None
    if layout.back_cover:
        back = BackCover(story.contact, story.full_title, look, document, headroom)
    if back and back.excess > 0:
        hint = "shorten the address in the board's file"
        spot.of("the back cover", ("board",), hint).misfit(back.excess, "high")
    top, bottom = paper.height - paper.top - headroom, paper.bottom + spacing.LAST
    first = Frame(paper.height, bottom)
    pages = paginate(atoms, look, first, Frame(top, bottom), layout.count)
    if len(pages[0]) == 1:  # a cover that stands alone takes its page
        cover = pages[0][0]
        stretch(cover.flowable, first.height)
        pages[0] = [replace(cover, y=bottom)]
    short, parted = _short(pages, Frame(top, bottom)), _parted(pages, atoms)
    return _Laid(pages, document, draft, back, misfits, short, parted)


def _short(pages: Sequence[Sequence[Placed]], frame: Frame) -> float:
    """What the pages between the first and the last lack that are less than two thirds full."""
    full = [(frame.top - min(one.y for one in page)) / frame.height for page in pages[1:-1]]
    return sum(max(0.0, spacing.LEAST_FULL - one) for one in full)


def _parted(pages: Sequence[Sequence[Placed]], atoms: Sequence[Atom]) -> float:
    """How bad it is where pages end."""
    costs = {id(one.flowable): one.break_cost for one in atoms}
    return sum(
        next(costs[id(one.flowable)] for one in page if id(one.flowable) in costs)
        for page in pages[1:]
    )


def _atoms(
    story: Story, look: Look, spot: Spot, document: Element, headroom: float, with_contact: bool
) -> list[Atom]:
    """All there is to set, in its order."""
    here = spot.of("the cover", ("title",))
    cover = Cover(story, look, document, here, headroom)
    atoms = [Atom(cover, here, spacing.NONE, keep_next=not cover.may_stand_alone)]
    if story.introduction:
        here = spot.of("the introduction", ("introduction",))
        atoms += prose.prose(
            story.introduction,
            look,
            here,
            document.add("Sect"),
            look.paper.measure,
            "lead",
            spacing.INTRODUCTION,
        )
    told = tells(story, look)
    for index, section in enumerate(story.sections):
        if index != told:
            said = story.words.document.continued(heading=section.heading)
            atoms += section_atoms(section, look, spot, document, continued=said)
    return atoms + about_the_figures(story, look, spot, document, with_contact)


@dataclass(frozen=True)
class _Drawing:
    """What all pages of a publication share when they are drawn.

    Attributes:
        draft: the element that says the words of the draft mark; None for no mark.
        count: of the pages.
    """

    story: Story
    draft: Element | None
    look: Look
    count: int

    def draw(self, placed: Sequence[Placed], number: int, canvas: ReportCanvas) -> None:
        """Draw what stands on a page, and its furniture."""
        for item in placed:
            item.flowable.drawOn(canvas, item.x, item.y)
        if self.story.draft:
            element = self.draft if number == 1 else None
            draft_mark(canvas, self.look, self.story.draft, element)
        elif number > 1:
            top_edge(canvas, self.look)
        page = self.story.words.document.page(number=number, count=self.count)
        footer(canvas, self.look, self.story.running, page)

    def draw_back(self, back: BackCover, canvas: ReportCanvas) -> None:
        """Draw the back cover, which bears no number."""
        back.wrap(0, 0)
        back.drawOn(canvas, 0, 0)
        if self.story.draft:
            draft_mark(canvas, self.look, self.story.draft, None)

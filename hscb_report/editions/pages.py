"""How an edition in pages is set: what the board edition, large print and the booklet share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.editions.about import about_the_figures
from hscb_report.editions.publication import Page, Publication
from hscb_report.editions.sections import section_atoms
from hscb_report.page import prose, spacing
from hscb_report.page.cover import Cover, tells
from hscb_report.page.flow import Atom, Frame, Placed, paginate
from hscb_report.page.furniture import DRAFT_HEIGHT, draft_mark, footer, top_edge
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
        one_column: blocks and cards below one another, tables as lists.
    """

    paper: Paper
    scale: Mapping[str, Type]
    one_column: bool = False

    def look(self, brand: Brand) -> Look:
        """How it is set in a brand."""
        most = 1 if self.one_column else 12
        return Look(brand, self.paper, self.scale, self.one_column, most)


def compose(story: Story, brand: Brand, layout: Layout) -> Publication:
    """Lay a story out, page after page."""
    look, paper = layout.look(brand), layout.paper
    misfits = Misfits()
    document = Element("Document")
    draft = document.add("P") if story.draft else None
    headroom = DRAFT_HEIGHT if draft else 0.0
    atoms = _atoms(story, look, Spot(misfits, paper.zoom), document, headroom)
    top, bottom = paper.height - paper.top - headroom, paper.bottom + spacing.LAST
    laid = paginate(atoms, look, Frame(paper.height, bottom), Frame(top, bottom))
    drawing = _Drawing(story, draft, look, len(laid))
    pages = [
        Page(paper, partial(drawing.draw, placed, number)) for number, placed in enumerate(laid, 1)
    ]
    return Publication(
        story.full_title, story.words.language, pages, document, misfits.found, bool(story.draft)
    )


def _atoms(story: Story, look: Look, spot: Spot, document: Element, headroom: float) -> list[Atom]:
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
            atoms += section_atoms(section, look, spot, document)
    return atoms + about_the_figures(story, look, spot, document)


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
        if self.draft:
            mark = self.story.draft
            draft_mark(canvas, self.look, mark, self.draft if number == 1 else None)
        elif number > 1:
            top_edge(canvas, self.look)
        page = self.story.words.document.page(number=number, count=self.count)
        footer(canvas, self.look, self.story.running, page)

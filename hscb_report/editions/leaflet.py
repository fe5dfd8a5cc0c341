"""The leaflet: content chosen and laid for the panels of a fold, not a shrunken A4."""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.editions.advice import advised, unforeseen
from hscb_report.editions.fullness import remarks
from hscb_report.editions.imposition import LEAFLETS
from hscb_report.editions.plan import Plan
from hscb_report.editions.planning import Planning
from hscb_report.editions.publication import Publication
from hscb_report.editions.setting import panel
from hscb_report.page.spot import Misfits
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Story
from hscb_report.summary.reading import Reader


def compose(story: Story, reader: Reader, brand: Brand, fold: str) -> Publication:
    """Lay a story out on the panels of a fold, in the order they are read.

    Args:
        reader: whose story it is; its summary says what stands where.
        fold: one of ``imposition.FOLDS``.
    """
    planning = Planning(story, reader, brand, fold)
    plan = planning.best()
    publication = _published(plan, planning)
    if plan.faults:
        told = advised(plan, planning)
        places = {(one.name, one.key) for one in told}
        drawn = [one for one in publication.misfits if (one.name, one.key) not in places]
        publication.misfits[:] = [*told, *(one for one in drawn if one.dimension != "high")]
    elif publication.misfits:  # which would be a fault of the plan
        publication.misfits[:] = [unforeseen(one, planning) for one in publication.misfits]
    else:
        publication.remarks.extend(remarks(plan, planning))
    return publication


def _published(plan: Plan, planning: Planning) -> Publication:
    laying, fold = plan.laying, LEAFLETS[planning.fold]
    story, misfits = laying.story, Misfits()
    document = Element("Document")
    draft = document.add("P") if story.draft else None
    front = laying.front(document, misfits)
    pages = [
        laying.front_page(front, draft)
        if role == "front"
        else panel(laying, role, plan.pieces(role), plan.shown, misfits, document)
        for role in fold.reading
    ]
    return Publication(
        story.full_title,
        story.words.language,
        pages,
        document,
        misfits.found,
        bool(story.draft),
    )

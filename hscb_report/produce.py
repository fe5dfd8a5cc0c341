"""An edition as PDF: laid out, drawn, finished for its standards, and judged by them.

Heavy libraries are imported where they are used, so that ``check`` and ``list`` stay quick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hscb_report.artefacts import Artefact, Material
from hscb_report.errors import NOTE, ConformanceError, ContentError, Misfit, Problem
from hscb_report.products import EDITIONS, STANDARDS, Order, ending, is_default

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hscb_report.brand.brand import Brand
    from hscb_report.editions.imposition import Side
    from hscb_report.editions.publication import Publication
    from hscb_report.pdf.facts import Facts
    from hscb_report.summary.load import Loaded

LONGEST_NAME = 120
"""So much of a heading or title is said, in letters."""
PRESS_NOTE = (
    "Colours on a screen are near those in print, not the same. Print both sides, cut, "
    "fold, and read before you order."
)
OFFICE_NOTE = (
    "Print at actual size on both sides, flip on the short edge, then fold. Printers leave "
    "about 5 mm at the edges white."
)


@dataclass(frozen=True)
class Drawn:
    """An edition as PDF, before it is finished for its standards.

    Attributes:
        name: of the file, without its ending.
        data: what was drawn.
        notes: what whoever builds it should know.
    """

    name: str
    data: bytes
    publication: Publication
    sides: Sequence[Side]
    brand: Brand
    facts: Facts
    notes: tuple[Problem, ...]


def drawn(edition: str, order: Order, material: Material, tags: bool = True) -> Drawn:
    """Lay an edition out and draw it.

    Args:
        tags: whether its structure is written, which nobody sees.

    Raises:
        ContentError: something does not fit; every such thing is named.
    """
    from hscb_report.brand.brand import Brand
    from hscb_report.brand.colours import Purpose
    from hscb_report.editions.facts import facts_of
    from hscb_report.editions.lay_out import lay_out
    from hscb_report.editions.write import write

    fold = order.fold_of(edition)
    name = f"{material.stem}{ending(edition, order.purpose, fold)}"
    loaded = material.loaded
    brand = Brand(loaded.board, Purpose(order.purpose))
    publication, sides = lay_out(edition, material.story, material.reader, brand, fold)
    if publication.misfits:
        raise ContentError([_problem_of(one, loaded, edition) for one in publication.misfits])
    facts = facts_of(loaded, material.reader, STANDARDS[order.purpose])
    slug = name if order.marks else None
    data = write(publication, sides, brand, facts.created, slug, order.stock or "coated", tags)
    notes = tuple(
        Problem(one.code, one.message, one.hint, loaded.tree.place(one.key), one.key, NOTE)
        for one in publication.remarks
    )
    return Drawn(name, data, publication, sides, brand, facts, notes)


def pdf(edition: str, order: Order, material: Material) -> list[Artefact]:
    """The file of an edition, and behind it what goes beside it: the order sheet for the printer,
    proofs.

    Raises:
        ContentError: something does not fit; every such thing is named.
        ConformanceError: the file does not hold its standards.
    """
    from hscb_report.pdf.finish import finish

    one = drawn(edition, order, material)
    standards = STANDARDS[order.purpose]
    data = finish(one.data, one.facts, standards)
    _judge(data, edition, standards)
    file = f"{one.name}.{EDITIONS[edition].form}"
    made = Artefact(file, data, len(one.sides), standards, one.notes)
    beside = _beside(one.name, data, one.publication, one.sides, one.brand, edition, order)
    return [made, *beside]


def _beside(
    name: str,
    data: bytes,
    publication: Publication,
    sides: Sequence[Side],
    brand: Brand,
    edition: str,
    order: Order,
) -> list[Artefact]:
    """What goes with a printed file: the order sheet for a print shop, and proofs where they are
    wanted.
    """
    from hscb_report.pdf.boxes import for_press
    from hscb_report.proof.order_sheet import order_sheet
    from hscb_report.proof.pictures import proofs

    press = order.purpose == "press"
    made = []
    if press:
        sheet = order_sheet(
            publication,
            sides,
            brand,
            f"{name}.pdf",
            edition,
            order.fold_of(edition),
            order.stock or "coated",
            order.marks,
        )
        # With a byte order mark Windows opens it as UTF-8 everywhere.
        made.append(Artefact(f"{name}-order.txt", sheet.encode("utf-8-sig")))
    if order.proof:
        first = sides[0]
        corner = for_press(first.width, first.height, order.marks).trim[:2] if press else (0.0, 0.0)
        note = PRESS_NOTE if press else OFFICE_NOTE
        pictures = proofs(data, sides, publication, name, corner, note)
        made += [Artefact(file, picture) for file, picture in pictures.items()]
    return made


def _judge(data: bytes, edition: str, standards: Sequence[str]) -> None:
    """Open the written bytes again and hold them to their standards."""
    from hscb_report.preflight.verify import verify

    verdict = verify(data, standards)
    if verdict.clean:
        return
    found = dict.fromkeys(
        (check.name, fault)
        for judged in verdict.judged
        for check in judged.checks
        for fault in check.findings
    )
    problems = [
        Problem(
            "does-not-conform",
            f"the {edition} edition failed its preflight, {name}: {fault.as_text()}",
            "nothing was written; this is a fault of the tool, please report it with the "
            "content file",
        )
        for name, fault in found
    ]
    raise ConformanceError(
        problems or [Problem("unreadable", verdict.unreadable or verdict.too_large)]
    )


def _problem_of(misfit: Misfit, loaded: Loaded, edition: str) -> Problem:
    name = misfit.name if len(misfit.name) <= LONGEST_NAME else f"{misfit.name[:LONGEST_NAME]}…"
    without = {
        "nowhere": ("no-place", f"{name} has no place in the {edition}"),
        "blank": ("blank-panel", f"{name} of the {edition} is blank"),
    }
    if misfit.dimension in without:
        return Problem(
            *without[misfit.dimension],
            misfit.hint,
            loaded.tree.place(misfit.key),
            misfit.key,
        )
    if misfit.said:
        code, place = f"too-{misfit.dimension}", loaded.tree.place(misfit.key)
        return Problem(code, misfit.said, misfit.hint, place, misfit.key)
    excess = f"{misfit.excess:.0f}" if misfit.excess >= 1 else f"{misfit.excess:.1f}"
    hint = misfit.hint or (
        "shorten its text, or make two blocks of it"
        if misfit.dimension == "high"
        else "give it more width, or check the number"
    )
    where = "for its place" + ("" if is_default(edition) else f" in the {edition} edition")
    return Problem(
        "does-not-fit",
        f"{name} is {excess} mm too {misfit.dimension} {where}",
        hint,
        loaded.tree.place(misfit.key),
        misfit.key,
    )

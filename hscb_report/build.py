"""The pipeline, from a period's content to files in place; read it from top to bottom.

Heavy libraries are imported where they are used, so that ``check`` and ``list`` stay quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ConformanceError, ContentError, Misfit, Problem, shown_path
from hscb_report.files import place
from hscb_report.products import EDITIONS, PURPOSES, STANDARDS, Order, ending
from hscb_report.project import CONTENT, OUTPUT, as_period, errors_in, examined, stem, warnings_in

if TYPE_CHECKING:
    from hscb_report.brand.brand import Brand
    from hscb_report.editions.imposition import Side
    from hscb_report.editions.publication import Publication
    from hscb_report.summary.load import Loaded

DEFAULT = next(iter(EDITIONS))
PRESS_NOTE = (
    "Colours on a screen are near those in print, not the same. Print both sides, cut, fold, and "
    "read before you order."
)
OFFICE_NOTE = (
    "Print at actual size on both sides, flip on the short edge, then fold. Printers leave about "
    "5 mm at the edges white."
)


@dataclass(frozen=True)
class Built:
    """A file that was made.

    Attributes:
        path: where it stands.
        edition: which of ``products.EDITIONS`` it is.
        pages: how many; sides, for what is printed several pages on one.
        size: bytes.
        beside: what was written with it: the order sheet for the printer, proofs.
    """

    path: Path
    edition: str
    pages: int
    size: int
    beside: tuple[Path, ...] = ()


def build(
    period: str,
    *,
    content: Path | str = CONTENT,
    output: Path | str | None = None,
    editions: Iterable[str] = (DEFAULT,),
    purpose: str = PURPOSES[0],
    fold: str | None = None,
    marks: bool = False,
    stock: str | None = None,
    proof: bool = False,
    final: bool = False,
    progress: Callable[[str], None] = lambda step: None,
    warn: Callable[[list[Problem]], None] = lambda warnings: None,
) -> list[Built]:
    """Build a period's editions.

    All content is checked first; files are moved into place only when all are complete, so
    nothing half-written is ever left behind.

    Args:
        period: the name of a content file, such as ``2017-18``.
        content: the folder of content files.
        output: the folder to write to; ``output/PERIOD`` unless told.
        editions, purpose, fold, marks, stock, proof: what to build, as ``products.Order`` has it.
        final: refuse a draft, and figures whose value is still missing.
        progress: told each step before it begins.
        warn: told what does not stop the build and should be looked at, if there is anything.

    Raises:
        UsageError: there is no such period, or what is asked for cannot be built.
        ContentError: the content has errors, or does not fit; every problem is listed.
        ConformanceError: what was made does not hold its standards; nothing was written.
        FileError: a file could not be read or written.
    """
    order = Order(tuple(dict.fromkeys(editions)), purpose, fold, marks, stock, proof)
    order.check()
    progress(f"reading {period}")
    loaded, found = examined(as_period(period), Path(content))
    if problems := [
        *errors_in(found),
        *(_not_final(loaded) if final else []),
        *_not_printable(loaded, order),
    ]:
        raise ContentError(problems)
    if warnings := warnings_in(found):
        warn(warnings)
    made = []
    for edition in order.editions:
        progress(f"laying out the {edition} edition")
        made.append((edition, *_make(edition, order, loaded)))
    folder = Path(output) if output is not None else OUTPUT / as_period(period)
    progress(f"writing to {shown_path(folder)}")
    return [
        Built(
            place(folder / name, data),
            edition,
            pages,
            len(data),
            tuple(place(folder / other, more) for other, more in beside.items()),
        )
        for edition, name, data, pages, beside in made
    ]


def _not_final(loaded: Loaded) -> list[Problem]:
    """What stands between this content and publication."""
    found = []
    if loaded.summary.status != "final":
        found.append(
            Problem(
                "draft",
                "the content is a draft",
                "write status: final when the board has agreed it",
                loaded.tree.place(("status",)),
                ("status",),
            )
        )
    for name, figure in loaded.summary.figures.items():
        if figure.value is None and figure.required:
            path = ("figures", name, "value")
            found.append(
                Problem(
                    "value-missing",
                    f'the value of "{name}" is missing',
                    "supply it, or write required: false to publish without it",
                    loaded.tree.place(path),
                    path,
                )
            )
    return found


def _not_printable(loaded: Loaded, order: Order) -> list[Problem]:
    """What the stock cannot take: the limit for coated stock was checked with the board's file."""
    from hscb_report.brand import brand

    return brand.unprintable(loaded.board, loaded.board_tree, order.stock) if order.stock else []


def _make(edition: str, order: Order, loaded: Loaded) -> tuple[str, bytes, int, dict[str, bytes]]:
    """One edition: its file's name, its bytes, its sides, and what goes beside it by name."""
    from hscb_report.brand.brand import Brand
    from hscb_report.brand.colours import Purpose
    from hscb_report.editions.facts import facts_of
    from hscb_report.editions.lay_out import lay_out
    from hscb_report.editions.write import write
    from hscb_report.pdf.finish import finish

    fold = order.fold_of(edition)
    name = f"{stem(loaded)}{ending(edition, order.purpose, fold)}"
    brand, facts = Brand(loaded.board, Purpose(order.purpose)), facts_of(loaded, order.purpose)
    publication, sides = lay_out(edition, loaded.summary, loaded.board, brand, fold, loaded.earlier)
    if publication.misfits:
        raise ContentError([_problem_of(misfit, loaded, edition) for misfit in publication.misfits])
    drawn = write(
        publication,
        sides,
        brand,
        facts.created,
        name if order.marks else None,
        order.stock or "coated",
    )
    data = finish(drawn, facts, STANDARDS[order.purpose])
    _judge(data, edition, order)
    return (
        f"{name}.pdf",
        data,
        len(sides),
        _beside(name, data, publication, sides, brand, edition, order),
    )


def _beside(
    name: str,
    data: bytes,
    publication: Publication,
    sides: list[Side],
    brand: Brand,
    edition: str,
    order: Order,
) -> dict[str, bytes]:
    """What goes with a printed file: the order sheet for a print shop, and proofs where they are
    wanted.
    """
    from hscb_report.pdf.boxes import for_press
    from hscb_report.proof.order_sheet import order_sheet
    from hscb_report.proof.pictures import proofs

    press = order.purpose == "press"
    made = {}
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
        made[f"{name}-order.txt"] = sheet.encode(
            "utf-8-sig"
        )  # Windows then opens it as UTF-8 everywhere
    if order.proof:
        corner = (
            for_press(sides[0].width, sides[0].height, order.marks).trim[:2]
            if press
            else (0.0, 0.0)
        )
        note = PRESS_NOTE if press else OFFICE_NOTE
        made |= proofs(data, sides, publication, name, corner, note)
    return made


def _judge(data: bytes, edition: str, order: Order) -> None:
    """Open the written bytes again and hold them to their standards."""
    from hscb_report.preflight.verify import verify

    verdict = verify(data, STANDARDS[order.purpose])
    if not verdict.holds:
        found = dict.fromkeys(
            (check.name, finding)
            for judged in verdict.judged
            for check in judged.checks
            for finding in check.findings
        )
        raise ConformanceError(
            [
                Problem(
                    "does-not-conform",
                    f"the {edition} edition failed its preflight, {name}: {finding.as_text()}",
                    "nothing was written; this is a fault of the tool, please report it with the "
                    "content file",
                )
                for name, finding in found
            ]
            or [Problem("unreadable", verdict.unreadable)]
        )


def _problem_of(misfit: Misfit, loaded: Loaded, edition: str) -> Problem:
    if misfit.dimension == "nowhere":
        return Problem(
            "no-place",
            f"{misfit.name} has no place in the {edition}",
            misfit.hint,
            loaded.tree.place(misfit.key),
            misfit.key,
        )
    excess = f"{misfit.excess:.0f}" if misfit.excess >= 1 else f"{misfit.excess:.1f}"
    hint = misfit.hint or (
        "shorten its text, or make two blocks of it"
        if misfit.dimension == "high"
        else "give it more width, or check the number"
    )
    where = "for its place" if edition == DEFAULT else f"for its place in the {edition} edition"
    return Problem(
        "does-not-fit",
        f"{misfit.name} is {excess} mm too {misfit.dimension} {where}",
        hint,
        loaded.tree.place(misfit.key) if misfit.key else None,
        misfit.key,
    )

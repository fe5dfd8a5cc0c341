"""The pipeline, from a period's content to files in place; read it from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import NOTE, WARNING, ContentError, Problem, shown_path
from hscb_report.files import place_all
from hscb_report.products import EDITIONS, PURPOSES, Order, chosen
from hscb_report.project import (
    CONTENT,
    OUTPUT,
    as_period,
    errors_in,
    examined,
    is_draft,
    stem,
    warnings_in,
)

if TYPE_CHECKING:
    from hscb_report.artefacts import Artefact, Material
    from hscb_report.summary.load import Loaded

DEFAULT = next(iter(EDITIONS))


@dataclass(frozen=True)
class Built:
    """A file that was made.

    Attributes:
        path: where it stands.
        edition: which of ``products.EDITIONS`` it is.
        pages: how many; sides, for what is printed several pages on one.
        size: bytes.
        beside: what was written with it: the order sheet for the printer, proofs.
        notes: what whoever builds it should know: what was left out for want of room.
    """

    path: Path
    edition: str
    pages: int
    size: int
    beside: tuple[Path, ...] = ()
    notes: tuple[Problem, ...] = ()


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

    All content is checked first; files are moved into place only when those of all editions are
    complete, so nothing half-written is left behind. A run that is killed between two moves is
    finished by the next.

    Args:
        period: the name of a content file, such as ``2017-18``.
        content: the folder of content files.
        output: the folder to write to; ``output/PERIOD`` unless told.
        editions: names from ``products.EDITIONS``, or ``all``.
        purpose, fold, marks, stock, proof: what to build, as ``products.Order`` has it.
        final: refuse a draft, figures whose number is still to come, and what nobody has looked
            at.
        progress: told each step before it begins.
        warn: told what does not stop the build and should be looked at, if there is anything.

    Raises:
        UsageError: there is no such period, or what is asked for cannot be built.
        ContentError: the content has errors, or does not fit; every problem is listed.
        ConformanceError: what was made does not hold its standards; nothing was written.
        FileError: a file could not be read or written.
    """
    order = Order(chosen(editions, purpose), purpose, fold, marks, stock, proof)
    order.check()
    _check_date()
    progress(f"reading {period}")
    loaded, found = examined(as_period(period), Path(content))
    found = weighed(loaded, found, order)
    stopping = errors_in(found) + (_not_final(loaded) if final else [])
    if problems := stopping + _not_printable(loaded, order):
        raise ContentError(problems)
    if warnings := warnings_in(found):
        warn(warnings)
    made = made_of(material_of(marked(loaded)), order, progress)
    folder = Path(output) if output is not None else OUTPUT / as_period(period)
    progress(f"writing to {shown_path(folder)}")
    place_all({folder / one.name: one.data for parts in made.values() for one in parts}, folder)
    return [_built(edition, made[edition], folder) for edition in order.editions]


def weighed(loaded: Loaded, found: list[Problem], order: Order) -> list[Problem]:
    """What was found, where what is wrong with a leaflet stops nothing but that leaflet."""
    return [
        replace(one, severity=WARNING)
        if one in loaded.unplaced and not _concerns(one, loaded, order)
        else one
        for one in found
    ]


def made_of(
    material: Material, order: Order, progress: Callable[[str], None] = lambda step: None
) -> dict[str, list[Artefact]]:
    """What each edition makes, by its name.

    Raises:
        ContentError, ConformanceError: as ``build`` does.
    """
    made: dict[str, list[Artefact]] = {}
    for edition in sorted(order.editions, key=lambda name: EDITIONS[name].leads):
        progress(f"laying out the {edition} edition")
        beside = tuple((name, parts[0]) for name, parts in made.items())
        made[edition] = make(edition, order, replace(material, beside=beside))
    return made


def _concerns(problem: Problem, loaded: Loaded, order: Order) -> bool:
    """Whether what is wrong with a leaflet is wrong with one that is to be built."""
    from hscb_report.summary.placed import concerns

    return any(
        concerns(problem, loaded.summary, order.fold_of(edition))
        for edition in order.editions
        if EDITIONS[edition].folds
    )


def _check_date() -> None:
    """Refuse a date that cannot be, before anything is laid out."""
    from hscb_report.summary.dates import ordered_date

    ordered_date()


def material_of(loaded: Loaded) -> Material:
    """The content, told once for all editions."""
    from hscb_report.artefacts import Material
    from hscb_report.pictures.gather import gather
    from hscb_report.story.tell import tell
    from hscb_report.summary.places import home_of
    from hscb_report.summary.reading import Reader

    reader = Reader(loaded.summary, loaded.earlier, home=home_of(loaded.board))
    art, problems = gather(loaded)
    if problems:  # a file was changed since it was checked
        raise ContentError(problems)
    return Material(loaded, reader, tell(reader, loaded.board, art), stem(loaded))


def make(edition: str, order: Order, material: Material) -> list[Artefact]:
    """What an edition makes, its main file first."""
    if EDITIONS[edition].form == "html":
        from hscb_report.web.make import page

        return page(edition, order, material)
    if EDITIONS[edition].form == "txt":
        from hscb_report.social.make import cards

        return cards(edition, order, material)
    from hscb_report.produce import pdf

    return pdf(edition, order, material)


def _built(edition: str, artefacts: list[Artefact], folder: Path) -> Built:
    """An edition whose files are in place."""
    main, *beside = artefacts
    others = tuple(folder / other.name for other in beside)
    notes = (*main.notes, *_older(edition, folder / main.name, others))
    return Built(folder / main.name, edition, main.pages, len(main.data), others, notes)


def _older(edition: str, main: Path, others: Iterable[Path]) -> list[Problem]:
    """What an edition that is a folder holds of an earlier build: nobody should post that."""
    if not EDITIONS[edition].inside:
        return []
    kinds = {one.suffix for one in others} or {".png"}
    found = sorted(one.name for one in main.parent.iterdir() if one.suffix in kinds)
    older = [name for name in found if name not in {one.name for one in others}]
    if not older:
        return []
    return [
        Problem(
            "older-files",
            f"{shown_path(main.parent)} also holds what this build did not make: "
            + ", ".join(older),
            "delete what is of an earlier build, so that nobody posts it",
            severity=NOTE,
        )
    ]


def _not_final(loaded: Loaded) -> list[Problem]:
    """What stands between this content and publication."""
    from hscb_report.checks.final import stopping

    return list(stopping(loaded))


def marked(loaded: Loaded) -> Loaded:
    """What is to be laid out: a draft for as long as something in it is still to be looked at."""
    if loaded.summary.status == "draft" or not is_draft(loaded):
        return loaded
    return replace(loaded, summary=loaded.summary.model_copy(update={"status": "draft"}))


def _not_printable(loaded: Loaded, order: Order) -> list[Problem]:
    """What the stock cannot take: the limit for coated stock was checked with the board's file."""
    from hscb_report.brand import brand, logos
    from hscb_report.pictures.gather import gather

    if not order.stock:
        return []
    board, tree = loaded.board, loaded.board_tree
    found = brand.unprintable(board, tree, order.stock)
    return found + logos.problems_in(board, gather(loaded)[0], tree, order.stock)

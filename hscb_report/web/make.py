"""The web edition: one page of HTML, made of the story, and judged before it is handed on."""

from __future__ import annotations

from urllib.parse import quote

from hscb_report.artefacts import Artefact, Material
from hscb_report.brand.brand import Brand
from hscb_report.editions.facts import facts_of
from hscb_report.errors import ConformanceError, Problem
from hscb_report.products import EDITIONS, Order, ending
from hscb_report.story.typography import set_plainly, typeset
from hscb_report.summary.export import figures_csv
from hscb_report.web.compose import File, compose
from hscb_report.web.dataset import dataset
from hscb_report.web.judge import faults
from hscb_report.words.table import Words

KILO = 1024
JUDGED = ("html",)
"""What a page is judged by: the questions of ``judge``."""


def page(edition: str, order: Order, material: Material) -> list[Artefact]:
    """The page. It leads to the PDFs that are built with it.

    Raises:
        ConformanceError: it does not hold what it promises.
    """
    loaded, reader, story = material.loaded, material.reader, material.story
    brand, words = Brand(loaded.board), story.words
    facts = facts_of(loaded, reader, ())
    name = f"{material.stem}{ending(edition, order.purpose)}"
    beside = [(kind, made) for kind, made in material.beside if EDITIONS[kind].form == "pdf"]
    files = [_pdf(kind, made, words) for kind, made in beside]
    told = ""
    if story.about:
        files.append(_csv(figures_csv(reader), material.stem, words))
        told = dataset(reader, loaded.board, set_plainly(story.full_title, words), facts.subject)
    data = compose(story, brand, files, told, facts.subject, facts.tool)
    if found := faults(data, typeset(story), [made.name for _, made in beside]):
        raise ConformanceError(
            [
                Problem(
                    "does-not-conform",
                    f"the {edition} edition failed its preflight: {fault}",
                    "nothing was written; this is a fault of the tool, please report it with the "
                    "content file",
                )
                for fault in dict.fromkeys(found)
            ]
        )
    return [Artefact(f"{name}.{EDITIONS[edition].form}", data, judged=JUDGED)]


def _pdf(edition: str, made: Artefact, words: Words) -> File:
    """A PDF beside the page."""
    called = words.web.editions.get(edition, edition)
    size = words.web.size(kilobytes=-(-len(made.data) // KILO))
    said = words.web.file(name=called, form="PDF", pages=made.pages, size=size)
    return File(said, quote(made.name))


def _csv(data: bytes, stem: str, words: Words) -> File:
    """The figures, inside the page."""
    size = words.web.size(kilobytes=-(-len(data) // KILO))
    said = words.web.file(name=words.web.figures, form="CSV", pages=0, size=size)
    return File(said, f"data:text/csv;charset=utf-8,{quote(data)}", f"{stem}-figures.csv")

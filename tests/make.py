"""Editions of any content, without files: for random content."""

from __future__ import annotations

import datetime as dt

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.editions.lay_out import lay_out
from hscb_report.editions.publication import Publication
from hscb_report.editions.write import write
from hscb_report.pdf.facts import Facts
from hscb_report.pdf.finish import finish
from hscb_report.pictures.gather import NO_ART, Art
from hscb_report.products import EDITIONS, STANDARDS
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader

CREATED = dt.datetime(2018, 3, 31, tzinfo=dt.UTC)
FACTS = Facts("Title", "Author", "Subject", "en-GB", CREATED, "a test")


def with_a_percentage(summary: Summary) -> Summary:
    """The same with a percentage at its end, which the cover shows and not what is tested."""
    data = summary.model_dump(exclude_unset=True)
    rate = {
        "value": 94,
        "unit": "percent",
        "label": "of all",
        "period": "2017-18",
        "source": "rate",
    }
    data.setdefault("figures", {})["rate"] = rate
    data.setdefault("sources", {})["rate"] = {"title": "A return", "publisher": "Somebody"}
    shown = [{"kind": "share", "figure": "rate"}, {"kind": "text", "text": "Words."}]
    data["sections"] = [*data["sections"], {"heading": "A rate", "blocks": shown}]
    return Summary.model_validate(data)


def products(*purposes: str) -> list[tuple[str, str, str]]:
    """Every edition, purpose and fold there is for these purposes, of those that are PDFs."""
    return [
        (name, purpose, fold)
        for name, edition in EDITIONS.items()
        for purpose in edition.serves
        if purpose in purposes and edition.form == "pdf"
        for fold in edition.folds or ("",)
    ]


def written(
    edition: str,
    summary: Summary,
    board: Board,
    purpose: str = "screen",
    fold: str = "",
    slug: str | None = None,
    earlier: dict[str, Summary] | None = None,
    art: Art = NO_ART,
) -> tuple[Publication, bytes]:
    """An edition laid out, and its finished bytes; none where something did not fit. A leaflet may
    have blank panels here.
    """
    brand = Brand(board, Purpose(purpose))
    reader = Reader(summary, earlier)
    publication, sides = lay_out(edition, tell(reader, board, art), reader, brand, fold)
    if any(misfit.dimension != "blank" for misfit in publication.misfits):
        return publication, b""
    return publication, finish(
        write(publication, sides, brand, CREATED, slug), FACTS, STANDARDS[purpose]
    )

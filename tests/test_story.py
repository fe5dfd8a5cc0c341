"""The story: told once, and every edition says it, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.story.nodes import Differences, Figures
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from make import written
from pdf import structure, text_of

CONTENTS = [
    (ROOT / "content", "2017-18"),
    (ROOT / "examples/every-block/content", "2024-25"),
    (ROOT / "examples/children-in-care/content", "2017-18"),
]
BOARD = Board.model_validate({"name": "A board", "web": "https://example.org"})


HEADS = {*Figures.HEADS, *Differences.HEADS}


def words(texts) -> list[str]:
    """The words of texts, without the marks that a list has and a table has not."""
    return re.findall(r"[\w'’£%\[\]/@.-]*\w[\w'’£%\[\]/-]*", " ".join(texts))


def read(data: bytes) -> list[str]:
    """What the tags say, in their order, without the heads of columns that are always the same,
    and without addresses, which are broken anywhere.
    """
    said = []
    for line in structure(data):
        _, _, text = line.strip().partition(" ")
        if alt := re.match(r"alt=(['\"])(.*)\1$", text, re.DOTALL):
            said.append(alt[2].replace("\\'", "'"))
        elif ": " in line and not line.strip().startswith("Link"):
            text = line.split(": ", 1)[1]
            said += [] if "scope=Column" in line and text in HEADS else [text]
    return said


@pytest.mark.parametrize(("content", "period"), CONTENTS, ids=lambda v: str(v)[-20:])
@pytest.mark.parametrize("edition", ["board", "booklet", "large-print"])
def test_an_edition_in_pages_says_the_story_in_its_order(edition, content, period):
    """The board edition word by word, up to the tables of figures, where a long series goes on in
    a second row.
    """
    loaded = load(period, Path(content), icons.names())
    story = tell(Reader(loaded.summary, loaded.earlier), loaded.board)
    _, data = written(edition, loaded.summary, loaded.board, earlier=loaded.earlier)
    links = [one.link for one in story.about.origins if one.link] + [*story.contact.links]
    addresses = {link.words for link in links}
    told, seen = [text for text in story.said() if text not in addresses], read(data)
    assert sorted(set(words(told))) == sorted(set(words(seen)))
    if edition != "board":  # tables may be lists there, with the notes of an entry at its end
        return
    about = "About the figures"
    assert words(seen[: seen.index(about)]) == words(told[: told.index(about)])
    assert len(words(told[: told.index(about)])) > 200


def summary(blocks: list, *, figures: dict | None = None, **more) -> Summary:
    sources = {
        "s": {"title": "Main source", "publisher": "Somebody"},
        "other": {"title": "Other source", "publisher": "Somebody else"},
    }
    shown = {
        "shown": {"value": 900, "label": "children", "period": "2017-18", "source": "s"},
        "hidden": {
            "value": 8000,
            "symbol": "p",
            "label": "contacts",
            "period": "2017-18",
            "source": "other",
        },
    }
    data = {
        "board": "b",
        "title": "Summary",
        "period": "2017-18",
        "status": "final",
        "sources": sources,
        "figures": figures or shown,
        "sections": [{"heading": "Heading", "blocks": blocks}],
        **more,
    }
    return Summary.model_validate(data)


STATISTIC = {"kind": "statistics", "items": ["shown"]}
PLACES = {
    "the front": summary([STATISTIC], leaflet={"front": "hidden"}),
    "what changed on the front": summary(
        [STATISTIC], leaflet={"front": {"figure": "shown", "what_changed": "Now {hidden}."}}
    ),
    "what changed": summary(
        [{"kind": "statistics", "items": [{"figure": "shown", "what_changed": "Of {hidden}."}]}]
    ),
    "a detail": summary(
        [STATISTIC, {"kind": "priorities", "items": [{"text": "One", "detail": "Of {hidden}."}]}]
    ),
    "a lesson": summary(
        [STATISTIC, {"kind": "lessons", "items": [{"text": "One", "what_changed": "{hidden}."}]}]
    ),
    "a text": summary([STATISTIC, {"kind": "text", "text": "It was {hidden}."}]),
    "a title": summary([{**STATISTIC, "title": "It was {hidden}"}]),
    "the introduction": summary([STATISTIC], introduction="It was {hidden}."),
    "a subtitle": summary(
        [],
        sections=[{"heading": "Heading", "subtitle": "Of {hidden}", "blocks": [STATISTIC]}],
    ),
    "a heading": summary([], sections=[{"heading": "Of {hidden}", "blocks": [STATISTIC]}]),
    "a label": summary(
        [STATISTIC],
        figures={
            "shown": {
                "value": 900,
                "label": "children, of {hidden}",
                "period": "2017-18",
                "source": "s",
            },
            "hidden": {
                "value": 8000,
                "symbol": "p",
                "label": "contacts",
                "period": "2017-18",
                "source": "other",
            },
        },
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_leaflet_explains_every_number_that_a_reader_meets(place):
    """Its symbol and its source, wherever it stands."""
    _, data = written("leaflet", PLACES[place], BOARD, fold="roll")
    text = " ".join(" ".join(text_of(data)).split())
    assert "8,000 [p]" in text
    assert "[p] provisional" in text
    assert "Other source, Somebody else" in text


def test_what_a_leaflet_does_not_show_it_does_not_explain():
    _, data = written("leaflet", summary([STATISTIC]), BOARD, fold="roll")
    text = " ".join(text_of(data))
    assert "provisional" not in text
    assert "Other source" not in text
    left_out = summary(
        [STATISTIC], introduction="It was {hidden}.", leaflet={"introduction": False}
    )
    _, data = written("leaflet", left_out, BOARD, fold="roll")
    assert "provisional" not in " ".join(text_of(data))


def test_priorities_on_two_panels_go_on_counting():
    blocks = [
        {"kind": "priorities", "items": ["First", "Second"]},
        {"kind": "text", "text": "Between."},
        {"kind": "priorities", "items": ["Third", "Fourth"]},
    ]
    placed = {
        "flap": [{"section": "Heading", "blocks": [1, 2]}],
        "back": [{"section": "Heading", "blocks": [3]}],
        "inside": [["More"]],
    }
    more = {"heading": "More", "blocks": [STATISTIC]}
    sections = [{"heading": "Heading", "blocks": blocks}, more]
    content = summary([], sections=sections, leaflet=placed)
    for edition, fold in (("leaflet", "roll"), ("board", "")):
        _, data = written(edition, content, BOARD, fold=fold)
        labels = [line.strip() for line in structure(data) if line.strip().startswith("Lbl")]
        assert labels == ["Lbl: 1", "Lbl: 2", "Lbl: 3", "Lbl: 4"]


def test_figures_in_the_title_of_a_chart_are_said_in_words():
    blocks = [
        {"kind": "bars", "title": "Of {shown} and **more**", "figures": ["shown", "hidden"]},
        {"kind": "funnel", "title": "From {hidden}", "figures": ["hidden", "part"]},
    ]
    figures = PLACES["a text"].model_dump(exclude_none=True)["figures"]
    figures["part"] = {**figures["shown"], "part_of": "hidden"}
    _, data = written("board", summary(blocks, figures=figures), BOARD)
    lines = structure(data)
    assert "    H3: Of 900 and more" in lines
    assert any("alt='Bar chart: Of 900 and more. " in line for line in lines)
    assert any("in proportion: From 8,000 [p]." in line for line in lines)

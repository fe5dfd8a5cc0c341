"""The story: told once, and every edition says it, no more and no less."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.editions.lay_out import addresses_of
from hscb_report.pictures.gather import gather
from hscb_report.story.about import notes_on
from hscb_report.story.nodes import Chart
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset, typeset_text
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.words.table import EN_GB
from make import written
from pdf import structure, text_of

CONTENTS = [
    (ROOT / "content", "2017-18"),
    (ROOT / "examples/every-block/content", "2024-25"),
    (ROOT / "examples/children-in-care/content", "2017-18"),
]
BOARD = Board.model_validate({"name": "A board", "web": "https://example.org"})


CHARTS = EN_GB.charts
HEADS = {CHARTS.figure, CHARTS.value, CHARTS.period, CHARTS.change}


def words(texts) -> list[str]:
    """The words of texts, without the marks that a list has and a table has not."""
    return re.findall(r"[\w'’£%\[\]/@.-]*\w[\w'’£%\[\]/-]*", " ".join(texts))


def read(data: bytes) -> list[str]:
    """What the tags say, in their order, without the heads of columns that are always the same,
    and without addresses by themselves; links inside a text are words of it, and addresses behind
    them, which lines part before a slash or a full stop.
    """
    said, tags = [], structure(data)
    for before, line, after in zip(["", *tags], tags, [*tags[1:], ""], strict=False):
        span = f"{line[: len(line) - len(line.lstrip())]}Span: "
        inside = before.startswith(span) or after.startswith(span)
        _, _, text = line.strip().partition(" ")
        if alt := re.match(r"alt=(['\"])(.*)\1$", text, re.DOTALL):
            said.append(alt[2].replace("\\'", "'"))
        elif ": " in line and (inside or not line.strip().startswith("Link")):
            text = re.sub(r" (?=[/.]\w)", "", line.split(": ", 1)[1])
            said += [] if "scope=Column" in line and text in HEADS else [text]
    return said


@pytest.mark.parametrize(("content", "period"), CONTENTS, ids=lambda v: str(v)[-20:])
@pytest.mark.parametrize("edition", ["board", "booklet", "large-print"])
def test_an_edition_in_pages_says_the_story_in_its_order(edition, content, period):
    """The board edition word by word, up to the tables of figures, where a long series goes on in
    a second row.
    """
    loaded = load(period, Path(content), icons.names())
    art, _ = gather(loaded)
    told = tell(Reader(loaded.summary, loaded.earlier), loaded.board, art)
    story = typeset(told, addresses_of("screen"))
    _, data = written(edition, loaded.summary, loaded.board, earlier=loaded.earlier, art=art)
    origins = story.about.origins
    links = [one.link for one in origins if one.link] + [*story.contact.links]
    addresses = {link.words for link in links}
    said = story.said(story.opening.section)
    told, seen = [text for text in said if text not in addresses], read(data)
    told += [story.contact.formats] if edition == "booklet" else []  # on its back cover
    assert sorted(set(words(told))) == sorted(set(words(seen)))
    if edition != "board":  # tables may be lists there, with the notes of an entry at its end
        return
    about = "About the figures"
    before = [told[: told.index(about)], seen[: seen.index(about)]]
    assert Counter(words(before[0])) == Counter(words(before[1]))
    # a picture may stand before or after the words that lead to it
    before = [[one for one in texts if one not in pictures(story)] for texts in before]
    assert words(before[0]) == words(before[1])
    assert len(words(before[0])) > 150


def pictures(story) -> set[str]:
    """What the pictures of its charts show, in words, in each form that they may have."""
    charts = [
        told.node for one in story.sections for told in one.blocks if isinstance(told.node, Chart)
    ]
    shown = [one.description for one in charts]
    shown += [one.field.description for one in charts if one.field]
    return {one.alt for one in shown if one}


FIGURES = {
    "shown": {"value": 900, "label": "children", "period": "2017-18", "source": "s"},
    "hidden": {
        "value": 8000,
        "symbol": "p",
        "label": "contacts",
        "period": "2017-18",
        "source": "other",
    },
}


def figures(**shown) -> dict:
    """Both figures, the one that is shown with more keys."""
    return {**FIGURES, "shown": {**FIGURES["shown"], **shown}}


def summary(blocks: list, *, figures: dict | None = None, **more) -> Summary:
    sources = {
        "s": {"title": "Main source", "publisher": "Somebody"},
        "other": {"title": "Other source", "publisher": "Somebody else"},
    }
    data = {
        "board": "b",
        "title": "Summary",
        "period": "2017-18",
        "status": "final",
        "sources": sources,
        "figures": figures or FIGURES,
        "sections": [{"heading": "Heading", "blocks": blocks}, FILLING],
        **more,
    }
    return Summary.model_validate(data)


FILLING = {"heading": "Also", "blocks": [{"kind": "text", "text": "More words."}] * 4}
"""So that no panel of a leaflet is blank."""


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
        sections=[{"heading": "Heading", "subtitle": "Of {hidden}", "blocks": [STATISTIC] * 4}],
    ),
    "a heading": summary([], sections=[{"heading": "Of {hidden}", "blocks": [STATISTIC] * 4}]),
    "a label": summary([STATISTIC], figures=figures(label="children, of {hidden}")),
    "words before a number": summary([STATISTIC], figures=figures(lead="of {hidden}")),
    "a name in bars": summary(
        [{"kind": "bars", "figures": ["shown", "more"]}],
        figures={**figures(name="Children of {hidden}"), "more": FIGURES["shown"]},
    ),
    "a definition in a table": summary(
        [{"kind": "table", "figures": ["shown"]}],
        figures=figures(definition="Of {hidden} in all."),
    ),
    "the name of a whole": summary(
        [STATISTIC],
        figures={
            **figures(part_of="whole"),
            "whole": {**FIGURES["shown"], "value": 9000, "name": "Contacts of {hidden}"},
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


UNSHOWN = {
    "nothing of it": summary([STATISTIC]),
    "an introduction that is left out": summary(
        [STATISTIC], introduction="It was {hidden}.", leaflet={"introduction": False}
    ),
    "a name, which cards do not print": summary([STATISTIC], figures=figures(name="Of {hidden}")),
    "a definition, which cards do not print": summary(
        [STATISTIC], figures=figures(definition="Of {hidden}.")
    ),
    "a block that is left out": summary(
        [STATISTIC, {"kind": "text", "text": "It was {hidden}."}],
        leaflet={"leave_out": [{"section": "Heading", "blocks": [2]}]},
    ),
}


@pytest.mark.parametrize("why", UNSHOWN)
def test_what_a_leaflet_does_not_show_it_does_not_explain(why):
    _, data = written("leaflet", UNSHOWN[why], BOARD, fold="roll")
    text = " ".join(text_of(data))
    assert "Main source" in text
    assert "provisional" not in text
    assert "Other source" not in text


def test_a_number_in_words_bears_no_symbol_and_has_a_source():
    few = {**FIGURES, "hidden": {**FIGURES["hidden"], "value": 8}}
    content = summary([{**STATISTIC, "title": "It was {hidden:words}"}], figures=few)
    text = " ".join(text_of(written("leaflet", content, BOARD, fold="roll")[1]))
    assert "It was eight" in text
    assert "provisional" not in text
    assert "Other source" in text


@pytest.mark.parametrize("left_out", [False, True])
def test_symbols_of_an_earlier_year_are_explained_where_it_is_shown(left_out):
    block = {"kind": "change", "since": "2016-17", "figures": ["shown"]}
    out = {"leave_out": [{"section": "Heading", "blocks": [2]}]} if left_out else {}
    content = summary([STATISTIC, block], leaflet=out)
    years = {"2016-17": summary([STATISTIC], figures=figures(symbol="e"), period="2016-17")}
    data = written("leaflet", content, BOARD, fold="roll", earlier=years)[1]
    text = " ".join(" ".join(text_of(data)).split())
    assert ("[e] estimated" in text) is not left_out


@pytest.mark.parametrize(("content", "period"), CONTENTS, ids=lambda v: str(v)[-20:])
@pytest.mark.parametrize("fold", ["roll", "z"])
def test_a_leaflet_says_nothing_but_the_story_and_its_foot(fold, content, period):
    loaded = load(period, Path(content), icons.names())
    reader = Reader(loaded.summary, loaded.earlier)
    art, _ = gather(loaded)
    story = typeset(tell(reader, loaded.board, art), addresses_of("screen"))
    every = [(i, range(len(section.blocks))) for i, section in enumerate(story.sections)]
    said = [*story.said(), *story.contact.said()]
    notes = notes_on(story, loaded.summary, every, introduction=True)
    said += [*story.hero.said(), typeset_text(notes, story.words), story.words.sources.partly]
    said += pictures(story)  # where a panel is full, charts have their lower form
    said += [story.words.document.continued(heading=one.heading) for one in story.sections]
    _, data = written(
        "leaflet", loaded.summary, loaded.board, fold=fold, earlier=loaded.earlier, art=art
    )
    assert set(words(read(data))) <= set(words(said))
    assert len(read(data)) > 20


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
    more = {"heading": "More", "blocks": [STATISTIC] * 3}
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


NESTED = {
    "whole": {"value": 604, "label": "plans", "period": "2017-18", "source": "s"},
    "named": {"lead": "of which", "label": "were for neglect", "name": "Plans for neglect"},
    "led": {"lead": "Of which", "label": "lasted a year"},
    "bare": {"label": "of these plans lasted two years"},
    "own": {"label": "plans in the north"},
}
SAID = {
    "named": "288 Plans for neglect",
    "led": "288 lasted a year",
    "bare": "288 of these plans lasted two years (604 plans)",
    "own": "288 plans in the north",
}


@pytest.mark.parametrize("name", SAID)
def test_words_that_lead_on_from_a_whole_stand_behind_it_alone(name):
    part = {**NESTED["whole"], "value": 288, "part_of": "whole"}
    figures = {one: {**part, **more} for one, more in NESTED.items()}
    figures["whole"] = NESTED["whole"]

    def told(*names: str):
        blocks = [{"kind": "statistics", "items": list(names)}]
        return tell(Reader(summary(blocks, figures=figures)), BOARD)

    def said(*names: str) -> list[str]:
        shown = told(*names).sections[0].blocks[0].node.statements
        return [str(one.reading.sentence) for one in shown]

    block = {"kind": "statistics", "items": [name]}
    printed = str(Reader(summary([block], figures=figures)).figure(name).sentence)
    assert said(name) == [SAID[name]]
    assert said("whole", name) == ["604 plans", printed]
    assert said("whole", "own", name)[2] == printed, "behind another of its parts"
    assert told(name).opening.large.statement.reading.sentence == SAID[name]

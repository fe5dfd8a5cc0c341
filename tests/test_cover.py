"""The cover and the front of a leaflet: each tells a section once, whole and in its own colours."""

from __future__ import annotations

import pytest

import seen
from covers import BOARD, FOLD, FUNNEL, TEXT, dots_in, summary
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.page.look import Look, Paper
from hscb_report.page.opening import tokens_of
from hscb_report.page.text import numeral_on_band
from hscb_report.preflight.verify import verify
from hscb_report.story.tell import tell
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from make import written
from pdf import opened, painted, structure, text_of
from test_layout_property import faults


@pytest.mark.parametrize("edition", ["board", "large-print", "booklet"])
def test_the_section_is_told_on_the_cover_and_not_again(edition):
    _, data = written(edition, summary(), BOARD)
    lines = [line.strip() for line in structure(data)]
    assert sum("H2: Our year" in line for line in lines) == 1
    (alt,) = (line for line in lines if line.startswith("Figure"))
    # where heading and numbers were read right before it, the picture does not say them again
    assert "Field of dots: 776 dots, of which 324, of which 25." in alt
    text = " ".join(" ".join(text_of(data)).split())
    before = text[: text.index("About the figures")]
    for once in (
        "77,602 all children",
        "some children",
        "few children",
        "Each dot stands for 100.",
    ):
        assert before.count(once) == 1, once
    assert [before.count(part) for part in ("42%", "8%")] == [1, 1]
    assert text.index("Annual Report") < text.index("Our year") < text.index("More")


def test_a_narrow_cover_without_room_for_the_section_leaves_it_to_its_page():
    content = summary(heading="A heading of many words " * 10, title="A title of many words " * 3)
    _, data = written("large-print", content, BOARD)
    assert sum(line.strip().startswith("Figure alt") for line in structure(data)) == 2
    assert sum("H2: A heading" in line for line in structure(data)) == 1


def test_a_cover_tells_no_section_that_says_how_its_number_stands_to_others():
    share = {"kind": "share", "figure": "rate"}
    told = summary(blocks=(share,))
    assert tell(Reader(told), BOARD).opening.section == 0
    figures = told.model_dump(exclude_unset=True)["figures"]
    figures["rate"]["previous"] = {"value": 90}
    said = tell(Reader(summary(blocks=(share,), figures=figures)), BOARD)
    assert said.opening.dots is not None
    assert said.opening.section is None


def test_a_section_that_shows_more_is_told_below_too():
    _, data = written("board", summary(blocks=(FUNNEL, TEXT)), BOARD)
    text = " ".join(text_of(data)[0].split())
    assert "77,602 all children of which 32,441 some children of which 2,528 few children" in text
    assert sum(line.strip().startswith("Figure alt") for line in structure(data)) == 2


def test_nothing_within_anything_is_a_cover_without_a_picture():
    content = summary(blocks=(TEXT,) * 5)
    for edition in ("board", "large-print", "leaflet"):
        _, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
        assert not any(line.strip().startswith("Figure alt") for line in structure(data))
        assert not any(dots_in(page) for page in opened(data).pages)


@pytest.mark.parametrize(
    "content",
    [
        summary((99999999, 88888888, 77777777)),
        summary(heading="A heading of very many words " * 4),
        summary(title="Unaccompanied counterintelligences " * 3),
        summary(title="A"),
        summary((10, 9, 8)),
    ],
    ids=["eight digits", "long heading", "long title", "short title", "few dots"],
)
@pytest.mark.parametrize("edition", ["board", "large-print", "booklet", "leaflet"])
def test_covers_of_other_contents_are_whole_and_conform(edition, content):
    publication, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
    if not data:
        assert edition == "leaflet"  # a title that no panel holds is told
        assert publication.misfits
        return
    assert faults(data) == []
    assert all(judged.clean for judged in verify(data).judged)


EVERY = ["board", "large-print", "booklet", "leaflet"]


@pytest.mark.parametrize("edition", EVERY)
@pytest.mark.parametrize("numbers", [(77602, 32441, 2528), (900, 899, 20), (604, 288)])
def test_below_a_picture_each_number_has_a_sign_of_its_dots(edition, numbers):
    blocks = (FUNNEL if len(numbers) == 3 else {"kind": "part", "figure": "some"}, TEXT)
    content = summary(numbers, blocks=blocks)
    _, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
    dots = tell(Reader(content), BOARD).opening.dots
    inks = tokens_of(dots)
    assert len({ink for ink in inks if ink != "on-band"}) == len(dots.shown)
    page = painted(data)[0]
    for reading, level, ink in zip(dots.readings, dots.levels, inks, strict=True):
        found = [text for text in page.texts if text.words.strip() == reading.number]
        assert found, reading.number
        if edition == "leaflet" and reading is dots.readings[0]:
            continue  # it stands above the picture, in the colour of its dots
        line = min(found, key=lambda text: text.size)
        y = line.box[1]
        signs = [
            shape
            for shape in page.shapes
            if shape.box[2] <= line.box[0]
            and shape.box[1] < y + 9
            and shape.box[3] > y - 2
            and shape.box[3] - shape.box[1] < 25
        ]
        within = 0 if level is None else len(dots.shown) - level  # its own ring, and all inside it
        assert len(signs) == within, (reading.number, ink)


@pytest.mark.parametrize("hero", ["", "rate"])
def test_no_front_lets_its_dots_be_taken_for_another_number(hero):
    front = {"leaflet": {"front": {"figure": hero}}} if hero else {}
    content = summary(**front)
    figures = content.model_dump(exclude_unset=True)["figures"]
    figures = {"first": figures["rate"], **figures}
    figures["all"]["noun"] = "children"
    content = Summary.model_validate(content.model_dump(exclude_unset=True) | {"figures": figures})
    _, data = written("leaflet", content, BOARD, fold="roll")
    lines = seen.lines(data)[0]
    large = max((one for one in lines if one.words[0].isdigit()), key=lambda one: one.size)
    (unit,) = [one for one in lines if one.words.startswith("Each dot stands for 100 children.")]
    places = [s.box[1] for s in painted(data)[0].shapes if 100 < s.box[2] - s.box[0] < 250]
    if hero:
        assert large.words == "94%"
        assert large.baseline > unit.baseline > max(places) > 0
    else:
        assert large.words == "77,602"
        assert unit.baseline < min(places)


@pytest.mark.parametrize(
    ("hero", "text"), [("all", "77,602"), ("some", "32,441"), ("few", "2,528"), ("rate", "94%")]
)
def test_the_number_on_the_front_has_the_colour_of_its_own_dots(hero, text):
    content = summary(leaflet={"front": {"figure": hero}})
    _, data = written("leaflet", content, BOARD, fold="roll")
    assert any(dots_in(page) for page in opened(data).pages)
    front = max((one for one in seen.lines(data)[0] if one.words == text), key=lambda one: one.size)
    _, data = written("board", content, BOARD)
    cover = seen.lines(data)[0]
    # The cover of the board edition has the number's own leader; white is that of the title.
    alike = text if hero != "rate" else "Annual Report"
    assert front.colour == next(one.colour for one in cover if one.words.startswith(alike))


@pytest.mark.parametrize(
    ("token", "size", "inks"),
    [
        ("accent", 22, ["accent", "on-band"]),
        ("accent", 80, ["accent", "accent"]),
        ("highlight", 22, ["highlight", "highlight"]),
    ],
)
def test_a_small_symbol_is_white_where_its_number_has_a_colour_for_large_text(token, size, inks):
    look = Look(Brand(BOARD), Paper(420, 595, 30, 30, 30))
    number = numeral_on_band(look, "81% [e]", Type("black", size, size), token, None)
    assert [number.inks[0], number.inks[-1]] == inks

"""What is seen of each edition stays as it was approved: every text with its place, every shape.

The faults that a reader would see are planted, one by one, and each has to be noticed.
"""

from __future__ import annotations

import functools

import numpy
import pytest
from PIL import Image

import planted
import seen
from conftest import EXAMPLE, GOLDEN

SUMMARY = "content"

EDITIONS = {
    "2017-18-board": (SUMMARY, {"edition": "board"}),
    "2017-18-large-print": (SUMMARY, {"edition": "large-print"}),
    "2017-18-leaflet": (SUMMARY, {"edition": "leaflet"}),
    "2017-18-leaflet-press": (
        SUMMARY,
        {"edition": "leaflet", "purpose": "press", "marks": True},
    ),
    "every-block-board": (EXAMPLE, {"edition": "board"}),
    "every-block-large-print": (EXAMPLE, {"edition": "large-print"}),
    "every-block-leaflet": (EXAMPLE, {"edition": "leaflet"}),
    "every-block-leaflet-press": (
        EXAMPLE,
        {"edition": "leaflet", "purpose": "press", "marks": True},
    ),
}


NOT_COMPARED = {
    "2017-18-board-press": (SUMMARY, {"edition": "board", "purpose": "press", "marks": True}),
    "2017-18-leaflet-office": (SUMMARY, {"edition": "leaflet", "purpose": "office"}),
    "every-block-booklet": (EXAMPLE, {"edition": "booklet"}),
    "every-block-booklet-office": (EXAMPLE, {"edition": "booklet", "purpose": "office"}),
    "every-block-leaflet-office": (EXAMPLE, {"edition": "leaflet", "purpose": "office"}),
}
"""Editions that are laid out as others are, but cut, imposed or marked otherwise."""


@pytest.fixture(scope="session")
def edition(once):
    """The bytes of an edition by its name here."""

    def built(name: str) -> bytes:
        content, order = (EDITIONS | NOT_COMPARED)[name]
        return once(content, **order)

    return built


lines_of, shapes_of = functools.cache(seen.lines), functools.cache(seen.shapes)
"""Of a sound file, which several tests look at; to be read, and not to be changed."""

STALE = "if it should, run pytest --update-golden and read the difference"


@pytest.mark.parametrize("name", EDITIONS)
def test_every_text_stands_where_it_was_approved(name, edition, request):
    found = lines_of(edition(name))
    file = GOLDEN / f"{name}.seen.txt"
    update = request.config.getoption("--update-golden")
    if update and (not file.exists() or seen.missed(found, _approved(file))):
        file.write_text(seen.as_text(found), encoding="utf-8", newline="\n")
    assert seen.missed(found, _approved(file)) == [], STALE


@pytest.mark.parametrize("name", EDITIONS)
def test_every_shape_looks_as_it_was_approved(name, edition, request):
    """A picture of all pages from left to right, without their texts."""
    found = shapes_of(edition(name))
    file = GOLDEN / f"{name}.shapes.png"
    update = request.config.getoption("--update-golden")
    if update and (not file.exists() or _changed(found, file)):
        seen.beside(found).save(file, optimize=True)
    assert _changed(found, file) == [], STALE


@pytest.mark.parametrize(
    "name",
    sorted(EDITIONS | NOT_COMPARED),
)
def test_every_text_is_painted_where_it_is_listed(name, edition):
    """The picture with the texts differs from the one without at the beginning of each line."""
    data = edition(name)
    with_texts, without = seen.pictures(data), shapes_of(data)
    scale = seen.DPI / 72
    for page, found in enumerate(lines_of(data)):
        difference = abs(with_texts[page] - without[page]).max(axis=2)
        height = len(difference)
        for line in found:
            left, right = int(line.left * scale), int((line.left + 1.5 * line.size) * scale) + 1
            top = int(height - (line.baseline + 0.8 * line.size) * scale)
            bottom = int(height - line.baseline * scale) + 1
            assert difference[top:bottom, left:right].max() > 60, f"page {page + 1}: {line}"


TEXT_FAULTS = {
    "erased": planted.without_a_text,
    "3 pt to the right": functools.partial(planted.with_a_text_elsewhere, x=3, y=0),
    "3 pt up": functools.partial(planted.with_a_text_elsewhere, x=0, y=3),
    "swapped": planted.with_two_texts_swapped,
}

SHAPE_FAULTS = {
    "not painted": planted.without_a_shape,
    "in another colour": functools.partial(planted.with_another_fill, by=0.2),
}


@pytest.mark.parametrize("fault", TEXT_FAULTS)
@pytest.mark.parametrize(("name", "page"), [("2017-18-board", n) for n in range(5)])
def test_a_fault_of_any_text_is_noticed(name, page, fault, edition):
    approved = [lines_of(edition(name))[page]]
    faulty = seen.lines(planted.planted(edition(name), page, TEXT_FAULTS[fault]))
    assert len(faulty) > 5
    for found in faulty:
        assert seen.missed([found], approved)


@pytest.mark.slow
@pytest.mark.parametrize("fault", SHAPE_FAULTS)
@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("2017-18-board", 0),
        ("2017-18-board", 1),
        ("2017-18-board", 2),
        ("2017-18-board", 3),
        ("every-block-board", 2),
        ("every-block-board", 3),
    ],
)
def test_a_fault_of_any_shape_is_noticed(name, page, fault, edition):
    """But for what nobody can see, as of a shape that lies under another of its colour."""
    data = edition(name)
    lines, shapes = [lines_of(data)[page]], shapes_of(data)[page]
    (large,) = seen.pictures(data, dpi=144, only=page)
    faulty = planted.planted(data, page, SHAPE_FAULTS[fault])
    found = list(zip(seen.lines(faulty), seen.shapes(faulty), strict=True))
    assert len(found) > 5
    for number, (texts, picture) in enumerate(found):
        if not (seen.missed([texts], lines) or seen.differ(picture, shapes)):
            unseen = seen.pictures(faulty, dpi=144, only=number)[0]
            assert numpy.array_equal(unseen, large), number


def test_what_a_library_may_move_is_no_fault(edition):
    """A quarter of a pt."""
    approved = lines_of(edition("2017-18-board"))
    nudge = functools.partial(planted.with_a_text_elsewhere, x=0.25, y=-0.25)
    for found in seen.lines(planted.planted(edition("2017-18-board"), 0, nudge)):
        assert seen.missed([found], approved[:1]) == []


def _approved(file) -> list[list[seen.Line]]:
    return seen.from_text(file.read_text(encoding="utf-8"))


def _changed(found: list[numpy.ndarray], file) -> list[str]:
    with Image.open(file) as picture:
        widths = [page.shape[1] for page in found]
        if picture.width != sum(widths):
            return [f"{widths} pixels wide, not {picture.width} in all: other pages"]
        approved = seen.apart(picture, widths)
    told = [seen.differ(page, model) for page, model in zip(found, approved, strict=True)]
    return [f"page {number}: {words}" for number, words in enumerate(told, 1) if words]

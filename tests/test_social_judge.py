"""The judge of cards for social media: each fault planted in a sound one is found."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from hscb_report.brand.brand import Brand
from hscb_report.editions import social
from hscb_report.social import judge, picture
from hscb_report.story.cards import default_cards, section_card
from hscb_report.story.posts import alt_of
from hscb_report.story.typography import typeset
from social_cards import HEADING, figure, material, small


@pytest.fixture(scope="module")
def card():
    """One card as it was set, drawn wide and judged to be sound: what faults are planted in."""
    of_2017_18 = material("summary")
    story = typeset(of_2017_18.story, "printed")
    brand = Brand(of_2017_18.loaded.board)
    subjects = default_cards(of_2017_18.story, of_2017_18.reader)
    subject = next(one for one in subjects if one.first.heading == HEADING)
    found = social.chosen(subject, story, brand)
    assert found is not None
    page = picture.drawn(found[1]["1200x675"], brand)
    shape = judge.Made("one.png", (1200, 675), page, picture.rendered(page))
    assert judge.faults(found[0], shape, story, brand) == []
    return found[0], shape, story, brand


def test_the_same_content_gives_the_same_bytes(card):
    _, shape, _, _ = card
    assert picture.rendered(shape.page) == shape.picture


def test_a_picture_that_is_too_large_has_fewer_colours_and_the_same_grounds(card, monkeypatch):
    one, shape, story, brand = card
    monkeypatch.setattr(picture, "MOST_BYTES", 100)
    fewer = picture.rendered(shape.page)
    assert len(fewer) < len(shape.picture) / 2
    assert judge.faults(one, replace(shape, picture=fewer), story, brand) == []


def spotted(data: bytes) -> bytes:
    seen = Image.open(BytesIO(data)).convert("RGB")
    ImageDraw.Draw(seen).ellipse((1160, 300, 1166, 306), fill="#FF0000")
    return saved(seen)


def saved(seen, **more) -> bytes:
    out = BytesIO()
    seen.save(out, "PNG", **more)
    return out.getvalue()


def dated(data: bytes) -> bytes:
    info = PngInfo()
    info.add_text("Creation Time", "2018")
    return saved(Image.open(BytesIO(data)), pnginfo=info)


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (lambda made: replace(made, picture=spotted(made.picture)), "within 48 px of its right"),
        (lambda made: replace(made, picture=dated(made.picture)), "says more than pixels"),
        (
            lambda made: replace(
                made, picture=saved(Image.open(BytesIO(made.picture)).resize((1000, 675)))
            ),
            "not a PNG of (1200, 675)",
        ),
        (lambda made: replace(made, picture=made.picture + bytes(300 * 1024)), "are the most"),
    ],
)
def test_the_judge_finds_what_is_wrong_with_a_picture(plant, said, card):
    one, shape, story, brand = card
    (fault,) = judge.faults(one, plant(shape), story, brand)
    assert said in fault


def test_the_judge_finds_text_that_is_too_small(card, monkeypatch):
    one, shape, story, brand = card
    monkeypatch.setattr(social, "ZOOMS", (2.2,))
    drawn = social.compose(one, story, brand, shape.size)
    assert drawn is not None
    page = picture.drawn(drawn, brand)
    found = judge.faults(one, replace(shape, page=page), story, brand)
    assert found and all("26.4 px high" in fault for fault in found)


def test_the_judge_finds_words_and_numbers_that_are_not_the_storys(card):
    one, shape, story, brand = card
    found = judge.faults(replace(one, notes=("Source: somebody else.",)), shape, story, brand)
    assert any('does not say "Source: somebody else."' in fault for fault in found)
    found = judge.faults(one, shape, replace(story, period="2016-17"), brand)
    assert any("2017-18" not in fault and "2016-17" in fault for fault in found)
    other = replace(one, heading="Neglect is the reason for three plans")
    found = judge.faults(other, shape, story, brand)
    assert any('it says "four", which' in fault for fault in found)


def test_the_judge_reads_the_words_beside_a_card(card):
    one, _, story, _ = card
    alt = alt_of(one, story)
    assert judge.faults_of_words(one, "one.png", alt, "word " * 60) == [
        "the post of one.png has 300 letters, and 280 are the most"
    ]
    assert judge.faults_of_words(one, "one.png", alt.replace("1,294", ""), "A post.") == [
        "the alternative text of one.png does not say 1,294"
    ]
    assert len(judge.faults_of_words(one, "one.png", f" {alt}", "")) == 1


def test_a_number_within_another_is_not_taken_for_said():
    material = small({"a": figure(5, "meetings")}, [{"kind": "statistics", "items": ["a"]}])
    card = section_card(0, material.story, material.reader).first
    card = replace(card, heading="We had 15 meetings")
    assert "15 meetings. 5 meetings." in alt_of(card, material.story)

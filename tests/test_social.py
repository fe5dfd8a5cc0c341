"""Cards for social media, and the words to post with them, as they were written."""

from __future__ import annotations

import datetime as dt
import re
import shutil

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from PIL import Image

from conftest import ROOT
from hscb_report import build
from hscb_report.brand.brand import Brand
from hscb_report.editions import social
from hscb_report.social import make
from hscb_report.story.cards import default_cards, figure_card
from hscb_report.story.posts import alt_of, post_of
from hscb_report.story.typography import typeset
from hscb_report.summary.social import letters
from social_cards import CARDS, CONTENTS, HEADING, LONG, figure, material, posts, small, told
from strategies import PARTNERSHIP, earlier, summaries


@pytest.fixture(scope="module")
def materials():
    """Each content, told."""
    return {name: material(name) for name in CONTENTS}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two cards of 2017-18, built."""
    folder = tmp_path_factory.mktemp("social")
    shutil.copytree(ROOT / "content", folder / "content")
    with (folder / "content/2017-18.yaml").open("a", encoding="utf-8") as out:
        out.write("social: [Children in care, Mental health]\n")
    editions = ["social"]
    (made,) = build("2017-18", content=folder / "content", output=folder, editions=editions)
    return made


def test_every_picture_has_its_size_and_stands_in_the_file_of_posts(built):
    assert built.path.name == "posts.txt"
    assert built.path.parent.name == "hscb-annual-report-summary-2017-18-social"
    data = built.path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\n" not in data.replace(b"\r\n", b"")
    cards = posts(data)
    named = [file for one in cards for file in one["files"].split()]
    assert named == [path.name for path in built.beside]
    assert len(cards) == 2
    for path in built.beside:
        with Image.open(path) as seen:
            assert path.stem.endswith("{}x{}".format(*seen.size))
            assert seen.size in [(1200, 675), (1080, 1080)]


def test_the_cards_of_2017_18_tell_its_messages_and_its_lead_in_the_order_of_the_content(materials):
    found = default_cards(materials["summary"].story, materials["summary"].reader)
    names = [one.first.called for one in found]
    assert names[0] == "Two in five contacts became a referral"
    assert names[1] == "Children & young people aged 0-19yrs"
    assert names[3:] == [HEADING, "Children in care", "Mental health"]


def test_a_post_is_short_and_says_the_number_and_whose_it_is(built):
    assert "\u00a0" not in built.path.read_text(encoding="utf-8")
    for one in posts(built.path.read_bytes()):
        assert letters(one["post"]) < 280
        assert "#" not in one["post"] and re.search(r"\d", one["post"])
        assert one["post"].endswith("2017-18.")


def test_alternative_text_says_every_number_of_the_chart_its_source_and_its_symbols(built):
    care = posts(built.path.read_bytes())[0]
    for said in ("1,265", "1,333 [r]", "[r] revised", "Source: Department for Education", "up 26%"):
        assert said in care["alt"]


def test_numbers_that_are_no_part_of_one_another_have_no_ratio(built):
    mental = posts(built.path.read_bytes())[1]
    assert "%" not in mental["alt"] + mental["post"]


@pytest.mark.parametrize("name", list(CONTENTS)[1:])
def test_the_default_of_every_example_is_good(name, materials):
    """Four to eight cards, each of which has room and a post; none is left out."""
    material = materials[name]
    story, brand = typeset(material.story, "printed"), Brand(material.loaded.board)
    subjects = default_cards(material.story, material.reader)
    assert 4 <= len(subjects) <= 8
    for subject in subjects:
        found = social.chosen(subject, story, brand)
        assert found is not None
        assert post_of(found[0], story) and alt_of(found[0], story)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("plain", 5),
        ("£1.2m “so”, it’s – 4 £", 22),
        ("see https://www.example.org/a/very/long/address?with=more for it", 4 + 23 + 7),
        ("e\u0301", 1),
        ("日本", 4),
        ("👍", 2),
    ],
)
def test_letters_are_counted_as_x_counts_them(text, count):
    assert letters(text) == count


def test_a_long_label_and_a_large_number_have_room_in_yellow():
    number = figure(12_345_678, LONG, emphasis="lead")
    material = small({"a": number}, [{"kind": "statistics", "items": ["a"]}])
    main, *pictures = make.cards("social", CARDS, material)
    assert len(pictures) == 2 and not main.notes
    (one,) = posts(main.data)
    assert one["post"] == "Source: Department for Education. A Board, Summary 2017-18."


def test_a_number_keeps_its_symbol_with_its_meaning_and_its_bound():
    figures = {
        "a": figure(4321, "children in care", symbol="p", emphasis="lead"),
        "b": figure(300, "children waited", bound="over", emphasis="lead"),
    }
    material = small(figures, [{"kind": "statistics", "items": ["a", "b"]}])
    first, second = posts(make.cards("social", CARDS, material)[0].data)
    for said in (first["alt"], first["post"]):
        assert "4,321 [p]" in said and "[p] provisional" in said
    assert second["post"].startswith("Over 300 children waited")


def test_a_day_that_is_not_the_reports_is_said():
    data = {**figure(114, "children"), "as_at": dt.date(2018, 6, 30)}
    del data["period"]
    material = small({"a": data}, [{"kind": "statistics", "items": ["a"]}])
    (one,) = posts(make.cards("social", CARDS, material)[0].data)
    assert "30 June 2018" in one["post"] and "30 June 2018" in one["alt"]


def test_a_day_that_the_summary_says_beside_a_number_stands_below_it_on_a_card():
    """Once: among numbers of other times it has its day in the summary too."""
    data = {**figure(114, "children"), "as_at": dt.date(2018, 6, 30)}
    del data["period"]
    figures = {"a": data, "b": figure(32, "meetings")}
    material = small(figures, [{"kind": "statistics", "items": ["a", "b"]}], ["a", "b"])
    one, _ = posts(make.cards("social", CARDS, material)[0].data)
    assert one["post"].count("30 June 2018") == one["alt"].count("30 June 2018") == 1


def test_a_chart_that_lacks_a_number_leaves_those_that_are_known_to_be_named():
    figures = {
        "a": figure(500, "calls"),
        "b": figure(None, "visits", symbol="x", reason="Not counted.", part_of="a"),
    }
    blocks = [{"kind": "funnel", "figures": ["a", "b"]}]
    (main,) = make.cards("social", CARDS, small(figures, blocks))
    (note,) = main.notes
    chosen_ones = yaml.safe_load(note.hint.partition("such as: ")[2])["social"]
    _, *pictures = make.cards("social", CARDS, small(figures, blocks, chosen_ones))
    assert len(pictures) == 2


def test_a_part_whose_numbers_are_compared_has_a_card_without_that():
    figures = {
        "a": figure(812, "children on a plan", noun="plans", previous=790),
        "b": figure(300, "because of neglect", part_of="a", lead="of which", previous=280),
    }
    material = small(figures, [{"kind": "part", "figure": "b"}])
    main, *pictures = make.cards("social", CARDS, material)
    assert len(pictures) == 2 and not main.notes
    (one,) = posts(main.data)
    assert "37% of plans" in one["alt"] and "300" in one["alt"] and "812" in one["alt"]


@pytest.mark.parametrize("symbol", ["x", "c"])
def test_a_number_that_is_missing_is_no_card_and_that_is_said(symbol):
    gone = figure(None, "children", symbol=symbol, reason="It is not known.")
    figures = {"a": gone, "b": figure(5, "meetings", part_of="a")}
    blocks = [{"kind": "statistics", "items": ["a"]}, {"kind": "part", "figure": "b"}]
    main, *pictures = make.cards("social", CARDS, small(figures, blocks))
    assert not pictures and [note.code for note in main.notes] == ["no-cards"]
    main, *pictures = make.cards("social", CARDS, small(figures, blocks, ["a", "A message", "b"]))
    assert len(pictures) == 2
    assert [note.code for note in main.notes] == ["no-number", "no-number"]


def test_a_post_that_waits_for_a_number_is_not_handed_out():
    figures = {
        "a": figure(5, "meetings"),
        "b": figure(None, "children", symbol="x", reason="To be supplied."),
    }
    written = [{"figure": "a", "post": "We met {b} children."}]
    items = [{"kind": "statistics", "items": ["a", "b"]}]
    main, *_ = make.cards("social", CARDS, small(figures, items, written))
    (one,) = posts(main.data)
    assert "[x]" not in one["post"] and one["post"].startswith("5 meetings.")
    assert [note.code for note in main.notes] == ["post-waits"]


def test_a_draft_says_so_on_each_card_and_above_the_posts(materials):
    material = materials["every-block"]
    story = typeset(material.story, "printed")
    subject = figure_card("voices", (), material.story, material.reader)
    assert subject and subject.first.shown.icon == "voice"  # as in the summary
    found = social.chosen(subject, story, Brand(material.loaded.board))
    assert found and alt_of(found[0], story).startswith("DRAFT: not for publication.")


@pytest.mark.slow
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(summaries())
def test_random_contents_give_sound_cards(summary):
    """The judge asks all its questions; what has no room by default is left out with a note."""
    material = told(summary, PARTNERSHIP, before=earlier(summary))
    main, *pictures = make.cards("social", CARDS, material)
    assert len(pictures) == 2 * len(posts(main.data))

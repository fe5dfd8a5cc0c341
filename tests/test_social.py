"""Cards for social media, and the words to post with them, as they were written."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import replace
from io import BytesIO

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from conftest import ROOT
from hscb_report import build
from hscb_report.artefacts import Material
from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.editions import social
from hscb_report.errors import ContentError, UsageError
from hscb_report.pictures.gather import gather
from hscb_report.products import Order, chosen
from hscb_report.project import check, listed
from hscb_report.social import judge, make, picture
from hscb_report.story.cards import default_cards, figure_card, section_card
from hscb_report.story.posts import alt_of, post_of
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.places import home_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.social import letters
from hscb_report.year.reviewing import review
from strategies import ART, PARTNERSHIP, earlier, summaries

CONTENTS = {
    "summary": ("2017-18", "content"),
    "every-block": ("2024-25", "examples/every-block/content"),
    "children-in-care": ("2017-18", "examples/children-in-care/content"),
    "beside-england": ("2017-18", "examples/beside-england/content"),
}
HEADING = "Neglect is the reason for nearly three in four plans"
CARDS = Order(("social",))


def told(summary: Summary, board: Board, art=ART, before=None) -> Material:
    loaded = load("2017-18", ROOT / "content", icons.names())
    loaded.__dict__.update(summary=summary, board=board)
    reader = Reader(summary, before)
    return Material(loaded, reader, tell(reader, board, art), "name")


@pytest.fixture(scope="module")
def materials():
    """Each content, told."""
    made = {}
    for name, (period, content) in CONTENTS.items():
        loaded = load(period, ROOT / content, icons.names())
        reader = Reader(loaded.summary, loaded.earlier, home=home_of(loaded.board))
        story = tell(reader, loaded.board, gather(loaded)[0])
        made[name] = Material(loaded, reader, story, "name")
    return made


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


@pytest.fixture(scope="module")
def card(materials):
    """One card as it was set, drawn wide and judged to be sound: what faults are planted in."""
    material = materials["summary"]
    story, brand = typeset(material.story, "printed"), Brand(material.loaded.board)
    subjects = default_cards(material.story, material.reader)
    subject = next(one for one in subjects if one.first.heading == HEADING)
    found = social.chosen(subject, story, brand)
    assert found is not None
    page = picture.drawn(found[1]["1200x675"], brand)
    shape = judge.Made("one.png", (1200, 675), page, picture.rendered(page))
    assert judge.faults(found[0], shape, story, brand) == []
    return found[0], shape, story, brand


def posts(data: bytes) -> list[dict[str, str]]:
    """The file of posts, card by card."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    parts = re.split(r"^Card \d+ of \d+: ", text, flags=re.M)[1:]
    shape = re.compile(
        r"(?P<name>.*)\n\nPictures:\n(?P<files>(?:.+\n)+)\nAlternative text:\n(?P<alt>.+)\n\n"
        r"Post:\n(?P<post>.+)\n"
    )
    return [found.groupdict() for one in parts if (found := shape.match(one))]


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


def test_the_same_content_gives_the_same_bytes(card):
    _, shape, _, _ = card
    assert picture.rendered(shape.page) == shape.picture


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


def figure(value, label, **more):
    return {"value": value, "label": label, "period": "2017-18", "source": "s", **more}


LONG = " ".join(["unaccompanied", "children", "and", "young", "people", "in", "all"] * 9)[:400]


def small(figures, blocks, social=None, colour="#FFD500") -> Material:
    """A content of one section, in a light colour."""
    data = {
        "board": "b",
        "title": "Summary",
        "period": "2017-18",
        "status": "final",
        "sources": {"s": {"title": "A return", "publisher": "Department for Education"}},
        "figures": figures,
        "sections": [{"heading": "A message", "blocks": blocks}],
        **({"social": social} if social else {}),
    }
    board = {"name": "A Board", "brand": {"colours": {"primary": colour}}}
    return told(Summary.model_validate(data), Board.model_validate(board), before=None)


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


def test_a_number_within_another_is_not_taken_for_said():
    material = small({"a": figure(5, "meetings")}, [{"kind": "statistics", "items": ["a"]}])
    card = section_card(0, material.story, material.reader).first
    card = replace(card, heading="We had 15 meetings")
    assert "15 meetings. 5 meetings." in alt_of(card, material.story)


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


def test_what_has_no_room_is_refused_where_it_is_asked_for_and_a_short_helps():
    label = f"{LONG} {LONG}"
    items = [{"kind": "statistics", "items": ["a"]}]
    with pytest.raises(ContentError) as refused:
        make.cards("social", CARDS, small({"a": figure(5, label)}, items, ["a"]))
    (problem,) = refused.value.problems
    assert problem.code == "no-room" and "short:" in problem.hint
    with_short = small({"a": figure(5, label, short="Children")}, items, ["a"])
    (one,) = posts(make.cards("social", CARDS, with_short)[0].data)
    assert one["alt"].startswith("5 Children.")


def test_the_content_chooses_its_cards_and_writes_their_posts(content):
    file = content / "2017-18.yaml"
    chosen_ones = [
        "Mental health",
        {"figure": "uasc", "post": "We cared for {uasc} children. See https://example.org/x"},
        "english",
    ]
    text = file.read_text(encoding="utf-8") + yaml.safe_dump({"social": chosen_ones})
    file.write_text(text, encoding="utf-8")
    (made,) = build("2017-18", editions=["social"])
    cards = posts(made.path.read_bytes())
    assert [one["files"].split()[0] for one in cards] == [
        "01-mental-health-1200x675.png",
        "02-uasc-1200x675.png",
        "03-english-1200x675.png",
    ]
    assert cards[1]["post"] == "We cared for 114 children. See https://example.org/x"
    old = made.path.with_name("09-old-1200x675.png")
    old.write_bytes(b"")
    text = text.replace("- Mental health\n", "").replace("- english\n", "")
    file.write_text(text, encoding="utf-8")
    (again,) = build("2017-18", editions=["social"])
    (note,) = again.notes
    assert note.code == "older-files"
    assert old.name in note.message and cards[0]["files"].split()[0] in note.message
    assert [one.built for one in listed()] == [[made.path]]


@pytest.mark.parametrize(
    ("chosen_ones", "said", "hint"),
    [
        ("[Mental helth]", 'no section with the heading "Mental helth"', "Mental health"),
        ("[Population]", 'no section with the heading "Population"', "small letters: population"),
        ("[populaton]", 'no figure named "populaton"', 'did you mean "population"?'),
        ("[Mental health, {section: Mental health}]", "already", "once"),
        ("[Lessons Learnt from Serious Case Reviews]", "shows no number", "a figure"),
        ("[{figure: uasc, section: Mental health}]", "either a section or a figure", ""),
        ("[{figure: uasc, text: Words}]", '"text" is not a key', "figure, post, section"),
        (f"[{{figure: uasc, post: {'word ' * 57}}}]", "has 284 letters", "take 4 away"),
    ],
)
def test_what_is_wrong_with_the_choice_is_said_in_its_place(chosen_ones, said, hint, content):
    file = content / "2017-18.yaml"
    with file.open("a", encoding="utf-8") as out:
        out.write(f"social: {chosen_ones}\n")
    with pytest.raises(ContentError) as refused:
        check("2017-18")
    problem = refused.value.problems[0]
    assert said in problem.message and hint in problem.hint
    assert problem.place is not None and problem.key[0] == "social"
    assert problem.place.source.startswith("social:")


@pytest.mark.parametrize(
    ("post", "rule"),
    [
        ("Two thirds of contacts became a referral.", "ratio"),
        ("Children looked after fell since 2014.", "claim"),
        ("There were 115 unaccompanied children.", "near-number"),
        ("We recieve referrals.", "spelling"),
    ],
)
def test_words_of_a_post_are_held_against_the_figures(post, rule, content):
    file = content / "2017-18.yaml"
    with file.open("a", encoding="utf-8") as out:
        out.write(f"social: [{{figure: uasc, post: {post}}}]\n")
    found = [one.code for one in check("2017-18") if one.key[:1] == ("social",)]
    assert found == [rule]


def test_next_year_posts_are_looked_at_again(content):
    from hscb_report.year.carry import new

    file = content / "2017-18.yaml"
    with file.open("a", encoding="utf-8") as out:
        out.write("social: [{figure: uasc, post: In 2017-18 we met them all.}]\n")
    new("2018-19", "2017-18", content=content)
    assert "social.0.post" in [one.key for one in review("2018-19").left]
    assert "In 2018-19 we met them all." in (content / "2018-19.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("purpose", ["office", "press"])
def test_it_is_for_the_screen_alone(purpose):
    with pytest.raises(UsageError) as refused:
        Order(("social",), purpose).check()
    assert "build it for the screen" in refused.value.problems[0].hint
    assert "social" in chosen(["all"], "screen") and "social" not in chosen(["all"], purpose)


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

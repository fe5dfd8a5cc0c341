"""Cards for social media that the content chooses itself, and their posts: written, and refused."""

from __future__ import annotations

import pytest
import yaml

from hscb_report import build
from hscb_report.errors import ContentError, UsageError
from hscb_report.products import Order, chosen
from hscb_report.project import check, listed
from hscb_report.social import make
from hscb_report.year.reviewing import review
from social_cards import CARDS, LONG, figure, posts, small


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

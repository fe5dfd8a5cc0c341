"""Leaflets: what is said when there is too much for a panel, or too little."""

from __future__ import annotations

import json
import re
import time

import pytest
import yaml

from folded import STEM, change, run
from hscb_report.editions import imposition
from pdf import text_of


def test_too_much_is_reported_with_panel_excess_and_what_to_leave_out(content):
    def edit(data):
        data["leaflet"] = {
            "inside": [
                ["Two in five contacts became a referral", "Children in Hampshire"],
                ["Mental health"],
                ["Children in care"],
            ]
        }

    change(content, edit)
    done = run("build", "2017-18", "--edition", "leaflet", "--format", "json")
    assert done.exit_code == 1
    nowhere, problem = json.loads(done.stdout)["problems"]
    assert (
        nowhere["message"]
        == 'the section "Neglect is the reason for nearly three in four plans" has no place in '
        "the leaflet"
    )
    assert nowhere["key"] == ["sections", 2]
    assert "leave_out" in nowhere["hint"]
    assert problem["message"].startswith('the panel "inside 1" is ')
    assert problem["message"].endswith("mm too high for its place in the leaflet edition")
    assert problem["key"] == ["leaflet", "inside", 0]
    assert "leave_out: [" in nowhere["hint"], "one step for both"
    assert "first fault" in problem["hint"]
    assert not (content.parent / "output").exists()


def test_what_the_hint_says_helps(content):
    """Pasted below ``leaflet:`` as it is."""
    change(
        content,
        lambda data: data.update(
            leaflet={
                "inside": [
                    ["Two in five contacts became a referral"],
                    ["Children in Hampshire", "Mental health"],
                    ["Neglect is the reason for nearly three in four plans", "Children in care"],
                ]
            }
        ),
    )
    done = run("build", "2017-18", "--edition", "leaflet", "--format", "json")
    hint = json.loads(done.stdout)["problems"][0]["hint"]
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    line = re.search(r"leave_out: \[.*\]", hint)[0]
    path.write_text(text.replace("\nleaflet:\n", f"\nleaflet:\n  {line}\n"), encoding="utf-8")
    assert run("build", "2017-18", "--edition", "leaflet").exit_code == 0


@pytest.mark.parametrize("fold", ["roll", "half"])
def test_far_too_much_is_said_in_seconds_and_in_few_words(fold, sample):
    """It was 11 s for 300 blocks, and a hint of as many names; what it names helps."""
    path = sample / "2024-25.yaml"
    added = "\n  - heading: Much\n    blocks:\n" + 200 * (
        "      - {kind: statistics, items: [population, uasc]}\n"
    )
    with path.open("a", encoding="utf-8") as file:
        file.write(added)
    begun = time.process_time()
    asked = "build", "2024-25", "--edition", "leaflet", "--fold", fold
    done = run(*asked, "--format", "json")
    assert time.process_time() - begun < 3
    problems = json.loads(done.stdout)["problems"]
    assert "mm too high for its place in the leaflet edition" in problems[0]["message"]
    assert max(len(one["hint"]) for one in problems) < 1000
    assert 'leave_out: ["Much"]' in problems[0]["hint"]
    with path.open("a", encoding="utf-8") as file:
        file.write('\nleaflet: {leave_out: ["Much"]}\n')
    assert run(*asked).exit_code == 0


def test_a_half_fold_builds_from_the_content_as_it_is(content):
    """It has two panels less, and the content says what it does without."""
    asked = "build", "2017-18", "--edition", "leaflet", "--fold", "half", "--for", "press"
    done = run(*asked, "--output", content, "--format", "json")
    assert done.exit_code == 0, done.output
    (built,) = json.loads(done.stdout)["built"]
    outside, inside = text_of((content / f"{STEM}-leaflet-half-press.pdf").read_bytes())
    for heading in ("Learning together", "Lessons Learnt", "Mental health", "2018-19 Priorities"):
        assert heading in outside + inside
    assert built["notes"] == []
    assert "Each dot stands for 10." in inside, "a chart that has room, beside some that have none"
    assert "Each square stands for one of the plans." not in inside
    assert "Audit and Assurance" not in outside + inside


LITTLE = [{"heading": "Safe", "blocks": [{"kind": "text", "text": "Children were safer."}]}]


@pytest.mark.parametrize("purpose", ["screen", "office", "press"])
def test_a_blank_panel_is_an_error_and_nothing_is_written(purpose, content):
    """One text and no introduction: no fold has so few panels."""

    def edit(data):
        data.pop("leaflet")
        data.pop("introduction")
        data.pop("accept")
        data["sections"] = LITTLE

    change(content, edit)
    asked = "build", "2017-18", "--edition", "leaflet", "--for", purpose, "--output", content / "o"
    done = run(*asked, "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.stdout)["problems"]
    assert {one["code"] for one in problems} == {"blank-panel"}
    assert any('the panel "flap" of the leaflet is blank' in one["message"] for one in problems)
    assert "write more blocks, or an introduction" in problems[0]["hint"]
    assert not (content / "o").exists()


def test_a_blank_panel_names_the_fold_that_has_fewer(content):
    """Three short blocks are enough for four panels, and too few for six."""

    def edit(data):
        data.pop("leaflet")
        data.pop("introduction")
        data.pop("accept")
        blocks = [{"kind": "share", "figure": "english"}, {"kind": "text", "text": "Safer."}]
        data["sections"] = [{"heading": "Safe", "blocks": blocks}]

    change(content, edit)
    asked = "build", "2017-18", "--edition", "leaflet", "--output", content / "o"
    done = run(*asked)
    assert done.exit_code == 1
    assert "next: build it with --fold half, which has four panels" in done.output
    assert run(*asked, "--fold", "half").exit_code == 0


def test_a_panel_under_a_third_full_is_told_with_what_could_move_there(content):
    def edit(data):
        data["leaflet"] = {
            "inside": [
                ["Two in five contacts became a referral", "Mental health"],
                [{"section": "Children in Hampshire", "blocks": [2]}],
                ["Neglect is the reason for nearly three in four plans", "Children in care"],
            ],
            "leave_out": [{"section": "Children in Hampshire", "blocks": [1, 3]}],
        }

    change(content, edit)
    done = run("build", "2017-18", "--edition", "leaflet", "--format", "json", "--for", "press")
    assert done.exit_code == 0, done.output
    notes = json.loads(done.stdout)["built"][0]["notes"]
    low = [note for note in notes if note["code"] == "nearly-empty"]
    assert ["leaflet", "inside", 1] in [note["key"] for note in low]
    assert any('the panel "inside 2" is ' in note["message"] for note in low)
    assert [note for note in notes if note["code"] == "left-out"] == [], "it was asked for"
    moves = [note["hint"] for note in low if "could move there" in note["hint"]]
    assert moves
    line = re.search(r"leaflet: (\{.*\})", moves[0])[1]
    change(content, lambda data: data.update(leaflet=yaml.safe_load(line)))
    assert run("build", "2017-18", "--edition", "leaflet").exit_code == 0


def test_a_draft_fits_where_the_final_leaflet_does(content):
    change(content, lambda data: data.update(status="draft"))
    done = run("build", "2017-18", "--edition", "leaflet", "--for", "press", "--output", content)
    assert done.exit_code == 0, done.output
    for text in text_of((content / f"{STEM}-leaflet-press.pdf").read_bytes()):
        assert text.count("DRAFT: not for publication") == 3


@pytest.mark.parametrize("fold", imposition.LEAFLETS)
def test_nine_priorities_and_twelve_lessons_fit_or_are_reported(fold, content):
    def edit(data):
        sections = {section["heading"]: section for section in data["sections"]}
        sections["2018-19 Priorities"]["blocks"][0]["items"] = [
            f"Priority number {i} for all agencies" for i in range(9)
        ]
        sections["Lessons Learnt from Serious Case Reviews"]["blocks"][0]["items"] = [
            f"The need for lesson {i} to be understood by everyone" for i in range(12)
        ]

    change(content, edit)
    done = run(
        "build",
        "2017-18",
        "--edition",
        "leaflet",
        "--fold",
        fold,
        "--for",
        "press",
        "--format",
        "json",
    )
    told = json.loads(done.stdout)
    assert done.exit_code in (0, 1)
    assert bool(told["problems"]) == bool(done.exit_code)
    for problem in told["problems"]:
        assert problem["code"] == "does-not-fit"
        assert 'the panel "' in problem["message"]


def test_without_leaflet_in_the_content_it_is_laid_out_by_default(content):
    """All of it, and the section of the picture once, on the front; more is told as left out."""
    change(content, lambda data: data.pop("leaflet"))
    done = run("build", "2017-18", "--edition", "leaflet", "--output", content)
    assert done.exit_code == 0, done.output
    pages = text_of((content / f"{STEM}-leaflet.pdf").read_bytes())
    front, first, second, third, flap, back = pages
    assert "77,602" in front
    for said in ("Two in five contacts", "32,441", "42% of contacts", "8% of referrals"):
        assert [said in page for page in pages] == [True, *[False] * 5]
    assert "Children in Hampshire" in first
    assert "Children looked after at 31 March" in second
    assert "Mental health" in third
    assert "Lessons Learnt" in flap
    assert "2018-19 Priorities" in back
    assert "contact us" in back
    assert "a part of the summary" not in back
    words = {"heading": "Words", "blocks": [{"kind": "text", "text": "Partners met. " * 100}]}
    change(content, lambda data: data["sections"].insert(1, words))
    done = run("build", "2017-18", "--edition", "leaflet", "--output", content, "--quiet")
    told = 'note: "Children in care", block 2 (trend) is not in the leaflet, for want of room'
    assert told in done.stderr
    assert "a part of the summary" in text_of((content / f"{STEM}-leaflet.pdf").read_bytes())[-1]


@pytest.mark.parametrize(("fold", "inside"), [("roll", 3), ("z", 3), ("half", 2)])
def test_a_leaflet_of_one_section_with_lessons_begins_inside(fold, inside, content):
    """It is not put on the flap or the back while the panels before are blank."""
    lessons = {"kind": "lessons", "items": [f"Lesson number {i} is heard." for i in range(15)]}
    numbers = [{"kind": "statistics", "items": [name]} for name in ("contacts", "uasc")]

    def edit(data):
        data.pop("leaflet")
        data.pop("introduction")
        data["sections"] = [{"heading": "What we learnt", "blocks": [lessons, *numbers]}]

    change(content, edit)
    done = run("build", "2017-18", "--edition", "leaflet", "--fold", fold, "--output", content)
    assert done.exit_code == 0, done.output
    (made,) = content.glob(f"{STEM}-leaflet*.pdf")
    pages = text_of(made.read_bytes())
    assert "What we learnt" in pages[1]
    assert all(len(page.split()) > 1 for page in pages[1 : 1 + inside])
    assert "Unaccompanied" in "".join(pages[1:])

"""Leaflets: what the content says of each fold, what is asked for, and what is refused."""

from __future__ import annotations

import json

import pytest

from folded import STEM, change, run
from pdf import text_of


def test_each_fold_may_have_its_own_and_the_others_take_what_is_for_all(content):
    change(
        content,
        lambda data: data["leaflet"].update(
            z={"back": ["Mental health"], "leave_out": ["2018-19 Priorities"]}
        ),
    )
    for fold, expected in (("z", "Mental health"), ("roll", "2018-19 Priorities")):
        done = run("build", "2017-18", "--edition", "leaflet", "--fold", fold, "--output", content)
        assert done.exit_code == 0, done.output
        end = "" if fold == "roll" else f"-{fold}"
        back = text_of((content / f"{STEM}-leaflet{end}.pdf").read_bytes())[-1]
        assert expected in back


def test_an_unknown_fold_is_named(content):
    change(content, lambda data: data.update(leaflet={"halv": {"back": ["Mental health"]}}))
    done = run("check", "2017-18", "--format", "json")
    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["key"] == ["leaflet", "halv"]
    assert "half" in problem["hint"]


def test_a_renamed_heading_stops_the_fold_that_names_it_alone(content):
    change(
        content,
        lambda data: data["leaflet"].update(half={"leave_out": ["Mental healt"]}),
    )
    done = run("build", "2017-18", "--edition", "leaflet", "--fold", "half", "--format", "json")
    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["hint"] == "write the heading as it is now: Mental health"
    assert problem["key"] == ["leaflet", "half", "leave_out", 0]
    for fold in ("roll", "z"):
        assert run("build", "2017-18", "--edition", "leaflet", "--fold", fold).exit_code == 0
    assert run("check", "2017-18").exit_code == 1


@pytest.mark.parametrize(
    ("leaflet", "key", "message"),
    [
        (
            {"front": "contcts"},
            ["leaflet", "front", "figure"],
            'there is no figure named "contcts"',
        ),
        (
            {"front": {"figure": "contacts", "icon": "fone"}},
            ["leaflet", "front", "icon"],
            'there is no icon named "fone"',
        ),
        (
            {"back": ["2018-19 Prioritys"]},
            ["leaflet", "back", 0],
            'there is no section with the heading "2018-19 Prioritys"',
        ),
        (
            {"flap": [{"section": "Children in care", "blocks": [1, 3]}]},
            ["leaflet", "flap", 0, "blocks", 1],
            '"Children in care" has 2 blocks, and none has the number 3',
        ),
        (
            {"back": ["Mental health"], "flap": ["Mental health"]},
            ["leaflet", "back", 0],
            'block 1 of "Mental health" has a place in the leaflet already',
        ),
        ({"insde": [["Mental health"]]}, ["leaflet", "insde"], '"insde"'),
        (
            {"half": {"front": "contcts"}},
            ["leaflet", "half", "front", "figure"],
            'there is no figure named "contcts"',
        ),
        (
            {"z": {"back": ["Mental health"], "flap": ["Mental health"]}},
            ["leaflet", "z", "back", 0],
            'block 1 of "Mental health" has a place in the leaflet already',
        ),
    ],
)
def test_mistakes_in_leaflet_are_placed(leaflet, key, message, content):
    change(content, lambda data: data.update(leaflet=leaflet))
    done = run("check", "2017-18", "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.stdout)["problems"]
    assert [(problem["key"], message in problem["message"]) for problem in problems] == [
        (key, True)
    ], problems
    assert problems[0]["line"] > 200


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--edition", "large-print", "--for", "press"],
            "the large-print edition is not made for the press",
        ),
        (["--for", "office"], "the board edition is not made for the office"),
        (["--marks"], "--marks is for a press"),
        (["--stock", "uncoated", "--edition", "leaflet"], "--stock is for a press"),
        (["--fold", "z"], "--fold is for leaflets"),
        (["--proof", "--edition", "leaflet"], "--proof is for what is printed"),
    ],
)
def test_what_cannot_be_built_is_refused(arguments, message, content):
    done = run("build", "2017-18", *arguments)
    assert done.exit_code == 2
    assert message in done.output
    assert "next:" in done.output
    assert not (content.parent / "output").exists()


def test_all_that_is_wrong_with_an_order_is_said_at_once(content):
    done = run("build", "2017-18", "--marks", "--fold", "z", "--proof")
    assert done.exit_code == 2
    assert done.output.count("error:") == 3


def test_file_names(content):
    """Those of a leaflet for screens and for an office are opened by name in other tests."""
    run("build", "2017-18", "--edition", "leaflet", "--fold", "z", "--for", "press", "--proof")
    run("build", "2017-18", "--edition", "booklet", "--for", "office")
    run("build", "2017-18", "--edition", "booklet")
    assert sorted(
        file.name.removeprefix(STEM) for file in (content.parent / "output/2017-18").iterdir()
    ) == [
        "-booklet-office.pdf",
        "-booklet.pdf",
        "-leaflet-z-press-order.txt",
        "-leaflet-z-press-proof-1.png",
        "-leaflet-z-press-proof-2.png",
        "-leaflet-z-press.pdf",
    ]
    told = run("list").output
    assert "-leaflet-z-press.pdf" in told
    assert "-booklet-office.pdf" in told


def test_order_sheet(content, golden):
    run(
        "build",
        "2017-18",
        "--edition",
        "leaflet",
        "--for",
        "press",
        "--marks",
        "--stock",
        "uncoated",
    )
    sheet = (content.parent / f"output/2017-18/{STEM}-leaflet-press-order.txt").read_bytes()
    assert sheet.startswith(b"\xef\xbb\xbf")
    golden("2017-18-leaflet-order.txt", sheet.decode("utf-8-sig"))

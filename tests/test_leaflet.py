"""Leaflets and booklets: what stands where, in which order, and what is said when it does
not fit.
"""

from __future__ import annotations

import json
import re
import time

import pytest
import yaml
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build
from hscb_report.cli import app
from hscb_report.editions import imposition
from hscb_report.pdf.boxes import MM
from pdf import opened, painted, picture, structure, text_of

STEM = "hscb-annual-report-summary-2017-18"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def change(content, edit) -> None:
    """Edit the 2017-18 content as data; its comments are lost, which does not matter here."""
    path = content / "2017-18.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8").replace("value: null", "value:"))
    edit(data)
    for figure in data["figures"].values():
        if "as_at" in figure:
            figure["as_at"] = figure["as_at"].isoformat()
    path.write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        .replace("'2018-03-31'", "2018-03-31")
        .replace("'2018-06-30'", "2018-06-30"),
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory):
    """The leaflet for screens."""
    return build(
        "2017-18",
        content=ROOT / "content",
        output=tmp_path_factory.mktemp("leaflet"),
        editions=["leaflet"],
    )[0].path.read_bytes()


def test_structure_and_reading_order(leaflet, golden):
    golden("2017-18-leaflet.structure.txt", "\n".join(structure(leaflet)) + "\n")


def test_nothing_is_smaller_than_9_pt(leaflet, pressed):
    for data in (leaflet, pressed("leaflet", "z"), pressed("booklet")):
        sizes = [
            text.size
            for page in painted(data)
            for text in page.texts
            if not (text.paint.inks and "All" in text.paint.inks)
        ]
        assert min(sizes) >= 9


def test_each_panel_of_the_roll_fold(pressed):
    """Left to right as printed: the words that begin each panel."""
    panels = {}
    pdf = opened(pressed())
    for number, names in enumerate(
        (("flap", "back", "front"), ("inside 1", "inside 2", "inside 3"))
    ):
        page, content = pdf.pages[number], painted(pressed())[number]
        left = float(page.TrimBox[0])
        edges = [0, 97, 197, 297] if number == 0 else [0, 100, 200, 297]
        for name, start, end in zip(names, edges, edges[1:], strict=False):
            panels[name] = " ".join(
                text.words
                for text in content.texts
                if left + start * MM <= text.box[0] < left + end * MM and text.size > 13
            )
    assert "Annual Report" in panels["front"]
    assert "77,602" in panels["front"]
    assert "Lessons Learnt" in panels["flap"]
    assert "2018-19 Priorities" in panels["back"]
    assert "Children in Hampshire" in panels["inside 1"]
    assert "Neglect is the reason" in panels["inside 2"]
    assert "Mental health" in panels["inside 3"]


def test_the_z_fold_shows_its_back_when_it_is_folded():
    """The panel behind the first of the outside is on top of the stack's other end: front and back
    are the outer faces.
    """
    fold = imposition.LEAFLETS["z"]
    outside, inside = [role for role, _ in fold.outside], [role for role, _ in fold.inside]
    faces = {
        2: outside[2]
    }  # the right panel of the outside is the front; the paper runs to and fro below it
    behind = dict(zip(outside, reversed(inside), strict=True))
    assert faces[2] == "front"
    assert behind[outside[0]] == "back", (
        "two folds away, the sheet has turned twice: its inside faces out"
    )
    assert behind["front"] == "inside 1", "what is seen first when the front is turned"


@pytest.mark.parametrize("fold", imposition.LEAFLETS.values(), ids=imposition.LEAFLETS)
def test_folds_fill_an_a4_sheet_and_lie_back_to_back(fold):
    outside, inside = fold.sides()
    assert (outside.width / MM, inside.width / MM, fold.height / MM) == pytest.approx(
        (297, 297, 210)
    )
    assert sorted(outside.width - x for x in outside.folds) == pytest.approx(
        sorted(inside.folds)
    ), "seen through the paper"
    assert {place.page for side in (outside, inside) for place in side.places} == set(
        range(len(fold.reading))
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (4, [(4, 1), (2, 3)]),
        (5, [(None, 1), (2, None), (None, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
    ],
)
def test_booklet_imposition(count, expected):
    """Two pages on a side; the sheets, folded one in the other, read in order."""
    sides = imposition.booklet(count, 148.5, 210)
    assert [
        tuple(None if place.page is None else place.page + 1 for place in side.places)
        for side in sides
    ] == expected


def test_the_imposed_booklet_reads_in_order_when_it_is_folded(content):
    run("build", "2017-18", "--edition", "booklet", "--for", "office", "--output", content)
    data = (content / f"{STEM}-booklet-office.pdf").read_bytes()
    pdf = opened(data)
    numbers = {}
    for side, page in enumerate(painted(data)):
        for text in page.texts:
            if text.words.startswith("Page "):
                numbers[side, text.box[0] > 148.5 * MM] = int(text.words.split()[1])
    count = 2 * len(pdf.pages)
    assert count % 4 == 0
    assert numbers == {
        (side, right): page
        for side in range(len(pdf.pages))
        for right, page in (
            (False, count - side if side % 2 == 0 else side + 1),
            (True, side + 1 if side % 2 == 0 else count - side),
        )
        if page in numbers.values()
    }
    assert set(numbers.values()) == set(range(1, count)), "all but the back cover"
    assert [[float(v) for v in page.MediaBox[2:]] for page in pdf.pages] == [
        pytest.approx([297 * MM, 210 * MM], abs=0.1)
    ] * len(pdf.pages)


def test_a_press_booklet_is_single_pages_in_order_a_multiple_of_four(pressed):
    texts = text_of(pressed("booklet", None, False))
    assert len(texts) % 4 == 0
    numbered = [f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, 1)]
    assert numbered == [True] * (len(texts) - 1) + [False], "all but the back cover"


@pytest.mark.parametrize("edition", ["leaflet", "booklet"])
def test_office_sheets_keep_5_mm_white_and_open_the_print_dialogue_right(edition, content):
    run("build", "2017-18", "--edition", edition, "--for", "office", "--output", content)
    data = (content / f"{STEM}-{edition}-office.pdf").read_bytes()
    pdf = opened(data)
    assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    margin = int(4.9 / 25.4 * 60)
    for number in range(len(pdf.pages)):
        seen = picture(data, number, 60)
        for strip in (seen[:margin], seen[-margin:], seen[:, :margin], seen[:, -margin:]):
            assert strip.min() > 250
    assert picture(data, 0, 60).min() < 80


# What does not fit


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
    added = "\n  - heading: Much\n    blocks:\n" + 400 * (
        "      - {kind: statistics, items: [population, uasc]}\n"
    )
    with path.open("a", encoding="utf-8") as file:
        file.write(added)
    begun = time.process_time()
    asked = "build", "2024-25", "--edition", "leaflet", "--fold", fold
    done = run(*asked, "--format", "json")
    assert time.process_time() - begun < 5
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


# For each fold


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
    assert "contact the Board" in back
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


# What is asked for


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
    run("build", "2017-18", "--edition", "leaflet", "--fold", "z", "--for", "press", "--proof")
    run("build", "2017-18", "--edition", "leaflet", "--edition", "booklet", "--for", "office")
    run("build", "2017-18", "--edition", "leaflet", "--edition", "booklet")
    assert sorted(
        file.name.removeprefix(STEM) for file in (content.parent / "output/2017-18").iterdir()
    ) == [
        "-booklet-office.pdf",
        "-booklet.pdf",
        "-leaflet-office.pdf",
        "-leaflet-z-press-order.txt",
        "-leaflet-z-press-proof-1.png",
        "-leaflet-z-press-proof-2.png",
        "-leaflet-z-press.pdf",
        "-leaflet.pdf",
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


def test_proofs_show_the_side_with_its_folds(content):
    from io import BytesIO

    import numpy
    from PIL import Image

    done = run(
        "build", "2017-18", "--edition", "leaflet", "--for", "press", "--proof", "--format", "json"
    )
    proofs = [
        path for path in json.loads(done.stdout)["built"][0]["beside"] if path.endswith(".png")
    ]
    assert len(proofs) == 2
    for path, folds in zip(proofs, ((97, 197), (100, 200)), strict=True):
        seen = numpy.asarray(Image.open(BytesIO((content.parent / path).read_bytes()))).astype(int)
        scale = 120 / 25.4
        assert seen.shape[1] == pytest.approx((303 + 30) * scale, abs=3)
        for fold in folds:
            column = seen[
                : int(14 * scale),
                int((15 + 3 + fold) * scale) - 1 : int((15 + 3 + fold) * scale) + 3,
            ]
            blue = (column[:, :, 2] > 150) & (column[:, :, 0] < 60)
            assert blue.any(axis=1).sum() > 5, f"a fold is drawn above the side at {fold} mm"

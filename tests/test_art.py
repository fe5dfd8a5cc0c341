"""Files beside the content: their paths, what is said of them, the cover that a content chooses."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.build import build
from hscb_report.cli import app
from hscb_report.errors import ContentError, Problem
from hscb_report.project import check, listed
from hscb_report.story.opening import opening_of
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new
from hscb_report.year.reviewing import review
from pdf import structure

EVERY = ROOT / "examples/every-block/content"
ALT = "    alt: A drawing of hills in the evening, in bands of yellow, orange and violet.\n"


@pytest.fixture
def every(tmp_path, monkeypatch) -> Path:
    """A copy of the example with every kind of block."""
    shutil.copytree(EVERY, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def year(every: Path, old: str, new: str) -> list[Problem]:
    edited(every / "2024-25.yaml", old, new)
    return problems(every)


def board(every: Path, old: str, new: str) -> list[Problem]:
    edited(every / "boards/anyshire.yaml", old, new)
    return problems(every)


def problems(every: Path) -> list[Problem]:
    try:
        return check("2024-25", content=every)
    except ContentError as error:
        return error.problems


def test_the_example_is_right(every):
    assert problems(every) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../hills.png", "outside"),
        ("art/../../hills.png", "outside"),
        ("/etc/passwd", "outside"),
        ("C:/hills.png", "outside"),
        ('"C:\\\\hills.png"', "outside"),
        ('"\\\\\\\\server\\\\hills.png"', "outside"),
        ("https://example.org/hills.png", "on-the-web"),
        ('"data:image/png;base64,AAAA"', "on-the-web"),
        ('""', "outside"),
        ("art/hill.png", "no-picture"),
        ("art", "no-picture"),
        ("5", "text"),
    ],
)
def test_a_picture_is_a_file_in_the_content_folder(every, path, code):
    for old, find in (("art/hills.png", year), ("art/county.svg", board)):
        with_path = every.parent / find.__name__
        shutil.copytree(every, with_path / "content")
        found = find(with_path / "content", old, path)
        assert [one.code for one in found] == [code]
        assert found[0].hint
        assert found[0].place.line > 1


def test_a_path_may_be_written_as_windows_does(every):
    assert year(every, "art/hills.png", '"art\\\\hills.png"') == []


def test_the_name_that_was_meant_is_told(every):
    found = year(every, "art/hills.png", "art/hils.png")
    assert found[0].hint == "did you mean art/hills.png?"
    edited(every / "2024-25.yaml", "art/hils.png", "art/hills.png")
    assert problems(every) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_does_not_lead_out_of_the_folder(every):
    shutil.copy(every / "art/hills.png", every.parent / "secret.png")
    (every / "art/hills.png").unlink()
    (every / "art/hills.png").symlink_to(every.parent / "secret.png")
    assert [one.code for one in problems(every)] == ["outside"]
    (every / "art/hills.png").unlink()
    os.mkfifo(every / "art/hills.png")
    assert [one.code for one in problems(every)] == ["no-picture"]


def test_all_that_is_wrong_is_told_at_once_each_at_its_line(every):
    (every / "art/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg">\n<text/>\n</svg>')
    (every / "art/county.svg").write_bytes(b"no svg")
    (every / "art/hills.png").write_bytes((every / "art/hills.png").read_bytes()[:5000])
    (every / "art/police.svg").unlink()
    found = problems(every)
    assert sorted(one.code for one in found) == [
        "logo-refused",
        "logo-refused",
        "no-picture",
        "picture-refused",
    ]
    text = next(one for one in found if "text" in one.message)
    assert (text.where, text.place.source) == ("content/art/logo.svg:2:1", "<text/>")
    assert text.key == ("logo", "colour")
    done = CliRunner().invoke(app, ["build", "2024-25"])
    assert done.exit_code == 1
    assert not (every.parent / "output").exists()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            ALT,
            "",
            "missing-key",
        ),
        ("    credit: Drawn for this example\n", "", "missing-key"),
        ("    licence: CC0 1.0\n", "", "missing-key"),
        ("people: false", "people: true", "no-consent"),
        ("focus: [0.7, 0.3]", "focus: [70, 30]", "share"),
        ("focus: [0.7, 0.3]", "focus: [0.7]", "too-few"),
        ("picture: hills}", "picture: hall}", "unknown-picture"),
        ("status: draft", "status: draft\ncover: {picture: hall}", "unknown-picture"),
        ("status: draft", "status: draft\ncover: {}", "one-cover"),
        ("status: draft", "status: draft\ncover: {picture: hills, section: A}", "one-cover"),
        ("status: draft", "status: draft\ncover: {section: Nowhere}", "unknown-section"),
        ("status: draft", "status: draft\ncover: {section: Where we work}", "no-cover"),
        ("status: draft", "status: draft\ncover: {figures: [contacts, nothing]}", "unknown-figure"),
        ("status: draft", "status: draft\ncover: {figures: [contacts, voices]}", "not-a-part"),
    ],
)
def test_what_is_missing_or_cannot_be_is_told_with_a_next_step(every, old, new, code):
    found = year(every, old, new)
    assert code in [one.code for one in found]
    assert all(one.hint for one in found)


def test_people_may_be_shown_who_agreed(every):
    assert year(every, "people: false", "people: true\n    consent: 2024-05-01") == []


def test_a_picture_that_nothing_shows_is_told(every):
    found = year(every, "{kind: picture, picture: hills}", "{kind: text, text: Words.}")
    assert [one.code for one in found] == ["unused"]


def test_a_coarse_picture_is_told_with_the_size_it_may_have(every):
    Image.new("RGB", (1000, 600), "#0B6E4F").save(every / "art/hills.png")
    (found,) = problems(every)
    assert (found.code, found.severity) == ("coarse-picture", "warning")
    assert "on a press it may be 85 mm wide at the most" in found.message
    assert "for the screen 169 mm, and its place is 180 mm wide" in found.message
    assert "2,126 pixels" in found.hint
    built = CliRunner().invoke(app, ["build", "2024-25"])
    assert built.exit_code == 0
    pressed = CliRunner().invoke(app, ["build", "2024-25", "--for", "press"])
    assert pressed.exit_code == 1
    assert "85 mm wide at the most" in pressed.output


def test_the_rule_measures_as_the_board_edition_does():
    from hscb_report.checks.rules import coarse_picture as rule
    from hscb_report.page import photo
    from hscb_report.page.look import A4
    from hscb_report.pdf.boxes import BLEED, MM

    assert (rule.WIDTH, rule.HEIGHT) == pytest.approx((A4.width / MM, A4.height / MM))
    assert (rule.MEASURE, rule.GUTTER) == pytest.approx((A4.measure / MM, A4.gutter / MM))
    assert (rule.HIGHEST, rule.BLEED) == pytest.approx((photo.HIGHEST, BLEED / MM))
    for columns in (4, 6, 8, 12):
        assert rule._span(columns) == pytest.approx(A4.span(columns) / MM)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[100, 30, 25, 15]", "[100, 100, 90, 15]", "too-much-ink"),
        ('"#006C8E":', '"#123456":', "no-such-fill"),
        ("least_mm: 30", "least_mm: 500", "too-large"),
    ],
)
def test_what_is_wrong_with_a_logo_is_told(every, old, new, code):
    found = board(every, old, new)
    assert len(found) == 1
    assert found[0].hint
    assert code in (found[0].code, "too-large")


def test_uncoated_stock_takes_less_ink(every):
    assert board(every, "[100, 30, 25, 15]", "[100, 90, 90, 10]") == []
    done = CliRunner().invoke(app, ["build", "2024-25", "--for", "press", "--stock", "uncoated"])
    assert done.exit_code == 1
    assert "takes 290% of ink" in done.output


def test_what_was_built_is_old_once_a_picture_is_newer(every):
    build("2024-25", content=every, output=every.parent / "output/2024-25")
    row = next(one for one in listed(content=every, output=every.parent / "output"))
    assert not row.stale
    later = row.built[0].stat().st_mtime + 60
    os.utime(every / "art/county.svg", (later, later))
    row = next(one for one in listed(content=every, output=every.parent / "output"))
    assert row.stale


# The cover


def chosen(cover: dict | None) -> tuple[list[str], int | None] | None:
    data = read_yaml(EVERY / "2024-25.yaml").data
    opening = opening_of(Reader(Summary.model_validate(data | ({"cover": cover} if cover else {}))))
    return opening and ([one.key for one in opening.dots.readings], opening.section)


@pytest.mark.parametrize(
    ("cover", "keys", "section"),
    [
        (None, ["contacts", "referrals", "assessments", "conferences"], 0),
        ({"section": "Children on a plan"}, ["plans", "plans-emotional"], None),
        ({"section": "What young people said"}, ["heard"], None),
        ({"figures": ["contacts", "referrals"]}, ["contacts", "referrals"], None),
        ({"figures": ["plans", "plans-emotional"]}, ["plans", "plans-emotional"], None),
        (
            {"figures": ["contacts", "referrals", "assessments", "conferences"]},
            ["contacts", "referrals", "assessments", "conferences"],
            0,
        ),
    ],
)
def test_the_content_chooses_the_numbers_of_the_cover(cover, keys, section):
    assert chosen(cover) == (keys, section)


def test_a_photograph_takes_the_place_of_the_numbers(every):
    assert chosen({"picture": "hills"}) is None
    edited(every / "2024-25.yaml", "status: draft", "status: draft\ncover: {picture: hills}")
    data = build("2024-25", content=every, output=every.parent / "o")[0].path.read_bytes()
    figures = [line.strip() for line in structure(data) if line.strip().startswith("Figure")]
    assert "hills" in figures[1]
    assert "contacts with the front door" in figures[2]  # the funnel is told in its section


def test_next_year_asks_whether_a_picture_may_be_shown_again(every):
    edited(every / "2024-25.yaml", "people: false", "people: true\n    consent: 2024-05-01")
    new("2025-26", "2024-25", content=every)
    why = {one.key: one.why for one in review("2025-26", content=every).left}
    assert "Does the consent of 1 May 2024 cover it?" in why["pictures.hills"]

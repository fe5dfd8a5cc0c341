"""Mistakes that are made seldom, each with its sentence, and answers that are asked for seldom."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build
from hscb_report.cli import app
from hscb_report.cli.options import periods_starting
from hscb_report.errors import ExitCode, ReportError, UsageError
from mistakes import mistake
from pdf import opened, text_of


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


LAST = "          - Engagement\n"
"""The last line of the content: what is put behind it is another block or another section."""


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "hint"),
    [
        ("part_of: contacts", "part_of: contakts", "unknown-figure", '"contakts"', '"contacts"'),
        (
            "wealth and of need.",
            "wealth, {english:words} of need.",
            "no-words",
            "only a count can be written in words",
            "write {english}",
        ),
        (
            "label: professionals attended conferences",
            "label: professionals at {conferences}",
            "nested",
            "names a figure itself",
            "write the words out",
        ),
        (
            "[camhs-referrals, camhs-admissions]",
            "[plans, uasc, population, camhs-referrals, camhs-admissions]",
            "too-many",
            "5 stand here, and at most 4 fit",
            "",
        ),
        (
            "figures: [contacts, referrals, section-47]",
            "figures: [contacts]",
            "too-few",
            "1 stand here, and at least 2 are needed",
            "add what is missing",
        ),
        ("kind: note", "sort: note", "missing-kind", "does not say its kind", "kind: text"),
        ("{kind: trend, series", "{kind: bars, figures: [plans, uasc], series", "one-of", "", ""),
        ("title: Annual Report Summary", "title: #Annual", "comment", "begins a comment", "quotes"),
        ("title: Annual Report Summary", "title: [Annual]", "text", "not a list", ""),
        ("      2021: 702", "      2021: -702", "negative", "below zero", "check"),
        ("value: 18240", "value: £18240", "pound-sign", "a £ sign in it", "18240"),
        ("language: en-GB", "language: English", "language", "not how English is", "en-GB"),
        ("language: en-GB", "language: en-GB\n? [a, b]\n: c", "odd-key", "must be a word", ""),
        (
            LAST,
            LAST + "leaflet:\n  introduction: perhaps\n",
            "yes-no",
            "neither true nor false",
            "true or false",
        ),
        (
            LAST,
            LAST
            + "  - heading: Mental health\n    blocks: [{kind: text, text: Words.}]\n"
            + "leaflet:\n  back: [Mental health]\n",
            "same-heading",
            'two sections have the heading "Mental health"',
            "different headings",
        ),
        (
            LAST,
            LAST + "leaflet:\n  back: [{section: Mental health, blocks: [2]}]\n",
            "no-block",
            "none has the number 2",
            "counted from 1",
        ),
        ("introduction: This", "introduction: '  '\nx: This", "blank", "this text is empty", ""),
    ],
)
def test_a_seldom_mistake_is_answered(sample, old, new, code, message, hint):
    found = [p for p in mistake(sample, old, new) if p.code == code]
    assert found
    assert message in found[0].message
    assert hint in found[0].hint
    assert found[0].place.line > 1


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("short_name: ASCB", "short_name: ASCB\nemail: ascb", "e-mail address", "name@example"),
        ('"#12436D"', "red", "is not a colour", "six digits"),
    ],
)
def test_a_seldom_mistake_in_the_board_file_is_answered(sample, old, new, message, hint):
    problems = mistake(sample, old, new, "boards/anyshire.yaml")
    assert any(message in p.message and hint in p.hint for p in problems)


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        ({"editions": ["novel"]}, "no-edition", '"novel"'),
        ({"purpose": "museum"}, "no-purpose", '"museum"'),
        ({"editions": ["leaflet"], "fold": "fan"}, "no-fold", '"fan"'),
        ({"purpose": "press", "stock": "silk"}, "no-stock", '"silk"'),
    ],
)
def test_a_product_that_is_not_made(sample, options, code, message):
    with pytest.raises(UsageError) as caught:
        build("2024-25", content=sample, output=sample.parent / "out", **options)
    assert caught.value.exit_code == ExitCode.USAGE
    assert [p.code for p in caught.value.problems] == [code]
    assert message in caught.value.problems[0].message
    assert not (sample.parent / "out").exists()


def test_a_front_number_with_too_many_words(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "label: children live in Anyshire", "label: children live here" + " and grow up" * 200
    )
    path.write_text(text + "leaflet:\n  front: population\n", encoding="utf-8")
    done = run("build", "2024-25", "--edition", "leaflet")
    assert done.exit_code == 1
    assert 'the panel "front" is' in done.output
    assert "choose a number with fewer words" in done.output
    assert not Path("output").exists()


@pytest.mark.parametrize("command", ["check", "list"])
def test_no_period_at_all_is_said(tmp_path, monkeypatch, command):
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    done = run(command)
    assert done.exit_code == 0
    assert "no periods in content" in done.output


def test_check_of_a_folder_that_is_not_there_ends_in_2(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("check", "--format", "json")
    assert done.exit_code == 2
    assert json.loads(done.stdout)["problems"]


def test_figures_that_cannot_be_read_end_in_an_object_of_problems(sample):
    done = run("figures", "import", "2024-25", "nowhere.xlsx", "--format", "json")
    assert done.exit_code == 4
    assert json.loads(done.stdout)["problems"][0]["code"] == "unreadable"


def test_quiet_says_nothing_but_problems(sample):
    assert run("build", "2024-25", "-q").output == ""
    assert run("new", "2025-26", "--from", "2024-25", "-q").output == ""
    assert run("check", "2024-25", "-q").output == ""
    assert (sample / "2025-26.yaml").exists()


def test_verbose_names_each_step_and_its_time(sample):
    told = run("build", "2024-25", "-v").output
    assert len([line for line in told.splitlines() if line.endswith(" s")]) >= 3


def test_a_file_without_pages_is_not_judged(tmp_path):
    file = tmp_path / "empty.pdf"
    with pikepdf.new() as pdf:
        pdf.save(file)
    done = run("verify", file)
    assert done.exit_code != 0
    assert "has no pages" in done.output


def test_a_fault_of_the_tool_shows_where_when_asked(sample):
    code = (
        "import importlib, sys\nfrom hscb_report import cli\n"
        "command = importlib.import_module('hscb_report.cli.build')\n"
        "def broken(*a, **k): raise RuntimeError('boom')\ncommand.build = broken\n"
        "sys.argv[1:] = ['build', '2024-25']\ncli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HSCB_REPORT_TRACEBACK": "1"},
    )
    assert done.returncode != 0
    assert "fault of the tool" in done.stderr
    assert "Traceback" in done.stderr
    assert "in broken" in done.stderr


def test_all_that_a_board_says_of_itself_is_in_the_contact(sample):
    board = sample / "boards/anyshire.yaml"
    board.write_text(
        board.read_text(encoding="utf-8")
        + "address: [1 High Street, Anytown]\nphone: 01632 960001\nemail: board@example.org\n",
        encoding="utf-8",
    )
    made = build("2024-25", content=sample, output=sample.parent / "out")[0].path.read_bytes()
    last = text_of(made)[-1]
    for words in ("1 High Street, Anytown", "01632 960001", "board@example.org"):
        assert words in last
    links = [str(a.A.URI) for page in opened(made).pages for a in page.get("/Annots", [])]
    assert "mailto:board@example.org" in links


def test_completion_names_the_periods(sample):
    assert periods_starting("2024") == ["2024-25"]
    assert periods_starting("1999") == []
    (sample / "2024-25.yaml").unlink()
    assert periods_starting("2024") == []


def test_no_problem_is_lost_when_a_content_names_nothing(tmp_path, sample):
    """No figures at all: what the figures are cannot be named."""
    path = sample / "2024-25.yaml"
    path.write_text(
        "board: anyshire\ntitle: T\nperiod: 2024-25\nstatus: draft\nlanguage: en-GB\n"
        "introduction: Words.\nsections:\n  - heading: H\n    blocks:\n"
        "      - {kind: statistics, items: [contacts]}\n",
        encoding="utf-8",
    )
    with pytest.raises(ReportError) as caught:
        build("2024-25", content=sample, output=tmp_path / "out")
    assert caught.value.problems[0].code == "unknown-figure"
    assert caught.value.problems[0].hint == "there are no figures yet"

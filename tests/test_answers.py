"""What commands answer: choices, places, commands that can be typed, and sheets of another kind."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl.comments import Comment

from conftest import ROOT
from hscb_report import build, check
from hscb_report.errors import ContentError, said_keys
from hscb_report.page import turning
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures
from hscb_report.year.starting import init
from mistakes import mistake
from year import cell, opened, run


def test_a_wrong_choice_is_answered_in_plain_words():
    tried = [
        (["build", "2017-18"], option)
        for option in ("--edition", "--for", "--fold", "--stock", "--format")
    ]
    tried += [
        (["verify", "x.pdf"], "--standard"),
        (["palette", "#FFD500"], "--format"),
        (["schema"], "--of"),
        (["compare", "a", "b"], "--format"),
    ]
    for words, option in tried:
        done = run(*words, option, "no-such-word")
        assert done.exit_code == 2
        assert "is not one of" in done.output, (words, option)
        assert "Value error" not in done.output


def test_a_colour_without_quotes_never_arrives():
    for words in (["palette"], ["palette", "--format", "text"]):
        done = run(*words)
        assert done.exit_code == 2
        assert done.output.strip().endswith('quotes: hscb-report palette "#FFD500"')
    assert run("palette", "#FFD500").exit_code == 0


def called(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The tool as a process, as python runs it."""
    return subprocess.run(
        [sys.executable, "-m", "hscb_report", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )


def test_help_names_commands_as_they_were_called():
    done = called("--help", HSCB_REPORT_COMMAND="py run.py")
    assert "Usage: py run.py" in done.stdout
    assert "Example: py run.py build" in done.stdout
    assert "completion" not in done.stdout  # it would be that of python
    assert called("--install-completion", HSCB_REPORT_COMMAND="py run.py").returncode == 2
    wrong = called("build", "2017-18", "--for", "x")
    assert "Try 'python -m hscb_report build --help'" in wrong.stderr


@pytest.mark.parametrize("command", ["hscb-report", 'py "C:\\some where\\run.py"'])
def test_what_a_new_projects_readme_names_can_be_typed_there(tmp_path, monkeypatch, command):
    init(tmp_path / "any", None, "2024-25", command=command)
    monkeypatch.chdir(tmp_path / "any")
    text = Path("README.md").read_text(encoding="utf-8")
    named = re.findall(r"`([^`]*(?:build|check|review|figures|new|schema) ?[^`]*)`", text)
    named = [one for one in named if not one.startswith(("content/", "hscb-report`"))]
    assert len(named) == 9
    assert all(one.startswith(command + " ") for one in named)
    assert ("on another" in text) == ("run.py" in command)
    typed = [one.removeprefix(command) for one in named]
    if command != "hscb-report":  # the same commands, which run once
        init(tmp_path / "other", None, "2024-25", command="hscb-report")
        other = (tmp_path / "other/README.md").read_text(encoding="utf-8")
        assert all(f"`hscb-report{one}`" in other for one in typed)
        return
    for one in typed:
        done = run(*shlex.split(one.replace("FILE", "output/2024-25/figures-2024-25.xlsx")))
        assert done.exit_code == 0, (one, done.output)


def test_commands_are_named_with_their_folder(sample, monkeypatch):
    monkeypatch.chdir(sample.parent)
    sample.rename(sample.parent / "other place")
    done = run("build", "2024-25", "--content", "other place")
    assert done.exit_code == 0
    if "warning" in done.output:
        assert 'check 2024-25 --content "other place"' in done.output


def test_the_rules_are_said_to_be_asked_later_only_where_they_are(sample, monkeypatch):
    monkeypatch.chdir(sample.parent)
    later = "are asked when the file is in form"
    assert later not in run("check", "2031-32").output  # there is no such file
    file = sample / "2024-25.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 412", "value: 3"), encoding="utf-8")
    assert later not in run("check", "2024-25").output
    file.write_text(text.replace("value: 18240", "value: 18,240"), encoding="utf-8")
    assert later in run("check", "2024-25").output


@pytest.mark.parametrize("edition", ["board", "large-print", "leaflet", "booklet"])
def test_whatever_does_not_fit_has_a_name_and_a_place(sample, monkeypatch, edition):
    """Everything that stands on a page is said to be too high."""
    board = sample / "boards/anyshire.yaml"
    board.write_text(
        board.read_text(encoding="utf-8") + "address: [1 High Street]\nphone: '0'\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(turning, "_on_rhythm", lambda height: height + 5000)
    monkeypatch.setattr(
        "hscb_report.editions.planning.NEARLY", -5000.0
    )  # the panels are stacked, and not paginated
    with pytest.raises(ContentError) as caught:
        build("2024-25", content=sample, output=sample.parent / "out", editions=[edition])
    for problem in caught.value.problems:
        assert problem.place is not None, problem.as_text()
        assert problem.key
        assert not problem.message.startswith((" ", "the page "))
        assert problem.hint


def test_keys_are_said_as_people_count_them():
    assert said_keys(("sections", 5)) == "section 6"
    assert said_keys(("sections", 5, "blocks", 0, "items", 1), "Learning") == (
        'section "Learning" > block 1 > item 2'
    )
    assert said_keys(("leaflet", "inside", 0, 1)) == "leaflet > inside 1 > 2"
    assert said_keys(("series", "looked-after", "points", "2014")) == (
        "series > looked-after > points > 2014"
    )
    assert said_keys(("a" * 60,)) == "a" * 39 + "…"


def test_the_sheet_of_another_year_is_one_sentence(year, monkeypatch):
    last = export_figures("2017-18", content=year, output=Path("last year.xlsx"))
    done = run("figures", "import", "2018-19", last)
    assert done.exit_code == 1
    assert done.output.count("error:") == 1
    assert "this is the sheet of 2017-18, and the file is that of 2018-19" in done.output
    steps = re.findall(r"hscb-report (figures (?:export|import) [^;\n]*)", done.output)
    assert len(steps) == 2
    for step in steps:
        assert run(*shlex.split(step)).exit_code == 0, step


@pytest.mark.parametrize(
    ("at", "head"),
    [
        ("G4", "Number 2018-19"),
        ("G4", "new values"),
        ("A4", "Name"),
        ("H4", "Sign"),
        ("K4", "Remarks"),
    ],
)
def test_a_renamed_column_gets_its_name_again(year, sheet, at, head):
    book, rows = opened(sheet)
    was, rows[at].value = rows[at].value, head
    cell_of_contacts = rows["G5"]
    cell_of_contacts.value = 500
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    (problem,) = caught.value.problems
    assert problem.hint == f'write "{was}" in {at} again, and leave the column as it is'
    rows[at].value = was
    book.save(sheet)
    assert import_figures("2018-19", sheet, content=year, dry_run=True).changes


def test_no_column_with_numbers_is_to_be_deleted(year, sheet):
    book, rows = opened(sheet)
    rows["L4"], rows["L5"] = "Numbers", 500
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    (problem,) = caught.value.problems
    assert "delete" not in problem.hint
    rows["G5"], rows["L4"], rows["L5"] = 500, None, None  # as it says
    book.save(sheet)
    assert import_figures("2018-19", sheet, content=year, dry_run=True).changes


def test_a_comment_is_told(year, sheet):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").comment = Comment("provisional", "A")
    thread = (
        "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    ask"
    )
    cell(rows, "plans", "Note").comment = Comment(thread + " the police", "A")
    book.save(sheet)
    notices = import_figures("2018-19", sheet, content=year).notices
    assert 'G5: a comment was not taken: "provisional"' in notices[0]
    assert '"ask the police"' in notices[1]


def test_a_percentage_as_spreadsheets_keep_it(sample):
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 94\n", "value: 0.94\n"), encoding="utf-8"
    )
    (found,) = [p for p in check("2024-25", content=sample) if p.code == "fraction"]
    assert found.hint == "if 94% is meant, write 94; else accept this"


def test_an_earlier_year_with_errors_is_named_with_its_folder(content):
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    block = "      - {kind: change, figures: [contacts], since: 2016-17}\n"
    problems = mistake(content, "    blocks:\n", f"    blocks:\n{block}", period="2017-18")
    (problem,) = [p for p in problems if p.code == "earlier-errors"]
    step = re.match(r"hscb-report (.*) lists them", problem.hint)
    assert step
    done = run(*shlex.split(step[1]))
    assert done.exit_code == 1
    assert "is missing" in done.output

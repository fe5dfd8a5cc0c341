"""The command line as a person or a script meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import __version__
from hscb_report.cli import app
from year import as_listed

SAMPLE_NAME = "anyshire-annual-report-summary-2024-25.pdf"
NAME = "hscb-annual-report-summary-2017-18.pdf"


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_build_says_where_how_many_pages_and_how_large(content):
    done = run("build", "2017-18")
    assert done.exit_code == 0, done.output
    file = Path("output/2017-18") / NAME
    assert file.read_bytes().startswith(b"%PDF-")
    assert str(file) in done.output
    assert f"6 pages, {-(-file.stat().st_size // 1024)} KB" in done.output
    assert [p.name for p in file.parent.iterdir()] == [NAME]


def test_build_elsewhere_in_json(content, tmp_path):
    done = run(
        "build", "2017-18", "--output", tmp_path / "a/b", "--edition", "board", "--format", "json"
    )
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert told["problems"] == []
    assert told["built"] == [
        {
            "path": str(tmp_path / "a/b" / NAME),
            "edition": "board",
            "pages": 6,
            "bytes": (tmp_path / "a/b" / NAME).stat().st_size,
            "beside": [],
            "notes": [],
        }
    ]


def test_quiet_and_verbose(content):
    assert run("build", "2017-18", "--quiet").output == ""
    told = run("build", "2017-18", "--verbose").output
    assert "reading 2017-18:" in told
    assert "laying out the board edition:" in told


def test_final_refuses_what_is_missing_and_drafts(content):
    done = run("build", "2017-18", "--final")
    assert done.exit_code == 1
    assert done.output.count("is missing") == 2
    assert not Path("output").exists()
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "    symbol: x\n", "    symbol: x\n    required: false\n"
    )
    path.write_text(text, encoding="utf-8")
    assert run("build", "2017-18", "--final").exit_code == 0
    path.write_text(text.replace("status: final", "status: draft"), encoding="utf-8")
    done = run("build", "2017-18", "--final")
    assert done.exit_code == 1
    assert "the content is a draft" in done.output


def test_check_all_periods(content):
    (content / "2018-19.yaml").write_text("board: hscb\n", encoding="utf-8")
    done = run("check")
    assert done.exit_code == 1
    assert "2017-18: no problems found" in done.output
    assert '"title" is missing' in done.output
    assert run("check", "2017-18").exit_code == 0


def test_check_in_json_names_file_line_and_column(sample):
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 288", "value: 1288"), encoding="utf-8"
    )
    done = run("check", "2024-25", "--format", "json")
    problem = json.loads(done.stdout)["problems"][0]
    line = path.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert line[problem["column"] - 1 :] == "1288"
    assert problem["code"] == "part-over-whole"
    assert problem["key"] == ["figures", "plans-neglect", "value"]
    assert problem["severity"] == "error"


def test_list(content):
    assert "2017-18  final       not built yet" in run("list").output
    run("build", "2017-18")
    assert NAME in run("list").output
    later = Path("output/2017-18", NAME).stat().st_mtime + 10
    os.utime(content / "2017-18.yaml", (later, later))
    assert "older than the content" in run("list").output
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    as_listed(content)
    rows = json.loads(run("list", "--format", "json").stdout)
    assert [(r["period"], r["status"]) for r in rows] == [
        ("2016-17", "has errors"),
        ("2017-18", "final"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "1999-00"),
        ("build",),
        ("build", "2017-18", "--edition", "novel"),
        ("nonsense",),
        ("build", "2017-18", "--content", "nowhere"),
        ("check", "2099-00"),
        ("list", "--content", "nowhere"),
    ],
)
def test_wrong_usage_ends_in_2(content, arguments):
    done = run(*arguments)
    assert done.exit_code == 2
    assert not Path("output").exists()
    assert "Traceback" not in done.output


def test_content_errors_end_in_1_and_leave_the_old_file(sample):
    run("build", "2024-25")
    file = Path("output/2024-25") / SAMPLE_NAME
    before = file.read_bytes()
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 288", "value: nine"), encoding="utf-8"
    )
    assert run("build", "2024-25").exit_code == 1
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_ends_in_4(content):
    Path("blocked").write_text("a file, not a folder", encoding="utf-8")
    done = run("build", "2017-18", "--output", "blocked")
    assert done.exit_code == 4
    assert "cannot be written" in done.output
    folder = Path("taken")
    (folder / NAME).mkdir(parents=True)
    done = run("build", "2017-18", "--output", folder)
    assert done.exit_code == 4
    assert [p.name for p in folder.iterdir()] == [NAME]


def dies_moving(arguments: list[str], at: int) -> int:
    """Run a command that is gone in the midst of its moves: none of its code is run any more."""
    code = (
        "import os, sys\nfrom hscb_report.cli import main\nmove, moves = os.replace, []\n"
        "def dies(*given, **named):\n"
        f"    if len(moves) == {at}: os._exit(77)\n"
        "    moves.append(given); move(*given, **named)\n"
        f"os.replace = dies\nsys.argv[1:] = {arguments!r}\nmain()"
    )
    return subprocess.run(
        [sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ).returncode


def test_a_build_that_was_killed_is_finished_by_the_next_run(sample):
    order = ["build", "2024-25", "--edition", "board", "--edition", "booklet"]
    assert run(*order).exit_code == 0
    folder = Path("output/2024-25")
    old = {file.name: file.read_bytes() for file in folder.iterdir()}
    text = (sample / "2024-25.yaml").read_text(encoding="utf-8")
    (sample / "2024-25.yaml").write_text(text.replace("18240", "18241"), encoding="utf-8")
    assert dies_moving(order, 1) == 77
    half = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert sorted(half[name] == old[name] for name in old) == [False, True], "old and new"
    done = run("list")
    assert "note: a run was stopped while it put its files in place; that is done" in done.stderr
    new = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert run(*order).stderr == ""
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == new
    assert new.keys() == old.keys()


def test_a_project_that_was_begun_is_finished_by_the_next_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    on_trial = run("init", "whole").output.count("whole/content/") + 1  # with the README
    for at in (0, 3):
        folder = f"made{at}"
        assert dies_moving(["init", folder, "--period", "2024-25"], on_trial + at) == 77
        done = run("init", folder, "--period", "2024-25")
        assert "that is done now" in done.stderr
        assert "is not empty" in done.stderr
        assert run("build", "2024-25", "--content", f"{folder}/content").exit_code == 0


def test_a_fault_of_the_tool_ends_in_5_with_a_sentence(content):
    code = (
        "import importlib, sys\nfrom hscb_report import cli\ncommand = "
        "importlib.import_module('hscb_report.cli.build')\n"
        "def broken(*a, **k): raise RuntimeError('boom')\ncommand.build = broken\n"
        "sys.argv[1:] = ['build', '2017-18']\ncli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 5
    assert "RuntimeError: boom" in done.stderr
    assert "fault of the tool" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_and_module(content):
    done = subprocess.run(
        [sys.executable, "-m", "hscb_report", "--version"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == f"hscb-report {__version__}"


def test_a_piped_problem_is_plain_text(sample):
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 288", "value: nine"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "hscb_report", "check"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert "error:" in done.stderr.decode("utf-8")

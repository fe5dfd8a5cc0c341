"""What others typed is shown, and nothing more: no spreadsheet works it out, no terminal obeys it,
no Python runs it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build
from hscb_report.cli import app
from hscb_report.shown import as_json, on_a_line, plain
from hscb_report.summary.cells import guarded, unguarded
from hscb_report.year.csv_read import from_csv
from pdf import opened

pytestmark = pytest.mark.slow

ALIVE = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\tx", "\r=1", "＝1")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")


@given(st.text())
def test_a_guarded_text_comes_back(text):
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ALIVE)
def test_what_begins_as_a_formula_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-12", "-0.5", "12", "", "a=b", "'tis"])
def test_numbers_and_words_are_left_as_they_are(text):
    assert guarded(text) == text


@pytest.fixture
def live(content):
    """Two years whose names, labels and sources begin as formulas do."""
    for period in ("2016-17", "2017-18"):
        file = content / f"{period}.yaml"
        text = (content / "2017-18.yaml").read_text(encoding="utf-8")
        text = re.sub(
            r"^( +(?:label|publisher|note): )(\w[^#\"\n]*)$", r'\1"=\2"', text, flags=re.M
        )
        file.write_text(text.replace("period: 2017-18", f"period: {period}"), encoding="utf-8")
    return content


def test_no_cell_of_any_csv_is_a_formula(live, tmp_path):
    found = CliRunner().invoke(app, ["compare", "2016-17", "2017-18", "--format", "csv"]).stdout
    (made,) = build("2017-18", output=tmp_path)
    with opened(made.path.read_bytes()) as pdf:
        (attached,) = pdf.attachments.values()
        inside = attached.get_file().read_bytes().decode("utf-8-sig")
    CliRunner().invoke(app, ["figures", "export", "2017-18", "--output", "sheet.csv"])
    sheet = (live.parent / "sheet.csv").read_text(encoding="utf-8-sig")
    for text in (found, inside, sheet):
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert any(cell.startswith("'=") for cell in cells)
        assert not [cell for cell in cells if cell != guarded(unguarded(cell))]
        assert not [c for c in cells if re.match(r"[=+@\t\r]|-(?![\d.]+$)", c)]
    done = CliRunner().invoke(app, ["figures", "import", "2017-18", "sheet.csv"])
    assert "nothing to change" in done.output, done.output
    grid = from_csv(live.parent / "sheet.csv", sheet.encode())
    assert str(grid.rows[0]["What it is"].value).startswith("=")


NASTY = "a\x1b[31m\x9b2J\x07\u202eb"


def test_nothing_is_obeyed_and_all_is_shown():
    assert plain(NASTY) == "a\\x1b[31m\\x9b2J\\x07\\u202eb"
    assert plain("line\n\tnext") == "line\n\tnext"
    assert on_a_line("one\ntwo") == "one\\ntwo"
    assert json.loads(as_json(json.dumps(NASTY, ensure_ascii=False))) == NASTY


def said(*arguments: str, cwd) -> str:
    """All that a command says, as a terminal would get it."""
    done = subprocess.run(
        [sys.executable, "-m", "hscb_report", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_names_of_files_and_what_stands_in_them_are_shown(content, summary_pdf):
    here = content.parent
    name = "f\x1b[31m\x9bg"
    pdf = opened(summary_pdf)
    tree = pdf.Root.StructTreeRoot
    tree.K = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{name}"), P=tree)
    pdf.save(here / f"{name}.pdf")
    (content / f"{name}.yaml").write_text(f'board: "{name}"\nperiod: "\\e[31m"\n', encoding="utf-8")
    (content / "2018-19.yaml").write_text(
        'board: hscb\n"\\e]0;t\\a": 1\nfigures: {"\\e[1m\\x9b": {value: "\\e[2J"}}\n',
        encoding="utf-8",
    )
    (here / f"{name}.csv").write_text(f"Figure,Unit\n{name},x\n", encoding="utf-8")
    for arguments in (
        ("verify", f"{name}.pdf", "--standard", "x4"),
        ("check", "2017-18", name),
        (name,),
        (f"--{name}",),
    ):
        text = said(*arguments, cwd=here)
        assert not OBEYED.search(text), arguments
        assert "\\x1b[" in text or "\\u001b" in text or "\\e[" in text, (arguments, text)
    for arguments in (
        ("verify", f"{name}.pdf", "--standard", "ua1", "--format", "json"),
        ("verify", f"none{name}.pdf"),
        ("check",),
        ("check", "--format", "json"),
        ("list",),
        ("check", name),
        ("build", "2017-18", "--output", name),
        ("figures", "import", "2017-18", f"{name}.csv"),
    ):
        text = CliRunner().invoke(app, arguments).output
        assert not OBEYED.search(text), arguments
        assert "\\x1b[" in text or "\\u001b" in text or "\\e[" in text, (arguments, text)


def test_every_command_prints_through_one_door():
    for file in (ROOT / "hscb_report/cli").glob("*.py"):
        if file.name != "shared.py":
            text = file.read_text(encoding="utf-8")
            assert "typer.echo" not in text and "print(" not in text.replace("_print(", ""), file


MODULES = ("random", "yaml", "typing", "typer", "pikepdf", "json", "sitecustomize")
"""Python itself imports contextlib, of the current folder, before python -m comes to a package."""


@pytest.mark.parametrize("way", ["python -m hscb_report", "run.py"])
def test_no_module_of_the_current_folder_is_run(way, content):
    here = content.parent
    for name in MODULES:
        (here / f"{name}.py").write_text(
            f"open({str(here / 'ran')!r}, 'a').write({name!r})\n", encoding="utf-8"
        )
    arguments = (["check", "2017-18"], ["verify", "none.pdf"])
    if way == "run.py":  # what it runs, with its own folder as the current one
        (here / "hscb_report").symlink_to(ROOT / "hscb_report")
        (here / "fonts").symlink_to(ROOT / "fonts")
        (here / "run.py").write_bytes((ROOT / "run.py").read_bytes())
        commands = [[str(here / "hscb_report/__main__.py"), *one] for one in arguments]
        begin, path = [sys.executable, "-P"], ""
        (here / "contextlib.py").write_bytes((here / "random.py").read_bytes())
        done = subprocess.run(
            [sys.executable, "run.py", "x"], cwd=here, capture_output=True, check=False
        )
        assert not (here / "ran").exists(), done.stderr
    else:
        commands = [["-m", "hscb_report", *one] for one in arguments]
        begin, path = [sys.executable], str(ROOT)
    for command in commands:
        done = subprocess.run(
            [*begin, *command],
            cwd=here,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 4), done.stderr.decode()
        assert not (here / "ran").exists(), (here / "ran").read_text(encoding="utf-8")

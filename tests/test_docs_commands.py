"""Every command of the README and the guide runs, page by page in the order in which it is told."""

from __future__ import annotations

import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.cli import app
from hscb_report.preflight import apart, files, plates, verapdf
from hscb_report.summary.load import load
from hscb_report.year.reviewing import keys_left
from pages import PAGES, fenced, name_of, read, tables, typed

pytestmark = pytest.mark.slow
YEAR, PRINTING = ROOT / "docs/year.md", ROOT / "docs/printing.md"
ELSEWHERE = ("test", "preview")
"""What others run: ``.ci/run`` the tests, and ``test_preview_browser.py`` the preview."""


def told(page: Path) -> list[str]:
    """The commands of a page that run here."""
    return [line for line in typed(read(page)) if not line.startswith(ELSEWHERE)]


def shown(text: str) -> list[str]:
    """The lines a page shows as what ``build`` says."""
    return [
        line
        for block in fenced(text)
        for line in block.splitlines()
        if line.startswith("output/") and line.endswith(" KB")
    ]


def pages_that_run() -> list[Path]:
    """The pages that tell commands, but for those that show nothing of what they say and whose
    commands another page tells in the same order: they would run a second time.
    """
    found: list[Path] = []
    for page in sorted(PAGES, key=lambda page: (-len(told(page)), -len(shown(read(page))))):
        again = any(is_within(told(page), told(other)) for other in found)
        if told(page) and (shown(read(page)) or not again):
            found.append(page)
    return found


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether some commands stand among others in the same order."""
    rest = iter(many)
    return all(line in rest for line in few)


@pytest.fixture
def folder(content, monkeypatch) -> Path:
    """A copy of the project's content, as somebody has it who downloaded it."""
    for example in (ROOT / "examples").glob("*/content"):
        shutil.copytree(example, content.parent / example.relative_to(ROOT))
    for table in (ROOT / "examples").glob("*/*.csv"):
        shutil.copy(table, content.parent / table.relative_to(ROOT))
    monkeypatch.setattr(apart.Judge, "__enter__", lambda judge: files)  # here, where none is there
    monkeypatch.setattr(verapdf, "available", lambda: "")  # it is asked by other tests
    monkeypatch.setattr(plates, "program", lambda: "")
    return content.parent


def run(line: str) -> str:
    """Run a command, and return what it says."""
    done = CliRunner().invoke(app, shlex.split(line))
    wanted = 6 if line.startswith("verify") else 0  # without veraPDF nobody says that a file holds
    assert done.exit_code == wanted, f"{line}\n{done.output}"
    return done.output.replace("\\", "/")


@pytest.mark.parametrize("page", [page for page in pages_that_run() if page != YEAR], ids=name_of)
def test_the_commands_of_a_page_run_in_their_order(page, folder):
    said = ""
    for line in told(page):
        said += run(line)
        if page == PRINTING and "--proof" in line:
            assert files_listed(read(page)) == {
                file.name for file in Path("output/2017-18").iterdir()
            }
    for line in shown(read(page)):
        name, size = line.rsplit(", ", 1)
        found = re.search(rf"{re.escape(name)}, (\d+) KB", said)
        assert found, line  # the size may differ a little with the libraries' versions
        assert abs(int(found[1]) - int(size.split()[0])) <= 5


def files_listed(text: str) -> set[str]:
    """The names of the files that are said to be made of a press leaflet."""
    listed = next(table for table in tables(text) if table[0][0].startswith("file"))
    stem = re.search(r"`(.+)`", listed[0][0])[1]
    return {f"{stem}{ending}" for row in listed[1:] for ending in re.findall(r"`(.+?)`", row[0])}


def test_every_command_that_a_page_tells_runs():
    ran = {line for page in pages_that_run() for line in told(page)}
    assert ran == {line for page in PAGES for line in told(page)}
    assert is_within(["a", "c"], ["a", "b", "c"])
    assert not is_within(["b", "a"], ["a", "b"])


def test_what_build_says_is_shown():
    assert [len(shown(read(ROOT / page))) for page in ("README.md", "docs/first-build.md")] == [
        1,
        1,
    ]


def test_the_year_as_it_is_told(folder):
    """new, export, fill, import, review, check, build, compare, and the build for publication."""
    lines = typed(read(YEAR))
    assert [line.split()[0] for line in lines] == (
        "new figures figures figures review review check build compare build".split()
    )
    sheet, values = Path("output/2018-19/figures-2018-19.xlsx"), {}
    file = Path("content/2018-19.yaml")
    for line in lines:
        if line.startswith("figures import"):
            values = fill(sheet, values)
        if "--final" in line:
            refused = CliRunner().invoke(app, shlex.split(line)).output
            assert "the content is a draft" in refused
            assert "nobody has looked at this yet" in refused
            left = [one for key in keys_left("2018-19") for one in ("--done", key)]
            run(" ".join(["review", "2018-19", *left]))
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("status: draft", "status: final"), encoding="utf-8")
        before = file.read_bytes() if file.exists() else b""
        said = run(line)
        if line.endswith("--dry-run"):
            assert file.read_bytes() == before
        if line.startswith("compare"):
            assert "Children on Child Protection Plan" in said
    summary = load("2018-19", folder / "content", icons.names()).summary
    assert {name: figure.value for name, figure in summary.figures.items()} == values
    assert all(figure.symbol is figure.reason is None for figure in summary.figures.values())
    assert len(list(Path("output/2018-19").glob("*.pdf"))) == 2


def fill(sheet: Path, values: dict) -> dict:
    """A partner's answers: last year's numbers again, and some where there was none."""
    book = openpyxl.load_workbook(sheet)
    rows = book.active
    for row in range(5, rows.max_row + 1):
        last = rows.cell(row, 5).value
        rows.cell(row, 7).value = (
            last
            if isinstance(last, (int, float))
            else {"children-in-care": 1600}.get(rows.cell(row, 1).value, 15)
        )
        values[rows.cell(row, 1).value] = rows.cell(row, 7).value
    book.save(sheet)
    return values


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_command_that_stands_in_a_sentence_is_one(page):
    """`py run.py check` in running text: a command and options that there are; capitals stand for
    words of one's own.
    """
    for line in re.findall(r"`(?:py run\.py|hscb-report) ([a-z][^`]*)`", read(page)):
        words = [word for word in shlex.split(line) if word not in ("...", "[OPTIONS]")]
        if words[0] != "test":
            assert has_help(*leading(words)), line


@cache
def has_help(*command: str) -> bool:
    return CliRunner().invoke(app, [*command, "--help"]).exit_code == 0


def leading(words: list[str]) -> list[str]:
    """The name of a command without its arguments."""
    return words[:2] if words[0] == "figures" else words[:1]

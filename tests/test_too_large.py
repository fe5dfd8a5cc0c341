"""Contents and sheets that are too large: a sentence with the number and the limit, and soon."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hscb_report import build
from hscb_report.cli import app
from hscb_report.cli.shared import MOST_TOLD
from hscb_report.errors import ContentError, FileError, Problem
from hscb_report.project import check
from hscb_report.summary import limits
from hscb_report.year import workbook_size
from hscb_report.year.grid import MOST_COLUMNS, MOST_ROWS, MOST_SAID, ONLY_THE_FIRST
from hscb_report.year.importing import import_figures
from hscb_report.year.spreadsheet_read import read

pytestmark = pytest.mark.slow

SHEET = "xl/worksheets/sheet1.xml"


def introduced(content: Path, text: str) -> None:
    """The content with another introduction."""
    file = content / "2017-18.yaml"
    old = file.read_text(encoding="utf-8")
    new = re.sub(r"introduction: >\n(  .*\n)+", f'introduction: "{text}"\n', old)
    file.write_text(new, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * 20_000, "the text has 20,000 letters, and 10,000 is the most"),
        ("1 " * 30_000, "the text has 60,000 letters"),
        ("We keep children safe. " * 6_500, "the text has 149,500 letters"),
        ("a" * 501, "a word of the text has 501 letters, and 500 is the most"),
    ],
)
def test_a_text_that_is_too_long_is_said_to_be(text, said, content):
    introduced(content, text)
    began = time.process_time()
    with pytest.raises(ContentError) as caught:
        check("2017-18")
    (problem,) = caught.value.problems
    assert said in problem.message and problem.place.line == 14
    assert time.process_time() - began < 2


def test_the_longest_text_and_word_are_laid_out(content):
    introduced(content, ("1 " * 5_000)[: limits.MOST_LETTERS - 510] + "a" * 500)
    began = time.process_time()
    assert build("2017-18", output="made")[0].pages > 6
    assert time.process_time() - began < 8


def test_what_is_said_of_all_figures_goes_on_on_the_next_page(content):
    """As where very many numbers are missing, or come of a source with a long name."""
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    publisher = "publisher: Hampshire Safeguarding Children Board"
    long = "Partners of the board say so. " * 320
    file.write_text(text.replace(publisher, f'publisher: "{long.strip()}"', 1), encoding="utf-8")
    assert build("2017-18", output="made")[0].pages > 5


def test_a_content_file_has_a_largest_size(content):
    file = content / "2017-18.yaml"
    data = file.read_bytes()
    file.write_bytes(data + b"\n# " + b"x" * (limits.MOST_BYTES - len(data) - 3))
    check("2017-18")
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(ContentError, match="300,001 bytes, and 300,000 is the most"):
        check("2017-18")


def altered(sheet: Path, part: str, change) -> Path:
    """A workbook, one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(sheet) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    sheet.write_bytes(out.getvalue())
    return sheet


def merging(*ranges: str):
    """A sheet with merged cells."""
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    merged = f"<mergeCells>{cells}</mergeCells><dataValidations".encode()
    return lambda data: data.replace(b"<dataValidations", merged, 1)


def after(mark: bytes, more: bytes):
    return lambda data: data.replace(mark, more + mark, 1)


STYLE = b'<xf numFmtId="0"/>'
CELLS = b'<row r="900">' + b'<c r="A900"/>' * 300_000 + b"</row>"


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (SHEET, merging("A1:XFD1048576"), "17,179,869,184 merged cells, and 10,000 is the most"),
        (SHEET, merging("a1:&#88;FD1048576"), "17,179,869,184 merged cells"),
        (SHEET, merging("$A$900:$J$1899", "L900:L900"), "10,001 merged cells"),
        (SHEET, after(b"</sheetData>", CELLS), "more than 300,000 cells and styles"),
        ("xl/styles.xml", after(b"</cellXfs>", STYLE * 300_000), "more than 300,000 cells"),
        ("xl/styles.xml", after(b"</cellXfs>", STYLE * 600_000), "10,000,000 is the most"),
    ],
)
def test_a_workbook_that_is_too_large_is_said_to_be(part, change, said, sheet):
    altered(sheet, part, change)
    began = time.process_time()
    with pytest.raises(FileError) as caught:
        read(sheet)
    assert said in caught.value.problems[0].message
    assert "too large to read" in caught.value.problems[0].message
    assert time.process_time() - began < 2


def test_as_much_as_a_workbook_may_hold_is_read(sheet, monkeypatch):
    altered(sheet, SHEET, merging("A900:J1899"))
    assert [one.code for one in read(sheet).problems] == ["merged"]
    data = sheet.read_bytes()
    with zipfile.ZipFile(sheet) as parts:
        tags = sum(parts.read(name).count(b"<") for name in parts.namelist())
        size = sum(one.file_size for one in parts.infolist())
        count = len(parts.namelist())
    for limit, most in (("TAGS", tags), ("UNPACKED", size), ("PARTS", count), ("MERGED", 10_000)):
        monkeypatch.setattr(workbook_size, f"MOST_{limit}", most)
        assert workbook_size.too_large(data) == ""
        monkeypatch.setattr(workbook_size, f"MOST_{limit}", most - 1)
        assert workbook_size.too_large(data)
        monkeypatch.undo()


def csv_of(rows: int, key: str = "nobody") -> Path:
    heads = (
        "Figure,What it is,Unit,When,Last year,In the file now,New value,Symbol,As at,Source,Note"
    )
    Path("rows.csv").write_text(
        heads + "\n" + "".join(f"{key}{at},,,,,,,,,,\n" for at in range(rows)), encoding="utf-8"
    )
    return Path("rows.csv")


@pytest.mark.parametrize("key", ["zz", "k" * 1000])
def test_rows_that_nobody_knows_are_told_in_few_words(key, content):
    began = time.process_time()
    csv_of(4_000, key)
    done = CliRunner().invoke(app, ["figures", "import", "2017-18", "rows.csv"])
    assert done.exit_code == 1
    assert len(done.output) < 60_000
    assert f"... and {MOST_ROWS - 1 - MOST_TOLD:,} more" in done.output
    assert f'"{key}0'[: MOST_SAID + 1] in done.output
    assert time.process_time() - began < 3


def test_a_csv_is_read_to_its_last_row_or_says_so(content):
    assert ONLY_THE_FIRST not in read(csv_of(MOST_ROWS - 1)).notices
    assert ONLY_THE_FIRST in read(csv_of(MOST_ROWS)).notices
    wide = csv_of(3)
    text = wide.read_text(encoding="utf-8")
    wide.write_text(text + "," * (MOST_COLUMNS - 1), encoding="utf-8")
    assert ONLY_THE_FIRST not in read(wide).notices
    wide.write_text(text + "," * MOST_COLUMNS, encoding="utf-8")
    assert ONLY_THE_FIRST in read(wide).notices


@pytest.mark.parametrize(("count", "more"), [(MOST_TOLD, ""), (MOST_TOLD + 1, "... and 1 more")])
def test_a_hundred_problems_are_told_and_how_many_more(count, more, monkeypatch):
    problems = [Problem("odd", f"warning {n}", severity="warning") for n in range(count - 1)]
    problems.append(Problem("odd", "the error"))

    def fails(*_: object, **__: object) -> None:
        raise ContentError(problems)

    monkeypatch.setattr("hscb_report.year.importing.import_figures", fails)
    done = CliRunner().invoke(app, ["figures", "import", "2017-18", "a.csv"])
    assert "the error" in done.output and "warning 0" in done.output
    assert ("more" in done.output) == bool(more) and more in done.output
    told = CliRunner().invoke(app, ["figures", "import", "2017-18", "a.csv", "--format", "json"])
    assert f'"more_problems": {count - MOST_TOLD}' in told.stdout


def test_what_was_sent_out_comes_back(sheet):
    """None of the limits is near to what the tool itself writes."""
    assert import_figures("2018-19", sheet).changes == []

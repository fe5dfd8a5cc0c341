"""Numbers have a largest size: what is not larger is worked with, and what is larger is told."""

from __future__ import annotations

import csv
import io
import itertools
import re
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report import build, check
from hscb_report.errors import ContentError
from hscb_report.summary.arithmetic import EXACT
from hscb_report.summary.scalars import MOST_DIGITS, plain_scalar
from hscb_report.year.comparing import as_csv, as_table, compare
from hscb_report.year.importing import import_figures
from year import cell, opened, run

LARGEST = ["9" * MOST_DIGITS, "0." + "0" * (MOST_DIGITS - 2) + "1", "9" * 7 + "." + "9" * 8]
TOO_LONG = [
    "9" * (MOST_DIGITS + 1),
    "0." + "0" * (MOST_DIGITS - 1) + "1",
    "1." + "1" * 4300,
    "1234567890123456789012345678",
    "9" * 5000,
]


@pytest.mark.parametrize("text", LARGEST)
@pytest.mark.parametrize("sign", ["", "-", "+"])
def test_the_largest_number_is_one(text, sign):
    assert plain_scalar(sign + text) == Decimal(sign + text)


def with_value(sample: Path, text: str, unit: str, period: str = "2024-25") -> None:
    file = sample / "2024-25.yaml"
    said = file.read_text(encoding="utf-8")
    said = re.sub(r"(  uasc:\n    value: )\S+\n", rf"\g<1>{text}\n    unit: {unit}\n", said)
    if period != "2024-25":
        said = said.replace("2024-25", period).replace("2025-03-31", "2024-03-31")
    (sample / f"{period}.yaml").write_text(said, encoding="utf-8")


@pytest.mark.parametrize("text", TOO_LONG)
@pytest.mark.parametrize("unit", ["count", "pounds", "per-10000", "percent"])
def test_a_longer_number_is_told_by_check_and_by_build(sample, text, unit):
    with_value(sample, text, unit)
    for command in (lambda: check("2024-25"), lambda: build("2024-25")):
        with pytest.raises(ContentError) as caught:
            command()
        (problem,) = [p for p in caught.value.problems if p.code == "too-long"]
        assert problem.key == ("figures", "uasc", "value")
        assert f"more than {MOST_DIGITS} digits" in problem.message


@pytest.mark.parametrize(("earlier", "later"), [*itertools.permutations(["0", *LARGEST], 2)])
@pytest.mark.parametrize("unit", ["pounds", "per-10000", "count"])
def test_two_years_are_compared_however_far_apart(sample, earlier, later, unit):
    if unit == "count" and "." in earlier + later:
        pytest.skip("a count is whole")
    with_value(sample, earlier, unit, "2023-24")
    with_value(sample, later, unit)
    told = [problem for problem in check("2024-25") if problem.key[:2] == ("figures", "uasc")]
    assert "rule-failed" not in {problem.code for problem in check("2024-25")}
    assert ("big-change" in {problem.code for problem in told}) == (abs(Decimal(later)) >= 1e6) or (
        Decimal(later) < Decimal(earlier) or Decimal(earlier) == 0
    )
    found = compare("2023-24", "2024-25")
    (one,) = [change for change in found.changes if change.key == "uasc"]
    assert one.difference == EXACT.subtract(Decimal(later), Decimal(earlier))
    assert as_table(found)
    assert as_csv(found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "rate", "fits"),
    [("0", "0", True), ("0", LARGEST[1], None), (LARGEST[0], LARGEST[2], False)],
)
def test_numbers_of_every_size_build_or_do_not_fit(tmp_path, count, rate, fits):
    """In every block and every chart there is."""
    example, content = ROOT / "examples/every-block/content", tmp_path / "content"
    shutil.copytree(example, content)
    file = content / "2024-25.yaml"
    said = file.read_text(encoding="utf-8")
    said = re.sub(r", (?:bound|show|breakdown): \w+", "", said)  # of which not every number is one
    said = re.sub(r"  - heading: Plans by category.*?\n(?=  - heading)", "", said, flags=re.DOTALL)
    said = re.sub(r"(value: )[\d.]+(?=, unit: (?:per|pounds))", rf"\g<1>{rate}", said)
    said = re.sub(r"(value: )\d+(?=[\s,}])(?!,? *\s*unit:)", rf"\g<1>{count}", said)
    said = re.sub(r"(20\d\d: )\d+", rf"\g<1>{count}", said)
    file.write_text(said, encoding="utf-8")
    try:
        editions = ["board"] if fits else ["board", "leaflet"]
        assert build("2024-25", content=content, output=tmp_path, editions=editions)
        assert fits is not False
    except ContentError as error:
        assert {problem.code for problem in error.problems} == {"does-not-fit"}
        assert not fits


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1e300", "9" * 16, "9" * 5000])
def test_a_number_in_a_workbook_that_none_can_be(year, sheet, number):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = 4242
    book.save(sheet)
    raw = {}
    with zipfile.ZipFile(sheet) as parts:
        raw = {name: parts.read(name) for name in parts.namelist()}
    with zipfile.ZipFile(sheet, "w") as parts:
        for name, data in raw.items():
            parts.writestr(name, data.replace(b"<v>4242</v>", b"<v>%s</v>" % number.encode()))
    before = (year / "2018-19.yaml").read_bytes()
    done = run("figures", "import", "2018-19", sheet, "--content", year)
    assert done.exit_code in (1, 4), done.output
    assert len(done.output) < 2000
    assert "G5" in done.output or "damaged" in done.output
    assert (year / "2018-19.yaml").read_bytes() == before


@pytest.mark.parametrize("head", ["New value", "Last year", "In the file now", "Note"])
@pytest.mark.parametrize("text", ["1e999", "1e999999999", "9" * 5000, "NaN", "Infinity", "-1e5"])
def test_a_number_in_a_csv_that_none_can_be(year, sheet_csv, head, text):
    rows = list(csv.reader(io.StringIO(Path("sheet.csv").read_text(encoding="utf-8-sig"))))
    heads = next(row for row in rows if "Figure" in row)
    next(row for row in rows if "contacts" in row)[heads.index(head)] = text
    with Path("sheet.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    done = run("figures", "import", "2018-19", "sheet.csv", "--content", year)
    assert done.exit_code == (0 if head in ("Note", "In the file now") else 1), done.output[:500]


@pytest.mark.parametrize("digits", [MOST_DIGITS, MOST_DIGITS + 1])
def test_a_sheet_takes_no_number_that_the_content_does_not(year, sheet_csv, digits):
    text = Path("sheet.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    heads = next(row for row in rows if "Figure" in row)
    next(row for row in rows if "contacts" in row)[heads.index("New value")] = "9" * digits
    with Path("sheet.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    if digits <= MOST_DIGITS:
        assert import_figures("2018-19", "sheet.csv", content=year).changes
        return
    with pytest.raises(ContentError, match="more digits than a spreadsheet can keep"):
        import_figures("2018-19", "sheet.csv", content=year)


def test_the_guide_says_the_largest_size():
    said = " ".join((ROOT / "docs/content.md").read_text(encoding="utf-8").split())
    assert f"at most {MOST_DIGITS} digits, those behind its point included" in said


def test_keys_and_texts_of_many_digits(year):
    done = run("review", "2018-19", "--done", "sections." + "9" * 5000, "--content", year)
    assert done.exit_code == 2
    file = year / "2018-19.yaml"
    said = file.read_text(encoding="utf-8")
    said = said.replace("introduction: ", "introduction: about " + "9" * 5000 + " people ", 1)
    file.write_text(said, encoding="utf-8")
    assert "could not be asked" not in run("check", "2018-19", "--content", year).output


def test_a_note_with_a_word_without_end_is_told_at_its_cell(year, sheet_csv):
    rows = list(csv.reader(io.StringIO(Path("sheet.csv").read_text(encoding="utf-8-sig"))))
    heads = next(row for row in rows if "Figure" in row)
    next(row for row in rows if "contacts" in row)[heads.index("Note")] = "a" * 501
    with Path("sheet.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    done = run("figures", "import", "2018-19", "sheet.csv", "--content", year)
    assert done.exit_code == 1
    assert "a word of the text has 501 letters" in done.output

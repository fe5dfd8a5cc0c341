"""Files that are no sheets, and what an import must never do to the content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hscb_report.errors import ContentError, FileError, ReportError, UsageError
from hscb_report.files import place
from hscb_report.year.importing import import_figures
from year import cell, opened, run


def bomb(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)


def entities(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def large(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(100_000_000)


@pytest.mark.parametrize(
    ("name", "make", "message", "hint"),
    [
        (
            "a.xls",
            lambda f: f.write_bytes(b"\xd0\xcf\x11\xe0"),
            "neither .xlsx nor .csv",
            "Save as",
        ),
        ("a.ods", lambda f: f.write_bytes(b"PK"), "neither .xlsx nor .csv", "Save as"),
        ("a.docx", lambda f: f.write_bytes(b"PK"), "neither .xlsx nor .csv", "ends in"),
        (
            "a.xlsx",
            lambda f: f.write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600),
            "old .xls workbook, or one with a password",
            "save it as",
        ),
        ("a.xlsx", lambda f: f.write_bytes(b""), "damaged", "ask for it again"),
        (
            "a.xlsx",
            lambda f: f.write_bytes(b"PK\x03\x04 and no more"),
            "damaged",
            "ask for it again",
        ),
        ("a.xlsx", lambda f: f.write_text("Figure,New value"), "damaged", "ask for it again"),
        ("a.csv", lambda f: f.write_bytes(b"PK\x03\x04"), "is a workbook", "ending .xlsx"),
        ("a.csv", lambda f: f.write_bytes(b"a\x00b"), "not a text file", "CSV UTF-8"),
        ("a.xlsx", bomb, "too large|unpacks to more", "without pictures"),
        ("a.xlsx", entities, "damaged", "ask for it again"),
        ("a.xlsx", large, "100,000,000 bytes", "without pictures"),
        ("a.csv", large, "100,000,000 bytes", "without pictures"),
        ("gone.xlsx", lambda f: None, "cannot be read", "check the name"),
        ("folder.csv", lambda f: f.mkdir(), "is a folder", "name a file in it"),
    ],
)
def test_files_that_are_no_sheets(content, tmp_path, name, make, message, hint):
    make(tmp_path / name)
    with pytest.raises(FileError, match=message) as caught:
        import_figures("2017-18", tmp_path / name, content=content)
    assert hint in caught.value.problems[0].hint


def test_a_damaged_workbook_is_a_sentence_wherever_it_breaks(year, sheet, tmp_path):
    data = sheet.read_bytes()
    for step in range(1, 40):
        at = len(data) * step // 40
        for changed in (data[:at], data[:at] + b"\xff\x00" + data[at + 2 :]):
            (tmp_path / "broken.xlsx").write_bytes(changed)
            try:
                assert (
                    import_figures(
                        "2018-19", tmp_path / "broken.xlsx", content=year, dry_run=True
                    ).changes
                    == []
                )
            except ReportError as error:
                assert error.problems[0].message
                assert error.problems[0].hint


def test_the_content_file_is_never_half_written(year, sheet, monkeypatch):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = 500
    book.save(sheet)
    before = (year / "2018-19.yaml").read_bytes()

    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    done = run("figures", "import", "2018-19", sheet)
    assert done.exit_code == 4
    assert "cannot be written" in done.output
    assert (year / "2018-19.yaml").read_bytes() == before
    assert not list(year.glob(".*"))


def test_place_makes_folders_and_replaces(tmp_path):
    assert place(tmp_path / "a/b.txt", b"1").read_bytes() == b"1"
    assert place(tmp_path / "a/b.txt", b"2").read_bytes() == b"2"
    with pytest.raises(FileError, match="cannot be written"):
        place(tmp_path / "a/b.txt/c", b"3")


def test_content_with_errors_takes_no_sheet(year, sheet):
    path = year / "2018-19.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8"
    )
    with pytest.raises(ContentError, match="titel"):
        import_figures("2018-19", sheet, content=year)
    with pytest.raises(UsageError):
        import_figures("2019-20", sheet, content=year)

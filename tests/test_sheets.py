"""Sheets that go out to partners and come back in every state."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import hypothesis.strategies as st
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary.load import load
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures
from hscb_report.year.sheet import HEADERS
from year import CARE, EVERY, cell, opened, run


def test_the_workbook_a_partner_sees(sheet):
    book, rows = opened(sheet)
    assert book.sheetnames == ["Figures"]
    assert book.properties.title == "Hampshire Safeguarding Children Board: figures for 2018-19"
    assert rows["A1"].value == book.properties.title
    assert "Write 94 for 94%" in rows["A2"].value and "Last year is 2017-18" in rows["A2"].value
    assert tuple(rows.cell(4, c).value for c in range(1, 12)) == HEADERS
    assert rows.freeze_panes == "A5" and rows.tables["FiguresTable"].ref == "A4:K28"
    assert not rows.merged_cells.ranges
    assert rows.protection.sheet and not rows.protection.password
    assert [rows.cell(5, c).protection.locked for c in range(1, 12)] == [True] * 6 + [False] * 5
    assert (
        cell(rows, "contacts", "Last year").value,
        cell(rows, "contacts", "In the file now").value,
    ) == (77602, "[x]")
    assert cell(rows, "english", "Last year").number_format == '0"%"'
    assert cell(rows, "plans", "When").value == "day 31 March 2019"
    assert cell(rows, "contacts", "When").value == "year 2018-19"
    assert all(cell(rows, "contacts", column).value is None for column in HEADERS[6:])
    kinds = {str(rule.sqref): rule for rule in rows.data_validations.dataValidation}
    assert set(kinds) >= {f"{letter}5" for letter in "GHIJK"}
    assert kinds["J5"].formula1 == '"summary,dfe-cla"'
    assert all(rule.showErrorMessage for rule in kinds.values())
    assert min(dimension.width for dimension in rows.column_dimensions.values()) >= 10


def test_the_same_content_gives_the_same_sheet(year, sheet):
    assert (
        export_figures("2018-19", content=year, output=Path("again.xlsx")).read_bytes()
        == sheet.read_bytes()
    )


def test_a_label_that_begins_with_an_equals_sign_is_no_formula(content):
    path = content / "2017-18.yaml"
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace("name: Conferences\n", 'name: "=1+1"\n')
        .replace("name: Children in care\n", 'name: "-5 to 10"\n'),
        encoding="utf-8",
    )
    for name in ("a.xlsx", "a.csv"):
        file = export_figures("2017-18", content=content, output=Path(name))
        assert import_figures("2017-18", file, content=content).changes == []
    assert opened(Path("a.xlsx"))[1]["B21"].data_type == "s"
    assert "'=1+1" in Path("a.csv").read_text(encoding="utf-8-sig")


def test_a_sheet_that_may_be_filled_in_is_not_overwritten(year, sheet):
    done = run("figures", "export", "2018-19", "--output", sheet)
    assert done.exit_code == 2
    assert "may be filled in" in done.output
    assert run("figures", "export", "2018-19", "--output", "sheet.pdf").exit_code == 2
    assert run("figures", "export", "2019-20").exit_code == 2


@pytest.mark.parametrize(
    ("folder", "period"),
    [(ROOT / "content", "2017-18"), (EVERY, "2024-25"), (CARE, "2017-18"), (CARE, "2016-17")],
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_export_then_import_changes_nothing(folder, period, ending, tmp_path):
    shutil.copytree(folder, tmp_path / "content")
    path = tmp_path / f"content/{period}.yaml"
    before = path.read_bytes(), path.stat().st_mtime_ns
    file = export_figures(period, content=tmp_path / "content", output=tmp_path / f"s.{ending}")
    done = import_figures(period, file, content=tmp_path / "content")
    assert done.changes == done.notices == []
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory) -> Path:
    """A folder with next year's file and its sheet."""
    place = tmp_path_factory.mktemp("filled")
    shutil.copytree(ROOT / "content", place / "content")
    new("2018-19", "2017-18", content=place / "content")
    export_figures("2018-19", content=place / "content", output=place / "s.xlsx")
    shutil.copy(place / "content/2018-19.yaml", place / "empty.yaml")
    return place


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_only_what_was_filled_in_changes(data, sent_out):
    """Random answers: the file reads back as they say, and every other line is as it was."""
    content, file = sent_out / "content", sent_out / "filled.xlsx"
    path = content / "2018-19.yaml"
    shutil.copy(sent_out / "empty.yaml", path)
    before, old = path.read_text(encoding="utf-8"), load("2018-19", content, icons.names()).summary
    book, rows = opened(sent_out / "s.xlsx")
    chosen = data.draw(
        st.sets(
            st.sampled_from(
                [name for name, figure in old.figures.items() if figure.part_of is None]
            ),
            min_size=1,
        )
    )
    expected = {}
    for name in sorted(chosen):
        value = data.draw(
            st.integers(2, 100)
            if old.figures[name].unit == "percent"
            else st.just(0) | st.integers(6, 10**12)  # 1 to 5 people are not published
        )
        cell(rows, name, "New value").value = value
        note = data.draw(
            st.one_of(
                st.none(),
                st.text(st.sampled_from("abc '\":#{}[],&*!|>%@`-.é"), min_size=1).filter(
                    lambda t: (
                        t.strip(" '\"")
                        and "*" not in t
                        and "{" not in t
                        and "}" not in t
                        and t.strip()[0] not in "=+-@"
                    )
                ),
            )
        )
        if note:
            cell(rows, name, "Note").value = note
            cell(rows, name, "Note").data_type = "s"
        expected[name] = (value, " ".join(note.split()) if note else None)
    book.save(file)
    done = import_figures("2018-19", file, content=content)
    after = load("2018-19", content, icons.names()).summary
    assert {
        name: (figure.value, figure.note)
        for name, figure in after.figures.items()
        if name in chosen
    } == expected
    assert {name: f for name, f in after.figures.items() if name not in chosen} == {
        name: f for name, f in old.figures.items() if name not in chosen
    }
    assert {change.figure for change in done.changes} == chosen
    new_lines = path.read_text(encoding="utf-8").splitlines()
    rest = [
        line
        for line in before.splitlines()
        if line.strip() not in ("symbol: x", "reason: To be supplied.") and "value:" not in line
    ]
    assert [line for line in new_lines if line in set(rest)] == rest
    assert (
        import_figures("2018-19", file, content=content).changes == []
    )  # once more changes nothing


def test_a_sheet_in_csv_as_other_programs_save_it(year):
    file = export_figures("2018-19", content=year, output=Path("s.csv"))
    text = file.read_text(encoding="utf-8-sig")
    filled = text.replace(
        "year 2018-19,77602,[x],,,,,", 'year 2018-19,"77,602",[x],"81,000",,,,Caf\u00e9 count'
    )
    filled = filled.replace(
        "day 31 March 2019,1294,[x],,,,,", "day 31 March 2019,1294,[x],1300,r,30/04/2019,summary,"
    )
    for encoding, change in (
        ("utf-8", str),
        ("utf-8-sig", str),
        ("cp1252", str),
        ("utf-16", str),
        (
            "cp1252",
            lambda t: t.replace('"81,000"', "81000").replace('"77,602"', "77602").replace(",", ";"),
        ),
    ):
        file.write_bytes(change(filled).encode(encoding))
        done = import_figures("2018-19", file, content=year, dry_run=True)
        assert [(c.figure, c.key, c.new) for c in done.changes if c.new] == [
            ("contacts", "value", "81,000"),
            ("contacts", "note", "Café count"),
            ("plans", "value", "1,300"),
            ("plans", "symbol", "r"),
            ("plans", "as_at", "2019-04-30"),
        ], encoding
    file.write_bytes(
        filled.replace(",", ";")
        .replace('"81;000"', '"81,000"')
        .replace('"77;602"', "77602")
        .encode("utf-8")
    )
    with pytest.raises(ContentError, match="decimal point"):
        import_figures("2018-19", file, content=year)


def test_a_month_of_which_a_spreadsheet_made_a_day_is_refused(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("as_at: 2018-03-31", "as_at: 2018-03", 1), encoding="utf-8")
    file = export_figures("2017-18", content=content, output=Path("sheet.xlsx"))
    book, rows = opened(file)
    name = next(row[0].value for row in rows.iter_rows() if row[3].value == "month March 2018")
    one = cell(rows, name, "As at")
    rule = next(r for r in rows.data_validations.dataValidation if one.coordinate in str(r.sqref))
    assert (one.number_format, rule.formula1) == ("@", f"ISTEXT({one.coordinate})")
    cell(rows, name, "New value").value = 7000
    one.value = dt.datetime(2018, 2, 1)
    book.save(file)
    with pytest.raises(ContentError) as caught:
        import_figures("2017-18", file, content=content, dry_run=True)
    (problem,) = caught.value.problems
    assert "may be 1 February 2018 or all of that month" in problem.message
    assert "write 2018-02" in problem.hint


HARD = [
    # figure, column, what stands there, part of the message, part of the next step
    ("contacts", "New value", "=SUM(A1:A2)", "holds a formula", "as a value"),
    (
        "contacts",
        "New value",
        dt.datetime(2019, 3, 5),
        "holds a date (5 March 2019)",
        "format to Number",
    ),
    ("english", "New value", 0.94, "0.94 may mean 0.94% or 94%", "write 94"),
    ("english", "New value", (0.94, "0%"), "shows 94% and holds 0.94", "write 94"),
    ("contacts", "New value", (0.94, "0.0%"), "shows 94%", "check the number"),
    ("english", "New value", 940, "over 100", "check"),
    ("contacts", "New value", -4, "below zero", "check"),
    ("contacts", "New value", 4.5, "no whole number", "check"),
    ("english", "New value", 33.333333333, "more decimals", "round it"),
    ("contacts", "New value", 12345678901234567, "more digits", "check"),
    ("contacts", "New value", "some 12", "is not a number", "in digits"),
    ("contacts", "New value", "under 0", "nothing is under 0", "check"),
    ("contacts", "New value", "27 days", "asked for as number", "as it is asked for"),
    ("contacts", "New value", "TBC", "is not a number", "choose a symbol"),
    ("contacts", "New value", "1,23", "is not a number", "in digits"),
    ("contacts", "New value", "12%", "is a percentage", "as it is asked for"),
    ("contacts", "New value", True, "yes or no", "write the number"),
    ("contacts", "New value", "#REF!", "shows the error #REF!", "write the number"),
    ("contacts", "New value", "r", "goes beside a number", "symbol in Symbol"),
    ("contacts", "New value", "c", "nothing says why", "reason in Note"),
    ("contacts", "New value", "[x]", "nothing says why", "reason in Note"),
    ("contacts", "Symbol", "q", "is not a symbol", "use one of"),
    ("contacts", "Symbol", "r", "there is none", "write the value"),
    ("contacts", "As at", dt.datetime(2019, 3, 31), "covers a period", "empty the cell"),
    ("plans", "As at", "03/04/2019", "day or the month first", "2019-04-03"),
    ("plans", "As at", "31/02/2019", "not a day in the calendar", "2018-03-31"),
    ("plans", "As at", "end of March", "is not a date", "2018-03-31"),
    ("plans", "As at", (43555, "General"), "is not a date", "2018-03-31"),
    ("plans", "Source", "sumary", "no source named", 'did you mean "summary"'),
    ("plans", "Note", 12, "made of words", "sentence"),
    ("plans", "Note", "\u10d2", "no letter", "another way"),
    ("plans", "Note", "{contacts}", "known here", "write the words out"),
    ("plans", "What it is", "Plans", '"What it is" of "plans" was', "put it back"),
    ("plans", "Unit", "per cent", '"Unit" of "plans" was', "put it back"),
    ("plans", "Last year", 1300, "was 1,294, and is 1,300 now", "New value"),
    ("plans", "Figure", "plan", 'no figure named "plan"', 'did you mean "plans"'),
    ("plans", "Figure", "contacts", "has a second row", "keep one"),
    ("plans", "Figure", None, "names no figure", "empty the row"),
]


@pytest.mark.parametrize(
    ("figure", "column", "value", "message", "hint"),
    HARD,
    ids=[f"{h[1]}-{h[3][:20]}" for h in HARD],
)
def test_what_does_not_fit_is_refused_with_its_cell(
    year, sheet, figure, column, value, message, hint
):
    book, rows = opened(sheet)
    cell(rows, "uasc", "New value").value = 120  # a good row is not taken either
    where = cell(rows, figure, column)
    at = where.coordinate
    if isinstance(value, tuple):
        value, where.number_format = value
    where.value = value
    if value == "#REF!":
        where.data_type = "e"
    book.save(sheet)
    before = (year / "2018-19.yaml").read_bytes()
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    problem = caught.value.problems[0]
    assert message in problem.message
    assert hint in problem.hint
    assert (
        problem.where
        == f"sheet.xlsx:{at if message not in ('nothing says why',) else at.replace('G', 'K')}"
    )
    assert (year / "2018-19.yaml").read_bytes() == before


def test_all_of_it_is_told_at_once_and_in_json(year, sheet):
    book, rows = opened(sheet)
    for figure, value in (
        ("contacts", "=1"),
        ("referrals", "many"),
        ("plans", dt.datetime(2019, 1, 1)),
    ):
        cell(rows, figure, "New value").value = value
    rows["L4"], rows["L5"], rows["M9"] = "Remarks", "hello", "stray"
    rows.merge_cells("G20:G21")
    book.save(sheet)
    done = run("figures", "import", "2018-19", sheet, "--format", "json")
    assert done.exit_code == 1
    told = {(p["code"], p.get("cell")) for p in json.loads(done.stdout)["problems"]}
    assert told >= {
        ("cell", "G5"),
        ("number", "G6"),
        ("date", "G14"),
        ("extra-column", "L4"),
        ("extra-column", "M9"),
        ("merged", "G20"),
    }


def test_what_the_content_would_have_wrong_is_told_at_its_cell(year, sheet):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = 100
    cell(rows, "referrals", "New value").value = 101
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    assert [(p.code, p.where) for p in caught.value.problems] == [
        ("part-over-whole", "sheet.xlsx:G6"),
        ("funnel-widens", caught.value.problems[1].where),
    ]
    lines = (year / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    assert (
        lines[caught.value.problems[1].place.line - 1] == caught.value.problems[1].place.source
    )  # the file as it is, not as it would be


def test_hidden_rows_and_columns(year, sheet):
    book, rows = opened(sheet)
    rows.row_dimensions[7].hidden = True
    book.save(sheet)
    assert (
        import_figures("2018-19", sheet, content=year).changes == []
    )  # nothing is asked for in it
    rows["G7"] = 5
    rows.column_dimensions["K"].hidden = True
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    assert {(p.code, p.where) for p in caught.value.problems} == {
        ("hidden", "sheet.xlsx:A7"),
        ("hidden", "sheet.xlsx:K1"),
    }


def test_rows_and_columns_that_are_gone_or_moved(year, sheet):
    book, rows = opened(sheet)
    rows.protection.sheet = False
    rows.delete_rows(6)
    cell(rows, "contacts", "New value").value = 500
    book.create_sheet("Working")["B2"] = 1
    book.save(sheet)
    done = import_figures("2018-19", sheet, content=year, dry_run=True)
    assert [c.figure for c in done.changes] == ["contacts"] * 3
    assert done.notices == [
        'the sheet "Working" was not read',
        "the sheet has no row for referrals: left as it is",
    ]
    rows.delete_cols(9)
    book.save(sheet)
    with pytest.raises(ContentError, match='the column "As at" is missing'):
        import_figures("2018-19", sheet, content=year)
    rows.delete_rows(1, 4)
    book.save(sheet)
    with pytest.raises(ContentError, match="no row has the column heads"):
        import_figures("2018-19", sheet, content=year)


def test_symbols_reasons_and_notes(year, sheet):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = "c"
    cell(rows, "contacts", "Note").value = "Too few to print."
    cell(rows, "uasc", "New value").value, cell(rows, "uasc", "Symbol").value = "1,234", "[r]"
    cell(rows, "uasc", "Note").value = "First counted as 120."
    cell(rows, "early-help", "Note").value = "The count is not finished."
    book.save(sheet)
    import_figures("2018-19", sheet, content=year)
    figures = load("2018-19", year, icons.names()).summary.figures
    assert (figures["contacts"].symbol, figures["contacts"].reason) == ("c", "Too few to print.")
    assert (
        figures["uasc"].value,
        figures["uasc"].symbol,
        figures["uasc"].note,
        figures["uasc"].reason,
    ) == (1234, "r", "First counted as 120.", None)
    assert (figures["early-help"].symbol, figures["early-help"].reason) == (
        "x",
        "The count is not finished.",
    )
    again = export_figures("2018-19", content=year, output=Path("again.xlsx"))
    book, rows = opened(again)
    cell(rows, "uasc", "Symbol").value, cell(rows, "uasc", "Note").value = "x", "It was wrong."
    book.save(again)
    assert "value   1,234 -> missing [x]" in run("figures", "import", "2018-19", again).output
    uasc = load("2018-19", year, icons.names()).summary.figures["uasc"]
    assert (uasc.value, uasc.symbol, uasc.reason, uasc.note) == (None, "x", "It was wrong.", None)


def test_a_number_in_another_figures_label_does_not_matter(content):
    path = content / "2017-18.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    name: Conferences\n", ""), encoding="utf-8"
    )
    new("2018-19", "2017-18", content=content)
    file = export_figures("2018-19", content=content, output=Path("s.xlsx"))
    book, rows = opened(file)
    assert (
        cell(rows, "conferences", "What it is").value == "Conferences attended by … professionals"
    )
    for name in ("conference-professionals", "conferences"):
        cell(rows, name, "New value").value = 7
        book.save(file)
        assert len(import_figures("2018-19", file, content=content).changes) == 3


def test_two_partners_cannot_undo_each_other(year, sheet):
    police, health = Path("police.xlsx"), Path("health.xlsx")
    for file, answers in ((police, {"contacts": 500}), (health, {"population": 900})):
        book, rows = opened(sheet)
        for name, value in answers.items():
            cell(rows, name, "New value").value = value
        book.save(file)
        done = import_figures("2018-19", file, content=year)
    assert any('"contacts" is 500 in the file by now' in notice for notice in done.notices)
    figures = load("2018-19", year, icons.names()).summary.figures
    assert (figures["contacts"].value, figures["population"].value) == (500, 900)
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = 501
    book.save(health)
    with pytest.raises(ContentError, match='"contacts" has changed from "\\[x\\]" to 500'):
        import_figures("2018-19", health, content=year)


def test_a_number_that_must_not_be_published_is_told_at_its_cell(year, sheet):
    book = openpyxl.load_workbook(sheet)
    cell(book.active, "camhs-admissions", "New value").value = 3
    book.save(sheet)
    before = (year / "2018-19.yaml").read_bytes()
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    (problem,) = caught.value.problems
    assert problem.code == "small-count"
    assert problem.place.cell
    assert problem.hint.startswith("leave New value empty, write c in Symbol, and in Note: The ")
    assert "value:" not in problem.hint
    assert (year / "2018-19.yaml").read_bytes() == before


@pytest.mark.parametrize("text", ["1-5", "1 to 5", "*", "supp", "redacted"])
def test_a_suppressed_number_is_understood(year, sheet, text):
    book = openpyxl.load_workbook(sheet)
    cell(book.active, "camhs-admissions", "New value").value = text
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    assert "choose c in Symbol" in caught.value.problems[0].hint


def test_a_new_day_under_old_words_is_pointed_out(year, sheet):
    book = openpyxl.load_workbook(sheet)
    cell(book.active, "plans", "As at").value = dt.date(2019, 2, 28)
    cell(book.active, "plans", "New value").value = 1300
    book.save(sheet)
    done = import_figures("2018-19", sheet, content=year, dry_run=True)
    assert any(
        "28 February 2019" in notice and "printed words" in notice for notice in done.notices
    )

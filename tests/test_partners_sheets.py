"""A sheet for each partner, and what is known of those that came back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml

from hscb_report import check
from hscb_report.errors import ContentError, UsageError
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_sheets
from hscb_report.year.heights import lines
from hscb_report.year.importing import import_figures
from hscb_report.year.returns import file_of
from hscb_report.year.sheet import HEADERS
from hscb_report.year.spreadsheet_write import WIDTHS
from hscb_report.year.standing import status
from year import changed, opened, run

BOARD = "Hampshire Safeguarding Children Board"
COUNCIL, POLICE = "Hampshire County Council", "Hampshire Constabulary"
HEAD = 7
"""The row of the head of a sheet that asks somebody, by a day."""


def supplied(year: Path, **names: str) -> None:
    """Say from whom figures come; _ stands for -."""
    for figure, name in names.items():
        key = figure.replace("_", "-")
        changed(year, f"\n  {key}:\n", f"\n  {key}:\n    from: {json.dumps(name)}\n")


@pytest.fixture
def partners(year) -> Path:
    """Next year's file, in which two partners supply two figures each."""
    with (year / "boards/hscb.yaml").open("a", encoding="utf-8") as file:
        file.write("\nemail: board@example.org\nphone: 01962 000000\n")
    supplied(year, contacts=COUNCIL, referrals=COUNCIL, plans=POLICE, uasc=POLICE)
    return year


def filled(sheet: Path, to: str, **values: object) -> Path:
    """A sheet with answers typed into it."""
    book, rows = opened(sheet)
    head = next(at for at in range(1, 20) if rows.cell(at, 1).value == "Figure")
    for figure, value in values.items():
        at = next(
            at
            for at in range(head + 1, rows.max_row + 1)
            if rows.cell(at, 1).value == figure.replace("_", "-")
        )
        rows.cell(at, HEADERS.index("New value") + 1).value = value
    book.save(to)
    return Path(to)


def asked(year: Path, name: str, to: str = "asked.xlsx", **more: object) -> Path:
    return export_sheets("2018-19", supplier=name, content=year, output=to, **more).sheets[0].path


def states(year: Path) -> dict[str, tuple[str, str]]:
    return {
        one.supplier: (one.state, ", ".join(one.to_come))
        for one in status("2018-19", content=year).standings
    }


def kept(year: Path) -> list:
    return yaml.safe_load(file_of(year, "2018-19").read_text(encoding="utf-8"))["returns"]


def test_a_partner_sees_its_own_rows_and_who_asks(partners):
    done = run("figures", "export", "2018-19", "--for", COUNCIL, "--by", "2019-05-31")
    assert done.exit_code == 0, done.output
    file = Path("output/2018-19/figures-2018-19-hampshire-county-council.xlsx")
    assert done.output.replace("\\", "/") == f"{file.as_posix()}  {COUNCIL}, 2 figures\n"
    _, rows = opened(file)
    above = [[cell.value for cell in row[:2]] for row in rows.iter_rows(max_row=HEAD - 1)]
    assert above[:4] == [
        [f"{BOARD}: figures for 2018-19", None],
        ["Asked of", COUNCIL],
        ["Please return it by", "31 May 2019"],
        ["To", f"{BOARD}; board@example.org; 01962 000000"],
    ]
    assert tuple(cell.value for cell in rows[HEAD]) == HEADERS
    told = [[cell.value for cell in row] for row in rows.iter_rows(min_row=HEAD + 1)]
    assert [row[0] for row in told] == ["contacts", "referrals"]
    assert [row[4] for row in told] == [77602, 32441]
    assert all(row[6:] == [None] * 5 for row in told)
    assert rows.freeze_panes == f"A{HEAD + 1}"
    assert rows.tables["FiguresTable"].ref == f"A{HEAD}:K{HEAD + 2}"
    kinds = {str(rule.sqref) for rule in rows.data_validations.dataValidation}
    assert kinds == {f"{letter}{at}" for letter in "GHIJK" for at in (HEAD + 1, HEAD + 2)}


def test_it_prints_one_page_wide_and_no_word_is_cut(partners):
    long = "Gloucestershire and neighbouring authorities " * 5
    supplied(partners, english=long + "together")
    file = asked(partners, long + "together", by="2019-05-31")
    _, rows = opened(file)
    assert rows.sheet_properties.pageSetUpPr.fitToPage
    assert (rows.page_setup.fitToWidth, rows.page_setup.fitToHeight) == (1, 0)
    assert rows.page_setup.orientation == "landscape"
    assert rows.print_title_rows == f"${HEAD}:${HEAD}"
    assert rows.print_area == f"'Figures'!$A$1:$K${HEAD + 1}"
    for at in (2, HEAD + 1):
        text = rows.cell(at, 2).value
        assert rows.cell(at, 2).alignment.wrap_text
        # Even where a letter is as wide as a digit, which few are.
        assert rows.row_dimensions[at].height >= 15 * -(-len(text) // WIDTHS[1]) - 1
    with zipfile.ZipFile(file) as package:  # a fixed height would cut the notes of partners
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "width", "least"),
    [("", 10, 1), ("short", 10, 1), ("two words", 6, 2), ("W" * 40, 10, 5), ("漢" * 10, 11, 2)],
)
def test_lines_of_wrapped_words(text, width, least):
    assert lines(text, width) >= least
    assert lines(text, width) <= 2 * least + 2


def test_one_sheet_each(partners):
    done = run("figures", "export", "2018-19", "--all", "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert [(one["supplier"], one["figures"]) for one in told["written"]] == [
        (COUNCIL, 2),
        (POLICE, 2),
        (BOARD, 20),
    ]
    rows = [opened(Path(one["path"]))[1] for one in told["written"]]
    named = [sheet.cell(at, 1).value for sheet in rows for at in range(7, sheet.max_row + 1)]
    assert len(named) == len(set(named)) == 24
    before = {one["path"]: Path(one["path"]).read_bytes() for one in told["written"]}
    Path(told["written"][0]["path"]).unlink()
    again = run("figures", "export", "2018-19", "--all")
    assert again.exit_code == 2
    assert again.output.count("is there already, and may be filled in") == 2
    assert not Path(told["written"][0]["path"]).exists(), "all or none"
    run("figures", "export", "2018-19", "--all", "--output", "other")
    assert {file.name for file in Path("other").iterdir()} == {Path(one).name for one in before}
    for path, data in before.items():
        assert (Path("other") / Path(path).name).read_bytes() == data


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--for", "Hampshire County Coucil"], "is from", f'did you mean "{COUNCIL}"?'),
        (["--for", "Nobody"], 'is from "Nobody"', f"{COUNCIL}; {POLICE}; {BOARD}"),
        (["--for", ""], 'is from ""', COUNCIL),
        (["--for", COUNCIL, "--all"], "one sheet", "take one"),
        (["--by", "31/05/2019"], "is not a day", "2018-05-31"),
        (["--by", "2019-02-30"], "is not a day", "2018-05-31"),
        (["--all", "--output", "a.xlsx"], "is a file", "a folder"),
        (["--for", COUNCIL, "--output", "a.pdf"], "neither .xlsx nor .csv", "ends in"),
    ],
)
def test_what_cannot_be_asked(partners, arguments, message, hint):
    done = run("figures", "export", "2018-19", *arguments)
    assert done.exit_code == 2
    assert message in done.output
    assert hint in done.output
    assert not Path("output").exists()


def test_without_suppliers_all_is_the_boards_own(year):
    done = run("figures", "export", "2018-19", "--all")
    assert done.exit_code == 2
    assert "write from: and the partner's name" in done.output
    for name in (BOARD, "hscb", "  hampshire SAFEGUARDING children board"):
        assert export_sheets("2018-19", supplier=name, content=year, output=f"{len(name)}.csv")
    assert states(year).keys() == {BOARD}


def test_names_that_differ_in_capitals_and_spaces_are_one(partners):
    supplied(partners, english="Hampshire county  council", courses=f" {BOARD.upper()} ")
    found = status("2018-19", content=partners)
    assert [one.supplier for one in found.standings] == [COUNCIL, POLICE, BOARD]
    assert found.standings[0].figures == ["contacts", "referrals", "english"]
    assert "courses" in found.standings[2].figures
    assert found.notices == [
        f'"{COUNCIL}" is also written "Hampshire county council": they are taken for one; write '
        "it in one way"
    ]
    done = run("figures", "export", "2018-19", "--for", "hampshire COUNTY council")
    assert "3 figures" in done.output
    assert "is also written" in done.output


def test_names_make_names_of_files(partners):
    hostile = ['A/B: * ? "x" <y>|\\z', "a b x y z", "../../etc", "///", "–––", "CON", "x" * 250]
    figures = ["english", "courses", "audits", "forums", "trained", "early_help", "conferences"]
    supplied(partners, **dict(zip(figures, hostile, strict=True)))
    made = export_sheets("2018-19", each=True, content=partners).sheets
    names = [one.path.name for one in made]
    assert len({name.casefold() for name in names}) == len(names) == 10
    for one in made:
        assert re.fullmatch(r"figures-2018-19-[a-z0-9-]{1,84}\.xlsx", one.path.name)
        assert one.path.parent == Path("output/2018-19")
        assert opened(one.path)[1]["B2"].value == one.supplier
    single = run("figures", "export", "2018-19", "--for", "a b x y z", "--format", "json")
    assert "is there already" in single.output, "the same name as with --all"


@pytest.mark.parametrize("name", ["=1+1", "+A1", "@SUM(1)", "-2+3", "=HYPERLINK(1)", "'=1"])
def test_a_name_is_no_formula(partners, name):
    supplied(partners, english=name)
    changed(
        partners, "name: Hampshire Safeguarding", "name: =Hampshire Safeguarding", "boards/hscb"
    )
    book = asked(partners, name, by="2019-05-31")
    rows = opened(book)[1]
    assert all(cell.data_type in ("s", "n") for row in rows.iter_rows() for cell in row)
    assert rows["B2"].value == name
    sheet = asked(partners, name, "a.csv", by="2019-05-31")
    cells = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    assert not [cell for row in cells for cell in row if cell.startswith(tuple("=+@"))]
    for file in (book, sheet):
        assert import_figures("2018-19", file, content=partners).changes == []


def test_who_has_answered_and_since_when(partners, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1556668800")  # 1 May 2019
    file = filled(asked(partners, COUNCIL), "back.xlsx", contacts=80000)
    dry = import_figures("2018-19", file, content=partners, dry_run=True)
    assert dry.returns[0].supplier == COUNCIL
    assert not file_of(partners, "2018-19").exists()
    assert states(partners)[COUNCIL] == ("no answer", "contacts, referrals")
    done = run("figures", "import", "2018-19", file)
    assert f"1 figure answered by {COUNCIL}" in done.output
    assert states(partners)[COUNCIL] == ("in part", "referrals")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1556755200")
    import_figures(
        "2018-19",
        filled(asked(partners, COUNCIL, "b.xlsx"), "b.xlsx", referrals=33000),
        content=partners,
    )
    assert kept(partners) == [
        {
            "supplier": COUNCIL,
            "taken": dt.date(2019, 5, day),
            "sheet": sheet,
            "seal": kept(partners)[day - 1]["seal"],
            "figures": [figure],
        }
        for day, sheet, figure in ((1, "back.xlsx", "contacts"), (2, "b.xlsx", "referrals"))
    ]
    told = run("figures", "status", "2018-19")
    assert told.exit_code == 0
    assert f"{COUNCIL}: answered, 2 May 2019; 2 of 2 figures\n" in told.output
    assert f"{POLICE}: no answer yet; 0 of 2 figures\n    to come: uasc, plans\n" in told.output
    assert f"{BOARD}, the board itself: no answer yet; 0 of 20 figures" in told.output
    assert "2 of 3 suppliers with numbers to come" in told.output
    first = json.loads(run("figures", "status", "2018-19", "--format", "json").stdout)["suppliers"]
    assert (first[0]["state"], first[0]["since"], len(first[0]["sheets"])) == (
        "answered",
        "2019-05-02",
        2,
    )
    assert check("2018-19", content=partners) is not None
    assert "2018-19" in run("list").output and "returns" not in run("list").output


def test_a_sheet_that_is_taken_in_twice_is_one(partners):
    file = filled(asked(partners, COUNCIL), "back.xlsx", contacts=80000, referrals=33000)
    import_figures("2018-19", file, content=partners)
    before = file_of(partners, "2018-19").read_bytes()
    saved = filled(file, "saved again.xlsx")  # other bytes, the same answers
    for again in (file, saved):
        done = import_figures("2018-19", again, content=partners)
        assert done.changes == done.returns == []
        assert any("were taken in on" in notice for notice in done.notices)
    assert file_of(partners, "2018-19").read_bytes() == before


def test_an_old_sheet_after_a_newer_one_changes_nothing(partners):
    old = filled(asked(partners, COUNCIL), "old.xlsx", contacts=80000)
    newer = filled(asked(partners, COUNCIL, "n.xlsx"), "newer.xlsx", contacts=81000)
    import_figures("2018-19", newer, content=partners)
    before = {path: path.read_bytes() for path in partners.rglob("*.yaml")}
    with pytest.raises(ContentError, match='"contacts" has changed from "\\[x\\]" to 81,000'):
        import_figures("2018-19", old, content=partners)
    assert {path: path.read_bytes() for path in partners.rglob("*.yaml")} == before


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_rows_of_another_partner_are_refused(partners, ending):
    file = asked(partners, COUNCIL, f"a.{ending}")
    row = ["plans", "Children on Child Protection Plan", "number", "day 31 March 2019", 1294, "[x]"]
    if ending == "xlsx":
        book, rows = opened(file)
        for column, value in enumerate(row, 1):
            rows.cell(rows.max_row + (column == 1), column).value = value
        rows.cell(rows.max_row, 7).value = 1300
        at = rows.cell(rows.max_row, 1).coordinate
        book.save(file)
    else:
        with file.open("a", encoding="utf-8", newline="") as text:
            csv.writer(text).writerow([*row, 1300, "", "", "", ""])
        at = f"A{len(file.read_text(encoding='utf-8-sig').splitlines())}"
    before = (partners / "2018-19.yaml").read_bytes()
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", file, content=partners)
    told = {problem.code: problem for problem in caught.value.problems}
    problem = told["other-supplier"]
    assert problem.where == f"{file}:{at}"
    assert f'asked of "{COUNCIL}", and "plans" comes from "{POLICE}"' in problem.message
    assert f'write from: "{COUNCIL}" under it' in problem.hint
    assert (partners / "2018-19.yaml").read_bytes() == before
    assert not file_of(partners, "2018-19").exists()
    # The next step, to the letter.
    changed(partners, f'from: "{POLICE}"', f'from: "{COUNCIL}"')
    if "changed" not in told:
        assert import_figures("2018-19", file, content=partners).returns[0].figures == ["plans"]


def test_a_supplier_that_has_another_name_by_now(partners):
    file = filled(asked(partners, COUNCIL), "back.xlsx", contacts=80000)
    import_figures("2018-19", file, content=partners)
    late = filled(asked(partners, COUNCIL, "late.xlsx"), "late.xlsx", referrals=33000)
    changed(partners, f'from: "{COUNCIL}"', "from: Hampshire and Solent")
    assert states(partners)["Hampshire and Solent"] == ("in part", "referrals")
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", late, content=partners)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("unknown-supplier", "late.xlsx:B2")
    assert "write that into B2" in problem.hint
    assert "Hampshire and Solent" in problem.hint
    book, rows = opened(late)
    rows["B2"] = "Hampshire and Solent"
    book.save(late)
    import_figures("2018-19", late, content=partners)
    assert states(partners)["Hampshire and Solent"] == ("answered", "")


def test_the_name_goes_on_into_the_next_year(partners):
    new("2019-20", "2018-19", content=partners)
    text = (partners / "2019-20.yaml").read_text(encoding="utf-8")
    assert text.count(f'from: "{COUNCIL}"') == 2
    found = status("2019-20", content=partners)
    assert [one.supplier for one in found.standings] == [COUNCIL, POLICE, BOARD]


def test_a_sheet_of_all_figures_counts_for_those_whose_figures_it_answers(partners, sheet):
    file = filled(sheet, "all.xlsx", contacts=80000, plans=1300, courses=12)
    import_figures("2018-19", file, content=partners)
    assert [(one["supplier"], one["figures"]) for one in kept(partners)] == [
        (COUNCIL, ["contacts"]),
        (POLICE, ["plans"]),
        (BOARD, ["courses"]),
    ]


def test_an_empty_sheet_is_no_answer_and_a_known_gap_is_one(partners):
    empty = asked(partners, COUNCIL)
    assert import_figures("2018-19", empty, content=partners).returns == []
    assert not file_of(partners, "2018-19").exists()
    book, rows = opened(asked(partners, POLICE, "p.xlsx"))
    at = next(at for at in range(5, 12) if rows.cell(at, 1).value == "plans")
    rows.cell(at, 8).value, rows.cell(at, 11).value = "c", "Too few to print."
    book.save("p.xlsx")
    import_figures("2018-19", Path("p.xlsx"), content=partners)
    assert states(partners)[POLICE] == ("in part", "uasc")
    assert states(partners)[COUNCIL] == ("no answer", "contacts, referrals")


def test_numbers_that_were_typed_in(partners):
    text = (partners / "2018-19.yaml").read_text(encoding="utf-8")
    for name in ("contacts", "referrals"):
        text = re.sub(
            rf"(\n  {name}:\n    from: [^\n]+\n)    value: null[^\n]*\n    symbol: x\n[^\n]+\n",
            r"\1    value: 900\n",
            text,
        )
    (partners / "2018-19.yaml").write_text(text, encoding="utf-8")
    assert states(partners)[COUNCIL] == ("typed in", "")
    assert "no sheet came back" in run("figures", "status", "2018-19").output


def test_comments_of_a_partners_sheet_are_told(partners):
    file = filled(asked(partners, COUNCIL), "back.xlsx", contacts=80000)
    book, rows = opened(file)
    rows["B2"].comment = openpyxl.comments.Comment("We are two councils now.", "A")
    rows["G7"].comment = openpyxl.comments.Comment("Without Gosport.", "A")
    book.save(file)
    told = import_figures("2018-19", file, content=partners).notices
    assert [notice for notice in told if "comment was not taken" in notice] == [
        'B2: a comment was not taken: "We are two councils now."; what is to be printed goes into '
        "Note",
        'G7: a comment was not taken: "Without Gosport."; what is to be printed goes into Note',
    ]


def test_what_somebody_wrote_into_the_kept_file_stays(partners):
    import_figures(
        "2018-19", filled(asked(partners, COUNCIL), "a.xlsx", contacts=80000), content=partners
    )
    file = file_of(partners, "2018-19")
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "  # rang them on Monday\n", encoding="utf-8")
    later = filled(asked(partners, POLICE, "p.xlsx"), "p.xlsx", plans=1300)
    import_figures("2018-19", later, content=partners)
    assert "# rang them on Monday" in file.read_text(encoding="utf-8")
    assert len(kept(partners)) == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("taken: 2", "taken: soon 2", "is not a date"),
        ("    figures: ", "    figure: ", "is not a key"),
        ("returns:\n", "returns: [\n", "2018-19.yaml"),
    ],
)
def test_a_kept_file_that_is_broken_stops_before_anything_is_written(partners, old, new, message):
    import_figures(
        "2018-19", filled(asked(partners, COUNCIL), "a.xlsx", contacts=80000), content=partners
    )
    file = file_of(partners, "2018-19")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    later = filled(asked(partners, POLICE, "p.xlsx"), "p.xlsx", plans=1300)
    before = (partners / "2018-19.yaml").read_bytes()
    for command in (["import", "2018-19", later], ["status", "2018-19"]):
        done = run("figures", *command)
        assert done.exit_code == 1
        assert f"{Path('content/returns/2018-19.yaml')}:" in done.output
        assert message in done.output
    assert (partners / "2018-19.yaml").read_bytes() == before


def test_a_copied_year_is_not_asked_about_who_supplies(partners):
    """Who supplies a figure is not published: that it is as last year is nothing to look at."""
    supplied_before = (partners / "2018-19.yaml").read_text(encoding="utf-8")
    shutil.copy(partners / "2018-19.yaml", partners / "2019-20.yaml")
    assert "from:" in supplied_before
    changed(partners, "period: 2018-19", "period: 2019-20", "2019-20")
    said = run("review", "2019-20").output
    assert "from" not in re.findall(r"figures[.>\w -]*: (.*): the same as", said)


def test_a_name_is_needed_behind_from(partners):
    changed(partners, f'from: "{COUNCIL}"', "from: 12")
    with pytest.raises(ContentError) as caught:
        export_sheets("2018-19", supplier=POLICE, content=partners)
    assert {problem.key[-1] for problem in caught.value.problems} == {"from"}
    with pytest.raises(UsageError):
        export_sheets("2030-31", supplier=POLICE, content=partners)

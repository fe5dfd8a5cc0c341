"""The tables and templates of many reports: as spreadsheets save them, and as people write them."""

from __future__ import annotations

import openpyxl
import pytest

from authorities import EXAMPLE, FOLDER, edited, lines, sample_of
from hscb_report.batch.leftover import leftovers
from hscb_report.batch.pack import template
from hscb_report.batch.table import of_the_row
from hscb_report.batch.table import read as read_table
from hscb_report.errors import ContentError, ReportError
from hscb_report.project import check


@pytest.fixture(scope="module")
def plain() -> tuple:
    """The template and its pack."""
    return template("2017-18", FOLDER)


def problems_of(tmp_path, plain, change) -> list[str]:
    with pytest.raises(ContentError) as found:
        read_table(sample_of(tmp_path, change=change), plain[1])
    return [f"{one.place.cell} {one.message} -> {one.hint}" for one in found.value.problems]


def test_all_that_is_wrong_with_a_table_is_told_at_once(tmp_path, plain):
    def spoilt(rows):
        head, first, second, third, fourth, fifth = rows
        at = head.index("figures.referrals.value")
        head[at + 1] = "figures.referals-rate.value"
        first[at], second[at], third[at], fourth[at] = "", "many", "-", "1,2,3"
        third[2] = "=1+1"
        first[0], second[0] = fifth[0] + "!", "\x1b[31mred"
        first[2] = "{plans}"
        head.append("figures.plans.value")
        return rows

    told = "\n".join(problems_of(tmp_path, plain, spoilt))
    for words in (
        'I1 "figures.referals-rate.value" is no figure and no text of the template -> '
        'did you mean "figures.referrals-rate.value"?',
        'A1 there is no column "figures.referrals-rate.value"',
        "H2 this cell is empty, and nothing says why",
        'H3 nothing says what "many" means',
        'H4 nothing says what "-" means -> say so in the template: batch: {symbols: {"-"',
        'H5 "1,2,3" is not a number',
        r'A3 "\x1b[31mred" holds characters that are no letters',
        'C4 "=1+1" begins as a formula does',
        'C2 "{plans}" holds braces',
        'the column "figures.plans.value" is there twice',
        'line 6 "Isles of Scilly" and "Isles of Scilly!" in line 2 would both be written to',
    ):
        assert words in told, told


def test_cells_of_a_workbook(tmp_path, plain):
    """Numbers as numbers, formulas refused by their cell, symbols as the template has them."""
    head, *below = lines()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([*head, "# code"])
    sheet.append([*below[0], "841"])
    at = head.index("figures.referrals.value") + 1
    for column in range(at, len(head) + 1):
        cell = sheet.cell(2, column)
        cell.value = float(cell.value) if cell.value != "x" else "x"
    file = tmp_path / "table.xlsx"
    book.save(file)
    (row,) = read_table(file, plain[1]).rows
    assert row.figures["referrals"]["value"] == "1107"
    assert row.figures["to-2-years"] == {
        "value": None,
        "symbol": "c",
        "reason": "Suppressed by the Department, because it is a number from 1 to 5 or would give "
        "one away.",
        "bound": None,
    }
    sheet.cell(2, at).value = "=1+1"
    book.save(file)
    with pytest.raises(ContentError) as found:
        read_table(file, plain[1])
    (problem,) = found.value.problems
    assert problem.place.cell == "H2" and "a formula (=1+1)" in problem.message


def spoilt(tmp_path, plain, change) -> list[str]:
    """What is said of a table whose bytes were changed."""
    file = sample_of(tmp_path)
    file.write_bytes(change(file.read_bytes().decode()).encode())
    try:
        return [one.name for one in read_table(file, plain[1]).rows]
    except ReportError as error:
        return [f"{one.message} -> {one.hint}" for one in error.problems]


NAMES = ["Hampshire", "Slough", "City of London", "Isles of Scilly", "North Tyneside"]


def test_no_row_is_lost_by_a_quote_that_is_not_closed(tmp_path, plain):
    def change(text):
        head, first, *rest = text.splitlines()
        return "\n".join([f"{head},# note", f'{first},"not closed', *rest])

    (said,) = spoilt(tmp_path, plain, change)
    assert "from line 2 on its quotes do not add up" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: f"sep=,\n{text}", None),
        (lambda text: f"\n\n{text}", None),
        (lambda text: f"Care, 2018\n\n{text}", "heads stand in row 3, and the table begins with"),
        (lambda text: f"{text}{text.splitlines()[0]}\n", "stand here again -> delete row"),
        (lambda text: text.replace("\nSlough,", "\nTotal,"), '"Total" is a total'),
        (lambda text: text.replace(",Slough,Slough,", ",Slough,#N/A,"), "shows the error #N/A"),
        (lambda text: text.replace(",Slough,Slough,", ",Slough,N/A,"), "printed as it stands"),
        (lambda text: text.replace(",Slough,Slough,", ",Slough,Sl\ufffdugh,"), "letters were lost"),
        (lambda text: text.replace(",Slough,Slough,", f",Slough,{'x' * 3000},"), "3,000 letters"),
    ],
)  # fmt: skip
def test_what_spreadsheets_leave_in_a_table(tmp_path, plain, change, said):
    found = spoilt(tmp_path, plain, change)
    assert (
        sorted(found) == sorted(NAMES) if said is None else [said in one for one in found] == [True]
    )


def test_rows_that_were_mixed_up_are_told(tmp_path, plain):
    def change(rows):
        rows[2][7:], rows[3][2] = rows[1][7:], rows[1][0]
        return rows

    notices = read_table(sample_of(tmp_path, change=change), plain[1]).notices
    assert [one.partition(";")[0] for one in notices] == [
        'line 3, "City of London", has the same numbers as line 2, "North Tyneside"',
        'line 4, "Hampshire": text.area is "North Tyneside", which is the name of line 2',
    ]
    assert read_table(EXAMPLE / "authorities.csv", plain[1]).notices == []


def test_percentages_that_were_written_as_fractions(tmp_path, plain):
    def change(rows):
        at = rows[0].index("figures.repeats.value")
        for n, row in enumerate(rows[1:]):
            row[at] = f"0.2{n}0000000000000004"
        return rows

    (said,) = problems_of(tmp_path, plain, change)
    assert "0.45 would be printed as 0.45%" in said


def test_sheets_and_cells_that_show_something_else(tmp_path, plain):
    """The first sheet is read, if it can be seen and holds the table; so are numbers."""
    head, first, *_ = lines()
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    book.active.append(["Notes"])
    sheet = book.create_sheet("Table")
    sheet.append(head)
    sheet.append([float(cell) if cell.replace(".", "").isdigit() else cell for cell in first])
    file = tmp_path / "table.xlsx"

    def said() -> str:
        book.save(file)
        with pytest.raises(ContentError) as found:
            read_table(file, plain[1])
        (problem,) = found.value.problems
        return f"{problem.message} -> {problem.hint}"

    assert 'has no column "name" -> move "Table" before it' in said()
    book.worksheets[0].sheet_state = "hidden"
    assert '"Read me", is hidden' in said()
    del book["Read me"]
    cell = sheet.cell(2, head.index("figures.repeats.value") + 1)
    cell.value, cell.number_format = 29.648, "0.0"
    assert "shows 29.6 and holds 29.648 -> in an empty cell write =ROUND(" in said()
    sheet.cell(1_000_000, 1).number_format = "0.0"  # a format alone is no row
    cell.value = 29.6
    book.save(file)
    assert len(read_table(file, plain[1]).rows) == 1


def test_a_place_with_other_words_in_it_is_that_of_the_row(plain):
    """Else every report would have the template's number for it."""
    places = {"Hampshire and Southampton": True, "Hampshireland": False, "England": False}
    assert {one: of_the_row(one, plain[1]) for one in places} == places


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [("..", "x"), (":", "x"), ("c", "c"), ("[c]", "c"), ("[x]", "x"), ("z", "z"), ("low", "low")],
)
def test_symbols_that_need_not_be_explained(tmp_path, plain, typed, symbol):
    def with_it(rows):
        rows[1][rows[0].index("figures.median.value")] = typed
        return rows

    (row, *_) = read_table(sample_of(tmp_path, change=with_it), plain[1]).rows
    assert row.figures["median"]["symbol"] == symbol and row.figures["median"]["reason"]


def test_a_template_for_one_alone_is_refused(tmp_path):
    last = ("      referrals:\n", "      referrals:\n        previous: 15000\n")
    accept = (
        "introduction:",
        "accept:\n  - {rule: small-count, at: referrals, words: '3', reason: Old.}\nintroduction:",
    )
    series = (
        "sections:\n",
        "series:\n  one:\n    {label: Plans, points: {2017: 51, 2018: 56}, source: dfe-cin}\n"
        "sections:\n",
    )
    with pytest.raises(ContentError) as found:
        template("2017-18", edited(tmp_path, last, accept, series))
    assert [one.code for one in found.value.problems] == [
        "template-previous",
        "accepted-for-all",
        "template-series",
    ]


def test_words_of_one_area_that_are_typed_into_the_template_are_told(tmp_path):
    content = edited(tmp_path, ("This example sets {text.area}", "This example sets Hampshire"))
    (said,) = leftovers("2017-18", content, template("2017-18", content)[1])
    assert 'every report will say "Hampshire"' in said and "in introduction;" in said
    assert "write {text.area} there" in said


def test_words_that_stand_for_nothing_are_errors_and_those_of_a_template_are_filled(tmp_path):
    assert check("2017-18", content=FOLDER) == []
    content = edited(tmp_path, ("social care in {text.area}", "social care in {text.aera}"))
    with pytest.raises(ContentError) as found:
        check("2017-18", content=content)
    (problem,) = found.value.problems
    assert problem.message == "{text.aera} stands for words that nothing says"
    assert problem.hint == "did you mean {text.area}?" and problem.place.line == 9


@pytest.mark.parametrize(
    "typed",
    [
        ("social care in {text.area}", "social care in {area}"),
        ("heading: Why", "heading: In {area} why"),
    ],
    ids=["where-no-figure-may-stand", "where-one-may"],
)
def test_words_that_are_named_like_a_figure_are_told_how(tmp_path, typed):
    with pytest.raises(ContentError) as found:
        check("2017-18", content=edited(tmp_path, typed))
    (problem,) = found.value.problems
    assert problem.hint == 'write {text.area}, for "area" stands under texts'

"""Many reports from a table: each its own, whatever becomes of the others."""

from __future__ import annotations

import csv
import hashlib
import json
import multiprocessing
import shutil
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from batches import manifest_of, rows_of, strangers
from conftest import ROOT
from hscb_report import build
from hscb_report.batch import pool
from hscb_report.batch.alone import alone_in
from hscb_report.batch.content import content_of
from hscb_report.batch.leftover import leftovers
from hscb_report.batch.manifest import Record, append, read
from hscb_report.batch.pack import template, unpacked
from hscb_report.batch.run import batch
from hscb_report.batch.table import hashed, of_the_row
from hscb_report.batch.table import read as read_table
from hscb_report.batch.worker import CONTENT, DONE, LOST, Job, Outcome, report, row_anywhere
from hscb_report.cli import app
from hscb_report.errors import ContentError, ExitCode, FileError, ReportError
from hscb_report.products import Order
from hscb_report.project import check

EXAMPLE = ROOT / "examples/authorities"
FOLDER = EXAMPLE / "content"
SAMPLE = ("Hampshire", "Slough", "City of London", "Isles of Scilly", "North Tyneside")
"""One as the template, one with a note of its own, two with little left to show, one of which the
Department's own suppression gives numbers away."""


def lines() -> list[list[str]]:
    with (EXAMPLE / "authorities.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def sample_of(folder: Path, names=SAMPLE, change=lambda rows: rows) -> Path:
    """A table with some rows of the example's."""
    head, *below = lines()
    rows = [head, *(row for row in below if row[0] in names)]
    file = folder / "sample.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(change(rows))
    return file


@pytest.fixture(scope="module")
def plain() -> tuple:
    """The template and its pack."""
    return template("2017-18", FOLDER)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A run of the sample in which a worker was killed, and what it came to."""
    home = tmp_path_factory.mktemp("batch")
    table, killed = sample_of(home), []

    def kill(step: str) -> None:
        if not killed and "of 5 reports" in step:
            killed.extend(multiprocessing.active_children()[:1])
            killed[0].kill()

    result = batch(table, "2017-18", content=FOLDER, output=home / "out", progress=kill)
    assert killed
    return table, home / "out", result


@pytest.fixture(scope="module")
def whole(made):
    """The same run when it was resumed: what the folder held before, and what was made."""
    table, folder, _ = made
    before = {one.name: one.read_bytes() for one in folder.glob("*.pdf")}
    result = batch(table, "2017-18", content=FOLDER, output=folder, workers=1, resume=True)
    return table, folder, result, before


def test_a_killed_worker_costs_one_row(made):
    _, folder, result = made
    (lost,) = result.failed
    assert lost.status == LOST and result.exit_code is ExitCode.INTERNAL
    assert "its worker ended" in lost.problems[0]["message"]
    assert len(list(folder.glob("*.pdf"))) == len(SAMPLE) - 1


def test_it_is_made_when_the_run_is_resumed_and_nothing_else(made, whole):
    _, _, first = made
    _, folder, result, before = whole
    assert result.made == {first.failed[0].name: "it failed before"}
    assert result.exit_code is ExitCode.DONE
    now = {one.name: one.read_bytes() for one in folder.glob("*.pdf")}
    assert len(now) == len(SAMPLE) and {name: now[name] for name in before} == before


def test_every_report_is_its_own(whole):
    _, folder, _, _ = whole
    rows, records = rows_of(EXAMPLE / "authorities.csv"), manifest_of(folder)
    assert [*records] == sorted(SAMPLE, key=[*rows].index)
    for name, record in records.items():
        for file, digest in record["files"].items():
            data = (folder / file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest
            assert strangers(data, name, rows, record["suppressed"]) == []
    other = (folder / "slough-2017-18.pdf").read_bytes()
    assert len(strangers(other, "Hampshire", rows)) > 20  # the question can be answered with no


def test_the_templates_own_row_is_as_the_template_is_built(whole, tmp_path):
    _, folder, _, _ = whole
    (one,) = build("2017-18", content=FOLDER, output=tmp_path)
    assert one.path.read_bytes() == (folder / "hampshire-2017-18.pdf").read_bytes()


def test_what_gives_a_number_away_is_left_out_and_said(whole):
    _, folder, _, _ = whole
    records = manifest_of(folder)
    assert records["North Tyneside"]["suppressed"] == ["first-neglect", "latest-neglect"]
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "left out, so that no small number is told: first-neglect, latest-neglect" in page


def test_the_index_is_a_page_without_scripts_and_has_all(whole):
    page = (whole[1] / "index.html").read_text(encoding="utf-8")
    assert all(f'<th scope="row">{name}</th>' in page for name in SAMPLE)
    assert "<script" not in page and "5 of 5 reports are made" in page
    assert 'href="isles-of-scilly-2017-18.pdf"' in page


def test_any_worker_makes_the_same_bytes(whole, plain):
    """As a machine does that has nothing but what it was sent."""
    table, folder, _, _ = whole
    pack, summary = plain
    row = next(one for one in read_table(table, summary).rows if one.name == "Slough")
    found = row_anywhere(pack, Job("2017-18", Order(), row.stem, row.as_dict()))
    assert found.files == {"slough-2017-18.pdf": (folder / "slough-2017-18.pdf").read_bytes()}
    old = Job("2017-18", Order(), row.stem, row.as_dict(), version="0.0.1")
    assert row_anywhere(pack, old).status == LOST


def test_a_row_that_hangs_is_stopped(plain):
    pack, summary = plain
    row = read_table(EXAMPLE / "authorities.csv", summary).rows[0]
    job = Job("2017-18", Order(), row.stem, row.as_dict())
    with unpacked(pack) as folder:
        ((key, found),) = pool.outcomes([("one", job)], folder, 1, 0.01)
    assert (key, found.status) == ("one", LOST)
    assert "0.01 seconds" in found.problems[0].message


def edited(folder: Path, *changes: tuple[str, str]) -> Path:
    """The template's folder with changes."""
    shutil.copytree(FOLDER, folder / "content")
    file = folder / "content/2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return folder / "content"


@pytest.fixture
def here(monkeypatch):
    """Rows are made in this process, which has all imported already."""

    def outcomes(jobs, folder, workers, limit):
        yield from ((key, report(folder, job)) for key, job in jobs)

    monkeypatch.setattr(pool, "outcomes", outcomes)


def test_a_row_with_errors_costs_that_row_and_is_told_by_its_cell(here, tmp_path):
    """Where the template refuses, what can be worked out stops the report."""
    content = edited(tmp_path, ("on_small: suppress", "on_small: refuse"))
    result = batch(
        sample_of(tmp_path, ("Halton", "North Tyneside")),
        "2017-18", content=content, output=tmp_path / "out", workers=1,
    )  # fmt: skip
    (failed,) = result.failed
    assert (failed.name, failed.status) == ("North Tyneside", CONTENT)
    assert result.exit_code is ExitCode.CONTENT
    cell = result.problems["North Tyneside"][0].place
    assert cell.file.name == "sample.csv" and cell.cell == "Z2"
    assert (tmp_path / "out/halton-2017-18.pdf").exists()


def content_with(plain, **cells: str):
    """The content of Hampshire's row with other cells."""
    pack, _ = plain
    row = {"name": "x", "texts": {}, "figures": {}}
    for name, value in cells.items():
        row["figures"][name.replace("_", "-")] = {"value": value, "symbol": None, "reason": None}
    with unpacked(pack) as folder:
        return content_of(folder, pack.period, row)


def test_a_small_count_is_left_out_and_what_gives_it_away(plain):
    """The one beside it with the same reason, in an order that does not tell them apart: with "one
    of both is small, the other is not" 7 would be 1 and 6.
    """
    loaded, _, hidden = content_with(plain, first_sexual="3", first_physical="126")
    figures = loaded.summary.figures
    assert hidden == ["first-physical", "first-sexual"]
    assert figures["first-sexual"].symbol == "c"
    assert figures["first-sexual"].reason == figures["first-physical"].reason


def test_a_gap_that_is_a_few_people_is_no_gap(plain):
    """Publishers write x of what they suppress as well: 1294 less 950, 126 and 215 is 3."""
    x = {"value": None, "symbol": "x", "reason": "Not available.", "bound": None}
    pack, summary = plain
    figures = {
        "first-sexual": x,
        "first-physical": {"value": "126"},
        "first-several": {"value": "0"},
    }
    with unpacked(pack) as folder:
        row = {"name": "x", "texts": summary.texts, "figures": figures}
        _, found, hidden = content_of(folder, pack.period, row)
    assert hidden == ["first-physical"] and not [one for one in found if one.severity == "error"]


def test_a_rate_of_a_count_that_is_left_out_is_left_out(plain):
    """By its name, and by what it is called: "of referrals ..."; that of the region stays."""
    loaded, _, hidden = content_with(plain, referrals="3", referrals_rate="1.2", repeats="33.3",
        repeats_region="25.2")  # fmt: skip
    assert hidden == ["referrals", "referrals-rate", "repeats"]
    assert loaded.summary.figures["repeats-region"].value is not None


@pytest.mark.parametrize(
    ("name", "words", "refused"),
    [
        ("x", "Of these, 3 came twice.", True),
        ("x", "Of these, three came twice.", True),
        ("Ward 3", "Ward 3 and 17 others.", False),
        ("x", "We met 2 children.", True),
        ("x", "Table C3, since 2013.", False),
    ],
)
def test_words_of_a_row_do_not_hold_what_is_left_out(plain, name, words, refused):
    pack, summary = plain
    texts = summary.texts | {"of-referrals": words}
    row = {"name": name, "texts": texts, "figures": {"referrals": {"value": "3"}}}
    with unpacked(pack) as folder:
        _, found, _ = content_of(folder, pack.period, row)
    problems = [one for one in found if one.key == ("texts", "of-referrals")]
    assert [one.severity for one in problems] == ["error"] * refused
    assert not any(sign.isdigit() for one in problems for sign in one.message)


def test_a_number_of_a_refused_row_stands_nowhere_in_the_folder(here, tmp_path):
    """Not in what is wrong with it, and not in a hash that could be tried."""
    content = edited(tmp_path, ("on_small: suppress", "on_small: refuse"))

    def small(rows):
        rows[1][rows[0].index("figures.referrals.value")] = "3"
        return rows

    table = sample_of(tmp_path, ("Hampshire",), small)
    result = batch(table, "2017-18", content=content, output=tmp_path / "out", workers=1)
    (record,) = result.failed
    (problem,) = record.problems
    assert problem["cell"] == "H2" and problem["code"] == "small-count"
    assert "3" not in problem["message"] + problem["hint"] + result.problems["Hampshire"][0].message
    assert "row" not in record.inputs


def test_a_hash_tells_nothing_of_what_is_left_out(plain):
    row = {"name": "x", "texts": {}, "figures": {"a": {"value": "3"}, "b": {"value": "20"}}}
    other = {**row, "figures": {"a": {"value": "4"}, "b": {"value": "20"}}}
    assert hashed(row, ["a"]) == hashed(other, ["a"])
    assert len({hashed(row), hashed(other), hashed(row, ["a"])}) == 3


def test_only_what_changed_is_made_and_why_is_said(here, whole, tmp_path):
    folder = whole[1]
    out = tmp_path / "out"
    shutil.copytree(folder, out)
    (out / "slough-2017-18.pdf").write_bytes(b"edited")
    (out / "city-of-london-2017-18.pdf").unlink()

    def other(rows):
        for row in rows[1:]:
            if row[0] == "Hampshire":
                row[rows[0].index("figures.referrals.value")] = "16116"
        return rows[:-1]  # without Isles of Scilly

    said: list[str] = []

    def stop(step: str) -> None:
        said.append(step)
        if "reports" in step:
            raise KeyboardInterrupt

    changed = sample_of(tmp_path, change=other)
    result = batch(
        changed, "2017-18", content=FOLDER, output=out, workers=1, resume=True, progress=stop
    )
    assert result.made == {
        "Hampshire": "its row changed",
        "Slough": "slough-2017-18.pdf was changed since",
        "City of London": "city-of-london-2017-18.pdf is not there any more",
    }
    assert result.stopped and result.exit_code is ExitCode.STOPPED
    assert "1 of 3 reports" in said[-1] and "a second" in said[-1] and "left" in said[-1]
    assert "isles-of-scilly-2017-18.pdf" in result.notices[0]
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("Not reached") == 2 and "<li>isles-of-scilly-2017-18.pdf</li>" in page
    again = batch(
        changed, "2017-18", content=FOLDER, output=out, workers=1, resume=True, progress=stop
    )
    assert "isles-of-scilly-2017-18.pdf" in again.notices[0]  # until somebody deletes it


def test_a_resumed_run_sees_what_is_to_be_left_out_now(tmp_path, monkeypatch):
    """Though the manifest cannot tell it; and says what the reports together give away."""

    def outcomes(jobs, folder, workers, limit):
        for key, job in jobs:
            hidden = tuple(content_of(folder, job.period, job.row)[2])
            yield key, Outcome(DONE, {f"{job.stem}.pdf": b"a report"}, hidden=hidden)

    monkeypatch.setattr(pool, "outcomes", outcomes)

    def run(sexual: str, physical: str):
        def change(rows):
            at = next(row for row in rows if row[0] == "Hampshire")
            at[rows[0].index("figures.first-sexual.value")] = sexual
            at[rows[0].index("figures.first-physical.value")] = physical
            return rows

        table = sample_of(tmp_path, ("Hampshire", "Halton"), change)
        return batch(table, "2017-18", content=FOLDER, output=tmp_path / "out", resume=True)

    first = run("3", "126")
    assert 'only that of Hampshire leaves "first-physical" out' in first.notices[0]
    assert run("4", "125").made == {}  # its report would be the same
    assert run("56", "73").made == {"Hampshire": "other numbers are to be left out"}


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


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    with alone_in(tmp_path), pytest.raises(FileError, match="another run writes"):
        with alone_in(tmp_path):
            pass
    with alone_in(tmp_path):
        pass


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


def test_a_manifest_that_was_torn_is_read_as_far_as_it_goes(tmp_path):
    one = Record("A", 2, DONE, {"row": "1"}, "0")
    append(tmp_path, one)
    with (tmp_path / "manifest.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"name": "B", "li')
    assert read(tmp_path) == {"A": one}
    append(tmp_path, Record("B", 3, DONE, {"row": "1"}, "0", {"old.pdf": "1"}))
    append(tmp_path, Record("B", 3, DONE, {"row": "2"}, "0", {"new.pdf": "1"}))
    found = read(tmp_path)
    assert found["B"].inputs == {"row": "2"} and [*found[""].files] == ["old.pdf", "new.pdf"]


def test_a_fault_of_the_tool_costs_its_row(tmp_path):
    found = report(tmp_path / "nowhere", Job("2017-18", Order(), "x", {}))
    assert found.status == LOST and "KeyError" in found.problems[0].message


def test_the_command(here, tmp_path, monkeypatch):
    """What it prints where the table cannot be read, and what it says as data."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    arguments = ["batch", "nothing.csv", "--template", "2017-18", "--content", str(FOLDER)]
    assert run.invoke(app, arguments).exit_code == ExitCode.FILE
    table = sample_of(tmp_path, ("Hampshire",))
    arguments[1] = str(table)
    found = run.invoke(app, [*arguments, "--workers", "1", "--format", "json"])
    said = json.loads(found.stdout)
    assert found.exit_code == 0 and said["made"][0]["name"] == "Hampshire"
    found = run.invoke(app, [*arguments, "--resume"])
    assert "1 of 1 report in" in found.output and "1 of them as they were" in found.output

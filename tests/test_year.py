"""The working year: next year's file, sheets that go out and come back in every state."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.cli import app
from hscb_report.errors import ContentError, FileError, ReportError, UsageError
from hscb_report.files import place
from hscb_report.summary.load import load
from hscb_report.summary.reader import read_yaml
from hscb_report.summary.scalars import plain_scalar, written
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures
from hscb_report.year.periods import latest_ended, moved, moved_day
from hscb_report.year.sheet import HEADERS
from hscb_report.year.splice import Splice
from strategies import summaries

EVERY = ROOT / "examples/every-block/content"
CARE = ROOT / "examples/children-in-care/content"
FIRST = 5
"""The first row of figures in a workbook."""


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def year(content) -> Path:
    """The content with next year's file, as new makes it."""
    new("2018-19", "2017-18", content=content)
    return content


# new

@pytest.mark.parametrize(("folder", "source", "period"), [(ROOT / "content", "2017-18", "2018-19"), (EVERY, "2024-25", "2025-26"),
                                                          (CARE, "2017-18", "2018-19"), (CARE, "2016-17", "2020-21")])
def test_a_new_year_loads_checks_and_builds_at_once(folder, source, period, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(folder, content)
    before = load(source, content, icons.names()).summary
    made = new(period, source, content=content)
    check(period, content=content)
    after = load(period, content, icons.names()).summary
    assert after.status == "draft"
    assert list(after.figures) == list(before.figures)
    for name, figure in after.figures.items():
        assert (figure.value, figure.symbol, figure.reason) == (None, "x", "To be supplied.")
        assert figure.unit == before.figures[name].unit
        if figure.as_at:
            assert figure.as_at.year - before.figures[name].as_at.year == int(period[:4]) - int(source[:4])
    assert made.emptied == len(after.figures)
    assert after.series == before.series
    assert (content / f"{period}.yaml").read_text(encoding="utf-8").count("yaml-language-server") == 1
    if period != "2020-21":
        assert all(one.pages > 1 for one in build(period, content=content, output=tmp_path, editions=["board", "large-print"]))


def test_comments_and_order_survive_and_last_year_stands_beside(year):
    old, text = ((year / name).read_text(encoding="utf-8") for name in ("2017-18.yaml", "2018-19.yaml"))
    comments = [line for line in old.splitlines() if line.strip().startswith("#")]
    assert [line for line in text.splitlines() if line in comments] == comments
    assert '# of this, "end of June 2018." is printed' in text
    assert "    value: null  # 2017-18: 77602\n    symbol: x\n    reason: To be supplied.\n    label: Children's Reception Team Contacts\n" in text
    assert "    value: null  # 2017-18: [x]\n" in text
    kept = [line for line in old.splitlines() if line in set(text.splitlines())]
    assert len(kept) > 0.7 * len(old.splitlines())
    positions = [text.splitlines().index(line) for line in dict.fromkeys(kept) if kept.count(line) == 1]
    assert positions == sorted(positions)


def test_dates_move_on_where_there_is_no_doubt(year):
    data = read_yaml(year / "2018-19.yaml").data
    assert data["period"] == "2018-19"
    assert data["figures"]["plans"]["label"] == "Children on Child Protection Plan at the end of March 2019."
    assert data["figures"]["plans"]["as_at"] == dt.date(2019, 3, 31)
    assert data["sources"]["summary"]["title"] == "HSCB Annual Report Summary 2018-19"
    assert data["sources"]["dfe-cla"]["note"].startswith("From the 2018 and 2019 releases")  # not the board's own
    assert data["sections"][3]["subtitle"] == "Hampshire, end of June 2019, and looked-after children since 2014"
    assert data["sections"][-1]["heading"] == "2019-20 Priorities"
    assert data["sections"][-1]["blocks"][0]["items"][0] == "Adopting a Family Approach"
    assert "  # These priorities are from the summary of 2017-18" in (year / "2018-19.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("before", "after"), [
    ("since 2016-17, and in 2017-18", "since 2016-17, and in 2018-19"), ("2017/18 and 2018/19", "2018/19 and 2019/20"), ("2017 to 2018", "2018 to 2019"),
    ("2017-2018", "2018-2019"), ("31st March 2018", "31st March 2019"), ("30 March 2018", "30 March 2018"), ("March 2017", "March 2017"), ("in 2018", "in 2018"),
    ("Act 2017-18-19", "Act 2017-18-19"), ("call 2017-185", "call 2017-185")])
def test_which_dates_move(content, before, after):
    path = content / "2017-18.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("keeping children safe and", before + " and"), encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    assert f"leads on {after} and insuring" in read_yaml(content / "2018-19.yaml").data["introduction"]


def test_what_only_a_person_can_judge_is_listed(content):
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 0
    assert "24 figures to be supplied" in done.output
    lines = (content / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    listed = re.findall(r"2018-19\.yaml:(\d+): (.+)\n +(.+)", done.output)
    for number, _, source in listed:
        assert lines[int(number) - 1].strip() == source
    told = "\n".join(message + source for _, message, source in listed)
    for words in ('says "Two"', "nearly three in four plans", "since 2014", "series ends in 2019", "lessons are those", "priorities are those"):
        assert words in told
    assert "Section 47" not in told


def test_a_census_does_not_move_on(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8").replace("    value: 94\n", "    value: 94   # census\n").replace("language\n    name: Children of compulsory school age and above with English as their first language\n    period: 2017-18",
                                                    "language\n    name: Children with English as their first language, March 2011\n    as_at: 2011-03-27")
    path.write_text(text.replace("    value: 9\n    label: small areas are in the most multiple deprived areas in England\n    name: Small areas in the most multiple deprived areas in England\n    period: 2017-18",
                                 "    value: 9\n    label: small areas\n    period: 2015"), encoding="utf-8")
    made = new("2018-19", "2017-18", content=content)
    figures = load("2018-19", content, icons.names()).summary.figures
    assert (figures["english"].as_at, figures["deprived-areas"].period) == (dt.date(2011, 3, 27), "2015")
    assert figures["english"].name.endswith("March 2011")
    assert sum("left as it is" in look.message for look in made.look) == 4  # two figures, a name, and "since 2014"


def test_a_leaflet_goes_on_naming_its_sections(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8").partition("\nleaflet:")[0]
    path.write_text(text + "\nleaflet:\n  front: contacts\n  back: [2018-19 Priorities]\n  leave_out:\n    - {section: Mental health, blocks: [1]}\n", encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    leaflet = load("2018-19", content, icons.names()).summary.leaflet
    assert [part.section for part in leaflet.back] == ["2019-20 Priorities"]


def test_a_block_of_change_looks_back_to_the_year_it_came_from(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CARE, content)
    new("2018-19", "2017-18", content=content)
    assert "        since: 2017-18\n" in (content / "2018-19.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("period", "source", "words"), [
    ("2018-20", "2017-18", "did you mean 2018-19?"), ("18-19", "2017-18", "is not a year"), ("2019", "2017-18", "different kinds"), ("2016-17", "2017-18", "not after"),
    ("2017-18", "2017-18", "not after"), ("2018/19", "2017-18", "did you mean 2018-19?"), ("2018-19", "2015-16", "did you mean"), ("../2018-19", "2017-18", "is not a year")])
def test_years_that_cannot_be_made(content, period, source, words):
    done = run("new", period, "--from", source)
    assert done.exit_code == 2
    assert words in done.output
    assert [file.name for file in content.glob("*.yaml")] == ["2017-18.yaml"]


def test_nothing_is_overwritten(year):
    (year / "2018-19.yaml").write_text("mine", encoding="utf-8")
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 2
    assert "is there already" in done.output
    assert (year / "2018-19.yaml").read_text(encoding="utf-8") == "mine"


def test_a_source_with_errors_is_refused(content):
    path = content / "2017-18.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 950", "value: 1950"), encoding="utf-8")
    assert run("new", "2018-19", "--from", "2017-18").exit_code == 1
    assert not (content / "2018-19.yaml").exists()


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
    lambda text: text.replace("    value: 77602\n    label: Children's Reception Team Contacts\n", "    label: Children's Reception Team Contacts\n    value:   77602   # counted twice\n"),
    lambda text: text.replace("figures:\n", "figures:\n  one: {symbol: r, note: A note., value: 3, label: 'a, b', period: 2017-18, source: summary}\n"),
    lambda text: text.replace("figures:\n", "figures:\n  one:\n    note: >\n      A note\n      of two lines.\n    value: 3\n    label: a\n    period: 2017-18\n    source: summary # last\n"),
    lambda text: text.rstrip("\n"),
])
def test_files_laid_out_otherwise(content, change):
    path = content / "2017-18.yaml"
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode("utf-8"))
    new("2018-19", "2017-18", content=content)
    summary = load("2018-19", content, icons.names()).summary
    assert all(figure.value is None and figure.note is None for figure in summary.figures.values())
    data = (content / "2018-19.yaml").read_bytes()
    assert (b"\r\n" in data) == (b"\r\n" in path.read_bytes())
    assert b"\n" not in data.replace(b"\r\n", b"") or b"\r\n" not in data
    assert data.startswith(b"\xef\xbb\xbf") == path.read_bytes().startswith(b"\xef\xbb\xbf")
    if b"counted twice" in path.read_bytes():
        assert b"value:   null   # counted twice; 2017-18: 77602" in data


def test_periods_move():
    assert [moved(p, 1) for p in ("2017-18", "1999-00", "2098-99", "2017/2018", "2018", "April to June 2018")] == [
        "2018-19", "2000-01", "2099-00", "2018/2019", "2019", "April to June 2019"]
    assert moved("2017-18", -1) == "2016-17"
    assert moved_day(dt.date(2020, 2, 29), 1) == dt.date(2021, 2, 28)
    assert [latest_ended(dt.date(2025, month, 1)) for month in (3, 4)] == ["2023-24", "2024-25"]


# Splicing

@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.one_of(st.none(), st.booleans(), st.integers(-10**20, 10**20), st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-10**9, max_value=10**9),
                 st.dates(), st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"), max_size=40),
                 st.sampled_from(["null", "yes", "2018", "2018-03-31", "2018-02-31", "1.5", "- a", "a: b", "a #b", "#a", "{a}", "a, b", "", " a ", "it's", '"', "\\", "2017-18", "To be supplied."])))
def test_what_is_written_is_read_back(value):
    text = written(value)
    for form in (f"k: {text}", f"k: {{a: {text}, b: 1}}"):
        node = yaml.compose(form, Loader=yaml.SafeLoader).value[0][1]
        scalar = node.value[0][1] if isinstance(node, yaml.MappingNode) else node
        back = scalar.value if scalar.style else plain_scalar(scalar.value)
        if isinstance(value, Decimal) and value == value.to_integral_value():
            assert back == value
        else:
            assert (back, type(back)) == (value, type(value)) or (isinstance(value, int) and str(back) == str(value))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(summary=summaries(), flow=st.sampled_from([True, False, None]), width=st.sampled_from([40, 80, 100_000]), ending=st.sampled_from(["\n", "\r\n"]))
def test_any_layout_of_any_content_is_carried_over(summary, flow, width, ending, tmp_path_factory):
    """However a YAML library lays the file out: in braces, in lines, broken anywhere."""
    content = tmp_path_factory.mktemp("laid") / "content"
    shutil.copytree(ROOT / "content", content)
    data = summary.model_dump(exclude_none=True)
    for figure in data["figures"].values():
        figure.setdefault("value", None)
    for series in data["series"].values():
        for point in series["points"].values():
            point.setdefault("value", None)
    text = yaml.safe_dump(data, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)
    (content / "2017-18.yaml").write_bytes(text.replace("\n", ending).encode("utf-8"))
    new("2018-19", "2017-18", content=content)
    after = load("2018-19", content, icons.names()).summary
    assert all(figure.value is None and figure.period == "2018-19" for figure in after.figures.values())
    assert [[block.kind for block in section.blocks] for section in after.sections] == [[block.kind for block in section.blocks] for section in summary.sections]


def test_a_layout_that_cannot_be_followed_is_refused(tmp_path):
    data = b"figures:\n  a: {value: 1, label: b}\n"
    splice = Splice(tmp_path / "a.yaml", data)
    splice.set(("figures", "a", "value"), 2)
    assert splice.done() == data.replace(b"1", b"2")
    splice._edits.append((12, 14, 1, "x: ["))
    with pytest.raises(ContentError, match="laid out in a way"):
        splice.done()


# Sheets

def opened(file: Path):
    book = openpyxl.load_workbook(file)
    return book, book.active


def cell(sheet, figure: str, column: str):
    row = next(r for r in range(FIRST, sheet.max_row + 1) if sheet.cell(r, 1).value == figure)
    return sheet.cell(row, HEADERS.index(column) + 1)


@pytest.fixture
def sheet(year) -> Path:
    """The sheet of next year, sent out."""
    return export_figures("2018-19", content=year, output=Path("sheet.xlsx"))


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
    assert (cell(rows, "contacts", "Last year").value, cell(rows, "contacts", "In the file now").value) == (77602, "[x]")
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
    assert export_figures("2018-19", content=year, output=Path("again.xlsx")).read_bytes() == sheet.read_bytes()


def test_a_label_that_begins_with_an_equals_sign_is_no_formula(content):
    path = content / "2017-18.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Conferences\n", 'name: "=1+1"\n').replace("name: Children in care\n", 'name: "-5 to 10"\n'), encoding="utf-8")
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


@pytest.mark.parametrize(("folder", "period"), [(ROOT / "content", "2017-18"), (EVERY, "2024-25"), (CARE, "2017-18"), (CARE, "2016-17")])
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


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_only_what_was_filled_in_changes(data, sent_out):
    """Random answers: the file reads back as they say, and every other line is as it was."""
    content, file = sent_out / "content", sent_out / "filled.xlsx"
    path = content / "2018-19.yaml"
    shutil.copy(sent_out / "empty.yaml", path)
    before, old = path.read_text(encoding="utf-8"), load("2018-19", content, icons.names()).summary
    book, rows = opened(sent_out / "s.xlsx")
    chosen = data.draw(st.sets(st.sampled_from([name for name, figure in old.figures.items() if figure.part_of is None]), min_size=1))
    expected = {}
    for name in sorted(chosen):
        value = data.draw(st.integers(2, 100) if old.figures[name].unit == "percent" else st.integers(0, 10**12))
        cell(rows, name, "New value").value = value
        note = data.draw(st.one_of(st.none(), st.text(st.sampled_from("abc '\":#{}[],&*!|>%@`-.é"), min_size=1).filter(lambda t: t.strip(" '\"") and "*" not in t and "{" not in t and "}" not in t and t.strip()[0] not in "=+-@")))
        if note:
            cell(rows, name, "Note").value = note
            cell(rows, name, "Note").data_type = "s"
        expected[name] = (value, " ".join(note.split()) if note else None)
    book.save(file)
    done = import_figures("2018-19", file, content=content)
    after = load("2018-19", content, icons.names()).summary
    assert {name: (figure.value, figure.note) for name, figure in after.figures.items() if name in chosen} == expected
    assert {name: f for name, f in after.figures.items() if name not in chosen} == {name: f for name, f in old.figures.items() if name not in chosen}
    assert {change.figure for change in done.changes} == chosen
    new_lines = path.read_text(encoding="utf-8").splitlines()
    rest = [line for line in before.splitlines() if line.strip() not in ("symbol: x", "reason: To be supplied.") and "value:" not in line]
    assert [line for line in new_lines if line in set(rest)] == rest
    assert import_figures("2018-19", file, content=content).changes == []  # once more changes nothing


def test_a_sheet_in_csv_as_other_programs_save_it(year):
    file = export_figures("2018-19", content=year, output=Path("s.csv"))
    text = file.read_text(encoding="utf-8-sig")
    filled = text.replace("year 2018-19,77602,[x],,,,,", 'year 2018-19,"77,602",[x],"81,000",,,,Caf\u00e9 count')
    filled = filled.replace("day 31 March 2019,1294,[x],,,,,", "day 31 March 2019,1294,[x],1300,r,30/04/2019,summary,")
    for encoding, change in (("utf-8", str), ("utf-8-sig", str), ("cp1252", str), ("utf-16", str), ("cp1252", lambda t: t.replace('"81,000"', "81000").replace('"77,602"', "77602").replace(",", ";"))):
        file.write_bytes(change(filled).encode(encoding))
        done = import_figures("2018-19", file, content=year, dry_run=True)
        assert [(c.figure, c.key, c.new) for c in done.changes if c.new] == [
            ("contacts", "value", "81,000"), ("contacts", "note", "Café count"), ("plans", "value", "1,300"), ("plans", "symbol", "r"), ("plans", "as_at", "2019-04-30")], encoding
    file.write_bytes(filled.replace(",", ";").replace('"81;000"', '"81,000"').replace('"77;602"', "77602").encode("utf-8"))
    with pytest.raises(ContentError, match="decimal point"):
        import_figures("2018-19", file, content=year)


HARD = [
    # figure, column, what stands there, part of the message, part of the next step
    ("contacts", "New value", "=SUM(A1:A2)", "holds a formula", "as a value"),
    ("contacts", "New value", dt.datetime(2019, 3, 5), "holds a date (5 March 2019)", "format to Number"),
    ("english", "New value", 0.94, "0.94 may mean 0.94% or 94%", "write 94"),
    ("english", "New value", (0.94, "0%"), "shows 94% and holds 0.94", "write 94"),
    ("contacts", "New value", (0.94, "0.0%"), "shows 94%", "check the number"),
    ("english", "New value", 940, "over 100", "check"),
    ("contacts", "New value", -4, "below zero", "check"),
    ("contacts", "New value", 4.5, "no whole number", "check"),
    ("english", "New value", 33.333333333, "more decimals", "round it"),
    ("contacts", "New value", 12345678901234567, "more digits", "check"),
    ("contacts", "New value", "about 12", "is not a number", "in digits"),
    ("contacts", "New value", "TBC", "is not a number", "choose a symbol"),
    ("contacts", "New value", "1,23", "is not a number", "in digits"),
    ("contacts", "New value", "12%", "is not a number", "in digits"),
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


@pytest.mark.parametrize(("figure", "column", "value", "message", "hint"), HARD, ids=[f"{h[1]}-{h[3][:20]}" for h in HARD])
def test_what_does_not_fit_is_refused_with_its_cell(year, sheet, figure, column, value, message, hint):
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
    assert problem.where == f"sheet.xlsx:{at if message not in ('nothing says why',) else at.replace('G', 'K')}"
    assert (year / "2018-19.yaml").read_bytes() == before


def test_all_of_it_is_told_at_once_and_in_json(year, sheet):
    book, rows = opened(sheet)
    for figure, value in (("contacts", "=1"), ("referrals", "many"), ("plans", dt.datetime(2019, 1, 1))):
        cell(rows, figure, "New value").value = value
    rows["L4"], rows["L5"], rows["M9"] = "Remarks", "hello", "stray"
    rows.merge_cells("G20:G21")
    book.save(sheet)
    done = run("figures", "import", "2018-19", sheet, "--format", "json")
    assert done.exit_code == 1
    told = {(p["code"], p.get("cell")) for p in json.loads(done.stdout)["problems"]}
    assert told >= {("cell", "G5"), ("number", "G6"), ("date", "G14"), ("extra-column", "L4"), ("extra-column", "M9"), ("merged", "G20")}


def test_what_the_content_would_have_wrong_is_told_at_its_cell(year, sheet):
    book, rows = opened(sheet)
    cell(rows, "contacts", "New value").value = 100
    cell(rows, "referrals", "New value").value = 101
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    assert [(p.code, p.where) for p in caught.value.problems] == [("part-over-whole", "sheet.xlsx:G6"), ("funnel-widens", caught.value.problems[1].where)]
    lines = (year / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    assert lines[caught.value.problems[1].place.line - 1] == caught.value.problems[1].place.source  # the file as it is, not as it would be


def test_hidden_rows_and_columns(year, sheet):
    book, rows = opened(sheet)
    rows.row_dimensions[7].hidden = True
    book.save(sheet)
    assert import_figures("2018-19", sheet, content=year).changes == []  # nothing is asked for in it
    rows["G7"] = 5
    rows.column_dimensions["K"].hidden = True
    book.save(sheet)
    with pytest.raises(ContentError) as caught:
        import_figures("2018-19", sheet, content=year)
    assert {(p.code, p.where) for p in caught.value.problems} == {("hidden", "sheet.xlsx:A7"), ("hidden", "sheet.xlsx:K1")}


def test_rows_and_columns_that_are_gone_or_moved(year, sheet):
    book, rows = opened(sheet)
    rows.protection.sheet = False
    rows.delete_rows(6)
    cell(rows, "contacts", "New value").value = 500
    book.create_sheet("Working")["B2"] = 1
    book.save(sheet)
    done = import_figures("2018-19", sheet, content=year, dry_run=True)
    assert [c.figure for c in done.changes] == ["contacts"] * 3
    assert done.notices == ['the sheet "Working" was not read', "the sheet has no row for referrals: left as it is"]
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
    assert (figures["uasc"].value, figures["uasc"].symbol, figures["uasc"].note, figures["uasc"].reason) == (1234, "r", "First counted as 120.", None)
    assert (figures["early-help"].symbol, figures["early-help"].reason) == ("x", "The count is not finished.")
    again = export_figures("2018-19", content=year, output=Path("again.xlsx"))
    book, rows = opened(again)
    cell(rows, "uasc", "Symbol").value, cell(rows, "uasc", "Note").value = "x", "It was wrong."
    book.save(again)
    assert "value   1,234 -> missing [x]" in run("figures", "import", "2018-19", again).output
    uasc = load("2018-19", year, icons.names()).summary.figures["uasc"]
    assert (uasc.value, uasc.symbol, uasc.reason, uasc.note) == (None, "x", "It was wrong.", None)


def test_a_number_in_another_figures_label_does_not_matter(content):
    path = content / "2017-18.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    name: Conferences\n", ""), encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    file = export_figures("2018-19", content=content, output=Path("s.xlsx"))
    book, rows = opened(file)
    assert cell(rows, "conferences", "What it is").value == "Conferences attended by … professionals"
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


# Files that are no sheets

def bomb(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)


def entities(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def large(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(100_000_000)


@pytest.mark.parametrize(("name", "make", "message", "hint"), [
    ("a.xls", lambda f: f.write_bytes(b"\xd0\xcf\x11\xe0"), "neither .xlsx nor .csv", "Save as"),
    ("a.ods", lambda f: f.write_bytes(b"PK"), "neither .xlsx nor .csv", "Save as"),
    ("a.docx", lambda f: f.write_bytes(b"PK"), "neither .xlsx nor .csv", "ends in"),
    ("a.xlsx", lambda f: f.write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600), "old .xls workbook, or one with a password", "save it as"),
    ("a.xlsx", lambda f: f.write_bytes(b""), "damaged", "ask for it again"),
    ("a.xlsx", lambda f: f.write_bytes(b"PK\x03\x04 and no more"), "damaged", "ask for it again"),
    ("a.xlsx", lambda f: f.write_text("Figure,New value"), "damaged", "ask for it again"),
    ("a.csv", lambda f: f.write_bytes(b"PK\x03\x04"), "is a workbook", "ending .xlsx"),
    ("a.csv", lambda f: f.write_bytes(b"a\x00b"), "not a text file", "CSV UTF-8"),
    ("a.xlsx", bomb, "too large|unpacks to more", "without pictures"),
    ("a.xlsx", entities, "damaged", "ask for it again"),
    ("a.xlsx", large, "100,000,000 bytes", "without pictures"),
    ("a.csv", large, "100,000,000 bytes", "without pictures"),
    ("gone.xlsx", lambda f: None, "cannot be read", "check the name"),
    ("folder.csv", lambda f: f.mkdir(), "cannot be read", "check the name"),
])
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
                assert import_figures("2018-19", tmp_path / "broken.xlsx", content=year, dry_run=True).changes == []
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
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    with pytest.raises(ContentError, match="titel"):
        import_figures("2018-19", sheet, content=year)
    with pytest.raises(UsageError):
        import_figures("2019-20", sheet, content=year)

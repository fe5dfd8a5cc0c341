"""One policy page a standard, tied to the code: names that exist, and no clause left out."""

from __future__ import annotations

import ast
import re
import zipfile
from functools import cache
from xml.etree import ElementTree

import pytest

from conftest import ROOT
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.inked import InkedCanvas
from hscb_report.preflight import verapdf
from hscb_report.preflight.standards import STANDARDS
from hscb_report.products import STANDARDS as CLAIMED
from labelled_archive import A3A
from labelled_ua import UA1
from pages import read, tables
from press_faults import FAULTS
from test_labelled import BYTES
from test_preflight import DEFECTS

FOLDER = ROOT / "docs/standards"
PAGE = {
    "ua1": "pdf-ua-1.md",
    "a3a": "pdf-a-3a.md",
    "a2b": "pdf-a-2b.md",
    "x4": "pdf-x-4.md",
}
LINKED = {name: f"]({page})" for name, page in PAGE.items()}
OUR_CANVASES = (ReportCanvas, InkedCanvas)
each = pytest.mark.parametrize("standard", PAGE)


def rows(standard: str) -> list[tuple[str, str]]:
    """Clause and guards of each row of a page."""
    text = read(FOLDER / PAGE[standard])
    return [(row[0], row[2]) for table in tables(text) for row in table[1:] if len(row) == 3]


def named(kind: str, text: str) -> set[str]:
    """The names behind a word, also where several follow it."""
    found = re.findall(rf"\b{kind} ((?:`[^`]+`(?:, | and )?)+)", text)
    return {name for names in found for name in re.findall(r"`([^`]+)`", names)}


@each
def test_each_rule_is_on_its_page_and_each_on_the_page_is_a_rule(standard):
    assert named("rules?", read(FOLDER / PAGE[standard])) == set(STANDARDS[standard])


@each
def test_every_row_says_what_guards_it_or_that_nothing_does(standard):
    guards = re.compile(r"\b(?:rule|canvas|error|test|made by) `|veraPDF|not (?:checked|asked)")
    assert [clause for clause, told in rows(standard) if not guards.search(told)] == []


def test_each_standard_that_is_claimed_has_a_page():
    assert {name for names in CLAIMED.values() for name in names} == set(PAGE)
    assert {path.name for path in FOLDER.glob("*.md")} == {"README.md", *PAGE.values()}
    first = next(tables(read(FOLDER / "README.md")))[1:]
    told = [{name for name, link in LINKED.items() if link in row[1]} for row in first]
    assert told == [set(CLAIMED[purpose]) for purpose in ("screen", "office", "press")]


@cache
def known_tests() -> set[str]:
    """Every test there is."""
    return {
        node.name
        for path in (ROOT / "tests").glob("test_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def functions() -> set[str]:
    """Every function of the package, by module and name."""
    return {
        f"{path.stem}.{node.name}"
        for path in (ROOT / "hscb_report").rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def errors() -> set[str]:
    """Every code of a problem."""
    code = re.compile(r'Problem\(\s*"([a-z-]+)"')
    return {
        name
        for path in (ROOT / "hscb_report").rglob("*.py")
        for name in code.findall(path.read_text(encoding="utf-8"))
    }


@each
def test_names_on_the_page_exist(standard):
    text = read(FOLDER / PAGE[standard])
    assert named("tests?", text) - known_tests() == set()
    assert named("made by", text) - functions() == set()
    assert named("error", text) - errors() == set()
    for name in named("canvas", text):
        assert any(callable(vars(canvas).get(name)) for canvas in OUR_CANVASES), name


@each
def test_every_rule_has_found_a_planted_fault(standard):
    found = {check for _, check, *_ in (*DEFECTS.values(), *FAULTS.values())}
    found |= {check for _, _, check, _ in BYTES.values()}
    found |= {planted.check for planted in (*UA1.values(), *A3A.values())}
    assert set(STANDARDS[standard]) - found == set()


@pytest.mark.parametrize("standard", sorted(verapdf.PROFILES.keys() & PAGE.keys()))
@pytest.mark.skipif(not verapdf.available(), reason="veraPDF is not installed")
def test_no_clause_that_verapdf_judges_is_left_out(standard):
    with zipfile.ZipFile(verapdf._jar()) as jar:
        name = f"org/verapdf/pdfa/validation/{verapdf.PROFILES[standard]}.xml"
        profile = ElementTree.fromstring(jar.read(name))
    judged = {str(node.get("clause")) for node in profile.iter(f"{verapdf._NS}id")}
    told = {clause for clause, guards in rows(standard) if "veraPDF" in guards}
    part_of = {clause: {c for c in judged if f"{c}.".startswith(f"{clause}.")} for clause in told}
    assert judged - set().union(*part_of.values()) == set(), "clauses that no row tells"
    numbered = {clause: found for clause, found in part_of.items() if clause[0].isdigit()}
    assert [clause for clause, found in numbered.items() if not found] == [], "not judged by it"

"""What ``verify`` says and ends with: each row of the guide's table, word by word, with veraPDF
there and not.
"""

from __future__ import annotations

import json
import re

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.cli import app
from hscb_report.preflight import apart, files, verapdf
from hscb_report.preflight.asked import RULES
from hscb_report.preflight.standards import STANDARDS
from hscb_report.preflight.verdict import Checked, Fault
from hscb_report.preflight.verify import verify
from labelled import changed, packet
from labelled_archive import A3A
from labelled_ua import UA1
from pages import read, tables
from test_preflight import DEFECTS

pytestmark = pytest.mark.slow

GUIDE = read(ROOT / "docs/verify.md")
TABLES = list(tables(GUIDE))
BY = "veraPDF (a test)"


def a1b(pdf: pikepdf.Pdf) -> None:
    packet(r"(<pdfaid:part>)3", r"\g<1>1")(pdf)
    packet(r"(<pdfaid:conformance>)A", r"\g<1>B")(pdf)


def only(change, which: str):
    """A change, and no claim but one."""

    def both(pdf: pikepdf.Pdf) -> None:
        change(pdf)
        packet(rf"<{which}:part>.*?</{which}:part>", "")(pdf)

    return both


def nothing(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def silent(pdf: pikepdf.Pdf) -> None:
    """A script that the profile does not look for."""
    A3A["a script by name"].change(pdf)


PEACE = lambda pdf: None  # noqa: E731
PALE = DEFECTS["low contrast"][0]
SKIPPED = DEFECTS["a skipped heading"][0]
UA_ALONE = only(PEACE, "pdfaid")

CASES = {
    "claims PDF/UA-1 and PDF/A-3a, and has no fault": (PEACE, ()),
    "claims PDF/UA-1 and PDF/A-3a, and no fault is found": (PEACE, ()),
    "has a fault that veraPDF finds": (PEACE, (), "ua1"),
    "has a fault that our own checks find": (SKIPPED, ()),
    "has faults beside the standard alone, such as low contrast": (PALE, ()),
    "has a fault that our own checks find and veraPDF does not": (silent, ()),
    "claims only what is not judged, such as PDF/A-1b": (only(a1b, "pdfuaid"), ()),
    "claims PDF/UA-1, which holds, and PDF/A-1b": (a1b, ()),
    "claims PDF/UA-1, which fails, and PDF/A-1b": (a1b, (), "ua1"),
    "claims nothing": (nothing, ()),
    "claims nothing, and is judged by `--standard ua1`": (nothing, ("ua1",), "ua1"),
    "claims PDF/UA-1 and PDF/A-3a, and is judged by `--standard ua1`": (PEACE, ("ua1",)),
    "claims PDF/UA-1 and PDF/A-1b, and is judged by `--standard ua1`": (a1b, ("ua1",)),
    "is larger than is judged": (
        lambda pdf: setattr(pdf.pages[0].obj, "Contents", pdf.make_stream(b" " * 6_000_000)),
        (),
    ),
    "is one that veraPDF stumbles over": (PEACE, (), "crash"),
}


def press(name: str, pressed) -> bytes:
    """The file of a row about PDF/X-4, which claims PDF/A-2b too."""
    changes = {
        "claims PDF/X-4, and no fault is found": PEACE,
        "claims PDF/X-4, and lacks what print shops ask for": lambda pdf: (
            [page.obj.__delitem__("/BleedBox") for page in pdf.pages] and None
        ),
        "claims PDF/X-4, and has a fault": lambda pdf: (
            [page.obj.__delitem__("/TrimBox") for page in pdf.pages] and None
        ),
    }
    return changed(pressed(), changes[name])


def judges(monkeypatch, there: bool, finds: str = "") -> None:
    """veraPDF played: it is there or not, and finds a fault in one standard."""

    def judge(data: bytes, standards: list[str]) -> dict[str, Checked]:
        if finds == "crash":
            raise RuntimeError("veraPDF failed (a test)")
        fault = Fault("7.1-3: Content shall be marked")
        return {
            name: Checked("profile", (fault,) if finds == name else (), by=BY) for name in standards
        }

    monkeypatch.setattr(apart.Judge, "__enter__", lambda judge: files)  # here, where it is played
    monkeypatch.setattr(verapdf, "available", lambda: "a test" if there else "")
    monkeypatch.setattr(verapdf, "judge_by_all", judge)


def run(*arguments: object):
    return CliRunner().invoke(app, ["verify", *map(str, arguments)])


@pytest.mark.parametrize("row", TABLES[0][1:], ids=lambda row: f"{row[0]}; {row[1]}")
def test_each_row_of_the_guide(row, small_pdf, pressed, tmp_path, monkeypatch):
    case, there, said, code = row
    file = tmp_path / "file.pdf"
    standards: tuple[str, ...] = ()
    finds = ""
    if "PDF/X-4" in case:
        file.write_bytes(press(case, pressed))
    elif case == "is no PDF, or asks for a password":
        file.write_bytes(b"Dear board,\n")
    elif case != "cannot be opened":
        change, standards, *rest = CASES[case]
        file.write_bytes(changed(small_pdf, change))
        finds = "".join(rest)
    judges(monkeypatch, there == "there", finds)
    done = run(file, *(word for name in standards for word in ("--standard", name)))
    assert done.exit_code == int(code), done.output
    assert said.strip("`") in done.output
    assert ("holds  " in done.output) <= (there == "there")


def test_every_row_is_a_case():
    told = {row[0] for row in TABLES[0][1:]}
    assert set(CASES) <= told
    assert len(TABLES[0]) > 20


@pytest.mark.parametrize(
    ("kinds", "code"),
    [("ok fails missing", 4), ("ok plain fails", 3), ("ok plain", 6), ("ok ok", 0)],
)
def test_of_several_files_the_gravest_counts(kinds, code, small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, True)
    made = {"ok": small_pdf, "plain": changed(small_pdf, nothing), "fails": b"none"}
    files = []
    for number, kind in enumerate(kinds.split()):
        files.append(tmp_path / f"{number}-{kind}.pdf")
        if kind in made:
            files[-1].write_bytes(made[kind])
    done = run(*files)
    assert done.exit_code == code
    assert all(file.name in done.output for file in files)


def test_without_veraPDF_the_words_are_exact(small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, False)
    monkeypatch.delenv("HSCB_REPORT_COMMAND", raising=False)
    (tmp_path / "file.pdf").write_bytes(small_pdf)
    done = run(tmp_path / "file.pdf")
    found = re.findall(
        r"no fault found  (PDF/\S+) .*; by (\d+) checks, which is not conformance: (\d+) of (\d+) "
        r"rules of the profile were asked",
        done.output,
    )
    assert [name for name, *_ in found] == ["PDF/UA-1", "PDF/A-3a"]
    for (_, made, some, every), standard in zip(found, ("ua1", "a3a"), strict=True):
        kinds = [check.kind for check in STANDARDS[standard].values()]
        assert int(made) == kinds.count("standard")
        assert 0 < int(some) < int(every) == RULES[standard]
    assert "next: pip install hscb-report[verify]" in done.output
    monkeypatch.setenv("HSCB_REPORT_COMMAND", "py run.py")
    assert (
        "next: run this command again where there is a network" in run(tmp_path / "file.pdf").output
    )


def test_a_check_that_stumbles_is_not_counted(small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, False)
    file = tmp_path / "file.pdf"

    def odd(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [Dictionary(Subtype=Name.Text, F=4, Rect=Name.None_)]
        )

    def counted() -> int:
        made = re.search(r"PDF/A-3a .* by (\d+) checks", run(file, "--standard", "a3a").output)
        assert made
        return int(made[1])

    file.write_bytes(small_pdf)
    before = counted()
    file.write_bytes(changed(small_pdf, odd))
    done = run(file, "--standard", "a3a")
    assert "not checked, annotations: the file is damaged or odd here" in done.output
    assert done.exit_code == 6
    assert counted() < before


def test_only_failed_checks_are_named(small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, False)
    (tmp_path / "file.pdf").write_bytes(changed(small_pdf, SKIPPED))
    out = run(tmp_path / "file.pdf", "--standard", "ua1").output
    assert "  headings: page 1: a heading of level 4 follows one of level 1" in out
    named = {name for name in STANDARDS["ua1"] if re.search(rf"\b{name}: ", out)}
    assert named == {"headings"}


def test_a_fault_is_told_by_both(small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, True, "ua1")
    (tmp_path / "file.pdf").write_bytes(changed(small_pdf, SKIPPED))
    out = run(tmp_path / "file.pdf").output
    assert f"FAILS  PDF/UA-1 (accessible), claimed; faults found by {BY}" in out
    assert "profile: 7.1-3: Content shall be marked" in out
    assert "also found by hscb-report, headings: page 1" in out
    assert f"holds  PDF/A-3a (archive), claimed; judged by {BY}, the reference validator" in out


def test_standards_are_named_where_none_is_claimed(small_pdf, tmp_path):
    (tmp_path / "file.pdf").write_bytes(changed(small_pdf, nothing))
    out = run(tmp_path / "file.pdf").output
    assert "name one with --standard: ua1, a2a, a2b, a3a or x4" in out


@pytest.mark.parametrize("name", ["Lang", "Title", "Subtype", "BaseFont", "Alt"])
def test_no_address_of_an_object_is_printed(name, small_pdf):
    """Dictionaries and streams where words should be."""

    def odd(pdf: pikepdf.Pdf) -> None:
        thing = pdf.make_stream(b"x") if name == "Lang" else Dictionary(A=Dictionary())
        for item in list(pdf.objects):
            if isinstance(item, Dictionary) and f"/{name}" in item:
                item[f"/{name}"] = thing
        pdf.Root[f"/{name}"] = thing

    for standard in STANDARDS:
        verdict = verify(changed(small_pdf, odd), [standard])
        said = [verdict.unreadable, *verdict.not_made] + [
            text
            for judged in verdict.judged
            for check in judged.checks
            for text in (check.unmade, *(f.as_text() for f in check.findings))
        ]
        assert not [text for text in said if re.search(r"0x[0-9a-f]|<pikepdf|Object at", text)]


def test_json_has_the_keys_of_the_guide(small_pdf, tmp_path, monkeypatch):
    judges(monkeypatch, False)
    (tmp_path / "file.pdf").write_bytes(changed(small_pdf, SKIPPED))
    (told,) = json.loads(run(tmp_path / "file.pdf", "--format", "json").stdout)
    for table, data in zip(
        TABLES[2:5], (told, told["judged"][0], told["judged"][0]["checks"][0]), strict=True
    ):
        keys = [key for row in table[1:] for key in re.findall(r"`(\w+)`", row[0])]
        assert sorted(keys) == sorted(data)
    assert told["holds"] is False
    assert told["judged"][1]["holds"] is None
    assert told["judged"][1]["outcome"] == "no-fault-found"
    assert told["judged"][1]["reference"] is False
    kinds = {c["name"]: c["kind"] for c in told["judged"][0]["checks"]}
    assert kinds["contrast"] == "WCAG"
    judges(monkeypatch, True)
    (told,) = json.loads(run(tmp_path / "file.pdf", "--format", "json").stdout)
    assert told["judged"][1]["holds"] is True
    assert told["judged"][1]["rules"] == {"asked": RULES["a3a"], "of": RULES["a3a"]}
    assert told["judged"][0]["checks"][0] == {
        "name": "profile",
        "kind": "standard",
        "by": BY,
        "holds": True,
        "not_made": "",
        "findings": [],
    }


@pytest.mark.parametrize(
    ("old", "put", "claims"),
    [
        ("<pdfuaid:part>1</pdfuaid:part>", "<!-- <pdfuaid:part>1</pdfuaid:part> -->", ("a3a",)),
        ("pdfuaid", "uaid", ("ua1", "a3a")),
        ("<pdfuaid:part>1", "<pdfuaid:part>2", ("ua2", "a3a")),
        ("<pdfaid:conformance>A", "<pdfaid:conformance>U", ("ua1", "a3u")),
        (
            "<pdfaid:part>3</pdfaid:part>",
            "<!-- <pdfaid:part>3</pdfaid:part> --><pdfaid:part>1</pdfaid:part>",
            ("ua1", "a1a"),
        ),
        ("<pdfaid:part>3", "<pdfaid:part>3\x0b", ("ua1", "a3a")),
    ],
)
def test_claims_are_read_as_xml(old, put, claims, small_pdf):
    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        put_in = text.replace(old, put)
        pdf.Root.Metadata = pdf.make_stream(put_in.encode(), Type=Name.Metadata, Subtype=Name.XML)

    data = changed(small_pdf, change)
    assert verify(data).claims == claims
    if "\x0b" in put:  # no XML any more
        assert "metadata" in {c.name for c in verify(data, ["ua1"]).judged[0].checks if c.findings}


def test_the_real_reference_validator_has_the_word(small_pdf, tmp_path):
    if not verapdf.available():
        pytest.skip("veraPDF is not installed")
    (tmp_path / "good.pdf").write_bytes(small_pdf)
    assert run(tmp_path / "good.pdf").exit_code == 0
    (tmp_path / "bad.pdf").write_bytes(changed(small_pdf, UA1["two notes of one name"].change))
    done = run(tmp_path / "bad.pdf")
    assert done.exit_code == 3
    assert "profile: 7.9-2: " in done.output

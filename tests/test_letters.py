"""Letters that the fonts do not have are found wherever they stand, and in what was drawn."""

from __future__ import annotations

import re

import pikepdf
import pytest
import yaml
from pikepdf import Array, Dictionary, Name

from conftest import ROOT
from hscb_report.brand import coverage
from hscb_report.brand.coverage import is_drawn, problems_in
from hscb_report.errors import ContentError
from hscb_report.preflight import verapdf
from hscb_report.preflight.verify import verify
from hscb_report.project import check
from hscb_report.summary.tree import read_yaml
from labelled import changed

FILES = (
    "examples/every-block/content/2024-25.yaml",
    "examples/every-block/content/boards/anyshire.yaml",
    "content/2017-18.yaml",
    "content/boards/hscb.yaml",
)
UNDRAWN = ("☃", "２", "😀", "\0", "\ufeff", "\ue000")


def spoiled(data, letter, path=(), keys=None):
    """Content with a letter behind every text and every key of it; ``keys`` takes the paths."""
    if isinstance(data, dict):
        made = {}
        for key, value in data.items():
            here = (*path, f"{key}{letter}")
            keys.append(here)
            made[here[-1]] = spoiled(value, letter, here, keys)
        return made
    if isinstance(data, list):
        return [spoiled(one, letter, (*path, at), keys) for at, one in enumerate(data)]
    keys.append(path)
    return f"{data}{letter}"


@pytest.mark.parametrize("letter", UNDRAWN, ids=ascii)
@pytest.mark.parametrize("file", FILES)
def test_each_text_and_each_key_is_looked_at(file, letter, tmp_path):
    data = yaml.load((ROOT / file).read_text(encoding="utf-8"), yaml.BaseLoader)
    expected: list = []
    text = yaml.dump(spoiled(data, letter, (), expected), allow_unicode=False, width=10_000)
    tree = read_yaml(tmp_path / "spoiled.yaml", text.encode())
    found = problems_in(tree)
    assert {problem.key for problem in found} == set(expected)
    assert len(found) == len(expected)
    assert all(problem.place.line > 0 for problem in found)


@pytest.mark.parametrize(
    ("words", "found"),
    [("👍🏽 👩‍👧 مرحبا", []), ("a\u202eb", ["no-letter"])],
    ids=["seen", "unseen"],
)
def test_words_to_post_may_hold_what_is_seen_and_no_font_here_draws(words, found, tmp_path):
    text = yaml.dump({"social": [{"figure": "a", "post": words}]})
    tree = read_yaml(tmp_path / "one.yaml", text.encode("utf-8"))
    assert [problem.code for problem in problems_in(tree)] == found


@pytest.mark.parametrize("year", ["２０１４", "2014😀", "2014\\0"])
def test_a_year_of_a_series_is_refused_at_its_place(year, content):
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"\b2014: ", lambda _: f'"{year}": ', text, count=1)
    file.write_text(text, encoding="utf-8")
    line = file.read_text(encoding="utf-8").split(f'"{year}"')[0].count("\n") + 1
    with pytest.raises(ContentError) as caught:
        check("2017-18")
    errors = {(p.code, p.place.line) for p in caught.value.problems if p.severity == "error"}
    assert errors == {("no-letter", line)}


def test_a_name_is_drawn_with_a_capital():
    """The capital of ɐ is not in the fonts, though the letter is."""
    assert is_drawn("ɐ") and not is_drawn("ɐ".upper())
    tree = read_yaml(ROOT / "none.yaml", "a: ɐ b\nb: b ɐ\n".encode())
    assert [problem.key for problem in problems_in(tree)] == [("a",)]


def shows(code: int):
    """A file whose text on its first page shows one code more."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        name = next(name for name in page.Resources.Font if "+" in name)
        more = f"/Artifact BMC BT {name} 9 Tf 90 90 Td <{code:02x}> Tj ET EMC".encode()
        page.contents_add(pdf.make_stream(more))

    return change


def told(data: bytes) -> str:
    return " ".join(
        fault.message
        for judged in verify(data).judged
        for one in judged.checks
        if one.name == "letters"
        for fault in one.findings
    )


def test_a_letter_that_an_embedded_font_lacks_is_found(summary_pdf):
    assert told(changed(summary_pdf, shows(0x20))) == ""
    assert ".notdef" in told(changed(summary_pdf, shows(0xFE)))


def composite(leads: bytes | None):
    """A font of two-byte codes in which 5 is shown, and what leads to its glyphs."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        simple = next(font for name, font in page.Resources.Font.items() if "+" in name)
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.A)
        inner.FontDescriptor = simple.FontDescriptor
        inner.CIDSystemInfo = Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
        inner.CIDToGIDMap = Name.Identity if leads is None else pdf.make_stream(leads)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.A)
        font.Encoding, font.DescendantFonts = Name("/Identity-H"), Array([inner])
        font.ToUnicode = pdf.make_stream(b"beginbfrange <0000><00FF><0041> endbfrange")
        page.Resources.Font["/F9"] = pdf.make_indirect(font)
        page.contents_add(pdf.make_stream(b"/Artifact BMC BT /F9 9 Tf <0005> Tj ET EMC"))

    return change


@pytest.mark.parametrize(
    ("leads", "lacks"),
    [(None, False), (b"\0\1" * 9, False), (b"\0\0" * 9, True), (b"\0\1" * 5, True)],
)
def test_a_composite_font_is_looked_into(leads, lacks, summary_pdf):
    assert (".notdef" in told(changed(summary_pdf, composite(leads)))) == lacks


def named(name: str):
    """A font of names, which names one glyph."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([65, Name(name)]))
        pdf.pages[0].Resources.Font["/F9"] = pdf.make_indirect(font)
        pdf.pages[0].contents_add(pdf.make_stream(b"/Artifact BMC BT /F9 9 Tf (A) Tj ET EMC"))

    return change


@pytest.mark.parametrize(("name", "lacks"), [("/B", False), ("/.notdef", True)])
def test_the_name_of_no_glyph_is_found(name, lacks, summary_pdf):
    assert (".notdef" in told(changed(summary_pdf, named(name)))) == lacks


def test_what_cannot_be_drawn_never_passes_our_preflight(content, monkeypatch):
    """Were the letter check to miss one, the build would not go through; and veraPDF agrees."""
    from hscb_report import build, produce

    found: list[bytes] = []
    monkeypatch.setattr(coverage, "problems_in", lambda tree: [])
    monkeypatch.setattr(produce, "_judge", lambda data, *_: found.append(data))
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"\b2014: ", '"２０１４": ', text, count=1), encoding="utf-8")
    build("2017-18", output="made")
    assert ".notdef" in told(found[0])
    if verapdf.available():
        assert verapdf.judge(found[0], "ua1").findings

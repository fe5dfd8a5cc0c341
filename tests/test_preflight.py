"""``verify``: what holds is said to hold, and each planted defect is found by name."""

from __future__ import annotations

import datetime as dt
import io
import re
import time

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from typer.testing import CliRunner

from hscb_report.cli import app
from hscb_report.pdf.facts import Facts
from hscb_report.pdf.finish import finish
from hscb_report.preflight.standards import STANDARDS
from hscb_report.preflight.verify import verify
from labelled import changed, elements

BOTH = ("ua1", "a3a")
FACTS = Facts(
    "Title", "Author", "Subject", "en-GB", dt.datetime(2018, 3, 31, tzinfo=dt.UTC), "a test"
)


def found(data: bytes, *standards: str) -> set[str]:
    """The names of the checks that found something."""
    verdict = verify(data, standards or None)
    assert not verdict.unreadable
    return {check.name for judged in verdict.judged for check in judged.checks if check.findings}


def edit_content(pdf: pikepdf.Pdf, page: int, change) -> None:
    text = pdf.pages[page].Contents.read_bytes().decode("latin-1")
    new = change(text)
    assert new != text
    pdf.pages[page].Contents = pdf.make_stream(new.encode("latin-1"))


@pytest.mark.parametrize(
    "name", ["summary_pdf", "small_pdf", "example_pdf", "large_pdf", "large_example_pdf"]
)
def test_what_is_built_holds_what_it_claims(name, request):
    verdict = verify(request.getfixturevalue(name))
    assert verdict.claims == BOTH
    assert [judged.standard for judged in verdict.judged] == list(BOTH)
    assert verdict.clean, [
        f.as_text() for j in verdict.judged for c in j.checks for f in c.findings
    ]


def set_role(role: str, new: str, which: int = 0):
    return lambda pdf: setattr(elements(pdf, role)[which], "S", Name(f"/{new}"))


def drop(role: str, key: str, which: int = 0):
    def change(pdf):
        del elements(pdf, role)[which][key]

    return change


def each_font(change):
    def run(pdf):
        for item in list(pdf.objects):
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                change(pdf, item)

    return run


def drop_font_file(pdf, font):
    del font.FontDescriptor["/FontFile2"]


def empty_letters(pdf, font):
    codes = font.ToUnicode.read_bytes()
    font.ToUnicode = pdf.make_stream(
        re.sub(rb"(<[0-9A-Fa-f]+>\s*)<[0-9A-Fa-f]+>", rb"\1<0000>", codes)
    )


def reverse_section(pdf):
    section = elements(pdf, "Sect")[2]
    section.K = Array(list(reversed(list(section.K))))


def grey_text(pdf):
    """The introduction's ink, #3D3D3D, made #B0B0B0."""
    edit_content(
        pdf, 0, lambda text: re.sub(r"\.239216 \.239216 \.239216 rg", ".69 .69 .69 rg", text)
    )


def a_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def unlink(pdf):
    for element in elements(pdf, "Link"):
        element.K = Array([kid for kid in element.K if kid.get("/Type") != "/OBJR"])


def mute_links(pdf):
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            del annotation["/Contents"]


def orphan_mark(pdf):
    del elements(pdf, "H1")[0]["/K"]


def crop_outside(pdf):
    pdf.pages[0].obj.CropBox = Array([-10, 0, 700, 900])


def drop_root(key: str):
    def change(pdf):
        del pdf.Root[key]

    return change


def drop_relationship(pdf):
    del pdf.Root.AF[0]["/AFRelationship"]


def short_row(pdf):
    row = elements(pdf, "TR")[3]
    row.K = Array(list(row.K)[:-1])


def _astray(tree):
    """The first two ways back of a page change places."""
    leaf = tree if "/Nums" in tree else tree.Kids[0]
    ways = next(value for value in leaf.Nums if isinstance(value, pikepdf.Array))
    ways[0], ways[1] = ways[1], ways[0]


DEFECTS = {
    "an untagged rectangle": (
        lambda pdf: edit_content(pdf, 1, lambda text: text + "\n100 100 50 50 re f\n"),
        "structure",
    ),
    "a tag that is not in the tree": (orphan_mark, "structure"),
    "a list item outside a list": (set_role("L", "Sect"), "structure"),
    "an unknown structure type": (set_role("P", "Paragraf"), "tagged"),
    "no mark that it is tagged": (drop_root("/MarkInfo"), "tagged"),
    "no structure tree": (drop_root("/StructTreeRoot"), "tagged"),
    "a figure without alternative text": (drop("Figure", "/Alt"), "alt-text"),
    "an empty alternative text": (
        lambda pdf: setattr(elements(pdf, "Figure")[0], "Alt", String("  ")),
        "alt-text",
    ),
    "a skipped heading": (set_role("H2", "H4"), "headings"),
    "no first heading": (set_role("H1", "P"), "headings"),
    "a TH turned TD": (set_role("TH", "TD"), "table-heads"),
    "a TH without scope": (drop("TH", "/A"), "tables"),
    "a table without header cells": (
        lambda pdf: [setattr(cell, "S", Name.TD) for cell in elements(pdf, "TH")] and None,
        "table-heads",
    ),
    "a row that is too short": (short_row, "tables"),
    "no way back into the tree": (
        lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
        "parent-tree",
    ),
    "a way back that leads astray": (
        lambda pdf: _astray(pdf.Root.StructTreeRoot.ParentTree),
        "parent-tree",
    ),
    "no language": (drop_root("/Lang"), "language"),
    "a language that is none": (
        lambda pdf: setattr(pdf.Root, "Lang", String("English, please")),
        "language-tags",
    ),
    "a font that is not embedded": (each_font(drop_font_file), "fonts"),
    "codes without a letter": (each_font(empty_letters), "letters"),
    "a font without ToUnicode": (
        each_font(lambda pdf, font: font.__delitem__("/ToUnicode")),
        "letters",
    ),
    "a wrong reading order": (reverse_section, "reading-order"),
    "low contrast": (grey_text, "contrast"),
    "a link that is not tagged": (unlink, "links"),
    "a link without words": (mute_links, "links"),
    "no metadata": (drop_root("/Metadata"), "metadata"),
    "another title": (
        lambda pdf: setattr(pdf.trailer.Info, "Title", String("Draft 3 final FINAL")),
        "titles",
    ),
    "a title that is not shown": (drop_root("/ViewerPreferences"), "title-shown"),
    "a tab order of its own": (
        lambda pdf: [page.obj.__delitem__("/Tabs") for page in pdf.pages],
        "tab-order",
    ),
    "a box beyond the sheet": (crop_outside, "boxes"),
    "no output intent": (drop_root("/OutputIntents"), "colour"),
    "ink where the intent is for light": (
        lambda pdf: edit_content(
            pdf, 1, lambda text: "/Artifact BMC 1 0 0 0 k 0 0 1 1 re f EMC\n" + text
        ),
        "colour",
    ),
    "a script": (a_script, "actions"),
    "an attachment without relationship": (drop_relationship, "attachments"),
    "an attachment that is not associated": (drop_root("/AF"), "attachments"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_found_by_name(name, small_pdf):
    change, check = DEFECTS[name]
    assert check in found(changed(small_pdf, change), *BOTH)


def test_a_finding_says_where(small_pdf):
    bad = changed(small_pdf, DEFECTS["an untagged rectangle"][0])
    finding = next(
        f for j in verify(bad).judged for c in j.checks if c.name == "structure" for f in c.findings
    )
    assert finding.page == 2
    assert finding.at == pytest.approx((100 * 25.4 / 72, 297 - 150 * 25.4 / 72), abs=0.1)
    assert finding.as_text().startswith(
        "page 2, 35 mm from the left and 244 mm from the top: something is painted"
    )


def test_a_claim_without_content_is_found():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
    out = io.BytesIO()
    pdf.save(out)
    claimed = finish(out.getvalue(), FACTS, BOTH)
    assert verify(claimed).claims == BOTH
    assert {"tagged", "language-tags"} & found(claimed) == {"tagged"}


def test_other_standards_may_be_named(small_pdf):
    assert found(small_pdf, "x4") == {
        "intent",
        "identification",
        "page-boxes",
        "press-colour",
        "bleed-box",
        "colour",
        "actions",
    }
    assert (
        found(changed(small_pdf, DEFECTS["a skipped heading"][0]), "a3a") == set()
    )  # PDF/UA's rule, not PDF/A's
    assert found(small_pdf, "a2a") == {"attachments", "identification"}
    assert set(STANDARDS) == {"ua1", "a2a", "a2b", "a3a", "x4"}


def test_a_file_that_fails_is_not_left_behind(content, monkeypatch):
    """The preflight stands between the written bytes and their place."""
    from hscb_report.pdf import tagging
    from hscb_report.pdf.structure import Element

    whole = tagging.attach

    def without_alt(canvas, root: Element) -> None:
        for element in root.walk():
            element.alt = None
        whole(canvas, root)

    monkeypatch.setattr("hscb_report.editions.write.attach", without_alt)
    done = CliRunner().invoke(app, ["build", "2017-18"])
    assert done.exit_code == 3
    assert "alt-text: page 1" in done.output
    assert not (content.parent / "output").exists()


def cyclic_tree(pdf):
    section = elements(pdf, "Sect")[0]
    section.K.append(pdf.Root.StructTreeRoot.K)


def deep_tree(pdf):
    at = elements(pdf, "Sect")[0]
    for _ in range(3000):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=Array()))
        at.K.append(child)
        at = child


def own_form(pdf):
    form = pdf.make_stream(
        b"/Me Do 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    form.Resources = Dictionary(XObject=Dictionary(Me=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(Me=form)
    edit_content(pdf, 0, lambda text: text + "\n/Me Do\n")


@pytest.mark.parametrize(
    "change",
    [
        cyclic_tree,
        deep_tree,
        own_form,
        lambda pdf: setattr(pdf.Root, "StructTreeRoot", String("none")),
        lambda pdf: setattr(pdf.Root, "Metadata", pdf.make_stream(b"\xff\xfe<x:xmpmeta")),
        lambda pdf: setattr(
            pdf.pages[0].obj, "Contents", pdf.make_stream(b"BT /F9 0 Tf ( Tj ] >> q q q Q 1 2 cm")
        ),
        lambda pdf: setattr(pdf.pages[0].obj, "MediaBox", Array([0, 0, 0, 0])),
        lambda pdf: setattr(pdf.Root, "AF", String("x")),
        lambda pdf: setattr(pdf.pages[0].obj, "Annots", Array([Dictionary(Subtype=Name.Link)])),
    ],
)
def test_an_odd_file_gets_a_verdict(change, small_pdf):
    verdict = verify(changed(small_pdf, change), BOTH)
    assert verdict.unreadable or verdict.judged or verdict.too_large


def test_too_much_content_is_not_read_for_ever(small_pdf):
    began = time.process_time()  # a busy machine is no fault of the code
    bomb = changed(
        small_pdf,
        lambda pdf: setattr(
            pdf.pages[0].obj, "Contents", pdf.make_stream(b"0 0 1 1 re f\n" * 2_000_000)
        ),
    )
    crowd = changed(
        small_pdf,
        lambda pdf: edit_content(
            pdf,
            1,
            lambda text: (
                text
                + "/Artifact BMC "
                + "".join(f"{i % 500} {i // 500} 2 2 re f " for i in range(20_000))
                + "BT /F1+0 9 Tf "
                + "1 0 0 1 90 90 Tm (x) Tj " * 3_000
                + "ET EMC"
            ),
        ),
    )
    verdict = verify(bomb, ["ua1"])
    assert "bytes in one stream" in verdict.too_large
    assert not verdict.clean and not verdict.holds and verdict.outcome == "not-judged"
    assert verify(crowd, ["ua1"]).judged
    assert time.process_time() - began < 10


def test_an_empty_corner_is_no_fault(small_pdf):
    def empty_corner(pdf):
        corner = elements(pdf, "TH")[0]
        corner.S, corner.K = Name.TD, Array()

    assert "tables" not in found(changed(small_pdf, empty_corner), "ua1")


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"\x00" * 1000, b"PK\x03\x04 a Word file"]
)
def test_what_is_no_pdf_is_said_to_be_none(data):
    assert "cannot be read as a PDF" in verify(data).unreadable


def test_a_password_is_named(small_pdf):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(small_pdf)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert verify(out.getvalue()).unreadable == "the file asks for a password"


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_no_damage_ends_in_a_traceback(small_pdf, data):
    damaged = bytearray(small_pdf)
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(damaged))))
    verdict = verify(bytes(damaged[:cut]), BOTH)
    assert verdict.unreadable or verdict.judged

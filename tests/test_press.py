"""What goes to a print shop, judged by the bytes that were written."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pikepdf
import pytest

from hscb_report.pdf.finish import finish
from hscb_report.preflight import plates
from make import FACTS
from pdf import opened, painted, picture

MM = 72 / 25.4
BLEED = 3.0
CASES = [
    ("board", None, False),
    ("board", None, True),
    ("leaflet", "roll", False),
    ("leaflet", "roll", True),
    ("leaflet", "z", True),
    ("booklet", None, False),
    ("booklet", None, True),
]
SIZES = {"board": (210, 297), "leaflet": (297, 210), "booklet": (148, 210)}


def box(page, name: str) -> list[float]:
    """A page's box in mm."""
    return [float(value) / MM for value in page.obj[name]]


@pytest.mark.parametrize(("edition", "fold", "marks"), CASES)
def test_boxes_are_right_on_every_page(edition, fold, marks, pressed):
    """To 0.01 mm: the trim is the ordered size, the bleed 3 mm around it, and the sheet
    holds both.
    """
    for page in opened(pressed(edition, fold, marks)).pages:
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert "/ArtBox" not in page.obj
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx(SIZES[edition], abs=0.01)
        assert [
            trim[0] - bleed[0],
            trim[1] - bleed[1],
            bleed[2] - trim[2],
            bleed[3] - trim[3],
        ] == pytest.approx([BLEED] * 4, abs=0.01)
        around = 13.0 if marks else BLEED
        assert [
            trim[0] - media[0],
            trim[1] - media[1],
            media[2] - trim[2],
            media[3] - trim[3],
        ] == pytest.approx([around] * 4, abs=0.01)


@pytest.mark.parametrize(("edition", "fold", "marks"), CASES)
def test_every_operator_speaks_cmyk(edition, fold, marks, pressed):
    """Read without our interpreter: no RGB, no grey, no shading, no picture; the one other space is
    registration colour.
    """
    pdf = opened(pressed(edition, fold, marks))
    for page in pdf.pages:
        spaces = {
            name: str(space[1]) for name, space in page.Resources.get("/ColorSpace", {}).items()
        }
        assert set(spaces.values()) <= {"/All"}
        assert not page.Resources.get("/XObject")
        seen = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            seen.add(name)
            assert name not in {
                "rg",
                "RG",
                "g",
                "G",
                "sh",
                "sc",
                "SC",
                "BI",
                "Do",
                "BDC",
                "BMC",
                "d1",
            }, name
            if name in ("cs", "CS"):
                assert spaces[str(operands[0])] == "/All"
        assert {"k", "K"} & seen
        assert ("cs" in seen) == marks
        for state in page.Resources.get("/ExtGState", {}).values():
            assert set(state.keys()) <= {"/op", "/OP", "/OPM"}, "no transparency"


def test_black_overprints_and_nothing_else_does(pressed):
    """And all that is black or grey in text is black ink alone."""
    content = painted(pressed())
    texts = [text for one in content for text in one.texts if text.paint.space.family == "CMYK"]
    shapes = [
        shape for one in content for shape in one.shapes if shape.paint.space.family == "CMYK"
    ]
    assert sum(text.paint.is_black for text in texts) > 40
    assert any(text.paint.is_blank for text in texts)
    for item in (*texts, *shapes):
        assert item.overprint == (item.paint.parts == (0, 0, 0, 1)), (
            item.words if hasattr(item, "words") else item.box
        )
    assert any(shape.paint.is_black and not shape.filled for shape in shapes), "rules are black too"


def test_the_intent_is_fogra39_and_shared(pressed):
    pdf = opened(pressed())
    press, archive = pdf.Root.OutputIntents
    assert (press.S, archive.S) == ("/GTS_PDFX", "/GTS_PDFA1")
    assert press.DestOutputProfile.objgen == archive.DestOutputProfile.objgen
    assert str(press.OutputConditionIdentifier) == "FOGRA39"
    profile = bytes(press.DestOutputProfile.read_bytes())
    assert len(profile) == 121_368
    assert (profile[12:16], profile[16:20]) == (b"prtr", b"CMYK")


def test_a_press_file_says_what_it_is(pressed):
    data = pressed()
    pdf = opened(data)
    assert data.startswith(b"%PDF-1.6")
    assert pdf.docinfo.Trapped == "/False"
    xmp = pdf.Root.Metadata.read_bytes().decode("utf-8")
    for said in (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
        "<pdfaid:part>2<",
        "<pdfaid:conformance>B<",
        "<pdf:Trapped>False<",
        "<xmpMM:VersionID>1<",
        "<xmpMM:RenditionClass>default<",
    ):
        assert said in xmp
    assert re.search(r"<xmpMM:DocumentID>uuid:[0-9a-f-]{36}<", xmp)
    assert not {"/StructTreeRoot", "/MarkInfo", "/AF", "/Names", "/Outlines", "/OpenAction"} & set(
        pdf.Root.keys()
    )
    assert all("/Annots" not in page.obj for page in pdf.pages)


@pytest.mark.parametrize(("edition", "fold", "marks"), CASES)
def test_qpdf_finds_the_file_sound(edition, fold, marks, pressed):
    assert opened(pressed(edition, fold, marks)).check_pdf_syntax() == []


def test_no_two_files_have_one_identity(pressed):
    """Print portals tell jobs apart by it."""
    files = [opened(pressed(*case)) for case in CASES]
    found = {re.search(rb"uuid:[0-9a-f-]{36}", pdf.Root.Metadata.read_bytes())[0] for pdf in files}
    assert len(found) == len(CASES)


def test_marks_stand_outside_the_bleed_on_every_plate(pressed):
    for page, content in zip(opened(pressed()).pages, painted(pressed()), strict=True):
        bleed = [float(value) for value in page.BleedBox]
        marks = [item for item in content.items if item.paint.inks and "All" in item.paint.inks]
        assert len(marks) > 20
        for mark in marks:
            assert (
                mark.box[2] <= bleed[0]
                or mark.box[0] >= bleed[2]
                or mark.box[3] <= bleed[1]
                or mark.box[1] >= bleed[3]
            )


@pytest.mark.parametrize(("fold", "panels"), [("roll", (97, 100, 100)), ("z", (99, 99, 99))])
def test_panels_lie_back_to_back(fold, panels, pressed):
    """Fold marks of the front, and those of the back seen through the paper, are the same columns
    of pixels.
    """
    dpi = 200
    columns = []
    for number in (0, 1):
        seen = picture(pressed("leaflet", fold), number, dpi)
        seen = seen[:, ::-1] if number else seen
        strip = seen[
            -round(8.2 / 25.4 * dpi) : -round(4.3 / 25.4 * dpi)
        ]  # the lower marks; the slug line is above
        columns.append(
            [x for x in range(strip.shape[1]) if (strip[:, x].min(axis=1) < 200).mean() > 0.3]
        )
    edges = [
        (13 + edge) / 25.4 * dpi for edge in (0, panels[0], panels[0] + panels[1], sum(panels))
    ]
    for found in columns:
        for edge in edges:
            assert any(abs(x - edge) <= 2 for x in found), (edge, found)


def test_the_same_content_gives_the_same_bytes(pressed, tmp_path, monkeypatch):
    """Also where Python comes with another zlib, as it does on Windows from 3.14."""
    from conftest import ROOT
    from hscb_report import build

    first, compress = pressed(), zlib.compress
    monkeypatch.setattr(zlib, "compress", lambda data, *_: compress(data, 1))
    again = build(
        "2017-18",
        content=ROOT / "content",
        output=tmp_path,
        editions=["leaflet"],
        purpose="press",
        marks=True,
        proof=True,
    )
    assert again[0].path.read_bytes() == first


@pytest.mark.skipif(not plates.program(), reason="Ghostscript is not installed")
def test_plates(pressed):
    """Ghostscript's separations: the running text is on the black plate alone, ink is far below the
    limit, grounds are inked to the edge.
    """
    data = pressed()
    made = plates.checks(data)
    assert [f.as_text() for check in made for f in check.findings] == []
    for number, (page, made) in enumerate(
        zip(opened(data).pages, plates.separated(data), strict=True)
    ):
        assert set(made) == {"Cyan", "Magenta", "Yellow", "Black"}
        bleed = [round(float(value) / 72 * plates.DPI) for value in page.BleedBox]
        height = made["Black"].shape[0]
        inside = {
            name: plate[height - bleed[3] + 1 : height - bleed[1] - 1, bleed[0] + 1 : bleed[2] - 1]
            for name, plate in made.items()
        }
        assert 150 < sum(inside.values()).max() <= 300
        solid = inside["Black"] > 97
        assert solid.sum() > 2000, "text"
        tints = {"Cyan": 8, "Magenta": 4, "Yellow": 0}  # the most a ground below black text has
        assert all((inside[name][solid] <= most + 2).mean() > 0.999 for name, most in tints.items())
        assert inside["Cyan"][0].min() > 70, (
            f"side {number + 1} is inked to the upper edge of the bleed"
        )


@pytest.mark.parametrize(
    ("standards", "why"),
    [
        (("ua1",), "asks for tags"),
        (("a3a",), "asks for tags"),
        (("a2b",), "builds on PDF/X-4"),
        (("a2b", "x4"), "name that first"),
    ],
)
def test_a_file_is_not_finished_for_what_it_cannot_hold(standards, why):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = BytesIO()
        pdf.save(out)
    with pytest.raises(ValueError, match=re.escape(why)):
        finish(out.getvalue(), FACTS, standards)

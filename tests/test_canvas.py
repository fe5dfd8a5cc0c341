"""The canvas refuses what a conforming file may not hold, where it is drawn."""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pytest
from reportlab.lib.colors import Color, red
from reportlab.lib.rl_accel import fp_str

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.pdf.canvas import CanvasMisuse, ReportCanvas
from hscb_report.pdf.colour import REGISTRATION
from hscb_report.pdf.leaf import Leaf, Reach
from hscb_report.pdf.path import number
from hscb_report.pdf.structure import Element
from hscb_report.pdf.tagging import attach
from hscb_report.summary.board import Board
from pdf import opened

BOARD = Board(name="A board")


@pytest.fixture
def canvas() -> ReportCanvas:
    return ReportCanvas(BytesIO(), Brand(BOARD), (200, 100), "en-GB")


@pytest.mark.parametrize("ink", ["primary", "red", red, Color(0, 0, 0), (0, 0, 0), (0, 0, 0, 1), 0])
def test_a_colour_that_is_no_ink_is_refused(canvas, ink):
    with pytest.raises(CanvasMisuse, match="no ink of the brand"):
        canvas.setFillColor(ink)
    with pytest.raises(CanvasMisuse, match="no ink of the brand"):
        canvas.setStrokeColor(ink)
    with pytest.raises(CanvasMisuse, match="no ink of the brand"):
        canvas.beginText().setFillColor(ink)


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.setFillGray(0.5),
        lambda c: c.setStrokeGray(0.5),
        lambda c: c.setFillColorRGB(1, 0, 0),
        lambda c: c.setFillColorCMYK(1, 0, 0, 0),
    ],
)
def test_raw_colours_are_refused(canvas, call):
    with pytest.raises(CanvasMisuse):
        call(canvas)


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.rect(0, 0, 1, 1),
        lambda c: c.line(0, 0, 1, 1),
        lambda c: c.roundRect(0, 0, 9, 9, 1),
        lambda c: c.drawString(0, 0, "x"),
        lambda c: c.drawPath(c.beginPath()),
        lambda c: c.draw_icon("home", 0, 0, 10),
    ],
)
def test_painting_outside_a_tag_is_refused(canvas, call):
    with pytest.raises(CanvasMisuse, match="outside a tag"):
        call(canvas)
    with canvas.artifact():
        call(canvas)


@pytest.mark.parametrize(
    "name",
    [
        "drawImage",
        "drawInlineImage",
        "doForm",
        "linearGradient",
        "radialGradient",
        "grid",
        "circle",
        "ellipse",
    ],
)
def test_pixels_forms_and_gradients_are_refused(canvas, name):
    with canvas.artifact(), pytest.raises(CanvasMisuse, match="not drawn by this canvas"):
        getattr(canvas, name)("x", 0, 0)


def test_marked_content_does_not_nest(canvas):
    with (
        canvas.artifact(),
        pytest.raises(CanvasMisuse, match="does not nest"),
        canvas.tagged(Element("P")),
    ):
        pass


def test_an_element_over_two_pages_is_one_element_with_two_contents():
    out = BytesIO()
    brand = Brand(BOARD)
    canvas = ReportCanvas(out, brand, (200, 100), "en-GB")
    document = Element("Document")
    paragraph = document.add("P")
    for _ in range(2):
        with canvas.tagged(paragraph):
            canvas.setFillColor(brand.ink("text"))
            canvas.drawString(10, 10, "words")
        canvas.showPage()
    attach(canvas, document)
    canvas.save()
    pdf = opened(out.getvalue())
    kids = pdf.Root.StructTreeRoot.K.K[0].K
    assert [
        (pdf.pages[i].obj.objgen == kid.Pg.objgen, int(kid.MCID)) for i, kid in enumerate(kids)
    ] == [(True, 0), (True, 0)]
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert [int(numbers[0]), int(numbers[2])] == [0, 1]
    assert numbers[1][0].S == numbers[3][0].S == "/P"


@pytest.mark.parametrize(
    ("purpose", "operator", "count"), [(Purpose.SCREEN, "rg", 3), (Purpose.PRESS, "k", 4)]
)
def test_the_purpose_decides_the_colour_space(purpose, operator, count):
    out = BytesIO()
    brand = Brand(BOARD, purpose)
    canvas = ReportCanvas(out, brand, (200, 100), "en-GB")
    canvas.start_at(0, 0)
    with canvas.artifact():
        canvas.setFillColor(brand.ink("primary-text"))
        canvas.rect(0, 0, 10, 10, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    pdf = opened(out.getvalue())
    found = [
        operands
        for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
        if str(op) == operator
    ]
    assert {len(operands) for operands in found} == {count}
    expected = (
        [0.95, 0.57, 0, 0.51] if purpose is Purpose.PRESS else [0x12 / 255, 0x43 / 255, 0x6D / 255]
    )
    assert [float(value) for value in found[-1]] == pytest.approx(expected, abs=0.001)


@pytest.fixture
def press(tmp_path):
    """A canvas for a press, its page begun."""
    canvas = ReportCanvas(BytesIO(), Brand(BOARD, Purpose.PRESS), (200, 100), "en-GB")
    canvas.start_at(0, 0)
    return canvas


@pytest.mark.parametrize(
    "draw",
    [
        lambda c: c.setFillColorRGB(1, 0, 0),
        lambda c: c.setStrokeColorRGB(1, 0, 0),
        lambda c: c.setFillColorCMYK(1, 0, 0, 0),
        lambda c: c.setFillGray(0.5),
        lambda c: c.setStrokeGray(0.5),
        lambda c: c.setFillAlpha(0.5),
        lambda c: c.setStrokeAlpha(0.5),
        lambda c: c.setFillColor("red"),
        lambda c: c.setFillColor((1, 0, 0)),
        lambda c: c.drawImage("a.png", 0, 0),
        lambda c: c.linearGradient(0, 0, 1, 1, ()),
        lambda c: c.beginText().setFillColor("red"),
        lambda c: c.beginText().setFillColorRGB(0, 0, 0),
    ],
)
def test_a_press_page_takes_nothing_but_its_inks(draw, press):
    with press.artifact(), pytest.raises(CanvasMisuse):
        draw(press)


def test_a_press_page_is_begun_with_ink():
    canvas = ReportCanvas(BytesIO(), Brand(BOARD, Purpose.PRESS), (200, 100), "en-GB")
    with canvas.artifact(), pytest.raises(CanvasMisuse, match="start_at"):
        canvas.rect(0, 0, 1, 1, stroke=0, fill=1)


def test_registration_colour_is_for_a_press_alone(canvas):
    with canvas.artifact(), pytest.raises(CanvasMisuse):
        canvas.setFillColor(REGISTRATION)


def test_a_spot_ink_is_a_separation_with_its_alternate():
    board = Board.model_validate(
        {
            "name": "A board",
            "brand": {
                "colours": {
                    "primary": {"srgb": "#12436D", "cmyk": [83, 39, 0, 57], "spot": "PANTONE 540 C"}
                }
            },
        }
    )
    out = BytesIO()
    brand = Brand(board, Purpose.PRESS)
    canvas = ReportCanvas(out, brand, (200, 100), "en-GB")
    canvas.start_at(0, 0)
    with canvas.artifact():
        canvas.setFillColor(brand.ground("primary"))
        canvas.rect(0, 0, 10, 10, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    pdf = opened(out.getvalue())
    (space,) = pdf.pages[0].Resources.ColorSpace.values()
    assert [str(part) for part in space[:3]] == ["/Separation", "/PANTONE 540 C", "/DeviceCMYK"]
    assert b"0.83 mul" in space[3].read_bytes()
    assert ["scn"] == [
        str(op)
        for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
        if str(op) in ("scn", "rg", "g")
    ]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (3.0, (-3, 90, 203, 13)),
        (0.0, (0, 90, 200, 10)),
        (-2.0, (2, 90, 198, 8)),
        (-6.0, (6, 84, 194, 10)),
    ],
)
def test_grounds_reach_past_the_edges_they_touch(amount, expected):
    """A bar along the upper edge, from the left edge to the fold at the right: into the bleed, or
    short of what a printer reaches.
    """
    leaf = Leaf(0, 0, 200, 100, 1.0, Reach(left=amount, bottom=amount, right=0, top=amount))
    assert leaf.reached(0, 90, 0, 90, 200, 10) == pytest.approx(expected)
    assert leaf.reached(20, 20, 20, 20, 5, 5) == (20, 20, 5, 5)


def test_numbers_of_paths_are_written_as_reportlab_writes_them():
    some = random.Random(7)
    edges = [
        sign * share * 10.0**power
        for power in range(-9, 9)
        for share in (1, 0.9999999999999999, 1.0000000000000002, 0.9999995, 0.5, 9.99999949)
        for sign in (1, -1)
    ]
    drawn = [some.uniform(-2000, 2000) for _ in range(5000)]
    for value in (*edges, *drawn, 0, -0.0, 7, 1200):
        assert number(value) == fp_str(value)

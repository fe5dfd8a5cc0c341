"""``verify --standard x4``: each fault planted in a good press file is found by name, and a near
miss is not.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from hscb_report.preflight import plates
from hscb_report.preflight.verify import verify
from labelled import changed
from press_changes import MIDDLE, at, each, found, image, paint, text
from press_faults import FAULTS


def test_the_good_file_is_good(pressed):
    for file in (
        pressed(),
        pressed("leaflet", "z"),
        pressed("board"),
        pressed("booklet"),
        pressed("leaflet", "roll", False),
    ):
        assert found(file) == {}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_by_name(name, pressed):
    change, check, said = FAULTS[name]
    faults = found(changed(pressed(), change))
    assert check in faults, faults
    assert any(said in finding for finding in faults[check]), faults


@pytest.mark.parametrize(
    "change",
    [
        paint(f".8 .7 .6 .8 k {MIDDLE} f"),
        paint("0 0 0 1 K .25 w 360 300 m 420 300 l S"),
        paint("q 72 0 0 72 400 300 cm /Im Do Q", XObject={"Im": image(300)}),
        paint(f".5 0 0 0 k {at(-3, 60, 30, 20)} f"),
        paint(
            f"/Sp cs 1 scn {MIDDLE} f",
            ColorSpace={
                "Sp": Array(
                    [
                        Name.Separation,
                        Name("/PANTONE 540 C"),
                        Name.DeviceCMYK,
                        Dictionary(
                            FunctionType=2,
                            Domain=[0, 1],
                            C0=[0, 0, 0, 0],
                            C1=[1, 0.57, 0.12, 0.66],
                            N=1,
                        ),
                    ]
                )
            },
        ),
        text(6, "0 0 0 1 k"),
        text(12, ".83 .39 0 .57 k"),
        text(12, "0 0 0 1 k", x=5.2),
        paint(f"0 0 0 0 k {at(-3, 60, 30, 20)} f"),
    ],
    ids=[
        "290% of ink",
        "a line of 0.25 pt",
        "a picture of 300 dpi",
        "a ground into the bleed",
        "a spot ink",
        "6 pt in black",
        "a dark blue text",
        "5.2 mm from the trim",
        "white",
    ],
)
def test_near_misses_are_not_found(change, pressed):
    assert found(changed(pressed(), change)) == {}


def test_a_finding_says_where_it_is(pressed):
    faults = found(changed(pressed(), paint(f"1 0 0 rg {MIDDLE} f", page=1)))
    assert (
        faults["press-colour"][0]
        == "page 2, 133 mm from the left and 103 mm from the top: a shape of 20 × 20 mm is "
        "coloured by RGB, not by CMYK or a spot ink"
    )


@pytest.mark.skipif(not plates.program(), reason="Ghostscript is not installed")
@pytest.mark.parametrize(
    ("operators", "check", "said"),
    [
        (f".9 .8 .8 .9 k {MIDDLE} f", "ink", "340%"),
        (f".5 0 0 0 k {at(0, 60, 30, 20)} f", "bleed", "left side"),
    ],
)
def test_plates_find_it_too(operators, check, said, pressed):
    made = plates.checks(changed(pressed(), paint(operators)))
    findings = {one.name: [f.as_text() for f in one.findings] for one in made}
    assert any(said in finding for finding in findings[check]), findings


def test_a_file_without_press_data_is_judged_and_not_crashed_on(summary_pdf):
    assert {"intent", "page-boxes", "press-colour", "identification"} <= set(found(summary_pdf))


def test_a_form_that_shows_itself_ends(pressed):
    def loop(pdf: pikepdf.Pdf) -> None:
        own = pdf.make_indirect(
            pdf.make_stream(
                b"/Fm Do 1 0 0 rg 0 0 1 1 re f",
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, 9, 9]),
            )
        )
        own.Resources = Dictionary(XObject=Dictionary(Fm=own))
        paint("/Fm Do", XObject={"Fm": own})(pdf)

    assert "press-colour" in found(changed(pressed(), loop))


def test_what_was_not_looked_for_is_said(pressed, summary_pdf):
    def forget(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page.obj["/PieceInfo"]

    assert any(
        "where the sheet is folded" in note
        for note in verify(changed(pressed(), forget), ["x4"]).not_made
    )
    assert not verify(pressed("board"), ["x4"]).not_made

    def other(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(
            pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-3")
        )

    assert any("--standard x4" in note for note in verify(changed(pressed(), other)).not_made)


@pytest.mark.skipif(not plates.program(), reason="Ghostscript is not installed")
def test_plates_of_a_turned_page_are_upright(pressed):
    turned = changed(pressed(), each(lambda page: page.obj.__setitem__("/Rotate", 90)))
    assert all(check.clean for check in plates.checks(turned))


def test_many_faults_of_a_kind_are_summed_up(pressed):
    many = " ".join(f"1 0 0 rg {at(120 + i, 100, 0.9, 5)} f" for i in range(20))
    findings = found(changed(pressed(), paint(many)))["press-colour"]
    assert len(findings) == 6
    assert findings[-1] == "page 1: 15 more things are coloured so"


def test_pages_that_lie(pressed):
    """Boxes that are no boxes, folds that are no numbers: a verdict, not a crash."""

    def lie(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.TrimBox = Array([0, 0, Name.Never, 5])
        pdf.pages[1].obj.PieceInfo = Dictionary(
            HscbReport=Dictionary(Private=Dictionary(Folds=Array([Name.No])))
        )

    out = io.BytesIO(changed(pressed(), lie)).getvalue()
    verdict = verify(out, ["x4"])
    assert not verdict.clean
    assert any(check.unmade for check in verdict.judged[0].checks)

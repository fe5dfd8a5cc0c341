"""Inks are those that print the colour: measured through the profile of the press files, on the
written bytes.
"""

from __future__ import annotations

import io
import re
import shutil

import pikepdf
import pytest
from PIL import Image, ImageCms

from conftest import ROOT
from framed import in_folder
from hscb_report import build, check
from hscb_report.brand import profile
from hscb_report.brand.colours import Colour
from hscb_report.brand.palette import palette
from hscb_report.brand.vision import difference
from hscb_report.preflight import printed as judged


@pytest.mark.parametrize(
    ("srgb", "inks"),
    [
        ("#12436D", (96, 58, 4, 50)),
        ("#28A197", (75, 5, 43, 11)),
        ("#801650", (16, 100, 1, 51)),
        ("#F46A25", (0, 71, 97, 1)),
        ("#2073BC", (85, 50, 0, 3)),
        ("#FFFFFF", (0, 0, 0, 0)),
    ],
)
def test_inks_are_those_that_were_measured(srgb, inks):
    """Within what rounding, and leaving out traces of an ink, make of them."""
    assert profile.inks(srgb) == pytest.approx(inks, abs=4.5)
    assert Colour.of(srgb).off < 2.5


@pytest.mark.parametrize("srgb", ["#000000", "#1D1D1B", "#3D3D3D", "#555555", "#808080", "#22252A"])
def test_greys_and_blacks_are_of_black_ink_alone(srgb):
    cyan, magenta, yellow, black = profile.inks(srgb)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0


def test_no_mix_takes_more_than_uncoated_stock_dries_or_is_a_rich_black():
    for red in range(0, 256, 15):
        for green in range(0, 256, 51):
            for blue in range(0, 256, 51):
                colour = Colour.of(f"#{red:02X}{green:02X}{blue:02X}")
                assert colour.total_ink <= 280, colour
                assert not colour.is_rich_black, colour


def test_what_is_printed_in_several_inks_passes_the_check_of_black_type():
    """The brand's line between black and a colour is the stricter one."""
    assert profile.DARK >= judged.DARK
    assert profile.NEUTRAL > judged.NEUTRAL


def set_colours(pdf: pikepdf.Pdf) -> list[list[tuple[float, ...]]]:
    """Of each page the colours that are set, in their order: of three parts or of four."""
    operators = {"rg", "RG", "k", "K"}
    return [
        [
            tuple(float(value) for value in operands)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in operators
        ]
        for page in pdf.pages
    ]


def on_screen(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def proofed(pdf: pikepdf.Pdf):
    """From inks to what the file's own profile makes of them, on white paper."""
    data = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(io.BytesIO(data)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )

    def shown(parts: tuple[float, ...]) -> str:
        dot = Image.new("CMYK", (1, 1), tuple(round(255 * part) for part in parts))
        return on_screen(tuple(p / 255 for p in ImageCms.applyTransform(dot, transform).tobytes()))

    return shown


def files(tmp_path, edition: str, colours: str = "") -> dict[str, pikepdf.Pdf]:
    """An edition of 2017-18 for screens and for a press, under the board's colours or others."""
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    if colours:
        file = content / "boards/hscb.yaml"
        head = file.read_text(encoding="utf-8").partition("brand:")[0]
        file.write_text(f"{head}brand: {{colours: {colours}}}\n", encoding="utf-8")
    made = {}
    for purpose in ("screen", "press"):
        out = tmp_path / purpose
        build("2017-18", content=content, output=out, editions=[edition], purpose=purpose)
        (path,) = out.glob("*.pdf")
        made[purpose] = pikepdf.open(path)
    return made


def is_type(srgb: str) -> bool:
    """Running text, words on a light band and hairlines: black ink alone, as dark as it gets."""
    return srgb in {"#3D3D3D", "#1D1D1D"} or srgb in {
        palette({"primary": Colour.of(one)})["rule"].srgb for one in ("#12436D", "#FFD500")
    }


def furthest(made: dict[str, pikepdf.Pdf]) -> tuple[float, int]:
    """The greatest difference between a colour on the screen and what stands at its place in print,
    and how many colours were compared.
    """
    shown = proofed(made["press"])
    seen = set()
    for screen, press in zip(*map(set_colours, (made["screen"], made["press"])), strict=True):
        start = len(press) - len(screen)  # what a page of a press begins with
        assert 0 <= start <= 2
        seen |= {
            (on_screen(one), shown(other)) for one, other in zip(screen, press[start:], strict=True)
        }
    compared = [pair for pair in seen if not is_type(pair[0])]
    return max(difference(*pair) for pair in compared), len(compared)


@pytest.mark.parametrize("colours", ["", '{primary: "#FFD500"}'])
def test_every_colour_of_a_press_file_looks_like_that_on_the_screen(colours, tmp_path):
    """At its place: the same code sets the colours of both in the same order."""
    most, count = furthest(files(tmp_path, "board", colours))
    assert most <= 5
    assert count >= 10


def test_inks_by_the_plain_formula_would_be_found(tmp_path):
    inks = '{third-text: {srgb: "#1A6F68", cmyk: [77, 0, 6, 56]}}'
    most, _ = furthest(files(tmp_path, "board", inks))
    assert most > 10


def test_a_press_leaflet_has_the_colours_of_the_screens(tmp_path):
    """Its panels stand in another order on two sheets, so colours are sought anywhere."""
    made = files(tmp_path, "leaflet")
    shown = proofed(made["press"])
    screen = {on_screen(one) for page in set_colours(made["screen"]) for one in page}
    press = {shown(one) for page in set_colours(made["press"]) for one in page}
    for one in (one for one in screen if not is_type(one)):
        assert min(difference(one, other) for other in press) <= 5, one
    black = shown((0.0, 0.0, 0.0, 1.0))
    for other in press - {black}:
        assert min(difference(one, other) for one in screen) <= 5, other


BOARD = """# the board's file
brand:
  colours:
    {colour}
---
# the year's file
sections:
  - {{heading: Our year, blocks: [{{kind: text, text: Words.}}]}}
"""


def said(colour: str, folder) -> list[str]:
    content = in_folder(BOARD.format(colour=colour), folder)
    return [problem.as_text() for problem in check("2017-18", content=content)]


def test_inks_of_another_colour_are_told_with_those_that_are_right(tmp_path):
    (told,) = said('second: {srgb: "#801650", cmyk: [0, 83, 38, 50]}', tmp_path)
    assert "the inks of second do not print #801650" in told
    assert re.search(r"a difference of 1[0-3]\.\d;", told)
    assert "write cmyk: [15, 100, 0, 51], or leave cmyk out" in told


def test_a_colour_that_no_inks_print_is_told(tmp_path):
    (told,) = said('primary: "#00FF00"', tmp_path)
    assert "no inks of a press print #00FF00" in told


def test_following_the_step_is_enough(tmp_path):
    assert said('second: {srgb: "#801650", cmyk: [15, 100, 0, 51]}', tmp_path) == []


def test_near_inks_are_the_boards_own_affair(tmp_path):
    assert said('primary: {srgb: "#12436D", cmyk: [100, 60, 0, 50]}', tmp_path) == []

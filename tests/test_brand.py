"""Colours, contrast, fonts and icons."""

from __future__ import annotations

import pytest

from conftest import ROOT
from hscb_report.brand import coverage, fonts, icons
from hscb_report.brand.brand import Brand, Ink, problems_in
from hscb_report.brand.colours import Colour
from hscb_report.brand.contrast import failures, ratio
from hscb_report.brand.palette import palette
from hscb_report.brand.typography import FLOOR, NUMERALS, SCALE, Type
from hscb_report.summary.board import Board
from hscb_report.summary.tree import read_yaml

BOARD = Board(name="A board")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#12436D", 10.25),
        ("#28A197", 3.17),
        ("#801650", 9.77),
        ("#F46A25", 3.03),
        ("#3D3D3D", 10.86),
        ("#000000", 21.0),
        ("#FFFFFF", 1.0),
    ],
)
def test_contrast_with_white_is_what_the_analysis_function_publishes(colour, expected):
    assert ratio(colour, "#FFFFFF") == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "board", ["content/boards/hscb.yaml", "examples/every-block/content/boards/anyshire.yaml"]
)
def test_the_boards_colours_pass(board):
    tree = read_yaml(ROOT / board)
    assert problems_in(Board.model_validate(tree.data), tree) == []


def test_an_unmeasured_pair_is_not_handed_out():
    brand = Brand(BOARD)
    with pytest.raises(LookupError):
        brand.ink("third", on="paper")
    with pytest.raises(KeyError):
        brand.ground("no-such-token")


def test_a_low_contrast_is_found():
    brand = {**palette({}), "text": Colour("#999999", (0, 0, 0, 40))}
    assert {(pair.ink, pair.ground) for pair in failures(brand)} == {
        ("text", "paper"),
        ("text", "card"),
        ("text", "tint"),
        ("text", "track"),
        ("text", "scale-light"),
        ("text", "scale-middle"),
    }


def test_the_common_letters_are_in_every_weight():
    missing = [chr(c) for c in coverage.COMMON if c not in coverage.supported()]
    assert missing == []


def test_digits_are_of_one_width():
    for face in fonts.FILES:
        style = Type(face, 10, 12)
        assert len({round(fonts.width(digit, style), 3) for digit in "0123456789"}) == 1


def test_wrapped_lines_fit_and_lose_nothing():
    text = "unaccompanied counterintelligences of the local authority"
    for width in (20, 40, 80, 300):
        lines = fonts.wrap(text, SCALE["body"], width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(fonts.width(line, SCALE["body"]) <= width for line in lines)


def test_the_scale_keeps_the_floor():
    assert min(style.size for style in SCALE.values()) == FLOOR
    assert min(style.size for style in NUMERALS) >= 18


def test_every_icon_has_an_outline_within_its_square():
    assert len(icons.names()) > 50
    for name in icons.names():
        points = [p for _, segment in icons.outline(name) for p in segment]
        assert points, name
        assert all(-1 <= x <= 961 and -1 <= y <= 961 for x, y in points), name
    with pytest.raises(KeyError):
        icons.outline("no-such-icon")


def test_icons_and_fonts_keep_their_licences():
    assert "SIL OPEN FONT LICENSE" in (ROOT / "fonts/OFL.txt").read_text(encoding="utf-8")
    folder = ROOT / "hscb_report/brand/icons"
    assert "Apache License" in (folder / "LICENSE").read_text(encoding="utf-8")
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert all(f"| {name} |" in listed for name in icons.names())


def test_ink_is_a_name():
    assert Brand(BOARD).ink("primary-text") == Ink("primary-text")


def board_problems(tmp_path, colours: str) -> list:
    """What is wrong with a board file that has these colours."""
    file = tmp_path / "board.yaml"
    file.write_text(f"name: A board\nbrand:\n  colours:\n{colours}", encoding="utf-8")
    tree = read_yaml(file)
    return problems_in(Board.model_validate(tree.data), tree)


@pytest.mark.parametrize(
    ("colours", "code", "line", "said"),
    [
        ('    primary: {srgb: "#12436D", cmyk: [100, 80, 60, 70]}\n', "too-much-ink", 4, "310%"),
        (
            '    primary-text: {srgb: "#101010", cmyk: [30, 30, 30, 100]}\n',
            "rich-black",
            4,
            "[0, 0, 0, 100]",
        ),
        (
            '    text: {srgb: "#3D3D3D", cmyk: [0, 0, 0, 76]}\n',
            "text-not-black",
            4,
            "[0, 0, 0, 100]",
        ),
        (
            '    primary: {srgb: "#12436D", cmyk: [0.83, 0.39, 0, 0.57]}\n',
            "ink-fraction",
            4,
            "[83, 39, 0, 57]",
        ),
        (
            '    primary-text: {srgb: "#12436D", cmyk: [8, 4, 0, 5]}\n',
            "low-contrast",
            4,
            'write primary-text: "#12436D" and no cmyk',
        ),
        (
            '    third: {srgb: "#28A197", cmyk: [75, 0, 6, 37], spot: PANTONE 540 C}\n    second: '
            '{srgb: "#801650", cmyk: [0, 83, 38, 50], spot: PANTONE 541 C}\n',
            "two-spots",
            5,
            "PANTONE 540 C",
        ),
        (
            '    third: {srgb: "#28A197", cmyk: [75, 0, 6, 37], spot: PANTONE 540 C}\n    second: '
            '{srgb: "#801650", cmyk: [0, 83, 38, 50], spot: PANTONE 540 C}\n',
            "spot-differs",
            5,
            "same cmyk",
        ),
        (
            '    third: {srgb: "#28A197", cmyk: [75, 0, 6, 37], spot: Black}\n',
            "spot-name",
            4,
            "Black",
        ),
        (
            '    third: {srgb: "#28A197", cmyk: [75, 0, 6, 37], spot: Réflex/Blue}\n',
            "spot-name",
            4,
            "plain letters",
        ),
    ],
)
def test_what_no_press_can_print_is_found(colours, code, line, said, tmp_path):
    problems = board_problems(tmp_path, colours)
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, line)]
    assert said in problems[0].message + problems[0].hint


@pytest.mark.parametrize(
    "colours",
    [
        '    primary: {srgb: "#12436D", cmyk: [100, 80, 60, 60]}\n',
        '    primary: {srgb: "#101010", cmyk: [0, 0, 0, 100]}\n',
        '    track: {srgb: "#FBFBFB", cmyk: [0, 0, 0, 1]}\n',
        '    third: {srgb: "#28A197", cmyk: [75, 0, 6, 37], spot: PANTONE 540 C}\n',
    ],
)
def test_what_a_press_can_print_is_not(colours, tmp_path):
    assert [p.code for p in board_problems(tmp_path, colours) if p.code != "low-contrast"] == []


def test_uncoated_stock_takes_less(tmp_path):
    from hscb_report.brand.brand import unprintable

    file = tmp_path / "board.yaml"
    file.write_text(
        'name: A board\nbrand:\n  colours:\n    primary: {srgb: "#12436D", cmyk: [100, 70, 60, '
        "60]}\n",
        encoding="utf-8",
    )
    tree = read_yaml(file)
    board = Board.model_validate(tree.data)
    assert unprintable(board, tree, "coated") == []
    assert [problem.code for problem in unprintable(board, tree, "uncoated")] == ["too-much-ink"]

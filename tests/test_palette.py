"""A whole brand from one colour: legal, told apart, and the same as the board's file gets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build, check
from hscb_report.brand.brand import Brand, problems_in
from hscb_report.brand.colours import CATEGORIES, LEVELS, LIGHT, PARTS, TOKENS, Colour
from hscb_report.brand.contrast import NEEDED, PAIRS, failures, luminance, ratio
from hscb_report.brand.palette import MOST_OFF, palette
from hscb_report.brand.vision import VISIONS, difference
from hscb_report.checks.rules.colours_alike import LEAST
from hscb_report.cli import app
from hscb_report.summary.board import Board
from hscb_report.summary.tree import read_yaml

pytestmark = pytest.mark.slow

COUNCILS = {
    "bright yellow": "#FFD500",
    "red": "#C8102E",
    "black": "#000000",
    "pale grey": "#D9D9D9",
    "dark green": "#00583D",
    "cyan": "#0099CC",
    "orange": "#F47B20",
    "purple": "#5C2D91",
    "magenta": "#E6007E",
    "lime": "#95C11F",
    "navy": "#1E1E3A",
    "brown": "#6B3E1D",
    "white": "#FFFFFF",
    "mid grey": "#777777",
}
"""Kinds of colours that councils have, and the hardest that there are."""

STEP = 4.0
"""Between neighbours of a scale or of a picture's levels at the least (CIEDE2000), for every way of
seeing: they have edges or gaps between them.
"""

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def by_words(brand, pair) -> float:
    return min(
        ratio(brand[pair.ink].srgb, brand[pair.ground].srgb),
        ratio(brand[pair.ink].printed, brand[pair.ground].printed),
    )


def is_whole_and_legal(srgb: str) -> None:
    brand = palette({"primary": Colour.of(srgb)})
    assert list(brand) == list(TOKENS)
    assert brand["primary"].srgb == srgb
    for pair in PAIRS:
        assert by_words(brand, pair) >= NEEDED[pair.use], (srgb, pair)
    shown = [brand[token].srgb for token in PARTS]
    for index, one in enumerate(shown):
        for other in shown[:index]:
            for vision in VISIONS:
                assert difference(one, other, vision) >= LEAST, (srgb, one, other, vision)
    steps = Brand(Board(name="B", brand={"colours": {"primary": srgb}})).scale(5)
    bright = [luminance(brand[step].srgb) for step in steps]
    assert bright == sorted(bright, reverse=True)
    assert set(steps[:3]) == LIGHT
    for tokens in (steps, *LEVELS.values()):
        for one, other in pairwise(tokens):
            for vision in VISIONS:
                seen = difference(brand[one].srgb, brand[other].srgb, vision)
                assert seen >= STEP, (srgb, one, other, vision)
    for token, colour in brand.items():
        assert colour.total_ink <= 280
        if colour.srgb != srgb and token not in ("rule", "text", "on-band"):
            assert colour.off <= MOST_OFF + 0.5, (srgb, token, colour)


@pytest.mark.parametrize("srgb", COUNCILS.values(), ids=COUNCILS.keys())
def test_one_colour_is_a_whole_brand(srgb):
    is_whole_and_legal(srgb)


@pytest.mark.slow
@settings(max_examples=30, deadline=None, derandomize=True)
@given(colours)
@example("#808000")
@example("#7F7F7F")
def test_any_colour_is_a_whole_brand(srgb):
    is_whole_and_legal(srgb)


def test_without_a_colour_it_is_the_analysis_functions_palette():
    brand = palette({})
    assert [brand[t].srgb for t in (*CATEGORIES, "third", "accent", "highlight")] == [
        "#12436D",
        "#1A6F68",
        "#B34310",
        "#801650",
        "#28A197",
        "#F46A25",
        "#7FD8CF",
    ]
    assert failures(brand) == []


def test_cards_and_tints_follow_the_brands_hue():
    for token in ("card", "tint", "track"):
        red, _, blue = palette({"primary": Colour.of("#FFD500")})[token].channels
        assert red > blue
        red, _, blue = palette({"primary": Colour.of("#12436D")})[token].channels
        assert blue > red


def board_of(colours: str, folder):
    file = folder / "board.yaml"
    file.write_text(f"name: A board\nbrand:\n  colours:\n{colours}", encoding="utf-8")
    tree = read_yaml(file)
    return Board.model_validate(tree.data), tree


def run(*arguments: str):
    return CliRunner().invoke(app, ["palette", *arguments])


@pytest.mark.parametrize("srgb", ["#FFD500", "#00583D", "#000000", "#FAFAFA", "#777777"])
def test_what_is_printed_can_be_pasted_and_is_what_one_colour_gives(srgb, tmp_path):
    shown = run(srgb)
    assert shown.exit_code == 0
    data = yaml.safe_load(shown.output)
    pasted = Board.model_validate({"name": "A board", **data})
    board, tree = board_of(shown.output.partition("colours:\n")[2], tmp_path)
    assert problems_in(board, tree) == []
    alone, _ = board_of(f'    primary: "{srgb}"\n', tmp_path)
    assert Brand(pasted).palette == Brand(alone).palette


def test_the_contrasts_that_are_shown_are_those_that_are():
    brand = palette({"primary": Colour.of("#C8102E")})
    lines = run("#C8102E").output.splitlines()
    told = 0
    for line in lines:
        found = re.search(
            r"^    ([a-z-]+):.*contrast ([\d.]+) on ([a-z-]+) \(needs ([\d.]+)\)", line
        )
        if found:
            ink, contrast, ground, needed = found.groups()
            pair = next(p for p in PAIRS if (p.ink, p.ground) == (ink, ground))
            assert 0 <= by_words(brand, pair) - float(contrast) < 0.01
            assert NEEDED[pair.use] == float(needed)
            told += 1
    assert told == len({pair.ink for pair in PAIRS})


def test_a_colour_may_be_typed_in_short_and_without_its_sign():
    assert run("FD0").output == run("#ffdd00").output == run("FFDD00").output


def test_text_is_to_be_read():
    shown = run("#FFD500", "--format", "text").output
    assert shown.splitlines()[0].split() == [
        "token",
        "screen",
        "inks,",
        "%",
        "in",
        "print",
        "contrast",
        "for",
    ]
    assert "primary-text" in shown
    assert len(shown.splitlines()) == 1 + len(TOKENS)


@pytest.mark.parametrize("typed", ["", "red", "#12", "#GGGGGG", "12436D0", "#12 36D", "#١٢٣٤٥٦"])
def test_what_is_no_colour_is_refused(typed):
    result = run(typed)
    assert result.exit_code == 2
    assert "is no colour" in result.output


@pytest.mark.parametrize("colour", ['"#FFD500"', '"#00583D"'])
def test_one_colour_in_the_boards_file_is_enough(colour, tmp_path):
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    board = content / "boards/hscb.yaml"
    head = board.read_text(encoding="utf-8").partition("brand:")[0]
    board.write_text(f"{head}brand:\n  colours:\n    primary: {colour}\n", encoding="utf-8")
    assert [p for p in check("2017-18", content=content) if not p.accepted] == []


HARD = [
    ("primary-text", "#FFD500", "words in primary-text (#FFD500) on "),
    ("second", "#FF9999", "words in second (#FF9999) on "),
    ("highlight", "#28A197", "words in highlight (#28A197) on band (#12436D) have"),
    ("text", "#888888", "words in text (#888888) on tint"),
    ("card", "#666666", " on card (#666666) have a contrast of "),
]


@pytest.mark.parametrize(("token", "srgb", "words"), HARD)
def test_following_the_step_makes_it_legal(token, srgb, words, tmp_path):
    board, tree = board_of(f'    {token}: "{srgb}"\n', tmp_path)
    (problem,) = problems_in(board, tree)
    assert words in problem.message
    step = re.search(r'write ([a-z-]+): "(#[0-9A-F]{6})", the nearest', problem.hint)
    assert step[1] == token
    assert difference(step[2], srgb) < 60
    mended, tree = board_of(f'    {token}: "{step[2]}"\n', tmp_path)
    assert problems_in(mended, tree) == []


@settings(max_examples=12, deadline=None, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from(sorted(set(TOKENS) - {"paper", "text"})), colours, min_size=1, max_size=3
    )
)
def test_following_every_step_ends_in_a_legal_brand(named):
    """Boards with colours of their own: one step after the other, and no step leads in a circle."""
    own = dict(named)
    for _ in range(12):
        board = Board.model_validate({"name": "A board", "brand": {"colours": own}})
        problems = problems_in(board, _Nowhere())
        if not problems:
            break
        for problem in problems:
            step = re.search(r'write ([a-z-]+): "(#[0-9A-F]{6})"', problem.hint)
            if step:
                own[step[1]] = step[2]
            else:
                own.pop(problem.key[-1], None)
    assert problems == [], (named, [p.as_text() for p in problems])


class _Nowhere:
    """A tree without places."""

    def place(self, path, key=False):
        return None


def test_a_contrast_is_never_rounded_up(tmp_path):
    """4.497 once was told as "4.50; text needs 4.5"."""
    for number in range(0x60, 0x90):
        srgb = f"#{number:02X}{number - 20:02X}00"
        board, tree = board_of(f'    accent-text: "{srgb}"\n', tmp_path)
        for problem in problems_in(board, tree):
            told, needed = re.search(
                r"contrast of ([\d.]+).* need ([\d.]+)$", problem.message
            ).groups()
            assert float(told) < float(needed)


def test_two_runs_say_the_same(tmp_path):
    """In processes of their own, in which names and sets have other hashes."""
    board_of('    second: "#FFD500"\n    card: "#999999"\n    band: "#888888"\n', tmp_path)
    script = (
        "import sys\n"
        "from hscb_report.brand.brand import problems_in\n"
        "from hscb_report.summary.board import Board\n"
        "from hscb_report.summary.tree import read_yaml\n"
        "from pathlib import Path\n"
        "tree = read_yaml(Path(sys.argv[1]))\n"
        "print([p.as_text() for p in problems_in(Board.model_validate(tree.data), tree)])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "board.yaml")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert b"contrast" in said.pop()


@pytest.mark.slow
@settings(max_examples=3, deadline=None, derandomize=True)
@given(srgb=colours)
def test_every_edition_of_any_brand_is_built(srgb, tmp_path_factory):
    """Built with its preflight, for screens and for a press."""
    content = tmp_path_factory.mktemp("any") / "content"
    shutil.copytree(ROOT / "content", content)
    board = content / "boards/hscb.yaml"
    head = board.read_text(encoding="utf-8").partition("brand:")[0]
    board.write_text(f'{head}brand: {{colours: {{primary: "{srgb}"}}}}\n', encoding="utf-8")
    for purpose, editions in (("screen", ["board", "large-print"]), ("press", ["leaflet"])):
        out = content.parent / purpose
        build("2017-18", content=content, output=out, editions=editions, purpose=purpose)
        assert len(list(out.glob("*.pdf"))) == len(editions)

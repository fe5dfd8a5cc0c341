"""The pictures of the README and the guide are current."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy
import pytest
from PIL import Image

import docs_seen
from conftest import ROOT
from hscb_report import build
from pages import read
from pdf import picture

PICTURES = ROOT / "examples/2017-18"


STALE = "if it should look so, run pytest --update-golden, and look at it"


def same(seen, file) -> bool:
    """Whether a picture is the approved one: at most 1% of its pixels differ much."""
    if not file.exists():
        return False
    approved = numpy.asarray(Image.open(file).convert("RGB")).astype("int16")
    if seen.shape != approved.shape:
        return False
    return bool((abs(seen - approved).max(axis=2) > 64).mean() < 0.01)


@pytest.mark.parametrize("page", range(5))
def test_the_pictures_are_current(page, summary_pdf, request):
    """At 45 dpi, with the tolerance of the approved pages."""
    seen = picture(summary_pdf, page, 45)
    file = PICTURES / f"page-{page + 1}.png"
    if request.config.getoption("--update-golden") and not same(seen, file):
        Image.fromarray(seen.astype("uint8")).quantize(64).save(file, optimize=True)
    assert same(seen, file), STALE


@pytest.fixture(scope="module")
def proofs(tmp_path_factory) -> list[Path]:
    """The proofs of both sides of the leaflet."""
    (made,) = build(
        "2017-18",
        content=ROOT / "content",
        output=tmp_path_factory.mktemp("proofs"),
        editions=["leaflet"],
        purpose="press",
        proof=True,
    )
    return [path for path in made.beside if path.suffix == ".png"]


@pytest.mark.parametrize(("side", "number"), [("outside", 1), ("inside", 2)])
def test_the_pictures_of_the_leaflet_are_current(side, number, proofs, request):
    """The proofs at a smaller size, with the tolerance of the approved pages."""
    proof = next(path for path in proofs if path.name.endswith(f"-proof-{number}.png"))
    seen = Image.open(proof).convert("RGB").resize((800, 620), Image.Resampling.LANCZOS)
    file = PICTURES / f"leaflet-{side}.png"
    pixels = numpy.asarray(seen).astype("int16")
    if request.config.getoption("--update-golden") and not same(pixels, file):
        seen.quantize(200).save(file, optimize=True)
    assert same(pixels, file), STALE


def test_the_picture_of_a_card_is_current(tmp_path, request):
    """The first card, at half its size."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    with (tmp_path / "content/2017-18.yaml").open("a", encoding="utf-8") as out:
        out.write("social: [Two in five contacts became a referral]\n")
    (made,) = build(
        "2017-18", content=tmp_path / "content", output=tmp_path / "out", editions=["social"]
    )
    wide = next(path for path in made.beside if path.name.endswith("-1200x675.png"))
    seen = Image.open(wide).convert("RGB").resize((800, 450), Image.Resampling.LANCZOS)
    file = PICTURES / "card.png"
    pixels = numpy.asarray(seen).astype("int16")
    if request.config.getoption("--update-golden") and not same(pixels, file):
        seen.quantize(128).save(file, optimize=True)
    assert same(pixels, file), STALE


@pytest.mark.parametrize("example", docs_seen.examples(), ids=str)
def test_the_pictures_below_examples_are_made_of_them(example, tmp_path, request):
    """The yaml that the guide shows is all that the picture was made of."""
    seen = docs_seen.drawn(example.text, tmp_path)
    if request.config.getoption("--update-golden") and not same(seen, example.file):
        example.file.parent.mkdir(exist_ok=True)
        Image.fromarray(seen.astype("uint8")).quantize(32).save(example.file, optimize=True)
    assert same(seen, example.file), STALE


def test_every_picture_of_the_guide_stands_below_its_example():
    shown = {example.file for example in docs_seen.examples()}
    assert shown == set((ROOT / "docs/seen").iterdir())
    assert read(ROOT / "docs/content.md").count("](seen/") == len(shown)


def test_the_pictures_of_the_readme_have_the_colours_of_the_board():
    """Red and blue had changed places: the cover's ground is the board's own blue."""
    for page in (1, 5):
        red, _, blue = Image.open(PICTURES / f"page-{page}.png").convert("RGB").getpixel((3, 3))
        assert red < blue, page

"""Brands on a dark ground: every pair that is drawn has its contrast, whatever the colours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hscb_report.brand.colours import SCALE, Colour
from hscb_report.brand.contrast import luminance, ratio
from hscb_report.brand.dark import INKS, dark, failures
from hscb_report.brand.palette import palette
from hscb_report.brand.vision import difference

COLOURS = ["#12436D", "#FFD500", "#000000", "#FFFFFF", "#808080", "#7A0019", "#00A3AD", "#F0E6FF"]


def both(primary: str) -> dict[str, str]:
    light = {token: one.srgb for token, one in palette({"primary": Colour.of(primary)}).items()}
    return light | dark(light)


@pytest.mark.parametrize("primary", COLOURS)
def test_every_pair_has_its_contrast(primary):
    shown = both(primary)
    assert failures(shown) == []
    assert ratio(shown["text"], shown["paper"]) > 12
    assert ratio(shown["paper"], "#000000") < 1.5


@settings(max_examples=12, derandomize=True, deadline=None)
@given(st.integers(0, 0xFFFFFF))
def test_and_of_any_colour(value):
    assert failures(both(f"#{value:06X}")) == []


@pytest.mark.parametrize("primary", COLOURS)
def test_categories_are_still_told_apart(primary):
    shown = both(primary)
    inks = [shown[token] for token in INKS if token != "outline"]
    apart = [difference(one, other) for i, one in enumerate(inks) for other in inks[:i]]
    assert min(apart) > 3


@pytest.mark.parametrize("primary", COLOURS)
def test_parts_that_have_an_order_keep_it(primary):
    """On paper from light to dark, here from dark to light."""
    shown = both(primary)
    steps = [luminance(shown[token]) for token in SCALE]
    assert steps == sorted(steps)

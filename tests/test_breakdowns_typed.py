"""Grids and stacks as they are typed: what a slip is told, and what moves on into the next year."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.summary.load import load
from hscb_report.year.carry import new
from mistakes import mistake

EXAMPLE = ROOT / "examples/every-block/content"
ROW = "- Neglect: [before-neglect, plans-neglect]"


@pytest.fixture
def example(tmp_path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "content"))


@pytest.mark.parametrize(
    ("typed", "code", "says", "caret"),
    [
        ("- Neglect: [before-neglet, plans-neglect]", "unknown-figure", "before-neglet", "before-"),
        ("- Neglect: plans-neglect", "row-length", "1 figure, and there are 2 columns", "plans-"),
        ("- Neglect:", "row-figures", 'the row "Neglect" names no figures', "Neglect"),
        ("- Neglect", "row-figures", 'the row "Neglect" names no figures', "Neglect"),
        ("- [before-neglect, plans-neglect]", "row-label", "does not say what it is about", "["),
        ("- Neglect: [203, plans-neglect]", "number-typed", "203 is a number", "203"),
        ("- {label: Neglect, figures: [203]}", "number-typed", "203 is a number", "203"),
        ("- figure: [before-neglect, plans-neglect]", "missing-key", '"label" is missing', "fig"),
        (f"{ROW}\n            Other: [plans]", "row-keys", '"Neglect" and "Other" stand', "Neg"),
    ],
)
def test_a_slip_in_a_row_is_told_where_it_stands(typed, code, says, caret, example):
    first = mistake(example, ROW, typed)[0]
    assert first.code == code
    assert says in first.message
    assert first.hint
    assert first.place.source[first.place.column - 1 :].startswith(caret)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Neglect: early: [{}, {}]", '"Neglect: early": [{}, {}]'),
        ("{{plans}} in all: [{}, {}]  # two", '"{{plans}} in all": [{}, {}]  # two'),
        ("[Neglect] now: [{}, {}]", '"[Neglect] now": [{}, {}]'),
        ('"Neglect" now: [{}, {}]', "'\"Neglect\" now': [{}, {}]"),
        ("**Neglect** now: [{}, {}]", '"**Neglect** now": [{}, {}]'),
        ("% of neglect: [{}, {}]", '"% of neglect": [{}, {}]'),
        ("Neglect #1: [{}, {}]", '"Neglect #1": [{}, {}]'),
        ("Neglect: [{}, {}", "Neglect: [{}, {}]"),
        ("Neglect:[{}, {}]", "Neglect: [{}, {}]"),
        ("Neglect [{}, {}]", "Neglect: [{}, {}]"),
        ("Neglect: {}, {}", "Neglect: [{}, {}]"),
        ("Neglect: [{} {}]", "Neglect: [{}, {}]"),
        ("Neglect: ({}, {})", "Neglect: [{}, {}]"),
        ("Neglect: {{{}, {}}}", "Neglect: [{}, {}]"),
    ],
)
def test_a_row_is_told_as_it_should_be_typed(typed, right, example):
    """One line mends it, and it has quotes around its label alone."""
    names = ("before-neglect", "plans-neglect")
    typed, right = (f"- {row.format(*names)}" for row in (typed, right))
    (told,) = mistake(example, ROW, typed)
    assert told.typed == " " * 10 + right
    path = example / "2024-25.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(typed, right), encoding="utf-8")
    load("2024-25", example, icons.names())


def test_quotes_around_other_items_of_a_list_stand_around_all_of_them(example):
    """An item of a list of texts is no row, also where it ends like one."""
    lesson = "- Write down who decided, and why."
    (told,) = mistake(example, lesson, "- Write: who decided: [a, b]")
    assert told.typed.strip() == '- "Write: who decided: [a, b]"'


def test_the_label_of_a_row_moves_on_into_the_next_year(example):
    path = example / "2024-25.yaml"
    text = path.read_text(encoding="utf-8").replace("- March 2025: [", '- "2024-25": [')
    text = text.replace("columns: [March 2024, March 2025]", "columns: [2023-24, 2024-25]")
    path.write_text(text, encoding="utf-8")
    left = new("2025-26", "2024-25", content=example).left
    after = (example / "2025-26.yaml").read_text(encoding="utf-8")
    assert '- "2025-26": [plans-emotional, plans-neglect' in after
    assert "columns: [2023-24, 2025-26]" in after
    assert any("names what was left as it is: 2023" in one.why for one in left)

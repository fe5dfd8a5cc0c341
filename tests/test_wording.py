"""How numbers and texts are written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hscb_report.summary.wording import (
    Span,
    big_number,
    date,
    in_words,
    number,
    percentage,
    plain,
    slug,
    spans,
)


@pytest.mark.parametrize(
    ("value", "unit", "symbol", "text"),
    [
        (77602, "count", None, "77,602"),
        (0, "count", None, "0"),
        (12345678, "count", None, "12,345,678"),
        (94, "percent", None, "94%"),
        (Decimal("94.0"), "percent", None, "94.0%"),
        (Decimal("45.7"), "per-10000", None, "45.7 per 10,000"),
        (1250, "pounds", None, "£1,250"),
        (1333, "count", "r", "1,333 [r]"),
        (None, "count", "x", "[x]"),
        (None, "percent", "c", "[c]"),
    ],
)
def test_numbers(value, unit, symbol, text):
    assert number(value, unit, symbol) == text


def test_a_missing_headline_is_said_in_words():
    assert big_number(None, "percent", "x") == "Not available [x]"
    assert big_number(None, "count", "c") == "Confidential [c]"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (32441, 77602, "42%"),
        (2528, 32441, "8%"),
        (950, 1294, "73%"),
        (1, 8, "13%"),
        (125, 1000, "13%"),
        (5, 1000, "1%"),
        (4, 1000, "less than 1%"),
        (0, 5, "0%"),
        (5, 5, "100%"),
        (999, 1000, "more than 99%"),
        (25, 1000, "3%"),
    ],
)
def test_percentages_round_half_up_and_never_to_a_false_nothing_or_all(part, whole, text):
    assert percentage(part, whole) == text


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_percentage_is_within_half_a_point(a, b):
    part, whole = sorted((a, b))
    text = percentage(part, whole)
    if text[0].isdigit():
        assert abs(int(text[:-1]) - 100 * part / whole) <= 0.5000001


@given(st.integers(0, 99))
def test_numbers_in_words(value):
    words = in_words(value)
    assert words.replace("-", "").isalpha()
    assert len({in_words(v) for v in range(100)}) == 100


def test_dates_do_not_depend_on_the_locale():
    assert date(dt.date(2018, 3, 31)) == "31 March 2018"


def test_inline_text():
    say = {("nine", None): "9", ("nine", "Words"): "Nine"}
    assert spans("a **{nine:Words} small** b {nine} c", lambda n, f: say[n, f]) == [
        Span("a "),
        Span("Nine small", True),
        Span(" b "),
        Span("9", True),
        Span(" c"),
    ]
    assert plain("**{nine:Words}** & <b>", lambda n, f: say[n, f]) == "Nine & <b>"


@given(st.text(alphabet="ab {}:<>&", max_size=40))
def test_text_is_never_lost(text):
    assert plain(text, lambda name, form: "{" + name + (f":{form}" if form else "") + "}") == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Annual Report Summary", "annual-report-summary"),
        ("2017-18", "2017-18"),
        ("  A & B ", "a-b"),
    ],
)
def test_file_names(text, name):
    assert slug(text) == name

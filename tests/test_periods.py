"""Months, periods and units: each read in one place."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hscb_report.summary import months
from hscb_report.summary.periods import IN_PROSE, moved, without_years, year_of, years_of
from hscb_report.summary.spans import is_before, same_form
from hscb_report.summary.units import BOUNDS, SIGNS, UNITS, UnitName
from hscb_report.summary.wording import number
from hscb_report.words.table import EN_GB

APRIL, MARCH = (4, 1), (3, 31)


@pytest.mark.parametrize(
    ("period", "first", "last", "before"),
    [
        ("2017-18", (2017, *APRIL), (2018, *MARCH), "2016-17"),
        ("2017/18", (2017, *APRIL), (2018, *MARCH), "2016/17"),
        ("2017-2018", (2017, *APRIL), (2018, *MARCH), "2016-2017"),
        ("2017–18", (2017, *APRIL), (2018, *MARCH), "2016–17"),
        ("2017 to 2018", (2017, *APRIL), (2018, *MARCH), "2016 to 2017"),
        ("1999-00", (1999, *APRIL), (2000, *MARCH), "1998-99"),
        ("2000-01", (2000, *APRIL), (2001, *MARCH), "1999-00"),
        ("2018", (2018, 1, 1), (2018, 12, 31), "2017"),
        ("2015-18", (2015, *APRIL), (2018, *MARCH), "2012-15"),
    ],
)
def test_a_period_has_a_span_and_one_before_it(period, first, last, before):
    years = years_of(period)
    assert years is not None
    assert (years.first_day, years.last_day) == (dt.date(*first), dt.date(*last))
    assert years.before == before
    assert years_of(before).last_day + dt.timedelta(1) == years.first_day
    assert year_of(period) == first[0]


@pytest.mark.parametrize(
    "words",
    ["", "April to June 2018", "2017-16", "2017-17", "2017-2016", "0999", "201718", "2017-180"],
)
def test_other_words_are_no_years(words):
    assert years_of(words) is None
    assert year_of(words) is None


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("2017-18", "2018-19"),
        ("1998-99", "1999-00"),
        ("2017 to 18", "2018 to 19"),
        ("2018", "2019"),
        ("April to June 2018", "April to June 2019"),
        ("1 April 2017 to 31 March 2018", "1 April 2018 to 31 March 2019"),
        ("the 1500 of them", "the 1500 of them"),
    ],
)
def test_only_the_years_move_on(text, later):
    assert moved(text, 1) == later


@settings(derandomize=True)
@given(
    st.integers(1900, 2090),
    st.sampled_from(["", "-{:02}", "/{:02}", "–{:02}", "-{}", " to {}"]),
    st.integers(1, 9),
)
def test_moving_on_and_back_changes_nothing(start, end, by):
    text = f"{start}" + end.format((start + 1) % 100 if "02" in end else start + 1)
    assert moved(moved(text, by), -by) == text
    assert year_of(moved(text, by)) == start + by
    assert same_form(text, moved(text, by))
    assert is_before(text, moved(text, by))
    assert not is_before(moved(text, by), text)


def test_of_words_nothing_is_known_so_they_may_be_before():
    assert is_before("spring", "2018")
    assert not is_before("spring", "spring")


def test_years_go_out_of_a_text():
    assert without_years("In 2017-18, and to 2018") == "In , and to "


def test_a_period_in_a_sentence_takes_no_other_number():
    found = re.findall(rf"\b{IN_PROSE}\b", "In 2017-18 or 2017 to 2018; in 2017 - 18 were moved")
    assert found == ["2017-18", "2017 to 2018"]


def test_months_are_known_by_their_names():
    for at, name in enumerate(months.NAMES, 1):
        for form in (name, name.upper(), name[:3], name[:3].lower()):
            assert months.number_of(form) == at
    assert months.number_of("Sept") == 9
    assert months.number_of("Marchtime") is None
    found = re.search(months.DATE, "on 3rd March 2018")
    assert found.groupdict() == {"day": "3", "month": "March", "year": "2018"}
    assert re.search(months.DATE, "in March 2018")["day"] is None


def test_every_unit_has_a_row():
    assert tuple(UNITS) == tuple(EN_GB.numbers.units) == get_args(UnitName)
    assert {*EN_GB.numbers.bases, *EN_GB.numbers.counted} < set(UNITS)
    assert tuple(EN_GB.numbers.bounds) == BOUNDS
    assert SIGNS == "%£"


@pytest.mark.parametrize(
    ("unit", "value", "printed"),
    [
        ("count", 77602, "77,602"),
        ("count", Decimal("5.0"), "5"),
        ("percent", Decimal("93.5"), "93.5%"),
        ("per-10000", Decimal("50.10"), "50.10 per 10,000"),
        ("pounds", Decimal("1200.00"), "£1,200"),
        ("pounds", Decimal("12.5"), "£12.50"),
        ("pounds", Decimal("12.345"), "£12.35"),
    ],
)
def test_numbers_are_printed_with_their_unit(unit, value, printed):
    assert number(value, unit) == printed

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
from hscb_report.summary.days import Month, moment, moved_day, same_day_of_year
from hscb_report.summary.periods import IN_PROSE, moved, without_years, year_of, years_of
from hscb_report.summary.time_spans import (
    in_order,
    is_before,
    key,
    latest_before,
    same_form,
    span_of,
    steps,
    timeless,
)
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


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("Q1 2017-18", (2017, 4, 1), (2017, 6, 30)),
        ("2017-18 Q1", (2017, 4, 1), (2017, 6, 30)),
        ("2017/18, Q4", (2018, 1, 1), (2018, 3, 31)),
        ("Quarter 4 of 2017-18", (2018, 1, 1), (2018, 3, 31)),
        ("q3 1999-00", (1999, 10, 1), (1999, 12, 31)),
        ("Q1 2018", (2018, 1, 1), (2018, 3, 31)),  # of a calendar year
        ("April to June 2017", (2017, 4, 1), (2017, 6, 30)),
        ("Apr-Jun 2017", (2017, 4, 1), (2017, 6, 30)),
        ("October 2017 to March 2018", (2017, 10, 1), (2018, 3, 31)),
        ("March 2018", (2018, 3, 1), (2018, 3, 31)),
        ("2017-18", (2017, 4, 1), (2018, 3, 31)),
        ("2018", (2018, 1, 1), (2018, 12, 31)),
        ("2015-18", (2015, 4, 1), (2018, 3, 31)),
    ],
)
def test_a_part_of_a_year_has_a_span_however_it_is_written(period, first, last):
    span = span_of(period)
    assert (span.first_day, span.last_day) == (dt.date(*first), dt.date(*last))
    year = span_of("2017-18")
    assert year.holds(span) == (year.first_day <= span.first_day and span.last_day <= year.last_day)


@pytest.mark.parametrize(
    "words",
    [
        "Q5 2017-18",
        "Q1 2015-18",
        "Q1 17-18",
        "Q1",
        "June to April 2017",
        "October to March 2018",  # of which October, nobody says
        "29 November to 17 December 2017",
        "1 April 2017 to 31 March 2018",
        "spring 2018",
        "9999",
        "",
    ],
)
def test_of_other_words_no_span_is_known(words):
    assert span_of(words) is None
    assert key(words) == words


QUARTERS = st.builds(
    lambda form, nth, year: form.format(
        nth=nth, year=year, next=f"{(year + 1) % 100:02}", month=MONTHS[nth - 1]
    ),
    st.sampled_from(
        [
            "Q{nth} {year}-{next}",
            "{year}-{next} Q{nth}",
            "{year}/{next}, quarter {nth}",
            "Q{nth} {year}",
            "{month} {year}",
            "{year}-{next}",
            "{year}",
        ]
    ),
    st.integers(1, 4),
    st.integers(1910, 2080),
)
MONTHS = ("April to June", "July to September", "October to December", "January to March")


@settings(derandomize=True)
@given(QUARTERS, st.integers(1, 9))
def test_a_part_of_a_year_moves_on_and_back(period, by):
    later = moved(period, by)
    assert moved(later, -by) == period
    one, other = span_of(period), span_of(later)
    assert (other.first - one.first, other.months) == (12 * by, one.months)
    assert same_form(period, later) and same_form(later, period)
    assert is_before(period, later) and not is_before(later, period)
    assert in_order([period, later]) and not in_order([later, period])
    assert not in_order([period, period])
    assert latest_before(later, [period, later]) == period
    assert timeless(f"Seen in {period}.") == timeless(f"Seen in {later}.")


@settings(derandomize=True)
@given(st.lists(QUARTERS, min_size=2, max_size=6))
def test_their_order_is_that_of_their_days(periods):
    spans = [span_of(one) for one in periods]
    assert [one.text for one in sorted(spans)] == [
        one.text
        for one in sorted(spans, key=lambda one: (one.first_day, one.last_day, spans.index(one)))
    ]
    for one, other in zip(spans, spans[1:], strict=False):
        assert one.holds(other) == (
            one.first_day <= other.first_day and other.last_day <= one.last_day
        )
        assert (one == other) == (
            (one.first_day, one.last_day) == (other.first_day, other.last_day)
        )


def test_quarters_of_two_years_are_alike_and_others_are_not():
    assert same_form("Q1 2016-17", "April to June 2017")
    assert same_form("2016-17", "2017/18")
    assert not same_form("Q1 2016-17", "Q2 2017-18")
    assert not same_form("2012-15", "2017-18")
    assert not same_form("2017", "2017-18")
    assert key("Q1 2017-18") == key("2017-18 Q1") == key("April to June 2017")


def test_a_line_stands_in_equal_steps_of_years_or_of_quarters():
    assert steps(["2014", "2016", "2017"]) == [0, 2, 3]
    assert steps(["Q3 2016-17", "Q4 2016-17", "Q2 2017-18"]) == [0, 1, 3]
    assert steps(["March 2018", "January 2018"]) == [2, 0]
    for mixed in (["2016-17", "Q1 2017-18"], ["2016", "spring"], ["Q1 2018", "Q4 2017-18"]):
        assert steps(mixed) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seen in Q4 2016-17.", "Seen in Q4 2017-18"),
        ("Seen in Q4 2016-17.", "seen in January to March 2018"),
        ("The 12 months to 31 March 2017.", "The 12 months to 31 March 2018."),
        ("April 2016 to March 2017", "April 2017 to March 2018"),
    ],
)
def test_a_definition_may_move_on_with_the_year(one, other):
    assert timeless(one) == timeless(other)


def test_a_definition_of_another_quarter_is_another():
    assert timeless("Seen in Q3 2016-17") != timeless("Seen in Q4 2017-18")
    assert timeless("Aged 16-17 in 2016-17") != timeless("Aged 17-18 in 2017-18")


DAYS = st.one_of(
    st.dates(dt.date(1901, 1, 1), dt.date(2099, 1, 1)),
    st.builds(Month, st.integers(1901, 2098), st.integers(1, 12)),
)


@settings(derandomize=True)
@given(DAYS, st.integers(1, 9))
def test_a_day_moves_on_and_back(day, by):
    later = moved_day(day, by)
    assert moved_day(later, -by) == day
    assert same_day_of_year(day, later) and same_day_of_year(later, day)
    assert moment(day) != moment(later)


def test_the_end_of_a_day_is_the_beginning_of_the_next():
    march, april = dt.date(2018, 3, 31), dt.date(2018, 4, 1)
    assert moment(march) == moment(april) == moment(Month(2018, 3))
    assert moment(dt.date(2017, 12, 31)) == moment(dt.date(2018, 1, 1))
    assert moment(march) != moment(dt.date(2018, 3, 30))
    assert same_day_of_year(march, dt.date(2017, 4, 1))
    assert same_day_of_year(Month(2017, 2), dt.date(2016, 2, 29))
    assert not same_day_of_year(Month(2018, 3), dt.date(2017, 3, 15))
    assert str(Month(2018, 3)) == "2018-03"


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

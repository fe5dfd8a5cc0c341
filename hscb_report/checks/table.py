"""The rules, in the order in which they are told."""

from __future__ import annotations

from hscb_report.checks.rule import Rule
from hscb_report.checks.rules import (
    acronym,
    big_change,
    by_subtraction,
    capitals,
    colours_alike,
    confused_words,
    date_in_words,
    dates_differ,
    definitions_differ,
    fraction,
    house_style,
    long_heading,
    long_sentence,
    near_number,
    outside_period,
    part_elsewhere,
    parts_overfill,
    parts_overlap,
    percentage,
    ratio,
    reading_age,
    same_as_last_year,
    small_count,
    small_count_in_text,
    small_percentage,
    spelling,
    typed_number,
    undefined,
    unused,
)

RULES: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        percentage,
        fraction,
        part_elsewhere,
        parts_overfill,
        parts_overlap,
        typed_number,
        near_number,
        ratio,
        unused,
        undefined,
        outside_period,
        date_in_words,
        dates_differ,
        definitions_differ,
        big_change,
        same_as_last_year,
        small_count,
        small_count_in_text,
        small_percentage,
        by_subtraction,
        long_heading,
        long_sentence,
        reading_age,
        acronym,
        capitals,
        spelling,
        confused_words,
        house_style,
        colours_alike,
    )
)
"""Each by its id, which ``accept`` names. A new rule is a file in ``rules`` and a word here."""

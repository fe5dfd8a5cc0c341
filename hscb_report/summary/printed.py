"""The number of a figure in words, with its unit, its bound and its symbol: as it is printed, as a
headline, and in full.
"""

from __future__ import annotations

from hscb_report.summary.figures import Figure
from hscb_report.summary.units import value_of_steps
from hscb_report.summary.wording import ENGLISH, big_number, number
from hscb_report.words.numbers import NumberWords


def short(figure: Figure, words: NumberWords = ENGLISH) -> str:
    """As it is printed: ``over 300``, ``£1.2m``, ``27 days [r]``."""
    return number(
        figure.value, figure.unit, figure.symbol, words, bound=figure.bound, show=figure.show
    )


def headline(figure: Figure, words: NumberWords = ENGLISH) -> str:
    """As a headline."""
    return big_number(
        figure.value, figure.unit, figure.symbol, words, bound=figure.bound, show=figure.show
    )


def full(figure: Figure, words: NumberWords = ENGLISH) -> str:
    """In full, whatever it is rounded to elsewhere: ``£1,234,567``."""
    return number(figure.value, figure.unit, figure.symbol, words, bound=figure.bound)


def bare(figure: Figure) -> str:
    """In full and without its symbol, in English: for messages."""
    return number(figure.value, figure.unit, bound=figure.bound)


def is_rounded(figure: Figure) -> bool:
    """Whether a reader who meets it as it is printed meets another number."""
    if figure.value is None or figure.show is None:
        return False
    return bool(value_of_steps(figure.value, figure.show, figure.bound) != figure.value)

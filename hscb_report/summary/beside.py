"""A number beside those of other places: how it stands to them, in words that are derived.

Words are derived where both numbers measure the same thing, of the same time, from one publication;
anything else is an error (``place_relations``), so that no page ever says it. "Better" and "worse"
are never said: whether a low rate is good, no number knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Literal

from hscb_report.summary.arithmetic import rounded
from hscb_report.summary.places import capital
from hscb_report.summary.said import Said, refs_in
from hscb_report.summary.units import UnitName
from hscb_report.words.places import PlaceWords
from hscb_report.words.table import Words

Standing = Literal["lower", "higher", "same", "rounded"]


@dataclass(frozen=True)
class Shown:
    """A number as it is compared.

    Attributes:
        place: as it stands within a sentence.
        headline: as it is printed by itself, with its symbol.
        symbol: behind it, or in its place.
    """

    place: str
    value: int | Decimal | None
    headline: Said
    symbol: str = ""

    @property
    def printed(self) -> str:
        """The number without its symbol."""
        return self.headline.removesuffix(f" [{self.symbol}]")


def said(one: Shown, others: Iterable[Shown], unit: UnitName, tables: Words) -> tuple[Said, ...]:
    """How a number stands to others, each way once: ``Lower than England (64) and statistical
    neighbours (52)``. A missing one is told; nothing is said of a number that is missing itself.

    Args:
        unit: of all of them.
    """
    words = tables.places
    if one.value is None:
        return ()
    ways: dict[Standing | None, list[Shown]] = {}
    for other in others:
        ways.setdefault(standing(one, other), []).append(other)
    lines: dict[Standing, Callable[..., str]] = {
        "lower": partial(words.lower, unit=unit),
        "higher": partial(words.higher, unit=unit),
        "same": words.same,
        "rounded": words.same_rounded,
    }
    told = []
    for way, found in ways.items():
        if way is None:
            told += [_missing(other, words) for other in found]
        else:
            named = [
                words.other(
                    place=other.place,
                    number=other.printed,
                    meaning=tables.numbers.symbols.get(other.symbol, ""),
                )
                for other in found
            ]
            held = [replace(ref, symbol="") for ref in refs_in(one.headline for one in found)]
            told.append(Said(lines[way](others=named), held))
    return tuple(told)


def _missing(other: Shown, words: PlaceWords) -> Said:
    text = words.missing(place=capital(other.place), number=other.headline)
    return Said(text, other.headline.refs)


def standing(one: Shown, other: Shown) -> Standing | None:
    """How a number stands to another; None where one is missing.

    Of two numbers with different decimals, the less exact one decides how far can be told: 49 and
    49.4 are the same when rounded.
    """
    if one.value is None or other.value is None:
        return None
    way = order(one.value, other.value)
    if not way or one.printed == other.printed:
        return "same" if one.value == other.value else "rounded"
    return "lower" if way < 0 else "higher"


def order(one: int | Decimal, other: int | Decimal) -> int:
    """Below zero where a number is less than another, above zero where it is greater, as far as the
    less exact of the two tells; else zero.
    """
    first, second = Decimal(one), Decimal(other)
    places = min(_decimals(first), _decimals(second))
    near, far = rounded(first, places), rounded(second, places)
    return (near > far) - (near < far)


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))

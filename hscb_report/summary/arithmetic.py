"""Shares worked out to the last digit, whatever numbers a content file holds.

Two numbers of ``MOST_DIGITS`` digits may be so far apart that their share does not fit into the 28
digits of Python's own decimal arithmetic.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=100)


def per_cent(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """A share in per cent, not rounded.

    Raises:
        ZeroDivisionError: the whole is zero, so there is no share.
    """
    return rate(part, whole, 100)


def rate(part: int | Decimal, whole: int | Decimal, per: int) -> Decimal:
    """How many of a part there are to so many of the whole, not rounded.

    Raises:
        ZeroDivisionError: the whole is zero, so there is no rate.
    """
    return EXACT.divide(EXACT.multiply(Decimal(part), Decimal(per)), Decimal(whole))


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """A number with so many decimals, rounded half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)

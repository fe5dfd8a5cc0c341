"""What value, unit, bound and show of a figure say of one another."""

from __future__ import annotations

from decimal import Decimal

from pydantic_core import PydanticCustomError

from hscb_report.summary.units import UNITS, Bound, Show, UnitName, value_of_steps


def check_value(
    value: int | Decimal | None, unit: UnitName, bound: Bound | None, show: Show | None
) -> None:
    """Whether a number is one of its unit, and can be printed as it is asked for.

    Raises:
        PydanticCustomError: it is none, or cannot be.
    """
    if show and unit != "pounds":
        raise PydanticCustomError("show", "only money is shown in {show}", {"show": show})
    if value is None:
        if bound:
            message = "bound: {bound} goes with a value, and there is none"
            raise PydanticCustomError("bound-for-missing", message, {"bound": bound})
        return
    row = UNITS[unit]
    if value < 0 and not row.below_zero:
        raise PydanticCustomError("negative", "{one} cannot be below zero", {"one": row.one})
    if row.most is not None and value > row.most:
        raise PydanticCustomError("over-100", "a percentage cannot be over 100")
    if row.whole and value != int(value):
        raise PydanticCustomError("fraction", "a count is a whole number")
    if bound:
        _check_bound(value, unit, bound)
    if show and value and not value_of_steps(value, show, bound):
        message = "this amount is so small that it would be nothing in {show}"
        raise PydanticCustomError("too-small-to-show", message, {"show": show})


def _check_bound(value: int | Decimal, unit: UnitName, bound: Bound) -> None:
    """A bound leaves room for the true number, and says clearly on which side it is."""
    row = UNITS[unit]
    if value < 0 and bound != "about":
        message = "{bound} a number below zero may mean two things"
        raise PydanticCustomError("bound-below-zero", message, {"bound": bound})
    if value == 0 and bound == "under" and not row.below_zero:
        raise PydanticCustomError("empty-bound", "nothing is under 0")
    if row.most is not None and value >= row.most and bound == "over":
        raise PydanticCustomError("empty-bound", "no percentage is over 100")

"""What value, unit, bound and show of a figure say of one another."""

from __future__ import annotations

from decimal import Decimal

from hscb_report.summary.units import UNITS, Bound, Show, UnitName, value_of_steps

Fault = tuple[str, str]
"""Code and message of what is wrong."""


def fault_in(
    value: int | Decimal | None, unit: UnitName, bound: Bound | None, show: Show | None
) -> Fault | None:
    """Why a number is none of its unit, or cannot be printed as it is asked for; None where it
    can.
    """
    if show and unit != "pounds":
        return "show", f"only money is shown in {show}"
    if value is None:
        missing = f"bound: {bound} goes with a value, and there is none"
        return ("bound-for-missing", missing) if bound else None
    row = UNITS[unit]
    if value < 0 and not row.below_zero:
        return "negative", f"{row.one} cannot be below zero"
    if row.most is not None and value > row.most:
        return "over-100", "a percentage cannot be over 100"
    if row.whole and value != int(value):
        return "fraction", "a count is a whole number"
    if bound and (fault := _bound_fault(value, unit, bound)):
        return fault
    if show and value and not value_of_steps(value, show, bound):
        return "too-small-to-show", f"this amount is so small that it would be nothing in {show}"
    return None


def _bound_fault(value: int | Decimal, unit: UnitName, bound: Bound) -> Fault | None:
    """A bound leaves room for the true number, and says clearly on which side it is."""
    row = UNITS[unit]
    if value < 0 and bound != "about":
        return "bound-below-zero", f"{bound} a number below zero may mean two things"
    if value == 0 and bound == "under" and not row.below_zero:
        return "empty-bound", "nothing is under 0"
    if row.most is not None and value >= row.most and bound == "over":
        return "empty-bound", "no percentage is over 100"
    return None

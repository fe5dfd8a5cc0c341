"""The least and the most that unknown numbers can be, where sums of them are known.

Rows and columns of a table are sums that cross one another: what each of them says by itself does
not tell all. This is a linear programme for each number (Dantzig's simplex method, with Bland's
rule of 1977, by which it comes to an end), in fractions, so that no rounding tells a wrong thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Numbers = list[Fraction]


def extremes(
    rows: Sequence[Sequence[int]], sums: Sequence[int]
) -> list[tuple[Fraction, Fraction | None]] | None:
    """Between what each of some numbers lies that are not below nought.

    Args:
        rows: for each sum, how often each number is in it.
        sums: what they are.

    Returns:
        The least and the most of each number; None for a most without end, and for all where no
        numbers have these sums.
    """
    table = _solved(rows, sums)
    if table is None:
        return None
    found: list[tuple[Fraction, Fraction | None]] = []
    for at in range(len(rows[0])):
        least, most = table.least(at, 1), table.least(at, -1)
        found.append((least or Fraction(0), None if most is None else -most))
    return found


def _solved(rows: Sequence[Sequence[int]], sums: Sequence[int]) -> _Table | None:
    """Numbers that have these sums; None where none have."""
    count, many = len(rows[0]), len(rows)
    made = []
    for at, (row, total) in enumerate(zip(rows, sums, strict=True)):
        sign = -1 if total < 0 else 1
        own = [Fraction(sign * one) for one in row]
        spare = [Fraction(int(at == other)) for other in range(many)]
        made.append([*own, *spare, Fraction(sign * total)])
    table = _Table(made, list(range(count, count + many)))
    cost = [Fraction(0)] * count + [Fraction(1)] * many
    if table.minimise(cost):  # what is spare cannot all be nought
        return None
    for at in reversed(range(many)):
        if table.basis[at] >= count:
            column = next((c for c in range(count) if table.rows[at][c]), None)
            if column is None:  # it says what others say
                del table.rows[at], table.basis[at]
            else:
                table.pivot(at, column)
    table.rows = [[*row[:count], row[-1]] for row in table.rows]
    return table


@dataclass
class _Table:
    """Sums, each solved for one of its numbers.

    Attributes:
        rows: how often each number is in a sum; the sum itself is the last.
        basis: the number that each is solved for.
    """

    rows: list[Numbers]
    basis: list[int]

    def least(self, at: int, sign: int) -> Fraction | None:
        """The least that a number can be, or its negative; None where there is no end."""
        width = len(self.rows[0]) - 1 if self.rows else 0
        if not width:
            return Fraction(0) if sign > 0 else None
        return self.minimise([Fraction(sign * (one == at)) for one in range(width)])

    def minimise(self, cost: Sequence[Fraction]) -> Fraction | None:
        """The least of a sum of the numbers, each so often; None where there is no end."""
        price: Numbers = [*cost, Fraction(0)]
        for row, one in zip(self.rows, self.basis, strict=True):
            if times := price[one]:
                price = [own - times * other for own, other in zip(price, row, strict=True)]
        while True:
            column = next((c for c, one in enumerate(price[:-1]) if one < 0), None)
            if column is None:
                return -price[-1]
            ends = [
                (row[-1] / row[column], self.basis[at], at)
                for at, row in enumerate(self.rows)
                if row[column] > 0
            ]
            if not ends:
                return None
            at = min(ends)[2]
            self.pivot(at, column)
            if times := price[column]:
                row = self.rows[at]
                price = [own - times * other for own, other in zip(price, row, strict=True)]

    def pivot(self, at: int, column: int) -> None:
        """Solve a row for another number."""
        by = self.rows[at][column]
        own = self.rows[at] = [one / by for one in self.rows[at]] if by != 1 else self.rows[at]
        for other, row in enumerate(self.rows):
            if other != at and (times := row[column]):
                self.rows[other] = [
                    one - times * mine if mine else one for one, mine in zip(row, own, strict=True)
                ]
        self.basis[at] = column

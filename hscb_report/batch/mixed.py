"""Rows that may have been mixed up as the table was made: told, for they may be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hscb_report.batch.table import Row

FEWEST_NUMBERS = 3
"""So many equal numbers are no chance."""


def mixed(rows: Sequence[Row]) -> Iterator[str]:
    """Rows with the numbers of another, and with words that are another's name."""
    by_name = {row.name: row for row in rows}
    by_numbers: dict[tuple[tuple[str, str | None], ...], Row] = {}
    for row in rows:
        for name, words in row.texts.items():
            other = by_name.get(words)
            if other is not None and words != row.name:
                yield (
                    f'line {row.line}, "{row.name}": text.{name} is "{words}", which is the name '
                    f"of line {other.line}; look whether it is in the right row"
                )
        numbers = tuple((name, one.get("value")) for name, one in sorted(row.figures.items()))
        if sum(value is not None for _, value in numbers) < FEWEST_NUMBERS:
            continue
        first = by_numbers.setdefault(numbers, row)
        if first is not row:
            yield (
                f'line {row.line}, "{row.name}", has the same numbers as line {first.line}, '
                f'"{first.name}"; look whether they were copied by mistake'
            )

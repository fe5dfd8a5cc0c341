"""A content file changed as data: what is written is YAML again, and says something else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from hscb_report.summary.units import BOUNDS, UNITS

from . import odd

REFERENCES = {"board", "figure", "kind", "part_of", "period", "series", "since", "source"}
"""Keys that name something else: another value is a mistake."""

Spot = tuple[Any, Any]
"""A mapping or a list, and the key or the number of what stands in it."""


def changed(text: str, chance: Random, names: list[str], gentle: bool) -> str:
    """A file with one to four changes.

    Args:
        names: the keys that content files know.
        gentle: change words and numbers alone, so that the file is likely to be sound.
    """
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    made = Changes(chance, names)
    for _ in range(chance.choice((1, 1, 2) if gentle else (1, 1, 2, 4))):
        made.one(data, gentle and chance.random() < 0.9)
    written = yaml.dump(
        data,
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        sort_keys=False,
        allow_unicode=True,
        width=chance.choice((80, 10_000)),
    )
    for mark, typed in made.typed.items():
        written = written.replace(mark, typed)
    return written


def spots(data: Any) -> list[Spot]:
    """Every place where something stands."""
    found: list[Spot] = []
    below = [data]
    while below:
        one = below.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one))
        for key in keys:
            found.append((one, key))
            if isinstance(one[key], (dict, list)):
                below.append(one[key])
    return found


class Changes:
    """Changes of data, one after another.

    Attributes:
        typed: what is to be typed as it is for each mark in the data, once they are written.
    """

    def __init__(self, chance: Random, names: list[str]) -> None:
        self.chance, self.names = chance, names
        self.typed: dict[str, str] = {}

    def one(self, data: Any, gentle: bool) -> None:
        """Make one change."""
        places = spots(data)
        if gentle:
            places = [
                (holder, key)
                for holder, key in places
                if isinstance(holder, dict)
                and key not in REFERENCES
                and not isinstance(holder[key], (dict, list))
            ] or places
        if not places:
            return
        holder, key = self.chance.choice(places)
        change: Callable[[Any, Any, Any], None] = self.chance.choice(
            GENTLE if gentle else [*ROUGH, *GENTLE[:1]]
        )
        change(self, holder, key, data)

    def other(self, data: Any) -> Any:
        """What stands somewhere else."""
        holder, key = self.chance.choice(spots(data))
        return copy.deepcopy(holder[key])

    def as_typed(self, text: str) -> str:
        """A mark that is replaced by a text, which may be no YAML."""
        return self.typed_as(text.replace("\ud800", "\\ud800"))

    def typed_as(self, text: str) -> str:
        """A mark for a text."""
        mark = f"TYPED{len(self.typed)}TYPED"
        self.typed[mark] = text
        return mark

    def value(self, holder: Any, key: Any, data: Any) -> None:
        """Another value of the same type, more or less."""
        old = holder[key]
        if isinstance(old, str) and self.chance.random() < 0.8:
            new = odd.mild(self.chance).replace("\ud800", "?")
            at = self.chance.randrange(len(old) + 1)
            holder[key] = self.chance.choice((new, old[:at] + new + old[at:], f"{old} {new}"))
        elif isinstance(old, (int, float)) and self.chance.random() < 0.8:
            whole = str(max(0, int(old) * self.chance.choice((1, 2, 3, 30)) // 3))
            typed = whole if self.chance.random() < 0.5 else odd.number(self.chance)
            holder[key] = self.as_typed(typed)
        else:
            holder[key] = self.as_typed(odd.plain(self.chance))

    def count(self, holder: Any, key: Any, data: Any) -> None:
        """The same thing more often."""
        times = self.chance.choice((1, 2, 9, 40, 300))
        if isinstance(holder, list):
            holder[key:key] = [copy.deepcopy(holder[key]) for _ in range(times)]
        else:
            for number in range(times):
                holder[f"{key}-{number}"] = copy.deepcopy(holder[key])

    def choice(self, holder: Any, key: Any, data: Any) -> None:
        """What another place of the same key says."""
        alike = [a[b] for a, b in spots(data) if b == key or type(a[b]) is type(holder[key])]
        holder[key] = copy.deepcopy(self.chance.choice(alike))

    def amount(self, holder: Any, key: Any, data: Any) -> None:
        """A figure of another size, and of another unit or with a symbol."""
        figures = [a[b] for a, b in spots(data) if isinstance(a[b], dict) and "value" in a[b]]
        if figures:
            figure = self.chance.choice(figures)
            figure["value"] = self.as_typed(odd.number(self.chance))
            words = {
                "unit": [*UNITS],
                "bound": [*BOUNDS],
                "show": ["millions"],
                "symbol": ["r", "x"],
            }
            more = self.chance.choice(("unit", *words, "low", "high", "denominator"))
            figure[more] = self.chance.choice([*words.get(more, []), 5])

    def same(self, holder: Any, key: Any, data: Any) -> None:
        """What another place says under the same key."""
        alike = [a[b] for a, b in spots(data) if b == key]
        holder[key] = copy.deepcopy(self.chance.choice(alike))

    def drop(self, holder: Any, key: Any, data: Any) -> None:
        """Nothing where something stood."""
        del holder[key]

    def rename(self, holder: Any, key: Any, data: Any) -> None:
        """The same under another key."""
        if isinstance(holder, dict):
            old = str(key)
            at = self.chance.randrange(len(old) + 1)
            keys = list(holder)
            new = self.chance.choice(
                (
                    old[:at] + old[at + 1 :],
                    old[:at] + self.chance.choice("aeZ_- 1") + old[at:],
                    old.upper(),
                    self.chance.choice(self.names),
                    self.chance.choice(keys),
                    odd.text(self.chance).replace("\ud800", "?"),
                    self.as_typed(odd.number(self.chance)),
                )
            )
            entries = [(new if one == key else one, value) for one, value in holder.items()]
            holder.clear()
            holder.update(entries)
        else:
            holder[key] = {self.chance.choice(self.names): holder[key]}

    def swap(self, holder: Any, key: Any, data: Any) -> None:
        """What stands somewhere else, of any type."""
        holder[key] = self.other(data)

    def add(self, holder: Any, key: Any, data: Any) -> None:
        """A key that content files know, with something."""
        at = holder if isinstance(holder, dict) else data
        name = self.chance.choice(self.names)
        at[name] = self.chance.choice(
            (self.other(data), self.as_typed(odd.plain(self.chance)), {}, [], None)
        )

    def wrap(self, holder: Any, key: Any, data: Any) -> None:
        """In a list or a mapping, or out of it."""
        old = holder[key]
        new: Any = self.chance.choice(([old], {self.chance.choice(self.names): old}, [[old], old]))
        if isinstance(old, list) and old and self.chance.random() < 0.5:
            new = old[0]
        if self.chance.random() < 0.1:
            for _ in range(self.chance.choice((20, 90))):
                new = [new]
        holder[key] = new

    def shuffle(self, holder: Any, key: Any, data: Any) -> None:
        """In another order."""
        if isinstance(holder, list):
            self.chance.shuffle(holder)
        else:
            entries = list(holder.items())
            self.chance.shuffle(entries)
            holder.clear()
            holder.update(entries)

    def clear(self, holder: Any, key: Any, data: Any) -> None:
        """A list or mapping with nothing in it."""
        if isinstance(holder[key], (dict, list)):
            holder[key].clear()
        else:
            holder[key] = None


GENTLE = [*[Changes.value] * 6, Changes.amount, Changes.amount, Changes.same, Changes.drop]
ROUGH = [
    Changes.count,
    Changes.choice,
    Changes.drop,
    Changes.rename,
    Changes.swap,
    Changes.add,
    Changes.wrap,
    Changes.shuffle,
    Changes.clear,
]

"""By subtraction: what a reader can work out, beside what trying every possibility finds.

The other solver knows nothing of intervals: it tries all numbers that a hidden one can be, and
keeps those with which every whole is the sum of its parts.
"""

from __future__ import annotations

import random

import pytest

from hscb_report.checks.intervals import worked_out
from rules import figure, found, summary

TABLES, BOUNDED = 200, 60
UNDER = 5
"""What is said of a small number that is not left out."""


def table(seed: int, bounds: bool = False) -> dict[str, dict]:
    """A whole with parts of one or two breakdowns, and parts of some of those; some are hidden, or
    with ``bounds`` only said to be under 5.
    """
    dice = random.Random(seed)
    figures: dict[str, dict] = {}

    def part(name: str, value: int, **more) -> None:
        figures[name] = figure(value, **more)

    def divide(whole: str, value: int, by: str, depth: int) -> None:
        sizes = [dice.choice((1, 2, 3, 4, 6, 9)) for _ in range(dice.randint(1, 2))]
        sizes = [size for size in sizes if size < value] or [value]
        sizes += [value - sum(sizes)] if sum(sizes) < value else []
        sizes = sizes if sum(sizes) == value else [value]
        for n, size in enumerate(sizes):
            name = f"{whole}-{by}{n}"
            part(name, size, part_of=whole, breakdown=by)
            if depth and size > 1 and dice.random() < 0.6:
                divide(name, size, "b", depth - 1)

    total = dice.randint(4, 14)
    part("all", total)
    for by in "ab"[: dice.randint(1, 2)]:
        divide("all", total, by, 1)
    for name, one in figures.items():
        if one["value"] and dice.random() < (0.1 if name == "all" else 0.45):
            symbol = "c" if dice.random() < 0.9 else "x"
            if bounds and one["value"] < UNDER and dice.random() < 0.6:
                one.update(value=UNDER, bound="under", truth=one["value"])
                continue
            one.update(value=None, symbol=symbol, reason="Small.", truth=one["value"])
    return figures


def tried(figures: dict[str, dict], highest: int) -> dict[str, set[int]]:
    """All that each hidden number can be."""
    hidden = [name for name, one in figures.items() if "truth" in one]
    sums: dict[tuple[str, str], list[str]] = {}
    for name, one in figures.items():
        if "part_of" in one:
            sums.setdefault((one["part_of"], one["breakdown"]), []).append(name)
    # parts that are all shown are no sum: they may be incomplete
    sums = {key: parts for key, parts in sums.items() if {key[0], *parts} & secret(figures)}
    known = {name: one["value"] for name, one in figures.items() if "truth" not in one}
    can_be: dict[str, set[int]] = {name: set() for name in hidden}

    def go(rest: list[str]) -> None:
        for (whole, _), parts in sums.items():
            if whole in known and sum(known.get(part, 0) for part in parts) > known[whole]:
                return
            if all(one in known for one in (whole, *parts)):
                if known[whole] != sum(known[part] for part in parts):
                    return
        if not rest:
            for name in hidden:
                can_be[name].add(known[name])
            return
        most = UNDER - 1 if "bound" in figures[rest[0]] else highest
        for value in range(1 if rest[0] in secret(figures) else 0, most + 1):
            known[rest[0]] = value
            go(rest[1:])
            del known[rest[0]]

    go(hidden)
    return can_be


def secret(figures: dict[str, dict]) -> set[str]:
    return {name for name, one in figures.items() if one.get("symbol") == "c" or "bound" in one}


def content(figures: dict[str, dict]):
    bare = {name: {k: v for k, v in one.items() if k != "truth"} for name, one in figures.items()}
    return summary(figures=bare)


@pytest.mark.parametrize("bounds", [False, True])
def test_what_can_be_worked_out_is_what_trying_everything_finds(bounds):
    hidden = exact = 0
    for seed in range(BOUNDED if bounds else TABLES):
        figures = table(seed, bounds)
        if len([one for one in figures.values() if "truth" in one]) > 5:
            figures = {
                **figures,
                "all": figure(figures["all"].get("truth", figures["all"]["value"])),
            }
        made = content(figures)
        highest = 16
        can_be = tried(figures, highest)
        for name, between in worked_out(made.figures).items():
            values = can_be[name]
            assert figures[name]["truth"] in values, (seed, name)
            assert between.least == min(values), (seed, name)
            if between.most < highest or "bound" in figures[name]:
                assert between.most == max(values), (seed, name)
            else:  # without end: with more to try, more is possible
                assert max(tried(figures, highest + 3)[name]) > max(values), (seed, name)
            hidden, exact = hidden + 1, exact + (between.least == between.most)
        small = {
            name for name in secret(figures) if len(can_be[name]) == 1 and max(can_be[name]) < 6
        }
        told = {
            p.key[1]
            for p in found("by-subtraction", made)
            if "worked out" in p.message or "by subtraction" in p.message or "must be" in p.message
        }
        assert bool(told) >= bool(small), (seed, small, told)
    few = 80 if bounds else 300
    assert hidden > few and exact > few / 5, (hidden, exact)


def test_what_is_under_a_number_may_be_nothing_and_a_bound_that_fits_no_sum_says_nothing():
    """One of two children can be neither of two that are one at least."""
    under = {"part_of": "all", "breakdown": "age", "bound": "under"}
    figures = {
        "all": figure(1),
        "a": figure(5, **under),
        "b": figure(5, **under),
    }
    made = worked_out(summary(figures=figures).figures)
    assert {name: (one.least, one.most) for name, one in made.items()} == {
        "a": (0, 1),
        "b": (0, 1),
    }
    figures["all"] = figure(900)
    assert worked_out(summary(figures=figures).figures)["a"].least == 0


@pytest.mark.parametrize(("inner", "says"), [(37, "it is 3"), (30, "")])
def test_a_whole_that_is_confidential_itself_gives_its_part_away(inner, says):
    hidden = {"symbol": "c", "reason": "Small."}
    figures = {
        "plans": figure(100),
        "girls": figure(60, part_of="plans", breakdown="sex"),
        "boys": figure(None, part_of="plans", breakdown="sex", **hidden),
        "older": figure(inner, part_of="boys", breakdown="age"),
        "younger": figure(None, part_of="boys", breakdown="age", **hidden),
    }
    problems = found("by-subtraction", summary(figures=figures))
    assert [p.key[1] for p in problems if says and says in p.message] == ["younger"] * bool(says)
    assert len(problems) == bool(says)


def test_numbers_that_contradict_one_another_say_nothing():
    figures = {
        "plans": figure(10),
        "a": figure(6, part_of="plans"),
        "d": figure(6, part_of="plans"),
        "b": figure(None, part_of="plans", symbol="c", reason="Small."),
    }
    assert worked_out(summary(figures=figures).figures) == {}

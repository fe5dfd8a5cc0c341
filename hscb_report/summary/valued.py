"""What units, numbers below zero and numbers that are not exact ask of the rest of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.errors import Problem
from hscb_report.summary import blocks, printed
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.typed import WORDS_OF
from hscb_report.summary.units import UNITS
from hscb_report.summary.uses import shown_by
from hscb_report.summary.wording import REFERENCE, base_of
from hscb_report.words.table import EN_GB

_HEDGES = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(words) for ways in WORDS_OF.values() for words in ways)
    + r"|nearly|almost|some|at least|at most|up to|just over|just under|above|below)\s*\Z",
    re.IGNORECASE,
)


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Everything that does not hold."""
    for name, figure in summary.figures.items():
        yield from _part(name, figure, summary, tree)
        yield from _unit_twice(name, figure, tree)
    yield from _circles(summary, tree)
    yield from _hedged_twice(summary, tree)


def _part(name: str, figure: Figure, summary: Summary, tree: Tree) -> Iterator[Problem]:
    """What is below zero, or says how far two numbers are apart, is no part of anything."""
    whole = summary.figures.get(figure.part_of or "")
    if whole is None:
        return
    path: KeyPath = ("figures", name, "part_of")
    if not UNITS[figure.unit].adds:
        yield Problem(
            "no-part",
            f"{UNITS[figure.unit].one} is no part of a whole",
            "remove part_of, or check the unit",
            tree.place(path),
            path,
        )
        return
    for key, one in ((name, figure), (figure.part_of, whole)):
        if one.value is not None and one.value < 0:
            yield Problem(
                "no-part",
                f'"{key}" is {printed.bare(one)}, and what is below zero has no parts and is none',
                "remove part_of, or check the number",
                tree.place(path),
                path,
            )


def _circles(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Circles and squares have no size below zero."""
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            if not isinstance(block, blocks.Compare):
                continue
            known = [(n, summary.figures[n]) for n in shown_by(block) if n in summary.figures]
            for name, figure in known:
                if figure.value is not None and figure.value < 0:
                    path: KeyPath = ("sections", s, "blocks", b)
                    yield Problem(
                        "below-zero",
                        f'"{name}" is {printed.bare(figure)}, and what compare draws cannot be '
                        "below zero",
                        "use kind: bars or kind: statistics",
                        tree.place(path),
                        path,
                    )


def _unit_twice(name: str, figure: Figure, tree: Tree) -> Iterator[Problem]:
    """A label that begins with the words that are printed with the number."""
    if figure.value is None:
        return
    words = EN_GB.numbers
    said = base_of(figure.value, figure.unit) or words.counted.get(figure.unit, ("", ""))[1]
    first = figure.label.replace("*", "").casefold()
    if said and re.match(rf"{re.escape(said)}(?!\w)", first):
        path: KeyPath = ("figures", name, "label")
        yield Problem(
            "said-twice",
            f'"{said}" is printed with the number, and the label begins with it once more',
            "begin the label with the words behind it",
            tree.place(path),
            path,
        )


def _hedged_twice(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Words such as "over" before a figure that is printed with them."""
    for one in texts(summary):
        if not one.inline or not one.is_english:
            continue
        for found in REFERENCE.finditer(one.text):
            figure = summary.figures.get(found["name"])
            before = _HEDGES.search(one.text[: found.start()].replace("*", " "))
            if figure and figure.bound and before:
                yield _twice(before[0].strip(), figure, f"{found[0]} alone", one.path, tree)
    for name, figure in summary.figures.items():
        before = _HEDGES.search(figure.lead or "")
        if figure.bound and before:
            path: KeyPath = ("figures", name, "lead")
            yield _twice(before[0].strip(), figure, f'no "{before[0].strip()}" here', path, tree)


def _twice(before: str, figure: Figure, right: str, path: KeyPath, tree: Tree) -> Problem:
    return Problem(
        "said-twice",
        f'"{before}" stands before a number that is printed as "{printed.bare(figure)}"',
        f"write {right}: bound says it",
        tree.place(path),
        path,
    )

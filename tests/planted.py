"""Faults planted in a page, each in a copy of it: all copies are the pages of one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Operator

from pdf import opened
from seen import PAINTS, SHOWS, written

Stream = list[Instruction]

FILLS = {"rg": 3, "k": 4, "g": 1}
"""The operators that set a fill's colour, and how many components each takes."""


def planted(data: bytes, page: int, fault: Callable[[Stream], Iterable[Stream]]) -> bytes:
    """A file of one page for each fault that can be planted in a page (counted from 0): the page as
    it is, but for its stream.
    """
    pdf = opened(data)
    model = pdf.pages[page].obj
    sound = len(pdf.pages)
    for faulty in fault(list(pikepdf.parse_content_stream(model))):
        copy = pdf.make_indirect(pikepdf.Dictionary(model))
        copy.Contents = pdf.make_stream(pikepdf.unparse_content_stream(faulty))
        pdf.pages.append(pikepdf.Page(copy))
    del pdf.pages[:sound]
    return written(pdf)


def without_a_text(page: Stream) -> Iterator[Stream]:
    """Each text erased in turn."""
    for at in _texts(page):
        yield page[:at] + page[at + 1 :]


def with_a_text_elsewhere(page: Stream, x: float, y: float) -> Iterator[Stream]:
    """Each text object moved in turn, in pt."""
    move = Instruction([1, 0, 0, 1, x, y], Operator("cm"))
    save, restore = Instruction([], Operator("q")), Instruction([], Operator("Q"))
    shown = set(_texts(page))
    begin = 0
    for at, instruction in enumerate(page):
        if str(instruction.operator) == "BT":
            begin = at
        elif str(instruction.operator) == "ET" and shown & set(range(begin, at)):
            text = page[begin : at + 1]
            yield [*page[:begin], save, move, *text, restore, *page[at + 1 :]]


def with_two_texts_swapped(page: Stream) -> Iterator[Stream]:
    """Each text exchanged for the next that is another."""
    texts = _texts(page)
    for one, other in zip(texts, texts[1:], strict=False):
        if _bytes(page[one]) != _bytes(page[other]):
            swapped = list(page)
            swapped[one], swapped[other] = page[other], page[one]
            yield swapped


def without_a_shape(page: Stream) -> Iterator[Stream]:
    """Each path left unpainted in turn: a card, a bar, an icon, a ring, a rule."""
    for at, instruction in enumerate(page):
        if str(instruction.operator) in PAINTS:
            yield [*page[:at], Instruction([], Operator("n")), *page[at + 1 :]]


def with_another_fill(page: Stream, by: float) -> Iterator[Stream]:
    """Each colour that paints something changed in turn by a share of its range."""
    for at, instruction in enumerate(page):
        if str(instruction.operator) in FILLS and _paints(page[at + 1 :]):
            first, *others = (float(value) for value in instruction.operands)
            first += by if first < 0.5 else -by
            yield [
                *page[:at],
                Instruction([first, *others], instruction.operator),
                *page[at + 1 :],
            ]


def _texts(page: Stream) -> list[int]:
    return [
        at
        for at, instruction in enumerate(page)
        if str(instruction.operator) in SHOWS and _bytes(instruction).strip()
    ]


def _bytes(instruction: Instruction) -> bytes:
    shown = instruction.operands[-1]
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _paints(after: Stream) -> bool:
    """Whether something is filled before the colour is set anew or is forgotten."""
    depth = 0
    covered = None  # the depth at which another colour was set for a while
    for instruction in after:
        name = str(instruction.operator)
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if covered is not None and depth < covered:
            covered = None
        if depth < 0 or (depth == 0 and name in FILLS):
            return False
        if covered is None and name in FILLS:
            covered = depth
        if covered is None and name in (PAINTS - {"S", "s"}) | SHOWS:
            return True
    return False

"""The structure tree of a file, and the way back to it from what is on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import Any

import pikepdf

from hscb_report.preflight.limits import COMPARISONS, ELEMENTS, LEVELS, Account
from hscb_report.preflight.state import as_text

STANDARD_TYPES = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD "
    "THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form".split()
)
"""ISO 32000-1, 14.8.4."""


@dataclass
class Node:
    """A structure element; ``role`` is mapped to a standard type where the file says how.

    Attributes:
        name: its type as the file calls it.
        marks: its marked content: page, from 0, and number.
        elsewhere: those of ``marks`` that stand in a stream of their own.
        links: what it holds that is no content: annotations.
    """

    role: str
    data: Any
    parent: Node | None
    depth: int
    name: str = ""
    children: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    elsewhere: set[tuple[int, int]] = field(default_factory=set)
    links: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)

    @cached_property
    def language(self) -> str:
        """The language that it, or what is around it, names."""
        around = self.parent.language if self.parent else ""
        return as_text(self.data.get("/Lang")) or around

    def attribute(self, key: str) -> Any:
        """An entry of its attributes, or None."""
        found = self.data.get("/A")
        for one in found if isinstance(found, pikepdf.Array) else [found]:
            if isinstance(one, pikepdf.Dictionary) and key in one:
                return one.get(key)
        return None


def grown(root: Any, numbers: dict[Any, int], roles: dict[str, str], account: Account) -> Node:
    """The tree below a structure tree root.

    Args:
        numbers: the pages, from 0, by number of their objects.
        roles: the role map.

    Raises:
        TooLarge: it has more elements than are looked at, or they stand deeper in one another.
    """
    top = Node("StructTreeRoot", root, None, 0)
    standards = cache(partial(standard, roles=roles, account=account))
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[Node, Any, int | None]] = [(top, root, None)]
    while stack:  # without recursion, for a file may loop
        node, data, page = stack.pop()
        page = _page(data, numbers, page)
        below = []
        for kid in _kids(data):
            account.spend(ELEMENTS)
            if isinstance(kid, int):
                node.marks.append((page if page is not None else -1, kid))
            elif not isinstance(kid, pikepdf.Dictionary):
                continue
            elif kid.get("/Type") == "/MCR":
                at = _page(kid, numbers, page)
                mark = (at if at is not None else -1, int(kid.get("/MCID", -1)))
                node.marks.append(mark)
                if "/Stm" in kid:
                    node.elsewhere.add(mark)
            elif kid.get("/Type") == "/OBJR":
                node.links.append(kid.get("/Obj"))
            elif not kid.is_indirect or kid.objgen not in seen:
                if node.depth >= LEVELS.most:
                    raise LEVELS.exceeded
                seen.add(kid.objgen)
                name = as_text(kid.get("/S"))
                child = Node(standards(name), kid, node, node.depth + 1, name[1:])
                node.children.append(child)
                below.append((child, kid, page))
        stack += below
    return top


def standard(name: str, roles: dict[str, str], account: Account) -> str:
    """The standard type that a type stands for; the last of its names where there is none."""
    seen: set[str] = set()
    while name[1:] not in STANDARD_TYPES and name in roles and name not in seen:
        account.spend(COMPARISONS)
        seen.add(name)
        name = roles[name]
    return name[1:]


def numbered(tree: Any) -> dict[int, Any]:
    """A number tree (ISO 32000-1, 7.9.7) as a dictionary."""
    found: dict[int, Any] = {}
    stack: list[Any] = [tree]
    seen: set[Any] = set()
    while stack and len(seen) < ELEMENTS.most:
        node = stack.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        pairs, kids = node.get("/Nums"), node.get("/Kids")
        if isinstance(pairs, pikepdf.Array):
            entries = list(pairs)
            for key, value in zip(entries[::2], entries[1::2], strict=False):
                if isinstance(key, int):
                    found[key] = value
        stack += list(kids) if isinstance(kids, pikepdf.Array) else []
    return found


def _page(data: Any, numbers: dict[Any, int], around: int | None) -> int | None:
    page = data.get("/Pg")
    return numbers.get(page.objgen, around) if isinstance(page, pikepdf.Dictionary) else around


def _kids(data: Any) -> list[Any]:
    kids = data.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

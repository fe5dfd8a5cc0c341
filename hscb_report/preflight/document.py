"""A PDF opened to be judged: its claims, its structure tree, the content of its pages, each read
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

from hscb_report.preflight.content import Content
from hscb_report.preflight.interpreter import read
from hscb_report.preflight.shapes import Box, around
from hscb_report.preflight.verdict import MM

MAX_ELEMENTS = 200_000
MAX_DEPTH = 200

STANDARD_TYPES = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD "
    "THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form".split()
)
"""ISO 32000-1, 14.8.4."""


@dataclass
class Node:
    """A structure element; ``role`` is mapped to a standard type where the file says how."""

    role: str
    data: Any
    parent: Node | None
    depth: int
    children: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def inside(self, *roles: str) -> bool:
        """Whether an element of one of these roles is around it."""
        at = self.parent
        while at is not None:
            if at.role in roles:
                return True
            at = at.parent
        return False


class Opened:
    """A file under judgement."""

    def __init__(self, pdf: pikepdf.Pdf, size: int) -> None:
        self.pdf, self.size = pdf, size

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.pdf.Root

    @cached_property
    def pages(self) -> list[pikepdf.Page]:
        """The pages."""
        return list(self.pdf.pages)

    @cached_property
    def contents(self) -> list[Content]:
        """What each page paints."""
        return [read(page) for page in self.pages]

    @cached_property
    def xmp(self) -> str:
        """The XMP packet as text, or empty."""
        stream = self.root.get("/Metadata")
        return (
            stream.read_bytes().decode("utf-8", "replace")
            if isinstance(stream, pikepdf.Stream)
            else ""
        )

    def xmp_value(self, prefix: str, name: str) -> str:
        """A simple property, written as an element or as an attribute."""
        found = re.search(
            rf"<{prefix}:{name}>\s*([^<]*?)\s*</{prefix}:{name}>", self.xmp
        ) or re.search(rf'\b{prefix}:{name}="([^"]*)"', self.xmp)
        return found[1] if found else ""

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The standards the file says it conforms to, in this tool's names."""
        found = []
        if part := self.xmp_value("pdfuaid", "part"):
            found.append(f"ua{part}")
        if part := self.xmp_value("pdfaid", "part"):
            found.append(f"a{part}{self.xmp_value('pdfaid', 'conformance').lower()}")
        if "PDF/X-4" in self.xmp_value("pdfxid", "GTS_PDFXVersion"):
            found.append("x4")
        return tuple(found)

    @cached_property
    def tree(self) -> Node | None:
        """The structure tree below its root, or None."""
        root = self.root.get("/StructTreeRoot")
        if not isinstance(root, pikepdf.Dictionary):
            return None
        roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
        numbers = {page.obj.objgen: index for index, page in enumerate(self.pages)}
        top = Node("StructTreeRoot", root, None, 0)
        seen: set[tuple[int, int]] = set()
        stack: list[tuple[Node, Any, int | None]] = [(top, root, None)]
        count = 0
        while stack:  # without recursion, for a file may loop
            node, data, page = stack.pop()
            page = (
                numbers.get(data.Pg.objgen, page)
                if isinstance(data.get("/Pg"), pikepdf.Dictionary)
                else page
            )
            below = []
            for kid in _kids(data):
                count += 1
                if count > MAX_ELEMENTS:
                    return top
                if isinstance(kid, int):
                    node.marks.append((page if page is not None else -1, kid))
                elif not isinstance(kid, pikepdf.Dictionary):
                    continue
                elif kid.get("/Type") == "/MCR":
                    at = (
                        numbers.get(kid.Pg.objgen, -1)
                        if "/Pg" in kid
                        else page
                        if page is not None
                        else -1
                    )
                    node.marks.append((at, int(kid.get("/MCID", -1))))
                elif kid.get("/Type") == "/OBJR":
                    node.links.append(kid.get("/Obj"))
                elif (
                    "/S" in kid
                    and (not kid.is_indirect or kid.objgen not in seen)
                    and node.depth < MAX_DEPTH
                ):
                    seen.add(kid.objgen)
                    child = Node(_role(str(kid.S), roles), kid, node, node.depth + 1)
                    node.children.append(child)
                    below.append((child, kid, page))
            stack += below
        return top

    @cached_property
    def elements(self) -> list[Node]:
        """All structure elements in reading order."""
        return [node for node in self.tree.walk() if node.parent is not None] if self.tree else []

    @cached_property
    def boxes(self) -> dict[int, tuple[int, Box]]:
        """Page, from 0, and box of each element that has content of its own, by the element's id;
        on the first page it stands on.
        """
        painted: dict[tuple[int, int], list[Box]] = {}
        for number, content in enumerate(self.contents):
            for item in content.items:
                if item.tag.mcid is not None:
                    painted.setdefault((number, item.tag.mcid), []).append(item.box)
        result: dict[int, tuple[int, Box]] = {}
        for node in self.elements:
            here = [
                (page, box) for page, mcid in node.marks for box in painted.get((page, mcid), [])
            ]
            if here:
                first = min(page for page, _ in here)
                result[id(node)] = (first, around([box for page, box in here if page == first]))
        return result

    def box(self, page: int, name: str) -> Box | None:
        """A page's box of its own (the MediaBox may be inherited): left, bottom, right, top; None
        where there is none.
        """
        found = self.pages[page].mediabox if name == "/MediaBox" else self.pages[page].obj.get(name)
        numbers = [float(value) for value in found] if isinstance(found, pikepdf.Array) else []
        if len(numbers) != 4:
            return None
        return (
            min(numbers[0], numbers[2]),
            min(numbers[1], numbers[3]),
            max(numbers[0], numbers[2]),
            max(numbers[1], numbers[3]),
        )

    def folds(self, page: int) -> tuple[float, ...]:
        """Where a page is folded, pt from the left, as its page-piece dictionary says; none for
        other tools' files.
        """
        return tuple(float(value) for value in self._own(page).get("/Folds", []))

    @property
    def says_folds(self) -> bool:
        """Whether the file says where it is folded, be it nowhere."""
        return all("/Folds" in self._own(page) for page in range(len(self.pages)))

    @property
    def most_ink(self) -> float:
        """The limit of the stock the file says it is for, per cent; coated unless it says so."""
        return 280.0 if self._own(0).get("/Stock") == "/uncoated" else 300.0

    def _own(self, page: int) -> Any:
        """What this tool notes in a page's page-piece dictionary."""
        data: Any = self.pages[page].obj
        return data.get("/PieceInfo", {}).get("/HscbReport", {}).get("/Private", {})

    def place(self, page: int, x: float, y: float) -> tuple[float, float]:
        """A point on a page in mm from its left and its top."""
        box = [float(v) for v in self.pages[page].mediabox]
        return (x - box[0]) * MM, (box[3] - y) * MM


def is_true(data: Any, key: str) -> bool:
    """Whether an entry of a dictionary is the word true."""
    return data.get(key) is True


def _kids(data: Any) -> list[Any]:
    kids = data.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _role(name: str, roles: dict[str, str]) -> str:
    for _ in range(10):
        if name[1:] in STANDARD_TYPES or name not in roles:
            break
        name = roles[name]
    return name[1:]

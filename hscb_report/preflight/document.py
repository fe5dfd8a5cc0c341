"""A PDF opened to be judged: its claims, its structure tree, the content of its pages, each read
once.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pikepdf

from hscb_report.preflight.content import Content
from hscb_report.preflight.interpreter import read
from hscb_report.preflight.packet import Packet, plain
from hscb_report.preflight.shapes import Box, around
from hscb_report.preflight.state import as_text
from hscb_report.preflight.tree import Node, grown, numbered
from hscb_report.preflight.verdict import MM


class Opened:
    """A file under judgement.

    Attributes:
        data: its bytes.
    """

    def __init__(self, pdf: pikepdf.Pdf, data: bytes) -> None:
        self.pdf, self.data, self.size = pdf, data, len(data)

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
    def packet(self) -> Packet:
        """The XMP packet."""
        stream = self.root.get("/Metadata")
        return Packet(stream.read_bytes() if isinstance(stream, pikepdf.Stream) else None)

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The standards the file says it conforms to, in this tool's names; in its own words where
        this tool has no name for one.
        """
        info = self.pdf.trailer.get("/Info")
        old = as_text(info.get("/GTS_PDFXVersion")) if isinstance(info, pikepdf.Dictionary) else ""
        return tuple(dict.fromkeys([*self.packet.claims, *([plain(old)] if old else [])]))

    @cached_property
    def roles(self) -> dict[str, str]:
        """The role map."""
        root = self.root.get("/StructTreeRoot")
        found = root.get("/RoleMap") if isinstance(root, pikepdf.Dictionary) else None
        if not isinstance(found, pikepdf.Dictionary):
            return {}
        return {
            str(key): str(value) for key, value in found.items() if isinstance(value, pikepdf.Name)
        }

    @cached_property
    def _grown(self) -> tuple[Node | None, bool]:
        root = self.root.get("/StructTreeRoot")
        if not isinstance(root, pikepdf.Dictionary):
            return None, True
        return grown(root, {p.obj.objgen: i for i, p in enumerate(self.pages)}, self.roles)

    @property
    def tree(self) -> Node | None:
        """The structure tree below its root, or None."""
        return self._grown[0]

    @property
    def read_to_its_end(self) -> bool:
        """Whether no page and no tree was too long to be read."""
        return self._grown[1] and not any(content.too_long for content in self.contents)

    @cached_property
    def parents(self) -> dict[int, Any]:
        """The way back from pages and annotations to the tree (ParentTree)."""
        root = self.root.get("/StructTreeRoot")
        return numbered(root.get("/ParentTree")) if isinstance(root, pikepdf.Dictionary) else {}

    @cached_property
    def by_object(self) -> dict[Any, Node]:
        """Structure elements by the number of their objects."""
        return {node.data.objgen: node for node in self.elements if node.data.is_indirect}

    def owner(self, data: Any) -> Node | None:
        """The structure element that an annotation says it belongs to, by ParentTree."""
        number = data.get("/StructParent")
        found = self.parents.get(number) if isinstance(number, int) else None
        return self.by_object.get(found.objgen) if isinstance(found, pikepdf.Dictionary) else None

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

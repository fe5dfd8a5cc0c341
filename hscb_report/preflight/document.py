"""A PDF opened to be judged: its claims, its structure tree, the content of its pages, each read
once.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pikepdf

from hscb_report.preflight.content import Content
from hscb_report.preflight.grounds import Grounds
from hscb_report.preflight.interpreter import read
from hscb_report.preflight.letters import Letters
from hscb_report.preflight.limits import OBJECTS, PAGES, Account
from hscb_report.preflight.packet import Packet, plain
from hscb_report.preflight.shapes import Box, around
from hscb_report.preflight.state import as_text
from hscb_report.preflight.streams import Streams
from hscb_report.preflight.tree import Node, grown, numbered
from hscb_report.preflight.verdict import MM


class Opened:
    """A file under judgement.

    Attributes:
        data: its bytes.
    """

    def __init__(self, pdf: pikepdf.Pdf, data: bytes) -> None:
        self.pdf, self.data, self.size = pdf, data, len(data)
        self.account = Account()
        self.streams = Streams(self.account)
        self.letters = Letters(self.streams)

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.pdf.Root

    @cached_property
    def pages(self) -> list[pikepdf.Page]:
        """The pages.

        Raises:
            TooLarge: there are more than are looked at.
        """
        counted, above = 0, [self.root.get("/Pages")]
        while above:  # qpdf makes a page of each mention, before it says how many there are
            node = above.pop()
            kids = node.get("/Kids") if isinstance(node, pikepdf.Dictionary) else None
            if isinstance(kids, pikepdf.Array):
                counted += len(kids)
                if counted > PAGES.most:
                    raise PAGES.exceeded
                above.extend(list(kids))
        return list(self.pdf.pages)

    @cached_property
    def objects(self) -> list[Any]:
        """All objects, wherever they stand.

        Raises:
            TooLarge: there are more than are looked at.
        """
        if len(self.pdf.objects) > OBJECTS.most:
            raise OBJECTS.exceeded
        return list(self.pdf.objects)

    @property
    def contents(self) -> list[Content]:
        """What each page paints.

        Raises:
            TooLarge: it is more than is looked at.
            Exception: whatever odd content provokes; it is read once, and asked for by many.
        """
        if isinstance(self._contents, Exception):
            raise self._contents
        return self._contents

    @cached_property
    def _contents(self) -> list[Content] | Exception:
        try:
            return [read(page, self.letters) for page in self.pages]
        except Exception as error:  # of odd content; told by each check that reads it
            return error

    @cached_property
    def grounds(self) -> list[Grounds]:
        """The fills of each page, by their place."""
        return [Grounds(content, self.account) for content in self.contents]

    @cached_property
    def packet(self) -> Packet:
        """The XMP packet."""
        stream = self.root.get("/Metadata")
        return Packet(self.streams.data(stream) if isinstance(stream, pikepdf.Stream) else None)

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
    def tree(self) -> Node | None:
        """The structure tree below its root, or None.

        Raises:
            TooLarge: it has more elements than are looked at.
        """
        root = self.root.get("/StructTreeRoot")
        if not isinstance(root, pikepdf.Dictionary):
            return None
        numbers = {page.obj.objgen: at for at, page in enumerate(self.pages)}
        return grown(root, numbers, self.roles, self.account)

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
        painted: dict[tuple[int, int], Box] = {}
        for number, content in enumerate(self.contents):
            for item in content.items:
                if item.tag.mcid is not None:
                    key = (number, item.tag.mcid)
                    painted[key] = around([painted.get(key, item.box), item.box])
        result: dict[int, tuple[int, Box]] = {}
        for node in self.elements:
            here = [(mark[0], painted[mark]) for mark in node.marks if mark in painted]
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

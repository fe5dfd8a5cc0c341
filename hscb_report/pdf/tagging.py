"""The structure tree written into the file: StructTreeRoot, ParentTree, MarkInfo (ISO 32000-1,
14.7).

It is as it stands in the file from the start: through ReportLab's dictionaries it takes as long as
all the rest of a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFString

from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.path import number
from hscb_report.pdf.structure import Element


def attach(canvas: ReportCanvas, root: Element) -> None:
    """Write the tree below ``root`` (a Document); call it when every page is shown and before
    ``save``.
    """
    _Writer(canvas).write(root)


class _Written(PDFObject):
    """An object of the file as it stands there."""

    code = b""

    def format(self, document: Any) -> bytes:
        """What stands in the file."""
        return self.code


class _Writer:
    def __init__(self, canvas: ReportCanvas) -> None:
        self.canvas = canvas
        self.doc: Any = canvas._doc
        self.pages = [self._named(page) for page in self.doc.Pages.pages]
        self.by_page: dict[int, dict[int, bytes]] = {}
        self.by_annotation: list[tuple[int, bytes]] = []

    def write(self, root: Element) -> None:
        catalog, tree = self.doc.Catalog, _Written()
        reference = self._named(tree)
        below = self._element(root, reference)
        numbers, parents = self._numbers(), _Written()
        parents.code = b"<</Nums %s>>" % numbers
        tree.code = b"<</Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d>>" % (
            below,
            self._named(parents),
            self._next_key,
        )
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _named(self, item: PDFObject) -> bytes:
        """An object gets its number; what refers to it."""
        name = self.doc.Reference(item).name
        return b"%d %d R" % self.doc.idToObjectNumberAndVersion[name]

    def _text(self, text: str) -> bytes:
        """A string as the file has it."""
        made: bytes = PDFString(text).format(self.doc)
        return made

    @property
    def _next_key(self) -> int:
        return len(self.pages) + len(self.by_annotation)

    def _element(self, element: Element, parent: bytes) -> bytes:
        entry = _Written()
        reference = self._named(entry)
        parts = [b"<</Type /StructElem /S %s /P %s" % (_name(element.role), parent)]
        if element.alt is not None:
            parts.append(b"/Alt " + self._text(element.alt))
        if element.lang:
            parts.append(b"/Lang " + self._text(element.lang))
        if attributes := _attributes(element):
            parts.append(b"/A " + attributes)
        kids = [self._mark(mark.page, mark.mcid, reference) for mark in element.marks]
        kids += [self._element(child, reference) for child in element.children]
        kids += [self._annotation(*one, reference) for one in element.annotations]
        entry.code = b" ".join([*parts, b"/K %s>>" % _array(kids)])
        return reference

    def _mark(self, page: int, mcid: int, owner: bytes) -> bytes:
        self.by_page.setdefault(page, {})[mcid] = owner
        return b"<</Type /MCR /Pg %s /MCID %d>>" % (self.pages[page], mcid)

    def _annotation(self, page: int, reference: Any, owner: bytes) -> bytes:
        key, name = self._next_key, reference.name
        self.by_annotation.append((key, owner))
        self.doc.idToObject[name].dict["StructParent"] = key
        number = self.doc.idToObjectNumberAndVersion[name]
        return b"<</Type /OBJR /Pg %s /Obj %d %d R>>" % (self.pages[page], *number)

    def _numbers(self) -> bytes:
        numbers: list[bytes] = []
        for page in range(len(self.pages)):
            owners, marks = self.by_page.get(page, {}), _Written()
            marks.code = _array(owners[mcid] for mcid in range(len(owners)))
            numbers.append(b"%d %s" % (page, self._named(marks)))
        numbers += [b"%d %s" % one for one in self.by_annotation]
        return _array(numbers)


def _attributes(element: Element) -> bytes:
    """What an element says of itself; empty for most."""
    if element.scope:
        return b"<</O /Table /Scope %s>>" % _name(element.scope)
    if element.box:
        box = _array(number(round(value, 2)).encode("ascii") for value in element.box)
        return b"<</O /Layout /Placement /Block /BBox %s>>" % box
    if element.role == "L":
        numbered = any(part.role == "Lbl" for item in element.children for part in item.children)
        numbering = element.numbering or ("Decimal" if numbered else "None")
        return b"<</O /List /ListNumbering %s>>" % _name(numbering)
    return b""


def _name(name: str) -> bytes:
    """A name of the standard, which has letters and digits alone."""
    return b"/" + name.encode("ascii")


def _array(items: Iterable[bytes]) -> bytes:
    return b"[%s]" % b" ".join(items)

"""The structure tree written into the file: StructTreeRoot, ParentTree, MarkInfo (ISO 32000-1,
14.7).
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element


def attach(canvas: ReportCanvas, root: Element) -> None:
    """Write the tree below ``root`` (a Document); call it when every page is shown and before
    ``save``.
    """
    _Writer(canvas).write(root)


class _Writer:
    def __init__(self, canvas: ReportCanvas) -> None:
        self.canvas = canvas
        self.doc = canvas._doc
        self.by_page: dict[int, dict[int, object]] = {}
        self.by_annotation: list[tuple[int, object]] = []

    def write(self, root: Element) -> None:
        catalog = self.doc.Catalog
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self.doc.Reference(tree)
        tree["K"] = self._element(root, reference)
        tree["ParentTree"] = self.doc.Reference(PDFDictionary({"Nums": self._numbers()}))
        tree["ParentTreeNextKey"] = self._next_key
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    @property
    def _next_key(self) -> int:
        return len(self.doc.Pages.pages) + len(self.by_annotation)

    def _element(self, element: Element, parent: object) -> object:
        entry = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent}
        )
        reference = self.doc.Reference(entry)
        if element.alt is not None:
            entry["Alt"] = PDFString(element.alt)
        if element.lang:
            entry["Lang"] = PDFString(element.lang)
        if attributes := self._attributes(element):
            entry["A"] = attributes
        kids = [self._mark(mark.page, mark.mcid, reference) for mark in element.marks]
        kids += [self._element(child, reference) for child in element.children]
        kids += [self._annotation(one, reference) for one in element.annotations]
        entry["K"] = PDFArray(kids)
        return reference

    def _attributes(self, element: Element) -> object | None:
        if element.scope:
            return PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
        if element.box:
            return PDFDictionary(
                {
                    "O": PDFName("Layout"),
                    "Placement": PDFName("Block"),
                    "BBox": PDFArray([round(value, 2) for value in element.box]),
                }
            )
        if element.role == "L":
            numbered = any(
                part.role == "Lbl" for item in element.children for part in item.children
            )
            numbering = element.numbering or ("Decimal" if numbered else "None")
            return PDFDictionary({"O": PDFName("List"), "ListNumbering": PDFName(numbering)})
        return None

    def _page(self, index: int) -> object:
        return self.doc.Reference(self.canvas.page_object(index))

    def _mark(self, page: int, mcid: int, owner: object) -> object:
        self.by_page.setdefault(page, {})[mcid] = owner
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._page(page), "MCID": mcid})

    def _annotation(self, annotation: tuple[int, Any], owner: object) -> object:
        page, reference = annotation
        key = self._next_key
        self.by_annotation.append((key, owner))
        self.doc.idToObject[reference.name].dict["StructParent"] = key
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": self._page(page), "Obj": reference})

    def _numbers(self) -> object:
        numbers: list[object] = []
        for page in range(len(self.doc.Pages.pages)):
            owners = self.by_page.get(page, {})
            numbers += [
                page,
                self.doc.Reference(PDFArray([owners[mcid] for mcid in range(len(owners))])),
            ]
        for key, owner in self.by_annotation:
            numbers += [key, owner]
        return PDFArray(numbers)

"""Checks of the logical structure: tags, alternative texts, headings, tables, lists, reading order,
links.

ISO 14289-1 (PDF/UA-1), clause 7; the Matterhorn Protocol 1.1 names the failures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from hscb_report.preflight.document import STANDARD_TYPES, Node, Opened, is_true
from hscb_report.preflight.verdict import Fault

PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}


def structure(doc: Opened) -> Iterator[Fault]:
    """7.1: a tree, everything painted in a tag or an artifact, every tag in the tree, standard
    types in their places.
    """
    mark = doc.root.get("/MarkInfo")
    if not isinstance(mark, pikepdf.Dictionary) or not is_true(mark, "/Marked"):
        yield Fault("the file does not say that it is tagged (MarkInfo, Marked)")
    if doc.tree is None or not doc.elements:
        yield Fault(
            "the file has no structure tree: a screen reader finds no headings, lists or tables"
        )
        return
    for node in doc.elements:
        if node.role not in STANDARD_TYPES:
            yield Fault(
                f'"{node.role}" is no standard structure type, and the file does not map it to one'
            )
        elif node.parent and node.role in PARENTS and node.parent.role not in PARENTS[node.role]:
            yield Fault(f"a {node.role} stands in a {node.parent.role}, where it may not stand")
    owned = {mark for node in doc.elements for mark in node.marks}
    for number, content in enumerate(doc.contents):
        if content.too_long:
            yield Fault("the page's content is too long to be read to its end", number + 1)
        for thing in content.items:
            at = doc.place(number, thing.box[0], thing.box[3])
            if thing.tag.outside:
                yield Fault(
                    "something is painted that is neither tagged nor an artifact", number + 1, at
                )
            elif thing.tag.mcid is not None and (number, thing.tag.mcid) not in owned:
                yield Fault("tagged content is missing from the structure tree", number + 1, at)


def alt_text(doc: Opened) -> Iterator[Fault]:
    """7.3: every figure and formula says in words what it shows."""
    for node in doc.elements:
        if node.role in ("Figure", "Formula") and not any(
            str(node.data.get(key, "")).strip() for key in ("/Alt", "/ActualText")
        ):
            if id(node) in doc.boxes:
                page, box = doc.boxes[id(node)]
                yield Fault(
                    f"a {node.role} has no alternative text",
                    page + 1,
                    doc.place(page, box[0], box[3]),
                )
            else:
                yield Fault(f"a {node.role} has no alternative text")


def headings(doc: Opened) -> Iterator[Fault]:
    """7.4: headings begin at level 1 and skip none on the way down."""
    before = 0
    for node in doc.elements:
        if len(node.role) == 2 and node.role[0] == "H" and node.role[1].isdigit():
            level = int(node.role[1])
            if level > before + 1:
                after = f"follows one of level {before}" if before else "is the first"
                yield Fault(f"a heading of level {level} {after}: a level is skipped", _page(node))
            before = level


def tables(doc: Opened) -> Iterator[Fault]:
    """7.5: every table has header cells that say which cells they head, and rows of one length."""
    for table in (node for node in doc.elements if node.role == "Table"):
        rows = [node for node in table.walk() if node.role == "TR"]
        heads = [node for node in table.walk() if node.role == "TH"]
        if not heads:
            yield Fault("a table has no header cells (TH)", _page(table))
        for head in heads:
            attributes = head.data.get("/A")
            scoped = [
                a
                for a in (attributes if isinstance(attributes, pikepdf.Array) else [attributes])
                if isinstance(a, pikepdf.Dictionary) and "/Scope" in a
            ]
            if not scoped and "/ID" not in head.data:
                yield Fault(
                    "a table's header cell does not say whether it heads a column or a row (Scope)",
                    _page(head),
                )
        first = [cell for cell in rows[0].children if cell.role in ("TH", "TD")] if rows else []
        if first and first[0].role == "TD" and not any(below.marks for below in first[0].walk()):
            first = first[1:]  # an empty corner heads nothing
        columns_named = bool(first) and all(cell.role == "TH" for cell in first)
        if (
            heads
            and len(rows) > 1
            and not columns_named
            and not all(row.children and row.children[0].role == "TH" for row in rows)
        ):
            yield Fault(
                "a table has neither a row of header cells at its top nor a header cell in each "
                "row",
                _page(table),
            )
        elif (
            heads
            and len(rows) > 1
            and any(node.role == "THead" for node in table.walk())
            and not columns_named
        ):
            yield Fault("a table's head row holds a cell that is no header cell", _page(table))
        widths = {
            sum(_span(cell) for cell in row.children if cell.role in ("TH", "TD")) for row in rows
        }
        if len(widths) > 1 and not any(
            "/RowSpan" in str(cell.data.get("/A", "")) for row in rows for cell in row.children
        ):
            yield Fault("a table's rows have different numbers of cells", _page(table))


def links(doc: Opened) -> Iterator[Fault]:
    """7.18: every link is in the tree as a Link, and says where it leads."""
    known = {
        link.objgen
        for node in doc.elements
        if node.role == "Link"
        for link in node.links
        if link is not None
    }
    for number, page in enumerate(doc.pages):
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") != "/Link":
                continue
            at = doc.place(number, float(annotation.Rect[0]), float(annotation.Rect[3]))
            if annotation.objgen not in known:
                yield Fault("a link is not tagged as a Link", number + 1, at)
            if not str(annotation.get("/Contents", "")).strip():
                yield Fault(
                    "a link does not say in words where it leads (Contents)", number + 1, at
                )


def reading_order(doc: Opened) -> Iterator[Fault]:
    """7.2: what is read next does not stand above what was just read, in the same column of the
    page.
    """
    placed = [(node, *doc.boxes[id(node)]) for node in doc.elements if id(node) in doc.boxes]
    for (_, page, box), (after, next_page, next_box) in pairwise(placed):
        if next_page < page:
            yield Fault(
                "the reading order goes back to an earlier page",
                next_page + 1,
                doc.place(next_page, next_box[0], next_box[3]),
            )
        elif (
            next_page == page
            and next_box[1] > box[3] + 1
            and min(box[2], next_box[2]) - max(box[0], next_box[0]) > 2
        ):
            yield Fault(
                f"the reading order jumps up the page to a {after.role}",
                page + 1,
                doc.place(page, next_box[0], next_box[3]),
            )


def _page(node: Node) -> int | None:
    """The page of the first content in an element, from 1."""
    pages = [page for below in node.walk() for page, _ in below.marks if page >= 0]
    return min(pages) + 1 if pages else None


def _span(cell: Node) -> int:
    attributes = cell.data.get("/A")
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(one, pikepdf.Dictionary) and "/ColSpan" in one:
            return int(one.ColSpan)
    return 1

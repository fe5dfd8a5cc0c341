"""Checks of the logical structure: tags and their types, alternative texts, headings, notes,
reading order.

ISO 14289-1 (PDF/UA-1), clause 7; the Matterhorn Protocol 1.1 names the failures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened, is_true
from hscb_report.preflight.limits import COMPARISONS
from hscb_report.preflight.state import as_text
from hscb_report.preflight.tree import STANDARD_TYPES, Node
from hscb_report.preflight.verdict import Fault

_ROWS = {"Table", "THead", "TBody", "TFoot"}
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": _ROWS,
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}
"""Where a type may stand."""
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
"""What may stand in a type."""


def tagged(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 6.2 and 7.1: the file says that it is tagged, there is a tree, and its types are
    standard ones or mapped to them; standard ones are mapped to no others.
    """
    yield from _tagged(doc)
    for name in sorted({f"/{node.name}" for node in doc.elements}):
        if name[1:] in STANDARD_TYPES and doc.roles.get(name, name) != name:
            yield Fault(
                f'"{name[1:]}" is a standard structure type, and the file maps it to another'
            )


def kept_tags(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.7.2 and 6.7.3: as ``tagged``, but standard types may be mapped to other standard
    ones.
    """
    yield from _tagged(doc)
    for name in sorted({f"/{node.name}" for node in doc.elements}):
        other = doc.roles.get(name, name)
        if name[1:] in STANDARD_TYPES and other[1:] not in STANDARD_TYPES:
            yield Fault(f'"{name[1:]}" is a standard structure type, and is mapped to none')


def _tagged(doc: Opened) -> Iterator[Fault]:
    mark = doc.root.get("/MarkInfo")
    if not isinstance(mark, pikepdf.Dictionary) or not is_true(mark, "/Marked"):
        yield Fault("the file does not say that it is tagged (MarkInfo, Marked)")
    if doc.tree is None or not doc.elements:
        yield Fault(
            "the file has no structure tree: a screen reader finds no headings, lists or tables"
        )
        return
    for name in sorted({f"/{node.name}" for node in doc.elements}):
        if (wrong := _mapping(name, doc)) is not None:
            yield Fault(wrong)


def _mapping(name: str, doc: Opened) -> str | None:
    """What is wrong with how a type is mapped, in words."""
    roles, seen = doc.roles, set[str]()
    at = name
    while at[1:] not in STANDARD_TYPES:
        if at in seen:
            return f'"{name[1:41]}" is mapped in a circle (RoleMap)'
        doc.account.spend(COMPARISONS)
        seen.add(at)
        if at not in roles:
            return (
                f'"{name[1:41]}" is no standard structure type, and the file does not map it to one'
            )
        at = roles[at]
    return None


def structure(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1 and 7.2: everything painted in a tag or an artifact, every tag in the tree,
    types in their places.
    """
    for node in doc.elements:
        parent = node.parent.role if node.parent else ""
        if node.role in PARENTS and parent not in PARENTS[node.role]:
            yield Fault(f"a {node.role} stands in a {parent}, where it may not stand", _page(node))
        kids = [kid.role for kid in node.children]
        wrong = next((kid for kid in kids if kid not in KIDS.get(node.role, {kid})), None)
        if wrong is not None and node.role not in PARENTS.get(wrong, ()):
            yield Fault(f"a {wrong} stands in a {node.role}, where it may not stand", _page(node))
        above = node.data.get("/P")
        if not isinstance(above, pikepdf.Dictionary) or (
            node.parent is not None and above.objgen != node.parent.data.objgen
        ):
            yield Fault(f"a {node.role} does not say truly what it stands in (P)", _page(node))
        yield from (Fault(text, _page(node)) for text in _order(node.role, kids))
    owned = {mark for node in doc.elements for mark in node.marks}
    for number, content in enumerate(doc.contents):
        for thing in content.items:
            at = doc.place(number, thing.box[0], thing.box[3])
            if thing.tag.outside:
                yield Fault(
                    "something is painted that is neither tagged nor an artifact", number + 1, at
                )
            elif thing.tag.mcid is not None and (number, thing.tag.mcid) not in owned:
                yield Fault("tagged content is missing from the structure tree", number + 1, at)


def _order(role: str, kids: list[str]) -> Iterator[str]:
    """What is wrong with the number and the order of what stands in a table, list or contents."""
    if role not in ("Table", "L", "TOC"):
        return
    captions = [at for at, kid in enumerate(kids) if kid == "Caption"]
    ends = (0, len(kids) - 1) if role == "Table" else (0,)
    if len(captions) > 1 or any(at not in ends for at in captions):
        yield f"the caption of a {role} stands neither first nor last, or there are several"
    if role == "Table":
        if kids.count("THead") > 1 or kids.count("TFoot") > 1:
            yield "a table has several heads or feet (THead, TFoot)"
        if {"THead", "TFoot"} & set(kids) and "TBody" not in kids:
            yield "a table has a head or a foot, and no body (TBody)"


def suspects(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1: the tool that made the tags does not doubt them."""
    mark = doc.root.get("/MarkInfo")
    if isinstance(mark, pikepdf.Dictionary) and is_true(mark, "/Suspects"):
        yield Fault("the file says that its tags may be wrong (MarkInfo, Suspects)")


def nesting(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1: no artifact in tagged content, and no tagged content in an artifact."""
    for number, content in enumerate(doc.contents, 1):
        yield from (Fault(message, number) for message in sorted(content.nested))


def way_back(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1 (ISO 32000-1, 14.7.4.4): from tagged content a viewer finds its way back
    into the tree (ParentTree).
    """
    if not doc.elements:
        return
    owners = {
        mark: node for node in doc.elements for mark in node.marks if mark not in node.elsewhere
    }
    for number, content in enumerate(doc.contents):
        # Forms may have tags of their own, which count anew: then the page does not tell.
        if any("/StructParents" in form for form in content.forms):
            continue
        used = {item.tag.mcid for item in content.items if item.tag.mcid is not None}
        key = doc.pages[number].obj.get("/StructParents")
        back = doc.parents.get(key) if isinstance(key, int) else None
        ways: Any = back if isinstance(back, pikepdf.Array) else ()
        for mcid in sorted(used):
            node = owners.get((number, mcid))
            if node is None or not node.data.is_indirect:
                continue
            way = ways[mcid] if 0 <= mcid < len(ways) else None
            if not isinstance(way, pikepdf.Dictionary) or way.objgen != node.data.objgen:
                yield Fault(
                    f"tagged content of a {node.role} does not lead back to it (ParentTree)",
                    number + 1,
                )
                break


def alt_text(doc: Opened) -> Iterator[Fault]:
    """7.3 and 7.7: every figure and formula says in words what it shows."""
    for node in doc.elements:
        if (
            node.role in ("Figure", "Formula")
            and not as_text(node.data.get("/Alt")).strip()
            and not isinstance(node.data.get("/ActualText"), pikepdf.String)
        ):
            message = f"a {node.role} has no alternative text"
            if id(node) in doc.boxes:
                page, box = doc.boxes[id(node)]
                yield Fault(message, page + 1, doc.place(page, box[0], box[3]))
            else:
                yield Fault(message, _page(node))


def headings(doc: Opened) -> Iterator[Fault]:
    """7.4: headings begin at level 1 and skip none on the way down; with numbers or without, not
    both; of those without, one in each part.
    """
    before = 0
    numbered = False
    for node in doc.elements:
        if re.fullmatch(r"H[1-6]", node.role):
            numbered = True
            level = int(node.role[1])
            if level > before + 1:
                after = f"follows one of level {before}" if before else "is the first"
                yield Fault(f"a heading of level {level} {after}: a level is skipped", _page(node))
            before = level
        if [kid.role for kid in node.children].count("H") > 1:
            yield Fault("two headings without numbers (H) stand in one part", _page(node))
    if numbered and any(node.role == "H" for node in doc.elements):
        yield Fault("headings with numbers (H1, H2 ...) and without (H) are mixed")


def notes(doc: Opened) -> Iterator[Fault]:
    """7.9: every note has an identifier of its own."""
    seen: set[str] = set()
    for node in doc.elements:
        if node.role == "Note":
            name = as_text(node.data.get("/ID"))
            if not name:
                yield Fault("a note has no identifier (ID)", _page(node))
            elif name in seen:
                yield Fault("two notes have one identifier (ID)", _page(node))
            seen.add(name)


def reading_order(doc: Opened) -> Iterator[Fault]:
    """What is read next does not stand above what was just read, in the same column of the page.
    ISO 14289-1, 7.2, asks for an order that makes sense; this only looks for leaps.
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

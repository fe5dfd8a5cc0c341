"""Checks of the language that words are in, for a voice that pronounces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.interactive import annots, bookmarks, fields
from hscb_report.preflight.state import as_text
from hscb_report.preflight.tree import Node
from hscb_report.preflight.verdict import Fault

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.2: the language of all words is named: by the catalogue, or else by each text,
    description and field itself.
    """
    if as_text(doc.root.get("/Lang")).strip():
        return
    bare = next(_without(doc), None)
    if bare:
        what, page = bare
        yield Fault(f"the file does not name its language (Lang), nor does {what}", page)


def named(doc: Opened) -> Iterator[Fault]:
    """The catalogue names the language."""
    if not as_text(doc.root.get("/Lang")).strip():
        yield Fault("the file does not name its language (Lang)")


def language_tags(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.2; ISO 19005, 6.7.4: what is named as a language is a language tag."""
    said: dict[str, int | None] = {}
    for data in (doc.root, *(node.data for node in doc.elements)):
        if isinstance(data.get("/Lang"), pikepdf.String):
            said.setdefault(str(data.Lang), None)
    for number, content in enumerate(doc.contents, 1):
        for item in content.items:
            if item.tag.language:
                said.setdefault(item.tag.language, number)
    for tag, page in said.items():
        if not _TAG.fullmatch(tag) and not (tag == "" and "/Lang" not in doc.root):
            yield Fault(f'"{tag[:40]}" is no language tag (Lang)', page)


def _without(doc: Opened) -> Iterator[tuple[str, int | None]]:
    """What names no language: in words, and the page from 1."""
    if next(bookmarks(doc.root), None) is not None:
        yield "a bookmark, which cannot", None
    if doc.packet.in_no_language:
        yield "the title in the metadata", None
    for node in doc.elements:
        if any(key in node.data for key in ("/Alt", "/ActualText", "/E")) and not node.language:
            yield f"the description of a {node.role}", None
    for number, page in enumerate(doc.pages, 1):
        for annotation in annots(page):
            if as_text(annotation.get("/Contents")) and not _names(doc, annotation):
                yield "the description of an annotation", number
    for field in fields(doc.root):
        if as_text(field.get("/TU")) and not _names(doc, field):
            yield "the description of a form field", None
    by_mark: dict[tuple[int, int], Node] = {
        mark: node for node in doc.elements for mark in node.marks
    }
    for number, content in enumerate(doc.contents):
        for text in content.texts:
            owner = None if text.tag.mcid is None else by_mark.get((number, text.tag.mcid))
            if not text.tag.language and not (owner and owner.language):
                yield "a text", number + 1


def _names(doc: Opened, data: Any) -> bool:
    """Whether the structure element of an annotation or field names a language of its own; the
    reference validator takes no other.
    """
    owner = doc.owner(data)
    return owner is not None and bool(as_text(owner.data.get("/Lang")))

"""Checks of the files that are attached to a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.interactive import below
from hscb_report.preflight.state import as_text
from hscb_report.preflight.verdict import Fault

_MIME = re.compile(r"[-\w+.]+/[-\w+.]+")


def file_names(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.11; ISO 19005, 6.8: attached files have names, for old viewers and new."""
    for spec in _attached(doc):
        if not as_text(spec.get("/F")) or not as_text(spec.get("/UF")):
            yield Fault(f"the attachment {_name(spec)} has no name in both places (F, UF)")


def attachments(doc: Opened) -> Iterator[Fault]:
    """ISO 19005-3, 6.8: every attached file says what it is and how it relates to what it belongs
    to: the document, a page, or anything else in the file (AF).
    """
    found = list(_attached(doc))
    if not found:
        return
    associated = {
        spec.objgen
        for item in doc.objects
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))
        for spec in _specs(item.get("/AF"))
    }
    for spec in found:
        name = _name(spec)
        if "/AFRelationship" not in spec:
            yield Fault(
                f"the attachment {name} does not say how it relates to the document "
                "(AFRelationship)"
            )
        if spec.objgen not in associated:
            yield Fault(f"the attachment {name} is not associated with anything (AF)")
        data = next(iter(spec.EF.values()), None)
        if not isinstance(data, pikepdf.Stream):
            yield Fault(f"the attachment {name} is not in the file")
        elif not _MIME.fullmatch(as_text(data.get("/Subtype")).removeprefix("/")):
            yield Fault(f"the attachment {name} does not say of which kind it is (Subtype)")


def no_attachments(doc: Opened) -> Iterator[Fault]:
    """PDF/A-2 allows files to be attached that are PDF/A themselves, which is not looked into: so
    none, in what this tool builds.
    """
    for spec in _attached(doc):
        yield Fault(
            f"the attachment {_name(spec)} has to be PDF/A-1 or PDF/A-2 itself, which was not "
            "looked into"
        )


def _attached(doc: Opened) -> Iterator[Any]:
    """The file specifications that hold files."""
    for item in doc.objects:
        if isinstance(item, pikepdf.Dictionary) and isinstance(item.get("/EF"), pikepdf.Dictionary):
            yield item
    names = doc.root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    if isinstance(tree, pikepdf.Dictionary):
        for node in (tree, *below(tree, "/Kids")):
            for spec in _specs(node.get("/Names")):
                if not spec.is_indirect and isinstance(spec.get("/EF"), pikepdf.Dictionary):
                    yield spec


def _specs(data: Any) -> list[Any]:
    kids = list(data) if isinstance(data, pikepdf.Array) else [data]
    return [one for one in kids if isinstance(one, pikepdf.Dictionary)]


def _name(spec: Any) -> str:
    said = as_text(spec.get("/UF")) or as_text(spec.get("/F"))
    return re.sub(r"[^ -~\u00a0-\uffff]", "?", said)[:60] or "without a name"

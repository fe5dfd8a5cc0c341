"""Judge a file: standard by standard, what it claims and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import islice

import pikepdf

from hscb_report.preflight import rules_appearance as appearance
from hscb_report.preflight import rules_cut as cut
from hscb_report.preflight import rules_document as document
from hscb_report.preflight import rules_ink as inked
from hscb_report.preflight import rules_press as press
from hscb_report.preflight import rules_structure as structure
from hscb_report.preflight.document import Opened
from hscb_report.preflight.verdict import Checked, Fault, Judged, Verdict

Rule = Callable[[Opened], Iterable[Fault]]

_TAGGED: dict[str, Rule] = {
    "structure": structure.structure,
    "language": document.language,
    "letters": document.letters,
}
_UNDERSTOOD: dict[str, Rule] = {
    "alt-text": structure.alt_text,
    "headings": structure.headings,
    "tables": structure.tables,
    "links": structure.links,
    "reading-order": structure.reading_order,
    "title-shown": document.title_shown,
    "tab-order": document.tab_order,
    "contrast": appearance.contrast,
}
_SOUND: dict[str, Rule] = {
    "metadata": document.metadata,
    "fonts": document.fonts,
    "boxes": document.boxes,
}
_PRINTED: dict[str, Rule] = {
    "press-colour": inked.press_colour,
    "ink": inked.ink,
    "black-text": inked.black_text,
    "overprint": inked.overprint,
    "lines": inked.lines,
    "type-size": inked.type_size,
    "pictures": inked.pictures,
    "bleed": cut.bleed,
    "quiet-zone": cut.quiet_zone,
}
_ARCHIVED: dict[str, Rule] = {"colour": appearance.colour, "archive": document.archive}

STANDARDS: dict[str, dict[str, Rule]] = {
    "ua1": {**_TAGGED, **_UNDERSTOOD, **_SOUND},
    "a2a": {**_TAGGED, **_SOUND, **_ARCHIVED, "attachments": document.no_attachments},
    "a3a": {**_TAGGED, **_SOUND, **_ARCHIVED, "attachments": document.attachments},
    "a2b": {**_SOUND, **_ARCHIVED, "attachments": document.no_attachments},
    "x4": {
        **_SOUND,
        "archive": document.archive,
        "intent": press.intent,
        "identification": press.identification,
        "page-boxes": press.page_boxes,
        "transparency": press.transparency,
        **_PRINTED,
    },
}
"""Which checks make up a standard. Contrast is WCAG's; it is judged with PDF/UA, which builds on
it. What is judged
with PDF/X-4 from ``press-colour`` on is what UK print shops ask for beyond it."""

TITLES = {
    "ua1": "PDF/UA-1 (accessible)",
    "a2a": "PDF/A-2a (archive)",
    "a2b": "PDF/A-2b (archive)",
    "a3a": "PDF/A-3a (archive)",
    "x4": "PDF/X-4 (press)",
}

MOST_FINDINGS = 50


def verify(data: bytes, standards: Sequence[str] | None = None) -> Verdict:
    """Judge a file by the standards it claims, or by those named.

    Args:
        data: the file's bytes; from any tool, broken or hostile.
        standards: names from ``STANDARDS``; None takes what the file claims.
    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _judge(Opened(pdf, len(data)), standards)
    except pikepdf.PasswordError:
        return Verdict(size=len(data), unreadable="the file asks for a password")
    except (
        Exception
    ) as error:  # whatever a broken or hostile file provokes, the answer is a verdict
        reason = (
            re.sub(r"stream <[^>]*>: ", "", str(error).partition("\n")[0])[:200]
            or type(error).__name__
        )
        return Verdict(size=len(data), unreadable=f"the file cannot be read as a PDF ({reason})")


def _judge(doc: Opened, standards: Sequence[str] | None) -> Verdict:
    if not doc.pages:
        return Verdict(size=doc.size, unreadable="the file has no pages")
    wanted = (
        list(dict.fromkeys(standards))
        if standards
        else [name for name in doc.claims if name in STANDARDS]
    )
    made: dict[Rule, tuple[Fault, ...]] = {}
    judged = []
    for standard in wanted:
        checks = []
        for name, rule in STANDARDS[standard].items():
            if rule not in made:
                made[rule] = _run(rule, doc)
            checks.append(Checked(name, made[rule]))
        judged.append(Judged(standard, standard in doc.claims, tuple(checks)))
    unknown = [name for name in doc.claims if name not in STANDARDS]
    not_made = (
        tuple(f"the file claims {name}, which this tool does not judge" for name in unknown)
        if not standards
        else ()
    )
    if any(one.standard == "x4" for one in judged):
        if not doc.says_folds:
            not_made = (
                *not_made,
                "the file does not say where the sheet is folded, so words near folds were not "
                "looked for",
            )
    elif any(intent.get("/S") == "/GTS_PDFX" for intent in doc.root.get("/OutputIntents", [])):
        not_made = (
            *not_made,
            "the file names a printing condition and does not claim PDF/X-4; judge it as a press "
            "file with --standard x4",
        )
    return Verdict(len(doc.pages), doc.size, doc.claims, tuple(judged), not_made=not_made)


def _run(rule: Rule, doc: Opened) -> tuple[Fault, ...]:
    try:
        return tuple(islice(rule(doc), MOST_FINDINGS))
    except Exception as error:  # a rule that stumbles over odd data has found something wrong
        return (
            Fault(
                "the check could not be made: the file is damaged or odd here "
                f"({type(error).__name__}: {str(error)[:120]})"
            ),
        )

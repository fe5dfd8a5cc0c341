"""Judge a file by this tool's own checks: standard by standard, what it claims and what was
found. That nothing was found is no proof that it conforms.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import islice

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.limits import FILE, TooLarge
from hscb_report.preflight.standards import STANDARDS, Check, Rule
from hscb_report.preflight.streams import bounded
from hscb_report.preflight.verdict import Checked, Fault, Judged, Verdict, said

MOST_FINDINGS = 50


def verify(data: bytes, standards: Sequence[str] | None = None) -> Verdict:
    """Judge a file by the standards it claims, or by those named.

    Args:
        data: the file's bytes; from any tool, broken or hostile.
        standards: names from ``STANDARDS``; None takes what the file claims.
    """
    if len(data) > FILE.most:
        return Verdict(size=len(data), too_large=str(FILE.exceeded))
    try:
        with bounded(), pikepdf.open(BytesIO(data)) as pdf:
            return _judge(Opened(pdf, data), standards)
    except TooLarge as error:
        return Verdict(size=len(data), too_large=str(error))
    except MemoryError:
        return Verdict(size=len(data), too_large="it needs more memory than there is for it")
    except pikepdf.PasswordError:
        return Verdict(size=len(data), unreadable="the file asks for a password")
    except Exception as error:  # whatever a broken or hostile file provokes, a verdict is given
        reason = said(str(error).partition("\n")[0].removeprefix("stream "), 200).lstrip(": ")
        return Verdict(
            size=len(data),
            unreadable=f"the file cannot be read as a PDF ({reason or type(error).__name__})",
        )


def _judge(doc: Opened, standards: Sequence[str] | None) -> Verdict:
    if not doc.pages:
        return Verdict(size=doc.size, unreadable="the file has no pages")
    claims = doc.claims
    wanted = standards or [name for name in claims if name in STANDARDS]
    made: dict[Rule, tuple[tuple[Fault, ...], str]] = {}
    judged = tuple(
        Judged(
            standard,
            standard in claims,
            tuple(_checked(name, one, doc, made) for name, one in STANDARDS[standard].items()),
        )
        for standard in dict.fromkeys(wanted)
    )
    unknown = tuple(name for name in claims if name not in STANDARDS)
    return Verdict(
        len(doc.pages),
        doc.size,
        claims,
        judged,
        not_made=tuple(_left_out(doc, [one.standard for one in judged])),
        not_judged=unknown,
    )


def _left_out(doc: Opened, judged: list[str]) -> list[str]:
    """What was not looked at, in words."""
    notes = []
    if "x4" in judged:
        if not doc.says_folds:
            notes.append(
                "the file does not say where the sheet is folded, so words near folds were not "
                "looked for"
            )
    elif "x4" not in doc.claims and _names_condition(doc):
        notes.append(
            "the file names a printing condition and does not claim PDF/X-4; judge it as a press "
            "file with --standard x4"
        )
    return notes


def _names_condition(doc: Opened) -> bool:
    found = doc.root.get("/OutputIntents")
    return isinstance(found, pikepdf.Array) and any(
        isinstance(intent, pikepdf.Dictionary) and intent.get("/S") == "/GTS_PDFX"
        for intent in found
    )


def _checked(
    name: str, check: Check, doc: Opened, made: dict[Rule, tuple[tuple[Fault, ...], str]]
) -> Checked:
    if check.rule not in made:
        made[check.rule] = _run(check.rule, doc)
    findings, unmade = made[check.rule]
    return Checked(name, findings, check.kind, unmade=unmade)


def _run(rule: Rule, doc: Opened) -> tuple[tuple[Fault, ...], str]:
    """What a rule finds, and why it could not be asked to its end."""
    findings: list[Fault] = []
    try:
        for fault in islice(rule(doc), MOST_FINDINGS + 1):
            findings.append(fault)
    except (TooLarge, MemoryError):
        raise
    except Exception as error:  # a rule stumbles over odd data, which need not be wrong
        reason = f"{type(error).__name__}: {said(error, 120)}".rstrip(": ")
        return tuple(findings), f"the file is damaged or odd here ({reason})"
    if len(findings) > MOST_FINDINGS:
        findings[-1] = Fault(f"more than {MOST_FINDINGS} were found; the rest is not listed")
    return tuple(findings), ""

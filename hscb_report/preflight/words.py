"""Verdicts in words, for the terminal and for machines."""

from __future__ import annotations

from typing import Any

from hscb_report.preflight.asked import RULES, TITLES, asked
from hscb_report.preflight.verdict import (
    FAILS,
    HOLDS,
    OURS,
    STANDARD,
    Checked,
    Judged,
    Verdict,
)

_INDENT = " " * 9
_UA_LEAVES = (
    "a program cannot tell whether the descriptions, the headings and the reading order make "
    "sense: a person has to"
)


def verdict_as_text(name: str, verdict: Verdict) -> str:
    """A verdict as ``verify`` prints it: a line for each standard, the findings below it."""
    if verdict.unreadable:
        return f"{name}: {verdict.unreadable}"
    if verdict.too_large:
        return f"{name}: too large to judge: {verdict.too_large}"
    pages = "1 page" if verdict.pages == 1 else f"{verdict.pages} pages"
    lines = [f"{name}: {pages}, {-(-verdict.size // 1024)} KB"]
    if not verdict.claims:
        lines.append("  claims no standard" + ("" if verdict.judged else _name_one()))
    for claim in verdict.not_judged:
        lines.append(f"  not judged  {claim}, claimed: this tool does not judge it")
    asked_for = {judged.standard for judged in verdict.judged}
    for claim in verdict.claims:
        if claim in TITLES and claim not in asked_for:
            lines.append(f"  not asked  {TITLES[claim]}, claimed")
    for judged in verdict.judged:
        lines += _of(judged)
    lines += [f"  not checked: {note}" for note in verdict.not_made]
    return "\n".join(lines)


def _name_one() -> str:
    *most, last = TITLES
    return f", so it was judged by none; name one with --standard: {', '.join(most)} or {last}"


def _of(judged: Judged) -> list[str]:
    """The lines of one standard."""
    title = f"{TITLES[judged.standard]}, {'claimed' if judged.claimed else 'not claimed'}"
    if judged.outcome == FAILS:
        lines = [f"  FAILS  {title}; faults found by {judged.by}"]
    elif judged.outcome == HOLDS:
        lines = [f"  holds  {title}; judged by {judged.by}, the reference validator"]
    else:
        made = sum(not check.unmade for check in judged.deciding)
        lines = [f"  no fault found  {title}; by {made} checks, which is not conformance: "]
        lines[0] += _how_many(judged)
    lines += [
        f"{_INDENT}{check.name}: {finding.as_text()}"
        for check in judged.deciding
        for finding in check.findings
    ]
    lines += [
        f"{_INDENT}{_called(check, judged)}, {check.name}: {finding.as_text()}"
        for check in judged.beside
        for finding in check.findings
    ]
    lines += [
        f"{_INDENT}not checked, {check.name}: {check.unmade}"
        for check in judged.checks
        if check.unmade
    ]
    if judged.standard == "ua1" and judged.outcome != FAILS:
        lines.append(f"{_INDENT}{_UA_LEAVES}")
    return lines


def _how_many(judged: Judged) -> str:
    """How much of the standard was asked, in words."""
    if judged.standard in RULES:
        count = len(asked(judged.standard, _made(judged)))
        return f"{count} of {RULES[judged.standard]} rules of the profile were asked"
    names = ", ".join(check.name for check in judged.deciding if not check.unmade)
    return (
        "there is no public list of the rules of ISO 15930-7, and no free reference validator; "
        f"of it these were asked: {names}"
    )


def _made(judged: Judged) -> list[str]:
    """The names of our checks of the standard that were made to their end."""
    return [c.name for c in judged.checks if c.by == OURS and c.kind == STANDARD and not c.unmade]


def _called(check: Checked, judged: Judged) -> str:
    """What a finding beside the verdict is called."""
    by = "" if check.by == OURS else f" by {check.by}"
    if check.kind != STANDARD:
        return f"{check.kind} finding{by}"
    return "also found by hscb-report" if judged.outcome == FAILS else "found by hscb-report alone"


def verdict_as_dict(verdict: Verdict) -> dict[str, Any]:
    """A verdict for ``--format json``; ``holds`` is null where it is not known."""
    return {
        "holds": _known(verdict.outcome),
        "outcome": verdict.outcome,
        "pages": verdict.pages,
        "bytes": verdict.size,
        "claims": list(verdict.claims),
        "unreadable": verdict.unreadable,
        "too_large": verdict.too_large,
        "judged": [
            {
                "standard": judged.standard,
                "claimed": judged.claimed,
                "holds": _known(judged.outcome),
                "outcome": judged.outcome,
                "by": judged.by,
                "reference": judged.reference,
                "rules": _rules(judged),
                "checks": [_check(check) for check in judged.checks],
            }
            for judged in verdict.judged
        ],
        "not_judged": list(verdict.not_judged),
        "not_checked": list(verdict.not_made),
    }


def _known(outcome: str) -> bool | None:
    return {HOLDS: True, FAILS: False}.get(outcome)


def _rules(judged: Judged) -> dict[str, int] | None:
    """How many rules of the profile were asked, and how many it has: all where the reference
    validator asked; null where there is no profile.
    """
    if judged.standard not in RULES:
        return None
    every = RULES[judged.standard]
    ours = len(asked(judged.standard, _made(judged)))
    return {"asked": every if judged.reference else ours, "of": every}


def _check(check: Checked) -> dict[str, Any]:
    return {
        "name": check.name,
        "kind": check.kind,
        "by": check.by,
        "holds": None if check.unmade and not check.findings else not check.findings,
        "not_made": check.unmade,
        "findings": [
            {"message": f.message, "page": f.page, "at_mm": list(f.at) if f.at else None}
            for f in check.findings
        ],
    }

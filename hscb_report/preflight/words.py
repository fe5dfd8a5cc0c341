"""Verdicts in words, for the terminal and for machines."""

from __future__ import annotations

from typing import Any

from hscb_report.preflight.verdict import Verdict


def verdict_as_text(name: str, verdict: Verdict) -> str:
    """A verdict as ``verify`` prints it: a line for each standard, the findings below it."""
    from hscb_report.preflight.verify import TITLES

    if verdict.unreadable:
        return f"{name}: {verdict.unreadable}"
    pages = "1 page" if verdict.pages == 1 else f"{verdict.pages} pages"
    lines = [f"{name}: {pages}, {-(-verdict.size // 1024)} KB"]
    if not verdict.claims:
        lines.append(
            "  claims no standard"
            + ("" if verdict.judged else "; name one with --standard to judge the file by it")
        )
    for judged in verdict.judged:
        word = "holds" if judged.holds else "FAILS"
        claim = "claimed" if judged.claimed else "not claimed"
        made = ", ".join(check.name for check in judged.checks)
        lines.append(f"  {word}  {TITLES[judged.standard]}, {claim}, judged by {judged.by}: {made}")
        lines += [
            f"         {check.name}: {finding.as_text()}"
            for check in judged.checks
            for finding in check.findings
        ]
    lines += [f"  not checked: {note}" for note in verdict.not_made]
    return "\n".join(lines)


def verdict_as_dict(verdict: Verdict) -> dict[str, Any]:
    """A verdict for ``--format json``; ``holds`` is null where nothing was judged."""
    return {
        "holds": verdict.holds if verdict.judged or verdict.unreadable else None,
        "pages": verdict.pages,
        "bytes": verdict.size,
        "claims": list(verdict.claims),
        "unreadable": verdict.unreadable,
        "judged": [
            {
                "standard": judged.standard,
                "claimed": judged.claimed,
                "holds": judged.holds,
                "by": judged.by,
                "checks": [
                    {
                        "name": check.name,
                        "holds": check.holds,
                        "findings": [
                            {
                                "message": f.message,
                                "page": f.page,
                                "at_mm": list(f.at) if f.at else None,
                            }
                            for f in check.findings
                        ],
                    }
                    for check in judged.checks
                ],
            }
            for judged in verdict.judged
        ],
        "not_checked": list(verdict.not_made),
    }

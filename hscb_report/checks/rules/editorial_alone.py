"""Words that are not in the printed text, where there is no printed text.

Finds:
    `editorial`, where the content does not say that there is a printed text
Why:
    It says which words are not in a printed text. Without one there is nothing to say, and the
    pages say nothing of it.
Fails:
    sections:
      - heading: Contacts
        editorial: [heading]
        blocks: [{kind: statistics, items: [contacts]}]
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
Passes:
    printed: true
    sections:
      - heading: Contacts
        editorial: [heading]
        blocks: [{kind: statistics, items: [contacts]}]
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.tree import KeyPath


def find(subject: Subject) -> Iterator[Finding]:
    """The first ``editorial``, and how many there are."""
    summary = subject.summary
    found: list[KeyPath] = [
        *(("figures", name) for name, figure in summary.figures.items() if figure.editorial),
        *(("sections", s) for s, section in enumerate(summary.sections) if section.editorial),
    ]
    in_question = any(entry.at == "printed" for entry in summary.review)  # review says so
    if summary.printed or in_question or not found:
        return
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    yield Finding(
        (*found[0], "editorial"),
        f"this{more} says what is not in a printed text, and the content does not say that there "
        "is one",
        "write printed: true at the top of the file if there is one; if there is none, delete "
        "editorial everywhere",
    )


RULE = Rule("editorial-alone", find)

"""Words of a link that do not say where it leads.

Finds:
    a link whose words are "here", "click here", "read more" and the like
Why:
    Screen readers list the links of a document without the words around them (WCAG 2.4.4; GOV.UK
    style), and on paper nothing can be clicked.
Fails:
    introduction: Click [here](https://www.example.org/survey) for the survey of schools.
Passes:
    introduction: The [survey of schools](https://www.example.org/survey) is on our website.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.links import LINK
from hscb_report.summary.texts import texts

_EMPTY = re.compile(
    r"(?:please )?(?:(?:click|see|go|look|press|tap|follow|find out|read|learn|view|open|visit) )?"
    r"(?:on )?(?:(?:the|this) (?:link|page|website|document)|here|more|this|it|link|page|website|"
    r"(?:more |further )?(?:details|information)|more here)",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Finding]:
    """Links in English texts whose words would be the same anywhere."""
    for text in texts(subject.summary):
        for found in LINK.finditer(text.text) if text.links and text.is_english else ():
            words = found["words"].replace("*", "").strip(" .,:;!")
            if _EMPTY.fullmatch(words):
                yield Finding(
                    text.path,
                    f'the link "{words}" does not say where it leads',
                    "put the words that name it between [ and ], such as [survey of schools]",
                    found[0],
                    found.start(),
                )


RULE = Rule("link-words", find)

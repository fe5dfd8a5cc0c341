"""Which rules of the reference validator's profiles the checks of this tool ask.

A rule is named by its clause and the number of its test in veraPDF's profile. It stands here only
where a check asks all of it: what a file must not do, wherever in the file. Rules that a check asks
in part are not counted. The tests compare the tables with the profiles themselves, and with what
veraPDF finds.
"""

from __future__ import annotations

from collections.abc import Iterable

RULES = {"ua1": 106, "a2a": 153, "a2b": 144, "a3a": 155}
"""How many rules the profile of each standard has."""

TITLES = {
    "ua1": "PDF/UA-1 (accessible)",
    "a2a": "PDF/A-2a (archive)",
    "a2b": "PDF/A-2b (archive)",
    "a3a": "PDF/A-3a (archive)",
    "x4": "PDF/X-4 (press)",
}
"""The standards that files are judged by, and what they are called."""

_UA1: dict[str, str] = {
    "header": "6.1-1",
    "identification": "5-1 5-2 5-3",
    "metadata": "7.1-8",
    "title-shown": "7.1-9 7.1-10",
    "tagged": "6.2-1 7.1-5 7.1-6 7.1-7 7.1-11",
    "structure": "7.1-12 7.2-3 7.2-4 7.2-5 7.2-6 7.2-7 7.2-8 7.2-9 7.2-10 7.2-11 7.2-12 7.2-13 "
    "7.2-14 7.2-16 7.2-17 7.2-18 7.2-19 7.2-20 7.2-26 7.2-27 7.2-28 7.2-36 7.2-37 7.2-38 7.2-39 "
    "7.2-40",
    "suspects": "7.1-4",
    "nesting": "7.1-1 7.1-2",
    "language-tags": "7.2-29",
    "language": "7.2-2 7.2-21 7.2-22 7.2-23 7.2-24 7.2-25 7.2-33",
    "alt-text": "7.3-1 7.7-1",
    "headings": "7.4.2-1 7.4.4-1 7.4.4-2 7.4.4-3",
    "tables": "7.2-15 7.2-42 7.2-43 7.5-1 7.5-2",
    "notes": "7.9-1 7.9-2",
    "annotations": "7.18.1-1 7.18.1-2 7.18.2-1 7.18.8-1",
    "links": "7.18.1-2 7.18.5-1 7.18.5-2",
    "form-fields": "7.15-1 7.18.1-3 7.18.4-1",
    "tab-order": "7.18.3-1",
    "layers": "7.10-1 7.10-2",
    "file-names": "7.11-1",
    "encryption": "7.16-1",
    "references": "7.20-1",
    "fonts": "7.21.3.2-1 7.21.4.1-1 7.21.6-3",
}
_ARCHIVE: dict[str, str] = {
    "identification": "6.6.4-1 6.6.4-2 6.6.4-3 6.6.4-4 6.6.4-5",
    "whole-file": "6.1.2-1 6.1.2-2 6.1.3-3",
    "metadata": "6.6.2.1-1 6.6.2.1-2 6.6.2.1-3",
    "archive": "6.1.3-1 6.1.3-2",
    "streams": "6.1.7.1-3 6.1.7.2-1",
    "painting": "6.1.13-8 6.2.2-1 6.2.5-1 6.2.5-2 6.2.5-3 6.2.6-1 6.2.8-1 6.2.8-2 6.2.8-3 6.2.9-1 "
    "6.2.9-2 6.2.9-3 6.2.10-1",
    "output-intents": "6.2.3-1 6.2.3-2 6.2.3-3",
    "fonts": "6.2.11.3.2-1 6.2.11.4.1-1 6.2.11.6-3",
    "font-entries": "6.2.11.2-1 6.2.11.2-3",
    "page-size": "6.1.13-11",
    "actions": "6.5.1-1 6.5.1-2 6.5.2-1 6.5.2-2",
    "annotations": "6.3.1-1 6.3.2-1 6.3.2-2 6.3.3-1 6.3.3-2",
    "form-fields": "6.4.1-1 6.4.1-2 6.4.1-3 6.4.2-1 6.4.2-2",
    "layers": "6.9-1 6.9-2 6.9-3 6.9-4",
    "presentation": "6.1.12-1 6.10-1 6.10-2 6.11-1",
    "file-names": "6.8-2",
}
_TAGGED: dict[str, str] = {
    "tagged": "6.7.2.2-1 6.7.3.3-1 6.7.3.4-1 6.7.3.4-2",
}

ASKED: dict[str, dict[str, str]] = {
    "ua1": _UA1,
    "a2a": {**_ARCHIVE, **_TAGGED},
    "a2b": _ARCHIVE,
    "a3a": {**_ARCHIVE, **_TAGGED, "attachments": "6.8-1 6.8-3 6.8-4"},
}
"""By standard and name of the check, the rules it asks."""


def asked(standard: str, checks: Iterable[str]) -> set[str]:
    """The rules of a standard's profile that these checks ask."""
    table = ASKED.get(standard, {})
    return {rule for name in checks for rule in table.get(name, "").split()}

"""Errors planted in a sound content, each found by its rule at its line."""

from __future__ import annotations

import pytest

from hscb_report import check
from hscb_report.errors import ReportError

SHARE = (
    "  neglect-share: {value: 46, unit: percent, label: of plans, of: {part: plans-neglect, "
    "whole: plans}, period: 2024-25, source: summary}\n"
)

PLANTED = [
    # what is typed for what, the rule, the line's words, part of the message, part of the next step
    (
        "value: 288",
        "value: 1288",
        "part-over-whole",
        "value: 1288",
        "greater than the whole",
        "check both",
    ),
    (
        "  camhs-referrals:\n",
        SHARE + "  camhs-referrals:\n",
        "percentage",
        "value: 46",
        '288 ("plans-neglect") of 604 ("plans") is 48%',
        "write 48",
    ),
    (
        "value: 87\n",
        "value: 3\n",
        "small-count",
        "value: 3",
        "count of people from 1 to 5",
        "symbol: c",
    ),
    (
        "This board is made up",
        "This board had 18,420 contacts and is made up",
        "near-number",
        "18,420 contacts",
        '"18,420" looks like the figure "contacts", which is 18,240',
        "write {contacts}",
    ),
    (
        "This board is made up",
        "This board had 18,240 contacts and is made up",
        "typed-number",
        "18,240 contacts",
        'the figure "contacts"',
        "write {contacts}",
    ),
    (
        "    period: 2024-25\n    source: summary\n  english",
        "    period: 2024-25\n  english",
        "missing-key",
        "population",
        '"source" is missing',
        "add source",
    ),
    (
        "  summary:\n    title: Annual Report 2024-25\n"
        "    publisher: Anyshire Safeguarding Children Board\n",
        "",
        "unknown-source",
        "source: summary",
        "no source",
        "the sources are",
    ),
    (
        "    noun: contacts\n",
        "    nuon: contacts\n",
        "unknown-key",
        "nuon",
        "not a key",
        'did you mean "noun"',
    ),
    (
        "value: 6105",
        "value: 9120",
        "ratio",
        "heading: One in three contacts",
        '"One in three" (33%) contradicts "referrals", which is 50.0%',
        "write one in two",
    ),
    (
        "- Hearing from children first",
        "- HEARING from children first",
        "capitals",
        "HEARING",
        "in capitals",
        "sentence case",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"), PLANTED, ids=[case[2] for case in PLANTED]
)
def test_a_planted_error_is_reported_at_its_line(sample, old, new, code, line, message, hint):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        told = check("2024-25", content=sample)
    except ReportError as error:
        told = error.problems
    problem = next(p for p in told if p.code == code)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert line in "\n".join(lines[problem.place.line - 1 : problem.place.line + 1])
    assert message in problem.message
    assert hint in problem.hint


def test_nothing_is_found_before_anything_is_planted(sample):
    assert check("2024-25", content=sample) == []

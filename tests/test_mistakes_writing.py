"""Mistakes in the writing itself: quotes, colons, brackets, tabs, odd letters, word forms."""

from __future__ import annotations

import pytest

from mistakes import answered, mistake

CASES = [
    # what is typed for what, the code, the line's words, part of the message, part of the next step
    (
        "title: Annual Report Summary",
        "title: 2025",
        "text",
        "title: 2025",
        "read as a number",
        'quotes: "2025"',
    ),
    (
        "title: Annual Report Summary",
        "title:",
        "empty",
        "title:",
        "a text is needed",
        "write the words",
    ),
    ("title: Annual Report Summary", "title: ''", "blank", "title: ''", "empty", "write the words"),
    (
        "title: Annual Report Summary",
        "title: Annual: Report",
        "yaml",
        "title: Annual: Report",
        "second colon",
        "quotes",
    ),
    (
        "title: Annual Report Summary",
        "title: Annual Report Summary\ntitle: Again",
        "duplicate-key",
        "title: Again",
        "second time",
        "keep one",
    ),
    (
        "title: Annual Report Summary",
        "title: გ Annual",
        "no-letter",
        "title: გ",
        "georgian letter",
        "another way",
    ),
    ("title: Annual Report Summary", "title: &a Annual", "anchor", "&a", "marks a part", "quotes"),
    ("title: Annual Report Summary", "title: *a", "alias", "*a", "repeats another part", "quotes"),
    ("title: Annual Report Summary", "title: !!str Annual", "tag", "!!str", "YAML tag", "remove"),
    (
        "title: Annual Report Summary",
        "title: \x07Annual",
        "control-character",
        "Annual",
        "control character",
        "delete",
    ),
    ("  contacts:\n", "  Contacts:\n", "form", "Contacts", "not a name", "small letters"),
    (
        "    url: https://www.example",
        "    url: www.example",
        "form",
        "www.example",
        "not a web address",
        "https://",
    ),
    (
        "        items: [{figure: population, icon: family}]",
        "        items: {figure: population}",
        "shape",
        "items",
        "a list is needed",
        '"- "',
    ),
    (
        "        items: [{figure: population, icon: family}]",
        "        items: []",
        "too-few",
        "items: []",
        "at least 1",
        "add",
    ),
    ("    value: 18240\n", "\tvalue: 18240\n", "tab", "value: 18240", "a tab stands", "two spaces"),
    (
        "sections:\n",
        "sections:\n---\n",
        "second-document",
        "---",
        "second document",
        "remove the line",
    ),
    (
        "      2021: 702\n",
        "      2030: 702\n",
        "order",
        "looked-after",
        "order of time",
        "earliest year first",
    ),
    (
        "    label: Contacts with the children's front door",
        "    label: Contacts to team #1 (daytime)",
        "cut-text",
        "#1",
        "the text ends here",
        "quotes",
    ),
    (
        "{conference-professionals}",
        "{ conference-professionals }",
        "markup",
        "Conferences attended",
        "left over",
        "complete it",
    ),
    (
        "**{deprived-areas:Words}",
        "{deprived-areas:Words}",
        "markup",
        "deprived-areas",
        "left over",
        "complete it",
    ),
    (
        "title: Annual Report Summary",
        "title: Annual **Report** Summary",
        "markup",
        "title:",
        "known here",
        "write the words out",
    ),
    (
        "          - Engagement\n",
        "          - Engagement: listening\n",
        "colon",
        "Engagement",
        "makes a key",
        "quotes around the whole text",
    ),
    ("figure: uasc", "figure: 114", "text", "figure: 114", "name of a figure", "under figures"),
    (
        "title: Annual Report Summary",
        'title: "Annual \\u4e2d Report"',
        "no-letter",
        "title:",
        "cjk",
        "another way",
    ),
    (
        "title: Annual Report Summary",
        "title: 'Annual' Report Summary",
        "yaml",
        "title:",
        "begins with a quote",
        "quotes around all",
    ),
    (
        "title: Annual Report Summary",
        "title: > Annual",
        "yaml",
        "title:",
        "begin with >",
        "leave the sign out",
    ),
    (
        "value: 412",
        "value: 1412\n    part_of: population\n    definition: x",
        "duplicate-key",
        "part_of",
        "second time",
        "keep one",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"),
    CASES,
    ids=[f"{case[2]}-{number}" for number, case in enumerate(CASES)],
)
def test_a_mistake_is_answered(sample, old, new, code, line, message, hint):
    answered(sample, old, new, code, line, message, hint)


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\u2028", "\x85"])
def test_a_line_break_of_a_word_processor_is_found_where_it_stands(sample, character):
    problem = mistake(sample, "title: Annual Report", f"title: Annual{character}Report")[0]
    assert problem.code == "control-character"
    assert (problem.place.line, problem.place.column) == (3, 14)

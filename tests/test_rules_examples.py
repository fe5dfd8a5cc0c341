"""Each rule explains itself, and its own examples are true."""

from __future__ import annotations

import pytest

from conftest import ROOT
from framed import problems
from hscb_report.checks.explanation import explanation
from hscb_report.checks.table import RULES

each = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@each
def test_the_example_that_fails_is_found_by_this_rule_alone(rule, tmp_path):
    found = problems(rule.explained.fails, tmp_path)
    assert {problem.code for problem in found} == {rule.id}, [p.as_text() for p in found]
    assert {problem.severity for problem in found} == {rule.severity}


@each
def test_the_example_that_passes_is_right_by_every_rule(rule, tmp_path):
    assert [problem.as_text() for problem in problems(rule.explained.passes, tmp_path)] == []


@each
def test_a_rule_explains_itself_in_sentences(rule):
    explained = rule.explained
    assert explained.title.endswith(".")
    assert explained.why.endswith(".")
    assert explained.why[0].isupper()
    assert not explained.finds.endswith(".")
    assert explained.finds[0] == explained.finds[0].lower() or explained.finds.startswith(
        "American"
    )
    assert (rule.finds, rule.reason) == (explained.finds, explained.why)
    assert explained.fails != explained.passes


def test_a_rule_is_a_file_of_its_own_name():
    files = {path.stem for path in (ROOT / "hscb_report/checks/rules").glob("*.py")}
    assert files - {"__init__"} == {rule.id.replace("-", "_") for rule in RULES}
    for rule in RULES:
        assert rule.find.__module__.rpartition(".")[2] == rule.id.replace("-", "_")


WHOLE = """A percentage below 1.

    Of two lines.

    Finds:
        a percentage
        below 1
    Why:
        It is so.
    Fails:
        figures:
          a: {value: 0.94}

        # below an empty line
    Passes:
        figures: {}
    """


def test_a_docstring_is_read_part_by_part():
    read = explanation(WHOLE)
    assert read.title == "A percentage below 1. Of two lines."
    assert (read.finds, read.why) == ("a percentage below 1", "It is so.")
    assert read.fails == "figures:\n  a: {value: 0.94}\n\n# below an empty line"
    assert read.passes == "figures: {}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    Why:\n        It is so.\n", "", "does not say: Why"),
        ("        It is so.\n", "", "does not say: Why"),
        ("    Passes:\n        figures: {}\n", "", "does not say: Passes"),
        ("A percentage below 1.\n\n    Of two lines.", "", "does not say: title"),
        ("Why:", "Because:", 'no section "Because"'),
        ("Fails:", "Finds:", '"Finds" is there twice'),
        ("        It is so.", "    It is so.", "not indented"),
    ],
)
def test_a_docstring_that_lacks_a_part_is_refused(old, new, said):
    assert old in WHOLE
    with pytest.raises(ValueError, match=said):
        explanation(WHOLE.replace(old, new))


def test_the_order_of_the_parts_is_one():
    with pytest.raises(ValueError, match="order Finds, Why"):
        explanation("T.\n\nWhy:\n    a\nFinds:\n    b\nFails:\n    c\nPasses:\n    d\n")


def test_no_docstring_is_none():
    with pytest.raises(ValueError, match="title, Finds, Why, Fails, Passes"):
        explanation(None)

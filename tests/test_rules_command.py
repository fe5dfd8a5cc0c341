"""``hscb-report rules``: all of them in a table, or one with its why and its examples."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.checks.table import RULES
from hscb_report.cli import app
from hscb_report.cli.rules import explained, rules_starting, table


def run(*arguments: str, columns: int = 100):
    return CliRunner().invoke(app, ["rules", *arguments], env={"COLUMNS": str(columns)})


def test_all_rules_stand_in_a_table():
    done = run()
    assert done.exit_code == 0
    heads = [line.split()[:2] for line in done.output.splitlines() if line[:1].isalpha()]
    assert heads[: len(RULES)] == [[rule.id, rule.severity] for rule in RULES]
    for rule in RULES:
        assert rule.finds in " ".join(done.output.split())
    assert "rules NAME explains one of them." in done.output


@pytest.mark.parametrize(("columns", "widest"), [(60, 60), (100, 100), (250, 100), (20, 60)])
def test_the_table_fits_the_window(columns, widest):
    assert all(len(line) <= widest for line in run(columns=columns).output.splitlines())


def test_a_second_line_stands_below_the_first():
    first, second = table(RULES[:1], 60).splitlines()[:2]
    assert second.index(second.split()[0]) == first.index(RULES[0].finds[:12])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained(rule):
    done = run(rule.id)
    assert done.exit_code == 0
    assert done.output == explained(rule) + "\n"
    flat = " ".join(done.output.split())
    told = rule.explained
    for text in (f"{rule.id} ({rule.severity})", told.title, told.finds, told.why):
        assert text in flat
    for example in (told.fails, told.passes):
        assert all(f"    {line}".rstrip() in done.output for line in example.splitlines())


@pytest.mark.parametrize(
    ("name", "said"),
    [("smal-count", 'did you mean "small-count"?'), ("zzz", "the rules are: acronym, big-change")],
)
def test_an_unknown_rule_is_wrong_usage_with_a_suggestion(name, said):
    done = run(name)
    assert done.exit_code == 2
    assert f'there is no rule "{name}"' in done.output
    assert said in done.output


def test_names_are_completed():
    assert rules_starting("small") == ["small-count", "small-count-in-text", "small-percentage"]


def test_help_imports_no_rule():
    code = (
        "import sys; sys.argv[1:] = ['--help']\n"
        "from hscb_report.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('hscb_report.checks')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"

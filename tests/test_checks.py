"""The checks as a whole: planted errors, what is accepted, what stops a build, and content as odd
as it may be.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report import build, check
from hscb_report.checks.examine import examine
from hscb_report.checks.place import place_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.stopping import STOPPING, severities
from hscb_report.checks.subject import Previous
from hscb_report.checks.table import RULES
from hscb_report.cli import app
from hscb_report.errors import ContentError, Problem, ReportError
from hscb_report.project import errors_in, load_checked
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree, read_yaml
from strategies import summaries
from year import as_listed


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def change(content: Path, old: str, new: str, file: str = "2017-18.yaml") -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(content: Path) -> list[Problem]:
    """What check says of 2017-18, without what is accepted."""
    try:
        told = check("2017-18", content=content)
    except ReportError as error:
        told = error.problems
    return [problem for problem in told if not problem.accepted]


def last_year(content: Path) -> None:
    """A file of 2016-17 with numbers of its own, all a little smaller."""
    text = (
        (content / "2017-18.yaml")
        .read_text(encoding="utf-8")
        .replace("period: 2017-18", "period: 2016-17")
    )
    text = re.sub(r"value: (\d{3,})", lambda m: f"value: {int(m[1]) * 24 // 25}", text)
    (content / "2016-17.yaml").write_text(text, encoding="utf-8")
    as_listed(content)


def test_last_years_number_pasted_in_is_reported(content):
    last_year(content)
    assert problems(content) == []
    change(content, "value: 3462", "value: 3323")
    (problem,) = problems(content)
    assert (problem.code, problem.place.source.strip()) == ("same-as-last-year", "value: 3323")
    assert "the number of 2016-17" in problem.message
    assert "accept this with the reason" in problem.hint
    change(content, "value: 3323", "value: 33230")
    (problem,) = problems(content)
    assert (problem.code, problem.place.source.strip()) == ("big-change", "value: 33230")


def test_a_file_of_last_year_with_errors_is_told_in_one_line(content):
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    as_listed(content)
    (problem,) = problems(content)
    assert problem.code == "big-change"
    assert "2016-17.yaml has errors" in problem.message
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    ("period", "folder"),
    [
        ("2017-18", ROOT / "content"),
        ("2024-25", ROOT / "examples/every-block/content"),
        ("2017-18", ROOT / "examples/beside-england/content"),
    ],
)
def test_what_is_published_here_passes(period, folder):
    assert [p.as_text() for p in check(period, content=folder) if not p.accepted] == []


def test_what_is_accepted_is_shown_with_its_reason(content):
    done = run("check", "2017-18")
    assert done.exit_code == 0
    assert 'accepted warning: "insuring" stands where "ensuring" is probably meant' in done.output
    assert 'because: The printed summary says "insuring"' in done.output
    assert re.search(r"2017-18: no problems found; \d+ findings accepted", done.output)
    assert run("check", "2017-18", "--quiet").output == ""
    told = json.loads(run("check", "2017-18", "--format", "json").stdout)
    assert told["problems"] == []
    assert {p["code"] for p in told["accepted"]} == {
        "confused-words",
        "house-style",
        "long-sentence",
        "outside-period",
        "reading-age",
    }
    assert all(p["accepted"] and p["line"] for p in told["accepted"])


def accept(content: Path, *entries: str) -> list[Problem]:
    change(content, "accept:\n", "accept:\n" + "".join(f"  - {entry}\n" for entry in entries))
    return problems(content)


@pytest.mark.parametrize(
    "where",
    [
        "at: camhs-admissions",
        "at: figures > camhs-admissions > value",
        "at: [camhs-admissions]",
        "at: figures",
    ],
)
def test_an_error_of_a_rule_can_be_accepted_for_its_number(content, where):
    change(content, "value: 87\n", "value: 3\n")
    assert [p.code for p in problems(content)] == ["small-count"]
    assert (
        accept(
            content, f"{{rule: small-count, reason: Agreed with the hospital, words: '3', {where}}}"
        )
        == []
    )
    change(content, "value: 3\n", "value: 2\n")
    assert [p.code for p in problems(content)] == ["small-count", "accept-unused"], (
        "another number, another decision"
    )


@pytest.mark.parametrize("entry", ["", ", at: camhs-admissions", ", words: '3'"])
def test_an_error_is_not_accepted_at_large(content, entry):
    change(content, "value: 87\n", "value: 3\n")
    found = accept(content, f"{{rule: small-count, reason: Agreed{entry}}}")
    assert {p.code for p in found} == {"small-count", "accept-too-wide"}


def test_problems_of_one_kind_do_not_hide_the_others(content):
    change(content, "value: 950\n", "value: 1950\n")
    change(content, "value: 87\n", "value: 3\n")
    change(
        content,
        "The Board is a partnership",
        "The Board answered 77,602 contacts. It is a partnership",
    )
    assert {"part-over-whole", "small-count", "typed-number"} <= {p.code for p in problems(content)}
    change(content, "status: final", "staus: final")
    assert {p.code for p in problems(content)} == {"unknown-key"}
    done = CliRunner().invoke(app, ["check", "2017-18"])
    assert "are asked when the file is in form" in done.output
    assert (
        json.loads(CliRunner().invoke(app, ["check", "2017-18", "--format", "json"]).stdout)[
            "rules_asked"
        ]
        is False
    )


@pytest.mark.parametrize(
    ("entry", "code", "severity", "message"),
    [
        (
            "{rule: small-count, at: plans, words: '3', reason: Agreed.}",
            "accept-unused",
            "warning",
            "small-count finds nothing here",
        ),
        (
            "{rule: house-style, at: plans, reason: Agreed.}",
            "accept-unused",
            "warning",
            'about "plans"',
        ),
        (
            "{rule: house-style, words: [0-19, 0-21], reason: Agreed.}",
            "accept-unused",
            "warning",
            'about "0-21"',
        ),
        (
            "{rule: house-stile, reason: Agreed.}",
            "unknown-rule",
            "error",
            'no rule named "house-stile"',
        ),
        ("{rule: part-over-whole, reason: Agreed.}", "unknown-rule", "error", "can be accepted"),
        ("{rule: house-style}", "missing-key", "error", '"reason" is missing'),
        ("{rule: house-style, reason: ''}", "blank", "error", "empty"),
        ("{rule: house-style, reasn: Agreed.}", "unknown-key", "error", '"reasn" is not a key'),
    ],
)
def test_an_accept_that_says_nothing_is_a_finding(content, entry, code, severity, message):
    found = [p for p in accept(content, entry) if p.code == code]
    assert [(p.severity, message in p.message) for p in found] == [(severity, True)]
    assert entry.partition(",")[0].strip("{}") in found[0].place.source


def test_a_structural_error_cannot_be_accepted(content):
    change(content, "value: 950", "value: 1950")
    assert "part-over-whole" in [
        p.code for p in accept(content, "{rule: part-over-whole, reason: Agreed.}")
    ]


def test_warnings_fail_when_asked_to(content):
    change(content, 'icon: policy, text: "Awareness', 'icon: policy, text: "AWARENESS')
    done = run("check", "2017-18")
    assert done.exit_code == 0
    assert 'warning: "AWARENESS" stands in capitals' in done.output
    assert "2017-18: 1 problem found" in done.output
    assert run("check", "2017-18", "--strict").exit_code == 1
    assert run("check", "2017-18", "--strict", "--quiet").exit_code == 1
    told = json.loads(run("check", "2017-18", "--strict", "--format", "json").stdout)
    assert [(p["severity"], p["code"], p["accepted"]) for p in told["problems"]] == [
        ("warning", "capitals", None)
    ]


def test_a_period_that_does_not_exist_is_not_said_to_have_problems(content):
    done = run("check", "1999-00")
    assert done.exit_code == 2
    assert "found" not in done.output


def test_strict_is_content_with_what_is_accepted(content):
    assert run("check", "2017-18", "--strict").exit_code == 0


def test_a_build_goes_on_after_warnings_and_says_so_in_a_line(content):
    change(content, 'icon: policy, text: "Awareness', 'icon: policy, text: "AWARENESS')
    done = run("build", "2017-18")
    assert done.exit_code == 0
    assert done.stderr.strip() == "1 warning: hscb-report check 2017-18 shows what to look at"
    assert run("build", "2017-18", "--quiet").output == ""
    told = json.loads(run("build", "2017-18", "--format", "json").stdout)
    assert [(p["code"], p["severity"]) for p in told["problems"]] == [("capitals", "warning")]


def test_a_build_stops_at_an_error_of_a_rule(content):
    change(content, "value: 87\n", "value: 3\n")
    change(content, 'icon: policy, text: "Awareness', 'icon: policy, text: "AWARENESS')
    with pytest.raises(ContentError) as caught:
        build("2017-18", content=content, output=content.parent / "out")
    assert [p.code for p in caught.value.problems] == ["small-count"]
    assert not (content.parent / "out").exists()
    assert "has errors" in run("list").output
    assert {p.code for p in problems(content)} == {"small-count", "capitals"}


def test_a_build_does_without_the_slow_rules_and_their_accepts(content):
    loaded = load_checked("2017-18", content)
    assert {rule.id for rule in RULES if rule.slow} == {"reading-age", "unknown-word"}
    assert [p for p in examine(loaded, thorough=False) if not p.accepted] == []
    assert "reading-age" not in {p.code for p in examine(loaded, thorough=False)}


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("suppress_up_to: 0", "out-of-range"),
        ("change_percent: 9999", "out-of-range"),
        ("reading_age: nine", "number"),
        ("style: guardian", "choice"),
        ("surpress_up_to: 5", "unknown-key"),
    ],
)
def test_settings_are_checked(content, setting, code):
    change(content, "brand:\n", f"checks:\n  {setting}\nbrand:\n", "boards/hscb.yaml")
    found = next(p for p in problems(content) if p.code == code)
    assert found.place.file.name == "hscb.yaml"
    assert setting in found.place.source
    assert found.hint


def test_settings_of_the_board(content):
    change(
        content,
        "brand:\n",
        "checks: {suppress_up_to: 100, style: none, sentence_words: 30, reading_age: 20, "
        "dictionary: [insuring]}\nbrand:\n",
        "boards/hscb.yaml",
    )
    assert {p.code for p in problems(content)} == {"small-count", "accept-unused"}


def test_the_rules_that_stop_a_build_are_known_without_the_others(content):
    assert [rule for rule in RULES if rule.severity == "error"] == list(STOPPING)
    assert severities() == {rule.id: rule.severity for rule in RULES}
    change(content, "heading: 2018-19 Priorities", "heading: Chloe, who is 7")
    loaded = load_checked("2017-18", content)
    stopped = errors_in(examine(loaded, errors_alone=True))
    assert stopped
    assert stopped == errors_in(examine(loaded))


def test_a_rule_that_crashes_is_a_finding_and_the_others_are_asked(content):
    def broken(subject):
        yield Finding(("title",), "one", "none")
        raise ZeroDivisionError("boom")

    loaded = load_checked("2017-18", content)
    found = examine(loaded, rules=[Rule("broken", broken), *RULES])
    (failed,) = [p for p in found if p.code == "rule-failed"]
    assert "the rule broken could not be asked: ZeroDivisionError: boom" in failed.message
    assert failed.severity == "warning"
    assert len([p for p in found if p.accepted]) > 5


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(summaries(), summaries())
def test_no_rule_crashes_on_odd_content(summary, before):
    loaded = Loaded(
        summary, Board(name="Board"), Tree(Path("content.yaml"), []), Tree(Path("board.yaml"), [])
    )
    previous = Previous("before.yaml", "hscb-report check before", before)
    found = examine(loaded, previous)
    assert errors_in(examine(loaded, previous, errors_alone=True)) == errors_in(found)
    for problem in found:
        assert problem.code != "rule-failed", problem.message
        assert problem.message
        assert problem.hint
        assert problem.as_text()


ODD = st.lists(
    st.sampled_from(
        [
            "{a}",
            "{b}",
            "**two** of",
            "1,234",
            "12%",
            "£3",
            "0.5",
            "7-9",
            "two",
            "in",
            "half of",
            "nearly",
            "NOT",
            "ABC",
            "(ABC)",
            "e.g.",
            "?!",
            "organize",
            "Section 47",
            "2017-18",
            "\n\n",
            "—",
            "ß",
            "'",
            "3 children",
            "insuring the",
            "9" * 30,
        ]
    ),
    max_size=12,
).map(" ".join)
VALUE = st.one_of(st.integers(0, 100), st.decimals(0, 100, places=1))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_no_rule_crashes_on_odd_texts_and_numbers(data):
    def figure(unit="count", values=(0, 1, 7, 41), **more):
        value = data.draw(
            st.one_of(st.none(), VALUE if unit != "count" else st.sampled_from(values))
        )
        missing = (
            {"symbol": "c", "reason": data.draw(ODD.map("x ".__add__))} if value is None else {}
        )
        return {
            "value": value,
            "label": "x",
            "source": "s",
            "unit": unit,
            **missing,
            **more,
            **data.draw(
                st.sampled_from(
                    [
                        {"period": "2017-18"},
                        {"period": "0000-01"},
                        {"period": "spring"},
                        {"as_at": dt.date(1, 1, 1)},
                    ]
                )
            ),
        }

    def text(*keys):
        return {key: f"x {data.draw(ODD)}" for key in keys}

    figures = {
        "a": figure(values=(41, 42, 48, 10**12), **text("name")),
        "b": figure(part_of="a", breakdown=data.draw(st.sampled_from([None, "age"]))),
        "c": figure(part_of="a"),
        "d": figure("percent", of={"part": "b", "whole": "a"}, **text("label", "definition")),
        "e": figure("pounds"),
        "f": figure("per-10000"),
    }
    made = Summary.model_validate(
        {
            "board": "b",
            "title": "x",
            "period": data.draw(st.sampled_from(["2017-18", "0000-01", "1", "spring", "9999"])),
            "status": "final",
            **text("introduction"),
            "sources": {"s": {"title": "x", "publisher": "x"}},
            "figures": figures,
            "series": {
                "z": {
                    "label": "x",
                    "source": "s",
                    "points": {"spring": 1, "2018": data.draw(VALUE)},
                }
            },
            "sections": [
                {
                    **text("heading", "subtitle"),
                    "blocks": [
                        {"kind": "part", "figure": "b"},
                        {"kind": "text", **text("text", "title")},
                        {"kind": "trend", "series": "z"},
                        {"kind": "bars", "figures": ["a", "c"]},
                    ],
                }
            ],
        }
    )
    loaded = Loaded(
        made, Board(name="Board"), Tree(Path("content.yaml"), []), Tree(Path("board.yaml"), [])
    )
    if problems_in(made, loaded.tree, []) == []:  # rules are asked of content whose form is sound
        assert [
            p.message
            for p in examine(loaded, Previous("before.yaml", "hscb-report check before", made))
            if p.code == "rule-failed"
        ] == []


@pytest.mark.parametrize(
    ("words", "before", "line", "column"),
    [
        ("again", "", 2, 10),
        ("again", "said again and ", 3, 3),
        ("over two", "", 3, 13),
        ("missing", "", 1, 7),
        ("plain", "", 5, 8),
        ("", "", 1, 7),
        ("group", "", 6, 1),
    ],
)
def test_the_caret_stands_under_the_words(tmp_path, words, before, line, column):
    file = tmp_path / "a.yaml"
    file.write_text(
        "text: >\n  said   again and\n  again and over\n  two lines\nother: plain again\ngroup:\n "
        " key: 1\n",
        encoding="utf-8",
    )
    tree = read_yaml(file)
    path = {"plain": "other", "group": "group"}.get(words, "text")
    place = place_of(tree, (path,), "" if words == "group" else words, before)
    assert (place.line, place.column) == (line, column)

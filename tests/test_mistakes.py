"""Mistakes a careful, busy person makes, each answered with place, sentence and next step:
numbers, dates, keys and names.
"""

from __future__ import annotations

import pytest

from hscb_report import build, check
from hscb_report.errors import ContentError, ExitCode, UsageError
from mistakes import answered, mistake

CASES = [
    # what is typed for what, the code, the line's words, part of the message, part of the next step
    ("value: 18240", "value: 18,240", "comma", "18,240", "comma", "write 18240"),
    (
        "value: 18240",
        'value: "18240"',
        "quoted-number",
        '"18240"',
        "in quotes",
        "remove the quotes",
    ),
    ("value: 18240", "value: yes", "yes-no", "yes", "a number is needed", "digits"),
    ("value: 18240", "value: some 18240", "number", "some", "not a number", "digits"),
    (
        "value: 18240",
        "value: about 18,240",
        "bound",
        "about",
        "no exact",
        "18240 and add bound: about",
    ),
    ("value: 18240", 'value: "<5"', "bound", "<5", "no exact", "write 5 and add bound: under"),
    ("value: 18240", "value: 300+", "bound", "300+", "no exact", "bound: over, if it is more"),
    (
        "value: 18240",
        "value: 27 days",
        "words",
        "27 days",
        "has words",
        "write 27 and add unit: days",
    ),
    (
        "value: 18240",
        "value: £1.2m",
        "words",
        "£1.2m",
        "has words",
        "write 1200000 and add unit: pounds, show: millions",
    ),
    ("value: 18240", "value: −3", "minus", "−3", "another minus", "write -3"),
    ("value: 94\n", "value: 94%\n", "percent-sign", "94%", "% sign", "write 94"),
    ("value: 94\n", "value: 194\n", "over-100", "english", "over 100", "check"),
    ("value: 87\n", "value: -87\n", "negative", "camhs-admissions", "below zero", "check"),
    ("value: 87\n", "value: 87.5\n", "fraction", "camhs-admissions", "whole number", "unit"),
    (
        "as_at: 2025-03-31",
        "as_at: 31 March 2025",
        "date",
        "31 March 2025",
        "not a date",
        "write 2025-03-31",
    ),
    (
        "as_at: 2025-03-31",
        "as_at: 31/03/2025",
        "date",
        "31/03/2025",
        "not a date",
        "write 2025-03-31",
    ),
    (
        "as_at: 2025-03-31",
        'as_at: "2025-03-31"',
        "date",
        "2025-03-31",
        "not a date",
        "without quotes",
    ),
    ("as_at: 2025-03-31", "as_at: March 2025", "date", "March 2025", "not a date", "2025-03"),
    ("as_at: 2025-03-31", "as_at: 2025-3", "date", "2025-3", "not a date", "write 2025-03"),
    ("as_at: 2025-03-31", "as_at: 2025-13", "date", "2025-13", "not a date", "such as 2018-03"),
    ("as_at: 2025-03-31", "as_at: 2024-25", "date", "2024-25", "not a date", "period: 2024-25"),
    (
        "as_at: 2025-03-31",
        "as_at: 2025-02-30",
        "no-such-day",
        "2025-02-30",
        "not a day",
        "year-month-day",
    ),
    (
        "    label: Contacts with the children's front door",
        "    lable: Contacts with the children's front door",
        "unknown-key",
        "lable",
        "not a key",
        'did you mean "label"',
    ),
    (
        "    label: Contacts with the children's front door\n",
        "",
        "missing-key",
        "contacts:",
        '"label" is missing',
        "add label",
    ),
    (
        "kind: funnel",
        "kind: funel",
        "unknown-kind",
        "funel",
        'no block of kind "funel"',
        'did you mean "funnel"',
    ),
    (
        "[contacts, referrals, section-47]",
        "[contacts, referals, section-47]",
        "unknown-figure",
        "referals",
        'no figure named "referals"',
        'did you mean "referrals"',
    ),
    (
        "icon: family",
        "icon: famly",
        "unknown-icon",
        "famly",
        'no icon named "famly"',
        'did you mean "family"',
    ),
    (
        "source: summary",
        "source: sumary",
        "unknown-source",
        "sumary",
        "no source",
        'did you mean "summary"',
    ),
    (
        "series: looked-after",
        "series: looked-afer",
        "unknown-series",
        "looked-afer",
        "no series",
        'did you mean "looked-after"',
    ),
    (
        "board: anyshire",
        "board: anyshrie",
        "unknown-board",
        "anyshrie",
        "no board",
        'did you mean "anyshire"',
    ),
    ("status: final", "status: finished", "choice", "finished", "not one of the choices", "final"),
    (
        "{deprived-areas:Words}",
        "{deprived-area:Words}",
        "unknown-figure",
        "Anyshire has areas",
        "no figure",
        'did you mean "deprived-areas"',
    ),
    (
        "{deprived-areas:Words}",
        "{deprived-areas:capitals}",
        "unknown-form",
        "Anyshire has areas",
        "cannot be written",
        "Words",
    ),
    (
        "part_of: contacts",
        "part_of: section-47",
        "circular",
        "section-47",
        "part of itself",
        "whole",
    ),
    (
        "value: 288",
        "value: 1288",
        "part-over-whole",
        "value: 1288",
        "greater than the whole",
        "check both",
    ),
    ("value: 6105", "value: 106105", "part-over-whole", "value: 106105", "18,240", "check both"),
    ("    symbol: x\n", "", "unexplained", "minority-ethnic", "nothing says why", "symbol: x"),
    (
        "    symbol: x\n",
        "    symbol: r\n",
        "symbol-for-value",
        "minority-ethnic",
        "goes with a value",
        "c, low, u, x or z",
    ),
    (
        "value: 114",
        "value: 114\n    symbol: x",
        "symbol-for-missing",
        "uasc",
        "says that there is no value",
        "delete symbol; or",
    ),
    (
        "value: 114",
        "value: 114\n    symbol: x\n    reason: To be supplied.",
        "symbol-for-missing",
        "uasc",
        "says that there is no value",
        "delete symbol and reason; or",
    ),
    (
        "{kind: share, figure: english",
        "{kind: share, figure: uasc",
        "not-a-percentage",
        "uasc",
        "shows a percentage",
        "statistics",
    ),
    (
        "{kind: part, figure: plans-neglect}",
        "{kind: part, figure: plans}",
        "no-whole",
        "plans}",
        "nothing says of what",
        "part_of",
    ),
    (
        "period: 2024-25\nstatus",
        "period: 2025-26\nstatus",
        "other-period",
        "2025-26",
        "file is named 2024-25",
        "same name",
    ),
    (
        "title: Annual Report Summary",
        "title: no",
        "yes-no",
        "title: no",
        "yes or no",
        'quotes: "no"',
    ),
    ("value: 18240", "value: 018240", "leading-zero", "018240", "begins with 0", "write 18240"),
    ("value: 18240", "value: 18\xa0240", "comma", "240", "a space in it", "write 18240"),
    ("value: 18240", "value: TBC", "number", "TBC", "not a number", "symbol: x"),
    (
        "    part_of: contacts\n",
        "",
        "not-a-part",
        "section-47]",
        "nothing says that it is",
        "add part_of: contacts",
    ),
    (
        "icon: family",
        "icon: safe home",
        "unknown-icon",
        "safe home",
        "no icon",
        'did you mean "safe-home"',
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"),
    CASES,
    ids=[f"{case[2]}-{number}" for number, case in enumerate(CASES)],
)
def test_a_mistake_is_answered(sample, old, new, code, line, message, hint):
    answered(sample, old, new, code, line, message, hint)


def test_the_caret_stands_under_the_value(sample):
    problem = mistake(sample, "value: 288", "value: nine")[0]
    where, source, caret, step = problem.as_text().splitlines()
    assert where.startswith("content/2024-25.yaml:") or where.startswith("content\\2024-25.yaml:")
    assert source[caret.index("^") :] == "nine"
    assert step.strip().startswith("next: ")


def test_all_mistakes_are_told_at_once(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("value: 18240", "value: 18,240"),
        ("kind: funnel", "kind: funel"),
        ("as_at: 2025-03-31", "as_at: June"),
    ):
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    board = sample / "boards/anyshire.yaml"
    board.write_text(
        board.read_text(encoding="utf-8").replace("name: Anyshire", "nam: Anyshire"),
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    codes = {p.code for p in caught.value.problems}
    assert {"comma", "unknown-kind", "date", "unknown-key"} <= codes
    assert "missing-key" not in codes  # it is misspelt, which is told
    assert {p.place.file.name for p in caught.value.problems} == {"2024-25.yaml", "anyshire.yaml"}


def test_a_duplicate_key_is_one_problem(sample):
    text = (sample / "2024-25.yaml").read_text(encoding="utf-8")
    start = text.index("  contacts:\n")
    entry = text[start : text.index("  referrals:\n")]
    (sample / "2024-25.yaml").write_text(text.replace(entry, entry + entry, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    assert [p.code for p in caught.value.problems] == ["duplicate-key"]


@pytest.mark.parametrize("name", ["2025-26.yml", "2025-26.yaml.txt"])
def test_a_file_with_another_ending_is_named(sample, name):
    (sample / name).write_text("board: anyshire\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        build("2025-26", content=sample)
    assert caught.value.problems[0].hint == f"rename {name} to 2025-26.yaml"


def test_a_year_that_does_not_exist(sample):
    with pytest.raises(UsageError) as caught:
        build("2024-26", content=sample)
    assert caught.value.exit_code == ExitCode.USAGE
    assert "2024-25" in caught.value.problems[0].hint


def test_a_block_that_cannot_fit_says_by_how_much(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "Anyshire has areas of wealth",
            "Anyshire has areas of wealth " + "and more words " * 400,
            1,
        ),
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        build("2024-25", content=sample, output=sample.parent / "out")
    problems = caught.value.problems
    assert [p.code for p in problems] == ["does-not-fit"]
    assert '"Children in Anyshire", block 3 (note)' in problems[0].message
    assert "mm too high" in problems[0].message
    assert "kind: note" in problems[0].place.source
    assert not (sample.parent / "out").exists()

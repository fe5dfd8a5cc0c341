"""The 2017-18 content holds all of the printed summary, to the letter, and nothing that was
guessed.
"""

from __future__ import annotations

import re

import pytest

from conftest import GOLDEN, ROOT
from hscb_report.brand import icons
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from pdf import structure, text_of

PRINTED = (GOLDEN / "2017-18.printed.txt").read_text(encoding="utf-8").splitlines()
"""Every sentence of the printed summary that was preserved."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load("2017-18", ROOT / "content", icons.names()).summary)


@pytest.fixture(scope="module")
def read_aloud(summary_pdf) -> str:
    """What a screen reader reads: the words of the structure tree, alternative texts included."""
    lines = [
        re.sub(r"^\s*\w+( scope=\w+)?( alt=)?:? ?", "", line) for line in structure(summary_pdf)
    ]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("sentence", PRINTED)
def test_every_printed_sentence_is_read_aloud_as_printed(sentence, read_aloud):
    assert sentence.rstrip(".") in read_aloud


@pytest.mark.parametrize(
    "number",
    "77,602 32,441 2,528 309,462 94% 3,462 114 1,294 950 1,151 8,376 87 400 100 650 41 35".split(),
)
def test_every_printed_number_stands_on_a_page(number, summary_pdf):
    pages = text_of(summary_pdf)
    assert any(re.search(rf"(?<![\d,]){re.escape(number)}(?![\d,])", page) for page in pages[:5])


def test_the_two_missing_numbers_stay_missing_and_are_seen(reader, summary_pdf):
    missing = [r for r in reader.all if r.value is None]
    assert [(r.key, r.number) for r in missing] == [
        ("minority-ethnic", "[x]"),
        ("children-in-care", "[x]"),
    ]
    assert all(r.reason for r in missing)
    text = " ".join(" ".join(text_of(summary_pdf)[:4]).split())
    assert text.count("Not available [x]") == 2
    assert text.count("missing from the text of the printed summary") == 2


def test_ratios_are_stated_only_where_the_source_declares_the_whole(reader):
    assert {r.key: r.ratio for r in reader.all if r.ratio} == {
        "referrals": "42% of contacts",
        "section-47": "8% of referrals",
        "plans-neglect": "73% of plans",
    }
    assert reader.figure("foster-care").ratio == ""  # its whole is missing
    assert reader.figure("camhs-admissions").share is None


def test_the_admissions_are_nowhere_a_share_of_the_referrals(summary_pdf):
    text = " ".join(text_of(summary_pdf)).replace("Each square stands for 1%", "")
    assert not re.search(r"\b1(\.0\d*)?%|1\.04|one in a hundred|less than 1%", text)


def test_added_headings_are_marked_and_true(reader):
    summary = reader.summary
    printed = {
        "Lessons Learnt from Serious Case Reviews",
        "Audit and Assurance",
        "2018-19 Priorities",
    }
    for section in summary.sections:
        assert ("heading" in section.editorial) != (section.heading in printed), section.heading
        if section.subtitle:
            assert "subtitle" in section.editorial
    headings = [section.heading for section in summary.sections]
    assert "Two in five contacts became a referral" in headings
    assert abs(reader.figure("referrals").share - 2 / 5) < 0.02
    assert "Neglect is the reason for nearly three in four plans" in headings
    assert 0.70 < reader.figure("plans-neglect").share < 0.75


def test_the_series_is_the_department_for_educations(reader):
    assert [(p.when, p.number) for p in reader.points("looked-after")] == [
        ("2014", "1,265"),
        ("2015", "1,333 [r]"),
        ("2016", "1,305"),
        ("2017", "1,440"),
        ("2018", "1,594"),
        ("2019", "1,664"),
    ]
    source = reader.summary.sources[reader.summary.series["looked-after"].source]
    assert source.publisher == "Department for Education"


def test_every_figure_says_when_and_whence(reader):
    for reading in reader.all:
        assert reading.when, reading.key
        assert reading.source in reader.summary.sources, reading.key

"""A short report as boards write it: counts with their rates, last year's revised number, a share
beside England's, and plans by category and age with last year beside each.
"""

from __future__ import annotations

import pytest

from hscb_report import build, check
from hscb_report.brand.icons import names
from hscb_report.story.about import hero_of
from hscb_report.summary.load import load
from pdf import text_of

BOARD = "name: Anytown Safeguarding Children Partnership\n"
PLANS = {
    "category": {
        "Neglect": (151, 148),
        "Emotional abuse": (95, 112),
        "Physical abuse": (33, 31),
        "Sexual abuse": (18, 21),
    },
    "age": {
        "Under 5": (101, 108),
        "From 5 to 9": (88, 90),
        "From 10 to 15": (85, 92),
        "16 and 17": (23, 22),
    },
}
"""Plans a year before, and in the report's year."""
YEARS = {"2024": 297, "2025": 312}
REPORT = """
board: anytown
title: Yearly Report in Brief
period: 2024-25
status: final
sources:
  partnership: {title: Yearly report 2024-25, publisher: Anytown Safeguarding Children Partnership}
  national: {title: Children in need 2025, publisher: Office of Made-up Statistics}
figures:
  population:
    {value: 414125, label: children live in Anytown, period: 2024-25, source: partnership}
  contacts:
    value: 9645
    previous: {value: 9861, symbol: r, note: Some contacts had been counted twice.}
    label: contacts ({contacts-rate} children)
    name: Contacts
    noun: contacts
    period: 2024-25
    source: partnership
  contacts-rate:
    value: 232.9
    unit: per-10000
    of: {part: contacts, whole: population}
    label: children made contact
    name: Rate of contacts
    period: 2024-25
    source: partnership
  referrals: {value: 1580, label: referrals, period: 2024-25, source: partnership}
  assessments:
    value: 1343
    part_of: referrals
    label: led to an assessment
    name: Referrals that led to an assessment
    period: 2024-25
    source: partnership
  assessed:
    value: 85
    unit: percent
    of: {part: assessments, whole: referrals}
    beside: [assessed-england]
    label: of {referrals} referrals led to an assessment
    name: Referrals that led to an assessment
    period: 2024-25
    source: national
  assessed-england:
    value: 77.4
    place: England
    unit: percent
    label: of referrals led to an assessment
    name: Referrals that led to an assessment
    period: 2024-25
    source: national
"""
SECTIONS = """
sections:
  - heading: Fewer contacts than last year
    blocks:
      - {kind: statistics, items: [{figure: contacts, icon: call}]}
  - heading: More referrals led to an assessment than in England
    blocks:
      - {kind: share, figure: assessed, width: half}
      - {kind: bars, by: place, figures: [assessed, assessed-england], width: half}
  - heading: More children were on a plan than a year before
    blocks:
"""


def plans() -> tuple[str, str]:
    """Their figures, and a grid of them for each breakdown."""
    figures, blocks = [], []
    for at, (year, total) in enumerate(YEARS.items()):
        when = f"as_at: {year}-03-31, source: partnership}}"
        label = f"children on a plan in March {year}"
        figures.append(f"  plans-{year}: {{value: {total}, label: {label}, noun: plans, {when}")
        for by, rows in PLANS.items():
            for n, (row, values) in enumerate(rows.items()):
                part = f"part_of: plans-{year}, breakdown: {by}, label: '{row}'"
                figures.append(f"  {by}-{n}-{year}: {{value: {values[at]}, {part}, {when}")
    for by, rows in PLANS.items():
        blocks += [
            f"      - kind: grid\n        title: Plans by {by}\n        totals: row",
            "        columns: [March 2024, March 2025]\n        rows:",
            *(f"          - {row}: [{by}-{n}-2024, {by}-{n}-2025]" for n, row in enumerate(rows)),
            "          - All plans: [plans-2024, plans-2025]",
        ]
    return "\n".join(figures), "\n".join(blocks)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The report, in a folder of its own."""
    folder = tmp_path_factory.mktemp("report") / "content"
    (folder / "boards").mkdir(parents=True)
    (folder / "boards/anytown.yaml").write_text(BOARD, encoding="utf-8")
    figures, blocks = plans()
    text = f"{REPORT.strip()}\n{figures}{SECTIONS.rstrip()}\n{blocks}\n"
    (folder / "2024-25.yaml").write_text(text, encoding="utf-8")
    return folder


def test_nothing_is_found_in_it(content):
    assert [problem.as_text() for problem in check("2024-25", content=content)] == []


def test_a_leaflet_begins_with_a_number_that_is_told(content):
    """And not with the first of the file, from which a rate is worked out."""
    assert hero_of(load("2024-25", content, names()).summary).figure == "contacts"


def test_its_page_says_it(content, tmp_path):
    (made,) = build("2024-25", content=content, output=tmp_path)
    said = " ".join(" ".join(text_of(made.path.read_bytes())).split())
    assert (
        "9,645 contacts (232.9 per 10,000 children) 2% fewer than in 2023-24 (9,861, revised)"
        in said
    )
    assert "In 2023-24: 9,861 [r]. Some contacts had been counted twice." in said
    assert "85% of 1,580 referrals led to an assessment Higher than England (77.4%)" in said
    for rows in PLANS.values():
        for row, values in rows.items():
            before, now = zip(values, YEARS.values(), strict=True)
            shares = [f"{part} {round(100 * part / whole)}%" for part, whole in (before, now)]
            assert f"{row} {' '.join(shares)}" in said
    assert said.count("All plans 297 312") == 2

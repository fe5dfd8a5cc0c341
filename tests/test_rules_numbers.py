"""Each rule about typed numbers and what nothing uses: content that it finds, and content that is
nearly so and is right.
"""

from __future__ import annotations

import pytest

from hscb_report.brand.vision import ciede2000, difference
from hscb_report.checks.numbers import typed
from rules import cards, figure, found, summary

CONTACTS = {
    "contacts": figure(77602, label="contacts with the team"),
    "plans": figure(1294, label="children on a plan"),
    "neglect": figure(950, label="because of neglect", part_of="plans"),
    "english": figure(94, unit="percent", label="of pupils speak English"),
    "forums": figure(4, label="practitioner forums"),
    "heard": figure(41, label="children were heard"),
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There were 77,602 contacts.", "77,602"),
        ("There were **77602** contacts.", "77602"),
        ("In all, 1,294 children had a plan.", "1,294"),
        ("We held four forums.", "four"),
        ("We heard 41 children.", "41"),
        ("Nearly all, 94%, speak English.", "94%"),
        ("We held 4 practitioner events.", "4"),
    ],
)
def test_a_typed_figure_is_found(text, said):
    problems = found("typed-number", summary(text, figures=CONTACTS))
    assert [p.message.split('"')[1] for p in problems] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "There were {contacts} contacts.",
        "We have 4 partners and four aims.",
        "A child of 4 came 41 times in 41 weeks.",
        "Section 47, Year 4, aged 4 to 41.",
        "On 4 March 2018, in 2017-18, at 4pm.",
        "Some 94 people spoke.",
        "It cost £1,294.",
        "About 77,000 calls.",
        "Room 1294, SO23 8UJ, 01294 770602",
        "The 4th forum.",
        "Four in ten forums.",
        "See https://example.org/77602",
        "per 10,000 children",
    ],
)
def test_what_only_looks_like_a_figure_is_left_alone(text):
    assert found("typed-number", summary(text, figures=CONTACTS)) == []
    assert found("near-number", summary(text, figures=CONTACTS)) == []


def test_the_next_step_fits_the_number():
    content = summary("Four forums, 4 forums.", figures=CONTACTS)
    assert [
        "{forums:Words}" in p.hint or "{forums}" in p.hint for p in found("typed-number", content)
    ] == [True, True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("There were 77,620 contacts.", "contacts"),
        ("There were 77,062 calls.", "contacts"),
        ("In all 1,249 came.", "plans"),
        ("In all 1,295 children on plans.", "plans"),
        ("There were 7,602 contacts.", "contacts"),
        ("There were 76,900 contacts.", "contacts"),
        ("There were about 71,602 contacts.", "contacts"),
        ("Over 78,000 contacts were made.", "contacts"),
        ("Of all pupils 49% of pupils speak English.", "english"),
    ],
)
def test_a_slip_is_found(text, name):
    (problem,) = found("near-number", summary(text, figures=CONTACTS))
    assert f'looks like the figure "{name}"' in problem.message
    assert f"{{{name}}}" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "There were nearly 78,000 contacts.",
        "There were over 77,000 contacts.",
        "There were about 77,600 contacts.",
        "Some 60,000 contacts came by phone.",
        "There were 77,602 contacts.",
        "We met 951 parents.",
        "We met 1,300 parents.",
        "At 40 schools.",
        "In 1924 and in 2018.",
        "Some 49% of parents came.",
    ],
)
def test_roundings_and_other_numbers_are_no_slip(text):
    assert found("near-number", summary(text, figures=CONTACTS)) == []


def test_numbers_in_text():
    text = "£2 million, 4.5 million, 12 per cent, twenty-one people, 1,234.5 and {figure}"
    assert [(str(n.value), n.unit, n.words) for n in typed(text)] == [
        ("2000000", "pounds", "£2 million"),
        ("4500000.0", "count", "4.5 million"),
        ("12", "percent", "12 per cent"),
        ("21", "count", "twenty-one"),
        ("1234.5", "count", "1,234.5"),
    ]


def test_what_nothing_uses():
    sources = {"s": {"title": "S", "publisher": "P"}, "t": {"title": "T", "publisher": "P"}}
    figures = {
        "shown": figure(10, part_of="whole"),
        "whole": figure(20),
        "named": figure(30),
        "forgotten": figure(40),
    }
    series = {"line": {"label": "L", "source": "s", "points": {"2017": 1000, "2018": 2000}}}
    content = summary(
        figures=figures,
        series=series,
        sources=sources,
        blocks=[cards("shown"), {"kind": "text", "text": "We met {named}."}],
    )
    assert [p.key for p in found("unused", content)] == [
        ("figures", "forgotten"),
        ("series", "line"),
        ("sources", "t"),
    ]
    content = summary(
        figures=figures,
        leaflet={"front": "forgotten"},
        blocks=[cards("shown"), {"kind": "text", "text": "{named}"}],
    )
    assert found("unused", content) == []
    content = summary(
        figures={"shown": figure(1, label="with {inside} more"), "inside": figure(2)},
        blocks=[cards("shown")],
    )
    assert found("unused", content) == []


def test_definitions_that_differ_on_one_chart():
    def lines(one, other):
        points = {"2017": 900, "2018": 1000}
        series = {
            name: {
                "label": name,
                "source": "s",
                "points": points,
                **({"definition": text} if text else {}),
            }
            for name, text in (("a", one), ("b", other))
        }
        return summary(series=series, blocks=[{"kind": "trend", "series": ["a", "b"]}])

    assert len(found("definitions-differ", lines("At 31 March.", "In the year."))) == 1
    assert found("definitions-differ", lines("At 31 March.", "At 31 March")) == []
    assert found("definitions-differ", lines("At 31 March.", None)) == []


RED, GREEN = (
    {"srgb": "#B3261E"},
    {"srgb": "#1F7A1F"},
)


def test_colours_that_look_alike():
    def trend(count):
        series = {
            f"s{i}": {"label": f"S{i}", "source": "s", "points": {"2017": 900, "2018": 1000}}
            for i in range(count)
        }
        return summary(series=series, blocks=[{"kind": "trend", "series": list(series)}])

    colours = {"primary-text": RED, "third-text": GREEN}
    (problem,) = found("colours-alike", trend(2), colours=colours)
    assert (problem.severity, problem.key, problem.place.file.name) == (
        "warning",
        ("brand", "colours", "third-text"),
        "board.yaml",
    )
    assert "do not see green" in problem.message
    assert found("colours-alike", trend(1), colours=colours) == []  # they do not stand together
    assert found("colours-alike", trend(4)) == []


def test_colour_difference_is_the_standards():
    """Pairs 1, 7, 17 and 25 of the test data of Sharma, Wu and Dalal."""
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert difference("#FFFFFF", "#FFFFFF", "tritanopia") == pytest.approx(0, abs=0.2)

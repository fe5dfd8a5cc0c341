"""Each rule about numbers: content that it finds, and content that is nearly so and is right."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hscb_report.brand.vision import ciede2000, difference
from hscb_report.checks.numbers import typed
from hscb_report.checks.ratios import ratios
from rules import figure, found, percent, summary


def cards(*names: str) -> dict:
    return {"kind": "statistics", "items": list(names)}


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ("42", None),
        ("41.7", None),
        ("41.67", None),
        ("41", "42"),
        ("41.6", "41.7"),
        ("42.0", "41.7"),
    ],
)
def test_a_percentage_follows_from_its_counts(value, due):
    problems = found("percentage", percent(value))
    assert [p.hint.split(",")[0] for p in problems] == ([f"write {due}"] if due else [])


def test_a_percentage_rounds_half_up_and_waits_for_its_counts():
    assert found("percentage", percent("3", 5, 200)) == []  # 2.5, which Python's round() makes 2
    assert found("percentage", percent("99", None)) == []
    assert found("percentage", percent("99", 0, 0)) == []


def parts(*values: int, whole: int = 100, **more) -> object:
    figures = {"plans": figure(whole)} | {
        f"part-{i}": figure(value, part_of="plans", **more) for i, value in enumerate(values)
    }
    return summary(figures=figures)


def test_parts_of_one_breakdown_fill_their_whole_at_most():
    assert found("parts-overfill", parts(60, 40, breakdown="age")) == []
    (problem,) = found("parts-overfill", parts(60, 41, breakdown="age"))
    assert (problem.severity, problem.key) == ("error", ("figures", "part-1", "value"))
    assert "add up to 101" in problem.message
    assert found("parts-overfill", parts(60, 41)) == []


def test_parts_that_may_overlap_are_asked_about_until_the_content_says_so():
    (problem,) = found("parts-overlap", parts(60, 41))
    assert problem.severity == "warning"
    assert found("parts-overlap", parts(60, 40)) == []
    content = summary(
        figures={
            "plans": figure(100),
            "neglect": figure(60, part_of="plans", breakdown="reason"),
            "young": figure(50, part_of="plans"),
        }
    )
    assert found("parts-overlap", content) == []
    nested = summary(
        figures={"a": figure(100), "b": figure(90, part_of="a"), "c": figure(80, part_of="b")}
    )
    assert found("parts-overlap", nested) == []


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


def section(heading: str, text: str = "Words.", share: int = 950) -> object:
    figures = {
        "plans": figure(1294, label="children on a plan", noun="plans"),
        "neglect": figure(share, label="because of neglect", part_of="plans"),
        "english": figure(94, unit="percent", label="of pupils speak English"),
    }
    return summary(
        figures=figures,
        sections=[
            {
                "heading": heading,
                "blocks": [{"kind": "part", "figure": "neglect"}, {"kind": "text", "text": text}],
            }
        ],
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Neglect is the reason for nearly three in four plans",
        "Three quarters of plans are because of neglect",
        "Over 7 in 10 plans",
        "More than two thirds of plans",
        "One in four plans has another reason, not neglect",
        "Neglect: 73% of plans",
        "One in five told us so",
        "Half of the team",
        "A quarter of a century",
        "Less than four in five plans",
        "Over half of plans",
        "Two in five families moved",
        "Plans in 12 areas, one in each",
        # each number has its own words
        "Four in five carers felt supported, and nearly three in four plans were for neglect",
        "Half of our schools answered, while neglect was behind 950 plans",
        "Of {plans} plans nearly three in four were for neglect, but two thirds of schools knew",
        "950 plans were because of neglect; a third of visits were late",
        # near is not about
        "Two thirds of schools took part",
        "Four in five answered our survey",
        "Two in five plans were late",
    ],
)
def test_a_ratio_that_holds_or_is_of_something_else(heading):
    assert [p.message for p in found("ratio", section(heading))] == []


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Half of all plans are because of neglect", "Half"),
        ("7 in 10 plans", "7 in 10"),
        ("Neglect is behind two in five plans", "two in five"),
        ("Over three in four plans", "three in four"),
        ("Nearly two thirds of plans", "two thirds"),
        ("Neglect: 75% of plans", "75%"),
        ("Neglect is behind nine out of ten plans", "nine out of ten"),
        ("Four in five", "Four in five"),
        ("Half of them were because of neglect", "Half"),
        ("In 12 areas, half of plans were because of neglect", "half"),
        ("Half of plans were because of neglect, and 12 areas had more", "Half"),
        ("Half of {plans} plans were because of neglect", "Half"),
    ],
)
def test_a_ratio_that_contradicts_its_figure(heading, said):
    (problem,) = found("ratio", section(heading))
    assert f'"{said}"' in problem.message
    assert "73.4%" in problem.message
    assert ("write 73%" if "%" in said else "write nearly three in four") in problem.hint


def test_ratios_in_labels_and_in_the_introduction():
    figures = {
        "plans": figure(1294, label="children on a plan", noun="plans"),
        "neglect": figure(950, label="of plans, half of them", part_of="plans"),
    }
    blocks = [{"kind": "part", "figure": "neglect"}]
    assert [p.key for p in found("ratio", summary(figures=figures, blocks=blocks))] == [
        ("figures", "neglect", "label")
    ]
    figures["neglect"]["label"] = "because of neglect"
    for introduction, wrong in (
        ("Two thirds of plans are for neglect.", 1),
        ("Three quarters of plans are for neglect.", 0),
        ("Two thirds of it.", 0),
        ("A third of plans began in spring.", 0),
    ):
        assert len(found("ratio", summary(figures=figures, introduction=introduction))) == wrong


def test_the_tolerance_of_a_ratio():
    assert found("ratio", section("Three in four plans")) == []
    assert len(found("ratio", section("Three in four plans"), ratio_points=1)) == 1
    assert len(found("ratio", section("Three in four plans", share=650))) == 1


def test_ratios_in_words():
    assert [
        (r.words, round(r.share), r.side)
        for r in ratios("Two in five, nearly three quarters of it, over 7 out of 10, half the team")
    ] == [
        ("Two in five", 40, ""),
        ("three quarters", 75, "nearly"),
        ("7 out of 10", 70, "above"),
        ("half", 50, ""),
    ]
    assert (
        list(
            ratios(
                "9 in 2018, 5 in 4, one in particular, two in one, a half day, every quarter, 3 "
                "in 11"
            )
        )
        == []
    )


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


def test_a_percentage_says_of_what():
    assert (
        len(
            found(
                "undefined", summary(figures={"a": figure(94, unit="percent", label="attendance")})
            )
        )
        == 1
    )
    for more in (
        {"label": "of pupils attend"},
        {"label": "attendance", "definition": "Sessions of all pupils."},
    ):
        assert found("undefined", summary(figures={"a": figure(94, unit="percent", **more)})) == []
    assert found("undefined", percent("42")) == []


def test_a_break_says_what_changed():
    def line(**more):
        return summary(
            series={
                "line": {
                    "label": "L",
                    "source": "s",
                    "points": {"2017": 900, "2018": {"value": 100, "symbol": "b"}},
                    **more,
                }
            }
        )

    (problem,) = found("undefined", line())
    assert problem.key == ("series", "line", "points", "2018")
    assert found("undefined", line(definition="Since 2018 without respite care.")) == []
    assert len(found("undefined", summary(figures={"a": figure(900, symbol="e")}))) == 1
    assert found("undefined", summary(figures={"a": figure(900, symbol="r")})) == []


@pytest.mark.parametrize(
    ("when", "outside"),
    [
        ({"as_at": "2018-03-31"}, False),
        ({"as_at": "2017-04-01"}, False),
        ({"as_at": "2018-04-01"}, True),
        ({"as_at": "2017-03-31"}, True),
        ({"period": "2016-17"}, True),
        ({"period": "2017-18"}, False),
        ({"period": "2018"}, False),
        ({"period": "April to June 2019"}, True),
        ({"period": "Q4 2017-18"}, False),
        ({"period": "Q1 2018-19"}, True),
        ({"period": "spring 2019"}, False),
        ({"as_at": "2018-03"}, False),
        ({"as_at": "2018-04"}, True),
    ],
)
def test_a_date_outside_the_period(when, outside):
    when = {
        key: dt.date.fromisoformat(value) if key == "as_at" and len(value) > 7 else value
        for key, value in when.items()
    }
    data = {"value": 100, "label": "children", "source": "s", **when}
    assert bool(found("outside-period", summary(figures={"a": data}))) == outside


def test_dates_that_differ_on_one_chart():
    day = dt.date(2018, 3, 31)
    figures = {
        "a": figure(100),
        "b": figure(90, as_at=day),
        "c": figure(80),
        "d": figure(70, part_of="b"),
    }
    blocks = [
        {"kind": "bars", "figures": ["a", "b"]},
        {"kind": "bars", "figures": ["a", "c"]},
        cards("a", "b"),
        {"kind": "part", "figure": "d"},
    ]
    assert [p.key[3] for p in found("dates-differ", summary(figures=figures, blocks=blocks))] == [
        0,
        3,
    ]


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


def years(now: dict, before: dict, **checks) -> dict[str, list[str]]:
    last = summary(
        period="2016-17",
        figures={name: {**data, "period": "2016-17"} for name, data in before.items()},
    )
    return {
        rule: [p.key[1] for p in found(rule, summary(figures=now), before=last, **checks)]
        for rule in ("big-change", "same-as-last-year")
    }


def test_changes_since_last_year():
    before = {
        "grew": figure(1000),
        "fell": figure(1000),
        "steady": figure(1000),
        "few": figure(10),
        "share": figure(40, unit="percent"),
        "point": figure(40, unit="percent"),
        "other": figure(1000),
        "gone": figure(7),
        "new-way": figure(500),
        "zero": figure(0),
        "digit": figure(87),
    }
    now = {
        "grew": figure(1251),
        "fell": figure(749),
        "steady": figure(1250),
        "few": figure(40),
        "share": figure(51, unit="percent"),
        "point": figure(50, unit="percent"),
        "other": figure(None, symbol="x", reason="None."),
        "new-way": figure(900, definition="Counted anew."),
        "new": figure(9),
        "zero": figure(900),
        "digit": figure(8),
    }
    assert years(now, before)["big-change"] == ["grew", "fell", "share", "zero", "digit"]
    assert years(now, before, change_percent=50, change_points=20)["big-change"] == [
        "zero",
        "digit",
    ]
    moved_on = (
        {"a": figure(500, definition="Counted on 31 March 2018.")},
        {"a": figure(114, definition="Counted on 31 March 2017.")},
    )
    assert years(*moved_on)["big-change"] == ["a"], (
        "a definition that moved on with the year is the same"
    )
    assert years({"a": figure(500, symbol="b")}, {"a": figure(114)})["big-change"] == [], (
        "a break in the series is said already"
    )


def test_last_years_number_pasted_in():
    before = {
        "plans": figure(1294),
        "forums": figure(4),
        "english": figure(94, unit="percent"),
        "grant": figure(5000, unit="pounds"),
        "moved": figure(1295),
    }
    assert years({**before, "moved": figure(1296)}, before)["same-as-last-year"] == ["plans"]


def test_without_a_file_of_last_year_nothing_is_said():
    content = summary(figures={"a": figure(1000)})
    assert found("big-change", content) == found("same-as-last-year", content) == []


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


@pytest.mark.parametrize(
    "text",
    [
        "Four in five foster carers felt supported.",
        "Half of our partners attended.",
        "A quarter of children in Hampshire schools walk there.",
        "90% of practitioners in Hampshire agreed.",
        "It stopped a quarter of the way through the year.",
        "It met in the first half of the year.",
        "It was done in the 2nd quarter of 2017-18.",
    ],
)
def test_ratios_about_other_things(text):
    figures = {
        "english": figure(
            94,
            unit="percent",
            label="of children in Hampshire have English as their first language",
        )
    }
    blocks = [cards("english"), {"kind": "text", "text": text}]
    assert found("ratio", summary(figures=figures, blocks=blocks)) == []


def test_a_part_of_another_day_or_source():
    day, other = dt.date(2018, 3, 31), dt.date(2018, 6, 30)
    base = {"whole": figure(1600, as_at=day), "part": figure(1160, as_at=day, part_of="whole")}
    assert found("part-elsewhere", summary(figures=base)) == []
    (problem,) = found(
        "part-elsewhere",
        summary(figures={**base, "part": figure(1160, as_at=other, part_of="whole")}),
    )
    assert (problem.key, problem.severity) == (("figures", "part", "part_of"), "error")
    assert "30 June 2018" in problem.message
    assert (
        found(
            "part-elsewhere",
            summary(
                figures={
                    **base,
                    "part": figure(None, as_at=other, part_of="whole", symbol="x", reason="None."),
                }
            ),
        )
        == []
    )


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("children at the end of March 2018", 0),
        ("children at the end of March 2017", 1),
        ("children on 31 March 2018", 0),
        ("children on 30 March 2018", 1),
        ("children", 0),
        ("children since 2014", 0),
    ],
)
def test_dates_in_words(label, count):
    assert (
        len(
            found(
                "date-in-words",
                summary(figures={"a": figure(100, label=label, as_at=dt.date(2018, 3, 31))}),
            )
        )
        == count
    )


@pytest.mark.parametrize(("value", "count"), [("0.94", 1), ("1", 0), ("94", 0), ("0", 0)])
def test_a_percentage_that_is_a_fraction(value, count):
    assert (
        len(found("fraction", summary(figures={"a": figure(Decimal(value), unit="percent")})))
        == count
    )

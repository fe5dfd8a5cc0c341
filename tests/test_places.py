"""Numbers of several places: England and statistical neighbours beside our own."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
import yaml

import rules
from hscb_report import build, check
from hscb_report.brand.brand import Brand
from hscb_report.charts.bars import bars
from hscb_report.charts.line import line
from hscb_report.charts.line_pens import pens
from hscb_report.charts.marks import Area, Stroke, Words
from hscb_report.errors import ContentError
from hscb_report.story.about import hero_of
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.changes import why_not
from hscb_report.summary.document import Summary
from hscb_report.summary.export import figures_csv
from hscb_report.summary.place_relations import problems_in
from hscb_report.summary.places import at_home, home_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import Tree
from hscb_report.year.carry import new
from hscb_report.year.sheet import rows
from pdf import structure
from rules import found

BOARD = Board(name="Anyshire Safeguarding Children Partnership")
BRAND = Brand(BOARD)
HOME = "Anyshire"
TREE = Tree(Path("content.yaml"), [])


def rate(value, place: str | None = None, **more) -> dict:
    """A rate, of another place where one is named."""
    where = {"place": place} if place else {}
    made = {"label": "children on a plan", "unit": "per-10000", "source": "s", **where, **more}
    when = {} if "period" in more else {"as_at": dt.date(2018, 3, 31)}
    return {"value": value, **when, **made}


def gap(place: str | None = None, **more) -> dict:
    return rate(None, place, symbol="x", reason="Not published.", **more)


def summary(figures: dict, *blocks: dict, **more) -> Summary:
    """A content with these figures and blocks."""
    sources = {
        "s": {"title": "Children in need 2018", "publisher": "Department"},
        "ours": {"title": "Our return", "publisher": "The board"},
    }
    shown = list(blocks) or [{"kind": "table", "figures": list(figures)}]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": "2017-18",
            "status": "final",
            "sources": sources,
            "figures": figures,
            "sections": [{"heading": "Plans", "blocks": shown}],
            **more,
        }
    )


OURS = {"ours": rate(49), "england": rate(64, "England"), "near": rate(52, "our neighbours")}


def told(content: Summary, index: int = 0):
    """What a block becomes."""
    return tell(Reader(content, home=HOME), BOARD).sections[0].blocks[index].node


# Which place


@pytest.mark.parametrize(
    ("board", "home"),
    [
        ({"name": "Anyshire Safeguarding Children Partnership"}, "Anyshire"),
        ({"name": "North Anytown Local Safeguarding Children Board"}, "North Anytown"),
        (
            {"name": "Anyshire Safeguarding Children Partnership", "place": "the county"},
            "the county",
        ),
        ({"name": "Children First"}, ""),
    ],
)
def test_a_board_names_its_area_or_its_name_does(board, home):
    assert home_of(Board.model_validate(board)) == home


def test_what_names_our_own_area_names_no_other():
    content = summary({"a": rate(49, "ANYSHIRE"), "b": rate(64, "England")})
    assert at_home(content, HOME).figures["a"].place is None
    assert at_home(content, HOME).figures["b"].place == "England"
    assert at_home(summary(OURS), HOME) == summary(OURS)


@pytest.mark.parametrize(
    ("figure", "label", "name"),
    [
        (rate(64, "England"), "children on a plan, England", "Children on a plan, England"),
        (
            rate(64, "England", label="children on a plan."),
            "children on a plan, England.",
            "Children on a plan, England",
        ),
        (
            rate(64, "England", label="children in england on a plan"),
            "children in england on a plan",
            "Children in england on a plan",
        ),
        (
            rate(64, "England", label="**New** in {n}", name="Plans of England"),
            "New in 64 per 10,000, England",
            "Plans of England",
        ),
        (rate(64), "children on a plan", "Children on a plan"),
    ],
)
def test_no_number_of_another_place_stands_without_it(figure, label, name):
    reading = Reader(summary({"a": figure, "n": rate(64)}), home=HOME).figure("a")
    assert reading.label_text == f"per 10,000 {label}"
    assert reading.name == name


def test_tables_and_the_attached_figures_say_the_place():
    series = {
        name: {"label": "In care", "source": "s", "points": {"2017": 5, "2018": 6}, **more}
        for name, more in {"a": {}, "b": {"place": "England"}}.items()
    }
    reader = Reader(summary(OURS, series=series), home=HOME)
    read = list(csv.DictReader(io.StringIO(figures_csv(reader).decode("utf-8-sig"))))
    assert {row["figure"]: (row["name"], row["place"]) for row in read} == {
        "ours": ("Children on a plan", "Anyshire"),
        "england": ("Children on a plan, England", "England"),
        "near": ("Children on a plan, our neighbours", "Our neighbours"),
        "a:2017": ("In care", "Anyshire"),
        "a:2018": ("In care", "Anyshire"),
        "b:2017": ("In care, England", "England"),
        "b:2018": ("In care, England", "England"),
    }
    about = tell(reader, BOARD).about
    assert about is not None
    assert [one.line.name for one in about.years] == ["In care", "In care, England"]
    assert [row.name for row in rows(reader.summary, None)][1] == "Children on a plan, England"


def test_a_number_of_another_place_does_not_lead():
    first = {"england": rate(64, "England"), "ours": rate(49)}
    content = summary(first, {"kind": "statistics", "items": ["england", "ours"]})
    assert [one.tier for one in told(content).statements] == ["standard", "standard"]
    story = tell(Reader(content, home=HOME), BOARD)
    assert story.opening.large.statement.reading.key == "ours"
    assert hero_of(content).figure == "ours"


def test_two_years_of_two_places_are_not_compared():
    here, there = summary({"a": rate(49)}), summary({"a": rate(64, "England")})
    assert why_not(here.figures["a"], there.figures["a"], here, there) == "it is of another place"


# Words of comparison


@pytest.mark.parametrize(
    ("ours", "other", "said"),
    [
        (49, 64, "Lower than England (64)"),
        (64, 49, "Higher than England (49)"),
        (49, 49, "The same as England (49)"),
        (Decimal("49.0"), Decimal("49.4"), "Lower than England (49.4)"),
        (49, Decimal("49.4"), "The same as England (49.4) when rounded"),
        (49, Decimal("49.6"), "Lower than England (49.6)"),
        (50, Decimal("49.6"), "The same as England (49.6) when rounded"),
        (0, 0, "The same as England (0)"),
    ],
)
def test_how_a_number_stands_to_another_is_derived(ours, other, said):
    figures = {"ours": rate(ours, beside=["england"]), "england": rate(other, "England")}
    assert Reader(summary(figures)).figure("ours").compared == (said,)


@pytest.mark.parametrize(
    ("unit", "less", "more"),
    [("days", "Shorter", "Longer"), ("years", "Less", "More"), ("percent", "Lower", "Higher")],
)
def test_a_length_of_time_is_shorter_and_what_may_be_an_age_is_not(unit, less, more):
    of = {"england": rate(9, "England", unit=unit), "ours": rate(7, unit=unit, beside=["england"])}
    (said,) = Reader(summary(of)).figure("ours").compared
    assert said.startswith(f"{less} than England (9")
    of["ours"]["value"] = 11
    (said,) = Reader(summary(of)).figure("ours").compared
    assert said.startswith(f"{more} than England (9")


def test_several_places_share_a_line_by_the_way_they_differ():
    figures = {
        "ours": rate(49, beside=["england", "near", "south", "lost", "east"]),
        "england": {**rate(64, "England"), "symbol": "p"},
        "near": rate(52, "our neighbours"),
        "south": rate(40, "the South"),
        "lost": gap("the North", source="ours"),
        "east": rate(49, "the East"),
    }
    reader = Reader(summary(figures))
    assert reader.figure("ours").compared == (
        "Lower than England (64, provisional) and our neighbours (52)",
        "Higher than the South (40)",
        "The North: not available [x]",
        "The same as the East (49)",
    )
    assert [ref.source for ref in reader.figure("ours").compared[2].refs] == ["ours"]
    none = summary(figures | {"ours": gap(beside=["england"])})
    assert Reader(none).figure("ours").compared == ()


def test_a_number_of_another_place_stands_beside_ours_too():
    figures = {"ours": rate(49, beside=["england"]), "england": rate(64, "England", beside="ours")}
    reader = Reader(summary(figures), home=HOME)
    assert reader.figure("england").compared == ("Higher than Anyshire (49)",)


def errors(content: Summary) -> list[str]:
    return [problem.message for problem in problems_in(at_home(content, HOME), TREE, HOME)]


@pytest.mark.parametrize(
    ("ours", "other", "wrong"),
    [
        ({}, {}, ""),
        ({"definition": "All plans in Anyshire."}, {"definition": "All plans in England"}, ""),
        ({"label": "plans in Anyshire"}, {"label": "plans in England"}, ""),
        ({"name": "Plans"}, {"name": "Plans, England"}, ""),
        ({"definition": "All."}, {"definition": "All.", "label": "Plans"}, ""),
        ({"definition": "All."}, {"definition": "Some."}, "the definition differs"),
        ({"definition": "All."}, {}, 'only "ours" has a definition'),
        ({}, {"label": "contacts"}, "they are called differently"),
        ({}, {"unit": "percent"}, "the unit differs: per-10000 and percent"),
        ({}, {"as_at": dt.date(2017, 3, 31)}, "the time differs: 31 March 2018 and 31 March 2017"),
        ({}, {"as_at": None, "period": "2017-18"}, "the time differs: 31 March 2018 and 2017-18"),
        ({}, {"source": "ours"}, 'the publication differs: "Children in need 2018" and'),
        ({}, {"place": None}, "are both of Anyshire"),
        ({}, {"place": "anyshire"}, "are both of Anyshire"),
        ({"unit": "count"}, {"unit": "count"}, "beside compares rates, not numbers of children"),
        ({"unit": "pounds"}, {"unit": "pounds"}, "beside compares rates, not money"),
        ({"value": None, "symbol": "x", "reason": "Lost."}, {"source": "ours"}, "the publication"),
    ],
)
def test_what_does_not_measure_the_same_is_not_compared_in_words(ours, other, wrong):
    figures = {
        "ours": {**rate(49, beside=["england"]), **ours},
        "england": {**rate(64, "England"), **other},
    }
    made = errors(summary(figures))
    assert len(made) == bool(wrong)
    assert all(wrong in message for message in made)


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ({"a": rate(9, part_of="b"), "b": rate(20, "England")}, 1),
        ({"a": rate(9, "England", part_of="b"), "b": rate(20, "england")}, 0),
        (
            {
                "a": rate(9, "England", of={"part": "b", "whole": "c"}),
                "b": rate(9, "England"),
                "c": rate(20),
            },
            1,
        ),
        ({"a": rate(9, beside=["a"])}, 1),
    ],
)
def test_parts_and_wholes_are_of_one_place(figures, wrong):
    assert len(errors(summary(figures))) == wrong


def test_a_series_is_the_same_as_a_figure_of_its_place():
    points = {"label": "L", "source": "s", "unit": "per-10000", "points": {"2017": 1, "2018": 64}}
    series = {"a": {**points, "same_as": "england"}}
    assert "this series is of Anyshire" in errors(summary(OURS, series=series))[0]
    series["a"]["place"] = "England"
    assert errors(summary(OURS, series=series)) == []


# Bars


def test_bars_by_place_are_named_so_and_ours_stands_out():
    figures = OURS | {"lost": gap("the North")}
    node = told(summary(figures, {"kind": "bars", "by": "place", "figures": list(figures)}))
    assert node.title == "Children on a plan, per 10,000"
    assert [name for name, _ in node.rows] == ["Anyshire", "England", "Our neighbours", "The North"]
    assert node.strong == "ours"
    assert node.notes == ("The North: Not published.", "Source: Department")
    assert node.description.alt == (
        "Bar chart: Children on a plan, per 10,000. Anyshire: 49; England: 64; "
        "Our neighbours: 52; The North: Not available [x]: Not published. "
        "Anyshire stands out."
    )


@pytest.mark.parametrize(
    ("block", "names", "strong"),
    [
        ({"by": "place", "highlight": "near"}, ["Anyshire", "England", "Our neighbours"], "near"),
        ({"highlight": "ours"}, ["Children on a plan", "E", "N"], "ours"),
        ({}, ["Children on a plan", "E", "N"], ""),
    ],
)
def test_any_bar_may_stand_out(block, names, strong):
    figures = OURS | {
        name: {**OURS[name], "short": name[:1].upper()} for name in ("england", "near")
    }
    node = told(summary(figures, {"kind": "bars", "figures": list(figures), **block}))
    assert [name for name, _ in node.rows] == names
    assert node.strong == strong


def test_a_year_of_bars_may_stand_out():
    series = {"a": {"label": "In care", "source": "s", "points": {"2017": 5, "2018": 6}}}
    block = {"kind": "bars", "series": "a", "highlight": 2018}
    assert told(summary(OURS, block, series=series)).strong == "a-2018"


def test_a_bar_of_another_time_says_so():
    figures = OURS | {"england": rate(64, "England", as_at=dt.date(2017, 3, 31))}
    node = told(summary(figures, {"kind": "bars", "by": "place", "figures": list(figures)}))
    assert [name for name, _ in node.rows][1] == "England, 31 March 2017"


@pytest.mark.parametrize(
    ("figures", "block", "wrong"),
    [
        (OURS, {}, ""),
        (OURS, {"highlight": "Anyshire"}, 'no bar of this block is "Anyshire"'),
        (OURS | {"near": rate(52, "England")}, {}, "two bars would have one name"),
        (OURS | {"near": rate(52, "N", label="contacts")}, {}, "do not measure the same"),
        (OURS | {"near": rate(52, "N", definition="All.")}, {}, 'only "near" has a definition'),
    ],
)
def test_bars_by_place_are_of_one_measure_and_several_places(figures, block, wrong):
    shown = {"kind": "bars", "by": "place", "figures": list(figures), **block}
    made = errors(summary(figures, shown))
    assert len(made) == bool(wrong)
    assert all(wrong in message for message in made)


@pytest.mark.parametrize("width", [160, 300, 510])
def test_what_stands_out_does_so_without_colour(width):
    node = told(summary(OURS, {"kind": "bars", "by": "place", "figures": list(OURS)}))
    sheet = bars(node.rows, width, BRAND, strong=node.strong)
    grounds = {mark.key: mark.ink for mark in sheet.marks if isinstance(mark, Area)}
    assert grounds == {"ours": "primary-text", "england": "tint", "near": "tint"}
    frames = [mark for mark in sheet.marks if isinstance(mark, Stroke)]
    assert {(mark.ink, mark.width) for mark in frames} == {("primary-text", 1.25)}
    assert len(frames) == 2
    words = [mark for mark in sheet.marks if isinstance(mark, Words)]
    bold = {mark.text for mark in words if mark.style.face == "bold"}
    assert bold == {"Anyshire", "49"}


# Lines


def lines_of(*places: str | None, ahead: bool = False, **more):
    points = {str(year): 40 + n for n, year in enumerate(range(2014, 2020 if ahead else 2019))}
    series = {
        f"s{n}": {
            "label": "Plans",
            "unit": "per-10000",
            "source": "s",
            "points": {year: value + 3 * n for year, value in points.items()},
            **({"place": place} if place else {}),
            **more.get(f"s{n}", {}),
        }
        for n, place in enumerate(places)
    }
    return told(summary(OURS, {"kind": "trend", "series": list(series)}, series=series))


def test_lines_of_several_places_are_named_by_them():
    node = lines_of("England", None, "our neighbours", "the South")
    assert node.title == "Plans, per 10,000"
    assert [one.name for one in node.lines] == [
        "England",
        "Anyshire",
        "Our neighbours",
        "The South",
    ]
    assert [one.weight for one in node.lines] == ["quiet", "strong", "quiet", "quiet"]
    assert node.description.alt.startswith("Line chart: Plans, per 10,000. England: 2014, 40;")
    assert node.description.alt.endswith(" Anyshire stands out.")


def test_other_lines_are_called_as_before_or_in_short():
    node = lines_of(None, None, s1={"label": "Contacts", "short": "Calls"})
    assert [(one.name, one.weight) for one in node.lines] == [("Plans", ""), ("Calls", "")]
    assert node.title == "Per 10,000"
    node = lines_of(None, "England", s1={"label": "Contacts"})
    assert [one.name for one in node.lines] == ["Plans", "Contacts, England"]
    assert [one.weight for one in lines_of("England", "Wales").lines] == ["", ""]


def test_equal_lines_are_named_as_they_stand_in_a_sentence():
    points = {"points": {"2017": 5, "2018": 6}}
    node = lines_of(None, "our neighbours", s0=points, s1=points)
    assert node.notes[0].startswith("Anyshire and our neighbours are equal in 2017 and 2018")


@pytest.mark.parametrize("width", [240, 510])
@pytest.mark.parametrize("ahead", [False, True])
def test_lines_are_told_apart_without_colour(width, ahead):
    lines = lines_of("England", None, "our neighbours", "the South", ahead=ahead).lines
    drawn = pens(lines)
    assert len({(pen.shape, pen.dash) for pen in drawn}) == 4
    assert [pen.quiet for pen in drawn] == [True, False, True, True]
    thick = drawn[1].width
    assert all(pen.width < thick / 2 for pen in drawn if pen.quiet)
    sheet = line(lines, width, 240, BRAND)
    strokes = [mark for mark in sheet.marks if isinstance(mark, Stroke) and mark.key == "series"]
    assert strokes[-1].width == thick, "ours lies above the others"
    words = {mark.text: mark.style.face for mark in sheet.marks if isinstance(mark, Words)}
    for name, face in (("England", "regular"), ("Anyshire", "bold"), ("The South", "regular")):
        assert next(style for text, style in words.items() if text.startswith(name)) == face
    keys = {point.key for one in lines for point in one.points}
    assert {mark.key for mark in sheet.marks if getattr(mark, "key", "")} >= keys


# Rules


def asked(rule: str, figures: dict, text: str = "", **more) -> list[str]:
    """What a rule says of figures."""
    blocks = more.pop("blocks", None) or [{"kind": "table", "figures": list(figures)}]
    blocks += [{"kind": "text", "text": text}] if text else []
    return [
        one.message for one in found(rule, rules.summary(figures=figures, blocks=blocks, **more))
    ]


def count(value, place: str | None = None, **more) -> dict:
    where = {"place": place} if place else {}
    return rules.figure(value, label="children on a plan", **where, **more)


def test_rates_of_two_places_are_of_two_populations():
    figures = {}
    for name, (value, per, place) in {
        "plans": (500, 50, None),
        "contacts": (56_000, 47, "England"),
    }.items():
        where = {"place": place} if place else {}
        figures[name] = rules.figure(value, label=name, **where)
        figures[f"{name}-rate"] = rules.figure(
            per, label="children", name=f"Rate of {name}", unit="per-10000", **where
        )
    assert asked("rates-disagree", figures) == []
    here = {name: {**one, "place": None} for name, one in figures.items()}
    assert len(asked("rates-disagree", here)) == 1


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("There were 77,620 children on a plan.", 1),
        ("There were 77,620 children on a plan in England.", 0),
        ("Of 12,345 children on a plan in England, few waited.", 1),
        ("There were 12,345 children on a plan.", 0),
    ],
)
def test_a_slip_is_one_of_a_number_of_the_same_place(text, slips):
    figures = {"ours": count(77_602), "theirs": count(12_354, "England")}
    assert len(asked("near-number", figures, text)) == slips


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Four in five children on a plan waited.", 0),
        ("Seven in ten children on a plan waited.", 1),
        ("In England, seven in ten children on a plan waited.", 0),
        ("Nationally, three in five children on a plan waited.", 1),
        ("We looked at:\n- children on a plan\n\nSeven in ten visits were late.", 0),
    ],
)
def test_a_ratio_is_held_against_the_share_of_its_place(text, wrong):
    figures = {"ours": count(80, unit="percent"), "theirs": count(70, "England", unit="percent")}
    assert len(asked("ratio", figures, text)) == wrong


@pytest.mark.parametrize(("than", "wrong"), [("fewer", 0), ("more", 1)])
def test_a_number_belongs_to_the_name_that_has_it(than, wrong):
    called = {"label": "Section 47 enquiries"}
    figures = {"ours": rate(136, **called), "theirs": rate(167, "England", **called)}
    text = f"There were {than} Section 47 enquiries than in England."
    assert len(asked("claim", figures, text)) == wrong


def test_one_name_in_two_places_is_no_fault():
    assert asked("same-name", {"a": count(500), "b": count(600, "England")}) == []
    assert len(asked("same-name", {"a": count(500, "England"), "b": count(600, "england")})) == 1
    points = {"label": "L", "source": "s", "points": {"2017": 500, "2018": 600}}
    blocks = [{"kind": "trend", "series": ["a", "b"]}]
    for more, wrong in (({}, 1), ({"place": "England"}, 0)):
        series = {"a": points, "b": {**points, **more}}
        assert len(asked("same-name", {}, blocks=list(blocks), series=series)) == wrong


def test_a_point_of_another_place_is_another_number():
    points = {"label": "children on a plan", "source": "s", "points": {"2017": 500, "2018": 600}}
    figures = {"a": count(700, period="2018")}
    for more, wrong in (({}, 1), ({"place": "England"}, 0)):
        assert len(asked("point-differs", figures, series={"b": {**points, **more}})) == wrong


def test_a_definition_may_name_the_place():
    def chart(*defined: str):
        figures = {
            name: count(500, place, definition=text)
            for name, place, text in zip(("a", "b"), (None, "England"), defined, strict=True)
        }
        blocks = [{"kind": "bars", "figures": ["a", "b"]}]
        return asked("definitions-differ", figures, blocks=blocks)

    assert chart("Plans, all ages.", "Plans in England, all ages.") == []
    assert len(chart("Plans, all ages.", "Plans in England of babies.")) == 1


def test_few_children_of_another_place_can_be_recognised_too():
    (message,) = asked("small-count", {"a": count(3, "Nextshire")})
    assert message.startswith("3 is a count of people of Nextshire from 1 to ")


@pytest.mark.parametrize(("place", "wrong"), [("England", 0), (None, 1)])
def test_lines_of_two_places_need_no_two_colours(place, wrong):
    points = {"label": "L", "source": "s", "points": {"2017": 500, "2018": 600}}
    where = {"place": place} if place else {"label": "M"}
    content = rules.summary(
        blocks=[{"kind": "trend", "series": ["a", "b"]}],
        series={"a": points, "b": {**points, **where}},
    )
    alike = {name: {"srgb": "#12436D"} for name in ("primary-text", "third-text")}
    assert len(found("colours-alike", content, colours=alike)) == wrong


def test_what_stands_beside_another_is_used():
    figures = {"a": rate(49, beside=["b"], source="s"), "b": rate(64, "England", source="s")}
    assert asked("unused", figures, blocks=[{"kind": "statistics", "items": ["a"]}]) == []


# From the file to the bytes


def in_folder(folder: Path, **more) -> Path:
    """A board's content with numbers of three places."""
    (folder / "boards").mkdir(parents=True)
    (folder / "boards" / "b.yaml").write_text(
        "name: Anyshire Safeguarding Children Partnership\n", encoding="utf-8"
    )
    figures = {
        "ours": rate(49, "Anyshire", beside=["england", "near"]),
        "england": rate(64, "England"),
        "near": rate(52, "statistical neighbours"),
    }
    points = {"label": "Plans", "unit": "per-10000", "source": "s"}
    series = {
        "a": {**points, "points": {2017: 47, 2018: 49}},
        "b": {**points, "place": "England", "points": {2017: 60, 2018: 64}},
    }
    content = summary(figures).model_dump(mode="json", exclude_unset=True) | {
        "sources": {"s": {"title": "Children in need 2018", "publisher": "Department"}},
        "figures": figures,
        "series": series,
        "sections": [
            {
                "heading": "Plans",
                "blocks": [
                    {"kind": "statistics", "items": ["ours"]},
                    {"kind": "bars", "by": "place", "figures": list(figures)},
                    {"kind": "bars", "series": "a", "highlight": 2018},
                    {"kind": "trend", "series": ["a", "b"]},
                ],
            }
        ],
        **more,
    }
    (folder / "2017-18.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    return folder


def test_a_page_says_how_our_number_stands_to_others(tmp_path):
    content = in_folder(tmp_path / "content")
    assert [one.code for one in check("2017-18", content=content)] == []
    made = build("2017-18", content=content, output=tmp_path / "out")[0].path.read_bytes()
    tags = "\n".join(structure(made))
    assert "P: Lower than England (64) and statistical neighbours (52)" in tags
    assert "Anyshire: 49; England: 64; Statistical neighbours" in tags
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (attached,) = pdf.attachments.values()
        assert b"England" in attached.get_file().read_bytes()


def test_a_year_that_stands_out_is_looked_at_in_the_next(tmp_path):
    content = in_folder(tmp_path / "content")
    why = [one.why for one in new("2018-19", "2017-18", content=content).left]
    assert any("still lets 2018 stand out" in one for one in why)
    assert check("2018-19", content=content)


def test_errors_between_places_stop_a_build(tmp_path):
    text = in_folder(tmp_path / "content") / "2017-18.yaml"
    said = text.read_text(encoding="utf-8").replace("place: England", "place: Anyshire")
    text.write_text(said, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=tmp_path / "content")
    told_of = {problem.code for problem in caught.value.problems}
    assert told_of >= {"beside", "same-place"}

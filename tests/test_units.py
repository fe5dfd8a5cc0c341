"""Units and numbers that are not exact: printed, attached, sent out, filled in and read back; what
may be worked out from them, and what may not.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import ValidationError

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type, runs_of
from hscb_report.charts.bars import bars
from hscb_report.charts.marks import Area, Words
from hscb_report.errors import ContentError
from hscb_report.story import rates
from hscb_report.story.tell import tell
from hscb_report.summary import printed
from hscb_report.summary.board import Board
from hscb_report.summary.changes import change
from hscb_report.summary.document import Summary
from hscb_report.summary.export import figures_csv
from hscb_report.summary.growth import growth
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.scalars import written
from hscb_report.summary.typed import understood
from hscb_report.summary.units import BOUNDS, MINUS, UNITS, Show
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures
from make import written as built
from mistakes import answered
from pages import read, tables
from pdf import structure, text_of
from rules import figure, summary
from test_layout_property import faults

BOARD = Board(name="A board")
SYMBOLS = (None, "r", "p")
VALUES = {unit: (Decimal("93.5") if not UNITS[unit].whole else 77602, 1) for unit in UNITS}


def every() -> dict[str, dict]:
    """A figure for each unit, bound and symbol; those that may be below zero are there twice."""
    made = {}
    for unit, bound, symbol in product(UNITS, (None, *BOUNDS), SYMBOLS):
        values = [*VALUES[unit], *([Decimal("-12.5")] if UNITS[unit].below_zero else [])]
        for index, value in enumerate(values):
            if value < 0 and bound in ("over", "under"):
                continue
            name = "-".join(filter(None, (unit, bound or "exact", symbol, f"n{index}")))
            data = {"value": value, "unit": unit, "bound": bound, "symbol": symbol}
            made[name] = {key: one for key, one in data.items() if one is not None}
    return made


def content(folder: Path, figures: dict[str, dict]) -> Path:
    """A content file of these figures."""
    (folder / "boards").mkdir(parents=True)
    (folder / "boards/b.yaml").write_text("name: A board\n", encoding="utf-8")
    lines = ["board: b", "title: T", "period: 2017-18", "status: draft"]
    lines += ["sources: {s: {title: S, publisher: P}}", "figures:"]
    for name, one in figures.items():
        own = {"label": f"of all, {name}", "counts": "things", "period": "2017-18", "source": "s"}
        keys = ", ".join(f"{key}: {written(value)}" for key, value in {**one, **own}.items())
        lines.append(f"  {name}: {{{keys}}}")
    shown = next(iter(figures))
    lines += ["sections:", f"  - {{heading: H, blocks: [{{kind: table, figures: [{shown}]}}]}}"]
    (folder / "2017-18.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def numbers(made: Summary) -> dict[str, tuple]:
    """What is known of the number of each figure."""
    return {
        name: (one.value, one.unit, one.bound, one.symbol) for name, one in made.figures.items()
    }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_unit_bound_and_symbol_comes_back_from_a_partner_as_it_was(tmp_path, ending):
    """What the tool prints is typed into the sheet of an empty year."""
    figures = every()
    full = load("2017-18", content(tmp_path / "full", figures), icons.names()).summary
    gap = {"value": None, "symbol": "x", "reason": "To be supplied."}
    empty = content(
        tmp_path / "empty", {name: {**gap, "unit": one["unit"]} for name, one in figures.items()}
    )
    sheet = export_figures("2017-18", content=empty, output=tmp_path / f"sheet.{ending}")
    typed = {name: (printed.bare(one), one.symbol or "") for name, one in full.figures.items()}
    if ending == "csv":
        rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
        for row in rows[1:]:
            row[6], row[7] = typed[row[0]]
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        sheet.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    else:
        import openpyxl

        book = openpyxl.load_workbook(sheet)
        for row in book.active.iter_rows(min_row=5):
            row[6].value, row[7].value = typed[row[0].value]
            row[6].data_type = "s"
        book.save(sheet)
    import_figures("2017-18", sheet, content=empty)
    back = load("2017-18", empty, icons.names()).summary
    assert numbers(back) == numbers(full)
    assert all(one.reason is None for one in back.figures.values())
    again = export_figures("2017-18", content=empty, output=tmp_path / f"again.{ending}")
    assert import_figures("2017-18", again, content=empty).changes == []


def test_every_unit_bound_and_symbol_is_printed_and_attached_as_it_is(tmp_path):
    figures = every()
    made = load("2017-18", content(tmp_path / "c", figures), icons.names()).summary
    reader = Reader(made)
    rows = csv.DictReader(io.StringIO(figures_csv(reader).decode("utf-8-sig")))
    attached = {
        row["figure"]: (
            Decimal(row["value"]),
            row["unit"],
            row["bound"] or None,
            row["symbol"] or None,
        )
        for row in rows
    }
    assert attached == numbers(made)
    for name, one in made.figures.items():
        reading = reader.figure(name)
        for said in (reading.number, reading.in_full, reading.headline):
            assert (one.bound or "") in said.split() or not one.bound
            assert said.endswith(f" [{one.symbol}]") or not one.symbol
        found = understood(printed.bare(one))
        assert found is not None and (found.value, found.bound) == (one.value, one.bound)
        assert found.unit in (one.unit, None)
        sentence = f"{reading.headline} {reading.label_text}"
        assert set(reading.number.replace("[", " [").split()) <= set(sentence.split()), name


@pytest.mark.parametrize(
    ("keys", "number", "sentence"),
    [
        ({"value": Decimal("2.4"), "unit": "number"}, "2.4", "2.4 children"),
        ({"value": 27, "unit": "days"}, "27 days", "27 days children"),
        ({"value": 1, "unit": "days"}, "1 day", "1 day children"),
        ({"value": Decimal("3.5"), "unit": "years"}, "3.5 years", "3.5 years children"),
        ({"value": Decimal("1.0"), "unit": "hours"}, "1.0 hours", "1.0 hours children"),
        ({"value": Decimal("4.1"), "unit": "per-1000"}, "4.1 per 1,000", "4.1 per 1,000 children"),
        ({"value": 25, "unit": "per-100000"}, "25 per 100,000", "25 per 100,000 children"),
        ({"value": -3, "unit": "points"}, "−3 percentage points", "−3 percentage points children"),
        ({"value": 1, "unit": "points"}, "1 percentage point", "1 percentage point children"),
        ({"value": -12, "unit": "difference"}, "−12", "−12 children"),
        ({"value": -250, "unit": "pounds"}, "−£250", "−£250 children"),
        ({"value": 300, "bound": "over"}, "over 300", "over 300 children"),
        ({"value": 5, "bound": "under", "symbol": "p"}, "under 5 [p]", "under 5 [p] children"),
        ({"value": 1200, "bound": "about"}, "about 1,200", "about 1,200 children"),
        ({"value": 80, "bound": "over", "unit": "percent"}, "over 80%", "over 80% children"),
    ],
)
def test_how_numbers_are_printed(keys, number, sentence):
    reading = Reader(summary(figures={"f": figure(**keys)})).figure("f")
    assert (reading.number, reading.sentence) == (number, sentence)
    assert "-" not in reading.sentence  # a hyphen is not read aloud


@pytest.mark.parametrize(
    ("value", "show", "bound", "number", "in_full", "rounded"),
    [
        (1234567, "millions", None, "£1.2m", "£1,234,567", True),
        (1_000_000, "millions", None, "£1m", "£1,000,000", False),
        (1_040_000, "millions", None, "£1.0m", "£1,040,000", True),
        (-200_000, "millions", None, "−£0.2m", "−£200,000", False),
        (50_000, "millions", None, "£0.1m", "£50,000", True),
        (1_290_000, "millions", "over", "over £1.2m", "over £1,290,000", True),
        (1_210_000, "millions", "under", "under £1.3m", "under £1,210,000", True),
        (125_340, "thousands", None, "£125,000", "£125,340", True),
        (125_000, "thousands", None, "£125,000", "£125,000", False),
    ],
)
def test_money_is_rounded_where_it_is_printed_and_said_in_full_in_tables(
    value, show, bound, number, in_full, rounded
):
    keys = {"unit": "pounds", "show": show, "bound": bound, "label": "spent"}
    made = summary(figures={"f": figure(value, **keys)})
    reading = Reader(made).figure("f")
    assert (reading.number, reading.headline, reading.in_full) == (number, number, in_full)
    assert (f"Rounded to {number} elsewhere." in reading.notes) == rounded
    assert f",{value}," in figures_csv(Reader(made)).decode()
    assert bool(reading.number.refs[0].rounded) == rounded


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"value": -1}, "negative"),
        ({"value": -1, "unit": "days"}, "negative"),
        ({"value": Decimal("-0.5"), "unit": "per-1000"}, "negative"),
        ({"value": None, "symbol": "x", "reason": "R.", "bound": "over"}, "bound-for-missing"),
        ({"value": -3, "unit": "points", "bound": "under"}, "bound-below-zero"),
        ({"value": 0, "bound": "under"}, "empty-bound"),
        ({"value": 100, "unit": "percent", "bound": "over"}, "empty-bound"),
        ({"value": 5, "show": "millions"}, "show"),
        ({"value": 40_000, "unit": "pounds", "show": "millions"}, "too-small-to-show"),
        ({"value": 400, "unit": "pounds", "show": "thousands"}, "too-small-to-show"),
        ({"value": 5, "bound": "at least"}, "literal_error"),
        ({"value": 5, "unit": "day"}, "literal_error"),
    ],
)
def test_a_number_that_cannot_be_one_of_its_unit(keys, kind):
    with pytest.raises(ValidationError) as caught:
        summary(figures={"f": figure(**keys)})
    assert [error["type"] for error in caught.value.errors()] == [kind]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"),
    [
        ("value: 87\n", "value: -87\n", "negative", "camhs", "a count cannot", "unit: difference"),
        (
            "    value: 87\n",
            "    value: 87\n    unit: day\n",
            "choice",
            "unit: day",
            "not one of the choices",
            'did you mean "days"',
        ),
        (
            "    value: 87\n    label: admitted",
            "    value: 87\n    unit: days\n    label: Days until admitted",
            "said-twice",
            "Days",
            '"days" is printed with the number',
            "begin the label with the words behind it",
        ),
        (
            "    value: 18240\n",
            "    value: 18240\n    bound: over\n    lead: more than\n",
            "said-twice",
            "more than",
            'stands before a number that is printed as "over 18,240"',
            'write no "more than" here: bound says it',
        ),
        (
            "    value: 18240\n",
            "    value: 18240\n    show: millions\n",
            "show",
            "contacts",
            "only money",
            "remove show, or write unit: pounds",
        ),
    ],
)
def test_a_slip_with_a_unit_is_answered(sample, old, new, code, line, message, hint):
    answered(sample, old, new, code, line, message, hint)


def problems(figures: dict, blocks: list | None = None, text: str = "Words.") -> list[str]:
    """What the parts of a content say of one another."""
    from hscb_report.summary.relations import problems_in
    from hscb_report.summary.tree import Tree

    data = summary().model_dump(exclude_none=True)
    section = {"heading": "H", "blocks": blocks or [{"kind": "text", "text": text}]}
    made = Summary.model_validate({**data, "figures": figures, "sections": [section]})
    return [one.code for one in problems_in(made, Tree(Path("c.yaml"), []), [])]


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        ({"value": 301}, {"value": 300}, True),
        ({"value": 300, "bound": "over"}, {"value": 300}, True),
        ({"value": 299, "bound": "over"}, {"value": 300}, False),
        ({"value": 310, "bound": "about"}, {"value": 300}, False),
        ({"value": 310, "bound": "under"}, {"value": 300}, False),
        ({"value": 310}, {"value": 300, "bound": "over"}, False),
        ({"value": 5}, {"value": 5, "bound": "under"}, True),
        ({"value": 310}, {"value": 300, "bound": "about"}, False),
    ],
)
def test_a_part_is_surely_greater_than_its_whole_or_may_be_less(part, whole, found):
    figures = {"p": figure(**part, part_of="w"), "w": figure(**whole)}
    assert problems(figures) == ["part-over-whole"] * found


def test_what_is_below_zero_or_a_difference_is_no_part_and_no_circle():
    pounds = {"unit": "pounds"}
    below = {"a": figure(-5, part_of="b", **pounds), "b": figure(10, **pounds)}
    assert problems(below) == ["no-part"]
    points = {"a": figure(5, unit="points", part_of="b"), "b": figure(9, unit="points")}
    assert problems(points) == ["no-part"]
    two = {"a": figure(-5, **pounds), "b": figure(10, **pounds)}
    assert problems(two, [{"kind": "compare", "items": ["a", "b"]}]) == ["below-zero"]
    assert problems(two, [{"kind": "bars", "figures": ["a", "b"]}]) == []
    assert problems({"a": figure(300, bound="over")}, text="More than {a} came.") == ["said-twice"]
    assert problems({"a": figure(300, bound="over")}, text="Moreover {a} came.") == []


def test_a_bound_has_a_capital_where_a_sentence_begins_and_nowhere_else():
    label = "{a} of them came"
    figures = {"a": figure(300, bound="over"), "b": figure(9, bound="under", label=label)}
    reader = Reader(summary(figures=figures))
    said = reader.plain("{a} came. **{a}** came? In all {a}, 2. {b:words} {b:Words}")
    assert said == "Over 300 came. Over 300 came? In all over 300, 2. under nine Under nine"
    assert reader.figure("b").sentence == "under 9 over 300 of them came"
    assert reader.figure("b").name == "Over 300 of them came"


def not_exact() -> Summary:
    """Every kind of chart of numbers that are not exact, and of some below zero."""
    figures = {
        "all": figure(1200, bound="about", label="contacts", noun="contacts"),
        "some": figure(300, bound="over", label="became referrals", part_of="all", lead="of which"),
        "heard": figure(80, bound="over", unit="percent", label="of pupils were heard"),
        "few": figure(5, bound="under", label="children waited"),
        "wait": figure(27, unit="days", label="from referral to assessment"),
        "budget": figure(1234567, unit="pounds", show="millions", label="was spent"),
        "in-time": figure(-3, unit="points", label="of visits in time since last year"),
        "staff": figure(-86250, unit="pounds", label="Staff"),
        "training": figure(12400, unit="pounds", bound="about", label="Training"),
    }
    kinds = [
        {"kind": "funnel", "figures": ["all", "some"]},
        {"kind": "part", "figure": "some"},
        {"kind": "share", "figure": "heard"},
        {"kind": "compare", "items": ["all", "some"]},
        {"kind": "bars", "figures": ["all", "some", "few"]},
        {"kind": "bars", "figures": ["staff", "training"]},
        {"kind": "statistics", "items": ["wait", "budget", "in-time", "few"]},
        {"kind": "text", "text": "{all} contacts, {few} of them late."},
    ]
    made = summary(figures=figures).model_dump(exclude_none=True)
    return Summary.model_validate({**made, "sections": [{"heading": "H", "blocks": kinds}]})


def test_nothing_is_worked_out_or_counted_out_from_a_number_that_is_not_exact():
    made = not_exact()
    reader = Reader(made)
    assert reader.figure("some").ratio == "" and reader.figure("some").share is None
    story = tell(reader, BOARD)
    assert story.opening is None or story.opening.dots is None
    funnel, part, share, compare, plain, below = (
        told.node for told in story.sections[0].blocks[:6]
    )
    assert (part.description, part.field, share.description) == (None, None, None)
    assert compare.field is None
    assert "About 1,200 contacts; of which over 300 became referrals." in funnel.description.alt
    assert compare.description.alt.endswith("Contacts: about 1,200; Became referrals: over 300.")
    assert "Some" not in plain.description.alt and "over 300" in plain.description.alt
    assert below.description.alt.endswith("Staff: −£86,250; Training: about £12,400.")
    exact = made.model_copy(
        update={
            "figures": {
                name: one.model_copy(update={"bound": None}) for name, one in made.figures.items()
            }
        }
    )
    assert Reader(exact).figure("some").ratio == "25% of contacts"


def test_they_stand_on_the_page_whole_and_are_read_in_order():
    _, data = built("board", not_exact(), BOARD)
    assert faults(data) == []
    text = " ".join(" ".join(text_of(data)).split())
    for words in (
        *("27 days from referral to assessment", "over 80% of pupils", "under 5 children waited"),
        *("−3 percentage points of visits", "£1.2m was spent", "£1,234,567"),
        *("About 1,200 contacts, under 5 of them late.", "Rounded to £1.2m elsewhere."),
    ):
        assert words in text, words
    assert "−£86,250" in text and "about £12,400" in text
    read = [line.strip() for line in structure(data)]
    at = read.index("Span: −3")
    assert read[at + 1] == "Span: percentage points of visits in time since last year"
    assert read[read.index("Span: 27 days") - 1] == "P"


def test_a_leaflet_says_which_amounts_are_rounded():
    _, data = built("leaflet", not_exact(), BOARD, fold="roll")
    assert faults(data) == []
    text = " ".join(" ".join(text_of(data)).split())
    assert "Rounded: £1.2m." in text and "£1,234,567" not in text


def test_bars_go_to_both_sides_of_zero():
    reader = Reader(not_exact())
    rows = [(name, reader.figure(name)) for name in ("staff", "training")]
    sheet = bars(rows, 300.0, Brand(BOARD))
    boxes = {
        mark.key: mark.path.get_extents()
        for mark in sheet.marks
        if isinstance(mark, Area) and mark.key
    }
    said = {mark.text: mark for mark in sheet.marks if isinstance(mark, Words)}
    staff, training = boxes["staff"], boxes["training"]
    assert staff.x1 == pytest.approx(training.x0)  # both begin at zero
    assert staff.width / training.width == pytest.approx(86250 / 12400)
    assert staff.x1 < said["−£86,250"].x < said["about £12,400"].x
    assert training.x1 < said["about £12,400"].x < 300


def test_words_beside_a_large_number_are_half_its_size():
    large = Type("black", 56, 60)
    runs = runs_of("over 1,200 days [r]", large)
    assert [(run.text, run.style.size) for run in runs] == [
        ("over ", 28),
        ("1,200", 56),
        (" days", 28),
        (" [r]", pytest.approx(25.2)),
    ]
    assert runs_of("77,602", large) == (runs_of("77,602", large)[0],)
    assert "".join(run.text for run in runs_of("Not available [x]", large)) == "Not available [x]"
    small = Type("bold", 12, 15)
    assert [run.text for run in runs_of("27 days", small)] == ["27 days"]


@pytest.mark.parametrize(
    ("unit", "before", "now", "said", "grown"),
    [
        ("days", 29, Decimal("27.5"), "Down 1.5 days", "1.5 days less than in 2014"),
        ("days", 27, 28, "Up 1 day", "1 day more than in 2014"),
        ("number", Decimal("2.4"), Decimal("2.6"), "Up 0.2", "0.2 more than in 2014"),
        ("points", 2, -1, "Down 3 percentage points", "3 percentage points less than in 2014"),
        ("difference", -12, 4, "Up 16", "16 more than in 2014"),
        ("pounds", 200, -50, "Down £250", "£250 less than in 2014"),
        ("per-1000", Decimal("4.1"), 4, "Down 0.1 per 1,000", "0.1 lower than in 2014"),
        ("years", 2, 2, "No change", "The same as in 2014"),
    ],
)
def test_a_change_is_said_in_the_words_of_its_unit(unit, before, now, said, grown):
    years = [
        Reader(summary(period=year, figures={"f": {**figure(value, unit=unit), "period": year}}))
        for year, value in (("2016-17", before), ("2017-18", now))
    ]
    assert change("f", *years).said == said
    assert growth(before, now, unit, "2014") == grown


@pytest.mark.parametrize("year", ["2016-17", "2017-18"])
def test_a_number_that_is_not_exact_is_compared_with_none(year):
    years = [
        Reader(
            summary(
                period=one,
                figures={
                    "f": {
                        **figure(300, **({"bound": "over"} if one == year else {})),
                        "period": one,
                    }
                },
            )
        )
        for one in ("2016-17", "2017-18")
    ]
    found = change("f", *years)
    assert (found.said, found.difference) == ("Not comparable", None)
    assert found.why_not == f"the number for {year} is not exact"


def test_a_new_year_asks_anew_whether_a_number_is_exact(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 300, "bound": "over"}})
    made = new("2018-19", "2017-18", content=folder)
    text = made.path.read_text(encoding="utf-8")
    assert "bound" not in text and "2017-18: over 300" in text
    assert load("2018-19", folder, icons.names()).summary.figures["a"].value is None


def test_an_exact_number_from_a_partner_takes_the_place_of_one_that_is_not(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 300, "bound": "over"}})
    sheet = export_figures("2017-18", content=folder, output=tmp_path / "s.csv")
    rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    assert rows[1][5] == "over 300"
    rows[1][6] = "312"
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    sheet.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    done = import_figures("2017-18", sheet, content=folder)
    assert [(c.key, c.old, c.new) for c in done.changes if not c.follows] == [
        ("value", "over 300", "312")
    ]
    made = load("2017-18", folder, icons.names()).summary.figures["a"]
    assert (made.value, made.bound) == (312, None)


def test_the_words_of_a_unit_are_english_and_refused_in_another_language(tmp_path):
    folder = content(tmp_path / "content", {"a": {"value": 27, "unit": "days"}})
    file = folder / "2017-18.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data["sections"][0]["blocks"].append({"kind": "text", "text": "Po {a}.", "lang": "pl"})
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ContentError, match="prints English words"):
        load("2017-18", folder, icons.names())


def test_what_is_shown_and_what_is_bound_are_choices_of_the_schema():
    assert get_args(Show) == ("thousands", "millions")
    assert MINUS == "−"


def test_the_guide_says_what_is_printed():
    told = next(t for t in tables(read(ROOT / "docs/content.md")) if t[0][0] == "`unit`")[1:]
    names = [row[0].split("`")[1] for row in told]
    assert names == list(UNITS)
    for name, (_, typed, text) in zip(names, told, strict=True):
        value = Decimal(typed.strip("`"))
        assert printed.number(value, name) == text


@pytest.mark.parametrize(
    ("label", "printed", "name"),
    [
        ("enquiries per 10,000 children", "enquiries per 10,000 children", None),
        ("enquiries for every 10000 of us", "enquiries for every 10000 of us", None),
        ("children in need", "per 10,000 children in need", "Children in need, per 10,000"),
        ("of 10,000 asked", "per 10,000 of 10,000 asked", "Of 10,000 asked, per 10,000"),
        ("a per 10,000,000", "per 10,000 a per 10,000,000", "A per 10,000,000, per 10,000"),
    ],
)
def test_a_rate_says_of_how_many_it_is_once(label, printed, name):
    reader = Reader(summary(figures={"f": figure(Decimal("45.7"), unit="per-10000", label=label)}))
    reading = reader.figure("f")
    assert reading.sentence == f"45.7 {printed}"
    told = rates.based(reading, reader.words.numbers)
    assert (told.name, told.in_full) == (name or label.capitalize(), "45.7")

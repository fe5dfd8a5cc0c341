"""Charts: geometry in proportion, native vectors, words from the same numbers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import SCALE
from hscb_report.charts import renderer
from hscb_report.charts.areas import areas
from hscb_report.charts.bars import bars
from hscb_report.charts.doughnut import doughnut
from hscb_report.charts.funnel import funnel
from hscb_report.charts.line import line
from hscb_report.charts.line_years import axis
from hscb_report.charts.marks import Area, Sheet, Stroke, Words
from hscb_report.charts.waffle import waffle
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.colour import CanvasMisuse
from hscb_report.story import describe
from hscb_report.story.series import Line
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.wording import Span
from hscb_report.words.table import EN_GB
from pdf import text_of

BRAND = Brand(Board(name="A board"))


def reading(value: float | None, key: str = "k", when: str = "2018", **more) -> Reading:
    number = "[x]" if value is None else f"{value:,.0f}"
    headline = "Not available [x]" if value is None else number
    return Reading(
        key=key,
        value=value,
        number=number,
        headline=headline,
        lead="",
        label=(Span("children"),),
        name=key,
        when=when,
        source="s",
        definition="",
        symbol="" if value is not None else "x",
        **more,
    )


def series(name: str, **values: float | None) -> Line:
    """A series whose years are written ``y2018``."""
    points = (reading(v, f"{name}-{y[1:]}", y[1:]) for y, v in values.items())
    return Line(name, tuple(points), EN_GB.charts)


def marks(sheet: Sheet) -> dict[str, Area]:
    """The filled shapes by what they show."""
    return {mark.key: mark for mark in sheet.marks if isinstance(mark, Area) and mark.key}


def lines_of(sheet: Sheet) -> list[Stroke]:
    return [mark for mark in sheet.marks if isinstance(mark, Stroke) and mark.key == "series"]


def words_of(sheet: Sheet) -> list[Words]:
    return [mark for mark in sheet.marks if isinstance(mark, Words)]


def width_of(mark: Area) -> float:
    return mark.path.get_extents().width


def area_of(mark: Area) -> float:
    """What is filled, holes left out (a ring's inner edge runs the other way round)."""
    total = 0.0
    for corners in mark.path.to_polygons():
        x, y = corners[:, 0], corners[:, 1]
        total += float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2
    return abs(total)


amounts = st.integers(1, 99_999_999)


@settings(max_examples=30, deadline=None)
@given(st.lists(amounts, min_size=2, max_size=5))
def test_funnel_bars_are_as_long_as_their_numbers(values):
    stages = [reading(float(v), f"k{i}") for i, v in enumerate(sorted(values, reverse=True))]
    found = marks(funnel(stages, 500, BRAND))
    for stage in stages:
        expected = 500 * stage.value / stages[0].value
        assert width_of(found[stage.key]) == pytest.approx(max(expected, 1.0))


@settings(max_examples=60, deadline=None)
@given(st.lists(amounts, min_size=2, max_size=5), st.sampled_from([302, 411, 510]))
def test_words_beside_the_bars_of_a_funnel_begin_on_one_line(values, width):
    stages = [reading(float(v), f"k{i}") for i, v in enumerate(sorted(values, reverse=True))]
    sheet = funnel(stages, width, BRAND)
    bars_ = {key: mark.path.get_extents() for key, mark in marks(sheet).items()}
    begins = set()
    for stage in stages:
        box = bars_[stage.key]
        beside = [
            mark
            for mark in words_of(sheet)
            if mark.text == "children" and box.y0 < mark.y < box.y1 and mark.x > box.x1
        ]
        begins |= {round(mark.x, 3) for mark in beside}
    assert len(begins) <= 1


@pytest.mark.parametrize("words", ["contacts", "contacts with the Front Door " * 3])
def test_words_in_a_funnels_first_bar_stand_as_high_as_its_number(words):
    first, second = replace(reading(400.0, "a"), label=(Span(words),)), reading(100.0, "b")
    for width in (260, 400, 510):
        sheet = funnel([first, second], width, BRAND)
        bar = next(mark for mark in sheet.marks if isinstance(mark, Area) and mark.key == "a")
        box = bar.path.get_extents()
        inside = [mark for mark in words_of(sheet) if box.y0 < mark.y < box.y1]
        number, *lines = inside
        if not lines:  # below the bar
            continue
        if len(lines) == 1:
            assert lines[0].y == number.y
        else:
            above = box.y1 - lines[0].y - fonts.ascent(lines[0].style)
            assert lines[-1].y - box.y0 == pytest.approx(above, abs=4)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=2, max_size=4))
def test_areas_are_areas(values):
    readings = [reading(float(v), f"k{i}") for i, v in enumerate(values)]
    found = marks(areas(readings, 120, BRAND))
    largest = max(values) or 1
    for item in readings:
        area = pi * (width_of(found[item.key]) / 2) ** 2 if item.key in found else 0
        assert area == pytest.approx(pi * 60**2 * item.value / largest)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=2, max_size=8))
def test_bars_begin_at_zero_and_are_in_proportion(values):
    rows = [(f"place {i}", reading(float(v), f"k{i}")) for i, v in enumerate(values)]
    found = marks(bars(rows, 480, BRAND))
    lengths = {key: width_of(bar) for key, bar in found.items()}
    for _, one in rows:
        for _, other in rows:
            if (
                one.value and other.value and min(lengths[one.key], lengths[other.key]) > 0.4
            ):  # what is thinner would not be printed
                assert lengths[one.key] / lengths[other.key] == pytest.approx(
                    one.value / other.value
                )
        assert one.value or one.key not in lengths


@pytest.mark.parametrize("percent", [0, 1, 50, 81.5, 94, 99.9, 100])
def test_a_waffle_fills_its_share_of_the_area(percent):
    found = marks(waffle(reading(percent), 120, BRAND))
    side = 120 / 10 * 0.82
    filled = 0.0
    if "k" in found:
        for corners in found["k"].path.to_polygons():
            filled += abs(corners[:, 0].max() - corners[:, 0].min()) * abs(
                corners[:, 1].max() - corners[:, 1].min()
            )
    assert filled / side**2 == pytest.approx(percent, abs=1e-6)


@pytest.mark.parametrize("share", [0.01, 0.25, 0.734, 1.0])
def test_a_doughnut_turns_as_far_as_its_share(share):
    part = reading(1.0, share=share, percent=f"{share:.0%}", of_whole="of plans")
    found = marks(doughnut(part, 140, BRAND))
    radius, thickness = 70, 140 * 0.19
    whole = pi * (radius**2 - (radius - thickness) ** 2)
    assert area_of(found["k"]) / whole == pytest.approx(share, abs=0.002)
    box = found["k"].path.get_extents()
    assert box.y1 == pytest.approx(140, abs=0.01), "it begins at the top"
    assert share > 0.5 or box.x0 >= 69.9, "and turns clockwise"


def test_a_line_stands_on_zero_and_breaks_at_a_gap():
    one = series("Children", y2015=10.0, y2016=20.0, y2017=None, y2018=30.0)
    sheet = line([one], 400, 150, BRAND)
    dots = {key: mark.path.get_extents() for key, mark in marks(sheet).items()}
    zero = next(m for m in sheet.marks if isinstance(m, Stroke) and not m.key).path.vertices[0][1]
    heights = {key: (box.y0 + box.y1) / 2 - zero for key, box in dots.items()}
    assert "Children-2017" not in heights
    assert heights["Children-2018"] == pytest.approx(3 * heights["Children-2015"])
    assert heights["Children-2016"] == pytest.approx(2 * heights["Children-2015"])
    assert [len(stroke.path) for stroke in lines_of(sheet)] == [2], "nothing leads over the gap"


def test_years_keep_their_order_and_distance():
    lines = [series("One", y2016=1.0, y2018=3.0), series("Other", y2014=2.0, y2018=4.0)]
    sheet = line(lines, 500, 150, BRAND)
    one, other = ([x for x, _ in stroke.path.vertices] for stroke in lines_of(sheet))
    assert one[1] == other[1]
    assert (one[0] - other[0]) == pytest.approx((other[1] - other[0]) / 2)
    years = [mark.text for mark in words_of(sheet) if len(mark.text) == 4]
    assert years == ["2014", "2016", "2018"]


def test_quarters_keep_the_order_of_the_longest_series():
    assert axis([["Q3", "Q4"], ["Q1", "Q2", "Q3", "Q4"]])[0] == ["Q1", "Q2", "Q3", "Q4"]


def test_the_end_of_a_line_does_not_hide_that_its_last_year_is_missing():
    sheet = line(
        [series("One", y2017=3.0, y2018=None), series("Other", y2017=5.0, y2018=6.0)],
        600,
        150,
        BRAND,
    )
    assert "One: 3 in 2017, [x] in 2018" in " ".join(mark.text for mark in words_of(sheet))


def drawn(sheet: Sheet) -> bytes:
    out = BytesIO()
    canvas = ReportCanvas(out, BRAND, (sheet.width, sheet.height), "en-GB")
    canvas.setPageCompression(0)
    with canvas.artifact():
        renderer.draw(sheet, canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_another_number_changes_the_drawing():
    one, same, other = (
        drawn(funnel([reading(100.0, "a"), reading(v, "b")], 500, BRAND))
        for v in (40.0, 40.0, 50.0)
    )
    assert one == same
    assert one != other


def test_a_colour_that_is_no_token_is_refused():
    sheet = Sheet(10, 10)
    sheet.rectangle(0, 0, 5, 5, "#123456")  # type: ignore[arg-type]
    with pytest.raises(CanvasMisuse, match="no ink of the brand"):
        drawn(sheet)


def test_two_tokens_may_look_the_same_on_a_screen_and_print_in_inks_of_their_own():
    """A mark keeps its token: nothing is found again through its colour on screens."""
    colours = {
        "primary-text": {"srgb": "#12436D", "cmyk": [83, 39, 0, 57]},
        "primary-light": {"srgb": "#12436D", "cmyk": [100, 60, 0, 40]},
    }
    board = Board.model_validate({"name": "A board", "brand": {"colours": colours}})
    brand = Brand(board, Purpose.PRESS)
    sheet, out = Sheet(20, 10), BytesIO()
    sheet.rectangle(0, 0, 5, 5, brand.ink("primary-text", use="graphic"))
    sheet.rectangle(10, 0, 5, 5, brand.ink("primary-light", use="graphic"))
    canvas = ReportCanvas(out, brand, (20, 10), "en-GB")
    canvas.setPageCompression(0)
    canvas.start_at(0, 0)
    with canvas.artifact():
        renderer.draw(sheet, canvas)
    canvas.showPage()
    canvas.save()
    assert b".83 .39 0 .57 k" in out.getvalue()
    assert b"1 .6 0 .4 k" in out.getvalue()


def test_a_dollar_sign_is_a_dollar_sign():
    sheet = Sheet(100, 20)
    sheet.text(0, 5, "$5 and $6", SCALE["chart"], BRAND.ink("text"))
    assert "$5 and $6" in text_of(drawn(sheet))[0]


def summary_with(figures: dict) -> Reader:
    return Reader(
        Summary.model_validate(
            {
                "board": "b",
                "title": "T",
                "period": "2018",
                "status": "final",
                "sources": {"s": {"title": "T", "publisher": "P"}},
                "figures": figures,
                "sections": [{"heading": "H", "blocks": [{"kind": "text", "text": "x"}]}],
            }
        )
    )


def test_the_alt_text_says_every_number():
    reader = summary_with(
        {
            "a": {
                "value": 200,
                "label": "contacts",
                "noun": "contacts",
                "period": "2018",
                "source": "s",
            },
            "b": {
                "value": 83,
                "part_of": "a",
                "lead": "of which",
                "label": "referrals",
                "period": "2018",
                "source": "s",
            },
            "c": {
                "value": None,
                "symbol": "c",
                "reason": "Too few.",
                "part_of": "b",
                "label": "plans",
                "period": "2018",
                "source": "s",
            },
        }
    )
    a, b, c = reader.all
    told = describe.funnel([a, b, c], "Journey", EN_GB.charts)
    assert told.alt == (
        "Funnel of bars in proportion: Journey. 200 contacts; of which 83 referrals, 42% of "
        "contacts; "
        "Confidential [c] plans (Too few)."
    )
    assert told.rows == (
        ("Contacts", "200", ""),
        ("Referrals", "83", "42% of contacts"),
        ("Plans", "[c]", ""),
    )
    assert describe.ring(b, a, "", EN_GB.charts).alt == "Ring chart. 42% of contacts: 83 of 200."
    assert (
        describe.areas([a, c], "", EN_GB.charts).alt
        == "Circles whose areas are in proportion. Contacts: 200; Plans: Confidential [c]: Too few."
    )
    assert (
        describe.bars([("North", a)], "By area", EN_GB.charts).alt
        == "Bar chart: By area. North: 200."
    )
    assert (
        describe.waffle(a, "English", EN_GB.charts).alt
        == "Chart of 100 squares; 200 of them are filled: English."
    )
    one = Line("Series", (a,), EN_GB.charts)
    assert describe.line([one], "Series", EN_GB.charts).rows == (("Series", "200"),)


def test_a_zero_whole_gives_no_ratio():
    reader = summary_with(
        {
            "a": {"value": 0, "label": "contacts", "period": "2018", "source": "s"},
            "b": {
                "value": 0,
                "part_of": "a",
                "label": "referrals",
                "period": "2018",
                "source": "s",
            },
        }
    )
    assert reader.figure("b").ratio == ""
    assert drawn(funnel(reader.all, 500, BRAND))


def test_nothing_outside_changes_or_breaks_a_build_and_none_of_it_is_written_to(
    summary_pdf, tmp_path
):
    """Settings of matplotlib, damaged or strange, a back end that there is not, a bare home."""
    home, place = tmp_path / "home", tmp_path / "place"
    home.mkdir()
    shutil.copytree(ROOT / "content", place / "content")
    damaged = tmp_path / "damaged"
    damaged.write_bytes(bytes(range(128, 256)))
    strange = "text.usetex: True\npath.sketch: (9, 9, 9)\nfont.family: no such family\n"
    for settings_ in (damaged.read_bytes(), strange.encode()):
        (place / "matplotlibrc").write_bytes(settings_)
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "USERPROFILE": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "MPLBACKEND": "nonsense",
            "MATPLOTLIBRC": str(damaged),
        }
        env.pop("MPLCONFIGDIR", None)
        command = [sys.executable, "-m", "hscb_report", "build", "2017-18", "-q"]
        done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert next(place.glob("output/*/*.pdf")).read_bytes() == summary_pdf
    assert list(home.rglob("*")) == []


def test_the_charts_load_neither_figures_nor_fonts_of_matplotlib():
    code = (
        "import sys, hscb_report.charts.line, hscb_report.charts.funnel\n"
        "print([m for m in ('figure', 'axes', 'pyplot', 'font_manager', 'backend_bases')"
        " if f'matplotlib.{m}' in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

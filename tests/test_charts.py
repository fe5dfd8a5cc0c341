"""Charts: geometry in proportion, native vectors, words from the same numbers."""

from __future__ import annotations

from io import BytesIO
from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from hscb_report.brand.brand import Brand
from hscb_report.charts import describe, renderer
from hscb_report.charts.areas import areas
from hscb_report.charts.bars import bars
from hscb_report.charts.doughnut import doughnut
from hscb_report.charts.funnel import funnel
from hscb_report.charts.line import line
from hscb_report.charts.sheet import Sheet, size
from hscb_report.charts.waffle import waffle
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.wording import Span

BRAND = Brand(Board(name="A board"))


def reading(value: float | None, key: str = "k", **more) -> Reading:
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
        when="2018",
        source="s",
        definition="",
        symbol="" if value is not None else "x",
        **more,
    )


def marks(figure: Figure) -> dict[str, object]:
    return {artist.get_gid(): artist for artist in figure.get_children() if artist.get_gid()}


amounts = st.integers(1, 99_999_999)


@settings(max_examples=30, deadline=None)
@given(st.lists(amounts, min_size=2, max_size=5))
def test_funnel_bars_are_as_long_as_their_numbers(values):
    stages = [reading(float(v), f"k{i}") for i, v in enumerate(sorted(values, reverse=True))]
    found = marks(funnel(stages, 500, BRAND))
    for stage in stages:
        expected = 500 * stage.value / stages[0].value
        assert found[stage.key].get_width() == pytest.approx(max(expected, 1.0))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=2, max_size=4))
def test_areas_are_areas(values):
    readings = [reading(float(v), f"k{i}") for i, v in enumerate(values)]
    found = marks(areas(readings, 120, BRAND))
    largest = max(values) or 1
    for item in readings:
        area = pi * found[item.key].get_radius() ** 2 if item.key in found else 0
        assert area == pytest.approx(pi * 60**2 * item.value / largest)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=2, max_size=8))
def test_bars_begin_at_zero_and_are_in_proportion(values):
    rows = [(f"place {i}", reading(float(v), f"k{i}")) for i, v in enumerate(values)]
    found = marks(bars(rows, 480, BRAND))
    lengths = {key: bar.get_width() for key, bar in found.items()}
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
        for corners in found["k"].get_path().to_polygons():
            filled += abs(corners[:, 0].max() - corners[:, 0].min()) * abs(
                corners[:, 1].max() - corners[:, 1].min()
            )
    assert filled / side**2 == pytest.approx(percent, abs=1e-6)


@pytest.mark.parametrize("share", [0.01, 0.25, 0.734, 1.0])
def test_a_doughnut_turns_as_far_as_its_share(share):
    found = marks(doughnut(reading(1.0, share=share, ratio=f"{share:.0%} of plans"), 140, BRAND))
    ring = found["k"]
    assert ring.theta2 - ring.theta1 == pytest.approx(360 * share)
    assert ring.theta2 == 90


def test_a_line_stands_on_zero_and_breaks_at_a_gap():
    points = [reading(v, f"k{i}") for i, v in enumerate([10.0, None, 30.0])]
    points = [Reading(**{**p.__dict__, "when": str(2016 + i)}) for i, p in enumerate(points)]
    axes = line([("Children", points)], 400, 150, BRAND).axes[0]
    assert axes.get_ylim() == (0, 30)
    drawn = next(artist for artist in axes.lines if artist.get_gid() == "series")
    y = list(drawn.get_ydata())
    assert y[0] == 10
    assert y[1] != y[1]  # not a number: the line breaks
    assert y[2] == 30


def test_years_keep_their_order_and_distance():
    def point(when, value):
        return Reading(**{**reading(value, when).__dict__, "when": when})

    one, other = [point("2016", 1.0), point("2018", 3.0)], [point("2014", 2.0), point("2018", 4.0)]
    axes = line([("One", one), ("Other", other)], 500, 150, BRAND).axes[0]
    drawn = [list(artist.get_xdata()) for artist in axes.lines if artist.get_gid() == "series"]
    assert drawn == [[2, 4], [0, 4]]
    assert [t.get_text() for t in axes.texts if t.get_text().isdigit()] == ["2014", "2016", "2018"]


def test_quarters_keep_the_order_of_the_longest_series():
    from hscb_report.charts.line import axis

    assert axis([["Q3", "Q4"], ["Q1", "Q2", "Q3", "Q4"]])[0] == ["Q1", "Q2", "Q3", "Q4"]


def test_the_end_of_a_line_does_not_hide_that_its_last_year_is_missing():
    def point(when, value):
        return Reading(**{**reading(value, when).__dict__, "when": when})

    axes = line(
        [
            ("One", [point("2017", 3.0), point("2018", None)]),
            ("Other", [point("2017", 5.0), point("2018", 6.0)]),
        ],
        600,
        150,
        BRAND,
    ).axes[0]
    said = " ".join(t.get_text() for t in axes.texts)
    assert "One 3 in 2017, [x] in 2018" in said


def drawn(figure: Figure) -> bytes:
    out = BytesIO()
    width, height = size(figure)
    canvas = ReportCanvas(out, BRAND, (width, height), "en-GB")
    canvas.setPageCompression(0)
    with canvas.artifact():
        renderer.draw(figure, canvas, BRAND)
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


def empty() -> Figure:
    return Figure(figsize=(2, 2), dpi=72, frameon=False)


def offences():
    from matplotlib.patches import Rectangle
    from matplotlib.text import Text

    def add(artist):
        figure = empty()
        figure.add_artist(artist)
        return figure

    yield (
        "a colour of no brand",
        add(Rectangle((0, 0), 1, 1, facecolor="#123456")),
        "no colour of the brand",
    )
    yield (
        "transparency",
        add(Rectangle((0, 0), 1, 1, facecolor="#12436D", alpha=0.5)),
        "transparency",
    )
    yield "a hatch", add(Rectangle((0, 0), 1, 1, facecolor="#12436D", hatch="/")), "hatches"
    yield (
        "mathematics",
        add(Text(0, 0, "$x^2$", color="#12436D", fontproperties={"weight": 400})),
        "mathematics",
    )
    yield (
        "another weight",
        add(Text(0, 0, "x", color="#12436D", fontproperties={"weight": 300})),
        "no font of weight",
    )
    pixels = empty()
    pixels.figimage([[0, 1], [1, 0]])
    yield "pixels", pixels, "pixels"


@pytest.mark.parametrize(
    ("name", "figure", "message"), list(offences()), ids=lambda v: v if isinstance(v, str) else ""
)
def test_what_no_page_may_hold_is_refused(name, figure, message):
    with pytest.raises(renderer.NotDrawable, match=message):
        drawn(figure)


def test_a_dollar_sign_is_a_dollar_sign():
    sheet = Sheet(BRAND, 100, 20)
    from hscb_report.brand.typography import SCALE

    sheet.text(0, 5, "$5 and $6", SCALE["chart"], BRAND.ink("text"))
    assert drawn(sheet.figure)


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
    told = describe.funnel([a, b, c], "Journey")
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
    assert describe.doughnut(b, a, "").alt == "Ring chart. 42% of contacts: 83 of 200."
    assert (
        describe.areas([a, c], "").alt
        == "Circles whose areas are in proportion. 200; Confidential [c]: Too few."
    )
    assert describe.bars([("North", a)], "By area").alt == "Bar chart: By area. North: 200."
    assert (
        describe.waffle(a, "English").alt
        == "Chart of 100 squares; 200 of them are filled: English."
    )
    assert describe.line([("Series", [a])], "Series").rows == (("Series", "200"),)


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

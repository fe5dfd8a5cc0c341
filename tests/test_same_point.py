"""A number is written once, also where a series has it: the point that ``same_as`` stands for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from framed import in_folder
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.project import check
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.year.carry import new

IN_CARE = {"value": 1594, "label": "children in care", "as_at": "2018-03-31", "source": "return"}
SERIES = {
    "label": "Children looked after at 31 March",
    "same_as": "in-care",
    "points": {2016: 1305, 2017: 1440},
    "source": "return",
}
BESIDE = ROOT / "examples/beside-england/content"


def written(folder: Path, figure: dict, series: dict) -> Path:
    """A content folder with one figure, and a series that names it."""
    figure = {**IN_CARE, **figure}
    example = {
        "figures": {"in-care": {k: v for k, v in figure.items() if v != ""}},
        "series": {"looked-after": {**SERIES, **series}},
        "sections": [
            {
                "heading": "Children in care",
                "blocks": [
                    {"kind": "statistics", "items": ["in-care"]},
                    {"kind": "trend", "series": "looked-after"},
                ],
            }
        ],
    }
    text = yaml.safe_dump(example, sort_keys=False, default_flow_style=None)
    return in_folder(text.replace("'2018-03-31'", "2018-03-31"), folder)


def points(content: Path, period: str = "2017-18") -> dict[str, tuple]:
    """The points of the series: value and symbol."""
    series = load(period, content, icons.names()).summary.series["looked-after"]
    return {when: (point.value, point.symbol) for when, point in series.points.items()}


@pytest.mark.parametrize(
    ("figure", "given", "when"),
    [
        ({}, {2016: 1305, 2017: 1440}, "2018"),
        ({}, {"2015-16": 1305, "2016-17": 1440}, "2017-18"),
        ({"as_at": "", "period": "2017-18"}, {"2015-16": 1305, "2016-17": 1440}, "2017-18"),
        (
            {"as_at": "", "period": "Q1 2017-18"},
            {"Q1 2016-17": 1305, "Q2 2016-17": 1440},
            "Q1 2017-18",
        ),
        ({}, {2016: 1305, 2019: 1664}, "2018"),
    ],
)
def test_the_point_of_a_figure_need_not_be_typed(figure, given, when, tmp_path):
    made = points(written(tmp_path, figure, {"points": given}))
    assert made[when] == (1594, None)
    assert len(made) == 3
    assert list(made) == sorted(made, key=lambda one: (one[-7:], one))


def test_it_has_what_the_figure_has(tmp_path):
    missing = {"value": None, "symbol": "c", "reason": "Too few to tell."}
    content = written(tmp_path, missing, {})
    assert points(content)["2018"] == (None, "c")
    *_, last = Reader(load("2017-18", content, icons.names()).summary).points("looked-after")
    assert last.reason == "Too few to tell."


@pytest.mark.parametrize("figure", [{"bound": "over"}, {"as_at": "", "period": "autumn term"}])
def test_what_is_no_point_is_still_asked_for(figure, tmp_path):
    content = written(tmp_path, figure, {})
    assert list(points(content)) == ["2016", "2017"]
    with pytest.raises(ContentError, match="has no point of its time"):
        check("2017-18", content=content)


def test_what_is_wrong_with_it_is_told_once(tmp_path):
    content = written(tmp_path, {"value": 3}, {"points": {2016: 13, 2017: 14}})
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    small = [problem for problem in caught.value.problems if problem.code == "small-count"]
    assert [problem.key for problem in small] == [("figures", "in-care", "value")]


@pytest.mark.parametrize("given", [{2016: 1305, 2017: 1440}, {2016: 1305, 2017: 1440, 2018: 1594}])
def test_the_next_year_keeps_it_and_goes_on(given, tmp_path):
    """Whether it was typed or not: its number stays, and the figure's new one is its next point."""
    content = written(tmp_path, {"symbol": "p"} if 2018 not in given else {}, {"points": given})
    left = new("2018-19", "2017-18", content=content).left
    made = points(content, "2018-19")
    assert list(made) == ["2016", "2017", "2018", "2019"]
    assert made["2018"] == (1594, None if 2018 in given else "p")
    assert made["2019"] == (None, "x")
    assert "this series ends" not in "".join(one.why for one in left)
    codes = {problem.code for problem in check("2018-19", content=content)}
    assert codes == {"review"}


def test_a_year_that_begins_has_no_finding_of_the_tools_making(tmp_path):
    """Neither of a series that names a figure, nor of what was accepted about its number."""
    content = tmp_path / "content"
    shutil.copytree(BESIDE, content)
    new("2018-19", "2017-18", content=content)
    assert {problem.code for problem in check("2018-19", content=content)} == {"review"}

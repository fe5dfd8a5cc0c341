"""Errors are data: they can be copied, or handed to another process, with all that they hold."""

from __future__ import annotations

import copy
import pickle
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report import check, errors
from hscb_report.errors import ContentError, Misfit, Place, Problem, ReportError
from hscb_report.project import load_checked
from hscb_report.summary.load import NotWhole

PLACE = Place(Path("content/2017-18.yaml"), 41, 12, "    value: 1,333", "F7")
PROBLEMS = [
    Problem(
        "comma", "a comma", "remove it", PLACE, ("figures", "f", 0), errors.WARNING, True, "so"
    ),
    Problem("no-period", "there is none"),
]
ROUND_TRIPS = {
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}
every_round_trip = pytest.mark.parametrize("again", ROUND_TRIPS.values(), ids=ROUND_TRIPS)


def kinds(base: type[ReportError] = ReportError) -> list[type[ReportError]]:
    return [base, *(kind for below in base.__subclasses__() for kind in kinds(below))]


def test_every_kind_is_tried():
    assert {kind.__name__ for kind in kinds()} >= {
        "ReportError",
        "ContentError",
        "NotWhole",
        "UsageError",
        "ConformanceError",
        "FileError",
    }


@every_round_trip
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_errors_keep_their_problems(kind, again):
    for given in (PROBLEMS, PROBLEMS[0], iter(PROBLEMS)):
        error = kind(given)
        made = again(error)
        assert type(made) is kind
        assert (made.problems, made.exit_code) == (error.problems, error.exit_code)
        assert str(made) == str(error) == "\n".join(p.as_text() for p in error.problems)


@every_round_trip
@pytest.mark.parametrize("value", [PLACE, *PROBLEMS, Misfit("a block", 3.5, "wide", ("a", 1))])
def test_problems_and_places_keep_all_they_hold(value, again):
    assert again(value) == value


@every_round_trip
def test_whether_the_rules_were_asked_is_kept(again):
    assert again(ContentError(PROBLEMS, rules_asked=True)).rules_asked
    assert not again(ContentError(PROBLEMS)).rules_asked


@every_round_trip
def test_what_could_be_read_all_the_same_is_kept(content, again):
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("icon: ", "icon: no-", 1), encoding="utf-8")
    with pytest.raises(NotWhole) as caught:
        load_checked("2017-18", content)
    assert caught.value.loaded is not None
    made = again(caught.value)
    assert made.loaded == caught.value.loaded
    assert made.problems == caught.value.problems
    with pytest.raises(ContentError) as checked:
        check("2017-18", content=content)
    assert again(checked.value).rules_asked


def test_problems_are_sorted_by_their_spot():
    assert Problem("a", "none").spot < Problem("b", "some", place=PLACE).spot == (41, 12)


def test_the_content_is_handed_on_whole(tmp_path):
    shutil.copytree(ROOT / "examples/children-in-care/content", tmp_path / "content")
    loaded = load_checked("2017-18", tmp_path / "content")
    assert pickle.loads(pickle.dumps(loaded)) == loaded

"""A file that was made without ``new``: what is last year's in it stops ``--final`` as well."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hscb_report import build, check
from hscb_report.errors import ContentError
from hscb_report.summary.time_spans import latest_before
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new
from hscb_report.year.reviewing import review
from hscb_report.year.starting import init
from pdf import text_of
from year import as_listed, changed, keys, run


def as_it_is(text: str) -> str:
    return text.replace("period: 2017-18", "period: 2018-19", 1)


def every_year_exchanged(text: str) -> str:
    for old, by in (("2017-18", "2018-19"), ("2018-0", "2019-0"), (" 2018\n", " 2019\n")):
        assert old in text
        text = text.replace(old, by)
    return text


def wrapped_anew(text: str) -> str:
    return as_it_is(text).replace("areas of affluence and", "areas\n          of affluence and")


@pytest.fixture(params=[as_it_is, every_year_exchanged, wrapped_anew])
def copied(request, content: Path) -> Path:
    """Last year's file, copied and changed as a person in a hurry does it."""
    text = (content / "2017-18.yaml").read_text(encoding="utf-8")
    (content / "2018-19.yaml").write_text(request.param(text), encoding="utf-8")
    return content


def words_left(content: Path, period: str = "2018-19") -> str:
    """All words that are left, one behind the other."""
    return " ".join(said for one in review(period, content=content).left for _, said in one.words)


def test_a_copy_is_listed_and_is_not_published(copied, tmp_path):
    left = words_left(copied)
    for words in ("Adopting a Family Approach", "involving fathers", "affluence", "77602", "1594"):
        assert words in left
    with pytest.raises(ContentError) as caught:
        build("2018-19", content=copied, output=tmp_path / "out", final=True)
    assert len([one for one in caught.value.problems if one.code == "unreviewed"]) == 6
    assert not (tmp_path / "out").exists()
    (made,) = build("2018-19", content=copied, output=tmp_path / "out")
    assert all("DRAFT" in page for page in text_of(made.path.read_bytes()))
    (found,) = [one for one in check("2018-19", content=copied) if one.code == "review"]
    assert found.place.source == "period: 2018-19"


def test_what_is_written_anew_in_a_copy_is_not_asked_for(copied):
    changed(copied, "value: 77602", "value: 81000")
    assert not {"77602", "81000"} & set(words_left(copied).split())
    assert "32441" in words_left(copied).split()
    changed(copied, "Leadership and Transformation", "Homes that last")
    assert "Leadership" not in words_left(copied)
    assert "Adopting" in words_left(copied)


def test_ticking_off_writes_the_list_and_the_rest_of_the_file_stays(copied):
    file = copied / "2018-19.yaml"
    before, whole = keys(copied), file.read_bytes()
    done = run("review", "2018-19", "--done", "title", "--done", "figures.contacts")
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(whole.rstrip())
    assert keys(copied) == [key for key in before if key not in ("title", "figures.contacts")]
    changed(copied, "value: 77602", "value: 81000")
    review("2018-19", done=keys(copied), content=copied)
    assert keys(copied) == []
    assert re.search(r"\nlisted: \w{6}  # ", file.read_bytes().decode("utf-8"))


def test_a_copy_of_a_file_that_was_worked_off_is_a_copy(year):
    review("2018-19", done=keys(year), content=year)
    text = (year / "2018-19.yaml").read_text(encoding="utf-8")
    assert "\nlisted: " in text
    text = text.replace("2018-19", "2019-20")
    (year / "2019-20.yaml").write_text(text, encoding="utf-8")
    assert "Adopting a Family Approach" in words_left(year, "2019-20")


def test_what_stands_on_the_list_already_is_not_listed_twice(year):
    file = year / "2018-19.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"\nlisted: .*", "", text), encoding="utf-8")
    told = [
        said
        for one in review("2018-19", content=year).left
        if not one.together
        for _, said in one.words
    ]
    assert told.count("Adopting a Family Approach") == 1


def test_a_year_before_that_cannot_be_read_is_not_taken_for_looked_at(content):
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    (one,) = review("2017-18", content=content).left
    assert one.key == "period"
    assert "2016-17.yaml has errors" in one.why
    assert run("review", "2017-18", "--done", "period").exit_code == 0
    assert keys(content, "2017-18") == []


def test_new_and_init_say_that_they_listed(year, tmp_path):
    init(tmp_path / "any", None, "2024-25")
    for content, period in ((year, "2018-19"), (tmp_path / "any/content", "2024-25")):
        text = (content / f"{period}.yaml").read_text(encoding="utf-8")
        assert text.count("\nlisted: ") == 1
    review("2018-19", done=keys(year), content=year)
    new("2019-20", "2018-19", content=year)
    assert (year / "2019-20.yaml").read_text(encoding="utf-8").count("\nlisted: ") == 1
    assert "title" in keys(year, "2019-20")


@pytest.mark.parametrize("value", ["true", "2018-19", "2018", "abc", "[a]"])
def test_a_seal_that_was_typed_is_none_and_goes(content, value):
    text = as_it_is((content / "2017-18.yaml").read_text(encoding="utf-8"))
    (content / "2018-19.yaml").write_text(f"{text}\nlisted: {value}\n", encoding="utf-8")
    done = run("build", "2018-19", "--final")
    assert done.exit_code == 1
    assert "is no seal [listed]" in done.output
    assert "next: delete it: without one, more is listed, not less" in done.output


def test_a_copy_in_braces_is_worked_off_as_well(content):
    text = as_it_is((content / "2017-18.yaml").read_text(encoding="utf-8"))
    data = read_yaml(content / "2018-19.yaml", text.encode()).data
    data = {key: data[key] for key in ("board", "title", "period", "status", "introduction")}
    data["sections"] = [{"heading": "A", "blocks": [{"kind": "text", "text": "B."}]}]
    (content / "2018-19.yaml").write_text(json.dumps(data), encoding="utf-8")
    assert keys(content) == ["title", "introduction"]
    for key in ("title", "introduction"):
        review("2018-19", done=[key], content=content)
    assert keys(content) == []


def test_the_first_year_has_nothing_to_be_held_against(content):
    assert keys(content, "2017-18") == []
    (content / "2019-20.yaml").write_text("board: hscb\n", encoding="utf-8")
    assert keys(content, "2017-18") == []
    (content / "2016-17.yaml").write_text("board: hscb\n", encoding="utf-8")
    as_listed(content)
    assert keys(content, "2017-18") == []


@pytest.mark.parametrize(
    ("period", "others", "expected"),
    [
        ("2018-19", ["2016-17", "2017-18", "2018-19", "2019-20"], "2017-18"),
        ("2018-19", ["2015-16", "2016-17"], "2016-17"),
        ("2018-19", ["2018-19", "2019-20", "notes"], None),
        ("2018-19", ["2018"], "2018"),
        ("April to June 2018", ["2017-18"], "2017-18"),
        ("spring 2018", ["2017-18"], None),
    ],
)
def test_the_latest_year_before(period, others, expected):
    assert latest_before(period, others) == expected

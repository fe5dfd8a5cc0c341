"""Next year's content file, made from this year's: whole, with all its comments, or refused."""

from __future__ import annotations

import re
import shutil

import pytest

from conftest import ROOT
from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.summary.load import load
from hscb_report.year.carry import new
from year import CARE, EVERY, run


@pytest.mark.parametrize(
    ("folder", "source", "period"),
    [
        (ROOT / "content", "2017-18", "2018-19"),
        (EVERY, "2024-25", "2025-26"),
        (CARE, "2017-18", "2018-19"),
        (CARE, "2016-17", "2020-21"),
    ],
)
def test_a_new_year_loads_checks_and_builds_at_once(folder, source, period, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(folder, content)
    before = load(source, content, icons.names()).summary
    made = new(period, source, content=content)
    check(period, content=content)
    after = load(period, content, icons.names()).summary
    assert after.status == "draft"
    assert list(after.figures) == list(before.figures)
    for name, figure in after.figures.items():
        assert (figure.value, figure.symbol, figure.reason) == (None, "x", "To be supplied.")
        assert figure.unit == before.figures[name].unit
        if figure.as_at:
            assert figure.as_at.year - before.figures[name].as_at.year == int(period[:4]) - int(
                source[:4]
            )
    assert made.emptied == len(after.figures)
    assert after.series == before.series
    assert (content / f"{period}.yaml").read_text(encoding="utf-8").count(
        "yaml-language-server"
    ) == 1
    if period != "2020-21":
        assert all(
            one.pages > 1
            for one in build(
                period, content=content, output=tmp_path, editions=["board", "large-print"]
            )
        )


def test_comments_and_order_survive_and_last_year_stands_beside(year):
    old, text = (
        (year / name).read_text(encoding="utf-8") for name in ("2017-18.yaml", "2018-19.yaml")
    )
    comments = [line for line in old.splitlines() if line.strip().startswith("#")]
    assert [line for line in text.splitlines() if line in comments] == comments
    assert '# of this, "end of June 2018." is printed' in text
    assert (
        "    value: null  # 2017-18: 77602\n    symbol: x\n    reason: To be supplied.\n    "
        "label: Children's Reception Team Contacts\n" in text
    )
    assert "    value: null  # 2017-18: [x]\n" in text
    kept = [line for line in old.splitlines() if line in set(text.splitlines())]
    assert len(kept) > 0.7 * len(old.splitlines())
    positions = [
        text.splitlines().index(line) for line in dict.fromkeys(kept) if kept.count(line) == 1
    ]
    assert positions == sorted(positions)


def test_what_only_a_person_can_judge_is_listed(content):
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 0
    assert "24 figures to be supplied" in done.output
    lines = (content / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    listed = re.findall(r"2018-19\.yaml:(\d+): ([\w.-]+)\n +(.+)", done.output)
    for number, key, _ in listed:
        if not key[-1].isdigit():
            assert f"{key.split('.')[-1]}:" in lines[int(number) - 1]
    told = "\n".join(message for _, _, message in listed)
    for words in (
        "says “Two”, “five”",
        "says “nearly”, “three”, “four”",
        "names what was left as it is: 2014",
        "series ends in 2019",
        "lessons are those",
        "priorities are those",
    ):
        assert words in told
    assert "47" not in told
    assert f"{len(listed)} things to be looked at" in done.output
    assert "2018-19.yaml:2: this comment still says 2017-18" in done.output


def test_a_leaflet_goes_on_naming_its_sections(content):
    path = content / "2017-18.yaml"
    text = path.read_text(encoding="utf-8").partition("\nleaflet:")[0]
    path.write_text(
        text + "\nleaflet:\n  front: contacts\n  back: [2018-19 Priorities]\n  leave_out:\n    - "
        "{section: Mental health, blocks: [1]}\n  half:\n    inside: [[2018-19 Priorities]]\n",
        encoding="utf-8",
    )
    new("2018-19", "2017-18", content=content)
    leaflet = load("2018-19", content, icons.names()).summary.leaflet
    assert [part.section for part in leaflet.back] == ["2019-20 Priorities"]
    assert [part.section for part in leaflet.half.inside[0]] == ["2019-20 Priorities"]


def test_a_block_of_change_looks_back_to_the_year_it_came_from(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CARE, content)
    new("2018-19", "2017-18", content=content)
    assert "        since: 2017-18\n" in (content / "2018-19.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("period", "source", "words"),
    [
        ("2018-20", "2017-18", "did you mean 2018-19?"),
        ("18-19", "2017-18", "is not a year"),
        ("2019", "2017-18", "different kinds"),
        ("2016-17", "2017-18", "not after"),
        ("2017-18", "2017-18", "not after"),
        ("2018/19", "2017-18", "did you mean 2018-19?"),
        ("2018-19", "2015-16", "did you mean"),
        ("../2018-19", "2017-18", "is not a year"),
    ],
)
def test_years_that_cannot_be_made(content, period, source, words):
    done = run("new", period, "--from", source)
    assert done.exit_code == 2
    assert words in done.output
    assert [file.name for file in content.glob("*.yaml")] == ["2017-18.yaml"]


def test_nothing_is_overwritten(year):
    (year / "2018-19.yaml").write_text("mine", encoding="utf-8")
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 2
    assert "is there already" in done.output
    assert (year / "2018-19.yaml").read_text(encoding="utf-8") == "mine"


def test_a_source_with_errors_is_refused(sample):
    path = sample / "2024-25.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("value: 288", "value: 1288"), encoding="utf-8"
    )
    assert run("new", "2025-26", "--from", "2024-25").exit_code == 1
    assert not (sample / "2025-26.yaml").exists()

"""Each file is read once, however many periods and rules look into it."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report import build, check
from hscb_report.errors import ContentError
from hscb_report.project import listed, shelf_of, to_be_supplied
from hscb_report.year.comparing import compare
from year import run

_watching: list[Counter[str]] = []


def _note(event: str, arguments: tuple) -> None:
    """Python tells of every file that it opens, in whatever way."""
    if event == "open" and _watching and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = Path(os.fsdecode(arguments[0]))
        if path.suffix == ".yaml":
            _watching[-1][f"{path.parent.name}/{path.name}"] += 1


sys.addaudithook(_note)


@contextmanager
def opened() -> Iterator[Counter[str]]:
    """How often each YAML file is opened inside."""
    _watching.append(Counter())
    try:
        yield _watching[-1]
    finally:
        _watching.pop()


def once(*names: str) -> dict[str, int]:
    return dict.fromkeys(names, 1)


CARE = once("content/2016-17.yaml", "content/2017-18.yaml", "boards/open-data.yaml")


@pytest.fixture
def care(tmp_path, monkeypatch) -> Path:
    """The example whose year looks back to the year before."""
    shutil.copytree(ROOT / "examples/children-in-care/content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def test_reads_are_seen(care):
    with opened() as reads:
        (care / "2016-17.yaml").read_bytes()
        (care / "2016-17.yaml").open(encoding="utf-8").close()
    assert reads == {"content/2016-17.yaml": 2}


def test_checking_all_periods_reads_each_file_once(care):
    with opened() as reads:
        done = run("check")
    assert "2016-17: " in done.output
    assert "2017-18: " in done.output
    assert reads == CARE


def test_checking_one_period_reads_each_file_once(care):
    with opened() as reads:
        run("check", "2017-18")
    assert reads == CARE


@pytest.mark.parametrize(
    "mistake",
    [
        ("figure: ", "figure: no-"),
        ("status: final", "status: finl"),
        ("title: ", "titel: "),
        ("period: 2017-18", "period: 2019-20"),
    ],
    ids=["relation", "choice", "key", "name"],
)
def test_content_with_errors_is_read_once_too(care, mistake):
    for name in ("2016-17.yaml", "2017-18.yaml"):
        text = (care / name).read_text(encoding="utf-8")
        (care / name).write_text(text.replace(*mistake), encoding="utf-8")
    with opened() as reads:
        done = run("check")
    assert done.exit_code == 1, done.output
    assert set(reads.values()) == {1}
    assert len(reads) == len(CARE)


def test_a_file_that_cannot_be_parsed_is_read_once(care):
    (care / "2016-17.yaml").write_text("title: [", encoding="utf-8")
    with opened() as reads:
        done = run("check")
    assert done.exit_code == 1
    assert "2016-17.yaml:1:" in done.output
    assert reads == CARE


def test_build_list_and_compare_read_each_file_once(care, tmp_path):
    with opened() as reads:
        build("2017-18", content=care, output=tmp_path / "out")
    assert reads == CARE
    with opened() as reads:
        listed(content=care)
    assert reads == CARE
    with opened() as reads:
        compare("2016-17", "2017-18", content=care)
    assert reads == CARE


def test_a_shelf_takes_the_place_of_a_folder(care):
    folder = care
    with opened() as reads:
        shelf = shelf_of(folder)
        found = [check(period, content=shelf) for period in shelf.periods]
        waiting = [to_be_supplied(period, content=shelf) for period in shelf.periods]
    assert reads == CARE
    assert found == [check(period, content=folder) for period in shelf.periods]
    assert waiting == [to_be_supplied(period, content=str(folder)) for period in shelf.periods]
    assert shelf_of(shelf) is shelf


def test_a_shelf_says_the_same_error_each_time(care):
    (care / "2017-18.yaml").write_text("title: [", encoding="utf-8")
    shelf = shelf_of(care)
    said = []
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            check("2017-18", content=shelf)
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_each_call_by_itself_reads_anew(care):
    check("2017-18", content=care)
    (care / "2017-18.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(ContentError):
        check("2017-18", content=care)

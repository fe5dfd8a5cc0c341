"""Too many levels inside one another: one answer, whatever parser reads the file."""

from __future__ import annotations

import pytest
import yaml

from hscb_report import check
from hscb_report.errors import ContentError
from hscb_report.summary import tree


class GivesUp(yaml.SafeLoader):
    """A parser that stops at a depth of its own as soon as it has begun, as libyaml may."""

    def get_event(self):
        mark = self.get_mark()
        raise yaml.scanner.ScannerError("here", mark, "this is not for me", mark)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader", "GivesUp"])
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title: " + "[" * 5000, 1, 31),
        ("title: " + "{" * 5000, 1, 31),
        ("title: " + "{a: " * 5000, 1, 100),
        ("title: " + "[{a: " * 5000, 1, 64),
        ("title: " + "[" * 24 + "]" * 24, 1, 31),
        ("title:\n" + " [\n" * 5000, 25, 2),
        ("- " * 5000, 1, 49),
        ("".join(f"{' ' * level}a:\n" for level in range(700)), 25, 25),
        ("title: a\nsubtitle: " + "[" * 5000, 2, 34),
    ],
)
def test_too_many_levels_are_one_fault_whatever_reads_them(
    content, monkeypatch, loader, text, line, column
):
    """Parsers stop at depths of their own, read ahead before they do, and word it as they like."""
    known = {"GivesUp": GivesUp, "SafeLoader": yaml.SafeLoader}
    monkeypatch.setattr(tree, "_LOADER", known.get(loader) or getattr(yaml, loader))
    file = content / "2017-18.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2017-18", content=content)
    problem = caught.value.problems[-1]  # "{{" is a fault of its own before
    assert (problem.code, problem.place.line, problem.place.column) == ("too-deep", line, column)
    assert {other.code for other in caught.value.problems[:-1]} <= {"odd-key"}
    assert "more than 24 levels" in problem.message


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_24_levels_and_what_is_wrong_before_too_many(tmp_path, monkeypatch, loader):
    monkeypatch.setattr(tree, "_LOADER", getattr(yaml, loader))
    file = tmp_path / "a.yaml"
    assert tree.read_yaml(file, b"a: " + b"[" * 23 + b"]" * 23).data["a"]
    with pytest.raises(ContentError) as caught:
        tree.read_yaml(file, b"a: b: c\nd: " + b"[" * 5000)
    problem, *behind = caught.value.problems
    assert (problem.code, problem.place.line) == ("yaml", 1)
    assert {other.place.line for other in behind} <= {2}

"""What is worked through for developers is true: its code runs, its files and rooms are there."""

from __future__ import annotations

import re
import sys
import types

import pytest
import yaml

from conftest import ROOT
from framed import in_folder
from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.checks.examine import examine
from hscb_report.checks.rule import Rule
from hscb_report.checks.table import RULES
from hscb_report.page.layout import height_of
from hscb_report.page.look import A4, Look
from hscb_report.page.nodes import SETTINGS
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf import standards
from hscb_report.pdf.structure import Element
from hscb_report.preflight.verify import verify
from hscb_report.products import STANDARDS
from hscb_report.story import nodes
from hscb_report.story.blocks import TELLINGS, Telling
from hscb_report.story.tell import tell
from hscb_report.summary import blocks
from hscb_report.summary.keys import held
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from make import written
from pages import fenced, read, tables
from test_architecture import LAYERS, PACKAGE

DEVELOP = ROOT / "docs/develop"


def worked(page: str, name: str, monkeypatch) -> types.ModuleType:
    """The code of a page as the module it is said to be."""
    module = types.ModuleType(name)
    (code,) = fenced(read(DEVELOP / page), "python")
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(code, page, "exec"), module.__dict__)
    return module


def test_a_block(monkeypatch):
    """Its model, node, telling and setting, each where the page says that it belongs."""
    found: dict = {}
    for code, place in zip(
        fenced(read(DEVELOP / "add-a-block.md"), "python"), (blocks, nodes, None, None), strict=True
    ):
        exec(compile(code, "add-a-block.md", "exec", dont_inherit=True), found)
        if place is not None:
            monkeypatch.setattr(place, "Signpost", found["Signpost"], raising=False)
    monkeypatch.setitem(TELLINGS, blocks.Signpost, found["_signpost"])
    monkeypatch.setitem(SETTINGS, nodes.Signpost, found["signpost"])
    loaded = load("2017-18", ROOT / "content", icons.names())
    keys = {"kind": "signpost", "text": "For {contacts} **reasons**", "phone": "01234 567890"}
    block = blocks.Signpost.model_validate(keys)
    assert [one.path[0] for one in held(block)] == ["text", "phone"]
    told = TELLINGS[blocks.Signpost](block, Telling(Reader(loaded.summary), ""))
    assert list(told.said()) == ["For 77,602 reasons", "01234 567890"]
    look = Look(Brand(loaded.board), A4)
    element = Element("Sect")
    (atom,) = SETTINGS[nodes.Signpost](told, look, Spot(Misfits()), element, 300.0)
    assert [child.role for child in element.children] == ["P", "P"]
    assert height_of(atom.flowable, 300.0) > 50


def test_the_table_of_rooms_is_that_of_the_house():
    rows = next(tables(read(DEVELOP / "README.md")))[1:]
    told = [row[0].strip("`").removeprefix("hscb_report/").removesuffix(".py") for row in rows]
    there = [n for n in told if (PACKAGE / n).is_dir() or (PACKAGE / f"{n}.py").is_file()]
    assert (
        told
        == there
        == [name for name in LAYERS if name != "version" and not name.startswith("__")]
    )


def with_(rule: Rule) -> list[Rule]:
    """All rules and this one, also where somebody has just added it."""
    return [*(other for other in RULES if other.id != rule.id), rule]


def test_a_rule(tmp_path, monkeypatch):
    rule = worked("add-a-rule.md", "hscb_report.checks.rules.exclamation", monkeypatch).RULE
    for example, found in ((rule.explained.fails, [rule.id]), (rule.explained.passes, [])):
        content = in_folder(example, tmp_path / (found or ["right"])[0])
        loaded = load("2017-18", content, icons.names())
        assert [problem.code for problem in examine(loaded, rules=with_(rule))] == found


@pytest.mark.parametrize("which", ["content", "examples/every-block/content"])
def test_the_rule_finds_nothing_in_our_own_content(which, monkeypatch):
    rule = worked("add-a-rule.md", "hscb_report.checks.rules.exclamation", monkeypatch).RULE
    period = "2017-18" if which == "content" else "2024-25"
    loaded = load(period, ROOT / which, icons.names())
    assert [p for p in examine(loaded, rules=with_(rule)) if p.code == rule.id] == []


def test_an_edition(monkeypatch):
    edition = worked("add-an-edition.md", "hscb_report.editions.handout", monkeypatch)
    loaded = load("2017-18", ROOT / "content", icons.names())
    story = tell(Reader(loaded.summary), loaded.board)
    made = edition.compose(story, Brand(loaded.board, Purpose.SCREEN))
    assert made.misfits == []
    assert len(made.pages) > 1


def test_a_standard(monkeypatch):
    standard = worked("add-a-standard.md", "hscb_report.pdf.standards.a2a", monkeypatch)
    row = standards.Standard("PDF/A-2a", "1.7", standard.finish, tagged=True)
    monkeypatch.setitem(standards.STANDARDS, "a2a", row)
    monkeypatch.setitem(STANDARDS, "screen", ("ua1", "a2a"))
    loaded = load("2017-18", ROOT / "content", icons.names())
    _, data = written("board", loaded.summary, loaded.board)
    verdict = verify(data)
    assert verdict.claims == ("ua1", "a2a")
    assert verdict.clean


def test_python_example(content):
    (code,) = fenced(read(DEVELOP / "README.md"), "python")
    exec(code, {})


def test_the_files_that_are_named_are_there():
    pages = [
        *DEVELOP.glob("*.md"),
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs/standards").glob("*.md"),
    ]
    named = {
        name
        for page in pages
        for name in re.findall(r"`((?:hscb_report|tests|content|examples)[/\w.-]*)`", read(page))
    }
    new = {"exclamation.py", "handout.py", "a2a.py"}
    missing = {n for n in named if not (ROOT / n).exists() and n.rpartition("/")[2] not in new}
    assert missing == set()


def test_hooks_are_our_own_and_look_at_what_the_tests_look_at():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (local,) = config["repos"]
    assert local["repo"] == "local"
    hooks = [hook["entry"].split()[:4] for hook in local["hooks"]]
    assert [hook[:3] for hook in hooks] == [["python", "-m", m] for m in ("ruff", "ruff", "mypy")]
    assert {hook["language"] for hook in local["hooks"]} == {"system"}


def test_the_version_is_released():
    from hscb_report.version import VERSION

    released = re.findall(
        r"^## \[(\d[\d.]*)\] - \d{4}-\d\d-\d\d$", read(ROOT / "CHANGELOG.md"), re.M
    )
    assert released[0] == VERSION

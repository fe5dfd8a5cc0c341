"""A kind of block is whole: it has a model, a telling, a setting, an example and a strategy."""

from __future__ import annotations

import shutil
import typing
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, create_model

from conftest import ROOT
from hscb_report.page import chart
from hscb_report.page.nodes import SETTINGS
from hscb_report.story.blocks import TELLINGS
from hscb_report.story.nodes import Form, Node
from hscb_report.summary import blocks
from hscb_report.summary.document import Summary
from hscb_report.summary.keys import FigureName, InlineLine, _marks, held
from strategies import KEYS

EXAMPLES = sorted((ROOT / "examples").glob("*/content/*.yaml"))


@cache
def blocks_of(example: Path) -> list[dict]:
    """The blocks of an example, as they are typed; only read."""
    content = yaml.safe_load(example.read_text(encoding="utf-8"))
    return [block for section in content["sections"] for block in section["blocks"]]


def shown_in_examples() -> set[str]:
    """The kinds of blocks that some example shows."""
    return {block["kind"] for example in EXAMPLES for block in blocks_of(example)}


def test_every_model_of_a_block_is_among_the_kinds():
    models = {one for one in vars(blocks).values() if isinstance(one, type)}
    made = {one for one in models if issubclass(one, blocks.Block) and one is not blocks.Block}
    assert made == set(blocks.KINDS.values()), "name each model in AnyBlock"


@pytest.mark.parametrize("kind", blocks.KINDS)
def test_a_kind_of_block_is_whole(kind):
    model = blocks.KINDS[kind]
    assert model.__doc__, "its docstring says what it shows"
    assert model in TELLINGS, "story/blocks.py tells it"
    assert kind in shown_in_examples(), "an example shows it"
    assert kind in KEYS, "random content draws it"
    own = set(model.model_fields) - {"kind", "title", "width"}
    assert all(model.model_fields[key].description for key in own), "its keys are explained"


def test_nothing_is_told_or_drawn_that_is_no_kind():
    assert set(TELLINGS) <= set(blocks.KINDS.values()), "TELLINGS has more than there is"
    assert set(KEYS) <= set(blocks.KINDS), "KEYS has more than there is"


@pytest.mark.parametrize("node", typing.get_args(Node), ids=lambda node: node.__name__)
def test_every_kind_of_node_is_set_and_says_its_words(node):
    assert node in SETTINGS, "page/nodes.py sets it"
    assert callable(node.said)


@pytest.mark.parametrize("kind", blocks.KINDS)
def test_what_a_block_shows_is_declared_by_its_keys(kind):
    """Every key that holds a name or printed words says so: nothing of it can be forgotten."""
    undeclared = {"kind", "width", "since", "by", "highlight", "show", "totals"}
    fields = blocks.KINDS[kind].model_fields
    for example in EXAMPLES:
        for data in (one for one in blocks_of(example) if one["kind"] == kind):
            block = blocks.KINDS[kind].model_validate(data)
            declared = {one.path[0] for one in held(block)}
            assert set(data) - undeclared == declared, (example, data)
            assert set(data) <= set(fields)


@pytest.mark.parametrize("kind", [k for k, model in blocks.KINDS.items() if model.of_the_year])
def test_what_is_of_one_year_is_listed_by_new(kind, tmp_path):
    from hscb_report.year.carry import new

    for example in EXAMPLES:
        if kind in {block["kind"] for block in blocks_of(example)}:
            folder = tmp_path / "content"
            shutil.copytree(example.parent, folder)
            year = example.stem
            after = f"{int(year[:4]) + 1}-{int(year[5:]) + 1}"
            left = new(after, year, content=folder).left
            said = {f"these {kind} are those of", f"this {kind} is one of"}
            assert any(words in one.why for one in left for words in said)
            return
    pytest.fail(f"no example shows {kind}")


def models_below(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and all that stand inside it."""
    found, waiting = set(), [model]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in found:
            found.add(one)
            waiting += [field.annotation for field in one.model_fields.values()]
        waiting += typing.get_args(one)
    return found


UNMARKED = {
    "Summary.board",
    "Summary.period",
    "Summary.version",
    "Summary.include",
    "Summary.language",
    "Section.lang",
    "TextItem.lang",
    "PriorityItem.lang",
    "Note.lang",
    "Text.lang",
    "Quotation.lang",
    "Figure.breakdown",
    "Figure.supplier",
    "Figure.period",
    "Previous.period",
    "Source.url",
    "Bars.highlight",
    "Change.since",
    "Accept.rule",
    "Accept.at",
    "Accept.words",
    "Accept.reason",
    "Summary.listed",
    "Review.at",
    "Review.why",
    "Summary.texts",
    "Review.seal",
    "PictureData.file",
    "PictureData.lang",
}
"""Texts that no reader meets as words: names of files, periods, languages, addresses, what is
accepted or looked at, and words that are filled in where they stand for others.
"""


def test_every_text_of_the_content_says_what_it_holds():
    """Else a new key would be missed by the rules, by leaflets and by ``new``, in silence."""
    bare = {
        f"{model.__name__}.{key}"
        for model in models_below(Summary)
        for key, field in model.model_fields.items()
        if "str" in str(field.annotation)
        and "Literal" not in str(field.annotation)
        and _marks(model).get(key) is None
        and not models_below(field.annotation)
    }
    assert bare == UNMARKED


@pytest.mark.parametrize(
    "annotation",
    [
        tuple[FigureName, ...],
        dict[FigureName, int],
        list[InlineLine | FigureName],
        dict[FigureName, InlineLine],
    ],
    ids=["tuple", "keys of a map", "two marks", "keys and values"],
)
def test_what_would_not_be_walked_is_refused(annotation):
    model = create_model("Odd", key=(annotation, ...))
    with pytest.raises(TypeError, match=r"Odd\.key declares"):
        _marks(model)


def test_every_form_of_chart_is_set():
    assert set(chart._SET) == set(typing.get_args(Form))

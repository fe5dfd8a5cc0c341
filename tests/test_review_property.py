"""Whatever a person does to a new year's file, no listed words that are still there go out as
final.
"""

from __future__ import annotations

import copy
import shutil

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from conftest import ROOT
from hscb_report.brand import icons
from hscb_report.checks.final import stopping
from hscb_report.summary.left import left_in
from hscb_report.summary.load import NotWhole, load
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new
from hscb_report.year.reviewing import review


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A new year's file, what it says, and the words that it lists by themselves."""
    content = tmp_path_factory.mktemp("begun") / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    text = text[: text.index("\n# What stands where on a folded leaflet")] + "\n"
    twins = (
        "  - {heading: Work, subtitle: Three in ten, blocks: [{kind: text, text: Twice.}]}\n"
        "  - {heading: Housing, subtitle: Three in ten, blocks: [{kind: note, text: Twice.}]}\n"
    )
    file.write_text(text + twins, encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    loaded = load("2018-19", content, icons.names())
    listed = {
        one.said: seal.key for seal in left_in(loaded) if seal.entry.seal for one in seal.found
    }
    words = {t.text for t in texts(loaded.summary) if t.text in listed}
    assert len(words) >= 20
    return content, loaded.tree.data, words


def _swap(data, draw):
    sections = data["sections"]
    one, other = (draw(st.integers(0, len(sections) - 1)) for _ in range(2))
    sections[one], sections[other] = sections[other], sections[one]


def _insert(data, draw):
    section = {"heading": "New", "blocks": [{"kind": "text", "text": "Quite new."}]}
    data["sections"].insert(draw(st.integers(0, len(data["sections"]))), section)


def _insert_block(data, draw):
    section = draw(st.sampled_from(data["sections"]))
    section["blocks"].insert(0, {"kind": "text", "text": "Quite new."})


def _move_block(data, draw):
    giver, taker = (draw(st.sampled_from(data["sections"])) for _ in range(2))
    if len(giver["blocks"]) > 1:
        taker["blocks"].append(giver["blocks"].pop(0))


def _delete(data, draw):
    if len(data["sections"]) > 2:
        data["sections"].pop(draw(st.integers(0, len(data["sections"]) - 1)))


def _copy(data, draw):
    data["sections"].append(copy.deepcopy(draw(st.sampled_from(data["sections"]))))


def _retype(data, draw):
    """A heading, a subtitle, the introduction or a text anew, or only its spaces and stops."""
    section = draw(st.sampled_from(data["sections"]))
    owner, key = draw(
        st.sampled_from(
            [(data, "introduction"), (data, "title"), (section, "heading"), (section, "subtitle")]
        )
    )
    if key in owner:
        change = draw(st.sampled_from([str.upper, lambda t: f" {t}  ", lambda t: "Rewritten now"]))
        owner[key] = change(owner[key])


def _retype_item(data, draw):
    block = draw(st.sampled_from([b for s in data["sections"] for b in s["blocks"]]))
    items = block.get("items")
    if items and block["kind"] in ("priorities", "lessons"):
        items.insert(draw(st.integers(0, len(items))), items.pop())
        items[0] = draw(st.sampled_from([items[0], "Another aim."]))


def _rename(data, draw):
    figures = data["figures"]
    name = draw(st.sampled_from(["courses", "self-assessments"]))
    if name in figures:
        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
        data.clear()
        data.update(yaml.safe_load(text.replace(name, f"{name}-now")))


EDITS = (
    _swap,
    _insert,
    _insert_block,
    _move_block,
    _delete,
    _copy,
    _retype,
    _retype_item,
    _rename,
)


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_listed_words_that_are_still_there_go_out_as_final(begun, data):
    content, plain, words = begun
    edited = copy.deepcopy(plain)
    edited["review"] = [entry for entry in edited["review"] if "seal" in entry]  # the rest is done
    for edit in data.draw(st.lists(st.sampled_from(EDITS), max_size=8)):
        edit(edited, data.draw)
    if data.draw(st.booleans()):  # as where a file was copied by hand
        del edited["listed"], edited["review"]
    text = yaml.safe_dump(edited, sort_keys=False, allow_unicode=True).encode()
    try:
        loaded = load("2018-19", content, icons.names(), text)
    except NotWhole as error:  # it would not be built at all
        assert error.loaded
        loaded = error.loaded
    still = {one.text for one in texts(loaded.summary)} & words
    shown = {one.said for entry in left_in(loaded) for one in entry.found}
    assert still <= shown
    if still:
        assert any(problem.code == "unreviewed" for problem in stopping(loaded))


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_ticking_off_takes_out_lines_and_nothing_else(begun, data):
    content, _, _ = begun
    file = content / "2018-19.yaml"
    before = file.read_bytes()
    keys = [one.key for one in review("2018-19", content=content).left]
    done = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))
    try:
        made = review("2018-19", done=done, content=content)
        after = file.read_bytes()
    finally:
        file.write_bytes(before)
    assert [one.key for one in made.left] == [key for key in keys if key not in done]
    lines, kept = before.splitlines(), after.splitlines()
    gone = [line for line in lines if line not in kept]
    places = {key.replace(".", " > ") for key in done}
    if made.left:
        assert len(gone) == len(done)
        assert all(any(f"at: {place}," in line.decode() for place in places) for line in gone)
    rest = iter(lines)
    assert all(line in rest for line in kept)  # in their order
    tree = read_yaml(file, after).data
    tree.pop("review", None)
    whole = read_yaml(file, before).data
    whole.pop("review")
    assert tree == whole

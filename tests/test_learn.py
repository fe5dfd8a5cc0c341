"""``check --learn WORD`` adds a word to the board's dictionary, and touches no other byte."""

from __future__ import annotations

import json
import shutil

import pytest
import yaml
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.cli import app
from hscb_report.errors import ContentError, UsageError
from hscb_report.year.learning import learn

NAME = "name: Board   # its name\n"
WAYS = {
    "nothing": (NAME, NAME + "checks: {dictionary: [frob]}\n"),
    "no line end": (NAME.rstrip("\n"), NAME.rstrip("\n") + "\nchecks: {dictionary: [frob]}"),
    "empty checks": (
        "checks:   # ours\n" + NAME,
        "checks: {dictionary: [frob]}   # ours\n" + NAME,
    ),
    "null checks": ("checks: null # ours\n" + NAME, "checks: {dictionary: [frob]} # ours\n" + NAME),
    "checks in braces": (
        NAME + "checks: {style: ons}  # x\n",
        NAME + "checks: {style: ons, dictionary: [frob]}  # x\n",
    ),
    "checks on lines": (
        "checks:\n    style: ons  # x\n\n# about\n" + NAME,
        "checks:\n    style: ons  # x\n    dictionary: [frob]\n\n# about\n" + NAME,
    ),
    "one word": (
        'checks:\n  dictionary: "LADO"  # x\n' + NAME,
        'checks:\n  dictionary: ["LADO", frob]  # x\n' + NAME,
    ),
    "an empty list": (
        "checks:\n  dictionary: []  # x\n" + NAME,
        "checks:\n  dictionary: [frob]  # x\n" + NAME,
    ),
    "a list in brackets": (
        "checks: {dictionary: [LADO, 'a b' ]} # x\n" + NAME,
        "checks: {dictionary: [LADO, 'a b', frob ]} # x\n" + NAME,
    ),
    "a list on lines": (
        "checks:\r\n  dictionary:\r\n  - LADO # one\r\n  - SAR\r\n\r\n  style: ons\r\n" + NAME,
        "checks:\r\n  dictionary:\r\n  - LADO # one\r\n  - SAR\r\n  - frob\r\n\r\n  style: ons\r\n"
        + NAME,
    ),
    "a list on lines, commented": (
        "checks:\n  dictionary:\n    - LADO\n    - SAR # two\n# end\n" + NAME,
        "checks:\n  dictionary:\n    - LADO\n    - SAR # two\n    - frob\n# end\n" + NAME,
    ),
    "a byte order mark": ("\ufeff" + NAME, "\ufeff" + NAME + "checks: {dictionary: [frob]}\n"),
}


def project(folder, board: str):
    content = folder / "content"
    (content / "boards").mkdir(parents=True)
    (content / "2017-18.yaml").write_text("board: ours\n", encoding="utf-8")
    file = content / "boards/ours.yaml"
    file.write_bytes(board.encode("utf-8"))
    return content, file


@pytest.mark.parametrize("way", WAYS)
def test_a_word_is_added_and_no_other_byte_touched(tmp_path, way):
    before, after = WAYS[way]
    content, file = project(tmp_path, before)
    made = learn(["frob"], "2017-18", content=content)
    assert file.read_bytes().decode("utf-8") == after
    assert (made.path, made.added, made.known) == (file, ["frob"], [])


def test_several_words_some_of_which_need_quotes_or_are_known(tmp_path):
    content, file = project(tmp_path, NAME + "checks: {dictionary: [Lado]}\n")
    made = learn(["no", "LADO", "on-call", "child's", "no"], None, content=content)
    assert (made.added, made.known) == (["no", "on-call", "child's"], ["LADO"])
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert told["checks"]["dictionary"] == ["Lado", "no", "on-call", "child's"]


@pytest.mark.parametrize(
    ("words", "board", "error"),
    [
        (["two words"], NAME, UsageError),
        (["frob", ""], NAME, UsageError),
        (["a: b"], NAME, UsageError),
        (["frob"], NAME + "checks: {dictionary: {a: b}}\n", ContentError),
        (["frob"], NAME + "checks: [a]\n", ContentError),
        (["frob"], NAME + "checks:\n  dictionary: >\n    LADO\n", ContentError),
        (["frob"], "", ContentError),
        (["frob"], "- a\n", ContentError),
    ],
)
def test_what_cannot_be_learnt_leaves_the_file_as_it_is(tmp_path, words, board, error):
    content, file = project(tmp_path, board)
    with pytest.raises(error):
        learn(words, "2017-18", content=content)
    assert file.read_bytes().decode("utf-8") == board


def test_the_board_must_be_clear(tmp_path):
    content, _ = project(tmp_path, NAME)
    (content / "2016-17.yaml").write_text("board: other\n", encoding="utf-8")
    with pytest.raises(UsageError, match="2 boards: other, ours"):
        learn(["frob"], None, content=content)
    with pytest.raises(UsageError, match="2015-16"):
        learn(["frob"], "2015-16", content=content)
    (content / "2016-17.yaml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(UsageError, match="names a board"):
        learn(["frob"], "2016-17", content=content)


def test_check_learns_a_word_and_then_no_longer_finds_it(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("keeping children safe", "keeping frobble children safe", 1)
    file.write_text(text, encoding="utf-8")

    def run(*more: str):
        return CliRunner().invoke(app, ["check", "--content", str(content), *more])

    found = run("--strict")
    assert found.exit_code and '"frobble" in line 1' in found.output
    learnt = run("2017-18", "--strict", "--learn", "frobble")
    assert "frobble: added to the dictionary in" in learnt.output
    assert "frobble" not in learnt.output.partition("added to")[2]
    assert "frobble: was in the dictionary in" in run("--learn", "frobble").output
    assert json.loads(run("--format", "json").output)["spelling_not_checked"] == {"2017-18": 0}
    assert run("--learn", "a b").exit_code == 2

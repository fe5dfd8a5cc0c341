"""Paragraphs and lists: as they are typed, and what a slip is told."""

from __future__ import annotations

import re
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given
from pydantic_core import PydanticCustomError

from hscb_report import check
from hscb_report.summary.prose import passages, set_out
from hscb_report.summary.sentences import sentences
from hscb_report.summary.tree import read_yaml
from mistakes import mistake
from year import changed

SET_OUT = {
    "a list behind an empty line": ("One.\n\n- a\n- b", "One.\n\n- a\n- b"),
    "behind a colon": ("We will:\n- a\n- b", "We will:\n\n- a\n- b"),
    "at the beginning": ("- a\n-   b", "- a\n- b"),
    "an entry that goes on": ("- a\n  b\nc\n- d", "- a b c\n- d"),
    "entries apart": ("- a\n\n- b", "- a\n- b"),
    "indented": ("One:\n    - a\n    - b", "One:\n\n- a\n- b"),
    "text behind it": ("- a\n\nThen\nmore.", "- a\n\nThen more."),
    "two paragraphs": ("One\ntwo.\n\n\nThree.\n", "One two.\n\nThree."),
    "a dash in a sentence": ("One - two\nthree -\nfour", "One - two three - four"),
    "a minus": ("-5 degrees", "-5 degrees"),
    "a number that begins a line": ("In all\n12. Then 3.\nTen", "In all 12. Then 3. Ten"),
    "one other sign": ("A rule\n* that is explained", "A rule * that is explained"),
}
REFUSED = {
    "": "blank",
    " \n ": "blank",
    "One\n- a\n- b": "list-start",
    "- a\n  - b": "list-level",
    "- a\n-\n- b": "list-empty",
    "* a\n* b": "list-sign",
    "So:\n\n• a\n\n• b": "list-sign",
    "1. a\n2. b": "list-numbered",
    "So:\n1) a\n2) b": "list-numbered",
}


@pytest.mark.parametrize("case", SET_OUT)
def test_a_text_is_set_out(case):
    typed, made = SET_OUT[case]
    assert set_out(typed) == made
    assert set_out(made) == made


@pytest.mark.parametrize("typed", REFUSED)
def test_what_would_run_on_in_one_line_is_refused(typed):
    with pytest.raises(PydanticCustomError) as caught:
        set_out(typed)
    assert caught.value.type == REFUSED[typed]


@given(st.text(alphabet="ab1 \n-:.*•", max_size=40))
def test_no_word_of_a_text_is_lost_and_it_is_set_out_once(typed):
    try:
        made = set_out(typed)
    except PydanticCustomError:
        return
    assert set_out(made) == made
    assert re.sub(r"[\s-]", "", made) == re.sub(r"[\s-]", "", typed)
    parts = [words for words, _ in passages(made)]
    assert all(parts) and re.sub(r"[\s-]", "", "".join(parts)) == re.sub(r"[\s-]", "", typed)


STYLES = {
    "|": "text: |\n  So we\n  act:\n  - one\n    more\n  - two\n\n  Then.\nnext: 1\n",
    ">": "text: >\n  So we\n  act:\n\n  - one\n    more\n  - two\n\n  Then.\n\nnext: 1\n",
    ">-": "text: >-\n  So we act:\n  - one more\n  - two\n\n  Then.\nnext: 1\n",
    "none": "text: So we act\n  now\n\n  - one more\n  - two\n\n  Then.\nnext: 1\n",
    '"': 'text: "So we act:\n\n  - one more\n  - two\n\n  Then."\nnext: 1\n',
    "'": "text: 'So it''s:\n\n  - one more\n  - two\n\n  Then.'\nnext: 1\n",
    "in braces": "{text: 'So:\n\n  - one more\n\n    - two\n\n\n  Then.', next: 1}\n",
    "a carriage return": "text: >\r\n  So:\r\n  - one more\r\n  - two\r\n\r\n  Then.\r\nnext: 1",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_list_is_one_however_its_text_is_written(style):
    data = read_yaml(Path("x.yaml"), STYLES[style].encode()).data
    assert data["next"] == 1
    parts = list(passages(set_out(data["text"])))
    assert parts[1:] == [("one more", True), ("two", True), ("Then.", False)]


@given(st.text(alphabet="ab -\n'", max_size=30), st.sampled_from("|>"))
def test_a_block_text_keeps_its_words(typed, style):
    body = "".join(f"  {line}\n" for line in typed.split("\n"))
    data = read_yaml(Path("x.yaml"), f"text: {style}\n  x\n{body}next: 1\n".encode()).data
    assert data["text"].split() == ["x", *typed.split()] and data["next"] == 1


def test_each_entry_of_a_list_is_a_sentence():
    text = "We will. Act:\n\n- listen first\n- then act. Soon"
    told = list(sentences(text))
    assert [said for _, said in told] == ["We will.", "Act:", "listen first", "then act.", "Soon"]
    assert all(text[at:].startswith(said) for at, said in told)


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("text: We will:\n          - act", "the list below belongs to", "write | behind text:"),
        ("text:\n          - act\n          - ask", "a list stands here", "write | behind text:"),
        (
            "text: >\n          We\n          - act",
            "part of the sentence",
            "an empty line above it",
        ),
        ("text: See [us](http://x.org)", "not private", "write https://x.org"),
    ],
)
def test_a_slip_is_told_with_what_to_write(sample, typed, message, hint):
    block = f"      - kind: text\n        {typed}\n"
    (problem, *_) = mistake(sample, "    blocks:\n", f"    blocks:\n{block}")
    assert message in problem.message and hint in problem.hint


def test_what_the_next_step_says_makes_a_list_of_it(sample):
    block = "      - kind: text\n        text: |\n          We will:\n          - act\n"
    changed(sample, "    blocks:\n", f"    blocks:\n{block}", "2024-25")
    check("2024-25", content=sample)

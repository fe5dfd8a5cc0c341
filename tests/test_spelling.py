"""Words that no dictionary has: found, with what was meant; what is right is left alone."""

from __future__ import annotations

import gzip
import re

import pytest

import dictionary
from conftest import ROOT
from hscb_report.checks.dictionary.words import is_known, suggestions
from hscb_report.checks.rules import spelling
from rules import found, summary, words

MISSPELT = {
    wrong: right.replace("_", " ")
    for wrong, right in (pair.split("=") for pair in spelling._MISSPELT.split())
}


def test_misspelt_words_are_told_in_one_finding_with_what_was_meant():
    (problem,) = found("unknown-word", summary("The supevision of childern: supevision again."))
    assert problem.severity == "warning"
    assert '2 words are in no dictionary: "supevision" in line' in problem.message
    assert "(supervision?)" in problem.message
    assert "(children?)" in problem.message
    assert problem.hint.endswith("--learn WORD")


def test_what_people_misspell_is_unknown_and_the_right_word_is_suggested():
    assert [word for word in MISSPELT if is_known(word)] == []
    meant = {
        wrong: right for wrong, right in MISSPELT.items() if right.isalpha() and right.islower()
    }
    hit = [wrong for wrong, right in meant.items() if right in suggestions(wrong)]
    assert len(meant) > 60
    assert len(hit) / len(meant) > 0.9, [one for one in meant if one not in hit]


def test_nobody_is_told_to_write_what_is_not_said():
    assert is_known("shitty")
    for word in ("shittty", "whorishh", "bitchh"):
        assert not [one for one in suggestions(word) if one.startswith(("shit", "whor", "bitch"))]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Xyzq of Qwertton met the LADO and OFSTEDs.",
        "See www.qzxv.org, https://qzxv.org/childern or qzxv@example.org.",
        "Children's and the children’s wellbeing; the agencies' multi-agency, co-ordinated work.",
        "The non-accidental, pre-birth and re-referral rules were prioritised, as was 1st-classs.",
        "We benefitted, focussed, focused, judged, enrolled, practised and organised.",
        "Totton and Rushmoor have schools. Eastleigh has 4.",
        "A **bold** word, a naïve café, and {a} of them.",
        "a file such as pictures/halll.jpg or halll.jpg",
    ],
)
def test_no_fault(text):
    assert found("unknown-word", summary(text, figures={"a": {**FIGURE}})) == []


FIGURE = {"value": 9, "label": "people", "period": "2017-18", "source": "s"}


def test_a_word_that_begins_a_sentence_is_a_slip_or_a_name():
    assert words("unknown-word", "We met. Safegaurd all children.") == ["Safegaurd"]
    assert words("unknown-word", "Supevision is good.") == ["Supevision"]
    assert words("unknown-word", "Supevision is good, and Supevision is there.") == []


def test_all_texts_are_read_but_those_in_another_language():
    wrong = {**FIGURE, "label": "labell", "definition": "definitionn"}
    welsh = {"kind": "text", "text": "Mae plant yn bwysig.", "lang": "cy"}
    content = summary(figures={"a": wrong}, blocks=[welsh, {"kind": "text", "text": "textt"}])
    (problem,) = found("unknown-word", content)
    assert re.findall(r'"(\w+)" in line', problem.message) == ["labell", "definitionn", "textt"]


def test_the_boards_own_words_are_right():
    text = "Our frobs and the frobber met the frob panel."
    assert words("unknown-word", text, dictionary=["frob", "Frobber"]) == []


def test_many_words_are_counted():
    text = " ".join(f"qzx{a}{b}v" for a in "abcde" for b in "abcde")
    (problem,) = found("unknown-word", summary(text))
    assert problem.message.startswith("25 words are") and problem.message.endswith("and 5 more")


def test_real_prose_has_no_unknown_words():
    """The guide: some 20,000 words; what it has of programs' words is named here."""
    ours = {*"py json wordmark uasc init cmyk cy br url".split()}
    unknown: set[str] = set()
    for file in ("content", "first-build", "partners", "wrong", "year", "checks"):
        text = (ROOT / f"docs/{file}.md").read_text(encoding="utf-8")
        text = re.sub(
            r"(?s)```.*?```|`[^`]*`|<[^>]*>|\(\S+\.md\S*\)|<!--.*?-->|https?://\S+", " ", text
        )
        for word in re.findall(r"(?<![\w./{-])[a-z]{3,}(?:['’-][a-z]+)*(?![\w./}-]*[\w}])", text):
            if not is_known(word, ours):
                unknown.add(word)
    assert unknown <= {"preflight", "misspelt", "referals", "validator"}


def test_the_list_is_made_of_stems_and_affixes_that_hunspell_allows():
    aff = "NOSUGGEST !\nPFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D 0 d e\nSFX D y ied [^aeiou]y\n"
    aff += "SFX M Y 1\nSFX M 0 's .\n"
    dic = "5\nnote/DUM\ntry/D\nAmy/M\ndarn/!\n1st\n"
    made = dictionary.words(aff, dic, lambda word: word != "unnote")
    assert made == ["Amy", "!darn", "note", "noted", "tried", "try", "unnoted"]


def test_the_list_is_what_the_readme_says():
    folder = ROOT / "hscb_report/checks/dictionary"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    listed = gzip.decompress((folder / "en_GB.txt.gz").read_bytes()).decode("utf-8").split("\n")
    more = (folder / "more.txt").read_text(encoding="utf-8").split()
    assert f"holds {len(listed):,} words" in readme
    assert more == sorted(set(more) - set(listed))

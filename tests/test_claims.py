"""What sentences claim of figures: a labelled set, and what the rule reads and leaves alone."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from claims import TUNED, UNSEEN, labelled, measured
from framed import problems
from hscb_report.checks.claims.amounts import agrees, amount_of, share_of, times_of
from hscb_report.checks.claims.clauses import clauses, without_speech
from rules import figure, found, summary


@pytest.mark.parametrize("files", [TUNED, UNSEEN], ids=["tuned", "unseen"])
def test_no_true_sentence_is_accused_and_four_in_five_false_ones_are_found(files):
    seen = measured(files)
    assert [one.says for one in seen.alarms] == []
    assert seen.found >= 80, [one.says for one in seen.missed]


def test_the_sets_are_large_and_each_sentence_stands_once():
    kinds = Counter(one.truth for one in labelled(TUNED[0])[1])
    assert min(kinds[truth] for truth in ("holds", "wrong", "alone")) >= 100
    everywhere = [(one.scene, one.says) for file in (*TUNED, *UNSEEN) for one in labelled(file)[1]]
    assert [pair for pair, times in Counter(everywhere).items() if times > 1] == []


LAST = {"contacts": figure(9861, label="contacts", period="2016-17")}
NOW = {
    "contacts": figure(9645, label="contacts"),
    "referrals": figure(1580, label="became referrals", noun="referrals", part_of="contacts"),
}
CARDS = {"kind": "statistics", "items": ["contacts", "referrals"]}


def says(before=LAST, period="2016-17", **section) -> list:
    """What is said of a section that shows contacts and referrals."""
    blocks = [CARDS, *section.pop("blocks", [])]
    content = summary(figures=NOW, sections=[{"heading": "Numbers", "blocks": blocks, **section}])
    last = summary(period=period, figures=before, blocks=[{**CARDS, "items": list(before)}])
    return found("claim", content, before=last)


WRONG = "Contacts rose by half."


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ({"heading": WRONG}, ("heading",)),
        ({"subtitle": WRONG}, ("subtitle",)),
        ({"blocks": [{"kind": "text", "text": WRONG}]}, ("blocks", 1, "text")),
        ({"blocks": [{"kind": "text", "title": WRONG, "text": "W."}]}, ("blocks", 1, "title")),
        ({"blocks": [{"kind": "note", "text": WRONG}]}, ("blocks", 1, "text")),
        ({"blocks": [{"kind": "lessons", "items": [WRONG]}]}, ("blocks", 1, "items", 0, "text")),
        (
            {"blocks": [{"kind": "lessons", "items": [{"text": "W.", "what_changed": WRONG}]}]},
            ("blocks", 1, "items", 0, "what_changed"),
        ),
    ],
)
def test_every_text_of_a_section_is_read(section, key):
    (problem,) = says(**section)
    assert problem.key == ("sections", 0, *key)
    assert problem.message == (
        '"rose" contradicts the figures: "contacts" was 9,861 in 2016-17 and 9,645 in 2017-18'
    )


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "priorities", "items": ["Contacts rise"]},
        {"kind": "text", "text": "“Contacts rose by half,” a worker said to us."},
        {"kind": "text", "text": "Contacts rose by half.", "lang": "cy"},
        {"kind": "text", "text": "**Contacts** fell by 2%."},
        {"kind": "text", "text": "{contacts} contacts were made, 2% fewer than last year."},
    ],
)
def test_what_is_wished_or_quoted_or_true_is_left_alone(block):
    assert says(blocks=[block]) == []


def test_a_number_that_a_sentence_names_is_filled_in_and_the_words_are_pointed_at():
    text = "All is well. {contacts} contacts were made, **20% fewer** than last year."
    (problem,) = says(blocks=[{"kind": "text", "text": text}])
    assert '"fewer" contradicts' in problem.message


def test_years_that_cannot_be_compared_say_nothing():
    other = {"contacts": figure(9861, label="contacts", period="2016-17", definition="Calls.")}
    assert says(other, heading=WRONG) == []
    assert says({"contacts": figure(9861, label="contacts", period="2015-16")}, "2015-16") == []


def test_a_text_without_figures_beside_it_is_held_against_all_and_others_are_not():
    figures = {**NOW, "audits": figure(4, label="audits")}
    wrong = {"kind": "text", "text": "There were more referrals than contacts."}
    told = {"heading": "Numbers", "blocks": [{**CARDS, "items": [*NOW]}]}
    alone = {"heading": "In words", "blocks": [wrong]}
    beside = {"heading": "Audits", "blocks": [{"kind": "statistics", "items": ["audits"]}, wrong]}
    (problem,) = found("claim", summary(figures=figures, sections=[told, alone, beside]))
    assert problem.key[:2] == ("sections", 1)
    content = summary(figures=figures, sections=[told], introduction=wrong["text"])
    assert [one.key for one in found("claim", content)] == [("introduction",)]


def test_rounded_numbers_that_are_equal_tell_no_direction():
    before = {"share": figure(18, unit="percent", label="of calls", period="2016-17")}
    now = {"share": figure(18, unit="percent", label="of calls", name="Share of calls")}
    content = summary(
        figures=now,
        sections=[
            {"heading": "The share of calls rose", "blocks": [{"kind": "share", "figure": "share"}]}
        ],
    )
    assert found("claim", content, before=summary(period="2016-17", figures=before)) == []


EXAMPLE = """
period: 2016-17
figures:
  contacts: {value: 9861, label: contacts, period: 2016-17, source: return}
  in-care: {value: 781, label: children in care, as_at: 2017-03-31, source: return}
---
introduction: >
  Contacts fell by half, and the number of referrals was higher than the number of contacts.
  Children in care doubled.
figures:
  contacts: {value: 9645, label: contacts, period: 2017-18, source: return}
  referrals: {value: 1580, label: referrals, period: 2017-18, source: return}
  in-care: {value: 750, label: children in care, as_at: 2018-03-31, source: return}
"""


def test_three_false_claims_are_found_where_they_stand_and_can_be_accepted(tmp_path):
    told = [one for one in problems(EXAMPLE, tmp_path / "one") if one.code == "claim"]
    assert [one.message.split('"')[1] for one in told] == ["fell", "higher", "doubled"]
    assert [(one.place.line - told[0].place.line, one.severity) for one in told] == [
        (0, "warning"),
        (0, "warning"),
        (1, "warning"),
    ]
    kept = "accept: [{rule: claim, words: [fell, higher, doubled], reason: It is a test.}]\n"
    told = problems(EXAMPLE + kept, tmp_path / "two")
    assert {one.accepted for one in told if one.code == "claim"} == {"It is a test."}


def test_a_change_block_gives_the_years_it_names(tmp_path):
    example = yaml.safe_load(EXAMPLE.split("---")[1])
    example["sections"] = [
        {
            "heading": "Contacts rose since 2014-15",
            "blocks": [{"kind": "change", "since": "2014-15", "figures": ["contacts"]}],
        },
        {"heading": "All", "blocks": [{"kind": "table", "figures": ["referrals", "in-care"]}]},
    ]
    del example["introduction"]
    before = EXAMPLE.split("---")[0].replace("2016-17", "2014-15").replace("2017-03", "2015-03")
    whole = before + "---\n" + yaml.safe_dump(example)
    told = [one for one in problems(whole, tmp_path) if one.code == "claim"]
    assert ["was 9,861 in 2014-15" in one.message for one in told] == [True]


@pytest.mark.parametrize(
    ("read", "words", "true", "right"),
    [
        (amount_of, "12%", 12.4, True),
        (amount_of, "12%", 12.6, False),
        (amount_of, "12.5%", 12.6, False),
        (amount_of, "nearly a third", 31, True),
        (amount_of, "nearly a third", 36, False),
        (amount_of, "two thirds", 66, True),
        (amount_of, "over 300", 316, True),
        (amount_of, "over 300", 290, False),
        (amount_of, "300", 316, True),
        (amount_of, "301", 316, False),
        (amount_of, "three percentage points", 3.2, True),
        (times_of, "almost three times", 2.8, True),
        (times_of, "twice", 2.4, False),
        (share_of, "nine in ten", 91, True),
        (share_of, "one in four", 32, False),
    ],
)
def test_how_much_is_read_as_people_mean_it(read, words, true, right):
    assert agrees(read(words), true, 3) is right


def test_a_sentence_falls_into_clauses_and_speech_is_crossed_out():
    said = "While contacts fell (by 2%), referrals rose by a quarter, from 1,264 to 1,580; fine."
    assert clauses(said) == [
        "contacts fell by 2%",
        "referrals rose by a quarter from 1,264 to 1,580",
        "fine",
    ]
    text = "She said “it rose” and the children’s worker said ‘it fell’."
    crossed = without_speech(text)
    assert len(crossed) == len(text)
    assert "rose" not in crossed
    assert "fell" not in crossed
    assert "children’s worker" in crossed

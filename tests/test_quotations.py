"""What somebody said: its quotes, who said it, and that nobody puts it better."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from hscb_report.checks.persons.names import signed
from hscb_report.story.quoting import in_quotes
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset
from hscb_report.summary.document import Summary
from hscb_report.summary.prose import spoken
from hscb_report.summary.reading import Reader
from rules import figure, found, summary
from running_text import BLOCKS, BOARD, problems

QUOTED = [
    ("I felt heard.", '"I felt heard."'),
    ('"I felt heard."', '"I felt heard."'),
    ('"I felt heard".', '"I felt heard."'),
    ("'I didn't like it.'", '"I didn\'t like it."'),
    ("“I felt heard.”", '"I felt heard."'),
    ('"Listen" helps, and "act"', "\"'Listen' helps, and 'act'\""),
    ("'Listen' helps, and 'act'", "\"'Listen' helps, and 'act'\""),
    ('He said "no".', "\"He said 'no'.\""),
]


@pytest.mark.parametrize(("typed", "made"), QUOTED)
def test_quotes_are_set_and_not_doubled(typed, made):
    assert in_quotes(typed) == (made,)
    assert in_quotes(f"{typed}\n\nAnd then.")[-1] == '"And then."'


def test_each_paragraph_opens_and_the_last_one_closes():
    assert in_quotes("“One.\n\n“Two.”") == ('"One.', '"Two."')
    assert in_quotes('"One."\n\n"Two."') == ('"One.', '"Two."')


def test_a_quotation_is_words_alone_and_says_who():
    with pytest.raises(PydanticCustomError, match="begins with a dash"):
        spoken("I felt heard.\n- Jo, 15")
    assert problems(
        sections=[{"heading": "H", "blocks": [{**BLOCKS["who"], "who": "P", "text": "**a**"}]}]
    )
    with pytest.raises(ValidationError, match="who"):
        problems(sections=[{"heading": "H", "blocks": [{"kind": "quotation", "text": "a"}]}])


NAMES = (
    "Jo, 15|Jo (15)|Jo aged 15|Sarah|Sarah, parent|Sarah Jones|Poppy, 14|Grace, 12|jo, 15|Will, 17|"
    "Mrs Patel, headteacher|Dr Smith|Jo's mum|Parent of Leo|15-year-old Jo|Mohammed, 16|Max; 11|"
    "Zainab, care leaver|Jo and Sam|Mary-Ann, 9|Councillor Jane Smith|Amy from Andover|Jo S., 15|"
    "O'Brien, parent|Ruby – 13"
).split("|")
ROLES = (
    "Young person|Young person, 15|Young Person, 15|Parent|Social worker|A mum|Mum of two|Girl, 15|"
    "Mother of two boys|Foster Carer, 45|Care leaver, 19|Boy aged 9|Pupil, Year 9|Year 9 pupil|"
    "Headteacher, secondary school|Children's social worker|Women's Aid worker|Police officer|GP|"
    "Youth Council member|Hampshire Youth Forum|Dorset Youth Forum|Health visitor, Hampshire|"
    "Gymnast, 14|Apprentice, 17|Anonymous|Head of Children's Services|Childline counsellor|"
    "Barnardo's worker|Grandmother, 61|a 15-year-old girl|Deputy head|Refugee, 16|Willow Team|"
    "Parents of a boy of 9|Chief Constable|Child R|Family support worker|Teenager, 14"
).split("|")


def test_who_was_quoted_is_no_name():
    large = BOARD.name.split()
    assert [text for text in NAMES if not list(signed(text, large))] == []
    assert [(text, *signed(text, large)) for text in ROLES if list(signed(text, large))] == []


def quotation(text: str, **more) -> Summary:
    return summary(blocks=[{"kind": "quotation", "text": text, "who": "Parent", **more}])


def test_who_is_looked_at_for_a_name_and_the_next_step_says_what_to_write():
    (problem,) = found("personal-data", quotation("So.", who="Jo, 15"))
    assert problem.message == '"Jo, 15" looks like a name' and "Young person, 15" in problem.hint
    assert found("personal-data", quotation("So.", who="Young person, 15")) == []
    assert found("personal-data", quotation("Ring Jo on 07700 900123.")) != []


LEFT_ALONE = {
    "typed-number": "There were 77,602 contacts.",
    "near-number": "There were 77,620 contacts.",
    "house-style": "We met three times.",
    "capitals": "This is VERY IMPORTANT.",
    "long-sentence": "and so " * 30,
}


@pytest.mark.parametrize("rule", LEFT_ALONE)
def test_what_somebody_said_is_not_put_better(rule):
    numbers = {"contacts": figure(77602, label="contacts")}
    for kind in ("text", "quotation"):
        block = {"kind": kind, "text": LEFT_ALONE[rule]}
        block |= {"who": "Parent"} if kind == "quotation" else {}
        told = found(rule, summary(blocks=[block], figures=numbers))
        assert bool(told) is (kind == "text"), (rule, kind)


def test_what_somebody_typed_for_another_is_read():
    assert found("unknown-word", quotation("I was lisstened to.")) != []
    assert found("small-count-in-text", quotation("We were 3 disabled children.")) != []


def test_quotes_are_those_of_the_language():
    block = {"kind": "quotation", "text": "Tak.", "who": "Rodzic", "lang": "pl"}
    story = typeset(tell(Reader(summary(blocks=[block])), BOARD))
    assert list(story.sections[0].blocks[0].said()) == ["„Tak.”", "Rodzic"]

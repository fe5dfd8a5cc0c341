"""What tells of one person is found, measured on labelled texts; what only looks like it is not."""

from __future__ import annotations

import time

import pytest

from hscb_report.checks.persons.numbers import is_nhs_number
from hscb_report.checks.rules.personal_data import named_in, persons_in
from hscb_report.summary.board import Board
from labelled_persons import FILES_NOT_TOLD, FILES_TOLD, MISSED, NOT_TOLD, TOLD
from rules import BY_ID, figure, found, subject, summary

BOARD = Board.model_validate(
    {
        "name": "Hampshire Safeguarding Children Board",
        "short_name": "HSCB",
        "address": ["7 Alder Road", "Winchester SO23 9ZZ"],
        "email": "jo.bloggs@example.org",
        "phone": "01632 960456",
    }
)
OTHER = Board.model_validate(
    {"name": "Hampshire Safeguarding Children Board", "short_name": "HSCB"}
)


def test_what_tells_of_one_person_is_found():
    assert len(TOLD) > 80
    assert [text for text in [*TOLD, *MISSED] if not persons_in(text, OTHER)] == MISSED
    assert [name for name in FILES_TOLD if not named_in(name, OTHER)] == []


def test_what_only_looks_like_it_is_not():
    assert len(NOT_TOLD) > 120
    assert [(t, persons_in(t, OTHER)) for t in NOT_TOLD if persons_in(t, OTHER)] == []
    assert [(n, named_in(n, OTHER)) for n in FILES_NOT_TOLD if named_in(n, OTHER)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to jo.bloggs@example.org.",
        "Ring +44 1632 960456.",
        "Come to 7 Alder Road, Winchester SO23 9ZZ.",
        "Our postcode is SO239ZZ.",
    ],
)
def test_what_is_the_boards_own_is_no_fault(text):
    assert persons_in(text, BOARD) == []
    assert persons_in(text, OTHER) != []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("999 012 3403", True),
        ("999 012 3405", False),
        ("9990123430", False),
        ("111 111 1111", False),
    ],
)
def test_the_check_digit_of_an_nhs_number(number, right):
    assert is_nhs_number(number) == right


PHONE = "Ring Jo on 07700 900123."
PLACES = {
    "label": summary(figures={"a": figure(9, label=PHONE)}),
    "reason of a gap": summary(figures={"a": figure(None, symbol="x", reason=PHONE)}),
    "definition": summary(figures={"a": figure(9, definition=PHONE)}),
    "breakdown": summary(figures={"b": figure(9), "a": figure(9, part_of="b", breakdown=PHONE)}),
    "note of a source": summary(
        sources={"s": {"title": "Source", "publisher": "Publisher", "note": PHONE}}
    ),
    "alt text": summary(
        pictures={"a": {"file": "a.jpg", "alt": PHONE, "credit": "c", "licence": "l"}}
    ),
    "name of a file": summary(
        pictures={"a": {"file": "jo 07700 900123.jpg", "alt": "x", "credit": "c", "licence": "l"}}
    ),
    "reason of an accepted finding": summary(accept=[{"rule": "unused", "reason": PHONE}]),
    "what is to be looked at": summary(review=[{"at": "title", "why": PHONE}]),
    "Welsh": summary(blocks=[{"kind": "text", "text": PHONE, "lang": "cy"}]),
}


@pytest.mark.parametrize("place", PLACES)
def test_it_is_found_wherever_it_stands(place):
    (finding,) = BY_ID["personal-data"].find(subject(PLACES[place]))
    assert finding.message == '"07700 900123" looks like a telephone number'


def test_it_can_be_accepted_and_its_words_are_no_fault_of_their_own():
    entry = {"rule": "personal-data", "at": "introduction", "words": "07700 900123"}
    content = summary(introduction=PHONE, accept=[{**entry, "reason": "It is the board's."}])
    (problem,) = found("personal-data", content)
    assert problem.severity == "error"
    assert problem.accepted == "It is the board's."


@pytest.mark.parametrize(
    "part", ["A", "a", "0", "'", "0 ", "A ", "a-", "in A ", "a.", "1 A ", "-@"]
)
def test_no_text_is_so_odd_that_it_takes_long(part):
    content = summary(part * 6000 + "x")
    began = time.process_time()
    for rule in ("personal-data", "unknown-word"):
        list(BY_ID[rule].find(subject(content)))
    assert time.process_time() - began < 2

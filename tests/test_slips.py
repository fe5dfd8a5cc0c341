"""The slips of every day: doing what the message says, to the letter, puts each right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import SAMPLE
from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.errors import ContentError, Problem, ReportError
from hscb_report.summary.load import load
from hscb_report.summary.tree import read_yaml
from mistakes import mistake

FILE = "2024-25.yaml"
ITEM = "          - Engagement\n"
INTRODUCTION = "introduction: This board is made up, and so is each of its numbers."
LINES = (SAMPLE / FILE).read_text(encoding="utf-8").split("\n")


def errors(content: Path) -> list[Problem]:
    """What stops a build of the sample."""
    try:
        load("2024-25", content, icons.names())
    except ContentError as error:
        return error.problems
    return []


def follow(content: Path, problem: Problem) -> None:
    """Type the line as the message shows it, over the one it points at."""
    assert problem.place is not None
    file = problem.place.file
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines[problem.place.line - 1] == problem.place.source
    lines[problem.place.line - 1] = problem.typed
    file.write_text("\n".join(lines), encoding="utf-8")


SLIPS = {
    # what is typed for what, the line that is meant, part of the message, and what is read then
    "a colon in an item": (
        ITEM,
        "          - Listen: children said so\n",
        "- Listen",
        "makes a key",
        "Listen: children said so",
    ),
    "a colon in an item with a comment": (
        ITEM,
        "          - Listen: children said so  # new\n",
        "- Listen",
        "makes a key",
        "Listen: children said so",
    ),
    "two colons in an item": (
        ITEM,
        "          - Listen: children: said so\n",
        "- Listen",
        "second colon",
        "Listen: children: said so",
    ),
    "a quote at the start": (
        ITEM,
        "          - 'Was not brought', not 'did not attend'\n",
        "- 'Was",
        "begins with a quote",
        "'Was not brought', not 'did not attend'",
    ),
    "a double quote at the start": (
        ITEM,
        '          - "Was not brought", not \'did not "attend"\'\n',
        '- "Was',
        "begins with a quote",
        '"Was not brought", not \'did not "attend"\'',
    ),
    "a sign at the start": (
        ITEM,
        "          - @work, %, 'x'\n",
        "@",
        "with this sign",
        "@work, %, 'x'",
    ),
    "a figure at the start": (
        INTRODUCTION,
        "introduction: {contacts} and more",
        "introduction",
        "begins with a quote or bracket",
        "{contacts} and more",
    ),
    "a comma between braces": (
        ITEM,
        "          - {text: Listen, then act, detail: So}\n",
        "Listen",
        "a comma ends a text",
        "Listen, then act",
    ),
    "a colon between braces": (
        ITEM,
        "          - {text: Listen: act, detail: So}\n",
        "Listen",
        "needs quotes",
        "Listen: act",
    ),
    "a quote between braces": (
        ITEM,
        "          - {text: 'Was not brought', not 'absent'}\n",
        "Was not",
        "a comma ends a text",
        "'Was not brought', not 'absent'",
    ),
    "a figure between braces": (
        ITEM,
        "          - {text: Of {referrals}, some: all}\n",
        "Of {",
        "needs quotes",
        "Of {referrals}, some: all",
    ),
    "a number sign": (ITEM, "          - Team #1, daily\n", "Team", "ends here", "Team #1, daily"),
    "no end quote": (
        "title: Annual Report Summary",
        'title: "Annual Report Summary',
        "title:",
        "never closed",
        "Annual Report Summary",
    ),
    "no end quote, and apostrophes below": (
        "title: Annual Report Summary",
        "title: 'Annual Report Summary",
        "title:",
        "never closed",
        "Annual Report Summary",
    ),
    "no dash": (ITEM, "          Engagement\n", "Engagement", 'lacks its "- "', "Engagement"),
    "no space behind the dash": (
        ITEM,
        "          -Engagement\n",
        "Engagement",
        'lacks its "- "',
        "Engagement",
    ),
    "no space behind the colon": (
        "title: Annual Report Summary",
        "title:Annual Report Summary",
        "title",
        "space is missing",
        "Annual Report Summary",
    ),
    "no colon": (
        "title: Annual Report Summary",
        "title Annual Report Summary",
        "title",
        "lacks its colon",
        "Annual Report Summary",
    ),
    "no brace": (
        "{kind: part, figure: plans-neglect}",
        "{kind: part, figure: plans-neglect",
        "kind: part",
        "never closed",
        "plans-neglect",
    ),
    "no bracket": (
        "[contacts, referrals, section-47]",
        "[contacts, referrals, section-47",
        "section-47",
        "not closed",
        "section-47",
    ),
    "another indentation": (
        "    noun: contacts",
        "     noun: contacts",
        "noun",
        "indentation",
        "contacts",
    ),
    "an item without its dash": (
        "      - kind: note",
        "        kind: note",
        "kind: note",
        'lacks its "- "',
        "note",
    ),
    "a section without its dash": (
        "  - heading: Children in Anyshire",
        "    heading: Children in Anyshire",
        "heading: Children",
        "a second time",
        "Children in Anyshire",
    ),
    "a colon in a text of several lines": (
        INTRODUCTION,
        "introduction:\n  This board is\n  made up: all of it\n  is",
        "introduction",
        "the text below",
        "This board is made up: all of it is",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_the_line_as_it_is_shown_puts_it_right(sample, name):
    old, new, line, message, meant = SLIPS[name]
    (problem,) = mistake(sample, old, new)
    assert message in problem.message
    assert line in problem.place.source
    assert problem.as_text().endswith(f", so:\n    {problem.typed}")
    follow(sample, problem)
    assert errors(sample) == []
    tree = read_yaml(sample / FILE)
    assert any(str(value).startswith(meant) for value in tree.raw.values())


def damaged() -> list[tuple[str, int, str]]:
    """Each line of the sample with one sign taken away, where that makes it unreadable."""
    found = []
    for number, line in enumerate(LINES):
        for name, new in {
            "brace": re.sub(r"\}(?=\]?$)", "", line),
            "bracket": re.sub(r"\](?=\}?$)", "", line),
            "quote": re.sub(r'"(?=\}?$)', "", line),
            "dash": re.sub(r"^( *)- ", r"\1  ", line),
            "space": re.sub(r"^( *(?:- )?[a-z_]+:) ", r"\1", line),
        }.items():
            if new != line:
                found.append((name, number, new))
    return found


def test_every_sign_that_is_left_out_is_found_where_it_is_missing(sample):
    """In some places a sign that is left out changes what is said, and not whether it can be read;
    in all others the line that is shown is read as it was meant, or the next one is shown.
    """
    file, rounds = sample / FILE, 3
    wrong, right = [], 0
    meant = read_yaml(file).data
    for name, number, new in damaged()[::2]:
        lines = [*LINES]
        lines[number] = new
        file.write_text("\n".join(lines), encoding="utf-8")
        for _ in range(rounds):
            try:
                data = read_yaml(file, keys=KEYS).data
                break
            except ContentError as error:
                data = None
                if not error.problems[0].typed:
                    break
                follow(sample, error.problems[0])
        if data == meant:
            right += 1
        elif data is None:  # what can be read and means another thing is for other checks
            wrong.append((name, number + 1, new))
    assert not wrong
    assert right > 50


KEYS = frozenset(re.findall(r"([a-z_]+):", "\n".join(LINES)))


def test_several_faults_are_told_at_once(sample):
    text = (sample / FILE).read_text(encoding="utf-8")
    for old, new in (
        ("title: Annual Report", "title: Annual: Report"),
        ("{kind: part, figure: plans-neglect}", "{kind: part, figure: plans-neglect"),
        (ITEM, "          Engagement\n"),
    ):
        text = text.replace(old, new, 1)
    (sample / FILE).write_text(text, encoding="utf-8")
    problems = errors(sample)
    assert len(problems) == 3
    for problem in problems:
        follow(sample, problem)
    assert errors(sample) == []


def test_a_file_that_nobody_can_mend_is_answered_at_once(sample):
    (sample / FILE).write_text("a: [\n" * 500, encoding="utf-8")
    assert len(errors(sample)) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (ITEM, "          -\n", "an item of the list is empty"),
        ("      - kind: note", "      -\n      - kind: note", "an item of the list is empty"),
    ],
)
def test_an_empty_item_is_said_to_be_one(sample, old, new, message):
    (problem,) = mistake(sample, old, new)
    assert message in problem.message
    assert problem.place.source.strip() == "-"
    lines = (sample / FILE).read_text(encoding="utf-8").split("\n")
    del lines[problem.place.line - 1]  # "or delete the line"
    (sample / FILE).write_text("\n".join(lines), encoding="utf-8")
    assert errors(sample) == []


def test_a_misspelt_key_is_not_missing_as_well(sample):
    (problem,) = mistake(sample, "    label: Contacts", "    lable: Contacts")
    assert problem.code == "unknown-key"


LEAFLET = "leaflet:\n  inside:\n    - [Children in Anyshire, Mental health]\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Mental health and wellbeing",
        "Mental health, and wellbeing",
        "Mental: health",
        "Mental help",
    ],
)
def test_a_renamed_heading_stops_a_leaflet_alone(sample, heading):
    path = sample / FILE
    text = path.read_text(encoding="utf-8").replace(
        "- heading: Mental health", f'- heading: "{heading}"', 1
    )
    path.write_text(text + LEAFLET, encoding="utf-8")
    with pytest.raises(ContentError):
        check("2024-25", content=sample)
    warned: list[Problem] = []
    built = build("2024-25", content=sample, output=sample.parent / "out", warn=warned.extend)
    assert built
    assert "unknown-section" in {one.code for one in warned}
    with pytest.raises(ContentError) as caught:
        build("2024-25", content=sample, output=sample.parent / "out", editions=["leaflet"])
    (problem,) = caught.value.problems
    assert problem.code == "unknown-section"
    follow(sample, problem)
    check("2024-25", content=sample)


@pytest.mark.parametrize("typed", ["2024/25", "2024–25", "2024/2025", "2024 to 2025"])
def test_the_year_in_another_form(sample, typed):
    (problem,) = mistake(sample, "period: 2024-25\nstatus", f"period: {typed}\nstatus")
    assert problem.hint == "write period: 2024-25"
    text = (sample / FILE).read_text(encoding="utf-8").replace(typed, "2024-25", 1)
    (sample / FILE).write_text(text, encoding="utf-8")
    problems = mistake(sample, "    period: 2024-25", f"    period: {typed}")
    assert [p.hint for p in problems if p.code == "other-form"] == ["write 2024-25"]


def test_letters_are_told_with_all_else(sample):
    path = sample / FILE
    text = path.read_text(encoding="utf-8").replace("title: Annual", "title: გ Annual", 1)
    for old, new in (("figure: uasc", "figure: uasx"), ("value: 18240", "value: 18,240")):
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ReportError) as caught:
            check("2024-25", content=sample)
        codes = [problem.code for problem in caught.value.problems if problem.severity == "error"]
        assert codes[0] == "no-letter"
        assert len(codes) == 2


def test_places_are_counted_as_people_count(sample):
    (problem,) = mistake(sample, "icon: family", "icon: famly")
    assert problem.part == 'section "Children in Anyshire" > block 1 > item 1 > icon'
    assert problem.part in problem.as_text()
    assert problem.key[:2] == ("sections", 1)  # machines count on


def test_what_a_message_shows_can_be_accepted(sample):
    path = sample / FILE
    text = path.read_text(encoding="utf-8").replace(
        "- heading: Mental health", f"- heading: Mental health {'and more words ' * 5}", 1
    )
    path.write_text(text, encoding="utf-8")
    (found,) = [p for p in check("2024-25", content=sample) if p.code == "long-heading"]
    entry = f"accept:\n  - rule: long-heading\n    at: '{found.part}'\n    reason: It stays.\n"
    assert "accept:\n" not in text
    path.write_text(text + entry, encoding="utf-8")
    (found,) = [p for p in check("2024-25", content=sample) if p.code == "long-heading"]
    assert found.accepted == "It stays."

"""Lists, links and quotations: as they are typed, told, set on pages and tagged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import hypothesis.strategies as st
import pikepdf
import pytest
from hypothesis import given
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from hscb_report import check
from hscb_report.brand.brand import Brand
from hscb_report.checks.persons.names import signed
from hscb_report.page.look import A4, Look
from hscb_report.page.text import lines as lines_of
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.preflight.verify import verify
from hscb_report.story import typography
from hscb_report.story.division import divided
from hscb_report.story.quoting import in_quotes
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.inline import problems_in
from hscb_report.summary.links import LINK, blanked, faults, is_said_by, visible
from hscb_report.summary.prose import passages, set_out, spoken
from hscb_report.summary.reading import Reader
from hscb_report.summary.sentences import sentences
from hscb_report.summary.tree import Tree, read_yaml
from hscb_report.summary.wording import Span, plain, references, spans, unread_markup
from make import with_a_percentage, written
from mistakes import mistake
from pdf import opened, structure, text_of
from rules import BY_ID, figure, found, subject, summary
from seen import lines
from year import changed, run

BOARD = Board(name="Hampshire Safeguarding Children Board")
A, B = "https://www.example.org/reports/2017-18/", "mailto:board@example.org"


def say(name: str, form: str | None) -> str:
    return f"<{name}>"


# Paragraphs and lists, as they are typed

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


# Links, as they are typed


@given(
    st.lists(
        st.builds(
            Span,
            st.text(alphabet="ab c.", min_size=1, max_size=6).filter(str.strip),
            st.booleans(),
            st.sampled_from(["", A, B, "https://x.org/a_(b)?c=d#e"]),
        ),
        max_size=6,
    )
)
def test_what_is_marked_is_read_again(parts):
    def marked(part: Span) -> str:
        bold = f"**{part.text}**" if part.bold else part.text
        return f"[{bold}]({part.url})" if part.url else bold

    kept = [part for at, part in enumerate(parts) if not at or not same(parts[at - 1], part)]
    text = "".join(map(marked, kept))
    assert unread_markup(text) == "" and not list(faults(text))
    assert spans(text, say) == kept


def same(one: Span, other: Span) -> bool:
    return (one.bold, one.url) == (other.bold, other.url)


@given(st.text(alphabet="ab *[](){}:/.@\n", max_size=40))
def test_any_text_is_read_and_no_mark_is_lost_in_silence(text):
    made = spans(text, say)
    assert all(span.text for span in made)
    starred = any("*" in name for name, _ in references(text))  # no mark, and nobody's name
    if starred or unread_markup(text) or any(faults(text)):
        return
    assert "".join(span.text for span in made) == plain(text, say)
    bare = LINK.sub(lambda link: link["words"], text).replace("**", "")
    assert plain(text, say) == re.sub(r"\{([^{}:\s]+)(:[A-Za-z]+)?\}", r"<\1>", bare)
    assert len(blanked(text)) == len(text)


def test_a_link_may_be_bold_and_hold_figures_and_bold_words():
    told = spans(f"See [the {{n}} **cases** now]({A}).", say)
    assert [span.text for span in told if span.url] == ["the ", "<n>", " ", "cases", " now"]
    told = spans(f"**See [all]({A}) now**", say)
    assert [(span.text, span.bold, bool(span.url)) for span in told] == [
        ("See ", True, False),
        ("all", True, True),
        (" now", True, False),
    ]


@pytest.mark.parametrize("text", ["[sic]", "1,333 [r]", "[a] (b)", "a [b] c (d)", "[]", "()"])
def test_square_brackets_alone_are_no_link(text):
    assert spans(text, say) == [Span(text)]
    assert unread_markup(text) == "" and not list(faults(text))


FAULTS = {
    "[w](http://x.org/a)": ("http://", "write https://x.org/a;"),
    "[w](www.x.org/a)": ("does not say https://", "write https://www.x.org/a"),
    "[w](x.org)": ("does not say https://", "write https://x.org"),
    "[w](a@x.org)": ("a mail address", "write mailto:a@x.org"),
    "[w](https://a@x.org)": ("a mail address", "write mailto:a@x.org"),
    "[w](mailto:a@x.org?subject=b)": ("no mail address alone", "such as mailto:"),
    "[w](javascript:alert)": ("begins with javascript:", "https:// or mailto:|such an address"),
    "[w](data:text/html,x)": ("begins with data:", "such an address"),
    "[w](file:///c:/x)": ("begins with file:", "such an address"),
    "[w](tel:+44300)": ("begins with tel:", "such an address"),
    "[w](https://x.org/a b)": ("a space", "write %20"),
    "[w]( https://x.org )": ("a space around", "write (https://x.org)"),
    "[w](https://x.org/é)": ("no address", "address bar"),
    "[w](https://x)": ("no address", "address bar"),
    "[w](https://x.org/{n})": ("a figure", "address alone"),
    "[w]()": ("nowhere", "such as (https://"),
    "[ ](https://x.org)": ("no words", "write between [ and ]"),
    "[sic](so)": ("in brackets right behind", 'put a space before the "("'),
}


@pytest.mark.parametrize("text", FAULTS)
def test_an_address_that_leads_nowhere_is_told_with_a_next_step(text):
    said, hint = FAULTS[text]
    (fault,) = faults(text)
    assert said in fault.message
    assert any(part in fault.hint for part in hint.split("|"))
    if found := re.search(r"write ((?:https://|mailto:)\S+?)(?:;|$)", fault.hint):
        assert not list(faults(f"[w]({found[1]})"))


def test_an_address_is_printed_as_people_write_it():
    assert visible("https://www.example.org/a/") == "www.example.org/a"
    assert visible(B) == "board@example.org"
    for said in ("www.example.org/a", "https://example.org/a/", "EXAMPLE.org/a"):
        assert is_said_by(said, "https://www.example.org/a/")
    assert not is_said_by("example.org", "https://www.example.org/a/")


def problems(**more) -> list[str]:
    """What is said of the marks in a content."""
    own = {"contacts": figure(9)}
    data = {"board": "b", "title": "T", "period": "2017-18", "status": "final", "figures": own}
    data["sources"] = {"s": {"title": "Source", "publisher": "Publisher"}}
    data["sections"] = [{"heading": "H", "blocks": [{"kind": "text", "text": "W."}]}]
    content = Summary.model_validate({**data, **more})
    return [one.message for one in problems_in(content, Tree(Path("c.yaml"), []))]


LINKED = f"See [it]({A})"
BLOCKS = {
    "title": {"kind": "text", "title": LINKED, "text": "W."},
    "quotation": {"kind": "quotation", "text": LINKED, "who": "Parent"},
    "who": {"kind": "quotation", "text": "W.", "who": LINKED},
}


@pytest.mark.parametrize("where", ["heading", "label", "definition", "note", *BLOCKS])
def test_a_link_where_none_can_stand_is_an_error(where):
    if where == "heading":
        said = problems(sections=[{"heading": LINKED, "blocks": [BLOCKS["title"]]}])
    elif where in BLOCKS:
        said = problems(sections=[{"heading": "H", "blocks": [BLOCKS[where]]}])
    else:
        said = problems(figures={"a": figure(9, **{where: LINKED})})
    assert said and all("a link cannot stand" in one or "nor [a link]" in one for one in said)


def test_links_stand_in_running_text():
    item = {"text": LINKED, "what_changed": LINKED}
    blocks = [
        {"kind": "text", "text": f"{LINKED}\n\n- {LINKED}"},
        {"kind": "note", "text": LINKED},
        {"kind": "lessons", "items": [item, LINKED]},
        {"kind": "priorities", "items": [{"text": LINKED, "detail": LINKED}]},
        {"kind": "statistics", "items": [{"figure": "contacts", "what_changed": LINKED}]},
    ]
    assert problems(introduction=LINKED, sections=[{"heading": "H", "blocks": blocks}]) == []
    assert problems(introduction="See [it](https://x.org") != []
    assert problems(introduction="**One\n\ntwo**") != [], "bold ends in its own paragraph"


# What somebody said

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


def test_rules_read_the_words_of_a_link_alone():
    text = "Read [our reprot](https://www.x.org/77602/organization/three%20VERY)."
    content = summary(text, figures={"a": figure(77602)})
    asked_of = subject(content)
    told = {id: list(rule.find(asked_of)) for id, rule in BY_ID.items() if id != "unused"}
    assert [id for id, findings in told.items() if findings] == ["unknown-word"]
    (problem,) = found("link-words", summary("Click [here](https://www.x.org/)."))
    assert "does not say where it leads" in problem.message
    assert found("personal-data", summary("[Jo](mailto:jo.bloggs@x.org)")) != []


# On pages

LONG = "a-very-long/path/with/many/steps/and-some-hyphens/that-nobody/would-part/report.html"
ENTRIES = [f"entry number {n} of the list" for n in range(1, 41)]
TEXT = "\n".join(
    [
        f"Before, quite in the middle of a sentence, [the words of a link that goes on "
        f"over more than one line of its page]({A}),",
        f"and [the board]({B}), and [a report](https://www.example.org/{LONG}).",
        "We will:",
        *(f"- {entry}" for entry in ENTRIES),
        "",
        "The end.",
    ]
)
CONTENT = with_a_percentage(
    Summary.model_validate(
        {
            "board": "b",
            "title": "T",
            "period": "2017-18",
            "status": "final",
            "sections": [
                {
                    "heading": "Running",
                    "blocks": [
                        {"kind": "text", "text": TEXT},
                        {
                            "kind": "quotation",
                            "text": "'I am 15.\n\nI \"am\" heard.'",
                            "who": "Young person, 15",
                        },
                        {
                            "kind": "note",
                            "text": f"Said [so]({A}):\n- one\n- two",
                            "icon": "alert",
                        },
                    ],
                }
            ],
        }
    )
)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Each edition once."""
    found = {}
    for edition, purpose, fold in (
        ("board", "screen", ""),
        ("large-print", "screen", ""),
        ("leaflet", "screen", "half"),
        ("leaflet", "press", "half"),
        ("booklet", "office", ""),
    ):
        publication, data = written(edition, CONTENT, BOARD, purpose, fold)
        assert data, (edition, publication.misfits)
        found[f"{edition} {purpose}"] = data
    return found


@dataclass(frozen=True)
class Pressed:
    """A link of a file: its page, where it leads, what is said of it, and where it is."""

    page: int
    url: str
    said: str
    rect: list[float]
    corners: list[float]


def links_of(data: bytes) -> list[Pressed]:
    pdf = opened(data)
    return [
        Pressed(
            number,
            str(one.A.URI),
            str(one.Contents),
            [float(at) for at in one.Rect],
            [float(at) for at in one.get("/QuadPoints", [])],
        )
        for number, page in enumerate(pdf.pages)
        for one in page.get("/Annots", [])
    ]


def test_a_list_is_read_as_one_over_pages(made):
    for edition in ("board screen", "large-print screen"):
        tags = structure(made[edition])
        first = next(
            n for n, line in enumerate(tags) if line.endswith("entry number 1 of the list")
        )
        owner = tags[first - 3 : first + 1]
        assert [line.strip() for line in owner[1:]] == ["LI", "Lbl: •", f"LBody: {ENTRIES[0]}"]
        assert owner[0].strip() == "L"
        pages = [n for n, text in enumerate(text_of(made[edition])) if "entry number" in text]
        assert len(pages) > 1
        text = "\n".join(line.strip() for line in tags)
        assert text.count("LBody: entry number") == len(ENTRIES)
        between = tags[first : next(n for n, line in enumerate(tags) if "number 40" in line)]
        assert "L" not in {line.strip() for line in between}, "one list"
    assert b"/ListNumbering /Disc" in uncompressed(made["board screen"])


def uncompressed(data: bytes) -> bytes:
    out = BytesIO()
    opened(data).save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_entries_hang_below_one_another_and_large_print_is_large(made):
    for edition, least in (("board screen", 12), ("large-print screen", 18)):
        found = [line for page in lines(made[edition]) for line in page]
        entries = [line for line in found if line.words.startswith("entry number")]
        marks = [line for line in found if line.words == "•"]
        assert len(entries) == 40 and len(marks) == 42
        assert {round(one.left) for one in entries} == {round(entries[0].left)}
        assert min(one.size for one in [*entries, *marks]) >= least - 0.01
        assert marks[0].left < entries[0].left - 0.8 * least


def test_a_link_is_tagged_described_and_can_be_pressed_on_each_line(made):
    data = made["board screen"]
    tags = [line.strip() for line in structure(data)]
    assert "Link: the board" in tags and "Link: so" in tags
    placed = links_of(data)
    long = next(one for one in placed if one.said.startswith("the words of a link"))
    assert long.said.endswith(f"of its page: {A}") and long.url == A
    assert len(long.corners) == 16
    assert long.corners[1] > long.corners[9], "two lines, the upper one first"
    left, low, right, high = long.rect
    assert (left, right) == (min(long.corners[::2]), max(long.corners[::2]))
    assert (low, high) == (min(long.corners[1::2]), max(long.corners[1::2]))
    assert not any(one.corners for one in placed if one.url == B)
    assert verify(data).clean


def test_the_address_is_printed_for_a_screen_too_and_on_paper_nothing_can_be_pressed(made):
    for edition in made:
        text = "".join("".join(text_of(made[edition])).split())
        assert "theboard(board@example.org)" in text, edition
        assert f"areport(www.example.org/{LONG})" in text, edition
        assert "page(www.example.org/reports/2017-18)," in text, edition
        pressed = [one for one in links_of(made[edition]) if one.url == B]
        assert bool(pressed) is edition.endswith("screen")


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        (f"See [it]({A}) now.", "See it now. (www.example.org/reports/2017-18)"),
        (f"See [it]({A}).", "See it (www.example.org/reports/2017-18)."),
        (f"See [it]({A}) now:", "See it (www.example.org/reports/2017-18) now:"),
        (f"[Ask]({B}) [it]({A}) now.", "Ask (board@example.org) it now. (it: www.example.org/"),
        ("See [www.example.org](https://example.org/) now.", "See www.example.org now."),
    ],
)
def test_a_long_address_does_not_part_a_sentence(typed, set_, monkeypatch):
    monkeypatch.setattr(typography, "SHORT", 20)
    block = {"kind": "text", "text": typed}
    story = typeset(tell(Reader(summary(blocks=[block])), BOARD), "both")
    assert next(story.sections[0].blocks[0].said()).startswith(set_)


def test_a_link_of_few_words_is_never_parted():
    for linked in ("The", "the board's report", "more words than these three"):
        block = {"kind": "text", "text": f"{'word ' * 9}[{linked}]({A}) goes on."}
        story = typeset(tell(Reader(summary(blocks=[block])), BOARD), "both")
        text = story.sections[0].blocks[0].node.passages[0].text
        link = next(span.text for span in text if span.url)
        assert (" " in link) is (len(linked.split()) > 3)


def test_a_printed_address_ends_a_line_before_a_slash_or_a_full_stop(made):
    seen = [line.words for page in lines(made["leaflet press"]) for line in page]
    whole = f"(www.example.org/{LONG})"
    at = next(n for n, line in enumerate(seen) if "(www.example.org/a-very" in line)
    pieces = ["(" + seen[at].partition("(")[2]]
    while "".join(pieces) != whole and len(pieces) < 9:
        pieces.append(seen[at + len(pieces)].split(")")[0].split(" ")[0])
        pieces[-1] += ")" if "".join([*pieces, ")"]) == whole else ""
    assert "".join(pieces) == whole
    assert all(piece[0] in "/." for piece in pieces[1:]), pieces


def test_a_quotation_is_read_as_one_with_who_said_it_behind(made):
    for edition in ("board screen", "leaflet screen"):
        tags = [line.strip() for line in structure(made[edition])]
        at = tags.index("BlockQuote")
        assert tags[at + 1 : at + 4] == [
            "P: “I am 15.",
            "P: “I ‘am’ heard.”",
            "P: Young person, 15",
        ]


def test_a_link_that_goes_on_over_a_page_is_one_link(made):
    text = f"[{'words of a link ' * 260}]({A})".replace(" ]", "]")
    section = {"heading": "Long", "blocks": [{"kind": "text", "text": text}]}
    content = CONTENT.model_copy(update={"sections": []}).model_dump(exclude_unset=True)
    content = Summary.model_validate({**content, "sections": [section]})
    _, data = written("board", with_a_percentage(content), BOARD)
    pages = [one.page for one in links_of(data) if one.url == A]
    assert len(pages) == 2 and pages[0] + 1 == pages[1]
    assert len([line for line in structure(data) if line.strip().startswith("Link")]) == 1
    assert verify(data).clean


def test_what_leads_to_a_list_stays_with_it():
    told = tell(Reader(CONTENT), BOARD).sections[0].blocks[0]
    for parts in range(2, 12):
        cuts = [first for first, _ in divided(told, parts)]
        assert 1 not in cuts and cuts == sorted(set(cuts))
    short = f"One.\n\nWe will:\n\n- {LINKED}"
    block = {"kind": "text", "text": short}
    told = tell(Reader(summary(blocks=[block])), BOARD).sections[0].blocks[0]
    assert [first for first, _ in divided(told, 3)] == [0, 1]


def test_quotes_are_those_of_the_language():
    block = {"kind": "quotation", "text": "Tak.", "who": "Rodzic", "lang": "pl"}
    story = typeset(tell(Reader(summary(blocks=[block])), BOARD))
    assert list(story.sections[0].blocks[0].said()) == ["„Tak.”", "Rodzic"]


# Next year


def test_new_moves_no_address_and_no_words_of_others(content):
    block = (
        "      - kind: quotation\n        text: In 2017-18 I was heard.\n        who: Parent\n"
        "      - kind: text\n        text: |\n          In 2017-18, [we met](https://x.org/2017-18/a):\n"
        "          - in 2017-18\n"
    )
    changed(
        content, "\nsections:\n", f"\nsections:\n  - heading: New\n    blocks:\n{block}", "2017-18"
    )
    done = run("new", "2018-19", "--from", "2017-18")
    assert done.exit_code == 0, done.output
    text = (content / "2018-19.yaml").read_text(encoding="utf-8")
    assert "text: In 2017-18 I was heard." in text
    assert "In 2018-19, [we met](https://x.org/2017-18/a):\n          - in 2018-19\n" in text
    assert "this quotation is one of the 2017-18 summary" in done.output


# Mistakes


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


def test_a_long_address_in_a_long_paragraph_is_set_line_by_line():
    address = f"https://www.example.org{'/many-steps' * 9}"
    text = f"{'word ' * 60}{address} {'word ' * 40}"
    look = Look(Brand(BOARD), A4)
    made = lines_of(words(look, text, "body", element=Element("P")), 240)
    assert "".join("".join(one.said.split()) for one in made) == "".join(text.split())
    assert all(one.said for one in made)

"""Links in running text: as they are typed, where they may stand, what their address must be."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given

from hscb_report.summary.links import LINK, blanked, faults, is_said_by, visible
from hscb_report.summary.wording import Span, plain, references, spans, unread_markup
from rules import BY_ID, figure, found, subject, summary
from running_text import BLOCKS, LINKED, A, B, problems, say


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


def test_rules_read_the_words_of_a_link_alone():
    text = "Read [our reprot](https://www.x.org/77602/organization/three%20VERY)."
    content = summary(text, figures={"a": figure(77602)})
    asked_of = subject(content)
    told = {id: list(rule.find(asked_of)) for id, rule in BY_ID.items() if id != "unused"}
    assert [id for id, findings in told.items() if findings] == ["unknown-word"]
    (problem,) = found("link-words", summary("Click [here](https://www.x.org/)."))
    assert "does not say where it leads" in problem.message
    assert found("personal-data", summary("[Jo](mailto:jo.bloggs@x.org)")) != []

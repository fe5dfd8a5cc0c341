"""Quotes and apostrophes are set typographically, and words that belong together stand on one line;
what was typed stays in the content, and what is read are ordinary words.
"""

from __future__ import annotations

import re
from io import BytesIO
from types import SimpleNamespace

import hypothesis.strategies as st
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from reportlab.pdfbase.pdfmetrics import stringWidth

from hscb_report.brand import coverage, fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import SCALE
from hscb_report.editions.facts import facts_of
from hscb_report.page.breaking import fitted, held_together
from hscb_report.page.look import A4, Look
from hscb_report.page.text import _fragments
from hscb_report.page.text import words as made_words
from hscb_report.story.quotes import DOUBLE_PRIME, PRIME, QuoteMarks, set_quotes
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset, typeset_text
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.summary.wording import Span
from hscb_report.words.table import EN_GB, TABLES
from hscb_report.words.typography import NO_BREAK
from make import products, written
from seen import lines

WORDS = EN_GB.typography

SET = [
    ("Children's Reception Team", "Children’s Reception Team"),
    ("'deep-dive' audits", "‘deep-dive’ audits"),
    ('She said "yes".', "She said “yes”."),
    ('("in brackets")', "(“in brackets”)"),
    ("['so']", "[‘so’]"),
    ('a dash–"quoted"—and "on"', "a dash–“quoted”—and “on”"),
    ("pre-'Working Together'", "pre-‘Working Together’"),
    ("\"'Nested' quotes\" and '\"others\"'", "“‘Nested’ quotes” and ‘“others”’"),
    ("parents' views", "parents’ views"),
    ("'the parents' views' were heard", "‘the parents’ views’ were heard"),
    ("the '90s and the class of '98", "the ’90s and the class of ’98"),
    ("'47 enquiries' in all", "‘47 enquiries’ in all"),
    ("rock 'n' roll, 'tis so, give 'em time", "rock ’n’ roll, ’tis so, give ’em time"),
    ("a child 5'6\" tall", f"a child 5{PRIME}6{DOUBLE_PRIME} tall"),
    ("6' by 4\"", f"6{PRIME} by 4{DOUBLE_PRIME}"),
    ("\"Working Together 2018\" and 'Report 2018'", "“Working Together 2018” and ‘Report 2018’"),
    ('“Report 2018"', "“Report 2018”"),
    ("the under-5s' plans", "the under-5s’ plans"),
    ("HSCB's and it's", "HSCB’s and it’s"),
    ('"line one\n"line two"', "“line one\n“line two”"),
    ('see https://x.org/o\'brien?q="a"', "see https://x.org/o'brien?q=“a”"),
    ("'www.x.org/it's', o'brien@x.org.", "‘www.x.org/it's’, o'brien@x.org."),
    ("already ‘set’ and “set” – it’s", "already ‘set’ and “set” – it’s"),
    ("Mae'r adroddiad", "Mae’r adroddiad"),
]


def quoted(text: str) -> str:
    before, after, one, other = WORDS.quotes
    marks = QuoteMarks((before, after), (one, other), WORDS.apostrophe)
    return set_quotes(text, marks, WORDS.elided)


@pytest.mark.parametrize(("typed", "made"), SET)
def test_quotes_are_set_as_a_typographer_would(typed, made):
    assert quoted(typed) == made


@given(st.text(alphabet="ab s'\"5-–(“’”\n.,", max_size=40))
def test_each_letter_stays_one_and_no_straight_quote_is_left(typed):
    made = quoted(typed)
    assert len(made) == len(typed)
    assert not set("'\"") & set(made)
    assert quoted(made) == made
    for before, after in zip(typed, made, strict=True):
        assert before == after or (before in "'\"" and after in f"‘’“”{PRIME}{DOUBLE_PRIME}")


def test_the_fonts_have_every_mark_of_every_language():
    for words in TABLES.values():
        known = words.typography
        for marks in (known.quotes, *known.other_quotes.values(), (known.apostrophe,)):
            assert all(map(coverage.is_drawn, marks)), marks
    assert coverage.is_drawn(PRIME) and coverage.is_drawn(DOUBLE_PRIME)


def test_a_text_in_another_language_has_the_marks_of_that_language():
    section = {
        "heading": 'One "two"',
        "blocks": [
            {"kind": "text", "text": 'To "tak" 12 weeks', "lang": "pl"},
            {"kind": "text", "text": 'Mae\'r "ie"', "lang": "cy"},
        ],
    }
    summary = content().model_copy(update={"sections": (), "introduction": None})
    summary = Summary.model_validate(
        {**summary.model_dump(exclude_unset=True), "sections": [section]}
    )
    story = typeset(tell(Reader(summary), BOARD))
    assert story.sections[0].heading == "One “two”"
    assert ["".join(b.said()) for b in story.sections[0].blocks] == [
        "To „tak” 12 weeks",
        "Mae’r “ie”",
    ]


TOGETHER = [
    "31 March 2018",
    "31 March",
    "March 2018",
    "the LA",
    "12 weeks",
    "2 million",
    "£3.5 million",
    "Section 47",
    "page 3",
    "under 18",
    "1,333 [r]",
    "[x] not",
    "Dr Jones",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_belongs_together_is_bound(text):
    made = typeset_text(f"from {text} on", EN_GB)
    assert made == f"from {text.replace(' ', NO_BREAK)} on"
    assert typeset_text(made, EN_GB) == made


@pytest.mark.parametrize(
    "text", ["the child", "March past", "12 children", "a Section", "May be 5"]
)
def test_what_does_not_belong_together_is_not_bound(text):
    assert NO_BREAK not in typeset_text(text, EN_GB)


def test_a_year_of_a_date_takes_no_unit_with_it():
    made = typeset_text("after 31 March 2018 per 10,000, and 1200 per week", EN_GB)
    assert made.replace(NO_BREAK, "~") == "after 31~March~2018 per 10,000, and 1200~per week"


ADDRESS = "https://www.gov.uk/government/collections/statistics-looked-after-children"
TYPED = "It's a \"child's\" 'plan' of 31 March 2018 for the LA: 12 weeks under Section 47"
BOARD = Board.model_validate(
    {
        "name": "King's Board",
        "web": ADDRESS,
        "wordmark": ["King's", "Board"],
        "formats": "Don't wait",
    }
)


FOREIGN = "It's a \"child's\" 'plan'"


def content(shown: slice = slice(None)) -> Summary:
    """A content with straight quotes in every text that a page can have.

    Args:
        shown: which of its blocks.
    """
    when = {"period": "2017-18", "source": "s"}
    label = f"children: {TYPED}"
    figures = {
        "a": {"value": 900, "label": label, "lead": "it's", "name": TYPED, "noun": "it's", **when},
        "b": {"value": 450, "part_of": "a", "label": label, "definition": TYPED, **when},
        "c": {"value": 12, "symbol": "r", "label": label, "note": TYPED, **when},
        "d": {"value": None, "symbol": "x", "reason": TYPED, "label": label, **when},
        "e": {"value": 40, "unit": "percent", "label": label, **when},
    }
    items = [{"figure": "a", "what_changed": TYPED}, "b", "c"]
    blocks = [
        {"kind": "funnel", "figures": ["a", "b"], "title": TYPED},
        {"kind": "statistics", "items": items},
        {"kind": "share", "figure": "e"},
        {"kind": "part", "figure": "b"},
        {"kind": "compare", "items": ["a", "c"]},
        {"kind": "bars", "figures": ["a", "b", "c"]},
        {"kind": "trend", "series": ["t"]},
        {"kind": "note", "text": f"{TYPED}: '**{{c}}** weeks'"},
        {"kind": "text", "text": f"{FOREIGN}\n\n{FOREIGN}", "lang": "cy"},
        {"kind": "lessons", "items": [{"text": TYPED, "what_changed": TYPED}]},
        {"kind": "priorities", "items": [{"text": FOREIGN, "detail": FOREIGN, "lang": "pl"}]},
        {"kind": "table", "figures": ["a", "b", "d"]},
    ]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "The Board's 'report'",
            "period": "2017-18",
            "status": "draft",
            "printed": True,
            "introduction": TYPED,
            "sources": {"s": {"title": 'It\'s a "source"', "publisher": "King's", "note": TYPED}},
            "figures": figures,
            "series": {
                "t": {"label": "It's", "source": "s", "points": {"2017": 1, "2018": 2, "2019": 3}}
            },
            "sections": [
                {
                    "heading": TYPED,
                    "subtitle": TYPED,
                    "editorial": ["heading"],
                    "blocks": blocks[shown],
                }
            ],
        }
    )


def said(data: bytes) -> dict[str, str]:
    """All words of a file by where they are: on its pages, and in what describes it."""
    document = pypdfium2.PdfDocument(data)
    found = {"pages": "\n".join(p.get_textpage().get_text_range() for p in document)}
    with pikepdf.open(BytesIO(data)) as pdf:
        strings = [
            str(value)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary)
            for key, value in item.items()
            if key in ("/Alt", "/Title", "/Author", "/Subject", "/Contents", "/ActualText", "/Lang")
            and isinstance(value, pikepdf.String)
        ]
        found["described"] = "\n".join(strings)
    return found


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str, str], bytes]:
    """Every edition for screens and for a press."""
    found = {}
    for product in products("screen", "press"):
        few = slice(7, 11) if product[0] == "leaflet" else slice(None)
        publication, data = written(product[0], content(few), BOARD, *product[1:])
        assert data, (product, publication.misfits)
        found[product] = data
    return found


def test_no_straight_quote_stands_on_any_page_or_in_what_describes_it(made):
    for product, data in made.items():
        for where, text in said(data).items():
            left = [line for line in text.splitlines() if re.search("['\"]", line)]
            assert not left, (product, where, left)


def test_what_is_read_are_ordinary_words(made):
    for product, data in made.items():
        found = said(data)
        assert NO_BREAK not in "".join(found.values()), product
        words = " ".join(found["pages"].split())
        assert "31 March 2018" in words and "the LA" in words


def test_words_that_belong_together_never_part_at_a_line_end(made):
    for product, data in made.items():
        seen = [line.words for page in lines(data) for line in page]
        for before, after in zip(seen, seen[1:], strict=False):
            parted = f"{before.split()[-1]} {after.split()[0]}" if before and after else ""
            assert parted not in ("31 March", "March 2018", "the LA:", "12 weeks", "Section 47"), (
                product,
                before,
                after,
            )


def test_the_file_says_what_it_is_in_typographic_words(sample_facts):
    assert sample_facts.title == "King’s Board: The Board’s ‘report’ 2017-18"
    assert sample_facts.author == "King’s Board"
    attached = sample_facts.attachments[0].data
    text = attached.decode("utf-8") if isinstance(attached, bytes) else attached
    assert "It's a" in text and "’" not in text


@pytest.fixture
def sample_facts():
    loaded = SimpleNamespace(summary=content(), board=BOARD)
    return facts_of(loaded, Reader(content()), ["ua1", "a3a"])


def pieces(text: str, width: float) -> list[str]:
    """A text as lines that are certain to end where they do."""
    frags = fitted(_fragments(text, SCALE["body"], "ink"), width)
    made = [""]
    for frag in frags:
        if getattr(frag, "lineBreak", False):
            made.append("")
        else:
            made[-1] += frag.text
    return made


@given(st.floats(40, 400))
def test_an_address_ends_a_line_before_a_slash_or_a_full_stop(width):
    made = pieces(ADDRESS, width)
    assert "".join(made) == ADDRESS
    assert all(piece[0] in "/." for piece in made[1:])
    for piece in made:
        fits = stringWidth(piece, fonts.font_name("regular"), 12) <= width
        assert fits or not re.search(r"(?<=[^/:])[/.]", piece[1:])


@given(st.floats(5, 80))
def test_what_is_wider_than_its_place_is_let_go(width):
    text = f"on 31{NO_BREAK}March{NO_BREAK}2018"
    style = SCALE["body"]
    holds = fonts.width(text.split(" ")[1], style) <= width
    assert "".join(pieces(text, width)) == (text if holds else text.replace(NO_BREAK, " "))
    for line in fonts.wrap(text, style, max(width, 30)):
        assert fonts.width(line, style) <= max(width, 30) + 0.01


def test_two_words_hold_together_over_a_change_of_weight():
    spans = (Span("Attended by "), Span("400", bold=True), Span(" professionals"))
    frags = held_together(_fragments(spans, SCALE["body"], "ink"), 300.0)
    assert frags
    assert [frag.text for frag in frags] == ["Attended by ", "400", f"{NO_BREAK}professionals"]
    assert held_together(_fragments("alone", SCALE["body"], "ink"), 300.0) is None
    assert held_together(_fragments(spans, SCALE["body"], "ink"), 60.0) is None


@given(st.lists(st.sampled_from("a plan of the children safeguarding Board".split()), min_size=2))
def test_no_short_word_is_left_alone_where_another_line_has_room(words):
    text, style = " ".join(words), SCALE["body"]
    width = max(fonts.longest_word(text, style) + 1, 120.0)
    made = fonts.wrap(text, style, width)
    assert " ".join(made) == text
    if len(made) > 1 and " " not in made[-1] and fonts.width(made[-1], style) < fonts.SHORT * width:
        last = made[-2].split(" ")[-1]
        assert made[-2] == last or fonts.width(f"{last} {made[-1]}", style) > width


@given(
    st.lists(st.sampled_from("a plan of the children [c] safeguarding Board".split()), min_size=1),
    st.booleans(),
)
def test_a_paragraph_keeps_its_words_whole_and_leaves_none_alone(words, bold):
    text, look = " ".join(words), Look(Brand(BOARD, Purpose.SCREEN), A4)
    width = fonts.longest_word(text, SCALE["strong" if bold else "body"]) + 1
    spans = (Span(text[:3]), Span(text[3:], bold=True)) if bold else text
    paragraph = made_words(look, spans, "body")
    paragraph.wrap(width, 1000)
    broken = [
        " ".join(line[1]) if paragraph.blPara.kind == 0 else "".join(w.text for w in line.words)
        for line in paragraph.blPara.lines
    ]
    assert " ".join(broken).replace(NO_BREAK, " ").split() == words


def test_a_story_that_is_set_says_the_same_letters():
    story = tell(Reader(content()), BOARD)
    changed = str.maketrans("‘’“”„‚" + NO_BREAK, "''\"\"\"' ")
    for typed, set_ in zip(story.said(), typeset(story).said(), strict=True):
        assert set_.translate(changed) == typed.translate(changed)

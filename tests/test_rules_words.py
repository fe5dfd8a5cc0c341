"""Each rule about words: text that it finds, and text that is nearly so and is right."""

from __future__ import annotations

import pytest

from hscb_report.checks.prose import Sentence
from hscb_report.checks.rules.reading_age import reading_age
from hscb_report.checks.rules.spelling import british_form
from rules import BY_ID, figure, found, subject, summary, words

FINDS = [
    ("confused-words", "We work on insuring their wellbeing.", "insuring"),
    ("confused-words", "This will effect children.", "effect"),
    ("confused-words", "It had an affect on us.", "affect"),
    ("confused-words", "We share good practise.", "practise"),
    ("confused-words", "We seek legal advise early.", "advise"),
    ("confused-words", "Ask the Principle Social Worker.", "Principle"),
    ("confused-words", "The review was lead by an expert.", "lead"),
    ("confused-words", "There were more then before.", "then"),
    ("confused-words", "There were less referrals.", "less"),
    ("confused-words", "The amount of children rose.", "amount"),
    ("confused-words", "Families and there children.", "there"),
    ("confused-words", "They could of asked.", "of"),
    ("spelling", "The organization is new.", "organization"),
    ("spelling", "Our behavior policy.", "behavior"),
    ("spelling", "We recieved it.", "recieved"),
    ("spelling", "Color matters.", "Color"),
    ("capitals", "This is VERY IMPORTANT to us.", "VERY IMPORTANT"),
    ("capitals", "You must NOT wait.", "NOT"),
    ("capitals", "CHILDREN IN CARE", "CHILDREN IN CARE"),
    ("acronym", "Ask the LADO first.", "LADO"),
    ("acronym", "All ICPCs were timely.", "ICPC"),
    ("house-style", "About 40 per cent agreed.", "per cent"),
    ("house-style", "Some 5-10 people came.", "5-10"),
    ("house-style", "We held three meetings.", "three"),
    ("house-style", "Children aged 0-19yrs came.", "0-19"),
    ("long-sentence", "word " * 26, "this sentence has 26 words; 25 are easy to read"),
]


@pytest.mark.parametrize(("rule", "text", "said"), FINDS)
def test_found(rule, text, said):
    assert words(rule, text) == [said]


RIGHT = [
    ("confused-words", "We are insured against fire, and insuring buildings costs money."),
    ("confused-words", "We effect change, and the effect on families is real. It affects us all."),
    ("confused-words", "We practise what good practice is. They advise us; their advice helps."),
    (
        "confused-words",
        "The principal aim follows from the principle. They led, and lead. Then more came.",
    ),
    ("confused-words", "There is less time, and there needs to be more. Of course they could."),
    (
        "confused-words",
        "A large amount of money went to their children. There were fewer referrals.",
    ),
    (
        "spelling",
        "The size of the prize was seized by citizens. We organise, analyse and resize 3-size "
        "boxes.",
    ),
    ("spelling", "The Center for Behavior Research, and the World Health Organization."),
    (
        "spelling",
        "We practise; the court gave judgment; the programme has a dialogue about behaviour.",
    ),
    ("capitals", "HSCB, MASH and CAMHS met the NHS and the DfE. A&E sent 3 people."),
    ("capitals", "A GP saw I and A. An iPad was used. OFSTED came."),
    ("acronym", "The Local Authority Designated Officer (LADO) met. Ask the LADO."),
    ("acronym", "CSE (child sexual exploitation) is a crime. CSE is not a choice."),
    ("acronym", "The NHS, the BRD, a GP, part II and the UK."),
    (
        "house-style",
        "Two in five agreed, one or two did not, and two thirds of them were away. Three came.",
    ),
    (
        "house-style",
        "In 2017-18, on 3/4/2018, 40% came; call 01962 876230; one person, the two boards, 5 to "
        "10.",
    ),
    (
        "house-style",
        "See https://www.example.org/3-4 and Section 47; the percentage rose; one-to-one, two-way.",
    ),
    ("long-sentence", "word " * 25),
    ("long-sentence", "Some e.g. " + "word " * 12 + ". And " + "word " * 20),
    ("long-heading", "Words " * 30),
    ("reading-age", "The child sat in the room, and we spoke. " * 12),
]


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_right(rule, text):
    assert words(rule, text) == []


def test_a_heading_over_ten_words():
    ten = " ".join(["Words"] * 10)
    assert (
        found(
            "long-heading",
            summary(sections=[{"heading": ten, "blocks": [{"kind": "text", "text": "x"}]}]),
        )
        == []
    )
    content = summary(
        sections=[
            {
                "heading": f"{ten} more",
                "blocks": [{"kind": "text", "title": f"{ten} more", "text": "x"}],
            }
        ]
    )
    assert [p.key[-1] for p in found("long-heading", content)] == ["heading", "title"]
    assert found("long-heading", content, heading_words=11) == []


def test_the_board_has_words_of_its_own():
    assert words("acronym", "Ask the LADO.", dictionary=["LADO"]) == []
    assert words("spelling", "Our favorite program.", dictionary=["program"]) == ["favorite"]
    assert words("capitals", "We use SIGNSOFSAFETY.", dictionary=["SignsOfSafety"]) == []


def test_an_abbreviation_is_explained_where_the_reader_meets_it_first():
    """Definitions and tables stand behind the sections, whatever the order of the file."""
    late = {"kind": "text", "text": "The Local Authority Designated Officer (LADO) met."}
    early = {"kind": "text", "text": "Ask the LADO."}
    assert found("acronym", summary(blocks=[late, early])) == []
    assert [p.key[3] for p in found("acronym", summary(blocks=[early, late]))] == [0]


def test_titles_of_publications_are_not_explained():
    sources = {"s": {"title": "JTAI of QZBs: SFR61", "publisher": "HMICFRS", "note": "Of the QZX."}}
    assert [p.key[-1] for p in found("acronym", summary(sources=sources))] == ["note"]
    text = 'See "The Multi-Agency Response: JTAI Report" and ‘Growing Up in the QZB World’.'
    assert words("acronym", text) == []
    assert words("acronym", '"I asked the LADO to help," she said.') == ["LADO"]
    assert words("acronym", "The children's QZB and the board's LADO met.") == ["QZB", "LADO"]


def test_names_of_figures_are_not_read():
    names = ("two-in-five", "percent-on-plan", "aged-5-10", "per-cent", "four")
    text = "Of " + ", ".join(f"{{{name}}}" for name in names) + ", see https://x.org/per-cent."
    figures = {name: figure(9) for name in names}
    for style in ("gov-uk", "ons"):
        assert found("house-style", summary(text, figures=figures), style=style) == []


def test_house_styles_differ():
    text = "We held 3 meetings and four forums."
    assert words("house-style", text) == ["four"]
    assert words("house-style", text, style="ons") == ["3"]
    assert words("house-style", text, style="none") == []
    assert (
        words(
            "house-style",
            "In Year 7, on 3 March, 5% of 4 to 6 came with 4 million, at level 3.",
            style="ons",
        )
        == []
    )


@pytest.mark.parametrize(
    "rule", ["spelling", "confused-words", "house-style", "reading-age", "long-sentence", "acronym"]
)
def test_a_text_in_another_language_is_not_read_as_english(rule):
    text = "Our QZB center, insuring our organizational wellbeing, 5 per cent by 5 per cent: " * 9
    text += "and so on." * 20
    english, welsh = (
        summary(blocks=[{"kind": "text", "text": text, "lang": lang}]) for lang in ("en-GB", "cy")
    )
    assert found(rule, english, reading_age=7)
    assert found(rule, welsh, reading_age=7) == []


def test_words_with_z():
    assert {
        word: british_form(word)
        for word in (
            "prioritize",
            "safeguarding",
            "size",
            "sized",
            "citizenship",
            "horizon",
            "organizational",
            "realizing",
        )
    } == {
        "prioritize": "prioritise",
        "safeguarding": "",
        "size": "",
        "sized": "",
        "citizenship": "",
        "horizon": "",
        "organizational": "organisational",
        "realizing": "realising",
    }


def test_hard_text_is_found_at_its_hardest_sentence():
    hard = (
        "Multidisciplinary safeguarding arrangements necessitate proportionate, comprehensive and "
        "continuously reviewed interagency "
        "communication throughout the organisational infrastructure. "
    )
    content = summary("We met in May. " * 3 + hard * 4)
    (problem,) = found("reading-age", content)
    assert "reads at the age of" in problem.message
    (finding,) = BY_ID["reading-age"].find(subject(content))
    assert finding.words == "Multidisciplinary safeguarding arrangements"
    assert found("reading-age", summary(hard)) == []  # too little text to judge
    assert (
        found(
            "reading-age", summary("We met in May, and then we ate our lunch. " * 20), reading_age=7
        )
        == []
    )


def test_reading_age_is_the_formula():
    """Ten words, thirteen syllables, one sentence: grade 0.39 x 10 + 11.8 x 1.3 - 15.59 = 3.65, and
    five years before the first grade.
    """
    read = [Sentence("The children were at home with their mother and father.", 0, "")]
    assert reading_age(read) == pytest.approx(8.65)

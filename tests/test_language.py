"""A document is in the one language that the tool has words in; a text in it may be in another."""

from __future__ import annotations

import re

import pytest
from pikepdf import Dictionary

from hscb_report import build, check
from hscb_report.errors import ContentError
from hscb_report.summary.language import meant_by, tag_of
from mistakes import answered
from pdf import opened, structure, text_of

LINE = "language: en-GB"
NOTE = "      - kind: note\n        icon: place\n"
LESSONS = """
  - heading: Gwersi
    subtitle: Yr hyn a ddysgwyd
    lang: cy
    blocks:
      - kind: lessons
        items:
          - {text: Zapytaj najpierw dziecko., what_changed: Dzieci mówią pierwsze., lang: pl}
          - Ask the child first.
      - kind: priorities
        items:
          - {text: Gwrando ar blant, detail: Bob tro., lang: cy}
          - Earlier help
      - kind: note
        title: Po polsku
        text: Jeśli martwisz się o dziecko, powiedz komuś dzisiaj.
        icon: alert
        lang: pl
      - kind: text
        title: Yn Gymraeg
        text: >
          Mae'r adroddiad hwn ar gael yn Saesneg.


          Diolch i bawb, ac i **{conference-professionals}** arall.
        lang: CY
"""
"""A section whose words are Welsh and Polish, and English where they say nothing."""

SAID = [
    ("H2", "cy", "Gwersi"),
    ("P", "cy", "Yr hyn a ddysgwyd"),
    ("P", "pl", "Zapytaj najpierw dziecko."),
    ("P", "pl", "Dzieci mówią pierwsze."),
    ("P", "cy", "Gwrando ar blant"),
    ("P", "cy", "Bob tro."),
    ("H3", "pl", "Po polsku"),
    ("P", "pl", "Jeśli martwisz się o dziecko, powiedz komuś dzisiaj."),
    ("H3", "cy", "Yn Gymraeg"),
    ("P", "cy", "Mae’r adroddiad hwn ar gael yn Saesneg."),
    ("P", "cy", "Diolch i bawb, ac i 400 arall."),
]


def with_(sample, more: str, old: str = "") -> None:
    """The sample with a section more, or with a change."""
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, more, 1) if old else text + more, encoding="utf-8")


def in_languages(data: bytes) -> list[tuple[str, str, str]]:
    """Role, language and words of all elements that name a language."""
    found = [re.match(r" *(\w+) lang=([\w-]+): (.*)", line) for line in structure(data)]
    return [(one[1], one[2], " ".join(one[3].split())) for one in found if one]


@pytest.mark.parametrize("value", ["cy", "pl", "fr-CA", "Welsh", "zh-Hant", "xx", "[en-GB, cy]"])
def test_a_document_in_another_language_is_refused(sample, value):
    text = not value.startswith("[")
    said = "in English alone" if text else "not a language"
    hint = "write language: en-GB" + ("; beside a single text" if text else ", or remove the key")
    answered(sample, LINE, f"language: {value}", "language", "language:", said, hint)


@pytest.mark.parametrize("value", ["EN-gb", "en", "en-US", "english", "eng", "en_GB"])
def test_english_is_named_in_one_way(sample, value):
    said = "not how English is named"
    answered(sample, LINE, f"language: {value}", "language", "language:", said, "language: en-GB")


@pytest.mark.parametrize("value", ["", "null", '""', "12", "no", "{}"])
def test_no_language_is_none(sample, value):
    line = f"language: {value}"
    answered(sample, LINE, line, "language", "language:", "not a language", "or remove the key")


def test_what_the_next_step_says_works(sample):
    """In the words of the message: language: en-GB, and the lang that it names beside a text."""
    with pytest.raises(ContentError) as caught:
        with_(sample, "language: Welsh", LINE)
        check("2024-25", content=sample)
    (problem,) = caught.value.problems
    document, text = re.findall(r"lang(?:uage)?: [\w-]+", problem.hint)
    with_(sample, document, "language: Welsh")
    with_(sample, f"- {{text: Engagement, {text}}}\n", "- Engagement\n")
    check("2024-25", content=sample)
    assert text == "lang: cy"


def test_a_document_that_says_nothing_is_in_english(sample):
    with_(sample, "", f"{LINE}\n")
    data = build("2024-25", content=sample)[0].path.read_bytes()
    assert str(opened(data).Root.Lang) == "en-GB"


@pytest.mark.parametrize(
    ("edition", "purpose", "fold"),
    [
        ("board", "screen", None),
        ("large-print", "screen", None),
        ("booklet", "office", None),
        ("leaflet", "screen", "half"),
    ],
)
def test_the_tag_of_a_text_names_its_language(sample, edition, purpose, fold):
    with_(sample, LESSONS)
    made = build("2024-25", content=sample, editions=[edition], purpose=purpose, fold=fold)
    data = made[0].path.read_bytes()
    assert sorted(in_languages(data)) == sorted(SAID)
    assert str(opened(data).Root.Lang) == "en-GB"


def test_a_press_file_has_the_words_and_no_tags(sample):
    with_(sample, LESSONS)
    made = build("2024-25", content=sample, editions=["leaflet"], purpose="press", fold="half")
    data = made[0].path.read_bytes()
    assert "/StructTreeRoot" not in opened(data).Root
    assert "Gwrando ar blant" in " ".join(" ".join(text_of(data)).split())


def test_a_band_names_its_language_too(sample):
    """Priorities that open a section stand with its heading on a band."""
    with_(sample, "    blocks:\n      - kind: priorities\n", "    blocks:\n      - kind: events\n")
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "        items: [{figure: conferences, icon: speaker}]\n      - kind: priorities\n", ""
    )
    text = text.replace("What comes next\n", "Beth nesaf\n    lang: cy\n")
    path.write_text(text, encoding="utf-8")
    data = build("2024-25", content=sample)[0].path.read_bytes()
    assert in_languages(data) == [("H2", "cy", "Beth nesaf")]


def test_a_text_on_two_pages_is_one_element_in_one_language(sample):
    words = "Mae plant yn dweud wrthym beth sydd ei angen arnynt. " * 110
    long = f"\n  - heading: Llais\n    blocks:\n      - {{kind: text, lang: cy, text: {words}}}\n"
    with_(sample, long)
    data = build("2024-25", content=sample)[0].path.read_bytes()
    pdf = opened(data)
    (element,) = [
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and "/Lang" in one and one.get("/S") == "/P"
    ]
    assert len({kid.Pg.objgen for kid in element.K}) == 2
    ((role, lang, text),) = in_languages(data)
    assert (role, lang, text) == ("P", "cy", words.strip())


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("klingon", "a tag such as cy"),
        ("english", "write en-GB"),
        ("Welsh", "write cy"),
        ("cym", "write cy"),
        ("pol", "write pl"),
        ("pl_PL", "write pl-PL"),
        ("en-GB-", "a tag such as cy"),
        ("x-", "a tag such as cy"),
        ("x-mine", "a tag such as cy"),
        ("gb", "a tag such as cy"),
        ("cy cy", "a tag such as cy"),
        ("cy-u-ca", "a tag such as cy"),
        ("ｃｙ", "a tag such as cy"),
        ("no", 'put it in quotes: "no"'),
        ("yes", "write a language tag"),
        ('""', "or remove the key"),
        ("[cy]", "or remove the key"),
        ("12", "or remove the key"),
    ],
)
def test_what_is_no_language_is_refused(sample, value, hint):
    line = f"        lang: {value}\n"
    answered(sample, NOTE, NOTE + line, "lang", "lang:", "", hint)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("cy", "cy"),
        ("CY", "cy"),
        ("PT-br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("zh-HANT-hk", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("de-ch-1996", "de-CH-1996"),
        ("rom", "rom"),
        ("no", "no"),
    ],
)
def test_tags_are_kept_in_their_usual_form(written, tag):
    assert tag_of(written) == meant_by(written) == tag


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{kind: trend, series: looked-after}", "{kind: trend, series: looked-after, lang: cy}"),
        ("{kind: part, figure: plans-neglect}", "{kind: part, figure: plans-neglect, lang: cy}"),
        ("{figure: uasc, icon: arrival}", "{figure: uasc, icon: arrival, lang: cy}"),
        ("      - kind: priorities\n", "      - kind: priorities\n        lang: cy\n"),
        (LINE, f"{LINE}\nlang: cy"),
    ],
)
def test_where_lang_does_not_stand_the_places_are_named(sample, old, new):
    hint = "the heading of a section, the text of a text, note or quotation, a lesson or a priority"
    answered(sample, old, new, "unknown-key", "lang: cy", '"lang" is not a key', hint)


def test_a_board_has_no_language(sample):
    path = sample / "boards/anyshire.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "language: cy\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    (problem,) = caught.value.problems
    assert problem.place.file.name == "anyshire.yaml"
    assert "a year's content file says it" in problem.hint


def test_an_item_that_is_its_language_alone_needs_its_text(sample):
    old = "          - Engagement\n"
    answered(sample, old, "          - lang: cy\n", "missing-key", "lang", '"text"', "add text")


@pytest.mark.parametrize("lang", ["cy", "en-US", "fr"])
def test_rules_about_words_leave_other_languages_alone(sample, lang):
    words = (
        "The center of the color program is organized at 7-9 with 5 per cent, and two of the QZB "
        "were there to practise practice, of whom 2376 children referred."
    )
    about = {"spelling", "house-style", "acronym", "long-sentence", "confused-words"}

    def found() -> set[str]:
        return {
            one.code for one in check("2024-25", content=sample) if one.key[:2] == ("sections", 5)
        }

    section = f"\n  - heading: Words\n    blocks:\n      - kind: text\n        text: {words}\n"
    with_(sample, section)
    english = found()
    assert {"spelling", "house-style", "acronym", "typed-number"} <= english
    with_(sample, f"        lang: {lang}\n")
    assert found() == english - about, "numbers are numbers in every language"
    with_(sample, "        lang: en-GB\n", f"        lang: {lang}\n")
    assert found() == english


RATE = "  rate: {value: 45, unit: per-10000, label: r, period: 2024-25, source: summary}\n"


@pytest.mark.parametrize(
    ("form", "hint"),
    [("{deprived-areas:words}", "write {deprived-areas}"), ("{rate}", "write the number")],
)
def test_a_text_in_another_language_has_no_english_numbers(sample, form, hint):
    with_(sample, f"figures:\n{RATE}", "figures:\n")
    old = "  - heading: Plans and care\n"
    new = f"  - heading: Plant {form}\n    lang: cy\n"
    answered(sample, old, new, "no-words", "Plant", "prints English words", hint)


def test_letters_that_cannot_be_printed_are_refused_once(sample):
    with_(sample, "- {text: ہر بچے کی بات سنی جائے, lang: ur}\n", "- Engagement\n")
    with pytest.raises(ContentError) as caught:
        check("2024-25", content=sample)
    (problem,) = caught.value.problems
    assert problem.code == "no-letter"
    assert "other letters of this text" in problem.message
    assert "from left to right" in problem.hint

"""What a person has still to look at: listed, ticked off, and never published by accident."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from hscb_report import check
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary.left import left_in
from hscb_report.summary.load import load
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import read_yaml
from hscb_report.year.carry import new
from hscb_report.year.reviewing import keys_left, review
from year import EVERY, changed, keys, run

pytestmark = pytest.mark.slow

# What is listed


@pytest.mark.parametrize(
    ("folder", "source", "period"),
    [(ROOT / "content", "2017-18", "2018-19"), (EVERY, "2024-25", "2025-26")],
)
def test_every_word_is_listed_and_none_twice(folder, source, period, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(folder, content)
    new(period, source, content=content)
    loaded = load(period, content, icons.names())
    entries = left_in(loaded)
    seen = [one.path for entry in entries for one in entry.found]
    expected = {t.path for t in texts(loaded.summary)}
    assert expected <= set(seen)
    assert len(seen) == len(set(seen))
    assert all(entry.entry.why for entry in entries)
    assert len(entries) < len(expected) / 2  # short enough to be read


def test_what_is_listed_by_itself_says_why(content):
    path = content / "2017-18.yaml"
    changed_text = (
        path.read_text(encoding="utf-8")
        .replace(
            "    label: Distinct multi",
            "    definition: Those of at least 3 hours.\n    required: false\n"
            "    label: Distinct multi",
        )
        .replace("    publisher: Department", "    accessed: 2019-12-01\n    publisher: Department")
    )
    path.write_text(changed_text, encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    why = {one.key: one.why for one in review("2018-19", content=content).left}
    for key, words in {
        "title": "the words of 2017-18",
        "introduction": "the words of 2017-18",
        "printed": "is there a printed text of 2018-19?",
        "sections.0.heading": "“Two”, “five”",
        "sections.3.subtitle": "2014",
        "sections.1.blocks.2": "the words of 2017-18",
        "sections.5.blocks.0": "these lessons are those of the 2017-18 summary",
        "sections.8.blocks.0": "these priorities are those",
        "sections.4.editorial": "not in the printed text",
        "figures.courses.definition": "“3”",
        "figures.courses.required": "published without this number",
        "figures.foster-care.as_at": "was 30 June 2018",
        "series.looked-after.points": "ends in 2019",
        "sources.dfe-cla.accessed": "last year's source was read",
        "sources.summary.title": "do the numbers come from here again?",
        "accept.4": "outside-period is still accepted",
        "board": "address",
    }.items():
        assert words in why.pop(key), key
    rest = {"figures", "sections", "series", "sources"}
    assert rest <= set(why)
    assert not {key for key in why if key.startswith("sections.") and key.endswith("subtitle")}


def test_addresses_are_shown_too(content):
    board = content / "boards/hscb.yaml"
    text = board.read_text(encoding="utf-8")
    board.write_text(f'{text}\nphone: "01234 567890"\n', encoding="utf-8")
    new("2018-19", "2017-18", content=content)
    shown = {one.key: [words for _, words in one.words] for one in left_of(content)}
    assert shown["sources.dfe-cla.url"][0].startswith("https://")
    assert {"Hampshire Safeguarding Children Board", "01234 567890"} <= set(shown["board"])
    review("2018-19", done=["sources.dfe-cla.title"], content=content)
    assert "sources.dfe-cla.url" in keys(content)


def test_the_list_is_one_warning_and_no_rule(year):
    (found,) = [one for one in check("2018-19", content=year) if one.code == "review"]
    count = len(keys(year))
    assert found.message.startswith(f"{count} things are still to be looked at")
    assert found.hint == "hscb-report review 2018-19 lists them"
    assert found.place.source == "review:"
    assert run("check", "2018-19", "--strict").exit_code == 1
    changed(year, "\naccept:\n", "\naccept:\n  - {rule: review, reason: No time.}\n")
    with pytest.raises(ContentError, match='no rule named "review"'):
        check("2018-19", content=year)


def test_the_command_shows_every_word_with_its_line(year):
    done = run("review", "2018-19")
    assert done.exit_code == 0
    lines = (year / "2018-19.yaml").read_text(encoding="utf-8").split("\n")
    heading = lines.index("  - heading: Two in five contacts became a referral") + 1
    assert f"content/2018-19.yaml:{heading}: sections.0.heading\n" in done.output.replace("\\", "/")
    assert f"    {heading}: Two in five contacts became a referral\n" in done.output
    assert "Adopting a Family Approach" in done.output
    assert "To be supplied" not in done.output
    assert "reading-age is still accepted" in done.output
    assert "hscb-report review 2018-19 --done board" in done.output
    told = json.loads(run("review", "2018-19", "--format", "json").stdout)
    assert [one["key"] for one in told["left"]] == keys(year)
    assert told["left"][0]["words"][0]["text"] == "Hampshire Safeguarding Children Board"


# What counts as looked at


def test_words_that_were_changed_count_as_looked_at(year):
    before = keys(year)
    changed(year, "Two in five contacts became", "One in three contacts became")
    assert [key for key in before if key not in keys(year)] == ["sections.0.heading"]
    assert (
        "1 more thing was changed since, and counts as looked at" in run("review", "2018-19").output
    )
    changed(year, "One in three contacts became", "Two in five contacts became")
    assert keys(year) == before


@pytest.mark.parametrize(
    "words",
    [
        "Hampshire  has areas of affluence and",
        "hampshire has areas of Affluence and",
        "Hampshire has areas of affluence, and",
        "Hampshire has areas of **affluence** and",
        "Hampshire has areas of\n          affluence and",
    ],
)
def test_spaces_capitals_and_punctuation_are_no_change(year, words):
    before = words_at(year, "sections.1.blocks.2")
    changed(year, "Hampshire has areas of affluence and", words)
    (after,) = words_at(year, "sections.1.blocks.2")
    assert [after.casefold().count(word) for word in ("affluence", "neighbourhoods")] == [
        before[0].casefold().count(word) for word in ("affluence", "neighbourhoods")
    ]
    changed(year, words, f"{words} a coast and")
    assert not any("coast" in said for said in words_at(year, "sections.1.blocks.2"))


def test_of_a_text_that_was_changed_the_other_sentences_are_left(year):
    (whole,) = words_at(year, "introduction")
    changed(year, "children safe and insuring", "young people safe and insuring")
    (rest,) = words_at(year, "introduction")
    assert whole.endswith(rest)
    assert rest.startswith("The Board is a partnership")
    changed(year, "The Board is a partnership", "The Board was a partnership")
    assert "introduction" not in keys(year)


@pytest.mark.parametrize(
    "text",
    [
        "One two three. Four five six. Seven eight nine.",  # as it was
        "One two three; four five six - seven eight nine",
        "Seven eight nine. One two three. Four five six.",
        "One two three. Four five six. Now ten. Seven eight nine.",
        "One two three.\n\nFour five six.\n\nSeven eight nine.",
    ],
)
def test_sentences_that_were_moved_or_joined_are_found(content, text):
    old = "One two three. Four five six. Seven eight nine."
    changed(content, "\nsections:\n", f"\nsections:\n{told_in(old)}", "2017-18")
    new("2018-19", "2017-18", content=content)
    changed(content, f"text: {json.dumps(old)}", f"text: {json.dumps(text)}")
    left = " ".join(words_at(content, "sections.0.blocks.0")).casefold()
    assert all(word in left for word in "two five eight".split())
    assert "ten" not in left


def test_sentences_that_were_parted_are_found(content):
    old = "One two three. Four five six. Seven eight nine."
    changed(content, "\nsections:\n", f"\nsections:\n{told_in(old)}", "2017-18")
    new("2018-19", "2017-18", content=content)
    changed(content, told_in(old), told_in("One two three.") + told_in("Quite new."))
    changed(content, "title: Annual", "title: Four five six annual")
    changed(content, "\nintroduction: >\n", "\nintroduction: >\n  Four five six.\n")
    assert words_at(content, "sections.0.blocks.0") == ["One two three.", "Four five six."]


def told_in(text: str) -> str:
    """A section of one text."""
    return f"  - {{heading: A, blocks: [{{kind: text, text: {json.dumps(text)}}}]}}\n"


def test_a_figure_with_another_name_changes_no_word_of_a_text(year):
    assert "{deprived-areas:Words}" in (year / "2018-19.yaml").read_text(encoding="utf-8")
    before = {one.why: len(one.words) for one in left_of(year)}
    changed(year, "deprived-areas", "poor-areas")
    assert {one.why: len(one.words) for one in left_of(year)} == before


def test_a_block_is_left_until_its_last_word_is_changed(year):
    items = [
        "Adopting a Family Approach",
        "Strengthening our Assurance Programmes",
        "Engagement",
        "Leadership and Transformation",
    ]
    for number, item in enumerate(items):
        assert "sections.8.blocks.0" in keys(year)
        (block,) = [one for one in left_of(year) if one.key == "sections.8.blocks.0"]
        assert [words for _, words in block.words] == items[number:]
        changed(year, f"          - {item}\n", f"          - Our aim number {number}\n")
    assert "sections.8.blocks.0" not in keys(year)


def left_of(content: Path) -> list:
    return review("2018-19", content=content).left


def words_at(content: Path, key: str) -> list[str]:
    """The words that are left under a key."""
    return [said for one in left_of(content) if one.key == key for _, said in one.words]


def test_what_is_moved_is_found_again(year):
    changed(
        year,
        "\nsections:\n",
        "\nsections:\n  - heading: New\n    blocks: [{kind: text, text: Quite new.}]\n",
    )
    told = {one.key: one for one in left_of(year)}
    assert "sections.0.heading" not in told
    assert told["sections.1.heading"].has_moved
    assert told["sections.9.blocks.0"].words[0][1] == "Adopting a Family Approach"
    assert "it has been moved since the list was made" in run("review", "2018-19").output
    review("2018-19", done=["sections.1.heading"], content=year)
    assert "sections.1.heading" not in keys(year)
    assert "sections.2.blocks.2" in keys(year)


def test_words_that_changed_places_are_left(year):
    one, other = "Engagement", "Awareness, understanding and implementation of key policies and"
    for old, words in ((one, "KEPT"), (other, one), ("KEPT", other)):
        changed(year, old, words)
    words = {one.key: [said for _, said in one.words] for one in left_of(year)}
    assert len(words["sections.5.blocks.0"]) == 4  # the fifth has another word behind it
    changed(year, "Engagement procedures.", "Engagement")
    words = {one.key: [said for _, said in one.words] for one in left_of(year)}
    assert "Engagement" in words["sections.8.blocks.0"]


def test_an_entry_that_points_to_nothing_is_not_done(year):
    changed(
        year,
        "\nreview:\n",
        "\nreview:\n  - {at: sections > 77 > heading, why: Ask the police.}\n",
    )
    assert "sections.77.heading" in keys(year)
    assert "nothing stands there any more" in run("review", "2018-19").output
    assert run("review", "2018-19", "--done", "sections.77.heading").exit_code == 0
    assert "sections.77.heading" not in keys(year)


def test_a_figure_with_another_name_keeps_its_setting_listed(content):
    changed(content, "    value: 87\n", "    value: 87\n    required: false\n", "2017-18")
    new("2018-19", "2017-18", content=content)
    changed(content, "camhs-admissions", "admissions")
    assert "figures.admissions.required" in keys(content)
    changed(content, "    required: false\n", "")
    assert not [key for key in keys(content) if key.endswith("required")]


def test_a_list_that_was_taken_away_by_hand_is_a_persons_decision(year):
    text = (year / "2018-19.yaml").read_text(encoding="utf-8")
    head = text[: text.index("\nreview:\n")]
    for end in ("", "\nreview: []\n", "\nreview:\n", "\nreview: null\n"):
        (year / "2018-19.yaml").write_text(head + end, encoding="utf-8")
        assert keys(year) == []
        assert not [one for one in check("2018-19", content=year) if one.code == "review"]
    assert run("review", "2018-19").output.endswith("nothing is left to look at\n")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{at: title}", '"why" is missing'),
        ("{at: title, why: a, seal: 12}", "a list is needed"),
        ("{at: title, why: a, seal: abc}", '"abc" is no seal'),
        ("{at: title, why: a, seal: []}", "at least 1 are needed"),
        ("{at: sections > > heading, why: a}", "no place in the file"),
        ("{at: title, why: a, done: true}", '"done" is not a key'),
        ("title", "more keys are needed"),
    ],
)
def test_a_list_out_of_form_is_refused(year, entry, message):
    changed(year, "\nreview:\n", f"\nreview:\n  - {entry}\n")
    done = run("check", "2018-19")
    assert done.exit_code == 1
    assert message in done.output


# Ticking off


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_other_bytes_stay(year, ending, mark):
    file = year / "2018-19.yaml"
    text = mark + file.read_text(encoding="utf-8").replace("\n", ending)
    file.write_bytes(text.encode("utf-8"))
    gone = [
        line
        for line in text.splitlines(keepends=True)
        if "at: introduction, why" in line or "at: sections > 0 > heading" in line
    ]
    assert len(gone) == 2
    done = run("review", "2018-19", "--done", "introduction", "--done", "sections > 0 > heading")
    assert done.exit_code == 0
    assert "done: sections.0.heading: Two in five contacts became a referral\n" in done.output
    expected = text.replace(gone[0], "").replace(gone[1], "")
    assert file.read_bytes().decode("utf-8") == expected


@pytest.mark.parametrize(
    "layout",
    [
        "review:\n  - at: title\n    why: one\n  - at: introduction\n    why: two   # mine\n  # c\n"
        "  - {at: board, why: three}\n",
        "review: [{at: title, why: one}, {at: introduction, why: two}, {at: board, why: three}]\n",
        "review:\n- at: title\n  why: one\n-\n  at: introduction\n  why: two\n"
        "- {at: board, why: three}",
    ],
)
@pytest.mark.parametrize(
    "done", [["title"], ["introduction"], ["board"], ["title", "board"], ["introduction", "board"]]
)
def test_lists_laid_out_otherwise(content, layout, done):
    file = content / "2017-18.yaml"
    before = file.read_text(encoding="utf-8") + layout
    file.write_text(before, encoding="utf-8")
    review("2017-18", done=done, content=content)
    after = file.read_text(encoding="utf-8")
    kept = [key for key in ("title", "introduction", "board") if key not in done]
    assert keys(content, "2017-18") == kept
    assert after.startswith(before[: before.index("review:")])
    assert ("# mine" in after) == ("# mine" in layout)
    review("2017-18", done=kept, content=content)
    assert read_yaml(file).data.keys() == read_yaml(ROOT / "content/2017-18.yaml").data.keys()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("introducton", "did you mean introduction?"),
        ("sections.99.heading", 'there is no "sections.99.heading"'),
        ("sections.2", "one by one: sections.2.heading, sections.2.editorial"),
        ("sections.0.blocks.0", "ticked off already, or is looked at with sections"),
        ("sections.5.blocks.0.items.1.text", "off together: --done sections.5.blocks.0"),
        ("period", "ticked off already, or was never on it"),
        ("board,printed; sources", "--done board --done printed --done sources"),
        ("section.3.subtitle", "did you mean sections.3.subtitle?"),
        ("sections.33.subtitle", "lists what is left"),
        ("title", "ticked off already"),
        ("sections.0.heading", "has been changed since, and counts as looked at"),
        ("", 'there is no ""'),
    ],
)
def test_what_cannot_be_ticked_off(year, key, words):
    review("2018-19", done=["title"], content=year)
    changed(year, "Two in five contacts became", "One in three contacts became")
    before = (year / "2018-19.yaml").read_bytes()
    done = run("review", "2018-19", "--done", "introduction", "--done", key)
    assert done.exit_code == 2
    assert words in done.output
    assert (year / "2018-19.yaml").read_bytes() == before


def test_the_number_of_a_line_leads_to_its_key(year):
    (one,) = [one for one in left_of(year) if one.key == "introduction"]
    for typed in (str(one.place.line), f"content/2018-19.yaml:{one.place.line}"):
        done = run("review", "2018-19", "--done", typed)
        assert done.exit_code == 2
        assert done.output.endswith("has the key introduction: --done introduction\n")


def test_a_next_step_names_the_folder_where_it_is_another(year):
    other = year.rename(year.with_name("my content"))
    done = run("build", "2018-19", "--final", "--content", other)
    assert f'review 2018-19 --content "{other.name}" --done board\n' in done.output
    done = run("review", "2018-19", "--content", other)
    assert done.output.endswith(f'review 2018-19 --content "{other.name}" --done board\n')


def test_another_year_or_a_file_with_errors(year):
    done = run("review", "2019-20", "--done", "title")
    assert (done.exit_code, "there is no" in done.output) == (2, True)
    changed(year, "status: draft", "status: drft")
    assert run("review", "2018-19").exit_code == 1


def test_two_entries_for_one_place_go_together(year):
    changed(year, "\nreview:\n", "\nreview:\n  - {at: title, why: Ask the chair.}\n")
    assert keys(year).count("title") == 2
    review("2018-19", done=["title"], content=year)
    assert "title" not in keys(year)


def test_what_was_changed_goes_with_what_is_ticked_off(year):
    changed(year, "Two in five contacts became", "One in three contacts became")
    review("2018-19", done=["title"], content=year)
    assert "at: sections > 0 > heading" not in (year / "2018-19.yaml").read_text(encoding="utf-8")


def test_keys_are_completed(year):
    from hscb_report.cli.review import keys_starting

    class Context:
        params = {"period": "2018-19", "content": None}

    assert keys_starting(Context, "sections.8") == ["sections.8.blocks.0"]
    assert keys_left("2018-19", year) == keys(year)
    Context.params = {"period": None}
    assert keys_starting(Context, "s") == []


def test_the_lists_own_words_go_with_it_and_a_persons_stay(year):
    changed(year, "\nreview:\n", "\nreview:  # ours\n  # a person's\n")
    review("2018-19", done=keys(year), content=year)
    text = (year / "2018-19.yaml").read_text(encoding="utf-8")
    assert "# ours" in text
    assert "# a person's" in text
    assert "still to be looked at" not in text
    assert "--done KEY" not in text

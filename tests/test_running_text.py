"""Lists, links and quotations in the files of each edition: told, set, tagged, pressed."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest

from hscb_report.brand.brand import Brand
from hscb_report.page.look import A4, Look
from hscb_report.page.text import lines as lines_of
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.preflight.verify import verify
from hscb_report.story import typography
from hscb_report.story.division import divided
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from make import with_a_percentage, written
from pdf import opened, structure, text_of
from rules import summary
from running_text import BOARD, ENTRIES, LINKED, LONG, A, B
from seen import lines
from year import changed, run

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


def test_a_long_address_in_a_long_paragraph_is_set_line_by_line():
    address = f"https://www.example.org{'/many-steps' * 9}"
    text = f"{'word ' * 60}{address} {'word ' * 40}"
    look = Look(Brand(BOARD), A4)
    made = lines_of(words(look, text, "body", element=Element("P")), 240)
    assert "".join("".join(one.said.split()) for one in made) == "".join(text.split())
    assert all(one.said for one in made)

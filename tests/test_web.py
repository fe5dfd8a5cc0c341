"""The page on the web, in its written bytes."""

from __future__ import annotations

import base64
import csv
import dataclasses
import io
import json
import re
from html import unescape
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import HealthCheck, given, settings

from conftest import ROOT
from hscb_report import build
from hscb_report.artefacts import Material
from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.errors import ConformanceError
from hscb_report.pictures.gather import gather
from hscb_report.products import Order
from hscb_report.story.tell import tell
from hscb_report.story.typography import typeset
from hscb_report.summary.export import figures_csv
from hscb_report.summary.load import load
from hscb_report.summary.places import home_of
from hscb_report.summary.reading import Reader
from hscb_report.web import make
from hscb_report.web.compose import compose
from hscb_report.web.fonts import NAME, font_faces
from hscb_report.web.judge import faults, said_by
from page_html import Element, read
from strategies import ART, PARTNERSHIP, earlier, summaries

CONTENTS = {
    "summary": ("2017-18", "content"),
    "every-block": ("2024-25", "examples/every-block/content"),
    "children-in-care": ("2017-18", "examples/children-in-care/content"),
    "beside-england": ("2017-18", "examples/beside-england/content"),
}


NEAR = 400
"""So many letters behind what was said before it, a short word or number may stand."""


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pages, each built with all other editions."""
    folder = tmp_path_factory.mktemp("web")
    made = {}
    for name, (period, content) in CONTENTS.items():
        made[name] = build(
            period, content=ROOT / content, output=folder / name, editions=["web", "board"]
        )
    return made


@pytest.fixture(scope="module")
def pages(built):
    return {name: made[0].path.read_bytes() for name, made in built.items()}


@pytest.fixture(scope="module")
def stories():
    found = {}
    for name, (period, content) in CONTENTS.items():
        loaded = load(period, ROOT / content, icons.names())
        reader = Reader(loaded.summary, loaded.earlier, home=home_of(loaded.board))
        found[name] = typeset(tell(reader, loaded.board, gather(loaded)[0]))
    return found


def test_the_page_of_2017_18_is_light(pages):
    assert len(pages["summary"]) < 150 * 1024


@pytest.mark.parametrize("name", CONTENTS)
def test_it_says_all_that_the_story_says_in_its_order(name, pages, stories):
    """But for the description of a chart, which stands below the chart's numbers, and what is said
    of a row of a table, which stands below the row.
    """
    main = read(pages[name])
    text, at = bare(main.all("body")[0].text), 0
    described = {bare(one.text) for one in main.all("p", "described")}
    assert described
    for said in said_by(stories[name]):
        words = bare(said)
        if not words or words in described or words in bare(" ".join(described)):
            continue
        short = len(words) <= 12
        found = text.find(words, max(0, at - NEAR) if short else at)
        assert found >= 0, said
        at = at if short else found


@pytest.mark.parametrize("name", CONTENTS)
def test_each_chart_is_hidden_and_has_its_words_and_a_table(name, pages):
    charts = read(pages[name]).all("figure", "chart")
    assert charts
    for chart in charts:
        drawings = [one for one in chart.all("svg") if not one.all("use")]
        assert all(one.given["aria-hidden"] == "true" for one in drawings)
        if drawings:
            (description,) = chart.all("p", "described")
            assert description.text
            (table,) = chart.all("details")[0].all("table")
            assert table.all("th")[0].given["scope"] == "col"
            assert all(one.all("th")[0].given["scope"] == "row" for one in table.all("tr")[1:])


@pytest.mark.parametrize("name", CONTENTS)
def test_a_drawing_shows_numbers_of_its_own_chart_alone(name, pages):
    """Each number written in a drawing stands in the words or in the table of its chart."""
    count = 0
    for chart in read(pages[name]).all("figure", "chart"):
        told = re.sub(r"\s", "", chart.text)
        for drawing in chart.all("svg"):
            for one in drawing.all("text"):
                words = re.sub(
                    r"\s", "", "".join(part for part in one.inside if isinstance(part, str))
                )
                for number in re.findall(r"[\d,.]*\d", words):
                    count += 1
                    assert number in told, (number, told)
    assert count > 5


def dots(path: Element) -> int:
    return path.given["d"].count("h0")


def test_marks_are_counted_out(pages, stories):
    """As many squares and dots as the numbers say."""
    page = read(pages["summary"])
    wide = next(one for one in page.all("figure", "ring")[0].all("svg", "wide"))
    squares = [(one.kinds[0], dots(one)) for one in wide.all("path") if "q" in one.kinds]
    assert squares[0][1] == 950
    assert {count for _, count in squares[1:]} == {1294 - 950}
    field = page.all("svg", "dots")[0]
    assert sum(dots(one) for one in field.all("path")) == 776
    each = [sum(dots(one) for one in drawing.all("path")) for drawing in page.all("svg", "field")]
    assert each == [838, 9]


@pytest.mark.parametrize("name", CONTENTS)
def test_it_needs_nothing_from_elsewhere(name, pages):
    text = pages[name].decode("utf-8")
    assert not re.search(r'\b(?:src|srcset|poster|data)="(?!data:)', text)
    assert not re.search(r"url\((?!\"data:)|@import", text)
    assert "<script>" not in text
    (script,) = re.findall(r"<script[^>]*>", text)
    assert script == '<script type="application/ld+json">'


def test_the_figures_are_inside(pages):
    loaded = load("2017-18", ROOT / "content", icons.names())
    (link,) = [
        one for one in read(pages["summary"]).all("a") if one.given["href"].startswith("data:")
    ]
    head, data = link.given["href"].split(",", 1)
    assert head == "data:text/csv;charset=utf-8"
    reader = Reader(loaded.summary, home=home_of(loaded.board))
    assert unquote_to_bytes(data) == figures_csv(reader)
    assert link.given["download"] == "hscb-annual-report-summary-2017-18-figures.csv"
    rows = list(csv.DictReader(io.StringIO(unquote_to_bytes(data).decode("utf-8-sig"))))
    assert {"figure", "value", "source"} <= set(rows[0])


def test_it_leads_to_the_pdf_that_was_built_with_it(built, pages):
    page, board = built["summary"]
    (link,) = [one for one in read(pages["summary"]).all("a") if ".pdf" in one.given["href"]]
    assert link.given["href"] == board.path.name
    assert (page.path.parent / link.given["href"]).is_file()
    assert f"PDF, {board.pages} pages, {-(-board.size // 1024)} KB" in link.text


def test_a_page_alone_leads_to_no_pdf(tmp_path):
    (made,) = build("2017-18", content=ROOT / "content", output=tmp_path, editions=["web"])
    assert b".pdf" not in made.path.read_bytes()


def test_the_same_content_gives_the_same_bytes(pages, tmp_path):
    again = build("2017-18", content=ROOT / "content", output=tmp_path, editions=["board", "web"])
    assert again[1].path.read_bytes() == pages["summary"]


def test_the_fonts_are_subsets_with_a_name_of_their_own(pages):
    from fontTools.ttLib import TTFont

    fonts = re.findall(r'data:font/woff2;base64,([^"]+)"', pages["summary"].decode())
    assert len(fonts) == 3
    for data in fonts:
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        names = {one.nameID: str(one) for one in font["name"].names}
        assert "Source" not in " ".join(names[at] for at in (1, 4, 6))
        assert names[1].startswith(NAME)
        assert "Reserved Font Name" in names[0] and "Open Font License" in names[13]
        assert ord("a") in font.getBestCmap() and 0x416 not in font.getBestCmap()
    assert "SourceSans" not in pages["summary"].decode()


def test_letters_that_a_page_writes_are_in_its_fonts():
    from fontTools.ttLib import TTFont

    made = font_faces(frozenset("ŵżé–€"))
    for data in re.findall(r'base64,([^"]+)"', made):
        assert {*map(ord, "ŵżé–€")} <= TTFont(
            io.BytesIO(base64.b64decode(data))
        ).getBestCmap().keys()


def test_what_machines_are_told(pages):
    text = pages["summary"].decode()
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data = json.loads(told)
    assert data["@type"] == "Dataset"
    assert data["temporalCoverage"] == "2017-04-01/2018-03-31"
    assert data["creator"]["name"] == "Hampshire Safeguarding Children Board"
    meta = {
        one.given.get("property") or one.given.get("name"): one.given.get("content")
        for one in read(pages["summary"]).all("meta")
    }
    assert meta["og:title"] == "Annual Report Summary 2017-18"
    assert meta["description"].startswith("Hampshire Safeguarding Children Board (HSCB)")
    assert "robots" not in meta
    assert b'<meta name="robots" content="noindex">' in pages["every-block"]  # a draft


def material(summary, board=PARTNERSHIP, art=ART, before=None):
    reader = Reader(summary, before)
    loaded = load("2017-18", ROOT / "content", icons.names())
    loaded.__dict__.update(summary=summary, board=board)
    return Material(loaded, reader, tell(reader, board, art), "name")


@pytest.mark.slow
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(summaries())
def test_random_contents_give_sound_pages(summary):
    """The judge asks whether every word of the story is there."""
    (made,) = make.page("web", Order(("web",)), material(summary, before=earlier(summary)))
    page = read(made.data)
    assert len(page.all("h1")) == 1
    ids = [one.given["id"] for one in page.all("*") if "id" in one.given]
    assert len(ids) == len(set(ids))


HOSTILE = "<script>alert(1)</script> & \"quoted\" 'single' </style></title>"


def test_what_is_typed_is_words_and_nothing_else(tmp_path):
    """In headings, labels, alternative texts, names of places and in the data for machines."""
    text = (ROOT / "content/2017-18.yaml").read_text(encoding="utf-8")
    text = text.replace("heading: Mental health", f"heading: {json.dumps(HOSTILE)}", 1)
    text = text.replace("title: Annual Report Summary", f"title: {json.dumps(HOSTILE)}", 1)
    content = tmp_path / "content"
    content.mkdir()
    (content / "2017-18.yaml").write_text(text, encoding="utf-8")
    (content / "boards").mkdir()
    for file in (ROOT / "content/boards").iterdir():
        (content / "boards" / file.name).write_bytes(file.read_bytes())
    (made,) = build("2017-18", content=content, output=tmp_path / "out", editions=["web"])
    data = made.path.read_bytes()
    assert data.count(b"<script") == 1
    page = read(data)
    headings = [one.text for one in page.all("h2")]
    assert any("<script>alert(1)</script>" in heading for heading in headings)
    told = re.search(rb'ld\+json">(.*?)</script>', data, re.DOTALL)[1]
    assert "<script>alert(1)</script>" in json.loads(told)["name"]


PLANTED = {
    "no title": (r"<title>.*?</title>", "<title></title>", "no title"),
    "no language": (r'<html lang="en-GB">', "<html>", "language"),
    "a script": (r"</body>", "<script>x()</script></body>", "script"),
    "a handler": (r"<main>", '<main onclick="x()">', "onclick"),
    "a style of its own": (r"<main>", '<main style="color:red">', "attribute style"),
    "a picture from elsewhere": (
        r"</main>",
        '<img alt="x" src="https://example.org/x.png"></main>',
        "inside",
    ),
    "a picture without words": (
        r"</main>",
        '<img alt="" src="data:image/png;base64,"></main>',
        "alternative",
    ),
    "a drawing that is neither": (
        r"<svg class=\"icon\" aria-hidden=\"true\"",
        '<svg class="icon"',
        "hidden",
    ),
    "a changed style sheet": (r"</style>", "p{color:red}</style>", "policy"),
    "a second main heading": (r"</main>", "<h1>x</h1></main>", "main headings"),
    "a gap in the headings": (r"</main>", "<h2>x</h2><h4>x</h4></main>", "level 4"),
    "two of one name": (r"</main>", '<p id="about">x</p></main>', '"about"'),
    "a link to nowhere": (r'href="#s-2"', 'href="#nowhere"', "nowhere"),
    "a link to a file that is not there": (r'href="#s-2"', 'href="other.pdf"', "not built"),
    "a link that runs": (r'href="#s-2"', 'href="javascript:x()"', "leads to"),
    "a head without scope": (r'<th scope="row">', "<th>", "head of a table"),
    "something left open": (r"</main>", "<div></main>", "not the one that is open"),
    "a frame": (r"</main>", "<iframe></iframe></main>", "iframe"),
    "a lost sentence": (r"Adopting a Family Approach", "", "does not say"),
    "a lost cell": (r'<td class="value">77,602</td>', "", "other cells"),
    "a lost number": (r'<span class="number len-0">114</span>', "", "does not say"),
    "a label for nobody": (r'aria-labelledby="contents"', 'aria-labelledby="x"', "referred"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name, pages, stories, built):
    there, instead, said = PLANTED[name]
    beside = [built["summary"][1].path.name]
    text = pages["summary"].decode("utf-8")
    assert faults(text.encode(), stories["summary"], beside) == []
    changed, count = re.subn(there, lambda found: instead, text, count=1, flags=re.DOTALL)
    assert count == 1
    found = faults(changed.encode("utf-8"), stories["summary"], beside)
    assert any(said in one for one in found), found


def test_a_page_that_does_not_hold_is_not_written(monkeypatch, tmp_path):
    monkeypatch.setattr(make, "faults", lambda *given: ["it is broken"])
    with pytest.raises(ConformanceError, match="it is broken"):
        build("2017-18", content=ROOT / "content", output=tmp_path / "out", editions=["web"])
    assert not (tmp_path / "out").exists()


def test_links_of_the_text_lead_where_they_say(pages):
    links = {one.given["href"] for one in read(pages["every-block"]).all("a")}
    assert {"https://www.example.org/anyshire/survey"} & links


def test_words_of_another_language_say_so(stories):
    story = stories["summary"]
    section = dataclasses.replace(story.sections[1], lang="cy")
    told = dataclasses.replace(story, sections=(story.sections[0], section))
    loaded = load("2017-18", ROOT / "content", icons.names())
    page = read(compose(told, Brand(loaded.board), (), "{}", "x", "x"))
    heading = section.heading
    assert [one.given.get("lang") for one in page.all("h2") if one.text == heading] == ["cy"]
    assert [one.given.get("lang") for one in page.all("a") if one.text == heading] == ["cy"]


def test_a_brand_is_in_the_style(stories):
    loaded = load("2017-18", ROOT / "content", icons.names())
    brand = Brand(loaded.board, Purpose.SCREEN)
    data = compose(stories["summary"], brand, (), "{}", "x", "x").decode()
    assert f"--band:{brand.palette['band'].srgb.lower()}" in unescape(data)


def test_an_address_is_parted_as_on_paper_and_a_change_behind_its_number(pages):
    page = pages["children-in-care"].decode("utf-8")
    assert "/collections<wbr>/statistics" in page
    (table,) = read(pages["children-in-care"]).all("table", "differences")
    assert all(one.text.startswith(("Up ", "Down ")) for one in table.all("td", "change"))
    assert re.search(r'class="change">Up\xa0154 \(11%\)<', page)

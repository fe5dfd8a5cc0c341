"""All words of the tool itself stand in one table: a document in another language has no English.

A second table is made of the first, its letters Cyrillic. The content is Greek. A Latin letter in
what is made of both is a word that stands in neither.
"""

from __future__ import annotations

import ast
import csv
import dataclasses
import datetime as dt
import io
import json
import pkgutil
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pikepdf
import pytest

from conftest import ROOT
from hscb_report import produce
from hscb_report.artefacts import Material
from hscb_report.brand import icons
from hscb_report.pictures.gather import gather
from hscb_report.products import Order
from hscb_report.social.make import cards
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.keys import Names, Printed, held
from hscb_report.summary.load import Loaded, load
from hscb_report.summary.reading import Reader
from hscb_report.summary.time_spans import quarter_of
from hscb_report.web import make
from hscb_report.words import table
from hscb_report.words.table import EN_GB
from page_html import read
from pdf import text_of

pytestmark = pytest.mark.slow

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = str.maketrans(LATIN + LATIN.upper(), "αβκδεφγηιξκλμνοπχρστυβωξψζΑΒΚΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΥΒΩΞΨΖ")
CYRILLIC = str.maketrans(
    LATIN + LATIN.upper(), "абцдефгхийклмнопярстувшжызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЖЫЗ"
)
TAG = "en-XA"
"""What pseudo-locales are called."""

WORD = re.compile("[A-Za-z]+")
NO_WORD = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\[(?:[bceprxuz]|low)\]")
"""Addresses, and the symbols of the Government Statistical Service, which every language has."""


PARTS = [one.name for one in dataclasses.fields(EN_GB) if one.name != "language"]


def names(part: str) -> set[str]:
    """The words of a part of the table, by name."""
    return {name for name in dir(getattr(EN_GB, part)) if not name.startswith("_")}


class Marked:
    """A part of the table with its letters changed, but not those of what it is given.

    Attributes:
        asked: the names of the words that were asked for.
    """

    def __init__(self, part: Any) -> None:
        self.part = part
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.asked.add(name)
        return marked(getattr(self.part, name))


def marked(value: Any) -> Any:
    """A word, or what words are made by, in Cyrillic letters."""
    if isinstance(value, str):
        return value.translate(CYRILLIC)
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if isinstance(value, Mapping):
        return {key: marked(one) for key, one in value.items()}
    if callable(value):
        # What is put in is Greek or Cyrillic already, or a number: its letters stay.
        return lambda **given: marked(value(**given))
    raise TypeError(f"{value!r} is no word")


def pseudo() -> Any:
    """The second table."""
    parts = {name: Marked(getattr(EN_GB, name)) for name in PARTS}
    return dataclasses.replace(EN_GB, language=TAG, **parts)


def greek(text: str) -> str:
    """A text with its letters changed; the names of figures in it stay."""
    return "".join(
        part if part.startswith("{") else part.translate(GREEK)
        for part in re.split(r"(\{[^{}]*\})", text)
    )


def translated(summary: Summary) -> Summary:
    """A summary in Greek letters that says that it is in the second language."""
    data = summary.model_dump(exclude_unset=True)
    for one in held(summary):
        if isinstance(one.mark, Printed) or one.mark == Names("section"):
            *path, last = one.path
            where = data
            for key in path:
                where = where[key]
            where[last] = greek(one.value)
    for figure in data["figures"].values():
        if figure.get("period"):  # a quarter in other letters has no year before it
            quarter = quarter_of(figure["period"])
            figure["period"] = summary.period if quarter else greek(figure["period"])
    for series in data.get("series", {}).values():
        series["points"] = {greek(when): point for when, point in series["points"].items()}
    return Summary.model_validate(data | {"language": TAG, "accept": [], "review": []})


def greek_board(board: Board) -> Board:
    data = board.model_dump(exclude_unset=True)
    for key, value in data.items():
        if key in ("name", "short_name", "phone", "formats"):
            data[key] = greek(value)
        if key in ("wordmark", "address"):
            data[key] = [greek(line) for line in value]
        if key == "logo":
            data[key] = {**value, "alt": greek(value["alt"])}
        if key == "partners":
            data[key] = [{**one, "name": greek(one["name"])} for one in value]
    return Board.model_validate(data)


def changed(loaded: Loaded) -> Loaded:
    return dataclasses.replace(
        loaded,
        summary=translated(loaded.summary),
        board=greek_board(loaded.board),
        earlier={year: translated(one) for year, one in loaded.earlier.items()},
    )


def english(data: bytes) -> set[str]:
    """The Latin words on the pages of a file, in its tags, bookmarks, links and properties."""
    said = text_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary):
                keys = {"/Alt", "/ActualText", "/E", "/Contents", "/Desc", "/TU"}
                keys |= {"/Title"} if "/Dest" in one else set()  # a bookmark
                said += [str(one[key]) for key in keys if isinstance(one.get(key), pikepdf.String)]
        said += [str(pdf.docinfo[key]) for key in ("/Title", "/Subject", "/Author")]
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        said += re.findall(r"<rdf:li xml:lang[^>]*>([^<]*)<", packet)
        for spec in pdf.attachments.values():
            said += in_rows(spec.get_file().read_bytes())
    return {word for text in said for word in WORD.findall(NO_WORD.sub("", text))}


def in_rows(data: bytes) -> list[str]:
    """What the attached figures say, without the names by which machines know them."""
    named = {"figure", "bound", "unit", "symbol", "previous_symbol", "part_of", "url"}
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    return [value for row in rows for key, value in row.items() if key not in named]


def english_page(data: bytes) -> set[str]:
    """The Latin words of a page on the web, those that only machines and listeners get too."""
    page = read(data)
    (head,) = page.all("head")
    said = [page.all("body")[0].text, head.all("title")[0].text]
    said += [
        one.given["content"]
        for one in head.all("meta")
        if one.given.get("name") == "description"
        or one.given.get("property") in ("og:title", "og:description", "og:site_name")
    ]
    said += [one.given["aria-label"] for one in page.all("*") if "aria-label" in one.given]
    said += [
        "".join(part for part in one.inside if isinstance(part, str)) for one in page.all("text")
    ]
    told = json.loads("".join(map(str, head.all("script")[0].inside)))
    said += [told["name"], told["description"], told["creator"]["name"], *told["variableMeasured"]]
    return {word for text in said for word in WORD.findall(NO_WORD.sub("", text))} - {"PDF", "CSV"}


@pytest.fixture
def second_language(monkeypatch):
    monkeypatch.setitem(table.TABLES, TAG, pseudo())
    return table.TABLES[TAG]


def made(loaded: Loaded, edition: str = "board", purpose: str = "screen", fold: str = "") -> bytes:
    """An edition of a content in the second language."""
    art, _ = gather(loaded)
    loaded = changed(loaded)
    reader = Reader(loaded.summary, loaded.earlier)
    material = Material(loaded, reader, tell(reader, loaded.board, art), "name")
    maker = {"web": make.page, "social": cards}.get(edition, produce.pdf)
    return maker(edition, Order((edition,), purpose, fold or None), material)[0].data


@pytest.mark.parametrize(
    ("content", "period"),
    [("content", "2017-18"), ("examples/every-block/content", "2024-25")],
)
def test_nor_on_the_web(content, period, second_language):
    data = made(load(period, ROOT / content, icons.names()), "web")
    assert english_page(data) == set()
    assert re.search("[а-я]", read(data).text)
    assert second_language.web.asked >= {"skip", "contents", "downloads", "table_of"}


def test_nor_on_cards_and_beside_them(second_language):
    data = made(load("2024-25", ROOT / "examples/every-block/content", icons.names()), "social")
    text = re.sub(r"\S+\.png", "", data.decode("utf-8-sig"))
    assert set(WORD.findall(NO_WORD.sub("", text))) == set()
    assert second_language.social.asked >= {"card", "post", "title_of"}


@pytest.mark.parametrize(
    ("content", "period", "edition", "purpose", "fold"),
    [
        ("content", "2017-18", "board", "screen", ""),
        ("content", "2017-18", "leaflet", "press", "roll"),
        ("examples/every-block/content", "2024-25", "board", "screen", ""),
        ("examples/every-block/content", "2024-25", "large-print", "screen", ""),
        ("examples/every-block/content", "2024-25", "leaflet", "screen", "half"),
        ("examples/children-in-care/content", "2017-18", "booklet", "office", ""),
        ("examples/beside-england/content", "2017-18", "leaflet", "office", "z"),
    ],
)
def test_no_word_of_the_tool_stands_outside_the_table(
    content, period, edition, purpose, fold, second_language
):
    loaded = load(period, ROOT / content, icons.names())
    data = made(loaded, edition, purpose, fold)
    assert english(data) == set()
    assert re.search("[а-я]", " ".join(text_of(data)))


OTHERS = ("low", "high", "same", "near", "none")


def seldom() -> Loaded:
    """A content that makes the tool say what it seldom says."""

    def year(period: str, figures: dict[str, dict], **more: Any) -> dict:
        sources = {
            "s": {"title": f"Report {period}", "publisher": "P"},
            "t": {"title": "Other", "publisher": "P", "published": dt.date(2018, 5, 1)},
        }
        whole = {"a": {"value": 900}, "b": {"value": 950}}
        return {
            "board": "hscb",
            "title": "T",
            "period": period,
            "status": "final",
            "sources": sources,
            "figures": {
                name: {"label": name, "source": "s"}
                | ({} if "as_at" in one else {"period": period})
                | one
                for name, one in (whole | figures).items()
            },
            "sections": [{"heading": "H", "blocks": [{"kind": "table", "figures": ["a"]}]}],
        } | more

    five, day = {"value": 5}, dt.date(2017, 3, 31)
    gone = {"value": None, "symbol": "z", "reason": "Gone."}
    pairs = {
        "no-value": (five, gone),
        "breaks": (five, {"value": 6, "symbol": "b"}),
        "unit": ({"value": 5, "unit": "pounds"}, {"value": 6, "unit": "per-10000"}),
        "not-exact": (five, five | {"bound": "over"}),
        "defined": (five, five | {"definition": "All."}),
        "definition": (five | {"definition": "Some."}, five | {"definition": "All."}),
        "other-whole": (five | {"part_of": "a"}, five | {"part_of": "b"}),
        "one-whole": (five, five | {"part_of": "b"}),
        "place": (five, five | {"place": "ε"}),
        "source": (five, five | {"source": "t"}),
        "kinds": (five, five | {"as_at": day}),
        "same-day": (five | {"as_at": day}, five | {"as_at": day}),
        "days": (five | {"as_at": day}, five | {"as_at": dt.date(2017, 12, 1)}),
        "touching": (five | {"as_at": day}, five | {"as_at": dt.date(2017, 4, 1)}),
        "months": (five | {"as_at": "2017-03"}, five | {"as_at": "2017-12"}),
        "same-period": (five | {"period": "2015"}, five | {"period": "2015"}),
        "periods": (five, five | {"period": "April to June 2017"}),
        "same": (five, five),
        "point": ({"value": 5, "unit": "percent"}, {"value": 6, "unit": "percent"}),
        "little": ({"value": 1000}, {"value": 1001, "part_of": "whole"}),
        "whole": ({"value": 1003}, {"value": 1002}),
        "nearly": ({"value": 1002}, {"value": 1001, "part_of": "whole"}),
    }
    now_stands = {
        "as-now": {"value": 9664, "previous": {"value": 9861, "symbol": "r"}},
        "lower": {"value": 81, "unit": "percent", "previous": 85},
        "higher": {"value": 86, "unit": "percent", "previous": 85, "as_at": dt.date(2018, 3, 31)},
        "dearer": {"value": 86, "unit": "pounds", "previous": 85, "as_at": "2018-03"},
        "cheaper": {"value": 84, "unit": "pounds", "previous": 85},
        "unmoved": {"value": 84, "previous": 84},
        "lost": {"value": 84, "previous": gone},
        "broken": {"value": 84, "symbol": "b", "previous": 80},
    }
    points = {"2016": 5, "2017": 6, "2018": {"value": None, "symbol": "x", "reason": "No."}}
    moved = {
        "more": {"2016": 5, "2018": 6, "2019": 7},
        "less": {"2016": 6, "2018": 5},
        "same": {"2016": 5, "2018": 5},
    }
    rate = {"unit": "percent", "label": "rate"}
    beside = {
        "ours": {**rate, "value": 5, "beside": [f"rate-{one}" for one in OTHERS]},
        "low": {**rate, "value": 4, "place": "low"},
        "high": {**rate, "value": 6, "place": "high"},
        "same": {**rate, "value": 5, "place": "same"},
        "near": {**rate, "value": Decimal("5.2"), "place": "near"},
        "none": {**rate, **gone, "place": "none"},
        "late": {**rate, "value": 6, "place": "late", "as_at": dt.date(2016, 3, 31)},
    }
    beside = {f"rate-{name}": one for name, one in beside.items()}
    more = {
        "printed": True,
        "series": {
            name: {"label": name, "source": "t", "points": years}
            for name, years in {"p": points, "q": points, **moved}.items()
        },
        "sections": [
            {
                "heading": "How many",
                "editorial": ["heading"],
                "blocks": [
                    {"kind": "change", "figures": list(pairs), "since": "2016-17"},
                    {"kind": "trend", "series": ["p", "q"]},
                    {"kind": "statistics", "items": ["rate-ours"]},
                    {"kind": "bars", "by": "place", "figures": list(beside)},
                    *({"kind": "trend", "series": name} for name in moved),
                    {"kind": "statistics", "items": list(now_stands)},
                    {"kind": "text", "text": "In words: {same:words}, {little:Words}."},
                ],
            }
        ],
    }
    before = year("2016-17", {name: one for name, (one, _) in pairs.items()})
    shown = {name: one for name, (_, one) in pairs.items()} | beside | now_stands
    now = year("2017-18", shown, **more)
    return dataclasses.replace(
        load("2017-18", ROOT / "content", icons.names()),
        summary=Summary.model_validate(now),
        earlier={"2016-17": Summary.model_validate(before)},
    )


def test_nor_what_it_seldom_says(second_language):
    assert english(made(seldom())) == set()
    assert second_language.changes.asked == names("changes")
    assert second_language.places.asked == names("places")


PLANTED: dict[str, Callable[[Callable], Callable]] = {
    "hscb_report.editions.pages.footer": lambda kept: (
        lambda canvas, look, lefts, page: kept(canvas, look, lefts, "Planted")
    ),
    "hscb_report.story.describe._of": lambda kept: lambda *of: f"Planted {kept(*of)}",
    "hscb_report.pdf.canvas.ReportCanvas.bookmark": lambda kept: (
        lambda canvas, title, level, top: kept(canvas, f"Planted {title}", level, top)
    ),
    "hscb_report.page.linked.leading_to": lambda kept: lambda *of: f"Planted {kept(*of)}",
    "hscb_report.editions.facts.facts_of": lambda kept: (
        lambda *of: dataclasses.replace(kept(*of), subject="Planted")
    ),
    "hscb_report.summary.export._source": lambda kept: lambda *of: ["Planted", *kept(*of)[1:]],
}
"""Functions whose words come to a page, an alt text, a bookmark, a link, the properties and the
attached figures; and each with a word of its own.
"""


@pytest.mark.parametrize("where", PLANTED)
def test_a_word_that_stands_elsewhere_is_found(where, second_language, monkeypatch):
    monkeypatch.setattr(where, PLANTED[where](pkgutil.resolve_name(where)))
    loaded = load("2024-25", ROOT / "examples/every-block/content", icons.names())
    assert english(made(loaded)) == {"Planted"}


def test_no_word_of_the_table_is_dead():
    """Each is asked for somewhere outside the table, or by another word of it."""
    asked = {
        node.attr
        for path in (ROOT / "hscb_report").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    for path in (ROOT / "hscb_report").rglob("*.j2"):
        asked |= set(re.findall(r"\.(\w+)", path.read_text(encoding="utf-8")))
    for part in PARTS:
        assert names(part) <= asked

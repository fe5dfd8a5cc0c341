"""Random valid content, for the property tests."""

from __future__ import annotations

from io import BytesIO

import hypothesis.strategies as st
from PIL import Image

from hscb_report.brand import icons
from hscb_report.pictures.drawing import Drawing
from hscb_report.pictures.gather import Art
from hscb_report.pictures.photo import Photo, photo_of
from hscb_report.pictures.svg import drawing_of
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary

WORDS = (
    "children young people plan assessment the a of and safeguarding multi-agency unaccompanied "
    "responsibilities "
    "supervision Hampshire in to proportionate 2017-18 (LA) care &amp; <b> partnership "
    "counterintelligences".split()
)

BEFORE = "2016-17"
"""The year before that of the summaries."""

words = st.sampled_from(WORDS)


def texts(most: int):
    """One to ``most`` words."""
    return st.lists(words, min_size=1, max_size=most).map(" ".join)


values = st.one_of(
    st.integers(0, 12),
    st.integers(0, 99_999_999),
    st.sampled_from([0, 1, 100_000, 309_462, 12_345_678]),
)
long_or_short = st.one_of(texts(6), texts(14), texts(60))


times = st.sampled_from(
    [{"period": "2017-18"}] * 5 + [{"as_at": "2018-03"}, {"period": "Q4 2017-18"}]
)
previous = st.one_of(
    st.integers(0, 100),
    st.builds(
        lambda value, symbol, note: {"value": value, "symbol": symbol, "note": note},
        st.integers(0, 100),
        st.sampled_from(["r", "p", None]),
        st.one_of(st.none(), texts(9)),
    ),
    st.just({"value": None, "symbol": "x", "reason": "Not kept."}),
)
"""Last year's number as it stands now."""


@st.composite
def figure(draw, unit: str = "count"):
    """A figure of a unit; one in eight is missing."""
    data = {"label": draw(long_or_short), "source": "s", "unit": unit, **draw(times)}
    if draw(st.integers(0, 3)) == 0:
        data["previous"] = draw(previous)
    if draw(st.integers(0, 7)) == 0:
        return {
            **data,
            "value": None,
            "symbol": draw(st.sampled_from(["x", "c"])),
            "reason": draw(texts(12)),
        }
    value = draw(values) if unit == "count" else draw(st.integers(0, 100))
    lead = draw(st.one_of(st.none(), texts(5)))
    return {**data, "value": value, **({"lead": lead} if lead else {})}


lang = st.sampled_from([None, None, "cy", "pl"])
icon = st.one_of(st.none(), st.sampled_from(icons.names()))
width = st.sampled_from([None, None, "full", "two-thirds", "half", "third"])


class Builder:
    """Collects figures and series while blocks are drawn."""

    def __init__(self, draw) -> None:
        self.draw, self.figures, self.series = draw, {}, {}

    def figure(self, unit: str = "count", **more) -> str:
        name = f"f{len(self.figures)}"
        self.figures[name] = {**self.draw(figure(unit)), **more}
        return name

    def items(self, low: int, high: int) -> list[dict]:
        return [
            {k: v for k, v in {"figure": self.figure(), "icon": self.draw(icon)}.items() if v}
            for _ in range(self.draw(st.integers(low, high)))
        ]

    def narrowing(self, count: int) -> list[str]:
        amounts = sorted(self.draw(st.lists(values, min_size=count, max_size=count)), reverse=True)
        names: list[str] = []
        for amount in amounts:
            more = {"value": amount, "symbol": None, "reason": None}
            names.append(self.figure(**more, **({"part_of": names[-1]} if names else {})))
        return names

    def one_series(self) -> str:
        name = f"s{len(self.series)}"
        years = self.draw(st.integers(2, 14))
        points = {str(2010 + i): self.draw(values) for i in range(years)}
        if self.draw(st.booleans()):
            points["2011"] = {"value": None, "symbol": "x", "reason": "Not counted."}
        self.series[name] = {"label": self.draw(texts(8)), "source": "s", "points": points}
        return name

    def amount(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def figures_of(self, low: int, high: int) -> list[str]:
        return [self.figure() for _ in range(self.amount(low, high))]

    def entries(self, text, most: int, **more) -> list[dict]:
        return [
            {"text": self.draw(text), **{key: self.draw(one) for key, one in more.items()}}
            for _ in range(self.amount(1, most))
        ]

    def block(self) -> dict:
        kind = self.draw(st.sampled_from(sorted(KEYS)))
        return {
            "kind": kind,
            "width": self.draw(width),
            "title": self.draw(st.one_of(st.none(), texts(5))),
            **KEYS[kind](self),
        }


PICTURES = {
    name: {
        "file": f"{name}.png",
        "alt": "What is seen &amp; <b>",
        "credit": "Somebody " * 8,
        "licence": "CC0 1.0",
    }
    for name in ("wide", "high")
}
"""Pictures that any content may show; ``ART`` has them."""


def _photo(width: int, height: int) -> Photo:
    """A plain picture."""
    out = BytesIO()
    Image.new("L", (width, height), 90).save(out, "PNG")
    return photo_of(out.getvalue())


def _bar(width: int) -> Drawing:
    """A logo of one bar."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><rect width="{width}" height="20"/></svg>'
    return drawing_of(svg.encode())


ART = Art(
    {"colour": _bar(70)},
    {0: _bar(20), 2: _bar(300), 3: _bar(5)},
    {"wide": _photo(2700, 1400), "high": _photo(1300, 2600)},
)
PARTNERSHIP = Board.model_validate(
    {
        "name": "Hampshire Safeguarding Children Board",
        "logo": {"colour": "logo.svg"},
        "partners": [
            {"name": "One", "logo": "one.svg", "web": "https://example.org/"},
            {"name": "Two of a long name, in several words", "web": "https://example.org/two"},
            {"name": "Three", "logo": "three.svg"},
            {"name": "Four", "logo": "four.svg"},
        ],
    }
)
"""A board that has the logos of ``ART``."""

KEYS = {
    "funnel": lambda made: {"figures": made.narrowing(made.amount(2, 5))},
    "statistics": lambda made: {"items": made.items(1, 7)},
    "share": lambda made: {"figure": made.figure("percent")},
    "part": lambda made: {"figure": made.narrowing(2)[1]},
    "compare": lambda made: {"items": made.items(2, 4)},
    "trend": lambda made: {"series": [made.one_series() for _ in range(made.amount(1, 4))]},
    "bars": lambda made: {"figures": made.figures_of(2, 8)},
    "note": lambda made: {
        "text": made.draw(texts(40)),
        "icon": made.draw(icon),
        "lang": made.draw(lang),
    },
    "lessons": lambda made: {"items": made.entries(long_or_short, 15, icon=icon, lang=lang)},
    "events": lambda made: {"items": made.items(1, 9)},
    "priorities": lambda made: {"items": made.entries(texts(12), 9, lang=lang)},
    "table": lambda made: {"figures": made.figures_of(1, 12)},
    "change": lambda made: {"figures": made.figures_of(1, 6), "since": BEFORE},
    "text": lambda made: {
        "text": "\n\n".join(made.draw(st.lists(texts(200), min_size=1, max_size=4))),
        "lang": made.draw(lang),
    },
    "picture": lambda made: {"picture": made.draw(st.sampled_from(sorted(PICTURES)))},
    "partners": lambda made: {},
}
"""The keys of each kind of block."""


def before(summary: Summary) -> Summary:
    """The year before a summary, which its blocks may look back to: other values, some missing."""
    data, when = (
        summary.model_dump(exclude_none=True),
        {"period": BEFORE, "as_at": None, "previous": None},
    )
    figures = {
        name: {**figure, **when, "value": None, "symbol": "x", "reason": "Not kept."}
        if index % 5 == 4 or "value" not in figure
        else {**figure, **when, "value": figure["value"] * 2 // 3}
        for index, (name, figure) in enumerate(data["figures"].items())
    }
    sections = [{"heading": "Before", "blocks": [{"kind": "text", "text": "Words."}]}]
    made = {**data, "period": BEFORE, "figures": figures, "sections": sections, "series": {}}
    return Summary.model_validate(made)


def earlier(summary: Summary) -> dict[str, Summary]:
    """The years that its blocks look back to."""
    return {BEFORE: before(summary)}


@st.composite
def summaries(draw) -> Summary:
    """A whole summary."""
    builder = Builder(draw)
    sections = [
        {
            "heading": draw(texts(12)),
            "subtitle": draw(st.one_of(st.none(), texts(20))),
            "blocks": [builder.block() for _ in range(draw(st.integers(1, 4)))],
        }
        for _ in range(draw(st.integers(1, 5)))
    ]
    return Summary.model_validate(
        {
            "board": "hscb",
            "title": draw(texts(5)),
            "period": "2017-18",
            "status": draw(st.sampled_from(["draft", "final"])),
            "introduction": draw(st.one_of(st.none(), texts(90))),
            "sources": {"s": {"title": "Source", "publisher": "Publisher"}},
            "figures": builder.figures,
            "series": builder.series,
            "pictures": PICTURES,
            "cover": draw(st.sampled_from([None, None, None, {"picture": "wide"}])),
            "sections": sections,
        }
    )

"""Random valid content, for the property tests."""

from __future__ import annotations

from decimal import Decimal
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
from hscb_report.summary.units import UNITS

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


link = st.builds(
    "[{}](https://www.example.org/{})".format,
    texts(6),
    st.sampled_from(
        ["", "report", "a-long-path/with/many/steps/and-some-hyphens/to-a-report.html"]
    ),
)
passage = st.one_of(
    texts(200),
    st.lists(st.one_of(words, link), min_size=1, max_size=60).map(" ".join),
    st.lists(st.one_of(texts(40), link), min_size=1, max_size=7).map(
        lambda entries: "\n".join(f"- {entry}" for entry in entries)
    ),
)
"""A paragraph, one with links, or a list."""

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


def amounts(unit: str):
    """Numbers of a unit, some with a decimal, some below zero."""
    numbers = [st.integers(0, 100), st.integers(0, 999).map(lambda tenths: Decimal(tenths) / 10)]
    if UNITS[unit].below_zero:
        numbers.append(st.integers(-99_999, -1))
    return st.one_of(numbers)


def said_as(value, unit: str):
    """Whether a number is exact, and to what money is rounded; one in six is not."""
    bounds = [{"bound": "about"}]
    if value > 0:
        bounds += [{"bound": "under"}, *([{"bound": "over"}] if value < 100 else [])]
    shows = [{"show": "thousands"}] if unit == "pounds" and abs(value) >= 1000 else []
    return st.sampled_from([{}] * 5 * len(bounds) + bounds + shows)


units = st.sampled_from(["count"] * 8 + sorted(UNITS))


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
    value = draw(values if unit == "count" else amounts(unit))
    lead = draw(st.one_of(st.none(), texts(5)))
    return {
        **data,
        "value": value,
        **draw(said_as(value, unit)),
        **({"lead": lead} if lead else {}),
    }


PLACES = (
    {},
    {"place": "England"},
    {"place": "statistical neighbours"},
    {"place": "the counterintelligences of the partnership", "short": "plan"},
)
"""Of the board's own area, and of others."""

lang = st.sampled_from([None, None, "cy", "pl"])
icon = st.one_of(st.none(), st.sampled_from(icons.names()))
width = st.sampled_from([None, None, "full", "two-thirds", "half", "third"])


class Builder:
    """Collects figures and series while blocks are drawn."""

    def __init__(self, draw) -> None:
        self.draw, self.figures, self.series = draw, {}, {}

    def figure(self, unit: str = "count", **more) -> str:
        name, drawn = f"f{len(self.figures)}", self.draw(figure(unit))
        if "value" in more:  # which is given as it is
            drawn = {key: one for key, one in drawn.items() if key not in ("bound", "show")}
        self.figures[name] = {**drawn, **more}
        return name

    def items(self, low: int, high: int, unit: str = "") -> list[dict]:
        return [
            {k: v for k, v in {"figure": self.figure(one), "icon": self.draw(icon)}.items() if v}
            for one in [unit or self.draw(units) for _ in range(self.draw(st.integers(low, high)))]
        ]

    def narrowing(self, count: int) -> list[str]:
        amounts = sorted(self.draw(st.lists(values, min_size=count, max_size=count)), reverse=True)
        names: list[str] = []
        for amount in amounts:
            more = {"value": amount, "symbol": None, "reason": None, "bound": None}
            if self.draw(st.integers(0, 9)) == 0:
                more["bound"] = "about"
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

    def several_series(self, count: int) -> list[str]:
        """Series, at times of one measure in several places."""
        names = [self.one_series() for _ in range(count)]
        if self.draw(st.booleans()):
            for name, place in zip(names, self.draw(st.permutations(PLACES)), strict=False):
                self.series[name] |= {"label": "Children in care", **place}
        return names

    def bars(self) -> dict:
        """Bars of figures, at times named by their places, or one that stands out."""
        kind = self.draw(st.sampled_from(["plain", "strong", "place"]))
        if kind != "place":
            names = self.figures_of(2, 8, self.draw(units))
            return {"figures": names, **({"highlight": names[-1]} if kind == "strong" else {})}
        unit = self.draw(st.sampled_from(["count", "per-10000"]))
        label = self.draw(long_or_short)
        places = self.draw(st.permutations(PLACES))[: self.amount(2, 4)]
        names = [self.figure(unit, **{**place, "label": label}) for place in places]
        if unit == "per-10000":
            time = {key: self.figures[names[0]].get(key) for key in ("period", "as_at")}
            for name in names:  # what is not exact, or of another time, is not compared
                self.figures[name] |= {"bound": None, **time}
            self.figures[names[0]]["beside"] = names[1:]
        return {"figures": names, "by": "place"}

    def amount(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def figures_of(self, low: int, high: int, unit: str = "") -> list[str]:
        return [self.figure(unit or self.draw(units)) for _ in range(self.amount(low, high))]

    def entries(self, text, most: int, **more) -> list[dict]:
        return [
            {"text": self.draw(text), **{key: self.draw(one) for key, one in more.items()}}
            for _ in range(self.amount(1, most))
        ]

    def heads(self, count: int) -> list[str]:
        """So many heads, no two alike."""
        return [f"{self.draw(texts(5))} {at}" for at in range(count)]

    def grid(self) -> dict:
        """A grid, some of whose columns are parts of a whole."""
        wide = self.amount(1, 6)
        wholes = [
            self.figure(value=10**9 + 7, symbol=None, reason=None) if self.amount(0, 1) else None
            for _ in range(wide)
        ]
        return {
            "columns": self.heads(wide),
            "rows": [
                {
                    "label": label,
                    "figures": [self.figure(part_of=whole) for whole in wholes],
                }
                for label in self.heads(self.amount(1, 9))
            ],
            "totals": self.draw(st.sampled_from([None, "row", "column", "both"])),
            "show": self.draw(st.sampled_from(["both", "percent"])) if any(wholes) else "both",
        }

    def stack(self) -> dict:
        """A stack; its wholes have a rest, or none, and some are missing."""
        alike = self.amount(1, 5) if self.draw(st.booleans()) else 0
        rows = []
        for label in self.heads(self.amount(1, 4)):
            names = self.figures_of(alike or 1, alike or 5, "count")
            for name in names:  # bars are made of exact numbers
                self.figures[name].pop("bound", None)
            known = sum(self.figures[name]["value"] or 0 for name in names)
            rest = self.draw(st.sampled_from([0, 0, 1, known // 50, known]))
            gone = {"value": None, "symbol": "x", "reason": "Not counted."}
            total = {"value": known + rest, "symbol": None, "reason": None}
            whole = self.figure(**(gone if self.amount(0, 6) == 0 else total))
            rows.append({"label": label, "figures": names, "whole": whole})
        return {
            "rows": rows,
            "parts": self.heads(alike) if alike else None,
            "show": self.draw(st.sampled_from(["percent", "count"])),
        }

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
    "compare": lambda made: {"items": made.items(2, 4, "count")},
    "trend": lambda made: {"series": made.several_series(made.amount(1, 4))},
    "bars": lambda made: made.bars(),
    "note": lambda made: {
        "text": made.draw(st.one_of(texts(40), passage)),
        "icon": made.draw(icon),
        "lang": made.draw(lang),
    },
    "lessons": lambda made: {"items": made.entries(long_or_short, 15, icon=icon, lang=lang)},
    "events": lambda made: {"items": made.items(1, 9)},
    "priorities": lambda made: {"items": made.entries(texts(12), 9, lang=lang)},
    "table": lambda made: {"figures": made.figures_of(1, 12)},
    "change": lambda made: {"figures": made.figures_of(1, 6), "since": BEFORE},
    "grid": lambda made: made.grid(),
    "stack": lambda made: made.stack(),
    "text": lambda made: {
        "text": "\n\n".join(made.draw(st.lists(passage, min_size=1, max_size=4))),
        "lang": made.draw(lang),
    },
    "quotation": lambda made: {
        "text": "\n\n".join(made.draw(st.lists(texts(60), min_size=1, max_size=2))),
        "who": made.draw(texts(8)),
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
        for index, (name, figure) in enumerate(_exact(data["figures"]).items())
    }
    sections = [{"heading": "Before", "blocks": [{"kind": "text", "text": "Words."}]}]
    made = {**data, "period": BEFORE, "figures": figures, "sections": sections, "series": {}}
    return Summary.model_validate(made)


def _exact(figures: dict[str, dict]) -> dict[str, dict]:
    """Figures without what their own number allows, and another may not."""
    kept = {name: figure.copy() for name, figure in figures.items()}
    for figure in kept.values():
        for key in ("bound", "show"):
            figure.pop(key, None)
    return kept


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

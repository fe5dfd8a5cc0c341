"""Random valid content, for the property tests."""

from __future__ import annotations

import hypothesis.strategies as st

from hscb_report.brand import icons
from hscb_report.summary.document import Summary

WORDS = (
    "children young people plan assessment the a of and safeguarding multi-agency unaccompanied "
    "responsibilities "
    "supervision Hampshire in to proportionate 2017-18 (LA) care &amp; <b> partnership "
    "counterintelligences".split()
)

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


@st.composite
def figure(draw, unit: str = "count"):
    """A figure of a unit; one in eight is missing."""
    data = {"label": draw(long_or_short), "source": "s", "unit": unit, "period": "2017-18"}
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

    def block(self) -> dict:
        draw = self.draw
        kind = draw(
            st.sampled_from(
                [
                    "funnel",
                    "statistics",
                    "share",
                    "part",
                    "compare",
                    "trend",
                    "bars",
                    "note",
                    "lessons",
                    "events",
                    "priorities",
                    "table",
                    "text",
                ]
            )
        )
        make = {
            "funnel": lambda: {"figures": self.narrowing(draw(st.integers(2, 5)))},
            "statistics": lambda: {"items": self.items(1, 7)},
            "share": lambda: {"figure": self.figure("percent")},
            "part": lambda: {"figure": self.narrowing(2)[1]},
            "compare": lambda: {"items": self.items(2, 4)},
            "trend": lambda: {
                "series": [self.one_series() for _ in range(draw(st.integers(1, 4)))]
            },
            "bars": lambda: {"figures": [self.figure() for _ in range(draw(st.integers(2, 8)))]},
            "note": lambda: {"text": draw(texts(40)), "icon": draw(icon)},
            "lessons": lambda: {
                "items": [
                    {"text": draw(long_or_short), "icon": draw(icon)}
                    for _ in range(draw(st.integers(1, 15)))
                ]
            },
            "events": lambda: {"items": self.items(1, 9)},
            "priorities": lambda: {
                "items": [{"text": draw(texts(12))} for _ in range(draw(st.integers(1, 9)))]
            },
            "table": lambda: {"figures": [self.figure() for _ in range(draw(st.integers(1, 12)))]},
            "text": lambda: {
                "text": "\n\n".join(draw(st.lists(texts(200), min_size=1, max_size=4)))
            },
        }[kind]()
        return {
            "kind": kind,
            "width": draw(width),
            "title": draw(st.one_of(st.none(), texts(5))),
            **make,
        }


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
            "sections": sections,
        }
    )

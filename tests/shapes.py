"""Contents whose shapes are unlike that of 2017-18: what a leaflet must lay out as well."""

from __future__ import annotations

from typing import Any

from hscb_report.summary.document import Summary

INTRODUCTION = (
    "The Board brings together the council, the police, health services and schools, so that "
    "children in the area are safe and are known to be safe. This is what was done in the year."
)
LONG = (
    "children and young people aged 0 to 17 who were referred to children's social care by a "
    "school, a health visitor, the police or a member of the public, whose case was looked at "
    "within one working day, and of whom somebody has heard, in their own words and in a place of "
    "their own choice, how they would like things to be at home in a year from now"
)
LESSON = "Professionals share what they know early, and say plainly what they do not know {}."
TEXT = (
    "Partners met six times in the year, heard from young people each time, and changed what they "
    "do because of what was said. "
)


def figure(value: int | None, label: str, **more: Any) -> dict[str, Any]:
    """A figure of the year."""
    known = {"value": value} if value is not None else {"value": None, "symbol": "x"}
    known |= {} if value is not None else {"reason": "Not counted in this year."}
    return {"label": label, "source": "s", "period": "2017-18", **known, **more}


def summary(
    sections: list[dict[str, Any]],
    figures: dict[str, Any] | None = None,
    series: dict[str, Any] | None = None,
    introduction: str | None = INTRODUCTION,
    **more: Any,
) -> Summary:
    """A content of these sections."""
    return Summary.model_validate(
        {
            "board": "hscb",
            "title": "Annual Report Summary",
            "period": "2017-18",
            "status": "final",
            "introduction": introduction,
            "sources": {"s": {"title": "Annual Report 2017-18", "publisher": "the Board"}},
            "figures": figures or {},
            "series": series or {},
            "sections": sections,
            **more,
        }
    )


def section(heading: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A section of some blocks."""
    return {"heading": heading, "blocks": list(blocks), **more}


def statistics(*names: str) -> dict[str, Any]:
    """Big numbers."""
    return {"kind": "statistics", "items": [{"figure": name, "icon": "family"} for name in names]}


def lessons(count: int) -> dict[str, Any]:
    """So many lessons."""
    icons = ("policy", "parents", "cycle", "supervision", "conversation")
    items = [{"text": LESSON.format(i), "icon": icons[i % 5]} for i in range(1, count + 1)]
    return {"kind": "lessons", "items": items}


def priorities(count: int) -> dict[str, Any]:
    """So many priorities."""
    items = [f"Hear the voice of each child in its {i}. year" for i in range(1, count + 1)]
    return {"kind": "priorities", "items": items}


def text(paragraphs: int = 1) -> dict[str, Any]:
    """So many paragraphs."""
    return {"kind": "text", "text": "\n\n".join([TEXT * 2] * paragraphs)}


NUMBERS = {f"n{i}": figure(100 + 37 * i, f"children seen by service number {i}") for i in range(24)}
NESTED = {
    "a": figure(12840, "contacts"),
    "b": figure(4120, "became referrals", part_of="a"),
    "c": figure(610, "of these led to an investigation", part_of="b"),
}
YEARS = {
    f"y{i}": {
        "label": f"Children looked after, group {i}",
        "source": "s",
        "points": {str(2013 + k): 900 + 40 * k * (i + 1) for k in range(6)},
    }
    for i in range(4)
}

SHAPES: dict[str, Summary] = {
    "one section": summary(
        [section("What we did", statistics("n1", "n2"), text(), statistics("n3"), text())], NUMBERS
    ),
    "fifteen lessons": summary(
        [
            section("Numbers of the year", statistics("n1", "n2", "n3")),
            section("Lessons", lessons(15)),
            section("Priorities", priorities(4)),
        ],
        NUMBERS,
    ),
    "nine priorities": summary(
        [
            section("Contacts", {"kind": "funnel", "figures": ["a", "b", "c"]}),
            section("Numbers of the year", statistics("n1", "n2", "n3")),
            section("Lessons", lessons(4)),
            section("Priorities", priorities(9)),
        ],
        NUMBERS | NESTED,
    ),
    "only series": summary(
        [section(f"Over the years {i}", {"kind": "trend", "series": f"y{i}"}) for i in range(4)],
        series=YEARS,
    ),
    "no nested figures": summary(
        [section(f"Service {i}", statistics(f"n{2 * i}", f"n{2 * i + 1}")) for i in range(6)],
        NUMBERS,
    ),
    "only text": summary([section(f"Part {i}", text(1 + i % 2)) for i in range(5)]),
    "twenty sections": summary(
        [section(f"Service {i}", statistics(f"n{i}")) for i in range(20)], NUMBERS
    ),
    "a label of sixty words": summary(
        [
            section("Heard", statistics("long", "n1")),
            section("Contacts", {"kind": "funnel", "figures": ["a", "b", "c"]}),
            section("Seen", statistics("n2", "n3")),
            section("Lessons", lessons(5)),
        ],
        {"long": figure(3120, LONG)} | NUMBERS | NESTED,
    ),
    "two blocks": summary(
        [section("Numbers of the year", statistics("n1", "n2"), text())], NUMBERS
    ),
    "eight digits": summary(
        [
            section("Spent", statistics("m0", "m1", "m2", "m3")),
            section("Split", {"kind": "compare", "items": ["m4", "m5"]}),
            section("Parts", {"kind": "part", "figure": "mb"}),
            section("Rows", {"kind": "bars", "figures": ["m1", "m2", "m3"]}),
            section("All", {"kind": "table", "figures": ["m0", "m1", "m2", "m3", "m4", "m5"]}),
        ],
        {f"m{i}": figure(12345678 + 1111111 * i, f"pounds spent on item {i}") for i in range(6)}
        | {"mb": figure(11345678, "for children", part_of="m0")},
    ),
    "no priorities": summary(
        [
            section("Contacts", {"kind": "funnel", "figures": ["a", "b", "c"]}),
            section("Numbers of the year", statistics("n1", "n2", "n3", "n4")),
            section("Rows", {"kind": "bars", "figures": ["n5", "n6", "n7", "n8"]}),
            section("Lessons", lessons(6)),
            section("All", {"kind": "table", "figures": [f"n{i}" for i in range(12)]}),
        ],
        NUMBERS | NESTED,
    ),
    "a picture": summary(
        [
            section(
                "One in three contacts became a referral",
                {"kind": "funnel", "figures": ["a", "b", "c"]},
                subtitle="Contacts, referrals and investigations, 2017-18",
            ),
            section("Numbers of the year", statistics("n1", "n2", "n3", "n4")),
            section("Over the years", {"kind": "trend", "series": "y1"}),
            section("Seen", statistics("n5", "n6")),
            section("Lessons", lessons(5)),
            section("Priorities", priorities(4)),
        ],
        NUMBERS | NESTED,
        YEARS,
    ),
    "a missing number": summary(
        [
            section("Numbers of the year", statistics("n1", "missing", "n2")),
            section("Lessons", lessons(3)),
            section("Words", text(2)),
        ],
        NUMBERS | {"missing": figure(None, "children whose case was closed")},
    ),
}

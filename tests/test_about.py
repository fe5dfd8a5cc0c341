"""About the figures: every figure by section, what most share said once, nothing lost."""

from __future__ import annotations

import datetime as dt
import re
from types import SimpleNamespace

import hypothesis.strategies as st
import pytest
from hypothesis import given

from hscb_report.page.columns import INSIDE, Entry, Run, column_height, split
from hscb_report.page.facts import MOST_VALUE, _widths
from hscb_report.page.turning import _ends, _runs
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.words.table import EN_GB
from make import written
from pdf import structure
from seen import Line, lines

BOARD = Board.model_validate({"name": "The board itself", "web": "https://example.org"})
EDITIONS = ["board", "booklet", "large-print"]
DAY = dt.date(2018, 3, 31)
MAIN = {"title": "Main report", "publisher": "The board itself"}
OTHER = {
    "title": "Other statistics",
    "publisher": "An office",
    "url": "https://www.example.org/other",
    "licence": "Open licence",
    "published": dt.date(2018, 5, 4),
    "accessed": dt.date(2018, 6, 7),
    "note": "A note on the source.",
}


def figure(value: int | None = 7, source: str = "main", **more) -> dict:
    when = {} if "as_at" in more else {"period": "2017-18"}
    return {"value": value, "label": "children", "source": source, **when, **more}


def content(figures: dict, *sections: tuple[str, list[str]], **more) -> Summary:
    """A content whose sections show the figures named."""
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": "2017-18",
            "status": "final",
            "sources": {"main": MAIN, "other": OTHER},
            "figures": figures,
            "sections": [
                {"heading": heading, "blocks": [{"kind": "statistics", "items": names}]}
                for heading, names in sections
            ],
            **more,
        }
    )


def many() -> Summary:
    """Eighty figures in twelve sections."""
    figures, sections = {}, []
    for number in range(12):
        names = [f"f{number}-{i}" for i in range(6 + (number < 8))]
        for i, name in enumerate(names):
            time = {"as_at": DAY} if (number + i) % 5 == 2 else {}
            more = {"definition": "Counted once."} if (number + i) % 9 == 4 else {}
            label = "children seen and heard " * (1 + i % 4)
            figures[name] = figure(1000 * number + i, name=f"{label}{name}", **time, **more)
        sections.append((f"Section {number}", names))
    return content(figures, *sections)


entries = st.builds(
    Entry,
    height=st.floats(5, 60),
    space=st.floats(0, 12),
    header=st.sampled_from([0.0, 17.0]),
    keeps=st.booleans(),
)


@given(st.lists(entries, min_size=1, max_size=30))
def test_two_columns_are_even_and_part_no_heading_from_its_rows(run):
    made = split(run)
    left, right = run[: made.left], run[made.left :]
    assert made.height == pytest.approx(max(column_height(left), column_height(right)))
    assert not right or not left[-1].keeps
    whole = [n for n in range(1, len(run)) if not run[n - 1].keeps and not run[n].header]
    best = [max(column_height(run[:n]), column_height(run[n:])) for n in whole]
    assert made.height <= min(best, default=made.height) + 0.001


@given(st.lists(entries, min_size=1, max_size=30), st.data())
def test_a_piece_of_a_run_is_set_as_if_it_were_alone(run, data):
    start = data.draw(st.integers(0, len(run) - 1))
    end = data.draw(st.integers(start + 1, len(run)))
    piece, alone = Run(run).split(start, end), split(run[start:end])
    assert piece.left == alone.left
    assert (piece.height, piece.lower) == pytest.approx((alone.height, alone.lower))


@given(st.lists(entries, min_size=1, max_size=30))
def test_a_group_goes_over_to_the_right_only_where_that_is_worth_it(run):
    made = split(run)
    if made.left < len(run) and run[made.left].header:
        whole = [n for n in range(1, len(run)) if not run[n - 1].keeps and not run[n].header]
        best = [max(column_height(run[:n]), column_height(run[n:])) for n in whole]
        assert made.height + INSIDE <= min(best, default=made.height + INSIDE) + 0.001


@pytest.mark.parametrize(("counts", "left"), [([2, 4, 2], 3), ([6, 2], 7), ([9, 1], 7)])
def test_a_group_of_few_is_whole_in_one_column(counts, left):
    groups = [
        [Entry(20, 8, 0, True), *(Entry(20, 0, 20 if n else 0) for n in range(count))]
        for count in counts
    ]
    assert split([one for group in groups for one in group]).left == left


def test_a_page_is_no_fuller_for_a_column_that_is_empty():
    """A group alone is as high as two in two columns, and leaves the half of its height bare."""
    group = [Entry(20, 10, keeps=True), Entry(60), Entry(60, header=20)]
    assert (split(group).height, split(group).lower) == (140, 0)
    assert (split(group * 2).height, split(group * 2).lower) == (140, 140)
    counts = {"space": 10.0, "stretch": 0.0, "closes": 0.0, "gives": 0.0, "takes": 0.0}
    columns = object()
    atoms = [
        SimpleNamespace(
            **counts,
            height=one.height,
            header=0.0,
            entry=one,
            atom=SimpleNamespace(columns=columns, break_cost=0.0, keep_next=one.keeps),
        )
        for one in group * 3
    ]
    costs = {turn.end: turn.cost for turn in _ends(atoms, _runs(atoms), 0, 200.0)}
    assert costs[6] < costs[3]


def test_one_value_of_many_words_takes_no_room_from_the_names_of_others():
    wide = [30.0, 40.0, 120.0]
    assert _widths(250.0, wide, 70.0).value == 40.0
    assert _widths(250.0, [30.0, 120.0], 70.0).value == MOST_VALUE * 250.0  # half of them


def about(data: bytes) -> list[str]:
    """The structure of "About the figures"."""
    told = structure(data)
    return told[told.index("    H2: About the figures") :]


@pytest.mark.parametrize("edition", EDITIONS)
def test_eighty_figures_are_read_group_by_group(edition):
    summary = many()
    _, data = written(edition, summary, BOARD)
    said = "\n".join(about(data))
    at = 0
    for section in summary.sections:
        for text in [section.heading, *(item.figure for item in section.blocks[0].items)]:
            at = said.index(text, at)
    if edition != "large-print":
        assert len(re.findall("  Table$", said, re.MULTILINE)) == 12
        assert said.count("TH scope=Row") == 80


def columns(data: bytes) -> list[list[Line]]:
    """Page by page the left column and the right one, from top to bottom."""
    found = []
    for page in lines(data):
        for side in (0, 1):
            own = [line for line in page if (line.left > 295) == side and line.baseline > 60]
            found.append(sorted(own, key=lambda line: -line.baseline))
    return found


def test_no_heading_stands_at_the_foot_of_a_column():
    summary = many()
    _, data = written("board", summary, BOARD)
    headings = {section.heading for section in summary.sections}
    seen = 0
    for column in columns(data):
        for line, after in zip(column, [*column[1:], None], strict=True):
            if line.words.removesuffix(" (continued)") in headings and line.size < 11:
                seen += 1
                assert after is not None and after.size < 11, line
    assert seen >= 12


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_that_is_known_of_a_figure_is_lost(edition):
    figures = {
        "a": figure(1, name="The first", definition="What is counted."),
        "b": figure(2, name="The second", note="What to know.", as_at=DAY),
        "c": figure(None, symbol="x", reason="Lost in a flood.", name="The third"),
        "d": figure(4, "other", name="The fourth", symbol="p"),
        "e": figure(5, name="The fifth", period="2016-17"),
        "f": figure(6, name="The sixth"),
    }
    series = {
        "s": {
            "label": "A series",
            "definition": "Who is in it.",
            "source": "other",
            "points": {
                "2016": 11,
                "2017": {"value": None, "symbol": "c", "reason": "Too small."},
                "2018": {"value": 13, "symbol": "r"},
            },
        }
    }
    _, data = written(edition, content(figures, ("Told", ["a", "b"]), series=series), BOARD)
    said = re.sub(r"[\s-]+", "", " ".join(line.split(":", 1)[-1] for line in about(data)))
    for text in [
        *("The first", "The second", "The third", "The fourth", "The fifth", "The sixth"),
        *("What is counted.", "What to know.", "Lost in a flood.", "31 March 2018", "2016-17"),
        *("All are for 2017-18 and from", "Main report", "published by The board itself"),
        *("a day, a period or a source is named", "4 [p]", "[p] provisional", "[r] revised"),
        *("[x] not available", "[c] confidential", "A series", "Who is in it.", "2017: Too small."),
        *("Other figures", "Other statistics", "Published by An office on 4 May 2018"),
        *("read on 7 June 2018", "Open licence", "A note on the source.", "11", "13 [r]"),
        "www.example.org/other",
    ]:
        assert re.sub(r"[\s-]+", "", text) in said, text


def told(figures: dict, **more) -> str:
    """The first paragraph of "About the figures"."""
    summary = content(figures, ("Told", list(figures)[:1]), **more)
    found = tell(Reader(summary), BOARD).about
    assert found
    return "".join(span.text for span in found.paragraphs[0])


def test_what_most_figures_share_is_said_once_and_no_more_than_is_true():
    same = {"a": figure(), "b": figure()}
    lead = "Every figure in this summary."
    from_main = "from Main report, published by The board itself"
    assert told(same) == f"{lead} All are for 2017-18 and {from_main}."
    day = {**same, "c": figure(as_at=DAY)}
    assert told(day) == f"{lead} All are for 2017-18 and {from_main}, unless a day is named."
    days = {"a": figure(as_at=DAY), "b": figure(as_at=DAY)}
    assert told(days).startswith(f"{lead} All are of 31 March 2018 and {from_main}.")
    split_source = {"a": figure(), "b": figure(), "c": figure(source="other")}
    assert "unless a source is named" in told(split_source)
    differ = {
        n: figure(source=s, period=p) for n, s, p in [("a", "main", "2016"), ("b", "other", "2017")]
    }
    assert told(differ) == lead
    half = {n: figure(period=str(2010 + i)) for i, n in enumerate("abcd")}
    assert told(half) == f"{lead} All are {from_main}."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anyshire Safeguarding Children Board", "the Board"),
        ("Anyshire Safeguarding Children Partnership", "the Partnership"),
        ("Safer Anyshire", "Safer Anyshire"),
    ],
)
def test_a_publisher_that_made_the_summary_is_called_what_it_is(name, said):
    assert EN_GB.sources.the_body(name=name) == said


def test_a_reason_is_said_once_only_where_it_is_that_of_all():
    gap = {"symbol": "x", "reason": "The page is torn."}
    both = {"a": figure(None, **gap), "b": figure(None, **gap)}
    assert "[x] not available: the page is torn." in told(both)
    differ = {**both, "c": figure(None, symbol="x", reason="HSCB did not ask.")}
    assert told(differ).endswith("Symbols: [x] not available.")
    found = tell(Reader(content(differ, ("Told", ["a"]))), BOARD).about
    assert found
    reasons = [fact.reason for group in found.groups for fact in group.facts]
    assert reasons == ["The page is torn.", "The page is torn.", "HSCB did not ask."]


def test_what_all_figures_of_a_group_share_is_said_once_below_its_heading():
    other = {"definition": "Counted once.", "period": "2016-17", "source": "other"}
    figures = {f"f{i}": figure() for i in range(5)} | {"a": figure(**other), "b": figure(**other)}
    groups = tell(Reader(content(figures, ("Told", ["a", "b"]))), BOARD).about.groups
    assert groups[0].shared == "All: 2016-17, Other statistics. Counted once."
    assert [fact.about for fact in groups[0].facts] == ["", ""]
    assert groups[1].shared == ""
    figures["c"] = figure(**{**other, "period": "2015-16", "definition": "Counted twice."})
    (told, _) = tell(Reader(content(figures, ("Told", ["a", "b", "c"]))), BOARD).about.groups
    assert told.shared == "All: Other statistics, 2016-17, unless another time is named."
    assert [one.about for one in told.facts][1:] == ["Counted once.", "2015-16. Counted twice."]
    figures["d"] = figure()  # of the time that the opening names, so it names none itself
    (told, _) = tell(Reader(content(figures, ("Told", ["a", "b", "c", "d"]))), BOARD).about.groups
    assert told.shared == ""


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("value", [7, 99_999_999])
@pytest.mark.parametrize("symbol", [None, "p"])
def test_five_years_are_never_parted(edition, value, symbol):
    unit = "per-10000" if symbol and value > 7 else "count"
    points = {str(2014 + i): {"value": value, "symbol": symbol} for i in range(5)}
    series = {"s": {"label": "A series", "source": "other", "unit": unit, "points": points}}
    figures = {f"f{i}": figure() for i in range(1, 8)}
    _, data = written(edition, content(figures, ("Told", ["f1"]), series=series), BOARD)
    years = {
        (number, line.baseline)
        for number, page in enumerate(lines(data))
        for line in page
        if line.words.split()[0].rstrip(":") in points
    }
    assert len(years) in (1, 5)
    assert len({number for number, _ in years}) == 1


def test_large_print_never_runs_a_value_and_its_period_together():
    table = {"kind": "table", "figures": ["a", "b"]}
    figures = {"a": figure(114, name="A name"), "b": figure(9, as_at=DAY, name="B name")}
    summary = content(figures, sections=[{"heading": "Told", "blocks": [table]}])
    _, data = written("large-print", summary, BOARD)
    seen = [line.words for page in lines(data) for line in page]
    assert seen.count("114") >= 2 and seen.count("9") == 2, "one of them on the cover as well"
    assert {"31 March 2018", "31 March 2018."} <= set(seen) and "2017-18" in seen

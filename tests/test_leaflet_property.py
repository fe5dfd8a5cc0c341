"""Random contents as leaflets: nothing is lost in silence, no panel is blank, no icon or text
touches another, and every next step works when it is followed to the letter.

``HSCB_LEAFLETS=500`` tries as many contents, in three folds each.
"""

from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from covers import dots_in
from hscb_report.brand import icons
from hscb_report.charts.rows import SHARE, columns_of, pitch_of
from hscb_report.editions import laying, panels
from hscb_report.editions.imposition import LEAFLETS
from hscb_report.page.front import told_by_picture
from hscb_report.page.layout import height_of
from hscb_report.page.spacing import PANEL_FOOT
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.preflight.verify import verify
from hscb_report.products import STANDARDS
from hscb_report.story import scales
from hscb_report.story.tell import tell
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from leaflets import BOARD, SAID, collisions, followed, lost, made, marked
from pdf import objects, opened, picture, structure
from shapes import (
    NESTED,
    NUMBERS,
    SHAPES,
    figure,
    lessons,
    priorities,
    section,
    statistics,
    summary,
    text,
)
from strategies import ART, summaries

CONTENTS = int(os.environ.get("HSCB_LEAFLETS", "3"))


def judge(content, fold: str) -> bool:
    """Whether it is built; then all that it holds is accounted for, and what it is told helps."""
    one = made(content, fold)
    if one.data:
        assert lost(content, one) == [], fold
        assert collisions(one.data) == [], fold
        hints = [remark.hint for remark in one.publication.remarks]
    else:
        hints = [misfit.hint for misfit in one.publication.misfits]
        assert all(hints), one.publication.misfits
    for hint in dict.fromkeys(hints):
        if SAID.search(hint) or "--fold" in hint:
            changed, other = followed(content, hint)
            assert made(changed, other or fold).data, (fold, hint)
    return bool(one.data)


@pytest.mark.slow
@settings(
    max_examples=CONTENTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(summaries())
def test_nothing_is_lost_and_what_is_said_helps(content):
    for fold in LEAFLETS:
        judge(marked(content), fold)


@pytest.mark.parametrize("fold", ["roll", "half"])
@pytest.mark.parametrize("shape", SHAPES)
def test_contents_unlike_that_of_2017_18(shape, fold):
    assert judge(marked(SHAPES[shape]), fold) or (shape, fold) == ("twenty sections", "half")


def test_a_list_that_is_higher_than_a_panel_goes_on_over_the_next():
    pages = made(summary([section("Lessons", lessons(30))]), "roll").pages
    headed = sum("Lessons" in page for page in pages)
    assert headed > 1
    assert sum("Lessons(continued)" in page for page in pages) == headed - 1
    for number in range(1, 31):
        assert sum(f"donotknow{number}." in page for page in pages) == 1


def test_blocks_that_are_measured_one_by_one_are_as_high_as_together(monkeypatch):
    """To the point: what is said to fit must fit."""
    added_up, compared = laying.Laying._added_up, []

    def both(self, role, piece):
        size, whole = added_up(self, role, piece), self._as_a_whole(role, piece)
        compared.append((size.gap, size.height) == pytest.approx((whole.gap, whole.height)))
        return size

    monkeypatch.setattr(laying.Laying, "_added_up", both)
    for shape in ("one section", "no priorities"):
        for fold in ("roll", "half"):
            made(SHAPES[shape], fold)
    share = {
        "kind": "share",
        "figure": "p",
    }  # whose unit stands in the heading, if that is above it
    figures = {"p": figure(43, "of plans", unit="percent")}
    made(summary([section("Shares", share, text(), share)], figures), "half")
    assert len(compared) > 10
    assert all(compared)


def test_what_was_measured_too_low_is_not_drawn_over_the_edge(monkeypatch):
    """A panel that turns out too full when it is set is not written."""
    size = laying.Laying._size
    monkeypatch.setattr(
        laying.Laying,
        "_size",
        lambda self, role, piece: replace(size(self, role, piece), height=1.0),
    )
    one = made(SHAPES["fifteen lessons"], "roll")
    assert not one.data
    assert {misfit.dimension for misfit in one.publication.misfits} == {"high"}
    assert all(misfit.hint for misfit in one.publication.misfits)


def test_type_is_larger_where_there_is_little_to_say():
    sizes = {}
    for name in ("two blocks", "twenty sections"):
        (page,) = [
            one for one in made(SHAPES[name], "roll").publication.pages if one.name == "back"
        ]
        sizes[name] = page.paper.zoom
    assert sizes["two blocks"] > sizes["twenty sections"] >= 0.76


def test_what_asks_for_nothing_else_is_told_with_what_would_help(monkeypatch):
    """A table for which there is no room, and the block that could go in its place."""
    figures = [f"n{i}" for i in range(16)]
    content = marked(
        summary(
            [
                *(section(f"Part {i}", text(4)) for i in range(3)),
                section("Words", text(8)),
                section("All", {"kind": "table", "figures": figures}),
                section("Priorities", priorities(5)),
            ],
            NUMBERS,
        )
    )
    one = made(content, "roll")
    (remark,) = [one for one in one.publication.remarks if one.code == "left-out"]
    assert remark.key == ("sections", 4, "blocks", 0)
    assert remark.message.endswith("block 1 (table) is not in the leaflet, for want of room")
    changed, _ = followed(content, remark.hint)
    again = made(changed, "roll")
    assert "fig15q" in "".join(again.pages)
    assert all(remark.key != one.key for one in again.publication.remarks)
    plans = []
    monkeypatch.setattr(
        "hscb_report.editions.leaflet.remarks", lambda *of: plans.append(of[0]) or ()
    )
    assert lost(content, made(content, "roll")), "what is not told is found"
    (plan,) = plans
    back, measure = plan.laying.spaces[-1], plan.laying.paper("back").measure
    foot = height_of(plan.laying.foot(plan.shown, Element("Div")), measure)
    assert back.taken == foot + PANEL_FOOT, "the foot says so too, and has room for that"


def test_a_table_stays_where_there_is_room():
    content = marked(
        summary(
            [
                section("Numbers", statistics("n1", "n2")),
                section("All", {"kind": "table", "figures": ["n1", "n2", "n3"]}),
                section("Lessons", lessons(3)),
                section("Priorities", priorities(3)),
            ],
            NUMBERS,
        )
    )
    for fold in LEAFLETS:
        assert "fig3q" in "".join(made(content, fold).pages)


def test_a_lost_block_and_a_blank_panel_are_found(monkeypatch):
    """The faults that the tests above look for, planted."""
    content = marked(SHAPES["no nested figures"])
    real = panels._arranged

    def less(summary_, wish, free, *rest):
        return real(summary_, wish, free[1:], *rest)

    monkeypatch.setattr(panels, "_arranged", less)
    found = lost(content, made(content, "roll"))
    assert any(one.startswith("block (0, 0)") for one in found)
    assert "heading of section 0" in found


@pytest.mark.parametrize("gone", ["England", "Short"])
def test_a_row_that_is_lost_is_found_where_a_place_or_a_short_name_is_its_name(gone, monkeypatch):
    """Neither shows the label, so that nothing else of it would be missed."""
    places = [{}, {"place": "England"}, {"place": "statistical neighbours"}]
    figures = {f"p{i}": figure(10 + i, "Children", **more) for i, more in enumerate(places)}
    years = {"2016": 100, "2017": 120}
    names = {"one": {}, "two": {"short": "Short"}}
    series = {
        label: {"label": label, "source": "s", "points": years, **more}
        for label, more in names.items()
    }
    bars = {"kind": "bars", "figures": list(figures), "by": "place"}
    trend = {"kind": "trend", "series": list(names)}
    content = marked(summary([section("Places", bars), section("Years", trend)], figures, series))
    assert lost(content, made(content, "half")) == []
    for name in ("lines_of", "rows_of"):
        real = getattr(scales, name)

        def less(*given, real=real):
            rows, other = real(*given)
            called = [getattr(row, "name", None) or row[0] for row in rows]
            return tuple(r for r, c in zip(rows, called, strict=True) if gone not in c), other

        monkeypatch.setattr(scales, name, less)
    assert len(lost(content, made(content, "half"))) == 1


def test_an_icon_on_words_is_found():
    sheet = BytesIO()
    canvas = Canvas(sheet, pageCompression=0)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 100, "children looked after")
    clear = Canvas(again := BytesIO(), pageCompression=0)
    clear.drawString(100, 150, "children looked after")
    for on in (canvas, clear):
        path = on.beginPath()
        for operator, points in icons.outline("family"):
            flat = [100 + value / 40 for point in points for value in point]
            path.close() if operator == "closePath" else getattr(path, operator)(*flat)
        on.drawPath(path, stroke=0, fill=1)
        on.save()
    assert collisions(sheet.getvalue())
    assert not collisions(again.getvalue())


# One picture over the inside panels


def test_the_picture_over_the_inside_panels():
    """A field of dots on each panel, counted in the bytes; one Figure, and its numbers as text."""
    one = made(marked(SHAPES["a picture"]), "roll")
    pdf = opened(one.data)
    assert [dots_in(page) for page in pdf.pages] == [[87, 35, 6], [128], [41], [6], [], []]
    for page, number, share in ((1, "12,840", ""), (2, "4,120", "32%"), (3, "610", "15%")):
        assert number in one.pages[page]
        assert share in one.pages[page]
    tree = structure(one.data)
    assert sum("Figure" in line and "128 dots" in line for line in tree) == 2, "the front, and this"
    (head,) = [at for at, line in enumerate(tree) if "H2: One in three contacts" in line]
    assert "Figure" in tree[head + 1]
    assert "Span: 12,840" in tree[head + 3]
    assert verify(one.data, STANDARDS["screen"]).clean


@pytest.mark.parametrize("purpose", ["office", "press"])
def test_the_picture_stands_on_one_ground_and_one_line(purpose):
    data = made(SHAPES["a picture"], "roll", purpose).data
    assert verify(data, STANDARDS[purpose]).clean
    pdf = opened(data)
    assert dots_in(pdf.pages[1]) == [128, 41, 6]
    seen = picture(data, 1, 72)
    margin = int(6 * MM) if purpose == "office" else 0
    row = seen[int(8 * MM), margin : seen.shape[1] - margin]
    assert (abs(row - row[0]).sum(axis=1) < 12).all(), "one ground, over both folds"
    assert row[0].sum() < 300


def test_a_picture_loses_nothing_and_gives_way(monkeypatch):
    """Where the rest needs the room, and where the content wants the numbers elsewhere."""
    for name in ("a picture", "nine priorities", "no priorities"):
        content = marked(SHAPES[name])
        assert lost(content, made(content, "roll")) == []
    content = SHAPES["a picture"]
    heading = content.sections[0].heading
    for asked in ({"leave_out": [heading]}, {"flap": [heading]}):
        other = Summary.model_validate(content.model_dump(exclude_unset=True) | {"leaflet": asked})
        pdf = opened(made(other, "roll").data)
        assert not any(dots_in(page) for page in pdf.pages[1:])


def test_a_section_is_told_on_the_front_or_where_the_content_places_it():
    """With its heading and each share; once, where no picture runs over the panels."""
    figures = NUMBERS | NESTED | {"d": figure(300, "were closed", part_of="c")}
    nested = section("Nested", {"kind": "funnel", "figures": ["a", "b", "c", "d"]})
    others = [section(f"Numbers {i}", statistics(f"n{i}")) for i in range(1, 5)]
    content = marked(summary([nested, *others, section("Next", priorities(3))], figures))
    back = {"leaflet": {"back": [content.sections[0].heading]}}
    for more, on in (({}, "front"), (back, "back")):
        one = made(Summary.model_validate(content.model_dump(exclude_unset=True) | more), "roll")
        pages = zip(LEAFLETS["roll"].reading, one.pages, strict=True)
        assert [name for name, page in pages if "sec0q" in page or "49%of" in page] == [on]


def test_the_share_of_the_number_on_the_front_is_said_where_its_section_is_told():
    figures = NUMBERS | NESTED | {"d": figure(300, "were closed", part_of="c")}
    nested = section("Nested", {"kind": "funnel", "figures": ["a", "b", "c", "d"]})
    others = [section(f"Numbers {i}", statistics(f"n{i}")) for i in range(1, 5)]
    content = summary([nested, *others], figures, leaflet={"front": "b"})
    (told,) = [page for page in made(content, "roll").pages if "Nested" in page]
    assert "AnnualReport" in told and "(32%ofcontacts)" in told and "(49%of" in told


def test_a_section_that_says_more_than_the_front_is_not_told_there():
    for more, told in (({}, True), ({"previous": 3900}, False)):
        figures = NESTED | {"b": {**NESTED["b"], **more}}
        content = summary([section("Nested", {"kind": "part", "figure": "b"})], figures)
        story = tell(Reader(content), BOARD, ART)
        assert bool(told_by_picture(story)) == told


def test_an_introduction_alone_on_its_panel_is_set_large():
    """In larger type than beside others, and not so large that it fills all of its panel."""
    large, other = (
        made(
            summary(
                [section(f"Numbers {i}", statistics(f"n{i}"), text(4)) for i in range(count)]
                + [section("Next", priorities(3))],
                NUMBERS,
            ),
            "roll",
        )
        for count in (3, 4)
    )
    assert ["Numbers0" in one.pages[1] for one in (large, other)] == [False, True]
    texts = [[box for box in objects(one.data)[0] if box.page == 1] for one in (large, other)]
    first, beside = (max(boxes, key=lambda box: box.top) for boxes in texts)
    assert first.top - first.bottom > 2 * (beside.top - beside.bottom)
    assert 0.2 < min(box.bottom for box in texts[0]) / (210 * MM) < 0.6


@given(st.integers(1, 1000), st.integers(60, 140), st.integers(40, 200))
def test_rows_of_dots_are_legible_and_fit(count, width, height):
    pitch = pitch_of(count, width * MM, height, 0.76)
    if not pitch:
        return
    columns = columns_of(pitch, width * MM)
    assert (columns - 1 + SHARE) * pitch == pytest.approx(width * MM)
    assert -(-count // columns) * pitch <= height
    assert pitch * SHARE * 0.76 >= 2.55 - 1e-9, "0.9 mm"
    assert pitch * (1 - SHARE) * 0.76 >= 1.13, "0.4 mm"

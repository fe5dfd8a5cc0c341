"""Logos: which SVG is drawn and which is refused by name; what stands in the file."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

import pytest

from conftest import ROOT
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Colour, Purpose
from hscb_report.brand.logos import mark_on
from hscb_report.page.partners import FLATNESS, WIDTH_SHARE, size_of
from hscb_report.pictures import limits
from hscb_report.pictures.gather import Art
from hscb_report.pictures.markup import Refused
from hscb_report.pictures.svg import drawing_of
from hscb_report.preflight.verify import verify
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from make import products, written
from pdf import objects, opened, painted, structure

MM = 72 / 25.4
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'


def svg(inside: str, head: str = HEAD) -> bytes:
    return f"{head}{inside}</svg>".encode()


def drawing(inside: str, head: str = HEAD):
    return drawing_of(svg(inside, head))


def refused(data: bytes) -> list[str]:
    with pytest.raises(Refused) as error:
        drawing_of(data)
    assert all(fault.hint for fault in error.value.faults)
    return [f"{fault.line}: {fault.message}" for fault in error.value.faults]


# What is drawn


@pytest.mark.parametrize(
    ("inside", "box"),
    [
        ('<rect x="10" y="5" width="30" height="20"/>', (10, -25, 40, -5)),
        ('<rect x="10" y="5" width="30" height="20" rx="4"/>', (10, -25, 40, -5)),
        ('<circle cx="50" cy="25" r="10"/>', (40, -35, 60, -15)),
        ('<ellipse cx="50" cy="25" rx="20" ry="10"/>', (30, -35, 70, -15)),
        ('<polygon points="0,0 10,0 10,10"/>', (0, -10, 10, 0)),
        ('<polyline points="0 0 10 0 10 10"/>', (0, -10, 10, 0)),
        ('<path d="M10 10h20v20H10z"/>', (10, -30, 30, -10)),
        ('<path d="m10 10 20 0 0 20-20 0z"/>', (10, -30, 30, -10)),
        ('<path d="M0 20C0 0 40 0 40 20z"/>', (0, -20, 40, -5)),
        ('<path d="M0 20Q20 0 40 20T80 20z"/>', (0, -30, 80, -10)),
        ('<path d="M30 25a10 10 0 1110 10z"/>', (30, -35, 50, -15)),
        ('<path d="M1.5.5.5 1.5h-1e0z"/>', (0, -1.5, 1.5, -0.5)),
        ('<g transform="translate(10 5)"><rect width="1" height="1"/></g>', (10, -6, 11, -5)),
        ('<rect transform="scale(2,3)" width="1" height="1"/>', (0, -3, 2, 0)),
        ('<rect transform="rotate(90 10 10)" x="10" width="9" height="4"/>', (16, -19, 20, -10)),
        ('<rect transform="matrix(1 0 0 1 3 4)" width="1" height="1"/>', (3, -5, 4, -4)),
        ('<path d="M-50-50H200V200H-50z"/>', (0, -50, 100, 0)),
    ],
)
def test_shapes_fill_what_they_fill_in_a_browser(inside, box):
    assert drawing(inside).box == pytest.approx(box, abs=0.02)


@pytest.mark.parametrize(
    ("inside", "fill"),
    [
        ('<rect width="9" height="9"/>', "#000000"),
        ('<rect width="9" height="9" fill="#0a5"/>', "#00AA55"),
        ('<rect width="9" height="9" fill="navy"/>', "#000080"),
        ('<rect width="9" height="9" fill="rgb(1, 2, 3)"/>', "#010203"),
        ('<rect width="9" height="9" style="fill:#123456;font-size:3px"/>', "#123456"),
        ('<g fill="#111111"><rect width="9" height="9"/></g>', "#111111"),
        ('<g color="#222222" fill="currentColor"><rect width="9" height="9"/></g>', "#222222"),
        ('<style>.a{fill:#333333}</style><rect class="b a" width="9" height="9"/>', "#333333"),
        ('<rect class="a" width="9" height="9"/><style>rect.a{fill:#444444}</style>', "#444444"),
        (
            '<style>#i{fill:#555555}.a{fill:red}</style><rect id="i" class="a" width="9" '
            'height="9" fill="blue"/>',
            "#555555",
        ),
        (
            '<style>/* a */ rect, .c { fill: #666 }</style><rect width="9" height="9"/>',
            "#666666",
        ),
    ],
)
def test_fills_are_those_that_a_browser_sees(inside, fill):
    assert drawing(inside).fills == (fill,)


def test_what_draws_nothing_is_passed_over():
    made = drawing(
        "<title>Logo</title><metadata><x:a xmlns:x='urn:x'/></metadata><!-- note -->"
        "<y:view xmlns:y='urn:y'><y:image/></y:view><defs><style>.a{fill:red}</style></defs>"
        '<g display="none"><rect width="90" height="9"/></g>'
        '<rect fill="none" width="90" height="9"/><rect visibility="hidden" width="90" height="9"/>'
        '<rect class="a" width="9" height="9" stroke="red" stroke-width="0"/>'
    )
    assert (made.fills, made.box) == (("#FF0000",), (0, -9, 9, 0))


def test_the_rule_of_filling_is_kept():
    made = drawing('<path fill-rule="evenodd" d="M0 0h9v9z"/><path d="M0 0h9v9z"/>')
    assert [shape.even_odd for shape in made.shapes] == [True, False]


# What is refused


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ('<linearGradient id="a"/>', "linearGradient"),
        ('<defs><radialGradient id="a"/></defs>', "radialGradient"),
        ('<rect fill="url(#a)" width="9" height="9"/>', 'the fill "url(#a)"'),
        ("<text>Words</text>", "text"),
        ('<image href="file:///etc/passwd"/>', "image"),
        ('<use href="other.svg#a"/>', "use"),
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject/>", "foreignObject"),
        ("<filter/>", "filter"),
        ("<clipPath/>", "clipPath"),
        ("<mask/>", "mask"),
        ("<pattern/>", "pattern"),
        ("<switch/>", "switch"),
        ("<animate/>", "animate"),
        ('<line x2="9"/>', "line"),
        ("<svg/>", "a drawing inside the drawing (svg)"),
        ('<a href="https://example.org"><rect width="9" height="9"/></a>', "a link"),
        ('<path stroke="#000" d="M0 0h9"/>', "stroke"),
        ('<g stroke="#000"><path d="M0 0h9"/></g>', "stroke"),
        ('<g opacity=".5"/>', "opacity"),
        ('<rect fill-opacity="0.5" width="9" height="9"/>', "fill-opacity"),
        ('<rect clip-path="url(#c)" width="9" height="9"/>', "clip-path"),
        ('<g style="mix-blend-mode:multiply"/>', "mix-blend-mode"),
        ('<rect style="transform: rotate(9deg)" width="9" height="9"/>', "transform in a style"),
        ('<rect onclick="a()" width="9" height="9"/>', "onclick"),
        ("<style>@import url(other.css);</style>", "@import"),
        ("<style>g > rect { fill: red }</style>", "g > rect"),
        ('<rect fill="hsl(1,2%,3%)" width="9" height="9"/>', "hsl"),
        ('<rect width="50%" height="9"/>', "50%"),
        ('<path d="M0 0 L 10 z"/>', "a number is missing"),
        ('<path d="M0 0 10 10 07,5 ; z"/>', "a number is missing"),
        ('<path d="10 10z"/>', "begins with M"),
        ('<path d="M0 0 a 1 1 0 2 0 3 3"/>', "a number is missing"),
        ('<polygon points="1 2 3"/>', "pairs"),
        ('<rect transform="rotate(9deg)" width="9" height="9"/>', "units"),
        ('<rect transform="turn(9)" width="9" height="9"/>', "turn"),
        ('<rect fill="none" width="9" height="9"/>', "nothing is drawn"),
        ('<rect x="200" width="9" height="9"/>', "outside its viewBox"),
    ],
)
def test_everything_else_is_refused_by_name(inside, named):
    assert any(named in fault for fault in refused(svg(inside)))


def test_all_reasons_are_told_at_once_each_with_its_line():
    found = refused(
        svg("\n<text>a</text>\n<text>b</text>\n<image/>\n<path d='M0 0h1' stroke='red'/>")
    )
    assert [line.split(":")[0] for line in found] == ["2", "4", "5"]
    assert "(2 times)" in found[0]


BOMBS = {
    "entities": b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    + svg("<desc>&b;</desc>"),
    "a document type alone": b'<!DOCTYPE svg SYSTEM "https://example.org/svg.dtd">' + svg(""),
    "another file": b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(""),
    "bytes": svg(" " * limits.LOGO_BYTES),
    "elements": svg("<g/>" * (limits.ELEMENTS + 1)),
    "depth": svg("<g>" * (limits.NESTED + 1) + "</g>" * (limits.NESTED + 1)),
    "steps": svg(f'<path d="M0 0{"h1" * (limits.STEPS + 1)}z"/>'),
    "steps of many": svg(f'<path d="M0 0{"h1" * 100}z"/>' * (limits.STEPS // 100 + 1)),
    "arcs": svg(f'<path d="{"M0 0a1 1 0 111 1" * (limits.STEPS - 1)}"/>'),
    "far": svg('<path d="M0 0h1e9v9z"/>'),
    "endless": svg('<path d="M0 0h1e999v9z"/>'),
    "scaled": svg('<rect transform="scale(1e300)" width="1e5" height="1e5"/>'),
    "styles": svg(f"<style>{'a{fill:red}' * (limits.RULES + 1)}</style>"),
    "comments": svg(f"<style>{'/*' * 100_000}</style>"),
    "spaces": svg(f"<style>{' ' * 200_000}x</style>"),
    "transforms": svg(f'<rect width="9" height="9" transform="{"scale(1)" * 20_000}"/>'),
    "digits": svg(f'<path d="M{"1" * 200_000}"/>'),
    "points": svg(f'<polygon points="{"1" * 200_000}x"/>'),
    "letters": b"\xff\xfe\x00<svg/>",
    "no svg": b"<html/>",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "nothing": b"",
    "zero": b"\0" * 100,
    "half": svg('<path d="M0 0h9')[:-6],
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_at_once(name):
    begun = time.process_time()
    assert refused(BOMBS[name])
    assert time.process_time() - begun < 2


def test_what_is_just_within_the_limits_is_drawn():
    assert drawing("<g>" * 40 + '<rect width="9" height="9"/>' + "</g>" * 40).shapes
    steps = "h1v1h-1v-1" * (limits.STEPS // 4 - 2)
    assert drawing(f'<path d="M0 0{steps}z"/>').shapes


# On pages

WORDS = [{"kind": "text", "text": "Words."}]
GOLD = "#F4C95D"
DARK = drawing(
    '<rect fill="#204060" width="90" height="30"/><circle fill="#8A1040" r="9" cx="9" cy="9"/>'
)
LIGHT = drawing(
    '<rect fill="#FFFFFF" width="90" height="30"/><circle fill="#F4C95D" r="9" cx="9" cy="9"/>'
)


def summary(blocks=None) -> Summary:
    sections = [{"heading": "Heading", "blocks": blocks or WORDS}]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Title",
            "period": "2017-18",
            "status": "final",
            "sections": sections,
        }
    )


def board(*partners: dict, **logo) -> Board:
    data = {"name": "A Safeguarding Board", "partners": list(partners), "phone": "01234 567890"}
    return Board.model_validate(data | ({"logo": {"colour": "logo.svg", **logo}} if logo else {}))


def shapes_of(data: bytes, *colours: str):
    return [one for one in objects(data)[1] if one.colour in colours]


def test_a_logo_is_drawn_as_vectors_in_its_own_colours():
    art = Art({"colour": DARK, "reversed": LIGHT})
    _, data = written("board", summary(), board(alt="What it says"), art=art)
    large, small = shapes_of(data, "#FFFFFF", "#F4C95D")[:2]
    assert (large.colour, small.colour) == ("#FFFFFF", "#F4C95D")
    assert (large.right - large.left) / (large.top - large.bottom) == pytest.approx(3, abs=0.01)
    assert "  Figure alt='What it says'" in structure(data)
    assert not any("A Safeguarding Board" in line for line in structure(data)[:3])


def test_without_a_logo_the_name_is_set():
    _, data = written("board", summary(), board())
    assert not any("Figure" in line for line in structure(data))
    assert any("A Safeguarding Board" in line for line in structure(data)[:3])


@pytest.mark.parametrize(("edition", "purpose", "fold"), products("screen", "office", "press"))
def test_a_logo_stands_on_the_cover_of_every_edition_and_keeps_its_least(edition, purpose, fold):
    art = Art({"colour": DARK, "reversed": LIGHT})
    content = summary([{"kind": "text", "text": "Words. " * 40}] * 6)
    publication, data = written(edition, content, board(least_mm=45), purpose, fold, art=art)
    assert publication.misfits == []
    assert verify(data).clean
    pages = [one.shapes for one in painted(data)]
    shapes = next(shapes for shapes in pages if any(is_in(one.paint, GOLD) for one in shapes))
    marks = [one for one in shapes if is_in(one.paint, "#FFFFFF") and one.outline.polygons]
    assert max(one.box[2] - one.box[0] for one in marks) >= 45 * MM - 0.1


def is_in(paint, srgb: str) -> bool:
    """Whether a colour is set, as RGB or in its inks."""
    colour = Colour.of(srgb)
    wanted = [part / 255 for part in colour.channels], [ink / 100 for ink in colour.cmyk]
    return paint is not None and any(paint.parts == pytest.approx(one, abs=1e-3) for one in wanted)


def test_inks_are_those_that_are_given_and_else_the_profiles():
    given = {"#204060": [90, 60, 20, 30]}
    art = Art({"colour": DARK})
    _, data = written("leaflet", summary(), board(inks=given), "press", "roll", art=art)
    pages = opened(data).pages
    code = b"".join(page.Contents.read_bytes() for page in pages).decode("latin-1")
    assert ".9 .6 .2 .3 k" in code
    other = " ".join(f"{ink / 100:g}".lstrip("0") or "0" for ink in Colour.of("#8A1040").cmyk)
    assert f"{other} k" in code
    assert " rg" not in code
    assert verify(data).clean


# Versions

BAND = Brand(board()).palette["band"]
PAPER, YELLOW = Colour.of("#FFFFFF"), Colour.of("#FFD500")


@pytest.mark.parametrize(
    ("ground", "versions", "chosen"),
    [
        (PAPER, {"colour": DARK, "reversed": LIGHT}, ("colour", False)),
        (BAND, {"colour": DARK, "reversed": LIGHT}, ("reversed", False)),
        (BAND, {"colour": DARK}, ("colour", True)),
        (BAND, {"colour": LIGHT}, ("colour", False)),
        (BAND, {"colour": DARK, "reversed": DARK}, ("colour", True)),  # it is not seen there
        (YELLOW, {"colour": DARK, "reversed": LIGHT}, ("colour", False)),
        (YELLOW, {"colour": LIGHT, "black": DARK}, ("black", False)),
        (YELLOW, {"colour": LIGHT}, ("colour", True)),
    ],
)
def test_the_version_is_chosen_by_the_ground(ground, versions, chosen):
    mark = mark_on(ground, versions, {})
    assert (mark.version, mark.plate) == chosen


def test_a_plate_is_white_and_holds_the_logo_with_space_around():
    _, data = written("board", summary(), board(alt="Logo"), art=Art({"colour": DARK}))
    plate = next(one for one in shapes_of(data, "#FFFFFF") if one.right - one.left < 400)
    logo = shapes_of(data, "#204060")[0]
    high = logo.top - logo.bottom
    for gap in (
        logo.left - plate.left,
        plate.right - logo.right,
        logo.bottom - plate.bottom,
        plate.top - logo.top,
    ):
        assert gap >= 0.24 * high


@pytest.mark.parametrize(("edition", "purpose", "fold"), products("screen"))
def test_nothing_stands_in_the_clear_space(edition, purpose, fold):
    art = Art({"colour": DARK, "reversed": LIGHT})
    _, data = written(edition, summary(), board(alt="Logo"), purpose, fold, art=art)
    logo = shapes_of(data, "#FFFFFF")[0]
    clear = 0.25 * (logo.top - logo.bottom)
    for text in (one for one in objects(data)[0] if one.page == logo.page):
        apart = max(logo.bottom - text.top, text.bottom - logo.top)
        aside = max(logo.left - text.right, text.left - logo.right)
        assert max(apart, aside) >= clear - 0.1, text


def test_a_logo_that_is_too_wide_or_too_fine_is_told():
    publication, _ = written(
        "leaflet", summary(), board(least_mm=100), fold="roll", art=Art({"colour": DARK})
    )
    assert "wide" in [one.dimension for one in publication.misfits], "among what else is wrong"
    fine = drawing('<rect width="100" height="30"/><rect y="40" width="100" height="0.1"/>')
    for purpose, found in (("press", ["thin"]), ("screen", [])):
        publication, _ = written(
            "board", summary(), board(alt="Logo"), purpose, art=Art({"colour": fine})
        )
        assert [one.dimension for one in publication.misfits] == found


# Partners


def bar(ratio: float, fill: str):
    inside = f'<rect fill="{fill}" width="{ratio * 20}" height="20"/>'
    return drawing(inside, HEAD.replace("100 50", "999 50"))


FILLS = ("#111111", "#222222", "#333333", "#444444", "#555555")
RATIOS = (1.0, 2.0, 3.0, 4.0, 6.0)


@pytest.mark.parametrize(("edition", "purpose", "fold"), products("screen"))
def test_partners_have_one_area_and_clear_space(edition, purpose, fold):
    art = Art({}, {i: bar(r, f) for i, (r, f) in enumerate(zip(RATIOS, FILLS, strict=True))})
    partners = [{"name": f"Partner {i}", "logo": f"{i}.svg"} for i in range(5)]
    _, data = written(edition, summary(), board(*partners), purpose, fold, art=art)
    shown = shapes_of(data, *FILLS)
    assert [one.colour for one in shown] == list(FILLS)
    areas = [(one.right - one.left) * (one.top - one.bottom) for one in shown]
    assert max(areas) == pytest.approx(min(areas), rel=0.01)
    for one, other in pairwise(shown):
        if abs(one.bottom + one.top - other.bottom - other.top) < 0.5:  # in one row
            assert other.left - one.right > 0.08 * (one.right - one.left)
    texts = [one for one in objects(data)[0] if one.page == shown[0].page]
    assert not any(text.overlaps(logo) for text in texts for logo in shown)
    foot, head = min(one.bottom for one in shown), max(one.top for one in shown)
    if edition == "booklet":  # on its back cover they stand below the ways to reach the board
        assert any("01234" in text.words for text in texts if text.bottom > head)
    else:
        assert any("01234" in text.words for text in texts if text.top < foot)


def test_odd_shapes_are_held_to_width_and_height():
    cell = 100.0
    assert size_of(50, cell) == pytest.approx((90, 1.8))
    assert size_of(0.1, cell) == pytest.approx((3.6, 36))
    for ratio in (1, 2.5, 6.25):
        width, height = size_of(ratio, cell)
        assert width * height == pytest.approx((cell * WIDTH_SHARE * FLATNESS) ** 2)


def test_partners_without_a_logo_are_named_and_links_lead_to_them():
    partners = (
        {"name": "With a logo", "logo": "a.svg", "web": "https://example.org/a"},
        {"name": "Without one", "web": "https://example.org/b"},
        {"name": "Without anything"},
    )
    art = Art({}, {0: bar(2, "#111111")})
    _, data = written("board", summary(), board(*partners), art=art)
    lines = [line.strip() for line in structure(data)]
    at = lines.index("Figure alt='With a logo'")
    assert lines[at - 1].startswith("Link")
    assert any(line.startswith("Link") and "Without one" in line for line in lines)
    assert any(line == "P: Without anything" for line in lines)
    uris = [str(a.A.URI) for page in opened(data).pages for a in page.get("/Annots", [])]
    assert uris == ["https://example.org/a", "https://example.org/b"]
    _, data = written("board", summary(), board(*partners), "press", art=art)
    assert not any("/Annots" in page for page in opened(data).pages)


def test_a_block_places_the_partners_in_place_of_the_end():
    partner = {"name": "Partner", "logo": "a.svg"}
    art = Art({}, {0: bar(2, "#111111")})
    for blocks, last in (([{"kind": "partners"}, *WORDS], False), (WORDS, True)):
        _, data = written("board", summary(blocks), board(partner), art=art)
        lines = [line.strip() for line in structure(data)]
        assert lines.count("Figure alt='Partner'") == 1
        assert (lines.index("Figure alt='Partner'") > lines.index("P: Words.")) is last


def test_partners_stand_there_also_where_nobody_can_be_reached():
    who = Board.model_validate({"name": "A Board", "partners": [{"name": "Partner"}]})
    _, data = written("board", summary(), who)
    assert any("Partner" in line for line in structure(data))


def test_purposes_differ_in_colour_space_alone():
    art = Art({"colour": DARK, "reversed": LIGHT})
    counts = set()
    for purpose in (Purpose.SCREEN, Purpose.PRESS):
        _, data = written("board", summary(), board(alt="Logo"), purpose.value, art=art)
        counts.add(sum(len(content.shapes) for content in painted(data)))
    assert len(counts) == 1


ODD = ("1e9", "-", "<g>", "NaN", '"', "z", "M", "T", "%", "url(#a)", "&#9;", "<defs>", "scale(0)")


def test_what_was_changed_at_random_is_refused_or_drawn():
    random = Random(1)
    files = sorted((ROOT / "examples/every-block/content/art").glob("*.svg"))
    drawn = 0
    for number in range(2000):
        text = files[number % len(files)].read_text(encoding="utf-8")
        for _ in range(random.randint(1, 4)):
            at = random.randrange(len(text))
            new = random.choice((*ODD, chr(random.randrange(32, 127))))
            text = text[:at] + new + text[at + random.randint(0, 8) :]
        try:
            made = drawing_of(text.encode())
        except Refused:
            continue
        drawn += 1
        assert made.width > 0 < made.height
        assert made.fills
    assert drawn > 20

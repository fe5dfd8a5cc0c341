"""Leaflets and booklets as they are printed: what stands where, and in which order."""

from __future__ import annotations

import json

import pytest

from folded import STEM, run
from hscb_report.editions import imposition
from hscb_report.pdf.boxes import MM
from pdf import opened, painted, picture, structure, text_of


@pytest.fixture(scope="module")
def leaflet(once):
    """The leaflet for screens."""
    return once(edition="leaflet")


def test_structure_and_reading_order(leaflet, golden):
    golden("2017-18-leaflet.structure.txt", "\n".join(structure(leaflet)) + "\n")


def test_nothing_is_smaller_than_9_pt(leaflet, pressed):
    for data in (leaflet, pressed("leaflet", "z"), pressed("booklet")):
        sizes = [
            text.size
            for page in painted(data)
            for text in page.texts
            if not (text.paint.inks and "All" in text.paint.inks)
        ]
        assert min(sizes) >= 9


def test_each_panel_of_the_roll_fold(pressed):
    """Left to right as printed: the words that begin each panel."""
    panels = {}
    pdf = opened(pressed())
    for number, names in enumerate(
        (("flap", "back", "front"), ("inside 1", "inside 2", "inside 3"))
    ):
        page, content = pdf.pages[number], painted(pressed())[number]
        left = float(page.TrimBox[0])
        edges = [0, 97, 197, 297] if number == 0 else [0, 100, 200, 297]
        for name, start, end in zip(names, edges, edges[1:], strict=False):
            panels[name] = " ".join(
                text.words
                for text in content.texts
                if left + start * MM <= text.box[0] < left + end * MM and text.size > 13
            )
    assert "Annual Report" in panels["front"]
    assert "77,602" in panels["front"]
    assert "Lessons Learnt" in panels["flap"]
    assert "2018-19 Priorities" in panels["back"]
    assert "Children in Hampshire" in panels["inside 1"]
    assert "Neglect is the reason" in panels["inside 2"]
    assert "Mental health" in panels["inside 3"]


def test_the_z_fold_shows_its_back_when_it_is_folded():
    """The panel behind the first of the outside is on top of the stack's other end: front and back
    are the outer faces.
    """
    fold = imposition.LEAFLETS["z"]
    outside, inside = [role for role, _ in fold.outside], [role for role, _ in fold.inside]
    faces = {
        2: outside[2]
    }  # the right panel of the outside is the front; the paper runs to and fro below it
    behind = dict(zip(outside, reversed(inside), strict=True))
    assert faces[2] == "front"
    assert behind[outside[0]] == "back", (
        "two folds away, the sheet has turned twice: its inside faces out"
    )
    assert behind["front"] == "inside 1", "what is seen first when the front is turned"


@pytest.mark.parametrize("fold", imposition.LEAFLETS.values(), ids=imposition.LEAFLETS)
def test_folds_fill_an_a4_sheet_and_lie_back_to_back(fold):
    outside, inside = fold.sides()
    assert (outside.width / MM, inside.width / MM, fold.height / MM) == pytest.approx(
        (297, 297, 210)
    )
    assert sorted(outside.width - x for x in outside.folds) == pytest.approx(
        sorted(inside.folds)
    ), "seen through the paper"
    assert {place.page for side in (outside, inside) for place in side.places} == set(
        range(len(fold.reading))
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (4, [(4, 1), (2, 3)]),
        (5, [(None, 1), (2, None), (None, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
    ],
)
def test_booklet_imposition(count, expected):
    """Two pages on a side; the sheets, folded one in the other, read in order."""
    sides = imposition.booklet(count, 148.5, 210)
    assert [
        tuple(None if place.page is None else place.page + 1 for place in side.places)
        for side in sides
    ] == expected


def test_the_imposed_booklet_reads_in_order_when_it_is_folded(content):
    run("build", "2017-18", "--edition", "booklet", "--for", "office", "--output", content)
    data = (content / f"{STEM}-booklet-office.pdf").read_bytes()
    pdf = opened(data)
    numbers = {}
    for side, page in enumerate(painted(data)):
        for text in page.texts:
            if text.words.startswith("Page "):
                numbers[side, text.box[0] > 148.5 * MM] = int(text.words.split()[1])
    count = 2 * len(pdf.pages)
    assert count % 4 == 0
    assert numbers == {
        (side, right): page
        for side in range(len(pdf.pages))
        for right, page in (
            (False, count - side if side % 2 == 0 else side + 1),
            (True, side + 1 if side % 2 == 0 else count - side),
        )
        if page in numbers.values()
    }
    assert set(numbers.values()) == set(range(1, count)), "all but the back cover"
    assert [[float(v) for v in page.MediaBox[2:]] for page in pdf.pages] == [
        pytest.approx([297 * MM, 210 * MM], abs=0.1)
    ] * len(pdf.pages)


def test_a_press_booklet_is_single_pages_in_order_a_multiple_of_four(pressed):
    texts = text_of(pressed("booklet", None, False))
    assert len(texts) % 4 == 0
    numbered = [f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, 1)]
    assert numbered == [True] * (len(texts) - 1) + [False], "all but the back cover"


@pytest.mark.parametrize("edition", ["leaflet", "booklet"])
def test_office_sheets_keep_5_mm_white_and_open_the_print_dialogue_right(edition, content):
    run("build", "2017-18", "--edition", edition, "--for", "office", "--output", content)
    data = (content / f"{STEM}-{edition}-office.pdf").read_bytes()
    pdf = opened(data)
    assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    margin = int(4.9 / 25.4 * 60)
    for number in range(len(pdf.pages)):
        seen = picture(data, number, 60)
        for strip in (seen[:margin], seen[-margin:], seen[:, :margin], seen[:, -margin:]):
            assert strip.min() > 250
    assert picture(data, 0, 60).min() < 80


def test_proofs_show_the_side_with_its_folds(content):
    from io import BytesIO

    import numpy
    from PIL import Image

    done = run(
        "build", "2017-18", "--edition", "leaflet", "--for", "press", "--proof", "--format", "json"
    )
    proofs = [
        path for path in json.loads(done.stdout)["built"][0]["beside"] if path.endswith(".png")
    ]
    assert len(proofs) == 2
    for path, folds in zip(proofs, ((97, 197), (100, 200)), strict=True):
        seen = numpy.asarray(Image.open(BytesIO((content.parent / path).read_bytes()))).astype(int)
        scale = 120 / 25.4
        assert seen.shape[1] == pytest.approx((303 + 30) * scale, abs=3)
        for fold in folds:
            column = seen[
                : int(14 * scale),
                int((15 + 3 + fold) * scale) - 1 : int((15 + 3 + fold) * scale) + 3,
            ]
            blue = (column[:, :, 2] > 150) & (column[:, :, 0] < 60)
            assert blue.any(axis=1).sum() > 5, f"a fold is drawn above the side at {fold} mm"

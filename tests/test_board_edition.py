"""The A4 edition, judged by the bytes that were written."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys

import pikepdf
import pytest

from conftest import ROOT
from covers import dots_in
from hscb_report import build
from hscb_report.brand.typography import LARGE_ZOOM
from hscb_report.errors import UsageError
from hscb_report.page.look import A4
from hscb_report.page.statistic import RULE
from hscb_report.summary.dates import ordered_date
from pdf import Box, objects, opened, painted, picture, structure, text_of
from test_layout_property import faults


@pytest.fixture(params=["summary_pdf", "example_pdf", "large_pdf", "large_example_pdf"])
def any_pdf(request) -> bytes:
    return request.getfixturevalue(request.param)


def test_structure_and_reading_order(summary_pdf, golden):
    golden("2017-18.structure.txt", "\n".join(structure(summary_pdf)) + "\n")


def test_structure_of_every_block(example_pdf, golden):
    golden("every-block.structure.txt", "\n".join(structure(example_pdf)) + "\n")


def test_text_is_drawn_in_reading_order(summary_pdf):
    text = " ".join(" ".join(text_of(summary_pdf)).split())
    order = [
        "Annual Report",
        "77,602",
        "32,441",
        "2,528",
        "is a statutory body",
        "309,462",
        "3,462",
        "114",
        "Of children ages",
        "94%",
        "Nine small",
        "1,294",
        "950",
        "Children in care at",
        "1,151",
        "1,265",
        "8,376",
        "admitted to",
        "Awareness",
        "Promoting",
        "continuous",
        "high quality",
        "information sharing",
        "Conferences attended",
        "Regional",
        "650",
        "Distinct",
        "deep-dive",
        "35",
        "Adopting",
        "Strengthening",
        "Engagement",
        "Leadership",
        "About the figures",
    ]
    at = 0
    for words in order:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not read after {text[max(0, at - 40) : at]!r}"
        at = found


def test_no_text_leaves_its_box(any_pdf):
    assert faults(any_pdf) == []


def test_size(summary_pdf):
    assert len(summary_pdf) < 200 * 1024


def test_fonts_are_embedded_truetype_subsets_of_one_family(any_pdf):
    fonts, pdf = {}, opened(any_pdf)
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            fonts[str(font.BaseFont)] = font
    assert fonts
    for name, font in fonts.items():
        assert font.Subtype == "/TrueType", name
        assert "SourceSans3" in name
        assert "/FontFile2" in font.FontDescriptor
        assert "/ToUnicode" in font
    assert (
        len({name.split("+")[1] for name in fonts}) == len(fonts) == 3
    )  # charts share the body's subsets


def test_photographs_are_the_only_pixels_and_nothing_is_a_form_or_see_through(any_pdf, request):
    pdf = opened(any_pdf)
    shown = 0
    for page in pdf.pages:
        pictures = page.Resources.get("/XObject", {})
        for one in pictures.values():
            assert (one.Subtype, one.Filter) == ("/Image", "/DCTDecode")
            assert not {"/SMask", "/Mask", "/Interpolate", "/Alternates"} & set(one.keys())
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
        assert not set(operators) & {"BI", "sh", "gs"}
        assert operators.count("Do") == len(pictures)
        shown += len(pictures)
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert sum(one.get("/Subtype") == "/Image" for one in streams) == shown
    assert shown == ("example" in request.node.name)


def test_everything_painted_is_tagged_or_an_artifact(any_pdf):
    painting = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"'}
    for page in opened(any_pdf).pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth in (0, 1)
            assert depth == 1 or name not in painting
        assert depth == 0


def test_pages(summary_pdf):
    pdf = opened(summary_pdf)
    assert len(pdf.pages) == 5
    for page in pdf.pages:
        assert [float(v) for v in page.MediaBox] == pytest.approx(
            [0, 0, A4.width, A4.height], abs=0.01
        )
        assert page.Tabs == "/S"
    for number, text in enumerate(text_of(summary_pdf), 1):
        assert f"Page {number} of 5" in text
    assert [str(entry) for entry in pdf.Root.PageLabels.Nums[1].keys()]
    assert pdf.Root.PageLabels.Nums[1].S == "/D"


def test_document_properties(summary_pdf):
    pdf = opened(summary_pdf)
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert (
        pdf.docinfo.Title == "Hampshire Safeguarding Children Board: Annual Report Summary 2017-18"
    )
    assert pdf.docinfo.Author == "Hampshire Safeguarding Children Board"
    assert (
        pdf.docinfo.Subject
        == "Annual Report Summary 2017-18 of the Hampshire Safeguarding Children Board"
    )


def test_bookmarks_lead_to_their_headings(summary_pdf):
    pdf = opened(summary_pdf)
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        pages = []
        for item in outline.root:
            target = pdf.Root.Names.Dests.Names if item.destination is None else item.destination
            pages.append(target)
    assert titles == [
        "Two in five contacts became a referral",
        "Children in Hampshire",
        "Neglect is the reason for nearly three in four plans",
        "Children in care",
        "Mental health",
        "Lessons Learnt from Serious Case Reviews",
        "Learning together",
        "Audit and Assurance",
        "2018-19 Priorities",
        "About the figures",
    ]
    assert len(pages) == 10


def test_links_are_tagged_and_described(summary_pdf):
    pdf = opened(summary_pdf)
    links = [a for page in pdf.pages for a in page.get("/Annots", [])]
    assert [str(link.A.URI) for link in links] == [
        "https://www.gov.uk/government/collections/statistics-looked-after-children",
        "https://www.hampshiresafeguardingchildrenboard.org.uk",
    ]
    for link in links:
        assert str(link.A.URI) in str(link.Contents)
        assert "/StructParent" in link


def test_a_draft_is_marked_on_every_page_and_read_once(example_pdf):
    texts = text_of(example_pdf)
    assert all("DRAFT: not for publication" in page for page in texts)
    assert sum("DRAFT: not for publication" in line for line in structure(example_pdf)) == 1


def test_a_final_document_bears_no_draft_mark(summary_pdf):
    assert not any("DRAFT" in page for page in text_of(summary_pdf))


def test_headings_descend_without_gaps(any_pdf):
    levels = [
        int(line.strip()[1])
        for line in structure(any_pdf)
        if line.strip()[:1] == "H" and line.strip()[1:2].isdigit()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize(
    ("name", "floor", "body"),
    [
        ("summary_pdf", 10, 12),
        ("example_pdf", 10, 12),
        ("large_pdf", 16, 18),
        ("large_example_pdf", 16, 18),
    ],
)
def test_no_text_below_the_floor(name, floor, body, request):
    """Sizes as they are seen, zoom included."""
    sizes = [
        round(text.size, 2)
        for page in painted(request.getfixturevalue(name))
        for text in page.texts
    ]
    assert min(sizes) >= floor
    assert max(set(sizes), key=sizes.count) in (body, 10)
    assert body in sizes


def test_large_print_stands_in_one_column(large_pdf, golden):
    golden("2017-18-large-print.structure.txt", "\n".join(structure(large_pdf)) + "\n")
    _, shapes = objects(large_pdf)
    rules = [s for s in shapes if abs(s.top - s.bottom - RULE * LARGE_ZOOM) < 0.05]
    assert {round(rule.left) for rule in rules if rule.right - rule.left > 100} == {round(A4.side)}
    tables = [line for line in structure(large_pdf) if line.strip() == "Table"]
    assert not tables


def test_large_print_says_all_that_the_board_edition_says(summary_pdf, large_pdf):
    def numbers(data):
        return set(re.findall(r"\d(?:[\d,.]*\d)?%?", " ".join(structure(data))))

    assert numbers(summary_pdf) <= numbers(large_pdf)


def test_the_same_content_gives_the_same_bytes(summary_pdf, tmp_path):
    assert (
        build("2017-18", content=ROOT / "content", output=tmp_path)[0].path.read_bytes()
        == summary_pdf
    )


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_bytes_whatever_the_hash_seed_and_the_clock(
    seed, summary_pdf, large_pdf, tmp_path
):
    env = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(ROOT),
        "TZ": "Pacific/Auckland" if seed == "1" else "UTC",
    }
    subprocess.run(
        [
            sys.executable,
            "-m",
            "hscb_report",
            "build",
            "2017-18",
            "--edition",
            "board",
            "--edition",
            "large-print",
            "--output",
            str(tmp_path),
            "-q",
        ],
        cwd=ROOT,
        env=env,
        check=True,
    )
    made = sorted(tmp_path.glob("*.pdf"))
    assert [file.read_bytes() for file in made] == [large_pdf, summary_pdf]


def test_the_date_is_the_contents_or_the_one_that_is_named(summary_pdf, tmp_path, monkeypatch):
    assert opened(summary_pdf).docinfo.CreationDate == "D:20180630000000Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    data = build("2017-18", content=ROOT / "content", output=tmp_path)[0].path.read_bytes()
    assert opened(data).docinfo.CreationDate == "D:19700102000000Z"
    assert b"1970-01-02T00:00:00Z" in opened(data).Root.Metadata.read_bytes()


@pytest.mark.parametrize("seconds", ["0", "253402300799", ""])
def test_the_first_and_the_last_second_that_can_be_named(monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    date = ordered_date()
    assert date is None if not seconds else int(date.timestamp()) == int(seconds)


@pytest.mark.parametrize(
    "seconds", ["abc", "1e9", "0x10", "253402300800", "-1", "1.5", " 1", "²", "9" * 5000]
)
def test_a_date_that_cannot_be_is_refused(tmp_path, monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(UsageError, match="must be a whole number of seconds since 1970"):
        build("2017-18", content=ROOT / "content", output=tmp_path / "made")
    assert not (tmp_path / "made").exists()


def test_the_figures_travel_inside(summary_pdf):
    pdf = opened(summary_pdf)
    spec = pdf.Root.AF[0]
    assert spec.AFRelationship == "/Data"
    assert str(spec.UF) == "figures.csv"
    rows = list(csv.DictReader(io.StringIO(spec.EF.F.read_bytes().decode("utf-8-sig"))))
    by_name = {row["figure"]: row for row in rows}
    assert by_name["contacts"]["value"] == "77602"
    assert by_name["contacts"]["period"] == "2017-18"
    assert (
        by_name["minority-ethnic"] | {"value": "", "symbol": "x", "unit": "percent"}
        == by_name["minority-ethnic"]
    )
    assert by_name["foster-care"]["as_at"] == "2018-06-30"
    assert (
        by_name["looked-after:2015"]
        | {"value": "1333", "symbol": "r", "publisher": "Department for Education"}
        == by_name["looked-after:2015"]
    )
    assert len(rows) == 24 + 6


def test_no_two_words_run_together_at_a_line_end(summary_pdf):
    """Each piece of running text but the last of its element ends in a space."""
    spoken = " ".join(structure(summary_pdf))
    for joined in ("keepingchildren", "TheBoard", "available[x]", "SafeguardingChildren"):
        assert joined not in spoken
    with pikepdf.open(io.BytesIO(summary_pdf)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert "on keeping " in stream


def test_rules_above_numbers_keep_the_grid(summary_pdf):
    """Their left edges stand on the twelve columns."""
    _, shapes = objects(summary_pdf)
    edges = {round(A4.side + A4.span(columns) + A4.gutter, 1) for columns in range(1, 12)} | {
        round(A4.side, 1)
    }
    rules = [s for s in shapes if _is_rule(s)]
    assert len(rules) >= 8
    for rule in rules:
        assert min(abs(rule.left - edge) for edge in edges) < 0.2, rule


def _is_rule(shape: Box) -> bool:
    return abs(shape.top - shape.bottom - RULE) < 0.05 and shape.right - shape.left > 60


def test_another_colour_changes_the_picture_and_the_same_does_not(summary_pdf, content):
    board = content / "boards/hscb.yaml"
    text = board.read_text(encoding="utf-8")

    def built():
        return picture(
            build("2017-18", content=content, output=content.parent / "out")[0].path.read_bytes(), 0
        )

    before = picture(summary_pdf, 0)
    assert (built() == before).all()
    board.write_text(text.replace('primary: "#12436D"', 'primary: "#4A1A4F"'), encoding="utf-8")
    changed = (abs(built() - before).max(axis=2) > 8).mean()
    assert changed > 0.2  # the cover and the first bar are of the primary colour


def test_another_number_changes_the_picture(summary_pdf, content):
    file = content / "2017-18.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("value: 32441", "value: 38801"), encoding="utf-8"
    )
    data = build("2017-18", content=content, output=content.parent / "out")[0].path.read_bytes()
    before, after = opened(summary_pdf), opened(data)
    assert dots_in(before.pages[0]) == [776 - 324, 324 - 25, 25]
    assert dots_in(after.pages[0]) == [776 - 388, 388 - 25, 25]

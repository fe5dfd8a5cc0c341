"""The draft mark: what it is and which draft, on every page, at the margins, clear of all else."""

from __future__ import annotations

import datetime as dt

import pytest

from hscb_report.brand import icons
from hscb_report.editions.booklet import A5
from hscb_report.page.look import A4
from hscb_report.pdf.boxes import MM
from hscb_report.summary.board import Board
from hscb_report.summary.document import LONGEST_VERSION, Summary
from hscb_report.summary.load import load
from hscb_report.year.carry import new
from make import products, written
from mistakes import answered
from pdf import structure
from seen import lines

BOARD = Board.model_validate({"name": "A board", "web": "https://example.org"})
MARK = "DRAFT: not for publication"
DAY = dt.date(2025, 9, 30)
SIDES = {"board": A4.side, "large-print": A4.side, "booklet": A5.side, "leaflet": 9 * MM}


def draft(**more) -> Summary:
    section = {"heading": "A heading", "blocks": [{"kind": "text", "text": "Words. " * 300}]}
    panels = {"heading": "Another", "blocks": [{"kind": "text", "text": "Words."}]}
    data = {
        "board": "b",
        "title": "Summary",
        "period": "2017-18",
        "status": "draft",
        "figures": {"a": {"value": 7, "label": "children", "period": "2017-18", "source": "s"}},
        "sources": {"s": {"title": "A source", "publisher": "A board"}},
        "sections": [section, panels],
    }
    return Summary.model_validate({**data, **more})


@pytest.mark.parametrize("product", products("screen"), ids="-".join)
@pytest.mark.parametrize("version", ["0.10", "w" * LONGEST_VERSION])
def test_every_page_says_which_draft_it_is_at_its_margins(product, version):
    edition, purpose, fold = product
    publication, data = written(edition, draft(version=version, dated=DAY), BOARD, purpose, fold)
    assert data, publication.misfits
    side = SIDES[edition]
    assert len(publication.pages) > 1
    for page, of in zip(lines(data), publication.pages, strict=True):
        top = sorted(page, key=lambda line: -line.baseline)
        mark, said = sorted(top[:2], key=lambda line: line.left)
        assert mark.words in (MARK, "DRAFT")
        assert said.words == f"Version {version}, 30 September 2025"
        assert abs(mark.left - side) < 0.5
        assert abs(mark.baseline - said.baseline) < 0.1
        assert said.left > mark.left + 30
        height = of.paper.size[1]
        for line in top[2:]:
            assert line.baseline + 0.7 * line.size < mark.baseline - 3, line
        assert height - mark.baseline > 5 * MM
    told = [line for line in structure(data) if "DRAFT" in line]
    assert len(told) == 1 and f"Version {version}, 30 September 2025" in told[0]


def test_a_draft_without_version_or_day_says_neither():
    _, data = written("board", draft(), BOARD)
    for page in lines(data):
        first, second = sorted(page, key=lambda line: -line.baseline)[:2]
        assert first.words == MARK
        assert second.baseline < first.baseline - 10
    _, data = written("board", draft(version="2"), BOARD)
    assert any(line.words == "Version 2" for line in lines(data)[0])


def test_the_same_draft_gives_the_same_bytes_and_a_final_document_no_mark():
    one, two = (written("board", draft(version="1", dated=DAY), BOARD)[1] for _ in range(2))
    assert one == two
    _, data = written("board", draft(version="1", dated=DAY, status="final"), BOARD)
    assert not any("Version" in line.words for page in lines(data) for line in page)


LINE = "status: final\n"


def test_a_bare_version_is_kept_as_it_was_typed_and_a_long_one_is_answered(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(LINE, f"{LINE}version: 0.10\n", 1), encoding="utf-8")
    summary = load("2024-25", sample, icons.names()).summary
    assert summary.version == "0.10"
    path.write_text(text, encoding="utf-8")
    long = "version: the first for the executive"
    answered(
        sample,
        LINE,
        f"{LINE}{long}\n",
        "long-version",
        long,
        "at most 12 letters, and this has 27",
        "such as 0.3",
    )


def test_a_new_year_begins_without_the_version_of_the_last(sample):
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    more = f"{LINE}version: 0.3  # before the meeting\ndated: 2025-07-10\n"
    path.write_text(text.replace(LINE, more, 1), encoding="utf-8")
    new("2025-26", "2024-25", content=sample)
    after = load("2025-26", sample, icons.names()).summary
    assert (after.version, after.dated) == (None, None)
    assert "# before the meeting" in (sample / "2025-26.yaml").read_text(encoding="utf-8")

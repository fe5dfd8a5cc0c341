"""Pages are filled: none of a real content is less than two thirds full but the last, and what
belongs together stands together.
"""

from __future__ import annotations

import pytest

from conftest import ROOT
from hscb_report.brand.brand import Brand
from hscb_report.build import material_of
from hscb_report.editions.lay_out import lay_out
from hscb_report.project import load_checked
from pdf import text_of

CONTENTS = {
    "2017-18": (ROOT / "content", "2017-18", (5, 8, 14)),
    "children-in-care": (ROOT / "examples/children-in-care/content", "2017-18", (5, 8, 11)),
    "beside-england": (ROOT / "examples/beside-england/content", "2017-18", (6, 12, 18)),
    "every-block": (ROOT / "examples/every-block/content", "2024-25", (11, 16, 26)),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_no_page_but_the_last_is_less_than_two_thirds_full(name):
    folder, period, most = CONTENTS[name]
    loaded = load_checked(period, folder)
    told = material_of(loaded)
    brand = Brand(loaded.board)
    for edition, pages in zip(("board", "booklet", "large-print"), most, strict=True):
        made, _ = lay_out(edition, told.story, told.reader, brand, "")
        assert not made.misfits
        assert made.short < 0.01, edition
        assert made.blanks == 0
        assert len(made.pages) <= pages, edition


def test_sections_are_whole_where_they_have_room_on_a_page(large_pdf):
    """In large print; a section that is longer than what is left of a page and the next goes on."""
    pages = [page for page in text_of(large_pdf) if "About the figures" not in page]
    begun = [page.split("\n")[0] for page in pages if "(continued)" in page]
    assert begun == ["Children in Hampshire (continued)"]

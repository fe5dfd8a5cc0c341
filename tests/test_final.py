"""What ``--final`` refuses, and that it alone publishes without the draft mark what was new."""

from __future__ import annotations

from pathlib import Path

import pytest

from hscb_report import build, check
from hscb_report.brand import icons
from hscb_report.errors import ContentError
from hscb_report.summary.load import load
from hscb_report.summary.texts import texts
from hscb_report.year.carry import new
from hscb_report.year.reviewing import review
from hscb_report.year.starting import init
from pdf import text_of
from year import cell, changed, keys, opened, run


def refused(content: Path, period: str = "2018-19") -> list:
    """What ``--final`` says of the list."""
    with pytest.raises(ContentError) as caught:
        build(period, content=content, output=content / "out", final=True)
    assert not (content / "out").exists()
    return [one for one in caught.value.problems if one.code == "unreviewed"]


# Publishing


def test_final_refuses_and_every_other_build_is_a_draft(year, tmp_path):
    changed(year, "status: draft", "status: final")
    found = refused(year)
    left = keys(year)
    assert [".".join(map(str, one.key)) for one in found[:-1]] == left[:5]
    assert found[-1].message == f"{len(left) - 5} more things are still to be looked at"
    (made,) = build("2018-19", content=year, output=tmp_path / "out")
    assert "DRAFT" in text_of(made.path.read_bytes())[0]
    (found,) = [one for one in check("2018-19", content=year) if one.code == "review"]
    assert "pages bear the draft mark until then" in found.message
    assert "2018-19  draft" in run("list").output
    review("2018-19", done=left, content=year)
    assert not refused(year)  # the numbers are still to come
    (made,) = build("2018-19", content=year, output=tmp_path / "out")
    assert "DRAFT" not in text_of(made.path.read_bytes())[0]
    assert "2018-19  final" in run("list").output


def test_an_import_leaves_the_words_to_be_looked_at(year, sheet):
    before = keys(year)
    book, rows = opened(sheet)
    cell(rows, "population", "New value").value = 310_000
    book.save(sheet)
    assert run("figures", "import", "2018-19", sheet).exit_code == 0
    assert keys(year) == before
    changed(year, "status: draft", "status: final")
    assert refused(year)


def test_the_next_new_makes_its_own_list(year):
    review("2018-19", done=["title"], content=year)
    new("2019-20", "2018-19", content=year)
    text = (year / "2019-20.yaml").read_text(encoding="utf-8")
    assert text.count("\nreview:") == 1
    assert "title" in keys(year, "2019-20")
    assert "review 2018-19" not in text


# A new project


def test_a_starter_cannot_be_published_as_it_is(tmp_path):
    init(tmp_path / "any", None, "2024-25")
    content = tmp_path / "any/content"
    file = content / "2024-25.yaml"
    text = file.read_text(encoding="utf-8").replace("status: draft", "status: final")
    for name in ("contacts", "referrals", "plans", "children-in-care"):
        text = text.replace(
            "value: null\n    symbol: x\n    reason: To be supplied.\n",
            f"value: {9000 - len(name) * 100}\n",
            1,
        )
    file.write_text(text, encoding="utf-8")
    assert len(refused(content, "2024-25")) == 6
    listed = {one.key: one for one in review("2024-25", content=content).left}
    assert "board" in listed
    words = {said for one in listed.values() for _, said in one.words}
    loaded = load("2024-25", content, icons.names())
    assert {t.text for t in texts(loaded.summary)} <= words
    board = next((content / "boards").glob("*.yaml"))
    board.write_text("name: Anyshire Safeguarding Children Partnership\n", encoding="utf-8")
    assert "board" not in keys(content, "2024-25")
    review("2024-25", done=keys(content, "2024-25"), content=content)
    assert build("2024-25", content=content, output=tmp_path / "out", final=True)


def test_a_name_that_was_given_is_not_asked_for(tmp_path):
    init(tmp_path / "any", "Anyshire Partnership", "2024-25")
    assert "board" not in keys(tmp_path / "any/content", "2024-25")


# Figures and --final


@pytest.mark.parametrize("symbol", ["c", "z", "u", "low"])
def test_a_number_that_is_known_and_not_shown_is_published(content, symbol, tmp_path):
    text = (content / "2017-18.yaml").read_text(encoding="utf-8")
    (content / "2017-18.yaml").write_text(
        text.replace("    symbol: x\n", f"    symbol: {symbol}\n"), encoding="utf-8"
    )
    (made,) = build("2017-18", content=content, output=tmp_path / "out", final=True)
    assert f"[{symbol}]" in " ".join(text_of(made.path.read_bytes()))
    assert "to be supplied" not in run("check", "2017-18").output


@pytest.mark.parametrize("symbol", ["c", "z", "u", "low", "x\n    required: false"])
@pytest.mark.parametrize("reason", ["To be supplied.", "to be  supplied"])
def test_a_promise_is_no_reason_to_publish(content, symbol, reason):
    changed(
        content,
        "    symbol: x\n    reason: The number is missing from the text of the printed summary.\n",
        f"    symbol: {symbol}\n    reason: {reason}\n",
        "2017-18",
    )
    with pytest.raises(ContentError) as caught:
        build("2017-18", content=content, output=content / "out", final=True)
    assert {one.code for one in caught.value.problems} == {"reason-missing"}
    assert len(caught.value.problems) == 2
    assert all(one.place.source.startswith("    reason:") for one in caught.value.problems)


def test_a_promise_in_a_series_is_refused_too(content):
    changed(
        content,
        "      2016: 1305\n",
        "      2016: {value: null, symbol: c, reason: To be supplied.}\n",
        "2017-18",
    )
    with pytest.raises(ContentError, match="as the reason why there is no number"):
        build("2017-18", content=content, output=content / "out", final=True)


def test_of_a_printed_text_is_spoken_only_where_there_is_one(content, tmp_path):
    def said(edition: str) -> str:
        (made,) = build("2017-18", content=content, output=tmp_path, editions=[edition])
        return " ".join(" ".join(text_of(made.path.read_bytes())).split())

    spoken = {
        "board": "not in the printed summary",
        "leaflet": "Some headings, lines below headings",
    }
    for edition, words in spoken.items():
        assert words in said(edition)
    assert not [one for one in check("2017-18", content=content) if not one.accepted]
    changed(content, "printed: true", "printed: false", "2017-18")
    for edition, words in spoken.items():
        assert words not in said(edition)
    (found,) = [one for one in check("2017-18", content=content) if not one.accepted]
    assert found.code == "editorial-alone"
    assert "(and 6 more)" in found.message

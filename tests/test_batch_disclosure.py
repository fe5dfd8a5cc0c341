"""Many reports: what identifies somebody is left out, and nothing gives it away."""

from __future__ import annotations

import pytest

from authorities import FOLDER, edited, sample_of
from hscb_report.batch import pool
from hscb_report.batch.content import content_of
from hscb_report.batch.pack import template, unpacked
from hscb_report.batch.run import batch
from hscb_report.batch.table import hashed
from hscb_report.batch.worker import DONE, Outcome, report


@pytest.fixture(scope="module")
def plain() -> tuple:
    """The template and its pack."""
    return template("2017-18", FOLDER)


@pytest.fixture
def here(monkeypatch):
    """Rows are made in this process, which has all imported already."""

    def outcomes(jobs, folder, workers, limit):
        yield from ((key, report(folder, job)) for key, job in jobs)

    monkeypatch.setattr(pool, "outcomes", outcomes)


def content_with(plain, **cells: str):
    """The content of Hampshire's row with other cells."""
    pack, _ = plain
    row = {"name": "x", "texts": {}, "figures": {}}
    for name, value in cells.items():
        row["figures"][name.replace("_", "-")] = {"value": value, "symbol": None, "reason": None}
    with unpacked(pack) as folder:
        return content_of(folder, pack.period, row)


def test_a_small_count_is_left_out_and_what_gives_it_away(plain):
    """The one beside it with the same reason, in an order that does not tell them apart: with "one
    of both is small, the other is not" 7 would be 1 and 6.
    """
    loaded, _, hidden = content_with(plain, first_sexual="3", first_physical="126")
    figures = loaded.summary.figures
    assert hidden == ["first-physical", "first-sexual"]
    assert figures["first-sexual"].symbol == "c"
    assert figures["first-sexual"].reason == figures["first-physical"].reason


def test_a_gap_that_is_a_few_people_is_no_gap(plain):
    """Publishers write x of what they suppress as well: 1294 less 950, 126 and 215 is 3."""
    x = {"value": None, "symbol": "x", "reason": "Not available.", "bound": None}
    pack, summary = plain
    figures = {
        "first-sexual": x,
        "first-physical": {"value": "126"},
        "first-several": {"value": "0"},
    }
    with unpacked(pack) as folder:
        row = {"name": "x", "texts": summary.texts, "figures": figures}
        _, found, hidden = content_of(folder, pack.period, row)
    assert hidden == ["first-physical"] and not [one for one in found if one.severity == "error"]


def test_a_rate_of_a_count_that_is_left_out_is_left_out(plain):
    """By its name, and by what it is called: "of referrals ..."; that of the region stays."""
    loaded, _, hidden = content_with(plain, referrals="3", referrals_rate="1.2", repeats="33.3",
        repeats_region="25.2")  # fmt: skip
    assert hidden == ["referrals", "referrals-rate", "repeats"]
    assert loaded.summary.figures["repeats-region"].value is not None


@pytest.mark.parametrize(
    ("name", "words", "refused"),
    [
        ("x", "Of these, 3 came twice.", True),
        ("x", "Of these, three came twice.", True),
        ("Ward 3", "Ward 3 and 17 others.", False),
        ("x", "We met 2 children.", True),
        ("x", "Table C3, since 2013.", False),
    ],
)
def test_words_of_a_row_do_not_hold_what_is_left_out(plain, name, words, refused):
    pack, summary = plain
    texts = summary.texts | {"of-referrals": words}
    row = {"name": name, "texts": texts, "figures": {"referrals": {"value": "3"}}}
    with unpacked(pack) as folder:
        _, found, _ = content_of(folder, pack.period, row)
    problems = [one for one in found if one.key == ("texts", "of-referrals")]
    assert [one.severity for one in problems] == ["error"] * refused
    assert not any(sign.isdigit() for one in problems for sign in one.message)


def test_a_number_of_a_refused_row_stands_nowhere_in_the_folder(here, tmp_path):
    """Not in what is wrong with it, and not in a hash that could be tried."""
    content = edited(tmp_path, ("on_small: suppress", "on_small: refuse"))

    def small(rows):
        rows[1][rows[0].index("figures.referrals.value")] = "3"
        return rows

    table = sample_of(tmp_path, ("Hampshire",), small)
    result = batch(table, "2017-18", content=content, output=tmp_path / "out", workers=1)
    (record,) = result.failed
    (problem,) = record.problems
    assert problem["cell"] == "H2" and problem["code"] == "small-count"
    assert "3" not in problem["message"] + problem["hint"] + result.problems["Hampshire"][0].message
    assert "row" not in record.inputs


def test_a_hash_tells_nothing_of_what_is_left_out(plain):
    row = {"name": "x", "texts": {}, "figures": {"a": {"value": "3"}, "b": {"value": "20"}}}
    other = {**row, "figures": {"a": {"value": "4"}, "b": {"value": "20"}}}
    assert hashed(row, ["a"]) == hashed(other, ["a"])
    assert len({hashed(row), hashed(other), hashed(row, ["a"])}) == 3


def test_a_resumed_run_sees_what_is_to_be_left_out_now(tmp_path, monkeypatch):
    """Though the manifest cannot tell it; and says what the reports together give away."""

    def outcomes(jobs, folder, workers, limit):
        for key, job in jobs:
            hidden = tuple(content_of(folder, job.period, job.row)[2])
            yield key, Outcome(DONE, {f"{job.stem}.pdf": b"a report"}, hidden=hidden)

    monkeypatch.setattr(pool, "outcomes", outcomes)

    def run(sexual: str, physical: str):
        def change(rows):
            at = next(row for row in rows if row[0] == "Hampshire")
            at[rows[0].index("figures.first-sexual.value")] = sexual
            at[rows[0].index("figures.first-physical.value")] = physical
            return rows

        table = sample_of(tmp_path, ("Hampshire", "Halton"), change)
        return batch(table, "2017-18", content=FOLDER, output=tmp_path / "out", resume=True)

    first = run("3", "126")
    assert 'only that of Hampshire leaves "first-physical" out' in first.notices[0]
    assert run("4", "125").made == {}  # its report would be the same
    assert run("56", "73").made == {"Hampshire": "other numbers are to be left out"}

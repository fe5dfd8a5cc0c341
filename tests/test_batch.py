"""Many reports from a table: each its own, whatever becomes of the others."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil

import pytest
from typer.testing import CliRunner

from authorities import EXAMPLE, FOLDER, SAMPLE, edited, sample_of
from batches import manifest_of, rows_of, strangers
from hscb_report import build
from hscb_report.batch import pool
from hscb_report.batch.alone import alone_in
from hscb_report.batch.manifest import Record, append, read
from hscb_report.batch.pack import template, unpacked
from hscb_report.batch.run import batch
from hscb_report.batch.table import read as read_table
from hscb_report.batch.worker import CONTENT, DONE, LOST, Job, report, row_anywhere
from hscb_report.cli import app
from hscb_report.errors import ExitCode, FileError
from hscb_report.products import Order


@pytest.fixture(scope="module")
def plain() -> tuple:
    """The template and its pack."""
    return template("2017-18", FOLDER)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A run of the sample in which a worker was killed, and what it came to."""
    home = tmp_path_factory.mktemp("batch")
    table, killed = sample_of(home), []

    def kill(step: str) -> None:
        if not killed and "of 5 reports" in step:
            killed.extend(multiprocessing.active_children()[:1])
            killed[0].kill()

    result = batch(table, "2017-18", content=FOLDER, output=home / "out", progress=kill)
    assert killed
    return table, home / "out", result


@pytest.fixture(scope="module")
def whole(made):
    """The same run when it was resumed: what the folder held before, and what was made."""
    table, folder, _ = made
    before = {one.name: one.read_bytes() for one in folder.glob("*.pdf")}
    result = batch(table, "2017-18", content=FOLDER, output=folder, workers=1, resume=True)
    return table, folder, result, before


def test_a_killed_worker_costs_one_row(made):
    _, folder, result = made
    (lost,) = result.failed
    assert lost.status == LOST and result.exit_code is ExitCode.INTERNAL
    assert "its worker ended" in lost.problems[0]["message"]
    assert len(list(folder.glob("*.pdf"))) == len(SAMPLE) - 1


def test_it_is_made_when_the_run_is_resumed_and_nothing_else(made, whole):
    _, _, first = made
    _, folder, result, before = whole
    assert result.made == {first.failed[0].name: "it failed before"}
    assert result.exit_code is ExitCode.DONE
    now = {one.name: one.read_bytes() for one in folder.glob("*.pdf")}
    assert len(now) == len(SAMPLE) and {name: now[name] for name in before} == before


def test_every_report_is_its_own(whole):
    _, folder, _, _ = whole
    rows, records = rows_of(EXAMPLE / "authorities.csv"), manifest_of(folder)
    assert [*records] == sorted(SAMPLE, key=[*rows].index)
    for name, record in records.items():
        for file, digest in record["files"].items():
            data = (folder / file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest
            assert strangers(data, name, rows, record["suppressed"]) == []
    other = (folder / "slough-2017-18.pdf").read_bytes()
    assert len(strangers(other, "Hampshire", rows)) > 20  # the question can be answered with no


def test_the_templates_own_row_is_as_the_template_is_built(whole, tmp_path):
    _, folder, _, _ = whole
    (one,) = build("2017-18", content=FOLDER, output=tmp_path)
    assert one.path.read_bytes() == (folder / "hampshire-2017-18.pdf").read_bytes()


def test_what_gives_a_number_away_is_left_out_and_said(whole):
    _, folder, _, _ = whole
    records = manifest_of(folder)
    assert records["North Tyneside"]["suppressed"] == ["first-neglect", "latest-neglect"]
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "left out, so that no small number is told: first-neglect, latest-neglect" in page


def test_the_index_is_a_page_without_scripts_and_has_all(whole):
    page = (whole[1] / "index.html").read_text(encoding="utf-8")
    assert all(f'<th scope="row">{name}</th>' in page for name in SAMPLE)
    assert "<script" not in page and "5 of 5 reports are made" in page
    assert 'href="isles-of-scilly-2017-18.pdf"' in page


def test_any_worker_makes_the_same_bytes(whole, plain):
    """As a machine does that has nothing but what it was sent."""
    table, folder, _, _ = whole
    pack, summary = plain
    row = next(one for one in read_table(table, summary).rows if one.name == "Slough")
    found = row_anywhere(pack, Job("2017-18", Order(), row.stem, row.as_dict()))
    assert found.files == {"slough-2017-18.pdf": (folder / "slough-2017-18.pdf").read_bytes()}
    old = Job("2017-18", Order(), row.stem, row.as_dict(), version="0.0.1")
    assert row_anywhere(pack, old).status == LOST


def test_a_row_that_hangs_is_stopped(plain):
    pack, summary = plain
    row = read_table(EXAMPLE / "authorities.csv", summary).rows[0]
    job = Job("2017-18", Order(), row.stem, row.as_dict())
    with unpacked(pack) as folder:
        ((key, found),) = pool.outcomes([("one", job)], folder, 1, 0.01)
    assert (key, found.status) == ("one", LOST)
    assert "0.01 seconds" in found.problems[0].message


@pytest.fixture
def here(monkeypatch):
    """Rows are made in this process, which has all imported already."""

    def outcomes(jobs, folder, workers, limit):
        yield from ((key, report(folder, job)) for key, job in jobs)

    monkeypatch.setattr(pool, "outcomes", outcomes)


def test_a_row_with_errors_costs_that_row_and_is_told_by_its_cell(here, tmp_path):
    """Where the template refuses, what can be worked out stops the report."""
    content = edited(tmp_path, ("on_small: suppress", "on_small: refuse"))
    result = batch(
        sample_of(tmp_path, ("Halton", "North Tyneside")),
        "2017-18", content=content, output=tmp_path / "out", workers=1,
    )  # fmt: skip
    (failed,) = result.failed
    assert (failed.name, failed.status) == ("North Tyneside", CONTENT)
    assert result.exit_code is ExitCode.CONTENT
    cell = result.problems["North Tyneside"][0].place
    assert cell.file.name == "sample.csv" and cell.cell == "Z2"
    assert (tmp_path / "out/halton-2017-18.pdf").exists()


def test_only_what_changed_is_made_and_why_is_said(here, whole, tmp_path):
    folder = whole[1]
    out = tmp_path / "out"
    shutil.copytree(folder, out)
    (out / "slough-2017-18.pdf").write_bytes(b"edited")
    (out / "city-of-london-2017-18.pdf").unlink()

    def other(rows):
        for row in rows[1:]:
            if row[0] == "Hampshire":
                row[rows[0].index("figures.referrals.value")] = "16116"
        return rows[:-1]  # without Isles of Scilly

    said: list[str] = []

    def stop(step: str) -> None:
        said.append(step)
        if "reports" in step:
            raise KeyboardInterrupt

    changed = sample_of(tmp_path, change=other)
    result = batch(
        changed, "2017-18", content=FOLDER, output=out, workers=1, resume=True, progress=stop
    )
    assert result.made == {
        "Hampshire": "its row changed",
        "Slough": "slough-2017-18.pdf was changed since",
        "City of London": "city-of-london-2017-18.pdf is not there any more",
    }
    assert result.stopped and result.exit_code is ExitCode.STOPPED
    assert "1 of 3 reports" in said[-1] and "a second" in said[-1] and "left" in said[-1]
    assert "isles-of-scilly-2017-18.pdf" in result.notices[0]
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("Not reached") == 2 and "<li>isles-of-scilly-2017-18.pdf</li>" in page
    again = batch(
        changed, "2017-18", content=FOLDER, output=out, workers=1, resume=True, progress=stop
    )
    assert "isles-of-scilly-2017-18.pdf" in again.notices[0]  # until somebody deletes it


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    with alone_in(tmp_path), pytest.raises(FileError, match="another run writes"):
        with alone_in(tmp_path):
            pass
    with alone_in(tmp_path):
        pass


def test_a_manifest_that_was_torn_is_read_as_far_as_it_goes(tmp_path):
    one = Record("A", 2, DONE, {"row": "1"}, "0")
    append(tmp_path, one)
    with (tmp_path / "manifest.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"name": "B", "li')
    assert read(tmp_path) == {"A": one}
    append(tmp_path, Record("B", 3, DONE, {"row": "1"}, "0", {"old.pdf": "1"}))
    append(tmp_path, Record("B", 3, DONE, {"row": "2"}, "0", {"new.pdf": "1"}))
    found = read(tmp_path)
    assert found["B"].inputs == {"row": "2"} and [*found[""].files] == ["old.pdf", "new.pdf"]


def test_a_fault_of_the_tool_costs_its_row(tmp_path):
    found = report(tmp_path / "nowhere", Job("2017-18", Order(), "x", {}))
    assert found.status == LOST and "KeyError" in found.problems[0].message


def test_the_command(here, tmp_path, monkeypatch):
    """What it prints where the table cannot be read, and what it says as data."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    arguments = ["batch", "nothing.csv", "--template", "2017-18", "--content", str(FOLDER)]
    assert run.invoke(app, arguments).exit_code == ExitCode.FILE
    table = sample_of(tmp_path, ("Hampshire",))
    arguments[1] = str(table)
    found = run.invoke(app, [*arguments, "--workers", "1", "--format", "json"])
    said = json.loads(found.stdout)
    assert found.exit_code == 0 and said["made"][0]["name"] == "Hampshire"
    found = run.invoke(app, [*arguments, "--resume"])
    assert "1 of 1 report in" in found.output and "1 of them as they were" in found.output

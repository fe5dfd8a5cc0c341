"""The fuzz run finds what it is meant to find, and makes each case again by its seed. Some cases of
each kind, always the same, are tried here; ``.ci/run`` tries more.
"""

from __future__ import annotations

import gc
import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from fuzz import packages, pool, stock, trial
from fuzz.cases import KINDS, Case, after_all, emptied, files_in
from fuzz.faults import MEGABYTES, OUTPUT, SECONDS, Outcome, faults_of
from fuzz.worker import trials


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> stock.Stock:
    """What the cases begin with."""
    return stock.made(tmp_path_factory.mktemp("stock"))


@pytest.fixture
def running():
    """Commands run in this process: afterwards it collects its garbage again, and theirs."""
    yield
    gc.unfreeze()
    gc.enable()
    gc.collect()
    gc.freeze()


# What counts as a fault

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.mark.parametrize(
    ("command", "done", "before", "after", "kind"),
    [
        ("check 1", Outcome(None, error=KeyError("a")), {}, {}, "check: KeyError"),
        ("check 1", Outcome(5, "failed"), {}, {}, "check: exit 5"),
        ("build 1", Outcome(3, "does not hold"), {}, {}, "build: exit 3"),
        ("verify 1", Outcome(1, "odd"), {}, {}, "verify: exit 1"),
        ("check 1", Outcome(None, "so far"), {}, {}, "check: hangs"),
        ("check 1", Outcome(-9, "odd"), {}, {}, "check: exit -9"),
        ("check 1", Outcome(1, " \n"), {}, {}, "check: exit 1 without a word"),
        ("check 1", Outcome(1, "a\x1b[31m"), {}, {}, "check: a control character is printed"),
        ("check 1", Outcome(0, "", None, SECONDS + 1), {}, {}, f"check: over {SECONDS} s"),
        ("check 1", Outcome(0, "", None, 0, MEGABYTES + 1), {}, {}, f"check: over {MEGABYTES} MB"),
        (
            "check 1",
            Outcome(1, "a" * (OUTPUT + 1)),
            {},
            {},
            f"check: over {OUTPUT} letters printed",
        ),
        ("check 1", Outcome(0), {}, {"a": b""}, "check: exit 0 and files changed"),
        (
            "figures import 1 a.csv --dry-run",
            Outcome(0),
            {},
            {"content/1.yaml": b""},
            "figures import: exit 0 and files changed",
        ),
        ("build 1", Outcome(1, "no"), {}, {"out/a.pdf": PDF}, "build: exit 1 and files changed"),
        ("build 1", Outcome(0), {}, {"out/a.pdf": PDF[:9]}, "build: half a PDF"),
        ("build 1", Outcome(0), {}, {"out/.a-1.part": b""}, "build: litter"),
        ("build 1", Outcome(0), {"a": b""}, {}, "build: a file is gone"),
        ("build 1", Outcome(0), {"a": b""}, {"a": b"1"}, "build: a file elsewhere changed"),
    ],
)
def test_a_planted_fault_is_found(command, done, before, after, kind):
    kinds = [one.kind for one in faults_of(command.split(), done, before, after)]
    assert kind in kinds


@pytest.mark.parametrize(
    ("command", "done", "after"),
    [
        ("check 1", Outcome(1, "content/1.yaml:1:1: error: ...\n"), {}),
        ("build 1", Outcome(0, "out/a.pdf\n", None, SECONDS, MEGABYTES), {"out/a.pdf": PDF}),
        ("verify a.pdf", Outcome(6, ""), {}),
        ("verify a.pdf", Outcome(3, "faults\n"), {}),
        ("figures import 1 a.csv", Outcome(0, "1 figure changed"), {"content/1.yaml": b"a"}),
    ],
)
def test_what_commands_may_do_is_no_fault(command, done, after):
    assert faults_of(command.split(), done, {}, after) == []


def test_an_import_keeps_what_it_says():
    def found(*codes: int, last: str = "nothing to change in a") -> list[str]:
        done = [([""], Outcome(code)) for code in codes]
        done[-1][1].printed = last
        return [one.kind.removeprefix("figures import: ") for one in after_all(CASE, done)]

    assert found(0, 0, 0, 0) == found(1, 1, 0, 1) == []
    assert found(1, 0, 0, 0) == ["--dry-run says otherwise"]
    assert found(0, 0, 1, 0) == ["what it wrote has errors"]
    assert found(0, 0, 0, 0, last="1 figure") == ["the same again changes more"]


CASE = Case("sheets", 1)


def test_a_fault_of_the_tool_is_told_with_its_place(made, monkeypatch, tmp_path, running):
    from hscb_report import project

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(project, "examined", broken)
    monkeypatch.setenv("HSCB_REPORT_TRACEBACK", "1")
    room = emptied(tmp_path / "room")
    commands = Case("contents", 11).make(emptied(room / "made"), made)
    faults, _ = trials(Case("contents", 11), commands, room, None, as_commands=False)
    assert "check: RuntimeError in project.py check" in {one.kind for one in faults}
    assert any("planted" in one.detail for one in faults)


def test_in_a_process_of_its_own_time_and_memory_are_counted(tmp_path):
    done = trial.apart(["--help"], tmp_path)
    assert done.code == 0
    assert "hscb_report" in done.printed
    assert done.seconds > 0


def test_a_command_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(trial, "HANGS", 0.01)
    assert trial.apart(["check", "2017-18"], tmp_path).code is None


# Cases


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_seed_makes_a_case_again(kind, made, tmp_path):
    found = []
    for seed in range(8):
        folders = [emptied(tmp_path / name) for name in "ab"]
        commands = [Case(kind, seed).make(folder, made) for folder in folders]
        assert commands[0] == commands[1]
        assert files_in(folders[0]) == files_in(folders[1])
        assert files_in(folders[0]) not in found
        found.append(files_in(folders[0]))


def test_a_workbook_is_the_same_on_any_day():
    """Else a seed would make another case tomorrow."""

    def book(day: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            core = f"<dcterms:created>2026-11-{day}T10:00:00Z</dcterms:created>"
            package.writestr(zipfile.ZipInfo("docProps/core.xml", (2026, 11, day, 0, 0, 0)), core)
        return out.getvalue()

    assert book(29) != book(30)
    assert packages.settled(book(29)) == packages.settled(book(30))


def test_some_cases_of_each_kind_have_no_fault(made, tmp_path):
    cases = [Case(kind, seed) for kind in sorted(KINDS) for seed in (1, 2, 3)]
    told: list[str] = []
    one = pool.Pool(made.folder, tmp_path / "room", tmp_path / "saved", told.append)
    found = one.run(iter(cases), time.monotonic() + 300, workers=1)
    assert told == []
    assert found.unmade == {}
    assert found.cases == {kind: 3 for kind in KINDS}
    assert {code.split()[0] for code in found.codes} >= {"check", "build", "figures", "verify"}


# The watchdog

BEGINS = 'import sys, time; print(\'{"step": "ready"}\', flush=True); sys.stdin.readline(); '
SAYS = 'print(\'{"step": "build 1"}\', flush=True); '


@pytest.mark.parametrize(
    ("does", "kind"),
    [("time.sleep(60)", "hangs: build"), ("sys.exit(1)", "the process is gone: build")],
)
def test_a_worker_that_hangs_or_goes_is_ended_and_told(does, kind, tmp_path):
    worker = pool.Worker(tmp_path, tmp_path / "room", ("-c", BEGINS + SAYS + does), waits=1)
    try:
        for _ in range(2):  # and the next one begins
            answer = worker.tried(Case("contents", 1))
            assert answer["faults"] == [{"kind": kind, "detail": "build 1"}]
    finally:
        worker.end()


def test_what_cannot_be_tried_is_not_passed_over(made, tmp_path, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(pool.Worker, "tried", broken)
    with pytest.raises(RuntimeError, match="planted"):
        pool.Pool(made.folder, tmp_path, tmp_path).run(iter([CASE]), time.monotonic() + 9, 1)


def test_a_case_that_cannot_be_made_is_no_fault(tmp_path):
    making = 'print(\'{"step": "making the case"}\', flush=True)'
    worker = pool.Worker(tmp_path, tmp_path / "room", ("-c", BEGINS + making), waits=5)
    assert worker.tried(Case("pdfs", 1)) == {"faults": [], "unmade": "the process is gone"}


def test_a_case_with_a_fault_is_kept(made, tmp_path):
    room = tmp_path / "room"
    fault = {"kind": "check: exit 5", "detail": "planted"}
    case = Case("contents", 3)
    commands = case.make(emptied(room / "made"), made)
    (room / "commands.json").write_text(json.dumps(commands), encoding="utf-8")
    one = pool.Pool(made.folder, tmp_path, tmp_path / "saved")
    one._note(case, {"faults": [fault]}, room)
    kept = Path(tmp_path / "saved/contents-3")
    assert case.again in (kept / "faults.txt").read_text(encoding="utf-8")
    assert json.loads((kept / "commands.json").read_text(encoding="utf-8")) == commands
    assert files_in(room / "made").items() <= files_in(kept).items()
    assert list(one.found.faults) == ["check: exit 5"]


def test_what_was_slow_in_a_worker_alone_is_no_fault(made, tmp_path):
    room = tmp_path / "room"
    case = Case("contents", 3)
    commands = case.make(emptied(room / "made"), made)
    (room / "commands.json").write_text(json.dumps(commands[:1]), encoding="utf-8")
    one = pool.Pool(made.folder, tmp_path, tmp_path / "saved")
    one._note(case, {"faults": [{"kind": "check: over 10 s", "detail": ""}]}, room)
    assert one.found.faults == {}
    assert len(one.found.once) == 1

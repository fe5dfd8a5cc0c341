"""Output that goes nowhere: closed, full, or to a reader who has seen enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

posix = pytest.mark.skipif(os.name == "nt", reason="of POSIX shells")
PDF = "anyshire-annual-report-summary-2024-25.pdf"


def run(arguments: str, **streams: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hscb_report", *arguments.split()],
        check=False,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=100,
        **streams,
    )


@pytest.mark.parametrize(
    ("arguments", "code"), [("check 2024-25 --format json", 0), ("check 2017-18", 2)]
)
def test_a_reader_who_has_seen_enough_changes_no_exit_code(sample, arguments, code):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = run(arguments, stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert done.returncode == code
    assert "rror" not in done.stderr.replace("error: there is no content/2017-18.yaml", "")


@posix
def test_what_is_written_is_written_though_the_reader_has_gone(sample):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = run("figures export 2024-25 --output a.csv", stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")
    assert (sample.parent / "a.csv").exists()


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("arguments", "code"), [("check", 4), ("check --format json", 4), ("check nowhere", 2)]
)
def test_a_full_disk_behind_the_output_is_said(sample, arguments, code):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run(arguments, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == code
        assert ("standard output cannot be written: the disk is full" in done.stderr) == (code == 4)
        assert run(arguments, stdout=full, stderr=full).returncode == code


@posix
def test_closed_streams_take_nothing_along(sample):
    code = f'exec "{sys.executable}" -m hscb_report build 2024-25 --verbose <&- >&- 2>&-'
    done = subprocess.run(
        ["sh", "-c", code],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0
    data = (sample.parent / "output/2024-25" / PDF).read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"laying out" not in data, "what was printed has not gone into a file"


@posix
@pytest.mark.parametrize("arguments", ["check", "build 2024-25 --content {} --output {}"])
def test_a_working_folder_that_is_gone(sample, arguments):
    gone = sample.parent / "gone"
    gone.mkdir()
    script = (
        "import os, shutil, sys\nfrom hscb_report.cli import main\n"
        f"sys.argv[1:] = {arguments.format(sample, sample).split()!r}\nos.chdir({str(gone)!r})\n"
        f"shutil.rmtree({str(gone)!r})\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 4, done.stderr
    assert "the folder that you are in is no longer there" in done.stderr
    assert not (sample.parent / "gone").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{}"],
        ["build", "{}"],
        ["build", "2024-25", "--output", "{}"],
        ["build", "2024-25", "--content", "{}"],
        ["new", "{}", "--from", "2024-25"],
        ["new", "2025-26", "--from", "{}"],
        ["review", "{}"],
        ["list", "--content", "{}"],
        ["figures", "export", "2024-25", "--output", "{}.csv"],
        ["figures", "import", "2024-25", "{}.csv"],
        ["schema", "--output", "{}"],
        ["verify", "{}"],
        ["init", "{}"],
        ["init", "made", "--board", "{}"],
        ["compare", "{}", "2024-25"],
    ],
    ids=" ".join,
)
def test_a_name_that_is_too_long_is_a_sentence(sample, arguments):
    from year import run as called

    before = sorted(sample.rglob("*"))
    done = called(*(argument.format("é" * 300) for argument in arguments))
    made = Path("made")
    if arguments[0] == "init" and made.exists():
        shutil.rmtree(made)
        assert done.exit_code == 0
        return
    assert done.exit_code in (2, 4), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert sorted(sample.rglob("*")) == before
    assert not [path for path in sample.parent.iterdir() if len(path.name) > 100]


@posix
def test_ctrl_c_ends_in_130_and_not_in_the_code_of_bad_content():
    """A stopped run says so in a word."""
    code = (
        "import signal, sys, time\n"
        "from hscb_report.cli import main\n"
        "import hscb_report.cli.check as check\n"
        "check.check = lambda *given, **named: (signal.raise_signal(signal.SIGINT), time.sleep(9))\n"  # noqa: E501
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job may ignore it
        "sys.argv = ['hscb-report', 'check', '2024-25']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "Stopped.")

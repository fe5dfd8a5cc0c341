"""Set the tool up beside this file, then run it: nothing but Python 3.11 or newer is needed.

    python run.py build 2017-18      build the report (any command of hscb-report)
    python run.py test               run the tests (what follows is for pytest)

The first run makes the folder .venv and installs into it exactly what .lock/ lists, each file
checked by its hash; later runs only use it. The first `verify` adds veraPDF, which judges PDFs, and
goes on without it where that cannot be had; the first `preview` adds the preview, and the first
`batch --scheduler` what a Dask cluster needs.
"""

from __future__ import annotations

import sys

if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False):
    del sys.path[0]  # this folder: what lies in it is content, and no module of Python

import hashlib
import os
import platform
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"
JUDGE = VENV / "verify.txt"
"""The stamp of what `verify` needs beside the rest."""
PREVIEW = VENV / "preview.txt"
"""The stamp of what `preview` needs beside the rest."""
CLUSTER = VENV / "dask.txt"
"""The stamp of what `batch --scheduler` needs beside the rest."""
JUDGE_SIZE = "some 55 MB to download, 130 MB on the disk"
"""What .lock/verify.txt lists beside .lock/run.txt, as measured: 51 to 56 MB for Windows, macOS and
Linux."""
PREVIEW_SIZE = "some 1 MB to download"
CLUSTER_SIZE = "some 5 MB to download"
NEWEST = (3, 14)
"""The newest Python that the locks have files for."""


def state(lock: str) -> str:
    """What a finished set-up writes into its stamp: it changes with the lock and with Python."""
    return hashlib.sha256((HERE / lock).read_bytes() + sys.version.encode()).hexdigest()


def set_up(lock: str) -> None:
    """Make the virtual environment, and install what a lock lists, once for each state of both.

    It begins from nothing each time, so what an interrupted set-up left behind does no harm. The
    stamp is written last. What the tests need holds all that the tool needs.

    Raises:
        subprocess.CalledProcessError, OSError: it did not work.
    """
    enough = {state(lock), state(".lock/test.txt")}
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") in enough:
        return
    _say(f"Setting up (once, about a minute): what {lock} lists, into the folder .venv ...")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    subprocess.run([*pip(), *exactly(lock)], cwd=HERE, check=True)
    STAMP.write_text(state(lock), encoding="utf-8")


def add_judge() -> None:
    """Install what `verify` needs beside the rest, once; say so, and go on without it where that
    does not work. There are no files of it for Windows on ARM.
    """
    if sys.platform == "win32" and platform.machine() == "ARM64":
        return
    _add(
        ".lock/verify.txt",
        JUDGE,
        f"veraPDF, which judges PDFs (once): {JUDGE_SIZE}, into the folder .venv",
        "veraPDF could not be set up, so this goes on without it; the next verify tries again. "
        "It is downloaded: this computer must reach the internet.",
    )


def add_preview() -> None:
    """Install what `preview` needs beside the rest, once; where that does not work, the command
    says what is missing.
    """
    _add(
        ".lock/preview.txt",
        PREVIEW,
        f"the preview (once): {PREVIEW_SIZE}, into the folder .venv",
        "The preview could not be set up. It is downloaded: this computer must reach the internet.",
    )


def add_cluster() -> None:
    """Install what a Dask cluster needs beside the rest, once; where that does not work, the
    command says what is missing.
    """
    _add(
        ".lock/dask.txt",
        CLUSTER,
        f"Dask (once): {CLUSTER_SIZE}, into the folder .venv",
        "Dask could not be set up. It is downloaded: this computer must reach the internet.",
        tested=False,
    )


def _add(lock: str, stamp: Path, what: str, failed: str, tested: bool = True) -> None:
    """Install what a lock lists beside the rest, once for each state of it; where all that the
    tests need is there, that holds it, unless it is not tested.
    """
    whole = tested and STAMP.read_text(encoding="utf-8") == state(".lock/test.txt")
    if whole or (stamp.exists() and stamp.read_text(encoding="utf-8") == state(lock)):
        return
    _say(f"Setting up {what} ...")
    try:
        subprocess.run([*pip(), "--retries", "1", *exactly(lock)], cwd=HERE, check=True)
    except (subprocess.CalledProcessError, OSError):
        _say(failed)
        return
    stamp.write_text(state(lock), encoding="utf-8")


def pip() -> list[str]:
    """The command that installs into the virtual environment. Modules are compiled where they are
    imported: most never are.
    """
    quiet = ["--quiet", "--disable-pip-version-check"]
    return [str(PYTHON), "-m", "pip", "install", *quiet, "--no-compile"]


def exactly(lock: str) -> list[str]:
    """What makes pip install what a lock lists, and nothing else."""
    return ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", lock]


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older Python meets first)
        _say(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Get it from "
            "python.org."
        )
        return 2
    testing = arguments[:1] == ["test"]
    try:
        set_up(".lock/test.txt" if testing else ".lock/run.txt")
        if arguments[:1] == ["verify"] and len(arguments) > 1 and "--help" not in arguments:
            add_judge()
        if arguments[:1] == ["preview"] and "--help" not in arguments:
            add_preview()
        if arguments[:1] == ["batch"] and any(one.startswith("--scheduler") for one in arguments):
            add_cluster()
    except KeyboardInterrupt:
        _say("Setting up was interrupted; the next run begins it again.")
        return 4
    except (subprocess.CalledProcessError, OSError) as error:
        _say(_failed(error))
        return 4
    env = dict(os.environ)
    if testing:
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), env.get("PYTHONPATH")]))
        run = ["-m", "pytest", "-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]
        _say(f"Testing with Python {sys.version.split()[0]} ...")
    else:
        run = ["-P", str(HERE / "hscb_report/__main__.py")]
        python = "py" if os.name == "nt" else "python3"
        for name, path in {"COMMAND": sys.argv[0], "ANYWHERE": str(HERE / "run.py")}.items():
            typed = f'"{path}"' if " " in path else path
            env.setdefault(f"HSCB_REPORT_{name}", f"{python} {typed}")
    try:
        return subprocess.run(
            [str(PYTHON), *run, *arguments[testing:]], cwd=HERE if testing else None, env=env
        ).returncode
    except KeyboardInterrupt:
        return 130


def _failed(error: Exception) -> str:
    """What went wrong, and what to do next."""
    command = isinstance(error, subprocess.CalledProcessError)
    what = f"Setting up failed: {' '.join(map(str, error.cmd)) if command else error}"
    if sys.version_info[:2] > NEWEST:
        return (
            f"{what}\nPython {sys.version.split()[0]} is newer than this project knows; use 3.11 "
            f"to {'.'.join(map(str, NEWEST))}."
        )
    return f"{what}\nCheck that this computer may reach the internet, and try again."


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Set the tool up beside this file, then run it: nothing but Python 3.11 or newer is needed.

    python run.py build 2017-18      build the report (any command of hscb-report)
    python run.py test               run the tests

The first run makes the folder .venv and installs into it; later runs only use it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def set_up(extra: str) -> None:
    """Make the virtual environment, and install what pyproject.toml asks for, once for each state
    of that file.
    """
    state = hashlib.sha256(
        (HERE / "pyproject.toml").read_bytes() + sys.version.encode()
    ).hexdigest()
    stamp = VENV / f"installed{extra.strip('[]')}.txt"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    print("Setting up (once, about a minute) ...", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run(
        [
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--editable",
            f".{extra}",
        ],
        cwd=HERE,
        check=True,
    )
    stamp.write_text(state, encoding="utf-8")


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older Python meets first)
        print(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Get it from "
            "python.org.",
            file=sys.stderr,
        )
        return 2
    testing = arguments[:1] == ["test"]
    try:
        set_up("[test]" if testing else "")
    except subprocess.CalledProcessError as error:
        print(
            f"Setting up failed: {' '.join(map(str, error.cmd))}\nCheck that this computer may "
            "reach the internet, "
            "delete the folder .venv, and try again.",
            file=sys.stderr,
        )
        return 4
    module = ["pytest", *arguments[1:]] if testing else ["hscb_report", *arguments]
    typed = (
        {}
        if testing
        else {
            "HSCB_REPORT_COMMAND": f"{'py' if os.name == 'nt' else 'python'} "
            f"{Path(sys.argv[0]).name}"
        }
    )
    return subprocess.run(
        [str(PYTHON), "-m", *module], cwd=HERE if testing else None, env={**typed, **os.environ}
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

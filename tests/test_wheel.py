"""The wheel carries all it needs: it builds a report away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

from conftest import ROOT


def test_the_wheel_works_in_an_empty_folder(tmp_path):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
        cwd=tmp_path,
    )
    wheel = next(tmp_path.glob("hscb_report-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert sum(name.endswith(".ttf") for name in names) == 3
    assert sum(name.endswith(".svg") for name in names) > 50
    assert any(name.endswith("fonts/OFL.txt") for name in names)
    assert "hscb_report/py.typed" in names
    assert any(name.endswith("profiles/sRGB.icc") for name in names)
    assert {name.rsplit("/", 1)[1] for name in names if "/year/starter/" in name} == {
        "README.md",
        "board.yaml",
        "content.yaml",
    }
    assert not any(name.startswith(("tests/", "content/")) for name in names)

    place = tmp_path / "installed"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            str(place),
            str(wheel),
        ],
        check=True,
        cwd=tmp_path,
    )
    shutil.copytree(ROOT / "content", tmp_path / "a copy" / "content")
    empty = tmp_path / "empty"
    empty.mkdir()
    env = {**os.environ, "PYTHONPATH": str(place)}
    where = subprocess.run(
        [sys.executable, "-c", "import hscb_report; print(hscb_report.__file__)"],
        cwd=empty,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert where.startswith(str(place))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "hscb_report",
            "build",
            "2017-18",
            "--content",
            str(tmp_path / "a copy" / "content"),
        ],
        cwd=empty,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert next((empty / "output/2017-18").glob("*.pdf")).stat().st_size > 50_000

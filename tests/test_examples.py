"""The examples build, as their README says."""

from __future__ import annotations

import re
import shlex

from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.cli import app


def test_every_command_of_the_examples_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = 0
    for readme in sorted((ROOT / "examples").glob("*/README.md")):
        for line in re.findall(
            r"^    python run\.py (.+)$", readme.read_text(encoding="utf-8"), re.MULTILINE
        ):
            arguments = [
                str(tmp_path) if argument.startswith("output/") else argument
                for argument in shlex.split(line)
            ]
            done = CliRunner().invoke(app, arguments)
            assert done.exit_code == 0, done.output
            found += 1
    assert found
    assert list(tmp_path.glob("*.pdf"))

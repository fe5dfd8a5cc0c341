"""The leaflet of 2017-18: its content, edited, and the command."""

from __future__ import annotations

import yaml
from typer.testing import CliRunner

from hscb_report.cli import app

STEM = "hscb-annual-report-summary-2017-18"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def change(content, edit) -> None:
    """Edit the 2017-18 content as data; its comments are lost, which does not matter here."""
    path = content / "2017-18.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8").replace("value: null", "value:"))
    edit(data)
    for figure in data["figures"].values():
        if "as_at" in figure:
            figure["as_at"] = figure["as_at"].isoformat()
    path.write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        .replace("'2018-03-31'", "2018-03-31")
        .replace("'2018-06-30'", "2018-06-30"),
        encoding="utf-8",
    )

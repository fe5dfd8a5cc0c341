"""The example of all local authorities, and tables and templates made of it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from conftest import ROOT

EXAMPLE = ROOT / "examples/authorities"
FOLDER = EXAMPLE / "content"
SAMPLE = ("Hampshire", "Slough", "City of London", "Isles of Scilly", "North Tyneside")
"""One as the template, one with a note of its own, two with little left to show, one of which the
Department's own suppression gives numbers away."""


def lines() -> list[list[str]]:
    with (EXAMPLE / "authorities.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def sample_of(folder: Path, names=SAMPLE, change=lambda rows: rows) -> Path:
    """A table with some rows of the example's."""
    head, *below = lines()
    rows = [head, *(row for row in below if row[0] in names)]
    file = folder / "sample.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(change(rows))
    return file


def edited(folder: Path, *changes: tuple[str, str]) -> Path:
    """The template's folder with changes."""
    shutil.copytree(FOLDER, folder / "content")
    file = folder / "content/2017-18.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return folder / "content"

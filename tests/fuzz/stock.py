"""What the cases begin with: sound contents, sheets and PDFs, made once for a run."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from hscb_report import build
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures

from .packages import settled

ROOT = Path(__file__).resolve().parents[2]

CONTENTS = {
    "small": ("tests/content", "2024-25", "", "2025-26"),
    "real": ("content", "2017-18", "", "2018-19"),
    "every": ("examples/every-block/content", "2024-25", "", "2025-26"),
    "care": ("examples/children-in-care/content", "2017-18", "2016-17", "2018-19"),
}
"""Folders of contents: where, the period, the one before if it is there, and the one to come."""

FILES = {
    "small": {"editions": ["board"]},
    "real": {"editions": ["board"]},
    "every": {"editions": ["large-print", "leaflet"]},
    "care": {"editions": ["leaflet"], "purpose": "press", "marks": True},
}
"""The PDFs that are made of each."""


@dataclass(frozen=True)
class Stock:
    """What the cases begin with.

    Attributes:
        folder: where all of it stands.
        contents: folders below it, the period, and the one before or nothing.
        sheets: folders of contents, their new period, and its sheet in each format beside them.
        pdfs: files.
        names: the keys that content files and boards' files know.
    """

    folder: Path
    contents: list[tuple[str, str, str]]
    sheets: list[tuple[str, str]]
    pdfs: list[Path]
    names: list[str]


def made(folder: Path) -> Stock:
    """Make the stock in an empty folder."""
    for name, (source, period, _, following) in CONTENTS.items():
        shutil.copytree(ROOT / source, folder / name)
        year = shutil.copytree(ROOT / source, folder / f"{name}-next" / "content")
        new(following, period, content=year)
        for ending in ("xlsx", "csv"):
            sheet = year.parent / f"sheet.{ending}"
            export_figures(following, content=year, output=sheet)
            if ending == "xlsx":
                sheet.write_bytes(settled(sheet.read_bytes()))
        build(period, content=folder / name, output=folder / "pdfs" / name, **FILES[name])
    return opened(folder)


def opened(folder: Path) -> Stock:
    """The stock that was made there."""
    names: set[str] = set()
    for schema in (ROOT / "content").glob("*schema.json"):
        text = json.dumps(json.loads(schema.read_text(encoding="utf-8")))
        names |= set(re.findall(r'"([a-z][a-z_0-9-]*)": \{', text))
    return Stock(
        folder,
        [(name, period, earlier) for name, (_, period, earlier, _) in CONTENTS.items()],
        [(f"{name}-next", following) for name, (*_, following) in CONTENTS.items()],
        sorted((folder / "pdfs").rglob("*.pdf")),
        sorted(names),
    )

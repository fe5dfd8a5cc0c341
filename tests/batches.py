"""Every report of a batch opened and held against the table: its own numbers, nobody else's.

    python tests/batches.py TABLE FOLDER [verapdf]

says this of a whole run, such as that of examples/authorities.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pikepdf
import pypdfium2

HIDDEN = ("", "c")


def rows_of(table: Path) -> dict[str, dict[str, str]]:
    """The rows of a CSV by their names."""
    with table.open(encoding="utf-8", newline="") as stream:
        return {row["name"]: row for row in csv.DictReader(stream)}


def manifest_of(folder: Path) -> dict[str, dict]:
    """The records of a run by the names of the rows."""
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return {one["name"]: one for one in map(json.loads, lines)}


def said_in(data: bytes) -> tuple[str, dict[str, tuple[str, str]], str]:
    """All words of a report, value and symbol of each figure in its attachment, and its title."""
    pages = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        table = pdf.attachments["figures.csv"].get_file().read_bytes().decode("utf-8-sig")
        title = str(pdf.docinfo["/Title"])
    figures = {
        one["figure"]: (one["value"], one["symbol"]) for one in csv.DictReader(io.StringIO(table))
    }
    return " ".join(words.split()), figures, title


def strangers(data: bytes, name: str, rows: dict[str, dict[str, str]], hidden=()) -> list[str]:
    """What stands in the report of a row that is not the row's, or is missing of it.

    Args:
        hidden: the figures that were suppressed on the way.
    """
    row = rows[name]
    words, figures, title = said_in(data)
    found = [] if row["text.area"] in title else [f"the title is {title}"]
    for head, cell in row.items():
        if not head.startswith("figures."):
            continue
        figure = head.split(".")[1]
        expected = HIDDEN if cell == "x" or figure in hidden else (cell, "")
        if figures[figure] != expected:
            found.append(f"{figure} is {figures[figure]}, and the table has {cell}")
    own = " ".join(row.values())
    for other in rows:
        if other != name and other not in own and re.search(rf"\b{re.escape(other)}\b", words):
            found.append(f"{other} is named")
    return found


def main(table: str, folder: str, *more: str) -> int:
    """Judge a run."""
    rows, records, faults = rows_of(Path(table)), manifest_of(Path(folder)), 0
    judge = None
    if more:
        from hscb_report.preflight.verapdf import judge_by_all as judge
    for name in rows:
        record = records[name]
        for file in record["files"]:
            data = (Path(folder) / file).read_bytes()
            found = strangers(data, name, rows, record["suppressed"])
            if judge:
                found += [
                    f"{standard}: {verdict.findings[0].as_text()}"
                    for standard, verdict in judge(data, ["ua1", "a3a"]).items()
                    if not verdict.clean
                ]
            faults += bool(found)
            print(f"{file}: {'; '.join(found) or 'sound'}")
        if not record["files"]:
            faults += 1
            print(f"{name}: no report")
    print(f"{len(rows)} rows, {faults} with faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

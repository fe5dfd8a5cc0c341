"""How much a workbook may hold, looked at before openpyxl makes a cell of each thing in it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

MOST_UNPACKED = 10_000_000
"""Bytes. A sheet of figures unpacks to some 200,000."""
MOST_PARTS = 400
MOST_TAGS = 300_000
"""In all its parts: cells, styles, texts. A row of a filled-in sheet has some 50; openpyxl takes 20
microseconds and half a KB for each."""
MOST_MERGED = 10_000
"""Cells that are merged: openpyxl makes each of them. A sheet merged as a whole has 17 thousand
million."""

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
"""No part of a workbook declares entities; one that does may grow without end."""
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


def too_large(data: bytes) -> str:
    """What a workbook has too much of, with the number and the limit; empty where it has not.

    Raises:
        ValueError: it declares entities.
        zipfile.BadZipFile, ElementTree.ParseError ...: it is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        listed = parts.infolist()
        if len(listed) > MOST_PARTS:
            return f"{len(listed):,} parts, and {MOST_PARTS:,} is the most"
        size = sum(part.file_size for part in listed)
        if size > MOST_UNPACKED:
            return f"{size:,} bytes, unpacked, and {MOST_UNPACKED:,} is the most"
        tags = merged = 0
        for part in listed:
            text = parts.read(part)
            narrow = text.replace(b"\x00", b"")  # of UTF-16
            if _DECLARATION.search(narrow):
                raise ValueError("entities")
            tags += text.count(b"<")
            if tags > MOST_TAGS:
                return f"more than {MOST_TAGS:,} cells and styles, which is the most"
            if b"mergeCell" in narrow:
                merged += _merged(text)
        if merged > MOST_MERGED:
            return f"{merged:,} merged cells, and {MOST_MERGED:,} is the most"
    return ""


def _merged(text: bytes) -> int:
    """How many cells of a sheet are merged."""
    count = 0
    for _, node in ElementTree.iterparse(io.BytesIO(text)):
        found = _RANGE.fullmatch(node.get("ref", "").upper()) if "mergeCell" in node.tag else None
        if found:
            left, right = _column(found[1]), _column(found[3])
            count += (abs(right - left) + 1) * (abs(int(found[4]) - int(found[2])) + 1)
    return count


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number

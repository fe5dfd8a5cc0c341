"""From the bytes of a content file to its characters, and those that no content file may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hscb_report.errors import ContentError, Place, Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def decoded(file: Path, content: bytes) -> str:
    """The text of a file.

    Raises:
        ContentError: it is not saved as UTF-8; the first byte that is not is named.
    """
    if 3 * content.count(b"\0") > len(content):  # every letter of UTF-16 has one, or nearly
        raise ContentError(_not_utf8("the file is saved as UTF-16", Place(file, 1, 1)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        end = content.find(b"\n", error.start)
        source = content[before.rfind(b"\n") + 1 : end if end >= 0 else None].decode(
            "utf-8", "replace"
        )
        utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        raise ContentError(
            _not_utf8(
                "the file is saved as UTF-16"
                if utf16
                else f"the file is not saved as UTF-8 (byte 0x{content[error.start]:02X} here)",
                Place(file, line, column, "" if utf16 else source.rstrip("\r")),
            )
        ) from error


def _not_utf8(message: str, place: Place) -> Problem:
    hint = 'open it in your editor and choose Save as, Encoding: "UTF-8"'
    return Problem("not-utf-8", message, hint, place)


def unwanted(lines: list[str]) -> Iterator[tuple[int, int, str, str, str]]:
    """Tabs where YAML wants spaces, and control characters: all of them, before parsing.

    Yields:
        Line and column from 1, code, message and next step.
    """
    for number, line in enumerate(lines, 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            yield (
                number,
                indent.index("\t") + 1,
                "tab",
                "a tab stands where only spaces may indent",
                "replace the tab with two spaces",
            )
        for found in _CONTROL.finditer(line):
            yield (
                number,
                found.start() + 1,
                "control-character",
                f"an invisible control character (U+{ord(found[0]):04X}) stands here",
                "delete it, and type the words around it again",
            )

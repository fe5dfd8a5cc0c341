"""ToUnicode maps made right: ReportLab's map unused codes to U+0000 and put 128 lines in one block.

ISO 32000-1, 9.10.3; at most 100 lines in a block (Adobe Technical Note 5014); no U+0000, U+FEFF or
U+FFFE (ISO 19005-3, 6.2.11.7.2).
"""

from __future__ import annotations

import re

import pikepdf

_LINE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(r"\d+\s+beginbfchar\n(.*?)endbfchar\n", re.DOTALL)
_NOTHING = {"0000", "FEFF", "FFFE"}
_MOST = 100


def rewrite(pdf: pikepdf.Pdf) -> None:
    """Rewrite the map of every font in the file."""
    for item in pdf.objects:
        if (
            isinstance(item, pikepdf.Dictionary)
            and item.get("/Type") == "/Font"
            and "/ToUnicode" in item
        ):
            text = item.ToUnicode.read_bytes().decode("ascii")
            item.ToUnicode = pdf.make_stream(repaired(text).encode("ascii"))


def repaired(cmap: str) -> str:
    """A character map without empty entries, in blocks of at most a hundred."""
    lines = [
        f"<{code}> <{letter}>"
        for block in _BLOCK.findall(cmap)
        for code, letter in _LINE.findall(block)
        if letter.upper() not in _NOTHING
    ]
    blocks = "".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
        for part in (lines[start : start + _MOST] for start in range(0, len(lines), _MOST))
    )
    head, _, rest = cmap.partition("endcodespacerange\n")
    tail = (
        rest[rest.rindex("endbfchar\n") + len("endbfchar\n") :] if "endbfchar\n" in rest else rest
    )
    return f"{head}endcodespacerange\n{blocks}{tail}"

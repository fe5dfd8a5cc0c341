"""What the yaml of the guide looks like: pictures that stand below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import yaml
from PIL import Image

from conftest import ROOT
from framed import framed
from hscb_report import build
from hscb_report.summary.review import seal_of_list
from pages import PAGES, name_of, read
from pdf import picture

DPI, PAPER, MARGIN = 96, 255, 14
FOOT = 24  # from the words of the footer to above its rule
LAST = "What stands below the picture"
"""The heading of a section that ends the picture."""

BELOW = re.compile(
    r"^```yaml\n(?P<text>(?:(?!^```).)*)^```\n\n!\[(?P<alt>[^\]]+)\]\((?P<file>seen/[\w-]+\.png)\)$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Seen:
    """An example of the guide, and the picture of it that stands right below."""

    text: str
    alt: str
    file: Path

    def __str__(self) -> str:
        return self.file.stem


def examples() -> list[Seen]:
    """All examples with a picture, in the order of the guide."""
    return [
        Seen(found["text"], found["alt"], page.parent / found["file"])
        for page in PAGES
        if name_of(page).startswith("docs/")
        for found in BELOW.finditer(read(page))
    ]


def drawn(text: str, folder: Path) -> Any:
    """The sections of an example as A4 shows them, without what is around them.

    Args:
        text: the yaml, as the guide has it; what a year's file needs beside it is added.
        folder: an empty folder.

    Returns:
        Pixels: rows of columns of red, green and blue, 0 to 255.
    """
    content = folder / "content"
    (content / "boards").mkdir(parents=True)
    Image.new("RGB", (1200, 800), "#0B6E4F").save(content / "cover.png")
    board = (ROOT / "content/boards/hscb.yaml").read_text(encoding="utf-8")
    (content / "boards/ours.yaml").write_text(board, encoding="utf-8")
    year = f"{_ended(framed(text))}\n{_COVER}listed: {seal_of_list('2017-18')}\n"
    (content / "2017-18.yaml").write_text(year, encoding="utf-8")
    made = build("2017-18", content=content, output=folder / "output")
    return _between(made[0].path.read_bytes(), yaml.safe_load(text)["sections"][0]["heading"])


_WORDS = "These words fill the first page, so that what is shown begins on the second one. "
_COVER = f"""\
introduction: {_WORDS * 28}
cover: {{picture: cover}}
pictures:
  cover: {{file: cover.png, alt: A green field., credit: Nobody, licence: CC0, people: false}}
"""


def _ended(text: str) -> str:
    """A year's file whose sources are those that examples name, with a last section."""
    text = text.replace("{return: {", "{summary: {", 1)
    end = f"  - heading: {LAST}\n    blocks: [{{kind: text, text: Words.}}]\n"
    return re.sub(r"(^sections:\n(?:[ ].*\n|\n)*)", lambda found: found[1] + end, text, flags=re.M)


def _between(data: bytes, heading: str) -> Any:
    """The part of a page from a heading to what follows its section."""
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    number = next(n for n, page in enumerate(pages) if page.search(heading).get_next())
    below = pages[number].search(LAST).get_next()
    if not below:
        assert pages[number + 1].get_text_range().startswith(LAST), "longer than its page"
        below = pages[number].search(f"Page {number + 1} of").get_next()
    scale, pixels = DPI / 72, picture(data, number, DPI)
    top, bottom = (
        pixels.shape[0] - int(pages[number].get_charbox(found[0])[3] * scale)
        for found in (pages[number].search(heading).get_next(), below)
    )
    return _trimmed(pixels[top - 2 : bottom - FOOT])


def _trimmed(pixels: Any) -> Any:
    """A picture without the white around it, but for a margin."""
    inked = (pixels < PAPER).any(axis=2)
    rows, columns = (numpy.flatnonzero(inked.any(axis=axis)) for axis in (1, 0))
    part = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    around = ((MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0))
    return numpy.pad(part, around, constant_values=PAPER)

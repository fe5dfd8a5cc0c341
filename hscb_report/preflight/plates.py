"""The printing plates, as Ghostscript separates them, where it is installed: total ink as it is,
and grounds inked to the edge.

Ghostscript is AGPL and is run as a program beside this one: never imported, never shipped.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import reduce
from io import BytesIO
from itertools import groupby
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.verdict import MM, PRINT_SHOP, Checked, Fault

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    Plate = NDArray[float32]

DPI = 100
PAGE_PIXELS, ALL_PIXELS = 16_000_000, 200_000_000
"""Of a page: A0, which takes 60 MB for each ink. Of all: a hundred leaves of A3."""
_SECONDS = 60
_ROUNDING = 2.0
"""Of a plate's eight bits, per cent over four plates."""
_LEAST_GAP = 3.0
"""A stretch of an edge that is shorter than this without ink is no fault, mm."""

Plates = dict[str, "Plate"]
"""Ink by plate, per cent of full, an array each."""


def program() -> str:
    """Ghostscript's command; empty where it is not installed."""
    return next(
        (found for name in ("gs", "gswin64c", "gswin32c") if (found := shutil.which(name))), ""
    )


def checks(data: bytes) -> tuple[Checked, ...]:
    """What the plates of a press file show, by the names of the checks that ask the same of its
    operators.

    Raises:
        RuntimeError: Ghostscript failed.
    """
    by = f"Ghostscript {_run(['--version']).strip()}"
    with pikepdf.open(BytesIO(data)) as pdf:
        doc = Opened(pdf, data)
        measure(doc)
        ink: list[Fault] = []
        bleed: list[Fault] = []
        for number, plates in enumerate(separated(data), 1):
            total = _total(plates)
            ink += _ink(doc, number, total)
            bleed += _bleed(doc, number, total)
    return (
        Checked("ink", tuple(ink), PRINT_SHOP, by),
        Checked("bleed", tuple(bleed), PRINT_SHOP, by),
    )


def measure(doc: Opened) -> None:
    """Refuse pages that would make plates without end.

    Raises:
        RuntimeError: a page, or all together, are too large.
    """
    every = 0.0
    for number in range(1, len(doc.pages) + 1):
        left, bottom, right, top = doc.box(number - 1, "/MediaBox") or (0, 0, 0, 0)
        pixels = (right - left) * (top - bottom) * (DPI / 72) ** 2
        every += pixels
        if pixels > PAGE_PIXELS:
            raise RuntimeError(
                f"page {number} is too large to make plates of: {pixels:,.0f} pixels at {DPI} to "
                f"the inch, and {PAGE_PIXELS:,} is the most"
            )
    if every > ALL_PIXELS:
        raise RuntimeError(
            f"the pages are too large to make plates of: {every:,.0f} pixels at {DPI} to the inch, "
            f"and {ALL_PIXELS:,} is the most"
        )


def separated(data: bytes) -> Iterator[Plates]:
    """The plates of each page at ``DPI``, the upper row first.

    Raises:
        RuntimeError: Ghostscript failed.
    """
    import numpy
    from PIL import Image

    with tempfile.TemporaryDirectory() as folder:
        with pikepdf.open(BytesIO(data)) as pdf:
            for page in pdf.pages:  # upright and at full size, as the boxes are
                for key in ("/Rotate", "/UserUnit"):
                    if key in page.obj:
                        del page.obj[key]
                page.Rotate = 0
            pdf.save(Path(folder) / "file.pdf")
        _run(
            [
                "-q",
                "-dSAFER",
                "-dBATCH",
                "-dNOPAUSE",
                "-sDEVICE=tiffsep",
                f"-r{DPI}",
                "-sOutputFile=page%04d.tif",
                "file.pdf",
            ],
            folder,
        )
        files = sorted(Path(folder).glob("page*(*).tif"))
        if not files:
            raise RuntimeError("Ghostscript made no plates")
        for _, of_page in groupby(files, lambda file: file.stem.partition("(")[0]):
            plates: Plates = {}
            for file in of_page:
                with Image.open(file) as picture:
                    plates[file.stem.partition("(")[2].rstrip(")")] = 100 - numpy.asarray(
                        picture.convert("L"), numpy.float32
                    ) / numpy.float32(2.55)
            yield plates


def _run(arguments: list[str], folder: str | None = None) -> str:
    try:
        done = subprocess.run(
            [program(), *arguments], cwd=folder, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(f"Ghostscript failed ({type(error).__name__})") from error
    if done.returncode:
        raise RuntimeError(
            f"Ghostscript failed ({done.stderr.decode('utf-8', 'replace').strip()[:160]})"
        )
    return done.stdout.decode("utf-8", "replace")


def _ink(doc: Opened, number: int, total: Plate) -> Iterator[Fault]:
    """The most ink within the bleed; marks outside are on every plate."""
    left, top, right, bottom = _pixels(doc, number, "/BleedBox", total.shape)
    inside = total[top:bottom, left:right]
    if inside.size and float(inside.max()) > doc.most_ink + _ROUNDING:
        row, column = divmod(int(inside.argmax()), inside.shape[1])
        place = (left + column) * 25.4 / DPI, (top + row) * 25.4 / DPI
        yield Fault(
            f"the plates add up to {float(inside.max()):.0f}% of ink, and {doc.most_ink:.0f}% is "
            "the most",
            number,
            place,
        )


def _bleed(doc: Opened, number: int, total: Plate) -> Iterator[Fault]:
    """Where there is ink at the trim, there is ink at the edge of the bleed."""
    trim, outer = (
        _pixels(doc, number, "/TrimBox", total.shape),
        _pixels(doc, number, "/BleedBox", total.shape),
    )
    if trim == outer:
        return
    rows, columns = slice(trim[1], trim[3]), slice(trim[0], trim[2])
    edges = {
        "left": (total[rows, trim[0] + 1], total[rows, outer[0] + 1]),
        "upper": (total[trim[1] + 1, columns], total[outer[1] + 1, columns]),
        "right": (total[rows, trim[2] - 2], total[rows, outer[2] - 2]),
        "lower": (total[trim[3] - 2, columns], total[outer[3] - 2, columns]),
    }
    for side, (within, without) in edges.items():
        bare = int(((within > 1) & (without < 1)).sum()) * 25.4 / DPI
        if bare > _LEAST_GAP:
            yield Fault(
                f"on the {side} side {bare:.0f} mm are inked at the trim and bare at the edge of "
                "the bleed",
                number,
            )


def _total(plates: Plates) -> Plate:
    """The ink of all plates together."""
    return reduce(add, plates.values())


def _pixels(
    doc: Opened, number: int, name: str, shape: tuple[int, ...]
) -> tuple[int, int, int, int]:
    """A box on the plates: left, top, right, bottom; the whole sheet where the page has none."""
    media = doc.box(number - 1, "/MediaBox")
    if media is None:
        raise RuntimeError(f"page {number} has no size")
    box = doc.box(number - 1, name) or media
    scale = DPI / 25.4 * MM
    left, top = (box[0] - media[0]) * scale, (media[3] - box[3]) * scale
    right, bottom = (box[2] - media[0]) * scale, (media[3] - box[1]) * scale
    return (
        max(0, round(left)),
        max(0, round(top)),
        min(shape[1], round(right)),
        min(shape[0], round(bottom)),
    )

"""What somebody sees on the pages of a written file: its texts, each with its place, and the
shapes that are left when the texts are taken out.

Both are compared with reference files, and both comparisons leave room for what another version
of a library may do to a coordinate or to the edge of a shape, and for no more than that.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from io import BytesIO

import numpy
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from pdf import opened

NEAR = 0.5
"""How far a text may stand from its place, in pt; its size may differ by a tenth of a pt."""

DPI = 48
"""Of the pictures of shapes: a bar of 2 pt is more than a pixel."""

EDGE = 20
"""How much a pixel may differ, in steps of 255: a shape's edge that moved by a tenth of a pt, but
not a rule of half a pt in light grey.
"""

FILL = 5
"""How much a patch of 3 by 3 pixels may differ: the colour of a fill."""

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass(frozen=True)
class Line:
    """A line of text in one style on a page: pt from the lower left corner of the page."""

    left: float
    baseline: float
    size: float
    weight: str
    colour: str
    words: str

    def __str__(self) -> str:
        return (
            f"{self.left:6.1f} {self.baseline:6.1f} {self.size:5.1f} "
            f"{self.weight} {self.colour} {self.words}"
        )

    @classmethod
    def parse(cls, text: str) -> Line:
        """A line from its own text.

        Raises:
            ValueError: when the text is no such line.
        """
        left, baseline, size, weight, colour, words = text.split(maxsplit=5)
        return cls(float(left), float(baseline), float(size), weight, colour, words)

    def is_seen_as(self, other: Line) -> bool:
        """Whether two lines look the same."""
        return (
            (self.weight, self.colour, self.words) == (other.weight, other.colour, other.words)
            and abs(self.left - other.left) <= NEAR
            and abs(self.baseline - other.baseline) <= NEAR
            and abs(self.size - other.size) < 0.11
        )


def lines(data: bytes) -> list[list[Line]]:
    """The lines of each page, in the order in which they were drawn.

    What is drawn in pieces, one after the other in one style, is one line.
    """
    pages = []
    for page in pypdfium2.PdfDocument(data):
        textpage = page.get_textpage()
        found: list[Line] = []
        end = 0.0
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            line = _line(item, textpage)
            right = item.get_bounds()[2]
            if not line.words:
                continue
            if found and _goes_on(found[-1], line, end):
                last = found.pop()
                gap = " " if line.left - end > 0.1 * line.size else ""
                line = Line(
                    last.left,
                    last.baseline,
                    last.size,
                    last.weight,
                    last.colour,
                    last.words + gap + line.words,
                )
            found.append(line)
            end = right
        pages.append(found)
    return pages


def _line(item, textpage) -> Line:
    matrix = item.get_matrix()
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item.raw, size)
    return Line(
        matrix.e,
        matrix.f,
        size.value * (matrix.b**2 + matrix.d**2) ** 0.5,
        _weight(item),
        _colour(item),
        _words(item, textpage),
    )


def _goes_on(last: Line, line: Line, end: float) -> bool:
    return (
        (last.weight, last.colour) == (line.weight, line.colour)
        and abs(last.baseline - line.baseline) < 0.1
        and abs(last.size - line.size) < 0.1
        and -0.1 * line.size < line.left - end < 0.35 * line.size
    )


def _weight(item) -> str:
    # PDFium of before 2024 calls it otherwise.
    name = getattr(raw, "FPDFFont_GetBaseFontName", None) or raw.FPDFFont_GetFontName
    font = raw.FPDFTextObj_GetFont(item.raw)
    length = name(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    name(font, buffer, length)
    return buffer.value.decode().rpartition("-")[2]


def _colour(item) -> str:
    """The colour as it is seen on a screen, and whether the letters are drawn otherwise than
    filled: in outline, or not at all.
    """
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(item.raw, r, g, b, a)
    mode = raw.FPDFTextObj_GetTextRenderMode(item.raw)
    return f"#{r.value:02X}{g.value:02X}{b.value:02X}{f'/{mode}' if mode else ''}"


def _words(item, textpage) -> str:
    length = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
    buffer = (raw.FPDF_WCHAR * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
    return " ".join(bytes(buffer).decode("utf-16-le").split("\0")[0].replace("\x02", "-").split())


def without_text(data: bytes) -> bytes:
    """The same file with no text painted: colours that are set within a text stay."""
    pdf = opened(data)
    for page in pdf.pages:
        kept = [
            instruction
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) not in SHOWS
        ]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    return written(pdf)


def written(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes."""
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def pictures(data: bytes, dpi: float = DPI, only: int | None = None) -> list[numpy.ndarray]:
    """Each page, or only one (counted from 0), as rows of RGB pixels: integers with a sign, so that
    they may be subtracted.
    """
    document = pypdfium2.PdfDocument(data)
    numbers = range(len(document)) if only is None else [only]
    return [
        document[number].render(scale=dpi / 72).to_numpy()[:, :, 2::-1].astype("int16")
        for number in numbers
    ]


def shapes(data: bytes) -> list[numpy.ndarray]:
    """Each page without its texts."""
    return pictures(without_text(data))


def differ(seen: numpy.ndarray, approved: numpy.ndarray) -> str:
    """Where two pictures differ by more than the edges of the same shapes do; nothing if nowhere.

    A single pixel that differs much is a shape that is missing, added or moved; a patch that
    differs evenly, if little, is another colour.
    """
    if seen.shape != approved.shape:
        return f"the size in pixels is {seen.shape[:2]}, not {approved.shape[:2]}"
    difference = abs(seen - approved).max(axis=2)
    rows = numpy.minimum(numpy.minimum(difference[:-2], difference[1:-1]), difference[2:])
    patch = numpy.minimum(numpy.minimum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    for name, spots in (("a shape", difference > EDGE), ("a fill", patch > FILL)):
        rows, columns = numpy.nonzero(spots)
        if len(rows):
            place = [
                round(end * 72 / DPI)
                for end in (columns.min(), rows.min(), columns.max(), rows.max())
            ]
            return f"{name} differs within {place} pt (left, top, right, bottom from the top left)"
    return ""


def beside(pages: list[numpy.ndarray]) -> Image.Image:
    """One picture of all pages, from left to right."""
    return Image.fromarray(numpy.concatenate(pages, axis=1).astype("uint8"))


def apart(picture: Image.Image, widths: list[int]) -> list[numpy.ndarray]:
    """The pages of one picture again, by their widths in pixels."""
    pixels = numpy.asarray(picture.convert("RGB")).astype("int16")
    return numpy.split(pixels, numpy.cumsum(widths)[:-1], axis=1)


def missed(seen: list[list[Line]], approved: list[list[Line]]) -> list[str]:
    """Every line that is on one side alone, or is elsewhere or in another style there."""
    if len(seen) != len(approved):
        return [f"{len(seen)} pages, not {len(approved)}"]
    told = []
    for number, (here, there) in enumerate(zip(seen, approved, strict=True), 1):
        new = list(here)
        for line in there:
            same = next((one for one in new if one.is_seen_as(line)), None)
            if same is None:
                told.append(f"page {number}, gone: {line}")
            else:
                new.remove(same)
        told += [f"page {number}, new:  {line}" for line in new]
    return told


def as_text(pages: list[list[Line]]) -> str:
    """The lines of all pages as a reference file has them."""
    told = ["# left and baseline (pt from the lower left), size (pt), weight, colour, words"]
    for number, found in enumerate(pages, 1):
        told += [f"page {number}", *map(str, found)]
    return "\n".join(told) + "\n"


def from_text(text: str) -> list[list[Line]]:
    """The lines of all pages out of a reference file."""
    pages: list[list[Line]] = []
    for line in text.splitlines()[1:]:
        if line.startswith("page "):
            pages.append([])
        else:
            pages[-1].append(Line.parse(line))
    return pages

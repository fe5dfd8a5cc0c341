"""Changes to a press file, and what ``verify --standard x4`` says of the file."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from hscb_report.preflight.verify import verify

MM = 72 / 25.4


def found(data: bytes) -> dict[str, list[str]]:
    """The checks of PDF/X-4 that do not hold, each with its findings."""
    verdict = verify(data, ["x4"])
    assert not verdict.unreadable
    return {
        check.name: [finding.as_text() for finding in check.findings]
        for check in verdict.judged[0].checks
        if check.findings
    }


def paint(operators: str, page: int = 0, **resources):
    """A change that paints more on a page, in pt from the lower left corner of its trim: the page's
    own content leaves the origin there.
    """

    def change(pdf: pikepdf.Pdf) -> None:
        leaf = pdf.pages[page]
        for kind, entries in resources.items():
            group = leaf.Resources.get(f"/{kind}", Dictionary())
            for name, value in entries.items():
                group[f"/{name}"] = value(pdf) if callable(value) else value
            leaf.Resources[f"/{kind}"] = group
        states = leaf.Resources.get("/ExtGState", Dictionary())
        states["/Plain"] = Dictionary(OP=False, op=False)
        leaf.Resources["/ExtGState"] = states
        leaf.contents_add(b"q /Plain gs\n" + operators.encode() + b"\nQ")

    return change


def at(x: float, y: float, width: float, height: float) -> str:
    """A rectangle in mm from the lower left corner of the trim."""
    return f"{x * MM:.3f} {y * MM:.3f} {width * MM:.3f} {height * MM:.3f} re"


def form(operators: str, **entries):
    """A form XObject."""
    return lambda pdf: pdf.make_indirect(
        pdf.make_stream(
            operators.encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 800, 600]),
            **entries,
        )
    )


def image(pixels: int, space: str = "/DeviceCMYK", channels: int = 4, **entries):
    """A square picture."""
    return lambda pdf: pdf.make_indirect(
        pdf.make_stream(
            bytes(pixels * pixels * channels),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=pixels,
            Height=pixels,
            BitsPerComponent=8,
            ColorSpace=Name(space),
            **entries,
        )
    )


def words(size: float, colour: str, x: float = 120, y: float = 60, more: str = "") -> str:
    """Text in the first font, in mm from the lower left corner of the trim."""
    return f"{more} BT {colour} /F1+0 {size} Tf 1 0 0 1 {x * MM:.3f} {y * MM:.3f} Tm (1) Tj ET"


def font_name(pdf: pikepdf.Pdf) -> str:
    return next(iter(pdf.pages[0].Resources.Font.keys()))


def text(size: float, colour: str, x: float = 120, y: float = 60, more: str = "", **resources):
    def change(pdf: pikepdf.Pdf) -> None:
        paint(words(size, colour, x, y, more).replace("/F1+0", font_name(pdf)), **resources)(pdf)

    return change


def each(edit):
    """The same change to every page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            edit(page)

    return change


def narrow_bleed(page) -> None:
    page.BleedBox = Array(
        [float(v) + (1 if i < 2 else -1) * MM for i, v in enumerate(page.BleedBox)]
    )


def separation(name: str):
    return Array(
        [
            Name.Separation,
            Name(f"/{name}"),
            Name.DeviceRGB,
            Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1),
        ]
    )


MIDDLE = at(120, 100, 20, 20)

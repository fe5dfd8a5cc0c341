"""What is the board's and its partners' own: logos as vectors in their own colours, photographs."""

from __future__ import annotations

import base64
from html import escape
from math import sqrt

from markupsafe import Markup

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.logos import Mark, mark_on, partner_mark
from hscb_report.brand.pixels import prepared
from hscb_report.pictures.drawing import Drawing
from hscb_report.story.art import Partner, Picture
from hscb_report.story.story import Story

AREA = 9_000.0
"""Of the board's logo, CSS pixels squared: the same whatever its shape."""
PARTNER_AREA = 5_000.0
WIDEST = 300.0
"""The widest that a logo is, CSS pixels."""
SHOWN = 800.0 * 0.75
"""The width of a photograph, pt: 800 CSS pixels, for which twice as many pixels are kept."""
EVEN_ODD = ' fill-rule="evenodd"'
_ROUNDED = 2
"""Places behind the point of a logo's outline, whose units are its own."""


def logo(story: Story, brand: Brand) -> Markup:
    """The board's logo on the band; nothing where it has none."""
    if story.logo is None:
        return Markup()
    mark = mark_on(brand.palette["band"], story.logo.versions, story.logo.inks)
    drawn = _svg(mark, AREA, f' role="img" aria-label="{escape(story.logo.alt)}"')
    return Markup(f'<div class="{"plate" if mark.plate else "bare"}">{drawn}</div>')


def partner(one: Partner) -> Markup:
    """A partner's logo, which says its name; or the name."""
    if one.drawing is None:
        return Markup(escape(one.name))
    mark = partner_mark(one.drawing, one.inks)
    return Markup(_svg(mark, PARTNER_AREA, f' role="img" aria-label="{escape(one.name)}"'))


def photo(node: Picture) -> Markup:
    """A photograph as an image inside the page."""
    wide = SHOWN
    made = prepared(node.photo, Purpose.SCREEN, wide, wide / node.photo.ratio, node.share)
    data = base64.b64encode(made.data).decode()
    return Markup(
        f'<img alt="{escape(node.alt)}" width="{made.width}" height="{made.height}" '
        f'src="data:image/jpeg;base64,{data}">'
    )


def _svg(mark: Mark, area: float, attributes: str) -> str:
    """Filled shapes, of an area whatever their shape."""
    drawing = mark.drawing
    width = min(WIDEST, sqrt(area * drawing.ratio))
    box = f"0 0 {_said(drawing.width)} {_said(drawing.height)}"
    shapes = "".join(
        f'<path fill="{shape.fill}"{EVEN_ODD if shape.even_odd else ""}'
        f' d="{_path(drawing, shape.steps)}"/>'
        for shape in drawing.shapes
    )
    return (
        f'<svg class="logo"{attributes} width="{width:.0f}" height="{width / drawing.ratio:.0f}"'
        f' viewBox="{box}">{shapes}</svg>'
    )


def _path(drawing: Drawing, steps: tuple[tuple[str, tuple[float, ...]], ...]) -> str:
    left, _, _, top = drawing.box
    letters = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "close": "Z"}
    return "".join(
        letters[operator]
        + " ".join(
            _said(top - value if index % 2 else value - left) for index, value in enumerate(flat)
        )
        for operator, flat in steps
    )


def _said(value: float) -> str:
    return f"{value:.{_ROUNDED}f}".rstrip("0").rstrip(".") or "0"

"""What is inked, and how: colour spaces, total ink, black type, overprint, thin lines, small type,
coarse pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hscb_report.preflight.content import Content, Shape, Text
from hscb_report.preflight.document import Opened
from hscb_report.preflight.paint import Space
from hscb_report.preflight.pointing import at, inside_bleed, what
from hscb_report.preflight.printed import is_mixed_black, proof
from hscb_report.preflight.verdict import Fault

LEAST_LINE = 0.25
"""pt."""
LEAST_TYPE, LEAST_MIXED_TYPE = 6.0, 8.0
"""pt, in one ink and in several."""
LEAST_DPI = 300.0
MOST_NAMED = 5
"""Of many faults of one kind on a page, so many are named one by one."""
_ROUNDING = 0.005


def press_colour(doc: Opened) -> Iterator[Fault]:
    """CMYK and spot inks alone: no RGB, no grey, no colour that a profile would have to turn into
    inks.
    """
    for number, content in enumerate(doc.contents, 1):
        found = [
            (what(item), item.paint.space, at(doc, number, item))
            for item in content.items
            if item.paint is not None
        ]
        found += [
            (picture.what, picture.space, at(doc, number, picture)) for picture in content.pictures
        ]
        wrong = [
            (name, family, place) for name, space, place in found if (family := _foreign(space))
        ]
        for name, family, place in wrong[:MOST_NAMED]:
            yield Fault(f"{name} is coloured by {family}, not by CMYK or a spot ink", number, place)
        if len(wrong) > MOST_NAMED:
            yield Fault(f"{len(wrong) - MOST_NAMED} more things are coloured so", number)


def _foreign(space: Space) -> str:
    """The family that is neither CMYK nor a spot ink mixed from it; empty where it is one."""
    if space.family in ("Separation", "DeviceN"):
        return (
            ""
            if space.alternate == "CMYK"
            else f"a spot ink mixed from {space.alternate or 'another space'}"
        )
    if space.family == "Indexed":
        return (
            ""
            if space.alternate in ("CMYK", "Separation", "DeviceN")
            else space.alternate or "an unknown space"
        )
    return "" if space.family in ("CMYK", "Pattern", "mask", "unknown") else space.family


def ink(doc: Opened) -> Iterator[Fault]:
    """Total ink, worked out from the operators: text that overprints adds to what lies below.
    Pictures and shadings are not looked into.
    """
    for number, content in enumerate(doc.contents, 1):
        below = doc.grounds[number - 1]
        for item in _artwork(doc, number, content):
            if item.paint is None:
                continue
            total = item.paint.total
            if (
                item.overprint
                and isinstance(item, Text)
                and (ground := below.of(item))
                and ground.paint
            ):
                total += ground.paint.total
            if total > doc.most_ink + _ROUNDING:
                yield Fault(
                    f"{what(item)} takes {total:.0f}% of ink, and {doc.most_ink:.0f}% is the most",
                    number,
                    at(doc, number, item),
                )


def black_text(doc: Opened) -> Iterator[Fault]:
    """Black and dark grey text is black ink alone: in several inks it blurs where a plate is out of
    register.
    """
    shown = cache(proof(doc))
    for number, content in enumerate(doc.contents, 1):
        for text in content.texts:
            if (
                text.visible
                and text.paint is not None
                and is_mixed_black(text.paint.inks, shown)
                and inside_bleed(doc, number, text)
            ):
                inks = " ".join(f"{part:.0f}" for part in (text.paint.inks or {}).values())
                yield Fault(
                    f"{what(text)} is black mixed of several inks ({inks}); black ink alone is "
                    "needed",
                    number,
                    at(doc, number, text),
                )


def overprint(doc: Opened) -> Iterator[Fault]:
    """Black text overprints what is coloured below it; white never overprints, for it would not be
    there.
    """
    for number, content in enumerate(doc.contents, 1):
        below = doc.grounds[number - 1]
        for item in content.items:
            if item.paint is not None and item.paint.is_blank and item.overprint:
                yield Fault(
                    f"{what(item)} is white and overprints: it would not be printed",
                    number,
                    at(doc, number, item),
                )
        for text in content.texts:
            if (
                text.visible
                and text.paint is not None
                and text.paint.is_black
                and not text.overprint
            ):
                ground = below.of(text)
                if ground is not None and ground.paint is not None and not ground.paint.is_blank:
                    yield Fault(
                        f"{what(text)} is black and knocks out the colour below it; it should "
                        "overprint",
                        number,
                        at(doc, number, text),
                    )


def lines(doc: Opened) -> Iterator[Fault]:
    """No line thinner than a press can hold."""
    for number, content in enumerate(doc.contents, 1):
        for shape in content.shapes:
            if shape.filled:
                sides = sorted((shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]))
                thin = sides[0] if sides[1] > 10 and sides[0] > 0 else LEAST_LINE
            else:
                thin = shape.width
            if thin < LEAST_LINE - _ROUNDING:
                yield Fault(
                    f"{what(shape)} is {thin:.2f} pt thin, and {LEAST_LINE} pt is the least",
                    number,
                    at(doc, number, shape),
                )


def type_size(doc: Opened) -> Iterator[Fault]:
    """No type smaller than can be printed: 6 pt in one ink, 8 pt in several or out of a ground of
    several.
    """
    for number, content in enumerate(doc.contents, 1):
        below = doc.grounds[number - 1]
        for text in content.texts:
            if not text.visible or not inside_bleed(doc, number, text):
                continue
            knocked_out = (
                text.paint is not None
                and text.paint.is_blank
                and (ground := below.of(text)) is not None
                and _several(ground)
            )
            several = _several(text) or knocked_out
            least = LEAST_MIXED_TYPE if several else LEAST_TYPE
            if text.size < least - _ROUNDING:
                inks = "several inks" if several else "one ink"
                yield Fault(
                    f"{what(text)} is {text.size:.1f} pt, and {least:g} pt is the least in {inks}",
                    number,
                    at(doc, number, text),
                )


def pictures(doc: Opened) -> Iterator[Fault]:
    """Pictures have 300 pixels to the inch."""
    for number, content in enumerate(doc.contents, 1):
        for picture in content.pictures:
            if picture.dpi is not None and picture.dpi < LEAST_DPI - 0.5:
                yield Fault(
                    f"a picture has {picture.dpi:.0f} pixels to the inch, and {LEAST_DPI:.0f} are "
                    "needed",
                    number,
                    at(doc, number, picture),
                )


def _several(item: Text | Shape) -> bool:
    return (
        item.paint is not None
        and item.paint.inks is not None
        and sum(part > 1 for part in item.paint.inks.values()) > 1
    )


def _artwork(doc: Opened, number: int, content: Content) -> Iterator[Text | Shape]:
    """What is printed within the bleed; marks outside it are in all inks, as they must be."""
    items: list[Text | Shape] = [*content.shapes, *content.texts]
    return (item for item in items if inside_bleed(doc, number, item))

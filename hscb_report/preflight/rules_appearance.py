"""Checks of what is seen: colour spaces and contrast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.paint import Colour
from hscb_report.preflight.verdict import Fault

CHANNELS = {"RGB": 3, "CMYK": 4, "Gray": 1}
PROFILES = {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1}


def colour(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.2.4.3: device colours are named by an output intent with an embedded profile, or
    turned into others by the page (DefaultRGB and the like).
    """
    yield from _named_by(doc, "/GTS_PDFA1", "no output intent says what they look like")
    if intent_channels(doc, "/GTS_PDFA1") is None:
        for number, (page, content) in enumerate(zip(doc.pages, doc.contents, strict=True), 1):
            group = page.obj.get("/Group")
            if content.transparent and not (
                isinstance(group, pikepdf.Dictionary) and "/CS" in group
            ):
                yield Fault(
                    "something is see-through, and neither the page nor an output intent says in "
                    "which colours it is mixed",
                    number,
                )


def press_device_colour(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7: device colours are those of the printing condition, or are turned into others by
    the page.
    """
    yield from _named_by(doc, "/GTS_PDFX", "no printing condition says what they look like")


def _named_by(doc: Opened, kind: str, missing: str) -> Iterator[Fault]:
    channels = intent_channels(doc, kind)
    used = sorted({space for content in doc.contents for space in content.spaces})
    for space in used:
        if channels is None:
            yield Fault(f"{space} colours are used, and {missing}")
        elif space != "Gray" and CHANNELS[space] != channels:
            yield Fault(
                f"{space} colours are used, and the output intent is for {channels} channels"
            )


def output_intents(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.2.3: the profiles of output intents are in form, in the file, and one."""
    found = _intents(doc)
    profiles = [intent.get("/DestOutputProfile") for intent in found]
    for profile in profiles:
        data = doc.streams.data(profile) if isinstance(profile, pikepdf.Stream) else b""
        if profile is not None and (
            data[12:16] not in (b"prtr", b"mntr")
            or data[16:20] not in PROFILES
            or data[8:9] > b"\4"
        ):
            yield Fault("the profile of an output intent is not in form (DestOutputProfile)")
    if len({profile.objgen for profile in profiles if profile is not None}) > 1:
        yield Fault("the output intents name different profiles, and must share one")
    if any(one.get("/S") == "/GTS_PDFX" and "/DestOutputProfileRef" in one for one in found):
        yield Fault("the profile of an output intent is in another file (DestOutputProfileRef)")


def contrast(doc: Opened) -> Iterator[Fault]:
    """WCAG 2.2, 1.4.3: text against the fill below it, 4.5:1; 3:1 from 18 pt, or 14 pt bold."""
    for number, content in enumerate(doc.contents):
        below = doc.grounds[number]
        for text in content.texts:
            if not text.visible or text.colour is None:
                continue
            shape = below.of(text)
            ground = shape.colour if shape else (1.0, 1.0, 1.0)
            if ground is None:
                continue  # a picture, a pattern or a spot ink is below: not measured here
            needed = 3.0 if text.size >= 17.95 or (text.bold and text.size >= 13.95) else 4.5
            measured = _ratio(text.colour, ground)
            if measured < needed - 0.005:
                at = doc.place(number, text.box[0], text.box[3])
                yield Fault(
                    f"text has a contrast of {measured:.2f}:1 and needs {needed:g}:1",
                    number + 1,
                    at,
                )


def intent_channels(doc: Opened, kind: str) -> int | None:
    """The channels of an output intent's embedded profile; None where there is none."""
    for intent in _intents(doc):
        if intent.get("/S") == kind and isinstance(
            intent.get("/DestOutputProfile"), pikepdf.Stream
        ):
            profile = doc.streams.data(intent.DestOutputProfile)
            return PROFILES.get(profile[16:20]) if profile[36:40] == b"acsp" else None
    return None


def _intents(doc: Opened) -> list[Any]:
    found = doc.root.get("/OutputIntents")
    every = list(found) if isinstance(found, pikepdf.Array) else []
    return [intent for intent in every if isinstance(intent, pikepdf.Dictionary)]


def _ratio(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(parts: Colour) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""Checks of what archives forbid, and of what a file carries: encryption, streams, layers,
attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.limits import LAYERS, Account
from hscb_report.preflight.state import as_text
from hscb_report.preflight.verdict import Fault

_FILTERS = frozenset(
    "/ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode /CCITTFaxDecode /JBIG2Decode "
    "/DCTDecode /JPXDecode".split()
)
_INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")
_BLENDS = frozenset(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn "
    "/HardLight /SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity".split()
)
MOST_SAVED = 28
_ASSISTIVE = 512


def archive(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.3; ISO 15930-7: nothing is encrypted, and the file has an identifier."""
    if doc.pdf.is_encrypted:
        yield Fault("the file is encrypted")
    if "/ID" not in doc.pdf.trailer:
        yield Fault("the file has no identifier (ID)")


def readable(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.16: an encrypted file lets assistive technology in."""
    secret: Any = doc.pdf.trailer.get("/Encrypt")
    known = doc.pdf.is_encrypted and isinstance(secret, pikepdf.Dictionary)
    if known and not int(secret.get("/P", 0)) & _ASSISTIVE:
        yield Fault("the file is encrypted so that a screen reader is kept out")


def streams(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.7: data stand in the file itself, packed in ways that everybody can unpack."""
    for item in doc.objects:
        if not isinstance(item, pikepdf.Stream):
            continue
        if any(key in item for key in ("/F", "/FFilter", "/FDecodeParms")):
            yield Fault("data are fetched from another file")
        packed = item.get("/Filter")
        for one in packed if isinstance(packed, pikepdf.Array) else [packed]:
            name = as_text(one)
            if name and name not in _FILTERS and not _plain_crypt(name, item):
                yield Fault(f"data are packed by {name[1:30]}, which is not allowed")


def _plain_crypt(name: str, item: Any) -> bool:
    settings = item.get("/DecodeParms", {})
    return name == "/Crypt" and as_text(settings.get("/Name", "/Identity")) == "/Identity"


def painting(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.13, 6.2.2, 6.2.5, 6.2.6, 6.2.8 to 6.2.10: what is painted leaves nothing to
    the machine that paints it, and nothing to other files.
    """
    for number, content in enumerate(doc.contents, 1):
        found: dict[str, None] = {}
        for state in _distinct(content.states):
            found.update(dict.fromkeys(_of_state(state)))
        for image in _distinct(content.images):
            found.update(dict.fromkeys(_of_image(image)))
        for form in _distinct(content.forms):
            found.update(dict.fromkeys(_of_form(form)))
        if content.intents - set(_INTENTS):
            found["a rendering intent is not a known one"] = None
        if content.deepest > MOST_SAVED:
            found[f"graphics states are saved more than {MOST_SAVED} deep (q)"] = None
        for name in sorted(content.unknown):
            found[f'"{re.sub(r"[^!-~]", "?", name)[:20]}" is no operator'] = None
        yield from (Fault(message, number) for message in found)


def _of_state(state: Any) -> Iterator[str]:
    if "/TR" in state or as_text(state.get("/TR2", "/Default")) != "/Default":
        yield "colours go through a transfer function (TR)"
    if "/HTP" in state:
        yield "a halftone has an origin of its own (HTP)"
    if "/RI" in state and as_text(state.get("/RI")) not in _INTENTS:
        yield "a rendering intent is not a known one"
    mode = state.get("/BM", "/Normal")
    for one in mode if isinstance(mode, pikepdf.Array) else [mode]:
        if as_text(one) not in _BLENDS:
            yield "a blend mode is not a known one"


def _of_image(image: Any) -> Iterator[str]:
    if "/Alternates" in image:
        yield "a picture has others in its place (Alternates)"
    if "/OPI" in image:
        yield "a picture is to be put in by another tool (OPI)"
    if image.get("/Interpolate") is True or image.get("/I") is True:
        yield "a picture is smoothed by the viewer (Interpolate)"
    if "/Intent" in image and as_text(image.get("/Intent")) not in _INTENTS:
        yield "a rendering intent is not a known one"


def _of_form(form: Any) -> Iterator[str]:
    kind = as_text(form.get("/Subtype"))
    if kind == "/PS" or as_text(form.get("/Subtype2")) == "/PS" or "/PS" in form:
        yield "a piece of PostScript is painted"
    if "/OPI" in form:
        yield "a piece is to be put in by another tool (OPI)"
    if "/Ref" in form:
        yield "a page of another file is referred to (Ref)"


def references(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.20: no page of another file is referred to."""
    for number, content in enumerate(doc.contents, 1):
        if any("/Ref" in form for form in content.forms):
            yield Fault("a page of another file is referred to (Ref)", number)


def layers(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.10; ISO 19005, 6.9: every setting of the layers has a name, and sets none of
    itself.
    """
    for setting in _settings(doc):
        if not as_text(setting.get("/Name")):
            yield Fault("a setting of the layers has no name (OCProperties, Name)")
        if "/AS" in setting:
            yield Fault("a setting of the layers changes of itself (OCProperties, AS)")


def kept_layers(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.9: as ``layers``, with names that differ, and every layer in the order that is
    shown.
    """
    yield from layers(doc)
    named = [as_text(setting.get("/Name")) for setting in _settings(doc)]
    if len(set(named)) < len(named):
        yield Fault("two settings of the layers have one name (OCProperties, Name)")
    every = _groups(doc.root.get("/OCProperties", {}).get("/OCGs"), doc.account)
    for setting in _settings(doc):
        if "/Order" in setting and every - _groups(setting.get("/Order"), doc.account):
            yield Fault("a layer is missing from the order that is shown (OCProperties, Order)")


def _settings(doc: Opened) -> list[Any]:
    layers = doc.root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return []
    found = [layers.get("/D"), *layers.get("/Configs", [])]
    return [one for one in found if isinstance(one, pikepdf.Dictionary)]


def _groups(data: Any, account: Account) -> set[Any]:
    """The layers in an array, and in the arrays in it."""
    found: set[Any] = set()
    stack = [data]
    while stack:  # an array may hold itself
        array = stack.pop()
        for item in array if isinstance(array, pikepdf.Array) else ():
            account.spend(LAYERS)
            if isinstance(item, pikepdf.Dictionary):
                found.add(item.objgen)
            else:
                stack.append(item)
    return found


def presentation(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.12, 6.10 and 6.11: nothing is asked of the viewer, no other presentation, no
    steps.
    """
    names = doc.root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/AlternatePresentations" in names:
        yield Fault("the file has another presentation (AlternatePresentations)")
    if "/Requirements" in doc.root:
        yield Fault("the file asks something of its viewer (Requirements)")
    granted = doc.root.get("/Perms")
    if isinstance(granted, pikepdf.Dictionary) and set(granted.keys()) - {"/UR3", "/DocMDP"}:
        yield Fault("the file grants permissions beyond signatures (Perms)")
    for number, page in enumerate(doc.pages, 1):
        if "/PresSteps" in page.obj:
            yield Fault("the page is shown in steps (PresSteps)", number)


def _distinct(items: list[Any]) -> list[Any]:
    """Each object once."""
    found = {item.objgen if item.is_indirect else id(item): item for item in items}
    return list(found.values())

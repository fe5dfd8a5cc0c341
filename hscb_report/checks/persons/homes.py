"""Postcodes and addresses with the number of a house."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hscb_report.checks.persons.told import Told

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
"""The areas of British postcodes (Royal Mail); in a district alone, thousands live."""

_POSTCODE = re.compile(
    rf"(?<![\w@/.-])(?P<area>{'|'.join(sorted(_AREAS.split(), key=len, reverse=True))})"
    r"\d[\dA-HJKMNP-Y]? ?\d(?P<last>[ABD-HJLNP-UW-Z]{2})(?![\w@-])",
    re.IGNORECASE,
)
_ORDINALS = ("st", "nd", "rd", "th")

_STREET = r"Street|St|Road|Rd|Avenue|Ave|Lane|Crescent|Terrace|Mews"
_MAYBE = r"Close|Way|Drive|Court|Place|Gardens|Grove|Rise|Row|Square|Green|Hill|View|Walk|Park"
"""Ends of streets' names that end other names as well."""
_HOUSE = re.compile(
    r"(?<![\w£.,/-])(?:(?:Flat|Apartment|Apt|Unit|House) \d{1,3}[A-Z]?,? )?"
    r"(?P<house>\d{1,4})[A-Za-z]?,? (?P<street>(?:[A-Z][\w'’-]*\.? ){1,3}?"
    rf"(?:(?:{_STREET})\b(?!['’]| [A-Z(]| (?:pupils|students|"
    rf"staff|children|families|residents|shops|homes|schools|cases|officers)\b)"
    rf"|(?:{_MAYBE})\b(?=\s*(?:[,.;)]|$)| (?:in|at|and|where|"
    r"who|with|was|is)\b)))",
)
_NO_STREET = re.compile(
    r"\b(?:(?:Crown|County|Family|High|Magistrates|Magistrates['’]|Youth|Supreme|Appeal) Court|"
    r"Safe Place|Place of Safety|Way of|Better Way)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = re.compile(
    r"\b(?:section|tier|level|stage|year|grade|chapter|part|wards?|the|these|all|our|some) $",
    re.IGNORECASE,
)


def postcodes(text: str, own: Collection[str]) -> Iterator[Told]:
    """Whole postcodes; about fifteen homes share one.

    Args:
        own: texts with the board's own.
    """
    ours = {squeezed(found[0]) for one in own for found in _POSTCODE.finditer(one)}
    for found in _POSTCODE.finditer(text):
        one_case = found[0] in (found[0].upper(), found[0].lower())
        if one_case and found["last"] not in _ORDINALS and squeezed(found[0]) not in ours:
            yield Told("a postcode", found.start(), found[0])


def squeezed(postcode: str) -> str:
    """A postcode in capitals, without its space."""
    return postcode.replace(" ", "").upper()


def houses(text: str, own: Collection[str]) -> Iterator[Told]:
    """The number of a house with its street.

    Args:
        own: the lines of the board's own address.
    """
    ours = " ".join(own).casefold()
    for found in _HOUSE.finditer(text):
        street = found["street"].strip()
        if (
            _YEAR.fullmatch(found["house"])
            or _NO_STREET.search(street)
            or _BEFORE.search(text[max(0, found.start() - 30) : found.start()])
            or found[0].casefold() in ours
        ):
            continue
        yield Told("an address", found.start(), found[0])

"""Telephone numbers and e-mail addresses, without those that no person has for himself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hscb_report.checks.persons.told import Told

_PHONE = re.compile(
    r"(?<![\w.,/£+-])(?P<number>(?:\+44 ?(?:\(0\) ?)?|0044 ?|\(?0)[12357](?:[ ()-]{0,2}\d){7,9})"
    r"(?![\d/%]|[.,]\d| ?\d{3})"
)
_OF_ALL = re.compile(r"0(?:3|500|800|808|84|87)")
"""Numbers that Ofcom gives to organisations: 03 and 08."""

_EMAIL = re.compile(r"(?<![\w.+'’-])(?P<who>[\w.+'’-]+)@(?P<where>[\w-]+(?:\.[\w-]+)+)")

_OFFICES = frozenset(
    "accessibility admin administration admissions advice alert alerts board bookings business "
    "care child childline children childrens comms communications complaints concerns conference "
    "consultation contact contactus customer data dpo duty early education email engagement "
    "enquiries enquiry events family feedback foi formats front general hello help helpdesk "
    "helpline hr hub info information inquiries involvement lado learning lscb lscp mail manager "
    "mash media multiagency news newsletter office online participation partnership partnerships "
    "police policy post press pressoffice privacy recruitment procedures protection publications "
    "reception referral referrals report reporting research review reviews safeguard safeguarding "
    "school schools scb scp secretary service services social socialcare support team training "
    "voice web webmaster welfare workforce young youth".split()
)
"""What the address of an office is called by."""


def telephones(text: str, own: Collection[str]) -> Iterator[Told]:
    """Numbers of telephones in Britain that may be a person's.

    Args:
        own: the board's own numbers.
    """
    ours = {digits(one) for one in own}
    for found in _PHONE.finditer(text):
        dialled = digits(found[0])
        if len(dialled) in (10, 11) and dialled not in ours and not _OF_ALL.match(dialled):
            yield Told("a telephone number", found.start(), found[0].rstrip(" ()-"))


def digits(number: str) -> str:
    """A telephone number as it is dialled in Britain."""
    bare = re.sub(r"\D", "", re.sub(r"\(0\)", "", number))
    return re.sub(r"^(?:00)?44", "0", bare)


def addresses(text: str, own: Collection[str]) -> Iterator[Told]:
    """E-mail addresses of persons.

    Args:
        own: the board's own: addresses, and names it goes by, such as ``hscb``.
    """
    ours = {one.casefold() for one in own}
    for found in _EMAIL.finditer(text):
        who = found["who"].casefold()
        parts = {*re.split(r"[^a-z]+", who), re.sub(r"[^a-z]", "", who)}
        if found[0].casefold().rstrip(".") not in ours and not parts & (_OFFICES | ours):
            yield Told("a person's e-mail address", found.start(), found[0])

"""Links in texts, ``[words](https://...)``: where they stand, and which addresses they may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\((?P<address>(?:[^()\n]|\([^()\n]*\))*)\)")
"""Words in square brackets with round ones right behind them; an address may hold a pair of its
own.
"""
_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_WEB = re.compile(rf"https://{_HOST}(?::\d{{1,5}})?(?:[/?#][\w~:/?#@!$&*+,;=%().-]*)?", re.ASCII)
_MAIL = re.compile(rf"mailto:[\w.+-]+@{_HOST}", re.ASCII)
_NEARLY_WEB = re.compile(rf"(?:[a-z]+:)?/*(?P<rest>{_HOST}(?:[/?#:]\S*)?)", re.IGNORECASE)
_NEARLY_MAIL = re.compile(rf"(?:[a-z]+:/*)?(?P<rest>[\w.+-]+@{_HOST})", re.ASCII | re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_COPY = "copy it from the address bar of your browser"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a link.

    Attributes:
        message: one sentence.
        hint: the next step.
        meant: whether a link is certainly meant; else the brackets may be ordinary ones.
    """

    message: str
    hint: str
    meant: bool = True


def is_address(text: str) -> bool:
    """Whether a link may lead there: to a website by https, or to a mail address."""
    return bool(_WEB.fullmatch(text) or _MAIL.fullmatch(text))


def faults(text: str) -> Iterator[Fault]:
    """What is wrong with the links of a text, from left to right."""
    for found in LINK.finditer(text):
        words, address = found["words"], found["address"]
        shown = words if len(words) <= 40 else f"{words[:39]}…"
        if not words.strip():
            yield Fault(
                f"a link to {address[:60] or 'nowhere'} has no words",
                "write between [ and ] what a reader finds there",
            )
        elif not is_address(address):
            yield _wrong(shown, address)


def _wrong(words: str, address: str) -> Fault:
    """What is wrong with an address."""
    bare, said = address.strip(), f'the link "{words}"'
    if not bare:
        return Fault(
            f"{said} leads nowhere",
            "write its address between the brackets, such as (https://www.example.org)",
        )
    if re.search(r"[{}]|\*\*", bare):
        return Fault(
            f"{said} has a figure or bold words in its address",
            f"write the address alone: {_COPY}",
        )
    scheme = _SCHEME.match(bare)
    named = scheme[0].lower() if scheme else ""
    if mail := _NEARLY_MAIL.fullmatch(bare):
        return Fault(f"{said} leads to a mail address", f"write mailto:{mail['rest']}")
    if named == "mailto:":
        return Fault(
            f'{said} leads to "{bare[:60]}", which is no mail address alone',
            "write mailto: and one address, such as mailto:name@example.org",
        )
    if named not in ("", "http:", "https:") and not bare[len(named) :].isdigit():
        return Fault(
            f"{said} begins with {named}, and links begin with https:// or mailto: alone",
            "write such an address, or the words without a link",
        )
    if re.search(r"\s", bare) and (named or "/" in bare or bare.startswith("www.")):
        return Fault(f"{said} has a space in its address", f"write %20 in its place, or {_COPY}")
    if address != bare:
        return Fault(f"{said} has a space around its address", f"write ({bare})")
    nearly = _NEARLY_WEB.fullmatch(bare)
    if named == "http:" and nearly:
        return Fault(
            f"{said} begins with http://, which is not private",
            f"write https://{nearly['rest']}; if that does not open in your browser, write the "
            "address out without a link",
        )
    if not named and nearly:
        return Fault(f"{said} does not say https://", f"write https://{nearly['rest']}")
    if named:
        return Fault(f'{said} leads to "{bare[:60]}", which is no address', _COPY)
    return Fault(
        f'"{bare[:40]}" stands in brackets right behind "[{words}]", and is no address',
        'put a space before the "("; for a link, write an address that begins with https://',
        meant=False,
    )


def visible(url: str) -> str:
    """An address as it is printed: ``www.example.org/report``, ``name@example.org``."""
    return url.removeprefix("https://").removeprefix("mailto:").removesuffix("/")


def is_said_by(words: str, url: str) -> bool:
    """Whether the words of a link are its address already, so that it is not printed again."""
    return _key(re.sub(r"^https?://|^mailto:", "", words.strip())) == _key(visible(url))


def _key(address: str) -> str:
    return address.casefold().removeprefix("www.").rstrip("/")


def blanked(text: str) -> str:
    """A text with spaces in the place of all of a link but its words; each letter keeps its
    place.
    """

    def blank(found: re.Match[str]) -> str:
        return f" {found['words']} ".ljust(len(found[0]))

    return LINK.sub(blank, text)

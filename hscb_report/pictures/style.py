"""How a shape of an SVG is painted: its attributes, style and style sheet, as far as they are plain
fills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PIL import ImageColor

from hscb_report.pictures.limits import RULES

INHERITED = ("fill", "fill-rule", "color", "stroke", "stroke-width", "visibility")

_PLAIN: dict[str, tuple[str, ...]] = {
    "opacity": ("1", "1.0", "100%"),
    "fill-opacity": ("1", "1.0", "100%"),
    "filter": ("none",),
    "mask": ("none",),
    "clip-path": ("none",),
    "mix-blend-mode": ("normal",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "backdrop-filter": ("none",),
}
"""What would change the look of a plain fill, and the values that do not."""

_GEOMETRY = frozenset(
    "transform translate rotate scale d x y width height rx ry cx cy r mask-image content offset "
    "offset-path zoom all animation".split()
)
"""What moves or shapes something where it stands in a style."""

KEYS = (*INHERITED, *_PLAIN, "display")
"""Attributes that are styles as well."""


@dataclass(frozen=True)
class Rule:
    """One rule of a style sheet.

    Attributes:
        element, name, key: what it is for: an element of this kind, class or id; empty for any.
    """

    element: str
    name: str
    key: str
    properties: Mapping[str, str]

    @property
    def weight(self) -> tuple[bool, bool, bool]:
        """Which rule wins."""
        return bool(self.key), bool(self.name), bool(self.element)

    def is_for(self, element: str, keys: Mapping[str, str]) -> bool:
        """Whether an element is meant."""
        return (
            self.element in ("", element)
            and (not self.name or self.name in keys.get("class", "").split())
            and self.key in ("", keys.get("id", ""))
        )


class NotPlain(ValueError):
    """A style is more than a plain fill; the text says what it is."""


_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([A-Za-z]+|\*)?(?:\.([A-Za-z_][\w-]*))?(?:#([A-Za-z_][\w-]*))?")


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet, in their order.

    Raises:
        NotPlain: it has more than kinds, classes and ids.
    """
    text, at, count = _without_comments(sheet.replace("<!--", " ").replace("-->", " ")), 0, 0
    while at < len(text):
        found = _RULE.match(text, at)
        if found is None or "@" in found[1]:
            raise NotPlain(f'the style "{" ".join(text[at : at + 200].split())[:30]}"')
        properties = properties_of(found[2])
        for one in found[1].split(","):
            selector = _SELECTOR.fullmatch(one.strip())
            if selector is None or not one.strip():
                raise NotPlain(f'the style for "{one.strip()[:30]}"')
            element, name, key = (part or "" for part in selector.groups())
            count += 1
            if count > RULES:
                raise NotPlain(f"more than {RULES} styles")
            yield Rule("" if element == "*" else element, name, key, properties)
        at = found.end()


def _without_comments(sheet: str) -> str:
    """A style sheet alone, without space at its end."""
    kept, at = [], 0
    while (start := sheet.find("/*", at)) >= 0:
        kept.append(sheet[at:start])
        end = sheet.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(sheet)
    return " ".join([*kept, sheet[at:]]).rstrip()


def properties_of(style: str) -> dict[str, str]:
    """``fill: red; stroke: none`` by its names."""
    found: dict[str, str] = {}
    for part in _without_comments(style).split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def own_style(element: str, keys: Mapping[str, str], rules: Sequence[Rule]) -> dict[str, str]:
    """What an element says of itself: its attributes, then the sheet, then its ``style``."""
    made = {name: keys[name].strip() for name in KEYS if name in keys}
    for rule in sorted((one for one in rules if one.is_for(element, keys)), key=lambda r: r.weight):
        made |= rule.properties
    return made | properties_of(keys.get("style", ""))


def not_plain(style: Mapping[str, str]) -> Iterator[str]:
    """What of an element's own style is more than a plain fill, by name."""
    for name, value in style.items():
        if name in _PLAIN and value.lower() not in _PLAIN[name]:
            yield f'{name} ("{value[:30]}")'
        elif name in _GEOMETRY:
            yield f"{name} in a style"
        elif "url(" in value.lower() and name != "fill":
            yield f'{name} ("{value[:30]}")'


def has_stroke(style: Mapping[str, str]) -> bool:
    """Whether its outline is drawn as a line."""
    if style.get("stroke", "none").lower() in ("none", "transparent"):
        return False
    return re.fullmatch(r"0+(\.0*)?(px)?", style.get("stroke-width", "1")) is None


def fill_of(style: Mapping[str, str]) -> str:
    """The fill as ``#RRGGBB``; empty for none.

    Raises:
        NotPlain: it is no plain colour.
    """
    value = style.get("fill", "black")
    if value.lower() == "currentcolor":
        value = style.get("color", "black")
    if value.lower() in ("none", "transparent"):
        return ""
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        return value.upper()
    if re.fullmatch(r"#[0-9A-Fa-f]{3}", value):
        return "#" + "".join(2 * digit for digit in value[1:]).upper()
    if found := re.fullmatch(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)", value):
        return "#" + "".join(f"{min(255, int(part)):02X}" for part in found.groups())
    named = ImageColor.colormap.get(value.lower())
    if isinstance(named, str):
        return named.upper()
    raise NotPlain(f'the fill "{value[:40]}"')

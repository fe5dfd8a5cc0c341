"""A whole brand from the colours that a board has: one is enough.

What a board names is kept. Every other token is worked out from it: the nearest shade that has the
contrast its uses need, on screens and in print; categories that people with a colour vision
deficiency tell apart. Without any colour it is the palette of the Government Analysis Function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from hscb_report.brand import shades
from hscb_report.brand.colours import TOKENS, Colour
from hscb_report.brand.contrast import NEEDED, PAIRS, Pair, is_enough, ratio, worst
from hscb_report.brand.vision import VISIONS, difference

PRIMARY = "#12436D"
"""Dark blue, for a board that names no colour."""
APART = 6.0
"""Wanted between two categories for every way of seeing (CIEDE2000): lines apart from each other
need several times what can just be seen.
"""
FIFTH = 5.0
"""Wanted between a category and the second step of a funnel."""
MOST_OFF = 4.5
"""What is worked out differs so much in print at the most (CIEDE2000)."""
WHITISH = 1.15
"""A contrast to paper below which a band would not be seen."""
GROUNDS = {"card": (0.969, 0.0055), "tint": (0.932, 0.0105), "track": (0.895, 0.016)}
"""Lightness and chroma of the grounds, from white, in the hue of the board's colour."""
RULE = (0.848, 0.018)
SCALE = {"scale-middle": (0.74, 0.06), "scale-light": (0.825, 0.04), "outline": (0.66, 0.05)}
"""The same of the lighter fills of bars, and of the edge of what a part leaves."""
FULL = 0.09
"""A board's colour of this chroma or more gives grounds all of theirs; a grey gives greys."""
LIGHTER = 0.11
"""How much lighter than the first the second step of a funnel is, where there is room."""
STEPS = 7.0
"""Between the two at least (CIEDE2000)."""
PALE, DEEP = (0.9, 0.06), (0.36, 0.12)
"""Lightness and most chroma of the highlight on a dark band, and on a light one."""
SHIFTS = (0.0, -0.07, 0.06, -0.13)
"""By how much the lightness of a category may be moved to tell it from the others."""


class _Family(NamedTuple):
    """One hue: a form that carries text, and a form for fills on a band."""

    text: str
    fill: str


FAMILIES = (
    _Family("#801650", "#D98CB3"),
    _Family("#1A6F68", "#28A197"),
    _Family("#B34310", "#F46A25"),
    _Family("#1F5E9E", "#6BACE6"),
    _Family("#5B3F95", "#A285D1"),
    _Family("#6B5A10", "#D9B310"),
)
"""Hues for categories, in the order in which they are tried: the first three, with dark blue, are
the palette of the Government Analysis Function; the others continue it.
"""
CHOSEN = ("second", "third-text", "accent-text")
FILLS = {"third-text": "third", "accent-text": "accent"}


@lru_cache(maxsize=64)
def _made(own: tuple[tuple[str, Colour], ...]) -> Mapping[str, Colour]:
    brand = _Brand(dict(own))
    return {token: brand[token] for token in TOKENS}


def palette(own: Mapping[str, Colour]) -> Mapping[str, Colour]:
    """All tokens of ``TOKENS``, in that order.

    Args:
        own: the tokens that the board names; they are kept, legal or not.
    """
    return _made(tuple(own.items()))


class _Brand(dict[str, Colour]):
    """Tokens as they are worked out, one after the other; each meets those before it."""

    def __init__(self, own: dict[str, Colour]) -> None:
        super().__init__()
        self.own = own
        self["paper"] = own.get("paper") or Colour.of("#FFFFFF")
        self["text"] = own.get("text") or Colour("#3D3D3D", (0, 0, 0, 100))
        self["primary"] = own.get("primary") or Colour.of(PRIMARY)
        _, chroma, self.hue = shades.lch(self["primary"].srgb)
        self.strength = min(1.0, chroma / FULL)
        self._grounds()
        self._add("primary-text", self["primary"].srgb)
        self._add("primary-light", *self._lighter())
        for token, (lightness, chroma) in SCALE.items():
            self._add(token, self._tinted(lightness, chroma))
        self._bands()
        self._categories()

    def _grounds(self) -> None:
        for token, (lightness, chroma) in GROUNDS.items():
            self._add(token, self._tinted(lightness, chroma))
        lightness, chroma = RULE
        hairline = Colour(self._tinted(lightness, chroma), (0, 0, 0, 100))
        self["rule"] = self.own.get("rule") or hairline

    def _tinted(self, lightness: float, chroma: float) -> str:
        return shades.colour(lightness, chroma * self.strength, self.hue)

    def _add(self, token: str, *starts: str) -> None:
        """What the board named; else the first shade found from the starts that is legal."""
        if token in self.own:
            self[token] = self.own[token]
            return

        def is_good(shade: str) -> bool:
            return self._shows(token, shade) and self._meets(token, self._colour(shade))

        found = next(filter(None, (shades.nearest(start, is_good) for start in starts)), None)
        self[token] = self._colour(found or starts[0])

    def _colour(self, shade: str) -> Colour:
        """A shade as inks print it; the board's own colour keeps the inks that the board gave."""
        primary = self["primary"]
        if shade == primary.srgb:
            return primary
        return Colour.of(_printable(shade))

    def _meets(self, token: str, colour: Colour) -> bool:
        """Whether it has the contrast it needs with every token there is by now."""
        return all(is_enough(pair, colour, other) for pair, other in self._beside(token))

    def _shows(self, token: str, shade: str) -> bool:
        """The same on screens alone, which is soon told."""
        return all(
            ratio(shade, other.srgb) >= NEEDED[pair.use] for pair, other in self._beside(token)
        )

    def _beside(self, token: str) -> Iterator[tuple[Pair, Colour]]:
        """The pairs in which a token is drawn, each with the token beside it, if it is known."""
        for pair in _PAIRS_OF[token]:
            other = self.get(pair.ground if pair.ink == token else pair.ink)
            if other is not None:
                yield pair, other

    def _lighter(self) -> Iterator[str]:
        """Starts for the second step of a funnel: lighter, or darker where nothing lighter is
        legal.
        """
        lightness, chroma, hue = shades.lch(self["primary-text"].srgb)
        first = self["primary-text"]
        for step in (LIGHTER, 2 * LIGHTER, 3 * LIGHTER, LIGHTER / 2, -LIGHTER):
            shade = shades.colour(min(0.95, max(0.1, lightness + step)), 1.25 * chroma, hue)
            colour = self._colour(shade)
            if self._meets("primary-light", colour) and difference(colour.srgb, first.srgb) > STEPS:
                yield shade
        yield shades.colour(lightness, chroma, hue)

    def _bands(self) -> None:
        paper, primary = self["paper"], self["primary"]
        faint = ratio(paper.srgb, primary.srgb) < WHITISH
        start = self["track"].srgb if faint else primary.srgb
        black = Colour("#1D1D1D", (0, 0, 0, 100))
        choices = [self.own["on-band"]] if "on-band" in self.own else [paper, black]

        def carries(shade: str) -> bool:
            ground = self._colour(shade)
            return any(_is_legal(ink, ground) for ink in choices)

        self["band"] = self.own.get("band") or self._colour(shades.nearest(start, carries) or start)
        legal = (ink for ink in choices if _is_legal(ink, self["band"]))
        self["on-band"] = next(legal, choices[0])
        self._add("highlight", *self._highlights())

    def _highlights(self) -> Iterator[str]:
        """A pale tint on a dark band, a deep shade on a light one."""
        if self["band"].srgb == PRIMARY:
            yield "#7FD8CF"
        dark = ratio(self["paper"].srgb, self["band"].srgb) >= 4.5
        lightness, most = PALE if dark else DEEP
        _, chroma, hue = shades.lch(self["band"].srgb)
        if self.strength < 0.25:  # a grey: something of colour, from the third category
            _, chroma, hue = shades.lch(FAMILIES[1].fill)
        yield shades.colour(lightness, min(most, chroma), hue)

    def _categories(self) -> None:
        free = [token for token in CHOSEN if token not in self.own]
        self.update({token: self.own[token] for token in CHOSEN if token in self.own})
        chosen = self._chosen(free)
        for token, choice in zip(free, chosen, strict=True):
            self[token] = Colour.of(choice.text)
            if token in FILLS:
                self._add(FILLS[token], choice.family.fill)
        for token, fill in FILLS.items():
            if fill not in self:
                self._add(fill, self[token].srgb)

    def _chosen(self, free: list[str]) -> tuple[_Choice, ...]:
        """For each token that is not named a family and a shade of its text form, all told apart
        by everybody: the first set that is far enough apart, else the one that is furthest.
        """
        fixed = [self["primary-text"].srgb, *(self[t].srgb for t in CHOSEN if t in self.own)]
        legal = [[one for one in _CHOICES if self._is_legal(token, one)] for token in free]
        plain = tuple(_Choice(family, family.text, 0.0) for family in FAMILIES[: len(free)])
        best = -1.0, plain
        sets = (one for one in product(*legal) if len({c.family for c in one}) == len(one))
        for chosen in sorted(sets, key=lambda one: sum(choice.shift for choice in one)):
            apart = _least(fixed, [choice.text for choice in chosen], best[0])
            if apart > best[0]:
                best = apart, chosen
            if apart >= APART:
                break
        return best[1]

    def _is_legal(self, token: str, choice: _Choice) -> bool:
        fifth = self["primary-light"].srgb
        return (
            self._shows(token, choice.text)
            and _apart(*sorted((fifth, choice.text))) >= FIFTH
            and self._meets(token, Colour.of(choice.text))
        )


_PAIRS_OF = {
    token: [pair for pair in PAIRS if token in (pair.ink, pair.ground)] for token in TOKENS
}


def _is_legal(ink: Colour, band: Colour) -> bool:
    """Whether words of an ink may stand on a band."""
    return worst(ink, band) >= NEEDED["text"]


def _least(fixed: list[str], texts: list[str], enough: float) -> float:
    """The least difference of a text from any other and from what is fixed, for every way of
    seeing; as soon as it is no more than ``enough``, no further.
    """
    least = 100.0
    for index, one in enumerate(texts):
        for other in (*fixed, *texts[:index]):
            least = min(least, _apart(*sorted((one, other))))
            if least <= enough:
                return least
    return least


@lru_cache(maxsize=4096)
def _apart(one: str, other: str) -> float:
    return min(difference(one, other, vision) for vision in VISIONS)


@lru_cache(maxsize=4096)
def _printable(srgb: str) -> str:
    """The colour, duller where no inks print it."""
    lightness, chroma, hue = shades.lch(srgb)
    shade = srgb
    while Colour.of(shade).off > MOST_OFF and chroma > 0.01:
        chroma *= 0.92
        shade = shades.colour(lightness, chroma, hue)
    return shade


class _Choice(NamedTuple):
    """A family with a shade of its text form, and how far that was moved."""

    family: _Family
    text: str
    shift: float


def _shifted(family: _Family, shift: float) -> str:
    lightness, chroma, hue = shades.lch(family.text)
    return family.text if not shift else shades.colour(lightness + shift, chroma, hue)


_CHOICES = [
    _Choice(family, _shifted(family, shift), abs(shift)) for shift in SHIFTS for family in FAMILIES
]

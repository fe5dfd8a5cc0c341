"""Words such as "three in four" that contradict the figures beside them.

Finds:
    words or a typed percentage, such as "three in four", that contradict the figures of their
    section
Why:
    Headlines are what is remembered, and they are not worked out anew when a figure changes.
    The tolerance is `ratio_points`.
Fails:
    figures:
      plans: {value: 1294, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: 950                       # 73%, which is nearly three in four
        part_of: plans
        label: because of neglect
        period: 2017-18
        source: return
    sections:
      - heading: Neglect is the reason for four in five plans
        blocks:
          - {kind: part, figure: neglect}
Passes:
    figures:
      plans: {value: 1294, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: 950
        part_of: plans
        label: because of neglect
        period: 2017-18
        source: return
    sections:
      - heading: Neglect is the reason for nearly three in four plans
        blocks:
          - {kind: part, figure: neglect}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hscb_report.checks.claims.naming import is_named
from hscb_report.checks.numbers import stems, typed
from hscb_report.checks.ratios import RATIO, Ratio, hedge_of, is_change, ratios
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import OF_ALL, Subject, figures_in
from hscb_report.summary.sentences import sentences
from hscb_report.summary.texts import Text
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import in_words, references

FAR = 12.0
"""Percentage points: a ratio without a word in common with a share is held against it only if it is
nearer than this.
"""
HEADLINES = ("heading", "subtitle", "title")
"""What stands above a figure is about it, whatever its words."""
_EVERYWHERE = frozenset(
    "child young people area hampshire board partner professional practitioner agency support "
    "service school family year".split()
)
"""Words that nearly every sentence of such a report has; they tie a ratio to nothing."""
_TIME = re.compile(
    r"\s*(?:of )?(?:the )?(?:way|year|quarter|century|month|decade|period|term)\b|"
    r"\s*(?:of )?(?:19|20)\d\d",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th|each|every|per)\s+$", re.IGNORECASE
)
_REST = re.compile(
    r"\b(?:other|others|rest|remaining|not|no|never|without|else|different)\b", re.IGNORECASE
)

_PARTED = re.compile(r"[,;:–—]|\b(?:and|but|while|whereas|although|or)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"(?:{RATIO.pattern})(?: of)? (?:the |all |our )?", re.IGNORECASE)
"""What stands before the number that a ratio is of: "half of 950 plans"."""
_COUNTED = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Share:
    """A share that a section shows.

    Attributes:
        value: of a hundred.
        named: the words it is called by, also those of its whole.
        own: those of the part alone.
        exact: whether its numbers are; nothing contradicts "over 80%" but what is known.
        place: the one that it is of; None for the board's own area.
    """

    value: float
    named: set[str]
    own: set[str]
    exact: bool = True
    place: str | None = None


Shares = dict[str, Share]
"""By the name of the figure."""


def find(subject: Subject) -> Iterator[Finding]:
    """Ratios in the texts of a section and of its figures, against the shares that it shows; in the
    introduction and in posts, against all.
    """
    looked_at: set[KeyPath] = set()
    for s, section in enumerate(subject.summary.sections):
        names = figures_in(section, subject.figures)
        shares = _shares(subject, names)
        for text in subject.own if shares else ():
            own = text.path[:2] == ("sections", s) or (
                text.path[0] == "figures" and text.path[1] in names
            )
            if own and text.path not in looked_at:
                looked_at.add(text.path)
                yield from _in_text(text, shares, subject)
    for text in subject.own:
        if text.path[0] in OF_ALL:
            yield from _in_text(text, _shares(subject, list(subject.figures)), subject, both=True)


def _shares(subject: Subject, names: list[str]) -> Shares:
    found: Shares = {}
    for name in names:
        figure = subject.figures[name]
        words = stems(f"{figure.label} {figure.name or ''} {figure.noun or ''}")
        if figure.value is None:
            continue
        if figure.unit == "percent":
            found[name] = Share(float(figure.value), words, words, not figure.bound, figure.place)
        at, seen = figure.part_of, {name}
        while at in subject.figures and at not in seen:
            whole = subject.figures[at]
            if whole.value:
                key = name if name not in found else f"{name} of {at}"
                found[key] = Share(
                    float(figure.value * 100 / whole.value),
                    words | stems(f"{whole.label} {whole.noun or ''}"),
                    words,
                    not (figure.bound or whole.bound),
                    figure.place,
                )
            seen.add(at)
            at = whole.part_of
    return found


def _in_text(text: Text, shares: Shares, subject: Subject, both: bool = False) -> Iterator[Finding]:
    """The ratios of a text that contradict the shares.

    Args:
        both: no headline of a section, whatever its key.
    """
    percentages = {
        round(float(subject.figures[n].value))
        for n, _ in references(text.text)
        if n in subject.figures
        and subject.figures[n].unit == "percent"
        and subject.figures[n].value is not None
    }
    stated = list(ratios(text.text))
    stated += [
        Ratio(float(n.value), hedge_of(text.text[: n.start]), n.start, n.words)
        for n in typed(text.text, RATIO)
        if n.unit == "percent"
    ]
    for ratio in stated:
        end = ratio.start + len(ratio.words)
        if (
            _TIME.match(text.text, end)
            or _ORDINAL.search(text.text[: ratio.start])
            or is_change(text.text, ratio.start, end)
        ):
            continue
        _, sentence = _sentence(text.text, ratio.start)
        words = stems(_about(text.text, ratio.start)) - _EVERYWHERE
        exact = "%" in ratio.words or "cent" in ratio.words.lower()
        tolerance = 0.5 if exact else float(subject.settings.ratio_points)
        there = {name: one for name, one in shares.items() if is_named(one.place, sentence)}
        choices = {**there, **(_rests(there) if _REST.search(sentence) else {})}
        if (
            any(_holds(ratio, share.value, tolerance) for share in choices.values())
            or round(ratio.share) in percentages
        ):
            continue
        headline = not exact and not both and text.key in HEADLINES
        related = {
            name: share
            for name, share in choices.items()
            if _is_about(ratio, share, words, FAR / 2 if exact else FAR, headline)
        }
        if related and all(share.exact for share in related.values()):
            name = min(related, key=lambda one: abs(related[one].value - ratio.share))
            share = related[name].value
            says = "" if exact else f" ({ratio.share:.0f}%)"
            yield Finding(
                text.path,
                f'"{ratio.words}"{says} contradicts "{name}", which is {share:.1f}%',
                "if it is about that figure, write "
                f"{f'{share:.0f}%' if exact else nearest(share)}; if not, make it a figure of its "
                "own, "
                "or accept this",
                ratio.words,
                ratio.start,
            )


def _rests(shares: Shares) -> Shares:
    """What the shares leave over."""
    return {
        f"the rest of {name}": replace(share, value=100 - share.value)
        for name, share in shares.items()
    }


def _is_about(ratio: Ratio, share: Share, words: set[str], far: float, headline: bool) -> bool:
    """Whether a ratio speaks of a share: it has two words in common with it; or one, and is near. A
    headline does also with one word of the part's own, or where it speaks of nothing else: "Three
    in four plans"; if it has no words at all, where it is near.
    """
    common, near = words & share.named, abs(share.value - ratio.share) <= far
    if len(common) >= 2 or (common and near):
        return True
    return headline and bool(words & share.own or (words <= share.named and (words or near)))


def _about(text: str, at: int) -> str:
    """The words of the sentence that are about the number at a place: those between it and the next
    number belong to the first up to the last comma or "and", and to the next one behind that.
    """
    start, sentence = _sentence(text, at)
    numbers = {at - start} | {found.start() for found in RATIO.finditer(sentence)}
    numbers |= {found.start() for found in _COUNTED.finditer(sentence)}
    numbers |= {one.start for one in typed(sentence, RATIO)}
    wholes = {found.end() for found in _OF_WHOLE.finditer(sentence)}
    places = sorted(numbers - wholes | {at - start})
    bounds = [0]
    for first, then in pairwise(places):
        parted = [found.start() for found in _PARTED.finditer(sentence, first, then)]
        bounds.append(parted[-1] if parted else then)
    bounds.append(len(sentence))
    n = places.index(at - start)
    return RATIO.sub(" ", sentence[bounds[n] : bounds[n + 1]])


def _sentence(text: str, at: int) -> tuple[int, str]:
    """Where the sentence around a place begins, and the sentence."""
    return max((one for one in sentences(text) if one[0] <= at), default=(0, text))


def _holds(ratio: Ratio, share: float, tolerance: float) -> bool:
    """Whether a share agrees with what the text says: "over half" holds for 60 per cent, "nearly
    half" does not for 51 or 40.
    """
    off = share - ratio.share
    if ratio.side == "above":
        return off >= 0
    if ratio.side == "below":
        return off <= 0
    if ratio.side == "nearly":
        return -max(6.0, 2 * tolerance) <= off <= 0
    return abs(off) <= tolerance


def nearest(share: float) -> str:
    """A share as a person would say it: ``nearly three in four``, ``8%``."""
    choices = {
        n * 100 / m: f"{in_words(n)} in {in_words(m)}"
        for m in (10, 5, 4, 3, 2)
        for n in range(1, m)
    }
    best = min(choices, key=lambda value: abs(value - share))
    if abs(best - share) > 2:
        return f"{share:.0f}%"
    return (
        "nearly " if share < best - 0.5 else "more than " if share > best + 0.5 else ""
    ) + choices[best]


RULE = Rule("ratio", find)

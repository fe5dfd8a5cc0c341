"""A number typed into a text that is also a figure.

Finds:
    a number typed into a text that is also a figure
Why:
    A number that is written twice is changed once. `{figure}` takes it from its one place.
Fails:
    introduction: There were 77,602 contacts in the year.
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
Passes:
    introduction: There were {contacts} contacts in the year.
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.numbers import Typed, is_named, typed, values_of, worded
from hscb_report.checks.ratios import RATIO
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary import printed
from hscb_report.summary.figures import Figure
from hscb_report.summary.texts import Text
from hscb_report.summary.typed import WORDS_OF
from hscb_report.summary.wording import references

SURE = 100
"""From here on an equal number is the same number, unless it is round; below, the words behind it
must agree.
"""


def find(subject: Subject) -> Iterator[Finding]:
    """Typed numbers equal to a figure's value."""
    for text in subject.own:
        if not text.inline:
            continue
        for number in (*typed(text.text, RATIO), *worded(text.text)):
            if number.words[:1].isalpha() and not text.is_english:
                continue  # what looks like a number may be another word there
            for name in _same(subject, text, number):
                in_words = number.words[:1].isalpha()
                form = f":{'Words' if number.words[0].isupper() else 'words'}" if in_words else ""
                said, start = _with_bound(subject.figures[name], text, number)
                nested = text.path[0] == "figures" and bool(references(subject.figures[name].label))
                hint = (
                    "keep it in step with the figure by hand; a label cannot name a figure whose "
                    "own label names one"
                    if nested
                    else f"write {{{name}{form}}} in its place, so that it changes with the figure"
                    if said == number.words
                    else f'write {{{name}{form}}} in the place of "{said}", and it prints both'
                )
                yield Finding(
                    text.path,
                    f'"{said}" is typed here, and it is the figure "{name}"'
                    + _unlike(subject.figures[name], said, number),
                    hint,
                    said,
                    start,
                )
                break


def _with_bound(figure: Figure, text: Text, number: Typed) -> tuple[str, int]:
    """The number with the words before it that say what its bound says, and where they begin."""
    ways = WORDS_OF[figure.bound] if figure.bound else ()
    before = re.search(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, ways))})\s*\Z",
        text.text[: number.start],
        re.IGNORECASE,
    )
    start = before.start() if ways and before else number.start
    return text.text[start : number.end].strip(), start


def _unlike(figure: Figure, said: str, number: Typed) -> str:
    """What the figure says besides, and the text does not."""
    if figure.bound and said == number.words:
        return f', which is no exact number: "{printed.bare(figure)}"'
    return ""


def _same(subject: Subject, text: Text, number: Typed) -> Iterator[str]:
    for name, figure in subject.figures.items():
        if (
            number.value in values_of(figure)
            and figure.unit == number.unit
            and text.path[:2] != ("figures", name)
        ):
            sure = number.value >= SURE and (number.value % 50 != 0 or number.value >= 10_000)
            if sure or is_named(figure, text.text, number.end):
                yield name


RULE = Rule("typed-number", find)

"""Words beside a card: the alternative text, and a post that is short enough. Both say what the
card says; nothing is cut within.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hscb_report.story.cards import Card
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Chart, Statement
from hscb_report.story.series import Line
from hscb_report.story.story import Story
from hscb_report.story.typography import set_plainly
from hscb_report.summary.reading import Reading
from hscb_report.summary.said import refs_in
from hscb_report.summary.social import MOST_LETTERS, letters
from hscb_report.words.table import Words
from hscb_report.words.typography import without_binding

_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z0-9\[])")
"""Between two sentences."""

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*%?")
_SYMBOL = re.compile(r"\[[a-z]+\]")
"""A symbol at the beginning of what it means."""


def alt_of(card: Card, story: Story) -> str:
    """What a card shows, for those who do not see it: every word that stands on it, and whose it
    is; what a part says that was said before is left out.
    """
    notes = [one for note in card.notes for one in _SENTENCE.split(note)]
    said = [card.heading, *_described(card.shown), *notes, title_of(story)]
    if story.draft:
        said.insert(0, story.draft.words[0])
    made: list[str] = []
    for one in said:
        if one and not _is_said(one, " ".join(made)):
            made.append(_ended(f"{one[:1].upper()}{one[1:]}"))
    return _plain(" ".join(made), story)


def post_of(card: Card, story: Story) -> str:
    """Suggested words: the message, the fact with its time and what its symbols mean, and whose it
    is; where that is too long, with less of it, and at last without the number. Empty where no way
    is short enough.
    """
    identity, source = title_of(story), card.others
    board = f"{story.short}, {story.period}"
    for head in ([card.heading], []) if card.heading else ([],):
        for fact in _facts(card, story.words, bool(head)):
            parts = [*head, *fact, *_needed(card, fact)]
            for tail in ([source, identity], [source, board]):
                said = " ".join(_ended(one) for one in (*parts, *tail) if one)
                said = _plain(f"{said[:1].upper()}{said[1:]}", story)
                if letters(said) < MOST_LETTERS:
                    return said
    return ""


def title_of(story: Story) -> str:
    """Whose summary it is."""
    said = story.words.social.title_of(board=story.contact.name, title=story.full_title)
    return _plain(said, story)


def _plain(text: str, story: Story) -> str:
    """Words to be copied: with typographic quotes, and with ordinary spaces."""
    return without_binding(set_plainly(text, story.words))


def _described(shown: Dots | Chart | Statement) -> Iterator[str]:
    if isinstance(shown, Dots):
        said = [
            f"{one.sentence.rstrip('.')}, {one.ratio}" if one.ratio else one.sentence
            for one in shown.readings
        ]
        yield from ("; ".join(said), shown.seen, shown.unit)
    elif isinstance(shown, Statement):
        yield from shown.said()
    else:
        described = shown.field.description if shown.field else shown.description
        told = described.alt if described else ""
        parts = (shown.title, shown.field.each if shown.field else shown.each)
        yield from (one for one in parts if not _is_said(one, told))
        yield told
        yield _listed(
            said
            for one in shown.statements
            if one.reading.called not in told or one.reading.number not in told
            for said in one.said()
        )


def _needed(card: Card, fact: Sequence[str]) -> list[str]:
    """The notes that a post cannot leave out: its days, and what the symbols in it mean."""
    whole, needed = " ".join(fact), []
    for note in card.notes:
        if _SYMBOL.match(note):
            told = note.rstrip(".").split("; ")
            kept = [one for one in told if (found := _SYMBOL.match(one)) and found[0] in whole]
            needed += ["; ".join(kept)] if kept else []
        elif note in card.times:
            needed.append(note)
    return needed


def _facts(card: Card, words: Words, headed: bool) -> Iterator[list[str]]:
    """A fact in sentences, the fullest first, and last nothing of it; a message whose number bears
    a symbol is not left alone.
    """
    shown = card.shown
    if isinstance(shown, Dots):
        for count in range(len(shown.readings), 0, -1):
            yield [_running(shown.readings[:count])]
    elif isinstance(shown, Statement):
        reading = shown.reading
        told = _with(reading.sentence, [shown.ratio] if shown.ratio else [])
        yield [told, *shown.compared]
        yield [told]
        yield [reading.sentence]
        yield [f"{reading.called}: {reading.headline}"]
    elif shown.lines:
        yield from _of_lines(shown, words)
    elif shown.statements:
        yield [_running([one.reading for one in shown.statements])]
        yield [_listed(one.reading.sentence for one in shown.statements)]
    else:
        rows = [f"{name}: {reading.headline}" for name, reading in shown.rows]
        yield [shown.title, _listed(rows)]
        yield [_listed(rows)]
    if not headed or not refs_in([card.heading]):
        yield []  # the picture says the number


def _of_lines(shown: Chart, words: Words) -> Iterator[list[str]]:
    """The last numbers of series up to the report's year, and what changed."""
    lines = [line for line in shown.lines if line.now >= 0 and line.points[line.now].number]
    told = [f"{line.name}: {_last(line, words)}" for line in lines]
    changes = [line.change for line in lines if line.change] if len(lines) == 1 else []
    head = shown.title if shown.title not in [line.name for line in lines] else ""
    yield [head, _listed(told), *changes]
    yield [_listed(told)]


def _last(line: Line, words: Words) -> str:
    point = line.points[line.now]
    return words.social.at(number=point.number, when=point.when)


def _running(readings: Sequence[Reading]) -> str:
    """Numbers within one another, as they lead on from each other."""
    said = ""
    for one in readings:
        sentence = one.sentence.rstrip(".") + (f" ({one.ratio})" if one.ratio else "")
        said += ("" if not said else ", " if one.lead else "; ") + sentence
    return said


def _with(sentence: str, behind: Sequence[str]) -> str:
    return f"{sentence.rstrip('.')} ({'; '.join(behind)})" if behind else sentence


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(part.rstrip(".") for part in parts)


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", ".”", ".’")) else f"{text}."


def _is_said(text: str, whole: str) -> bool:
    """Whether a text says all the words of another, in their order; "5 visits" is not said by "15
    visits".
    """
    return _bare(text) in _bare(whole)


def _bare(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} ".casefold()

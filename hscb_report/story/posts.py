"""Words beside a card: the alternative text, and a post that is short enough. Both say what the
card says; nothing is cut within.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hscb_report.story.cards import Card, readings_of
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Chart, Statement
from hscb_report.story.series import Line
from hscb_report.story.story import Story
from hscb_report.story.typography import set_plainly
from hscb_report.summary.reading import Reading
from hscb_report.summary.social import MOST_LETTERS, letters
from hscb_report.words.table import Words


def alt_of(card: Card, story: Story) -> str:
    """What a card shows, for those who do not see it: every word that stands on it, and whose it
    is; what a part says that was said before is left out.
    """
    shown = card.shown
    said = [card.heading, *_described(shown), *card.notes, title_of(story)]
    if story.draft:
        said.insert(0, story.draft.words[0])
    made: list[str] = []
    for one in said:
        if one and _bare(one) not in _bare(" ".join(made)):
            made.append(_ended(one))
    return set_plainly(" ".join(made), story.words)


def post_of(card: Card, story: Story) -> str:
    """Suggested words: the message, the fact with its time and what its symbols mean, and whose it
    is; where that is too long, with less of it. Empty where no way is short enough.
    """
    identity, source = title_of(story), _foreign_source(card, story)
    board = f"{story.short}, {story.period}"
    for fact in _facts(card, story.words):
        known = [_ended(one) for one in (*fact, *_needed(card, fact)) if one]
        head = [_ended(card.heading)] if card.heading else []
        for tail in ([source, identity], [source, board], [board]):
            for parts in ([*head, *known], known):
                said = " ".join([*parts, *map(_ended, filter(None, tail))])
                said = set_plainly(said, story.words)
                if parts and letters(said) < MOST_LETTERS:
                    return said
    return ""


def title_of(story: Story) -> str:
    """Whose summary it is."""
    return story.words.social.title_of(board=story.contact.name, title=story.full_title)


def _described(shown: Dots | Chart | Statement) -> Iterator[str]:
    if isinstance(shown, Dots):
        yield shown.description.alt
        yield from (one.sentence for one in shown.readings)
        yield shown.unit
    else:
        yield from shown.said()


def _foreign_source(card: Card, story: Story) -> str:
    """The source line of a card, where another than the board published it."""
    marker = story.words.charts.source(publishers="")
    found = next((one for one in card.notes if one.startswith(marker)), "")
    return "" if story.title in found else found.split(". ")[0]


def _needed(card: Card, fact: Sequence[str]) -> list[str]:
    """The notes that a post cannot leave out: its days, and what the symbols in it mean."""
    whole, needed = " ".join(fact), []
    for note in card.notes:
        symbols = re.findall(r"\[[a-z]+\]", note)
        if symbols:
            told = note.rstrip(".").split("; ")
            kept = [one for one in told if one.split(" ")[0] in whole]
            needed += ["; ".join(kept)] if kept else []
        elif _is_time(card, note):
            needed.append(note)
    return needed


def _is_time(card: Card, note: str) -> bool:
    return any(note.rstrip(".").endswith(one.when) for one in readings_of(card.shown)) and (
        not isinstance(card.shown, Chart) or not card.shown.lines
    )


def _facts(card: Card, words: Words) -> Iterator[list[str]]:
    """A fact in sentences, the fullest first; last the message alone, where there is one."""
    shown = card.shown
    if isinstance(shown, Dots):
        for count in range(len(shown.readings), 0, -1):
            yield [_running(shown.readings[:count])]
    elif isinstance(shown, Statement):
        reading = shown.reading
        behind = [one for one in (shown.ratio, *shown.compared) if one]
        yield [_with(reading.sentence, behind)]
        yield [reading.sentence]
    elif shown.lines:
        yield from _of_lines(shown, words)
    elif shown.statements:
        yield [_listed(_told(one) for one in shown.statements)]
        yield [_listed(one.reading.sentence for one in shown.statements)]
    else:
        rows = [f"{name}: {reading.headline}" for name, reading in shown.rows]
        yield [shown.title, _listed(rows)]
        yield [_listed(rows)]
    if card.heading:
        yield []


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


def _told(one: Statement) -> str:
    return _with(one.reading.sentence, [one.ratio] if one.ratio else [])


def _with(sentence: str, behind: Sequence[str]) -> str:
    return f"{sentence.rstrip('.')} ({'; '.join(behind)})" if behind else sentence


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(part.rstrip(".") for part in parts)


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", ".”", ".’")) else f"{text}."


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()

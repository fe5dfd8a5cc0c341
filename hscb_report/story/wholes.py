"""Numbers whose printed words lead on from their whole, such as "of which were in foster care":
which of them stand behind it, and what is said of those that do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.said import Said, join
from hscb_report.summary.wording import Span


def told_in_turn(readings: Sequence[Reading], reader: Reader) -> tuple[Reading, ...]:
    """Numbers as they are told one behind the other: those that do not stand behind their whole, or
    behind another of its parts, stand by themselves.
    """
    made, wholes = list[Reading](), {""}
    for one in readings:
        behind = one.part_of in wholes
        made.append(one if behind else by_itself(one, reader))
        wholes = {one.key, one.part_of} if behind else {one.key}
    return tuple(made)


def by_itself(one: Reading, reader: Reader) -> Reading:
    """A number without words that lead on from its whole: with what it is called; where the content
    says no name, without the words before it; and where the words behind it lead on, with the whole
    in brackets.
    """
    beginnings = reader.words.numbers.of_the_whole
    printed = (one.lead, one.label_text)
    leads_on = [text.casefold().startswith(beginnings) for text in printed]
    if not one.part_of or not any(leads_on):
        return one
    if reader.summary.figures[one.key].name:
        return replace(one, lead="", label=(Span(one.name),))
    if not leads_on[1]:
        return replace(one, lead="")
    whole = reader.figure(one.part_of).sentence
    said = (*one.label, Span(join([" (", Said(whole.rstrip("."), whole.refs), ")"])))
    return replace(one, lead="", label=said)

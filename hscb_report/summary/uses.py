"""Which figures and series a reader meets in a part of the content, as its keys declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hscb_report.summary.blocks import Block, Change
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.figures import Figure, Source
from hscb_report.summary.keys import Printed, held, names_in
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import references


def shown_by(block: Block) -> list[str]:
    """The names of the figures that are its own, in their order; texts may name others."""
    return names_in(block, "figure")


def series_of(block: Block) -> list[str]:
    """The names of its series."""
    return names_in(block, "series")


def figures_of(block: Block) -> list[str]:
    """The names of its figures, and of those in its texts, each once."""
    return list(dict.fromkeys([*shown_by(block), *named_in(_texts_of(block))]))


def compared_by(block: Block, summary: Summary) -> list[str]:
    """The names of the figures that it sets against one another; none where it does not."""
    return _with_wholes(block, summary) if block.one_scale else []


def named_in(texts: Iterable[str]) -> list[str]:
    """The names of the figures that texts name, in their order."""
    return [name for text in texts for name, _ in references(text)]


def met_in(
    summary: Summary,
    sections: Iterable[Section],
    blocks: Iterable[Block],
    texts: Iterable[str] = (),
    more: Iterable[str] = (),
) -> list[str]:
    """The names of all figures whose numbers a reader meets, each once: also those that the words
    of another figure name.

    Args:
        sections: their headings and subtitles are read.
        texts: what is read besides.
        more: names of figures that stand elsewhere.
    """
    found = [*more, *named_in(texts)]
    for section in sections:
        found += named_in([section.heading, section.subtitle or ""])
    for block in blocks:
        found += [*_with_wholes(block, summary), *named_in(_texts_of(block))]
    for name in found:  # it grows while it is read
        figure = summary.figures[name]
        found += [one for one in named_in(_words_beside(figure)) if one not in found]
    return list(dict.fromkeys(found))


def looking_back(summary: Summary) -> Iterator[tuple[KeyPath, Change]]:
    """The blocks that look back to an earlier year, and the keys to each."""
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            if isinstance(block, Change):
                yield ("sections", s, "blocks", b), block


def sources_of(summary: Summary, figures: Iterable[str], series: Iterable[str]) -> list[Source]:
    """Where figures and series come from, each source once."""
    members = [summary.figures[name].source for name in figures]
    members += [summary.series[name].source for name in series]
    return [summary.sources[name] for name in dict.fromkeys(members)]


def _with_wholes(block: Block, summary: Summary) -> list[str]:
    names = shown_by(block)
    wholes = [summary.figures[name].part_of for name in names] if block.with_whole else []
    return [*names, *(whole for whole in wholes if whole)]


def _texts_of(block: Block) -> list[str]:
    return [one.value for one in held(block) if isinstance(one.mark, Printed) and one.mark.inline]


def _words_beside(figure: Figure) -> list[str]:
    """The words that pages print beside the number."""
    return [figure.lead or "", figure.label, figure.name or ""]

"""What a cover shows: a picture of the summary's own numbers, which the content may choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.errors import Problem
from hscb_report.story.blocks import TELLINGS, Telling
from hscb_report.story.dots import dots_of, nested_dots
from hscb_report.story.nodes import Cards, Chart
from hscb_report.story.story import Opening
from hscb_report.story.unnested import curve_of, is_alone, large_of
from hscb_report.summary.blocks import Block
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.pictures import Cover
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import shown_by

_NESTED, _PERCENTAGE, _CURVE, _LARGE = 0, 1, 2, 3
"""What a cover rather shows, the best first; large numbers are told apart further."""


def opening_of(reader: Reader) -> Opening | None:
    """The numbers that a cover draws: those that the content chooses; else the first numbers within
    one another, and where there are none, the first percentage, the first series of a trend, or
    the number that leads. None where no number is shown, or a photograph stands there.
    """
    summary, cover = reader.summary, reader.summary.cover
    sections = list(enumerate(summary.sections))
    if cover is None:
        return _first(sections, reader)
    if cover.section is not None:
        return _first([one for one in sections if one[1].heading == cover.section], reader)
    return _of_figures(cover.figures, reader) if cover.figures else None


def _first(sections: Sequence[tuple[int, Section]], reader: Reader) -> Opening | None:
    found: list[tuple[int, Opening]] = []
    for index, section in sections:
        for block in section.blocks:
            about = reader.plain(block.title or section.heading)
            alone = index if len(section.blocks) == 1 and not block.title else None
            if dots := dots_of(block, reader, about):
                rank = _NESTED if len(dots.readings) > 1 else _PERCENTAGE
                told = alone if _says_no_more(block, reader) else None
                found.append((rank, Opening(dots, told)))
                continue
            told = alone if is_alone(block) else None
            telling = Telling(reader, reader.plain(block.title or ""))
            if curve := curve_of(block, telling):
                found.append((_CURVE, Opening(curve, told)))
            elif large := large_of(block, telling):
                found.append((_LARGE + large[0], Opening(large[1], told)))
    return min(found, key=lambda ranked: ranked[0], default=(0, None))[1]


def _says_no_more(block: Block, reader: Reader) -> bool:
    """Whether the picture says all that a block says: it has no words for how a number stands to
    others.
    """
    node = TELLINGS[type(block)](block, Telling(reader, ""))
    statements = node.statements if isinstance(node, (Chart, Cards)) else ()
    return not any(one.compared or one.changed for one in statements)


def _of_figures(names: Sequence[str], reader: Reader) -> Opening | None:
    """Figures within one another; a section that shows just these is told on the cover."""
    sections = enumerate(reader.summary.sections)
    told = next(
        (
            (index, section)
            for index, section in sections
            if len(section.blocks) == 1
            and not section.blocks[0].title
            and shown_by(section.blocks[0]) == list(names)
            and _says_no_more(section.blocks[0], reader)
        ),
        None,
    )
    about = reader.plain(told[1].heading) if told else ""
    dots = nested_dots(names, reader, about)
    return Opening(dots, told[0] if told else None) if dots else None


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """What a content chooses for its cover and cannot be drawn; names that nothing bears are told
    elsewhere.
    """
    cover = summary.cover
    if cover is None or cover.picture is not None:
        return
    path: KeyPath = ("cover", "section" if cover.section is not None else "figures")
    headings = [section.heading for section in summary.sections]
    if cover.section is not None and cover.section not in headings:
        yield Problem(
            "unknown-section",
            f'there is no section with the heading "{cover.section}"; cover names it',
            suggestion(cover.section, headings, "headings"),
            tree.place(path),
            path,
        )
    elif unlinked := _unlinked(cover, summary):
        where = (*path, unlinked)
        part, whole = (cover.figures or [])[unlinked], (cover.figures or [])[unlinked - 1]
        yield Problem(
            "not-a-part",
            f'the cover shows "{part}" as a part of "{whole}", and nothing says that it is',
            f"if the source says so, add part_of: {whole} to the figure; if not, name others",
            tree.place(where),
            where,
        )
    elif opening_of(Reader(summary)) is None:
        yield Problem(
            "no-cover",
            "these numbers cannot be drawn as dots: one is missing, is no count, is not exact, or "
            "is too small beside the others, or all are nearly one number"
            if cover.figures
            else "this section shows no number that is known",
            "name other figures, or a section that shows numbers; or remove cover",
            tree.place(path),
            path,
        )


def _unlinked(cover: Cover, summary: Summary) -> int:
    """Which of the figures is not said to be a part of the one before; 0 for none."""
    names = cover.figures or []
    for index in range(1, len(names)):
        if summary.figures[names[index]].part_of != names[index - 1]:
            return index
    return 0

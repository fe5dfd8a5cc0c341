"""What a cover shows: a picture of the summary's own numbers, which the content may choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.errors import Problem
from hscb_report.story.dots import dots_of, nested_dots
from hscb_report.story.story import Opening
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.pictures import Cover
from hscb_report.summary.reading import Reader
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import shown_by


def opening_of(reader: Reader) -> Opening | None:
    """The numbers that a cover draws: those that the content chooses; else the first numbers within
    one another, and where there are none, the first percentage. None where there is nothing to
    draw, or a photograph stands there.
    """
    summary, cover = reader.summary, reader.summary.cover
    sections = list(enumerate(summary.sections))
    if cover is None:
        return _first(sections, reader)
    if cover.section is not None:
        return _first([one for one in sections if one[1].heading == cover.section], reader)
    return _of_figures(cover.figures, reader) if cover.figures else None


def _first(sections: Sequence[tuple[int, Section]], reader: Reader) -> Opening | None:
    found = []
    for index, section in sections:
        for block in section.blocks:
            about = reader.plain(block.title or section.heading)
            if dots := dots_of(block, reader, about):
                alone = len(section.blocks) == 1 and not block.title
                found.append(Opening(dots, index if alone else None))
    nested = (one for one in found if len(one.dots.readings) > 1)
    return next(nested, None) or next(iter(found), None)


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
        ),
        None,
    )
    about = reader.plain(told[1].heading) if told else ""
    dots = nested_dots([reader.figure(name) for name in names], about, reader.words.charts)
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
            "these numbers cannot be drawn as dots: one is missing, is no count, or is too small "
            "beside the others"
            if cover.figures
            else "this section has no numbers within one another, and no percentage",
            "name other figures, or a section with a funnel, a part or a share; or remove cover",
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

"""What a content asks for under ``social:`` and cannot have: sections that are not there or show no
number, a card twice, a post that is too long.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.errors import Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.nearest import did_you_mean, suggestion
from hscb_report.summary.reading import Reader
from hscb_report.summary.social import MOST_LETTERS, SocialCard, letters
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import series_of, shown_by


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Sections and cards; names of figures that nothing bears are told elsewhere."""
    seen: dict[tuple[str | None, str | None], int] = {}
    for at, one in enumerate(summary.social or []):
        key: KeyPath = ("social", at)
        if one.section is not None:
            yield from _section(one.section, key, summary, tree)
        if (what := (one.section, one.figure)) in seen:
            yield Problem(
                "card-twice",
                f'there is a card of "{one.section or one.figure}" already',
                "name it once",
                tree.place(key),
                key,
            )
        seen.setdefault(what, at)


def long_posts(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Posts that are too long with their figures filled in; all that they name must be there."""
    reader = Reader(summary)
    for at, one in enumerate(summary.social or []):
        yield from _post(one, ("social", at), reader, tree)


def _section(heading: str, key: KeyPath, summary: Summary, tree: Tree) -> Iterator[Problem]:
    headings = [section.heading for section in summary.sections]
    if headings.count(heading) == 1:
        section = summary.sections[headings.index(heading)]
        if not any([*shown_by(block), *series_of(block)] for block in section.blocks):
            yield Problem(
                "no-card",
                f'the section "{heading}" shows no number, and a card shows one',
                "name a section that shows numbers, or a figure",
                tree.place(key),
                key,
            )
        return
    if heading in headings:
        yield Problem(
            "same-heading",
            f'two sections have the heading "{heading}"',
            "give them different headings, so that they can be told apart",
            tree.place(key),
            key,
        )
        return
    near = "" if did_you_mean(heading, headings) else did_you_mean(heading, summary.figures)
    yield Problem(
        "unknown-section",
        f'there is no section with the heading "{heading}"; social names it',
        f'if the figure "{near}" is meant, write it in small letters: {near}'
        if near
        else suggestion(heading, headings, "headings"),
        tree.place(key),
        key,
    )


def _post(one: SocialCard, key: KeyPath, reader: Reader, tree: Tree) -> Iterator[Problem]:
    count = letters(reader.plain(one.post)) if one.post else 0
    if count > MOST_LETTERS:
        where = (*key, "post")
        yield Problem(
            "long-post",
            f"this post has {count} letters, its figures filled in, and {MOST_LETTERS} are the "
            "most",
            f"take {count - MOST_LETTERS} away",
            tree.place(where),
            where,
        )

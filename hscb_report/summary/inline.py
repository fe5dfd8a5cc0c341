"""Figures that texts name, ``{figure}``, and words in bold: whether they are there, and may be."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hscb_report.errors import Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.wording import FORMS, references, unread_markup
from hscb_report.words.table import EN_GB


def unknown(tree: Tree, path: KeyPath, name: str, known: Collection[str], what: str) -> Problem:
    """A name that nothing of its sort bears."""
    several = what if what == "series" else f"{what}s"
    return Problem(
        f"unknown-{what}",
        f'there is no {what} named "{name}"',
        suggestion(name, known, several),
        tree.place(path),
        path,
    )


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Everything that does not hold."""
    for path, text in ((t.path, t.text) for t in texts(summary) if not t.inline):
        if references(text) or "**" in text:
            yield Problem(
                "markup",
                "neither {figure} nor **bold** is known here",
                "write the words out",
                tree.place(path),
                path,
            )
    for one in texts(summary):
        if not one.inline:
            continue
        path, text = one.path, one.text
        if rest := unread_markup(text):
            yield Problem(
                "markup",
                f'"{rest}" is left over: a figure is named as {{name}}, and bold words stand '
                "between two pairs of stars",
                "complete it or remove it",
                tree.place(path),
                path,
            )
        for name, form in references(text):
            figure = summary.figures.get(name)
            if figure is None:
                yield unknown(tree, path, name, summary.figures, "figure")
            elif form and form not in FORMS:
                yield Problem(
                    "unknown-form",
                    f'a number cannot be written as ":{form}"',
                    suggestion(form, FORMS, "forms"),
                    tree.place(path),
                    path,
                )
            elif form and figure.unit != "count":
                yield Problem(
                    "no-words",
                    f'only a count can be written in words, and "{name}" is none',
                    f"write {{{name}}}",
                    tree.place(path),
                    path,
                )
            elif not one.is_english and (form or _has_words(figure)):
                yield Problem(
                    "no-words",
                    f"{{{name}{':' if form else ''}{form or ''}}} prints English words, and this "
                    f"text is in another language ({one.lang})",
                    f"write {{{name}}}" if form else "write the number and its unit out",
                    tree.place(path),
                    path,
                )
            elif path[0] == "figures" and references(figure.label):
                yield Problem(
                    "nested",
                    f'the label of "{name}" names a figure itself, so it cannot be named in a '
                    "label",
                    "write the words out",
                    tree.place(path),
                    path,
                )


def _has_words(figure: Figure) -> bool:
    """Whether a figure prints words with its number."""
    words = EN_GB.numbers
    return bool(figure.bound) or figure.unit in (*words.bases, *words.counted)

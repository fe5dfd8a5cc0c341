"""Figures that texts name, ``{figure}``, words in bold and links: whether they are there, and may
be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from hscb_report.errors import Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.links import LINK, faults, is_address
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.texts import Text, texts
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
    for one in texts(summary):
        path, text = one.path, one.text
        place = tree.place(path)
        for message, hint in _left(one, summary):
            yield Problem("markup", message, hint, place, path)
        for message, hint in _links(one):
            yield Problem("link", message, hint, place, path)
        if not one.inline:
            continue
        for name, form in references(text):
            figure = summary.figures.get(name)
            if figure is None:
                found = unknown(tree, path, name, summary.figures, "figure")
                yield replace(found, hint=_of_texts([name], summary) or found.hint)
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


def _of_texts(names: Iterable[str], summary: Summary) -> str:
    """The next step where a name is none of a figure, and one of ``texts``."""
    found = [name for name in names if name in (summary.texts or {})]
    return f'write {{text.{found[0]}}}, for "{found[0]}" stands under texts' if found else ""


def _left(one: Text, summary: Summary) -> Iterator[tuple[str, str]]:
    """Markup that would be printed as it was typed, with the next step."""
    if not one.inline:
        named = [name for name, _ in references(one.text)]
        if named or "**" in one.text or _leads(one.text):
            yield (
                "neither {figure} nor **bold** nor [a link](https://...) is known here",
                _of_texts(named, summary) or "write the words out",
            )
    elif (rest := unread_markup(one.text)) == "](":
        if not any(faults(one.text)):
            yield (
                '"](" is left over: a link is [words](https://...), in one paragraph, and its '
                "words have no square brackets of their own",
                'complete it; if no link is meant, put a space before the "("',
            )
    elif rest:
        yield (
            f'"{rest}" is left over: a figure is named as {{name}}, and bold words stand between '
            "two pairs of stars, in one paragraph",
            "complete it or remove it",
        )


def _links(one: Text) -> Iterator[tuple[str, str]]:
    """What is wrong with links, with the next step."""
    wrong = list(faults(one.text))
    if one.links:
        yield from ((fault.message, fault.hint) for fault in wrong)
    elif one.inline and (unsure := [fault for fault in wrong if not fault.meant]):
        yield unsure[0].message, unsure[0].hint
    elif one.inline and (wrong or _leads(one.text)):
        yield (
            f"a link cannot stand in {one.key}",
            "write the words alone; links stand in an introduction, in the text of a text, note, "
            "lesson or priority, and in what_changed and detail",
        )


def _has_words(figure: Figure) -> bool:
    """Whether a figure prints words with its number."""
    words = EN_GB.numbers
    return bool(figure.bound) or figure.unit in (*words.bases, *words.counted)


def _leads(text: str) -> bool:
    """Whether a text has a link that leads somewhere."""
    return any(is_address(found["address"]) for found in LINK.finditer(text))

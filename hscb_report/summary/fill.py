"""Words that stand in for others: ``{text.area}`` is what ``texts`` says of ``area``.

They are filled in before anything else reads the content, so that all that follows (the models, the
rules, every edition) meets plain words. A batch gives them other words for each report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hscb_report.errors import Problem
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.tree import KeyPath, Tree

TEXTS = "texts"
HOLE = re.compile(r"\{text\.(?P<name>[^{}\s]*)\}")
"""``{text.NAME}`` inside any text of a content file or of its board's."""
_MARKUP = re.compile(r"[{}]|\*\*|\]\(")
"""What would be read as more than words, where they are filled in."""


def texts_of(tree: Tree) -> Mapping[str, str]:
    """What ``texts`` of a content file says, as far as it is in form."""
    found = tree.data.get(TEXTS) if isinstance(tree.data, dict) else None
    if not isinstance(found, dict):
        return {}
    return {name: " ".join(text.split()) for name, text in found.items() if isinstance(text, str)}


def fill(tree: Tree, texts: Mapping[str, str]) -> list[Problem]:
    """Fill in the words, in all of a file but ``texts`` itself.

    Args:
        tree: it is changed.
        texts: what each stands for.

    Returns:
        Each name that stands for nothing, and each text that is more than words.
    """
    problems = [
        Problem(
            "text-markup",
            f'this text holds "{found[0]}", which is read as more than words',
            "write it without braces, pairs of stars and links",
            tree.place((TEXTS, name)),
            (TEXTS, name),
        )
        for name, text in texts.items()
        if (found := _MARKUP.search(text)) and (TEXTS, name) in tree.values
    ]

    def filled(text: str, path: KeyPath) -> str:
        if "{text." not in text:
            return text
        problems.extend(
            _unknown(name, texts, tree, path) for name in names_in(text) if name not in texts
        )
        # A name that is unknown stands for itself, so that it is told once.
        return HOLE.sub(lambda found: texts.get(found["name"], found["name"]), text)

    tree.data = _walked(tree.data, (), filled)
    for path, text in tree.raw.items():
        if "{text." in text and path[:1] != (TEXTS,):
            tree.raw[path] = HOLE.sub(lambda found: texts.get(found["name"], found[0]), text)
    return problems


def names_in(text: str) -> Iterator[str]:
    """The names that a text leaves to be filled in."""
    return (found["name"] for found in HOLE.finditer(text))


def _walked(value: Any, path: KeyPath, filled: Callable[[str, KeyPath], str]) -> Any:
    if path == (TEXTS,):
        return value
    if isinstance(value, dict):
        return {key: _walked(one, (*path, key), filled) for key, one in value.items()}
    if isinstance(value, list):
        return [_walked(one, (*path, at), filled) for at, one in enumerate(value)]
    return filled(value, path) if isinstance(value, str) else value


def _unknown(name: str, texts: Mapping[str, str], tree: Tree, path: KeyPath) -> Problem:
    near = did_you_mean(name, texts)
    return Problem(
        "unknown-text",
        f"{{text.{name}}} stands for words that nothing says",
        f"did you mean {{text.{near}}}?"
        if near
        else f'write {TEXTS}: {{{name or "name"}: "the words"}} at the top of the content file',
        tree.place(path),
        path,
    )

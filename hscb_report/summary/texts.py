"""Every text of a summary with the path of keys to it, in the order of the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.summary.base import Model
from hscb_report.summary.document import Summary
from hscb_report.summary.tree import KeyPath

INLINE = {
    "introduction": ("introduction",),
    "figures": ("label", "lead", "name", "definition"),
    "sections": ("heading", "subtitle", "title", "text", "what_changed", "detail"),
}
"""Where ``{figure}`` and ``**bold**`` are known, by the first key and the last."""

AS_TYPED = {
    "title": ("title",),
    "sources": ("title", "publisher", "note"),
    "figures": ("reason", "noun", "note"),
    "series": ("label", "definition", "reason"),
}
"""Texts that are printed as they are typed."""


@dataclass(frozen=True)
class Text:
    """One text.

    Attributes:
        path: the keys to it.
        text: as it was typed, line ends folded.
        inline: whether it may name figures.
    """

    path: KeyPath
    text: str
    inline: bool

    @property
    def key(self) -> str:
        """The last key: ``heading``, ``label``, ``text``."""
        return str(self.path[-1])


def texts(summary: Summary) -> list[Text]:
    """All texts that are printed, as Text."""
    return list(_walk(summary, ()))


def _walk(value: object, path: KeyPath) -> Iterator[Text]:
    if isinstance(value, Model):
        for key in type(value).model_fields:
            yield from _walk(getattr(value, key), (*path, key))
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _walk(member, (*path, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _walk(member, (*path, index))
    elif isinstance(value, str) and path[-1] in INLINE.get(path[0], ()):
        yield Text(path, value, True)
    elif isinstance(value, str) and path[-1] in AS_TYPED.get(path[0], ()):
        yield Text(path, value, False)

"""Every text of a summary with the path of keys to it, in the order of the content."""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.summary.document import Summary
from hscb_report.summary.keys import Printed, Sentences, held
from hscb_report.summary.language import is_english
from hscb_report.summary.tree import KeyPath


@dataclass(frozen=True)
class Text:
    """One text.

    Attributes:
        path: the keys to it.
        text: as it was typed, line ends folded.
        inline: whether it may name figures.
        sentences: where it is read as sentences; empty for headings and names.
        links: whether it may hold links.
        quoted: whether it is what somebody said, word for word.
        lang: its language; empty for that of the document.
    """

    path: KeyPath
    text: str
    inline: bool
    sentences: Sentences = ""
    lang: str = ""
    links: bool = False
    quoted: bool = False

    @property
    def key(self) -> str:
        """The last key: ``heading``, ``label``, ``text``."""
        return str(self.path[-1])

    @property
    def is_english(self) -> bool:
        """Whether rules about English words apply to it."""
        return is_english(self.lang)


def texts(summary: Summary) -> list[Text]:
    """All texts that are printed, as Text."""
    return [
        Text(
            one.path,
            one.value,
            one.mark.inline,
            one.mark.sentences,
            one.lang,
            one.mark.links,
            one.mark.quoted,
        )
        for one in held(summary)
        if isinstance(one.mark, Printed)
    ]

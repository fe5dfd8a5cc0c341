"""What the rules look at: the content, read once, with what several of them ask for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hscb_report.summary import printed
from hscb_report.summary.checking import Checks
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.keys import Held, Names, Printed, held
from hscb_report.summary.links import blanked
from hscb_report.summary.load import Loaded
from hscb_report.summary.places import home_of
from hscb_report.summary.previous import before_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.texts import Text, texts
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.uses import figures_of, shown_by
from hscb_report.summary.wording import references

OF_ALL = ("introduction", "social")
"""Keys at the top of the file whose texts may be about any of the figures."""


@dataclass(frozen=True)
class Previous:
    """The content of the period before.

    Attributes:
        file: its name, as a person would type it.
        check: the command that checks it.
        summary: None where the file has errors.
    """

    file: str
    check: str
    summary: Summary | None


@dataclass(frozen=True)
class Subject:
    """A period's content, and the period before it where there is one."""

    loaded: Loaded
    previous: Previous | None = None

    @property
    def summary(self) -> Summary:
        """The content of the period."""
        return self.loaded.summary

    @property
    def settings(self) -> Checks:
        """What the board says of the checks."""
        return self.loaded.board.checks

    @cached_property
    def home(self) -> str:
        """What the board's own area is called, or empty."""
        return home_of(self.loaded.board)

    @cached_property
    def last_year(self) -> Subject | None:
        """The figures of the year before, as this year's say in ``previous`` that they stand now;
        None where none does.
        """
        found = {name: last for name, one in self.figures.items() if (last := before_of(one))}
        if not found:
            return None
        made = {name: one.model_copy(update=_among(one, found)) for name, one in found.items()}
        sections = [_holding(section, made) for section in self.summary.sections]
        update = {"figures": made, "series": {}, "sections": sections}
        return Subject(replace(self.loaded, summary=self.summary.model_copy(update=update)))

    @cached_property
    def reader(self) -> Reader:
        """The figures in words."""
        return Reader(self.summary, home=self.home)

    @cached_property
    def texts(self) -> list[Text]:
        """Every text that is printed, in the order of the content; of links, their words alone,
        each letter in its place.
        """
        return [
            replace(text, text=blanked(text.text)) if text.links else text
            for text in texts(self.summary)
        ]

    @cached_property
    def own(self) -> list[Text]:
        """Those in the board's own words: what somebody said is no statement of the board, and is
        not to be put better.
        """
        return [text for text in self.texts if not text.quoted]

    @cached_property
    def english(self) -> list[Text]:
        """Those to which rules about English words apply."""
        return [text for text in self.texts if text.is_english]

    @cached_property
    def dictionary(self) -> frozenset[str]:
        """The words that are right for this board, in small letters."""
        own = [self.loaded.board.short_name or "", *self.settings.dictionary]
        return frozenset(word.casefold() for word in own)

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures by name."""
        return self.summary.figures

    def shown(self, name: str) -> str:
        """A figure's number in full, with its unit and its bound."""
        return printed.bare(self.figures[name])

    def reading_order(self) -> Iterator[Text]:
        """The texts as a person reads them: a figure's words stand where a block shows it, tables
        and sources come last.
        """
        by_path = {text.path: text for text in self.texts}
        order: list[KeyPath] = [("title",), ("introduction",)]
        for s, section in enumerate(self.summary.sections):
            order += [("sections", s, "heading"), ("sections", s, "subtitle")]
            for b, block in enumerate(section.blocks):
                for one in held(block, ("sections", s, "blocks", b)):
                    order += self._words_of(one)
        order = list(dict.fromkeys([*order, *by_path]))
        return (by_path[path] for path in order if path in by_path)

    @staticmethod
    def _words_of(one: Held) -> list[KeyPath]:
        """What a reader meets where a block has words, or names a figure or a series."""
        match one.mark:
            case Printed():
                return [one.path]
            case Names("figure"):
                return [("figures", one.value, key) for key in ("lead", "label", "reason")]
            case Names("series"):
                return [("series", one.value, "label")]
        return []


def _holding(section: Section, known: Container[str]) -> Section:
    """A section with those of its blocks of which all figures are known."""
    blocks = [one for one in section.blocks if all(name in known for name in shown_by(one))]
    return section.model_copy(update={"blocks": blocks})


def _among(figure: Figure, known: Mapping[str, Figure]) -> dict[str, None]:
    """What a figure cannot say of others that are not known, or are of another time."""
    gone: dict[str, None] = {}
    whole = known.get(figure.part_of or "")
    if whole is None or whole.time != figure.time:
        gone["part_of"] = None
    if figure.of and not {figure.of.part, figure.of.whole} <= set(known):
        gone["of"] = None
    return gone


def figures_in(section: Section, figures: dict[str, Figure]) -> list[str]:
    """The names of the figures that a section shows or speaks of, also in their labels."""
    names = [name for block in section.blocks for name in figures_of(block)]
    for name in list(names):
        names += [other for other, _ in references(figures[name].label)]
    return list(dict.fromkeys(names))

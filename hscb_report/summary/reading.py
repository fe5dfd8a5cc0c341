"""Figures as they are read: every number already in words, every relation already worked out.

Charts, pages and tables all take their texts from here, so that none of them can say a
number differently from another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hscb_report.summary import wording
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Emphasis, Figure, Point, Series
from hscb_report.summary.looking_back import without_previous
from hscb_report.summary.previous import before_of, by_itself, compared, when
from hscb_report.summary.said import Ref, Said, join, refs_in
from hscb_report.summary.units import UnitName
from hscb_report.summary.uses import looking_back
from hscb_report.summary.wording import Span
from hscb_report.words.table import TABLES, Words


@dataclass(frozen=True)
class Reading:
    """One number, ready to print. Its words know which numbers they hold.

    Attributes:
        key: its name in the content.
        value: for geometry; None if it is missing.
        number: ``77,602``, ``94%``, ``[x]``.
        headline: the same, a missing one in words: ``Not available [x]``.
        lead: printed words before the number, or empty.
        label: printed words after it, as spans.
        name: what it is called where it stands alone.
        when: ``2017-18`` or ``31 March 2018``.
        percent: ``42%`` where the source declares the whole, or empty.
        of_whole: behind it, ``of contacts``.
        share: the part of its whole, 0 to 1, or None.
        reason: why it is missing, or empty.
        note: what a reader should know about it, or empty.
        unit: of the value.
        exact: the value as it was written; None if it is missing.
        part_of: the key of the figure of which it is a part, or empty.
        emphasis: how large it is to stand; None where the content leaves that open.
        previous: last year's number as it stands now, for tables; or empty.
        compared: how it stands to other numbers, each in a few words of its own: to last year's, to
            other places.
    """

    key: str
    value: float | None
    number: str
    headline: str
    lead: str
    label: tuple[Span, ...]
    name: str
    when: str
    source: str
    definition: str
    symbol: str
    percent: str = ""
    of_whole: str = ""
    share: float | None = None
    reason: str = ""
    note: str = ""
    unit: str = "count"
    exact: int | Decimal | None = None
    part_of: str = ""
    emphasis: Emphasis | None = None
    previous: str = ""
    compared: tuple[Said, ...] = ()

    @property
    def ratio(self) -> Said:
        """``42% of contacts``, or empty."""
        return join([self.percent, self.of_whole], " ") if self.percent else Said("")

    @property
    def notes(self) -> list[str]:
        """What a table says below its name: definition, reason of a gap, note, last year's."""
        said = (self.definition, self.reason, self.note, self.previous)
        return [text for text in said if text]

    @property
    def label_text(self) -> Said:
        """The label without its markup."""
        return join(span.text for span in self.label)

    @property
    def explained(self) -> Said:
        """The label and, where the number is missing, why."""
        return join([self.label_text, f" ({self.reason})"]) if self.reason else self.label_text

    @property
    def sentence(self) -> Said:
        """Lead, number and label in one line: ``of which 32,441 became referrals ...``."""
        parts = (self.lead, self.headline, self.label_text)
        return join((part for part in parts if part), " ")


class Reader:
    """Reads the figures of one summary.

    Args:
        earlier: the summaries of earlier years that its blocks compare it with, by period.

    Attributes:
        words: the tool's own words in the language of the summary; earlier years are read in it
            too.
    """

    def __init__(
        self,
        summary: Summary,
        earlier: Mapping[str, Summary] | None = None,
        words: Words | None = None,
    ) -> None:
        self.summary = summary
        self.words = words or TABLES[summary.language]
        self.earlier = {
            period: Reader(other, words=self.words) for period, other in (earlier or {}).items()
        }
        self._cache: dict[str, Reading] = {}

    def figure(self, name: str) -> Reading:
        """A figure by its name."""
        if name not in self._cache:
            self._cache[name] = self._read(name, self.summary.figures[name])
        return self._cache[name]

    def previous(self, name: str) -> Reading | None:
        """The number of the year before, as the figure says that it stands now; None where it says
        nothing of it.
        """
        before = before_of(self.summary.figures[name])
        return self._read(name, before.model_copy(update={"part_of": None})) if before else None

    @cached_property
    def all(self) -> list[Reading]:
        """Every figure, in the order of the content."""
        return [self.figure(name) for name in self.summary.figures]

    @cached_property
    def compared(self) -> list[tuple[str, str]]:
        """The earlier figures that blocks show, as far as their year was given: period and figure,
        each once, in the order of the content. Those that the later year tells itself are not
        among them.
        """
        looking = [block for _, block in looking_back(self.summary) if block.since in self.earlier]
        found = [(one.since, without_previous(one, self.summary)) for one in looking]
        return list(dict.fromkeys((since, name) for since, names in found for name in names))

    def points(self, name: str) -> list[Reading]:
        """The years of a series."""
        series = self.summary.series[name]
        return [self._point(name, series, year, point) for year, point in series.points.items()]

    def spans(self, text: str) -> tuple[Span, ...]:
        """Inline text with its figures filled in."""
        return tuple(wording.spans(text, self._say))

    def plain(self, text: str) -> Said:
        """The same without markup."""
        return wording.plain(text, self._say)

    def symbols(self) -> list[str]:
        """The symbols of all figures and series, and of those of earlier years that are shown, in
        alphabetical order.
        """
        used = {figure.symbol for figure in self.summary.figures.values()}
        used |= {p.symbol for one in self.summary.series.values() for p in one.points.values()}
        used |= {one.previous.symbol for one in self.summary.figures.values() if one.previous}
        used |= {self.earlier[since].summary.figures[name].symbol for since, name in self.compared}
        return sorted(symbol for symbol in used if symbol)

    def _say(self, name: str, form: str | None) -> Said:
        figure = self.summary.figures[name]
        if form and figure.value is not None:  # in words a number bears no symbol
            words = self.words.numbers.in_words(number=int(figure.value))
            words = words[:1].upper() + words[1:] if form == "Words" else words
            return Said(words, [self._ref(figure.source)])
        return self._number(figure, figure.unit, figure.source)

    def _ref(self, source: str, symbol: str | None = None) -> Ref:
        return Ref(self.summary.period, source, symbol or "")

    def _number(self, valued: Figure | Point, unit: UnitName, source: str) -> Said:
        words = wording.number(valued.value, unit, valued.symbol, self.words.numbers)
        return Said(words, [self._ref(source, valued.symbol)])

    def _headline(self, valued: Figure | Point, unit: UnitName, source: str) -> Said:
        words = wording.big_number(valued.value, unit, valued.symbol, self.words.numbers)
        return Said(words, [self._ref(source, valued.symbol)])

    def _read(self, key: str, figure: Figure) -> Reading:
        words = self.words.numbers
        base = words.bases.get(figure.unit, "") if figure.value is not None else ""
        label = self.spans(f"{base} {figure.label}".strip())
        name = self.plain(figure.name or figure.label.rstrip("."))
        percent, of_whole, share = self._ratio(figure)
        return Reading(
            key=key,
            value=None if figure.value is None else float(figure.value),
            number=self._number(figure, figure.unit, figure.source),
            headline=self._headline(figure, figure.unit, figure.source),
            lead=self.plain(figure.lead) if figure.lead else "",
            label=label,
            name=Said(name[:1].upper() + name[1:], name.refs),
            when=when(figure, self.words),
            source=figure.source,
            definition=self.plain(figure.definition) if figure.definition else "",
            symbol=figure.symbol or "",
            percent=percent,
            of_whole=of_whole,
            share=share,
            reason=figure.reason or "" if figure.value is None else "",
            note=figure.note or "",
            unit=figure.unit,
            exact=figure.value,
            part_of=figure.part_of or "",
            emphasis=figure.emphasis,
            previous=self._last_year(figure, by_itself),
            compared=(since,) if (since := self._last_year(figure, compared)) else (),
        )

    def _last_year(self, figure: Figure, say: Callable[[Figure, str, Words], str]) -> Said:
        """What is said of last year's number as it stands now; nothing where there is none."""
        before = before_of(figure)
        if before is None:
            return Said("")
        number = self._number(before, before.unit, before.source)
        return Said(say(figure, number, self.words), number.refs)

    def _ratio(self, figure: Figure) -> tuple[str, str, float | None]:
        """Only where the source declares part and whole, both are known, and the whole is
        not zero.
        """
        if figure.part_of is None or figure.value is None:
            return "", "", None
        whole = self.summary.figures[figure.part_of]
        if not whole.value:
            return "", "", None
        noun = whole.noun or self.figure(figure.part_of).name
        share = float(figure.value / whole.value)
        words = self.words.numbers
        percent = wording.percentage(figure.value, whole.value, words)
        of_whole = Said(words.of_whole(whole=noun), refs_in([noun]))
        return Said(percent, [self._ref(whole.source)]), of_whole, share

    def _point(self, name: str, series: Series, year: str, point: Point) -> Reading:
        return Reading(
            key=f"{name}-{year}",
            value=None if point.value is None else float(point.value),
            number=self._number(point, series.unit, series.source),
            headline=self._headline(point, series.unit, series.source),
            lead="",
            label=(Span(series.label),),
            name=series.label,
            when=year,
            source=series.source,
            definition=series.definition or "",
            symbol=point.symbol or "",
            reason=point.reason or "" if point.value is None else "",
            unit=series.unit,
            exact=point.value,
        )

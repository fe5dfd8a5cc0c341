"""Figures as they are read: every number already in words, every relation already worked out.

Charts, pages and tables all take their texts from here, so that none of them can say a
number differently from another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hscb_report.summary import beside, printed, wording
from hscb_report.summary.bounds import exact
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Emphasis, Figure, Point, Series
from hscb_report.summary.places import placed
from hscb_report.summary.said import Ref, Said, join, refs_in
from hscb_report.summary.uses import looking_back
from hscb_report.summary.wording import Span
from hscb_report.words.table import TABLES, Words


@dataclass(frozen=True)
class Reading:
    """One number, ready to print. Its words know which numbers they hold.

    Attributes:
        key: its name in the content.
        value: for geometry; None if it is missing.
        number: ``77,602``, ``94%``, ``27 days``, ``over 300``, ``[x]``.
        headline: the same, a missing one in words: ``Not available [x]``.
        lead: printed words before the number, or empty.
        label: printed words after it, as spans.
        name: what it is called where it stands alone, with its place where that is not our own.
        when: ``2017-18`` or ``31 March 2018``.
        percent: ``42%`` where the source declares the whole, or empty.
        of_whole: behind it, ``of contacts``.
        share: the part of its whole, 0 to 1, or None.
        reason: why it is missing, or empty.
        note: what a reader should know about it, or empty.
        unit: of the value.
        exact: the value as it was written; None if it is missing.
        bound: ``over``, ``under`` or ``about`` where the number is not exact, so that nothing may
            be worked out from it; else empty.
        unrounded: the number in full, ``£1,234,567`` for ``£1.2m``; empty where it is no other.
        rounding: what is said beside the number in full, where it is rounded elsewhere; or empty.
        part_of: the key of the figure of which it is a part, or empty.
        emphasis: how large it is to stand; None where the content leaves that open.
        compared: how it stands to other numbers, each in a few words of its own: to last year's, to
            other places.
        place: the area it is of, as it stands within a sentence; empty for the board's own.
        measure: the name without the place.
        short: what it is called in a chart, where the content says so; or empty.
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
    bound: str = ""
    unrounded: str = ""
    rounding: str = ""
    part_of: str = ""
    emphasis: Emphasis | None = None
    compared: tuple[Said, ...] = ()
    place: str = ""
    measure: str = ""
    short: str = ""

    @property
    def called(self) -> str:
        """What it is called in a chart: in short, where the content says how."""
        return self.short or self.name

    @property
    def ratio(self) -> Said:
        """``42% of contacts``, or empty."""
        return join([self.percent, self.of_whole], " ") if self.percent else Said("")

    @property
    def in_full(self) -> str:
        """The number where there is room for all of it."""
        return self.unrounded or self.number

    @property
    def notes(self) -> list[str]:
        """What a table says below its name: definition, reason of a gap, note, and how the number
        is rounded elsewhere.
        """
        told = (self.definition, self.reason, self.note, self.rounding)
        return [text for text in told if text]

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
        home: what the board's own area is called; a word for it, unless told.

    Attributes:
        home: the same, as it stands within a sentence.
        words: the tool's own words in the language of the summary; earlier years are read in it
            too.
    """

    def __init__(
        self,
        summary: Summary,
        earlier: Mapping[str, Summary] | None = None,
        words: Words | None = None,
        home: str = "",
    ) -> None:
        self.summary = summary
        self.words = words or TABLES[summary.language]
        self.home = home or self.words.places.home
        self.earlier = {
            period: Reader(other, words=self.words, home=self.home)
            for period, other in (earlier or {}).items()
        }
        self._cache: dict[str, Reading] = {}

    def figure(self, name: str) -> Reading:
        """A figure by its name."""
        if name not in self._cache:
            self._cache[name] = self._read(name, self.summary.figures[name])
        return self._cache[name]

    @cached_property
    def all(self) -> list[Reading]:
        """Every figure, in the order of the content."""
        return [self.figure(name) for name in self.summary.figures]

    @cached_property
    def compared(self) -> list[tuple[str, str]]:
        """The earlier figures that blocks show, as far as their year was given: period and figure,
        each once, in the order of the content.
        """
        looking = [block for _, block in looking_back(self.summary) if block.since in self.earlier]
        return list(dict.fromkeys((one.since, name) for one in looking for name in one.figures))

    def points(self, name: str) -> list[Reading]:
        """The years of a series."""
        series = self.summary.series[name]
        return [self._point(name, series, year, point) for year, point in series.points.items()]

    def spans(self, text: str, begins: bool = True) -> tuple[Span, ...]:
        """Inline text with its figures filled in.

        Args:
            begins: whether it begins a sentence, or goes on in one.
        """
        return tuple(wording.spans(text, self._say, begins))

    def plain(self, text: str, begins: bool = True) -> Said:
        """The same without markup."""
        return wording.plain(text, self._say, begins)

    def symbols(self) -> list[str]:
        """The symbols of all figures and series, and of those of earlier years that are shown, in
        alphabetical order.
        """
        used = {figure.symbol for figure in self.summary.figures.values()}
        used |= {p.symbol for one in self.summary.series.values() for p in one.points.values()}
        used |= {self.earlier[since].summary.figures[name].symbol for since, name in self.compared}
        return sorted(symbol for symbol in used if symbol)

    def _say(self, name: str, form: str | None) -> Said:
        figure = self.summary.figures[name]
        if form and figure.value is not None:  # in words a number bears no symbol
            words = self.words.numbers.in_words(number=int(figure.value))
            if figure.bound:
                words = self.words.numbers.bounded(number=words, bound=figure.bound)
            words = words[:1].upper() + words[1:] if form == "Words" else words
            return Said(words, [self._ref(figure.source)])
        return self._number(figure)

    def _ref(self, source: str, symbol: str | None = None, rounded: str = "") -> Ref:
        return Ref(self.summary.period, source, symbol or "", rounded)

    def _number(self, figure: Figure) -> Said:
        text = printed.short(figure, self.words.numbers)
        rounded = text if printed.is_rounded(figure) else ""
        return Said(text, [self._ref(figure.source, figure.symbol, rounded)])

    def _read(self, key: str, figure: Figure) -> Reading:
        words = self.words.numbers
        known = figure.value is not None
        base = wording.base_of(figure.value, figure.unit, words) if known else ""
        label = self._label(f"{base} {figure.label}".strip(), figure.place)
        name = self.plain(figure.name or figure.label.rstrip("."))
        measure = Said(name[:1].upper() + name[1:], name.refs)
        percent, of_whole, share = self._ratio(figure)
        number = self._number(figure)
        ref = [self._ref(figure.source, figure.symbol)]
        return Reading(
            key=key,
            value=float(figure.value) if known else None,
            number=number,
            headline=Said(printed.headline(figure, words), number.refs),
            lead=self.plain(figure.lead) if figure.lead else "",
            label=label,
            name=Said(self._placed(measure, figure.place), name.refs),
            when=wording.date(figure.as_at, words) if figure.as_at else figure.period or "",
            source=figure.source,
            definition=self.plain(figure.definition) if figure.definition else "",
            symbol=figure.symbol or "",
            percent=percent,
            of_whole=of_whole,
            share=share,
            reason="" if known else figure.reason or "",
            note=figure.note or "",
            unit=figure.unit,
            exact=figure.value,
            bound=figure.bound or "",
            unrounded=Said(printed.full(figure, words), ref) if figure.show and known else "",
            rounding=words.rounded(number=number) if printed.is_rounded(figure) else "",
            part_of=figure.part_of or "",
            emphasis=figure.emphasis,
            compared=self._beside(figure),
            place=figure.place or "",
            measure=measure,
            short=figure.short or "",
        )

    def _label(self, text: str, place: str | None) -> tuple[Span, ...]:
        """Printed words behind a number; they say of which other place it is."""
        bare, behind = placed(text, place, self.words.places)
        return tuple(wording.joined([*self.spans(bare, begins=False), Span(behind)]))

    def _placed(self, text: str, place: str | None) -> str:
        return "".join(placed(text, place, self.words.places))

    def _beside(self, figure: Figure) -> tuple[Said, ...]:
        """How a number stands to those of other places."""
        others = [self.summary.figures[name] for name in figure.beside]
        return beside.said(self._shown(figure), map(self._shown, others), self.words.places)

    def _shown(self, figure: Figure) -> beside.Shown:
        headline = Said(printed.headline(figure, self.words.numbers), self._number(figure).refs)
        place = figure.place or self.home
        return beside.Shown(place, exact(figure), headline, figure.symbol or "")

    def _ratio(self, figure: Figure) -> tuple[str, str, float | None]:
        """Only where the source declares part and whole, both are known and exact, and the whole
        is not zero.
        """
        if figure.part_of is None:
            return "", "", None
        whole = self.summary.figures[figure.part_of]
        part, all_of_it = exact(figure), exact(whole)
        if part is None or not all_of_it:
            return "", "", None
        noun = whole.noun or self.figure(figure.part_of).name
        share = float(part / all_of_it)
        words = self.words.numbers
        percent = wording.percentage(part, all_of_it, words)
        of_whole = Said(words.of_whole(whole=noun), refs_in([noun]))
        return Said(percent, [self._ref(whole.source)]), of_whole, share

    def _point(self, name: str, series: Series, year: str, point: Point) -> Reading:
        said, ref = (point.value, series.unit, point.symbol, self.words.numbers), self._ref
        number = Said(wording.number(*said), [ref(series.source, point.symbol)])
        return Reading(
            key=f"{name}-{year}",
            value=None if point.value is None else float(point.value),
            number=number,
            headline=Said(wording.big_number(*said), number.refs),
            lead="",
            label=(Span(series.label),),
            name=self._placed(series.label, series.place),
            when=year,
            source=series.source,
            definition=series.definition or "",
            symbol=point.symbol or "",
            reason=point.reason or "" if point.value is None else "",
            unit=series.unit,
            exact=point.value,
            place=series.place or "",
            measure=series.label,
            short=series.short or "",
        )

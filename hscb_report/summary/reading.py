"""Figures as they are read: every number already in words, every relation already worked out.

Charts, pages and tables all take their texts from here, so that none of them can say a
number differently from another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property

from hscb_report.summary import beside, printed, wording
from hscb_report.summary.bounds import exact
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Point, Series
from hscb_report.summary.looking_back import without_previous
from hscb_report.summary.places import placed
from hscb_report.summary.previous import before_of, by_itself, compared, when
from hscb_report.summary.rounding import by_place, step_of, step_of_series
from hscb_report.summary.said import Ref, Said, refs_in
from hscb_report.summary.told import Reading as Reading
from hscb_report.summary.uses import looking_back
from hscb_report.summary.wording import Span
from hscb_report.words.table import TABLES, Words


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
        used |= {one.previous.symbol for one in self.summary.figures.values() if one.previous}
        used |= {self.earlier[since].summary.figures[name].symbol for since, name in self.compared}
        return sorted(symbol for symbol in used if symbol)

    def _say(self, name: str, form: str | None) -> Said:
        figure = self.summary.figures[name]
        if form and figure.value is not None:  # in words a number bears no symbol
            words = self.words.numbers.in_words(number=int(figure.value))
            if figure.bound:
                words = self.words.numbers.bounded(number=words, bound=figure.bound)
            words = words[:1].upper() + words[1:] if form == "Words" else words
            return Said(words, [self._ref(figure)])
        return self._number(figure)

    @cached_property
    def rounded(self) -> dict[str, int]:
        """To what the counts of a place are rounded, as ``by_place``."""
        return by_place(self.summary)

    def _rounding(self, figure: Figure, number: str) -> str:
        """How it is rounded, where its source does not say that of all its counts."""
        words, step = self.words.numbers, step_of(figure)
        if printed.is_rounded(figure):
            return words.rounded(number=number)
        of_source = figure.rounded == self.summary.sources[figure.source].rounded
        if figure.rounded is None or of_source or (figure.place or "") in self.rounded:
            return ""
        return words.to_nearest(step=wording.number(step)) if step else words.not_rounded()

    def _ref(self, figure: Figure, symbol: str | None = None, rounded: str = "") -> Ref:
        return Ref(self.summary.period, figure.source, symbol or "", rounded, step_of(figure))

    def _number(self, figure: Figure) -> Said:
        text = printed.short(figure, self.words.numbers)
        rounded = text if printed.is_rounded(figure) else ""
        return Said(text, [self._ref(figure, figure.symbol, rounded)])

    def _read(self, key: str, figure: Figure) -> Reading:
        words = self.words.numbers
        known = figure.value is not None
        base = wording.base_of(figure.value, figure.unit, words) if known else ""
        if words.with_base(text=figure.label, base=base) == figure.label:
            base = ""  # the label says what is counted first
        label = self._label(f"{base} {figure.label}".strip(), figure.place)
        name = self.plain(figure.name or figure.label.rstrip("."))
        measure = Said(name[:1].upper() + name[1:], name.refs)
        percent, of_whole, share = self._ratio(figure)
        number = self._number(figure)
        ref = [self._ref(figure, figure.symbol)]
        return Reading(
            key=key,
            value=float(figure.value) if known else None,
            number=number,
            headline=Said(printed.headline(figure, words), number.refs),
            lead=self.plain(figure.lead) if figure.lead else "",
            label=label,
            name=Said(self._placed(measure, figure.place), name.refs),
            when=when(figure, self.words),
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
            rounding=self._rounding(figure, number),
            step=step_of(figure),
            part_of=figure.part_of or "",
            emphasis=figure.emphasis,
            previous=self._last_year(figure, by_itself),
            compared=(*filter(None, [self._last_year(figure, compared)]), *self._beside(figure)),
            place=figure.place or "",
            measure=measure,
            short=figure.short or "",
            noun=figure.noun or "",
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
        return beside.said(self._shown(figure), map(self._shown, others), figure.unit, self.words)

    def _shown(self, figure: Figure) -> beside.Shown:
        headline = Said(printed.headline(figure, self.words.numbers), self._number(figure).refs)
        place = figure.place or self.home
        return beside.Shown(place, exact(figure), headline, figure.symbol or "")

    def _last_year(self, figure: Figure, say: Callable[[Figure, str, Words], str]) -> Said:
        """What is said of last year's number as it stands now; nothing where there is none."""
        before = before_of(figure)
        if before is None:
            return Said("")
        shown = printed.headline if say is compared else printed.short
        number = shown(before, self.words.numbers)
        refs = self._number(before).refs
        if say is compared:  # it says in words what a symbol means
            refs = tuple(replace(ref, symbol="") for ref in refs)
        return Said(say(figure, number, self.words), refs)

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
        noun = whole.noun or self._in_a_sentence(figure.part_of, whole)
        share = float(part / all_of_it)
        words = self.words.numbers
        percent = wording.percentage(part, all_of_it, words)
        of_whole = Said(words.of_whole(whole=noun), refs_in([noun]))
        return Said(percent, [self._ref(whole)]), of_whole, share

    def _in_a_sentence(self, key: str, whole: Figure) -> Said:
        """What a whole is called behind "of": as its words are typed; of a part of another, whose
        words lead on from that one (``became referrals``), its number.
        """
        if whole.part_of and not whole.name:
            number = self.figure(key).number
            return Said(number, refs_in([number]))
        said = self.plain(whole.name or whole.label.rstrip("."), begins=False)
        return Said(self._placed(said, whole.place), said.refs)

    def _point(self, name: str, series: Series, year: str, point: Point) -> Reading:
        said = (point.value, series.unit, point.symbol, self.words.numbers)
        step = step_of_series(series, self.summary)
        ref = Ref(self.summary.period, series.source, point.symbol or "", step=step)
        number = Said(wording.number(*said), [ref])
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

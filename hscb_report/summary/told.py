"""A number as it is told: in words, with all that a chart, a page or a table says of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hscb_report.summary.figures import Emphasis
from hscb_report.summary.said import Said, join
from hscb_report.summary.wording import Span


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
        rounding: what is said beside the number in full, where it is rounded elsewhere, or was
            where it was published; or empty.
        step: to what a count is rounded where it was published; 0 where it is not.
        part_of: the key of the figure of which it is a part, or empty.
        emphasis: how large it is to stand; None where the content leaves that open.
        previous: last year's number as it stands now, for tables; or empty.
        compared: how it stands to other numbers, each in a few words of its own: to last year's, to
            other places.
        place: the area it is of, as it stands within a sentence; empty for the board's own.
        measure: the name without the place.
        short: what it is called in a chart, where the content says so; or empty.
        noun: what is counted, in several, where the content says so; or empty.
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
    step: int = 0
    part_of: str = ""
    emphasis: Emphasis | None = None
    previous: str = ""
    compared: tuple[Said, ...] = ()
    place: str = ""
    measure: str = ""
    short: str = ""
    noun: str = ""

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
        """What a table says below its name: definition, reason of a gap, note, how the number is
        rounded elsewhere, last year's.
        """
        told = (self.definition, self.reason, self.note, self.rounding, self.previous)
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

"""Funnel: stages that lead from one to the next, as bars in proportion to their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.sheet import Sheet
from hscb_report.summary.reading import Reading

NUMBER = Type("black", 32, 36)
LABEL, RATIO = SCALE["chart"], SCALE["chart-strong"]
BAR, STRIP, PAD, GAP = 56.0, 34.0, 16.0, 14.0
LEAST_LABEL = 150.0


@dataclass(frozen=True)
class _Stage:
    """Where one stage's bar and words go; lengths in pt."""

    reading: Reading
    bar: float
    number_inside: bool
    place: str
    lines: list[str]

    @property
    def words(self) -> float:
        return len(self.lines) * LABEL.leading + (RATIO.leading if self.reading.ratio else 0)

    @property
    def height(self) -> float:
        if self.place == "below":
            return BAR + 6 + self.words
        return max(BAR, self.words + 4)


def funnel(stages: Sequence[Reading], width: float, brand: Brand) -> Figure:
    """Draw the stages from top to bottom.

    Args:
        stages: two or more; a missing value is outlined and has no length.
        width: pt. The height follows from the words.
    """
    widest = max((stage.value or 0 for stage in stages), default=0) or 1
    laid = [_lay(stage, (stage.value or 0) / widest * width, width) for stage in stages]
    height = sum(stage.height for stage in laid) + STRIP * (len(laid) - 1)
    sheet = Sheet(brand, width, height)
    top = height
    for index, stage in enumerate(laid):
        token = "primary" if index == 0 else "second" if index == len(laid) - 1 else "primary-light"
        _draw(sheet, stage, top, token)
        if index + 1 < len(laid):
            _connect(sheet, stage, laid[index + 1], top - stage.height)
        top -= stage.height + STRIP
    return sheet.figure


def _lay(reading: Reading, bar: float, width: float) -> _Stage:
    """The first place where the words fit: inside the bar, beside it, or below."""
    number = fonts.width(reading.headline, NUMBER)
    beyond = width - bar - GAP
    inside = bar >= number + 2 * PAD
    if reading.value is None:  # no length; the outline takes the whole width
        return _Stage(reading, 0.0, False, "outline", _lines(reading, max(60.0, width - number - 2 * PAD - GAP)))
    if inside and bar - number - 2 * PAD - GAP >= LEAST_LABEL:
        lines = _lines(reading, bar - number - 2 * PAD - GAP)
        if len(lines) + bool(reading.ratio) <= 2:
            return _Stage(reading, bar, True, "inside", lines)
    if inside and beyond >= LEAST_LABEL:
        return _Stage(reading, bar, True, "beside", _lines(reading, beyond))
    if not inside and beyond - number - GAP >= LEAST_LABEL:
        return _Stage(reading, bar, False, "beside", _lines(reading, beyond - number - GAP))
    return _Stage(reading, bar, inside, "below", _lines(reading, width))


def _lines(reading: Reading, width: float) -> list[str]:
    words = reading.label_text + (f" ({reading.reason})" if reading.reason else "")
    return fonts.wrap(words, LABEL, width)


def _draw(sheet: Sheet, stage: _Stage, top: float, token: str) -> None:
    brand, reading = sheet.brand, stage.reading
    height = stage.height if stage.place != "below" else BAR
    middle = top - height / 2
    number = fonts.width(reading.headline, NUMBER)
    if reading.value is None:
        sheet.outline(0.75, top - height + 0.75, sheet.width - 1.5, height - 1.5, brand.ink("second", use="graphic"))
    else:
        sheet.rectangle(0, top - height, max(stage.bar, 1.0 if reading.value else 0.0), height, brand.ink(token, use="graphic"), gid=reading.key)
    on = token if stage.number_inside else "paper"
    ink = brand.ink("paper", on) if stage.number_inside else brand.ink("second" if token == "second" or reading.value is None else token)
    at = PAD if stage.number_inside or reading.value is None else stage.bar + GAP
    sheet.text(at, middle - fonts.ascent(NUMBER) / 2, reading.headline, NUMBER, ink)
    beside = stage.bar + GAP if stage.number_inside and stage.place == "beside" else at + number + GAP
    x, first = (0.0, top - BAR - 6 - LABEL.leading * 0.8) if stage.place == "below" else (beside, middle + stage.words / 2 - LABEL.leading * 0.78)
    label = brand.ink("paper", token) if stage.place == "inside" else brand.ink("text")
    for index, line in enumerate(stage.lines):
        sheet.text(x, first - index * LABEL.leading, line, LABEL, label)
    if reading.ratio:
        strong: Ink = label if stage.place == "inside" else brand.ink("primary")
        sheet.text(x, first - len(stage.lines) * LABEL.leading, reading.ratio, RATIO, strong)


def _connect(sheet: Sheet, upper: _Stage, lower: _Stage, top: float) -> None:
    """The strip between two bars, with the printed words that lead to the next."""
    brand = sheet.brand
    if upper.place != "below" and upper.reading.value is not None and lower.reading.value is not None:
        sheet.polygon([(0, top), (upper.bar, top), (lower.bar, top - STRIP), (0, top - STRIP)], brand.ground("tint"))
    if lower.reading.lead:
        sheet.text(PAD, top - STRIP / 2 - fonts.ascent(LABEL) / 2, lower.reading.lead, LABEL, brand.ink("text", "tint"))

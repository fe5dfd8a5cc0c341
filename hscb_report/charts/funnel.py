"""Funnel: stages that lead from one to the next, as bars in proportion to their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import PART
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts import numbers
from hscb_report.charts.marks import BASELINE, Sheet
from hscb_report.charts.strip import LABEL, PAD, UNDER_LEAD, Strip
from hscb_report.summary.reading import Reading

NUMBERS = tuple(Type("black", size, size) for size in (32, 28, 24, 20))
IN_WORDS = tuple(Type("bold", size, size) for size in (22, 19, 16, 14))
RATIO = SCALE["chart-strong"]
GAP = 14.0
FEW = 3
ROOMY, CLOSE = (56.0, 34.0), (46.0, 28.0)
"""The height of a bar and of the strip between two, pt: for few stages, and for more."""
LEAST_LABEL = 150.0
WHOLE, EDGE = "tint", 1.0
"""The fill of the whole, and the width of its edge, pt."""


@dataclass(frozen=True)
class _Stage:
    """Where one stage's bar and words go; lengths in pt.

    Attributes:
        place: of the words: ``inside`` the bar, ``beside`` it, ``below`` it; ``outline`` where
            the value is missing.
        x: where the words begin.
        number_inside: whether the number stands in the bar.
        tall, gap: the least height of the bar, and of the strip above it.
    """

    reading: Reading
    number: Type
    bar: float
    number_inside: bool
    place: str
    x: float
    lines: list[str]
    ratio: list[str]
    lead: list[str]
    tall: float
    gap: float

    @property
    def words(self) -> float:
        return len(self.lines) * LABEL.leading + len(self.ratio) * RATIO.leading

    @property
    def height(self) -> float:
        if self.place == "below":
            return self.tall + 6 + self.words
        if self.place == "outline":
            return max(self.tall, self.words + self.number.leading + 20)
        return max(self.tall, self.words + 4)

    @property
    def strip(self) -> float:
        """The strip above, with the words that lead here."""
        return max(self.gap, len(self.lead) * LABEL.leading + 10)


def excess(stages: Sequence[Reading], width: float) -> float:
    """How much the widest number is too wide even at its smallest, pt; zero or less if all fit."""
    return (
        max(
            numbers.width(s.headline, (NUMBERS if s.value is not None else IN_WORDS)[-1])
            for s in stages
        )
        + 2 * PAD
        - width
    )


def funnel(stages: Sequence[Reading], width: float, brand: Brand) -> Sheet:
    """Draw the stages from top to bottom.

    Args:
        stages: two or more; a missing value is outlined and has no length.
        width: pt. The height follows from the words.
    """
    widest = max((stage.value or 0 for stage in stages), default=0) or 1
    number = _number(
        [
            (stage.headline, (stage.value or 0) / widest * width)
            for stage in stages
            if stage.value is not None
        ],
        width,
    )
    heights = ROOMY if len(stages) <= FEW else CLOSE
    laid = _aligned(
        [
            _lay(stage, number, (stage.value or 0) / widest * width, width, heights)
            for stage in stages
        ],
        width,
    )
    height = sum(stage.height for stage in laid) + sum(stage.strip for stage in laid[1:])
    sheet, tokens = Sheet(width, height), _tokens(len(stages))
    top = height
    for index, stage in enumerate(laid):
        if index:
            _connect(sheet, laid[index - 1], stage, top, brand)
            top -= stage.strip
        _draw(sheet, stage, top, tokens[index], brand)
        top -= stage.height
    return sheet


def _tokens(count: int) -> list[str]:
    """The fill of each stage: the whole is an outline on a pale ground, the last is the innermost
    part, and those between are the board's colour, the lighter ones first.
    """
    between = ["primary-light"] * (count - 3) + ["primary-text"] * (count > 2)
    return [WHOLE, *between, PART]


def _number(bars: Sequence[tuple[str, float]], width: float) -> Type:
    """The largest size in which as many numbers as can be stand in their bars: one beside a bar
    that could hold it looks lost.

    Args:
        bars: pairs of number and length of its bar, pt.
    """
    fitting = [
        step
        for step in NUMBERS
        if all(numbers.width(text, step) + 2 * PAD <= width for text, _ in bars)
    ] or [NUMBERS[-1]]
    return max(
        fitting,
        key=lambda step: sum(numbers.width(text, step) + 2 * PAD <= bar for text, bar in bars),
    )


def _fitting(steps: Sequence[Type], texts: Sequence[str], width: float) -> Type:
    return next(
        (
            step
            for step in steps
            if all(numbers.width(text, step) + 2 * PAD <= width for text in texts)
        ),
        steps[-1],
    )


def _lay(
    reading: Reading, number: Type, bar: float, width: float, heights: tuple[float, float]
) -> _Stage:
    """The first place where the words fit: inside the bar, beside it, or below."""

    def stage(number: Type, inside: bool, place: str, x: float, room: float) -> _Stage:
        return _Stage(
            reading,
            number,
            bar,
            inside,
            place,
            x,
            fonts.wrap(reading.explained, LABEL, room),
            fonts.wrap(reading.ratio, RATIO, room),
            fonts.wrap(reading.lead, LABEL, width - PAD),
            *heights,
        )

    if reading.value is None:  # no length; the outline takes the whole width
        style = _fitting(IN_WORDS, [reading.headline], width)
        return stage(style, False, "outline", PAD, width - 2 * PAD)
    wide = numbers.width(reading.headline, number)
    beyond = width - bar - GAP
    inside = bar >= wide + 2 * PAD
    if inside and bar - wide - 2 * PAD - GAP >= LEAST_LABEL:
        laid = stage(number, True, "inside", PAD + wide + GAP, bar - wide - 2 * PAD - GAP)
        if laid.words <= laid.tall - 8:
            return laid
    if inside and beyond >= LEAST_LABEL:
        return stage(number, True, "beside", bar + GAP, beyond)
    if not inside and beyond - wide - GAP >= LEAST_LABEL:
        return stage(number, False, "beside", bar + wide + 2 * GAP, beyond - wide - GAP)
    return stage(number, inside, "below", 0.0, width)


def _aligned(stages: list[_Stage], width: float) -> list[_Stage]:
    """Words beside bars begin on one line, and words inside a bar too, where there is room for
    them all.
    """
    beside = [stage for stage in stages if stage.place == "beside"]
    x = max((stage.x for stage in beside), default=0.0)
    if not beside or width - x < LEAST_LABEL:
        return stages
    made = []
    for stage in stages:
        room = stage.bar - x - PAD if stage.place == "inside" else width - x
        moved = replace(
            stage,
            x=x,
            lines=fonts.wrap(stage.reading.explained, LABEL, room),
            ratio=fonts.wrap(stage.reading.ratio, RATIO, room),
        )
        fits = stage.place == "beside" or (
            stage.place == "inside"
            and stage.x <= x
            and room >= LEAST_LABEL
            and moved.words <= stage.tall - 8
        )
        made.append(moved if fits else stage)
    return made


def _draw(sheet: Sheet, stage: _Stage, top: float, token: str, brand: Brand) -> None:
    reading = stage.reading
    if stage.place == "outline":
        _draw_missing(sheet, stage, top, brand)
        return
    height = stage.tall if stage.place == "below" else stage.height
    middle = top - height / 2
    bar = max(stage.bar, 1.0 if reading.value else 0.0)
    sheet.rectangle(0, top - height, bar, height, brand.ground(token), key=reading.key)
    edge = brand.ink("primary-text", use="graphic")
    if token == WHOLE and bar > 2 * EDGE:
        sheet.frame(0, top - height, bar, height, edge, EDGE)
    dark = "primary-text" if token == WHOLE else token
    on = (dark, token) if token == WHOLE else ("paper", token)
    ink = brand.ink(*on) if stage.number_inside else brand.ink(dark)
    wide = numbers.width(reading.headline, stage.number)
    at = PAD if stage.number_inside else min(stage.bar + GAP, sheet.width - wide)
    base = middle - fonts.ascent(stage.number) / 2
    numbers.write(sheet, at, base, reading.headline, stage.number, ink)
    if stage.place == "below":
        first = top - stage.tall - 6 - LABEL.leading * 0.8
    elif len(stage.lines) + len(stage.ratio) == 1:
        first = base  # a single line goes on from its number
    else:
        first = middle + stage.words / 2 - LABEL.leading * BASELINE
    _words(sheet, stage, first, token if stage.place == "inside" else "paper", brand)


def _draw_missing(sheet: Sheet, stage: _Stage, top: float, brand: Brand) -> None:
    """A dashed outline, "Not available [x]", and below it the words and the reason."""
    sheet.outline(
        0.75,
        top - stage.height + 0.75,
        sheet.width - 1.5,
        stage.height - 1.5,
        brand.ink("second", use="graphic"),
    )
    base = top - 10 - fonts.ascent(stage.number)
    sheet.text(PAD, base, stage.reading.headline, stage.number, brand.ink("second"))
    _words(sheet, stage, base - LABEL.leading - 2, "paper", brand)


def _words(sheet: Sheet, stage: _Stage, first: float, on: str, brand: Brand) -> None:
    """The label and the ratio, line by line from a first baseline."""
    label, strong = (
        (brand.ink("text", on), brand.ink("primary-text", on))
        if on in ("paper", WHOLE)
        else (brand.ink("paper", on),) * 2
    )
    for index, line in enumerate([*stage.lines, *stage.ratio]):
        is_ratio = index >= len(stage.lines)
        sheet.text(
            stage.x,
            first - index * LABEL.leading,
            line,
            RATIO if is_ratio else LABEL,
            strong if is_ratio else label,
        )


def _connect(sheet: Sheet, upper: _Stage, lower: _Stage, top: float, brand: Brand) -> None:
    """The strip between two bars, with the printed words that lead to the next, close above it: on
    the strip or, where its slope would cross them, beside it; where neither has room, they stand
    without a strip.
    """
    foot = top - lower.strip
    first = foot + UNDER_LEAD + (len(lower.lead) - 1) * LABEL.leading
    x, on = PAD, "paper"
    if upper.place not in ("below", "outline") and lower.place != "outline" and upper.bar > 1:
        strip = Strip(upper.bar, lower.bar, lower.strip, sheet.width)
        beside = lower.x if lower.place == "beside" else None
        if place := strip.place_of(lower.lead, beside):
            corners = [(0, top), (upper.bar, top), (lower.bar, foot), (0, foot)]
            sheet.polygon(corners, brand.ground("tint"))
            x, on = place
    for index, line in enumerate(lower.lead):
        sheet.text(x, first - index * LABEL.leading, line, LABEL, brand.ink("text", on))

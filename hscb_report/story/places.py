"""Numbers of several places in one chart: what rows and lines are called, and which stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hscb_report.story.series import Line, line_of
from hscb_report.summary.blocks import Bars
from hscb_report.summary.places import capital, folded, measured
from hscb_report.summary.reading import Reader, Reading


def lines_of(names: Sequence[str], reader: Reader) -> tuple[tuple[Line, ...], str]:
    """The lines of a trend, and what all of them measure; empty where that is not one thing.

    Lines that measure one thing in several places are named by these, and the board's own stands
    out. Others are called in short, where the content says how.
    """
    lines = tuple(line_of(name, reader) for name in names)
    if len(lines) == 1:
        return lines, lines[0].name
    series = [reader.summary.series[name] for name in names]
    places = [one.place or "" for one in series]
    if len({measured(one, reader.home) for one in series}) > 1 or len(
        {folded(place) for place in places}
    ) < len(places):
        return tuple(replace(one, name=one.points[0].called) for one in lines), ""
    own = "" in places
    title = series[places.index("")].label if own else _bare([one.points[0] for one in lines])
    return tuple(
        replace(
            one,
            name=place_of(one.points[0], reader),
            place=one.points[0].place or reader.home,
            weight=("quiet" if one.points[0].place else "strong") if own else "",
        )
        for one in lines
    ), title


def rows_of(
    block: Bars, readings: Sequence[Reading], reader: Reader
) -> tuple[tuple[tuple[str, Reading], ...], Reading | None]:
    """The rows of bars of figures, and the one that stands out, if one does."""
    strong = next((one for one in readings if one.key == block.highlight), None)
    if block.by != "place":
        return tuple((one.called, one) for one in readings), strong
    if block.highlight is None:
        strong = next((one for one in readings if not one.place), None)
    when = (strong or readings[0]).when
    words = reader.words.places
    return tuple(
        (
            place_of(one, reader)
            if one.when == when
            else words.at_another_time(place=place_of(one, reader), when=one.when),
            one,
        )
        for one in readings
    ), strong


def title_of(readings: Sequence[Reading], strong: Reading | None) -> str:
    """What bars that are named by their places measure."""
    return strong.measure if strong and not strong.place else _bare(readings)


def place_of(one: Reading, reader: Reader) -> str:
    """The place of a number at the beginning of a row."""
    return capital(one.place or reader.home)


def _bare(readings: Sequence[Reading]) -> str:
    """What is measured, in the words of the first that do not name their place."""
    bare = (one.measure for one in readings if one.measure != one.name)
    return next(bare, readings[0].measure)

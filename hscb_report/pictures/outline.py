"""Outlines of SVG: path data and basic shapes as steps, and what box they fill.

The path grammar (SVG 2, 9.3.9) is read strictly, so that nothing is lost in silence; what the
commands mean is worked out by fontTools.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite

from fontTools.misc.bezierTools import calcCubicBounds
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from hscb_report.pictures.limits import FARTHEST, STEPS

Point = tuple[float, float]
Step = tuple[str, tuple[float, ...]]
"""``moveTo``, ``lineTo``, ``curveTo`` or ``close``, and its coordinates."""
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of SVG 2, 8.5."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?"
"""A number of SVG, as a pattern."""
_GAP = re.compile(r"[\s,]*")
_ONE = re.compile(NUMBER)
_FLAG = re.compile(r"[01]")
_ARITY = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
_FLAGS = (3, 4)
"""Which numbers of an arc are flags, of one digit and without a space behind."""


class Unreadable(ValueError):
    """An outline or a transform is not written as SVG has it; the text says how."""


def steps_of(data: str, matrix: Matrix) -> tuple[Step, ...]:
    """Path data as steps, moved by a matrix.

    Raises:
        Unreadable: it is no path data, has too many steps, or reaches too far.
    """
    written = " ".join(_canonical(data))
    pen = _Pen(matrix)
    try:
        parse_path(written, pen)
    except Unreadable:
        raise
    except (ValueError, IndexError, AssertionError, ZeroDivisionError, OverflowError) as error:
        raise Unreadable("the path cannot be followed") from error
    return tuple(pen.steps)


def _canonical(data: str) -> Iterator[str]:
    """Commands and numbers, each by itself, every command with its letter."""
    at, command, count = _past(data, 0), "", 0
    if at < len(data) and data[at] not in "mM":
        raise Unreadable("a path begins with M")
    while at < len(data):
        letter = data[at]
        if letter.lower() in _ARITY:
            at = _past(data, at + 1)
            if letter in "zZ":
                if command not in ("z", "Z"):
                    yield letter
                command = letter
                continue
            command = letter
        elif command in ("", "z", "Z"):
            raise Unreadable(f'"{data[at : at + 12]}" has no command before it')
        else:
            command = {"m": "l", "M": "L"}.get(command, command)
        count += 1
        if count > STEPS:
            raise Unreadable(f"it has more than {STEPS:,} lines and curves, the most that is drawn")
        numbers = []
        for place in range(_ARITY[command.lower()]):
            flag = command in "aA" and place in _FLAGS
            found = (_FLAG if flag else _ONE).match(data, at)
            if found is None:
                raise Unreadable(f'a number is missing before "{data[at : at + 12]}"')
            if not abs(float(found[0])) <= FARTHEST:
                raise Unreadable(f"it reaches farther than {FARTHEST:,.0f}")
            numbers.append(found[0] if flag else repr(float(found[0])))
            at = _past(data, found.end())
        yield command
        yield from numbers


def _past(data: str, at: int) -> int:
    found = _GAP.match(data, at)
    return found.end() if found else at


class _Pen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Notes the steps, quadratic curves and arcs as cubic ones."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(None)
        self.matrix = matrix
        self.steps: list[Step] = []

    def _note(self, operator: str, *points: Point) -> None:
        flat = tuple(value for point in points for value in moved(point, self.matrix))
        if not all(isfinite(value) and abs(value) <= FARTHEST for value in flat):
            raise Unreadable(f"it reaches farther than {FARTHEST:,.0f}")
        if len(self.steps) >= STEPS:
            raise Unreadable(f"it has more than {STEPS:,} lines and curves, the most that is drawn")
        self.steps.append((operator, flat))

    def _moveTo(self, pt: Point) -> None:
        self._note("moveTo", pt)

    def _lineTo(self, pt: Point) -> None:
        self._note("lineTo", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self._note("curveTo", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self._note("close")


def moved(point: Point, matrix: Matrix) -> Point:
    """A point in the coordinates around."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does the inner one first."""
    a, b, c, d, e, f = inner
    origin = moved((e, f), outer)
    across = outer[0] * a + outer[2] * b, outer[1] * a + outer[3] * b
    up = outer[0] * c + outer[2] * d, outer[1] * c + outer[3] * d
    return (*across, *up, *origin)


def box_of(steps: tuple[Step, ...]) -> Box:
    """The box that an outline fills; curves to where they reach, not to their handles."""
    xs: list[float] = []
    ys: list[float] = []
    at: Point = (0.0, 0.0)
    for operator, flat in steps:
        if operator == "curveTo":
            points = [at, *((flat[i], flat[i + 1]) for i in (0, 2, 4))]
            left, low, right, high = calcCubicBounds(*points)
            xs += [left, right]
            ys += [low, high]
        elif flat:
            xs.append(flat[0])
            ys.append(flat[1])
        if flat:
            at = flat[-2], flat[-1]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def data_of(name: str, keys: Mapping[str, str]) -> str:
    """The path data of a shape; empty where it draws nothing.

    Args:
        name: ``path``, ``rect``, ``circle``, ``ellipse``, ``polygon`` or ``polyline``.
        keys: its attributes.

    Raises:
        Unreadable: a length is no plain number.
    """
    return _MADE[name](keys)


SHAPES = ("path", "rect", "circle", "ellipse", "polygon", "polyline")


def length(keys: Mapping[str, str], name: str, default: float = 0.0) -> float:
    """A length in user units.

    Raises:
        Unreadable: it has another unit.
    """
    text = keys.get(name, "").strip()
    if not text or text == "auto":
        return default
    found = re.fullmatch(f"({NUMBER})(px)?", text)
    if not found:
        raise Unreadable(f'{name}="{text}" is no plain number')
    return float(found[1])


def _rect(keys: Mapping[str, str]) -> str:
    x, y, width, height = (length(keys, name) for name in ("x", "y", "width", "height"))
    rx, ry = length(keys, "rx", -1.0), length(keys, "ry", -1.0)
    if width <= 0 or height <= 0:
        return ""
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    if not rx or not ry:
        return f"M{x!r} {y!r}h{width!r}v{height!r}h{-width!r}z"
    across, up, round_ = width - 2 * rx, height - 2 * ry, f"a{rx!r} {ry!r} 0 0 1"
    return (
        f"M{x + rx!r} {y!r}h{across!r}{round_} {rx!r} {ry!r}v{up!r}{round_} {-rx!r} {ry!r}"
        f"h{-across!r}{round_} {-rx!r} {-ry!r}v{-up!r}{round_} {rx!r} {-ry!r}z"
    )


def _round(keys: Mapping[str, str]) -> str:
    rx = length(keys, "r") if "r" in keys else length(keys, "rx", -1.0)
    ry = length(keys, "r") if "r" in keys else length(keys, "ry", -1.0)
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    x, y = length(keys, "cx"), length(keys, "cy")
    if rx <= 0 or ry <= 0:
        return ""
    half = f"a{rx!r} {ry!r} 0 1 0"
    return f"M{x - rx!r} {y!r}{half} {2 * rx!r} 0{half} {-2 * rx!r} 0z"


def _polygon(keys: Mapping[str, str]) -> str:
    text = keys.get("points", "")
    numbers = _ONE.findall(text)
    if re.sub(r"[\s,]", "", _ONE.sub("", text)) or len(numbers) % 2:
        raise Unreadable("its points are not pairs of numbers")
    return f"M{' '.join(numbers)}z" if len(numbers) >= 4 else ""


_MADE: dict[str, Callable[[Mapping[str, str]], str]] = {
    "path": lambda keys: keys.get("d", ""),
    "rect": _rect,
    "circle": _round,
    "ellipse": _round,
    "polygon": _polygon,
    "polyline": _polygon,
}

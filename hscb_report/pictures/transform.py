"""``transform`` of SVG as a matrix (SVG 2, 8.6; CSS Transforms 1)."""

from __future__ import annotations

import re
from math import cos, isfinite, radians, sin, tan

from hscb_report.pictures.outline import NUMBER, PLAIN, Matrix, Unreadable, product

_LONGEST = 2_000
_CALL = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")


def matrix_of(text: str) -> Matrix:
    """The matrix of a list of transforms.

    Raises:
        Unreadable: one of them is not known, or has not the numbers it needs.
    """
    made, at, text = PLAIN, 0, text.strip()
    if len(text) > _LONGEST:
        raise Unreadable(f"the transform has more than {_LONGEST:,} letters")
    while at < len(text):
        found = _CALL.match(text, at)
        if found is None:
            raise Unreadable(f'the transform "{text[at : at + 30]}" is not known')
        made, at = product(made, _one(found[1], found[2])), found.end()
    if not all(map(isfinite, made)):
        raise Unreadable("the transform reaches too far")
    return made


def _one(name: str, inside: str) -> Matrix:
    numbers = [float(one) for one in re.findall(NUMBER, inside)]
    if re.sub(rf"{NUMBER}|[\s,]", "", inside):
        raise Unreadable(f'the transform "{name}({inside})" has units')
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) <= 1:
            return 1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0
        case "scale", [x, *rest] if len(rest) <= 1:
            return x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "rotate", [angle]:
            turn = radians(angle)
            return cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0
        case "rotate", [angle, x, y]:
            there: Matrix = (1.0, 0.0, 0.0, 1.0, x, y)
            back: Matrix = (1.0, 0.0, 0.0, 1.0, -x, -y)
            return product(product(there, _one("rotate", repr(angle))), back)
        case "skewX", [angle]:
            return 1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0
    raise Unreadable(f'the transform "{name}({inside})" is not known')

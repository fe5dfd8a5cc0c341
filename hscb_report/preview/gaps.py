"""A number in its place: where there was none, what said so goes; where there is none any more,
what says so comes.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.summary.figures import WAITING, WITHOUT_VALUE
from hscb_report.summary.tree import KeyPath
from hscb_report.year.splice import Splice
from hscb_report.year.splice_value import ValueSplice

_SAYS_SO = ("symbol", "reason")


def retyped(file: Path, data: bytes, own: KeyPath, value: object) -> bytes:
    """A file with another value; symbol and reason go where they say that there is no number, and
    now there is one. Every other byte is as it was.

    Args:
        own: the keys to the value in this file.

    Raises:
        KeyError: nothing stands there.
        ContentError: the file is laid out in a way that cannot be followed.
    """
    splice = ValueSplice(file, data)
    about = _about(splice.data, own)
    made = splice.retype(own, value)
    is_number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
    if not is_number or about.get("value", 0) is not None:
        return made
    if about.get("symbol") not in WITHOUT_VALUE:
        return made
    rest = Splice(file, made)
    rest.remove(own[:-1], [key for key in _SAYS_SO if key in about])
    return rest.done()


def emptied(file: Path, data: bytes, own: KeyPath, reason: str) -> bytes:
    """A file in which a number is missing, and why.

    Raises:
        ContentError: the file is laid out in a way that cannot be followed.
    """
    splice = Splice(file, data)
    if own[-1] != "value":  # a point of a series may be its number alone
        splice.set(own, {"value": None, "symbol": WAITING, "reason": reason})
        return splice.done()
    above, about = own[:-1], dict(_about(splice.data, own))
    if "bound" in about:
        splice.remove(above, ["bound"])
    splice.set(own, None)
    splice.set((*above, "symbol"), WAITING, "value")
    splice.set((*above, "reason"), reason, "symbol" if "symbol" in about else "value")
    return splice.done()


def _about(data: Any, own: KeyPath) -> dict[str, Any]:
    """What stands beside a value, if it is one of several keys that are about a number."""
    for key in own[:-1]:
        data = data[key]
    return data if isinstance(data, dict) and own[-1] == "value" else {}

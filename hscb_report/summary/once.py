"""What is worked out once and remembered, errors too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from hscb_report.errors import ReportError

K = TypeVar("K")
V = TypeVar("V")


class Once(Generic[K, V]):
    """A function whose answers, and errors, are remembered for as long as this is kept."""

    def __init__(self, function: Callable[[K], V]) -> None:
        self._function = function
        self._known: dict[K, V | ReportError] = {}

    def __call__(self, key: K) -> V:
        if key not in self._known:
            try:
                self._known[key] = self._function(key)
            except ReportError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, ReportError):
            raise found.with_traceback(None)
        return found

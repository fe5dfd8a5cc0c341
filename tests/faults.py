"""What befalls a run: each call to the system can fail, or be the last one before it is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CALLS = "open write fsync ftruncate lseek replace unlink rmdir mkdir chmod chown scandir".split()
"""What writing a file asks of the system."""


class Killed(BaseException):
    """The process is gone: nothing of it is carried out any more."""


@contextmanager
def fails_at(step: int, error: Callable[[], OSError]) -> Iterator[list[str]]:
    """Let one call fail, the ``step``-th from 1; the calls made so far are handed on."""

    def trouble(name: str, made: list[str], *_: object) -> None:
        if len(made) == step:
            raise error()

    with _watched(trouble) as made:
        yield made


@contextmanager
def killed_at(step: int) -> Iterator[list[str]]:
    """Let the process die in one call: half of what it writes is written, and no call is carried
    out after it.
    """

    def trouble(name: str, made: list[str], *given: object) -> None:
        if len(made) == step and name == "write":
            _SYSTEM["write"](given[0], bytes(given[1])[: len(given[1]) // 2])
        if len(made) >= step:
            raise Killed

    with _watched(trouble) as made:
        yield made


_SYSTEM = {name: getattr(os, name) for name in CALLS if hasattr(os, name)}


@contextmanager
def _watched(trouble: Callable[..., None]) -> Iterator[list[str]]:
    """Every call goes by way of ``trouble``; nothing is synced, for no power cut is tried. What is
    open at the end is closed, as the system does for a process that is gone.
    """
    made: list[str] = []
    opened: set[int] = set()
    close = os.close

    def through(name: str) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            made.append(name)
            trouble(name, made, *given)
            done = None if name == "fsync" else _SYSTEM[name](*given, **named)
            if name == "open":
                opened.add(done)
            return done

        return call

    def closing(descriptor: int) -> None:
        opened.discard(descriptor)
        close(descriptor)

    for name in _SYSTEM:
        setattr(os, name, through(name))
    os.close = closing
    try:
        yield made
    finally:
        for name, plain in _SYSTEM.items():
            setattr(os, name, plain)
        os.close = close
        for descriptor in opened:
            close(descriptor)

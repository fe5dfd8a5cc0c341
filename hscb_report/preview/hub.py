"""Tells all open pages what happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

Message = tuple[str, dict[str, Any]]
MOST_WAITING = 100
"""A page that takes nothing in is told no more than this: it asks anew when it comes back."""


class Hub:
    """What is told here reaches every page that listens."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[Message | None]] = set()
        self._closed = False

    def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Tell all; to be called in the thread of the event loop."""
        for page in self._pages:
            if page.qsize() < MOST_WAITING:
                page.put_nowait((kind, data))

    def close(self) -> None:
        """Let all go."""
        self._closed = True
        for page in self._pages:
            page.put_nowait(None)

    async def told(self, first: dict[str, Any]) -> AsyncIterator[Message]:
        """All that is told from now on, behind a first ``changed``."""
        page: asyncio.Queue[Message | None] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield "changed", first
            while not self._closed and (message := await page.get()) is not None:
                yield message
        finally:
            self._pages.discard(page)

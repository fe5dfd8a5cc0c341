"""The server: on this machine alone, until it is stopped."""

from __future__ import annotations

import asyncio
import gc
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import uvicorn
from watchfiles import awatch

from hscb_report.build import DEFAULT
from hscb_report.errors import Problem, UsageError
from hscb_report.preview.app import Answers
from hscb_report.preview.desk import Desk
from hscb_report.preview.guard import Guard, new_secret
from hscb_report.preview.hub import Hub

HOME = "127.0.0.1"
STEP = 10
"""Changes that follow within so many milliseconds are one."""
LONGEST_WAIT = 200
"""Files that change all the time are looked at this often at least, in milliseconds."""
UNTOLD = 5.0
"""Seconds after which files are looked at though nothing was told of them: network disks tell of no
change, nor do links of one at their other end.
"""
ABREAST = 1
"""So many threads look and draw: they would wait for one another, and each keeps memory of its own.
"""
GOING = 2
"""Seconds in which answers that are under way may end."""


def serve(desk: Desk, port: int, command: str, opened: Callable[[str], None]) -> None:
    """Serve a preview until Ctrl-C is pressed.

    Args:
        port: on which it listens; 0 for any that is free.
        command: what a person types to run this tool.
        opened: told the address once it answers.

    Raises:
        UsageError: the port is taken, or may not be used.
    """
    listening = _listening(port)
    with listening, suppress(KeyboardInterrupt):
        asyncio.run(_serve(desk, listening, command, opened))


def _listening(port: int) -> socket.socket:
    made = socket.socket()
    try:
        made.bind((HOME, port))
    except OSError as error:
        made.close()
        raise UsageError(
            Problem(
                "port",
                f"port {port} cannot be had: {error.strerror or error}",
                "leave --port out, and a free one is taken",
            )
        ) from error
    return made


async def _serve(
    desk: Desk, listening: socket.socket, command: str, opened: Callable[[str], None]
) -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(ABREAST))
    hub, secret, port = Hub(), new_secret(), listening.getsockname()[1]
    answers = Answers(desk, hub, secret, command)
    server = _Server(
        uvicorn.Config(
            Guard(answers.app(), secret, port),
            http="h11",
            ws="none",
            lifespan="off",
            access_log=False,
            log_config=None,
            log_level="error",  # what others send amiss is not for the person at the terminal
            server_header=False,
            timeout_graceful_shutdown=GOING,
        ),
        hub,
        lambda: opened(f"http://{HOME}:{port}/{secret}/"),
    )
    watching = asyncio.create_task(_watch(desk, hub))
    # A page that follows its files no more must not look as if it did.
    watching.add_done_callback(lambda _: setattr(server, "should_exit", True))
    first = asyncio.create_task(asyncio.to_thread(_begin, desk))
    try:
        await server.serve(sockets=[listening])
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        with suppress(Exception):  # the page asks for the same
            await first


def _begin(desk: Desk) -> None:
    """Draw what is asked for first while the browser starts; what is in memory then stays, and
    need not be looked through whenever something is tidied away.
    """
    desk.view(DEFAULT)
    desk.listed()
    gc.collect()
    gc.freeze()


class _Server(uvicorn.Server):
    """A server that says when it answers, and lets pages go when it ends."""

    def __init__(self, config: uvicorn.Config, hub: Hub, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._hub, self._ready = hub, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self._hub.close()
        await super().shutdown(sockets)


async def _watch(desk: Desk, hub: Hub) -> None:
    """Look at the files whenever one of them changes, and tell the pages."""
    looked = time.monotonic()
    async for changes in awatch(
        desk.content,
        watch_filter=lambda _, path: not Path(path).name.startswith("."),
        step=STEP,
        debounce=LONGEST_WAIT,
        yield_on_timeout=True,
    ):
        if not changes and time.monotonic() - looked < UNTOLD:
            continue
        before = desk.standing.version
        now = await asyncio.to_thread(desk.look)
        if now.version != before:
            hub.tell("changed", {"version": now.version})
            with suppress(Exception):  # the page asks for the same, and is told what went wrong
                await asyncio.to_thread(desk.ahead)
        looked = time.monotonic()

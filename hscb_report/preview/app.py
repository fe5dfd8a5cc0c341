"""What the page asks, and what it is answered."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from hscb_report.errors import Problem, ReportError
from hscb_report.files import take
from hscb_report.preview import told
from hscb_report.preview.change import ConflictError, RefusedError, Wanted
from hscb_report.preview.desk import Desk
from hscb_report.preview.hub import Hub
from hscb_report.preview.page import FILES, page, static
from hscb_report.preview.standing import Standing
from hscb_report.products import EDITIONS

T = TypeVar("T")
FRAMED = (
    "script-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""What the page for the web may do in its frame: run nothing. It is no sandbox, for WebKit lets
nobody listen to clicks in one.
"""
CONFLICT, REFUSED, CANNOT = 409, 422, 400
_TYPES = {".pdf": "application/pdf", ".html": "text/html", ".png": "image/png"}
_PARTS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".ttf": "font/ttf",
}
MOST_TEXTS = 500
"""So many words before one that was pressed are looked at."""


class Answers:
    """The answers to all that the page asks.

    Args:
        desk: what it is about.
        hub: tells open pages that something has changed.
        secret: the first part of each address.
        command: what a person types to run this tool.
    """

    def __init__(self, desk: Desk, hub: Hub, secret: str, command: str) -> None:
        self.desk, self.hub, self.secret, self.command = desk, hub, secret, command
        self._built: dict[str, Path] = {}

    def app(self) -> Starlette:
        """The application, not yet guarded."""
        routes = [
            Route("/", self.index),
            Route("/assets/{name}", self.file),
            Route("/standing", self.standing),
            Route("/view", self.view),
            Route("/spots", self.spots),
            Route("/sheet/{sheet}.png", self.sheet),
            Route("/web", self.web),
            Route("/built/{name}", self.built),
            Route("/events", self.events),
            Route("/find", self.find, methods=["POST"]),
            Route("/change", self.change, methods=["POST"]),
            Route("/undo", self.undo, methods=["POST"]),
            Route("/done", self.done, methods=["POST"]),
            Route("/build", self.build, methods=["POST"]),
        ]
        return Starlette(
            routes=[Mount(f"/{self.secret}", routes=routes)],
            exception_handlers={ReportError: self._told},
        )

    async def index(self, request: Request) -> Response:
        """The page itself."""
        made = page(self.desk.period, self.secret, self.command)
        return Response(made, media_type="text/html; charset=utf-8")

    async def file(self, request: Request) -> Response:
        """What the page is made with."""
        name = request.path_params["name"]
        if name not in FILES:
            raise HTTPException(404)
        return Response(static(name), media_type=_PARTS[Path(name).suffix])

    async def standing(self, request: Request) -> Response:
        """What the files say. A page asks this last: what is done with is tidied away behind it,
        and not while the next save is drawn.
        """
        made = await self._standing(await _aside(self.desk.listed))
        made.background = BackgroundTask(gc.collect)
        return made

    async def view(self, request: Request) -> Response:
        """An edition: which pages it has."""
        seen = await _aside(self.desk.view, *_edition(request))
        return JSONResponse(await _aside(told.view, seen))

    async def spots(self, request: Request) -> Response:
        """Where on its pages is what can be changed."""
        return JSONResponse(told.spots(await _aside(self.desk.spots, *_edition(request))))

    async def sheet(self, request: Request) -> Response:
        """A page as a picture; its address changes with what is on it."""
        try:
            dpi = int(request.query_params.get("dpi", "96"))
        except ValueError:
            raise HTTPException(CANNOT) from None
        name = request.path_params["sheet"]
        data = await _aside(self.desk.picture, *_edition(request), name, dpi)
        if data is None:
            raise HTTPException(404)
        kept = {"cache-control": "private, max-age=3600, immutable"}
        return Response(data, media_type="image/png", headers=kept)

    async def web(self, request: Request) -> Response:
        """The page for the web, which says itself what it may load."""
        seen = (await _aside(self.desk.view, *_edition(request))).seen
        if seen is None or not seen.html:
            raise HTTPException(404)
        alone = {"content-security-policy": FRAMED}
        return Response(seen.html, media_type="text/html; charset=utf-8", headers=alone)

    async def built(self, request: Request) -> Response:
        """A file that was built from this page."""
        path = self._built.get(request.path_params["name"])
        if path is None:
            raise HTTPException(404)
        kind = _TYPES.get(path.suffix, "text/plain; charset=utf-8")
        alone = {"content-security-policy": "sandbox"} if kind == "text/html" else {}
        return Response(await _aside(take, path), media_type=kind, headers=alone)

    async def events(self, request: Request) -> Response:
        """Told as long as the page is open: what has changed, and how far a build is."""

        async def lines() -> AsyncIterator[bytes]:
            async for kind, data in self.hub.told({"version": self.desk.standing.version}):
                yield f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode()

        return StreamingResponse(lines(), media_type="text/event-stream")

    async def find(self, request: Request) -> Response:
        """The field of words that were pressed in the page for the web."""
        texts = (await _body(request)).get("texts")
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
            raise HTTPException(CANNOT)
        found = await _aside(self.desk.find, texts[-MOST_TEXTS:])
        return JSONResponse({"field": found})

    async def change(self, request: Request) -> Response:
        """Put a value right."""
        body = await _body(request)
        known = {one.id: one for one in (await _aside(self.desk.listed)).listed.fields}
        field = known.get(str(body.get("field")))
        if field is None:
            said = "this is not in the files any more"
            raise ConflictError(Problem("changed-since", said, "look at the page again"))
        wanted = Wanted(
            field.of_board,
            field.path,
            str(body.get("was", "")),
            str(body.get("typed", "")),
            field.kind == "number",
            body.get("anyway") is True,
            " ".join(str(body.get("reason", "")).split()),
        )
        return await self._standing(await self._changed(self.desk.change, wanted))

    async def undo(self, request: Request) -> Response:
        """Take back what was done last."""
        return await self._standing(await self._changed(self.desk.undo))

    async def done(self, request: Request) -> Response:
        """Tick off what was looked at."""
        key = str((await _body(request)).get("key", ""))
        return await self._standing(await self._changed(self.desk.tick_off, key))

    async def build(self, request: Request) -> Response:
        """Build what is saved."""
        body = await _body(request)
        editions = body.get("editions")
        if not isinstance(editions, list) or not all(isinstance(one, str) for one in editions):
            raise HTTPException(CANNOT)
        loop = asyncio.get_running_loop()

        def progress(step: str) -> None:
            loop.call_soon_threadsafe(self.hub.tell, "progress", {"step": step})

        made = await _aside(self.desk.build, editions, body.get("final") is True, progress)
        files = [file for one in made for file in told.built(one)]
        for one in made:
            self._built |= {path.name: path for path in (one.path, *one.beside)}
        notes = [told.problem(note, []) for one in made for note in one.notes]
        return JSONResponse({"files": files, "notes": notes})

    async def _changed(self, do: Callable[..., Standing], *given: Any) -> Standing:
        try:
            made = await _aside(do, *given)
        finally:
            self.hub.tell("changed", {"version": self.desk.standing.version})
        return made

    async def _told(self, request: Request, error: Exception) -> Response:
        """What went wrong, as the command line would say it."""
        assert isinstance(error, ReportError)
        status, kept, better = CANNOT, False, ""
        if isinstance(error, ConflictError):
            status = CONFLICT
        elif isinstance(error, RefusedError):
            status, kept, better = REFUSED, error.may_be_kept, error.better
        fields = (await _aside(self.desk.listed)).listed.fields
        said = [told.problem(one, fields) for one in error.problems]
        return JSONResponse({"problems": said, "may_be_kept": kept, "better": better}, status)

    async def _standing(self, here: Standing) -> Response:
        return JSONResponse(await _aside(told.standing, here, self.desk.may_undo))


def _edition(request: Request) -> tuple[str, str]:
    """Which edition is asked for, and how it is folded."""
    name, fold = request.query_params.get("edition", ""), request.query_params.get("fold", "")
    if name not in EDITIONS or (fold and fold not in EDITIONS[name].folds):
        raise HTTPException(404)
    return name, fold


async def _body(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise HTTPException(CANNOT)
    try:
        body = json.loads(await request.body())
        json.dumps(body, ensure_ascii=False).encode("utf-8")  # half a letter is none
    except (ValueError, RecursionError, ClientDisconnect):  # gone, before all was said
        raise HTTPException(CANNOT) from None
    if not isinstance(body, dict):
        raise HTTPException(CANNOT)
    return body


async def _aside(do: Callable[..., T], *given: Any) -> T:
    """Do what takes time in a thread of its own, so that other questions are answered."""
    return await asyncio.to_thread(do, *given)

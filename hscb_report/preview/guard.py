"""Who is let in: a browser on this machine, on the page that was opened, and nobody else.

The server listens on the loopback address alone. A website in the same browser could still send
requests there, under its own name (DNS rebinding) or from its own page, so each request must be
addressed to this machine and come from this page, and hold the secret of this run.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADER = "x-hscb-report"
"""What holds the secret in a request that writes: a form on another page cannot send it."""
READING = ("GET", "HEAD")
MOST_BODY = 1024 * 1024
"""So many bytes a request may have: a text of a content file is far shorter."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""What the preview's own pages may load (Content Security Policy Level 3)."""
_ALWAYS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def new_secret() -> str:
    """A secret for one run, of letters that may stand in an address."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets through what may come, and sets the headers of all answers.

    Args:
        app: what is guarded.
        secret: the first part of each address, and the header of each request that writes.
        port: on which it listens.
    """

    def __init__(self, app: App, secret: str, port: int) -> None:
        self.app, self.secret = app, secret
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http" or (status := self._refused(scope)):
            await _refuse(status if scope["type"] == "http" else 403, send)
            return

        async def sent(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                known = {name.lower() for name, _ in headers}
                headers += [
                    (name.encode("ascii"), value.encode("ascii"))
                    for name, value in _ALWAYS.items()
                    if name.encode("ascii") not in known
                ]
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, sent)

    def _refused(self, scope: Scope) -> int:
        """The status with which a request is refused; 0 for one that may come."""
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        if [host.lower() for host in headers.get("host", [])] not in [[one] for one in self.hosts]:
            return 403
        if any(origin.lower() not in self.origins for origin in headers.get("origin", [])):
            return 403
        if not {*headers.get("sec-fetch-site", [])} <= {"same-origin", "none"}:
            return 403
        first = scope["path"].split("/")[1:2]
        if not first or not secrets.compare_digest(
            first[0].encode("utf-8"), self.secret.encode("ascii")
        ):
            return 404
        if scope["method"] in READING:
            return 0
        shown = headers.get(HEADER, [""])[0]
        if not secrets.compare_digest(shown.encode("utf-8"), self.secret.encode("ascii")):
            return 403
        try:
            length = int(headers.get("content-length", ["0"])[0])
        except ValueError:
            return 400
        if "transfer-encoding" in headers or not 0 <= length <= MOST_BODY:
            return 413
        return 0


async def _refuse(status: int, send: Send) -> None:
    said = b"This is a preview on somebody's own machine. Open the address that was printed there."
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(said)).encode("ascii")),
                *((name.encode("ascii"), value.encode("ascii")) for name, value in _ALWAYS.items()),
            ],
        }
    )
    await send({"type": "http.response.body", "body": said})

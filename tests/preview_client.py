"""A preview that runs, and a raw client that asks it whatever a test wants."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from conftest import ROOT

PATIENCE = 60.0
"""Seconds after which a test gives up; machines that test are busy."""


class Preview:
    """A preview of a project, in a process of its own."""

    def __init__(self, content: Path, *more: str) -> None:
        self.content = content
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "hscb_report", "preview", *more, "--no-browser"),
                *("--content", str(content), "--output", str(content.parent / "output")),
            ],
            cwd=content.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        line = self.process.stdout.readline()
        if "http://" not in line:
            raise RuntimeError(line + self.process.stderr.read())
        self.address = line.split()[-1]
        self.at = urlsplit(self.address)
        self.secret = self.at.path.strip("/")

    @property
    def host(self) -> str:
        return self.at.netloc

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """One request as it is given, its path below the secret unless it begins with a slash."""
        connection = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=PATIENCE)
        path = path if path.startswith("/") else f"/{self.secret}/{path}"
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named.setdefault("host", self.host)
        if body is not None:
            named.setdefault("content-length", str(len(body)))
        for name, value in named.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        got = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        connection.close()
        return got

    def get(self, path: str) -> Any:
        """What is answered to a question, as data."""
        status, _, data = self.ask("GET", path)
        assert status == 200, (status, data)
        return json.loads(data)

    def post(self, path: str, **body: Any) -> tuple[int, Any]:
        """Send as the page does."""
        status, _, data = self.ask(
            "POST",
            path,
            json.dumps(body).encode("utf-8"),
            content_type="application/json",
            x_hscb_report=self.secret,
        )
        return status, json.loads(data)

    def field(self, id: str) -> dict[str, Any]:
        """A field of what stands now."""
        return {one["id"]: one for one in self.get("standing")["fields"]}[id]

    def until(self, there: Any, path: str = "standing") -> Any:
        """Wait until what is answered is as it should be."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if there(now := self.get(path)):
                return now
            time.sleep(0.05)
        raise AssertionError(f"not so after {PATIENCE} s: {str(now)[:500]}")

    def stop(self) -> int:
        """Press Ctrl-C."""
        if self.process.poll() is None:
            self.process.send_signal(
                signal.CTRL_C_EVENT if sys.platform == "win32" else signal.SIGINT
            )
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End it whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


@contextmanager
def running(content: Path, *more: str) -> Iterator[Preview]:
    """A preview for as long as a test needs it."""
    one = Preview(content, *more)
    try:
        yield one
    finally:
        one.close()


class Listener:
    """An open page: what it is told, by kind."""

    def __init__(self, preview: Preview) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.connection = http.client.HTTPConnection(preview.at.hostname, preview.at.port)
        self.connection.request("GET", f"/{preview.secret}/events", headers={"host": preview.host})
        self.answer = self.connection.getresponse()
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Close the page."""
        with suppress(OSError):
            self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.thread.join(PATIENCE)

    def _read(self) -> None:
        kind = ""
        try:
            for line in self.answer:
                text = line.decode("utf-8").strip()
                if text.startswith("event: "):
                    kind = text.removeprefix("event: ")
                elif text.startswith("data: "):
                    self.told.append((kind, json.loads(text.removeprefix("data: "))))
        except (OSError, ValueError, http.client.HTTPException):
            return

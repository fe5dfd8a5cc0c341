"""A period on the desk: what its files say now, what was last good, and what was done here."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import RLock

from hscb_report.build import Built, build
from hscb_report.errors import FileError, Problem, ReportError, UsageError
from hscb_report.files import take
from hscb_report.preview.change import Change, ConflictError, Wanted, change, take_back
from hscb_report.preview.sheets import Seen, seen
from hscb_report.preview.spots import Finder, Spot, spots_of
from hscb_report.preview.standing import Standing, read
from hscb_report.project import shelf_of
from hscb_report.summary.folder import no_period
from hscb_report.summary.limits import MOST_BYTES
from hscb_report.year.reviewing import review

FIRST = 2
"""So many pages that have changed are drawn before they are asked for."""
MOST_UNDONE = 500
"""So many changes can be taken back."""


@dataclass
class View:
    """An edition as it can be looked at.

    Attributes:
        version: of the standing for which it was made.
        seen: None where it was never good.
        good: the standing that it was made of.
        stale: whether it is of an earlier state, for what is there now has errors.
        problems: what does not fit in it, and what whoever builds it should know.
    """

    version: int
    seen: Seen | None = None
    good: Standing | None = None
    stale: bool = True
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def spots(self) -> list[list[Spot]]:
        """Where on each page is what can be changed."""
        if self.seen is None or self.good is None or self.good.material is None:
            return []
        finder = Finder(self.good.material.loaded, self.good.listed.fields)
        pages = range(len(self.seen.sheets))
        return [list(spots_of(self.seen.lines(at), finder)) for at in pages]


class Desk:
    """What a preview works on. Its methods may be called from several threads, and wait for one
    another.

    Args:
        period: the name of the content file.
        content: the folder of content files.
        output: where it is built to; None for the default.

    Raises:
        UsageError: there is no such period.
    """

    def __init__(self, period: str, content: Path, output: Path | None = None) -> None:
        self.period, self.content, self.output = period, content, output
        self._lock = RLock()
        self._done: deque[Change] = deque(maxlen=MOST_UNDONE)
        self._good: Standing | None = None
        self._kept: dict[tuple[str, str], View] = {}
        self._asked: tuple[str, str] | None = None
        self._dpi = 0
        self._signature = b""
        self.standing = Standing()
        if period not in (there := shelf_of(content).periods):
            raise UsageError(no_period(period, there, content))
        self.look()

    def look(self) -> Standing:
        """Read the files, if they have changed."""
        with self._lock:
            now = signature(self.content)
            if now != self._signature:
                self.standing = read(self.period, self.content, self.standing)
                self._signature = now
                if self.standing.material:
                    self._good = self.standing
            return self.standing

    def listed(self) -> Standing:
        """What the files say, and all that is listed worked out."""
        with self._lock:
            _ = self.standing.listed
            return self.standing

    def view(self, edition: str, fold: str = "") -> View:
        """An edition of what is there now; of what was last good, where that has errors."""
        with self._lock:
            key = edition, fold
            if key not in self._kept or self._kept[key].version != self.standing.version:
                self._kept[key] = self._viewed(key, self._kept.get(key))
            self._asked = key
            return self._kept[key]

    def _viewed(self, key: tuple[str, str], last: View | None) -> View:
        version, good = self.standing.version, self._good
        if good is None or good.material is None:
            return View(version)
        if self.standing.material is None and last and last.seen:
            return replace(last, version=version, stale=True, problems=[])
        try:
            made = seen(*key, good.material, last.seen if last else None)
        except ReportError as error:
            before = last or View(version)
            return replace(before, version=version, stale=True, problems=error.problems)
        return View(version, made, good, self.standing.material is None, made.notes)

    def spots(self, edition: str, fold: str = "") -> list[list[Spot]]:
        """Where on each page of an edition is what can be changed."""
        with self._lock:
            return self.view(edition, fold).spots

    def picture(self, edition: str, fold: str, sheet: str, dpi: int) -> bytes | None:
        """A page of what is shown as PNG; None where it is shown no more."""
        with self._lock:
            view = self._kept.get((edition, fold))
            if view is None or view.seen is None:
                return None
            self._dpi = dpi
            at = next((at for at, one in enumerate(view.seen.sheets) if one.id == sheet), None)
            return None if at is None else view.seen.picture(at, dpi)

    def ahead(self) -> None:
        """Draw what an open page will ask for next: the edition that was asked for last, and the
        first pages of it that have changed, as sharp as they were.
        """
        with self._lock:
            if self._asked is None:
                return
            last = self._kept[self._asked].seen
            before = {one.id for one in last.sheets} if last else set()
            now = self.view(*self._asked).seen
        if now is None or not self._dpi:
            return
        changed = [at for at, one in enumerate(now.sheets) if one.id not in before]
        for at in changed[:FIRST]:
            with self._lock:
                now.picture(at, self._dpi)

    def find(self, texts: Iterable[str]) -> str:
        """The field of the last of some words that are read one behind the other; empty where they
        are the tool's own.
        """
        with self._lock:
            good = self._good
            if good is None or good.material is None:
                return ""
            finder = Finder(good.material.loaded, good.listed.fields)
            found = [finder.field_of(text) for text in texts]
            return found[-1].id if found and found[-1] else ""

    def change(self, wanted: Wanted) -> Standing:
        """Put a value right.

        Raises:
            ConflictError, RefusedError, ContentError, FileError: as ``change.change`` does.
        """
        with self._lock:
            try:
                made = change(self.period, self.content, wanted)
            except ConflictError:  # so that the page shows at once what is there instead
                self.look()
                raise
            if made:
                self._done.append(made)
            return self.look()

    @property
    def may_undo(self) -> bool:
        """Whether anything that was done here can be taken back."""
        return bool(self._done)

    def undo(self) -> Standing:
        """Take back what was done here last.

        Raises:
            ConflictError: the file was changed since; then it is forgotten here.
            FileError: it could not be read or written.
        """
        with self._lock:
            if self._done:
                last = self._done.pop()
                try:
                    take_back(last)
                except FileError:  # it may be tried again
                    self._done.append(last)
                    raise
            return self.look()

    def tick_off(self, key: str) -> Standing:
        """Say that something was looked at.

        Raises:
            UsageError, ContentError, FileError: as ``review`` does.
        """
        with self._lock:
            file = shelf_of(self.content).load(self.period).tree.file
            before = take(file)
            review(self.period, done=[key], content=self.content)
            if (after := take(file)) != before:
                self._done.append(Change(file, before, after))
            return self.look()

    def build(
        self, editions: Iterable[str], final: bool, progress: Callable[[str], None]
    ) -> list[Built]:
        """Build what is saved, as the command does.

        Raises:
            ReportError: as ``build`` does.
        """
        with self._lock:
            return build(
                self.period,
                content=self.content,
                output=self.output,
                editions=editions,
                final=final,
                progress=progress,
            )


def signature(folder: Path) -> bytes:
    """Changes when anything in a folder does: what content files say, and when other files were
    written.
    """
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in file.relative_to(folder).parts):
            continue
        with suppress(OSError):  # gone between two looks
            known = file.stat()
            digest.update(repr((file.name, known.st_size, known.st_mtime_ns)).encode("utf-8"))
            if file.suffix == ".yaml" and known.st_size <= MOST_BYTES and file.is_file():
                digest.update(file.read_bytes())
    return digest.digest()

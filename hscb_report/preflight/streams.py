"""The streams of a file, unpacked and read within what the document may ask for, each once."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import settings
from pikepdf._core import StreamParser  # pikepdf itself has it since 10.13

from hscb_report.preflight.limits import OPERATORS, STREAM, UNPACKED, Account, TooLarge


class Streams:
    """The streams of one document.

    Args:
        account: what it may ask for.
    """

    def __init__(self, account: Account) -> None:
        self.account = account
        self._read: dict[Any, tuple[Sequence[Any], int]] = {}
        self._data: dict[Any, bytes] = {}

    def data(self, stream: Any) -> bytes:
        """What a stream holds, unpacked.

        Raises:
            TooLarge: it is more than is looked at.
        """
        if stream.objgen not in self._data:
            self._data[stream.objgen] = self._unpacked(stream)
        return self._data[stream.objgen]

    def instructions(self, owner: Any) -> Sequence[Any]:
        """The operators, with their operands, of a page, a form or a pattern; they count each time
        they are asked for.

        Raises:
            TooLarge: there are more than is looked at.
        """
        if owner.is_indirect and owner.objgen in self._read:
            found, size = self._read[owner.objgen]
            self.account.spend(OPERATORS, len(found))
            self.account.spend(UNPACKED, size)  # other programs unpack it again
            return found
        found, size = self._instructions(owner)
        if owner.is_indirect:
            self._read[owner.objgen] = found, size
        return found

    def _instructions(self, owner: Any) -> tuple[Sequence[Any], int]:
        """The operators, and how many bytes they were."""
        contents = owner if isinstance(owner, pikepdf.Stream) else owner.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        size = sum(len(self._unpacked(part)) for part in parts if isinstance(part, pikepdf.Stream))
        if size > STREAM.most:
            raise STREAM.exceeded
        if size // 2 > self.account.left(OPERATORS):  # an operator has a letter and a blank
            counted = _Count(self.account.left(OPERATORS))
            page = pikepdf.Page(pikepdf.Dictionary(Type=pikepdf.Name.Page, Contents=contents))
            try:
                page.parse_contents(counted)
            except TooLarge:
                raise OPERATORS.exceeded from None
        found = pikepdf.parse_content_stream(owner)
        self.account.spend(OPERATORS, len(found))
        return found, size

    def _unpacked(self, stream: Any) -> bytes:
        self._measure(stream)
        data = bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
        self._check(len(data))
        self.account.spend(UNPACKED, len(data))
        return data

    def _measure(self, stream: Any) -> None:
        """Unpack what Flate and runs packed without holding it, and see how much it is."""
        packed = stream.get("/Filter")
        filters = list(packed) if isinstance(packed, pikepdf.Array) else [packed]
        ways = [_WAYS.get(str(one)) for one in filters]
        pieces: Iterator[bytes] = iter([bytes(stream.read_raw_bytes())])
        for way in ways:
            if way is None:
                return
            pieces = way(pieces)
        size = 0
        try:
            for piece in pieces:
                size += len(piece)
                self._check(size)
        except zlib.error:
            return  # whoever unpacks it says so

    def _check(self, size: int) -> None:
        if size > STREAM.most:
            raise STREAM.exceeded


@contextmanager
def bounded() -> Iterator[None]:
    """Let qpdf itself unpack no more than is looked at, where pikepdf can ask for that: nobody else
    can measure what it reads to find the objects of a file. Such a file cannot be read.
    """
    limit = getattr(settings, "set_qpdf_limits", None)
    if limit is None:
        yield
        return
    most = 20 * STREAM.most
    before = limit(flate_max_memory=most, run_length_max_memory=most, png_max_memory=most)
    try:
        yield
    finally:
        limit(**before)


class _Count(StreamParser):
    """Counts operators, and gives up at the first too many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.left = most

    def handle_object(self, obj: Any, offset: int, length: int) -> None:
        if isinstance(obj, pikepdf.Operator):
            self.left -= 1
            if self.left < 0:
                raise OPERATORS.exceeded

    def handle_eof(self) -> None:
        pass


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What Flate packed, in pieces of 64 KB."""
    unpacker = zlib.decompressobj()
    for piece in pieces:
        while piece and not unpacker.eof:
            yield unpacker.decompress(piece, 65_536)
            piece = unpacker.unconsumed_tail


def _run(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What was packed by runs (ISO 32000-1, 7.4.5)."""
    left = b""
    for piece in pieces:
        left, at = left + piece, 0
        while at < len(left) and left[at] != 128:
            end = at + (left[at] + 2 if left[at] < 128 else 2)
            if end > len(left):
                break
            some = left[at + 1 : end]
            yield some if left[at] < 128 else some * (257 - left[at])
            at = end
        left = left[at:]
        if left[:1] == b"\x80":
            return


_WAYS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "/FlateDecode": _inflated,
    "/Fl": _inflated,
    "/RunLengthDecode": _run,
    "/RL": _run,
}
"""How to unpack, by the name of a filter. What LZW packed is not measured before it is unpacked."""

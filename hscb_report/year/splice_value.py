"""A value typed anew in its place, in the style in which it stands: bare, in quotes, or as a text
in lines of its own.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from hscb_report.errors import ContentError, Problem
from hscb_report.summary.limits import too_long
from hscb_report.summary.prose import DASH, kept
from hscb_report.summary.scalars import plain_scalar, written
from hscb_report.summary.tree import KeyPath, read_yaml
from hscb_report.year.splice import Splice
from hscb_report.year.splice_keys import KeyText, pair_of

_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def meant(typed: str) -> Any:
    """What a person means who types a number: ``77,602`` is read without its commas."""
    typed = typed.strip()
    if _THOUSANDS.fullmatch(typed):
        typed = typed.replace(",", "")
    with suppress(ValueError):
        return plain_scalar(typed)
    return typed


class ValueSplice(Splice):
    """A content file in hand, in which one value is typed anew."""

    def retype(self, path: KeyPath, value: Any) -> bytes:
        """The file with another value at a path; every other byte is as it was.

        Args:
            path: the keys to it; the last a ``KeyText`` for a text that is a key itself.
            value: a text without an empty line at its end, a number, a date, or None.

        Raises:
            KeyError: nothing stands there.
            ContentError: the text is too long, or the file is laid out in a way that cannot be
                followed.
        """
        node = self._scalar(path)
        for said in self._ways(node, value):
            made = self._with(node, said)
            if self._is_read(made, path, value):
                return made
        if isinstance(value, str) and (long := too_long(value)):
            raise ContentError(Problem("too-long", *long))
        raise ContentError(Problem("layout", *self.LAYOUT))

    def _scalar(self, path: KeyPath) -> yaml.ScalarNode:
        if path and isinstance(path[-1], KeyText):
            pair = pair_of(self._mapping(path[:-1]), path[-1])
            node = pair[0] if pair else None
        else:
            node = self._node(path)
        if not isinstance(node, yaml.ScalarNode):
            raise KeyError(path)
        return node

    def _with(self, node: yaml.ScalarNode, said: str) -> bytes:
        start, end = node.start_mark.index, self._end(node)
        gap = " " if said and start == end and self.text[start - 1 : start] == ":" else ""
        said = said.replace("\r\n", "\n").replace("\n", self.end)
        made = f"{self.text[:start]}{gap}{said}{self.text[end:]}"
        return (self.mark + made).encode("utf-8")

    def _is_read(self, made: bytes, path: KeyPath, value: Any) -> bool:
        """Whether a file says what it should, and all else that it said before."""
        try:
            data = read_yaml(self.file, made).data
        except ContentError:
            return False
        *above, key = path
        here, there = self.data, data
        try:
            for part in above:
                here, there = here[part], there[part]
            if isinstance(key, KeyText):
                renamed = {value if one == key else one: below for one, below in here.items()}
                return bool(list(there.items()) == list(renamed.items())) and _same(
                    self.data, data, path[:-1]
                )
            read = there[key]
        except (KeyError, IndexError, TypeError):
            return False
        if type(read) is not type(value):
            return False
        same = kept(read) == kept(value) if isinstance(value, str) else read == value
        return bool(same) and _same(self.data, data, path)

    def _ways(self, node: yaml.ScalarNode, value: Any) -> Iterator[str]:
        """How a value may be written, the style of the old one first."""
        several = "\n" in self.text[node.start_mark.index : self._end(node)]
        if isinstance(value, str):
            if node.style in ("|", ">"):
                yield self._lines(node, value)
            elif node.style == "'":
                yield f"'{value.replace(chr(39), chr(39) * 2)}'"
            elif node.style is None and (several or "\n" not in value):
                yield self._bare(node, value)
            if node.style != '"' and "\n" not in value:
                yield value
        yield written(value)
        if isinstance(value, str):
            yield json.dumps(value, ensure_ascii=False)

    def _bare(self, node: yaml.ScalarNode, value: str) -> str:
        """A text without quotes; where it stood on several lines, the new one does as well."""
        old = self.text[node.start_mark.index : self._end(node)].splitlines()
        if len(old) < 2:
            return value
        indent = old[1][: len(old[1]) - len(old[1].lstrip())]
        return self._wrapped(value, indent, max(map(len, old[1:]))).lstrip()

    def _lines(self, node: yaml.ScalarNode, value: str) -> str:
        """A text in lines of its own, indented and as wide as the old one."""
        head, *old = self.text[node.start_mark.index : self._end(node)].splitlines()
        first = next((line for line in old if line.strip()), "")
        indent = first[: len(first) - len(first.lstrip())]
        width = 0 if node.style == "|" else max(map(len, old), default=0)
        return f"{head}{self.end}{self._wrapped(value, indent, width)}"

    def _wrapped(self, value: str, indent: str, width: int) -> str:
        """Lines behind an indent.

        Args:
            width: letters of the longest line, if it is broken anew; 0 if it is not.
        """
        lines: list[str] = []
        for line in value.split("\n"):
            set_in = indent + ("  " if line.startswith(DASH) else "")
            lines += (
                textwrap.wrap(
                    line,
                    max(width, len(set_in) + LEAST),
                    initial_indent=indent,
                    subsequent_indent=set_in,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                if width and line.strip()
                else [f"{indent}{line}" if line else ""]
            )
        return self.end.join(lines or [""])


LEAST = 40
"""A text is never broken into lines with less room than this, in letters."""


def _same(one: Any, other: Any, but: KeyPath) -> bool:
    """Whether two files say the same, but at one place."""
    if not but:
        return True
    key, rest = but[0], but[1:]
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(
            _same(one[k], other[k], rest) if k == key else one[k] == other[k] for k in one
        )
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return all(
            _same(a, b, rest) if at == key else a == b
            for at, (a, b) in enumerate(zip(one, other, strict=True))
        )
    return False

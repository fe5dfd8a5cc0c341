"""A page on the web as tests read it: its words, tables and drawings, from the written bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "wbr"}


@dataclass
class Element:
    """An element with what is in it."""

    tag: str
    given: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, tag: str, kind: str = "") -> list[Element]:
        """The elements of a tag, and of a class, in reading order."""
        found = []
        for one in self.inside:
            if isinstance(one, Element):
                if tag in ("*", one.tag) and (not kind or kind in one.kinds):
                    found.append(one)
                found += one.all(tag, kind)
        return found

    @property
    def kinds(self) -> list[str]:
        return self.given.get("class", "").split()

    @property
    def text(self) -> str:
        """Its words, as they are heard: nothing of what is hidden."""
        if self.given.get("aria-hidden") == "true" or self.tag in ("style", "script"):
            return ""
        inside = [one for one in self.inside if isinstance(one, str) or one.tag != "wbr"]
        parts = [one if isinstance(one, str) else one.text for one in inside]
        between = " " if len(inside) == len(self.inside) else ""  # an address is one word
        return re.sub(r"\s+", " ", between.join([self.given.get("alt", ""), *parts])).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.top = Element("", {})
        self.open = [self.top]

    def handle_starttag(self, tag, attrs):
        one = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def read(data: bytes) -> Element:
    """A page."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    assert reader.open == [reader.top]
    return reader.top

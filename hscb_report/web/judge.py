"""The written page opened again, and held to what it promises.

What is asked: that it is well formed, loads nothing from elsewhere, runs no script, that its links
lead somewhere, that a listener finds a title, one main heading and headings without gaps, that
pictures are named or hidden and tables have heads; and that every word of the story is in it. How
it looks, and its contrast beyond that of the brand's colours, is not asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

from hscb_report.story.art import Logo, Partners, Picture
from hscb_report.story.story import Story
from hscb_report.web.compose import policy

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ALONE = frozenset({"path", "use"})
"""Elements of SVG that close themselves here."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_REFERRING = ("aria-labelledby", "aria-describedby")
_ALLOWED = re.compile(r"(?:#|data:|https://|mailto:)|[\w.-]+\Z")


def faults(data: bytes, story: Story, beside: Iterable[str]) -> list[str]:
    """What is wrong with a page, a sentence each.

    Args:
        story: as it was set: what the page has to say.
        beside: names of the files next to it.
    """
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return [*page.faults, *_left(page, set(beside)), *_unsaid(page, story)]


class _Page(HTMLParser):
    """Collects what is to be asked about, and what is plainly wrong."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.referred: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self.cells = self.columns = 0
        self.lang = self.title = self.policy = self.style = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and what it promises."""
        given = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self.open.append(tag)
        self._asked(tag, given)
        self._counted(tag, given)
        if given.get("id"):
            self.ids[given["id"]] += 1
        for name in _REFERRING:
            self.referred += given.get(name, "").split()
        if tag in _HEADINGS:
            self.headings.append(_HEADINGS[tag])

    def _asked(self, tag: str, given: dict[str, str]) -> None:
        if tag == "html":
            self.lang = given.get("lang", "")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content", "")
        if "href" in given:
            self.links.append(given["href"])
        if tag == "img":
            if not given.get("alt"):
                self.faults.append("an image has no alternative text")
            if not given.get("src", "").startswith("data:image/"):
                self.faults.append("an image is not inside the page")
        if tag == "svg" and given.get("aria-hidden") != "true" and not given.get("aria-label"):
            self.faults.append("a drawing is neither hidden from a screen reader nor named")
        if tag == "script" and given.get("type") != "application/ld+json":
            self.faults.append("there is a script")
        if tag == "th" and given.get("scope") not in ("col", "row"):
            self.faults.append("a head of a table does not say whether it is of a column or a row")
        if tag in ("iframe", "object", "embed", "form", "base"):
            self.faults.append(f"there is an element {tag}")
        for name in given:
            if name.startswith("on") or name == "style":
                self.faults.append(f"an element {tag} has the attribute {name}")

    def _counted(self, tag: str, given: dict[str, str]) -> None:
        """Cells of tables."""
        if tag == "table":
            self.columns = 0
        if tag == "tr":
            self.cells = 0
        if tag in ("td", "th"):
            self.cells += int(given.get("colspan", "1"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG without content."""
        self.handle_starttag(tag, attrs)
        if tag in _ALONE:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """What is closed is what was opened last; rows of a table have one width."""
        if tag == "tr":
            self.columns = self.columns or self.cells
            if self.cells != self.columns:
                self.faults.append("a row of a table has other cells than its head")
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"an element {tag} is closed that is not the one that is open")

    def handle_data(self, data: str) -> None:
        """Words, the title, the style sheet."""
        inside = self.open[-1] if self.open else ""
        if inside == "style":
            self.style += data
        elif inside == "title":
            self.title += data
        elif inside != "script" and "svg" not in self.open:
            self.words.append(data)


def _left(page: _Page, beside: set[str]) -> Iterator[str]:
    """What can be said when all of it was read."""
    if page.open:
        yield f"an element {page.open[-1]} is not closed"
    if not page.lang:
        yield "the page does not say its language"
    if not page.title.strip():
        yield "the page has no title"
    if page.policy != policy(page.style):
        yield "the policy does not allow the style sheet, or allows more"
    if re.search(r"url\((?![\"']?data:)|@import", page.style):
        yield "the style sheet loads something"
    yield from _referring(page)
    yield from (fault for link in page.links if (fault := _astray(link, page, beside)))
    if page.headings.count(1) != 1:
        yield f"there are {page.headings.count(1)} main headings"
    for before, level in pairwise(page.headings):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _referring(page: _Page) -> Iterator[str]:
    for name, count in page.ids.items():
        if count > 1:
            yield f'{count} elements have the name "{name}"'
    for name in page.referred:
        if name not in page.ids:
            yield f'nothing has the name "{name}", which is referred to'


def _astray(link: str, page: _Page, beside: set[str]) -> str:
    """What is wrong with where a link leads, or nothing."""
    if link.startswith("#"):
        return "" if link[1:] in page.ids else f'a link leads to "{link}", which is not there'
    if not _ALLOWED.match(link):
        return f'a link leads to "{link[:80]}"'
    if link.startswith(("data:", "https:", "mailto:")) or link in beside:
        return ""
    return f'a link leads to the file "{link}", which is not built with the page'


def _unsaid(page: _Page, story: Story) -> Iterator[str]:
    """Words of the story that are not in the page."""
    whole = _bare("".join(page.words))
    for said in said_by(story):
        if (words := _bare(said)) and words not in whole:
            yield f'the page does not say "{said[:120]}"'


def said_by(story: Story) -> Iterator[str]:
    """All that the page says of the story, in order; what drawings show is said by their names."""
    told = story.opening.section if story.opening and not story.photograph else None
    named = set(_named(story))
    yield from (said for said in story.said(told) if said not in named)


def _named(story: Story) -> Iterator[str]:
    """What drawings and photographs are called, for those who do not see them."""
    nodes = [block.node for section in story.sections for block in section.blocks]
    for shown in (story.logo, story.photograph, story.contact.partners, *nodes):
        if isinstance(shown, Logo | Picture):
            yield shown.alt
        elif isinstance(shown, Partners):
            yield from (one.name for one in shown.partners if one.drawing)


def _bare(text: str) -> str:
    """Letters and digits alone: marks of lists and spaces between parts are the page's own."""
    return re.sub(r"[\W_]+", "", text)

"""The file of posts: for each card its pictures, its alternative text, and words to post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.story.posts import title_of
from hscb_report.story.story import Story
from hscb_report.story.typography import set_plainly
from hscb_report.words.typography import without_binding

LINE_END = "\r\n"
"""As Windows writes it, which every program reads."""


@dataclass(frozen=True)
class Post:
    """What belongs to one card.

    Attributes:
        name: what it shows.
        files: of its pictures.
    """

    name: str
    files: tuple[str, ...]
    alt: str
    post: str


def listed(posts: Sequence[Post], story: Story) -> bytes:
    """The file as UTF-8; with a byte order mark every Windows opens it as that."""
    words = story.words.social
    lines = [title_of(story)]
    if story.draft:
        lines += [story.draft.words[0]]
    lines += ["", words.lead if posts else words.none]
    for number, one in enumerate(posts, 1):
        name = without_binding(set_plainly(one.name, story.words))
        head = words.card(number=number, count=len(posts), name=name)
        lines += ["", "", head, ""]
        lines += [f"{words.pictures}:", *one.files, ""]
        lines += [f"{words.alt}:", one.alt, ""]
        lines += [f"{words.post}:", one.post]
    return LINE_END.join([*lines, ""]).encode("utf-8-sig")


def read_listed(data: bytes) -> list[Post]:
    """What a file of posts says, card by card."""
    _, *cards = data.decode("utf-8-sig").rstrip(LINE_END).split(LINE_END * 3)
    made = []
    for card in cards:
        head, pictures, alt, post = card.split(LINE_END * 2)
        parts = [part.split(LINE_END)[1:] for part in (pictures, alt, post)]
        name = head.partition(": ")[2]
        made.append(Post(name, tuple(parts[0]), parts[1][0], parts[2][0]))
    return made

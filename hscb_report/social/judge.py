"""Cards opened again as they were written, and held to what they promise.

What is asked: that a picture has its size, says nothing but pixels and is small enough; that at its
edges there is nothing but ground; that no text is too small for a phone; that a card says what the
story says, no other number and no other word; that alternative text and post are there, say its
numbers, and are short enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from hscb_report.brand.brand import Brand
from hscb_report.brand.vision import channels
from hscb_report.preflight.pieces import texts_of
from hscb_report.social.picture import MOST_BYTES
from hscb_report.story.cards import Card
from hscb_report.story.story import Story
from hscb_report.summary.social import MOST_LETTERS, letters

LEAST_TEXT = 28.0
"""The least size of a text, px: on a phone that shows a card 375 px wide, 9 px."""
SAFE = 48
"""What is free at each edge, px."""
NEAR = 2
"""How far a colour of the picture may be from the ground's, of 255: of rounding."""
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Made:
    """A card in one of its shapes.

    Attributes:
        name: of the file, for what is found.
        size: px.
        page: the PDF that was rendered.
        picture: the PNG.
    """

    name: str
    size: tuple[int, int]
    page: bytes
    picture: bytes


def faults(card: Card, made: Made, story: Story, brand: Brand) -> list[str]:
    """What is wrong with a picture of a card, a sentence each.

    Args:
        card, story: as they were set.
    """
    found = [*_of_picture(made, brand), *_of_texts(card, made, story)]
    return [f"{made.name}: {one}" for one in found]


def faults_of_words(card: Card, name: str, alt: str, post: str) -> list[str]:
    """What is wrong with the words beside a card.

    Args:
        name: of one of its files.
    """
    found = []
    for number in sorted(_numbers(" ".join(card.printed())) - _numbers(alt)):
        found.append(f"the alternative text of {name} does not say {number}")
    if not alt.strip():
        found.append(f"{name} has no alternative text")
    if not post.strip():
        found.append(f"{name} has no post")
    if (count := letters(post)) > MOST_LETTERS:
        found.append(f"the post of {name} has {count} letters, and {MOST_LETTERS} are the most")
    return found


def _of_picture(made: Made, brand: Brand) -> Iterator[str]:
    from PIL import Image

    if len(made.picture) > MOST_BYTES:
        yield f"it has {len(made.picture):,} bytes, and {MOST_BYTES:,} are the most"
    with Image.open(BytesIO(made.picture)) as opened:
        if opened.format != "PNG" or opened.size != made.size:
            yield f"it is a {opened.format} of {opened.size}, not a PNG of {made.size}"
            return
        if opened.info:
            yield f"it says more than pixels: {', '.join(map(str, opened.info))}"
        picture = opened.convert("RGB")
    grounds = [channels(brand.palette[token].srgb) for token in ("band", "paper")]
    for side, box in _edges(made.size).items():
        colours = picture.crop(box).getcolors(made.size[0] * made.size[1]) or []
        if any(not any(_is_near(one, ground) for ground in grounds) for _, one in colours):
            yield f"something stands within {SAFE} px of its {side} edge"


def _edges(size: tuple[int, int]) -> dict[str, tuple[int, int, int, int]]:
    width, height = size
    return {
        "left": (0, 0, SAFE, height),
        "right": (width - SAFE, 0, width, height),
        "upper": (0, 0, width, SAFE),
        "lower": (0, height - SAFE, width, height),
    }


def _is_near(one: object, ground: Iterable[int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(mine - its) <= NEAR for mine, its in zip(one, ground, strict=True))


def _of_texts(card: Card, made: Made, story: Story) -> Iterator[str]:
    texts = texts_of(made.page)
    for text in texts:
        if text.words.strip() and text.size < LEAST_TEXT:
            yield f'"{text.words.strip()}" is {text.size:.1f} px high, and {LEAST_TEXT:g} the least'
    whole = _bare("".join(text.words for text in texts))
    identity = [story.title, story.period, *([] if story.logo else story.wordmark)]
    if story.draft:
        identity.append(story.draft.words[0])
    for said in (*card.printed(), *identity):
        if _bare(said) not in whole:
            yield f'it does not say "{said[:80]}"'
    told = " ".join([*card.said(), *card.labels(), *identity])
    there = " ".join(text.words for text in texts)
    for number in sorted(_numbers(there) - _numbers(told)):
        yield f"it says {number}, which the summary does not say here"
    for word in dict.fromkeys(_WORD.findall(there)):
        if word not in told:
            yield f'it says "{word}", which the summary does not say here'


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)

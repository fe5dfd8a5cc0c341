"""Words of cards for social media that no other edition has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SocialWords:
    """What stands in the file of posts beside the cards.

    Attributes:
        lead: how the file is used.
        none: said where there is no card.
        pictures: before the names of a card's files.
        alt: above the words for those who do not see the card.
        post: above the suggested words of a post.
    """

    lead: str = (
        "For each card: its pictures, the alternative text to paste where the picture is "
        "described, and words for a post."
    )
    none: str = "There is no card; the build says why."
    pictures: str = "Pictures"
    alt: str = "Alternative text"
    post: str = "Post"

    def card(self, *, number: int, count: int, name: str) -> str:
        """Above what belongs to one card."""
        return f"Card {number} of {count}: {name}"

    def at(self, *, number: str, when: str) -> str:
        """A number and its time: ``1,594 in 2018``."""
        return f"{number} in {when}"

    def of_day(self, *, name: str, when: str) -> str:
        """A number's name and the day or the period that it is of."""
        return f"{name}: {when}"

    def title_of(self, *, board: str, title: str) -> str:
        """Whose summary a post is from."""
        return f"{board}, {title}"

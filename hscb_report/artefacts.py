"""What editions are made of, and what they make: files, whatever their kind."""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.errors import Problem
from hscb_report.story.story import Story
from hscb_report.summary.load import Loaded
from hscb_report.summary.reading import Reader


@dataclass(frozen=True)
class Material:
    """A period's content, read and told once for all editions.

    Attributes:
        stem: what every file's name begins with.
        beside: the main files that the same run has made by now, each with its edition.
    """

    loaded: Loaded
    reader: Reader
    story: Story
    stem: str
    beside: tuple[tuple[str, Artefact], ...] = ()


@dataclass(frozen=True)
class Artefact:
    """A file that an edition makes.

    Attributes:
        name: of the file.
        pages: how many, for what has pages.
        judged: the standards by which its bytes were judged; none for what has none.
        notes: what whoever builds it should know.
    """

    name: str
    data: bytes
    pages: int = 0
    judged: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

"""All words of a language, and the languages that there are."""

from __future__ import annotations

from dataclasses import dataclass, field

from hscb_report.words.breakdowns import BreakdownWords
from hscb_report.words.changes import ChangeWords
from hscb_report.words.charts import ChartWords
from hscb_report.words.document import DocumentWords
from hscb_report.words.numbers import NumberWords
from hscb_report.words.places import PlaceWords
from hscb_report.words.social import SocialWords
from hscb_report.words.sources import SourceWords
from hscb_report.words.typography import TypographyWords
from hscb_report.words.web import WebWords


@dataclass(frozen=True, eq=False)
class Words:
    """The table of one language; as it stands, British English. It is equal to itself alone, so
    that what is made with it can be kept.

    Attributes:
        language: its tag (BCP 47), as content files and PDFs have it.
        numbers: numbers, dates and symbols, wherever they stand.
        breakdowns: numbers in rows and columns, and in parts.
        changes: a figure in two years.
        charts: charts, for those who do not see them; tables.
        document: what belongs to the whole of a document.
        places: numbers of several places.
        social: the file of posts beside cards for social media.
        sources: "About the figures", and what a leaflet says of them.
        typography: how all words are set.
        web: what leads around on a page on the web.
    """

    language: str = "en-GB"
    numbers: NumberWords = field(default_factory=NumberWords)
    breakdowns: BreakdownWords = field(default_factory=BreakdownWords)
    changes: ChangeWords = field(default_factory=ChangeWords)
    charts: ChartWords = field(default_factory=ChartWords)
    document: DocumentWords = field(default_factory=DocumentWords)
    places: PlaceWords = field(default_factory=PlaceWords)
    social: SocialWords = field(default_factory=SocialWords)
    sources: SourceWords = field(default_factory=SourceWords)
    typography: TypographyWords = field(default_factory=TypographyWords)
    web: WebWords = field(default_factory=WebWords)


EN_GB = Words()
"""British English."""

TABLES = {EN_GB.language: EN_GB}
"""The languages that a document can be in. A new one is a table: each part a class that takes the
place of the English one, word by word and method by method.
"""

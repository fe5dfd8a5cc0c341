"""The figures for machines: schema.org's Dataset as JSON-LD, GOV.UK's recommended standard for
tabular data that is published.
"""

from __future__ import annotations

import json
from typing import Any

from hscb_report.summary.board import Board
from hscb_report.summary.reading import Reader
from hscb_report.summary.time_spans import span_of


def dataset(reader: Reader, board: Board, title: str, subject: str) -> str:
    """The description, as JSON. A file of its own it does not name: the data are inside the page.

    Args:
        title: of the summary, with its period.
        subject: what it is about, in a sentence.
    """
    summary = reader.summary
    creator: dict[str, Any] = {"@type": "Organization", "name": board.name}
    if board.web:
        creator["url"] = board.web
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": subject,
        "inLanguage": reader.words.language,
        "creator": creator,
        "isAccessibleForFree": True,
        "variableMeasured": list(dict.fromkeys(str(reading.name) for reading in reader.all)),
    }
    if span := span_of(summary.period):
        made["temporalCoverage"] = f"{span.first_day.isoformat()}/{span.last_day.isoformat()}"
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))

"""What every edition of a content says about itself."""

from __future__ import annotations

import datetime as dt
import os

from hscb_report.pdf.facts import Attachment, Facts
from hscb_report.summary.dates import document_date
from hscb_report.summary.export import figures_csv
from hscb_report.summary.load import Loaded
from hscb_report.summary.reading import Reader
from hscb_report.version import VERSION


def facts_of(loaded: Loaded, purpose: str) -> Facts:
    """Title, author, date and attachments; a press file carries no attachments, which PDF/A-2 would
    not have.
    """
    summary, board = loaded.summary, loaded.board
    title = f"{summary.title} {summary.period}"
    draft = " (draft: not for publication)" if summary.status == "draft" else ""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    created = (
        dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else document_date(summary)
    )
    rows = figures_csv(Reader(summary, loaded.earlier))
    figures = Attachment(
        "figures.csv",
        rows,
        "text/csv",
        "Every figure with value, unit, period, definition and source",
    )
    return Facts(
        title=f"{board.name}: {title}",
        author=board.name,
        subject=f"{title} of the {board.name}{draft}",
        language=summary.language,
        created=created,
        tool=f"hscb-report {VERSION}",
        attachments=() if purpose == "press" else (figures,),
    )

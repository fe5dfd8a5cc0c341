"""What every edition of a content says about itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from hscb_report.pdf.facts import Attachment, Facts
from hscb_report.pdf.standards import STANDARDS
from hscb_report.story.typography import set_plainly
from hscb_report.summary.dates import document_date, ordered_date
from hscb_report.summary.export import figures_csv
from hscb_report.summary.load import Loaded
from hscb_report.summary.reading import Reader
from hscb_report.version import VERSION


def facts_of(loaded: Loaded, reader: Reader, standards: Sequence[str]) -> Facts:
    """Title, author, date and, where every standard of the file allows it, the figures attached."""
    summary, board = loaded.summary, loaded.board
    title, words = f"{summary.title} {summary.period}", reader.words.document
    subject = words.draft_subject if summary.status == "draft" else words.subject
    figures = Attachment(
        "figures.csv",
        figures_csv(reader),
        "text/csv",
        words.figures_attached,
    )
    said = partial(set_plainly, words=reader.words)
    return Facts(
        title=said(f"{board.name}: {title}"),
        author=said(board.name),
        subject=said(subject(title=title, board=board.name)),
        language=reader.words.language,
        created=ordered_date() or document_date(summary),
        tool=f"hscb-report {VERSION}",
        attachments=(figures,) if all(STANDARDS[name].attachments for name in standards) else (),
    )

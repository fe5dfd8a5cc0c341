"""Inline text of the story: what is bold in it, and what leads somewhere."""

from __future__ import annotations

from hscb_report.summary.said import Said, join
from hscb_report.summary.wording import Span

Spans = tuple[Span, ...]
"""Inline text: stretches that are bold or not, and lead somewhere or not."""


def text_of(spans: Spans) -> Said:
    """Inline text without its markup."""
    return join(span.text for span in spans)

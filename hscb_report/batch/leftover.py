"""Words of one area that a template says in its own words: every report would have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hscb_report.batch.content import RowShelf
from hscb_report.errors import ContentError, said_keys
from hscb_report.project import examined
from hscb_report.summary.document import Summary
from hscb_report.summary.texts import texts

SOURCES = "sources"
"""Who published a number is the same in all reports, whatever it is called."""
FEWEST_LETTERS = 4
"""Of a text that is looked for."""


def leftovers(period: str, content: Path, template: Summary) -> Iterator[str]:
    """Where the template says what one of its ``texts`` stands for, without ``{text.NAME}``.

    The template is read with other words in the place of each text; what it still says of them, it
    says by itself.
    """
    other = {name: f"Qqq{'q' * at}" for at, name in enumerate(template.texts)}
    try:
        loaded, _ = examined(period, RowShelf(content, period, {}, other))
    except ContentError:  # a text that must be a certain word, such as that of a choice
        return
    told: set[str] = set()
    for name, value in template.texts.items():
        if len(value) < FEWEST_LETTERS or value in told:
            continue
        told.add(value)
        whole = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
        places = [
            said_keys(text.path)
            for text in texts(loaded.summary)
            if text.path[0] != SOURCES and whole.search(text.text)
        ]
        if places:
            more = f" and {len(places) - 3} more" if len(places) > 3 else ""
            yield (
                f'every report will say "{value}", for it is typed in the template in '
                f"{', '.join(places[:3])}{more}; if it is that of one area, write {{text.{name}}} "
                "there"
            )

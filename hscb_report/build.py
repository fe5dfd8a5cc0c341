"""The pipeline, from a period's content to files in place; read it from top to bottom.

Heavy libraries are imported where they are used, so that ``check`` and ``list`` stay quick.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ConformanceError, ContentError, Misfit, Problem, UsageError, shown_path
from hscb_report.project import CONTENT, EDITIONS, OUTPUT, as_period, file_name, load_checked, put
from hscb_report.version import VERSION

if TYPE_CHECKING:
    from hscb_report.pdf.facts import Facts
    from hscb_report.summary.load import Loaded

STANDARDS = {"board": ("ua1", "a3a"), "large-print": ("ua1", "a3a")}
"""What each edition conforms to: PDF/UA-1 and PDF/A-3a in one file."""


@dataclass(frozen=True)
class Built:
    """A file that was made.

    Attributes:
        path: where it stands.
        edition: which of ``EDITIONS`` it is.
        pages: how many.
        size: bytes.
    """

    path: Path
    edition: str
    pages: int
    size: int


def build(period: str, *, content: Path | str = CONTENT, output: Path | str | None = None,
          editions: Iterable[str] = EDITIONS[:1], final: bool = False, progress: Callable[[str], None] = lambda step: None) -> list[Built]:
    """Build a period's editions.

    All content is checked first; a file is moved into place only when it is complete, so
    nothing half-written is ever left behind.

    Args:
        period: the name of a content file, such as ``2017-18``.
        content: the folder of content files.
        output: the folder to write to; ``output/PERIOD`` unless told.
        editions: which of ``EDITIONS``.
        final: refuse a draft, and figures whose value is still missing.
        progress: told each step before it begins.

    Raises:
        UsageError: there is no such period or edition.
        ContentError: the content has errors, or does not fit; every problem is listed.
        ConformanceError: what was made does not hold its standards; nothing was written.
        FileError: a file could not be read or written.
    """
    period = as_period(period)
    wanted = list(dict.fromkeys(editions))
    if unknown := [name for name in wanted if name not in EDITIONS]:
        raise UsageError(Problem("no-edition", f'there is no edition "{unknown[0]}"', f"the editions are: {', '.join(EDITIONS)}"))
    progress(f"reading {period}")
    loaded = load_checked(period, Path(content))
    if final and (problems := _not_final(loaded)):
        raise ContentError(problems)
    made = []
    for edition in wanted:
        progress(f"laying out the {edition} edition")
        made.append((edition, *_compose(edition, loaded)))
    folder = Path(output) if output is not None else OUTPUT / period
    progress(f"writing to {shown_path(folder)}")
    return [Built(put(folder / file_name(loaded, edition), data), edition, pages, len(data)) for edition, data, pages in made]


def _not_final(loaded: Loaded) -> list[Problem]:
    """What stands between this content and publication."""
    found = []
    if loaded.summary.status != "final":
        found.append(Problem("draft", "the content is a draft", "write status: final when the board has agreed it",
                             loaded.tree.place(("status",)), ("status",)))
    for name, figure in loaded.summary.figures.items():
        if figure.value is None and figure.required:
            path = ("figures", name, "value")
            found.append(Problem("value-missing", f'the value of "{name}" is missing', "supply it, or write required: false to publish without it",
                                 loaded.tree.place(path), path))
    return found


def _compose(edition: str, loaded: Loaded) -> tuple[bytes, int]:
    from hscb_report.brand.brand import Brand
    from hscb_report.editions import board, large_print
    from hscb_report.pdf.finish import finish
    from hscb_report.preflight.verify import verify

    compose = {"board": board.compose, "large-print": large_print.compose}[edition]
    composed = compose(loaded.summary, loaded.board, Brand(loaded.board), loaded.earlier)
    if composed.misfits:
        raise ContentError([_problem_of(misfit, loaded, edition) for misfit in composed.misfits])
    data = finish(composed.content, _facts(loaded), STANDARDS[edition])
    verdict = verify(data, STANDARDS[edition])
    if not verdict.holds:
        found = dict.fromkeys((check.name, finding) for judged in verdict.judged for check in judged.checks for finding in check.findings)
        raise ConformanceError([Problem("does-not-conform", f"the {edition} edition failed its preflight, {name}: {finding.as_text()}",
                                        "nothing was written; this is a fault of the tool, please report it with the content file")
                                for name, finding in found])
    return data, composed.pages


def _facts(loaded: Loaded) -> Facts:
    """What every edition of this content says about itself."""
    from hscb_report.pdf.facts import Attachment, Facts
    from hscb_report.summary.dates import document_date
    from hscb_report.summary.export import figures_csv
    from hscb_report.summary.reading import Reader

    summary, board = loaded.summary, loaded.board
    title = f"{summary.title} {summary.period}"
    draft = " (draft: not for publication)" if summary.status == "draft" else ""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    created = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else document_date(summary)
    rows = figures_csv(Reader(summary, loaded.earlier))
    figures = Attachment("figures.csv", rows, "text/csv", "Every figure with value, unit, period, definition and source")
    return Facts(title=f"{board.name}: {title}", author=board.name, subject=f"{title} of the {board.name}{draft}", language=summary.language,
                 created=created, tool=f"hscb-report {VERSION}", attachments=(figures,))


def _problem_of(misfit: Misfit, loaded: Loaded, edition: str) -> Problem:
    excess = f"{misfit.excess:.0f}" if misfit.excess >= 1 else f"{misfit.excess:.1f}"
    hint = ("shorten its text, or make two blocks of it" if misfit.dimension == "high" else
            "give it more width, or check the number")
    where = "for its place" if edition == EDITIONS[0] else f"for its place in the {edition} edition"
    return Problem("does-not-fit", f"{misfit.name} is {excess} mm too {misfit.dimension} {where}", hint,
                   loaded.tree.place(misfit.key) if misfit.key else None, misfit.key)

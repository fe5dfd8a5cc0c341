"""The pipeline, from a period's content to files in place; read it from top to bottom.

Heavy libraries are imported where they are used, so that ``check`` and ``list`` stay quick.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ConformanceError, ContentError, FileError, Misfit, Problem, UsageError, shown_path
from hscb_report.version import VERSION

if TYPE_CHECKING:
    from hscb_report.pdf.facts import Facts
    from hscb_report.preflight.verdict import Verdict
    from hscb_report.summary.load import Loaded

CONTENT = Path("content")
OUTPUT = Path("output")
EDITIONS = ("board", "large-print")
"""What can be built, the default first."""
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


@dataclass(frozen=True)
class Listed:
    """A period, as ``list`` shows it.

    Attributes:
        status: ``draft``, ``final``, or ``has errors``.
        built: its files that exist.
        stale: whether one of them is older than the content or the board's file.
    """

    period: str
    status: str
    title: str
    built: list[Path]
    stale: bool


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
    loaded = _load(period, Path(content))
    if final and (problems := _not_final(loaded)):
        raise ContentError(problems)
    made = []
    for edition in wanted:
        progress(f"laying out the {edition} edition")
        made.append((edition, *_compose(edition, loaded)))
    folder = Path(output) if output is not None else OUTPUT / period
    progress(f"writing to {shown_path(folder)}")
    return [Built(_place(folder / file_name(loaded, edition), data), edition, pages, len(data)) for edition, data, pages in made]


def check(period: str, *, content: Path | str = CONTENT) -> None:
    """Check a period's content without building it.

    Raises:
        UsageError, ContentError, FileError: as ``build`` does.
    """
    _load(as_period(period), Path(content))


def as_period(name: str) -> str:
    """A period, also where its file is named: ``content/2017-18.yaml`` means ``2017-18``."""
    return Path(name).stem if name.endswith(".yaml") else name


def listed(*, content: Path | str = CONTENT, output: Path | str = OUTPUT) -> list[Listed]:
    """Every period, its status and what is built of it.

    Raises:
        UsageError: there is no content folder.
    """
    from hscb_report.summary.load import periods

    rows = []
    for period in periods(Path(content)):
        try:
            loaded = _load(period, Path(content))
        except (ContentError, FileError):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        names = [file_name(loaded, edition) for edition in EDITIONS]
        files = [file for name in names if (file := Path(output) / period / name).is_file()]
        changed = max(tree.file.stat().st_mtime for tree in (loaded.tree, loaded.board_tree))
        rows.append(Listed(period, loaded.summary.status, loaded.summary.title, files, any(file.stat().st_mtime < changed for file in files)))
    return rows


def file_name(loaded: Loaded, edition: str = EDITIONS[0]) -> str:
    """``hscb-annual-report-summary-2017-18.pdf``: board, title, period, and the edition if it is not the board's."""
    from hscb_report.summary.wording import slug

    summary = loaded.summary
    ending = "" if edition == EDITIONS[0] else f"-{edition}"
    return f"{summary.board}-{slug(summary.title) or 'summary'}-{slug(summary.period)}{ending}.pdf"


def _load(period: str, content: Path) -> Loaded:
    """Read the content, and check that its letters and colours can be printed."""
    from hscb_report.brand import brand, coverage, icons
    from hscb_report.summary.load import load

    loaded = load(period, content, icons.names())
    problems = [*coverage.problems_in(loaded.tree), *coverage.problems_in(loaded.board_tree),
                *brand.problems_in(loaded.board, loaded.board_tree)]
    if problems:
        raise ContentError(problems)
    return loaded


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

    composed = {"board": board.compose, "large-print": large_print.compose}[edition](loaded.summary, loaded.board, Brand(loaded.board))
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


def verified(file: Path | str, standards: Sequence[str] | None = None) -> Verdict:
    """Judge any PDF by the standards it claims, or by those named; with veraPDF's verdict where it is installed.

    Raises:
        FileError: the file cannot be opened.
    """
    from hscb_report.preflight import verapdf
    from hscb_report.preflight.verify import verify

    path = Path(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(Problem("unreadable", f"{shown_path(path)} cannot be read: {error.strerror or error}",
                                "check the name of the file and that you may open it")) from error
    verdict = verify(data, standards)
    wanted = [judged for judged in verdict.judged if judged.standard in verapdf.PROFILES]
    if verdict.unreadable or not wanted:
        return verdict
    if not verapdf.available():
        note = "veraPDF, the reference validator, was not asked: install it with pip install hscb-report[verify]"
        return replace(verdict, not_made=(*verdict.not_made, note))
    more, notes = [], []
    for judged in wanted:
        try:
            more.append(verapdf.judge(data, judged.standard, judged.claimed))
        except RuntimeError as error:
            notes.append(f"{error}, so {judged.standard} was judged by hscb-report alone")
    return replace(verdict, judged=(*verdict.judged, *more), not_made=(*verdict.not_made, *notes))


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
    figures = Attachment("figures.csv", figures_csv(Reader(summary)), "text/csv", "Every figure with value, unit, period, definition and source")
    return Facts(title=f"{board.name}: {title}", author=board.name, subject=f"{title} of the {board.name}{draft}", language=summary.language,
                 created=created, tool=f"hscb-report {VERSION}", attachments=(figures,))


def _problem_of(misfit: Misfit, loaded: Loaded, edition: str) -> Problem:
    excess = f"{misfit.excess:.0f}" if misfit.excess >= 1 else f"{misfit.excess:.1f}"
    hint = ("shorten its text, or make two blocks of it" if misfit.dimension == "high" else
            "give it more width, or check the number")
    where = "for its place" if edition == EDITIONS[0] else f"for its place in the {edition} edition"
    return Problem("does-not-fit", f"{misfit.name} is {excess} mm too {misfit.dimension} {where}", hint,
                   loaded.tree.place(misfit.key) if misfit.key else None, misfit.key)


def _place(path: Path, data: bytes) -> Path:
    """Write beside the target, then move: a reader sees the old file or the new one, never half."""
    temporary = path.with_name(f".{path.stem}-{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        in_the_way = next((parent for parent in path.parents if parent.is_file()), None)
        hint = (f"{shown_path(in_the_way)} is a file; name a folder" if in_the_way else
                "close it if it is open in another program, and check that you may write there")
        raise FileError(Problem("unwritable", f"{shown_path(path)} cannot be written: {error.strerror or error}", hint)) from error
    return path

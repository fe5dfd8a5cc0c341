"""The project's folders: the periods in content/, what is wrong with them, and what is built of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ERROR, ContentError, FileError, Problem, ReportError, shown_path
from hscb_report.products import endings

if TYPE_CHECKING:
    from hscb_report.checks.subject import Previous
    from hscb_report.summary.load import Loaded

CONTENT = Path("content")
OUTPUT = Path("output")


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


def check(period: str, *, content: Path | str = CONTENT) -> list[Problem]:
    """Check a period's content without building it, by every rule.

    Returns:
        The warnings, and what the content accepts, in the order of the files.

    Raises:
        ContentError: there are errors; it holds the warnings and what is accepted as well.
        UsageError, FileError: as ``build`` does.
    """
    _, problems = examined(as_period(period), Path(content), thorough=True)
    if errors_in(problems):
        raise ContentError(problems)
    return problems


def errors_in(problems: list[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.severity == ERROR and not problem.accepted]


def warnings_in(problems: list[Problem]) -> list[Problem]:
    """Those that do not, and are not accepted."""
    return [problem for problem in problems if problem.severity != ERROR and not problem.accepted]


def examined(period: str, content: Path, *, thorough: bool = False) -> tuple[Loaded, list[Problem]]:
    """Read the content, and ask the rules about it.

    Args:
        thorough: ask the slow ones as well.

    Raises:
        UsageError, ContentError, FileError: as ``load_checked`` does; what the rules find is returned.
    """
    from hscb_report.checks.examine import examine

    loaded = load_checked(period, content)
    return loaded, examine(loaded, _before(loaded, content), thorough=thorough)


def _before(loaded: Loaded, content: Path) -> Previous | None:
    """The content of the period before, where there is a file of it."""
    from hscb_report.brand import icons
    from hscb_report.checks.subject import Previous
    from hscb_report.summary.dates import period_before
    from hscb_report.summary.load import load

    before = period_before(loaded.summary.period)
    file = content / f"{before}.yaml"
    if not before or not file.is_file():
        return None
    try:
        return Previous(shown_path(file), load(before, content, icons.names()).summary)
    except ReportError:
        return Previous(shown_path(file), None)


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
            loaded, problems = examined(period, Path(content))
        except (ContentError, FileError):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        if errors_in(problems):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        names = [f"{stem(loaded)}{end}.pdf" for end in endings()]
        files = [file for name in names if (file := Path(output) / period / name).is_file()]
        changed = max(tree.file.stat().st_mtime for tree in (loaded.tree, loaded.board_tree, *loaded.earlier_trees))
        rows.append(Listed(period, loaded.summary.status, loaded.summary.title, files, any(file.stat().st_mtime < changed for file in files)))
    return rows


def stem(loaded: Loaded) -> str:
    """``hscb-annual-report-summary-2017-18``: board, title and period, which every file's name begins with."""
    from hscb_report.summary.wording import slug

    summary = loaded.summary
    return f"{summary.board}-{slug(summary.title) or 'summary'}-{slug(summary.period)}"


def load_checked(period: str, content: Path, data: bytes | None = None) -> Loaded:
    """Read the content, and check that its letters and colours can be printed.

    Args:
        data: what the content file would hold, to check it before it is written; None reads the file.

    Raises:
        UsageError, ContentError, FileError: as ``build`` does.
    """
    from hscb_report.brand import brand, coverage, icons
    from hscb_report.summary.load import load

    loaded = load(period, content, icons.names(), data)
    problems = [*(problem for tree in (loaded.tree, loaded.board_tree, *loaded.earlier_trees) for problem in coverage.problems_in(tree)),
                *brand.problems_in(loaded.board, loaded.board_tree)]
    if problems:
        raise ContentError(problems)
    return loaded

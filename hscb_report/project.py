"""The project's folders: the periods in content/, what is wrong with them, and what is built of
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ERROR, ContentError, FileError, Problem, ReportError, shown_path
from hscb_report.files import is_file, resume
from hscb_report.products import endings
from hscb_report.summary.folder import CONTENT as CONTENT

if TYPE_CHECKING:
    from hscb_report.checks.subject import Previous
    from hscb_report.summary.load import Data, Loaded, Shelf

    Folder = Path | str | Shelf
    """The folder of content files, or its shelf where several calls share one."""

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


def shelf_of(content: Folder = CONTENT) -> Shelf:
    """The content folder, each file of which is read once: handed to several calls in the place of
    the folder, it serves them all. What a run that was stopped left there is put right first.
    """
    if not isinstance(content, (str, Path)):
        return content
    from hscb_report.brand import icons
    from hscb_report.summary.load import Shelf

    resume(content)
    return Shelf(Path(content), icons.names())


def check(period: str, *, content: Folder = CONTENT) -> list[Problem]:
    """Check a period's content without building it, by every rule.

    Args:
        period: the name of a content file, such as ``2017-18``.
        content: the folder of content files, or its shelf.

    Returns:
        The warnings, and what the content accepts, in the order of the files.

    Raises:
        ContentError: there are errors; it holds the warnings and what is accepted as well.
        UsageError, FileError: as ``build`` does.
    """
    shelf = shelf_of(content)
    try:
        _, problems = examined(as_period(period), shelf, thorough=True)
    except ContentError as error:
        more = _also(error, shelf)
        raise ContentError(
            [*error.problems, *(more or [])], rules_asked=more is not None
        ) from error
    if errors_in(problems):
        raise ContentError(problems, rules_asked=True)
    return problems


def _also(error: ContentError, shelf: Shelf) -> list[Problem] | None:
    """What the rules find in content whose parts do not agree; None where it is not in form. Rules
    that stumble keep silent.
    """
    from hscb_report.checks.examine import examine
    from hscb_report.summary.load import NotWhole

    if not isinstance(error, NotWhole) or error.loaded is None:
        return None
    if any(problem.code == "other-period" for problem in error.problems):
        return None  # by another year, much would be found that is right
    known = {
        (problem.place.file, problem.place.line) for problem in error.problems if problem.place
    }
    return [
        problem
        for problem in examine(error.loaded, _before(error.loaded, shelf))
        if problem.code not in ("rule-failed", "accept-unused")
        and problem.place
        and (problem.place.file, problem.place.line) not in known
    ]


def errors_in(problems: list[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.severity == ERROR and not problem.accepted]


def warnings_in(problems: list[Problem]) -> list[Problem]:
    """Those that do not, and are not accepted."""
    return [problem for problem in problems if problem.severity != ERROR and not problem.accepted]


def examined(
    period: str, content: Folder, data: Data | None = None, *, thorough: bool = False
) -> tuple[Loaded, list[Problem]]:
    """Read the content, and ask the rules about it.

    Args:
        data: what the content file, and those that it includes, would hold; None reads them.
        thorough: ask the slow ones as well.

    Raises:
        UsageError, ContentError, FileError: as ``load_checked`` does; what the rules find is
            returned, and what stops a leaflet alone.
    """
    shelf = shelf_of(content)
    loaded = load_checked(period, shelf, data)
    return loaded, Examiner(loaded, shelf).asked(thorough=thorough)


class Examiner:
    """Asks the rules about content that was read, beside the period before as it is now.

    Args:
        loaded: the content.
        content: the folder of content files, or its shelf.
    """

    def __init__(self, loaded: Loaded, content: Folder) -> None:
        self._loaded, self._before = loaded, _before(loaded, shelf_of(content))

    def asked(self, *, thorough: bool = False, errors_alone: bool = False) -> list[Problem]:
        """What the rules find, and what stops a leaflet alone.

        Args:
            thorough, errors_alone: as ``examine`` has them.
        """
        from hscb_report.checks.examine import examine

        loaded, before = self._loaded, self._before
        found = examine(loaded, before, thorough=thorough, errors_alone=errors_alone)
        return loaded.unplaced + found


def to_be_supplied(period: str, *, content: Folder = CONTENT) -> int:
    """How many figures wait for their number; 0 where the content cannot be read."""
    try:
        loaded = shelf_of(content).load(as_period(period))
    except ReportError:
        return 0
    return sum(figure.is_awaited for figure in loaded.summary.figures.values())


def foreign(period: str, *, content: Folder = CONTENT) -> list[str]:
    """The language of each text that is in another than its document, for no rule about words is
    asked of it; none where the content cannot be read.
    """
    from hscb_report.summary.texts import texts

    try:
        loaded = shelf_of(content).load(as_period(period))
    except ReportError:
        return []
    return [text.lang for text in texts(loaded.summary) if not text.is_english]


def is_draft(loaded: Loaded) -> bool:
    """Whether pages bear the draft mark: the content says so, or something in it is still to be
    looked at, whatever it says.
    """
    from hscb_report.summary.left import left_in

    return loaded.summary.status != "final" or bool(left_in(loaded))


def _before(loaded: Loaded, shelf: Shelf) -> Previous | None:
    """The content of the period before, where there is a file of it."""
    from hscb_report.checks.subject import Previous
    from hscb_report.summary.folder import command
    from hscb_report.summary.periods import years_of

    years = years_of(loaded.summary.period)
    if years is None or years.before not in shelf.periods:
        return None
    file = shelf.folder / f"{years.before}.yaml"
    try:
        summary = shelf.load(years.before).summary
    except ReportError:
        summary = None
    return Previous(shown_path(file), command("check", file), summary)


def as_period(name: str) -> str:
    """A period, also where its file is named: ``content/2017-18.yaml`` means ``2017-18``."""
    return Path(name).stem if name.endswith(".yaml") else name


def listed(*, content: Folder = CONTENT, output: Path | str = OUTPUT) -> list[Listed]:
    """Every period, its status and what is built of it.

    Raises:
        UsageError: there is no content folder.
    """
    from hscb_report.pictures.gather import files_of

    shelf = shelf_of(content)
    rows = []
    for period in shelf.periods:
        resume(Path(output) / period)
        try:
            loaded = load_checked(period, shelf)
            problems = Examiner(loaded, shelf).asked(errors_alone=True)
        except (ContentError, FileError):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        if errors_in(problems):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        names = [f"{stem(loaded)}{end}" for end in endings()]
        files = [file for name in names if is_file(file := Path(output) / period / name)]
        changed = max(
            tree.file.stat().st_mtime
            for known in (loaded.tree, loaded.board_tree, *loaded.earlier_trees)
            for tree in known.trees
        )
        drawn = [file.stat().st_mtime for file in files_of(loaded)]
        changed = max([changed, *drawn])
        rows.append(
            Listed(
                period,
                "draft" if is_draft(loaded) else "final",
                loaded.summary.title,
                files,
                any(file.stat().st_mtime < changed for file in files),
            )
        )
    return rows


def stem(loaded: Loaded) -> str:
    """``hscb-annual-report-summary-2017-18``: board, title and period, which every file's name
    begins with.
    """
    from hscb_report.summary.wording import slug

    summary = loaded.summary
    return f"{summary.board}-{slug(summary.title) or 'summary'}-{slug(summary.period)}"


def load_checked(period: str, content: Folder, data: Data | None = None) -> Loaded:
    """Read the content, and check that its letters and colours can be printed.

    Args:
        data: what the content file, and those that it includes, would hold, to check that before
            it is written; None reads the files.

    Raises:
        UsageError, ContentError, FileError: as ``build`` does.
    """
    from hscb_report.brand import brand, coverage, logos
    from hscb_report.pictures.gather import gather
    from hscb_report.story import opening
    from hscb_report.summary import social_key
    from hscb_report.summary.load import NotWhole

    problems: list[Problem] = []
    try:
        whole: Loaded | None = shelf_of(content).load(period, data)
    except NotWhole as error:
        problems, whole, trees = list(error.problems), error.loaded, error.trees
    if whole:
        trees = (whole.tree, whole.board_tree, *whole.earlier_trees)
        problems += brand.problems_in(whole.board, whole.board_tree)
        art, found = gather(whole)
        problems += [*found, *logos.problems_in(whole.board, art, whole.board_tree)]
        files = {tree.file for tree in whole.tree.trees}
        if not any(one.place and one.place.file in files for one in problems):
            problems += opening.problems_in(whole.summary, whole.tree)
            problems += social_key.long_posts(whole.summary, whole.tree)
    problems += [problem for tree in trees for problem in coverage.problems_in(tree)]
    if problems or whole is None:
        first = trees[0].file if trees else None
        problems.sort(key=lambda one: (one.place is None or one.place.file != first, *one.spot))
        raise NotWhole(problems, whole, trees)
    return whole

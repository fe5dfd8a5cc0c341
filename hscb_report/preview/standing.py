"""What the files of a period say now: whether pages can be made of them, and what is listed beside
the pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from hscb_report.artefacts import Material
from hscb_report.build import marked, material_of
from hscb_report.errors import Problem, ReportError
from hscb_report.preview.fields import Field, fields, with_values
from hscb_report.project import Examiner, errors_in, is_draft, load_checked, shelf_of
from hscb_report.summary.left import left_in
from hscb_report.summary.load import Loaded, NotWhole
from hscb_report.year.reviewing import Left, told


@dataclass(frozen=True)
class Listed:
    """What is listed beside the pages.

    Attributes:
        problems: what ``check`` says.
        fields: what can be changed; of files with errors, what could be when they were last whole,
            with what is there now.
        left: what is still to be looked at before it is final.
    """

    problems: list[Problem] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


@dataclass(frozen=True)
class Standing:
    """What the files say.

    Attributes:
        version: one more for each look at the files.
        listing: works out what is listed, which may take as long as drawing the pages.
        material: what pages are made of; None where the files have errors.
        draft: whether pages bear the draft mark.
    """

    version: int = 0
    listing: Callable[[], Listed] = Listed
    material: Material | None = None
    draft: bool = True

    @cached_property
    def listed(self) -> Listed:
        """What is listed beside the pages; worked out when it is asked for first."""
        return self.listing()


def read(period: str, content: Path, last: Standing) -> Standing:
    """Read the files. Of the rules, those alone are asked at once whose findings stop a build.

    Args:
        content: the folder of content files.
        last: what they said before.
    """
    version = last.version + 1
    shelf = shelf_of(content)
    try:
        loaded = load_checked(period, shelf)
    except ReportError as error:
        listed = _listed_of(error, last.listed)
        return Standing(version, lambda: listed, None, last.draft)
    rules = Examiner(loaded, shelf)
    stopping = errors_in(rules.asked(errors_alone=True))
    whole = all(one in loaded.unplaced for one in stopping)
    return Standing(
        version,
        lambda: Listed(rules.asked(thorough=True), fields(loaded), _left(loaded)),
        material_of(marked(loaded)) if whole else None,
        is_draft(loaded),
    )


def _listed_of(error: ReportError, last: Listed) -> Listed:
    """What is listed of files that have errors."""
    if not isinstance(error, NotWhole):
        return replace(last, problems=error.problems)
    if error.loaded:  # its values are in form, and do not agree
        return Listed(error.problems, fields(error.loaded), _left(error.loaded))
    trees = list(error.trees)
    here = with_values(last.fields, trees) if trees else last.fields
    return Listed(error.problems, here, last.left)


def _left(loaded: Loaded) -> list[Left]:
    return [told(one, loaded) for one in left_in(loaded)]

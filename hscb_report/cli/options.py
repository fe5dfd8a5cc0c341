"""The options that several commands have."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.errors import ReportError
from hscb_report.project import CONTENT


class Format(str, Enum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


def periods_starting(incomplete: str) -> list[str]:
    """Completion of PERIOD."""
    try:
        from hscb_report.summary.folder import periods

        return [period for period in periods(CONTENT) if period.startswith(incomplete)]
    except ReportError:
        return []


Period = Annotated[
    str,
    typer.Argument(
        metavar="PERIOD",
        autocompletion=periods_starting,
        help="The year, such as 2017-18: the name of a content file.",
    ),
]
Content = Annotated[Path, typer.Option(help="The folder of content files.")]
Format_ = Annotated[Format, typer.Option("--format", help="How to print the results.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say each step and how long it took.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but problems and notes.")]

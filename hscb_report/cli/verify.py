"""``hscb-report verify``."""

from __future__ import annotations

import os
import platform
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hscb_report.cli.options import Format, Format_
from hscb_report.cli.shared import app, echo, print_json
from hscb_report.errors import ExitCode, ReportError, shown_path


class Standard(str, Enum):
    """What a file may be judged by."""

    UA1 = "ua1"
    A2A = "a2a"
    A2B = "a2b"
    A3A = "a3a"
    X4 = "x4"


@app.command(
    "verify",
    epilog="Example: hscb-report verify output/2017-18/hscb-annual-report-summary-2017-18.pdf",
)
def verify_command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="PDF files, from any tool.")
    ],
    standard: Annotated[
        list[Standard] | None,
        typer.Option(
            help="Judge by this standard instead of those the file claims; repeatable.",
            show_default=False,
        ),
    ] = None,
    format: Format_ = Format.TEXT,
) -> None:
    """Open written PDFs and say, standard by standard, what each claims and what was found.

    A file holds a standard only where veraPDF, the reference validator, says so. Ends with 0 where
    all that was asked holds, with 3 where a fault was found, and with 6 where none was and nobody
    was there to say that the file holds.
    """
    from hscb_report.preflight.apart import Judge

    verdicts, failed = [], None
    with Judge() as judge:
        from hscb_report.preflight.verdict import FAILS, HOLDS, MISSING, Verdict
        from hscb_report.preflight.words import verdict_as_dict, verdict_as_text

        for file in files:
            try:
                wanted = [one.value for one in standard] if standard else None
                verdicts.append((file, judge.verified(file, wanted)))
            except ReportError as error:
                failed = error
                verdicts.append((file, Verdict(unreadable=error.problems[0].message)))
    if format is Format.JSON:
        print_json([{"file": str(file), **verdict_as_dict(verdict)} for file, verdict in verdicts])
    else:
        for file, verdict in verdicts:
            echo(verdict_as_text(shown_path(file), verdict))
            if MISSING in verdict.not_made:
                echo(f"    next: {_how_to_install()}")
    outcomes = {verdict.outcome for _, verdict in verdicts}
    if failed:
        raise typer.Exit(int(failed.exit_code))
    if FAILS in outcomes:
        raise typer.Exit(int(ExitCode.CONFORMANCE))
    if outcomes != {HOLDS}:
        raise typer.Exit(int(ExitCode.UNPROVED))


def _how_to_install() -> str:
    """The next step for somebody without veraPDF, which depends on how the tool was set up."""
    if sys.platform == "win32" and platform.machine() == "ARM64":
        return "there is no veraPDF for Windows on ARM; verify the file on another computer"
    if os.environ.get("HSCB_REPORT_COMMAND"):
        return "run this command again where there is a network: it then sets veraPDF up"
    return "pip install hscb-report[verify]"

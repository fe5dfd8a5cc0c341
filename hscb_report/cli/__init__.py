"""The command line: one small file for each command. Parse, call, print, exit code."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TextIO, cast

from hscb_report.cli import (  # noqa: F401 (each adds its command to the application, in this order)
    batch,
    build,
    check,
    compare,
    figures,
    init,
    listing,
    new,
    palette,
    preview,
    review,
    rules,
    schema,
    verify,
)
from hscb_report.cli.shared import COMMAND, Shown, app, as_typed, echo, print_problems, stopped
from hscb_report.cli.streams import lost, make_lasting
from hscb_report.errors import ExitCode, FileError, Problem

__all__ = ["app", "main"]


def _start_quickly() -> None:
    """What a command, whose process is its own and short, may do without; each of these is measured
    in a cold build.

    The library does none of it: a program that imports it may need all of this.
    """
    gc.disable()  # collecting frees nothing that a build does not still need
    # Looking for plugins reads every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


def _look_around() -> None:
    """Refuse to work in a folder that was deleted: libraries ask for it as they are imported.

    Raises:
        FileError: it was.
    """
    try:
        Path.cwd()
    except OSError as error:
        raise FileError(
            Problem(
                "no-folder",
                "the folder that you are in is no longer there",
                "go to one that is there, and try again",
            )
        ) from error


def _as_called() -> None:
    """Let help and examples name the commands as they can be typed here."""
    for group in [app, *(one.typer_instance for one in app.registered_groups)]:
        if group is None:
            continue
        if isinstance(group.info.epilog, str):
            group.info.epilog = as_typed(group.info.epilog)
        for command in group.registered_commands:
            command.epilog = as_typed(command.epilog or "")


def main() -> None:
    """Run the command line; a fault of the tool itself ends in a sentence and exit code 5, and
    output that could not be written in 4.
    """
    _start_quickly()
    make_lasting()
    sys.stderr = cast(TextIO, Shown(sys.stderr))
    try:
        _look_around()
        _as_called()
        app(prog_name=COMMAND)
    except KeyboardInterrupt:
        stopped()
    except FileError as error:
        print_problems(error.problems)
        sys.exit(int(error.exit_code))
    except SystemExit as ended:
        if unwritten := lost():
            print_problems(unwritten.problems)
            sys.exit(ended.code or int(unwritten.exit_code))
        raise
    except Exception as error:  # the last resort: whatever it is, the user gets a sentence
        echo(f"hscb-report failed: {type(error).__name__}: {error}", err=True)
        echo(
            "This is a fault of the tool, not of your content. Please report it with the content "
            "file; "
            "set HSCB_REPORT_TRACEBACK=1 to see where it happened.",
            err=True,
        )
        if os.environ.get("HSCB_REPORT_TRACEBACK"):
            raise
        sys.exit(int(ExitCode.INTERNAL))
    finally:
        gc.freeze()  # the process ends here: Python need not look through all it holds once more

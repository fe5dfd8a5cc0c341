"""matplotlib as it was shipped, in a process that is our own."""

from __future__ import annotations

import os
import sys
from contextlib import chdir
from pathlib import Path

SETTINGS = Path(__file__).resolve().parent
"""The folder of a settings file without settings, ``matplotlibrc``."""
BACKEND = "MPLBACKEND"


def import_alone() -> None:
    """Import matplotlib so that nothing outside can break it, and it leaves nothing behind.

    When it is first imported it looks for settings in the working folder, where the environment
    says, and in a folder of its own, which it makes in the user's home; an unknown back end or a
    damaged file ends in an exception. None of them matters to a chart, whose marks use its shapes
    alone, so it is given a file without settings instead.

    For the command line, whose process is its own: for the moment of the import the working folder
    is another. A program that uses this package as a library keeps its own matplotlib.
    """
    if "matplotlib" in sys.modules:
        return
    kept = os.environ.pop(BACKEND, None)
    try:
        with chdir(SETTINGS):
            import matplotlib  # noqa: F401 (this is the moment)
    finally:
        if kept is not None:
            os.environ[BACKEND] = kept

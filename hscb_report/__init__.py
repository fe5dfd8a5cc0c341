"""One set of checked figures in; every version a safeguarding board must publish out.

``build`` makes the published files from a period's content::

    from hscb_report import build

    for made in build("2017-18"):
        print(made.path, made.pages, made.size)
"""

import os
import sys

if sys.argv[:1] == ["-m"] and not sys.flags.safe_path:  # while python -m looks for what to run
    # The current folder is full of other people's files: none of them is code of ours. Nor is what
    # stands beside this package, before Python's own modules are.
    _beside = os.path.dirname(__path__[0])  # noqa: PTH120 (a pathlib.py may be lying there)
    sys.path[:] = [part for part in sys.path[1:] if part != _beside] + [_beside]

from hscb_report.build import Built, build
from hscb_report.project import check
from hscb_report.version import VERSION as __version__

__all__ = ["Built", "__version__", "build", "check"]

"""One set of checked figures in; every version a safeguarding board must publish out.

``build`` makes the published files from a period's content::

    from hscb_report import build

    for made in build("2017-18"):
        print(made.path, made.pages, made.size)
"""

from hscb_report.build import Built, build
from hscb_report.project import check
from hscb_report.version import VERSION as __version__

__all__ = ["Built", "__version__", "build", "check"]

"""The texts of a page that was just written, each with its place and its size: for what is made of
a PDF and must be read as it is.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from hscb_report.preflight.content import Text
from hscb_report.preflight.document import Opened
from hscb_report.preflight.interpreter import read


def texts_of(data: bytes, page: int = 0) -> list[Text]:
    """The texts of a page in the order in which they are painted; boxes and sizes in pt.

    Raises:
        pikepdf.PdfError: it is no PDF.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        opened = Opened(pdf, data)
        return read(opened.pages[page], opened.letters).texts

"""ReportLab's flowable on our canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable as ReportLabFlowable

if TYPE_CHECKING:
    from hscb_report.pdf.canvas import ReportCanvas


class Flowable(ReportLabFlowable):
    """Something that stands in a box: ``wrap`` sets its width and height, ``draw`` draws it.

    It is always drawn on a ``ReportCanvas``, which refuses what a standard forbids.
    """

    if TYPE_CHECKING:
        canv: ReportCanvas

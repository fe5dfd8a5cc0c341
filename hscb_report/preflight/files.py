"""Files on disk judged, with the verdicts of veraPDF and of Ghostscript's plates beside this tool's
own where they are installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hscb_report.files import take
from hscb_report.preflight import plates, verapdf
from hscb_report.preflight.verdict import Verdict
from hscb_report.preflight.verify import verify


def verified(file: Path | str, standards: Sequence[str] | None = None) -> Verdict:
    """Judge any PDF by the standards it claims, or by those named; with what else is installed
    asked too.

    Raises:
        FileError: the file cannot be opened.
    """
    data = take(Path(file))
    verdict = verify(data, standards)
    return verdict if verdict.unreadable else _on_plates(_by_verapdf(verdict, data), data)


def _by_verapdf(verdict: Verdict, data: bytes) -> Verdict:
    wanted = [judged for judged in verdict.judged if judged.standard in verapdf.PROFILES]
    if not wanted:
        return verdict
    if not verapdf.available():
        note = (
            "veraPDF, the reference validator, was not asked: install it with pip install "
            "hscb-report[verify]"
        )
        return replace(verdict, not_made=(*verdict.not_made, note))
    more, notes = [], []
    for judged in wanted:
        try:
            more.append(verapdf.judge(data, judged.standard, judged.claimed))
        except RuntimeError as error:
            notes.append(f"{error}, so {judged.standard} was judged by hscb-report alone")
    return replace(verdict, judged=(*verdict.judged, *more), not_made=(*verdict.not_made, *notes))


def _on_plates(verdict: Verdict, data: bytes) -> Verdict:
    press = next((judged for judged in verdict.judged if judged.standard == "x4"), None)
    if press is None:
        return verdict
    if not plates.program():
        note = (
            "total ink was worked out from the page's operators; with Ghostscript installed it is "
            "measured on the plates"
        )
        return replace(verdict, not_made=(*verdict.not_made, note))
    try:
        return replace(verdict, judged=(*verdict.judged, plates.judge(data, press.claimed)))
    except RuntimeError as error:
        return replace(
            verdict,
            not_made=(
                *verdict.not_made,
                f"{error}, so total ink was worked out from the page's operators",
            ),
        )

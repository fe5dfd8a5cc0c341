"""Files on disk judged: by a reference validator where one is installed, with this tool's own
findings and those of Ghostscript's plates beside its verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hscb_report.files import take
from hscb_report.preflight import plates, verapdf
from hscb_report.preflight.limits import FILE
from hscb_report.preflight.verdict import MISSING, Judged, Verdict
from hscb_report.preflight.verify import verify


def verified(file: Path | str, standards: Sequence[str] | None = None) -> Verdict:
    """Judge any PDF by the standards it claims, or by those named; with what else is installed
    asked too.

    Raises:
        FileError: the file cannot be opened.
    """
    *_, verdict = verdicts(file, standards)
    return verdict


def verdicts(file: Path | str, standards: Sequence[str] | None = None) -> Iterator[Verdict]:
    """What our own checks find; and then, where there is something to judge, with what the
    validators find as well.

    Raises:
        FileError: the file cannot be opened.
    """
    with suppress(OSError):  # which take says
        if (size := Path(file).stat().st_size) > FILE.most:
            yield Verdict(size=size, too_large=str(FILE.exceeded))
            return
    data = take(Path(file))
    verdict = verify(data, standards)
    yield verdict
    if verdict.judged:
        yield _by_others(verdict, data)


def _by_others(verdict: Verdict, data: bytes) -> Verdict:
    notes: list[str] = []
    judged = tuple(_asked(one, data, notes) for one in verdict.judged)
    return replace(verdict, judged=judged, not_made=(*verdict.not_made, *dict.fromkeys(notes)))


def _asked(judged: Judged, data: bytes, notes: list[str]) -> Judged:
    """The verdict of whoever knows best, our own findings beside it; ``notes`` take what could not
    be asked.
    """
    if judged.standard == "x4":
        return _on_plates(judged, data, notes)
    if not verapdf.available():
        notes.append(MISSING)
        return judged
    try:
        found = verapdf.judge(data, judged.standard)
    except RuntimeError as error:
        notes.append(f"{error}, so {judged.standard} was judged by hscb-report alone")
        return judged
    return replace(judged, checks=(found, *judged.checks), by=found.by, reference=True)


def _on_plates(judged: Judged, data: bytes, notes: list[str]) -> Judged:
    if not plates.program():
        notes.append(
            "total ink was worked out from the page's operators; with Ghostscript installed it is "
            "measured on the plates"
        )
        return judged
    try:
        return replace(judged, checks=(*judged.checks, *plates.checks(data)))
    except RuntimeError as error:
        notes.append(f"{error}, so total ink was worked out from the page's operators")
        return judged

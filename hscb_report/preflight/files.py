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
from hscb_report.preflight.verdict import MISSING, Checked, Judged, Verdict
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
    """The verdicts of whoever knows best, our own findings beside them; what could not be asked is
    said.
    """
    notes: list[str] = []
    known = [one.standard for one in verdict.judged if one.standard in verapdf.PROFILES]
    by_verapdf = _by_verapdf(data, known, notes) if known else {}
    judged = []
    for one in verdict.judged:
        if one.standard == "x4":
            judged.append(_on_plates(one, data, notes))
        elif found := by_verapdf.get(one.standard):
            checks = (found, *one.checks)
            judged.append(replace(one, checks=checks, by=found.by, reference=True))
        else:
            judged.append(one)
    return replace(
        verdict, judged=tuple(judged), not_made=(*verdict.not_made, *dict.fromkeys(notes))
    )


def _by_verapdf(data: bytes, standards: list[str], notes: list[str]) -> dict[str, Checked]:
    if not verapdf.available():
        notes.append(MISSING)
        return {}
    try:
        return verapdf.judge_by_all(data, standards)
    except RuntimeError as error:
        own = " and ".join(standards) + (" was" if len(standards) == 1 else " were")
        notes.append(f"{error}, so {own} judged by hscb-report alone")
        return {}


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

"""What a content might ask of a leaflet, as it would be typed there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hscb_report.editions.sharing import Unit
from hscb_report.summary.document import Summary
from hscb_report.summary.items import FigureItem
from hscb_report.summary.leaflet import Panels, Portion
from hscb_report.summary.retyped import quoted


def leaving_out(asked: Panels, units: Iterable[Unit], summary: Summary) -> Panels:
    """The same, with more blocks left out."""
    return asked.model_copy(
        update={"leave_out": [*asked.leave_out, *portions(list(units), summary)]}
    )


def portions(units: Sequence[Unit], summary: Summary) -> list[Portion]:
    """Blocks as a content names them: by the heading alone where a section's are all there."""
    made: list[Portion] = []
    for index in dict.fromkeys(unit.section for unit in units):
        section = summary.sections[index]
        numbers = [unit.block + 1 for unit in units if unit.section == index]
        every = numbers == list(range(1, len(section.blocks) + 1))
        made.append(Portion(section=section.heading, blocks=None if every else numbers))
    return made


def nameable(section: int, summary: Summary) -> bool:
    """Whether a content can name a section: no other has its heading."""
    heading = summary.sections[section].heading
    return [one.heading for one in summary.sections].count(heading) == 1


def written(asked: Panels) -> str:
    """``{inside: [["Contacts"], ...], leave_out: [...]}``: all of it, on one line."""
    parts = []
    if asked.front:
        parts.append(f"front: {_figure(asked.front)}")
    if not asked.introduction:
        parts.append("introduction: false")
    if asked.inside is not None:
        parts.append(f"inside: [{', '.join(map(listed, asked.inside))}]")
    for name in ("flap", "back"):
        if getattr(asked, name) is not None:
            parts.append(f"{name}: {listed(getattr(asked, name))}")
    if asked.leave_out:
        parts.append(f"leave_out: {listed(asked.leave_out)}")
    return f"{{{', '.join(parts)}}}"


def listed(some: Sequence[Portion]) -> str:
    """``["Contacts", {section: "Mental health", blocks: [2]}]``."""
    return f"[{', '.join(map(_portion, some))}]"


def _portion(one: Portion) -> str:
    heading = quoted(one.section)
    return f"{{section: {heading}, blocks: {one.blocks}}}" if one.blocks else heading


def _figure(item: FigureItem) -> str:
    parts = [f"figure: {item.figure}"]
    parts += [f"icon: {item.icon}"] if item.icon else []
    parts += [f"what_changed: {quoted(item.what_changed)}"] if item.what_changed else []
    return f"{{{', '.join(parts)}}}"

"""What is defined and used nowhere.

Finds:
    a figure, series, source or picture that nothing shows or names
Why:
    Most often something was forgotten: a block, or the removal of last year's number.
Fails:
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
      visits: {value: 412, label: home visits, period: 2017-18, source: return}
    sections:
      - heading: Contacts
        blocks:
          - {kind: statistics, items: [contacts]}
Passes:
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
      visits: {value: 412, label: home visits, period: 2017-18, source: return}
    sections:
      - heading: Contacts and visits
        blocks:
          - {kind: statistics, items: [contacts, visits]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.keys import names_in
from hscb_report.summary.uses import series_of, shown_by
from hscb_report.summary.wording import references


def find(subject: Subject) -> Iterator[Finding]:
    """Figures, series, sources and pictures that no block, text or figure names."""
    summary = subject.summary
    blocks = [block for section in summary.sections for block in section.blocks]
    used = {name for block in blocks for name in shown_by(block)}
    if summary.leaflet:
        used |= {asked.front.figure for asked, _ in summary.leaflet.each() if asked.front}
    used |= {one.figure for one in summary.social or [] if one.figure}
    used |= {
        name
        for text in subject.texts
        for name, _ in references(text.text)
        if text.path[:2] != ("figures", name)
    }
    for figure in summary.figures.values():
        used |= {figure.part_of} if figure.part_of else set()
        used |= {figure.of.part, figure.of.whole} if figure.of else set()
        used |= set(figure.beside)
    for name in summary.figures:
        if name not in used:
            yield Finding(
                ("figures", name),
                f'no block and no text shows the figure "{name}"; it would stand in the table of '
                "figures alone",
                f"name it in a block, or write {{{name}}} in a text, or remove it",
            )
    shown = {name for block in blocks for name in series_of(block)}
    for name in summary.series:
        if name not in shown:
            yield Finding(
                ("series", name),
                f'no block shows the series "{name}"',
                "name it in a trend or bars block, or remove it",
            )
    quoted = {
        member.source for group in (summary.figures, summary.series) for member in group.values()
    }
    for name in summary.sources:
        if name not in quoted:
            yield Finding(
                ("sources", name),
                f'no figure and no series comes from the source "{name}"',
                "remove it, or name it as the source of a figure",
            )
    seen = set(names_in(summary, "picture"))
    for name in summary.pictures:
        if name not in seen:
            yield Finding(
                ("pictures", name),
                f'no block and no cover shows the picture "{name}"',
                "name it in a picture block, or remove it",
            )


RULE = Rule("unused", find)

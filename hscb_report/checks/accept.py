"""Findings that the content accepts, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from hscb_report.checks.rule import Finding
from hscb_report.errors import ERROR, WARNING, Problem, said_keys
from hscb_report.summary.checking import Accept
from hscb_report.summary.load import Loaded
from hscb_report.summary.nearest import suggestion


def accepted(
    found: list[tuple[Finding, Problem]],
    loaded: Loaded,
    rules: Mapping[str, str],
    asked: Collection[str],
) -> Iterator[Problem]:
    """The findings, those that are accepted with their reason; and what is wrong with ``accept``
    itself.

    Args:
        rules: how grave what each rule finds is, by its id.
        asked: the ids of those that were asked; nothing can be said of what the others would find.
    """
    entries = loaded.summary.accept
    wide = {
        index
        for index, entry in enumerate(entries)
        if entry.rule in rules and rules[entry.rule] == ERROR and not (entry.at and entry.words)
    }
    used: set[tuple[int, str]] = set()
    for finding, problem in found:
        reason = ""
        for index, entry in enumerate(entries):
            if (
                index not in wide
                and problem.code == entry.rule
                and (kept := _matching(entry, finding, problem)) is not None
            ):
                used |= {(index, part) for part in kept}
                reason = reason or entry.reason
        yield replace(problem, accepted=reason)
    for index, entry in enumerate(entries):
        path = ("accept", index)
        if entry.rule not in rules:
            where = (*path, "rule")
            yield Problem(
                "unknown-rule",
                f'there is no rule named "{entry.rule}" whose findings can be accepted',
                suggestion(entry.rule, rules, "rules"),
                loaded.tree.place(where),
                where,
                ERROR,
            )
        elif index in wide:
            yield Problem(
                "accept-too-wide",
                f"{entry.rule} is an error, and is accepted for one number or for the words of one "
                "text alone",
                "name both: at, with the figure or the text; words, as check quotes them, such as "
                'words: "3"',
                loaded.tree.place(path),
                path,
                ERROR,
            )
        elif entry.rule in asked and not _waits(entry, loaded):
            unused = [part for part in _parts(entry) if (index, part) not in used]
            for part in unused[:1] if unused == _parts(entry) else unused:
                about = f' about "{part}"' if part else ""
                yield Problem(
                    "accept-unused",
                    f"{entry.rule} finds nothing here{about}, and is accepted all the same",
                    "if it was put right, delete this entry of accept: in the file; else check the "
                    "words and keys that it names",
                    loaded.tree.place(path),
                    path,
                    WARNING,
                )


def _parts(entry: Accept) -> list[str]:
    """What an entry names; each must be found."""
    return [*(entry.at or []), *(entry.words or [])] or [""]


def _waits(entry: Accept, loaded: Loaded) -> bool:
    """Whether numbers that it is about are still to come: then nobody can tell what will be found.
    Where it names no place, it may be about any, so none must be there yet.
    """
    figures = loaded.summary.figures
    if not entry.at:
        return bool(figures) and all(figure.is_awaited for figure in figures.values())
    named = {key.strip() for where in entry.at for key in where.split(">")}
    return any(figures[name].is_awaited for name in named & set(figures))


def _matching(entry: Accept, finding: Finding, problem: Problem) -> list[str] | None:
    """Which of the names in an entry hold for a finding; None if it does not cover it."""
    at = [where for where in entry.at or [] if _covers(where, finding, problem)]
    words = [some for some in entry.words or [] if some.casefold() == finding.words.casefold()]
    if (entry.at and not at) or (entry.words and not words):
        return None
    return [*at, *words] or [""]


def _covers(where: str, finding: Finding, problem: Problem) -> bool:
    """``population``, ``figures > population`` and ``figures > population > label`` cover a finding
    in that label; so do keys as the message says them, ``section "Learning" > block 1``.
    """
    for said in (problem.part, said_keys(finding.path)):
        if said == where or said.startswith(f"{where} > "):
            return True
    keys = [str(key) for key in finding.path]
    wanted = [key.strip() for key in where.split(">")]
    named = (
        len(wanted) == 1
        and keys[:1] in (["figures"], ["series"], ["sources"])
        and keys[1:2] == wanted
    )
    return named or keys[: len(wanted)] == wanted

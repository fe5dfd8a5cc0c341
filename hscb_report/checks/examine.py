"""Ask every rule, set aside what the content accepts, and say what is left to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hscb_report.checks import review
from hscb_report.checks.accept import accepted
from hscb_report.checks.place import place_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Previous, Subject
from hscb_report.errors import WARNING, Problem
from hscb_report.summary.load import Loaded


def examine(
    loaded: Loaded,
    previous: Previous | None = None,
    *,
    thorough: bool = True,
    errors_alone: bool = False,
    rules: Iterable[Rule] | None = None,
) -> list[Problem]:
    """Everything the rules find, and that something is left to review, in the order of the files;
    what is accepted says why.

    Args:
        previous: the period before, for changes since then.
        thorough: ask the slow rules as well.
        errors_alone: ask only those whose findings stop a build, which is soon done.
        rules: all that there are; None for those of this tool.
    """
    subject = Subject(loaded, previous)
    there, known = _rules(errors_alone) if rules is None else _named(rules)
    asked = [rule for rule in there if thorough or not rule.slow]
    found = [pair for rule in asked for pair in _ask(rule, subject)]
    problems = [
        *accepted(found, loaded, known, {rule.id for rule in asked}),
        *review.warning(loaded),
    ]
    return sorted(
        problems,
        key=lambda one: (one.place is None or one.place.file != loaded.tree.file, *one.spot),
    )


def _rules(errors_alone: bool) -> tuple[Iterable[Rule], Mapping[str, str]]:
    """The rules, and how grave what each of all finds is, by its id; imported as they are asked."""
    if errors_alone:
        from hscb_report.checks.stopping import STOPPING, severities

        return STOPPING, severities()
    from hscb_report.checks.table import RULES

    return _named(RULES)


def _named(rules: Iterable[Rule]) -> tuple[Iterable[Rule], Mapping[str, str]]:
    some = tuple(rules)
    return some, {rule.id: rule.severity for rule in some}


def _ask(rule: Rule, subject: Subject) -> Iterator[tuple[Finding, Problem]]:
    try:
        findings = list(rule.findings(subject))
    except Exception as error:  # whatever a rule makes of odd content, the others are still asked
        finding = Finding(
            (),
            f"the rule {rule.id} could not be asked: {type(error).__name__}: {error}",
            "this is a fault of the tool; please report it with the content file",
        )
        yield (
            finding,
            Problem(
                "rule-failed",
                finding.message,
                finding.hint,
                subject.loaded.tree.place(()),
                (),
                WARNING,
            ),
        )
        return
    for finding in findings:
        tree = subject.loaded.tree if finding.file == "content" else subject.loaded.board_tree
        text = (
            next((t.text for t in subject.texts if t.path == finding.path), "")
            if finding.words and finding.at
            else ""
        )
        place = place_of(tree, finding.path, finding.words, text[: finding.at])
        yield (
            finding,
            Problem(
                rule.id,
                finding.message,
                finding.hint,
                place,
                finding.path,
                rule.severity,
                acceptable=True,
            ),
        )

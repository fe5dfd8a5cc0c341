"""``hscb-report rules``."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from hscb_report.cli.options import Format
from hscb_report.cli.shared import COMMAND, app, echo, fail
from hscb_report.errors import Problem, UsageError

if TYPE_CHECKING:
    from hscb_report.checks.rule import Rule

WIDEST = 100
"""Letters: lines are no longer, however wide the window is."""


def rules_starting(incomplete: str) -> list[str]:
    """Completion of NAME."""
    from hscb_report.checks.table import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


@app.command("rules", epilog="Example: hscb-report rules small-count")
def rules_command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="The rule to explain; a table of all of them if left out.",
            autocompletion=rules_starting,
            show_default=False,
        ),
    ] = None,
) -> None:
    """List the rules of check, or explain one. It says what the rule finds, why, and gives an
    example that fails and one that passes.
    """
    from hscb_report.checks.table import RULES
    from hscb_report.summary.nearest import suggestion

    if name is None:
        echo(table(RULES, min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)))
        echo(f"\n{COMMAND} rules NAME explains one of them.")
        return
    by_id = {rule.id: rule for rule in RULES}
    if name not in by_id:
        problem = Problem("no-rule", f'there is no rule "{name}"', suggestion(name, by_id, "rules"))
        fail(UsageError(problem), Format.TEXT)
    echo(explained(by_id[name]))


def table(rules: tuple[Rule, ...], width: int) -> str:
    """A line for each rule, its words wrapped in a column of their own: name, severity, what it
    finds.

    Args:
        width: of the whole, letters.
    """
    first = max(len(rule.id) for rule in rules) + 2
    second = max(len(rule.severity) for rule in rules) + 2
    return "\n".join(
        textwrap.fill(
            f"{rule.id:<{first}}{rule.severity:<{second}}{rule.finds}",
            max(width, first + second + 20),
            subsequent_indent=" " * (first + second),
            break_on_hyphens=False,
        )
        for rule in rules
    )


def explained(rule: Rule) -> str:
    """All that a rule says of itself."""
    said = rule.explained
    parts = {
        f"{rule.id} ({rule.severity})": said.title,
        "finds": said.finds,
        "why": said.why,
    }
    words = [
        f"{name}:\n" + textwrap.indent(textwrap.fill(text, WIDEST - 4), "    ")
        for name, text in parts.items()
    ]
    words += [
        f"{name}:\n" + textwrap.indent(text, "    ")
        for name, text in {"fails": said.fails, "passes": said.passes}.items()
    ]
    return "\n\n".join(words)

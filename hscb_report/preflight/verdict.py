"""What a preflight found."""

from __future__ import annotations

from dataclasses import dataclass, field

MM = 25.4 / 72
"""One pt in mm."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file.

    Attributes:
        message: what, in one sentence.
        page: from 1; None where no page is at fault.
        at: mm from the left and from the top of the page, or None.
    """

    message: str
    page: int | None = None
    at: tuple[float, float] | None = None

    def as_text(self) -> str:
        """The finding on one line, its place first."""
        place = f"page {self.page}" if self.page else ""
        if self.page and self.at:
            place += f", {self.at[0]:.0f} mm from the left and {self.at[1]:.0f} mm from the top"
        return f"{place}: {self.message}" if place else self.message


@dataclass(frozen=True)
class Checked:
    """One check that was made.

    Attributes:
        name: ``alt-text``, ``headings`` ...
        findings: empty if it holds.
    """

    name: str
    findings: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(frozen=True)
class Judged:
    """One standard: whether the file claims it, and the checks that were made for it.

    Attributes:
        by: who judged: ``hscb-report``, or ``veraPDF`` with its version.
    """

    standard: str
    claimed: bool
    checks: tuple[Checked, ...]
    by: str = "hscb-report"

    @property
    def holds(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)


@dataclass(frozen=True)
class Verdict:
    """What is known of one file.

    Attributes:
        claims: the standards it says it conforms to.
        judged: the standards it was judged by.
        unreadable: why it could not be read as a PDF; empty if it could.
        not_made: checks that were not made, in a sentence each.
    """

    pages: int = 0
    size: int = 0
    claims: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    unreadable: str = ""
    not_made: tuple[str, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether the file could be read, and every standard it was judged by holds."""
        return not self.unreadable and all(judged.holds for judged in self.judged)

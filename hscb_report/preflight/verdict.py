"""What a preflight found, and what follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MM = 25.4 / 72
"""One pt in mm."""

STANDARD, HOUSE, PRINT_SHOP, WCAG = "standard", "house", "print-shop", "WCAG"
"""What a check asks for: a rule of the standard itself; what this tool asks of its own files beyond
it; what print shops ask for beyond it; what WCAG 2.2 asks for beyond it."""

HOLDS, FAILS, NO_FAULT, NOT_JUDGED = "holds", "fails", "no-fault-found", "not-judged"
"""What can come of judging. ``HOLDS`` is said by a reference validator alone."""

OURS = "hscb-report"
MISSING = "veraPDF, the reference validator, was not asked: it is not installed"

_ADDRESS = re.compile(r"\s*<[^<>]*\bat 0x[0-9a-fA-F]+>|\b0x[0-9a-fA-F]{6,}\b|@[0-9a-f]{6,8}\b")


def said(message: object, most: int = 160) -> str:
    """The message of an error on one line, without the addresses of objects in memory."""
    return _ADDRESS.sub("", " ".join(str(message).split()))[:most].strip()


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
    """One check.

    Attributes:
        name: ``alt-text``, ``headings`` ...
        findings: what it found.
        kind: what it asks for: ``STANDARD``, ``HOUSE``, ``PRINT_SHOP`` or ``WCAG``.
        by: who made it.
        unmade: why it could not be made to its end; empty where it was.
    """

    name: str
    findings: tuple[Fault, ...]
    kind: str = STANDARD
    by: str = OURS
    unmade: str = ""

    @property
    def clean(self) -> bool:
        """Whether it was made, and found nothing."""
        return not self.findings and not self.unmade


@dataclass(frozen=True)
class Judged:
    """One standard, judged.

    Attributes:
        claimed: whether the file claims it.
        checks: all that were made, whoever made them.
        by: whose verdict it is: ``hscb-report``, or veraPDF with its version.
        reference: whether that is a reference validator.
    """

    standard: str
    claimed: bool
    checks: tuple[Checked, ...]
    by: str = OURS
    reference: bool = False

    @property
    def clean(self) -> bool:
        """Whether all checks were made and none found anything, of whatever kind."""
        return all(check.clean for check in self.checks)

    @property
    def deciding(self) -> tuple[Checked, ...]:
        """The checks that the verdict rests on: the validator's, or else ours that ask for what the
        standard asks for.
        """
        return tuple(c for c in self.checks if c.by == self.by and c.kind == STANDARD)

    @property
    def beside(self) -> tuple[Checked, ...]:
        """The other checks."""
        return tuple(c for c in self.checks if c not in self.deciding)

    @property
    def outcome(self) -> str:
        """``FAILS`` where a deciding check found a fault. ``HOLDS`` where none did and a reference
        validator made them; ``NO_FAULT`` where it did not.
        """
        if any(check.findings for check in self.deciding):
            return FAILS
        return HOLDS if self.reference else NO_FAULT


@dataclass(frozen=True)
class Verdict:
    """What is known of one file.

    Attributes:
        claims: the standards it says it conforms to.
        judged: the standards it was judged by, one entry each.
        unreadable: why it could not be read as a PDF; empty if it could.
        not_made: what was not checked, in a sentence each.
        not_judged: claims that cannot be judged.
        too_large: why it was not judged, though it could be read; empty if it was.
    """

    pages: int = 0
    size: int = 0
    claims: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    unreadable: str = ""
    not_made: tuple[str, ...] = field(default=())
    not_judged: tuple[str, ...] = field(default=())
    too_large: str = ""

    @property
    def clean(self) -> bool:
        """Whether all of the file could be read, and no check of any kind found anything. This is
        what ``build`` asks of its own files; it is no proof that they conform.
        """
        unknown = self.unreadable or self.too_large
        return not unknown and all(judged.clean for judged in self.judged)

    @property
    def outcome(self) -> str:
        """Of all standards together: ``HOLDS`` where each that was asked holds and the file claims
        none that cannot be judged.
        """
        outcomes = {judged.outcome for judged in self.judged}
        if self.unreadable or FAILS in outcomes:
            return FAILS
        if not outcomes or self.not_judged or self.too_large:
            return NOT_JUDGED
        return HOLDS if outcomes == {HOLDS} else NO_FAULT

    @property
    def holds(self) -> bool:
        """Whether a reference validator says so of every standard; see ``outcome``."""
        return self.outcome == HOLDS

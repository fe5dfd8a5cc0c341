"""A rule explained by its own docstring: what it finds, why, an example of each kind.

The docstring of a rule's module is the one source. From it come ``docs/rules.md``, ``hscb-report
rules`` and a test of each example. It has a title, and then four sections, each indented below
its name::

    A percentage below 1.

    Finds:
        a percentage below 1
    Why:
        Spreadsheets keep 94% as 0.94, and that is what is copied from them.
    Fails:
        figures:
          english: {value: 0.94, unit: percent, ...}
    Passes:
        figures:
          english: {value: 94, unit: percent, ...}
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

SECTIONS = ("Finds", "Why", "Fails", "Passes")
"""The sections of a rule's docstring, in their order."""

_SECTION = re.compile(r"(\w+):")


@dataclass(frozen=True)
class Explanation:
    """What a rule's docstring says.

    Attributes:
        title: what the rule is about, one sentence.
        finds: what it points at, a phrase.
        why: why a board cares, with the source where there is one; sentences.
        fails: keys of a content file in which the rule finds something, YAML as it is written.
        passes: nearly the same keys, in which it finds nothing. An example is of several files
            where ``---`` stands between them.
    """

    title: str
    finds: str
    why: str
    fails: str
    passes: str


def explanation(docstring: str | None) -> Explanation:
    """Read a rule's docstring.

    Raises:
        ValueError: the title or a section is missing, empty, given twice, unknown or out of order.
    """
    lines = inspect.cleandoc(docstring or "").splitlines()
    found: dict[str, list[str]] = {"": []}
    at = ""
    for line in lines:
        if line and not line.startswith(" ") and (named := _SECTION.fullmatch(line)):
            at = named[1]
            if at not in SECTIONS:
                raise ValueError(f'there is no section "{at}"; they are: {", ".join(SECTIONS)}')
            if at in found:
                raise ValueError(f'the section "{at}" is there twice')
            found[at] = []
        elif at and line and not line.startswith("    "):
            raise ValueError(f'"{line}" stands in "{at}", and is not indented by four spaces')
        else:
            found[at].append(line)
    texts = {name: inspect.cleandoc("\n" + "\n".join(part)) for name, part in found.items()}
    if missing := [name or "title" for name in ("", *SECTIONS) if not texts.get(name)]:
        raise ValueError(f"the docstring does not say: {', '.join(missing)}")
    if list(found) != ["", *SECTIONS]:
        raise ValueError(f"the sections stand in the order {', '.join(SECTIONS)}")
    return Explanation(
        " ".join(texts[""].split()),
        " ".join(texts["Finds"].split()),
        " ".join(texts["Why"].split()),
        texts["Fails"],
        texts["Passes"],
    )

"""Icons on the page: each outline once, and used where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup

from hscb_report.brand import icons
from hscb_report.story.story import Story


def used(story: Story) -> list[str]:
    """The names of the icons that a story shows, in alphabetical order."""
    return sorted(set(_icons(story)))


def _icons(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _icons(one)
    elif is_dataclass(value):
        for field in fields(value):
            one = getattr(value, field.name)
            if field.name != "icon":
                yield from _icons(one)
            elif one:
                yield str(one)


def symbols(names: Iterable[str]) -> Markup:
    """The outlines, under the names that ``use`` asks for."""
    side = f"{icons.UNITS:g}"
    return Markup(
        "".join(
            f'<symbol id="i-{name}" viewBox="0 -{side} {side} {side}">'
            f'<path d="{icons.data(name)}"/></symbol>'
            for name in names
        )
    )

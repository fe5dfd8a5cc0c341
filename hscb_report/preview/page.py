"""The page of the preview, and what it is made with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment

from hscb_report.brand import resources
from hscb_report.products import EDITIONS
from hscb_report.web.templating import environment

ASSETS = Path(__file__).resolve().parent / "assets"
FONTS = {"regular.ttf": "SourceSans3-Regular.ttf", "bold.ttf": "SourceSans3-Bold.ttf"}
"""The summary's own letters, which the page is set in too."""
SCRIPTS = ("main", "ask", "building", "editor", "fields", "lists", "pages")
FILES = ("preview.css", *(f"{name}.js" for name in SCRIPTS), *FONTS)
NAMES = {
    "board": "Board paper",
    "large-print": "Large print",
    "leaflet": "Leaflet",
    "booklet": "Booklet",
    "web": "Web page",
    "social": "Cards for social media",
}
"""What people call the editions."""


def page(period: str, secret: str, command: str) -> str:
    """The page.

    Args:
        secret: of this run, which the page sends with all that it writes.
        command: what a person types to run this tool.
    """
    choices = [
        {
            "edition": name,
            "fold": fold,
            "said": f"{called(name)}, {fold} fold" if fold else called(name),
        }
        for name, edition in EDITIONS.items()
        for fold in edition.folds or ("",)
    ]
    editions = [{"edition": name, "said": called(name)} for name in EDITIONS]
    template = _environment().get_template("preview.html.j2")
    return template.render(
        period=period, choices=choices, editions=editions, secret=secret, command=command
    )


@cache
def static(name: str) -> bytes:
    """One of ``FILES``.

    Raises:
        KeyError: it is none of them.
    """
    if name not in FILES:
        raise KeyError(name)
    return (resources.fonts() / FONTS[name] if name in FONTS else ASSETS / name).read_bytes()


def called(edition: str) -> str:
    """What people call an edition."""
    return NAMES.get(edition, edition)


@cache
def _environment() -> Environment:
    return environment(ASSETS)

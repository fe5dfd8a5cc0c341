"""The page of the preview, and what it is made with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hscb_report.products import EDITIONS

ASSETS = Path(__file__).resolve().parent / "assets"
FILES = ("preview.css", "main.js", "ask.js", "fields.js", "lists.js", "pages.js")


def page(period: str, secret: str, command: str) -> str:
    """The page.

    Args:
        secret: of this run, which the page sends with all that it writes.
        command: what a person types to run this tool.
    """
    choices = [
        {"edition": name, "fold": fold, "said": f"{name}, {fold} fold" if fold else name}
        for name, edition in EDITIONS.items()
        for fold in edition.folds or ("",)
    ]
    template = _environment().get_template("preview.html.j2")
    return template.render(
        period=period, choices=choices, editions=list(EDITIONS), secret=secret, command=command
    )


@cache
def static(name: str) -> bytes:
    """One of ``FILES``.

    Raises:
        KeyError: it is none of them.
    """
    if name not in FILES:
        raise KeyError(name)
    return (ASSETS / name).read_bytes()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(ASSETS, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""The page on the web, put together: the story, its pictures, the style sheet and the fonts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import LEVELS
from hscb_report.brand.dark import dark
from hscb_report.brand.typography import parted
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Spans, text_of
from hscb_report.story.running import Passage
from hscb_report.story.story import Story
from hscb_report.story.typography import set_plainly, typeset
from hscb_report.story.unnested import Curve, Large
from hscb_report.web import emblems, icons, pictures
from hscb_report.web.fonts import font_faces
from hscb_report.web.templating import environment
from hscb_report.words.typography import NO_BREAK

TEMPLATES = Path(__file__).resolve().parent / "templates"
LENGTHS = (7, 10, 14)
"""A number of more letters than one of these is set a step smaller."""
_YEARS = re.compile(r"(?<![\w/-])(\d{4}[-/]\d\d)(?![\w/-])")
_PLACE = re.compile(r"(?<=[^/:])(?=[/.])")
"""Before a slash or a full stop; the slashes of "https://" stay where they are."""
MOST_DESCRIBED = 200
"""So many letters of the introduction describe the page to a search engine."""


@dataclass(frozen=True)
class File:
    """A file that the page leads to.

    Attributes:
        words: what it is, of what form, how long and how large.
        url: where it is: a name beside the page, or the data itself.
        download: the name under which a browser keeps data; empty for a file that has one.
    """

    words: str
    url: str
    download: str = ""


@dataclass(frozen=True)
class Head:
    """What is picture and number at the head of the page.

    Attributes:
        kind: ``dots``, ``curve`` or ``large``.
        tokens: of dots, the colour of each number.
    """

    kind: str
    shown: Dots | Curve | Large
    picture: str = ""
    tokens: tuple[str, ...] = ()


def compose(
    story: Story, brand: Brand, files: Sequence[File], dataset: str, subject: str, tool: str
) -> bytes:
    """The page as UTF-8.

    Args:
        story: as it was typed.
        files: what it leads to.
        dataset: what the figures are, for machines (JSON-LD); empty where there are none.
        subject: describes the page where it has no introduction.
        tool: the program and its version.
    """
    story = typeset(story)
    icons_used = icons.used(story)
    templates = _environment(brand)
    body = {
        "story": story,
        "words": story.words,
        "title": set_plainly(
            story.words.web.title(title=story.full_title, board=story.contact.name), story.words
        ),
        "description": _described(story) or subject,
        "band": brand.palette["band"].srgb,
        "tool": tool,
        "symbols": icons.symbols(icons_used),
        "logo": emblems.logo(story, brand),
        "opening": _head(story, brand),
        "told": story.opening.section if story.opening and not story.photograph else None,
        "files": files,
        "dataset": Markup(dataset.replace("<", "\\u003c")),
    }
    template = templates.get_template("page.html.j2")
    bare = template.render(**body, style=Markup(), policy="")
    style = _style(brand, frozenset(Markup(re.sub(r"<[^>]*>", " ", bare)).unescape()))
    page = template.render(**body, style=Markup(style), policy=policy(style))
    return _unbroken(re.sub(r"\n\s*\n+", "\n", page)).encode("utf-8")


def _unbroken(page: str) -> str:
    """The page with years such as 2017-18 held together: a browser breaks lines at their hyphens.
    Those in its head and in drawings stay as they are.
    """
    head, body = page.split("<body>")
    parts = re.split(r"(<svg\b.*?</svg>|<[^>]*>)", body, flags=re.DOTALL)
    parts[::2] = [_YEARS.sub(r'<span class="nb">\1</span>', text) for text in parts[::2]]
    return f"{head}<body>{''.join(parts)}"


def policy(style: str) -> str:
    """What the page may load and do: its own style sheet and the data inside it, and nothing else
    (Content Security Policy Level 3).
    """
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _style(brand: Brand, letters: frozenset[str]) -> str:
    """The style sheet: fonts, the brand's tokens, light and dark, and what is the same for all."""
    light = {token: colour.srgb for token, colour in brand.palette.items()}
    inks = "".join(f".f-{token}{{fill:var(--{token})}}" for token in light)
    inks += "".join(f".s-{token}{{stroke:var(--{token})}}" for token in light)
    inks += "".join(f".ink-{token} .number{{color:var(--{token})}}" for token in light)
    sheet = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    return (
        f"\n{font_faces(letters)}:root{{{_tokens(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_tokens(dark(light))}}}}}\n"
        f"{sheet}{inks}\n"
    )


def _tokens(colours: dict[str, str]) -> str:
    return ";".join(f"--{token}:{srgb.lower()}" for token, srgb in colours.items())


def _environment(brand: Brand) -> Environment:
    made = _loaded().overlay()
    made.filters = {
        **made.filters,
        "kind": lambda node: type(node).__name__,
        "address": _address,
        "changed": _changed,
        "parted": parted,
        "runs": _runs,
        "steps": _steps,
        "drawn": lambda node: pictures.drawn(node, brand),
        "drawn_stack": lambda node: pictures.of_stack(node, brand),
        "photo": emblems.photo,
        "partner": emblems.partner,
    }
    return made


@cache
def _loaded() -> Environment:
    return environment(TEMPLATES)


def _address(words: str) -> Markup:
    """What a link says; where it is an address, a line may end before its slashes and full stops,
    as on paper.
    """
    said = escape(words)
    return said if " " in words else Markup(_PLACE.sub("<wbr>", said))


def _changed(said: str) -> str:
    """A change whose number stays with its direction: a narrow cell is parted behind it."""
    return said.replace(NO_BREAK, " ").replace(" ", NO_BREAK, 1)


def _steps(number: str) -> int:
    """How much smaller a number is set for its length, 0 to 3."""
    return sum(len(number) > most for most in LENGTHS)


def _runs(passages: Sequence[Passage]) -> list[tuple[bool, list[Passage]]]:
    """Paragraphs, and entries that make a list."""
    return [(is_list, list(run)) for is_list, run in groupby(passages, lambda one: bool(one.mark))]


def _head(story: Story, brand: Brand) -> Head | None:
    shown: Any = story.opening.shown if story.opening and not story.photograph else None
    match shown:
        case Dots():
            inks = LEVELS[len(shown.shown)]
            tokens = tuple("on-band" if at is None else inks[at] for at in shown.levels)
            return Head("dots", shown, pictures.of_dots(shown, brand), tokens)
        case Curve():
            return Head("curve", shown, pictures.of_curve(shown, brand))
        case Large():
            return Head("large", shown)
    return None


def _described(story: Story) -> str:
    """The beginning of the introduction, up to the end of a word."""
    if not story.introduction:
        return ""
    first: Spans = story.introduction.passages[0].text
    said = str(text_of(first))
    if len(said) <= MOST_DESCRIBED:
        return said
    return said[:MOST_DESCRIBED].rsplit(" ", 1)[0] + " …"

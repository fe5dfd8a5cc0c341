"""The social edition: cards chosen, laid out, rendered and judged before they are handed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.artefacts import Artefact, Material
from hscb_report.brand.brand import Brand
from hscb_report.editions.social import SIZES, chosen
from hscb_report.errors import NOTE, ConformanceError, ContentError, Problem
from hscb_report.products import EDITIONS, Order, ending
from hscb_report.social import judge, picture, posts
from hscb_report.story.cards import Card, Subject, default_cards, figure_card, section_card
from hscb_report.story.posts import alt_of, post_of
from hscb_report.story.typography import set_plainly, typeset
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import references

JUDGED = ("cards",)
"""What cards are judged by: the questions of ``judge``."""
MOST_ALT = 1000
"""So many letters of alternative text every large service takes."""
LONGEST_NAME = 80
"""So much of a heading or a name is said, in letters."""


@dataclass(frozen=True)
class Asked:
    """A card that is to be made.

    Attributes:
        subject: None where its number is not known.
        name: what the content calls it.
        post: the words of the content; or empty.
        waiting: figures in these words whose number is not known; then they are left out.
        by_content: whether the content asks for it.
    """

    subject: Subject | None
    key: KeyPath
    name: str
    post: str = ""
    waiting: tuple[str, ...] = ()
    by_content: bool = True


def cards(edition: str, order: Order, material: Material) -> list[Artefact]:
    """The file of posts, and behind it the pictures.

    Raises:
        ContentError: a card that the content asks for has no room, or no post is short enough.
        ConformanceError: a card does not hold what it promises.
    """
    folder = f"{material.stem}-{edition}"
    main = f"{material.stem}{ending(edition, order.purpose)}.{EDITIONS[edition].form}"
    story = typeset(material.story, "printed")
    brand = Brand(material.loaded.board)
    problems, notes, told = list[Problem](), list[Problem](), list[posts.Post]()
    found, made = list[str](), list[Artefact]()
    for asked in _asked(material):
        if asked.subject is None:
            hint = "write its number, or take it out of social"
            notes.append(_note(material, asked, "no-number", "its number is not known", hint))
            continue
        picked = chosen(asked.subject, story, brand)
        if picked is None:
            said = _no_room(asked)
            (problems if asked.by_content else notes).append(_refused(material, asked, *said))
            continue
        card, shapes = picked
        if asked.waiting:
            said_of_it = f"its post names {', '.join(asked.waiting)}, whose number is not known"
            hint = "another post is suggested; write the number, and build again"
            notes.append(_note(material, asked, "post-waits", said_of_it, hint, card=True))
        post = asked.post or post_of(card, story)
        if not post:
            said = _no_post(asked)
            (problems if asked.by_content else notes).append(_refused(material, asked, *said))
            continue
        number, files = len(told) + 1, []
        for size, publication in shapes.items():
            name = f"{number:02}-{card.path}-{size}.png"
            page = picture.drawn(publication, brand)
            shape = judge.Made(name, SIZES[size], page, picture.rendered(page))
            found += judge.faults(card, shape, story, brand)
            made.append(Artefact(f"{folder}/{name}", shape.picture, judged=JUDGED))
            files.append(name)
        alt = alt_of(card, story)
        if len(alt) > MOST_ALT:
            long = f"its alternative text has {len(alt)} letters"
            hint = f"where a service takes {MOST_ALT}, paste the part that it takes"
            notes.append(_note(material, asked, "long-alt", long, hint, card=True))
        found += judge.faults_of_words(card, files[0], alt, post)
        told.append(posts.Post(_called(card), tuple(files), alt, post))
    if problems:
        raise ContentError(problems)
    if found:
        raise ConformanceError([_fault(edition, one) for one in dict.fromkeys(found)])
    if not told and not notes:
        notes.append(_none(material))
    data = posts.listed(told, story)
    return [Artefact(main, data, judged=JUDGED, notes=tuple(notes)), *made]


def _asked(material: Material) -> Iterator[Asked]:
    """The cards that the content chooses, or else those that are good by default."""
    story, reader = material.story, material.reader
    chosen_ones = reader.summary.social
    if chosen_ones is None:
        for subject in default_cards(story, reader):
            yield Asked(subject, subject.first.key, _called(subject.first), by_content=False)
        return
    headings = [section.heading for section in reader.summary.sections]
    for at, one in enumerate(chosen_ones):
        key: KeyPath = ("social", at)
        names = [name for name, _ in references(one.post or "")]
        waiting = tuple(name for name in names if reader.figure(name).value is None)
        written = one.post if not waiting else None
        post = set_plainly(reader.plain(written), story.words) if written else ""
        if one.figure is not None:
            shown = figure_card(one.figure, key, story, reader)
            yield Asked(shown, key, reader.figure(one.figure).name, post, waiting)
        elif one.section in headings:
            shown = section_card(headings.index(one.section), story, reader)
            yield Asked(shown, key, one.section, post, waiting)


def _none(material: Material) -> Problem:
    """Why there is no card at all where the content chooses none."""
    figures = material.reader.summary.figures
    known = next((name for name, one in figures.items() if one.value is not None), None)
    if known is None:
        none = "there is no card: no number that could be shown is known"
        return Problem("no-cards", none, "write a number, and build again", severity=NOTE)
    none = "there is no card: no number stands by itself, and no chart has all of its numbers"
    hint = f"name figures that are known at the end of the file, such as: social: [{known}]"
    return Problem("no-cards", none, hint, severity=NOTE)


def _called(card: Card) -> str:
    return card.heading or card.called


def _no_room(asked: Asked) -> tuple[str, str, str]:
    figure = asked.subject is not None and not asked.subject.first.heading
    return (
        "no-room",
        "has no room on a card",
        "give the figure a short: of a few words"
        if figure
        else "shorten the heading, or name one of its figures under social instead",
    )


def _no_post(asked: Asked) -> tuple[str, str, str]:
    return (
        "no-post",
        "is too long to be said in a post",
        "write a post: for it under social, in your own words",
    )


def _refused(material: Material, asked: Asked, code: str, said: str, hint: str) -> Problem:
    """A problem of a card that the content asks for; a note on one that is left out."""
    if asked.by_content:
        place = material.loaded.tree.place(asked.key)
        return Problem(code, f'"{_short(asked.name)}" {said}', hint, place, asked.key)
    return _note(material, asked, code, f"it {said}", hint)


def _note(
    material: Material, asked: Asked, code: str, said: str, hint: str = "", card: bool = False
) -> Problem:
    """Why there is no card of something, or what is to be said of a ``card`` that there is."""
    message = f'{"the" if card else "there is no"} card of "{_short(asked.name)}": {said}'
    place = material.loaded.tree.place(asked.key)
    return Problem(code, message, hint, place, asked.key, NOTE)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _fault(edition: str, fault: str) -> Problem:
    return Problem(
        "does-not-conform",
        f"the {edition} edition failed its preflight: {fault}",
        "nothing was written; this is a fault of the tool, please report it with the content file",
    )

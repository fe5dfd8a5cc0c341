"""Random contents as leaflets: what each says in words of its own, so that it is known where it
went.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import yaml
from reportlab.pdfgen.canvas import Canvas

from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.editions.lay_out import lay_out
from hscb_report.editions.publication import Publication
from hscb_report.editions.write import write
from hscb_report.pdf.finish import finish
from hscb_report.products import STANDARDS
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from hscb_report.words.table import EN_GB
from make import CREATED, FACTS
from pdf import Box, covering, objects, text_of
from strategies import ART, earlier

BOARD = Board(name="Hampshire Safeguarding Children Board")


def marked(summary: Summary) -> Summary:
    """The same, in which each heading, label, short name, place and text ends with a word that is
    nowhere else; what one chart measures in several places still bears one label.
    """
    data = summary.model_dump(exclude_unset=True)
    places: dict[str, int] = {}
    for kind, key in (("fig", "figures"), ("ser", "series")):
        alike = _measuring_alike(data, key)
        for number, (name, one) in enumerate(data[key].items()):
            one["label"] = f"{one['label']} {kind}{alike.get(name, number)}q"
            if one.get("short"):
                one["short"] = f"{one['short']} sho{kind}{number}q"
            if one.get("place"):
                one["place"] += f" pla{places.setdefault(one['place'], len(places))}q"
    for s, section in enumerate(data["sections"]):
        section["heading"] = f"{section['heading']} sec{s}q"
        for b, block in enumerate(section["blocks"]):
            if block.get("title"):
                block["title"] = f"{block['title']} ttl{s}x{b}q"
            if isinstance(block.get("text"), str):
                block["text"] = f"{block['text']} txt{s}x{b}q"
            if block["kind"] in ("lessons", "priorities"):
                for i, item in enumerate(block["items"]):
                    item["text"] = f"{item['text']} itm{s}x{b}x{i}q"
    return Summary.model_validate(data)


def _measuring_alike(data: dict, key: str) -> dict[str, int]:
    """Of the figures or series of charts of one measure in several places, the number of the first
    that their chart has.
    """
    found, numbers = {}, {name: number for number, name in enumerate(data[key])}
    for block in (one for section in data["sections"] for one in section["blocks"]):
        names = block.get(key)
        if isinstance(names, list) and _by_place(block, [data[key][name] for name in names]):
            found |= {name: numbers[names[0]] for name in names}
    return found


def _by_place(block: dict, shown: list[dict]) -> bool:
    """Whether a chart names what it shows by its places: bars are told to, lines of one measure are
    of one place each.
    """
    if block["kind"] != "trend":
        return block.get("by") == "place"
    places = {one.get("place") for one in shown}
    return len({one["label"] for one in shown}) == 1 and len(places) == len(shown) > 1


def words_of(summary: Summary) -> dict[tuple[int, int], set[str]]:
    """The words of its own that each block must show, of a content as ``marked`` makes it."""
    data = summary.model_dump(exclude_unset=True)
    return {
        (s, b): set(re.findall(r"(?:ttl|txt|itm)\d+x\d+(?:x\d+)?q", repr(block)))
        | _names_of(block, data)
        for s, section in enumerate(data["sections"])
        for b, block in enumerate(section["blocks"])
    }


HOME = EN_GB.places.home.capitalize()


def _names_of(block: dict, data: dict) -> set[str]:
    """The words by which a block must call its figures and series: their labels or, in charts that
    name them in another way, their places or short names.
    """
    names = [block["figure"]] if "figure" in block else list(block.get("figures", []))
    names += [item["figure"] for item in block.get("items", []) if "figure" in item]
    shown = [data["figures"][name] for name in names]
    series = block.get("series", [])
    series = [data["series"][one] for one in ([series] if isinstance(series, str) else series)]
    if len(series) == 1:
        shown += [] if block.get("title") else series  # which stands in the place of its name
    shown += series if len(series) > 1 else []
    if _by_place(block, shown):
        words = [one.get("place") or HOME for one in shown]
        words += [] if block.get("title") else [shown[0]["label"]]
    elif block["kind"] in ("bars", "trend") and len(shown) > 1:
        words = [one.get("short") or one["label"] for one in shown]
    else:
        words = [one["label"] for one in shown]
    return {_own(text) for text in words}


def _own(text: str) -> str:
    """The word of its own that a text ends with; all of it, without spaces, where it has none."""
    found = re.search(r"(?:fig|ser|shofig|shoser|pla)\d+q$", text)
    return found[0] if found else text.replace(" ", "")


@dataclass(frozen=True)
class Made:
    """A leaflet, and its bytes where it was built."""

    publication: Publication
    data: bytes

    @property
    def pages(self) -> list[str]:
        """The text of each panel, without spaces."""
        return [re.sub(r"\s", "", text) for text in text_of(self.data)]


def made(summary: Summary, fold: str, purpose: str = "screen") -> Made:
    """The leaflet of a content, for a screen unless told."""
    brand = Brand(BOARD, Purpose(purpose))
    reader = Reader(summary, earlier(summary))
    publication, sides = lay_out("leaflet", tell(reader, BOARD, ART), reader, brand, fold)
    if publication.misfits:
        return Made(publication, b"")
    drawn = write(publication, sides, brand, CREATED)
    return Made(publication, finish(drawn, FACTS, STANDARDS[purpose]))


def lost(summary: Summary, one: Made) -> list[str]:
    """What a leaflet that was built neither shows nor tells, and panels on which nothing stands."""
    told = {remark.key[1::2][:2] for remark in one.publication.remarks if remark.code == "left-out"}
    everything = "".join(one.pages)
    wrong = [
        f"block {at}: {sorted(word for word in words if word not in everything)}"
        for at, words in words_of(summary).items()
        if at not in told and not all(word in everything for word in words)
    ]
    for s in range(len(summary.sections)):
        blocks = [at for at in words_of(summary) if at[0] == s]
        if not all(at in told for at in blocks) and f"sec{s}q" not in everything:
            wrong.append(f"heading of section {s}")
    draft = "Draft:notforpublication"
    return wrong + [
        f"panel {number} is blank"
        for number, text in enumerate(one.pages)
        if not text.replace(draft, "")
    ]


SAID = re.compile(
    r"write (?:at the end of the file|under (?P<under>leaflet[a-z >]*)"
    r"|in the place of (?P<place>leaflet[a-z_ >]*?)(?: and all below it)?): (?P<line>.*)$"
)


def followed(summary: Summary, hint: str) -> tuple[Summary, str]:
    """The content and the fold after a next step was followed to the letter; empty for none."""
    fold = re.search(r"build it with --fold (\w+)", hint)
    if fold:
        return summary, fold[1]
    said = SAID.search(hint)
    assert said, hint
    data = summary.model_dump(exclude_unset=True)
    new = yaml.safe_load(said["line"])
    path = (said["under"] or said["place"] or "").split(" > ")
    keys = path if said["under"] else path[:-1]
    spot = data
    for key in keys:
        if key:
            spot = spot.setdefault(key, {})
    spot.update(new)
    return Summary.model_validate(data), ""


def icon_boxes(data: bytes) -> list[Box]:
    """The boxes of all icons: filled paths with the segments and the proportions of one."""
    return [
        shape
        for shape in objects(data)[1]
        if shape.colour
        and any(
            count == shape.corners and abs(_ratio(shape) - ratio) < 0.02
            for count, ratio in _icons()
        )
    ]


def _ratio(shape: Box) -> float:
    return (shape.right - shape.left) / max(0.1, shape.top - shape.bottom)


@cache
def _icons() -> list[tuple[int, float]]:
    """Of each icon the number of its segments, and its width as a share of its height."""
    found = []
    for name in icons.names():
        sheet = BytesIO()
        canvas = Canvas(sheet, pageCompression=0)
        path = canvas.beginPath()
        for operator, points in icons.outline(name):
            if operator == "closePath":
                path.close()
            else:
                getattr(path, operator)(*[value for point in points for value in point])
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.save()
        (shape,) = objects(sheet.getvalue())[1]
        found.append((shape.corners, _ratio(shape)))
    return found


def collisions(data: bytes) -> list[str]:
    """Texts that cover one another, and icons that touch words."""
    texts = objects(data)[0]
    found = [
        f"panel {one.page}: {one.words!r} covers {other.words!r}" for one, other in covering(texts)
    ]
    found += [
        f"panel {icon.page}: an icon touches {text.words!r}"
        for icon in icon_boxes(data)
        for text in texts
        if icon.overlaps(text, 0.0)
    ]
    return found

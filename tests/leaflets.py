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
from make import CREATED, FACTS
from pdf import Box, covering, objects, text_of
from strategies import ART, earlier

BOARD = Board(name="Hampshire Safeguarding Children Board")


def marked(summary: Summary) -> Summary:
    """The same, in which each heading, label and text ends with a word that is nowhere else."""
    data = summary.model_dump(exclude_unset=True)
    for number, figure in enumerate(data["figures"].values()):
        figure["label"] = f"{figure['label']} fig{number}q"
    for number, series in enumerate(data["series"].values()):
        series["label"] = f"{series['label']} ser{number}q"
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


def words_of(summary: Summary) -> dict[tuple[int, int], set[str]]:
    """The words of its own that each block must show."""
    data, names = summary.model_dump(exclude_unset=True), list(summary.figures)
    found = {}
    for s, section in enumerate(data["sections"]):
        for b, block in enumerate(section["blocks"]):
            words = set(re.findall(r"(?:ttl|txt|itm)\d+x\d+(?:x\d+)?q", repr(block)))
            figures = [block["figure"]] if "figure" in block else list(block.get("figures", []))
            figures += [i["figure"] for i in block.get("items", []) if "figure" in i]
            words |= {f"fig{names.index(name)}q" for name in figures}
            series = block.get("series", [])
            series = [series] if isinstance(series, str) else series
            if len(series) > 1 or not block.get("title"):  # which stands in the place of one name
                words |= {f"ser{list(summary.series).index(name)}q" for name in series}
            found[s, b] = words
    return found


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

"""The document's fonts inside the page: the letters that it uses, as WOFF2.

"Source" is a Reserved Font Name (SIL Open Font License, clause 3): a font that was changed, as by
leaving letters out, may not bear it, so the subsets have a name of their own. Their notice of
copyright and licence stays in them.
"""

from __future__ import annotations

import base64
import logging
from functools import lru_cache
from io import BytesIO

from hscb_report.brand import resources
from hscb_report.brand.fonts import FILES
from hscb_report.brand.typography import Face

NAME = "Summary Sans"
"""What the family is called on the page."""
WEIGHTS: dict[Face, int] = {"regular": 400, "bold": 700, "black": 900}
ALWAYS = frozenset(range(0x20, 0x7F))
"""Letters that are always there: a reader may write some, in a search of the page."""
LEFT_OUT = ("GDEF", "GPOS", "GSUB", "STAT")
"""Tables of OpenType's layout: nothing else here is set with them, charts are measured without
kerning, and reading them takes four times as long as all the rest.
"""


def font_faces(letters: frozenset[str]) -> str:
    """The rules of a style sheet that hold the fonts of the page.

    Args:
        letters: all that the page writes.
    """
    points = frozenset(map(ord, letters)) | ALWAYS
    return "".join(
        f'@font-face{{font-family:"{NAME}";font-weight:{weight};font-display:swap;'
        f'src:url("data:font/woff2;base64,{base64.b64encode(_subset(face, points)).decode()}")'
        ' format("woff2")}\n'
        for face, weight in WEIGHTS.items()
    )


@lru_cache(maxsize=24)
def _subset(face: Face, points: frozenset[int]) -> bytes:
    """A weight with these letters alone."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = Options()
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    data = (resources.fonts() / f"{FILES[face]}.ttf").read_bytes()
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    for table in LEFT_OUT:
        if table in font:
            del font[table]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    style = face.capitalize()
    for record in font["name"].names:
        named = {
            1: f"{NAME} {style}",
            2: "Regular",
            4: f"{NAME} {style}",
            6: f"{NAME.replace(' ', '')}-{style}",
        }
        if record.nameID in named:
            record.string = named[record.nameID]
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()

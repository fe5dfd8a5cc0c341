"""A colour that is another one in print.

Finds:
    inks of a board's colour that print another colour than screens show, and colours that no inks
    print
Why:
    A brand is known by its colour. Inks are looked at through the profile that press files carry
    (FOGRA39, coated paper); a difference of 5 (CIEDE2000) is seen at once.
Fails:
    # the board's file
    brand:
      colours:
        second: {srgb: "#801650", cmyk: [0, 83, 38, 50]}    # a formula's inks: they print brick
    ---
    # the year's file
    sections:
      - {heading: Our year, blocks: [{kind: text, text: Words.}]}
Passes:
    # the board's file
    brand:
      colours:
        second: "#801650"
    ---
    # the year's file
    sections:
      - {heading: Our year, blocks: [{kind: text, text: Words.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.brand.brand import own_colours
from hscb_report.brand.colours import Colour
from hscb_report.brand.swatches import UNLIKE
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """The board's colours whose print is far from their screen."""
    given = subject.loaded.board.brand.colours
    for name, colour in own_colours(subject.loaded.board).items():
        if colour.off <= UNLIKE or colour.is_black:
            continue
        right = Colour.of(colour.srgb)
        inks = ", ".join(f"{ink:g}" for ink in right.cmyk)
        print_it = f"about {colour.printed} (a difference of {colour.off:.1f}; {UNLIKE:g} is seen)"
        if given[name].cmyk is None:
            yield Finding(
                ("brand", "colours", name),
                f"no inks of a press print {colour.srgb}: {name} will be {print_it}",
                f'choose a colour that is printed as it is, such as "{colour.printed}", or accept '
                "that print differs",
                file="board",
            )
        elif right.off < colour.off:
            yield Finding(
                ("brand", "colours", name, "cmyk"),
                f"the inks of {name} do not print {colour.srgb}, but {print_it}",
                f"write cmyk: [{inks}], or leave cmyk out",
                file="board",
            )


RULE = Rule("inks-differ", find)

"""Make the table of this example from the Department for Education's workbook.

    python examples/authorities/table.py WORKBOOK examples/authorities/authorities.csv

WORKBOOK is "Characteristics of children in need: 2017 to 2018, tables" (.xlsx), Open Government
Licence v3.0. Each authority becomes a row, with its region beside it. Numbers keep the decimals
that the workbook shows; "x", which the workbook has for what it suppresses, stays "x".
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from openpyxl import load_workbook

COUNT, RATE = "0", "0.0"
WORKBOOK = (
    # figure, sheet, column, how it is shown, and whether it is taken of the region as well
    ("referrals", "C1", "D", COUNT, False),
    ("referrals-rate", "C1", "E", RATE, True),
    ("repeats", "C1", "H", RATE, True),
    ("median", "C2", "S", COUNT, True),
    ("upper-quartile", "C2", "T", COUNT, True),
    ("section-47", "C4", "E", RATE, True),
    ("conferences", "C4", "J", RATE, True),
    ("plans-rate", "D1", "T", RATE, True),
    ("plans", "D5", "D", COUNT, True),
    ("first-neglect", "D4", "F", COUNT, False),
    ("first-physical", "D4", "G", COUNT, False),
    ("first-sexual", "D4", "H", COUNT, False),
    ("first-emotional", "D4", "I", COUNT, False),
    ("first-several", "D4", "J", COUNT, False),
    ("latest-neglect", "D4", "L", COUNT, False),
    ("latest-physical", "D4", "M", COUNT, False),
    ("latest-sexual", "D4", "N", COUNT, False),
    ("latest-emotional", "D4", "O", COUNT, False),
    ("latest-several", "D4", "P", COUNT, False),
    ("to-3-months", "D5", "F", COUNT, True),
    ("to-6-months", "D5", "I", COUNT, True),
    ("to-1-year", "D5", "L", COUNT, True),
    ("to-2-years", "D5", "O", COUNT, True),
    ("over-2-years", "D5", "R", COUNT, True),
)
CODE, NAME = "B", "C"
NOTE = re.compile(r"(?<=[a-z])\d$")
"""The number of a footnote behind a name: Slough2."""
PARTS_OF_LONDON = ("Inner London", "Outer London")
WITH_THE = ("City of ", "Isle of ", "Isles of ", "East Midlands", "East of England")
WITH_THE += ("North East", "North West", "South East", "South West", "West Midlands")
WITHOUT_THE = ("North East Lincolnshire",)

ESTIMATES = "Includes the Department's estimates for missing data."
OF_OTHERS = "As published for this authority."
OF_SLOUGH = (
    "Slough counted all contacts, whether or not they led to a referral being opened, "
    "which has significantly increased its number of referrals."
)


def names_of(typed: str) -> tuple[str, str]:
    """What an authority or a region is called, and the same within a sentence."""
    name = NOTE.sub("", typed.strip()).replace(" Of ", " of ").removesuffix(", City of")
    the = name.startswith(WITH_THE) and name not in WITHOUT_THE
    return name, f"the {name}" if the else name


def shown(value: object, form: str) -> str:
    """A cell as the workbook shows it."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    return f"{value:.{len(form.partition('.')[2])}f}"


def main(workbook: str, table: str) -> None:
    """Read the workbook, and write the table."""
    book = load_workbook(workbook)
    lines: dict[str, dict[object, int]] = {}
    authorities: dict[int, tuple[str, str]] = {}
    for sheet in dict.fromkeys(one[1] for one in WORKBOOK):
        region, found = "", lines.setdefault(sheet, {})
        for row in range(9, book[sheet].max_row + 1):
            typed = book[sheet][f"{NAME}{row}"].value
            if not isinstance(typed, str) or typed.startswith("("):
                continue
            name, code = names_of(typed)[0], book[sheet][f"{CODE}{row}"].value
            if code is None:
                region = region if name in PARTS_OF_LONDON else name
            else:  # known by its code: one sheet spells a name otherwise
                authorities.setdefault(code, (name, region))
            found[code or name] = row
    heads = ["name", "text.name", "text.area", "text.region", "text.region-name"]
    heads += ["text.of-referrals", "text.of-region"]
    for name, _, _, _, beside in WORKBOOK:
        heads += [f"figures.{name}.value"]
        heads += [f"figures.{name}-region.value"] if beside else []
    with Path(table).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(heads)
        for code, (name, region) in authorities.items():
            slough = "Slough counted all contacts as referrals."
            row = [name, name, names_of(name)[1], names_of(region)[1], region]
            row += [OF_SLOUGH if name == "Slough" else OF_OTHERS]
            row += [f"{ESTIMATES} {slough}" if region == "South East" else ESTIMATES]
            for _, sheet, column, form, beside in WORKBOOK:
                for place in (code, region) if beside else (code,):
                    cell = book[sheet][f"{column}{lines[sheet][place]}"]
                    row.append(shown(cell.value, form))
            writer.writerow(row)
    print(f"{table}: {len(authorities)} rows")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

"""The page that lists the reports of a run, with their status: a table and links, no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment

from hscb_report.batch.manifest import Record
from hscb_report.batch.table import Row
from hscb_report.batch.worker import CONFORMANCE, CONTENT, DONE, FILE, LOST
from hscb_report.web.templating import environment

INDEX = "index.html"
ASSETS = Path(__file__).resolve().parent / "assets"
SAID = {
    DONE: "Made",
    CONTENT: "Not made: its numbers or words have errors",
    CONFORMANCE: "Not made: it does not hold its standards",
    FILE: "Not made: a file could not be read or written",
    LOST: "Not made: its worker ended, or did not finish",
    "": "Not reached",
}


def index(
    title: str,
    period: str,
    rows: Sequence[Row],
    records: Mapping[str, Record],
    left: Sequence[str] = (),
) -> str:
    """The page, in the order of the table.

    Args:
        title: of the template.
        records: of the rows that were reached, by their names.
        left: files of earlier runs that are still in the folder.
    """
    listed = [_listed(row, records.get(row.name)) for row in rows]
    style = (ASSETS / "index.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    made = sum(one["status"] == DONE for one in listed)
    return (
        _environment()
        .get_template("index.html.j2")
        .render(
            title=title,
            period=period,
            rows=listed,
            made=made,
            style=style,
            digest=digest,
            said=SAID,
            left=left,
        )
    )


def _listed(row: Row, record: Record | None) -> dict[str, object]:
    return {
        "name": row.name,
        "line": row.line,
        "status": record.status if record else "",
        "files": [
            {"name": name, "href": quote(name), "size": -(-size // 1024)}
            for name, size in (record.sizes if record else {}).items()
        ],
        "problems": [
            {"where": one.get("where", ""), "said": one.get("message", "")}
            for one in (record.problems if record else ())
        ],
        "suppressed": record.suppressed if record else [],
        "warnings": record.warnings if record else 0,
        "rules": record.rules if record else [],
    }


@cache
def _environment() -> Environment:
    return environment(ASSETS)

"""The examples of the rules, each in a small frame of what it does not show."""

from __future__ import annotations

from pathlib import Path

import yaml
from PIL import Image

from hscb_report.errors import ContentError, Problem
from hscb_report.project import check
from hscb_report.summary.review import seal_of_list

FRAME = {
    "board": "ours",
    "title": "Summary",
    "period": "2017-18",
    "status": "final",
    "sources": "{return: {title: Yearly return, publisher: Our board}}",
}
"""What every year's file of an example holds, unless it says otherwise itself; sources, where it
has numbers.
"""

BOARD = "name: Our Safeguarding Children Board\n"
"""What the board's file holds."""

WORDS = "sections: [{heading: Heading, blocks: [{kind: text, text: Words.}]}]\n"
TABLE = "sections: [{{heading: Heading, blocks: [{{kind: table, figures: [{names}]}}]}}]\n"
"""The one section where an example has none: its figures in a table, or a word."""


def documents(example: str) -> list[str]:
    """The files of an example, as they are written."""
    return [part.strip("\n") + "\n" for part in example.split("\n---\n")]


def in_folder(example: str, folder: Path) -> Path:
    """Write the files of an example, each in its frame.

    Returns:
        The folder of content files.
    """
    content = folder / "content"
    (content / "boards").mkdir(parents=True)
    if "pictures/" in example:
        (content / "pictures").mkdir()
        for name, size in (("small", (600, 400)), ("large", (2200, 1400))):
            Image.new("RGB", size, "#0B6E4F").save(content / f"pictures/{name}.png")
    board = BOARD
    for text in documents(example):
        data = yaml.safe_load(text)
        if {"brand", "checks"} & set(data):
            board += text
            continue
        whole = f"{framed(text)}\nlisted: {seal_of_list('2017-18')}\n"
        period = str(yaml.safe_load(whole)["period"])
        assert not (content / f"{period}.yaml").exists(), "two files of one year"
        (content / f"{period}.yaml").write_text(whole, encoding="utf-8")
    (content / "boards/ours.yaml").write_text(board, encoding="utf-8")
    return content


def framed(text: str) -> str:
    """A year's file: of the frame the keys that the text does not have, and the text."""
    data = yaml.safe_load(text)
    missing = {key: value for key, value in FRAME.items() if key not in data}
    if not {"figures", "series"} & set(data):
        del missing["sources"]
    kept = "".join(f"{key}: {value}\n" for key, value in missing.items())
    if "sections" not in data:
        names = ", ".join(data.get("figures", {}))
        kept += TABLE.format(names=names) if names else WORDS
    return kept + text


def problems(example: str, folder: Path) -> list[Problem]:
    """All that ``check`` says of an example's year."""
    content = in_folder(example, folder)
    try:
        return check("2017-18", content=content)
    except ContentError as error:
        return error.problems

"""Content files and boards' files changed, and what is asked of them then."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import yaml

from . import odd, trees
from .stock import Stock

Command = list[str]


def made(folder: Path, chance: Random, stock: Stock) -> list[Command]:
    """Put a content folder with a changed file there; the commands to try on it."""
    name, period, earlier = chance.choice(stock.contents)
    content = folder / "content"
    shutil.copytree(stock.folder / name, content)
    files = [content / f"{period}.yaml"] * 8 + sorted((content / "boards").glob("*.yaml"))
    if earlier:
        files.append(content / f"{earlier}.yaml")
    file = chance.choice(files)
    data = changed(file.read_text(encoding="utf-8"), chance, stock.names)
    file.write_bytes(data)
    where = ["--content", "content"]
    commands = [["check", period, *where], ["build", period, *where, *order(chance)]]
    if chance.random() < 0.3:
        others = [
            ["list", *where],
            ["check", period, *where, "--format", "json"],
            ["review", period, *where],
            ["review", period, *where, "--format", "json"],
            ["figures", "export", period, *where, "--output", "out/sheet.xlsx"],
            ["figures", "export", period, *where, "--output", "out/sheet.csv"],
            ["compare", period, earlier or period, *where],
            ["compare", period, earlier or period, *where, "--format", "csv"],
        ]
        commands.append(chance.choice(others))
    return commands


ORDERS = [
    "--edition board",
    "--edition board --for press --marks",
    "--edition large-print",
    "--edition leaflet",
    "--edition leaflet --for office --fold z",
    "--edition leaflet --for press --fold half --marks --stock uncoated",
    "--edition booklet",
    "--edition booklet --for office",
    "--edition booklet --for press --marks",
    "--edition leaflet --for press --proof",
    "--edition board --final",
]


def order(chance: Random) -> Command:
    """What to build of it."""
    chosen = ORDERS[0] if chance.random() < 0.4 else chance.choice(ORDERS)
    return [*chosen.split(), "--output", "out"]


def changed(text: str, chance: Random, names: list[str]) -> bytes:
    """A file changed as data, as text, or both."""
    kind = chance.random()
    if kind < 0.55:
        text = trees.changed(text, chance, names, gentle=True)
    elif kind < 0.75:
        text = trees.changed(text, chance, names, gentle=False)
    if kind > 0.7:
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            text = chance.choice(TYPED)(text, chance)
    return encoded(text, chance)


def encoded(text: str, chance: Random) -> bytes:
    """In UTF-8, or seldom in what other programs write."""
    if chance.random() < 0.93:
        return text.encode("utf-8", "surrogatepass")
    name = chance.choice("utf-8-sig utf-16 utf-16-le utf-32 cp1252 latin-1 utf-7 cp037".split())
    data = text.encode(name, "replace")
    at = chance.randrange(len(data) + 1)
    return chance.choice((data, data[:at], data[:at] + b"\xff\xfe\x80" + data[at:], data * 2))


def _node(text: str, chance: Random) -> tuple[int, int]:
    """Where one key or value begins and ends."""
    try:
        root = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        root = None
    below, found = [root] if root else [], []
    while below:
        one = below.pop()
        found.append((one.start_mark.index, one.end_mark.index))
        if isinstance(one, yaml.MappingNode):
            below.extend(part for pair in one.value for part in pair)
        elif isinstance(one, yaml.SequenceNode):
            below.extend(one.value)
        if len(found) > 5_000:
            break
    if found:
        return chance.choice(found)
    begin = chance.randrange(len(text) + 1)
    return begin, min(len(text), begin + chance.randrange(1, 30))


def retyped(text: str, chance: Random) -> str:
    """A key or value typed otherwise, with the lines around it as they are."""
    begin, end = _node(text, chance)
    return text[:begin] + odd.plain(chance) + text[end:]


def doubled(text: str, chance: Random) -> str:
    """A key or value typed twice, or at another place."""
    begin, end = _node(text, chance)
    at, _ = _node(text, chance)
    return text[:at] + text[begin:end] + text[at:]


def cut(text: str, chance: Random) -> str:
    """A piece that is gone, or all that follows it."""
    begin, end = _node(text, chance)
    return text[:begin] + chance.choice((text[end:], text[end:], ""))


def shifted(text: str, chance: Random) -> str:
    """Lines moved, indented, doubled or joined."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    size = chance.choice((1, 1, 2, 8))
    some = lines[at : at + size]
    kind = chance.randrange(6)
    if kind == 0:
        some = [f"{' ' * chance.choice((1, 2, 4, 40))}{line}" for line in some]
    elif kind == 1:
        some = [line[chance.choice((1, 2, 4)) :] for line in some]
    elif kind == 2:
        some = [f"\t{line}" for line in some]
    elif kind == 3:
        some = some * chance.choice((2, 3, 200))
    elif kind == 4:
        some = ["".join(some)]
    else:
        some.reverse()
    return "\n".join([*lines[:at], *some, *lines[at + size :]])


def slipped(text: str, chance: Random) -> str:
    """One of the marks of YAML taken away, or put where none was."""
    marks = [one.start() for one in re.finditer(r"[-:,#'\"{}\[\]>|&*!%\n]", text)]
    if marks and chance.random() < 0.5:
        at = chance.choice(marks)
        return text[:at] + text[at + 1 :]
    at = chance.randrange(len(text) + 1)
    more = chance.choice([*"-:,#'\"{}[]>|&*!%@`\t", ": ", "- ", "\n", "...\n", "---\n", *odd.RAW])
    return text[:at] + more + text[at:]


def anchored(text: str, chance: Random) -> str:
    """Anchors, aliases and merges: each value named, one repeated."""
    begin, _ = _node(text, chance)
    at, to = _node(text, chance)
    text = text[:begin] + "&one " + text[begin:]
    if at > begin:
        at, to = at + 5, to + 5
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + "*one" + text[to:]
    if kind == 1:
        return f"{text}\n<<: *one\n"
    if kind == 2:
        levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 8)]
        return "\n".join([text, "l0: &l0 [a]", *levels, ""])
    return f"{text}\nmore: {{<<: [*one, *one], a: *one}}\n"


def nested(text: str, chance: Random) -> str:
    """A value very deep, or very long."""
    begin, end = _node(text, chance)
    depth = chance.choice((30, 300, 3_000, 30_000))
    more = chance.choice(
        ("[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth,
         "[" + "a, " * depth + "]", "1 " * depth, "a" * depth, "? " * depth)
    )  # fmt: skip
    return text[:begin] + more + text[end:]


def ended(text: str, chance: Random) -> str:
    """Other ends of lines, or other beginnings of the file."""
    kind = chance.randrange(5)
    if kind == 0:
        return text.replace("\n", chance.choice(("\r\n", "\r", "\u2028", "\u0085", "\n\n", " ")))
    if kind == 1:
        return (
            chance.choice(("%YAML 1.2\n---\n", "%TAG ! x\n---\n", "--- a\n", "\ufeff\ufeff")) + text
        )
    if kind == 2:
        return text + chance.choice(("\n---\n", "\n...\n", "\n---\n")) + text
    if kind == 3:
        return text.replace("  ", chance.choice(("\t", "   ", " ")))
    return chance.choice(
        ("", "\n", "null", "[]", "a", "# nothing\n", "{}", "\x00", "[[", text[::-1])
    )


TYPED = [
    retyped, retyped, retyped, doubled, cut, shifted, shifted, slipped, slipped, anchored, nested,
    ended,
]  # fmt: skip

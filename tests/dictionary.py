"""Makes the list of British words from a Hunspell dictionary; Hunspell judges each form.

    npm pack dictionary-en-gb@3.0.0
    python -m pip install chunspell
    python -m tests.dictionary FOLDER

FOLDER is where ``index.aff`` and ``index.dic`` of the package were unpacked. A stem and the affixes
that the file allows it make the forms, and Hunspell (by way of chunspell) says which of them are
words: no form is in the list because this module thinks so, and no stem of letters
is left out that Hunspell accepts.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

LIST = Path(__file__).parents[1] / "hscb_report/checks/dictionary/en_GB.txt.gz"
Affix = tuple[str, str, str, str, re.Pattern[str]]
"""PFX or SFX, its flag, what is taken off, what is put on, and the stems it fits."""


def affixes(aff: str) -> list[Affix]:
    """The affix rules of an ``.aff`` file."""
    found = []
    for line in aff.splitlines():
        kind, *rest = line.split() or [""]
        if kind in ("PFX", "SFX") and len(rest) >= 4:
            flag, off, on, when = rest[:4]
            fits = f"^{when}" if kind == "PFX" else f"{when}$"
            on = on.partition("/")[0]
            found.append((kind, flag, off.strip("0"), "" if on == "0" else on, re.compile(fits)))
    return found


def forms(stem: str, flags: str, rules: list[Affix]) -> Iterator[str]:
    """A stem, with each of its suffixes, and with a prefix before each of those."""
    ends = [stem]
    for kind, flag, off, on, fits in rules:
        if kind == "SFX" and flag in flags and stem.endswith(off) and fits.search(stem):
            ends.append(stem[: len(stem) - len(off)] + on)
    yield from ends
    for kind, flag, off, on, fits in rules:
        if kind == "PFX" and flag in flags:
            for end in ends:
                if end.startswith(off) and fits.search(end):
                    yield on + end[len(off) :]


def words(aff: str, dic: str, is_word: Callable[[str], bool]) -> list[str]:
    """All words of letters and apostrophes, sorted; who reads the list sees to possessives. A word
    that is never to be suggested (NOSUGGEST) has a ! before it.
    """
    rules, found = affixes(aff), dict[str, str]()
    unsaid = next((one.split()[1] for one in aff.splitlines() if one.startswith("NOSUGGEST")), "!")
    for line in dic.splitlines()[1:]:
        stem, _, flags = line.split()[0].partition("/") if line.strip() else ("", "", "")
        for form in forms(stem, flags, rules):
            letters = re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", form)
            if letters and not form.endswith("'s") and form not in found and is_word(form):
                found[form] = "!" if unsaid in flags else ""
    return [found[form] + form for form in sorted(found)]


def main(folder: Path) -> None:
    """Write the list."""
    from hunspell import Hunspell

    aff, dic = ((folder / f"index.{end}").read_text(encoding="utf-8") for end in ("aff", "dic"))
    with tempfile.TemporaryDirectory() as place:
        for end in ("aff", "dic"):
            shutil.copy(folder / f"index.{end}", Path(place) / f"en_GB.{end}")
        found = words(aff, dic, Hunspell("en_GB", hunspell_data_dir=place).spell)
    data = gzip.compress("\n".join(found).encode("utf-8"), mtime=0)
    LIST.write_bytes(data)
    print(f"{len(found):,} words, {len(data):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

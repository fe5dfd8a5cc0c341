"""What stands in a year's file as in the year before: a file that was copied by hand has no list of
what to look at, so the list is made by comparing the two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hscb_report.summary.periods import without_years
from hscb_report.summary.review import Review
from hscb_report.summary.seals import NAMED, Sealable, seal
from hscb_report.summary.tree import KeyPath


def carried(
    now: Sequence[Sealable], before: Sequence[Sealable], source: str, known: Collection[str]
) -> list[Review]:
    """What to look at in a file that nothing was listed for, in the order of the content.

    A text is known by its words, wherever they stand and whatever years they name; a number, a date
    or a setting of something with a name also by that name.

    Args:
        before: all that may have a seal in the year before.
        source: the name of that year.
        known: seals that are on the list already.
    """
    words = {_timeless(one) for one in before if one.is_text}
    settings = {(_owner(one.path), one.seal) for one in before if not one.is_text}
    together: dict[KeyPath, list[Sealable]] = {}
    for one in now:
        if one.seal in known or one.path[0] == "board":
            continue
        if one.is_text and _timeless(one) in words:
            together.setdefault(_home(one.path), []).append(one)
        elif not one.is_text and (_owner(one.path), one.seal) in settings and _says(one):
            together.setdefault(_owner(one.path) or one.path, []).append(one)
    return [_entry(path, found, source) for path, found in together.items()]


def _timeless(one: Sealable) -> str:
    """The words without the years in them: whoever copies a file exchanges those everywhere."""
    return seal(without_years(one.said))


def _home(path: KeyPath) -> KeyPath:
    """What is looked at in one: a block, all headings, all words of the figures."""
    if path[0] == "sections" and len(path) > 3:
        return path[:4]
    return path[:1] if path[0] in ("sections", *NAMED) else path


def _owner(path: KeyPath) -> KeyPath:
    return path[:2] if path[0] in NAMED else ()


def _says(one: Sealable) -> bool:
    """Whether a setting is one that somebody has to judge: no number is there yet, and no printed
    text, in any new file.
    """
    return one.path[-1] not in ("part_of", "from") and (one.path[-1], one.said) not in {
        ("value", "null"),
        ("printed", "false"),
    }


def _entry(path: KeyPath, found: Sequence[Sealable], source: str) -> Review:
    if found[0].is_text:
        why = f"the words of {source}: are they still true?"
    else:
        keys = list(dict.fromkeys(str(one.path[-1]) for one in found if one.path[0] in NAMED))
        what = f"{', '.join(keys)}: " if keys else ""
        why = f"{what}the same as in {source}: is that right?"
    seals = list(dict.fromkeys(one.seal for one in found))
    return Review(at=" > ".join(map(str, path)), why=why, seal=seals)


def unread(source: str, file: str) -> Review:
    """What to look at where the year before cannot be compared."""
    why = (
        f"{file} has errors, so it was not seen what here is still that of {source}: put it right, "
        "or look for yourself"
    )
    return Review(at="period", why=why)

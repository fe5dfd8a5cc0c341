"""Words in capitals that are no abbreviations.

Finds:
    words in capitals that are no abbreviation
Why:
    Capitals are slow to read, and some screen readers spell them letter by letter (GOV.UK
    style).
Fails:
    introduction: This is VERY IMPORTANT for all families.
Passes:
    introduction: This is **very important** for all families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.prose import spoken
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject

_RUN = re.compile(
    r"(?<![\w.@/-])[A-Z][A-Z’'-]*[A-Z](?:[ ,]+(?:[A-Z][A-Z’'-]*[A-Z]|[AI&])(?![\w]))*(?![\w@])"
)
_SMALL = frozenset(
    "A AN AND ARE AT BE BUT BY FOR FROM IN IS NOT OF ON OR OUR THE TO WE WITH YOU YOUR".split()
)
_STRESSED = frozenset(
    "ALL ALSO ALWAYS AND ANY ASK BABY BACK BEEN BEFORE BEST BIG BOTH CAN CALL CHILD COULD DAY DID "
    "DO DONE DOES EACH EVEN EVER EVERY FAMILY FEW FIND "
    "FIRST FREE GET GIVE GO GOOD GREAT HALF HAD HAS HAVE HEAR HELP HERE HIGH HOME HOW IF ITS JUST "
    "KEEP KEY KNOW LAST LATE LESS LIFE LIKE LISTEN "
    "LIVE LONG LOOK LOW MANY MAY MORE MOST MUCH MUST MY NEED NEVER NEW NEXT NO NOR NOT NOTE NOW "
    "OFTEN OLD ONCE ONE ONLY OR OTHER OUT OVER OWN PART "
    "PLEASE REAL RIGHT RISK SAFE SAFER SAME SAY SEE SHOULD SO SOME SOON SPEAK STAY STILL STOP "
    "SURE TAKE TALK TELL THAN THAT THEIR THEM THEN THERE "
    "THEY THINK THIS THREE TIME TODAY TOO TRUE TRUST TWO UP USE VERY VOICE WAS WELL WERE WHAT "
    "WHEN WHERE WHO WHY WILL WORK WORRY WRONG YEAR YES YET "
    "YOUNG".split()
)
"""Words that are set in capitals for stress; an abbreviation that is spelt like one belongs in the
board's dictionary.
"""

LONGEST = 6
"""Letters: abbreviations are hardly ever longer."""


def shouted(text: str) -> list[tuple[int, int]]:
    """Where words stand in capitals that are no abbreviations: start and end of each stretch."""
    found = []
    for run in _RUN.finditer(spoken(text)):
        words = re.findall(r"[A-Z’'-]+", run[0])
        letters = [re.sub(r"[^A-Z]", "", word) for word in words]
        if any(len(word) > LONGEST or word in _STRESSED for word in letters) or (
            len(letters) > 1 and _SMALL & set(letters)
        ):
            found.append((run.start(), run.end()))
    return found


def find(subject: Subject) -> Iterator[Finding]:
    """Stretches in capitals, unless the board's dictionary holds their words."""
    for text in subject.own:
        for start, end in shouted(text.text):
            words = text.text[start:end]
            if not all(word.casefold() in subject.dictionary for word in words.split()):
                yield Finding(
                    text.path,
                    f'"{words}" stands in capitals',
                    "write it in sentence case; **two stars** around words make them bold",
                    words,
                    start,
                )


RULE = Rule("capitals", find)

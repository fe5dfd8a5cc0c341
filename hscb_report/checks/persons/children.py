"""One child or parent, told by age and place, or by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hscb_report.checks.numbers import IN_WORDS
from hscb_report.checks.persons.told import Told

WHO = (
    r"boy|girl|child|baby|infant|toddler|teenager|youngster|young person|young man|young woman|"
    r"pupil|student|brother|sister|twin|son|daughter|victim|youth|schoolboy|schoolgirl"
)
_ALSO_OLDER = rf"{WHO}|mother|father|mum|dad|man|woman"
"""A mother of 3 is no child of 3."""
_AGE = rf"(?:\d{{1,2}}|one|{IN_WORDS})"
_MONTHS = r"(?:[- ](?:weeks?|months?|years?))?"
_YEARS = rf"{_AGE}{_MONTHS}(?: old)?\b(?! to \d| and |-)"
_OLD = rf"{_AGE}[- ](?:day|week|month|year)s?[- ]old"
_WITH_AGE = re.compile(
    rf"\b(?:{_OLD} (?:\w+ ){{0,2}}?(?:{_ALSO_OLDER})\b|(?:{WHO}),? of {_YEARS}"
    rf"|(?:father|mother|man|woman|mum|dad) of (?:1[6-9]|[2-9]\d)\b"
    rf"|(?:{_ALSO_OLDER}),? (?:aged?|at the age of) {_YEARS}"
    rf"|(?:{_ALSO_OLDER}),? (?:who (?:is|was) )?{_OLD}|(?:{_ALSO_OLDER}) \({_AGE}\)"
    rf"|(?:{_ALSO_OLDER}), \d{{1,2}}(?=,)|(?:{WHO})(?: \w+){{0,3}} at {_OLD}"
    rf"|(?:a|the|this) {_OLD}\b)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[^.;:!?]{0,30}?,? \b(?:in|from|at|near|of|outside) (?:the )?"
    r"(?P<place>[A-Z][a-z'’]+(?:[ -](?:[A-Z][a-z'’]+|upon|on|in|le|the))*)"
)
NEAR = 80
"""So many letters before an age are looked at."""
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) (?P<place>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)*), "
    r"(?:a|the|this) $"
)
_ANY = re.compile(r"\b(?:every|each|any|no|per|whether a)(?: \w+)? $", re.IGNORECASE)
"""What makes one of all."""
NO_PLACE = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday England Britain Scotland Wales Ireland "
    "Europe Year Key Stage Reception Early Child Children Serious Section Working Care Court "
    "Accident Emergency Spring Summer Autumn Winter Christmas Easter Figure Table Chapter".split()
)
"""What begins with a capital behind "in" or "of" and is no place, or one where millions live."""

_NAME = r"[A-Z][a-z]{1,14}(?:[-'’][A-Z][a-z]+)?"
_CALLED = re.compile(
    rf"\b(?:{_ALSO_OLDER})\b(?: of \d+)?,? (?:(?:who (?:is|was) )?(?:named|called|whose name "
    rf"(?:is|was))) (?P<name>{_NAME})(?P<signed>)\b"
)
_SAYS = r"told|said|says|felt|feels|wrote|writes|explained|asked|thinks|thought|described"
_NAME_AND_AGE = re.compile(
    rf"(?<![\w'’-])(?P<name>{_NAME})(?: {_NAME})?(?:"
    rf",? \(?(?:who (?:is|was) )?aged {_AGE}\b(?! ?(?:to|and|or|-|–) ?\d)"
    rf"|,? (?:a|an|was|is)? ?{_OLD} (?:{_ALSO_OLDER})\b|,? (?:is|was) {_OLD}\b"
    rf"|, who (?:is|was) \d{{1,2}}(?=[,.;)]|$)| \(\d{{1,2}}\),? (?:{_SAYS})\b"
    rf"|, \d{{1,2}},? (?:of|from|who|{_SAYS})\b)"
    rf"|(?:^|[.!?”\"'’] ?)[-–—] ?(?P<signed>{_NAME}),? \(?(?:aged? )?\d{{1,2}}\)?\.?$"
)
NO_NAME = frozenset(
    "A All An Any Babies Baby Both Boy Boys Child Children Every Everyone Female Females For Girl "
    "Girls He Her Hers His Infant Infants It Male Males Many Men Most My No One Others Our People "
    "Persons Pupil Pupils She Siblings Some Student Students Teenager Teenagers That The Their "
    "They This Those Toddlers Twins Victim Victims We Were When Who Women Young Youth Childline "
    "ChildLine Ofsted Samaritans Police Mind Barnardo Cafcass Patient Patients Person Adult Adults "
    "Mother Mothers Father Fathers Parent Parents Anyone Anybody Somebody Someone And But If In At "
    "Operation Project Where While Although As Because Carers Learners Residents Clients Families "
    "Here There".split()
)
"""What begins with a capital and is nobody's name."""
_NOT_HIS_NAME = re.compile(
    r"not (?:his|her|their|the child['’]s) real names?|names? (?:has|have) been changed|"
    r"names? (?:is|are) changed|pseudonym",
    re.IGNORECASE,
)


def children(text: str, large: Collection[str]) -> Iterator[Told]:
    """One person with an age and a place, or with a name.

    Args:
        large: words of places so large that they give nobody away, such as the board's county.
    """
    quiet = NO_PLACE | set(large)
    for found in _WITH_AGE.finditer(text):
        ahead = max(0, found.start() - NEAR)
        if _ANY.search(text[ahead : found.start()]):
            continue
        place = _PLACE.match(text, found.end())
        before = _BEFORE.search(text[ahead : found.start()])
        if before and not set(before["place"].split()) & quiet:
            yield Told(
                "one person's age and place",
                ahead + before.start(),
                text[ahead + before.start() : found.end()],
            )
        elif place and not set(re.split(r"[ -]", place["place"])) & quiet:
            yield Told(
                "one person's age and place", found.start(), text[found.start() : place.end()]
            )
    if _NOT_HIS_NAME.search(text):
        return
    for pattern in (_CALLED, _NAME_AND_AGE):
        for found in pattern.finditer(text):
            if (found["name"] or found["signed"]) not in NO_NAME | quiet:
                yield Told("one person by name", found.start(), found[0])


_GENERAL = frozenset(
    "bedroom classroom door field football garden group hall home hospital house kitchen library "
    "meeting nature nursery park picture playground playing reading room school street sun swing "
    "table town wood woods work".split()
)
_LEAVE = frozenset(
    f"{_ALSO_OLDER}|a|aged|age|and|at|from|in|near|of|old|on|the|with|month|months|year|years".replace(
        " ", "|"
    ).split("|")
)


_BETWEEN = re.compile(r"[_ /]+|(?<!\d)[-.]+|[-.]+(?!\d)")
_CODE = re.compile(r"(?=.*\d)(?!\d+(?:st|nd|rd|th)$).*[a-z].*", re.IGNORECASE)


def from_file(name: str) -> str:
    """The name of a picture's file as a text: ``boy-of-7-in-andover.jpg`` is ``boy of 7 in
    Andover``.
    """
    words = _BETWEEN.split(re.sub(r"\.\w{2,4}$", "", name))
    small = _GENERAL | _LEAVE
    return " ".join(
        one if one in small else one.upper() if _CODE.fullmatch(one) else one.capitalize()
        for one in words
        if one
    )

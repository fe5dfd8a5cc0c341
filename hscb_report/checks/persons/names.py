"""A name where it is said who was quoted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hscb_report.checks.persons.children import NO_NAME, NO_PLACE
from hscb_report.checks.persons.told import Told

A_NAME = "a name"
"""What is found."""
_NAME = r"(?:[A-Z]['’])?[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev)\.?"
_TITLED = re.compile(rf"\b{_TITLE} {_NAME}(?: {_NAME})?")
_FIRST = re.compile(
    rf"(?P<first>{_NAME}|[a-z]+)(?P<second> {_NAME}| [A-Z]\b\.?)?"
    r"(?P<age>,? \(?(?:aged? )?\d{1,3}\b\)?)?"
    r"(?=$|[,;.(]| [(–—-]|['’]s\b| (?:from|of|and|who|aged?|in|at)\b)"
)
_BEHIND = re.compile(
    rf"(?:\b(?:of|to|for|called|named)|[- ]old) (?P<first>{_NAME})(?P<second> {_NAME})?(?=$|[,;.(])"
)
_WORKS = re.compile(r"(?:er|or|[ai]st|ant|ent|ee|ian|man|woman|ess|mate|worker)$")
"""How words end that say what somebody is or does."""
_ROLES = frozenset(
    "adviser advocate age aged ambassador apprentice asylum aunt auntie aunty brother care carer "
    "carers chair chairperson champion chief clinician coach colleague commissioner constable "
    "consultant coordinator councillor counsellor cousin dad daddy daughter dentist deputy "
    "detective director doctor early educator employee employer facilitator family female former "
    "foster fosterer friend gp gran grandad granddaughter grandfather grandma grandmother "
    "grandpa grandparent grandparents grandson guardian head headteacher health helper inspector "
    "instructor intern judge lead leader learner lecturer magistrate male manager member mentor "
    "midwife minister mum mummy nan nana neighbour nephew niece nurse nursery officer "
    "paediatrician panel paramedic partner peer pensioner player police practitioner presenter "
    "principal professional psychiatrist psychologist reader refugee relative reporter "
    "representative researcher resident respondent school schoolchild sergeant sibling sister "
    "social solicitor son speaker spokesperson st staff stepdad stepfather stepmother stepmum "
    "support survivor teacher team teen therapist trainee trainer trans tutor twin uncle user "
    "visitor voice volunteer witness worker workshop year young youngster youth".split()
)
"""What people are called who are not named."""


def signed(text: str, large: Collection[str]) -> Iterator[Told]:
    """A name in the words that say who was quoted.

    A word is a name if no role is called so, and the dictionary has it with a capital or not at
    all; before an age, also if it does not end as what people are or do.

    Args:
        large: words of places so large that they give nobody away, such as the board's county.
    """
    if titled := _TITLED.search(text):
        yield Told(A_NAME, titled.start(), titled[0])
        return
    for found in filter(None, (_FIRST.match(text), *_BEHIND.finditer(text))):
        first, second = found["first"], (found["second"] or "").strip(" .")
        words = [first, second] if len(second) > 1 else [first]
        if any(one in NO_NAME | NO_PLACE | set(large) or one.lower() in _ROLES for one in words):
            continue
        aged = "age" in found.re.groupindex and bool(found["age"]) and first[0].isupper()
        if all(map(_is_name, words)) or (aged and not _WORKS.search(first)):
            yield Told(A_NAME, found.start("first"), text[found.start("first") : found.end()])
            return


def _is_name(word: str) -> bool:
    """Whether the dictionary, which is read where it is needed, has it with a capital or not at
    all.
    """
    from hscb_report.checks.dictionary.words import british, is_known

    return (word[0].isupper() and word in british()) or not is_known(word.lower())

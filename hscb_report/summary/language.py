"""Languages: the one a document is in, and those of single texts in it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from hscb_report.words.table import TABLES

_TAG = re.compile(
    r"(?P<primary>[a-z]{2,3})(?P<script>-[a-z]{4})?(?P<region>-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)
"""The tags of BCP 47 (RFC 5646, 2.1) that name a natural language, without extensions, private use
and what is kept for later.
"""

_OF_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""

_CALLED = {
    name: tag
    for tag, *names in map(
        str.split,
        (
            "ar arabic ara",
            "bg bulgarian bul",
            "bn bengali ben",
            "cy welsh cymraeg cym wel",
            "de german deu ger",
            "en-GB english eng",
            "es spanish spa",
            "fa persian farsi fas per",
            "fr french fra fre",
            "ga irish gle",
            "gd gaelic gla",
            "gu gujarati guj",
            "hi hindi hin",
            "hu hungarian hun",
            "it italian ita",
            "ku kurdish kur",
            "kw cornish cor",
            "lt lithuanian lit",
            "ne nepali nep",
            "pa panjabi punjabi pan",
            "pl polish pol",
            "ps pashto pus",
            "pt portuguese por",
            "ro romanian ron rum",
            "ru russian rus",
            "so somali som",
            "sq albanian sqi alb",
            "ta tamil tam",
            "tr turkish tur",
            "uk ukrainian ukr",
            "ur urdu urd",
            "vi vietnamese vie",
            "zh chinese zho chi",
        ),
    )
    for name in names
}
"""How people write languages that are much spoken in Britain, and their tags (two letters go
before three: RFC 5646, 2.2.1).
"""


def tag_of(text: str) -> str:
    """A language tag in its usual form (``cy``, ``zh-Hant``, ``pt-BR``); empty where it is none.

    Of languages with two letters it is known which there are; of three letters, only the form.
    """
    found = _TAG.fullmatch(text)
    if not found or text.lower() in _CALLED:
        return ""
    primary = found["primary"].lower()
    if primary in _CALLED or (len(primary) == 2 and primary not in _OF_TWO_LETTERS):
        return ""
    script = (found["script"] or "").title()
    region = (found["region"] or "").upper()
    rest = text[len(primary) + len(script) + len(region) :].lower()
    return f"{primary}{script}{region}{rest}"


def meant_by(text: str) -> str:
    """The tag of a language that was written in another way (``Welsh``, ``pl_PL``), or empty."""
    return _CALLED.get(text.strip().lower(), "") or tag_of(text.strip().replace("_", "-"))


def is_english(tag: str) -> bool:
    """Whether a text is in the language of its document: the rules about words are asked of it.
    Empty is the tag of a text that says nothing.
    """
    return tag in ("", "en", *TABLES)


def _language(value: Any) -> Any:
    if isinstance(value, str) and value in TABLES:
        return value
    raise PydanticCustomError("language", "the tool cannot write in this language")


def _lang(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, str) and (tag := tag_of(value)):
        return tag
    raise PydanticCustomError("lang", "this is no language")


Language = Annotated[
    str, BeforeValidator(_language), WithJsonSchema({"type": "string", "enum": [*TABLES]})
]
"""The language of a document: one that the tool has its own words in."""

Lang = Annotated[
    str | None,
    BeforeValidator(_lang),
    WithJsonSchema({"type": ["string", "null"], "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}),
]
"""The language of a text: a tag in its usual form; None for that of the document."""

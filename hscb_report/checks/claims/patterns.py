"""The forms of sentences that claim something, as regular expressions over a clause."""

from __future__ import annotations

import re
from functools import cached_property

from hscb_report.checks.claims.amounts import AMOUNT, BEGINS, SHARE, TIMES
from hscb_report.checks.claims.clauses import NOUNS, VERBS
from hscb_report.checks.claims.times import A_YEAR


class Form:
    """A regular expression that is compiled when it is first needed: most texts claim nothing, and
    no text claims in every form.

    Args:
        needs: one of these stands in every text that fits it.
    """

    def __init__(self, pattern: str, needs: tuple[str, ...]) -> None:
        self._pattern, self._needs = pattern, needs

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def match(self, text: str) -> re.Match[str] | None:
        """What fits from the beginning."""
        if not any(need in text for need in self._needs):
            return None
        return self._compiled.match(text)


THERE = (
    r"(?:(?:this|that|it) (?:is|was|represents|represented|means|equates to|amounts to)|"
    r"we (?:are seeing|continue to see|are now seeing)|in total,? there (?:were|was)|"
    r"there (?:were|was|are|is|have been|"
    r"has been|had been)|we (?:have |had )?(?:also )?"
    r"(?:seen|saw|held|had|received|recorded|ran|made|see|carried out|completed|dealt with)|"
    r"(?:this|the) (?:year|period|team|service|board|partnership) (?:has )?(?:seen|saw|had)|saw|"
    r"with)"
)
MANNER = (
    r"(?:(?P<manner>slight|small|modest|marginal|sharp|significant|steep|large|marked|dramatic|"
    r"substantial|considerable|notable|further|steady|continued|continuing|overall|general|first|"
    r"gradual|welcome|big) )*"
)
AUX = re.compile(
    r"(?:^|\s)(?:(?:has|have|had|is|are|was|were|did|do|does|been|being|be|also|both|all|again|"
    r"then|now|continue[sd]? to|continued|started to|began to|not|never|no longer|further|still|"
    r"since|only|just|steadily|slightly|sharply|significantly|substantially|markedly|gradually|"
    r"considerably|dramatically|marginally|rapidly|slowly|remains?|remained|nearly|almost|"
    r"more than|less than|over|about|around|roughly|actually|each|keeps?|kept)(?:\s|$))+$"
)
DENIED = re.compile(r"\b(?:not|never|no longer)\b")
BY_VERB = re.compile(rf"\b(?P<verb>{VERBS})\b(?!-)")
BY_NOUN = Form(
    rf"^(?P<before>.*?)\b(?P<det>an?|no|the|another) {MANNER}(?P<amt>{AMOUNT} )?"
    rf"(?P<noun>{NOUNS})\b(?P<of> of {AMOUNT})?(?P<tail>.*)$",
    needs=(
        "increase",
        "rise",
        "growth",
        "jump",
        "fall",
        "drop",
        "decrease",
        "reduction",
        "decline",
        "ing",
    ),
)
BARE_NOUN = Form(
    rf"^(?P<noun>{NOUNS}) in (?P<tail>.*)$",
    needs=(" in ",),
)
QUANTITY = Form(
    rf"^(?P<before>.*?)\b(?:(?P<amt>{AMOUNT}) )?(?P<word>more|fewer|less)\b"
    rf"(?! (?:than )?(?:{VERBS})\b| than {BEGINS})(?P<rest>.*)$",
    needs=(
        "more",
        "fewer",
        "less",
    ),
)
AS_MANY = Form(
    rf"^(?P<before>.*?)(?:\b(?P<times>{TIMES}) )?\bas (?:many|much) (?P<rest>.*?) as (?P<than>.*)$|"
    rf"^(?P<before2>.*?)\b(?P<half>{TIMES}) as (?:many|much) (?P<rest2>.*)$",
    needs=(
        " as many",
        " as much",
        "as many ",
    ),
)
THAN = Form(
    rf"^(?!there\b)(?P<left>.*?) (?:is|was|are|were|remains?|remained|stood|stands|has been|"
    r"have been)"
    rf"(?: (?:still|also|again|slightly|well|far|much|significantly|considerably|now))*"
    rf"(?: (?P<amt>{AMOUNT}|{TIMES}))? (?P<word>(?:higher|lower|greater|larger|smaller|"
    rf"more|less|fewer)(?= than (?!{BEGINS}))|above|below)(?: than)? (?P<right>.+)$",
    needs=(
        "than",
        "above",
        "below",
    ),
)
BARE_THAN = Form(
    r"^(?:(?:at|standing|standing at|still|also|well|far|much|slightly|just|significantly|"
    r"considerably|substantially|this is|which is|it is) )*"
    rf"(?P<word>(?:higher|lower|greater|smaller|more|less|fewer)(?= than (?!{BEGINS}))|above|below)"
    r"(?: than)? (?P<right>.+)$",
    needs=(
        "than",
        "above",
        "below",
    ),
)
"""A heading or a clause whose subject stood before it."""
HAS_THAN = Form(
    r"^(?:(?P<left>.*?) (?:has|have|had|with|saw|see|sees|at) )?(?:(?:an?|the) )?"
    r"(?:(?:still|also|slightly|much|significantly|considerably|markedly) )*"
    rf"(?P<word>higher|lower|greater|smaller) (?P<what>[a-z' -]+?) than (?!{BEGINS})"
    r"(?P<right>.+)$",
    needs=("than",),
)
"""``A has a lower rate of B than C``."""
TIMES_THAT = Form(
    rf"^(?P<left>.*?) (?:is|was|are|were)(?: now)? (?P<amt>{TIMES}) (?P<right>(?:that|those|"
    rf"the|its|"
    r"their|what|last) .+)$",
    needs=(
        "twice",
        "thrice",
        "times",
        "double",
        "treble",
        "triple",
        "half",
        "fold",
        "factor",
    ),
)
OUT = Form(
    r"^(?P<left>.*?) (?:(?:has|have) )?(?P<word>outnumber(?:ed|s)?|exceed(?:ed|s)?|"
    r"outstripped|overtook|"
    r"overtaken) (?P<right>.+?)"
    rf"(?: by (?P<amt>{AMOUNT}))?$",
    needs=(
        "outnumber",
        "exceed",
        "outstripped",
        "overt",
    ),
)
LEVEL = r"(?: (?:levels?|numbers?|points?|rates?|figures?|totals?|it has been|they have been))*"
WHEN = (
    rf"(?: (?P<ever>ever|on record|since records began|so far|in (?:our|its|their) history)|"
    rf" since (?P<since>{A_YEAR})| (?:in|for|of the last|in the last|of) (?P<many>\w+) years|"
    r" (?P<none>of the year))"
)
EXTREME = Form(
    r"^(?P<left>.*?) ?\b(?:(?:is|are|was|were|has|have|reached|at|hit|fell to|rose to|now|been|"
    r"remain|remains) )+(?:now |again )?(?:at )?(?:the|its|their|a|our) (?P<word>highest|lowest|"
    rf"most|fewest|largest|smallest){LEVEL}(?: (?:of|for) (?P<of>[a-z' -]+?))?{WHEN}$",
    needs=(
        "est ",
        "most",
    ),
)
PEAK = Form(
    rf"^(?P<left>.*?) (?:(?:has|have) )?(?P<word>peaked|(?:was|were) (?:at (?:its|"
    rf"their) )?(?:the )?"
    rf"(?:highest|lowest)) in (?P<at>{A_YEAR})$",
    needs=(
        "peaked",
        "highest",
        "lowest",
    ),
)
LARGEST = Form(
    r"^(?P<left>.+?) (?:is|was|are|were|remains?|remained)(?: (?:still|again|by far|now|also))* "
    r"(?:the|our) (?:single )?(?P<word>most common|most frequent|least common|least frequent|"
    r"largest|biggest|smallest|main|leading|commonest|rarest|top)(?: single)? (?:reason|"
    r"category|group|cause|"
    r"type|source|factor|category of abuse|form|concern|one)s?(?: (?:for|of|behind|among|in) "
    r"(?P<right>.+?))?$",
    needs=(
        "most",
        "least",
        "est ",
        "main",
        "leading",
        "top",
    ),
)
REVERSE = Form(
    r"^the (?:single )?(?P<word>most common|most frequent|least common|largest|biggest|smallest|"
    r"main|leading) (?:reason|category|group|cause|type|source|factor)(?: (?:for|of|behind|among) "
    r"(?P<right>.+?))? (?:is|was|remains?|remained) (?P<left>.+?)$",
    needs=(
        "most",
        "least",
        "est ",
        "main",
        "leading",
    ),
)
SHARED = Form(
    r"^(?:only |just |by far )?(?P<word>most|the (?:vast |great |large |overwhelming |clear )?"
    r"majority|an? (?:small |tiny )?minority|almost all|nearly all|virtually all|all|few|"
    r"hardly any|"
    r"very few|none)(?: of)?(?: the| our| all)? (?P<rest>.+)$",
    needs=(
        "most",
        "majority",
        "minority",
        "all",
        "few",
        "any",
        "none",
    ),
)
ELSEWHERE = re.compile(
    r"^(?:\w+ally$|(?:in|across|among|for|within|at|of|on|during|by|over|between|when|where|once|"
    r"after|before|with|under|unlike|elsewhere|outside|like)\b(?! (?:twice|half|"
    r"a total)))(?!.*\b(?:more|fewer|less)\b)"
)
"""What stands ahead of a clause and says of whom, where or when it holds."""
MULTIPLES = {"d": 2.0, "t": 3.0, "q": 4.0, "h": 0.5}
OF = r"(?:of )?(?:the |all |our |these )*"
AMOUNT_SHARE = Form(
    rf"^(?P<amt>{SHARE}) {OF}(?!more\b|fewer\b|less\b|as\b|many\b|higher\b|lower\b|"
    rf"again\b)(?P<rest>.+)$|"
    rf"^(?P<left>.+?) (?:(?:is|was|are|were|behind|account(?:s|ed)? for|ma[dk]e up|the|main|only|"
    rf"reason|cause|for|of|in) )+(?P<amt2>{SHARE}) {OF}(?P<right>.+)$",
    needs=(
        "%",
        "cent",
        " in ",
        "out of",
        "half",
        "halves",
        "third",
        "quarter",
        "fifth",
        "sixth",
        "eighth",
        "tenth",
    ),
)

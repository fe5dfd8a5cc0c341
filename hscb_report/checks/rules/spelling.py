"""American spellings, and words that are often misspelt.

Finds:
    an American spelling, or a word that is often misspelt
Why:
    GOV.UK style is British English with -ise. Words that are right for the board belong in its
    `dictionary`.
Fails:
    introduction: We have safeguarded children since the organization began.
Passes:
    introduction: We have safeguarded children since the organisation began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject

_AMERICAN = """
analyze=analyse analyzed=analysed analyzing=analysing behavior=behaviour behaviors=behaviours
behavioral=behavioural canceled=cancelled catalog=catalogue center=centre centers=centres
centered=centred color=colour colors=colours counseling=counselling counselor=counsellor
counselors=counsellors defense=defence dialog=dialogue endeavor=endeavour enrollment=enrolment
enroll=enrol favor=favour favorable=favourable favorite=favourite fiber=fibre fulfill=fulfil
fulfillment=fulfilment gray=grey harbor=harbour honor=honour humor=humour installment=instalment
labeled=labelled labor=labour maneuver=manoeuvre modeling=modelling neighbor=neighbour
neighbors=neighbours neighborhood=neighbourhood neighborhoods=neighbourhoods offense=offence
offenses=offences pediatric=paediatric pediatrician=paediatrician orthopedic=orthopaedic
program=programme programs=programmes rigor=rigour rumor=rumour signaling=signalling
skeptical=sceptical skillful=skilful theater=theatre traveled=travelled traveling=travelling
traveler=traveller vapor=vapour willful=wilful fetus=foetus anesthetic=anaesthetic
hemophilia=haemophilia practicing=practising toward=towards
"""
_MISSPELT = """
accomodation=accommodation acheive=achieve acheived=achieved adress=address agencys=agencies
alot=a_lot apropriate=appropriate assesment=assessment assesments=assessments awarness=awareness
basicly=basically begining=beginning beleive=believe benifit=benefit catagory=category
childrens=children's commited=committed comittee=committee commitee=committee
committment=commitment concious=conscious definately=definitely developement=development
dissapointed=disappointed effecient=efficient embarass=embarrass enviroment=environment
excercise=exercise existance=existence experiance=experience familys=families goverment=government
harrassment=harassment hampshires=Hampshire's identifed=identified immediatly=immediately
implimentation=implementation independant=independent infomation=information knowlege=knowledge
liason=liaison liase=liaise maintainance=maintenance neccessary=necessary necesary=necessary
noticable=noticeable occassion=occasion occured=occurred occuring=occurring occurence=occurrence
oppurtunity=opportunity partnerhip=partnership perpetraitor=perpetrator posession=possession
pratice=practice proffesional=professional proffesionals=professionals profesional=professional
professionaly=professionally recieve=receive recieved=received recomendation=recommendation
recomendations=recommendations recomended=recommended refered=referred refering=referring
referals=referrals referal=referral relevent=relevant responsability=responsibility
safegaurding=safeguarding safegarding=safeguarding saftey=safety seperate=separate
seperated=separated sucessful=successful successfull=successful suport=support thier=their
trainning=training untill=until vunerable=vulnerable vulnerabilty=vulnerability wich=which
wellfare=welfare
"""
BRITISH = {
    american: british.replace("_", " ")
    for american, british in (pair.split("=") for pair in (_AMERICAN + _MISSPELT).split())
}

_IZE = re.compile(r"[a-z-]{2,}(?P<z>iz)(?:e|es|ed|ing|er|ers|ation|ations|ational)")
_WITH_Z = re.compile(
    r"(?:down|out|over|under|re|cap|mid|bite|life|full|fun|king|pocket|super)?-?siz(?:e|es|ed|ing|er|ers)|priz(?:e|es|ed|ing)|"
    r"seiz(?:e|es|ed|ing)|citizen.*|maize|assizes?|baize|capsiz(?:e|es|ed|ing)|apprize[ds]?|(?:.*-)siz(?:e|es|ed|ing)"
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_IS_PROPER = re.compile(r"[a-z,;:\"')] *$")


def find(subject: Subject) -> Iterator[Finding]:
    """Words spelt in another way than British English does."""
    for text in subject.english:
        for found in _WORD.finditer(
            re.sub(r"\{[^{}]*\}|https?://\S+", lambda m: " " * len(m[0]), text.text)
        ):
            word = found[0]
            if word.casefold() in subject.dictionary or _is_name(text.text, found):
                continue
            british = british_form(word.lower())
            if british:
                shown = british[:1].upper() + british[1:] if word[0].isupper() else british
                yield Finding(
                    text.path,
                    f'"{word}" is spelt "{shown}" in British English',
                    f"write {shown}; if it is a name, add it to checks: dictionary in the board's "
                    "file",
                    word,
                    found.start(),
                )


def _is_name(text: str, found: re.Match[str]) -> bool:
    """A capital inside a sentence: ``the Center for ...`` is what somebody calls themselves."""
    return found[0][0].isupper() and bool(_IS_PROPER.search(text[: found.start()]))


def british_form(word: str) -> str:
    """How British English spells a word in small letters, or empty where it is right."""
    if word in BRITISH:
        return BRITISH[word]
    if (found := _IZE.fullmatch(word)) and not _WITH_Z.fullmatch(word):
        return word[: found.start("z")] + "is" + word[found.end("z") :]
    return ""


RULE = Rule("spelling", find)

"""How many people stand under the job. Parts are added; the size of the firm or of the team around is none.

A count of people belongs to the job when the sentence says that the job holder leads them, when it is the size of the
unit that the ad is about, or when the next words make them the job holder's.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from domain.matching import Modality
from matcher import gates, titles
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, number
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, once_for_words

_PEOPLE = (
    r"(?:\w*(?:medarbe[ij]d|medarbet)\w*|(?:fast |deltids|heltids)?ansatte|tilsette|anställda|people|person(?:er|ar|"
    r"s)?|"
    r"årsverk|fte\w*|staff|folk|heads|direct reports|reps|colleagues|kolleg\w+|members|leads|"
    r"[a-zæøå-]*(?:led|konsulent|rådgiv|behandl|agent|assistent|koordinator|operatør|veiled|vägled|spesialist|"
    r"specialist|selg|selj|legg|tekniker|mekanik|montør|vakt|vert|planlegg|konsult|handlägg|sakshandsam|kontrollør|"
    r"resepsjonist|receptionist|mottak|besvar|disponent|kunderåd|rådgjev|lagleiar|betjen)(?:e?r(?:e|a)?|e|ar(?:ar)?|"
    r"are|a)\b|"
    r"[a-z-]*(?:advis[eo]r|agent|manager|supervisor|coordinator|specialist|representative|engineer|operator|"
    r"associate|analyst|consultant|handler|timer|worker|employee|technician|planner|leader|assistant|clerk)s)"
)
_UNITS = (
    r"(?:år|års|måned\w*|månad\w*|month\w*|year\w*|dag\w*|day\w*|uke\w*|vecka|veckor|week\w*|time[rn]?|timmar|hours?|"
    r"minutt\w*|minute\w*|prosent|procent|percent|kr|kroner|mill\w*|kunder|kundar|customers?(?!\s(?:serv|care|"
    r"supp))|clients?|brukere|brukarar|"
    r"users|innbygg\w*|husstand\w*|butikk\w*|shops?|stores?|kontor\w*|offices?|land|countries|lokasjon\w*|locations?|"
    r"team\w*(?!\s?-?le)|lag|kanal\w*|channels?|språk|languages?|henvend\w*|calls?|contacts?|saker|cases|"
    r"stilling\w*|positions?|"
    r"av|of|%)"
)
_NO_ADJECTIVE = r"(?:og|and|och|eller|or|som|who|that|i|in|på|on|til|to|med|with|for|from|fra)"
_COUNT = compiled(
    rf"(?<![\d.,:-])(?:\bca\.? |\brundt |\bom lag |\babout |\baround |\balle |\ball )?"
    rf"\b(?P<count>{NUMBER})(?![\d.,:]*\d)\s(?:(?!(?:{_UNITS}|"
    rf"{_NO_ADJECTIVE})\b)[a-zæøå-]+,?\s){{0,3}}?(?P<who>{_PEOPLE})\b"
)
_ANYBODY = compiled(
    rf"(?<![\d.,:-])\b(?P<count>{NUMBER})(?![\d.,:]*\d)\s(?:(?!(?:{_UNITS}|{_NO_ADJECTIVE})\b)[a-zæøå-]+\s){{0,2}}?"
    rf"(?P<who>(?!{_UNITS}\b)[a-zæøå-]{{3,}}(?:ere|arar|are|ister|istar|ers|ists))\b"
)
"""People of a trade nobody thought of: believed only right after a word for leading."""
_BARE = compiled(
    rf"\b(?:de|dei|dem|the|alle|all|på|of|over|for)\s(?P<count>{NUMBER})(?![\d.,:]*\d)"
    rf"(?=\s?(?:[.,;!?]|$|\s(?:som|who|that|i|in|på|og|and)\b))(?!\s(?:i|in|på)\s(?:året|uken|dag))"
)
_FURTHER = compiled(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?:i|in|på|at|som|who|on)(?:\s[a-zæøå-]+){{1,6}}?)?\s?"
    rf"(?:,?\s?(?:og|and|och|samt|pluss|plus)\s|,\s|\+\s?)(?:the\s|their\s|de\s|dei\s|deres\s)?"
    rf"(?P<count>{NUMBER})\s(?!{_UNITS}\b)(?:(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}\b|(?=(?:i|in|på|som|who|at|on)\s))"
)
_LEADS = compiled(
    r"\b(?:lede[rt]?|leie[r]?|leia|leiar|ledelse|leiing|leda|ledar|lead(?:s|ing)?|manages?|managing|run|running|keep|"
    r"ansvar\w*|\w*ansvar (?:for|får|för|over)|responsib\w+|look(?:s|ing)? after|team (?:of|på)|report to you|"
    r"(?:organis\w+|avdeling\w*|avdelinga|avdelning\w*|afdeling\w*|grupp[ea]n?|lag|gjeng\w*|enhet\w*|seksjon\w*|crew|"
    r"unit|department) (?:på|of|med|with|av)|overta\w*|tar over|over(?:see|seeing)|supervis\w+|head up|in charge of|"
    r"nærmeste leder|nærmaste leiar|(?:\w*chef|\w*sjef|\w*leder|\w*leiar|\w*ledare|manager) (?:for|för|over|av|til|"
    r"till|"
    r"of|to)|leadership of|coach\w*|oppfølging av|fördelar|fordeler|styre[r]?|i (?:spissen|spidsen) for|head(?:ing|"
    r"s)?)\b"
)
_UNIT_HAS = compiled(
    r"\b(?:seksjon\w*|avdeling\w*|team\w*|kundesent\w*|kundeserv\w*|kundedialog\w*|kundest\w*|enhet\w*|eining\w*|"
    r"avdelning\w*|afdeling\w*|department|kundtjänst\w*|kundservice\w*|grupp\w*|førstelinj\w*|kundsupport\w*|"
    r"\w*torget|\w*senteret|innbygg\w*|service desk|support\w*|"
    r"brukerstøtte\w*|medborgar\w*|borgerservice\w*|lag\w*|contact cent\w+|call cent\w+|customer \w+)\b"
    r"[^.;]{0,45}\b(?:har|består\b[^.;]{0,10} av|consists? of|has|teller|tel|är|er|is made up of|counts|där|der|hvor|"
    r"where|with)\b"
)
_FIRM = compiled(
    r"\b(?:vi er|me er|we are|selskapet|konsernet|virksomheten|bedriften|company|group|kommunen|omsatte|"
    r"totalt|opplæring av|training of|brukarane|for our|fordelt på|"
    r"enterprise|erfaring|gjennom|through|via|genom|mer enn|more than|mennesker i|"
    r"hiring)\b[^.;]{0,30}$"
)
_SOUGHT = compiled(
    r"\b(?:søker|søkjer|søger|söker|trenger|treng|hiring|need|hjelper|hjelp\w*|supports?|serves?|betjener)\s"
    r"(?:nå\s|our\s|the\s|over\s)?(?:ca\.?\s|rundt\s|alle\s|all\s)?$"
)
"""Those who are looked for or served."""
_WE_HAVE = compiled(r"\b(?:vi har|we have|vi er)\b[^.;]{0,40}$")
_YOURS = compiled(
    r"\b(?:(?:blir|vert|bliver|er) (?:dine|dina|deira|deres)|will be yours|are yours|reports? to you|to you\b|"
    r"rapporter\w* til (?:deg|dig)|(?:deres|deira|nærmeste|nærmaste) (?:nærmeste |nærmaste )?(?:sjef|leder|leiar|chef)|"
    r"(?:sjefen|lederen|leiaren|chefen) (?:deres|deira|for dem|for dei)|"
    r"mangler (?:en|ein|nå en) (?:sjef|leder|leiar|chef)|(?:somebody|someone|a manager|a leader) to (?:run|lead|"
    r"manage))\b"
)
_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)
_REACH, _NEAR, _NEXT = 95, 30, 2


class _Counted(NamedTuple):
    """A count in a sentence, and how surely it is the job's."""

    people: Found[int]
    surely: bool
    perhaps: bool
    """A group of the service, if the words around make it the job holder's."""


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff, or only guides it."""
    if leads_nobody:
        return None
    weaker: Found[int] | None = None
    for index, (at, voice) in enumerate(document.said):
        if not voice.mask & gates.PEOPLE or (voice.section in _SILENT and voice.listed):
            continue
        counted = _counted(voice)
        if counted is None:
            continue
        people = Found(counted.people.value, at + counted.people.start, at + counted.people.end)
        if counted.surely:
            return people
        following = (said.voice.folded for said in document.said[index + 1 : index + 1 + _NEXT])
        if weaker is None and (counted.perhaps and any(_YOURS.search(folded) for folded in following)):
            weaker = people
    title = titles.judge(document.ad.title)
    if weaker is None and title.leads and not title.first_line:
        return _of_unit(document, _unit) or _of_unit(document, _who_answer)
    return weaker


def _of_unit(document: Document, read: Callable[[Voice], Found[int] | None]) -> Found[int] | None:
    """The size of the unit that the ad is about."""
    for at, voice in document.said:
        if voice.mask & gates.PEOPLE and voice.section in (Section.ROLE, Section.NONE, Section.TASKS):
            found = read(voice)
            if found:
                return Found(found.value, at + found.start, at + found.end)
    return None


@once
def _counted(voice: Voice) -> _Counted | None:
    folded = voice.folded
    if voice.of(0, 1) is Modality.NEGATED:
        return None
    perhaps: _Counted | None = None
    patterns = (_COUNT, _BARE, _ANYBODY)
    finds = ((pattern, match) for pattern in patterns for match in pattern.finditer(folded))
    for pattern, found in sorted(finds, key=lambda pair: pair[1].start()):
        reach = _NEAR if pattern is _ANYBODY else _REACH
        before = folded[max(0, found.start() - reach) : found.start("count")]
        if _FIRM.search(before) or _SOUGHT.search(before):
            continue
        named = pattern is _COUNT
        if _LEADS.search(before) or (named and _YOURS.search(folded, found.end())):
            return _Counted(_summed(folded, found), True, True)
        if named and perhaps is None:
            perhaps = _Counted(
                _summed(folded, found), False, not _WE_HAVE.search(before) or bool(_SERVED.search(folded))
            )
    return perhaps


_SERVED = compiled(r"kunde|kund[ts]|customer|support|service|telefon|chat")


@once_for_words
def _unit(voice: Voice) -> Found[int] | None:
    for found in _COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if _UNIT_HAS.search(before) and not _FIRM.search(before):
            return _summed(voice.folded, found)
    return None


@once_for_words
def _who_answer(voice: Voice) -> Found[int] | None:
    """*47 kundeveiledere svarer …*: those who serve the customers are the leader's, unless the words say otherwise."""
    if not _SERVED.search(voice.folded) and not _ANSWER.search(voice.folded):
        return None
    for found in _COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if not (_FIRM.search(before) or _SOUGHT.search(before) or _FIRM_WORD.match(found["who"])):
            return _summed(voice.folded, found)
    return None


_ANSWER = compiled(r"\b(?:svare[rn]?|svarar|svarer|answers?|tar imot|tek imot|tar emot|hjelper|hjälper|hjælper|help)\b")
_FIRM_WORD = compiled(r"(?:ansatte|tilsette|anställda|people|personer|employees|mennesker)")


def _summed(folded: str, first: re.Match[str]) -> Found[int]:
    total, end = number(first["count"]), first.end()
    while further := _FURTHER.match(folded, end):
        total, end = total + number(further["count"]), further.end()
    return Found(total, first.start("count"), end)

"""The size of the unit that the ad is about, where no sentence says who leads those who are counted."""

import re

from matcher.fields.common import NUMBER, Found, number
from matcher.fields.people_clauses import are_theirs, of_another
from matcher.fields.people_counts import GROUPS, WITH_YOU, counted_by_trade, summed
from matcher.fields.people_words import AMONG, ANOTHER_LEADS, ANOTHERS, ELSEWHERE, FIRM, SOUGHT, UNIT_HAS, WE_ARE
from matcher.folding import compiled
from matcher.voice import Voice, once_for_words

_REACH = 95
SERVED = compiled(r"kunde|kund[ts]|customer|support|service|telefon|chat")
_ONE_OF_THEM = compiled(
    r"\b(?:du (?:blir|er|vert|bliver|är)|you (?:are|will be|become)|you'll be) (?:(?:en|ein|én|one) (?:av|af|of)|"
    r"(?:\w*rådgiveren|\w*rådgjevaren|\w*assistenten|nestlederen|nestleiaren|stedfortrederen|sekretæren|høyre hånd\w*|"
    r"the deputy of)\b)|\b(?:du blir|you (?:would|will) be|you'll be) (?:den |the |nummer )(?:\w+e|second|third|fourth|"
    r"fifth|sixth|seventh)\b(?=\s?[.,;]|$)"
)
"""*120 medarbeidere, og du blir en av ti skiftledere.*"""
_OTHER_ONES = compiled(r"\b(?:andre|andra|other|øvrige|fellow)\b")


def are_peers(voice: Voice, found: re.Match[str]) -> bool:
    """Are those who are counted said to be beside the job holder?"""
    if _OTHER_ONES.search(found.group()):
        return not are_theirs(voice.folded, found.end())
    return _ONE_OF_THEM.search(voice.folded, found.end()) is not None


@once_for_words
def _unit(voice: Voice) -> Found[int] | None:
    for found in counted_by_trade(voice):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if UNIT_HAS.search(before) and not (
            of_another(before, voice.folded[found.end() :])
            or _LED_ALREADY.search(before)
            or FIRM.search(before)
            or WE_ARE.search(before)
            or AMONG.search(before)
            or ELSEWHERE.search(before)
            or ANOTHER_LEADS.search(before)
            or are_peers(voice, found)
            or led_in_part(found, voice.folded)
        ):
            return summed(voice.folded, found)
    if groups := GROUPS.search(voice.folded):
        return Found(number(groups["groups"]) * number(groups["each"]), *groups.span())
    if with_you := WITH_YOU.search(voice.folded):
        return Found(number(with_you["count"]) - 1, *with_you.span())
    posts = _POSTS.search(voice.folded)
    return Found(number(posts["count"]), posts.start("count"), posts.end()) if posts else None


_LED_ALREADY = compiled(
    r"\b(?:en|ein|a|one)\s(?!team|gruppe|fag|skift|vakt|nest|assisterende)\w+(?:leder|leiar|ledare|sjef|chef|"
    r"manager),?\s(?:og|and|och|samt)\s$"
)
"""*Kundesenteret består av en kundesenterleder og ti veiledere*: these have their leader."""
_POSTS = compiled(
    rf"\b(?:avdeling|avdelning|afdeling|enhet|eining|enhed|seksjon|sektion|kundesent|servicetorg|innbyggertorg|"
    rf"department|unit)\w*\b[^.;]{{0,30}}\b(?:har|består av|teller|rommer|omfatter|disponerer|has|med til sammen|med i "
    rf"alt|med totalt)\s(?P<count>{NUMBER})\s(?:faste |hele )?(?:stillinger|stillingar|positions|posts|"
    rf"tjänster)\b(?!\s(?:ledig|som skal))"
)
"""*Avdelingen har 19 stillinger.*"""


@once_for_words
def _who_answer(voice: Voice) -> Found[int] | None:
    """*47 kundeveiledere svarer …*: those who serve the customers are the leader's, unless the words say otherwise."""
    if not SERVED.search(voice.folded) and not _ANSWER.search(voice.folded):
        return None
    for found in counted_by_trade(voice):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if not (
            of_another(before, voice.folded[found.end() :])
            or FIRM.search(before)
            or WE_ARE.search(before)
            or SOUGHT.search(before)
            or FIRM_WORD.match(found["who"])
            or _WITH_CUSTOMERS.search(before)
            or ANOTHERS.search(before)
            or ANOTHER_LEADS.search(before)
            or AMONG.search(before)
            or ELSEWHERE.search(before)
            or are_peers(voice, found)
        ):
            return summed(voice.folded, found)
    return None


_WITH_CUSTOMERS = compiled(
    r"\d\s(?:kund(?:er|ar)|customers|medlemm(?:er|ar)|members|abonnent(?:er|ar)|husstander|brukere|policyholders) "
    r"(?:og|and|och) (?:\w+ )?$"
)
"""*19 000 kunder og 65 medarbeidere* are the firm's."""


@once_for_words
def _on_the_list(voice: Voice) -> Found[int] | None:
    """*24 saksbehandlere, to gruppeledere, 190 000 klager i året*: what a job is made of, told without a verb."""
    for found in counted_by_trade(voice):
        if not voice.folded[: found.start()].strip(" -:") and not FIRM_WORD.match(found["who"]):
            return (
                summed(voice.folded, found)
                if _ON_THE_LIST.match(voice.folded, summed(voice.folded, found).end)
                else None
            )
    return None


_ON_THE_LIST = compiled(r"\s?(?:[,;]\s\d|\W*$|,\s(?:alle|all|alla)\b)")
_ANSWER = compiled(r"\b(?:svare[rn]?|svarar|svarer|answers?|tar imot|tek imot|tar emot|hjelper|hjälper|hjælper|help)\b")
FIRM_WORD = compiled(r"(?:ansatte|tilsette|anställda|people|personer|employees|mennesker)")


def led_in_part(found: re.Match[str], folded: str) -> bool:
    """*Varehuset har 52 ansatte, og vi trenger ny leder for avdelingen …*: all the staff, of whom a part is led."""
    who = found.groupdict().get("who")
    if not (who and FIRM_WORD.fullmatch(who)):
        return False
    part = _OF_A_PART.search(folded, found.end())
    return part is not None and part["unit"] not in folded[: found.start()]


_OF_A_PART = compiled(
    r"(?:leder|leiar|ledare|sjef|chef|manager|leader|head)\s(?:for|til|av|af|of|to|åt|för|over)\s(?:the |our |vår "
    r")?(?P<unit>avdeling|avdelning|afdeling|seksjon|sektion|enhet|eining|enhed|team|gruppe|grupp|department|section|"
    r"unit)"
)


UNIT_READERS = (_unit, _who_answer, _on_the_list)
"""How the size of a unit is told, the surest first."""

"""A count of people in one sentence, and whether the words around it make them the job holder's."""

import re
from typing import NamedTuple

from domain.matching import Modality
from matcher.fields.common import Found, number
from matcher.fields.people_clauses import GIVEN, are_theirs, of_another
from matcher.fields.people_counts import (
    ANYBODY,
    BARE,
    COUNT,
    PART,
    REPORTING,
    STRONG,
    counts,
    labelled_sum,
    of_leaders,
    summed,
)
from matcher.fields.people_units import FIRM_WORD, SERVED, are_peers, led_in_part
from matcher.fields.people_words import (
    AMONG,
    ANOTHER_LEADS,
    ANOTHERS,
    ELSEWHERE,
    FIRM,
    LEADS,
    LEADS_US,
    SEEKS,
    SOUGHT,
    UNIT_HAS,
    WE_ARE,
    WE_HAVE,
)
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once

_REACH, NEAR = 95, 50
"""Letters before a count in which words for leading are looked for."""


class Counted(NamedTuple):
    """A count in a sentence, and how surely it is the job's."""

    people: Found[int]
    surely: bool
    perhaps: bool
    """A group of the service, if the words around make it the job holder's."""
    leaders: bool = False
    """Leaders with people of their own."""


@once
def counted_in(voice: Voice) -> Counted | None:
    """The people whom the sentence counts as the job's, or may count so; None where it counts nobody."""
    folded = voice.folded
    labelled, spread, finds = counts(voice)
    if not (labelled or spread or finds) or voice.of(0, 1) is Modality.NEGATED:
        return None
    if labelled:
        total = labelled_sum(folded, labelled)
        return Counted(total, True, True, of_leaders(labelled) and total.value == number(labelled["count"]))
    if spread and (LEADS.search(folded, 0, spread.start()) or _BELONGS.search(folded, 0, spread.start())):
        return Counted(Found(number(spread["count"]), spread.start("count"), spread.end()), True, True)
    perhaps: Counted | None = None
    for pattern, found in finds:
        reach = NEAR if pattern is ANYBODY else _REACH
        before = folded[max(0, found.start() - reach) : found.start("count")]
        earlier = folded[max(0, found.start() - _REACH) : found.start("count")]
        total = summed(folded, found)
        if (
            are_peers(voice, found)
            or (pattern is PART and any(later.start() > found.start() for _, later in finds))
            or (pattern is not PART and _not_counted(earlier, folded[found.end() :], folded[total.end :]))
            or (WE_ARE.search(before) and _is_firm(found, folded))
            or _A_SHIFT.match(folded, found.end())
            or SEEKS.match(folded, found.end())
        ):
            continue
        named = _is_named(voice, pattern, found, before)
        if total.value < 1:
            continue
        in_part = led_in_part(found, folded)
        if _is_led(voice, pattern, found, before, named=named) or (
            named and are_theirs(folded, total.end) and not in_part
        ):
            return Counted(total, True, True, of_leaders(found) and total.value == number(found["count"]))
        if named and perhaps is None:
            perhaps = Counted(total, False, not WE_HAVE.search(before) or bool(SERVED.search(folded)))
    return perhaps


_DIRECT = compiled(
    r"(?:(?:direct (?:and|or) )?(?:in)?direct reports|\w*rapporterende|direktrapporter\w*|\w*underordne\w*|"
    r"\w*underordna)"
)
_BELONGS = compiled(r"\b(?:til \w+ (?:hører|høyrer)|tilhører|tilhøyrer|består av|omfatter|omfattar|teller|tel|har)\b")
HERE_ARE = compiled(
    r"(?:^|[.;:,]\s)(?:hos oss|her|der|dér|där|hær|dær|there|here)\s(?:sitter|sit|sidder|jobber|arbeider|arbeidar|"
    r"arbetar|arbejder|jobbar|er|är|are|finner du|finns|work|møter du)\s(?:det |i dag |du )?(?:de |dei |the )?$"
)
"""*Vi søker en leder for ringesenteret. Her sitter 18 ververe.*"""


def _not_counted(before: str, after: str, beyond: str) -> bool:
    """Do the words around a count make it the firm's, another leader's, or those who are sought or served?

    ``beyond``: what stands after all groups that are added to it.
    """
    return of_another(before, after) or bool(
        _WE_LEAD.search(before)
        or (FIRM.search(before) and not GIVEN.search(before))
        or (AMONG.search(before) and not _LED_BY_YOU.match(beyond))
        or SOUGHT.search(before)
        or ANOTHER_LEADS.search(before)
        or ANOTHERS.search(before)
        or ELSEWHERE.search(before)
        or (WE_ARE.search(before) and not LEADS_US.search(after))
    )


_LED_BY_YOU = compiled(
    r",?\s(?:(?:som|who|that) )?(?:(?:alle|alla|all) )?(?:har (?:deg|dig) som|rapporterer til deg|rapporterar till dig|"
    r"reports? to you)\b|\s(?:som )?(?:du|you) (?:(?:nå|no|nu|now|will|skal|kan|can|vil) ){0,2}(?:bli|blir|er|be|"
    r"become|are|lede|leder|lead) (?:(?:sjef|leder|leiar|chef|ledare|the boss) (?:for|för|of))?"
)
"""*En av de 31 kollegene du nå kan bli sjef for.*"""
_WE_LEAD = compiled(
    r"\bwe (?:\w+ )?(?:manage|run|lead|look after)\b[^.;]*$|\b(?:vi|me) (?:driver|driv|forvalter|forvaltar|"
    r"förvaltar)\b[^.;]*$"
)
"""*We manage NOK 96 billion and have 260 employees*: the firm's."""
_A_SHIFT = compiled(
    r"\s(?:per|pr\.?|på hvert|på kvart|hvert|kvart|each|every|på varje|på hver)\s(?:skift|shift|vakt|pass|vagt)"
)
"""So many at a time are not all."""


def _is_given(before: str, found: re.Match[str]) -> bool:
    """*Dine åtte rådgivere*, *du får åtte rådgivere*: are they given to the job holder, and no colleagues?"""
    return bool(_YOUR.search(before) or _YOU_GET.search(before)) and not _FELLOWS.match(found["who"])


def _is_firm(found: re.Match[str], folded: str) -> bool:
    """*Vi er 60 ansatte, og vi trenger en leder*: are all the firm's people counted, and no group of the service?"""
    who = found.groupdict().get("who")
    return bool(who and FIRM_WORD.fullmatch(who) and not SERVED.search(folded, 0, found.end() + NEAR // 2))


def _is_named(voice: Voice, pattern: re.Pattern[str], found: re.Match[str], before: str) -> bool:
    """Is it told that people are counted: by their trade, or as those of a unit?"""
    if pattern is ANYBODY:
        return bool(HERE_ARE.search(before) or UNIT_HAS.search(before))
    if pattern is not BARE:
        return pattern in (COUNT, STRONG, REPORTING)
    return bool(UNIT_HAS.search(before) or _THESE.search(before) or _IN_UNIT.match(voice.folded, found.end()))


def _is_led(voice: Voice, pattern: re.Pattern[str], found: re.Match[str], before: str, *, named: bool) -> bool:
    """Do the words around a count say that the job holder leads them?"""
    folded, end = voice.folded, found.end()
    return bool(
        ((LEADS.search(before) or GIVEN.search(before)) and pattern not in (PART, REPORTING))
        or _DIRECT.match(found.groupdict().get("who") or "")
        or ((named or pattern is PART) and are_theirs(folded, end) and not led_in_part(found, folded))
        or (pattern is STRONG and _YOUR.search(before))
        or (pattern in (COUNT, ANYBODY) and _is_given(before, found))
        or (_GET.search(before) and _TO_DO.match(folded, end))
        or (_WANTED.search(before) and _A_LEADER.match(folded, end))
        or (WE_ARE.search(before) and pattern is not ANYBODY)
        or (
            pattern is COUNT
            and voice.section is Section.TASKS
            and voice.listed
            and not folded[: found.start()].strip(" -–•*")
        )
    )


_WANTED = compiled(
    r"\b(?:trenger|treng|mangler|manglar|saknar|behöver|savner|needs?|søker|søkjer|får)\s(?:[a-zæøå]+\s){1,2}$"
)
_A_LEADER = compiled(r"\s(?:en|ein|a)\s(?:[a-zæøå]+\s)?\w*(?:leder|leiar|ledare|sjef|chef|manager|boss)\b")
"""*Nå trenger våre ni rådgivere en leder.*"""


_YOUR = compiled(r"\b(?:your|din|ditt|dit|di|dine|dina)\s$")
_FELLOWS = compiled(r"[a-zæøå-]*(?:kolleg|colleague|referanse|reference)")
_YOU_GET = compiled(
    r"\b(?:(?:du|you)\s(?:får|get|overtar|overtek|will have|skal ha|vil ha)|(?:får|overtar|overtek|har) du)\s(?:de |"
    r"dei |the )?$"
)
"""*Du får ni rådgivere, en jurist og en lærling.*"""
_GET = compiled(r"\b(?:får|få|get|gets|getting)\s(?:de |dei |the |våre |our |alle )?$")
_TO_DO = compiled(r"\s(?:til å|til at|to)\s")
"""*Du får de ni deltidsansatte til å …*"""
_IN_UNIT = compiled(
    r"\s(?:i|på|in|on)\s(?:the )?(?:team|avdeling|avdelning|afdeling|grupp|lag|gjeng|seksjon|kundeserv|support)\w*"
)
_THESE = compiled(
    r"\b(?:disse|desse|these|dessa|de|dei|dem|the|all|alle|alla|det|vi|me|we)\s$|\b\w*(?:team|lag|gjeng|avdeling|"
    r"avdelning|"
    r"afdeling|grupp|enhet|eining|seksjon|stab|department|unit|crew|hold)\w*\s(?:på|of|om|med|with|av)\s$"
)

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
from matcher.fields.common import Found, first_row, moved, number
from matcher.fields.people_clauses import BY_TITLE, GIVEN, YOURS, are_theirs, are_yours, of_another, report_to_another
from matcher.fields.people_counts import (
    ANY_STAFF,
    ANYBODY,
    BARE,
    BELOW_NEXT,
    COUNT,
    PART,
    REPORTING,
    STRONG,
    counted_by_trade,
    counts,
    labelled_sum,
    of_leaders,
    summed,
)
from matcher.fields.people_led import EXPLICIT, YOU_LEAD, leads_before, opens_with_yours, seeks_a_leader
from matcher.fields.people_units import FIRM_WORD, SERVED, UNIT_READERS, are_peers, led_in_part
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
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, once, tells

_DIRECT = compiled(
    r"(?:(?:direct (?:and|or) )?(?:in)?direct reports|\w*rapporterende|direktrapporter\w*|\w*underordne\w*|"
    r"\w*underordna)"
)
_BELONGS = compiled(r"\b(?:til \w+ (?:hører|høyrer)|tilhører|tilhøyrer|består av|omfatter|omfattar|teller|tel|har)\b")
_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)
_REACH, _NEAR, _NEXT = 95, 50, 2


class _Counted(NamedTuple):
    """A count in a sentence, and how surely it is the job's."""

    people: Found[int]
    surely: bool
    perhaps: bool
    """A group of the service, if the words around make it the job holder's."""
    leaders: bool = False
    """Leaders with people of their own."""


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff, or only guides it."""
    if leads_nobody:
        return None
    weaker: Found[int] | None = None
    title = titles.judge(_GUIDE.sub(" ", document.ad.title))
    for at, voice in document.speaking(gates.PEOPLE):
        counted = _counted(voice)
        if counted is None:
            continue
        told_next = voice.section is Section.EMPLOYER and any(
            are_yours(after.folded) for _, after in document.after(at, 1)
        )
        if voice.section in _SILENT and voice.listed and not (_to_you(voice) or told_next):
            continue
        if not title.leads and report_to_another(voice.folded[counted.people.end :], fold(document.ad.title)):
            continue
        people = moved(counted.people, at)
        if counted.surely and (title.leads or EXPLICIT.search(voice.folded) or seeks_a_leader(document)):
            people = _with_theirs(document, at, people) if counted.leaders else people
            return _with_next_items(document, at, voice, _with_more(document, at, people))
        there = _THERE.match(voice.folded, counted.people.end) or _HERE_ARE.search(
            voice.folded, 0, counted.people.start
        )
        if there and leads_before(document, at):
            return people
        if (
            weaker is None
            and counted.perhaps
            and not counted.surely
            and _yours_by_next(document, at, leads=title.leads)
        ):
            weaker = _part_by_next(document, at) or people
    if weaker is None:
        weaker = first_row(document, gates.STAFF, _LABEL, _surely)
    if weaker is not None:
        return weaker
    if (title.leads and not title.first_line) or seeks_a_leader(document):
        return next(filter(None, (_of_unit(document, read) for read in UNIT_READERS)), None)
    return None


def _yours_by_next(document: Document, at: int, *, leads: bool) -> bool:
    """*Kundeservice er seks hoder. De trenger en sjef.* Do the next sentences give those counted to the job holder?"""
    for _, after in document.after(at, _NEXT):
        if (YOURS.search(after.folded) or are_yours(after.folded)) and (leads or not BY_TITLE.search(after.folded)):
            return True
        again = _counted(after)
        if again and again.perhaps:
            return False
    return False


def _part_by_next(document: Document, at: int) -> Found[int] | None:
    """*Drift og kundestøtte er 90 ansatte. Kundestøtte, som du blir leder for, utgjør 17 av dem.*"""
    for start, after in document.after(at, 1):
        part = next((found for way, found in counts(after)[2] if way is PART), None)
        if part and YOURS.search(after.folded):
            return Found(number(part["count"]), start + part.start(), start + part.end())
    return None


def _with_more(document: Document, at: int, people: Found[int]) -> Found[int]:
    """*Du leder tolv rådgivere. I tillegg har du to vikarer.*"""
    for start, after in document.after(at, 1):
        more = _MORE.match(after.folded)
        counted = counted_by_trade(after) if more else iter(())
        found = next((found for found in counted if more and found.start() == more.end()), None)
        if found:
            total = summed(after.folded, found)
            return Found(people.value + total.value, people.start, start + total.end)
    return people


_MORE = compiled(
    r"\W*(?:i tillegg|dessuten|utover dette|ved siden av|dertil|desuden|dessutom|derudover|in addition),? (?:(?:har|"
    r"får|leder|leier|leiar) du|you (?:will )?(?:have|get|lead)) (?:også |ansvar for )?"
)


def _with_theirs(document: Document, at: int, leaders: Found[int]) -> Found[int]:
    """*Four team leads report to you. Together they manage 40 agents*: whoever stands under them counts, too."""
    for start, voice in document.after(at, 1):
        below = BELOW_NEXT.match(voice.folded)
        if below:
            under = number(below["count"] or below["indirect"])
            return Found(leaders.value + under, leaders.start, start + below.end())
    earlier, steps = document.before(at), 0
    while earlier is not None and steps < _NEXT:
        counted = _counted(earlier[1])
        if counted:
            whole = counted.perhaps and not counted.leaders and counted.people.value > leaders.value
            words = fold(document.text[max(0, leaders.start - _NEAR) : leaders.start])
            if (
                whole
                and _THROUGH.search(words)
                and _INCLUDED.match(fold(document.text[leaders.end : leaders.end + _NEAR]))
            ):
                return leaders._replace(value=counted.people.value)
            known = whole and (_THE.search(words) or _THROUGH.search(words))
            if known and ANY_STAFF.search(earlier[1].folded, counted.people.start, counted.people.end):
                return leaders._replace(value=counted.people.value)  # 34 employees, of whom four lead the others
            return leaders._replace(value=leaders.value + counted.people.value) if known else leaders
        earlier, steps = document.before(earlier[0]), steps + 1
    unit = _of_unit(document, UNIT_READERS[0])
    return leaders._replace(value=unit.value) if unit and unit.value > leaders.value else leaders


def _with_next_items(document: Document, at: int, voice: Voice, people: Found[int]) -> Found[int]:
    """*Personalansvar for fire i Moss* above *Personalansvar for tre i Halden*: items that begin alike are added."""
    opening = voice.folded[: people.start - at]
    if voice.shape is not Shape.ITEM or not opening:
        return people
    for start, item in document.after(at, _NEXT):
        counted = _counted(item) if item.shape is Shape.ITEM and item.folded.startswith(opening) else None
        if counted is None or not counted.surely:
            break
        people = Found(people.value + counted.people.value, people.start, start + counted.people.end)
    return people


_LABEL = compiled(
    r"(?:personal\w*ansvar|personalledelse|du (?:leder|leier|skal lede)|you (?:lead|manage)|direct reports|team(?:et)?|"
    r"underordne\w*|leder for|chef för)\s?:?"
)
_GUIDE = re.compile(r"\b\w*(?:veileder|vegleiar|rettleiar|vejleder|vägledare)\b", re.IGNORECASE)
"""A *veileder* leads nobody, whatever the word ends in."""
_THROUGH = compiled(
    r"(?:^|\b)(?:de|dei|they|alle|alla|disse|all of them)\s[^.;]{0,30}?\b(?:gjennom|through|via|genom|gennem)\s$"
)
"""*De rapporterer til deg gjennom tre gruppeledere.*"""
_INCLUDED = compiled(r"[^.;]{0,20}\b(?:regnet med|rekna med|medregnet|medrekna|inkludert|included|inräknade)\b")
_THE = compiled(r"\b(?:de|dei|the)\s$")
"""*De fem vaktlederne* of those told before."""
_THERE = compiled(
    r"[^.;]{0,25}\b(?:works?|jobber|jobbar|arbeider|arbeidar|arbetar|arbejder|sitter|sit|sidder|are|er)\s(?:there|der|"
    r"dér|där|her|here)\b"
)


_HERE_ARE = compiled(
    r"(?:^|[.;:,]\s)(?:hos oss|her|der|dér|där|hær|dær|there|here)\s(?:sitter|sit|sidder|jobber|arbeider|arbeidar|"
    r"arbetar|arbejder|jobbar|er|är|are|finner du|finns|work|møter du)\s(?:det |i dag |du )?(?:de |dei |the )?$"
)
"""*Vi søker en leder for ringesenteret. Her sitter 18 ververe.*"""


def _to_you(voice: Voice) -> bool:
    """*The team: three managers report to you*: under a heading about the employer, yet of the job."""
    if voice.section is Section.EMPLOYER:
        return are_theirs(voice.folded) or YOU_LEAD.search(voice.folded) is not None
    if voice.section is Section.OFFER and (
        YOU_LEAD.search(voice.folded) or _GET_TO_DO.search(voice.folded) or are_theirs(voice.folded)
    ):
        return True
    return voice.shape is not Shape.ITEM and YOU_LEAD.search(voice.folded) is not None


def _of_unit(document: Document, read: Callable[[Voice], Found[int] | None]) -> Found[int] | None:
    """The size of the unit that the ad is about."""
    for at, voice in document.speaking(gates.PEOPLE):
        ours = voice.section in (Section.EMPLOYER, Section.MUST) and (
            _OPENS_WITH_UNIT.match(voice.folded) or opens_with_yours(document, at)
        )
        if ours or voice.section in (Section.ROLE, Section.NONE, Section.TASKS):
            found = read(voice)
            if found:
                return moved(found, at)
    return None


_OPENS_WITH_UNIT = compiled(
    r"\W*(?:seksjonen|avdelingen|avdelinga|avdelningen|afdelingen|enheten|eininga|enheden|teamet|kundesenteret|"
    r"the (?:section|department|team|unit))\s(?:har|består av|teller|tel|has|consists of)\b"
)


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


@once
def _counted(voice: Voice) -> _Counted | None:
    folded = voice.folded
    labelled, spread, finds = counts(voice)
    if not (labelled or spread or finds) or voice.of(0, 1) is Modality.NEGATED:
        return None
    if labelled:
        total = labelled_sum(folded, labelled)
        return _Counted(total, True, True, of_leaders(labelled) and total.value == number(labelled["count"]))
    if spread and (LEADS.search(folded, 0, spread.start()) or _BELONGS.search(folded, 0, spread.start())):
        return _Counted(Found(number(spread["count"]), spread.start("count"), spread.end()), True, True)
    perhaps: _Counted | None = None
    for pattern, found in finds:
        reach = _NEAR if pattern is ANYBODY else _REACH
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
            return _Counted(total, True, True, of_leaders(found) and total.value == number(found["count"]))
        if named and perhaps is None:
            perhaps = _Counted(total, False, not WE_HAVE.search(before) or bool(SERVED.search(folded)))
    return perhaps


def _is_firm(found: re.Match[str], folded: str) -> bool:
    """*Vi er 60 ansatte, og vi trenger en leder*: are all the firm's people counted, and no group of the service?"""
    who = found.groupdict().get("who")
    return bool(who and FIRM_WORD.fullmatch(who) and not SERVED.search(folded, 0, found.end() + _NEAR // 2))


def _is_named(voice: Voice, pattern: re.Pattern[str], found: re.Match[str], before: str) -> bool:
    """Is it told that people are counted: by their trade, or as those of a unit?"""
    if pattern is ANYBODY:
        return bool(_HERE_ARE.search(before) or UNIT_HAS.search(before))
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


def _surely(row: Voice) -> Found[int] | None:
    counted = _counted(row)
    return counted.people if counted and counted.surely else None


_YOUR = compiled(r"\b(?:your|din|ditt|dit|di|dine|dina)\s$")
_FELLOWS = compiled(r"[a-zæøå-]*(?:kolleg|colleague|referanse|reference)")
_YOU_GET = compiled(
    r"\b(?:(?:du|you)\s(?:får|get|overtar|overtek|will have|skal ha|vil ha)|(?:får|overtar|overtek|har) du)\s(?:de |"
    r"dei |the )?$"
)
"""*Du får ni rådgivere, en jurist og en lærling.*"""
_GET = compiled(r"\b(?:får|få|get|gets|getting)\s(?:de |dei |the |våre |our |alle )?$")
_GET_TO_DO = compiled(r"\b(?:får|få|get|gets)\s(?:de|dei|the|våre|our)\s[^.;]{0,40}\s(?:til å|til at|to)\s")
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


tells(gates.PEOPLE, _counted, *UNIT_READERS)
tells(gates.STAFF, lambda voice: _LABEL.fullmatch(voice.folded))

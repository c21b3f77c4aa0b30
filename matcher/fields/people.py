"""How many people stand under the job. Parts are added; the size of the firm or of the team around is none.

A count of people belongs to the job when the sentence says that the job holder leads them, when it is the size of the
unit that the ad is about, or when the next words make them the job holder's.
"""

import re
from collections.abc import Callable

from matcher import gates, titles
from matcher.document import Document
from matcher.fields.common import Found, first_row, moved, number
from matcher.fields.people_clauses import BY_TITLE, YOURS, are_theirs, are_yours, report_to_another
from matcher.fields.people_counts import (
    ANY_STAFF,
    BELOW_NEXT,
    PART,
    counted_by_trade,
    counts,
    summed,
)
from matcher.fields.people_led import EXPLICIT, YOU_LEAD, leads_before, opens_with_yours, seeks_a_leader
from matcher.fields.people_told import HERE_ARE, NEAR, counted_in
from matcher.fields.people_units import UNIT_READERS
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, tells

_NEXT = 2
"""Sentences after a count that may say whose those counted are."""
_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff, or only guides it."""
    if leads_nobody:
        return None
    weaker: Found[int] | None = None
    title = titles.judge(_GUIDE.sub(" ", document.ad.title))
    for at, voice in document.speaking(gates.PEOPLE):
        counted = counted_in(voice)
        if counted is None:
            continue
        told_next = voice.section is Section.EMPLOYER and _given_next(document, at)
        if voice.section in _SILENT and voice.listed and not (_to_you(voice) or told_next):
            continue
        if not title.leads and report_to_another(voice.folded[counted.people.end :], fold(document.ad.title)):
            continue
        people = moved(counted.people, at)
        if counted.surely and (title.leads or EXPLICIT.search(voice.folded) or seeks_a_leader(document)):
            people = _with_theirs(document, at, people) if counted.leaders else people
            return _with_next_items(document, at, voice, _with_more(document, at, people))
        there = _THERE.match(voice.folded, counted.people.end) or HERE_ARE.search(voice.folded, 0, counted.people.start)
        if there and leads_before(document, at):
            return people
        if weaker is None and not counted.surely and (counted.perhaps or _given_next(document, at)):
            yours = _yours_by_next(document, at, leads=title.leads)
            weaker = (_part_by_next(document, at) or people) if yours else None
    if weaker is None:
        weaker = first_row(document, gates.STAFF, _LABEL, _surely)
    if weaker is not None:
        return weaker
    if (title.leads and not title.first_line) or seeks_a_leader(document):
        return next(filter(None, (_of_unit(document, read) for read in UNIT_READERS)), None)
    return None


def _given_next(document: Document, at: int) -> bool:
    """*Vi har fjorten på dag. Samtlige hører inn under deg*: does the next sentence say *they* and *you*?"""
    return any(are_yours(after.folded) for _, after in document.after(at, 1))


def _yours_by_next(document: Document, at: int, *, leads: bool) -> bool:
    """*Kundeservice er seks hoder. De trenger en sjef.* Do the next sentences give those counted to the job holder?"""
    for _, after in document.after(at, _NEXT):
        if (YOURS.search(after.folded) or are_yours(after.folded)) and (leads or not BY_TITLE.search(after.folded)):
            return True
        again = counted_in(after)
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
        if more := _MORE.match(after.folded):
            for found in counted_by_trade(after):
                if found.start() == more.end():
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
        counted = counted_in(earlier[1])
        if counted:
            whole = counted.perhaps and not counted.leaders and counted.people.value > leaders.value
            words = fold(document.text[max(0, leaders.start - NEAR) : leaders.start])
            if (
                whole
                and _THROUGH.search(words)
                and _INCLUDED.match(fold(document.text[leaders.end : leaders.end + NEAR]))
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
        counted = counted_in(item) if item.shape is Shape.ITEM and item.folded.startswith(opening) else None
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


def _to_you(voice: Voice) -> bool:
    """*The team: three managers report to you*: under a heading about the employer, yet of the job."""
    if voice.section is Section.EMPLOYER:
        return are_theirs(voice.folded) or YOU_LEAD.search(voice.folded) is not None
    if voice.section is Section.OFFER and (
        YOU_LEAD.search(voice.folded) or _GET_TO_DO.search(voice.folded) or are_theirs(voice.folded)
    ):
        return True
    return voice.shape is not Shape.ITEM and YOU_LEAD.search(voice.folded) is not None


_GET_TO_DO = compiled(r"\b(?:får|få|get|gets)\s(?:de|dei|the|våre|our)\s[^.;]{0,40}\s(?:til å|til at|to)\s")


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
    r"the (?:section|department|team|unit))\s(?:har|er på|består av|teller|tel|has|consists of)\b"
)


def _surely(row: Voice) -> Found[int] | None:
    counted = counted_in(row)
    return counted.people if counted and counted.surely else None


tells(gates.PEOPLE, counted_in, *UNIT_READERS)
tells(gates.STAFF, lambda voice: _LABEL.fullmatch(voice.folded))

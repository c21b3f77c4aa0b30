"""Is this the occupation? Points for and against, each with its reason; the sum is compared with two thresholds.

Title first (does it name a leader, and a service for end customers?), then the text: who is led, who is served, and
what would make it another job. A portal's occupation code selects nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from domain.matching import Evidence, Mention, Modality, Relevance, RelevanceAnswer
from matcher import charge, gates, leading, other_jobs, serving, staff, titles
from matcher.document import Document, trimmed
from matcher.fields import people
from matcher.folding import compiled
from matcher.occupation import Occupation
from matcher.voice import Voice, once_for_words, tells

_STAFF = compiled(
    r"\b(?:personalansvar(?!l|ig)\w*|personalansvar(?:lig|leg|ig) for|personalleiing|personalmessig ledelse|"
    r"personaleansvar|people management|line manage\w*|"
    r"you hire|direct reports|lederansvar\w*|leiaransvar\w*|personal-,? ?(?:og|och|fag|økonomi|budsj)|"
    r"personal- \w+ansvar|(?:ansvar\w*|responsib\w+|ansvarig) (?:for|för) (?:[\w-]+,? (?:og |och |"
    r"and )?){0,3}?(?:personal|personale|personell|personalet|bemanning|ansatte|tilsette|people|staff|staffing|"
    r"arbetsmiljø|arbetsmiljö|lönesamtal|medarbetarna|medarbejdere|medarbeidere)|(?:deres|deira|deras|"
    r"their) (?:\w+ )?(?:leder|leiar|sjef|chef|manager)\b(?!,? (?:and yours,? )?(?:is|er|är) (?!du\b|you\b))|line "
    r"manager (?:of|for)|chef för|ledelsesansvar\w*|"
    r"personalledning|lønnssamtal(?:er|ene|ar|ane)|medarbetarsamtal|ansvar for de(?:i)? (?:ansatte|tilsette)|"
    r"budget- och personalansvar|rekrutter\w* og|medarbeidersamtal\w*|medarbetaransvar|personaleledelse)\b"
)


class _Point(NamedTuple):
    name: str
    text: str
    quote: str = ""


def judge(document: Document, mentions: tuple[Mention, ...], occupation: Occupation) -> Relevance:
    """The answer with its points and reasons."""
    title = _title(document)
    points = [*_title_points(document.ad.title, title), *_text_points(document, mentions, title)]
    score = sum(occupation.relevance[point.name] for point in points)
    answer = _answer(score, {point.name for point in points}, title, document, occupation)
    reasons = tuple(Evidence(f"{point.text} ({occupation.relevance[point.name]:+g})", point.quote) for point in points)
    return Relevance(answer, score, occupation.threshold, reasons)


def _title(document: Document) -> titles.TitleReading:
    """What the title says. A house or an agency calls its own service by the same words: there nobody gets in touch."""
    title = titles.judge(document.ad.title)
    if not title.service or next(_text_checks(document, _NAMED_ALIKE), None) is None:
        return title
    return title if any(one.contact for one in serving.told(document)) else replace(title, service=False)


def _answer(
    score: float, names: set[str], title: titles.TitleReading, document: Document, occupation: Occupation
) -> RelevanceAnswer:
    """Enough points make it the occupation, if anybody is led at all; fewer make it a leader of the first line."""
    staffed = "text_staff" in names
    if "text_no_staff" in names or (title.guide and not staffed):
        return _without_staff(document, title)
    leads = title.leads or staffed or "text_leads_service" in names
    if leads and score >= occupation.threshold and (staffed or not title.first_line):
        return RelevanceAnswer.YES
    if score >= occupation.lead_threshold and (title.first_line or (title.leads and title.service)):
        return RelevanceAnswer.FIRST_LINE_LEAD
    return RelevanceAnswer.NO


def _without_staff(document: Document, title: titles.TitleReading) -> RelevanceAnswer:
    """Who has no staff, leads the line at most: whoever hands out the work of those who answer."""
    leads = title.service and not title.blocker and (title.group or charge.directs(document))
    return RelevanceAnswer.FIRST_LINE_LEAD if leads else RelevanceAnswer.NO


def leads_nobody(document: Document) -> bool:
    """Does the ad say that the job has no staff, or that somebody else is responsible for it?"""
    return _no_staff(document) != ""


def _no_staff(document: Document) -> str:
    """The words that say so, or nothing."""
    denied = next(_found("no_staff", document, gates.DENIAL), "")
    return denied or next(
        (
            trimmed(voice.text, held.start, held.end).quote
            for _, voice in document.about(gates.STAFF)
            if (held := staff.held(voice)) and held.by_another(document.ad.title)
        ),
        "",
    )


def _title_points(text: str, title: titles.TitleReading) -> Iterator[_Point]:
    if title.blocker:
        yield _Point("title_blocker", f"tittelen er en annen jobb: {title.blocker}", text)
    elif title.agent:
        yield _Point("title_agent", "tittelen er en kundebehandler, ikke en leder", text)
    elif title.leads and title.service and title.peer:
        yield _Point("title_team_lead", "tittelen er en «team lead», kanskje uten personalansvar", text)
    elif title.leads and title.service and title.first_line:
        yield _Point("title_lead", "tittelen er en førstelinjeleder", text)
    elif title.leads and title.service:
        yield _Point("title_names_occupation", "tittelen nevner leder og kundeservice", text)
    elif title.service:
        yield _Point("title_function_only", "tittelen nevner kundeservice", text)
    elif title.leads:
        yield _Point("title_leader_only", "tittelen nevner en leder", text)


_TEXT_CHECKS: Mapping[str, tuple[str, re.Pattern[str], int, int]] = {
    "text_internal_users": ("brukerne er kolleger, ikke kunder", other_jobs.INTERNAL, 1, gates.INTERNAL),
    "text_leads_others": ("de som ledes, er av et annet fag", other_jobs.LEADS_OTHERS, 1, gates.STAFF),
    "text_floor": ("teksten handler om et lokale med gjester", other_jobs.FLOOR, 2, gates.STORE),
    "text_facilities": ("teksten handler om drift av bygg", other_jobs.FACILITIES, 2, gates.STORE),
    "text_recruiting": ("teksten handler om å skaffe andre folk", other_jobs.RECRUITING, 2, gates.SALES),
    "text_sales": ("teksten handler om salg", other_jobs.SALES, 2, gates.SALES),
    "text_workshop": ("teksten handler om verksted eller montører", other_jobs.WORKSHOP, 2, gates.WORKSHOP),
}


def _text_points(document: Document, mentions: tuple[Mention, ...], title: titles.TitleReading) -> Iterator[_Point]:
    leads = leading.leads_service(document)
    if leads and not title.agent:
        yield _Point("text_leads_service", "stillingen leder kundeservice", leads)
    untold = not ((title.service and (title.leads or title.blocker)) or title.agent)
    serves = list(_serving_points(document, led=bool(leads))) if untold else []
    yield from serves
    yield from _staff_points(document, title, counted=bool(leads or serves))
    against = _WHOEVER_IS_NAMED if title.service else _TEXT_CHECKS
    served_here = any(point.name in _SERVED_HERE for point in serves)
    for name, quote in _text_checks(document, against):
        if name == "text_floor" and served_here:
            continue  # the hotels, gyms and shops are those whose customers call
        yield _Point(name, _TEXT_CHECKS[name][0], quote)
    tasks = {mention.concept for mention in mentions if mention.modality is Modality.TASK} & _SERVICE_TASKS
    for concept in sorted(tasks)[:3]:
        yield _Point("text_service_tasks", f"oppgave i kundeservice: {concept.split('.')[1]}")


_SERVED_HERE = ("text_serving_unit", "text_leads_agents", "text_contact_us")
_WHOEVER_IS_NAMED = ("text_internal_users", "text_leads_others")
"""These count against a title that names a service, too; the others are about the place or its trade."""
_NAMED_ALIKE = ("text_facilities", "text_recruiting")
"""What else may bear the name of a service: porters and cleaners, an agency for agents."""


def _text_checks(document: Document, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and first words of each check that finds what it looks for as often as it must."""
    for name in names:
        _, _, least, gate = _TEXT_CHECKS[name]
        found = list(islice(_found(name, document, gate), least))
        if len(found) >= least:
            yield name, found[0]


def _staff_points(document: Document, title: titles.TitleReading, *, counted: bool) -> Iterator[_Point]:
    """Has the job people under it? ``counted``: a count of people speaks for it, too."""
    no_staff = _no_staff(document)
    if no_staff and title.first_line:
        yield _Point("text_no_staff_stated", "førstelinjeleder uten personalansvar", no_staff)
    elif no_staff:
        yield _Point("text_no_staff", "stillingen har ikke personalansvar", no_staff)
    elif responsible := (
        next(_found("staff", document, gates.STAFF), "")
        or charge.in_charge(document)
        or (_people(document) if counted else "")
    ):
        yield _Point("text_staff", "stillingen har personalansvar", responsible)
    elif (
        (title.service and title.leads and not title.first_line)
        and not _people(document)
        and (duties := next(_found("own_duties", document, gates.CUSTOMERS), ""))
    ):
        yield _Point("text_own_duties", "oppgavene er en kundebehandlers, og ingen ledes", duties)


def _serving_points(document: Document, *, led: bool) -> Iterator[_Point]:
    """Who is served, for a title that does not tell: the unit, those who answer, and people who reach them."""
    told = list(serving.told(document))
    contacts = [one.contact for one in told if one.contact]
    unit = next((one.unit for one in told if one.unit), "")
    agents = next((one.agents for one in told if one.agents), "")
    elsewhere = next((one.elsewhere for one in told if one.elsewhere), "")
    if unit and not led:
        yield _Point("text_serving_unit", "enheten tar imot dem utenfra", unit)
    if agents:
        yield _Point("text_leads_agents", "enheten har folk som svarer kundene", agents)
    if contacts:
        yield _Point("text_contact", "kunder, innbyggere eller andre utenfra tar kontakt", contacts[0])
    us = next((one.us for one in told if one.us), "")
    if us:
        yield _Point("text_contact_us", "det er hit de tar kontakt", us)
    if elsewhere and not led:
        yield _Point("text_served_elsewhere", "andre svarer kundene", elsewhere)


def _people(document: Document) -> str:
    """The words that count the people under the job."""
    found = people.people_managed(document, leads_nobody=False)
    return document.quote(found.start, found.end).quote if found else ""


_SERVICE_TASKS = frozenset(
    f"skill.{name}"
    for name in (
        "complaint_handling", "escalation_handling", "service_levels", "customer_satisfaction",
        "quality_monitoring", "queue_management", "knowledge_management",
    )
)  # fmt: skip


def _found(name: str, document: Document, gate: int) -> Iterator[str]:
    """The words of each match of the pattern ``name``, in order of the text."""
    for _, voice in document.about(gate):
        if name not in _OF_THE_JOB or voice.section not in serving.OUT_OF_SIGHT:
            yield from _matches(voice).get(name, ())


_PATTERNS = {
    "own_duties": other_jobs.OWN_DUTIES,
    "no_staff": staff.DENIED,
    "staff": _STAFF,
    **{name: check[1] for name, check in _TEXT_CHECKS.items()},
}
_GATES = {
    "own_duties": gates.CUSTOMERS,
    "no_staff": gates.DENIAL,
    "staff": gates.STAFF,
    **{name: check[3] for name, check in _TEXT_CHECKS.items()},
}
_GATED = [(name, _GATES[name], pattern) for name, pattern in _PATTERNS.items()]
_OF_THE_JOB = ("text_leads_others", "own_duties")
"""Looked for where the ad speaks of the job, not of what an applicant brings."""
_NOTHING: Mapping[str, list[str]] = {}


@once_for_words
def _matches(voice: Voice) -> Mapping[str, list[str]]:
    """Name of a pattern → the words of each match, where there are any."""
    mask, folded = voice.mask, voice.folded
    found = {
        name: quotes
        for name, gate, pattern in _GATED
        if mask & gate
        and (
            quotes := [
                trimmed(voice.text, *match.span()).quote
                for match in pattern.finditer(folded)
                if not (name == "staff" and charge.of_nobody(folded, match.start()))
                and not (name == "no_staff" and staff.said_of_another(folded, match.start()))
            ]
        )
    }
    return found or _NOTHING


def _finder(name: str) -> Callable[[Voice], object]:
    return lambda voice: name in _matches(voice)


for _name, _gate in _GATES.items():
    tells(_gate, _finder(_name))
tells(gates.STAFF, staff.held)

"""Is this the occupation? Points for and against, each with its reason; the sum is compared with two thresholds.

Title first (does it name a leader, and a service for end customers?), then the text: who is led, who is served, and
what would make it another job. A portal's occupation code selects nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from domain.matching import Evidence, Mention, Modality, Relevance, RelevanceAnswer
from matcher import gates, served, serving, staff, titles
from matcher.document import Document, trimmed
from matcher.fields import people
from matcher.folding import compiled, fold
from matcher.occupation import Occupation
from matcher.sections import Section
from matcher.voice import Voice, once, once_for_words, tells

_SERVICE = (
    r"(?:kundeservice\w*|kundesent\w*|kundtjänst\w*|kundservice\w*|kundtjæ\w*|kundtjenst\w*|kundecenter\w*|"
    r"kundesupport\w*|kundestøtte\w*|kundsupport\w*|kundedialog\w*|førstelinj\w*|kontaktsent\w*|kontaktcent\w*|contact "
    r"cent\w+|call cent\w+|callcent\w+|customer (?:service|care|support|operations|contact|cent\w+)|support team|"
    r"servicetorg\w*|innbyggers\w*|brukersent\w*|medlemssent\w*|kundebehandl\w*|kunderådg\w*|kundekonsulent\w*|"
    r"kundtjænst\w*|kundserviceme\w*|customer service|support agents?|support function|kundeservicemed\w*|"
    rf"publikumsm\w*|{served.UNIT})"
)
_GAP = r"(?:(?!\b(?:samarb|sammen|saman|tillsam|tæt|tett|with|together|(?:prosjekt|projekt|project|program)))[^.;!?])"
_LEADS = compiled(
    rf"\b(?:lede|leder|leie|leia|leiar for|leda|leder du|ledar|lead|leading|manage|managing|run|head|"
    rf"byggje det opp og leie|build|overordnet ansvar for|ansvar(?:et)? for|ansvarar du för|ansvarar för|"
    rf"responsible for|overtar|personalansvar for|personalmessig ledelse av|nærmaste leiar for|nærmeste leder for|own|"
    rf"ansvaret för)\b{_GAP}{{0,70}}?\b{_SERVICE}\b|\b{_SERVICE}\b[^.;!?]{{0,50}}\b(?:uten|utan|uden|without|"
    rf"mangler|manglar|"
    r"saknar|trenger|treng|behöver|needs|skal få|skal ha|får|should have|gets)\s(?:nå |no |nu |now )?(?:en |ein |a |"
    r"sin |ny |new |egen )*(?:sjef|leder|leiar|chef|ledare|manager|boss)\b"
)
_STAFF = compiled(
    r"\b(?:personalansvar\w*|personalleiing|personalmessig ledelse|personaleansvar|people management|line manage\w*|"
    r"you hire|direct reports|lederansvar\w*|leiaransvar\w*|personal-,? ?(?:og|och|fag|økonomi|budsj)|personal- "
    r"\w+ansvar|(?:ansvar\w*|responsib\w+|ansvarig) (?:for|för) (?:[\w-]+,? (?:og |och |and )?){0,3}?(?:personal|personale|personell|personalet|bemanning|"
    r"ansatte|tilsette|people|staff|staffing|arbetsmiljø|arbetsmiljö|lönesamtal|medarbetarna|medarbejdere|medarbeidere)|(?:deres|deira|deras|their) "
    r"(?:\w+ )?(?:leder|leiar|sjef|chef|manager)|line manager (?:of|for)|chef för|ledelsesansvar\w*|personalledning|lønnssamtal\w*|medarbetarsamtal|ansvar for de(?:i)? (?:ansatte|"
    r"tilsette)|budget- och personalansvar|rekrutter\w* og|medarbeidersamtal\w*|medarbetaransvar|personaleledelse)\b"
)
_COLLEAGUES = r"(?:ansatte|tilsette|anställda|employees|staff|medarbei\w+|medarbejdere|medarbetare|kolleg\w+|colleagues)"
_HELPS = (
    r"(?:svar\w*|hjelp\w*|hjälp\w*|hjælp\w*|betjen\w*|support\w*|servicer\w*|bistå\w*|assist\w*|serves?|støtte[rt]?|"
    r"stötta\w*|help\w*|service (?:til|to|till|for)|spørsmål frå|spørsmål fra|questions from|frågor från|henvendelser fra)"
)
_NOT_HAVING = r"(?:(?!\b(?:med|with|of|på|har|has|have|består|som|who)\b)[^.;]){0,50}"
_INTERNAL = compiled(
    rf"\b(?:internal users|interne brukere|interne brukarar|brukarane våre er kollegaer|interne kunder|"
    rf"internal customers|internal it|våre egne ansatte|brukere er kolleg\w+|users are (?:our )?(?:colleagues|"
    rf"employees)|it-brukere internt|intern it|internal helpdesk|interna användare|interne brugere|"
    rf"ikkje pasientar eller publikum|konsernets ansatte|medarbetare inom koncernen|(?:servicedesk\w*|"
    rf"service desk)[^.;]{{0,50}}(?:tilsette|ansatte|medarbejdere|employees|anställda|colleagues))\b|"
    rf"\b{_HELPS}\b{_NOT_HAVING}\b(?:\d[\d .\xa0]{{2,8}}|egne|own|the group's|\w+ens|\w+ets) (?:\w+ )?{_COLLEAGUES}\b|"
    rf"\b{_HELPS}\b{_NOT_HAVING}\b(?:ansatte|tilsette|anställda|employees|medarbejdere|medarbetare)\s(?:i|ved|på|in|at|"
    rf"across|inom|offshore|hos)\s|\b{_HELPS}\b{_NOT_HAVING}\b(?:ledere|leiarar|managers|chefer|ledarar)\s(?:og|och|and)\s"
    rf"{_COLLEAGUES}\b|\bservice (?:til|to|till) (?:de|dei|våre|the|our) {_COLLEAGUES}\b|"
    rf"\bhr-(?:og|service|tjenest|konsulent|system|spørsmål|henvend|gruppe|senter|afdel|team)\w*|\bhr (?:service|queries|"
    rf"questions|advisers|advisors|shared|helpdesk|support)\b|\blønn?s?(?:kjøring|køyring|medarbeider|konsulent|"
    rf"spørsmål|senter|gruppe)\w*|\b(?:spørsmål|frågor|questions|spørgsmål) (?:om|about) (?:[\w-]+,? ){{0,2}}(?:lønn|løn|lön|pay|"
    rf"permisjon|sykefravær|sjukfrånvaro|payslips)\b|\bpayroll (?:questions|team|queries|and|advis\w+|specialists)\b|"
    rf"\bpersonalspørsmål|\breiserekning\w*|\breiseregning\w*|\breseräkning\w*|\brejseafregning\w*"
)
_SALES = compiled(
    r"\b(?:telefonselg\w*|utgående salg|outbound sales|outbound|telesalg\w*|salgsmål\w*|provisjonsmodell|"
    r"telemarketing|møtebooking|dørsalg|selgere|salgsteam\w*|sales targets?|sales team|utgående|"
    r"kaldring\w*|utlånsvekst|selger (?:forsikring|lån|abonnement)\w*|nysalg|innsalg|omsetningsansvar|conversion|closing|"
    r"sales agents|cold calls?|ikke innkommende|säljare|säljteam)\b"
)
_WORKSHOP = compiled(
    r"\b(?:verksted\w*|verkstad\w*|mekaniker\w*|bilmekaniker|værksted\w*|workshop technicians|"
    r"workshop floor|merkeverksted\w*|servicetekniker\w*|rørlegger\w*|skadeverksted|bilforhandler|"
    r"teknisk leder|servicemontør\w*|montører|field technicians|serviceteknikere)\b"
)
_STORE = compiled(
    r"\b(?:i butikken|butikken|butikksjef\w*|butikkmed\w*|kassa|in store|store manager|butikken vår|"
    r"varebestilling|kjøpesenter|kassan|store team|shop floor|butiken)\b"
)
_ACCOUNTS = compiled(
    r"\b(?:nøkkelkund\w*|nøglekunder|key accounts?|enterprise accounts|kundeportefølje|portfolio of|"
    r"account plans?|rammeaft?v?taler|nyckelkunder|quarterly business reviews|renewals?|"
    r"kontraktsforhandl\w*|storkunder|upsell)\b"
)
_PROJECT = compiled(
    r"\b(?:planlegge og lede prosjektet|styringsgruppen|prosjektet har|project plan|lead the project|"
    r"prosjektleder\w*|projektledare|projektleder)\b"
)
_STAFFING = compiled(
    r"\b(?:rekrutterer(?:e|ne)|rekrutteringsrådgiv\w*|rekrutteringskonsulent\w*|rekrytera(?:re|rna)|"
    r"rekryteringskonsult\w*|bemanningsrådgiv\w*|bemanningskonsulent\w*|konsultchef\w*|"
    r"recruit(?:ment|ing) (?:business|consultants|team|agency|desk)|recruiters|staffing (?:business|consultants|agency)|"
    r"fill vacancies|leier ut (?:mennesker|folk|kundebehandlere|personell|vikarer)|innleiereglene|utleid|"
    r"kandidatbase\w*|konsulentutleie|vikarene|vikarer til|rekrutteringssystem|bemanner kontaktsent\w*)\b"
)
_OTHERS = (
    r"(?:\w*montør\w*|\w*(?<!apotek)tekniker\w*|technicians|engineers|mekanikere?|mekanikar\w*|mechanics|elektriker\w*|electricians|"
    r"rørlegg\w*|vaktmester\w*|vaktmeister\w*|vektere|caretakers|cleaners|renholder\w*|reinhaldar\w*|"
    r"ingeniør\w*|ingenjör\w*|\w*utvikler(?:e|ne)|utvecklare|developers|selgere|selger(?:e|ne)|seljar\w*|säljare|sælgere|"
    r"lærere|teachers|sykepleier\w*|sjukepleiar\w*|sjuksköterskor|nurses|undersköterskor|vårdbiträden|fysioterapeut\w*|legesekretær|"
    r"kokker|cooks|servitør\w*|waiters|baristas?|bartender\w*|warehouse|drivers|designer(?:e|ne|s)|helsefagarb\w*|bankrådgiv\w*|"
    r"sjåfør\w*|chaufför\w*|chauffør\w*|butikkmed\w*|lagermed\w*|lagerarb\w*|instruktør\w*|instructors|"
    r"personlige trenere|rekrutterer(?:e|ne)|rekrutteringsråd\w*|rekrutteringskon\w*|recruiters|hr-konsulent\w*|"
    r"it-konsulent\w*|customer success managers|csms|key account \w+|account managers|nøkkelkundeansv\w*|prosjektleder\w*|"
    r"prosjektleiar\w*|project managers|regnskapsfører\w*|revisorer|kursholder\w*|planlegger(?:e|ne)|planners|"
    r"bell staff|concierge|front desk|housekeep\w*|kelner\w*|analyst(?:er|ene|s)|bedriftsrådgiv\w*|eiendomsmegler\w*)"
)
_LEADS_OTHERS = compiled(
    rf"\b(?:lede[rt]?|leie[r]?|leia[r]?|leda|leads?|leading|manage|managing|personal\w*ansvar (?:for|för)|sjef for|chef för|"
    rf"leder for|responsible for|ansvar for)\b(?:(?!\b(?:samarb|sammen|saman|tillsam|tett|tæt|with|together|kunde|kund|"
    rf"support|customer|agents|operatør|advis|sentral))[^.;!?]){{0,45}}?\b{_OTHERS}\b"
    rf"(?![^.;!?]{{0,25}}\b(?:som|who|der)\s(?:svar|answer|tar imot|tek imot|besvar|hjelper|tar telefon))"
)
_FLOOR = compiled(
    r"\b(?:treningsgulv\w*|treningssenter|treningssent\w*|gruppetimer|instruktør\w*|pt-timer|gym floor|fitness\w*|kafeen|kafé\w*|kaféen|"
    r"restaurant\w*|kjøkken\w*|servitør\w*|serveringen|bell staff|concierge|front desk|housekeeping|room allocation|"
    r"lobby\w*|lockers|shopping cent\w+|information desk|cleaning rota|kjøpesenter\w*|resepsjonen|resepsjonist\w*|receptionen|receptionist\w*|hotellets|kiosk\w*|varebestilling|oppgjer|"
    r"selger? medlemskap|utleiere|bilpark\w*|kinosal\w*|gulvet)\b"
)
_OWN_DUTIES = compiled(
    r"\b(?:du|you|den som|the one who)\s(?:(?!kan\b|can\b|har\b|have\b)\w+\s){0,2}?(?:svarer|svarar|besvarer|besvarar|answer|reply|hjelper kund\w*|"
    r"look after|tar telefonen|tek telefonen|tar imot bestilling\w*|legger inn|legg inn|pakker|pack|registrerer|registrer|prepare quotations|"
    r"process orders|enter orders|følger opp ordre\w*)\b|\bsingle point of contact\b|\bfollow orders\b|"
    r"^\W*(?:å |to )?(?:svare|svara|besvare|besvara|answer|reply to|registrere|enter|process)\s"
)
_END_CUSTOMERS = compiled(
    r"\b(?:på telefon|telefon, chat|chat og e-post|telefon og chat|phone, chat|chat, e-?mail|"
    r"chat and e-?mail|kundehenvendelser|henvendelser|förfrågningar|kundesamtal\w*|innbyggjar\w*|"
    r"innbygger\w*|forbruker\w*|privatkund\w*|førespurnad\w*|travellers|telefon|tickets|chat|skranke|"
    r"klager|complaints|klagomål)\b"
)
_QUIET = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.PRACTICAL)


class _Point(NamedTuple):
    name: str
    text: str
    quote: str = ""


def judge(document: Document, mentions: tuple[Mention, ...], occupation: Occupation) -> Relevance:
    """The answer with its points and reasons."""
    title = titles.judge(document.ad.title)
    points = [*_title_points(document.ad.title, title), *_text_points(document, mentions, title)]
    score = sum(occupation.relevance[point.name] for point in points)
    no_staff = any(point.name == "text_no_staff" for point in points)
    answer = RelevanceAnswer.NO
    if score >= occupation.threshold and not title.first_line:
        answer = RelevanceAnswer.YES
    if score >= occupation.lead_threshold and answer is RelevanceAnswer.NO and (title.first_line or title.leads):
        answer = RelevanceAnswer.FIRST_LINE_LEAD
    if no_staff:
        return _relevance(RelevanceAnswer.NO, score, points, occupation)
    if answer is RelevanceAnswer.FIRST_LINE_LEAD and title.first_line and not no_staff and _has_staff(points):
        answer = RelevanceAnswer.YES if score >= occupation.threshold else answer
    return _relevance(answer, score, points, occupation)


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


def _relevance(answer: RelevanceAnswer, score: float, points: list[_Point], occupation: Occupation) -> Relevance:
    reasons = tuple(Evidence(f"{point.text} ({occupation.relevance[point.name]:+g})", point.quote) for point in points)
    return Relevance(answer, score, occupation.threshold, reasons)


def _has_staff(points: list[_Point]) -> bool:
    return any(point.name == "text_staff" for point in points)


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
    elif title.leads and title.experience:
        yield _Point("title_experience", "tittelen nevner leder og kundeopplevelse", text)
    elif title.service:
        yield _Point("title_function_only", "tittelen nevner kundeservice", text)
    elif title.leads:
        yield _Point("title_leader_only", "tittelen nevner en leder", text)


_TEXT_CHECKS: tuple[tuple[str, str, re.Pattern[str], int, int], ...] = (
    ("text_internal_users", "brukerne er kolleger, ikke kunder", _INTERNAL, 1, gates.INTERNAL),
    ("text_leads_others", "de som ledes, er av et annet fag", _LEADS_OTHERS, 1, gates.LEADING),
    ("text_staffing", "teksten handler om bemanning og rekruttering", _STAFFING, 2, gates.STAFF),
    ("text_floor", "teksten handler om et lokale med gjester", _FLOOR, 2, gates.STORE),
    ("text_sales", "teksten handler om salg", _SALES, 3, gates.SALES),
    ("text_workshop", "teksten handler om verksted eller montører", _WORKSHOP, 2, gates.WORKSHOP),
    ("text_store", "teksten handler om butikk", _STORE, 2, gates.STORE),
    ("text_accounts", "teksten handler om kundekontoer", _ACCOUNTS, 2, gates.ACCOUNTS),
    ("text_project", "teksten handler om et prosjekt", _PROJECT, 2, gates.PROJECT),
    ("text_end_customers", "teksten nevner sluttkunder", _END_CUSTOMERS, 1, gates.CUSTOMERS),
)


def _text_points(document: Document, mentions: tuple[Mention, ...], title: titles.TitleReading) -> Iterator[_Point]:
    leads = _leads(document) or (_unit_of_title(document) if title.leads else "")
    if leads and not title.agent:
        yield _Point("text_leads_service", "stillingen leder kundeservice", leads)
    told = list(serving.told(document))
    serves = list(_serving_points(told, led=bool(leads)))
    if not (title.service or title.agent):
        yield from serves
    no_staff = _no_staff(document)
    if no_staff and title.first_line:
        yield _Point("text_no_staff_stated", "førstelinjeleder uten personalansvar", no_staff)
    elif no_staff:
        yield _Point("text_no_staff", "stillingen har ikke personalansvar", no_staff)
    elif responsible := next(_found("staff", document, gates.STAFF), "") or _people(document):
        yield _Point("text_staff", "stillingen har personalansvar", responsible)
        if not (title.leads or title.agent):
            yield _Point("text_leader_sought", "teksten søker en leder", responsible)
    elif title.service and title.leads and not title.first_line and not leads:
        yield from _own_duties(document, mentions)
    reached = any(point.name in ("text_leads_agents", "text_contact") for point in serves)
    for name, text, _, least, gate in _TEXT_CHECKS:
        if name == "text_leads_others" and serves and title.service:
            continue
        found = list(islice(_found(name, document, gate), least))
        if len(found) >= least:
            yield _Point(name, text, found[0])
            if name == "text_internal_users" and not reached:
                yield _Point("text_no_outsiders", "ingen utenfra nevnes", found[0])
    tasks = {mention.concept for mention in mentions if mention.modality is Modality.TASK} & _SERVICE_TASKS
    if not (serves or leads or tasks) and _says_nothing_of_service(document, mentions):
        yield _Point("text_serves_nobody", "teksten nevner ingen som får service")
    for concept in sorted(tasks)[:3]:
        yield _Point("text_service_tasks", f"oppgave i kundeservice: {concept.split('.')[1]}")


def _serving_points(told: list[serving.Told], *, led: bool) -> Iterator[_Point]:
    """Who is served, for a title that does not tell: the unit, those who answer, and people who reach them."""
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
    elif contacts[1:]:
        yield _Point("text_contact_again", "flere setninger handler om det", contacts[1])
    if elsewhere and not led:
        yield _Point("text_served_elsewhere", "andre svarer kundene", elsewhere)


def _says_nothing_of_service(document: Document, mentions: tuple[Mention, ...]) -> bool:
    """A *service centre* of porters and cleaners: a whole ad without a word of those who call or of who answers."""
    return (
        len(document.text) > _A_WHOLE_AD
        and _CENTRE_OF_SOMETHING.search(fold(document.ad.title)) is not None
        and not any("service" in one.concept for one in mentions)
    )


_A_WHOLE_AD = 90
_CENTRE_OF_SOMETHING = compiled(r"\bservice ?-?sent|\bservice ?-?cent")


def _own_duties(document: Document, mentions: tuple[Mention, ...]) -> Iterator[_Point]:
    """*Customer Service Manager* who answers the e-mail: nobody is led, and the duties are those of an agent."""
    leading = any(one.modality is Modality.TASK and one.concept in _LEADING_TASKS for one in mentions)
    duties = "" if leading else next(_found("own_duties", document, gates.CUSTOMERS), "")
    if duties:
        yield _Point("text_own_duties", "oppgavene er en kundebehandlers, og ingen ledes", duties)


_LEADING_TASKS = frozenset(
    f"skill.{name}"
    for name in ("people_management", "leadership", "coaching", "recruiting", "workforce_planning", "budget",
                 "service_levels", "training_staff", "leading_leaders")
)  # fmt: skip


def _people(document: Document) -> str:
    """The words that count the people under the job."""
    found = people.people_managed(document, leads_nobody=False)
    return document.quote(found.start, found.end).quote if found else ""


_SERVICE_TASKS = frozenset(
    f"skill.{name}"
    for name in (
        "complaint_handling", "escalation_handling", "workforce_planning", "service_levels", "customer_satisfaction",
        "quality_monitoring", "coaching", "queue_management", "knowledge_management", "recruiting", "budget",
    )
)  # fmt: skip


def _found(name: str, document: Document, gate: int) -> Iterator[str]:
    """The words of each match of the pattern ``name``, in order of the text."""
    for _, voice in document.about(gate):
        if name not in _OF_THE_JOB or voice.section not in serving.OUT_OF_SIGHT:
            yield from _matches(voice).get(name, ())


_PATTERNS = {
    "own_duties": _OWN_DUTIES,
    "no_staff": staff.DENIED,
    "staff": _STAFF,
    **{name: pattern for name, _, pattern, _, _ in _TEXT_CHECKS},
}
_GATES = {
    "own_duties": gates.CUSTOMERS,
    "no_staff": gates.DENIAL,
    "staff": gates.STAFF,
    **{name: gate for name, _, _, _, gate in _TEXT_CHECKS},
}
_GATED = [(name, _GATES[name], pattern) for name, pattern in _PATTERNS.items()]
_OF_THE_JOB = ("text_leads_others", "text_staffing", "own_duties")
"""Looked for where the ad speaks of the job, not of what an applicant brings."""
_NOTHING: Mapping[str, list[str]] = {}


@once_for_words
def _matches(voice: Voice) -> Mapping[str, list[str]]:
    """Name of a pattern → the words of each match, where there are any."""
    mask, folded = voice.mask, voice.folded
    found = {
        name: [trimmed(voice.text, *match.span()).quote for match in pattern.finditer(folded)]
        for name, gate, pattern in _GATED
        if mask & gate and pattern.search(folded)
    }
    return found or _NOTHING


def _leads(document: Document) -> str:
    """Words that say who is led, outside the passages about employer and offer, not denied."""
    for _, voice in document.speaking(gates.SERVICE):
        if voice.section not in _QUIET:
            quote = _leads_here(voice)
            if quote:
                return quote
    return ""


_UNITS = (
    "seksjon",
    "avdeling",
    "avdelning",
    "afdeling",
    "enhet",
    "enhed",
    "eining",
    "sektion",
    "department",
    "section",
)
_UNIT = compiled(rf"\b(?P<unit>{'|'.join(_UNITS)})\w*\s(?:(?:for|med|av|som|of|för)\s)?(?:\w+\s)?{_SERVICE}")


def _unit_of_title(document: Document) -> str:
    """A *Seksjonsleiar* leads *seksjonen for kundestøtte* that the ad is about."""
    title = document.ad.title.lower()
    named = {unit for unit in _UNITS if unit in title}
    if named:
        for _, voice in document.speaking(gates.SERVICE):
            if voice.section not in _QUIET:
                found = _unit_here(voice)
                if found and found[0] in named:
                    return found[1]
    return ""


@once_for_words
def _unit_here(voice: Voice) -> tuple[str, str] | None:
    found = _UNIT.search(voice.folded)
    return (found["unit"], trimmed(voice.text, *found.span()).quote) if found else None


@once
def _leads_here(voice: Voice) -> str:
    found = _LEADS.search(voice.folded)
    if found is None or voice.of(*found.span()) is Modality.NEGATED:
        return ""
    return trimmed(voice.text, *found.span()).quote


def _finder(name: str) -> Callable[[Voice], object]:
    return lambda voice: name in _matches(voice)


for _name, _gate in _GATES.items():
    tells(_gate, _finder(_name))
tells(gates.STAFF, staff.held)
tells(gates.SERVICE, _leads_here, _unit_here)

"""Does the holder of the job lead a service for customers? Told by a verb of leading and a word for the service.

The words of the leading must be the holder's: the *kundedirektør* who leads 300 people, or the *Head of Student
Services* to whom somebody reports, is another.
"""

from domain.matching import Modality
from matcher import gates, served
from matcher.document import Document, trimmed
from matcher.fields.common import NUMBER
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_SERVICE = (
    r"(?:kundeservice\w*|kundesent\w*|kundtjänst\w*|kundservice\w*|kundtjæ\w*|kundtjenst\w*|kundecenter\w*|"
    r"kundesupport\w*|kundestøtte\w*|kundsupport\w*|kundedialog\w*|førstelinj\w*|kontaktsent\w*|kontaktcent\w*|"
    r"contact cent\w+|call cent\w+|callcent\w+|customer (?:service|care|support|operations|contact|cent\w+)|"
    r"support team|servicetorg\w*|innbyggers\w*|brukersent\w*|medlemssent\w*|kundebehandl\w*|kunderådg\w*|"
    r"kundekonsulent\w*|kundtjænst\w*|kundserviceme\w*|customer service|support agents?|support function|"
    r"kundeservicemed\w*|"
    rf"publikumsm\w*|{served.UNIT})"
)
_SERVICE_WORD = compiled(rf"\b{_SERVICE}\b")
_GAP = r"(?:(?!\b(?:samarb|sammen|saman|tillsam|tæt|tett|with|together|(?:prosjekt|projekt|project|program)))[^.;!?])"
_LEADS = compiled(
    rf"\b(?:styrer|styre|tar over|lede|leder|leie|leia|leiar for|leda|leder du|ledar|lead|leading|manage|managing|run|"
    rf"head|byggje det opp og leie|build|(?:personal|budsjett|økonomi|resultat|fag)-, [^.;!?]{{3,40}}ansvar for|"
    rf"overordnet ansvar for|ansvar(?:et)? for|ansvarar du för|ansvarar för|responsible for|overtar|personalansvar for|"
    rf"personalmessig ledelse av|nærmaste leiar for|nærmeste leder for|own|ansvaret "
    rf"för)\b{_GAP}{{0,70}}?\b{_SERVICE}\b|\b{_SERVICE}\b[^.;!?]{{0,50}}\b(?:uten|utan|uden|without|mangler|manglar|"
    r"saknar|trenger|treng|behöver|needs|skal få|skal ha|får|should have|gets)\s(?:nå |no |nu |now )?(?:en |ein |a |"
    r"sin |ny |new |egen )*(?:sjef|leder|leiar|chef|ledare|manager|boss)\b|"
    rf"\b{_SERVICE}\b(?:(?!\b(?:ikke|ikkje|inte|not)\b)[^.;!?]){{0,25}}\bunder (?:deg|seg|dig|sig|you)\b|"
    rf"\b{_SERVICE}\b[^.;!?]{{0,60}}\b(?:reports? to (?:you|this|the role)|"
    rf"rapporter\w* till? (?:deg|dig|denne))\b"
)
_A_ROLE = compiled(r"(?:leder|leiar for|ledar|head|lead)\b")
_ANOTHER_ROLE = compiled(
    r"\b(?:to|til|till|med|with|by|av|af|fra|frå|from|under|tar|tek|tager|hos|hjå|støtter|bistår|supports?|assists?) "
    r"(?:the |our |vår |vores |nærmeste |nærmaste |din |your )?$"
)
"""*Rapporterer til leder for kundesenteret*, *reports to the Head of Customer Care*."""
_SUBJECT = compiled(
    r"\b(?:(?P<role>[\w-]*(?:sjef|leder|leiar|chef|ledare|direktør|manager|director|head))(?:en|n|a)?|hun|han|ho|hon|"
    r"she|he),? (?:(?:som|who|der|vår|din) )?(?:\w+ )?$"
)
"""*Kundedirektøren leder 300 ansatte i kundeservice.*"""
_LEAD_VERB = compiled(r"(?:lede|leder|leie|leia|leda|leder du|ledar|lead|leading)\s")
_APART = compiled(r",\s|\b(?:for|på|i|med|av|of|in|at|across|till?|innen|inom|within|hos|ved|from|fra|frå|with)\s")
_LED_HEAD = compiled(
    rf"\b(?:{NUMBER}|{served.THOSE_WHO}|{served.AGENTS}|alle|all|dem|dei|de|them|those|oss|us|day|folk|people|staff|"
    r"arbeidet|arbetet|arbejdet|the work|\w*(?:team|grupp|gjeng|avdeling|avdelning|afdeling|seksjon|sektion|enhet|"
    r"eining|"
    r"enhed|senter|center|centre|sentral|kontor|skift|shift|vakt|drift|department|function|operation|organi|virksom|"
    r"verksam|verksem|personal|ansatte|tilsette|anställda|daglig|dagleg|daily|leder|leiar|manager|supervisor|service|"
    r"tjenest|tenest|tjänst|support)\w*|lag\w*|stab\w*|units?)\b"
)
"""*Lead the insight process for the contact centre*: what is led is no unit and nobody."""
_NOT_THE_JOB = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.PRACTICAL)


def leads_service(document: Document) -> str:
    """Words that say who is led, outside the passages about employer and offer, not denied."""
    title = fold(document.ad.title)
    for _, voice in document.speaking(gates.SERVICE):
        if voice.section not in _NOT_THE_JOB:
            quote = _leads_here(voice)
            if quote and not _by_another(voice, quote, title):
                return quote
    return ""


def _by_another(voice: Voice, quote: str, title: str) -> bool:
    """Has the sentence a subject that is not the holder of the job with this title?"""
    at = voice.text.find(quote)
    found = _SUBJECT.search(voice.folded[max(0, at - _REACH) : at])
    return found is not None and (found["role"] is None or found["role"] not in title)


@once
def _leads_here(voice: Voice) -> str:
    for found in _LEADS.finditer(voice.folded):
        start, end = found.span()
        if not (_not_people(voice.folded, start, end) or voice.of(start, end) is Modality.NEGATED):
            return trimmed(voice.text, start, end).quote
    return ""


def _not_people(folded: str, start: int, end: int) -> bool:
    """Is ``folded[start:end]`` said of somebody's boss, or of a matter instead of people?"""
    before = folded[max(0, start - _REACH) : start]
    led = _SERVICE_WORD.search(folded, start, end)
    told = folded[start : led.start()] if led else ""
    verb = _LEAD_VERB.match(told)
    apart = _APART.search(told, verb.end()) if verb else None
    return bool(
        (verb and apart and apart.start() > verb.end() and not _LED_HEAD.search(told[: apart.start()], verb.end()))
        or (_A_ROLE.match(folded, start) and _ANOTHER_ROLE.search(before))
    )


_REACH = 60


tells(gates.SERVICE, _leads_here)

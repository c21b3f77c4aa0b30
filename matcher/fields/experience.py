"""Years of experience that are asked for."""

import re

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.clauses import clauses, denied, is_fragment
from matcher.fields.common import ABOUT_NO_APPLICANT, NUMBER, Found, moved, number
from matcher.fields.substitution import SUBSTITUTE
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_COUPLE = r"(?:(?:et|eit|ett) par(?:\s?-\s?tre)?|a couple of|a couple)"
_YEARS = compiled(
    rf"(?<![\d.,])\b(?:{_COUPLE}(?P<couple>)|(?P<low>{NUMBER}|halvannet|halvanna|an?(?= year)))\s?\+?(?:\s?(?:-|til|to|"
    rf"till|or|eller)\s?(?:more\s|flere\s|fler\s)?(?P<high>{NUMBER})?\+?)?\s?(?:or more |eller flere |"
    rf"eller fler )?(?:års?|year(?:s|s')?)\b(?!\s*(?:gammel|old|of age|gamle|siden))"
)
_EXPERIENCE_NEAR = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|run |arbeid med|år som|år i|år fra|år frå|år med|år inom|"
    r"år från|arbete|years in|years of|years as|years with|years'|praksis|bakgrunn|background|bak deg|bak dig|"
    r"behind you|under beltet|yrkeserfaring|arbeidet med|leading|managing|managed|led|ledet|leia|leda|lett|jobbet|"
    r"jobba|jobbat|(?:years?|år)\b[^.;]{0,14}\b(?:in|i|innen|innan|som|as|with|med|inom|at)|arbeidet|arbeidd|worked|"
    r"år på|"
    r"år hos|track record|vært|vore|varit|været|been|drevet|drive|drivit|ran|\w*praksis|\w*yrket|virke|fartstid|"
    r"(?:solgt|seld|sold|sålt|bygget|bygd|undervist|undervisit|veiledet|kodet|forvaltet|forvalta|bedient|betjent|"
    r"taught|built|served|handled|håndtert)\b[^.;]{0,60}\b(?:i|for|in) (?:minst |minimum |at least )?\w+ (?:års?|"
    r"years?)|ansiennitet|ledererfaring|leiarerfaring|lederstilling|leiarstilling|chefskap)\b"
)
_AT_LEAST = compiled(
    rf"\b(?:noen|nokre|nogle|några|some|several|flere|fleire|flera)\s(?:\w+\s)?(?:års?|"
    rf"years?)\b[^.;]{{0,45}}?\b(?:minst|minimum|mindst|at least|min\.)\s(?:{_COUPLE}(?P<couple>)|"
    rf"(?P<low>{NUMBER}))(?=\s?(?:[.,;)]|$)|\s(?:som|in|i|av|as|of)\b)"
)
"""*I nokre år, og aller minst to*: the number stands apart from its years."""
_OLD = compiled(r"\b(?:fylt|fyllt|over|fyldt|aged)\s$")
_ALTERNATIVE = compiled(r"\b(?:eller|or|alternativt)\b")
_NESTED = compiled(
    r"\b(?:hvorav|of which|of those|derav|varav|herav|kvarav|including|inkludert|inklusive|inklusiv|medregnet|(?:of|av|"
    r"af) (?:dem|dei|disse|them|these))\b"
)


def experience_years(document: Document) -> Found[float] | None:
    """Years of the first stated requirement: with alternatives the smaller, of nested ones the outer."""
    nice: Found[float] | None = None
    for at, voice in document.speaking(gates.YEARS):
        if voice.section in ABOUT_NO_APPLICANT:
            continue
        years = _years(voice)
        if years is None:
            continue
        modality = field_of(voice, years.start, years.end) or _told(voice, years)
        if modality is Modality.MUST:
            return moved(years, at)
        if modality is Modality.NICE and nice is None:
            nice = moved(years, at)
    return nice


def _told(voice: Voice, years: Found[float]) -> Modality | None:
    """*Seks år i kundeservice*; *Fem år er det vi må be om*: asked for without a cue."""
    folded = voice.folded
    clause = clauses(folded, (years,))[0]
    if denied(folded, clause.start, clause.end) or _OF_FIRM.search(folded):
        return None
    if _WHO_HAVE.search(folded, 0, years.start):
        return Modality.MUST
    if _OPENS.fullmatch(folded, 0, years.start) and (
        is_fragment(folded, clause.start, clause.end) or _ASKED_AFTER.search(folded, years.end, clause.end)
    ):
        return Modality.MUST
    return None


_OPENS = compiled(r"\W*(?:[a-zæøå -]{3,40}:\s)?(?:(?:minst|minimum|mindst|at least|med|with|a) ){0,2}")
_WHO_HAVE = compiled(
    r"\b(?:candidates?|applicants?|someone|somebody|people|søkere|søkjarar|kandidat\w*|deg|dig|noen|nokon|en|"
    r"ein) (?:who|som|der) "
    r"(?:have|has|har)\b[^.;,]{0,40}$"
)
"""*Candidates who have spent five years in travel.*"""
_ASKED_AFTER = compiled(
    r"\b(?:kreves|krevst|krävs|kræves|forventes|forventa|required?|expected|krav|minimum|vi (?:må |"
    r"er nødt til å )?(?:be|ber)"
    r" om|we (?:ask|need|require|expect)|nødt til å be om|er et minstekrav|nødvendig\w*|a must|et must)\b"
)
_OF_FIRM = compiled(
    r"\b(?:varer|varar|lasts|prosjekt\w*|vikariat\w*|engasjement\w*|kontrakt\w*|contract|forgjenger\w*|selskapet|"
    r"firmaet|"
    r"siden|sidan|ago|garanti\w*|warranty|etter|after|ansettelse\w*|åremål\w*|project|funded|temporary)\b"
)
_SCHOOLED_BEFORE = compiled(
    r"\b(?:utdann\w*|utbildning\w*|uddann\w*|\w*skole\w*|\w*skule\w*|education|degree|studie\w*|\w*skolenivå)"
    r"[^.;]{0,25}$"
)
_OF_WORK = compiled(r"'?\s(?:[\w-]+\s){0,3}?\w*(?:erfaring|røynsle|erfarenhet|experience|praksis|arbeid)")
_HAVE_LONG = compiled(
    r"\b(?:har|have|has|ha|must|må)\b(?! (?:vi|me|we|selskapet|firmaet)\b)[^.;]{0,110}?\s(?:i|for|in|de siste|"
    r"over)\s(?:(?:minst|minimum|mindst|at least|over|mer enn|more than|nær|godt over)\s)?[\w-]+\s(?:års?|years?)\b"
)
"""*Du har hatt lederansvar i kundeservice i minst tre år*: what somebody has done, and for how long."""
_OF_YOU = compiled(r"\b(?:du|you|deg|dig|søker\w*|den vi|candidate|applicant)\b")
_NO_SERVICE_BEFORE = compiled(
    r"\b(?:innen|innan|inden|within|inom|i løpet av|neste|next|siste|last|hvert|kvart|every|kommende|coming|per|etter|"
    r"after|om|først)\s(?:det |de |dei |the |a |an |et |ett )?(?:første |neste |next |first )?$"
)
_NO_SERVICE_AFTER = compiled(
    r"['\s]*(?:\w+\s){0,2}?\w*(?:utdann|utdanning|utbildning|uddannelse|studi|education|universit|college|høyskole|"
    r"høgskule|højskole|bachelor|master|degree|varighet|varigheit|varaktighet|varighed|kontrakt|contract|engasjement|"
    r"vikariat|garanti|binding|videregående|"
    r"vidaregåande)"
)
"""*Innen ett år*, *tre års høyere utdanning*: no years of work."""


def _is_asked(voice: Voice) -> bool:
    """Years in a list of what is asked for are years of work, whatever they are called."""
    return voice.listed and voice.section in (Section.MUST, Section.NICE)


_WITHOUT = compiled(
    r"\b(?:vurder\w*|aktuell|søke|considered|velkom\w*)\s(?:likevel |also )?(?:uten|utan|uden|without)\b"
)
"""*Den som har ti år i yrket, kan bli vurdert uten*: years that stand in for schooling."""


@once
def _years(voice: Voice) -> Found[float] | None:
    folded = voice.folded
    schooled = voice.holds(ConceptKind.EDUCATION)
    if (schooled and SUBSTITUTE.search(folded)) or _WITHOUT.search(folded):
        return None
    if not (
        _EXPERIENCE_NEAR.search(folded) or _is_asked(voice) or (_OF_YOU.search(folded) and _HAVE_LONG.search(folded))
    ):
        return None
    found = [
        match
        for match in _YEARS.finditer(folded)
        if not (
            _OLD.search(folded, max(0, match.start() - 8), match.start())
            or _NO_SERVICE_BEFORE.search(folded, max(0, match.start() - 30), match.start())
            or _NO_SERVICE_AFTER.match(folded, match.end())
            or _is_of_school(folded, match)
        )
    ] or list(_AT_LEAST.finditer(folded))
    if not found:
        return None
    first = _insisted(folded, found)
    value = _count(first)
    for other in found[found.index(first) + 1 :]:
        between = folded[first.end() : other.start()]
        if _ALTERNATIVE.search(between) and not _NESTED.search(between):
            value = min(value, _count(other))
    return Found(float(value), first.start(), first.end()) if value <= 40 else None


def _insisted(folded: str, found: list[re.Match[str]]) -> re.Match[str]:
    """The first number; *to år er fint, ett år er minimum*: the one that is insisted on."""
    first = found[0]
    if len(found) > 1 and _FINE.match(folded, first.end()):
        return next((other for other in found if _LEAST.match(folded, other.end())), first)
    return first


_FINE = compiled(r"\s(?:er|är|is|are|would be)\s(?:fin\w*|bra|ideal\w*|nice|great|ønskelig\w*|best|perfekt)\b")
_LEAST = compiled(
    r"\s(?:er|är|is|are)\s(?:et |eit |ett |the |a )?(?:minimum|minstekrav|krav|nok|enough|must|required)\b"
)


def _is_of_school(folded: str, years: re.Match[str]) -> bool:
    """*Utdanning på høgskulenivå, minimum tre år*: so long is the schooling."""
    start = years.start()
    return bool(_SCHOOLED_BEFORE.search(folded, max(0, start - 60), start)) and not _OF_WORK.match(folded, years.end())


def _count(years: re.Match[str]) -> float:
    if years["couple"] is not None:
        return 2
    if years["low"].startswith("halv"):
        return 1.5
    return 1 if years["low"] in ("a", "an") else number(years["low"])


tells(gates.YEARS, _years)

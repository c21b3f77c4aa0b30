"""Years of experience that are asked for."""

import re

from domain.matching import Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.background import level_of
from matcher.fields.clauses import clauses, denied, is_fragment, told_in
from matcher.fields.common import ABOUT_NO_APPLICANT, NUMBER, Found, moved, number
from matcher.fields.substitution import LACKING, replaces, stands_in, way_in
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_COUPLE = r"(?:(?:et|eit|ett|eitt) par(?:\s?-\s?tre)?|a couple of|a couple)"
_UNIT = r"(?:års?|year(?:s'|s)?|yrs?|(?P<months>måneder?s?|månader?s?|months?'?))"
_YEARS = compiled(
    rf"(?<![\d.,])\b(?:{_COUPLE}(?P<couple>)|(?P<low>{NUMBER}|halvannet|halvanna|eit|an?(?= "
    r"year)))\s?\+?(?:-plus)?(?:\s?(?:-|til|to|till|or|eller|(?:og|och|and) (?:helst|gjerne|gärna|gerne|ideally|"
    r"preferably))\s?(?:more\s|flere\s|"
    rf"fler\s)?(?P<high>{NUMBER})?\+?)?\s?(?:or more |eller flere |eller fler |full |hele |heile |hela |"
    rf"gode )?{_UNIT}(?=\b|[.'])(?!\s*(?:gammel|old|of age|gamle|siden|sedan|ago|fram|frem|framover|fremover|ahead))|"
    rf"\b(?P<decade>a decade|et tiår|eit "
    r"tiår|ett decennium)\b"
)
_EXPERIENCE_NEAR = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|run |arbeid med|år som|år i|år fra|år frå|år med|år "
    r"inom|år från|arbete|years in|years of|decade of|yrs|leadership|years as|years with|years'|praksis|"
    r"bakgrunn|background|bak deg|bak dig|behind you|under beltet|yrkeserfaring|arbeidet med|leading|managing|"
    r"managed|led|ledet|leia|leda|lett|jobbet|jobba|jobbat|(?:years?|år)\b[^.;]{0,14}\b(?:in|i|innen|innan|"
    r"som|as|with|med|inom|at)|arbeidet|arbeidd|worked|år på|(?:lignende|liknende|liknande|lik|tilsvarende|"
    r"tilsvarande|motsvarande|similar|comparable|samme|same) (?:jobb|arbei\w*|roll?e?|stilling|job|position|"
    r"tjänst|oppgaver|oppgåver)|tid på|år hos|track record|vært|vore|varit|været|been|drevet|drive|drivit|ran|"
    r"\w*praksis|\w*yrket|virke|fartstid|(?:solgt|seld|sold|sålt|bygget|bygd|undervist|undervisit|veiledet|"
    r"kodet|forvaltet|forvalta|bedient|betjent|taught|built|served|handled|håndtert)\b[^.;]{0,60}\b(?:i|for|"
    r"in) (?:minst |minimum |at least )?\w+ (?:års?|years?)|ansiennitet|ledererfaring|leiarerfaring|"
    r"lederstilling|leiarstilling|chefskap)\b"
)
_AT_LEAST = compiled(
    r"\b(?:noen|nokre|nogle|några|some|several|flere|fleire|flera|a few)\s(?:\w+\s)?(?:års?|"
    r"years?)\b[^.;]{0,55}?\b(?:minst|minimum|mindst|at least|min\.|helst|ideally|preferably|gerne|gjerne|"
    rf"gärna)\s(?:{_COUPLE}(?P<couple>)|(?P<low>{NUMBER}))(?=\s?(?:[.,;)]|$)|\s(?:som|in|i|av|as|of)\b)"
)
"""*I nokre år, og aller minst to*: the number stands apart from its years."""
_OLD = compiled(r"\b(?:fylte?|fyller|fyllt|over|fyldt|aged)\s$")
_ALTERNATIVE = compiled(r"\b(?:eller|or|alternativt)\b")
_JOINED = compiled(r"\b(?:og|and|och|samt|pluss|plus)\s(?:[a-zæøå]+\s)?$")
"""*Tre år i salg eller service, og ett år som leder*: the second is asked for as well."""
_NESTED = compiled(
    r"\b(?:hvorav|of which|of those|derav|varav|herav|kvarav|including|inkludert|inklusive|inklusiv|medregnet|"
    r"(?:of|av|af) (?:dem|dei|disse|them|these))\b"
)


def experience_years(document: Document) -> Found[float] | None:
    """Years of the first stated requirement: with alternatives the smaller, of nested ones the outer."""
    nice: Found[float] | None = None
    for at, voice in document.speaking(gates.YEARS):
        if voice.section in ABOUT_NO_APPLICANT:
            continue
        years = _years(voice)
        if years is None or (_WHO_LACK.search(voice.folded, 0, years.start) and replaces(voice)):
            continue
        modality = field_of(voice, years.start, years.end) or _told(voice, years)
        if modality is Modality.MUST:
            return moved(years, at)
        if modality is Modality.NICE and nice is None:
            nice = moved(years, at)
    return nice


_WHO_LACK = compiled(
    r"\b(?:søkere|søkjarar|kandidater|kandidatar|applicants|candidates|de|dei|those|sökande|ansøgere) (?:med|uten|utan|"
    r"som|with|without|who|uden)\b[^.;]{0,80}$"
)
"""*Søkere med bachelorgrad kan vurderes dersom de har seks års praksis*: years that make up for schooling."""


def _told(voice: Voice, years: Found[float]) -> Modality | None:
    """*Seks år i kundeservice*; *Fem år er det vi må be om*: asked for without a cue."""
    folded = voice.folded
    clause = clauses(folded, (years,))[0]
    if denied(folded, clause.start, clause.end) or _OF_FIRM.search(folded):
        return None
    if _WHO_HAVE.search(folded, 0, years.start):
        return Modality.MUST
    if _OPENS.fullmatch(folded, 0, years.start) and is_fragment(folded, clause.start, clause.end):
        return Modality.MUST
    if not _OTHERS_BEFORE.search(folded, 0, years.start):
        return told_in(voice, clause)
    return None


_OPENS = compiled(
    r"\W*(?:[a-zæøå -]{3,40}:\s)?(?:[\w-]+ (?:fra|frå|från|med|som|i|innen|innan|inom|from|with|as|in|av) [\w "
    r"-]{3,30}\W+)?(?:(?:minst|minimum|mindst|at least|med|with|a|helst|gjerne) ){0,2}"
)
_WHO_HAVE = compiled(
    r"\b(?:candidates?|applicants?|someone|somebody|people|person|søk(?:ere?|jar)\w*|ansøgere?|kandidat\w*|deg|"
    r"dig|noen|nokon|nogen|någon|en|ein|ei|leder|leiar|ledare|den) (?:who|som|der) (?:have|has|har|"
    r"'ve)\b[^.;,]{0,60}$|\b(?:har|have) (?:du|you)(?: (?:allerede|already|ever))? "
    r"(?:[a-zæøå]+)\b[^.;,?]{0,80}$|\b(?:du|you) (?:har|have|bring|bringer|kommer med|kjem med|tar med|"
    r"takes?)\b[^.;,?]{0,80}$|\b(?:trenger|treng|søker|søkjer|need|seek|ønsker|vil ha) (?:deg |dig |en |ein |"
    r"someone )?(?:med|with)\s[^.;,]{0,20}$"
)
"""*Candidates who have spent five years in travel*; *har du jobbet med salg i fire år?*"""
_OTHERS_BEFORE = compiled(
    r"\b(?:vi|me|we|our|vår\w*|firma\w*|selskap\w*|bolag\w*|compan\w+|team\w*|koll?eg\w*|laget|kund(?:ene|ane|"
    r"erne|erna)|customers?|the \w+ (?:runs?|lasts?)|første|fyrste|first|kommende|neste|next|hvert|kvart|"
    r"every)\b(?! (?:krever|krev|kræver|kräver|forventer|ventar|ønsker|ønskjer|søker|søkjer|trenger|treng|need|"
    r"require|expect|ask|want|ser|må|ber))[^.;]{0,80}$"
)
"""*Laget har fire års bakgrunn*: years of somebody else."""
_OF_FIRM = compiled(
    r"\b(?:varer|varar|lasts|prosjekt\w*|vikariat\w*|engasjement\w*|kontrakt\w*|contract|forgjenger\w*|"
    r"predecessor|forgænger|selskapet|firmaet|den som sluttet|siden|sidan|ago|garanti\w*|warranty|etter|efter|"
    r"after|ansettelse\w*|åremål\w*|project|funded|temporary|permisjon|borte|gjelder|gjeld|hos oss|with us|fylt|"
    r"fylte|fyller|fyllt|prøvetid|eksistert|existed|trainee\w*|binding\w*)\b"
)
_SCHOOLED_BEFORE = compiled(
    r"\b(?:utdann\w*|utbildning\w*|uddann\w*|\w*skole\w*|\w*skule\w*|education|degree|studie\w*|"
    r"\w*skolenivå)[^.;]{0,25}$"
)
_OF_WORK = compiled(r"'?\s(?:[\w-]+\s){0,3}?\w*(?:erfaring|røynsle|erfarenhet|experience|praksis|arbeid)")
_HAVE_LONG = compiled(
    r"\b(?:har|have|has|ha|must|må)\b(?! (?:vi|me|we|selskapet|firmaet)\b)[^.;]{0,110}?\s(?:i|for|in|de siste|"
    r"over)\s(?:(?:minst|minimum|mindst|at least|over|mer enn|more than|nær|godt over)\s)?[\w-]+\s(?:års?|"
    r"years?)\b"
)
"""*Du har hatt lederansvar i kundeservice i minst tre år*: what somebody has done, and for how long."""
_OF_YOU = compiled(r"\b(?:du|you|deg|dig|søker\w*|den vi|candidate|applicant)\b")
_NO_SERVICE_BEFORE = compiled(
    r"\b(?:innen|innan|inden|within|inom|i løpet av|neste|next|siste|last|hvert|kvart|every|kommende|coming|"
    r"per|etter|after|om|først)\s(?:det |de |dei |the |a |an |et |ett )?(?:første |neste |next |first )?$"
)
_NO_SERVICE_AFTER = compiled(
    r"['\s]*(?!(?:etter|efter|after)\b)(?:\w+\s){0,2}?\w*(?:utdann|utdanning|utbildning|uddannelse|studi|"
    r"education|universit|college|høyskole|høgskule|højskole|bachelor|master|degree|varighet|varigheit|"
    r"varaktighet|varighed|kontrakt|contract|engasjement|vikariat|garanti|binding|videregående|vidaregåande|"
    r"prøvetid|permisjon|grunnlag)"
)
"""*Innen ett år*, *tre års høyere utdanning*: no years of work."""
_OF_PAPER = compiled(
    r"\b(?:eldre enn|older than|äldre än|ældre end|yngre enn|gyldig i|valid for)\s(?:\w+\s)?$|\b(?:førerkort|førarkort|"
    r"körkort|kørekort|driving licen[cs]e|sertifikat|lappen)\b[^.;]{0,30}\b(?:hatt|haft|held|had)\b[^.;]{0,20}$"
)
"""*Førstehjelpskurs, ikke eldre enn ett år*; *førerkort, som du må ha hatt i to år*."""


def _is_asked(voice: Voice) -> bool:
    """Years in a list of what is asked for are years of work, whatever they are called."""
    return voice.listed and voice.section in (Section.MUST, Section.NICE)


_INSTEAD = compiled(
    r"\b(?:kan|can|may|vil) (?:\w+ )?(?:tre|træde|komme|kome|stå|gå|count|telle|telje|serve|stand) (?:inn )?(?:i "
    r"stedet|i staden|i stället|instead|in)\b"
)
"""*Tre års praksis ut over kravet kan tre i stedet.*"""
_WITHOUT = compiled(
    r"\b(?:vurder\w*|aktuell|søke|considered|velkom\w*)\s(?:likevel |also )?(?:uten|utan|uden|without)\b"
)
"""*Den som har ti år i yrket, kan bli vurdert uten*: years that stand in for schooling."""


@once
def _years(voice: Voice) -> Found[float] | None:
    folded = voice.folded
    schooled = any(level_of(hit) for hit in voice.hits)
    if (
        _INSTEAD.search(folded)
        or (schooled and way_in(folded))
        or (LACKING.search(folded) and stands_in(folded, 0, len(folded)))
        or _WITHOUT.search(folded)
    ):
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
            or _OF_PAPER.search(folded, 0, match.start())
            or (match["months"] and _count(match) < 1)
        )
    ] or list(_AT_LEAST.finditer(folded))
    if not found:
        return None
    first = _insisted(folded, found)
    value = _count(first)
    for other in found[found.index(first) + 1 :]:
        between = folded[first.end() : other.start()]
        if _ALTERNATIVE.search(between) and not (_NESTED.search(between) or _JOINED.search(between)):
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
    """In years; months are counted from a year up."""
    told = years.groupdict()
    if told["couple"] is not None:
        return 2
    if told.get("decade"):
        return 10
    if told["low"].startswith("halv"):
        return 1.5
    value = 1 if told["low"] in ("a", "an", "eit") else number(told["low"])
    return round(value / 12, 1) if told.get("months") else value


tells(gates.YEARS, _years)

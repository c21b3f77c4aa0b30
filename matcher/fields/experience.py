"""Years of experience that are asked for."""

import re

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
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
    r"jobba|jobbat|(?:years?|år)\b[^.;]{0,14}\b(?:in|i|innen|innan|som|as|with|inom|at)|arbeidet|arbeidd|worked|år på|"
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
        modality = field_of(voice, years.start, years.end)
        if modality is Modality.MUST:
            return moved(years, at)
        if modality is Modality.NICE and nice is None:
            nice = moved(years, at)
    return nice


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
    r"høgskule|højskole|bachelor|master|degree|kontrakt|contract|engasjement|vikariat|garanti|binding|videregående|"
    r"vidaregåande)"
)
"""*Innen ett år*, *tre års høyere utdanning*: no years of work."""


def _is_asked(voice: Voice) -> bool:
    """Years in a list of what is asked for are years of work, whatever they are called."""
    return voice.listed and voice.section in (Section.MUST, Section.NICE)


@once
def _years(voice: Voice) -> Found[float] | None:
    folded = voice.folded
    schooled = voice.holds(ConceptKind.EDUCATION)
    if schooled and SUBSTITUTE.search(folded):
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
        )
    ] or list(_AT_LEAST.finditer(folded))
    if not found:
        return None
    first = found[0]
    value = _count(first)
    for other in found[1:]:
        between = folded[first.end() : other.start()]
        if _ALTERNATIVE.search(between) and not _NESTED.search(between):
            value = min(value, _count(other))
    return Found(float(value), first.start(), first.end()) if value <= 40 else None


def _count(years: re.Match[str]) -> float:
    if years["couple"] is not None:
        return 2
    if years["low"].startswith("halv"):
        return 1.5
    return 1 if years["low"] in ("a", "an") else number(years["low"])


tells(gates.YEARS, _years)

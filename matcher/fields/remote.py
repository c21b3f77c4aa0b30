"""On site, hybrid or remote, as stated; a silent ad is None."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, first_row, moved, speaking
from matcher.fields.remote_words import FULLY, HOME, ONSITE
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_DENIED = compiled(
    r"\b(?:ikke|ingen|ikkje|inte|inga|no|not|ingen mulighet|without|uten|utan|uden|sjelden|kan ikke|cannot|does not|"
    r"doesn't|can't|don't|won't|isn't|ej|dessverre|dessutan ikkje)\b[^.;:]{0,40}$|\b(?:nobody|never|aldri|"
    r"aldrig)\b[^.;,]{0,30}$"
)
_OF_OTHERS = compiled(
    r"\b(?<!vi er et )(?<!me er eit )(?<!we are a )(?:[a-zæøå]*(?:team|lag|gjeng|grupp|gruppe|gruppa|avdeling|ansatte|"
    r"tilsette|flere|agents|people|staff)|[a-zæøå]{4,}(?:ere|arar|are|arna|erne)) (?:som|der|that|who|where) (?!du\b|"
    r"you\b)[^.;,]{0,45}$|\b(?:your|dine|dina) (?:\w+ )?(?:[a-z]+s|[a-zæøå]+(?:ere|arar|are))\s(?:\w+ )?$|\b(?:lage|"
    r"utarbeide|utarbeida|utforme|utforma|utveckla|develop|write|draft|draw up|ta fram|oppdatere)\s(?:\w+\s){1,4}$|"
    r"\b(?:problem\w*|trøbbel|feil|issues?|trouble) (?:med|with|på) (?:\w+ )?$|\b\w*(?:bil(?:en)?|cars?)\b[^.;]{0,15}$|"
    r"\b(?:medarbeider\w*|ansatte|kolleger|team\w*|agents|folk|people|staff|rådgivere) (?:som|who) (?:\w+ ){1,3}$|"
    r"\b(?:frukt|frokost|lunsj|kaffe|breakfast|lunch|coffee|fruit|frukost|snacks|selger|selg|leverer|säljer|"
    r"sell)\b[^.;]{0,35}$|\b(?:oppsett av|overgang\w* til|övergång\w* till|transition to|shift to|erfaring med|"
    r"erfarenhet av|experience (?:of|with)|ansvar for|kunde\w*|kund\w*|customers?|brukere|users|manage|leder(?! som)|"
    r"lede)\s(?:\w+\s){0,2}$|\b(?:kund\w*|customers?|gjest\w*|guests?|medlem\w*|pasient\w*|brukere|users)\s(?:våre |"
    r"vår |vore |våra |vores )?(?:kan|som|må|vil|skal|can|who|will|der)\s[^.;,]{0,20}$|\b(?:folk|people|dem|dei|"
    r"those) (?:som|who|der)\s[^.;,]{0,15}$|\b(?:telefonvag?kt\w*|heimevakt|hjemmevakt|bakvakt\w*|beredskap\w*|"
    r"on[- ]call|on-call duty|jour)\s(?:\w+\s){0,2}$"
)
"""*Overgangen til hjemmekontor*, *hjelper kunder hjemme*: not where the job is done."""
_DENIED_IN = compiled(r"\s(?:ikke|ikkje|inte|not|aldri|aldrig|sjelden|sjeldan|sällan)\s")
_NOBODY_IN = compiled(r"\s(?:ingen|inga|nobody|none)\s")
"""*Her jobber ingen hjemmefra.*"""
_DENIED_AFTER = compiled(
    r"^[^.;,]{0,25}\b(?:praktiseres|praktiserast|praktiserar vi|tilbys|tilbydast|brukes|inngår|finnes|finst|gjelder|"
    r"erbjuds|tillämpas|tilbydes) (?:ikke|ikkje|inte)\b|^\s(?:nei|no|nej)\W*$|^\s?[:?]\s?(?:nei|no|nej|ikke|ikkje|inte|"
    r"not|dessverre|diverre|unfortunately|tyvärr)\b|^[^.;,]{0,12}\b(?:is|are|was)n't\b(?!\s(?:just|only|a problem|"
    r"unusual))|^[^.;,]{0,12}\b(?:er|is|är|blir|vert)\s(?:dessverre |diverre |unfortunately |tyvärr |"
    r"desværre )?(?:ikke|ikkje|inte|not|ej)\b(?!\s(?:bare|berre|only|kun|bara|noe problem|noko problem|et problem|"
    r"a problem|uvanlig))|^[^.;]{0,25}\b(?:is not an option|not an option|not offered|ikke er mulig|ikkje er mogleg|"
    r"er ikke noe vi|inte är möjligt|passer (?:\w+ )?(?:dårlig|ikke)|høver (?:\w+ )?(?:dårleg|ikkje)|(?:har|tilbyr|"
    r"erbjuder|tilbyder) (?:vi|me) (?:dessverre )?(?:ikke|ikkje|inte|ej)|(?:er|blir|vert) det (?:ikke|ikkje|lite|"
    r"sjelden|sjeldan|dårlig|dårleg)|kommer ikke på tale|lar seg ikke|fungerer ikke|går ikke|går ikkje|er ikke mulig|"
    r"ikke mulig|ikke muligt|er ikkje aktuelt|inte aktuellt|er ikke en del av|is not part of|is not possible|"
    r"not possible|er ikke aktuelt|not available|tilbys ikke|är inte möjligt|er unntak\w*|bare unntaksvis|"
    r"kun unntaksvis|only in exceptional|er ikkje mogleg|er ikke en mulighet)\b"
)


_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.EMPLOYER)


def remote(document: Document) -> Found[str] | None:
    """onsite, hybrid or remote; None when neither the text nor the portal's field says so."""
    onsite: Found[str] | None = None
    for at, voice in speaking(document, gates.REMOTE, *_SILENT):
        found = _in_voice(voice)
        if found and found.value != "onsite":
            return moved(found, at)
        onsite = onsite or (moved(found, at) if found else None)
    onsite = onsite or first_row(document, gates.REMOTE, _LABEL, _in_voice)
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


@once_for_words
def _in_voice(voice: Voice) -> Found[str] | None:
    folded = voice.folded
    if folded.endswith(":"):  # a label, whose value stands apart
        return None
    onsite: Found[str] | None = None
    fully = FULLY.search(folded)
    if fully and not _denied(folded, fully):
        return Found("remote", fully.start(), fully.end())
    for home in HOME.finditer(folded):
        if _OF_OTHERS.search(folded, 0, home.start()):
            continue
        if not (_denied(folded, home) or _NOBODY_IN.search(home.group())):
            return Found("hybrid", home.start(), home.end())
        onsite = onsite or Found("onsite", 0, len(folded))
    site = ONSITE.search(folded)
    if site and not _denied(folded, site) and not _OF_OTHERS.search(folded, 0, site.start()):
        onsite = onsite or Found("onsite", site.start(), site.end())
    return onsite


def _denied(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 45) : match.start()]
    after = folded[match.end() : match.end() + 45]
    return bool(_DENIED.search(before)) or bool(_DENIED_AFTER.search(after)) or bool(_DENIED_IN.search(match.group()))


_LABEL = compiled(
    r"(?:hjemmekontor|heimekontor|home office|remote(?: work)?|arbeidss?ted|arbeidsstad|sted|location|workplace|"
    r"arbetsplats|distansarbete|arbejdssted|hjemmearbejde)\s?[:?]?"
)
tells(gates.REMOTE, _in_voice, lambda voice: _LABEL.fullmatch(voice.folded))

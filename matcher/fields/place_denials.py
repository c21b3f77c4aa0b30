"""Whom a clause about the place of work speaks of, and whether it denies what it names."""

from matcher.fields.place_parts import DENIAL, OTHERS, PAST
from matcher.folding import compiled

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

_DENIED_AFTER = compiled(
    r"^, (?:og|men|and|but) (?:det|that|it) (?:\w+ ){0,4}(?:ikke|ikkje|not)\b|^ har (?:vi|me) (?:prøvd|testet|"
    r"prøvet)\b[^.]{0,50}\b(?:ikke|ikkje|gått bort fra|gått bort frå|gått vekk fra|sluttet med|slutta med|kuttet ut|"
    r"lagt bort)\b|^[^.;,]{0,25}\b(?:praktiseres|praktiserast|praktiserar vi|tilbys|tilbydast|brukes|inngår|finnes|"
    r"finst|gjelder|erbjuds|tillämpas|tilbydes) (?:ikke|ikkje|inte)\b|^\s(?:nei|no|nej)\W*$|^\s?[:?]\s?(?:nei|no|nej|"
    r"ikke|ikkje|inte|not|dessverre|diverre|unfortunately|tyvärr)\b|^[^.;,]{0,12}\b(?:is|are|was)n't\b(?!\s(?:just|"
    r"only|a problem|unusual))|^[^.;,]{0,12}\b(?:er|is|är|blir|vert)\s(?:dessverre |diverre |unfortunately |tyvärr |"
    r"desværre )?(?:ikke|ikkje|inte|not|ej)\b(?!\s(?:bare|berre|only|kun|bara|noe problem|noko problem|et problem|a "
    r"problem|uvanlig))|^[^.;]{0,25}\b(?:is not an option|not an option|not offered|ikke er mulig|ikkje er mogleg|er "
    r"ikke noe vi|inte är möjligt|passer (?:\w+ )?(?:dårlig|ikke)|høver (?:\w+ )?(?:dårleg|ikkje)|(?:har|tilbyr|"
    r"erbjuder|tilbyder) (?:vi|me) (?:dessverre )?(?:ikke|ikkje|inte|ej)|(?:er|blir|vert) det (?:ikke|ikkje|lite|"
    r"sjelden|sjeldan|dårlig|dårleg)|kommer ikke på tale|lar seg ikke|fungerer ikke|går ikke|går ikkje|er ikke mulig|"
    r"ikke mulig|ikke muligt|er ikkje aktuelt|inte aktuellt|er ikke en del av|is not part of|is not possible|not "
    r"possible|er ikke aktuelt|not available|tilbys ikke|är inte möjligt|er unntak\w*|bare unntaksvis|kun unntaksvis|"
    r"only in exceptional|er ikkje mogleg|er ikke en mulighet)\b"
)

_DENIAL = compiled(DENIAL)
_HARMLESS = compiled(
    r"\s(?:bare|berre|only|just|kun|bara|(?:\w+ )?problem|uvanlig\w*|uvanleg\w*|unusual|mer enn|more than|meir enn|"
    r"hver dag|alle|(?:noe |noko )?i vegen|(?:noe )?i veien|uncommon|ovanligt|reagerer|bryr|hindring)\b"
)
_CLAUSE_ENDS = compiled(
    r"[.;:!?]|, | - |\b(?:når|när|nær|hvis|dersom|så lenge|fordi|siden|when|if|as long as|unless|since|because|medan|"
    r"(?:dag(?:er|ene|ar|ane)|dage|days) (?:som )?(?:du|you)|mens|men|but)\b"
)
_NOT_BEHIND = compiled(r"\b(?:uten|utan|uden|without|no|ingen|inga|intet)\b")
"""These deny what comes after them: *hjemmekontor uten å spørre*."""


_MAY = compiled(r"\b(?:kan|får|can|may|jobber|sitter|work) (?:du|vi|you|we|man)\b")
"""*Onsdager uten møter kan du sitte hjemme.*"""


def denied(folded: str, start: int, end: int) -> bool:
    """Does the clause deny what stands at ``folded[start:end]``? *Avtale om hjemmekontor gis ikke.*"""
    first, last = clause_of(folded, start, end)
    return bool(_DENIED_AFTER.search(folded[end : end + 60])) or any(
        not _HARMLESS.match(folded[found.end() : found.end() + 30])
        and not (_NOT_BEHIND.match(found.group()) and (found.start() >= end or _MAY.search(folded, found.end(), start)))
        for found in _DENIAL.finditer(folded, first, last)
    )


def clause_of(folded: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the clause that holds ``folded[start:end]``."""
    first = max(start - _REACH, 0)
    for cut in _CLAUSE_ENDS.finditer(folded, first, start):
        first = cut.end()
    stop = _CLAUSE_ENDS.search(folded, end, min(end + _REACH, len(folded)))
    return first, stop.start() if stop else min(end + _REACH, len(folded))


_OFFERED = compiled(
    r"\b(?:selger|sel|selgjer|leverer|leverar|lager|produserer|sælger|sæljer|leverar|sells?|makes?|supply|supplies|"
    r"helps?|hjelper|hjelp|hjælper|innføre)\b[^.!?;]{0,100}$"
)
"""*Vi selger alt til hjemmekontoret*: what a firm lives by."""
_THEY = compiled(r"\b(?:de|dei|they)\s(?:\w+\s){0,2}?(?:sit|sidd|jobb|arb|work)")
_REACH = 70
"""Letters."""
_OTHERS, _PAST = compiled(OTHERS), compiled(PAST)
_HOLDER = compiled(
    r"\b(?:du|deg|dig|you|your|vi|me|we|oss|os|us|alle|everyone|stilling\w*|jobb(?:en|et)|leiaren|lederen)\b"
)
"""Those whose place of work the ad speaks of."""


def is_of_others(folded: str, start: int, end: int) -> bool:
    """Is it said of others, or of the past? *Kundene ringer hjemmefra*; *under pandemien*."""
    first, last = clause_of(folded, start, end)
    if _PAST.search(folded):
        return True
    if _OF_OTHERS.search(folded, 0, start):
        return True
    if _OFFERED.search(folded, 0, start):
        return True
    if _THEY.search(folded, first, last) and _OTHERS.search(folded, 0, start):
        return True
    others = _OTHERS.search(folded, first, last)
    if others is None and not _HOLDER.search(folded, 0, last):
        others = _OTHERS.search(folded, 0, first)  # *Hos oss handler folk medisiner, hudpleie og bleier hjemmefra*
    return others is not None and not _HOLDER.search(folded, others.end(), last)

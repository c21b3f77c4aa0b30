"""Does a clause speak of the reader's skill in the language it names? Quality, level, whose it is, who speaks it."""

from domain.matching import Modality
from matcher.fields.clauses import Clause, denied, is_fragment, told_in
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.voice import Voice

_GOOD = (
    r"(?:god|gode|godt|goda|bra|flytende|flytande|flydende|feilfri\w*|fejlfri\w*|plettfri\w*|stødig\w*|trygg\w*|"
    r"solid\w*|sikker\w*|utmerk\w*|strong|fluent|fluency|native|native-level|near-native|excellent|flawless|"
    r"perfect|professional|business-fluent|working|brukbar\w*|presis\w*|korrekt\w*|ulastelig\w*|vårdat|"
    r"obehindrat|ledig|skriftlig\w*|muntlig\w*|skriftleg\w*|munnleg\w*|mundtlig\w*|written|spoken|command of|"
    r"kunnskap\w*|kunskap\w*|kundskab\w*|ferdigheter|ferdigheiter|færdigheder|\w*ställningsevn\w*|"
    r"\w*stillingsevn\w*|formidler|formidlar|[a-zæøå-]*nivå|[a-zæøå-]*niveau)"
)
_GOOD_BEFORE = compiled(
    rf"\b{_GOOD}(?:,?\s(?:og|och|and|i|på|in|both|både|skriftlig\w*|muntlig\w*|[a-zæøå]+)){{0,2}}\s$"
)
_LEVEL_AFTER = compiled(
    r"[\s,(:-]{1,3}(?:(?:på|at|to|høyt|høgt|hög|högt|højt|a high|tilsvarende|tilsvarande|minst|minimum|a|an|"
    r"til|ned|både|og|and|i) ){0,3}?(?:(?:nivå|niveau|level|stufe) )?(?:[abc][12]\b|flytende|flytande|"
    r"flydende|fluent\w*|flott|godt|feilfri\w*|skriftlig\w*|muntlig\w*|skriftleg\w*|munnleg\w*|mundtlig\w*|"
    r"skrift|tale|[a-zæøå-]*nivå\b|[a-zæøå-]*niveau|[a-zæøå-]*språknivå|(?:[a-zæøå-]+ ){0,2}level|uten "
    r"(?:ordbok|problem\w*|vanskar|nøling)|utan (?:ordbok|problem\w*|vanskar)|without)"
)
_YOURS_BEFORE = compiled(r"\b(?:your|ditt|dit|din|dine|you)\s(?:[a-zæøå-]+\s){0,2}$")
_YOURS_AFTER = compiled(
    r"(?:en)?\s(?:din|di|ditt)\b|(?<=ken)\s(?:må|skal|sitter|sit|sitt|holder|held|bærer|flyter|flyt|er)\b|"
    r"\småste|\sskal du\b|\s(?:må|skal|kan) du (?:også |òg |selv )?(?:kunne|beherske|meistre|mestre|skrive|"
    r"snakke|forstå|tale|ha)\b"
)
_SPEECH = (
    r"(?:snakk\w*|skriv\w*|taler?|talar|behersk\w*|behärsk\w*|meistr\w*|mestr\w*|uttryk\w*|uttryck\w*|"
    r"formuler\w*|kommuni[sc]\w*|forstår?|förstår|begår|ytrar|pratar|speaks?|writes?|express\w*|communicates?|"
    r"negotiate|forhandl\w*|læser?|leser?|läs(?:a|er)|reads?|ordlegg\w*|lead|svare|kan)"
)
_YOU_SPEAK = compiled(
    r"(?:^\W*|\b(?:du|you|deg|dig|søk(?:er|jar|and)\w*|ansøger\w*|kandidat\w*|candidates?|applicants?|(?:en|ein|"
    r"ei|noen|nokon|någon|nogen|person\w*|leder|leiar|ledare|den|someone|anyone|somebody|people|one|the one) "
    rf"(?:som|der|who))\b[^.;?]{{0,50}}?\b){_SPEECH}\b[^.;?]{{0,60}}?$"
)
"""*Du snakker*, *en som uttrykker seg*, or a verb that opens the sentence: *Behersker norsk*."""
_LABEL = compiled(r"^\W*(?:språk\w*|sprog\w*|languages?|language skills)\s?:\s")
_OTHERS = compiled(
    r"\b(?:kund\w+|gjest\w*|gæst\w*|koll?eg\w*|rådgiv\w*|ansatte|tilsette|medarb\w*|team\w*|brukere?n?e?|"
    r"passasj\w*|customers?|guests?|players?|users?|colleagues?|agents?|staff|produkt\w*|nettsid\w*|chat\w*|"
    r"websites?|product|apps?|bøker|katalog\w*|møte\w*|meetings|vi|me|we|selskapet|eier\w*|they|dei|"
    r"leverandør\w*|avdelingen|turist\w*|alt|vår\w*|our|dere|sjåfør\w*)\b[^.;]{0,70}?$"
)
_NOT_OTHERS = compiled(
    r"\b(?:du|deg|dig|you|your|søkere?n?|kandidat\w*|stillingen|stillinga|jobben|rollen|(?:vi|me) (?:krever|"
    r"krev|kræver|forventer|ønsker|ønskjer|ønskar|søker|søkjer|søger|trenger|treng|behøver|ventar|stiller|"
    r"legger|ser etter|leter etter|leitar etter|letar efter|leder efter|vil ha|vill ha)|we (?:need|require|"
    r"expect|do ask|ask|want|are looking for|look for|seek)|someone|(?:en|ein|ei|noen|nokon|någon|nogen|den|"
    r"one) (?:som|der|who))\b"
)
_IT = (
    r"(?:der|dær|det|den|dette|disse|desse|these|those|that|it|both|begge(?: deler| delar)?|båda|båe|alle "
    r"(?:tre|fire|språk\w*)|alla (?:tre|fyra)|all (?:three|four)|(?:det|den|that) (?:språket|målforma|målformen|"
    r"sproget|language))"
)
_DEMANDS = r"(?:må|skal|bør|måste|ska|must|should|needs? to|ha(?:s|ve) to)"
_BACK = compiled(
    r"\b(?:du|you)\s(?:(?:også|òg|derfor|difor|selv|sjølv|therefore|also) "
    rf")?{_DEMANDS}\b(?![^.;]{{0,40}}\b(?:ikke|ikkje|inte|not)\b)[^.;]{{0,60}}?\b(?:(?:på|i|for|in|with) {_IT}|"
    r"(?:be )?fluent|comfortable in it|(?:kunne|kunna|beherske|behärska|meistre|forstå|förstå|tale|snakke|skrive|"
    r"skriva|write|"
    rf"handle|know|speak|master) {_IT})(?:\s(?:feilfritt|flytende|flytande|fluently|deler|delar|to|languages|språk\w*|"
    rf"godt|well|òg|også))*\W*$|\b{_IT}\s(?:(?:{_DEMANDS}|ventar|forventer|venter|krever|krev|kräver)\s(?:du|vi|me|"
    rf"we)\b|{_DEMANDS}\s(?:være|vere|vara|be|sitte|sitje|flyte|holde|halde|beherskes|meistrast|fungere|"
    rf"work))(?!\s(?:ikke|ikkje|inte|not))|\b{_IT}\s(?:er|is|are|är)\s(?:(?:et|eit|ett|a|absolutte?) )?(?:krav|"
    r"must|required|essential|needed|nødvendig|naudsynt)\b|\b(?:yours|din|ditt)\s(?:must|has to|needs to|må|skal) "
    r"(?:be|være|vere|sitte)\b"
)
"""*Språket er engelsk, og du må kunne lede møter på det*; *Begge deler er krav*: it is what was named before."""
_ECHO = compiled(
    r"\W*(?:so (?:is|are|does|do)|(?:the )?same goes|det ?samme gjelder|det same gjeld|det ?samma gæller|"
    r"det samme gælder|(?:det|it) (?:er|is|ær) (?:også|òg|also|och)(?! (?:et|en|ein|eit|a|an|fint?|bra|mulig\w*|krav|"
    r"viktig|nødv\w*|flott|kjekt)\b)|likeså|ligeså|likeledes|ligeledes|likewise|ditto)\s|\W*[\w -]{4,25}?\s(?:likeså|"
    r"ligeså|likeens|likeledes|ligeledes|likaså|likewise|too|as well|òg|også|også det)\W*$"
)
"""*So is English*: as what the sentence before asks for."""
_LIGHT_AFTER = compiled(r"\s(?:from|frå|fra|customers|owned|selskap|konsern|kvalitet|design)\b")
_SENT = compiled(
    r"\b(?:søknad\w*|søknaden|ansøgning\w*|ansökan|applications?|\bapply|\bcv\b|attester|intervju\w*|"
    r"interview\w*|vitnemål\w*)\b"
)


def sent_in(folded: str, clause: Clause) -> bool:
    """*Søknaden kan skrives på engelsk* speaks of papers."""
    return bool(_SENT.search(folded, clause.start, clause.end))


def skill_told(voice: Voice, hit: Hit, clause: Clause) -> Modality | None:
    """How the skill is asked for where neither cue words nor heading say."""
    folded = voice.folded
    told = told_in(voice, clause)
    if of_others(voice, hit, clause) or _is_noun_phrase(folded, hit):
        return None
    if told is not None:
        return told
    if denied(folded, clause.start, clause.end):
        return None
    return Modality.MUST if _is_skill(folded, hit, clause) else None


def of_others(voice: Voice, hit: Hit, clause: Clause) -> bool:
    """*Teamet snakker i tillegg svensk*: somebody else's skill."""
    folded = voice.folded
    return bool(_OTHERS.search(folded, clause.start, hit.start)) and not _NOT_OTHERS.search(
        folded, clause.start, clause.end
    )


def refers_back(folded: str, start: int) -> bool:
    """Does ``folded[start:]`` demand what was named before it?"""
    return bool(_BACK.search(folded, start))


def echoes(folded: str) -> bool:
    """Does the sentence ask as the one before it does?"""
    return bool(_ECHO.match(folded))


def _is_noun_phrase(folded: str, hit: Hit) -> bool:
    return bool(_LIGHT_AFTER.match(folded, hit.end))


def _is_skill(folded: str, hit: Hit, clause: Clause) -> bool:
    """Quality before, level after, *din* or *your* beside it, or *du snakker* before it."""
    if _YOU_SPEAK.search(folded, clause.start, hit.start) or _YOURS_BEFORE.search(folded, clause.start, hit.start):
        return True
    if _YOURS_AFTER.match(folded, hit.end, clause.end):
        return True
    good = _GOOD_BEFORE.search(folded, clause.low, hit.start) or _LEVEL_AFTER.match(folded, hit.end, clause.end)
    if good:
        return True
    return bool(_LABEL.match(folded)) and is_fragment(folded, clause.start, clause.end)

"""Does a clause speak of the reader's skill in the language it names? Quality, level, whose it is, who speaks it."""

from domain.matching import Modality
from matcher.fields.clauses import Clause, denied, is_fragment, told_in
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.voice import Voice

_GOOD = (
    r"(?:god|gode|godt|goda|bra|flytende|flytande|flydende|feilfri\w*|fejlfri\w*|plettfri\w*|stødig\w*|trygg\w*|"
    r"solid\w*|"
    r"sikker\w*|utmerk\w*|strong|fluent|fluency|native|native-level|near-native|excellent|flawless|perfect|"
    r"professional|"
    r"business-fluent|working|brukbar\w*|presis\w*|korrekt\w*|ulastelig\w*|vårdat|obehindrat|ledig|skriftlig\w*|"
    r"muntlig\w*|skriftleg\w*|munnleg\w*|mundtlig\w*|written|spoken|command of|kunnskap\w*|kunskap\w*|kundskab\w*|"
    r"ferdigheter|ferdigheiter|færdigheder|\w*ställningsevn\w*|\w*stillingsevn\w*|formidler|formidlar|[a-zæøå-]*nivå|"
    r"[a-zæøå-]*niveau)"
)
_GOOD_BEFORE = compiled(
    rf"\b{_GOOD}(?:,?\s(?:og|och|and|i|på|in|both|både|skriftlig\w*|muntlig\w*|[a-zæøå]+)){{0,2}}\s$"
)
_LEVEL_AFTER = compiled(
    r"[\s,(:-]{1,3}(?:(?:på|at|to|tilsvarende|tilsvarande|minst|minimum|a|an|til|ned|både|og|and|i) ){0,3}?(?:(?:nivå|"
    r"niveau|level|stufe) )?(?:[abc][12]\b|flytende|flytande|flydende|fluent\w*|flott|godt|feilfri\w*|skriftlig\w*|"
    r"muntlig\w*|skriftleg\w*|munnleg\w*|mundtlig\w*|skrift|tale|[a-zæøå-]*nivå\b|[a-zæøå-]*niveau|[a-zæøå-]*språknivå|"
    r"(?:[a-zæøå-]+ ){0,2}level|uten (?:ordbok|problem\w*|vanskar|nøling)|utan (?:ordbok|problem\w*|vanskar)|without)"
)
_YOURS_BEFORE = compiled(r"\b(?:your|ditt|dit|din|dine|you)\s(?:[a-zæøå-]+\s){0,2}$")
_YOURS_AFTER = compiled(
    r"(?:en)?\s(?:din|di|ditt)\b|(?<=ken)\s(?:må|skal|sitter|sit|sitt|holder|held|bærer|flyter|flyt|er)\b|\småste|"
    r"\sskal du\b|"
    r"\s(?:må|skal|kan) du (?:også |òg |selv )?(?:kunne|beherske|meistre|mestre|skrive|snakke|forstå|tale|ha)\b"
)
_SPEECH = (
    r"(?:snakk\w*|skriv\w*|taler?|talar|behersk\w*|behärsk\w*|meistr\w*|mestr\w*|uttryk\w*|uttryck\w*|formuler\w*|"
    r"kommuni[sc]\w*|forstår?|förstår|speaks?|writes?|express\w*|communicates?|negotiate|ordlegg\w*|lead|svare|kan)"
)
_YOU_SPEAK = compiled(
    rf"\b(?:du|you|deg|dig|søkere?n?|kandidat\w*|candidates?|applicants?)\b[^.;]{{0,50}}?\b{_SPEECH}\b[^.;]{{0,60}}?$"
)
_LABEL = compiled(r"^\W*(?:språk\w*|sprog\w*|languages?|language skills)\s?:\s")
_OTHERS = compiled(
    r"\b(?:kund\w+|gjest\w*|gæst\w*|koll?eg\w*|rådgiv\w*|ansatte|tilsette|medarb\w*|team\w*|brukere?n?e?|passasj\w*|"
    r"customers?|guests?|players?|users?|colleagues?|agents?|staff|produkt\w*|nettsid\w*|chat\w*|websites?|product|"
    r"apps?|"
    r"bøker|katalog\w*|møte\w*|meetings|vi|me|we|selskapet|eier\w*|they|dei|leverandør\w*|avdelingen|turist\w*|alt|"
    r"vår\w*|our|dere|sjåfør\w*)\b[^.;]{0,70}?$"
)
_NOT_OTHERS = compiled(
    r"\b(?:du|deg|dig|you|your|søkere?n?|kandidat\w*|stillingen|stillinga|jobben|rollen|vi (?:krever|forventer|ønsker|"
    r"søker|trenger|treng|ventar|stiller|legger)|we (?:need|require|expect|do ask|ask|want)|someone|noen som|"
    r"nokon som)\b"
)
_BACK = compiled(
    r"\b(?:du|you)\s(?:(?:også|òg|derfor|difor|selv|sjølv|therefore|also) )?(?:må|skal|bør|need|must|should|have to|"
    r"has to|måste|ska)\b(?![^.;]{0,40}\b(?:ikke|ikkje|inte|not)\b)[^.;]{0,60}?\b(?:(?:på|i|for) det|in it|in that|"
    r"both|begge|"
    r"båda|it|be fluent|beherske (?:det|begge)|kunne det)(?:\s(?:deler|delar|to|languages|språk\w*|godt|well|òg|også))*"
    r"\W*$|\b(?:det|der|dær|begge(?: deler| delar)?|båda|both|that)\s(?:må|skal|måste|ska|ventar|forventer|venter|"
    r"krever|krev)\s(?:du|vi|me)\b(?!\s(?:ikke|ikkje|inte))|\b(?:det|begge(?: deler| delar)?|dette|båda|both|that|"
    r"these|those)\s(?:er|is|are|är)\s(?:(?:et|eit|ett|a|absolutte?) )?(?:krav|must|required|essential|needed|"
    r"nødvendig|naudsynt)\b"
)
"""*Språket er engelsk, og du må kunne lede møter på det*; *Begge deler er krav*: it is what was named before."""
_ECHO = compiled(
    r"\W*(?:so (?:is|are|does|do)|det samme gjelder|det same gjeld|detsamma gæller|det samme gælder|likeså)\s"
)
"""*So is English*: as what the sentence before asks for."""
_LIGHT_AFTER = compiled(r"\s(?:from|frå|fra|customers|owned|selskap|konsern|kvalitet|design)\b")
_SENT = compiled(
    r"\b(?:søknad\w*|søknaden|ansøgning\w*|ansökan|applications?|\bapply|\bcv\b|attester|intervju\w*|interview\w*|"
    r"vitnemål\w*)\b"
)


def sent_in(folded: str, clause: Clause) -> bool:
    """*Søknaden kan skrives på engelsk* speaks of papers."""
    return bool(_SENT.search(folded, clause.start, clause.end))


def skill_told(voice: Voice, hit: Hit, clause: Clause) -> Modality | None:
    """How the skill is asked for where neither cue words nor heading say."""
    folded = voice.folded
    told = told_in(voice, clause)
    others = _OTHERS.search(folded, clause.start, hit.start) and not _NOT_OTHERS.search(
        folded, clause.start, clause.end
    )
    if others or _is_noun_phrase(folded, hit):
        return None
    if told is not None:
        return told
    if denied(folded, clause.start, clause.end):
        return None
    return Modality.MUST if _is_skill(folded, hit, clause) else None


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

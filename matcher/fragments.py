"""Below a heading that asks: demands set as sentences without a verb, and what stands there but asks nothing.

*Resultater fra et servicemiljø i vekst. Sans for tall og folk.*
"""

from domain.matching import ConceptKind, Modality
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice

_ASKS = (Section.MUST, Section.NICE, Section.NEGATED)
_LONGEST = 160
_TURNS = compiled(
    r"[:(]|\s-\s|\s(?:som|hva|kva|vad|hvad|at|att|der|who|that|which|what|for å|för att|hvor|kor|how|hvordan|når|när|"
    r"when|fordi|because|hvis|om|if)\s|$"
)
"""Where another clause begins, whose verb makes no sentence of the first."""
_SENTENCE = compiled(
    r"\b(?:er|ær|is|are|was|were|har|have|has|hadde|skal|ska|shall|vil|vill|will|would|kan|can|could|må|måste|must|bør|"
    r"should|får|fikk|blir|bliver|vert|ble|gir|giver|ger|gjev|do|does|don't|gjør|gjer|gør|kommer|kjem|teller|tel|"
    r"trenger|treng|need|needs|tar|tek|take|står|ligger|ligg|jobber|jobbar|arbeider|works?|søker|søkjer|venter|ønsker|"
    r"ønskjer|bygger|finnes|finst|finns|finn|sitter|sit|møter|gjelder|gjeld|kreves|krevst|krævs|kræves|required|"
    r"[a-zæøå]{3,}(?:eres|eras|erast)|vektlegges|krever|krev|forutsetter|behøver|holder|held|lærer|lær|låter|ser|"
    r"starter|begynner|sender|send|ring|kontakt|innhentes|verdsettes|foretrekkes|prefer\w*|varer|dekkes|dækker|"
    r"rapporterer|inngår|vi|me|we|jeg|eg|jag|du|deg|you|det|this|it|there|they|de|dei)\b"
)
_LEADS = compiled(
    r"\W*(?:har|have|having|å ha|er|ær|vært|been|kan|kjenner|behersker|tåler|evner|har du)\s(?!du\b|you\b|vi\b)"
)
"""*Har ledet et skift*: an item whose *du* stands in the heading."""
_TERMS = compiled(
    r"\b(?:fast|stilling\w*|tiltredelse|oppstart|start|frist\w*|deadline|lønn\w*|løn|salary|heltid|deltid|"
    r"full[- ]?time|"
    r"part-time|permanent|vikariat|engasjement|kr|nok|pensjon\w*|pension|betingelser|vilkår|villkor|terms|benefits|"
    r"goder|arbeidssted|arbeidstid|turnus\w*|ferie|"
    r"søknad\w*|tilsetjing\w*|ansettelse\w*|prøvetid|kontakt\w*|velkommen|welcome)\b|%"
)
_NOTHING = compiled(r"\?$|\b(?:ingen|inga|intet|inget|none|nothing|ingenting|massa|masse|nei|nej|no)\W*$")
"""*Krav: ingen.*"""


_HOUSE_DOES = compiled(
    r"\W*[a-zæøå-]{3,}(?:ene|ane|erna|erne|en|et|a)\s(?:[a-zæøå]{3,}(?:es|ast|as)|har|hold(?:er)?|håller|tar|tek|"
    r"ligger|ligg|går|blir|vert|åpner|opnar|stenger|møtes|kommer|kjem)\s"
)


def of_the_house(voice: Voice) -> bool:
    """*Kampanjene lages i byrå*, said below the demands: what the firm does."""
    return not voice.cues and voice.shape is Shape.PLAIN and bool(_HOUSE_DOES.match(voice.folded))


def names_house(voice: Voice, hit: Hit, modality: Modality) -> bool:
    """*Du har hotellet alene*, *Kampanjene lages i byrå*: what the firm has and does, and no skill."""
    if hit.concept.kind is not ConceptKind.SKILL or modality not in (Modality.MUST, Modality.NICE):
        return False
    if of_the_house(voice):
        return True
    return bool(_HOUSE_HAS.fullmatch(voice.folded, hit.start, hit.end)) and not _LEARNT_AT.search(
        voice.folded, 0, hit.start
    )


_HOUSE_HAS = compiled(
    r"[a-zæøå-]*(?:avdeling(?:en|a)|afdelingen|avdelningen|lageret|lagret|hotellet|butikken|ekspedisjon(?:en|a)|"
    r"resepsjon(?:en|a)|forumet|telefonen|kontoret|desken|disken|senteret|centret|warehouse)"
)
_LEARNT_AT = compiled(r"\b(?:erfaring|røynsle|erfarenhet|experience|bakgrunn|bakgrund|praksis|ansvar|kjenner|kjent)\b")


def fragment(voice: Voice) -> bool:
    """Is the sentence a demand, a wish or something needless without a verb of its own?"""
    if not voice.listed or voice.shape is Shape.ITEM or voice.section not in _ASKS or len(voice.folded) > _LONGEST:
        return False
    if of_the_house(voice) or _TERMS.search(voice.folded) or _NOTHING.search(voice.folded):
        return False
    turn = _TURNS.search(voice.folded)
    led = _LEADS.match(voice.folded)
    return not _SENTENCE.search(voice.folded, led.end() if led else 0, turn.start() if turn else len(voice.folded))


YOU = compiled(r"\b(?:du|deg|dig|you|your|din|ditt)\b")


def remarks(voice: Voice, start: int, end: int) -> bool:
    """*Mastergrad; her gjør vi ikke unntak*: a sentence about the firm or others, beside what is asked."""
    if YOU.search(voice.folded, start, end) or any(start <= cue.start < end for cue in voice.cues):
        return False
    return bool((_OF_OTHERS if start else _OF_FIRM).match(voice.folded, start, end))


def made_up_for(voice: Voice, start: int, end: int) -> bool:
    """*Autorisasjon. Den som mangler den, tar den det første året*: what becomes of a lack is no demand."""
    return bool(_MADE_UP_FOR.match(voice.folded, start, end))


_LACKS = r"(?:mangl\w*|sakn\w*|lack\w*|uten|utan|uden|without|(?:ikke|ikkje|inte|not) (?:har|have))"
_MADE_UP_FOR = compiled(
    r"\W*(?:(?:det|den|dette|kurset|prøven|it|this|that) (?:kan|can|may|må|skal)\b[^.;]{0,30}\b(?:etter|efter|after|"
    r"innen|innan|inom|i løpet|within|during|under)\b|"
    rf"(?:den|dei|de|dem|those|anyone|whoever|søk\w+|kandidat\w*|sökande|ansøger\w*|applicants|candidates)\s(?:(?:som|"
    rf"who|der)\s)?{_LACKS}\b|{_LACKS} (?:du|you)\b|(?:har|have) (?:du|you) (?:ikke|ikkje|inte|not)\b|(?:hvis|om|"
    rf"dersom|if) (?:du|you) (?:ikke|ikkje|inte|don't|do not|{_LACKS}))"
)
_OF_FIRM = compiled(
    r"\W*(?:(?:vi|me|we)\s(?!(?:ser|søk\w*|sök\w*|søg\w*|look|want|need|ønsk\w*|vil|tren\w+|krev\w*|ask|expect|"
    r"forvent\w*)\b)[a-zæøå]{3,}\s|(?:her|hær|here)\s[a-zæøå]{2,}\s(?:vi|me|we)\s|(?:all of it|noen som ikke|"
    r"nokon som ikkje)\b|(?:[a-zæøå]+|\d+)\s(?:years?|års?)\s(?:is|are|er|ær|holder|held|will|with)\b)"
)
_OF_OTHERS = compiled(
    rf"{_OF_FIRM.pattern}|\W*(?:(?:en|et|ein|eit|ett|the|våre|vårt|our|vi|me|we|kundene|kundane|mange|many|most|"
    rf"de fleste|"
    r"det|dette|this|that|alle|all|it|(?:one|two|three|four|five|to|tre|fire|fem) (?:with|med)|[a-zæøå]{4,}(?:ene|ane|"
    r"erna|erne|et|en)|her|hær|here)\s[^.;]*?\b(?:er|ær|is|are|har|have|gir|kommer|bruker|brukar|bruger|snakker|"
    r"snakkar|speak|use|skriver|kjem|gjev|will|gjør|gjer|gör|gør|går|tar|tek|must|må)\b)"
)

"""Qualities named in a row: of the person sought (*vedkommende er modig, raus og tett på*), as words that fit
(*lun, uredd og presis, slik vil andre beskrive deg*), and as what is valued (*vi verdsetter takhøyde og latter*)."""

from collections.abc import Iterator

from domain.matching import Modality
from matcher.asking import modality_of
from matcher.folding import compiled
from matcher.found import STATED_SKILL, STATED_TRAIT, Found, stated_as
from matcher.sections import Section
from matcher.spans import meets
from matcher.voice import Voice

_ITEM = r"(?:[a-zæøå'-]+\s){0,4}?[a-zæøå'-]{2,}"
_ONE = r"(?:(?:svært|veldig|meget|both|både|litt|very|rather|ganske|en|ein|a|an)\s)?[a-zæøå-]{3,}"
_ROW = rf"{_ONE}(?:,\s{_ITEM}){{0,5}},?\s(?:og|and|och|men|but)\s{_ITEM}"
_LONG_ROW = rf"{_ONE}(?:,\s{_ITEM}){{1,5}},?\s(?:og|and|och|men|but)\s{_ITEM}"
_NO_QUALITY = (
    r"(?!(?:welcome|velkommen|velkomen|välkommen|responsible|ansvarlig|ansvarleg|ansvarig|ansatt|tilsett|anställd|"
    r"utdannet|utdanna|utbildad|autoriser\w+|sertifiser\w+|certifi\w+|with|at|part|free|entitled|eligible|given|"
    r"offered|med|på|i|en del|del|fri|alene|aleine|ikke|ikkje|inte|not|over|under|fortsatt|still|likely|asked|"
    r"required|about|going|working|looking|based|leder|leiar|leader|chef|sjef|kunde|customer|teamleder|student|"
    r"helsesekretær|sykepleier|som|den|det|de|dei|the)\b)"
)
_IS = (
    r"(?:er|ær|is|are|vil være|vil vere|blir|will be|(?:should|must)(?: however| therefore| also|,? above all,?)? be|"
    r"bør være|bør vere|må være|må vere|skal være|bør vara|ska vara|måste vara)"
)
_PERSON_IS = compiled(
    rf"\b(?:vedkommende|vedkomande|personen|kandidaten|søkeren|søkjaren|sökanden|(?:den|the)\s(?:rette|retta|"
    rf"right (?:one|person)|ideelle|ideal candidate|person|candidate)|(?:den|personen|kandidaten|the person|the one|"
    rf"the candidate)\s(?:som\s)?(?:vi|me|we)\s[a-zæøå ]{{3,22}}?),?\s{_IS}\s(?=(?P<row>{_NO_QUALITY}{_ROW}))"
)
_YOU_ARE = compiled(
    rf"\b(?:du|you)\s{_IS}\s(?=(?P<row>{_NO_QUALITY}{_LONG_ROW}))|\b(?:som (?:person|type|leder|leiar|ledare|menneske|"
    rf"kollega)|as a (?:person|leader|colleague)|personally),?\s(?:er|ær|are)?\s?(?:du|"
    rf"you)(?:\sare)?\s(?=(?P<other>{_NO_QUALITY}{_ROW}))|\b(?:må|bør|skal|ska|måste|bör)\s(?:du|"
    rf"ni)\s(?:[a-zæøå]+\s)?(?:være|vere|vara)\s(?=(?P<third>{_NO_QUALITY}{_LONG_ROW}))|\b(?:would like|want|ønsker|"
    rf"ønskjer|vil|håper|hope|trur|tror) (?:you to be|at du er|at du skal være|at du skal vere|"
    rf"du er)\s(?=(?P<fourth>{_NO_QUALITY}{_ROW}))"
)
"""*You are commercial, warm and stubborn*: three in a row are qualities, wherever they stand."""
_SOMEONE_IS = compiled(
    rf"(?:^\W*|\b(?:takes|suits|fits|krever|krev|passer(?: for)?|passar(?: for)?|høver for|hires?|ansetter|tilset|"
    rf"anställer|ansætter|vil (?:heller |gjerne |helst )?ha|need is|trenger er|ute etter|after|out for|på jakt etter|"
    rf"på jakt efter|ute efter|want|need|trenger(?: vi)?|treng(?: vi)?|behöver(?: vi)?|søker(?: vi)?|søkjer(?: vi)?|"
    rf"søger(?: vi)?|söker(?: vi)?|ser etter|leter etter|leitar etter|letar efter|looking for|seek)\s)(?:en|ein|ei|deg|"
    rf"dig|noen|nokon|någon|nogen|someone|somebody|folk|den|de|dei|dem|those|ledere|leiarar|personer|kolleger|"
    rf"kollegaer|managers|leaders|colleagues|people),?\s(?:som|der|who)\s(?:er|ær|is|"
    rf"are)\s(?=(?P<row>{_NO_QUALITY}{_ROW}))"
)
"""*Vi er ute etter en som er lun, ryddig og ikke langsint.*"""
_SOMEBODY = compiled(
    rf"\b(?:need|needs|need is|seek|looking for|want|takes|suits|fits)\s(?:someone|somebody)\s(?=(?P<row>(?!who|that|"
    rf"to|with|else|from|in|at|on|for|new|like)(?:{_NO_QUALITY}){_ROW}))"
)
"""*What we need is somebody structured, persuasive and interested in people.*"""
_ARE_YOU = compiled(
    rf"(?:^|[.;!?]\s)\W*(?:er|är|are)\s(?:du|you)\s(?=(?P<row>{_NO_QUALITY}{_ONE},\s[^?.;]{{3,80}}?\s(?:og|and|"
    rf"och)\s[^?.;,]{{3,60}})"
    r"(?:\?|,\s))"
)
"""*Er du lun, ryddig og glad i folk, blir dette bra*: who is asked whether he is so, is asked to be."""
_BEING = compiled(rf"(?:^|[.;!?]\s)\W*(?:being|å være|å vere|att vara)\s(?=(?P<row>{_NO_QUALITY}{_LONG_ROW}))")
"""*Being organised, persuasive and honest will take you far.*"""
_HELPS = compiled(
    rf"\b(?:det hjelper|det hjelp|det hjælper|det hjälper|it helps|det er (?:fint|bra|en fordel|ein fordel|kjekt|godt)|"
    rf"det är (?:bra|en fördel)|it is (?:good|useful|an advantage))\s(?:å|to|att|at|om du|if you)\s(?:er|ær|are|være|"
    rf"vere|vara|be)\s(?=(?P<row>{_NO_QUALITY}{_ROW}))"
)
"""*It helps to be handy, unflappable and good with tired people.*"""
_CALLED = compiled(
    rf"^\W*(?P<row>{_NO_QUALITY}{_ONE}(?:,\s{_ITEM}){{0,5}}(?:,?\s(?:og|and|och)|,)\s{_ITEM}?(?![a-zæøå]))\s?"
    r"(?:[:,-]\s?-?\s?(?:slik|sånn|det er|det ær|dette er|that is|that's|these are|så|sådan|således|we)|"
    r"(?:er|ær|are|is)\s(?:de |dei |noen |nokre |the |some |just )?(?:\w+\s)?(?:ord|adjektiv\w*|stikkord|eigenskapar|"
    r"egenskaper|kvaliteter|words?|qualities|traits))\b"
)
_OF_PERSON = compiled(
    r"\b(?:beskriv\w*|describ\w*|kall\w*|call\w*|lykkes|lukkast|lyckas|succeed|do well|fits?|passer|passar|høver|"
    r"ser etter|søker|seek\w*|leter|looking|deg|dig|you|du|rette|retta|right|dem|dei|those|kandidat\w*)\b"
)
_VALUED = compiled(
    r"(?:\b(?:blir |vert |bliver )?(?:det |there is )?(?:blir |vert |bliver |er |ær )?(?:legges|leggjes|leggast|lægges|"
    r"læggs|lagt|lagd)\s(?:(?:stor|særlig|særleg|stort|mykje|mye)\s)?(?:vekt på|vikt vid|vægt på)|(?:^|"
    r"[,;]\s)\W*(?:(?:det|her|hos oss|i dette teamet|mest av alt|framfor alt)\s)?(?:(?:vi|jeg|me|eg|we|i|jag|"
    r"verdsetter|verdset)\s){1,2}?(?:(?:særlig|also|også|always|alltid|really)\s)?(?:verdsetter|verdset|setter pris på|"
    r"set pris på|sætter pris på|sætter værde på|værdesætter|værdsætter|uppskattar|value|prize|appreciate|"
    r"legger (?:stor )?vekt på|legg (?:stor )?vekt på|lægger (?:stor )?vikt vid|lægger (?:stor )?vægt på|"
    r"fæster vikt vid|ser etter|look for|care about|like|liker|likar))\s(?P<first>(?:(?:folk|people|someone|somebody|"
    r"ledere|leiarar|en|ein|personer|kolleger)\s(?:med|with)\s)?)(?=(?P<row>(?!at|att|that|om|hvis|if|å|to|deg|dig|you|"
    r"når|"
    rf"erfar\w*|røynsle\w*|experience\w*|folk|people|mangf\w*|divers\w*|søk\w*|"
    rf"applic\w*){_ITEM}(?:,\s{_ITEM}){{0,5}},?\s(?:og|and|och|men)\s{_ITEM}))"
)
_MATTERS = compiled(
    r"\b(?:(?:what matters(?: most)?(?: to us| here)?|det viktigste(?: for oss)?|det viktigaste(?: for oss)?|"
    r"alt vi forlanger|alt vi ber om|all we ask(?: for)?|det vi ikke kan lære deg|det som teller|det som tel),?\s(?:is|"
    r"are|er|ær)|(?:hos oss|her|for oss|med oss)\s(?:teller|tel|gjelder|betyr))\s(?=(?P<row>(?!at|att|that|å|du|you|"
    rf"hva|what|how|the|det)\s?{_ITEM}(?:,\s{_ITEM}){{0,5}},?\s(?:og|and|och)\s{_ITEM}))"
)
"""*Hos oss teller lagånd og ærlighet mer enn titler.*"""
_PART = compiled(
    r",\s(?:og |and |och |men )?|\s(?:og|and|och|men|but)\s|\s(?=(?:mer|meir|mer|more|rather) (?:enn|than|æn)\b)"
)
_STOP = compiled(
    r"[.;:!?](?:\s|$)|\s(?:will|takes?|matters?|helps?|tar|kommer|hjelper|teller)\s(?:take\s)?(?:you|deg|dig|far|langt|"
    r"here|her|most)\b|\s-\s|,\s(?:blir|vert|passer|passar|trives|trivst|kommer|kjem|er du|är du|vil|då|da)\s|\s(?:mer|"
    r"meir|more|rather)\s(?:enn|than|æn)\s|,\s(?:fordi|for|since|så|as)\s|$"
)
_LABELLED = compiled(
    rf"\W*(?:(?:[a-zæøå]+\s){{0,4}}(?:krava|kravene|kraven|kravet|krav|requirements|skills|ferdigheter|ferdigheiter|"
    rf"færdigheter|kunnskaper|kunnskapar|egenskaper|eigenskapar|kvalifikasjoner|kvalifikasjonar|qualities|"
    rf"list)(?:\s[a-zæøå]+){{0,4}}):\s(?=(?P<row>{_ITEM}(?:,\s|\s(?:og|and|och)\s){_ITEM}))"
)
"""*Skills we look for: de-escalation, clear writing*; *Krava er to: praksis frå kundetorg og sans for system.*"""
_OF_SKILLS = compiled(
    r"[^:]{0,60}?\b(?:krav\w*|requirements|skills|ferdigheter|ferdigheiter|kunnskap\w*|kvalifikasjon\w*|"
    r"list)\b[^:]{0,30}:"
)
_FACT = compiled(
    r"\b(?:erfaring\w*|røynsle\w*|erfarenhet\w*|experience\w*|utdann\w*|education|degree|mangfold\w*|mangfald\w*|"
    r"mångfald\w*|diversity|equality|likestilling|kunder?|customers?|ansatte|medarbeidere|employees|tilbakemeldinger|"
    r"miljø\w*|bærekraft|sustainability|kunnskap\w*|kompetanse\w*|utdanning\w*|knowledge)\b"
)
_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.PRACTICAL, Section.TASKS)
_LONGEST = 45


def qualities(voice: Voice, known: list[Found]) -> list[Found]:
    """The qualities of the first row the sentence holds, but those that are known; none where there is no row."""
    if voice.section in _SILENT:
        return []
    for start, end in _rows(voice):
        parts = list(_parts(voice, start, end))
        if any(high - low > _LONGEST for low, high in parts):
            continue
        wish = bool(_HELPS.search(voice.folded))
        kind = STATED_SKILL if _OF_SKILLS.match(voice.folded) else STATED_TRAIT
        return [
            stated_as(low, high, kind, _asked(voice, low, high, wish=wish))
            for low, high in parts
            if not meets(known, low, high) and high - low > 1
        ]
    return []


def _asked(voice: Voice, start: int, end: int, *, wish: bool) -> Modality:
    if wish:
        return Modality.NICE
    if _ARE_YOU.search(voice.folded):
        return Modality.NICE if any(cue.meaning == "nice" and cue.start >= end for cue in voice.cues) else Modality.MUST
    modality = modality_of(voice, start, end, trait=True)
    return modality if modality in (Modality.NICE, Modality.NEGATED) else Modality.MUST


def _rows(voice: Voice) -> Iterator[tuple[int, int]]:
    """Where rows of qualities begin and end."""
    folded = voice.folded
    called = _CALLED.match(folded)
    if called and _OF_PERSON.search(folded, called.end("row")):
        yield called.start("row"), called.end("row")
    labelled = None if voice.cues else _LABELLED.match(folded)
    if labelled:
        yield labelled.end(), len(folded)
    for pattern in (_PERSON_IS, _YOU_ARE, _SOMEONE_IS, _SOMEBODY, _ARE_YOU, _BEING, _HELPS, _VALUED, _MATTERS):
        for found in pattern.finditer(folded):
            start = found.end()
            stop = _STOP.search(folded, start)
            end = stop.start() if stop else len(folded)
            if pattern in (_VALUED, _MATTERS) and _FACT.search(folded, start, end):
                continue
            yield start, end


def _parts(voice: Voice, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for stop in _PART.finditer(voice.folded, start, end):
        if stop.start() > position:
            yield position, stop.start()
        position = stop.end()
    if end > position:
        yield position, end

"""Portraits: where an ad says what somebody is like, and the qualities it names that the vocabulary does not know."""

from typing import Any

from domain.matching import Modality
from matcher.asking import modality_of
from matcher.folding import compiled
from matcher.found import STATED_TRAIT, Found, stated_as
from matcher.sections import Section
from matcher.spans import meets
from matcher.text import Shape
from matcher.turns import FITS, KIND_OF_PERSON, WHO_GETS_IT
from matcher.voice import Voice

PERSON = compiled(
    r"\b(?:du er|du är|you are|you're|som person|(?:leder|leiar|ledare|leader|person|kollega|manager) (?:som|who|"
    r"der) (?:er|är|is)|(?:søker|søkjer|söker|søger|looking for|ser etter|vil ha|leter etter|trenger|treng)(?: vi|"
    r" nå)? (?:en|ein|a|an)(?: [a-zæøå-]+,?(?: og| and| och)?){1,5} (?:person|leder|leiar|ledare|leader|kollega|"
    r"medarbeider|colleague)\b|du skal være|du må være|en som er|someone who is|du har|vere|deg som er|you bring|"
    r"som type|som leder|er du(?= [a-zæøå]{4,}(?:,| og| och))|som leiar|som menneske|bør du (?:være|vere)|bör du vara|"
    r"du b[øö]r (?:være|vere|vara)|you should be)\b"
)

_ITSELF = compiled(
    r"\b(?:som (?:person|type|menneske|människa|leder|leiar|ledare)|as a (?:person|leader)),?\s(?:er|är|are)\s(?:du|"
    r"you)\s|\byou bring\s(?=[a-z]+,)"
)
"""*Som type er du sta*: whatever follows says what somebody is like."""


def frame(voice: Voice) -> int | None:
    """Where the qualities begin that a sentence asks for with nothing but them: *Vi liker ledere som er varme*."""
    sought = _SOUGHT.search(voice.folded)
    if sought:
        return int(sought.start("like"))
    found = (
        KIND_OF_PERSON.search(voice.folded)
        or _of_who_gets_it(voice)
        or _ITSELF.search(voice.folded)
        or _IF_YOU_ARE.match(voice.folded)
    )
    if found and found.re.pattern == _IF_YOU_ARE.pattern and not FITS.search(voice.folded, found.end()):
        return None
    if found is None or found.group().endswith(_NO_QUALITY):
        return None
    return found.end()


def _of_who_gets_it(voice: Voice) -> Any:
    """*De som lykkes her, er nysgjerrige*, said with *is*; *har* and *kan* speak of skills."""
    found = WHO_GETS_IT.search(voice.folded)
    return found if found and found.group().endswith((" er ", " ær ", " is ", " are ")) else None


_SOUGHT = compiled(
    r"\b(?:søker|søkjer|söker|søger|looking for|ser etter|vil ha|leter etter|leitar etter|trenger|treng|behöver|"
    r"ønsker oss|ønskjer oss|need|seek|seeking|want)(?: vi| nå| derfor)?\s(?:en|ein|a|"
    r"an)\s(?P<like>[a-zæøå-]{3,}(?:, [a-zæøå-]{3,}){0,4},? (?:og|and|och) [a-zæøå-]{3,}) (?:person|leder|leiar|ledare|"
    r"leader|kollega|medarbeider|medarbeidar|colleague|manager|lagspiller|lagspelar|chef)\b"
)
"""*Vi søker en synlig, konkurranselysten og omsorgsfull leder.*"""

_IF_YOU_ARE = compiled(r"(?:er|är|are) (?:du|you) ")

_NO_QUALITY = (" har", " have", " has")
"""*Folk som har erfaring fra salg* speaks of skills."""

OPENS_PERSON = compiled(r"\W*(?:at |att )?(?:du er|du är|er du|you are|you're)\s")


def describes(voice: Voice, start: int) -> bool:
    """Do nothing but a few qualities follow *du er*, below what is asked: *ærleg og punktleg*?"""
    return voice.section in AFTER_DEMANDS and bool(_QUALITIES.match(voice.folded, start))


_QUALITIES = compiled(
    r"\s?(?:(?:en|ein|a|an|også|gjerne|svært|veldig|both|både) )?(?!(?:med|i|på|til|at|with|in|vid|som|den|det|de|ikke|"
    r"ikkje|inte|not|utdannet|responsible|welcome|ansvarlig|ansatt|velkommen)\b)[a-zæøå-]{4,}(?:,| og| and|"
    r" och)\s[a-zæøå-]{4,}"
)


def portrays(voice: Voice) -> bool:
    """Is this a portrait in whole clauses after the demands: *You like numbers and you ask good questions*?"""
    if voice.section not in AFTER_DEMANDS or voice.shape is Shape.ITEM:
        return False
    return bool((_PORTRAIT_UNDER if voice.listed else _PORTRAIT).match(voice.folded))


AFTER_DEMANDS = (Section.MUST, Section.NICE, Section.TRAITS, Section.NEGATED)

_NOT_OF_YOU = (
    r"(?!får|fær|get|vil|will|blir|bliver|skal|ska|should|må|must|need|rapport\w*|report|leder|leier|lead|jobber|"
    r"jobbar|arbei\w*|arbet\w*|work|kan|can|could|may|trenger|treng|behøver|behöver|slipper|slepp|finner|finn|hører|"
    r"høyrer|tilbys|begynner|byrjar|starter|startar|start|børjar|møter|meet|join|sitter|sit|inngår|deltar|har|have|er|"
    r"is|are|do|don't|går|tar|tek|take|velger|vel|bor|live|søker|apply|sender|send|finds?)"
)

_PORTRAIT = compiled(
    rf"(?:du|you)\s{_NOT_OF_YOU}\w+\s[^,.;]{{2,60}}(?:,|\s(?:og|and|och))\s(?:(?:og|and|och)\s)?(?:du|you)\s|(?:du|"
    rf"you)\s(?:tåler|toler|tål|keep|holder|held|håller|liker|likar|gillar|like|love|elsker|enjoy|tør|torer|vågar|dare|"
    rf"lytter|lyttar|listen|smiler|smilar|smile|tenker|tenkjer|tänker|think|ser|lar|lèt|låter)\s"
)

_PORTRAIT_UNDER = compiled(rf"(?:du|you)\s{_NOT_OF_YOU}[a-zæøå]+\s[^?]{{4,}}$")
"""Under the demands themselves one clause is enough: *Du forstår en kontrakt.*"""

_CLAUSE_END = compiled(
    r"\s(?:og|and|och)\s(?=(?:har|kan|tør|have|can|are)\s)|,\s(?:og |and |och )?(?=(?:du|you)\s)|\s(?:og|and|"
    r"och)\s(?=(?:du|you)\s)|[.;]\s|$"
)


def clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """Each clause of a portrait that holds nothing known."""
    found, start = [], 0
    for stop in _CLAUSE_END.finditer(voice.folded):
        end = stop.start()
        free = not meets(known, start, end)
        modality = modality_of(voice, start, end, trait=True) or Modality.MUST
        if free and end - start > _SHORTEST_CLAUSE and modality is not Modality.TASK:
            found.append(stated_as(start, end, STATED_TRAIT, modality))
        start = stop.end()
    return found


_SHORTEST_CLAUSE = 6


def stated_traits(voice: Voice, known: list[Found], start: int = 0) -> list[Found]:
    found = []
    position = start
    ends = [stop.span() for stop in _LIST_SEPARATOR.finditer(voice.folded, start)]
    for stop, following in [*ends, (len(voice.folded), len(voice.folded))]:
        if position > start and _CONSEQUENCE.match(voice.folded, position):
            break
        free = not meets(known, position, stop)
        modality = modality_of(voice, position, stop, trait=True)
        if free and stop - position > 2 and modality not in (None, Modality.TASK):
            assert modality is not None
            found.append(stated_as(position, stop, STATED_TRAIT, modality))
        position = following
    return found


_CONSEQUENCE = compiled(
    r"(?:(?:også|selv|sjølv|även|even|also) (?:når|om|när|when|if|dersom|hvis)\b)|(?:så |da |då )?(?:blir|vert|passer|"
    r"passar|trives|trivst|trivs|er|är|kommer|kjem|vil|bør|hører|høyrer)\s(?:du|dette|det|vi|me)\b"
)
"""*Er du raus og ryddig, blir dette bra*: what comes of it is no quality."""
_LIST_SEPARATOR = compiled(
    r",\s|\s(?:og|and|och|samt|men|but|eller|or)\s|;\s|\s(?:som|who|der)\s(?=(?:tåler|toler|tål|liker|likar|tør|torer|"
    r"vågar|kan|trives|trivst|trivs|tar|tek|gir|gjev|får|evner|klarer|klarar|holder|held|lytter|lyttar|skaper|finner|"
    r"bryr|leser|forstår|thrives|keeps|can|listens|takes|enjoys|står|orker|handles|loves|sier|seier)\b)"
)

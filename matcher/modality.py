"""Is a thing required, wished, a duty, or expressly not asked? Cue words with a scope decide, then the heading.

A cue looks forward (``gjerne …``, ``du trenger ikke …``) or back over its clause (``… er en fordel``); the words of an
item beat its heading. *A plus, but not required* is a wish.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick

from matcher.folding import compiled, fold, word_set
from matcher.vocabulary import FOLDER


class Cue(NamedTuple):
    """A cue word at ``text[start:end]``."""

    start: int
    end: int
    meaning: str
    """nice, must, negated, firm or others."""
    forward: bool
    backward: bool


_CONNECTOR = compiled(
    r"\s*(?:,?\s*(?:men|but|dock|however)\s[^,.;]{0,40},)?,?\s*(?:med|om|hvis|dersom|at|att|å|if|to|til|på|"
    r"av|that|with|når)\b"
)
_LEAD_IN = word_set(
    "det vi we du you it this dette der här stillingen jobben rollen også i tillegg is er en et ein eit a an "
    "stort være vere would be and og derfor dessuten likevel heller därför är så there"
)
_BOUNDARY = compiled(r";|\s-\s|\s(?:men|but|mens|while|medan|dock|however|og du|and you|og det|samtidig)\s|[!:]\s|\.\s")
_NOT_AFTER = compiled(
    r"\s(?:det |da |du |vi |me |dette |this |heller |derfor |dog |derimot |imidlertid |helt |alltid |nødvendigvis )?"
    r"(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet)\b(?!\s(?:bare|berre|bara|only|kun|minst|least))"
)
_NOT_BEFORE = compiled(
    r"\b(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet|uten|utan|without|uden|verken)"
    r"\s(?!(?:bare|berre|bara|only|kun|minst|least)\b)(?:[\w-]+\s){0,5}$"
)
_NEW_CLAUSE = compiled(r"\s(?:og|och|samt)\s")
"""*…, og litt engelsk skader ikke*: no list in Scandinavian has a comma before *and*."""
_ASIDE = compiled(r"\((?!(?:en|ein|ei|et|eit|ett|a|an)\s$)[^()]*\w[^()]*\s$")
"""*English (Norwegian is not needed)*: words in brackets that have a subject of their own speak of that alone."""
_CONJUNCTION = compiled(r"\s(?:og|eller|and|or|och|samt|&)\s")
_OPENER = compiled(
    r"(?:^|[.;]\s)\s*(?:har du|kjenner du|er du|kan du|behersker du|if you|hvis du|om du|dersom du|har du|snakker du|"
    r"hvis du har|känner du|talar du|kender du|should you|do you have|have you)\b"
)
_ANSWERS = compiled(r"[^?.;]{0,15}\?\s[^.;?]{0,25}$")
"""*Trenersertifikat? Gøy, men uvesentlig*: the answer speaks of what is asked about, whatever turn it takes."""
_OPENS_ANEW = compiled(
    r",\s(?:og |and |och )?(?:har|kjenner|kan|behersker|snakker|snakkar|taler|talar|känner|kender|mestrer|meistrar|"
    r"forstår|förstår)\sdu\b|,\s(?:and )?if you\b"
)
"""*Du er god i dansk, og kan du tysk, er det en fordel*: the wish is of what the condition names."""
_FUNCTION_WORDS = word_set(
    "så so er det en et ein eit a an is are it this also også stort also would be blir vil være and"
)
_TURN = compiled(
    r"[\s,]*(?:men|but|though|although|even though|selv om|sjølv om|även om|selvom)\s(?:(?:det|er|it|is|en|et|ein|"
    r"eit|a|an|stor|stort|big|definitely|absolutt|jo|gjerne)\s)*$"
)


_TURN_TO_IT = compiled(
    r",?\s(?:men|but|dock|though|although|even though|selv om|sjølv om|även om|selvom)\s(?:det|dette|den|it|this|that|"
    r"slikt|slik|such)(?:\s\w+){0,3}?\s(?:er|vil være|blir|is|would be|är|vore|vert)\s(?:(?:en|et|ein|eit|a|an|klart|"
    r"absolutt|selvsagt)\s)*$"
)
_WAIVED_AFTER = compiled(
    r",?\s(?:men|but|dock|dog|skjønt|om enn|although|though|selv om|sjølv om|även om|selvom)\s(?:(?:det|dette|it|this|"
    r"that|"
    r"det her)\s)?(?:er|is|är|not|ikke|ikkje|inte|inget|ingen|"
    r"no)\s(?:(?:dock|dog|heller|nok|absolutely|absolutt|strengt|strictly|definitely|ikke|ikkje|inte|inget|intet|"
    r"ingen|not|no|a|an|et|eit|ett|noe|noko|noget|något|something|absolutt|absolute|ufravikelig|an absolute|"
    r"tatt)\s){0,4}(?:krav|must|requirement|required|forutsetning|føresetnad|förutsättning|forudsætning|nødvendig|"
    r"nødvendigt|naudsynt|nödvändigt|essential|necessary|avgjørende|avgjerande|avgörande|afgørende|påkrevd|(?:vi|we|"
    r"me)\s"
    r"(?:forventer|ventar|forventar|krever|krev|kräver|kræver|förväntar oss|expect|require|demand))\s*[.!)]?$"
)
"""*Videregående, men det er ikke noe krav*: what is named all the same is a wish."""
_OF_YOU = compiled(
    r"\b(?:du|you|deg|dig|you're|(?:en|ein|a|someone|somebody|one) (?:som|who))(?:\s(?!(?:vi|we|som|der|which|that|"
    r"hos|where)\b)[\w,-]+){0,7}\s$"
)
"""*You are certified in ITIL* is not said of the employer."""
_INVERTED = compiled(r"\sdu\s(?:ikke|ikkje|inte|ingen|ej|heller|verken|sjelden|sjeldan)\b")
_ENDS = compiled(r"[,;:]\s|\s(?:-|for|fordi|siden|sidan|hos|hvis|om|dersom|selv|sjølv|her|hær|här|og|och|men)\s")
_CONDITION = compiled(
    r"(?:og |men |and |och )?(?:(?:har|kjenner|kan|behersker|meistrar|mestrer|snakker|snakkar|taler|talar|er|är|känner|"
    r"kender|bruker|brukar|vet|veit|liker) (?:du|dere)|(?:if|should) you|(?:hvis|dersom|viss|om) "
    r"du)\b(?=[^?:;]{3,150}?,\s(?:er|är|så|vil|blir|vert|teller|tel|tæller|räknas|väger|vejer|veier|veg|gir|stiller|"
    r"står|sparer|setter|that|it|we|you|that's|it's|då|da|ses|ser|hører|søk|send|kontakt|ring|vennligst|please|ta|får|"
    r"kan|bør|trekker|gjør|gir)\b)"
)
"""*Har du brukt Zendesk, er det fint*: what stands in the condition is a wish."""
_NONE = ("ingen ", "inga ", "inget ", "intet ")
_NONE_FIRST = compiled(r"(?:ingen|inga|inget|intet)\s(?=[^,.;]+(?:[,.;]|$))(?!problem|fare|hinder)")
"""*Ingen truckførerbevis, for det tar du hos oss.*"""
_LACKS = compiled(r"\s(?:ikke|ikkje|inte|ej|aldri|aldrig|not|don't|haven't|no|ingen)\b")
"""*Har du ikke brukt Zendesk, gjør det ingenting.*"""


KIND_OF_PERSON = compiled(
    r"\b(?:vi|me|we|det|what)\s(?:(?:har|really|alltid|aller|særlig|helst|mest|gjerne|vil) ){0,2}(?:liker|likar|gillar|"
    r"setter pris på|set pris på|sätter värde på|sætter pris på|verdsetter|verdset|värdesätter|værdsætter|uppskattar|"
    r"faller for|fell for|faller för|ser for oss|ser føre oss|ser framför oss|ser gjerne|ønsker|ønsker oss|ønskjer|"
    r"ønskjer oss|ynskjer|önskar|søker|søkjer|söker|søger|ser etter|leter etter|leitar etter|letar efter|leder efter|"
    r"trenger|treng|behöver|har bruk for|har brug for|vil ha|vill ha|vil gjerne ha|trives med|trivst med|like|love|"
    r"value|appreciate|look for|are looking for|seek|are seeking|need|want)\s(?:(?:(?:en|ein|ei|a|an|noen|nokon|"
    r"någon|nogen|nye?|flere|fleire)\s)?(?:ledere?|leiarar?|ledare|leaders?|folk|people|personer?|person|someone|"
    r"somebody|kollegaer?|kolleger|kollegor|colleagues?|mennesker|menneske|mennesket|dem|dei|de|those|deg|dig|"
    r"søkere|kandidater?|candidates?)|(?:en|ein|ei|noen|nokon|någon|nogen|one))\s(?:som|der|who|that)\s(?:er|är|is|"
    r"are|har|have|has|ikke|ikkje|inte|tør|torer|vågar|tåler|toler|trives|trivst|liker|likar|gillar|likes?)\b|"
    r"\b(?:we|you)(?:'re| are)? (?:look(?:ing)? for|need|want|seek) (?:someone|somebody)\s(?!who\b|to\b|with\b|"
    r"for\b|that\b|in\b|like\b|at\b|new\b|else\b|on\b)|\b(?:vi|me) (?:ser for oss|ser føre oss|ser etter|søker|"
    r"søkjer|leter etter|leitar etter|söker|søger|trenger|treng|vil ha) (?:en|ein) (?=[a-zæøå]+ (?:og|och) )|"
    r"\b(?:det|den) (?:vi|me) (?:trenger|treng|ser etter|søker|søkjer|leter etter|vil ha|behöver|söker|ønsker),? "
    r"(?:er|är) (?:en|ein) |^being (?=.{5,80} (?:gets|takes|helps|matters|counts)\b)"
)
"""*Vi liker ledere som er varme og tydelige*: a frame that asks what somebody is like, without a *du*."""
FITS = compiled(
    r",\s(?:så |då |da |then )?(?:passer|passar|trives|trivst|høver|hører|høyrer|hör|er|är|bør|kan|you|you'll|this|"
    r"that)\s(?:du|dette|det|are|may|might|will|fit|could|is)\b(?:\s\w+){0,2}?\s?(?:inn|in|godt|bra|hos|heime|hjemme|"
    r"hemma|rett|rätt|den|deg|dig|one|fit|right|job|jobb|stilling\w*|her|here)\b"
)
"""*Er du tøff og ordentlig, passer du inn*: the condition names who is sought."""
_NO_PART = compiled(
    r"\b(?:er|is|är|are|isn't|aren't)\s(?:(?:ikke|ikkje|inte|not|heller|slett|på ingen måte|absolutely)\s){0,3}"
    r"(?:(?:noe|noko|noen|nokon|nogen|noget|något|någon|something|anything|nothing|inget|ingenting|intet|ingen ting|"
    r"et|eit|ett|a)\s(?:krav\s|må\s)?(?:som |that |der )?(?:du|vi|me|we|you|man|one)\s(?:\w+\s){0,3}?"
    r"(?:look\w*|ask|expect|need|require|count|mind|care|behøver|trenger|treng|behöver|må|har bruk for|ser|spør|"
    r"frågar|spørger|krever|krev|kräver|kræver|forventer|ventar|förväntar|tittar|legger|legg|lägger|lægger|"
    r"etterspør)\b(?:\s(?:at|for|about|etter|efter|på|vekt på|vægt på|vikt vid|om|til|oss))*|(?:en |ein |ei |a )?"
    r"(?:del|part) (?:av|af|of) (?:jobben|stillingen|stillinga|rollen|rolla|tjänsten|arbetet|arbeidet|the job|the role|"
    r"this job|this role|the work))(?=\W|$)"
)
"""*Formal education is not something we look at*, *koding er ikke en del av jobben*."""
_DENIES = compiled(r"\b(?:ikke|ikkje|inte|not|isn't|aren't|nothing|inget|ingenting|intet|ingen ting)\b")
_GIVEN_HERE = compiled(
    r"\b(?:besørger|ordner|ordnar|ordnar|fikser|fiksar|fixar|spanderer|spanderar|bekoster|bekostar|tilbyr|arrangerer|"
    r"arrangerar|holder|håller|gir|gjev|lærer bort|lær bort|står for|sørger for|syter for|tar|tek|tager|hjelper|"
    r"hjälper)\s(?:vi|me)(?:\s(?:oss|os|deg|dig|alle|sammen|saman|selv|sjølve|själva|av|for|för|for deg|hånd om|"
    r"hand om|med|gjerne))*\s?(?=[.,;!)]|$| (?:for|fordi|når|etter|så|mens|og|och)\b)|\bfår\s(?:du|alle|dere)\b"
    r"[^.;,]{0,25}?\b(?:(?:av|hos|fra|frå|från) (?:oss|os)|på (?:kjøpet|køpet|köpet)|i opplæring\w*|i oppstart\w*|"
    r"underveis|undervegs|etter hvert|med på kjøpet|her|her hos oss)(?=\W|$)|\b(?:det|den|dem|so|så)\s?(?:det )?"
    r"(?:kan|can) (?:du|you) (?:la ligge|glemme|gløyme|glömma|forget|la være|hoppe over|skip)\b|\bmakes? no "
    r"difference\b|\bgjør ingen forskjell\b|\bgjer ingen skilnad\b|\bgör ingen skillnad\b|\bgør ingen forskel\b|"
    r"\bkan du (?:godt |gjerne |helt fint )?(?:være|vere|vara) (?:helt |heilt |ganske |nokså )?(?:ny|fersk|blank|"
    r"grønn) (?:i|på|"
    r"innen|med)(?=\W|$)|\b(?:er|is|are|är) (?:optional|helt frivillig|frivillig|valfritt|valgfritt|noe for "
    r"andre)(?=\W|$)|\b(?:klarer|"
    r"klarar|greier|klarer) du deg (?:fint )?(?:uten|utan)(?=\W|$)|\b(?:er|är) [a-zæøå]{5,}(?:ens|ans|s) (?:bord|"
    r"oppgave|"
    r"oppgåve|ansvar)(?=\W|$)"
)
"""*Sikkerheitskurs ordnar vi*, *kassesystemet får du opplæring i av oss*: what is given need not be brought."""
_NOBODY_NEEDS = compiled(
    r"\b(?:nobody|no one|no-one|none of us|ingen|inga|ingen her|ingen hos oss)\s(?:(?:here|her|hos oss|else|in the "
    r"team)\s)?(?:needs?|has to have|must have|trenger|treng|behöver|behøver|må ha|require[sd]?)\b|\b(?:det )?"
    r"(?:forventes|forventast|ventast|förväntas|förutsätts|forutsettes|forudsættes|er|is)\s(?:\w+\s)?(?:ikke|ikkje|"
    r"inte|"
    r"not)\s(?:forventet|expected|at\b|att\b)(?:\s(?:at|att|that))?|\b(?:det )?(?:forventes|forventast|ventast|"
    r"förväntas|"
    r"förutsätts|forutsettes|forudsættes) (?:ikke|ikkje|inte)\b"
)


@cache
def _automaton() -> ahocorasick.Automaton:
    data = tomllib.loads((FOLDER / "cues" / "modality.toml").read_text(encoding="utf-8"))
    table: dict[str, tuple[str, str, int]] = {}
    for meaning, ways in data.items():
        for way, cues in ways.items():
            for cue in cues:
                for folded in (*_said_by_us(fold(cue)), *_stressed(fold(cue))):
                    table[folded] = (meaning, way, len(folded))
    automaton = ahocorasick.Automaton()
    for folded, value in table.items():
        automaton.add_word(folded, value)
    automaton.make_automaton()
    return automaton


def _said_by_us(folded: str) -> tuple[str, ...]:
    """``folded``, and with *me* where it says *vi*: nynorsk has both."""
    return (folded, f"me {folded[3:]}") if folded.startswith("vi ") else (folded,)


_STRESS = (
    "slett",
    "absolutt",
    "altså",
    "heller",
    "på ingen måte",
    "nødvendigvis",
    "alls",
    "absolut",
    "egentlig",
    "strengt tatt",
)
_NOT = compiled(r"(?<=\s)(?:ikke|ikkje|inte)(?=$|\s)")


def _stressed(folded: str) -> Iterator[str]:
    """``folded`` with a word of stress before or after its *not*: *trenger slett ikke*, *är absolut inte ett krav*."""
    found = _NOT.search(folded)
    if found is None:
        return
    for word in _STRESS:
        for said in (f"{word} {found.group()}", f"{found.group()} {word}"):
            yield folded[: found.start()] + fold(said) + folded[found.end() :]


Raw = tuple[int, int, str, str]
"""Start, end, meaning and way of looking of a cue as it stands in the text."""


def _raw_cues(folded: str) -> list[Raw]:
    """All cue words of a folded sentence in order, the longest at each place."""
    found = []
    size = len(folded)
    for last, (meaning, way, length) in _automaton().iter(folded):
        start, end = last + 1 - length, last + 1
        if (start and folded[start - 1].isalnum() and folded[start].isalnum()) or (
            end < size and folded[end].isalnum()
        ):
            continue
        found.append((start, -end, meaning, way))
    cues: list[Raw] = []
    reach = -1
    for start, negative_end, meaning, way in sorted(found):
        if -negative_end > reach:
            reach = -negative_end
            cues.append((start, reach, meaning, way))
    return cues


def find_cues(folded: str) -> tuple[Cue, ...]:
    """The cues of a folded sentence in order, with their scope."""
    cues: list[Cue] = []
    for start, end, meaning, way in _raw_cues(folded):
        if meaning == "must":
            start, end, meaning = _denied(folded, start, end, way, cues[-1].end if cues else 0)
        if meaning != "firm" or not _of_applicant(folded, start):
            cues.append(_directed(folded, (start, end, meaning, way)))
    for cue in _framed(folded):
        cues = [other for other in cues if other.end <= cue.start or cue.end <= other.start]
        cues.append(cue)
        cues.sort(key=lambda cue: cue.start)
    waived = _WAIVED_AFTER.search(folded) if any(cue.meaning == "negated" for cue in cues) else None
    if waived:
        cues = [cue for cue in cues if not waived.start() <= cue.start < waived.end()]
        cues.append(Cue(waived.start(), waived.end(), "nice", False, True))
    none = _NONE_FIRST.match(folded) if folded.startswith(_NONE) else None
    if none and not any(cue.start < none.end() for cue in cues):
        cues.insert(0, Cue(0, none.end(), "negated", True, False))
    condition = _CONDITION.match(folded)
    if condition:
        excused = any(cue.meaning == "negated" and cue.backward for cue in cues)
        lacks = _LACKS.match(folded, condition.end()) if excused else None
        meaning = "must" if FITS.search(folded, condition.end()) else "nice"
        cues.insert(0, Cue(0, (lacks or condition).end(), "negated" if lacks else meaning, True, False))
    return tuple(_settled(cues, folded)) if len(cues) > 1 else tuple(cues)


def _framed(folded: str) -> Iterator[Cue]:
    """What a whole turn of the sentence says, rather than a word of it."""
    for found in KIND_OF_PERSON.finditer(folded):
        yield Cue(*found.span(), "must", True, False)
    for found in _NO_PART.finditer(folded):
        if _DENIES.search(folded, *found.span()):
            yield Cue(*found.span(), "negated", False, True)
    for found in _GIVEN_HERE.finditer(folded):
        yield Cue(*found.span(), "negated", False, True)
    for found in _NOBODY_NEEDS.finditer(folded):
        yield Cue(*found.span(), "negated", True, False)


def _of_applicant(folded: str, start: int) -> bool:
    """Are words for an approval said of the reader, or do they open an item of what is asked?"""
    if not start:
        return folded.startswith("sertifisert som")
    return bool(_OF_YOU.search(folded, max(0, start - 60), start))


def _denied(folded: str, start: int, end: int, way: str, floor: int) -> tuple[int, int, str]:
    """A word of demand beside a *not* asks for nothing: ``kreves derimot ikke``, ``ingen formelle krav``."""
    after = _NOT_AFTER.match(folded, end)
    if after:
        return start, after.end(), "negated"
    if way in ("kernel", "backward"):
        low = max(floor, start - 40)
        before = _NOT_BEFORE.search(folded[low:start])
        if before:
            return low + before.start(), end, "negated"
    return start, end, "must"


def _stands_last(folded: str, start: int, end: int) -> bool:
    """Does a cue that looks forward end its clause, but for a verb that says no more than *have*?"""
    if not folded[end:].strip(" .!?)"):
        return True
    if not _INVERTED.search(folded, start, end):
        return False
    verb = _MERE_VERB.match(folded, end)
    end = verb.end() if verb else end
    return bool(_ENDS.match(folded, end)) or (verb is not None and not folded[end:].strip(" .!?)"))


_MERE_VERB = compiled(
    r"\s(?:å |att |at )?(?:ha|kunne|kunna|kende|kjenne|kjenna|känna|samle på|samla på|tenke på|tenkje på|tänka på|"
    r"tænke på|bry deg om|bry deg med|bekymre deg for|bekymre deg om|uroe deg for|oroa dig för|vise fram|legge frem|"
    r"leggje fram|beherske|meistre|mestre|drive med|være|vere)(?: fra før| frå før| från början| på forhånd| til| i| "
    r"fra før av)*(?=[.,;!?]|$)"
)
"""*Sertifikater trenger du ikke samle på.*"""


def _directed(folded: str, raw: Raw) -> Cue:
    start, end, meaning, way = raw
    if folded.startswith(":", end) and meaning not in ("firm", "others"):  # Dette må du ha: …
        return Cue(start, end + 1, meaning, True, False)
    if way == "forward" and meaning in ("negated", "nice") and _stands_last(folded, start, end):
        way = "backward"  # Fagbrev trenger du ikke, for du får opplæring.
    if way != "kernel" or meaning in ("firm", "others"):
        return Cue(start, end, meaning, way != "backward", way != "forward")
    connector = _CONNECTOR.match(folded, end)
    if connector:
        return Cue(start, connector.end(), meaning, True, False)
    clause = re.split(r"[.;]\s", folded[max(0, start - 40) : start])[-1]
    forward = len(clause) < 40 and all(word in _LEAD_IN for word in clause.split())
    return Cue(start, end, meaning, forward, not forward)


def _settled(cues: list[Cue], folded: str) -> list[Cue]:
    """A plus but no requirement, in either order, is a wish: the negation steps back."""
    kept: list[Cue] = []
    for index, cue in enumerate(cues):
        if cue.meaning == "negated":
            before = kept[-1] if kept else None
            after = cues[index + 1] if index + 1 < len(cues) else None
            if before and before.meaning == "nice" and cue.start - before.end < 30:
                between = folded[before.end : cue.start]
                if _TURN.search(between + " ") or between.strip(" ,") in ("men", "but", "and", "og"):
                    continue
            if after and after.meaning == "nice" and _turns(folded[cue.end : after.start], cue):
                cue = Cue(cue.start, cue.end, "nice", cue.forward, cue.backward)
        kept.append(cue)
    return kept


def _turns(between: str, cue: Cue) -> bool:
    """*Not required, but a plus*; *we ask for none, but it is a plus*: the wish takes over the negation's things."""
    return bool(_TURN.fullmatch(between)) or (cue.forward and bool(_TURN_TO_IT.search(between)))


def governs(cue: Cue, folded: str, cues: tuple[Cue, ...], start: int, end: int) -> bool:
    """Does ``cue``, one of the ``cues`` of a folded sentence, speak of what stands at ``folded[start:end]``?"""
    if cue.meaning in ("firm", "others"):
        return False
    if start < cue.end and cue.start < end:
        return True
    if cue.forward and cue.end <= start:
        return not _BOUNDARY.search(folded, cue.end, start)
    if cue.backward and end <= cue.start:
        return _reaches_back(cue, folded, cues, end)
    return False


_BRACKETED = re.compile(r"\([^()]*\)|^[^()]*\)")
"""*Product Owner (CSPO, PSPO) er ønskelig*: commas in brackets part no clauses."""


def _reaches_back(cue: Cue, folded: str, cues: tuple[Cue, ...], end: int) -> bool:
    between = folded[end : cue.start]
    if _ANSWERS.match(between):
        return True
    if _BOUNDARY.search(between) or _ASIDE.search(between) or _OPENS_ANEW.search(between):
        return False
    if any(other is not cue and other.backward and end <= other.start < cue.start for other in cues):
        return False
    between = _BRACKETED.sub(" ", between)
    comma = between.rfind(",")
    if comma < 0:
        return True
    segment = between[comma + 1 :]
    if between.count(",") == 1 and _NEW_CLAUSE.match(segment):
        return False
    if all(word in _FUNCTION_WORDS for word in segment.split()) or _CONJUNCTION.search(segment):
        return True
    return bool(_OPENER.search(folded[:end]))

"""Is a thing required, wished, a duty, or expressly not asked? Cue words with a scope decide, then the heading.

A cue looks forward (``gjerne …``, ``du trenger ikke …``) or back over its clause (``… er en fordel``); the words of an
item beat its heading. *A plus, but not required* is a wish.
"""

import re
from typing import NamedTuple

from matcher.cue_words import Raw, raw_cues
from matcher.folding import compiled, word_set
from matcher.spans import meets
from matcher.turns import FITS, echoed, framed


class Cue(NamedTuple):
    """A cue word at ``text[start:end]``."""

    start: int
    end: int
    meaning: str
    """nice, must, negated, firm or others."""
    forward: bool
    backward: bool


_CONNECTOR = compiled(
    r"\s*(?:,?\s*(?:men|but|dock|however)\s[^,.;]{0,40},)?,?\s*(?:med|om|hvis|dersom|at|att|å|if|to|til|på|av|that|"
    r"with|når)\b"
)
_LEAD_IN = word_set(
    "det vi we du you it this dette der här stillingen jobben rollen også i tillegg is er en et ein eit a an "
    "stort være vere would be and og derfor dessuten likevel heller därför är så there what hva kva vad hvad som that"
)
_BOUNDARY = compiled(
    r",\s(?:for|för|because|since|siden|sidan|fordi|ettersom|eftersom)\s(?:til |till |vi|me|du|det|den|de|dei|our|we|"
    r"you|it|the|våre?|her|hær|halve|mange|most|many)\b|;|\s-\s|\s(?:men|but|mens|while|medan|dock|however|though|"
    r"although|og du|and you|og det|samtidig)\s|[!:]\s|"
    r"(?<!f\.eks)(?<!bl\.a)(?<!\be\.g)(?<!\bt\.ex)(?<!\bca)(?<!\bel)(?<!\bkl)(?<!\bevt)\.\s"
)
_NOT_AFTER = compiled(
    r"\s(?:det |da |du |vi |me |dette |this |heller |derfor |dog |derimot |imidlertid |helt |alltid |nødvendigvis )?"
    r"(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet|verken|hverken|varken|korkje|neither|aldri|aldrig|never)\b"
    r"(?!\s(?:bare|berre|bara|only|kun|minst|least))"
)
_NOT_BEFORE = compiled(
    r"\b(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet|uten|utan|without|uden|verken|hverken|varken|korkje|"
    r"neither)\s(?!(?:bare|berre|bara|only|kun|minst|least|merknad\w*|anmerk\w*|anmærk\w*|bemærk\w*|remarks?)\b)"
    r"(?:[\w-]+\s){0,5}$"
)
_NEITHER = compiled(
    r"\b(?:verken|hverken|varken|korkje|neither)\s(?:(?!\b(?:men|but|du|vi|you|we)\b)[^.;:]){3,90}\s(?:eller|or|nor)\s"
    r"(?:(?!\b(?:men|but|du|vi|you|we)\b)[^.;:,]){3,60}$"
)
"""*Verken bilinteresse eller teknisk bakgrunn er nødvendig.*"""
_NEW_CLAUSE = compiled(r"\s(?:og|och|samt|and)\s")
"""*…, og litt engelsk skader ikke*: no list in Scandinavian has a comma before *and*."""
_ASIDE = compiled(r"\((?!(?:en|ein|ei|et|eit|ett|a|an)\s$)[^()]*\w[^()]*\s$")
"""*English (Norwegian is not needed)*: words in brackets that have a subject of their own speak of that alone."""
_CONJUNCTION = compiled(r"\s(?:og|eller|and|or|och|samt|&)\s")
_OPENER = compiled(
    r"(?:^|[.;]\s)\s*(?:har du|kjenner du|er du|kan du|behersker du|if you|hvis du|om du|dersom du|snakker du|"
    r"hvis du har|känner du|talar du|kender du|should you|do you have|have you)\b"
)
_ANSWERS = compiled(r"[^?.;]{0,30}\?\s[^.;?]{0,25}$")
"""*Trenersertifikat? Gøy, men uvesentlig*: the answer speaks of what is asked about, whatever turn it takes."""
_STOPS = re.compile(r"[.;?]")
"""*Er fagbrev et krav? Nei*: the answer speaks of the whole question."""
_OPENS_ANEW = compiled(
    r",\s(?:og |and |och )?(?:har|kjenner|kan|behersker|snakker|snakkar|taler|talar|känner|kender|mestrer|meistrar|"
    r"forstår|förstår)\sdu\b|,\s(?:and )?if you\b"
)
"""*Du er god i dansk, og kan du tysk, er det en fordel*: the wish is of what the condition names."""
_IS = ("er ", "ær ", "is ", "are ")
_SAID_OF_PERSON = compiled(r"\b(?:du|you|personen|kandidaten|ni)\s$")
_FUNCTION_WORDS = word_set(
    "så so er det en et ein eit a an is are it this also også stort also would blir vil være and"
)
_TURN = compiled(
    r"[\s,]*(?:men|but|though|although|even though|selv om|sjølv om|även om|selvom)\s(?:(?:det|er|it|is|en|et|ein|eit|"
    r"a|an|stor|stort|big|definitely|absolutt|jo|gjerne|vil|kan|will|would|skal|kommer til å|kjem til å|overhodet|"
    r"slett|selvsagt|langt fra|på ingen måte|aldeles|strengt tatt)\s)*$"
)


_TURN_TO_IT = compiled(
    r",?\s(?:men|but|dock|though|although|even though|selv om|sjølv om|även om|selvom)\s(?:det|dette|den|it|this|that|"
    r"slikt|slik|such)(?:\s\w+){0,3}?\s(?:er|vil være|blir|is|would be|är|vore|vert)\s(?:(?:en|et|ein|eit|a|an|klart|"
    r"absolutt|selvsagt)\s)*$"
)
_WAIVED_AFTER = compiled(
    r",?\s(?:men|but|dock|dog|skjønt|om enn|although|though|selv om|sjølv om|även om|selvom)\s(?:(?:det|dette|it|this|"
    r"that|det her)\s)?(?:er|is|är|not|ikke|ikkje|inte|inget|ingen|no)\s(?:(?:dock|dog|heller|nok|absolutely|absolutt|"
    r"strengt|strictly|definitely|ikke|ikkje|inte|inget|intet|ingen|not|no|a|an|et|eit|ett|noe|noko|noget|något|"
    r"something|absolute|ufravikelig|an absolute|tatt)\s){0,4}(?:krav|must|requirement|required|forutsetning|"
    r"føresetnad|förutsättning|forudsætning|nødvendig|nødvendigt|naudsynt|nödvändigt|essential|necessary|avgjørende|"
    r"avgjerande|avgörande|afgørende|påkrevd|(?:vi|we|me)\s(?:forventer|ventar|forventar|krever|krev|kräver|kræver|"
    r"förväntar oss|expect|require|demand))\s*[.!)]?$"
)
"""*Videregående, men det er ikke noe krav*: what is named all the same is a wish."""
_OFFERED = compiled(
    r"\b(?:kan|can|vil|will) (?:be )?(?:dekkes|dekkjast|tas|takast|betales|betalast|bekostes|tilbys|gis|ordnes|covered|"
    r"paid for|taken|arranged|offered)\b"
)
"""*Videreutdanning kan dekkes, men er ikke noe vi forventer*: offered, and no more."""
_OF_YOU = compiled(
    r"\b(?:du|you|deg|dig|you're|being|(?:en|ein|a|someone|somebody|one) (?:som|who))(?:\s(?!(?:vi|we|som|der|which|"
    r"that|hos|where)\b)[\w,()-]+){0,7}\s$"
)
"""*You are certified in ITIL* is not said of the employer."""
_INVERTED = compiled(r"\sdu\s(?:ikke|ikkje|inte|ingen|ej|heller|verken|sjelden|sjeldan)\b")
_ENDS = compiled(r"[,;:]\s|\s(?:-|for|fordi|siden|sidan|hos|hvis|om|dersom|selv|sjølv|her|hær|här|og|och|men)\s")
_CONDITION = compiled(
    r"(?:^|[;:.!]\s|\s-\s|,\s(?=(?:og|and|och|men|but)\s))(?:og |men |and |och )?(?:(?:har|kjenner|kan|behersker|"
    r"meistrar|mestrer|snakker|snakkar|taler|talar|er|är|känner|kender|bruker|brukar|vet|veit|liker|pratar|beherskar|"
    r"behärskar|använder|forstår|skriver|skriv) (?:du|dere)|(?:if|should) you|(?:hvis|dersom|viss|om) du|skulle (?:du|"
    r"ni|det vise seg at du))\b(?!\s(?:spørsmål|frågor|lyst|lust|lurer|undrer|undrar|interess\w*|questions?|any "
    r"questions|wondering|noen spørsmål|nokre spørsmål|noe å))(?=[^?:;.]{3,150}?,\s(?:(?:er|är|så|vil|blir|vert|teller|"
    r"tel|tæller|räknas|väger|vejer|veier|veg|gir|stiller|står|sparer|går|slipper|setter|that|it|we|you|that's|it's|då|"
    r"da|ses|ser|hører|søk|send|kontakt|ring|vennligst|please|ta|får|kan|bør|trekker|gjør|si|sei|säg|nevn|skriv|nämn|"
    r"fortell|fortel|kommer|kjem|mention|tell|do)\b|(?:sier|seier|säger|siger) (?:vi|me) (?:ikke|ikkje|inte|aldri|"
    r"gjerne|tusen)\b|[a-zæøå]+\s(?:vi|me|du|det|deg|dig|oss|os|den)\b))"
)
"""*Har du brukt Zendesk, er det fint*: what stands in the condition is a wish."""
_NONE = ("ingen ", "inga ", "inget ", "intet ")
_NONE_FIRST = compiled(r"(?:ingen|inga|inget|intet)\s(?=[^,.;]+(?:[,.;]|$))(?!problem|fare|hinder)")
"""*Ingen truckførerbevis, for det tar du hos oss.*"""
_COSTS = compiled(
    r",\s(?:så |da |då )?(?:må|måste|must|you must|you need to) (?:du )?(?!ikke|ikkje|inte)|,\s(?:så |da |då )?(?:er|"
    r"är|kan|kommer|passer|får|blir|kjem|bör|bør) (?:du|vi|det|dette|annonsen|this) (?:ikke|ikkje|inte|nok ikke|"
    r"vanskelig|svårt|tøft|feil|ferdig|lite)|\bferdig lest\b"
)
"""*Kjenner du ikke ordet førstelinje, er du ikke den vi søker*: a lack that costs the job."""
_LACKS = compiled(r"\s(?:ikke|ikkje|inte|ej|aldri|aldrig|not|don't|haven't|no|ingen)\b")
"""*Har du ikke brukt Zendesk, gjør det ingenting.*"""


def find_cues(folded: str) -> tuple[Cue, ...]:
    """The cues of a folded sentence in order, with their scope."""
    cues: list[Cue] = []
    for start, end, meaning, way in raw_cues(folded):
        if meaning == "must":
            start, end, meaning = _denied(folded, start, end, way, cues[-1].end if cues else 0)
        if meaning == "nice" and folded.startswith(_IS, start) and _is_of_person(folded, start, end):
            continue  # du er praktisk
        if meaning != "firm" or not _of_applicant(folded, start):
            cues.append(_directed(folded, (start, end, meaning, way)))
    for turn in framed(folded):
        cues = _with_turn(cues, _directed(folded, turn))
    for start, end in echoed(folded):
        if meets(cues, start, end):
            continue  # … er det samme for oss
        said = [cue.meaning for cue in cues if cue.end <= start and cue.meaning in _ASKS]
        cues = _with_turn(cues, Cue(start, end, said[-1] if said else "nice", True, False))
    cues = _over_colon(cues, folded)
    waived = _WAIVED_AFTER.search(folded) if any(cue.meaning == "negated" for cue in cues) else None
    if waived and not _OFFERED.search(folded, 0, waived.start()):
        cues = [cue for cue in cues if not waived.start() <= cue.start < waived.end()]
        cues.append(Cue(waived.start(), waived.end(), "nice", False, True))
    none = _NONE_FIRST.match(folded) if folded.startswith(_NONE) else None
    if none and not any(cue.start < none.end() for cue in cues):
        cues.insert(0, Cue(0, none.end(), "negated", True, False))
    for condition in _CONDITION.finditer(folded):
        excused = any(cue.meaning == "negated" and cue.backward for cue in cues)
        lacks = _LACKS.match(folded, condition.end()) if excused else None
        costs = lacks is None and _LACKS.match(folded, condition.end()) and _COSTS.search(folded, condition.end())
        meaning = "must" if costs or FITS.search(folded, condition.end()) else "nice"
        start = condition.start() and condition.start() + 1
        cues = _beside(cues, Cue(start, (lacks or condition).end(), "negated" if lacks else meaning, True, False))
    cues = [_above_all(cue, folded) for cue in cues]
    return tuple(_settled(cues, folded)) if len(cues) > 1 else tuple(cues)


def _above_all(cue: Cue, folded: str) -> Cue:
    """*Flere språk er en fordel, særlig polsk*: what is picked out behind the wish is wished as well."""
    if cue.meaning != "nice" or cue.forward or not _PICKED.match(folded, cue.end):
        return cue
    return cue._replace(forward=True)


_PICKED = compiled(
    r",?\s(?:særlig|særleg|spesielt|især|särskilt|i synnerhet|i særdeleshet|framfor alt|especially|particularly|"
    r"notably|above all)\b|,\s[\w ]{3,25}?\s(?:in particular|i særdeleshet|spesielt)\b"
)


def _is_of_person(folded: str, start: int, end: int) -> bool:
    """*Du er praktisk*; and in a list under *Vi vil at du*: *er hyggelig, presis og rask*."""
    if start:
        return _SAID_OF_PERSON.search(folded, 0, start) is not None
    return folded.count(" ", start, end) == 1 and folded.startswith((",", " og ", " och ", " and "), end)


_ASKS = ("nice", "must", "negated")
_FRAME = compiled(
    r"(?:[^:;.?«»\"]|\\bnr\\.){4,90}:\s(?!(?:det|du|vi|me|den|dette|it|you|we|this|her|der|han|hun|there|that|de|dei|"
    r"they|i|i'm|for|da|då|så)\b)"
)


_MODEST = compiled(r"\b(?:mye|mykje|mycket|meget|much|a lot|mer enn|meir enn|more than)\b")
_ELLIPSES = ("det ikke", "det ikkje", "det inte")
"""*Vi ber ikke om mye: …* asks."""


def _over_colon(cues: list[Cue], folded: str) -> list[Cue]:
    """*Ønskelig, men ikke et krav: ITIL, Lean*: what stands before a colon is said of what is counted up after it."""
    frame = _FRAME.match(folded) if ":" in folded else None
    if frame is None:
        return cues
    end = frame.end() - 1
    inside = [cue for cue in cues if cue.end <= end and cue.meaning in _ASKS]
    if folded[: end - 1].endswith(_ELLIPSES):
        return cues
    for meaning in ("nice", "negated", "must"):
        said = next((cue for cue in inside if cue.meaning == meaning), None)
        if said and not any(cue.end == end for cue in inside):
            asks = meaning == "negated" and _MODEST.search(folded, 0, end)
            return _beside(cues, Cue(end - 1 if asks else said.start, end, "must" if asks else meaning, True, False))
    return cues


def _with_turn(cues: list[Cue], turn: Cue) -> list[Cue]:
    """The cues in order, with ``turn`` in place of words that stand in it."""
    kept = [cue for cue in cues if cue.end <= turn.start or turn.end <= cue.start]
    return _beside(kept, turn)


def _beside(cues: list[Cue], other: Cue) -> list[Cue]:
    return sorted([*cues, other], key=lambda cue: cue.start)


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
        if before is None and (neither := _NEITHER.search(folded, floor, start)):
            return neither.start(), end, "negated"
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
    r"leggje fram|beherske|meistre|mestre|drive med|være|vere)(?: fra før| frå før| från början| på forhånd| til| i|"
    r" fra før av)*(?=[.,;!?]|$)"
)
"""*Sertifikater trenger du ikke samle på.*"""


def _directed(folded: str, raw: Raw) -> Cue:
    start, end, meaning, way = raw
    if (
        folded.startswith(":", end) and meaning not in ("firm", "others") and not _has_subject(folded, start, meaning)
    ):  # Dette må du ha: …
        return Cue(start, end + 1, meaning, True, False)
    if way == "forward" and meaning in ("negated", "nice") and _stands_last(folded, start, end):
        way = "backward"  # Fagbrev trenger du ikke, for du får opplæring.
    if way != "kernel" or meaning in ("firm", "others"):
        return Cue(start, end, meaning, way != "backward", way != "forward")
    connector = _CONNECTOR.match(folded, end)
    if connector:
        return Cue(start, connector.end(), meaning, True, False)
    forward = not _has_subject(folded, start)
    return Cue(start, end, meaning, forward, not forward)


def _has_subject(folded: str, start: int, meaning: str = "negated") -> bool:
    """Does anything but lead-in words stand before a cue in its clause, that it may speak of?"""
    clause = re.split(r"[.;]\s", folded[max(0, start - 40) : start])[-1]
    return meaning == "negated" and (len(clause) >= 40 or not all(word in _LEAD_IN for word in clause.split()))


def _settled(cues: list[Cue], folded: str) -> list[Cue]:
    """A plus but no requirement, in either order, is a wish: the negation steps back."""
    kept: list[Cue] = []
    for index, cue in enumerate(cues):
        if cue.meaning == "negated":
            before = kept[-1] if kept else None
            after = cues[index + 1] if index + 1 < len(cues) else None
            own = _OF_ITS_OWN.match(folded, cue.start)
            if before and not own and before.meaning == "nice" and cue.start - before.end < 30:
                between = folded[before.end : cue.start]
                if _TURN.search(f"{between.rstrip()} ") or between.strip(" ,") in ("men", "but", "and", "og"):
                    continue
            if after and after.meaning == "nice" and _turns(folded[cue.end : after.start], cue):
                cue = Cue(cue.start, cue.end, "nice", cue.forward, cue.backward)
        kept.append(cue)
    return kept


_OF_ITS_OWN = compiled(
    r"(?:du|you|ni)\s(?:do |does )?(?:trenger|treng|behøver|behöver|behøv|må|need|have)\b[^.,;:]{0,25}?\s(?:å|att|at|"
    r"to|ha|have|være|vere|kunne|kunna|kjenne|know|be)\s\w+"
)
"""*Kjennskap til X er ønskelig, men du trenger ikke å ha jobbet med Y*: a thing of its own is denied."""


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
        return not (_BOUNDARY.search(folded, cue.end, start) or _left(cue, folded, start))
    if cue.backward and end <= cue.start:
        return _reaches_back(cue, folded, cues, end)
    return False


def _left(cue: Cue, folded: str, start: int) -> bool:
    """Has the sentence left what ``cue`` speaks of: the brackets it stands in, or the wish it put in between?"""
    between = folded[cue.end : start]
    if ")" in between and between.count(")") > between.count("("):
        return True
    thrown_in = cue.meaning == "nice" and folded.startswith(", ", cue.start - 2)
    return thrown_in and bool(_GOES_ON.search(between))


_GOES_ON = compiled(
    r",\s(?:og|och|and)\s(?:kan|har|er|må|can|have|are|must|skal|är|behersker|beherskar|trives|trivst|trivs|evner|"
    r"klarer|klarar|vet|veit|snakker|snakkar|talar|speak|speaks|has|is|know|knows)\s"
)
"""*Du har ledet folk, gjerne i bank, og kan vise til …*: the wish is over."""
_BRACKETED = re.compile(r"\([^()]*\)|^[^()]*\)")
"""*Product Owner (CSPO, PSPO) er ønskelig*: commas in brackets part no clauses."""


def _reaches_back(cue: Cue, folded: str, cues: tuple[Cue, ...], end: int) -> bool:
    between = folded[end : cue.start]
    if _ANSWERS.match(between) or (folded.startswith("?", cue.start) and not _STOPS.search(between)):
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

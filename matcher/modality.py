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
from matcher.spans import meets
from matcher.turns import FITS, echoed, framed
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
    r"\s*(?:,?\s*(?:men|but|dock|however)\s[^,.;]{0,40},)?,?\s*(?:med|om|hvis|dersom|at|att|å|if|to|til|på|av|that|"
    r"with|når)\b"
)
_LEAD_IN = word_set(
    "det vi we du you it this dette der här stillingen jobben rollen også i tillegg is er en et ein eit a an "
    "stort være vere would be and og derfor dessuten likevel heller därför är så there what hva kva vad hvad som that"
)
_BOUNDARY = compiled(r";|\s-\s|\s(?:men|but|mens|while|medan|dock|however|og du|and you|og det|samtidig)\s|[!:]\s|\.\s")
_NOT_AFTER = compiled(
    r"\s(?:det |da |du |vi |me |dette |this |heller |derfor |dog |derimot |imidlertid |helt |alltid |nødvendigvis )?"
    r"(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet)\b(?!\s(?:bare|berre|bara|only|kun|minst|least))"
)
_NOT_BEFORE = compiled(
    r"\b(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet|uten|utan|without|uden|verken)\s(?!(?:bare|berre|bara|only|"
    r"kun|minst|least)\b)(?:[\w-]+\s){0,5}$"
)
_NEW_CLAUSE = compiled(r"\s(?:og|och|samt|and)\s")
"""*…, og litt engelsk skader ikke*: no list in Scandinavian has a comma before *and*."""
_ASIDE = compiled(r"\((?!(?:en|ein|ei|et|eit|ett|a|an)\s$)[^()]*\w[^()]*\s$")
"""*English (Norwegian is not needed)*: words in brackets that have a subject of their own speak of that alone."""
_CONJUNCTION = compiled(r"\s(?:og|eller|and|or|och|samt|&)\s")
_OPENER = compiled(
    r"(?:^|[.;]\s)\s*(?:har du|kjenner du|er du|kan du|behersker du|if you|hvis du|om du|dersom du|snakker du|"
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
    r"[\s,]*(?:men|but|though|although|even though|selv om|sjølv om|även om|selvom)\s(?:(?:det|er|it|is|en|et|ein|eit|"
    r"a|an|stor|stort|big|definitely|absolutt|jo|gjerne|vil|kan|will|would|skal|kommer til å|kjem til å)\s)*$"
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
_OF_YOU = compiled(
    r"\b(?:du|you|deg|dig|you're|(?:en|ein|a|someone|somebody|one) (?:som|who))(?:\s(?!(?:vi|we|som|der|which|that|hos|"
    r"where)\b)[\w,-]+){0,7}\s$"
)
"""*You are certified in ITIL* is not said of the employer."""
_INVERTED = compiled(r"\sdu\s(?:ikke|ikkje|inte|ingen|ej|heller|verken|sjelden|sjeldan)\b")
_ENDS = compiled(r"[,;:]\s|\s(?:-|for|fordi|siden|sidan|hos|hvis|om|dersom|selv|sjølv|her|hær|här|og|och|men)\s")
_CONDITION = compiled(
    r"(?:^|[;:.!]\s|\s-\s)(?:og |men |and |och )?(?:(?:har|kjenner|kan|behersker|meistrar|mestrer|snakker|snakkar|"
    r"taler|talar|er|är|känner|kender|bruker|brukar|vet|veit|liker|pratar|beherskar|behärskar|använder|forstår|skriver|"
    r"skriv) (?:du|dere)|(?:if|should) you|(?:hvis|dersom|viss|om) du)\b(?!\s(?:spørsmål|frågor|lyst|lust|lurer|undrer|"
    r"undrar|interess\w*|questions?|any questions|wondering|noen spørsmål|nokre spørsmål|"
    r"noe å))(?=[^?:;.]{3,150}?,\s(?:(?:er|är|så|vil|blir|vert|teller|tel|tæller|räknas|väger|vejer|veier|veg|gir|"
    r"stiller|står|sparer|setter|that|it|we|you|that's|it's|då|da|ses|ser|hører|søk|send|kontakt|ring|vennligst|please|"
    r"ta|får|kan|bør|trekker|gjør)\b|[a-zæøå]+\s(?:vi|me|du|det|deg|dig|oss|os|den)\b))"
)
"""*Har du brukt Zendesk, er det fint*: what stands in the condition is a wish."""
_NONE = ("ingen ", "inga ", "inget ", "intet ")
_NONE_FIRST = compiled(r"(?:ingen|inga|inget|intet)\s(?=[^,.;]+(?:[,.;]|$))(?!problem|fare|hinder)")
"""*Ingen truckførerbevis, for det tar du hos oss.*"""
_LACKS = compiled(r"\s(?:ikke|ikkje|inte|ej|aldri|aldrig|not|don't|haven't|no|ingen)\b")
"""*Har du ikke brukt Zendesk, gjør det ingenting.*"""


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
    for turn in framed(folded):
        cues = _with_turn(cues, _directed(folded, turn))
    for start, end in echoed(folded):
        if meets(cues, start, end):
            continue  # … er det samme for oss
        said = [cue.meaning for cue in cues if cue.end <= start and cue.meaning in _ASKS]
        cues = _with_turn(cues, Cue(start, end, said[-1] if said else "nice", True, False))
    waived = _WAIVED_AFTER.search(folded) if any(cue.meaning == "negated" for cue in cues) else None
    if waived:
        cues = [cue for cue in cues if not waived.start() <= cue.start < waived.end()]
        cues.append(Cue(waived.start(), waived.end(), "nice", False, True))
    none = _NONE_FIRST.match(folded) if folded.startswith(_NONE) else None
    if none and not any(cue.start < none.end() for cue in cues):
        cues.insert(0, Cue(0, none.end(), "negated", True, False))
    for condition in _CONDITION.finditer(folded):
        excused = any(cue.meaning == "negated" and cue.backward for cue in cues)
        lacks = _LACKS.match(folded, condition.end()) if excused else None
        meaning = "must" if FITS.search(folded, condition.end()) else "nice"
        start = condition.start() and condition.start() + 1
        cues = _beside(cues, Cue(start, (lacks or condition).end(), "negated" if lacks else meaning, True, False))
    return tuple(_settled(cues, folded)) if len(cues) > 1 else tuple(cues)


_ASKS = ("nice", "must", "negated")


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

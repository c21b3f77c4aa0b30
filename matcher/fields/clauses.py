"""What a clause says of the thing named in it: needed, welcome, not asked, or said of somebody else.

Cue words with their scope (:mod:`matcher.modality`) serve everything that may be asked for. Languages, schooling and
years are asked for in ways of their own: they *sit*, *must be in place*, *do no harm*, *are enough*. Here a sentence is
cut into the clauses that each speak of one or more such things, and each clause is weighed by its parts.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from domain.matching import Modality
from matcher.asking import field_of
from matcher.folding import compiled
from matcher.modality import governs
from matcher.voice import Voice

_ASKS = ("must", "nice", "negated")


class Named(Protocol):
    """Something named at ``text[start:end]``."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Clause(NamedTuple):
    """``folded[start:end]`` speaks of what is named in it, and ``folded[low:high]``, without commas, only of that."""

    start: int
    end: int
    low: int
    high: int


_CUT = compiled(
    r"[.;!]\s|\s-\s|,?\s(?:men|but|mens|medan|medens|while|whereas|dock|dog|though|although|skjønt|selv om|"
    r"sjølv om|selvom|även om)\s|,\s(?:og|och|for|så|so|siden|sidan|eftersom|ettersom|because|since|da|då|slik "
    r"at|fordi|and(?=\s(?:you|we|it|the|any)\b))\s"
)
_STOP = re.compile(r"[,.;:!?()]|\s-\s")
_MUST = (
    r"(?:minst|minimum|minstekrav\w*|mindst|lägst|at least|at a minimum|the minimum|må|måste|must|skal|ska|bør "
    r"ha minst|kreve[rs]|krevst|kräv[es]r?s?|krävs|kræve[rs]|kræves|krav|krev|betingelse\w*|forutset\w*|"
    r"føreset\w*|förutsätt\w*|forudsæt\w*|forvente[rs]|forventa|ventar|ventes|förvänta\w*|expect(?:s|ed)?|"
    r"require[sd]?|need(?:s|ed)?|necessary|essential|mandatory|non-negotiable|a given|have to|has to|ask for|"
    r"ask of|be om|avgjørende|avgjerande|avgörande|afgørende|nødvendig\w*|naudsynt\w*|nödvändig\w*|trengs|"
    r"trengst|behövs|behøves|fordrer|fordrar|er nok|is enough|(?:holder|held|duger)(?= for oss|[.,;!]|$)|rekker|"
    r"räcker|selvfølge\w*|sjølvsagt|självklar\w*|selvsagt|ligger i bunn|i botn|i bunnen|i orden|på plass|sitter|"
    r"sit|sitt|(?:tar|tek) (?:vi|me) for gitt|ta(?:ke|ken)? for granted|kan godtas|godtas|will do|er "
    r"tilstrekkelig\w*|er tilstrekkeleg|is sufficient|skal til|be skal|nødt til|what we (?:ask|need|want|"
    r"require)|det (?:vi|me) (?:krever|krev|ber om|spør etter|spør om|søker|trenger|treng))"
)
_NEED = compiled(rf"\b{_MUST}\b")
_GOOD_TO_HAVE = (
    r"(?:kjærkom\w*|kærkom\w*|kjærkoment|fordel\w*|føremon\w*|fortrinn\w*|føretrinn|forsprang|forspring|bonus\w*|(?:et|eit|ett|a|big|stort|"
    r"klart|definite) (?:pluss|plus)|pluss?:|kjempepluss|merit\w*|tillgång|styrke|styrka|asset|advantage|an "
    r"edge|strength|(?:en|ei|ein|a) (?:gave|gåve|gåva|gift)|gevinst|vinst|krydder|perk|treat|kanskje|kanske|"
    r"måske|perhaps|maybe|might have|delight\w*|surprise|icing|nytte|optional|valgfri\w*|valfri\w*|frivillig\w*|"
    r"ønskelig\w*|ønskjeleg\w*|ønskeleg\w*|ønskes|önskas|önskvär\w*|desir\w+|preferred|tolerated|appreciated|"
    r"(?:verd|værd)se?tt\w*|uppskattas|vert sett pris på|settes pris på|kjekt|kjekk|artig|festleg|festlig|gøy|"
    r"moro|stas|velkom\w*|welcome|nice to have|handy|useful|helpful|nyttig\w*|nyttigt|trekker opp|trekkjer opp|"
    r"regnes med|reknast med|god[te]? med|til pass|vel med|bra att kunna|hyggelig\w*|hyggeleg\w*|trevlig\w*|"
    r"helps|hjelper|hjelpsomt|underlättar|teller (?:med|positivt)|tel (?:med|positivt)|tæller med|goes a long "
    r"way|even more|even better|(?:bli |blir |vert |bli )(?:lagt vekt på|vektlagt)|vektlegges|(?:er|is|vi|me) "
    r"(?:vi |we )?(?:bare |berre )?glade? for|noe vi ønsker|noko vi (?:ønskjer|ynskjer|ønsker)|(?:er|är|is|være|"
    r"vore|vært) (?:det )?(?:bare |bara |berre )?(?:fin|fint|bra|flott|kult|roligt|lovely|nice))"
)
_PREDICATES = (
    r"\b(?:ingen|inga|ikke noen|ikke noe|ikkje noka|no|any)\s(?:ulempe|ulempa|skade|skam|nackdel|harm|"
    r"disadvantage|drawback|downside)|\b(?:gjør|gjer|gør|gör|skader|skadar|does|do)\s(?:ikke|ikkje|inte|ingen|"
    rf"aldri|no|not)\b|\b(?:hadde|hade|ville) (?:ikke|ikkje|inte) (?:skad\w+|vært dumt)|\b{_GOOD_TO_HAVE}\b|"
    r"\b(?:ville|hadde|hade|skulle|would|vore|vært)\s(?:(?:også|òg|klart|be|være|vere|vært|vore|varit|a|ein|en|"
    r"et|eit|ett)\s){0,3}(?:gjort|gjere|nice|fin\w*|bra|artig|gøy|great|good|make|mean|please|glede\w*|"
    r"lett\w*|vært|vore)\b|\bbrownie points\b|\b(?:ser|ser vi|ser me|tar vi|tar|tek vi) (?:gjerne|gärna|gerne) "
    r"(?:at|att|imot)\b"
)
_CASUAL = compiled(_PREDICATES)
"""*Fransk er ingen ulempe*, *Danish tolerated*, *polsk hadde vore artig*: good to have and no more."""
_WISHED = compiled(
    rf"{_PREDICATES}|\b(?:gjerne|gärna|gerne|helst|preferably|ideally|extra|ekstra|fint om|fint å|ser positivt)\b"
)
"""The same, or an adverb of wishing, which may speak of anything in the clause."""
_OWN_PREDICATE = compiled(
    r"\s(?:er|är|is|would|will|could|kommer|kjem|hadde|kan være|helps|hjelper|preferred|tolerated|regnes|teller|"
    r"tel|trekker|kreves|krävs|required|vil|blir|i et vist|desirable|ønskelig)\b|\s\((?:ønskelig|fordel|pluss|"
    r"et pluss|nice|bonus)"
)
_NOT = compiled(
    r"\b(?:ikke|ikkje|inte|ej|not|no|ingen|inga|inget|intet|aldri|never|neither|verken|hverken|unødvendig|"
    r"slipper|slepp|nobody|uviktig\w*|underordn\w*)\b|n't\b"
)
_NEVER_WITHOUT = compiled(
    r"\b(?:uten|utan|uden|without)\s[^.;]{2,50}?\s(?:går det|kommer du|kjem du|kan du|kan vi|you cannot|you "
    r"can't|klarer du|blir du)\b[^.;]{0,12}\b(?:ikke|ikkje|inte|langt)\b|\b(?:kommer du ikke|kjem du ikkje|"
    r"slipper du ikke|slepp du ikkje) (?:unna|utenom|utanom|forbi)\b"
)
_IN_BRACKETS = compiled(r"[^.;()]{0,60}?\((?P<said>[^()]{2,40})\)")
_BESIDES = compiled(
    r"\b(?:i tillegg til|foruten|forutan|i tillägg till|utöver|utover|ud over|ved siden av|ved sida av|förutom|"
    r"besides|in addition to|on top of|along with|as well as)\s(?:(?:god|godt|gode|flytende|fluent|din|ditt|"
    r"your|good)\s)?$"
)
"""*I tillegg til norsk er det fint om du snakker urdu*: the first goes without saying."""
_CONDITION = compiled(
    r"(?:^|[.;!?,]\s|\s-\s|\s(?:og|men|och|and|but)\s)(?:(?:kan|snakker|snakkar|behersker|beherskar|forstår|"
    r"skriver|skriv|taler|talar|kender|kjenner|har|pratar|meistrar|mestrer)\s(?:du|dere)|(?:if|should|do|can) "
    r"you|(?:hvis|dersom|viss|om) du)\b(?P<named>[^.;!?]{2,90}?)(?:[,?]\s(?P<then>[^.;]{0,80})|[?]$)"
)
"""*Kan du tysk attpåtil, blir vi imponert*; *Kan du spansk? Olé!*"""
_SOUGHT = compiled(
    r"\b(?:then|da er du|så er du|passer|passar|jobben for deg|the one|rett\w*|må|must|krav|ikke|ikkje|inte|not|"
    r"no|høre fra|høyre frå|hear from|søk|apply|nei)\b"
)
_FINITE = compiled(
    r"\b(?:er|är|is|are|har|have|has|skal|ska|vil|vill|will|would|kan|can|må|must|får|blir|vert|gir|giver|ger|"
    r"gjev|var|was|were|do|does|gjør|gjer|gör|gør|kommer|kjem|trenger|treng|tar|tek|står|ligger|jobber|arbeider|"
    r"work|works|ser|søker|søkjer|søger|söker|bør|finnes|finns|møter|gjelder|gjeld|du|vi|we|you|they|holder|"
    r"svarer|tilbyr|tilbyder|offer|offers|sell|snakker|skriver|speak|write|studerer|study|betaler|pay|dekker)\b"
)


def is_fragment(folded: str, start: int, end: int) -> bool:
    """Has the clause no verb: *Norsk og engelsk uten ordbok*?"""
    return not _FINITE.search(folded, start, end)


def clauses(folded: str, named: Sequence[Named]) -> list[Clause]:
    """The clause of each of the things ``named`` in the sentence, in order."""
    groups = _grouped(folded, named)
    found = []
    for index, group in enumerate(groups):
        first, last = group[0], group[-1]
        floor = groups[index - 1][-1].end if index else 0
        ceiling = groups[index + 1][0].start if index + 1 < len(groups) else len(folded)
        start, end = _last(_CUT, folded, floor, first.start), _next(_CUT, folded, last.end, ceiling)
        low, high = _last(_STOP, folded, start, first.start), _next(_STOP, folded, last.end, end)
        if index and start == floor:
            start = low
        if index + 1 < len(groups) and end == ceiling:
            end = high
        found += [Clause(start, end, low, high)] * len(group)
    return found


def _grouped(folded: str, named: Sequence[Named]) -> list[list[Named]]:
    """Things that share a clause: *norsk, svensk eller dansk*."""
    groups: list[list[Named]] = []
    for thing in named:
        before = groups[-1][-1].end if groups else 0
        if groups and not _parted(folded, before, thing.start, thing.end):
            groups[-1].append(thing)
        else:
            groups.append([thing])
    return groups


def _parted(folded: str, start: int, end: int, thing_end: int) -> bool:
    """Does a clause end between two things: at its mark, or at a comma beside words that say how the first is asked?"""
    if _CUT.search(folded, start, end):
        return True
    if folded.find(",", start, end) < 0:
        return False
    if any(pattern.search(folded, start, end) for pattern in (_WISHED, _NEED, _FINITE)):
        return True
    return folded[start:end].endswith((", ", ", and ")) and bool(_OWN_PREDICATE.match(folded, thing_end))


def _last(pattern: re.Pattern[str], folded: str, start: int, end: int) -> int:
    """Where the last match ends between two places, or the first of them."""
    for match in pattern.finditer(folded, start, end):
        start = match.end()
    return start


def _next(pattern: re.Pattern[str], folded: str, start: int, end: int) -> int:
    """Where the next match begins, or the end."""
    match = pattern.search(folded, start, end)
    return match.start() if match else end


def needed(folded: str, start: int, end: int) -> bool:
    """Is what the clause speaks of demanded, and not denied?"""
    if _NEVER_WITHOUT.search(folded, start, end):
        return True
    return bool(_NEED.search(folded, start, end)) and not _NOT.search(folded, start, end)


def denied(folded: str, start: int, end: int) -> bool:
    """Does the clause hold a *not*?"""
    return bool(_NOT.search(folded, start, end))


def welcome(folded: str, start: int, end: int) -> bool:
    """Is it good to have and no more?"""
    return bool(_WISHED.search(folded, start, end))


def asked_in(voice: Voice, thing: Named, clause: Clause) -> Modality | None:
    """How the thing is asked for: what cue words and heading say, unless its own clause says it is but welcome."""
    folded = voice.folded
    general = field_of(voice, thing.start, thing.end)
    if is_beside(folded, thing):
        return Modality.MUST
    if general is Modality.NEGATED:
        return (
            _taken_for_granted(folded, clause)
            or (_still_welcome(voice, clause) if voice.says("negated") else None)
            or general
        )
    if (general is None or not _cued(voice, thing)) and _is_condition(folded, thing):
        return Modality.NICE
    if general is Modality.MUST and (_only_welcome(folded, clause) or _is_optional(voice, clause)):
        return Modality.NICE
    if general is Modality.NICE and _is_needed_apart(folded, clause):
        return Modality.MUST
    return general


def _taken_for_granted(folded: str, clause: Clause) -> Modality | None:
    """*At du skriver godt norsk, tar vi for gitt.*"""
    return Modality.MUST if _GRANTED.search(folded, clause.start, clause.end) else None


def _still_welcome(voice: Voice, clause: Clause) -> Modality | None:
    """*Fransk er ikke nødvendig, men en fin bonus*: what is denied is the need of it, unless another is named there."""
    match = _STILL.match(voice.folded, clause.end)
    if match is None or not _CASUAL.search(voice.folded, *match.span("said")):
        return None
    other = any(match.start("said") <= hit.start < match.end("said") for hit in voice.hits)
    return None if other else Modality.NICE


def _is_optional(voice: Voice, clause: Clause) -> bool:
    """*Norwegian makes lunch more fun, but is optional.*"""
    return _still_welcome(voice, clause) is not None and not needed(voice.folded, clause.start, clause.end)


_GRANTED = compiled(r"\b(?:tar|tek) (?:vi|me) (?:for gitt|som ei? selvfølge)\b")
_STILL = compiled(r",?\s(?:men|but|dock|dog|though|although|selv om|sjølv om|selvom)\s(?P<said>[^.;,]{2,60})")


def is_beside(folded: str, thing: Named) -> bool:
    """Is it named as what goes without saying: *in addition to English*?"""
    return bool(_BESIDES.search(folded, max(0, thing.start - 40), thing.start))


def _is_needed_apart(folded: str, clause: Clause) -> bool:
    """*Mastergrad er ønskelig, bachelor et minimum*: the wish is of another clause of the sentence."""
    if welcome(folded, clause.start, clause.end) or clause.end - clause.start >= len(folded) - 2:
        return False
    counted_up = folded[: clause.low].endswith(": ") and clause.start < clause.low
    return needed(folded, clause.start if counted_up else clause.low, clause.high)


def _only_welcome(folded: str, clause: Clause) -> bool:
    """Do the words right beside it, or a bracket after it, call it welcome?"""
    bracket = (
        _IN_BRACKETS.match(folded, clause.high, clause.end) if folded.find("(", clause.high, clause.end) >= 0 else None
    )
    if bracket and welcome(folded, *bracket.span("said")):
        return True
    return bool(_CASUAL.search(folded, clause.low, clause.high)) and not _NEED.search(folded, clause.low, clause.high)


def _is_condition(folded: str, thing: Named) -> bool:
    """*Kan du spansk? Olé!*: a condition or a question of the ad's own names it, and nothing demands it."""
    for match in _CONDITION.finditer(folded):
        if match.start("named") <= thing.start < match.end("named"):
            return not (match["then"] and _SOUGHT.search(match["then"]))
    return False


def _cued(voice: Voice, thing: Named) -> bool:
    """Does a cue word of the sentence speak of it?"""
    return any(
        cue.meaning in _ASKS and governs(cue, voice.folded, voice.cues, thing.start, thing.end) for cue in voice.cues
    )


def told_in(voice: Voice, clause: Clause) -> Modality | None:
    """What the clause says of a thing where neither cue words nor heading do."""
    folded = voice.folded
    if needed(folded, clause.low, clause.high):
        return Modality.MUST
    if welcome(folded, clause.low, clause.high) or _CASUAL.search(folded, clause.start, clause.end):
        return Modality.NICE
    return Modality.MUST if needed(folded, clause.start, clause.end) else None

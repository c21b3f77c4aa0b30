"""Is experience of leading people asked for?"""

import re

from domain.matching import Modality
from matcher import gates
from matcher.asking import modality_of
from matcher.document import Document
from matcher.fields.common import ABOUT_NO_APPLICANT
from matcher.fields.leading_asked import demands, is_bare, leaves_open, refuses_others, said_after, wishes
from matcher.fields.leading_words import LEADING
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_FIRST_TIMER = compiled(r"(?:first-time|førstegangs|førstegongs|fersking|nybegynner|nybyrjar|novice|newcomer|beginner)")
_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|product manag|"
    r"success manag|case manag|crm|relationship manag|(?<!-)time manag|stakeholder manag|change manag|knowledge manag|"
    r"quality manag|endringsledelse|workforce manag|queue manag"
)


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for at, voice in document.speaking(gates.LEADING):
        if voice.section in ABOUT_NO_APPLICANT:
            continue
        for own, start, end in leading(voice):
            told = _said_next(document, at, voice)
            modality = told if told and (own is not Modality.MUST or "?" in voice.text) else own
            if modality is Modality.MUST:
                return modality, at + start, at + end
            if modality is Modality.NICE and best is None:
                best = (modality, at + start, at + end)
    return best


def _said_next(document: Document, at: int, voice: Voice) -> Modality | None:
    """*Kan du vise til at du har ledet et lag? Det må du kunne.* What the next sentence says of it."""
    if voice.listed and voice.section is not Section.NONE:
        return None
    for start, after in document.after(at, 1):
        if start <= at + len(voice.text) + 1 and (_DU.search(voice.folded) or "?" in voice.text):
            return said_after(after.folded)
    return None


_DU = compiled(r"\b(?:du|you|den vi|søker\w*|erfaring|experience)\b")
_READY = compiled(
    r"\b(?:eller|or)\s(?:er |du er |som er |are |at du er |har |du kjenner deg |føler deg |stor |"
    r"sterk )?(?:den (?:alle|andre|de andre|kollegene|som alle)|klar|ready|motivert|moden|redo|parat|lyst|mod på|"
    r"mot til|vilje til|ambisjon\w*|ønske om|potensial\w*)\b"
)
"""*Har ledet folk før, eller er klar for det*: a beginner may come."""
_PREFERRED = compiled(
    r"\b(?:foretrekkes|foretrukket|foretrekker|føretrekk\w*|foretrækkes|föredrar|premieras|prefer(?:red)?|prioriteres|"
    r"prioriterast|prioriterer|prioriteras|ønskj?er oss|ønskelig|ønskjeleg|önskar|legg\w* vekt på|lægger vægt på|"
    r"lägger vikt vid|helst har)\b"
)
_TURNED = compiled(
    r",\s(?:men|but|though|although|dock|selv om|sjølv om)\s[^.;,]{0,40}\b(?:tel(?:ler|le|ja|je)?|tæller|räknas|"
    r"hjelp(?:er|e)?|hjälper|hjælper|helps?|counts?|nyttig\w*|useful|bra|fint?|fordel\w*|fördel|føremon|meriter\w*|"
    r"pluss|plus|welcome|velkommen|godt med|godt å ha|positivt|advantage|asset|foretrukket|kjekt|handy|gjerne)\b"
)
"""*… er intet krav, men teller med*: what is waived is wished all the same."""
_WELCOME_YET = compiled(
    r"\b(?:er|is|är|tel|teller)\s(?:\w+\s){0,2}?(?:kjekt|fint?|bra|nyttig|greit|fordel|føremon|pluss|plus|nice|good|"
    r"useful|welcome|handy|velkommen|positivt|kul|gøy|artig)\b[^.;]{0,40}?,?\s(?:men|but|dock|om enn|though)\b"
)
"""*Personalledelse er kjekt å ha, men intet krav.*"""
_BEGINNER = compiled(
    r"\b(?:første|fyrste|first)\s(?:\w+\s)?$|\b(?:deg|dig|you|de|dem|dei|those|om du|om du ennå|if you|may|"
    r"even if you)\s(?:som |who |der |har |have |ha )*(?:ikke|ikkje|inte|aldri|aldrig|not|never)\s[^.;,]{0,20}$"
)
"""*Din første lederrolle*, *for deg som aldri har ledet før*: experience is just what is not asked for."""
_OF_OTHERS = compiled(
    r"\b(?:(?:av|by|from|fra|frå|hos|af)\s(?:en |ein |a |an )?(?:\w+ )?[a-zæøå]*(?:leder|leiar|sjef|chef|ledare|"
    r"manager|kolleg)[a-zæøå]*|[a-zæøå]*mentor|fadder|coach|[a-zæøå]*(?:leder|leiar|sjef|chef|ledar|manager|"
    r"kolleg)[a-zæøå]* (?:din|di|dine|vår)|your (?:\w+ )?(?:manager|boss|mentor|colleagues)|jeg|eg|jag|i|hun|han|ho|"
    r"he|she|"
    r"they|vi|me|we|forgjengeren(?: din)?|your predecessor|lederen(?: du får)?,?|[a-zæøå]+(?:lederne|leiarane|"
    r"sjefene) (?:dine|"
    r"våre)|grunnleggerne|founders)\s(?:som |who )?(?:med|"
    r"with|har|has|have|hadde|had)\s[^.;]{0,40}$"
)
"""*En mentor med tjue års ledererfaring*: somebody else's."""
_THINGS = compiled(
    r"(?:\s(?:av|af|of|og \w+|and \w+))?\s(?:\w+ ){0,2}?\w*(?:prosjekt|projekt|project|møte|mote|meeting|prosess|"
    r"process|workshop|endring|change|kampanj|anskaff|forhandl|negotiat|samtale|kunder(?!ettet|etta)|customers|"
    r"arbeidet med)\w*"
)
_VERB = compiled(
    r"\b(?:lede[rt]?|led[ad]?|leia?r?|leie[r]?|leidd|leading|leads?|leadership|ledelse|leiing|manag\w*|ledning)$"
)
"""*Erfaring med å lede prosjekter*: led are things, not people."""
_PEOPLE_TOO = compiled(
    r"[^.;]{0,60}\b(?:ansatte|tilsette|folk|people|medarb\w+|personal\w*|team\w*|staff|mennesk\w+|andre|others)\b"
)


def _led(voice: Voice, found: re.Match[str]) -> Modality | None:
    folded = voice.folded
    if refuses_others(folded):
        return Modality.MUST
    modality = modality_of(voice, found.start(), found.end())
    if modality is None:
        return _by_the_clause(voice, found)
    if modality is Modality.NEGATED and (_TURNED.search(folded) or _WELCOME_YET.search(folded, found.end())):
        return Modality.NICE
    if modality is Modality.MUST and (
        _READY.search(folded, found.end())
        or _PREFERRED.search(folded)
        or _WISH_BEHIND.match(folded, found.end())
        or leaves_open(folded)
        or _WISH_ABOVE.match(folded)
    ):
        return Modality.NICE
    return modality


def _by_the_clause(voice: Voice, found: re.Match[str]) -> Modality | None:
    """How it is asked for where no word of the common kind speaks of it: by the predicate, or by standing alone."""
    folded = voice.folded
    if _OF_THE_JOB.match(found.group()):
        return None
    other = _SOMETHING_ELSE.search(folded, found.end())
    if other and demands(folded[: other.start()]) and not wishes(folded[: other.start()]):
        return Modality.MUST
    if wishes(folded):
        return Modality.NICE
    if demands(folded) or (_A_LEADER.match(found.group()) and voice.says("person")):
        return Modality.MUST
    if voice.section is Section.NONE and is_bare(folded, found.start()):
        return Modality.NICE if _RATHER.search(folded, 0, found.start()) else Modality.MUST
    return None


_SOMETHING_ELSE = compiled(r",?\s(?:mens|medan|medens|while|whereas)\s")
"""*Ledererfaring er nødvendig, mens salg er en fordel*: what comes after is said of another thing."""
_OF_THE_JOB = compiled(r"(?:som|as|chef|leder for|sjef for|være|vere|vara|be)\b")
"""*Som leder for …*: the words for it may as well name the job itself."""
_A_LEADER = compiled(r"(?:leder|leiar|seasoned|experienced|proven|accomplished|erfaren|røynd|rutinert|dreven)\b")
_RATHER = compiled(r"\b(?:gjerne|helst|gärna|gerne|preferably|ideally)\b")
_WISH_BEHIND = compiled(
    r"[^.;()]{0,30}\((?:(?:en|ei|ein|et|eit|ett|a|an|stor|stort) )?(?:fordel|fördel|føremon|pluss|plus|ønskelig|"
    r"ønskjeleg|"
    r"advantage|bonus|merit\w*|desirable)\)"
)
"""*Ledelse, helst av ledere (fordel).*"""
_WISH_ABOVE = compiled(
    r"\W*(?:fint|kjekt|bra|hyggelig|pluss|bonus|fordel|en fordel|nice|good|trevligt) (?:om|hvis|if|å|to|"
    r"at)\b[^.;:]{0,20}:"
)
"""*Fint om du har: …*, a heading in the line itself."""


def _is_of_people(voice: Voice, found: re.Match[str]) -> bool:
    """Is it people who were led, and the reader who led them?"""
    folded = voice.folded
    before = folded[max(0, found.start() - 70) : found.start()]
    return not (
        (_FIRST_TIMER.match(found.group()) and not refuses_others(folded))
        or _NOT_LEADING.search(" ".join(found.group().split()[-2:]))
        or (_BEGINNER.search(before) and not refuses_others(folded))
        or _OF_OTHERS.search(before)
        or (
            _VERB.search(found.group())
            and _THINGS.match(folded, found.end())
            and not _PEOPLE_TOO.match(folded, found.end())
        )
    )


@once
def leading(voice: Voice) -> tuple[tuple[Modality | None, int, int], ...]:
    """How the sentence speaks of experience in leading people, and where."""
    return tuple(
        (_led(voice, found), found.start(), _end(found))
        for found in LEADING.finditer(voice.folded)
        if _is_of_people(voice, found)
    )


_MORE = compiled(
    r"\s(?:eller|or)\s.+$|\s(?!team|andre|andra|others?|folk|people|staff|ansatte|tilsette|anställda|medarb|mennesk|"
    r"personal|noen|nokon)(?:[a-zæøå]+(?:ere|arar|are|erne)|responsibilit\w+)$"
)
"""*Vant til å lede selgere* says of what: the trade is no part of the field, and stays a demand of its own."""


def _end(found: re.Match[str]) -> int:
    more = _MORE.search(found.group())
    return found.start() + more.start() if more else found.end()


tells(gates.LEADING, leading)

"""Is experience of leading people asked for?"""

import re

from domain.matching import Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.common import ABOUT_NO_APPLICANT
from matcher.fields.leading_words import LEADING
from matcher.folding import compiled
from matcher.voice import Voice, once, tells

_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|product manag|"
    r"success manag|case manag|crm|relationship manag|time manag|stakeholder manag|change manag|knowledge manag|"
    r"quality manag|endringsledelse|workforce manag|queue manag"
)


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for at, voice in document.speaking(gates.LEADING):
        if voice.section in ABOUT_NO_APPLICANT:
            continue
        for modality, start, end in leading(voice):
            if modality is Modality.MUST:
                return modality, at + start, at + end
            if modality is Modality.NICE and best is None:
                best = (modality, at + start, at + end)
    return best


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
_UNLESS = compiled(
    r"\W*(?:har|er|om|hvis|dersom|if|viss)\b[^.;,]{0,25}?\b(?:ikke|ikkje|inte|aldri|aldrig|not|"
    r"never)\b[^.;,]{0,60}?,?\s[^.;,]{0,40}?\b(?:ikke|ikkje|inte|not|inget|intet|ingen|"
    r"isn't)\b[^.;]{0,25}?\b(?:for (?:deg|dig|you)|før dig|aktuell|riktig|rett|stilling\w*)\b"
)
"""*Har du aldri ledet noen, er dette ikke jobben for deg*: two denials demand."""
_BEGINNER = compiled(
    r"\b(?:første|fyrste|first)\s(?:\w+\s)?$|\b(?:deg|dig|you|de|dem|dei|those|om du|om du ennå|if you|may|"
    r"even if you)\s(?:som |who |der |har |have |ha )*(?:ikke|ikkje|inte|aldri|aldrig|not|never)\s[^.;,]{0,20}$"
)
"""*Din første lederrolle*, *for deg som aldri har ledet før*: experience is just what is not asked for."""
_OF_OTHERS = compiled(
    r"\b(?:(?:av|by|from|fra|frå|hos|af)\s(?:en |ein |a |an )?(?:\w+ )?[a-zæøå]*(?:leder|leiar|sjef|chef|ledare|"
    r"manager|kolleg)[a-zæøå]*|[a-zæøå]*mentor|fadder|coach|[a-zæøå]*(?:leder|leiar|sjef|chef|ledar|manager|"
    r"kolleg)[a-zæøå]* (?:din|di|dine|vår)|your (?:\w+ )?(?:manager|boss|mentor|colleagues))\s(?:som |who )?(?:med|"
    r"with|har|has|have)\s[^.;]{0,40}$"
)
"""*En mentor med tjue års ledererfaring*: somebody else's."""
_THINGS = compiled(
    r"(?:\s(?:av|af|of|og \w+|and \w+))?\s(?:\w+ ){0,2}?\w*(?:prosjekt|projekt|project|møte|mote|meeting|prosess|"
    r"process|workshop|endring|change|kampanj|anskaff|forhandl|negotiat|samtale|kunder|customers|arbeidet med)\w*"
)
_VERB = compiled(r"\b(?:led\w*|lei\w*|lead\w*|manag\w*|ledning)$")
"""*Erfaring med å lede prosjekter*: led are things, not people."""
_PEOPLE_TOO = compiled(
    r"[^.;]{0,60}\b(?:ansatte|tilsette|folk|people|medarb\w+|personal\w*|team\w*|staff|mennesk\w+|andre|others)\b"
)


def _led(voice: Voice, found: re.Match[str]) -> Modality | None:
    folded = voice.folded
    if _UNLESS.match(folded):
        return Modality.MUST
    modality = field_of(voice, found.start(), found.end())
    if modality is Modality.NEGATED and (_TURNED.search(folded) or _WELCOME_YET.search(folded, found.end())):
        return Modality.NICE
    if modality is Modality.MUST and (_READY.search(folded, found.end()) or _PREFERRED.search(folded)):
        return Modality.NICE
    return modality


def _is_of_people(voice: Voice, found: re.Match[str]) -> bool:
    """Is it people who were led, and the reader who led them?"""
    folded = voice.folded
    before = folded[max(0, found.start() - 70) : found.start()]
    return not (
        _NOT_LEADING.search(" ".join(found.group().split()[-2:]))
        or (_BEGINNER.search(before) and not _UNLESS.match(folded))
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

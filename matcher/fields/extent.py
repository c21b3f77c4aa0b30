"""How much of full time the job is."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBERS, Found, first
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_LOW, _HIGH = (rf"(?P<{name}>\d{{1,3}}(?:[.,]\d)?)" for name in ("low", "high"))
_PERCENT = r"(?:%|prosent|percent|procent|pst\.?)"
_RANGE = compiled(rf"(?<![\d.,]){_LOW}\s?{_PERCENT}?\s?(?:-|til|to|till|og|eller|and|/)\s?{_HIGH}\s?{_PERCENT}")
_SINGLE = compiled(rf"(?<![\d.,/-]){_LOW}\s?{_PERCENT}")
_FULL = compiled(
    r"\b(?:heltid\w*|fulltid\w*|full time|full-time|fuldtid\w*|full stilling|hel stilling|heil stilling|på fuld tid|"
    r"full tid|full jobb|(?:hel|heil|full) post|(?:stillingen|stillinga|tjänsten|jobben|jobbet) er (?:hel|heil)|på "
    r"hel tid|hele stilling|hundre prosent|hundra procent|full dag|100%-stilling|full-?times?|heiltid\w*|"
    r"fulltids\w*|fuldtidsstilling)\b"
)
_OF_STAFF = compiled(
    r"(?:[a-zæøå]+(?:ere|arar|are|agents|ister|ister|[a-z]ors)|ansatte|tilsette|anställda|personer|people|folk|\d{3}|"
    r"kr|"
    r"kroner|kronor|nok|agents)\s(?:i|for|ved|per|på|on|til|till|om)?\s?(?:a |an |en |ei |et |ein )?$|"
    r"\b(?:omregnet|omrekna|omräknat|omregnet|tilsvarer|svarer|motsvarar) (?:til|till|i|en)?\s?$"
)
"""*Tolv rådgivere på heltid* are staff; *kr 460 000 i full stilling* is pay."""
_FULL_STAFF = compiled(
    r"\s(?:year|årsverk|agents|advis[eo]rs|people|staff|employees|colleagues|team|ansatte|medarbeidere|rådgivere|"
    r"konsulenter|equivalents?)\b"
)
_NOT_FULL = compiled(
    r"\b(?:tilsvarende|ved|i tillegg til|per|heltidsansatte|heltidsansatt|heltidsekvivalent\w*|"
    r"full-time employees|fulltidsansatte|heltidsstudie\w*|full-time stud\w+)\b"
)
_EXTENT_WORDS = compiled(
    r"\b(?:\w*stilling\w*|jobb(?:en|et|er|e|ar|a)?|arbeide[rn]?|arbeidar|plass(?:er|ar)?|platser|pladser|roll[ea]n?|"
    r"role|(?:\w*leder|\w*leiar|\w*sjef|\w*chef|\w*koordinator|\w*rådgiver) (?:i|på)|ansettelse\w*|fast|vikariat\w*|"
    r"engasjement|deltid|heltid|ekstrahjelp|position|"
    r"part[- ]time|full[- ]time|tjänst\w*|anställning|fte|stillingsprosent|"
    r"stillingsstørrelse|omfang|omfattning|sysselsättningsgrad|extent|løn|lønn|job|stillingsbrøk|"
    r"tilsetjing|midlertidig\w*|permanent|contract|kontrakt|tillsvidare\w*|tillsvidareanställning|stillingar)\b"
)
_NO_EXTENT = compiled(
    r"\b(?:rabatt\w*|bonus\w*|pensjon\w*|pension\w*|rente|eierandel|eigenandel|egenandel|vekst|growth|"
    r"fornøyd\w*|av tiden|av tida|of your time|of the time|tiden|provisjon|"
    r"trekk\w*|innskudd\w*|medarbeiderne|undersøkelsen|reise\w*|travel|mener|svarte|andel|dekning|"
    r"discount|økning|løsningsgrad|svarprosent|innan \d|av kundene|av henvendelsene|hjemmekontor|"
    r"hjemme\w*|heime\w*|heiman\w*|hemma|hemifrån|distans|from home|heimekontor|home office|remote|of calls)\b"
)

_ALONE = compiled(
    r"(?:^|\.\s)\W*(?:fast,?\s)?(?P<low>\d{2,3})\s?(?:%|prosent|procent|percent)\W*$|"
    r"^\W*\d{2,3}\s?(?:%|prosent|procent|percent),\s"
)


def extent(document: Document) -> Found[tuple[float, float]] | None:
    """(low, high) per cent of full time; None when the text says neither a percentage nor full time."""
    silent = (Section.TASKS, Section.EMPLOYER)
    return first(document, gates.EXTENT, _percent, *silent) or first(
        document, gates.EXTENT, _full_time, *silent, Section.MUST, Section.NICE
    )


@once_for_words
def _percent(voice: Voice) -> Found[tuple[float, float]] | None:
    for pattern in (_RANGE, _SINGLE):
        for found in pattern.finditer(voice.folded):
            if _is_extent(voice.folded, found.start(), found.end()):
                low = float(found["low"].replace(",", "."))
                high = float(found["high"].replace(",", ".")) if pattern is _RANGE else low
                if 5 <= low <= high <= 100:
                    return Found((low, high), found.start(), found.end())
    told = _IN_WORDS.search(voice.folded)
    if told and _is_extent(voice.folded, told.start(), told.end()):
        return Found((NUMBERS[told["share"]],) * 2, told.start(), told.end())
    named = _NAMED_EXTENT.search(voice.folded)
    share = float(named["share"]) if named else 0.0
    return Found((share, share), named.start(), named.end()) if named and 5 <= share <= 100 else None


_IN_WORDS = compiled(
    r"\b(?P<share>tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|fifty|sixty|seventy|eighty|ninety|femtio|sextio|"
    r"sjuttio|åttio|"
    r"nittio)\s(?:prosent|percent|procent|per cent)\b"
)
"""*Åtti prosent stilling.*"""
_NAMED_EXTENT = compiled(
    r"\b(?:stillingsprosent|stillingsbrøk|stillingsstørrelse|stillingsgrad|sysselsättningsgrad|beskæftigelsesgrad|"
    r"percentage of full[- ]time|fte percentage)\s?:?\s(?P<share>\d{1,3})(?![\d.,]*\d|\s?(?:%|prosent|procent|percent|"
    r"-))"
)
"""*Stillingsprosent: 100*, as in a list of facts."""


@once_for_words
def _full_time(voice: Voice) -> Found[tuple[float, float]] | None:
    for full in _FULL.finditer(voice.folded):
        if not (
            _NOT_FULL.search(voice.folded, max(0, full.start() - 25), full.end())
            or _OF_STAFF.search(voice.folded[max(0, full.start() - 40) : full.start()])
            or _FULL_STAFF.match(voice.folded, full.end())
        ):
            return Found((100.0, 100.0), full.start(), full.end())
    return None


def _is_extent(folded: str, start: int, end: int) -> bool:
    """A share of a position, not of customers, pay or time: judged by the words of the clause."""
    if _ALONE.search(folded):
        return True
    before = folded[max(folded.rfind("; ", 0, start), start - 45, 0) : start]
    after = folded[end : end + 30]
    if _NO_EXTENT.search(after.split(". ")[0]) or _NO_EXTENT.search(before[-20:]):
        return False
    if re.match(r"\s*(?:fast\b|stilling|vikariat|engasjement|midlertidig|ansettelse|position|tjänst)", after):
        return True
    return bool(_EXTENT_WORDS.search(before)) or bool(_EXTENT_WORDS.search(after[:22]))


tells(gates.EXTENT, _percent, _full_time)

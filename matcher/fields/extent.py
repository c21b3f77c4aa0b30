"""How much of full time the job is."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBERS, Found, first
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_LOW, _HIGH = (rf"(?P<{name}>\d{{1,3}}(?:[.,]\d)?)" for name in ("low", "high"))
_PERCENT = r"(?:%|prosent|per ?cent|procent|pst\.?)"
_RANGE = compiled(rf"(?<![\d.,]){_LOW}\s?{_PERCENT}?\s?(?:-|til|to|till|og|eller|and|/)\s?{_HIGH}\s?{_PERCENT}")
_SINGLE = compiled(rf"(?<![\d.,/-]){_LOW}\s?{_PERCENT}")
_FULL = compiled(
    r"\b(?:heltid\w*|fulltid\w*|full time|full-time|fuldtid\w*|(?:full|hele?|heile?),? (?:(?:og )?(?:fast|faste|ny|"
    r"ledig) )?stilling|fuld tid|full tid|full jobb|(?:hel|heil|full) post|(?:stillingen|stillinga|tjänsten|jobben|"
    r"jobbet) er (?:hel|heil)|på hel tid|hundre prosent|hundra procent|full dag|100%-stilling|full-?times?|heiltid\w*|"
    r"fulltids\w*|fuldtidsstilling)\b"
)
_OF_STAFF = compiled(
    r"(?:[a-zæøå]+(?:ere|arar|are|agents|ister|[a-z]ors)|ansatte|tilsette|anställda|personer|people|folk|\d{3}|kr|"
    r"kroner|kronor|nok|agents)\s(?:(?:jobber|arbeider|arbeidar|arbetar|arbejder|work|works|er)\s)?(?:i|for|ved|per|"
    r"på|on|til|till|om)?\s?(?:a |an |en |ei |et |ein )?$|\b(?:omregnet|"
    r"omrekna|omräknat|tilsvarer|svarer|motsvarar) (?:til|till|i|en)?\s?$"
)
"""*Tolv rådgivere på heltid* are staff; *kr 460 000 i full stilling* is pay."""
_FULL_STAFF = compiled(
    r"\s(?:year|årsverk|agents|advis[eo]rs|people|staff|employees|colleagues|team|ansatte|medarbeidere|rådgivere|"
    r"konsulenter|equivalents?)\b"
)
_NOT_FULL = compiled(
    r"\b(?:tilsvarende|ved|i tillegg til|per(?! (?:year|annum|month|hour|år|måned|time))|heltidsansatte|heltidsansatt|"
    r"heltidsekvivalent\w*|full-time employees|fulltidsansatte|heltidsstudie\w*|full-time stud\w+)\b"
)
_EXTENT_WORDS = compiled(
    r"\b(?:\w*stilling\w*|jobb(?:en|et|er|e|ar|a)?|arbeide[rn]?|arbeidar|plass(?:er|ar)?|platser|pladser|roll[ea]n?|"
    r"role|(?:\w*leder|\w*leiar|\w*sjef|\w*chef|\w*koordinator|\w*rådgiver) (?:i|på)|ansettelse\w*|fast|vikariat\w*|"
    r"engasjement|deltid|heltid|ekstrahjelp|position|part[- ]time|full[- ]time|tjänst\w*|anställning|fte|"
    r"stillingsprosent|stillingsstørrelse|workload|hours(?=:)|omfang|omfattning|sysselsättningsgrad|extent|løn|lønn|"
    r"job|storleik|storlek|størrelse|\w*brøk|tilsetjing|midlertidig\w*|permanent|contract|kontrakt|tillsvidare\w*|"
    r"tillsvidareanställning|stillingar)\b"
)
_NO_EXTENT = compiled(
    r"\b(?:\w*rabatt?\w*|\w*discount|\w*bonus\w*|pensjon\w*|pension\w*|rente|eierandel|eigenandel|egenandel|vekst|"
    r"growth|\w*lån|mortgage|fornøyd\w*|av tiden|av tida|of your time|of the time|tiden|provisjon|serviceinnstilt|"
    r"engasjert|trekk\w*|innskudd\w*|medarbeiderne|undersøkelsen|reise\w*|travel|mener|svarte|andel|dekning|discount|"
    r"økning|løsningsgrad|svarprosent|innan \d|av kundene|av henvendelsene|hjemmekontor|hjemme\w*|heime\w*|heiman\w*|"
    r"hemma|hemifrån|avslag\w*|distans|from home|heimekontor|home office|remote|of calls)\b"
)

_ALONE = compiled(
    r"(?:^|\.\s)\W*(?:fast,?\s)?(?P<low>\d{2,3})\s?(?:%|prosent|procent|percent)\W*$|^\W*\d{2,3}\s?(?:%|prosent|"
    r"procent|percent),\s"
)


def extent(document: Document) -> Found[tuple[float, float]] | None:
    """(low, high) per cent of full time; None when the text says neither a percentage nor full time."""
    silent = (Section.TASKS, Section.EMPLOYER)
    labelled = first(document, gates.EXTENT, _labelled, *silent)
    return (
        labelled
        or first(document, gates.EXTENT, _percent, *silent)
        or first(document, gates.EXTENT, _full_time, *silent, Section.MUST, Section.NICE)
    )


@once_for_words
def _labelled(voice: Voice) -> Found[tuple[float, float]] | None:
    """*Stillingsprosent: 40–50 %*, which beats the full post that pay is reckoned by."""
    return _percent(voice) if _LABEL.match(voice.folded) else None


_LABEL = compiled(r"\W*(?:stillingsprosent|stillingsbrøk|stillingsstørrelse|stillingsgrad|sysselsättningsgrad)\w*\s?:")


@once_for_words
def _percent(voice: Voice) -> Found[tuple[float, float]] | None:
    for pattern in (_RANGE, _SINGLE):
        for found in pattern.finditer(voice.folded):
            if _is_pay_basis(voice.folded, found.start(), found.end()):
                continue
            if _is_extent(voice.folded, found.start(), found.end()):
                low = float(found["low"].replace(",", "."))
                high = float(found["high"].replace(",", ".")) if pattern is _RANGE else low
                if 5 <= low <= high <= 100:
                    return _with_other(voice.folded, low, high, found)
    told = _IN_WORDS.search(voice.folded)
    if told and _is_extent(voice.folded, told.start(), told.end()):
        return Found((NUMBERS[told["share"]],) * 2, told.start(), told.end())
    named = _NAMED_EXTENT.search(voice.folded)
    share = float(named["share"]) if named else 0.0
    return Found((share, share), named.start(), named.end()) if named and 5 <= share <= 100 else None


def _is_pay_basis(folded: str, start: int, end: int) -> bool:
    """Is pay counted by it, while the share of the job is told behind? *Lønn i 100 % stilling; denne er på 90 %.*"""
    return bool(_PAY_BEFORE.search(folded, 0, start) and _SHARE_BEHIND.search(folded, end))


_PAY_BEFORE = compiled(r"\b(?:\w*lønn?|\w*løn|salary|pay|kr|kroner|kronor|nok)\b[^.;]{0,50}$")
_SHARE_BEHIND = compiled(
    r"\b(?:stilling(?:en|a)?|tjänsten|position|role|job|jobben|den|denne) (?:er|är|is|utgjør|utgjer|utgör) (?:på |i "
    r")?\d"
)
_IN_WORDS = compiled(
    r"\b(?P<share>tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|fifty|sixty|seventy|eighty|ninety|femtio|sextio|"
    r"sjuttio|åttio|nittio)\s(?:prosent|percent|procent|per cent)\b"
)
"""*Åtti prosent stilling.*"""
_NAMED_EXTENT = compiled(
    r"\b(?:stillingsprosent|stillingsbrøk|stillingsstørrelse|stillingsgrad|sysselsättningsgrad|beskæftigelsesgrad|"
    r"percentage of full[- ]time|fte percentage)(?:en|a)?(?: (?:er|blir|vert|is|är|"
    r"utgjør))?(?: på)?\s?:?\s(?P<share>\d{1,3})(?![\d.,]*\d|\s?(?:%|prosent|procent|percent|-))"
)
"""*Stillingsprosent: 100*, as in a list of facts."""


_FULL_TIME = (
    r"(?:full(?:e|t)? (?:stilling|tid|tjänst|post|time)|full-time|heltid|fulltid|heiltid|fuldtid|fuld tid|hel stilling|"
    r"heil stilling)"
)
_OR = (
    r"(?:,\s|\s)(?:men |but |and |og )?(?:eventuelt|evt\.?|ev\.?|gjerne|gerne|gärna|eller|or|helst|preferably|possibly|"
    r"opp til|upp till|op til|til|till|to|up to|alternativt)\s(?:også |also |i |på |en |ein |a )?"
)
_OTHER_SHARE = compiled(
    rf"(?:{_OR}(?:(?P<share>\d{{2,3}})\s?{_PERCENT}|(?P<full>{_FULL_TIME}))|,\s(?:men|but|og|"
    rf"and)\s(?P<less>\d{{2,3}})\s?{_PERCENT}\s(?:kan|er|is|går|can|may|også|også)\b|\s(?:og|and|och)\s(?:en|ein|one|"
    rf"ett?)\s(?:på|i|of|at|om)\s(?P<second>\d{{2,3}})\s?{_PERCENT}|(?:\s(?:i starten|i begynnelsen|til å begynne med|"
    rf"til å begynne med|først|fyrst|at first|initially|to (?:begin|start) with|inledningsvis|i början|(?:fram |"
    rf"frem )?til \w+)){{0,1}},?(?: og| and| och)?(?: deretter| så| then|"
    rf" sedan)? (?P<later>\d{{2,3}})\s?{_PERCENT}\s(?:fra|frå|från|from|når|when|etter|after|om)\b)"
)
"""*Minst 50 %, men gjerne full stilling*; *100 %, men 80 % kan avtales*."""
_FULL_BEFORE = compiled(rf"\b{_FULL_TIME}{_OR}$")
_WHOLE = 100.0
"""Per cent."""


def _with_other(folded: str, low: float, high: float, found: re.Match[str]) -> Found[tuple[float, float]]:
    """The share, and another that is taken as well."""
    other = _OTHER_SHARE.match(folded, found.end())
    start, end = found.start(), found.end()
    if other and not _NO_EXTENT.search(folded, other.end(), other.end() + 20):
        share = _WHOLE if other["full"] else float(other["share"] or other["less"] or other["second"] or other["later"])
        low, high, end = min(low, share), max(high, share), other.end()
    elif before := _FULL_BEFORE.search(folded, 0, found.start()):
        high, start = _WHOLE, before.start()
    return Found((low, min(high, _WHOLE)), start, end)


_OR_HALF = compiled(r"\s(?:eller|or|og|and) (?:halv|half)")
_HALF = compiled(
    r"\b(?:halv stilling|halv tid|halvtid\w*|halv post|half[- ]time|halvtidstjänst)\b(?! (?:av|of|i|whistle))"
)


@once_for_words
def _full_time(voice: Voice) -> Found[tuple[float, float]] | None:
    for full in _FULL.finditer(voice.folded):
        if not (
            _GIVE_ALL.search(voice.folded, 0, full.start())
            or _NOT_FULL.search(voice.folded, max(0, full.start() - 25), full.end())
            or _OF_STAFF.search(voice.folded[max(0, full.start() - 40) : full.start()])
            or _FULL_STAFF.match(voice.folded, full.end())
        ):
            return Found((_WHOLE / 2 if _OR_HALF.match(voice.folded, full.end()) else _WHOLE, _WHOLE), *full.span())
    half = _HALF.search(voice.folded)
    return Found((_WHOLE / 2, _WHOLE / 2), *half.span()) if half else None


_GIVE_ALL = compiled(r"\b(?:gir|gjev|gi|giver|ger|give|yter)\s(?:alltid |always |gjerne )?$")
"""*Du gir 100 %.*"""
_AS_AGREED = compiled(
    r",?\s(?:(?:du|you|man) (?:velger|vel|väljer|vælger|bestemmer|choose|decide)\b|by agreement|etter (?:eget |"
    r"eige )?(?:avtale|ønske)|efter (?:aftale|ønske|önskemål|överenskommelse))\b"
)
_OF_POST = compiled(
    r"(?:stilling(?:en|a)?|position|tjänst(?:en)?|vikariat(?:et)?|engasjement(?:et)?)(?:\s(?:er|is|är|i|på|of|"
    r"at)){1,2}\s(?:på )?$|\b(?:stillingen|stillinga|jobben|tjänsten|the position) (?:er|är|is) [^.;%]{2,60}, (?:i|på|"
    r"at)\s$|^(?:den|ho|it|det)\s(?:er|is|är)\s(?:på\s)?$"
)
"""*Fast stilling i 100 %*, *den er på 100 %*: whatever comes after."""


_OF_A_POST = compiled(r"\s(?:fast |midlertidig |ledig |permanent )?(?:stilling|position|tjänst|post)\b")
_SHARE_OF = compiled(
    r"\s(?:av|af|of)\s(?!(?:en |ei |ein |a |an )?(?:full|hel|heil|stilling|fte|årsverk|heltid|fulltid|normal))"
)
"""*60 % av avdelingene.*"""
_APART = compiled(r"\s?(?:[,;.)]|$)")


def _is_extent(folded: str, start: int, end: int) -> bool:
    """A share of a position, not of customers, pay or time: judged by the words of the clause."""
    if _ALONE.search(folded):
        return True
    before = folded[max(folded.rfind("; ", 0, start), start - 45, 0) : start]
    after = folded[end : end + 30]
    if _GIVE_ALL.search(before):
        return False
    other = _OTHER_SHARE.match(folded, end)
    if _OF_POST.search(before) or _AS_AGREED.match(folded, end) or (other and other["full"]):
        return True
    if _SHARE_OF.match(after):
        return False
    if _OF_A_POST.match(after):
        return True
    if _NO_EXTENT.search(after.split(". ")[0]) or _NO_EXTENT.search(before[-30:]):
        return False
    if re.match(r"\s*(?:fast\b|stilling|vikariat|engasjement|midlertidig|ansettelse|position|tjänst)", after):
        return True
    if before.endswith((", ", ", i ", ", på ", ", at ")) and _APART.match(after) and _POST_BEFORE.match(folded):
        return True
    return bool(_EXTENT_WORDS.search(before)) or bool(_EXTENT_WORDS.search(after[:22]))


_POST_BEFORE = compiled(
    r"\W*(?:fast|stillingen|stillinga|jobben|tjänsten|vi tilbyr|the (?:job|position|role|post)|vikariat(?:et)?|"
    r"engasjement(?:et)?)\b"
)
"""*Stillingen er et vikariat på ett år, 90 prosent*: the job that the clause began with."""
tells(gates.EXTENT, _percent, _full_time)

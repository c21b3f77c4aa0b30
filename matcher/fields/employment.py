"""Employment type, extent and the number of positions."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, number, search, speaking
from matcher.folding import compiled
from matcher.sections import Section

_SUBSTITUTE = compiled(
    r"\b(?:vikariat|vikar\b|vikariatet|foreldrepermisjon|permisjonsvikar\w*|fødselspermisjon|"
    r"svangerskapsvikariat|parental leave|maternity cover|"
    r"maternity leave|leave cover|föräldraledig\w*|vikariat|barselsvikar\w*|barselsvikariat|"
    r"foreldrepermisjonen|maternity)\b"
)
_TEMPORARY = compiled(
    r"\b(?:engasjement\w*|midlertidig\w*|mellombels|tidsbegrenset|visstidsanställning|tidsbegränsad\w*|"
    r"tidsbegrænset|midlertidig|åremål\w*|"
    r"temporary|fixed[- ]term|temporary contract|short-term contract|tidsavgrensa)\b"
)
_PROJECT = compiled(
    r"\b(?:prosjektstilling\w*|projektanställning|prosjektansettelse|projektstilling|projektansættelse)\b"
)
_SEASONAL = compiled(
    r"\b(?:sesongstilling|sesongarbeid|sommerjobb|säsongsanställning|seasonal (?:job|position|work)|"
    r"sommervikar\w*|ekstrahjelp)\b"
)
_APPRENTICE = compiled(r"\b(?:lærlingplass|lærlingstilling|apprenticeship|trainee-?stilling|lærekontrakt)\b")
_FREELANCE = compiled(r"\b(?:freelance|frilans\w*|konsulentoppdrag|selvstendig næringsdrivende)\b")
_PERMANENT = compiled(
    r"\b(?:fast(?:e)?,? (?:[\w%]+[ ,-]+){0,3}?(?:stilling\w*|ansettelse\w*|jobb|tilsetj\w+|ansatt|"
    r"heltidsstilling|deltidsstilling|arbeid|tilsatt)|fast heltidsstilling|"
    r"ansettelsen er fast|stilling\w* er (?:[^.;]{0,25}\b)?faste?|fast og på (?:heltid|fuld tid|full tid)|"
    r"fast,?\s\d{2,3}(?=\s?%)|"
    r"permanent|tillsvidareanställning\w*|tillsvidare|fastansettelse|fastansatt|"
    r"fastansættelse|fuldtidsstilling|fast fuldtidsstilling|(?:80|90|100|\d0)\s?%? fast|fast fuldtid\w*|"
    r"fastanställning|fast anställning|fast job\b|fast jobb\b)\b"
)
_FAST_ALONE = compiled(
    r"(?:ansettelsesform|ansettelse|stillingstype|varighet|ansattforhold|type ansettelse|"
    r"employment type)\s*:?\s*fast\b|(?:^|[.,;:]\s)fast[,.;]|heltid,? fast\b|fast,? heltid"
)
_PROSPECT = compiled(
    r"(?:mulighet(?:er)?(?:en)?|moglegheit\w*|sjanse|chance|option|mulig|possibility|möjlighet|"
    r"moglegheiter|overgang)\b[^.;]{0,25}$"
)
_LOW, _HIGH = (rf"(?P<{name}>\d{{1,3}}(?:[.,]\d)?)" for name in ("low", "high"))
_PERCENT = r"(?:%|prosent|percent|procent|pst\.?)"
_RANGE = compiled(rf"(?<![\d.,]){_LOW}\s?{_PERCENT}?\s?(?:-|til|to|till|og|eller|and|/)\s?{_HIGH}\s?{_PERCENT}")
_SINGLE = compiled(rf"(?<![\d.,/-]){_LOW}\s?{_PERCENT}")
_FULL = compiled(
    r"\b(?:heltid\w*|fulltid\w*|full time|full-time|fuldtid\w*|full stilling|hel stilling|heil stilling|"
    r"på fuld tid|full tid|på hel tid|"
    r"heiltid\w*|fulltids\w*|fuldtidsstilling)\b"
)
_NOT_FULL = compiled(
    r"\b(?:tilsvarende|ved|i tillegg til|per|heltidsansatte|heltidsansatt|heltidsekvivalent\w*|"
    r"full-time employees|fulltidsansatte|heltidsstudie\w*|full-time stud\w+)\b"
)
_EXTENT_WORDS = compiled(
    r"\b(?:stilling\w*|ansettelse\w*|fast|vikariat\w*|engasjement|deltid|heltid|ekstrahjelp|position|"
    r"part[- ]time|full[- ]time|tjänst\w*|anställning|fte|stillingsprosent|"
    r"stillingsstørrelse|omfang|omfattning|sysselsättningsgrad|extent|løn|lønn|job|stillingsbrøk|"
    r"tilsetjing|midlertidig)\b"
)
_NO_EXTENT = compiled(
    r"\b(?:rabatt\w*|bonus\w*|pensjon\w*|pension\w*|rente|eierandel|eigenandel|egenandel|vekst|growth|"
    r"fornøyd\w*|av tiden|av tida|of your time|of the time|tiden|provisjon|"
    r"trekk\w*|innskudd\w*|medarbeiderne|undersøkelsen|reise\w*|travel|mener|svarte|andel|dekning|"
    r"discount|økning|løsningsgrad|svarprosent|innan \d|av kundene|av henvendelsene|hjemmekontor|"
    r"heimekontor|home office|remote|of calls)\b"
)
_POSITIONS = compiled(
    rf"\b(?:antall stillinger|antal stillingar|antal tjänster|number of positions|number of openings|"
    rf"antal stillinger|antall ledige stillinger)\s*:?\s*(?P<count>{NUMBER})\b|"
    rf"\b(?P<count2>{NUMBER})\s+(?:(?:ledige?|faste?|nye|åpne|midlertidige|ledig|open|permanent|full-time|"
    rf"vacant|available)[ ,]+){{0,3}}"
    rf"(?:stilling(?:er|ar)?|positions?|openings?|vacanc(?:y|ies)|tjänster|heltidsstillinger|vikariater?|"
    rf"årsverk ledig)\b"
)
_SEEKING = compiled(
    rf"\b(?:søker|søkjer|trenger|treng|skal ansette|ansetter|we are hiring|looking for|söker|behöver|søger|"
    rf"ledig(?:e)?|need|hiring)\s+(?:nå\s+)?(?P<count>{NUMBER})\s+(?:nye |faste |flinke |dyktige |erfarne |"
    rf"experienced |new )?(?P<noun>[a-zæøå]+)"
)
_ONE_STILLING = re.compile(
    r"\bén (?:\w+ )?stilling|\b(?:det er|er det) (?:kun |bare )?én stilling|\bledig én\b|\bone position\b|"
    r"\ben ledig stilling\b",
    re.IGNORECASE,
)
_ROLE_PLURAL = compiled(r"(?:ere|arar|er|s|are|ar)$")
_ARTICLES = ("en", "et", "ei", "ein", "eit", "ett", "one")


def employment_type(document: Document) -> Found[str] | None:
    """permanent, temporary, substitute, project, seasonal, apprentice or freelance; None when the text is silent."""
    title = document.ad.title.lower()
    if _SUBSTITUTE.search(title):
        return Found("substitute", 0, 0)
    if _TEMPORARY.search(title):
        return Found("temporary", 0, 0)
    told = list(speaking(document, gates.EMPLOYMENT, Section.TASKS, Section.EMPLOYER))
    for value, pattern in (
        ("substitute", _SUBSTITUTE),
        ("project", _PROJECT),
        ("temporary", _TEMPORARY),
        ("seasonal", _SEASONAL),
        ("apprentice", _APPRENTICE),
        ("permanent", _PERMANENT),
        ("permanent", _FAST_ALONE),
        ("freelance", _FREELANCE),
    ):
        for voice in told:
            found = search(pattern, document, voice)
            if found and not _PROSPECT.search(
                document.folded[max(voice.passage.start, found.start() - 50) : found.start()]
            ):
                if value == "substitute" and re.match(
                    r"\s*(?:er|får|kan|tillegg)", document.folded[found.end() : found.end() + 8]
                ):
                    continue
                return Found(value, found.start(), found.end())
    return None


def extent(document: Document) -> Found[tuple[float, float]] | None:
    """(low, high) per cent of full time; None when the text says neither a percentage nor full time."""
    for voice in speaking(document, gates.EXTENT, Section.TASKS, Section.EMPLOYER):
        for pattern in (_RANGE, _SINGLE):
            for found in pattern.finditer(document.folded, voice.passage.start, voice.passage.end):
                if _is_extent(document, voice.passage.start, voice.passage.end, found.start(), found.end()):
                    low = float(found["low"].replace(",", "."))
                    high = float(found["high"].replace(",", ".")) if pattern is _RANGE else low
                    if 5 <= low <= high <= 100:
                        return Found((low, high), found.start(), found.end())
    for voice in speaking(document, gates.EXTENT, Section.TASKS, Section.EMPLOYER, Section.MUST, Section.NICE):
        full = search(_FULL, document, voice)
        if full and not _NOT_FULL.search(document.folded, max(voice.passage.start, full.start() - 25), full.end()):
            return Found((100.0, 100.0), full.start(), full.end())
    return None


def _is_extent(document: Document, begin: int, finish: int, start: int, end: int) -> bool:
    """A share of a position, not of customers, pay or time: judged by the words of the clause."""
    clause_start = max((document.folded.rfind(mark, begin, start) for mark in (". ", "; ")), default=-1)
    clause_start = begin if clause_start < 0 else clause_start
    before = document.folded[max(clause_start, start - 45) : start]
    after = document.folded[end : min(finish, end + 30)]
    if _NO_EXTENT.search(after.split(". ")[0]) or _NO_EXTENT.search(before[-20:]):
        return False
    if re.match(r"\s*(?:fast\b|stilling|vikariat|engasjement|midlertidig|ansettelse|position|tjänst)", after):
        return True
    return bool(_EXTENT_WORDS.search(before)) or bool(_EXTENT_WORDS.search(after[:22]))


def positions(document: Document) -> Found[int] | None:
    """How many people are sought, only where the text says a number."""
    for voice in speaking(document, gates.POSITIONS, Section.EMPLOYER):
        found = search(_POSITIONS, document, voice)
        if found:
            word = found["count"] or found["count2"]
            articles = _articles(document) if found["count2"] else ()
            if word not in articles or _ONE_STILLING.search(document.text, max(0, found.start() - 12), found.end()):
                return Found(number(word), found.start(), found.end())
        one = _ONE_STILLING.search(document.text, voice.passage.start, voice.passage.end)
        if one:
            return Found(1, one.start(), one.end())
        sought = search(_SEEKING, document, voice)
        if sought and sought["count"] not in _articles(document) and _ROLE_PLURAL.search(sought["noun"]):
            return Found(number(sought["count"]), sought.start(), sought.end())
    return None


def _articles(document: Document) -> tuple[str, ...]:
    """Words that look like numbers and are none: ``to`` is two in Norwegian only."""
    return (*_ARTICLES, "to") if document.language == "en" else _ARTICLES

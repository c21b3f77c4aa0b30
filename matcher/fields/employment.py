"""Employment type, extent and the number of positions."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, NUMBERS, Found, first, labelled, moved, number, speaking
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_AWAY = (
    r"(?:\w*permisjon|barsel\w*|orlov|föräldraledig\w*|mammaledig\w*|pappaledig\w*|leave|tvillinger|tvillingar|twins)"
)
_SUBSTITUTE = compiled(
    r"\b(?:\w*vikariat\w*|vikar\b|foreldrepermisjon|permisjonsvikar\w*|vikariere?r?|vikarierar|vikarie|(?:mens|medan|"
    r"while) (?:[\w-]+ ){1,4}?(?:er|är|is|are) (?:borte|i (?:\w+)?permisjon|ute i|hjemme|heime|föräldraledig|away|on "
    r"(?:\w+ )?leave|out)|(?:who is|currently|while) on (?:\w+ )?leave|skal ha (?:barn|(?:\w+)?permisjon)|skal ut i|"
    r"fødselspermisjon|"
    r"svangerskapsvikariat|parental leave|maternity cover|maternity leave|leave cover|föräldraledig\w*|vikariat|"
    r"barselsvikar\w*|barselsvikariat|foreldrepermisjonen|maternity|(?:\w*(?:leder|leiar|sjef|chef|ledare)(?:en|n)?"
    r"(?: vår)?|(?:our|current) (?:\w+ )?(?:manager|leader|head|lead)) (?:går|skal|ska|har gått|venter|ventar|väntar|"
    rf"goes|is (?:going|expecting)|will be|har)\b[^.;]{{0,25}}\b{_AWAY})\b"
)
_ENGAGED = (
    r"engasjementsstilling\w*|engasjementet (?:varer|er på|gjelder|gjeld|går|løper|lyser)|"
    r"engasjement\b(?=[^.;]{0,25}?\b"
    r"(?:\w*måned\w*|\w*månad\w*|mnd|\w+ år|20\d\d|\d\d\s?%|prosent|januar|februar|mars|april|mai|juni|juli|august|"
    r"september|oktober|november|desember|sommeren|jul|påske)\b)"
)
"""*Engasjement på ett år*: for how long, how much or until when tells a job from devotion."""
_ENGAGEMENT = compiled(
    r"\b(?:(?<!skape )(?<!stort )(?<!sterkt )(?<!høyt )(?<!ditt )(?<!smittende )(?<!genuint )(?<!vise )(?<!viser )"
    r"(?<!vårt )(?<!deres )(?<!personlig )(?<!faglig )(?<!med )(?<!og )engasjement)\b(?! (?:for (?!en |ei |ein )|i "
    r"(?:team|arbeid|fag)|blant|hos))"
)
"""The bare word, believed where nothing says that the job is permanent."""
_FOR_HOW_LONG = (
    rf"(?:ca\.? |inntil |minst )?{NUMBER} (?:måneder|månader|måned|månad|mnd|år|uker|veker|months|years|månader|uger)"
)
_TEMPORARY = compiled(
    r"\b(?:"
    rf"{_ENGAGED}|midlertidig\w*(?! (?:lokale|løsning|kontor|bemanning|ansatt|hjelp|medarbeider|vikar))|"
    r"mellombels\w*|tidsbegrens\w*|visstidsanställning\w*|visstid|tidsbegräns\w*|tidsbegræns\w*|åremål\w*|allmän "
    r"visstid\w*|særskild visstid|särskild visstid\w*|temporary(?! (?:workers?|staff|employees|agents|help|"
    r"assistants))|fixed[- ]term|temporary contract|short-term contract|(?:\d{1,2}|three|six|nine|twelve|eighteen)[- "
    r"]months?(?: fixed[- ]term)? contract|kontrakt (?:på|over) "
    r"\w+ (?:måneder|månader|måned|månad|år|uker)|tidsavgrens\w*|contract (?:runs|lasts|is) (?:for )?(?:\w+ "
    r")?(?:years?|months?)|(?:one|two|three|\d)-year contract|(?:kontrakt|avtale) på (?:ett|et|eit|to|tre|\d) år|"
    r"(?:ansett\w*|tilset\w*|anställ\w*|hire\w*) (?:\w+ ){0,3}(?:for|på|för) (?:\w+|\d+) (?:år|måneder|månader|months|"
    r"years)|(?:kontrakt\w*|arbeidskontrakt\w*|arbeidsavtale\w*|avtalen|ansettelsen|tilsettinga|tilsetjinga|"
    r"anställningen|ansættelsen|stillingen|stillinga|jobben|tjänsten|oppdraget|the (?:contract|position|job|role)) "
    r"(?:er |är |is |gjelder |gjeld |varer |går |løper |gäller |löper )?(?:på|i|for|för|over|över) "
    rf"{_FOR_HOW_LONG}|"
    r"varighet\w*:? (?:på |er |ca\.? )?\w+ (?:måneder|månader|måned|år|mnd)|kontrakten (?:varer|gjelder|gjeld|"
    r"løper|går)|varer i \w+ (?:år|måneder|månader))\b"
)
_PROJECT = compiled(
    r"\b(?:(?:stilling\w*|engasjement\w*|tjänsten) (?:er |är )?(?:prosjektbasert|projektbaserad|projektbaseret)|"
    r"(?:ansettes|ansatt|ansetter (?:deg|vi)|tilsett|tilsettes) i (?:et |eit )?prosjekt\w*|project(?:-based)? "
    r"(?:position|role|job|post|employment)|(?:stilling\w*|engasjement\w*|tjänsten|rollen) (?:\w+ )?(?:knyttet|knytt|"
    r"tilknyttet|knytta|kopplad|tied|linked) (?:til|to|till) (?:et|eit|ett|a) (?:\w+ )?pro[sj]+e[ck]t\w*|"
    r"prosjektstilling\w*|projektanställning|prosjektansettelse|(?:stillingen|stillinga|jobben|tjänsten|the "
    r"(?:position|role)) (?:er|is|är) (?:et|eit|ett|a) pro[sj]+e[ck]t\b|projektstilling|projektansættelse)\b"
)
_SEASONAL = compiled(
    r"\b(?:sesongjobb|sesongansatt|sesongansettelse|säsongsjobb|sesongstilling|sesongarbeid|sommerjobb|"
    r"säsongsanställning|seasonal (?:job|position|work)|sommervikariat\w*|(?:søker|søkjer|trenger|treng|som) (?:\w+ "
    r")?sommervikar\w*|ekstrahjelp)\b"
)
_APPRENTICE = compiled(r"\b(?:lærlingplass|lærlingstilling|apprenticeship|trainee-?stilling|lærekontrakt)\b")
_FREELANCE = compiled(r"\b(?:freelance|frilans\w*|konsulentoppdrag|selvstendig næringsdrivende)\b")
_JOBS = (
    r"(?:\w*stilling\w*|ansettelse\w*|\w*jobb(?:en|er|ar)?|tilsetj\w+|ansatt|arbeid|arbeidskontrakt|arbeidsavtale|"
    r"arbeidsforhold|tilsatt|tilsetting|tilsett|post|kontrakt|rolle|anställning|ansættelse|tjänst(?:er)?)"
)
_THE_JOB = (
    r"(?:stilling\w*|ansettelsen|rollen|jobben|jobbet|arbeidet|tilsetjinga|tilsettinga|tilsettingen|ansættelsen|"
    r"anställningen|tjänsten|kontrakten|posten|arbeidsforholdet|begge|alle)"
)
_PERMANENT = compiled(
    rf"\b(?:faste?,? (?:(?!(?:og|and|med|i) )[\w%]+[ ,-]+){{0,3}}?{_JOBS}|{_THE_JOB} (?:\w+ )?(?:er|är|blir|vert|"
    rf"bliver) "
    r"(?:[^.;]{0,25}\b)?(?:faste?|varig|permanent)(?! (?:del|lønn|løn|lön|kontor|plass|base|rutine\w*|team|følge|"
    r"innslag))"
    r"|fast(?:,| og| og på| i)? \d{2,3}(?:\s?-\s?\d{2,3})?(?=\s?%)|(?:ikke|ikkje|inte|not) (?:tidsbegr\w+|"
    r"tidsavgrens\w*|"
    r"midlertidig|mellombels)|tidsubestemt|ubestemt tid|fast "
    r"(?:\w+)?stilling\w*|tidsubegræns\w*|tidsubegrens\w*|uden tidsbegrænsning|varig (?:ansettelse|stilling|jobb)|"
    r"permanently (?:employed|hired)|(?:ansettelsen|rollen|jobben|arbeidet|tilsetjinga|tilsettinga|tilsettingen|"
    r"ansættelsen|anställningen) er fast(?! (?:del|lønn))|stilling\w* er (?:[^.;]{0,25}\b)?faste?|fast og på "
    r"(?:heltid|fulltid|heiltid|"
    r"fuld tid|full tid)|fast,?\s\d{2,3}(?=\s?%)|permanent(?=\s*(?:[.,;:)/|-]|$|(?:and|or|full|part|position|role|"
    r"contract|job|employment|post|basis|from|after|with|appointment|kontrakt|stilling|ansettelse|anställning)\b))|"
    r"(?:is|are|employment|contract|type):? permanent|open[- ]ended|indefinite|unlimited contract|(?:ansatt|tilsett|"
    r"anställd) fast|ansett\w* (?:deg |du "
    r"|dig )?fast|tilset\w* (?:deg |du )?fast|anställ\w* (?:dig )?fast|fast fra|tillsvidare\w*|"
    r"tills vidare|fastansettelse|fastansatt|fastansættelse|fastansat|fast og (?:full|heil|hel) stilling|fast i "
    r"\d{2,3}|fast,? "
    r"(?:full|hel|heil) stilling|(?:80|90|100|\d0)\s?%? fast|fast fuldtid\w*|fastanställning|fast anställning|fast "
    r"tjänst|fast job\b|fast jobb\b)\b"
)
_FAST_ALONE = compiled(
    r"(?:ansettelsesforhold|stillingsbrøk|omfang|stillingsprosent|arbeidsforhold|stilling|kontrakt|^\W*type|"
    r"tilsetjingsforhold|tilsetjingsform|anställningsform|ansættelsesform|ansettelsestype|"
    r"tilsettingstype|kontraktstype|contract type|ansettelsesform|ansettelse|stillingstype|varighet|ansattforhold|type "
    r"ansettelse|type stilling|jobbtype|employment type)\s*:?\s*fast\b|\b(?:heltid|fulltid|heiltid|deltid)\s?[,|"
    r"/-]\s?fast\b|\bfast\s?[,|/-]\s?(?:heltid|fulltid|heiltid|deltid)\b|^\W*fast\W*$|(?:^|[.,;:]\s)fast[,.;]|heltid,? "
    r"fast\b|fast,? heltid"
)
_PROSPECT = compiled(
    r"(?:mulighet(?:er)?(?:en)?|moglegheit\w*|sjanse|chance|option|mulig|possibility|möjlighet|"
    r"moglegheiter|overgang|høve)\b[^.;,]{0,25}$"
)
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
_VACANCIES = r"stillinge?r?|stillingar|tjänster|positions?|openings?|vacancies|posts|plasser|platser|hires|jobber"
_POSITIONS = compiled(
    rf"\b(?:antall|antal|tal|talet|number|no\.|stk\.?)\s(?:på |of |av |ledige |lediga |open )?(?:{_VACANCIES})\s?:?\s?"
    rf"(?P<count>{NUMBER})\b|^\W*(?:antall|antal|{_VACANCIES})(?: ledige?)?\s?:?\s(?P<count3>{NUMBER})\W*$|"
    rf"\b(?P<count2>{NUMBER})\s+(?:(?:ledige?|faste?|nye|åpne|lediga|nya|midlertidige|mellombelse|ledig|open|permanent|"
    rf"full-time|part-time|vacant|available|new)[ ,]+){{0,3}}(?:[a-zæøå]*stilling(?:er|ar)?|positions?|openings?|"
    rf"vacanc(?:y|ies)|tjänster|vikariater?|årsverk ledig|(?<=ledige )(?:plasser|pladser|plassar)|"
    rf"(?<=lediga )platser|(?<=ledige )(?:[a-zæøå]*jobber|[a-zæøå]*jobbar))\b"
)
_SEEKING = compiled(
    rf"\b(?:søker|søkjer|(?:vi|me|we) skal ha|ansettes|tilsettes|tilsetjast|søkes|openings for|room for|lyser ut|"
    rf"utlyser|rekrutterer|rekrytera[r]?|is recruiting|are recruiting|"
    rf"recruiting|plass til|"
    rf"rom for|plads til|plats för|ser etter|leter etter|leder efter|letar efter|styrker \w+ med|utvider med|trenger|"
    rf"treng|(?<!du )skal ansette|ansetter|we are hiring|"
    rf"looking for|söker|behöver|søger|ledig(?:e)?|need|hiring)\s+(?:(?:vi|me|we|nå|no|nu|"
    rf"derfor)\s+){{0,2}}(?P<count>{NUMBER})\s+(?:nye |nya |faste |flinke |dyktige |erfarne |experienced |new "
    rf")?(?:(?:[a-zæøå-]+ ){{0,2}}?(?P<noun>(?!egenskap|kvalit|verdier|måned|dager|timer|uker|veker|"
    rf"team\b)[a-zæøå-]+(?:ere|arar|are|s|er))\b|(?:til|flere|fleire|nye|nya|"
    rf"more)(?=\s?(?:[.,;!]|$)))"
)
_ONE_STILLING = re.compile(
    r"\bén (?:\w+ )?\w*stilling|\bthere is (?:only )?one (?:\w+ )?(?:opening|vacancy|position|role|job)\b|\bén ledig "
    r"\w+|"
    r"\b(?:det er|er det) (?:kun |bare )?én stilling|\bledig én\b|\bone position\b|"
    r"\ben ledig stilling\b|\b(?:søkes|søker|søkjer|søkast|trenger|treng) (?:vi |etter |det etter )?én (?:person|"
    r"leder|leiar)\b",
    re.IGNORECASE,
)
_ALONE = compiled(
    r"(?:^|\.\s)\W*(?:fast,?\s)?(?P<low>\d{2,3})\s?(?:%|prosent|procent|percent)\W*$|"
    r"^\W*\d{2,3}\s?(?:%|prosent|procent|percent),\s"
)
_ARTICLES = ("en", "et", "ei", "ein", "eit", "ett", "one")


_KINDS = (
    ("substitute", _SUBSTITUTE),
    ("project", _PROJECT),
    ("temporary", _TEMPORARY),
    ("seasonal", _SEASONAL),
    ("apprentice", _APPRENTICE),
    ("permanent", _PERMANENT),
    ("permanent", _FAST_ALONE),
    ("temporary", _ENGAGEMENT),
    ("freelance", _FREELANCE),
)
"""Earlier kinds beat later ones wherever they stand: *vikariat med mulighet for fast* is a substitute's job."""


def employment_type(document: Document) -> Found[str] | None:
    """permanent, temporary, substitute, project, seasonal, apprentice or freelance; None when the text is silent."""
    title = document.ad.title.lower()
    if _SUBSTITUTE.search(title):
        return Found("substitute", 0, 0)
    if _TEMPORARY.search(title):
        return Found("temporary", 0, 0)
    named = [
        (rank, moved(found, at))
        for at, voice in speaking(document, gates.EMPLOYMENT, Section.TASKS, Section.EMPLOYER, Section.TRAITS)
        for rank, found in _kinds(voice)
    ]
    return min(named, key=lambda item: item[0])[1] if named else None


@once_for_words
def _kinds(voice: Voice) -> tuple[tuple[int, Found[str]], ...]:
    named = []
    for rank, (value, pattern) in enumerate(_KINDS):
        found = pattern.search(voice.folded)
        if not found or _PROSPECT.search(voice.folded[max(0, found.start() - 50) : found.start()]):
            continue
        if value != "permanent" and _NO_SUCH.search(voice.folded, 0, found.start()):
            continue
        if value == "substitute" and _NOT_THIS_JOB.match(voice.folded, found.end()):
            continue
        if found.group() in ("vikar", "vikarie") and not _SOUGHT_VIKAR.search(voice.folded):
            continue
        named.append((rank, Found(value, found.start(), found.end())))
    return tuple(named)


_SOUGHT_VIKAR = compiled(
    r"\b(?:søker|søkjer|søger|trenger|treng|ser etter|leter etter|leiter etter|ansette|tilsette|som|stilling\w*|"
    r"söker|behöver|ledig)\s(?:\S+\s){0,4}?vikar(?:ie)?\b|\bvikar(?:ie)?\s(?:søkes|søkjast|ønskes|ønskjast|sökes|"
    r"søges|for|fra|frå|til|i|ut|fram|"
    r"frem)\b"
)
"""A *vikar* who is looked for, not one among the staff."""
_NO_SUCH = compiled(r"\b(?:ikke|ikkje|inte|not|ingen|inget)\s(?:(?:et|eit|ett|noe|noko|noget|något|en|ein|a|bare)\s)?$")
"""*Det er ikke et vikariat.*"""
_NOT_THIS_JOB = compiled(r"\s*(?:er\b|får\b|kan\b|tillegg)")


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


def positions(document: Document) -> Found[int] | None:
    """How many people are sought, only where the text says a number."""
    return first(document, gates.POSITIONS, _positions, Section.EMPLOYER) or next(
        (
            moved(found, at)
            for at, row in labelled(document, gates.POSITIONS, _POSITIONS_LABEL)
            if (found := _positions(row))
        ),
        None,
    )


_POSITIONS_LABEL = compiled(
    rf"(?:(?:antall|antal|tal|talet|number)\s)?(?:på |of |av )?(?:ledige |lediga |open )?(?:{_VACANCIES})(?: "
    rf"ledige)?\s?:?"
)
_OF_UNIT = compiled(
    r"\b(?:vi|me|we) (?:er|har til sammen|har i alt|are)\s$|"
    r"\b(?:avdeling|avdelning|afdeling|enhet|eining|enhed|seksjon|sektion|team|gruppe|\w*senter|\w*tjeneste|department|"
    r"unit)[a-zæøå]*\b[^.;]{0,30}\b(?:har|består av|teller|rommer|omfatter|disponerer|har i dag|has|counts)\s$"
)
"""*Avdelingen har 19 stillinger*: so many there are, not so many are vacant."""


@once_for_words
def _positions(voice: Voice) -> Found[int] | None:
    articles = (*_ARTICLES, "to") if voice.language == "en" else _ARTICLES
    found = _POSITIONS.search(voice.folded)
    if found and ("ledig" in found.group() or not _OF_UNIT.search(voice.folded, 0, found.start())):
        word = found["count"] or found["count2"] or found["count3"]
        counted = word not in articles or not found["count2"]
        if counted or _ONE_STILLING.search(voice.text, max(0, found.start() - 12), found.end()):
            return Found(number(word), found.start(), found.end())
    one = _ONE_STILLING.search(voice.text)
    if one:
        return Found(1, one.start(), one.end())
    sought = _SEEKING.search(voice.folded)
    if sought and sought["count"] not in articles:
        return Found(number(sought["count"]), sought.start(), sought.end())
    return None


tells(gates.EMPLOYMENT, _kinds)
tells(gates.EXTENT, _percent, _full_time)
tells(gates.POSITIONS, _positions, lambda voice: _POSITIONS_LABEL.fullmatch(voice.folded))

"""Employment type: permanent, temporary, a substitute's …"""

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, moved, speaking
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_AWAY = (
    r"(?:\w*permisjon|barsel\w*|orlov|föräldraledig\w*|mammaledig\w*|pappaledig\w*|leave|tvillinger|tvillingar|twins)"
)
_SUBSTITUTE = compiled(
    rf"\b(?:(?:fordi|siden|ettersom|eftersom|because|since|as) [^.;]{{0,25}}?\b(?:{_AWAY}|permisjon)|"
    rf"(?<!vi )(?<!we )(?:dekker|dekke|dekkjer|dekkje|covers?|covering|täcker|täcka|"
    rf"dækker)\b[^.;]{{0,40}}?\b(?:{_AWAY}|frav[æa]r|fråvær)|(?:som|who) (?:er|is|är|går|skal|ska) (?:ute )?(?:i |on |"
    rf"ut i |på )?(?:\w+ )?{_AWAY}|"
    r"\w*vikariat\w*|(?<!leder eller )(?<!leiar eller )vikar\b(?! (?:i ny og ne|ved behov|innimellom|av og til|i ny og "
    r"næ|når det trengs)\b| for (?:en av dem|dei|ham|henne|them|leder))|foreldrepermisjon|permisjonsvikar\w*|"
    r"vikariere?r?|vikarierar|vikarie|(?:mens|medan|while) (?:[\w-]+ ){1,4}?(?:er|är|is|are) (?:borte|i "
    r"(?:\w+)?permisjon|ute i|hjemme|heime|föräldraledig|away|on (?:\w+ )?leave|out)|(?:who is|currently|while) on "
    r"(?:\w+ )?leave|(?:skal ha|skal få|ventar?|venter|väntar|is expecting|is having) (?:et |eit |ett |a |sitt |her "
    r")?(?:\w+ )?(?:barn|baby|child|(?:\w+)?permisjon)|skal ut i|fødselspermisjon|svangerskapsvikariat|(?:parental|"
    r"maternity) leave(?! (?:polic|pay|scheme|benefit|top))|maternity cover|leave cover|föräldraledig\w*|vikariat|"
    r"barselsvikar\w*|barselsvikariat|foreldrepermisjonen|maternity|(?:\w*(?:leder|leiar|sjef|chef|ledare)(?:en|n)?(?: "
    r"vår)?|(?:our|current) (?:\w+ )?(?:manager|leader|head|lead)) (?:går|skal|ska|har gått|venter|ventar|väntar|"
    rf"goes|is (?:going|expecting)|will be|har)\b[^.;]{{0,25}}\b{_AWAY})\b"
)
_ENGAGED = (
    r"engasjementsstilling\w*|engasjementet (?:varer|er på|gjelder|gjeld|går|løper|lyser)|engasjement(?:er|"
    r"ar)?\b(?=[^.;]{0,25}?\b(?:\w*måned\w*|\w*månad\w*|mnd|\w+ år|20\d\d|\d\d\s?%|prosent|januar|februar|mars|april|"
    r"mai|juni|juli|august|september|oktober|november|desember|sommeren|jul|påske)\b)"
)
"""*Engasjement på ett år*: for how long, how much or until when tells a job from devotion."""
_ENGAGEMENT = compiled(
    r"\b(?:(?<!skape )(?<!stort )(?<!sterkt )(?<!høyt )(?<!ditt )(?<!smittende )(?<!genuint )(?<!vise )(?<!viser "
    r")(?<!vårt )(?<!deres )(?<!personlig )(?<!faglig )(?<!med )(?<!og )engasjement)\b(?! (?:for (?!en |ei |ein )|"
    r"i (?:team|arbeid|fag)|blant|hos))"
)
"""The bare word, believed where nothing says that the job is permanent."""
_FOR_HOW_LONG = (
    rf"(?:ca\.? |inntil |minst )?{NUMBER} (?:måneder|månader|måned|månad|mnd|år|uker|veker|months|years|uger)"
)
_TERMED = (
    r"(?:stillingen|stillinga|stillingene|stillingane|jobbene|jobben|jobbet|rollen|ansettelsen|anställningen|"
    r"ansættelsen|tilsettinga|tilsetjinga|tilsettingen|(?:arbeids|ansettelses|tilsetjings|tilsettings|"
    r"anställnings)forholdet|tjänsten|oppdraget|engasjementet|vikariatet|contract|position|job|role|post|appointment|"
    r"assignment|employment)"
)
"""What may last a while."""
_TERM = (
    rf"(?:(?:{_TERMED}|\w*kontrakt\w*|avtalen|(?:du|you) (?:er|blir|are|will be) (?:ansatt|tilsett|anställd|employed|"
    r"hired))"
    r"(?: (?:varer|varar|gjelder|gjeld|gäller|gælder|løper|löper|går|runs|lasts|er|is|tidsrommet|perioden|på)){0,2}"
    r"(?: (?:fra|frå|från|from) [^;]{0,25}?)? (?:til og med|til|till och med|till|ut|tom|t\.o\.m\.?|"
    r"fram til|frem til|until|through|to|up to)(?: (?:the )?end of| utgangen av| slutten av)? (?:\d{1,2}\.? )?(?:jan|"
    r"feb|mar|"
    r"apr|mai|maj|may|jun|jul|aug|sep|okt|oct|nov|des|dec|20\d\d|sommeren|påske|jul)\w*|(?:avgrenset|avgrensa|"
    r"begrenset|"
    r"avgränsad|begränsad|begrænset|limited) (?:tidsrom|tid|periode|tidsperiode|period|time))\b"
)
"""*Stillingen varer fra 1. mars til 31. desember*; *et avgrenset tidsrom*."""
_TEMPORARY = compiled(
    rf"\b(?:engasjerer|engasjere|engageras|engages)\s(?:[\w-]+\s){{1,5}}?(?:i|for|på)\s{_FOR_HOW_LONG}|"
    r"\b(?:"
    rf"{_ENGAGED}|(?:midlertidig|mellombels)\w*(?=\W*$|\s?[.,;:)(/|-]|\s(?:og|men|eller|i|på|til|fra|frå|frem|fram|for|"
    rf"ut|med|inn"
    r"til|full|hel|heil|deltid|heltid|fast|\d|tilsett|\w*(?:stilling|jobb|ansettelse|tilset|kontrakt|arbeid|engasj|"
    r"vikariat|job|tjänst|leder|leiar|sjef|ansvarleg|ansvarlig|koordinator|årsverk|avtale|oppdrag)))|tidsbegrens\w*|"
    r"visstidsanställning\w*|visstid|tidsbegräns\w*|tidsbegræns\w*|åremål\w*|allmän visstid\w*|særskild visstid|"
    r"särskild visstid\w*|temporary(?=\s?(?:[.,;:)(/|-]|$|(?:position|role|job|post|contract|employment|cover|basis|"
    r"assignment|appointment|engagement|vacancy|hire|replacement|full|part|until|for|from|to|with|and|or|maternity|"
    r"parental|leave|\d+)\b))|fixed[- ]term|temporary contract|short-term contract|(?:\d{1,2}|three|six|nine|twelve|"
    r"eighteen)[- ]months?(?: fixed[- ]term)? contract|kontrakt (?:på|over) \w+ (?:måneder|månader|måned|månad|år|"
    r"uker)|tidsavgrens\w*|contract (?:runs|lasts|is) (?:for )?(?:\w+ )?(?:years?|months?)|(?:one|two|three|\d)-year "
    r"contract|(?:ansett\w*|tilset(?!te\b)\w*|anställ\w*|hire\w*) (?:(?!prøve|pröv|trial|probation)\w+ ){0,3}(?:for|på|"
    r"för) (?:\w+|\d+) (?:år|måneder|månader|months|years)|(?:\w*kontrakt\w*|"
    rf"\w*avtalen?|{_TERMED}) (?:(?:er|är|is|gjelder|gjeld|varer|varar|går|løper|gäller|löper|runs|lasts|strekker "
    r"seg) (?:på |i |for |för |over |över |om )?|(?:på|over|över) |of |(?<=kontrakt )for )"
    rf"{_FOR_HOW_LONG}|"
    r"varighet\w*:? (?:på |er |ca\.? )?\w+ (?:måneder|månader|måned|år|mnd)|kontrakten (?:varer|gjelder|gjeld|løper|"
    r"går)|(?<!som )varer i \w+ (?:år|måneder|månader))\b|"
    rf"\b{_TERM}"
)
_PROJECT = compiled(
    r"\b(?:(?:ansettelse|ansettes|tilsetting|anställning|ansættelse|tilsetjing|employment|employed) (?:i|in|on) (?:et |"
    r"eit |ett |a |the )?pro[sj]+e[ck]t\w*|(?:stilling\w*|jobben|kontrakten|tjänsten) (?:varer|gjelder|gäller|løper|"
    r"gjeld) (?:så lenge|ut|so lenge|så länge) pro[sj]+e[ck]t\w*|(?:stilling\w*|engasjement\w*|tjänsten) (?:er |är "
    r")?(?:prosjektbasert|projektbaserad|projektbaseret)|"
    r"(?:ansettes|ansatt|ansetter (?:deg|vi)|tilsett|tilsettes) i (?:et |eit )?prosjekt\w*|project(?:-based)? "
    r"(?:position|role|job|post|employment|contract|assignment|appointment)|(?:stilling\w*|engasjement\w*|tjänsten|"
    r"rollen|ansettelsen|tilset\w+|jobben|kontrakten|anställningen|job|role|position|contract) (?:\w+ )?(?:\w*knyttet|"
    r"\w*knytta?|kopplad|finansiert|finansiera|lønnet|tied|linked|funded|financed) (?:til|to|till|av|by|through|"
    r"gjennom) (?:et|eit|ett|a) (?:\w+ )?pro[sj]+e[ck]t\w*|"
    r"prosjektstilling\w*|projektanställning|prosjektansettelse|(?:stillingen|stillinga|jobben|tjänsten|the "
    r"(?:position|role)) (?:er|is|är) (?:et|eit|ett|a) pro[sj]+e[ck]t\b|projektstilling|projektansættelse)\b"
)
_SEASONAL = compiled(
    r"\b(?:sesongjobb|sesongansatt|sesongansettelse|säsongsjobb|sesongstilling|sesongarbeid|sommerjobb|"
    r"säsongsanställning|seasonal (?:job|position|work)|sommervikariat\w*|(?:søker|søkjer|trenger|treng|"
    r"(?<!startet )(?<!begynte )som) (?:\w+ )?sommervikar\w*|(?<!og )(?<!del )(?<!litt )ekstrahjelp(?! i ))\b"
)
_APPRENTICE = compiled(
    r"\b(?:lærlingplass|l[æa]replass\w*|lærlingeplads\w*|lärlingsplats\w*|elevplads\w*|elevplass\w*|lærlingstilling|"
    r"(?<!certificate of )apprenticeship|trainee-?stilling|lærekontrakt)\b"
)
_FREELANCE = compiled(
    r"\b(?:freelance\w*|selvstendig konsulent|sjølvstendig konsulent|frilans\w*|konsulentoppdrag|"
    r"selvstendig næringsdrivende)\b"
)
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
    r"(?:[^.;]{0,25}\b)?(?:faste?|varig|permanent)(?=\W*$|\s?[.,;:!)(/|-]|\s(?:og|men|med|i(?! (?:leder|leiar|styre|"
    r"team))|på|fra|frå|från|etter|efter|så|eller|and|or|but|with|from|after|full|hel|heil|\d|tilset|ansett|ansatt|"
    r"\w*(?:stilling|jobb)))|fast(?:,| og| og på| i)? \d{2,3}(?:\s?-\s?\d{2,3})?(?=\s?%)|(?:ikke|ikkje|inte|not) "
    r"(?:tidsbegr\w+|tidsavgrens\w*|midlertidig|mellombels)|(?:ut|utlyst|stilling\w*|jobben|jobbet) som fast\b|"
    r"tidsubestemt|ubestemt tid|tidsubegræns\w*|tidsubegrens\w*|(?:ut[ae]n|uden|without|ingen|inga|no) (?:noen |any |"
    r"an )?(?:tidsbegr\w+|tidsavgr\w+|slutt?dat\w+|time limit|end date)|(?:er|blir|vert|är) (?:det|den|du|jobben|"
    r"stillinga|stillingen) (?:da |så )?(?:fast|permanent)(?=\s?(?:[.,;:!?)]|$|og\b))|begge (?:er )?faste?(?=\s?[.,;)]|"
    r"$)|(?:det|den) er fast(?=\s?[.,;!)]|$)|varig (?:ansettelse|stilling|jobb)|permanently (?:employed|hired)|fast og "
    r"på (?:heltid|fulltid|heiltid|fuld tid|full tid)|permanent(?=\s*(?:[.,;:)/|-]|$|(?:and|or|full|part|position|role|"
    r"contract|job|employment|post|basis|from|after|with|appointment|kontrakt|stilling|ansettelse|anställning)\b))|"
    r"(?:is|are|employment|contract|type):? permanent|open[- ]ended|indefinite|unlimited contract|(?:ansatt|tilsett|"
    r"anställd) fast|ansett\w* (?:deg |du |dig )?fast|tilset\w* (?:deg |du )?fast|anställ\w* (?:dig )?fast|fast fra|"
    r"tillsvidare\w*|tills vidare|fastansettelse|(?:en|ein) fast \w*(?:leder|leiar|sjef|medarbeider|medarbeidar|"
    r"kollega)(?! stand| holde)|fastansatt|fastansættelse|fastansat|(?:80|90|100|\d0)\s?%? fast|fast fuldtid\w*|"
    r"fastanställning|fast og (?:full|heil|hel) stilling|fast job\b)\b"
)
_FAST_ALONE = compiled(
    r"(?:ansettelsesforhold|stillingsbrøk|omfang|stillingsprosent|arbeidsforhold|stilling|kontrakt|^\W*type|"
    r"tilsetjingsforhold|tilsetjingsform|anställningsform|ansættelsesform|ansettelsestype|tilsettingstype|"
    r"kontraktstype|contract type|ansettelsesform|ansettelse|stillingstype|varighet|ansattforhold|type ansettelse|"
    r"type stilling|jobbtype|employment type)\s*:?\s*fast\b|\b(?:heltid|fulltid|heiltid|deltid)\s?[,|/-]\s?fast\b|"
    r"\bfast\s?[,|/-]\s?(?:heltid|fulltid|heiltid|deltid)\b|\d ?(?:%|prosent),? (?:og )?fast(?=\W*$|[,.;:]\s)|"
    r"^\W*fast\W*$|(?:^|[.,;:]\s)fast[,.;]|heltid,? fast\b|fast,? heltid"
)
_PROSPECT = compiled(
    r"(?:mulighet(?:er)?(?:en)?|moglegheit\w*|sjanse|chance|option|mulig|possibility|möjlighet|moglegheiter|overgang|"
    r"høve)\b[^.;,]{0,25}$"
)
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
        if _is_of_another(voice.folded, found.start(), found.end()):
            continue
        if value != "permanent" and _NO_SUCH.search(voice.folded, 0, found.start()):
            continue
        if value != "permanent" and _IS_OFF.match(voice.folded, found.end()):
            continue
        if value == "substitute" and _NOT_THIS_JOB.match(voice.folded, found.end()):
            continue
        if found.group() in ("vikar", "vikarie") and not _SOUGHT_VIKAR.search(voice.folded):
            continue
        named.append((rank, Found(value, found.start(), found.end())))
    return tuple(named)


def _is_of_another(folded: str, start: int, end: int) -> bool:
    """Does the clause speak of other people's jobs, or of other jobs? *De som er fast ansatt, får rabatt.*"""
    first = max(start - 60, 0)
    for stop in _STOP.finditer(folded, first, start):
        first = stop.end()
    if _ANOTHERS.search(folded, first, start) and not _SEEKS.search(folded, first, start):
        return True
    bare = _TEMPORARILY.search(folded, first, end)
    return bool(_ELSEWHERE.match(folded, end)) or bool(bare)


_SEEKS = compiled(
    r"\b(?:søke[rs]|søkjer|søkjast|söker|sökes|søges|trenger|treng|behöver|ansetter|tilset|looking for)\b"
)
_STOP = compiled(r"[.;:,!?(]")
_ANOTHERS = compiled(
    r"\b(?:(?:de|dem|dei|those|alle) (?:som|who|fleste)|most of|(?:den|det) (?:forrige|førre|förra|tidligere)|"
    r"forgjenger\w*|predecessor|previous|(?:rådgiver|medarbeider|kollega|koll?eg|agent|konsulent|operatør)\w*|"
    r"erfaring (?:fra|med)|erfarenhet (?:från|av)|experience (?:of|from|with|in)|(?:du|you) (?:sørger|sørgjer|ansetter|"
    r"tilset|bemanner|hire|har ansvar)|og at|bemanne\w*|(?:kommer|kjem|come|coming) (?:\w+ ){0,2}(?:fra|frå|från|from)|"
    r"(?:vi|me|we) (?:har|have) (?:hatt|had)|lokal\w+|premises|kund(?:er|ene|ar|ane|erna)|customers|foreldre|familier|"
    r"gravide)\b"
)
_ELSEWHERE = compiled(r"[^.;,]{0,20}\b(?:separat\w*|lyst ut i tide)\b")
_TEMPORARILY = compiled(
    r"\b(?:vi|me|we|skranken|kontoret|butikken|senteret) (?:har |holder |held |er |bor |sitter |are |"
    r"have )?(?:midlertidig|mellombels|temporarily)$|\b(?:vår|vår nåværende|our|dagens) (?:midlertidige|mellombelse|"
    r"temporary)$|\b(?:midlertidig|mellombels) (?:til i|stengt|flyttet|lukket)$"
)
"""*Vi holder midlertidig til i brakker*."""
_SOUGHT_VIKAR = compiled(
    r"\b(?:søker|søkjer|søger|trenger|treng|ser etter|leter etter|leiter etter|ansette|tilsette|som|stilling\w*|söker|"
    r"behöver|ledig)\s(?:\S+\s){0,4}?vikar(?:ie)?\b|\bvikar(?:ie)?\s(?:søkes|søkjast|ønskes|ønskjast|sökes|søges|for|"
    r"fra|frå|til|i|ut|fram|frem)\b"
)
"""A *vikar* who is looked for, not one among the staff."""
_NO_SUCH = compiled(
    r"\b(?:ikke|ikkje|inte|not|ingen|inga|inget|no|ut[ae]n|uden|without)\s(?:(?:et|eit|ett|noe|noko|noget|något|en|ein|"
    r"a|bare)\s)?$"
)
"""*Det er ikke et vikariat.*"""
_IS_OFF = compiled(r"\s(?:er|är|is|kommer)\s(?:\w+\s)?(?:ikke|ikkje|inte|not|uaktuel\w*|ute av)\b")
"""*Åremål er ikke aktuelt; ansettelsen er fast.*"""
_NOT_THIS_JOB = compiled(r"\s*(?:er\b|får\b|kan\b|tillegg)")


tells(gates.EMPLOYMENT, _kinds)

"""Denials told by how a sentence is built: the thing put first and denied, taught, paid for or left to others after it.

*Truckbevis trenger du derimot ikke*, *Quinyx gir vi deg opplæring i*, *elektronikk er det ingen som forlanger*.
Where the object stands first, the clause ends with the denial, or with a preposition that nothing follows.
"""

from collections.abc import Iterator

from matcher.folding import compiled
from matcher.sieve import Sieve

ENDS = (
    r"(?=[.,;:!?)]|\s?-\s|$|\s(?:og|och|and|men|but|for|fordi|for at|siden|sidan|eftersom|ettersom|da|då|når|hvis|so|"
    r"så|because|since|as)\s)"
)
_ADVERBS = (
    r"(?:(?:oss|os|da|då|jo|slett|altså|alltså|nok|derimot|imidlertid|egentlig|eigentleg|egentligen|selvsagt|sjølvsagt|"
    r"självklart|naturligvis|faktisk|faktiskt|heldigvis|her|hos oss|absolutt|dog|ellers|heller|strengt tatt|gjerne|"
    r"på ingen måte|i utgangspunktet|verken|hverken|virkelig|verkeleg)\s){0,3}"
)
_NOT = (
    r"(?:ikke|ikkje|inte|ej|ingenting|ingen ting|intet|inget|aldri|aldrig|neppe|knapt|knappast|lite|sjelden|sjeldan|"
    r"sällan|sjældent|ingen|inga)"
)
STRANDED = (
    r"(?:(?:\s(?:stor |noe |noko |noen |nokon |nogen |någon |særlig |så mye |så mykje |mye |mykje |noe som helst |"
    r"spesielt )?(?:vekt|vikt|vægt|krav|bruk|behov|brug|nytte|forventninger|forventningar|förväntningar|oss|os|deg|"
    r"dig))?(?:\s(?:å |att |at |om å |noe |noko |något |noget )?(?!vent|vær|bli)[a-zæøå]+){0,3}?\s(?:om|til|fra|frå|"
    r"från|på|i|med|av|for|for deg|etter|efter|ved|vid|kunne|kunna|kende|kjenne|kjenna|känna|ha|have|være|vere|vara|"
    r"beherske|meistre|mestre|kan|før|förut|tidligere|tidlegare|tenke på|tenkje på|frykte|drive med|snakke|skrive|"
    r"bevise|dokumentere|vise)|\s(?:å |att |at )?(?:ha|have|kunne|kunna) [a-zæøå]{2,}(?:t|tt|dd|ta|et|at)(?: før|"
    r" fra før)?|\s(?:heller|lenger|lengre|lengur|i det hele tatt|alls|på plass|på plats|i orden))?"
)
_TURNED_DOWN = compiled(
    r"\b(?:(?:trenger|treng|behøver|behøv|behöver|krever|krev|kräver|kræver|forventer|forventar|ventar|venter|"
    r"förväntar|spør|frågar|spørger|bruker|brukar|använder|bruger|ber|beder|etterspør|legger|legg|lägger|lægger|"
    r"stiller|ställer|bryr|bekymrer|leter|leitar|letar|leder|ønsker|ønskjer|søker|søkjer|söker)\s(?:du|vi|me|man|ein|"
    r"en|dere|ni)|(?:ser|har)\s(?:vi|me)|(?:må|skal|ska|behøver|måste) du)\s"
    rf"(?:deg |dig )?{_ADVERBS}{_NOT}(?:\s(?:heller|nødvendigvis|særlig))?(?P<tail>{STRANDED}){ENDS}"
)
"""*Øyesykdommer trenger du ikke kunne noe om.*"""
_NOT_NEEDED_EN = compiled(
    r"\b(?:you|we)\s(?:don't|do not|won't|will not|need not|needn't|never|hardly|rarely|scarcely)\s(?:really |"
    r"actually |even )?(?:need|require|expect|ask for|ask about|ask|mind|care about|care|look for|look at|bother about|"
    r"bother with|use|test|worry about|have)(?: to (?:have|know|bring|be|show|prove|hold|own|speak)| it| that| them)?"
    rf"{ENDS}|\b(?:we|you) (?:can|could|will|'ll) (?:happily |gladly |easily |always |)(?:do|manage|live|"
    rf"get by) without{ENDS}|\b(?:we|you) (?:can|will|are happy to|'ll) (?:happily |gladly )?(?:teach|train|show|cover|"
    rf"arrange|sort out|pay for|provide|take care of|learn|pick up)(?: you| that| it)?(?: here| on the job| with us|"
    rf" later| along the way| as you go| from us| from colleagues)?{ENDS}"
)
_CLEFT = compiled(
    r"\b(?:er|är)\s(?:det|der)\s(?:ingen|ikke noen|ikkje nokon|inte någon|ikke nogen|nesten ingen|knapt noen)\s(?:her |"
    r"hos oss |i teamet |i huset )?(?:som|der)\s[a-zæøå]+(?:\s[a-zæøå]+){0,3}?(?:\s(?:at|att)\s(?:du|man)\s[a-zæøå]+"
    rf"(?:\s[a-zæøå]+){{0,2}}?)?{ENDS}|"
    r"\b(?:er|är) det (?!(?:du|deg|ingen|det|den|bare|mye|noe|en|ein|vi|me)\b)(?:[a-zæøå-]+\s){1,3}(?:som|der) (?:har|"
    r"tar|tek|tager|"
    rf"gjør|gjer|gør|gör|ordner|ordnar|eier|håndterer|handterer|sköter|står for|sørger for)(?:\sseg av)?{ENDS}"
)
"""*Elektronikk er det ingen som forlanger at du kan*; *truckførerbevis er det lageret som har*."""
_NO_WEIGHT = compiled(
    r"\b(?:tillegges|tilleggast|tillægges|tillmäts|gis|får|har|legges|leggast|gir|makes?|carries|carry|has|have|bears?|"
    r"spiller|spelar|speler|legger|legg|lägger|lægger)\s(?:det |vi |me |her )?(?:ingen|inga|inget|intet|lite|liten|"
    r"lita|ikke noen|ikke stor|ikkje noko|ikkje stor|ikke nogen|inte någon|no|little)\s(?:særlig |reell |avgjørende |"
    r"real |much )?(?:vekt|vikt|vægt|betydning|betyding|betydelse|tyding|innvirkning|verdi|rolle|roll|weight|bearing|"
    r"importance|difference)\b(?!\s(?:om|hva|kva|hvor|kvar|vad|whether|if|what|which|for om|hvilken))(?:\s(?:på|til|"
    r"vid)(?=\W|$))?|\b(?:teller|tel|tæller|räknas|betyr|betyder|counts?|matters?)\s(?:her |hos oss |det |for us |so |"
    r"så )?(?:ikke|ikkje|inte|ingenting|inget|lite|for nothing|little|for little|not|minst)\b(?!\s(?:bare|berre|bara|"
    r"only|at|att|that|så mye|meir))"
)
"""*Formell utdanning tillegges ingen vekt.*"""
_ALL_THE_SAME = compiled(
    r"\b(?:er|är|is|are|blir)\s(?:(?:oss|os|helt|heilt|ganske|rett og slett|quite|really|of|egentlig|like|lika|vi|"
    r"me) ){0,2}(?:(?:det samme|det same|samma sak|det samma|likt|lika|the same|all the same|one to us|like greit|"
    r"like bra|lige meget) (?:for|för|to) (?:oss|os|us)|likegyldige?|likegyldeg\w*|likgiltigt|ligegyldigt?|"
    r"hipp som happ|revnende likegyldig|uinteressant\w*|ointressant\w*|immaterial|beside the point|"
    r"neither here nor there|(?:ikke|ikkje|inte|not) (?:så |helt |really )?(?:relevante?|interessante?|aktuell?t?|"
    r"aktuelle|interesting|intressant|of interest)|of no (?:interest|importance|consequence|concern)|"
    r"no concern of ours|helt greit å mangle|greit å mangle)(?:\s(?:for|för|to|i)\s(?:oss|os|us|stillingen|stillinga|"
    r"rollen|rolla|jobben|the role|this role|this job|denne \w+|her))?\b"
)
_NO_USE = compiled(
    r"\b(?:we|vi|me)\s(?:have|har)\s(?:really |heller |slett |absolutely |frankly |egentlig )?(?:no|little|ingen|ikke|"
    r"ikkje|inte|inga|inget|lite)\s(?:stor |særlig |noe |noko |noen |great |particular |real |formelle |"
    r"formal )?(?:use|need|requirements?|demands?|interest|bruk|behov|brug|nytte|interesse|krav|användning|"
    r"expectations?|forventninger|forventningar)\s(?:for|in|of|about|that|av|om|til|på|i|at|att|whatsoever for)\b|"
    r"\b(?:stiller|stillar|ställer|set|setter) (?:vi|me) (?:heller )?(?:ingen|inga) (?:\w+ )?krav (?:til|om|på|til at|"
    r"om at)\b"
)
"""*We have no use for certificates on the wall.*"""
_NO_USE_AFTER = compiled(
    rf"\bhar (?:vi|me|du) {_ADVERBS}(?:ingen|ikke|ikkje|inte|inga|inget|lite|liten)\s(?:stor |særlig |noe |"
    rf"noko )?(?:bruk|behov|brug|nytte|glede|interesse|krav|användning) (?:for|av|i|til|om|på){ENDS}"
)
_ANSWERED_NO = compiled(
    r"\?\s(?:nei|nej|no|nope|niks|nix|nah|not at all|not here|not needed|slett ikke|aldeles ikke|slett ikkje|"
    r"ikke hos oss|ikke her|ikke nødvendig|trengs ikke|trengst ikkje|behövs inte|behøves ikke|glem det|forget it|"
    r"skip it|ingen krav|unødvendig|uvesentlig|det (?:lærer|lær|lär|får|ordner|fikser|tar|tek|trenger|treng|behöver)|"
    r"den (?:lærer|tar|tek|lär)|ta det med ro|no worries|don't worry|ingen fare|inga fara|null stress|we will teach|"
    r"we'll teach|we teach|slapp av|helt greit|går bra|det går)\b(?!\s(?:kan|men|du må))"
)
"""*Vaktmesterutdanning? Nei, det har vi andre folk til.*"""
_NEITHER = compiled(
    r"(?:[,;]\s|\s(?:og|and|och|eller|or|men)\s)(?:og |and |och |men )?(?:heller (?:ikke|ikkje|inte)|inte heller|"
    r"ikke heller|ikkje heller|nor|neither)\s(?!(?:et|eit|ett|noe|noko|något|noget|noen)?\s?(?:krav|nødvendig\w*|"
    r"naudsynt\w*|avgjørende|påkrevd|must|required|necessary|is|are)\b)"
)
"""*…, og heller ikke kjenne skatteregler.*"""
_TAUGHT = compiled(
    r"\b(?:gir|gjev|ger|giver|får|tilbyr|tilbyd|erbjuder|tilbyder)\s(?:vi|me|du|dere|ni)\s(?:(?:deg|dig|dere|alle|"
    r"selvsagt|naturligvis|selvfølgelig|god|grundig|grundleg|full|en|ei|et|ein|jo|gjerne|raskt|først|også|nødvendig|"
    r"all|den|intern|ordentlig|skikkelig|noggrann|rejäl) ){0,4}(?:[a-zæøå]*opplæring|[a-zæøå]*oplæring|utbildning|"
    r"utdanning|innføring|indføring|introduktion|[a-zæøå]*kurs|kursing|kursus|undervisning|upplärning|inskolning|"
    r"trening|træning|tid til|tid på|lønn for|løn for|lön för|betalt|dekt|dekket|dækket)"
    rf"(?:\s(?:i|til|på|for|å|av|med|om|lese|ta|lære|oss|hos|internt|her|når|første|før|du|starter|begynner|"
    rf"underveis)){{0,7}}{ENDS}|"
    r"\bfår\s(?:du|dere|ni)\s(?:[a-zæøå]+\s){0,2}?(?:på|hos|i|ved|gjennom|av|fra|genom) (?:vår|våre|vårt|eget|egen|oss|"
    r"jobben|"
    rf"kollegaer|kollegene)(?:\s[a-zæøå]+){{0,2}}?{ENDS}|"
    r"\b(?:lærer|lær|lär) (?:du|vi deg|vi dig|me deg|vi deg opp i|vi bort|me bort|oss|vi alle)(?: deg| dig)?(?: nok|"
    r" fort| raskt| lett| snart| først| jo| også| selvsagt| gjerne)?"
    rf"(?:{ENDS}|\s(?:etter hvert|etterkvart|av|på|hos|hjå|underveis|undervegs|her|i løpet|gjennom|når|opp|bort|"
    rf"den første|de første|med tiden)(?=\W|$)(?: (?:kollegene|kollegaene|kolleger|kollegaer|oss|jobben|veien|andre|"
    rf"teamet)(?: (?:dine|våre))?)?)|"
    r"\b(?:tar|tek|tager|fullfører|gjennomfører|avlegger|består) (?:du|vi|me)\s(?:deg |dem |den |det |"
    r"alle )?(?:[a-zæøå]+\s){0,2}?(?:hos oss|hjå oss|her hos|her hjå|med oss|hos os|i løpet av|underveis|undervegs|"
    r"etter hvert|etterkvart|etter ansettelse|etter oppstart|internt|når du (?:er|har|begynner|starter)|de første|"
    r"det første|i arbeidstida|i arbeidstiden|på jobb|på vår regning)\b"
)
"""*Quinyx gir vi deg opplæring i*, *varmepumper lærer du av kollegene dine*: what is given need not be brought."""
_ROLES = (
    r"(?:[a-zæøå-]*(?:lederen|lederne|leiaren|leiarane|sjefen|sjefene|chefen|cheferna|chefene|ledaren|direktøren|"
    r"koordinatoren)|hr-?\s?(?:avdelingen|avdelinga|sjefen)?)"
)
_LEFT_TO_OTHERS = compiled(
    rf"\b(?:har|tar|tek|eier|eig|gjør|gjer|gør|gör|sköter|ordner|bestemmer) {_ROLES}{ENDS}|"
    r"\b(?:ligger hos|ligg hos|hører til|høyrer til|hør til|tilhører|tilhøyrer|hører under|tas av|styres av|sköts av|"
    r"skötes av|varetas av|varetages av|ivaretas av|håndteres av|handterast av|gjøres av|gjeres av|bestemmes av|"
    r"bliver hos|blir hos|blir værende hos|vert hos|stannar hos|belongs? to|falls? to|rests? with|sits? with|"
    r"stays? with|(?:is|are) (?:handled|managed|done|taken care of|dealt with|decided) by|(?:is|are) left to|(?:is|"
    r"are) up to)\s(?:(?:den|det|din|vår|en|ein|the|our|your|their|an|a|another|andre|andra) ){0,2}"
    rf"(?:[a-z]+ )?(?:{_ROLES}|[a-zæøå-]*(?:leder|leiar|sjef|chef|manager|head|director|lead|managers|leads|"
    rf"supervisor)|hr|others|someone else|andre|"
    r"noen andre|nokon andre|en annen|ein annan|någon annan|andra|other people)\b"
)
"""*Lønn og sykefravær hører til avdelingslederen, ikke deg.*"""
_ELLIPSIS = compiled(rf"\b(?:er|är|is|are) (?:det|it|they|de) {_ADVERBS}(?:ikke|ikkje|inte|not){ENDS}")
"""*Norsk er et krav, engelsk er det ikke.*"""
_WITHOUT = compiled(
    r"\bwithout\s(?!(?:[a-z]+\s){0,2}?(?!training|coaching|accounting|marketing|banking)[a-z]+ing\b)(?!(?:a |any |"
    r"much |further )?(?:doubt|hitch|fuss|problem|problems|question|delay|hesitation|it|them|this|that)\b)"
)
"""*Without formal training*, and not *without anyone noticing*."""
_NO_PART = compiled(
    r"\b(?:er|is|är|are|isn't|aren't)\s(?:(?:ikke|ikkje|inte|not|heller|slett|på ingen måte|"
    r"absolutely)\s){0,3}(?:(?:noe|noko|noen|nokon|nogen|noget|något|någon|something|anything|nothing|inget|ingenting|"
    r"intet|ingen ting|et|eit|ett|a)\s(?:krav\s|må\s)?(?:som |that |der )?(?:du|vi|me|we|you|man|"
    r"one)\s(?:\w+\s){0,3}?(?:look\w*|ask|expect|need|require|count|mind|care|behøver|trenger|treng|behöver|må|"
    r"har bruk for|ser|spør|frågar|spørger|krever|krev|kräver|kræver|forventer|ventar|förväntar|tittar|legger|legg|"
    r"lägger|lægger|etterspør)\b(?:\s(?:at|for|about|etter|efter|på|vekt på|vægt på|vikt vid|om|til|oss))*|(?:en |ein |"
    r"ei |a )?(?:del|part) (?:av|af|of) (?:jobben|jobbet|stillingen|stillinga|rollen|rolla|tjänsten|arbetet|arbeidet|"
    r"(?:the|your|this) (?:job|role|work|position|remit)))(?=\W|$)"
)
"""*Formal education is not something we look at*, *koding er ikke en del av jobben*."""
_DENIES = compiled(r"\b(?:ikke|ikkje|inte|not|isn't|aren't|nothing|inget|ingenting|intet|ingen ting)\b")
_POST_WITHOUT = compiled(
    r"\b(?:stillingen|stillinga|jobben|rollen|rolla|tjänsten|the role|the position|the job|it|det)\s(?:er|är|is|kommer|"
    r"comes)\s(?:helt |heilt |altså |entirely )?(?:uten|utan|uden|without)\s"
)
_GIVEN_HERE = compiled(
    r"\b(?:besørger|ordner|ordnar|fikser|fiksar|fixar|spanderer|spanderar|bekoster|bekostar|tilbyr|arrangerer|"
    r"arrangerar|holder|håller|gir|gjev|lærer bort|lær bort|står for|sørger for|syter for|tar|tek|tager|hjelper|"
    r"hjälper)\s(?:vi|me)(?:\s(?:oss|os|deg|dig|alle|sammen|saman|selv|sjølve|själva|av|for|för|for deg|hånd om|"
    r"hand om|med|gjerne))*\s?(?=[.,;!)]|$| (?:for|fordi|når|etter|så|mens|og|och)\b)|\bfår\s(?:du|alle|"
    r"dere)\b[^.;,]{0,25}?\b(?:(?:av|hos|fra|frå|från) (?:oss|os)|på (?:kjøpet|køpet|köpet)|i opplæring\w*|"
    r"i oppstart\w*|underveis|undervegs|etter hvert|med på kjøpet|her|her hos oss)(?=\W|$)|\b(?:det|den|dem|so|"
    r"så)\s?(?:det )?(?:kan|can) (?:du|you) (?:la ligge|glemme|gløyme|glömma|forget|la være|hoppe over|skip)\b|"
    r"\bmakes? no difference\b|\bgjør ingen forskjell\b|\bgjer ingen skilnad\b|\bgör ingen skillnad\b|"
    r"\bgør ingen forskel\b|\bkan du (?:godt |gjerne |helt fint )?(?:være|vere|vara) (?:helt |heilt |ganske |"
    r"nokså )?(?:ny|fersk|blank|grønn) (?:i|på|innen|med)(?=\W|$)|\b(?:er|is|are|är) (?:optional|helt frivillig|"
    r"frivillig|valfritt|valgfritt|noe for andre)(?=\W|$)|\b(?:klarer|klarar|greier|greiar) (?:du deg|vi oss|me oss|"
    r"du dig|vi os) (?:fint )?(?:uten|utan|uden)(?=\W|$)|\b(?:er|är) [a-zæøå]{5,}(?:ens|ans|s) (?:bord|oppgave|oppgåve|"
    r"ansvar)(?=\W|$)"
)
"""*Sikkerheitskurs ordnar vi*, *kassesystemet får du opplæring i av oss*: what is given need not be brought."""
_NOBODY_NEEDS = compiled(
    r"\b(?:nobody|no one|no-one|none of us|ingen|inga|ingen her|ingen hos oss)\s(?:(?:here|her|hos oss|else|"
    r"in the team)\s)?(?:needs?|has to have|must have|trenger|treng|behöver|behøver|må ha|require[sd]?)\b|"
    r"\b(?:det )?(?:forventes|forventast|ventast|förväntas|förutsätts|forutsettes|forudsættes|er|"
    r"is)\s(?:\w+\s)?(?:ikke|ikkje|inte|not)\s(?:forventet|expected|at\b|att\b)(?:\s(?:at|att|that))?|"
    r"\b(?:det )?(?:forventes|forventast|ventast|förväntas|förutsätts|forutsettes|forudsættes) (?:ikke|ikkje|inte)\b"
)
_SIEVE = Sieve(
    (
        *((pattern, "backward") for pattern in (
            _TURNED_DOWN, _NOT_NEEDED_EN, _CLEFT, _NO_WEIGHT, _ALL_THE_SAME, _NO_USE_AFTER, _ANSWERED_NO, _TAUGHT,
            _LEFT_TO_OTHERS, _ELLIPSIS, _GIVEN_HERE,
        )),
        *((pattern, "forward") for pattern in (_POST_WITHOUT, _NO_USE, _NEITHER, _WITHOUT, _NOBODY_NEEDS)),
        (_NO_PART, ""),
    )
)  # fmt: skip


def denied(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The denials of a folded sentence."""
    for found, way in _SIEVE.finds(folded):
        if way or _DENIES.search(folded, *found.span()):
            yield *found.span(), "negated", way or "backward"

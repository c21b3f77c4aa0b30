"""Demands told by who speaks to whom: the employer asks, the applicant must, and nobody gets in without.

*I denne rollen krever vi førerkort*, *søkere skal inneha autorisasjon*, *ingen ansettes uten politiattest*.
"""

from collections.abc import Iterator

from matcher.denials import ENDS
from matcher.folding import compiled
from matcher.nots import NOT
from matcher.sieve import Sieve

_WE = r"(?:vi|me|we|arbeidsgiver|arbeidsgivar|arbetsgivaren|kommunen|selskapet|bedriften|banken|firmaet|the company)"
_STRESS = (
    r"(?:(?:also|bare|berre|bara|kun|only|derimot|likevel|likevel|dog|dock|imidlertid|også|òg|och|också|alltid|always|"
    r"først og fremst|til gjengjeld|do|does|jo|altså|nok|faktisk|faktiskt|her|av deg|of you|av dig|av alle|minst|at "
    r"least|naturligvis|selvsagt|strengt|absolutt|definitely|certainly|really|still|oss|os|uansett|minimum|dessuten|i "
    r"tillegg|desutom|desuden|helt|gjerne å)\s){0,3}"
)
_ASKS = (
    r"(?:krever|krev|kräver|kræver|forlanger|forlangar|fordrer|fordrar|fordrar|forventer|forventar|ventar|förväntar "
    r"oss|forutsetter|føreset|förutsätter|forudsætter|insisterer på|insisterar på|insist on|begär|require|demand|"
    r"expect|ask for|spør etter|spør om|frågar efter|spørger efter|ber om|beder om|(?:må|måste|must|have to|er nødt "
    r"til å|är tvungna att) (?:be om|be|beda om|krever?|kreve|kräva|kræve|forlange|ask for|insist on|require))"
)
_ASKED = (
    r"(?:krever|krev|kräver|kræver|forlanger|forlangar|fordrer|fordrar|forventer|forventar|förväntar|forutsetter|"
    r"føreset|förutsätter|forudsætter|insisterer|insisterar|begär|ber|beder|spør|frågar|spørger|er|må|måste)"
)
_OF_PAPERS_SENT = (
    r"(?!(?:at (?:du sender|søknad)|deg (?:sende|om å sende|søke)|dig (?:søge|sende)|you (?:to )?(?:send|apply)|(?:en |"
    r"a |din |your )?(?:søknad|ansøkan|ansøgning|application|cv\b|attester|vitnemål og|referanser|forståelse|forståing|"
    r"tålmodighet|unnskyldning|beskjed|hjelp|råd|lov)))"
)
_EMPLOYER = compiled(rf"\b{_WE}\s{_STRESS}{_ASKS}\s(?:oss\s)?(?!{NOT}\b){_OF_PAPERS_SENT}")
_EMPLOYER_AFTER = compiled(
    rf"\b{_ASKED}\s{_WE}\s(?!{NOT}\b){_STRESS}(?!{NOT}\b)(?P<of>(?:om|etter|efter|på|att|at|of|for)(?=\s|[.,;!]|"
    rf"$)\s?|"
    r"(?:nødt til å )?(?:be om|kreve|insistere på)(?=\s|[.,;!]|$)\s?|)"
)
"""*Fire års praksis må vi be om*, *derimot ber vi om politiattest*."""
_PLAIN_ASKED = ("er ", "ær ", "må ", "måste ", "ber ", "beder ", "spør ", "frågar ", "spørger ")
"""Verbs of more uses: they ask only with their preposition."""
_APPLICANT = (
    r"(?:(?:alle |aktuelle |the |our |våre |any |every |each |all )?(?:successful |ideal |rette |right |ideelle )?"
    r"(?:søkere?n?|søkerne|søkjarar?|søkjaren|søkande|søkandene|sökanden?|ansøgeren?|ansøgerne|applicants?|candidates?|"
    r"kandidat(?:en|er|ene|ar|ane|erne)?|vedkommende|vedkommande|appointee)|(?:den|de|dei|han eller hun)(?: (?:som|"
    r"vi|der|me))? (?:ansettes|tilsettes|tilsetjast|blir ansatt|ansetter|får jobben|får stillingen|får stillinga|"
    r"får tilbudet|tilbys stillingen|søker|ansættes|anställs|skal ha jobben)|du|you|ni)"
)
_BEARS = (
    r"(?:ha|inneha|have|hold|possess|bring|show|kunne|kunna|know|være|vere|vara|be|beherske|behärska|meistre|kjenne|"
    r"kende|vise|dokumentere|dokumentera|bestå|fremlegge|legge frem|leggje fram|framvise|fremvise|levere|underskrive|"
    r"undertegne|styrka|provide|present|demonstrate|gjennom|kunne legge frem|kunne vise|kunne dokumentere|also have|"
    r"enten ha|även ha|også ha|minst ha)"
)
_BEARER = compiled(
    rf"\b{_APPLICANT}\s(?:\w+\s)?(?P<modal>må|måste|skal|ska|lyt|must|shall|(?:only )?needs? to|has to|have to|bør|bör|"
    rf"kan gjerne|får gärna|får gjerne|må gerne)\s(?:derfor |også |selv |enten |minst |altså |òg |även |therefore |i "
    rf"tillegg |ideally |gjerne )?(?!{NOT}\b){_BEARS}\s"
    r"(?!(?:det|ansvar|hoved|personal|leder|leiar|dialog|kontakt|oversikt|overblik|en sentral|en viktig|ei viktig|med "
    r"på|med å|en del|del av|bindeledd|the link|responsible|in charge|based|part of|located|ansvarlig|ansvarleg|the "
    r"one|den som|på plass|tilgjengelig)\b)"
)
"""*Søkere bør inneha autorisasjon*, *applicants shall hold a valid certificate*."""
_WISHING = ("bør", "bør", "kan gjerne", "får gærna", "får gjerne", "må gerne")
_NOBODY = (
    r"(?:ingen|inga|nobody|no one|no-one|no candidate|none|ikke|ikkje|inte|ej|not|cannot|can't|won't|don't|never|aldri|"
    r"aldrig|neppe|knapt|umulig|umogleg|omöjligt|impossible|hardly|unable)"
)
_WITHOUT = r"(?:uten|utan|uden|without|unntatt|minus)"
_HARMLESS = (
    r"(?!(?:å|at|att|problem\w*|unntak|tvil|hinder|forbehold|videre|vidare|delay|doubt|notice|question|grunn|stress|"
    r"dette|det|this|that|it|dere|deg|you|oss|us|betydning|betyding|betydelse|relevans|interesse|verdi|value)\b|"
    r"(?!erfaring|utdanning|godkjenning|bevilling|opplæring|training)\w+ing\s)"
)
_NOT_WITHOUT = compiled(
    rf"\b{_NOBODY}\b[^.;:,]{{0,70}}?\s(?:{_WITHOUT}\s{_HARMLESS}|(?:unless|med mindre|medmindre)\s)|\b(?:må|får|skal|"
    rf"bør|ska|skall)\s(?:ikke|ikkje|inte)\s(?:være|vere|vara)\s(?:redd|rædd|bange|rädd|fremmed|sky|ukjent|nervøs|"
    rf"allergisk)\w*\s(?:for|av|med|för)\s|\b(?:you )?(?:must|can) ?not be (?:afraid|scared|shy) of\s|\b(?:stillingen|"
    rf"stillinga|jobben|rollen|this|the (?:job|role))\b[^.;:]{{0,30}}?\b(?:passer|høver|egner seg|suits?|"
    rf"is)\s{NOT}\s[^.;:,]{{0,30}}?\b(?:som|who|der)\s(?:{NOT}|vil slippe)\s"
)
"""*Ingen ansettes uten politiattest*, *du kommer ikke langt uten Excel*."""
_HARD = (
    r"(?:ikke|ikkje|inte|ej|not|never|cannot|can't|won't|vanskelig|vanskeleg|svårt|svært|tøft|tungt|stopp\w*|stoppar|"
    r"umulig|umogleg|omöjligt|hard|difficult|impossible|struggle|no\b|ingen\b|slutt|lost)"
)
_WITHOUT_FIRST = compiled(
    rf"(?:^|[:;.]\s|\s-\s|,\s(?:men|but|og|and)\s)(?P<without>{_WITHOUT})\s{_HARMLESS}(?=[^.;:?]{{2,70}}?\s(?:stopp\w*|"
    rf"kommer|kjem|går|blir|vert|bliver|får|kan|klarer|klarar|er|är|stopper|stoppar|can|will|is|are|cannot|you|we|"
    rf"there|it|søk)\b(?![^.;]{{0,25}}(?:akkurat|like |lika |fint\b|greit\b|bra\b|fine\b))(?:[^.;]{{0,40}}?\b{_HARD}|"
    rf"(?<=stopper)))"
)
_SPARED = (
    r"(?:unnvære|unnverast|undvære|undvära|unnværes|undværes|utenom|utanom|udenom|unna|undan|uden om|fravike|fravikes|"
    r"fraviker|fråvik|frånga|(?:gå |gjøre |inngå |gjere |göra |indgå )?(?:på )?kompromis\w*|prute|prutes|prutar|slakke|"
    r"slakka|se bort fra|sjå bort frå|bortse fra|bortse ifra|bortser fra|se bort ifra|avstå fra|avstå från|gi slipp|"
    r"gi avkall|do without|manage without|go without|compromise|budge|dispense with|negotiate|be spared|waive|sakna|"
    r"savne|mangle|mangla|fire|klare (?:deg|oss|seg) uten|klarer (?:deg|oss) uten|klarar (?:deg|oss) utan|"
    r"klara (?:dig|oss) utan|missing|lack|forhandle|diskuter\w*|gjenstand for (?:diskusjon|forhandling))"
)
_INDISPENSABLE = compiled(
    rf"\b(?:(?:kan|kunne|kommer|kjem|slipper|slepp|vil|kan|can|could|får|er|is|are|må|skal|klarer|klarar)\s)?"
    rf"(?:(?:vi|me|we|du|ni|you|man)\s)?(?:(?:kan|kommer|can|vil|får|slipper)\s)?{_NOBODY}\s(?:\w+\s){{0,2}}?{_SPARED}"
    rf"(?:\s(?:fra|frå|från|med|om|på|with|on|about|hos oss|her|here|kravet|uten)){{0,3}}(?=\s|[.,;!)]|$)"
)
"""*Førerkort kommer vi ikke utenom*, *vi kan inte kompromissa om körkort*."""
_VETTING = (
    r"(?:politiattest\w*|politi-?attest\w*|vandels\w*|vandel|barneomsorgsattest\w*|straffeattest\w*|\w*attest\b|"
    r"bakgrunnssjekk\w*|bakgrunnskontroll\w*|bakgrundskontroll\w*|baggrundstjek\w*|kredittsjekk\w*|kredittvurder\w*|"
    r"kredittopplys\w*|kreditupplys\w*|kreditvurder\w*|kredittkontroll\w*|background (?:check|screening)\w*|credit "
    r"(?:check|report)\w*|police (?:check|record|certificate)\w*|criminal[- ]record\w*|dbs\b|screening|"
    r"belastningsregist\w*|registerutdrag\w*|säkerhetsprövning\w*|säkerhetskontroll\w*|sikkerhetsklarer\w*|"
    r"tryggleiksklarer\w*|sikkerhetsgodkjenning\w*|security clearance|right to work|work permit|arbeidstillatelse\w*|"
    r"arbeidsløyve|arbetstillstånd|helseerklæring\w*|helseattest\w*|taushetserklæring\w*|teieplikt\w*|legitimasjon|"
    r"id-kontroll|drug test\w*|rusmiddeltest\w*)"
)
_CARRIED_OUT = (
    r"(?:foreligge\w*|framlegg\w*|fremlegg\w*|legges (?:frem|fram|ved)|legge (?:frem|fram)|leggjast (?:fram|ved)|"
    r"leggast fram|lagt fram|levere\w*|leverast|vises? (?:frem|fram)?|visast|visas|uppvisas|forevis\w*|fremvis\w*|"
    r"framvis\w*|lämnas|inlämnas|indlever\w*|aflever\w*|fremsend\w*|innhent\w*|indhent\w*|inhämtas|hentes inn|hentast "
    r"inn|henta? inn|hentar? inn|hämtas|begär\w*|kreves|krevst|krävs|kræves|gjennomfør\w*|genomför\w*|gennemfør\w*|"
    r"utfør\w*|udføres|görs|gøres|gjort|tas|takast|tatt|tar vi|foretas|foretatt|foretages|godkjen\w*|dokumenter\w*|"
    r"inngår|ingår|indgår|conducted|carried out|performed|obtained|shown|presented|submitted|provided|undertaken|run|"
    r"made|done|ordnes|skal bestås|undertegn\w*|signer\w*|underskriv\w*|leverer|go through|undergo|gjennomgå)"
)
_VETTED = compiled(rf"\b{_VETTING}(?=[^.;]{{0,60}}?\b{_CARRIED_OUT}\b)(?![^.;]{{0,60}}?\b(?:ikke|ikkje|inte|not|no)\b)")
_VETS = compiled(rf"\b{_CARRIED_OUT}\b(?:\s(?!ikke|ikkje|inte|not|no\b|ingen)[\w-]+){{0,4}}?\s{_VETTING}\b")
"""*Politiattest innhentes*, *a background check will be carried out*: nobody but an applicant is vetted."""
_HANDED_IN = compiled(
    r"\b(?:skal|må|ska|måste|must|vil bli|is to|are to|has to|lyt)\s(?:kunne |kunna |be able to be |alltid |also "
    r")?(?:foreligge|framleggjast|fremlegges|framlegges|forevises|fremvises|framvises|leggast fram|leggjast fram|"
    r"legges frem|legges fram|legges ved|styrkas|visas upp|uppvisas|lämnas in|dokumenteres|dokumenterast|dokumenteras|"
    r"avleveres|afleveres|være bestått|vere bestått|fornyes|fornyast|førnyas|be renewed|være på plass|være i orden|"
    r"vara godkänd|be held|be shown|be presented|be produced|be in place|tas av alle)\b"
)
"""*Beviset skal foreligge ved oppstart.*"""
_NEED_CLEFT = compiled(
    r"\b(?:(?:det )?(?:eneste|einaste|enda)(?: \w+)?|alt|alle|all|the only (?:\w+ )?|what|det) (?:som )?(?:vi|me|we|du|"
    r"you) (?:do |does |really )?(?:krever|krev|kräver|kræver|forlanger|spør etter|ber om|need|ask for|require|trenger|"
    r"treng|behöver|behøver|insist on|må ha|absolutt må ha)(?: av deg| here| her| mest)?,?\s(?:er|är|is|are)\s"
)
"""*Det eneste papiret vi spør etter er arbeidstillatelse*, *what you do need is a licence*."""
_ENTRY = compiled(
    r"\b(?:er|är|is|are|blir)\s(?:dog |likevel |dock |derimot |still |likevel )?(?:(?:en|ei|et|ett|ein|eit|a|an|selve|"
    r"absolutt|absolut) ){0,2}(?:(?:forutsetning|føresetnad|förutsättning|forudsætning|betingelse|grunnleggende vilkår|"
    r"precondition)(?=[.,;!)]|$| for (?:anställning|ansettelse|tilsetting|ansættelse|jobben|stillingen|stillinga|"
    r"rollen|tjänsten|å få))|nødvendighed|nødvendighet|nødvendigheit|nødvændighed|nödvändighet|necessity|"
    r"inngangsbillett\w*|billetten inn|adgangstegn|entry ticket|entrance ticket|grunnmur\w*|en dealbreaker|mer enn en "
    r"fordel|ikke gjenstand for diskusjon|ikke til forhandling|not up for (?:discussion|debate|negotiation)|not "
    r"optional|ikke valgfri\w*|ikkje valfri\w*|inte valfri\w*|likevel et krav|inngår i minstekravene)(?=\W|$)(?: "
    r"(?:for oss|for deg|for anställning|for ansettelse))?|\b(?:inngår|ingår|indgår) i (?:minste|minimums|"
    r"grunn)?krav\w*|\bstår (?:derimot |likevel |fortsatt )?ved lag\b|\b(?:hos oss )?(?:räcker|rekker det med|holder "
    r"det med|holder|duger)\s(?=vanlig|vanligt|almindelig|et vanlig|med|ett vanligt)"
)
_RIGHT_ONE = compiled(
    r"^(?:personen|kandidaten|den rette|den rätta|rette vedkommende|den ideelle kandidaten|the right (?:person|"
    r"candidate)|our ideal (?:person|candidate)|the ideal candidate|rätt person|ein god søkjar|en god søker)\s(?:er|"
    r"har|kan|är|is|has|can|beherskar|behersker)(?=\s|$)"
)
"""*Personen er samlende og ryddig.*"""
_SIEVE = Sieve((
    (_RIGHT_ONE, "forward"), (_EMPLOYER, "forward"), (_EMPLOYER_AFTER, ""), (_BEARER, "bearer"),
    (_VETTED, "backward"), (_VETS, "forward"), (_HANDED_IN, "backward"), (_NEED_CLEFT, "forward"), (_ENTRY, "backward"),
))  # fmt: skip
_INSISTING = Sieve(((_NOT_WITHOUT, "forward"), (_WITHOUT_FIRST, "without"), (_INDISPENSABLE, "")))
_ENDS = compiled(ENDS)


def demanded(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The demands of a folded sentence."""
    for found, way in _SIEVE.finds(folded):
        start, end = found.span()
        if way == "bearer":
            yield start, end, "nice" if found["modal"] in _WISHING else "must", "forward"
        elif way:
            yield start, end, "must", way
        elif found["of"] or not found.group().startswith(_PLAIN_ASKED):
            yield start, end, "must", _facing(folded, end)


def insisted(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """Denials of a lack, which demand: they take over the *not* and the *without* in them."""
    for found, way in _INSISTING.finds(folded):
        start, end = found.span("without") if way == "without" else found.span()
        yield start, end, "must", "forward" if way else _facing(folded, end)


def _facing(folded: str, end: int) -> str:
    """Does what is spoken of follow, or does the clause end here?"""
    return "backward" if _ENDS.match(folded.rstrip(), len(folded[:end].rstrip())) else "forward"

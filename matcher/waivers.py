"""Denials told by whose the thing is and when it was asked: others have it, all are given it, it was asked once.

*Truckbevis har lageret*, *førstehjelpskurs får alle nye*, *i fjor krevde vi ITIL*, *kravet om fagbrev er fjernet*.
"""

from collections.abc import Iterator

from matcher.denials import ENDS
from matcher.folding import compiled
from matcher.nots import NOT
from matcher.sieve import Sieve

_STRESS = (
    r"(?:(?:derimot|likevel|dog|dock|imidlertid|jo|altså|nok|slett|heller|egentlig|helt|så|really|at all|particularly|"
    r"especially|spesielt|særlig|särskilt|overhodet|absolutt|oss|os|seg|fint|bare|også|her|derfor|lenger|just|safely|"
    r"happily|well|trygt|godt|gjerne|rolig|roleg|trygt|lugnt|roligt|selvsagt)\s){0,3}"
)
_STAFF = (
    r"(?:(?:(?:our|the|other|andre|våre|de|dei|vores|våra|those|dem) )?(?!(?:disse|desse|"
    r"dette)\b)(?:[a-zæøå-]{3,}(?:erne|arna|erna|arane|arne|ørene|istene|ørane|folka|folkene|vaktene|kokkene|legene|"
    r"guttene|gutane)|lageret|lagret|kjøkkenet|køkkenet|køket|verkstedet|driften|drifta|butikken|it-avdelingen|"
    r"it-avdelinga|it-avdelningen|hr|hr-avdelingen|konsernet|koncernen|styret|konsernledelsen|naboavdelingen|"
    r"[a-zæøå-]+(?:avdelingen|avdelinga|avdelningen|afdelingen|sentralen|laget|teamet)|technicians|engineers|drivers|"
    r"crew|clinicians|warehouse (?:staff|team|crew)|(?:\w+ )?staff|doctors|nurses|dem som \w+|dem der \w+|dei som \w+|"
    r"de som \w+|dei om bord|dem om bord|those who \w+|those on \w+|andre|andra|others|divers|sjåfører|montører|"
    r"teknikere|de andre|dei andre|another department|head office|the \w+ (?:team|department)|legene|kokkene)(?: våre| "
    r"dine| i \w+| på \w+| her| hos oss| om bord)?)"
)
_OTHERS_HAVE = compiled(
    rf"(?<![,.;] )(?<!\bdu )(?<!\bog )(?<!\bsom )(?<!\bni )\b(?:har|trenger|treng|behöver|behøver|tar|tek|tager|sköter|"
    rf"skriver|skriv|lager|eier|eig|styrer|ordner|ordnar|må ha|holder|fikser|leverer|leverar|driver)\s{_STAFF}{ENDS}|"
    rf"\b(?:trenger|treng|behöver|behøver|må|måste|needs?) (?:bare|kun|berre|bara|endast|only) (?:de|dem|dei|those|"
    rf"folk|{_STAFF})\b[^.;,]{{0,40}}|\b(?:er|är) det (?:bare|kun|berre|bara|endast|alene) [^.;,]{{2,40}}? (?:som|der) "
    rf"(?:har|trenger|treng|må ha|skal ha|behöver|behøver|måste ha|bruker|brukar)\b|\bbelongs? to (?:our|the) [a-z]+|"
    rf"\b(?:leave|left) (?:it |that )?to (?:our|the|others)\b[^.;,]{{0,30}}|\b(?:er|är)\s(?:det|noe|noko|noget|"
    rf"något)\s{_STAFF}\s(?:som |der )?(?:har|skal ha|ska ha|skal have|trenger|treng|behöver|behøver|tar|tek|laver|"
    rf"gjør|gjer|gör|gør|sköter|må ha|eier|bruker|driver med)\b|\b(?:is|are)\s(?:something|what)\s{_STAFF}\s(?:hold|"
    rf"have|need|do|handle|take care of)\b|\b(?:lages|lagas|skrives|skrivast|settes opp|gjøres|gjerast|sköts|styres|"
    rf"tas|håndteres|drives|drivs)\s(?:av|af)\s{_STAFF}"
)
"""*Truckførerbevis har lageret*, *ITIL er det teknikerne som trenger*."""
_FOR_OTHERS = compiled(
    rf"\b(?:er|är|is|are)\s(?:bare|berre|bara|kun|only|strictly|utelukkende|uteslutande)\s(?:aktuelt |aktuell |"
    rf"relevant |noe |ment )?(?:for|för)\s(?!deg\b|you\b|dig\b|dette\b|det\b)[^.;,:]{{2,40}}|(?:\b(?:er|är|is|are|"
    rf"gjelder|gjeld|gäller|gælder|applies|apply)|\s-)\s(?:for |för |to )?{_STAFF}(?:\sonly|,\s(?:and )?(?:ikke|ikkje|"
    rf"inte|not) (?:for |to |för )?(?:deg|dig|you))|\b(?:is|are)\sfor\s(?:the )?(?:crew|technicians|divers|warehouse "
    rf"staff)\b|\b(?:gjelder|gjeld|gäller|gælder|applies|apply)\s(?:bare|berre|bara|kun|only)\s(?:for |för |to "
    rf")?(?!deg\b|you\b|dette\b|det\b)[^.;,:]{{2,40}}|"
    r"\b(?:only|bare|berre|bara|kun)\s(?:be|become|bli|blir|være|er|hvis|viss|om|if|når)\s(?:relevant|aktuelt|aktuell|"
    r"du vil|you want|you volunteer\w*)\b"
)
"""*Førerkort gjelder bare montørene*, *the licence applies to warehouse staff, not to you*."""
_NOT_YOURS = compiled(
    rf"\b(?:er|är|is|are)\s{NOT}\s(?:ditt bord|din oppgave|di oppgåve|din uppgift|ditt ansvar|your (?:job|task|concern|"
    rf"problem|desk)|noe for deg|noko for deg)\b|,\s{NOT}\s(?:av|af|by|hos|for|til) (?:deg|dig|you)\b|"
    rf"\b{NOT}\snoe du (?:skal|må) ha\b|\b(?:don't|doesn't|do not|does not) impress\b|\bimponerer (?:oss )?{NOT}\b|"
    rf"\bdet (?:får|fær|har|kommer) du {NOT} (?:bruk for|til å trenge|behov for)\b|\ber det {_STRESS}ingen som (?:spør|"
    rf"ber|ser) (?:etter|om)\b|\b(?:er|är|blir) det {_STRESS}{NOT} (?:noe |noko |något )?(?:bruk for|bruk av|snakk om|"
    rf"tale om|behov for|fråga om|brug for)(?={ENDS}|\s(?:i|her|hos|för|for)\b)"
)
_ALL_GET = compiled(
    r",?\s(?:men|but)\s(?:det|dette|that|it)\s(?:spør|krever|krev|ber|do|we)\s(?:vi|me|not|don't|do not|ask|require|"
    r"need)\s(?:ikke|ikkje|inte|ask|require|for)\b|,?\s(?:men|but|og|and|och)\s(?:det|den|dem|dei|de|disse|desse|dette|"
    r"that|it|those|them)(?:\s[\w-]+){0,2}\s(?:viser|visar|lærer|lær|lär|show|teach)\s(?:vi|me|we)\s(?:deg|dig|you)\b|"
    r"\b(?:kan du|you can|så kom) (?:fint |trygt |gjerne |gladly |happily )?(?:komme|kome|come)? ?(?:uten|utan|uden|"
    r"without)(?=\W|$)|(?:får|tar|tek|gjennomgår|gjennomfører|genomgår|gennemgår)\s(?:alle|alla|samtlige)\s(?:nye|nya|"
    r"nyansatte|nyansatt|nytilsette|nyanställda|som begynner|som starter|som byrjar)\b|\b(?:gir|gjev|ger|giver) (?:vi|"
    r"me) (?:alle|alla|samtlige)\b|,\s(?:men|but|og|and) (?:her |vi |det |du |da |we |you )*(?:får|gir|gjev|ger|give|"
    r"get|blir)?\s?(?:du |vi |me |deg |we )*(?:får |gir |god |full |grundig )*(?:opplæring|oplæring|upplärning|"
    r"utbildning|kurs|kurset|training)\s(?:blir gitt|vert gitt|gis|ges|gives|i\b|i det|hos oss|is given|is provided|"
    r"ordner vi|står vi for)|\bkan (?:du|de|den) (?:ta|tas|tages|taes) (?:mens|medan|når|efter at|etter at) du\b|"
    r"\b(?:får|får jo|tar|tek|gjennomgår|gjennomfører)\s(?:alle|alla|everyone|hele|heile|hela|samtlige|du|dere|ni|"
    r"man)(?:\s(?:som|der|nye|nya|nyansatte|nyansatt|nytilsette|nyanställda|tilsette|ansatte|i|hos|på|oss|den|det|de|"
    r"første|fyrste|første|veka|uka|uken|vecka|veckan|begynner|starter|startar|börjar|holdet|teamet|laget|avdelingen|"
    r"vårt|våra|"
    rf"våre|av|løpet|måneden|månaden|kurs|internt|arbeidstida|når|har|i gang|dei|dagane|vekene)){{0,7}}{ENDS}|"
    r"\b(?:får du|er noe du får|er noko du får|is something you get|är något du får)\s(?:hos|av|from|with|med) (?:oss|"
    r"os|us)|\b(?:held|holder|håller|arrangerer|ordner|står)\s(?:vi|me|verftet|bedriften|firmaet|selskapet|"
    r"arbeidsgiver)"
    rf"(?:\s(?:selv|sjølve|sjølv|själva|kurs i|for|første uka|den første uka|fyrste veka|internt)){{0,2}}{ENDS}|"
    r"\b(?:is|are)\s(?:arranged|provided|covered|organised|organized|given|taken care of|sorted|handled|done|completed|"
    r"paid for|taught|offered|included)\s(?:by us|in-house|internally|during (?:onboarding|induction|the first)|in "
    r"week one|in your first|once you|when you (?:start|join)|after you (?:start|join)|on the job|here)\b|\b(?:can|may|"
    r"kan)\s(?:easily |quickly |fort |lett )?(?:be picked up|be learnt|be learned|be taught|læres|lærast|läras in)\b|"
    r"\b(?:lærer|lär|lærar)\s(?:vi|me)\s(?:ut|bort|fra oss|frå oss|videre)\b|\blærer du (?:deg )?(?:fort|raskt|lett|"
    r"snart|på en (?:uke|dag|ettermiddag)|på to|i løpet)\b|\b(?:gjennomføres|gjennomførast|genomförs|gennemføres|tas|"
    r"takast|avholdes|gis|arrangeres|holdes|kan tas|kan tage)\s(?:hos oss|hjå oss|hos os|internt|her hos|etter "
    r"oppstart|etter tiltredelse|etter ansettelse|på jobb\w*|i opplæring\w*|i oppstart\w*|i arbeidstid\w*|den første|"
    r"første uke|de første)\b"
)
"""*Førstehjelpskurs får alle nyansatte*, *first aid training is arranged by us*."""
_YOU_ARE_TAUGHT = compiled(
    r"\b(?:du|ni|dere) (?:får|vil få|kommer til å få|kommer att få|blir gitt) (?:selvsagt |selvfølgelig |naturligvis |"
    r"selv |full |god |grundig |grundleg |nødvendig |nødvendeg |intern |en |ei |noggrann |ordentlig |all |den "
    r")*(?:opplæring|oplæring|utbildning|innføring|kurs|kursing|upplärning|trening|inskolning|introduktion) (?:i|på|"
    r"innen|inom|av|om)\s|\b(?:vi|me) (?:lærer|lær|lär|kurser|skolerer) (?:deg|dig) (?:selv |gjerne )?(?:opp |op |upp "
    r")?(?:i |om )?(?!å kjenne)|\byou (?:will|'ll|get to|are going to) (?:be|get) (?:fully )?(?:trained|taught|coached|"
    r"training) (?:in|on|to)?\s?|\bwe (?:will |'ll |happily |gladly )?(?:train|teach) you (?:in |on |about |to "
    r")?(?!everything)"
)
"""*Du får opplæring i systemene*, *you will be trained in Zendesk*."""
_LEFT = compiled(
    r"\bkan\s(?:du|man|ni)\s(?:trygt |godt |gjerne |roleg |rolig |bare |lugnt |roligt |helt fint |også )*(?:la |lade |"
    r"låta )?(?:ligge|være|vere|vara|beholde|behålla|behalde|spare|spara|glemme|gløyme|glömma|droppe|droppa|hoppe over|"
    r"hoppa över|springe over|legge igjen|leggje att|slippe|sleppe|se bort fra|sjå bort frå|blive|bli)\b(?:\s(?:deg "
    r"for|dig for|oss for|hjemme|heime|hemma|på \w+|i \w+|igjen)){0,2}|\bmå (?:du|man) (?:gerne |gjerne )?(?:lade|la|"
    r"låte) (?:blive|bli|ligge|være) \w+|\b(?:you|we) (?:can|may|could) (?:also |safely |happily |just |well |live "
    r"with a candidate who has |)?(?:skip|leave (?:out|behind|at home)?|forget(?: about)?|omit|ignore|never seen)(?=\s|"
    r"$)|\bleave (?:that|it|those|this) (?:one )?(?:aside|out|behind|at home)\b|\bslipper (?:du|man|dere)(?! (?:ikke|"
    r"ikkje|inte))\b|\b(?:fritar|fritek|fritager|fritas|befrir|spare[rs]?) (?:vi |me )?(?:deg|dig) (?:for|fra|från)\b"
)
"""*Diplomer kan du beholde på do*, *you can skip any experience with line management*."""
_ONCE = (
    r"(?:i fjor|ifjor|før|tidligere|tidlegare|tidigare|en gang(?: i tiden)?|ein gong(?: i tida)?|en gång(?: i tiden)?|"
    r"engang|for \w+ år siden|for \w+ år sidan|för \w+ år sedan|opprinnelig|forrige gang|førre gong|last year|in the "
    r"past|once|previously|formerly|years ago|i gamle dager|siste gang)"
)
_ASKED_ONCE = compiled(
    rf"\b(?:krevde|kravde|krävde|krævede|forlangte|forutsatte|etterspurte|ba|bad|spurte|frågade|spurgte|ville|"
    rf"måtte)\s(?:vi|me|de|man)\s(?:om |etter |ha |be om |efter )?(?!{NOT}\b)|\b(?:vi|me)\s(?:{_ONCE} )?(?:krevde|"
    rf"kravde|krävde|krævede|forlangte|etterspurte)\s(?:{_ONCE} )?(?!{NOT}\b)|\b(?:vi|me|we)\s(?:hadde|had|hade|"
    rf"havde)\s(?:{_ONCE} )?(?:et |a |krav|en )?(?:krav|requirement)\s(?:om|til|på|for)\s|\bwe used to (?:require|ask "
    rf"for|demand|insist on|want|expect)\s|\bwe (?:once|previously|formerly) (?:required|asked for|demanded|wanted)\s|"
    rf"\bused to be (?:a requirement|required|mandatory)\b|\b(?:ville|vil ikke|skulle|would)\s(?:vi |me |we )?(?:ha |"
    rf"have |ha )?(?:krevd|krevet|kravd|krävt|krævet|forlangt|required|demanded|asked for)\s"
)
"""*I fjor krevde vi ITIL*, *ville vi krevd førerkort*: what is not asked now."""
_DROPPED = (
    r"(?:droppet|droppa|droppet|dropper|droppar|fjernet|fjerna|fjerner|fjernar|strøket|strøke|stryker|sløyfet|sløyfa|"
    r"sløyfer|kuttet ut|kutta ut|kutter|skrotet|skrota|slopat|slopar|borttaget|borttagna|tatt bort|tagit bort|fjernede|"
    r"afskaffet|avskaffet|avskaffa|avskaffat|opphevet|opphevd|gått bort fra|gått vekk fra|gått ifrå|sluttet med|"
    r"dropped|drop|removed|scrapped|lifted|waived|abandoned|relaxed|falt bort|falle bort|bortfalt|tatt ut|slettet)"
)
_DEMAND = r"(?:(?:the )?(?:requirement|demand)s?|kravet|krava|kravene|krav|kraven|kravene|tidligere krav)"
_WITHDRAWN = compiled(
    rf"\b{_DROPPED}\s(?:vi |me |we )?(?:nå |no |nu |i år |now )?{_DEMAND}\s(?:om|til|på|for|of)\s|\b{_DEMAND}\s(?:om|"
    rf"til|på|for|of)\s(?=[^.;:]{{2,60}}?\b(?:er|is|are|has been|have been|är|har|ble|blev|blei)\s(?:nå |no |now |vi |"
    rf"nu |blitt |vorte )*{_DROPPED})"
)
"""*Vi har droppet kravet om ITIL*, *the requirement for PRINCE2 has been dropped*."""
_ASKED_AFTER = (
    r"(?:etterspørres|etterspørjast|etterspurt|efterspørges|efterfrågas|forventes|forventast|förväntas|forlanges|"
    r"forlangast|vektlegges|vektleggast|værdsættes|teller|tel|tæller|räknas|meriterar|meriterer|hjelper|hjelp|hjälper|"
    r"avgjør|avgjer|avgör|vurderes|vurderast|belønnes|undersøkes|testes|trekker|"
    r"count|counts|matter|matters|rewarded|called for|asked for|looked for|sought|in demand|checked|tested)"
)
_UNASKED = compiled(
    rf"\b{_ASKED_AFTER}\s{_STRESS}(?:ikke|ikkje|inte|ej|not|lite|ingenting)\b(?!\s(?:bare|berre|bara|only|kun|mot|imot|"
    rf"at|att|that|å|noen|noe|av deg)\b)|\b(?:er|är|is|are|blir|vert|will be)\s(?:(?:hverken|verken|"
    rf"neither)\s(?:required|expected|{_ASKED_AFTER}|krav|nødvendig|påkrevd)(?:\s(?:eller|nor|or)\s\w+)?|(?:not|ikke|"
    rf"ikkje|inte)\s{_ASKED_AFTER})\b|\b(?:er|är|is|are)\s{_STRESS}(?:ikke|ikkje|inte|not|ingen|inget|intet|inga|"
    rf"no)\s(?:et |eit|ett |en |ein |a |an |noe |noko |något |noget |noen |nogen |någon )*(?:\w+ )?(?:kriteri\w*|"
    rf"criteri\w*|tema|issue|factor|faktor|moment|utvelgelseskriteri\w*|opptakskrav|inngangsbillett)\b|\b(?:är|er|"
    rf"is)\s{_STRESS}(?:inget|ikke noe|ikkje noko|ikke noget|nothing|inte något|ingenting)\s{_STRESS}(?:vi|me|we)\s\w+"
)
"""*Fagbrev etterspørres ikke*, *is neither required nor expected*, *er ikke noe kriterium*."""
_UNASKED_AHEAD = compiled(
    r"\b(?:søke?|søkje|apply|ansök\w*|ansöka|sök|søg\w*) (?:\w+ )?(?:selv om|sjølv om|selvom|even if|även om) (?:du|"
    r"you) (?:(?:aldri|ikke|ikkje|inte|aldrig|have never|haven\'t|don\'t have|lack|mangler|manglar|saknar) )(?:har |"
    r"brukt |have |used )?|\b(?:uten|utan|uden) at du (?:trenger|treng|må|behöver|behøver|skal)\s|\b(?:klarer|klarar|"
    r"greier|greiar|klarar) (?:du )?(?:deg|dig) (?:fint |godt |bra |utmerket )?(?:uten|utan|uden)\s|\b(?:vi|me|"
    r"we) (?:venter|ventar|væntar|regner|reknar|räknar|forventer) (?:derfor |altså |dog )?(?:ikke|ikkje|"
    r"inte) (?:med )?(?:at|att)\s|(?:^|[.;,]\s)(?:nor|neither) (?:do|does|need|must|will|should) (?:you|we|one|"
    r"anyone) (?:have to |need to |need |want |ask for |require |expect |be )?|(?:^|[.;,]\s)(?:heller ikke|"
    r"heller ikkje|inte heller|nor|neither|og heller ikke)\s(?=[^.;,]{3,50}?\b(?:forventes|forventast|kreves|krevst|"
    r"krävs|kræves|trengs|trengst|expected|required|needed)\b)|\b(?:no|ingen|inga|inget|"
    r"intet)\s(?=[^.;,]{3,50}?\b(?:will be asked for|will be required|is called for|is expected|kreves|krevst|krävs|"
    r"kræves|forlanges|etterspørres|forventes|forventast|förväntas)\b)|\b(?:du|you|ni) (?:behöver|behøver|trenger|"
    r"treng) (?:derimot |heller |slett |nok |altså |jo |imidlertid )?(?:varken|verken|hverken|ikke|ikkje|inte)\s|"
    r"\b(?:behöver|behøver|trenger|treng) (?:du|ni) (?:derimot |heller |slett |nok |altså |jo |imidlertid )?(?:varken|"
    r"verken|hverken)\s"
)
"""*Heller ikke klinisk bakgrunn forventes*, *däremot behöver du varken ha varit fackligt aktiv eller …*."""
_NOT_CARED = compiled(
    r"\b(?:vi|me|we)\s(?:bryr oss|bryr os|bryr oss|bryr)\s(?:oss )?(?:ikke|ikkje|inte|lite|lide|mindre|fint lite|"
    r"svært lite|midt på treet|null)\s(?:det minste )?(?:om|med)?\s?|"
    rf"\b(?:vi|me|we)(?:\s(?:er|är|are|will be))\s{_STRESS}(?:ikke|ikkje|inte|not)\s{_STRESS}(?:på jakt etter|"
    rf"på jagt efter|på utkikk etter|ute etter|opptatt av|oppteken av|opptekne av|optaget af|nøye på|intresserade av|"
    rf"interessert i|interesserte i|fussy about|bothered about|bothered by|interested in|looking for|after|"
    rf"concerned about|concerned with|picky about|kresne på)\s|\b(?:vi|me|we)\s(?:går|lægger|legger|legg|"
    rf"lägger)\s(?:heller )?(?:ikke|ikkje|inte)\s(?:heller |så |noe |noko |någon |nogen )*(?:op i|upp i|vægt på|"
    rf"vekt på|vikt vid|særlig vekt på|stor vekt på)\s|\b(?:vi|me|we)\s(?:trækker på skuldrene ad|"
    rf"trekker på skuldrene av|trekkjer på skuldrane av|rycker på axlarna åt|gir blaffen i|gir beng i|blåser i|"
    rf"driter i|shrug at|(?:couldn't|could not) care less (?:about|whether|if)|pay no attention to|take no notice of|"
    rf"attach no (?:weight|importance) to|make no demands on|bypass|ignore|ser bort fra|ser vekk fra|"
    rf"ser gjennom fingrene med|klarer oss uten|klarer oss fint uten|greier oss uten|kommer ikke til å (?:spørre|se|"
    rf"kreve|be)(?: om| etter)?|kommer inte att (?:fråga|be|kräva)(?: efter| om)?|kjem ikkje til å (?:spørje|krevje|"
    rf"sjå)(?: etter| om)?)\s|"
    r"\b(?:ikke|ikkje|inte|not) (?:et|eit|ett|one) (?:ord|word) (?:om|about)\s"
)
"""*Vi bryr oss ikke om vitnemål*, *we are not fussy about badges*."""
_NOBODY_ASKS = compiled(
    r"(?<!\bat )(?<!\batt )\b(?:nobody|no one|no-one|ingen|inga|none of us)\s(?:(?:here|her|hos oss)\s)?(?:(?:will|"
    r"would|is going to|vil|kommer til å|kommer att|kjem til å|skal|ska)\s)?(?:ask|asks|spør|spørre|spørger|frågar|"
    r"fråga|krever|kreve|kräver|ber|be|test|tester|check|sjekker|mind|require|demand|expect|forventer)\s(?:deg |dig |"
    r"you )?(?:for |about |on |om |etter |efter |ut i |at |att |that )*|\b(?:skal|ska|shall|should|must) (?:ingen|"
    r"nobody|no) (?:\w+ )?(?:svare|ta|gjøre|ha|svara)\s|\b(?:det er en misforståelse|det er ein misforståing|it is a "
    r"(?:myth|misunderstanding)|det är ett missförstånd),? (?:at|att|that)\s"
)
_SIEVE = Sieve((
    *((pattern, "backward") for pattern in (
        _OTHERS_HAVE, _FOR_OTHERS, _NOT_YOURS, _ALL_GET,
    )),
    (_UNASKED, "kernel"),
    *((pattern, "forward") for pattern in (_YOU_ARE_TAUGHT, _WITHDRAWN, _UNASKED_AHEAD)),
    *((pattern, "") for pattern in (_LEFT, _ASKED_ONCE, _NOT_CARED, _NOBODY_ASKS)),
))  # fmt: skip
_ENDS = compiled(ENDS)


def waived(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The waivers of a folded sentence."""
    for found, way in _SIEVE.finds(folded):
        start, end = found.span()
        yield start, end, "negated", way or _facing(folded, start, end)


def _facing(folded: str, start: int, end: int) -> str:
    """Does what is spoken of follow, or does the clause end here?"""
    if folded.startswith("kan ", start) and start:
        return "backward"  # Diplomer kan du beholde
    end = len(folded[:end].rstrip())
    return "backward" if _ENDS.match(folded, end) else "forward"

"""The parts of a clause about a paper: who holds it, what must be done, who gives it, what rules it out.

A paper is a thing that somebody has, takes, shows or is given, so a clause about one is built of few parts: the paper
put first and a verb after it (*Motorsagkurs holder vi selv*, *førerkort må foreligge*), somebody who is sought with a
verb before it (*kandidaten skal dokumentere mesterbrev*). Labels and verdicts have a file of their own.
"""

from domain.matching import Modality
from matcher.folding import compiled
from matcher.paper_labels import LESS, NOT, PLEASES, REACH

_OPENS = compiled(r"[.;!?]\s|\s-\s|,\s(?:men|but|mens|while|så|so|og du|and you|for)\s")
_CLOSES = compiled(r"[.;!?](?=\s|$)")


def clause(folded: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``folded[start:end]`` in its clause."""
    low, high = max(0, start - REACH), min(len(folded), end + REACH)
    for opening in _OPENS.finditer(folded, low, start):
        low = opening.end()
    closing = _CLOSES.search(folded, end, high)
    return folded[low:start], folded[end : closing.start() if closing else high]


_STAFF = (
    r"(?:[a-zæøå-]{3,}(?:ene|ane|erne|erna|arna|folka|folkene|folket|grabbarna|gjengen|laget|avdelingen|avdelinga|crew|"
    r"team|staff|engineers|technicians|clinicians|drivers|colleagues)(?:\s(?:våre|vores|våra))?)"
)
_TOPIC = compiled(
    r"\W*(?:(?:og|men|and|but|a|an|en|et|ett|eit|ein|the|any|our|eget|gyldig|vanlig|et eget|noe|noko|noget|godkjent|"
    r"bestått|formal|formell)\s){0,3}(?:[\w-]+(?:\s[\w-]+)?,?\s(?:(?:og|och|and|eller|or)\s)?){0,3}"
)
_HELD_BY_OTHERS = compiled(
    r"[^.;!?:]{0,60}?,? (?:men|but) (?:ikke|ikkje|inte|not) (?:i|for|til|in) (?:denne|this) |"
    r"[^.;!?:]{0,40}?\s(?:(?:har|trenger|treng) (?:bare |berre |kun )?[\w-]+ (?:våre )?bruk for|(?:er|is|are|"
    r"ær)\s(?:\w+ )?(?:(?:noe|noko|something|noget|något) (?:bare |berre |kun |only |our |the )?(?!(?:vi|me|we|du|you|"
    r"som|that|der)\b)[\w-]+ (?:har|have|holds?|trenger|need|skal ha)|(?:forbeh|reserv|meant )\w+\b|(?:bare|berre|kun|"
    r"only|bara|endast|utelukkende) (?:aktuelt |noe |noko )?(?:for|til|før)\b|for (?:the )?(?:crew|others|[a-z]+ "
    rf"staff|{_STAFF}))|(?:ligger|ligg) (?:kun )?hos (?!deg|dig)|(?:gjelder|gjeld|gæller|applies to|concerns?) "
    r"[^.;!?]{3,40}?,? (?:ikke|ikkje|inte|not) (?:for )?(?:deg|dig|you)|har (?:vi|me) [\w-]+ til\b)"
)
"""*Truckkurs er bare for lagerfolkene*; *vinkurs er forbeholdt serveringen*."""
GIVES = (
    r"(?:holder|held|håller|avholder|afholder|ordner|ordnar|arrangerer|arrangerar|arranger|dekker|dekkjer|dækker|"
    r"betaler|betalar|bekoster|bekostar|gir|gjev|ger|giver|spanderer|fikser|fixar|tilbyr|erbjuder|tilbyder|kjører|"
    r"køyrer|kører|sender|sænder|melder|lærer)"
)
_GIVEN = compiled(
    rf"[^.;!?:,]{{0,40}}?(?:\s?\([^()]{{0,60}}\))?\s(?:(?:{GIVES}|får|tar|tek|tager|gjennomgår|genomgår|gennemgår|"
    r"gjennomfører|gjennomførar|genomfør|gennemfører) (?:jo |selvsagt )?(?:du|dere|vi|me|alle|hele|heile|hela|nye|"
    rf"hver|kvar|samtlige|{_STAFF})(?!\s(?:for gitt|for gjeve|før givet|som en selvfølge))|{GIVES} [a-zæøå]{{4,}}(?:en|"
    r"et)\b|(?:er|is|ær|are) (?:noe|noko|something|noget|något) (?:du|you|vi|we|me) (?:får|lærer|tar|gir|gjev|get|will "
    r"get|provide|arrange|pay for)|(?:is|are|will be|can be) (?:\w+ )?(?:provided|arranged|included|given(?! pr)|"
    r"taught|offered|covered|paid for|taken care of|organi[sz]ed|issued)|(?:gjennomfør|hold|hald|håll|afhold|arrang|gi|"
    r"ge|tilby|erbjud|ordne|dekke|betal|bekost)\w*s?t? (?:\w+ ){0,2}?(?:hos oss|hjå oss|hos os|internt|av oss|af os|"
    r"frå oss|i oppstart\w*|i opplæring\w*|på huset|første|i arbeidstid\w*|her))\b"
)
"""*Brannvernkurs holder vi den første uka*, *training is provided*: what is given need not be brought."""
_OFFERED = compiled(rf"\b(?:(?:vi|me|we) (?:{GIVES}|offer|sponsor|pay for|cover)|{GIVES} (?:vi|me))\b[^.;!?]{{0,50}}$")
_GIVEN_LATER = compiled(
    rf"[^.;!?]{{0,70}}?,\s(?:(?:og|men|and|but) )?(?:det|den|dem|dei)\s{GIVES} (?:vi|me|du)\b(?! (?:\w+ "
    r"){0,3}(?:hvis|om|dersom))"
)
"""*… må du ta, og det sender vi deg på*."""
_HOPED = compiled(r"\b(?:kanskje|kanske|måske|perhaps|maybe|bør|burde|should)\b[^.,;:!?]{0,40}$")
_LEFT_OUT = compiled(
    r"[^.;!?]{0,50}?\b(?:was|were|var|ble|blev) (?:\w+ )?(?:required|asked for|krevd|kravd|et krav)\b|\s(?:\w+ ){0,"
    rf"3}}?{NOT} (?:be )?(?:læmnas|krævs|kræves|krev\w*|behøv\w*|inhæmtas|levere\w*|framleggast|fremlegges|leggjast|"
    r"in[nd]*hent\w*|treng\w*|required|needed|asked)\b|[^.;!?:]{0,40}?\s(?:(?:kan|må|får) du (?:\w+ ){0,2}?(?:la "
    r"(?:være|ligge|bli|stå)|lade|la|låta|låte|utelat\w|glemme|gløyme|glømma|droppe|sløyfe|stryke|beholde|behålla|"
    r"spare|hoppe|skippe|se bort|leggje? att|legge igjen|lægge fra)|(?:klarer|klarar|greier|greidde|klårar) du deg "
    rf"(?:\w+ )?(?:uten|utan)|(?:can be )?left (?:at|out)|har du (?:\w+ )?(?:{NOT}|lite) (?:\w+ )?(?:bruk|behov|nytte|"
    r"brug) (?:for|av)|(?:is|are|er|ær) (?:neither|hverken|varken|verken|korkje|uten interesse|utan interesse|"
    r"uvesentlig\w*|irrelevant\w*|uaktuel\w*|of no)|(?:hjelper|hjelp|meriterer|meriterar|teller|tel|tæller|ræknas|gir|"
    r"etterspørres|etterspørs|forventes|forlanges|tillegges|betyr|betyder|spiller|spelar|imponerer) (?:\w+ )?(?:ikke|"
    r"ikkje|inte|ingen (?:vekt|rolle|roll)|inga rolle|ingenting|oss (?:ikke|ikkje|inte))(?! minst))\b"
)
_ASKS = (
    r"(?:krev\w*|kravde|kræv\w*|require\w*|etterspør\w*|efterfråg\w*|efterspørg\w*|spør(?:r|ger|re)?|fråga\w*|spurte|"
    r"ask\w*|forlang\w*|førlang\w*|forvent\w*|førvænt\w*|venter|ventar|expect\w*|forutset\w*|føreset\w*|førutsæt\w*|"
    r"forudsæt\w*|treng\w*|behøv\w*|needs?|demand\w*|insist\w*|looking|look|søker|søkjer|ber|ser|leter|leitar|stiller|"
    r"stæller|care\w*|legg\w*|lægg\w*|bryr|må|must|stå|ska|skal|skall|want)"
)
_TOPIC_DENIED = compiled(
    rf"(?:\s?\([^()]{{0,40}}\))?(?:[ -][\w-]+){{0,4}}?\s(?:{_ASKS}|henger|er|ær|is|are|vert|blir|bliver|har|have|"
    r"tæller|teller|tel)\s(?:(?:vi|me|we|du|you|man|det|noen|nokon|noe|noko|noget|något|something|jo|heller|deg|dig|"
    rf"oss|os|our|anyone|etterfølgeren|lederen|leiaren|chefen) ){{0,3}}?(?:{NOT})\b(?![^.;!?]{{0,45}}?\b(?:utenom|"
    r"utanom|uden|uten|utan|without|undvær\w*|unnvær\w*|kompromis\w*|fravik\w*|fire|gå|komme|slipp\w*|skad\w*|hurt|"
    r"forhandl\w*|negotia\w*|bare|berre|kun|only|bara|tvil|minst|dumt?|feil|nei|imot|mot|lenge\w*|enough|nok|"
    r"tilstrekkelig\w*)\b)"
)
"""*Fagbrev etterspør vi ikke*, but not *autorisasjon kommer vi ikke utenom*."""
_YET_LIKED = compiled(
    r"[^.;!?]{0,70}?[ ,](?:men|but|dog|though|although|om enn|however) (?:(?:(?:det|it|den|that|dette) )?(?:(?:er|ær|"
    r"is|would be|blir|kan være|vil være|hadde vært|ville vært|hade varit|tel|teller|tæller) )?(?:\w+ "
    rf"){{0,3}}?(?:{PLEASES}|positivt|med|meriterende|meriterande|ønskelig|ønskeleg|preferred|desirable)(?: å ha| att "
    r"ha| at have| to have| med| (?:om|hvis|dersom|if) (?:du|you) (?:har|have) (?:det|den|it|one))?(?=[.,;!?)]|$)|"
    r"[^.;!?,]{0,14}\b(?:gjerne|gærna|gerne)\b[^.;!?,]{0,14}(?=[.,;!?)]|$)|(?:den|de|dei|søk\w*|ansøge\w*|kandidat\w*|"
    r"candidates?|applicants?|those|people|personer|personar)\s(?:som|der|who|with|med)\s(?:\w+ ){0,3}?(?:det|den|it|"
    r"one|dei|dem)\b)"
)
"""*Autorisasjon er ikke noe krav, men søkere som har det, foretrekkes*: wished, where the words after *but* mean it."""
_NOT_ASKED = compiled(
    rf"\b(?:{_ASKS} (?:(?:vi|me|oss|os|du|you|det|heller|her|vekt|etter|efter|om|jo) ){{0,3}}?(?:{NOT}|mindre|lite)\b|"
    rf"\w*(?:not|n't|never|ikke|ikkje|inte) (?!(?:et|eit|ett|a) )(?:\w+ )?(?:{_ASKS}|fussy|fussed|bothered|hung up|"
    rf"particular|impressed|interested|have to)\b|{NOT} (?:\w+ )?(?:krav|requirements?|behov|need|føresetnad|"
    r"forutsetning|nødvendig|naudsynt|nødvændigt) (?:om|på|til|for|med|at|att|that)\b|(?:dropp|fjern|sløyf|stryk|"
    r"dropped|removed)\w* (?:\w+ ){0,2}?(?:krav|requirement)\w*|(?:krevde|kravde|krævde|krævede|krevd|kravt|spurte|"
    r"asked for|i fjor hadde)\b|(?:uten|utan|uden|without) (?:krav|requirements?) (?:om|til|for))\b(?![^.;!?]{0,60}"
    r"\b(?:bare|berre|kun|only|bara|just|uten|utan|uden|without|så lenge)\b)[^.;!?]{0,60}$"
)
"""*Vi lægger ikke vægt på certifikater*, *i fjor krevde vi fagbrev*."""


_SOUGHT = (
    r"(?:du|you|en som|ein som|one who|someone who|(?:alle |aktuelle |relevante |all )?(?:søkere?n?|søkarar|søkjar\w*|"
    r"søkande|ansøgere?n?|kandidat\w*|applicants?|candidates?|ledere|leiarar|chefer|managers)|lederen|leiaren|chefen|"
    r"sjefen|den (?:som|der|vi)\b[^.;!?]{3,30}?|the (?:right |successful )?(?:candidate|person)|stillingen|stillinga|"
    r"jobben|rollen|rolla|tjænsten|the (?:role|post|position|job))"
)
_BOUND = r"(?:må|skal|ska|skall|måste|must|shall|has to|have to|needs? to|vil måtte|will have to|plikter å)"
_MUST_BEFORE = compiled(
    rf"\b(?:{_SOUGHT},? {_BOUND}|{_BOUND} {_SOUGHT}|(?:kreves|krevst|kræves|krævs|trengs|trengst|behøvs|behøves)(?: "
    r"det| at du er| att du ær)?|(?:krever|krev|kræver|forutsetter|føreset|førutsætter|forudsætter|requires?|trenger|"
    r"treng|behøver|(?:ber|be|spør)(?: vi| me)? (?:om|etter)|ask for|asking for|insist on|forlanger|forventer|ventar|"
    r"førvæntar oss|need|need is)(?: vi| me| oss| at du er| att du ær| that you are| at du har| a| an)?|(?:det "
    r")?(?:eneste|einaste|only) [^.;!?]{3,30}? (?:er|is|ær)|(?:rekker|ræcker|holder det) med|nøye deg med|hos oss "
    r"ræcker)\s(?P<gap>[^.;!?]{0,60})$"
)
"""*Kandidaten må levere …*, *her kreves …*, *vi ber om …*."""
_STATES = compiled(
    r"(?:^|[.,;:!?]\s|\s(?:og|och|and|men|but|derfor|at|att|that)\s)(?:du|you|søkere?n?|kandidaten|den vi ansetter|"
    r"applicants|candidates)\s(?:(?:allerede|nok|gjerne|alt|also|already|selv) )?(?P<verb>har|have|holder|hold|innehar|"
    r"besitter|er|are|ær|tar|tek|tager|består|undertegner|underskriver|signerer|skriver under på|sign)[ "
    r",](?P<gap>[^.;!?]{0,60})$"
)
"""*Du er autorisert …*, said of who is sought."""
_MUST_AFTER = compiled(
    r"(?P<gap>[^.;!?]{0,70}?)[ ,](?:(?:har|er|ær|innehar|eier|besitter) (?:du|søkeren|kandidaten)(?= alle\w*| alt| "
    rf"redan| selv\w*| naturlig\w*|[.,;!]|$)|{_BOUND} (?:du |en |man |de |alle |søkere |kandidaten )?(?:(?!ikke|ikkje|"
    r"inte|not|gerne|gjerne|gærna|kunne)[\w-]+ ){0,3}?(?!ikke|ikkje|inte|not|gerne|gjerne)(?:ha|have|væ?re|vara|"
    r"vere|be|foreligge|ligge ved|leggast|legges|legge|tas|tages|takast|tas|avlegges|avleggast|bestås|dokument\w+|"
    r"frem\w+|fram\w+|vedlegges|vedleggast|vises|visast|inneha|held|hold|skaff\w+|ta|ha bestått|kunna? \w+|kunne \w+|"
    r"styrkas|lærast|indhentes|innhentes|innhentast|have been)\b|(?:kreves|krevst|kræves|krævs|forutsettes|"
    r"føresetjast|førutsætts|forudsættes)\b(?! ikke| ikkje| inte)|(?:undertegnes|underskrives|signeres|underteiknast|"
    r"must be signed|tas av alle|takast av alle)\b|(?:er|is|are|ær|blir) (?:dog |likevel |also |også |fortsatt "
    r")?(?:et |en |ein |eit |ett |a |an )?(?:absolutt |ufravikelig |absolut |formelt |minimums?)?(?:krav|must|vilkår|"
    r"villkor|forutsetning|føresetnad|førutsættning|forudsætning|nødvendighe[td]|nødvendige?t?|naudsynt\w*|påkrevd|"
    r"påkrevet|obligatorisk\w*|mandatory|required|essential|necessary|needed|non-negotiable|prerequisite)\b(?! for "
    r"oss)|inngår i [\w-]*krav\w*|(?:kan|kommer|kjem) (?:vi|du|man|me) (?:\w+ )?(?:ikke|ikkje|inte) (?:gå på "
    r"kompromis\w*|utenom|utanom|fravike|fire på|undvære)|(?:something )?we insist on|goes without saying|står "
    r"(?:derimot |fortsatt )?ved lag)"
)
"""*Mesterbrev må kunne dokumenteres*, *autorisasjon kan vi ikke gå på kompromiss med*."""
_NO_GO = compiled(
    r"\b(?:uten|utan|uden|without)\s(?:(?:en|et|ein|eit|a|an|gyldig|norsk|bestått|valid|godkjent) ){0,2}$"
)
_CANNOT = compiled(
    r"[^.;!?]{0,60}?\b(?:kan|får|kjem|kommer|blir|can|cannot|can't|klarer|will|vert)\b[^.;!?]{0,30}?(?:\bikke|\bikkje|"
    r"\binte|\bnot|cannot|can't)\b|[^.;!?]{0,40}?\bcannot\b"
)
_NOBODY = compiled(r"\b(?:ingen|ikke|ikkje|inte|not|cannot|can't|nobody|no one|inga)\b[^.;!?]{2,70}$")
_IF = compiled(
    r"\W*(?:og |men |and |but |gjerne )?(?:(?:har|er|ær|kan|skulle|kommer|kjem|søker|sitter|sit)(?: \w+)? (?:du|noen|"
    r"nokon|nogen|någon)|skulle det|if you|hvis du|dersom du|om du|viss du|should you)\b(?!\s(?:ikke|ikkje|inte|not))"
)
"""*Har du WSET, …*, where nothing else is said: a wish."""
_WISHES = compiled(
    r"\b(?:bør|burde|should|ought to|drømmer|drøymer|dream\w*|tickled|delighted|love|loves|gleder|glad|happy|ser "
    r"gjerne|gjerne|gærna|gerne|welcome|set pris|pris på|særlig fint|fint|flott|hyggelig|kjekt|a plus)\b[^.;!?]{0,70}$"
)
_LIKED_AFTER = compiled(
    r"[^.;!?]{0,100}?(?:\b(?:bør|burde|should|ought)\b|\b(?:er|ær|is|are|blir|vert|hadde vært|hade varit|hadde vore|"
    r"ville vore|ville være|ville vært|would be|vil være|kan være|kan vara|som|as|gjør|makes)\s(?:\w+ ){0,3}?"
    rf"{PLEASES}\b|\b(?:fortrinn\w*|føretrinn|(?:given? |will be |blir )(?:priorit|prefer)\w+|oppfordr\w+|oppmod\w+|"
    r"opp?manas|opfordres|encouraged|(?:så|so|then|da|,) (?:si|sei|sæg|skriv|nevn|nemn|nævn|mention|tell|say|fortell|"
    r"fortæl|berætta)\b|godt an|sterkt|i din favør|(?:bruger|bruker|brukar|hører|høyrer) (?:vi|me) (?:\w+ )?(?:gjerne|"
    r"gerne)|hjertelig|foretrekk\w+|føretrekk\w*|bli(?:r)? [^.;!?]{0,25}?(?:glad\w*|populær\w*)|plussiden|lettere|"
    r"lettare|kortere|kortare|(?:kommer|kjem|havner|ligger) (?:\w+ )?(?:først|fyrst|øverst|fremst)|savner|saknar|ikke "
    r"bortkastet|smile|preferred|advantage|favou?r|meriter\w*|a merit|verdsett\w*|værds\w+|(?:teller|tel) (?:godt |"
    r"positivt |litt )?(?:med|positivt)|gre+it+ å ha|set pris|pris på|(?:would|we|vi|me) (?:value|appreciate|welcome|"
    r"verdsetter|verdset|værdsætter)|må (?:du |man )?gerne|strengthen\w*|styrker søknad\w*|(?:if|hvis|om|dersom) "
    r"(?:you have|du har) (?:it|one|det|den))\b)"
)
"""*… gjør samtalene kortere*, *… blir vi glade for*."""
_OTHERS = compiled(
    r"\b(?:(?:våre?|vårt|vores|våra|our|their|deres|forrige|previous|last|dagens) [\w-]+(?: [\w-]+)?|vi|me|we|"
    rf"selskapet|bedriften|firmaet|banken|butikken|kassan|the company|{_STAFF}|alle [\w-]+ene|noen av|nokre av|two of|"
    r"kundene|kundane|kunderna|customers)\s(?:våre |vores |våra )?(?:\w+ )?(?:er|har|hadde|are|have|has|had|is|ær|"
    r"held|holds|hold|trenger|treng|need|må|skal|must|tar|dekker|betaler|pay|offer\w*|tilbyr|holder)\b[^.;!?]{0,60}$"
)
"""*Våre montører har fagbrev*, *vi er godkjent …*: nothing is asked."""
_OF_SOMETHING_ELSE = compiled(r"\b(?:du|you|vi|we|me|ikke|ikkje|inte|not|men|but)\b|,\s(?:og|and|och)\s")
_ONLY_BUT = compiled(r"\b(?:ikke|ikkje|inte|not) (?:bare|berre|only|bara)\b")


def in_clause(before: str, after: str) -> Modality | None:
    """What the clause says of a paper between ``before`` and ``after``, by its own parts."""
    if _OTHERS.search(before) or _NO_GO.search(before):
        return None
    return _wanted(before, after)


def rules_out(before: str, after: str) -> bool:
    """*Uten førerkort kan du ikke …*, *ingen begynner uten vekterkurs*: two denials make a demand."""
    return bool(_NO_GO.search(before) and (_CANNOT.match(after) or _NOBODY.search(before)))


def is_denied(before: str, after: str) -> bool:
    """*Vi lægger ikke vægt på …*, *… er bare for lagerfolkene*."""
    if _NOT_ASKED.search(before) or _LEFT_OUT.match(after):
        return True
    return bool(_TOPIC.fullmatch(before) and (_HELD_BY_OTHERS.match(after) or _TOPIC_DENIED.match(after)))


def yet_liked(after: str) -> bool:
    """*… er ikke noe krav, men fint å ha*: what is denied as a demand is wished."""
    return _YET_LIKED.match(after) is not None


def softened(before: str) -> Modality | None:
    """A demand as the words before it leave it: *etter et år betaler vi …* asks nothing, *du har kanskje …* hopes."""
    if _OFFERED.search(before):
        return None
    return Modality.NICE if _HOPED.search(before) else Modality.MUST


def is_given(before: str, after: str) -> bool:
    """*Brannvernkurs holder vi …*: what is given here need not be brought."""
    if _SENT_TO.search(before):
        return True
    later = _GIVEN_LATER.match(after)
    if later is not None and not LESS.search(after, 0, later.end() + 15):
        return True
    given = _GIVEN.match(after)
    if given is None or not _TOPIC.fullmatch(before):
        return False
    return not LESS.search(after, 0, given.end() + 15)


_SENT_TO = compiled(
    r"\b(?:sender|sænder|melder|gir|gjev|ger|giver|send|give|spanderer|kurser|setter|tar) (?:vi|me|we) (?:deg|dig|you|"
    r"alle|nye|new) (?:[a-zæøå]+ )?(?:(?:på|til|till|to|on|gjennom|through|med på) )?(?:(?:et|eit|ett|a|an|vårt) )?"
    r"(?:[a-zæøå]+ )?$|\b(?:vi|me|we) (?:sender|sænder|melder|send) (?:deg|dig|you) (?:\w+ )?(?:på|til|to|on) "
    r"(?:(?:et|eit|ett|a|an) )?$"
)
"""*Etter ansettelsen sender vi deg på kurs for sikkerhetsrådgivere.*"""


def _wanted(before: str, after: str) -> Modality | None:
    """Demanded or wished?"""
    if _IF.match(before):
        return Modality.NICE
    liked = _LIKED_AFTER.match(after)
    if liked and not LESS.search(after.replace("ikke bortkastet", ""), 0, liked.end()):
        return Modality.NICE
    if _WISHES.search(before) and not LESS.search(before):
        return Modality.NICE
    for demand in (_MUST_BEFORE.search(before), _STATES.search(before)):
        if demand and not LESS.search(_ONLY_BUT.sub("", demand["gap"])):
            return Modality.MUST
    demanded = _MUST_AFTER.match(after)
    if demanded and not _OF_SOMETHING_ELSE.search(demanded["gap"]):
        return Modality.MUST
    return None

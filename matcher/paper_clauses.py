"""The parts of a clause about a paper: who holds it, what must be done, who gives it, what rules it out.

A paper is a thing that somebody has, takes, shows or is given, so a clause about one is built of few parts: the paper
put first and a verb after it (*Motorsagkurs holder vi selv*, *førerkort må foreligge*), somebody who is sought with a
verb before it (*kandidaten skal dokumentere mesterbrev*). Labels and verdicts have a file of their own.
"""

from domain.matching import Modality
from matcher.folding import compiled
from matcher.paper_labels import LESS, PLEASES, REACH

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
    r"\W*(?:(?:og|men|and|but|a|an|en|et|ett|eit|ein|the|any|our|eget|gyldig|vanlig|et eget|noe|noko|noget|"
    r"godkjent|bestått|formal|formell)\s){0,3}(?:[\w-]+(?:\s[\w-]+)?,?\s(?:(?:og|och|and|eller|or)\s)?){0,3}"
)
_HELD_BY_OTHERS = compiled(
    r"[^.;!?:]{0,40}?\s(?:"
    r"(?:har|trenger|treng) (?:bare |berre |kun )?"
    r"[\w-]+ (?:våre )?bruk for|"
    r"(?:er|is|are|ær)\s(?:\w+ )?(?:noe|noko|something|noget|något) (?:bare |berre |kun |only |our |the )?"
    r"(?!(?:vi|me|we|du|you|som|that|der)\b)[\w-]+ (?:har|have|hold|holds|trenger|need|skal ha)|"
    r"(?:er|is|are|ær) (?:\w+ )?(?:forbeholdt|forbeholdte|forbehalde|reservert for|reserved for|meant for)\b|"
    r"(?:er|is|are|ær) (?:\w+ )?(?:bare|berre|kun|only|bara|endast|utelukkende) "
    r"(?:aktuelt |relevant |noe |noko )?(?:for|til|før)\b|"
    r"(?:is|are|er) for (?:the )?(?:crew|others|"
    rf"[a-z]+ staff|{_STAFF})|(?:ligger|ligg|ligger kun) hos (?!deg|dig)|"
    r"(?:gjelder|gjeld|gæller|applies to|concerns?) [^.;!?]{3,40}?,? (?:ikke|ikkje|inte|not) (?:for )?(?:deg|dig|you)|"
    r"har (?:vi|me) [\w-]+ til\b)"
)
"""*Truckkurs er bare for lagerfolkene*; *vinkurs er forbeholdt serveringen*."""
_GIVEN = compiled(
    r"[^.;!?:,]{0,40}?(?:\s?\([^()]{0,40}\))?\s(?:(?:får|tar|tek|holder|held|håller|ordner|ordnar|arrangerer|"
    r"arrangerar|dekker|dekkjer|dækker|betaler|betalar|bekoster|bekostar|gir|gjev|ger|giver|gjennomgår|spanderer|"
    r"fikser|fixar|tilbyr|erbjuder|tilbyder|kjører|køyrer) (?:jo |selvsagt )?(?:du|vi|me|alle|hele|heile|hela|dere|nye|"
    r"hver|kvar|"
    rf"samtlige|{_STAFF})(?!\s(?:for gitt|for gjeve|før givet|som en selvfølge))|"
    r"(?:er|is|ær|are) (?:noe|noko|something|noget|något) (?:du|you|vi|we|me) (?:får|lærer|tar|gir|gjev|get|will get|"
    r"provide|arrange|pay for)|(?:is|are|will be|can be) (?:\w+ )?(?:provided|arranged|included|given|taught|offered|"
    r"covered|paid for|taken care of|organi[sz]ed)|(?:gjennomføres|gjennomførast|holdes|haldast|hålls|afholdes|"
    r"arrangeres|gis|ges|gives|tilbys|erbjuds|tilbydes|ordnes|dekkes|betales|bekostes) (?:\w+ ){0,2}?(?:hos oss|hjå "
    r"oss|hos os|internt|av oss|af os|frå oss|i oppstart\w*|i opplæring\w*|på huset|første|i arbeidstid\w*|her))\b"
)
"""*Brannvernkurs holder vi den første uka*, *training is provided*: what is given need not be brought."""
_OFFERED = compiled(
    r"\b(?:(?:vi|me|we) (?:bekoster|bekostar|betaler|betalar|dekker|dækker|tilbyr|tilbyder|erbjuder|offer|sponsor|"
    r"pay for|cover)|(?:bekoster|bekostar|betaler|betalar|dekker|dækker|tilbyr|tilbyder|erbjuder|spanderer) "
    r"(?:vi|me))\b[^.;!?]{0,50}$"
)
_LEFT_OUT = compiled(
    r"[^.;!?:]{0,40}?\s(?:(?:kan|må) du (?:\w+ ){0,2}?(?:la (?:være|ligge|bli|stå)|lade|utelate|utelata|glemme|gløyme|"
    r"glømma|droppe|sløyfe|stryke|beholde|behålla|spare|hoppe|skippe|se bort|låta bli|la vere)|har du (?:\w+ )?(?:ikke|"
    r"ikkje|inte|ingen|inga|lite) (?:\w+ )?(?:bruk|behov|nytte|brug) (?:for|av)|(?:is|are|er|ær) (?:neither|hverken|"
    r"varken|verken|korkje)|(?:hjelper|hjelp|meriterer|meriterar|teller|tel|tæller|ræknas|gir|etterspørres|etterspørs|"
    r"forventes|forlanges|tillegges) (?:\w+ )?(?:ikke|ikkje|inte|ingen vekt|ingenting)(?! minst))\b"
)
_NOT_ASKED = compiled(
    r"\b(?:(?:legger|legg|lægger|bryr oss|bryr os|bryr (?:vi|me) oss) (?:\w+ ){0,2}?(?:ikke|ikkje|inte|ingen|mindre|"
    r"lite) (?:\w+ ){0,2}?(?:om|på|vid)|(?:not|n't) (?:too |that |so |at all )?(?:fussy|fussed|bothered|hung up|"
    r"particular|impressed|interested|looking) (?:about|by|on|in|for)|(?:do not|don't|never) (?:ask for|ask about|"
    r"expect|require|need|look for|care about)|(?:dropper|droppar|fjerner|sløyfer|stryker|dropped|removed|fjernet) "
    r"(?:\w+ ){0,2}?(?:krav\w*|requirements?)|(?:tidligere|tidlegare|før|i fjor|en gang i tiden|ein gong|formerly|"
    r"previously|once|last year|tidigare|førr|førhen)\b[^.;!?]{0,30}?\b(?:krevde|kravde|krævde|krev|required|"
    r"asked for|spurte|hadde|ha)|(?:krevde|kravde|krævde|krævede) (?:vi|me|man|de)|ville (?:vi |me )?(?:ha )?"
    r"(?:krevd|kravt|krævet|krævt)|(?:uten|utan|uden|without) (?:krav|requirements?) (?:om|til|for))\b[^.;!?]{0,60}$"
)
"""*Vi lægger ikke vægt på certifikater*, *i fjor krevde vi fagbrev*."""
_OF_THE_PAST = compiled(
    r"[^.;!?]{0,50}?\b(?:was|were|var|ble|blev) (?:\w+ )?(?:required|asked for|krevd|kravd|et krav)\b"
)


_SOUGHT = (
    r"(?:du|you|en som|ein som|one who|someone who|(?:alle |aktuelle |relevante |all )?(?:søkere?n?|søkarar|søkjar\w*|"
    r"søkande|ansøgere?n?|kandidat\w*|applicants?|candidates?|ledere|leiarar|chefer|managers)|lederen|leiaren|chefen|"
    r"sjefen|den (?:som|der|vi)\b[^.;!?]{3,30}?|the (?:right |successful )?(?:candidate|person)|"
    r"stillingen|stillinga|jobben|rollen|rolla|tjænsten|the (?:role|post|position|job))"
)
_BOUND = r"(?:må|skal|ska|skall|måste|must|shall|has to|have to|needs? to|vil måtte|will have to|plikter å)"
_MUST_BEFORE = compiled(
    rf"\b(?:{_SOUGHT},? {_BOUND}|{_BOUND} {_SOUGHT}|(?:kreves|krevst|kræves|krævs|trengs|trengst|behøvs|behøves)(?: "
    rf"det| "
    r"at du er| att du ær)?|(?:krever|krev|kræver|forutsetter|føreset|førutsætter|forudsætter|requires?|trenger|treng|"
    r"behøver|(?:ber|be|spør)(?: vi| me)? (?:om|etter)|ask for|asking for|insist on|forlanger|forventer|ventar|"
    r"førvæntar oss|need|need is)(?: vi| me| oss| at du er| att du ær| that you are| at du har| a| an)?|(?:det "
    r")?(?:eneste|einaste|only) [^.;!?]{3,30}? (?:er|is|ær)|(?:rekker|ræcker|holder det) med|nøye deg med|hos oss "
    r"ræcker)\s(?P<gap>[^.;!?]{0,60})$"
)
"""*Kandidaten må levere …*, *her kreves …*, *vi ber om …*."""
_STATES = compiled(
    r"(?:^|[.,;:!?]\s|\s(?:og|och|and|men|but|derfor|at|att|that)\s)(?:du|you|søkere?n?|kandidaten|den vi ansetter|"
    r"applicants|candidates)\s(?:(?:allerede|nok|gjerne|alt|also|already|selv) )?(?P<verb>har|have|holder|hold|innehar|"
    r"besitter|er|are|ær|tar|tek|tager|består|undertegner|underskriver|signerer|skriver under på|sign)[ ,]"
    r"(?P<gap>[^.;!?]{0,60})$"
)
"""*Du er autorisert …*, said of who is sought."""
_MUST_AFTER = compiled(
    rf"(?P<gap>[^.;!?]{{0,70}}?)[ ,](?:{_BOUND} (?:du |en |man |de |alle )?(?:\w+ )?(?!ikke|ikkje|inte|not|gerne|"
    r"gjerne)(?:ha|have|væ?re|vara|vere|be|foreligge|ligge ved|leggast|legges|legge|tas|tages|takast|tas|avlegges|"
    r"avleggast|bestås|dokument\w+|frem\w+|fram\w+|vedlegges|vedleggast|vises|visast|inneha|held|hold|skaff\w+|ta|ha "
    r"bestått|anten|enten|kunna? \w+|kunne \w+|styrkas|lærast|indhentes|innhentes|innhentast|have been)\b|"
    r"(?:kreves|krevst|kræves|krævs|forutsettes|føresetjast|førutsætts|forudsættes)\b(?! ikke| ikkje| inte)|"
    r"(?:undertegnes|underskrives|signeres|underteiknast|must be signed|tas av alle|takast av alle)\b|"
    r"(?:er|is|are|ær|blir) (?:dog |likevel |also |også |fortsatt )?(?:et |en |ein |eit |ett |a |an )?(?:absolutt |"
    r"ufravikelig |absolut |formelt |minimums?)?(?:krav|must|vilkår|villkor|forutsetning|føresetnad|førutsættning|"
    r"forudsætning|nødvendighe[td]|nødvendige?t?|naudsynt\w*|påkrevd|påkrevet|obligatorisk\w*|mandatory|required|"
    r"essential|necessary|needed|non-negotiable|prerequisite)\b(?! for oss)|inngår i [\w-]*krav\w*|"
    r"(?:kan|kommer|kjem) (?:vi|du|man|me) (?:\w+ )?(?:ikke|ikkje|inte) (?:gå på kompromis\w*|utenom|utanom|fravike|"
    r"fire på|undvære)|(?:something )?we insist on|goes without saying|står (?:derimot |fortsatt )?ved lag)"
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
    r"[^.;!?]{0,70}?(?:\b(?:er|ær|is|are|blir|vert|hadde vært|hade varit|hadde vore|ville være|ville vært|would be|"
    rf"gjør|makes)\s(?:\w+ ){{0,3}}?{PLEASES}\b|\b(?:fortrinn\w*|føretrinn|(?:given? |will be |blir )priorit\w+|"
    r"foretrekk\w+|føretrekk\w*|bli(?:r)? [^.;!?]{0,25}?(?:glad\w*|populær\w*)|plussiden|lettere|lettare|kortere|"
    r"kortare|(?:kommer|kjem|havner|ligger) (?:\w+ )?(?:først|fyrst|øverst|fremst)|savner|saknar|ikke bortkastet|smile|"
    r"preferred|advantage|favou?r|meriter\w*|a merit|verdsett\w*|værds\w+|(?:teller|tel) (?:godt |positivt |litt "
    r")?(?:med|positivt)|gre+it+ å ha|set pris|pris på|strengthen\w*|styrker søknad\w*|(?:if|hvis|om|dersom) (?:you "
    r"have|du har) (?:it|one|det|den))\b)"
)
"""*… gjør samtalene kortere*, *… blir vi glade for*."""
_OTHERS = compiled(
    r"\b(?:(?:våre?|vårt|vores|våra|our|their|deres|forrige|previous|last|dagens) [\w-]+(?: [\w-]+)?|vi|me|we|"
    rf"selskapet|bedriften|firmaet|banken|butikken|kassan|the company|{_STAFF}|alle [\w-]+ene|noen av|nokre av|two of|"
    r"kundene|kundane|kunderna|customers)\s(?:våre |vores |våra )?(?:\w+ )?(?:er|har|hadde|are|have|has|had|is|ær|held|"
    r"holds|hold|trenger|treng|need|må|skal|must|tar|dekker|betaler|pay|offer\w*|tilbyr|holder)\b[^.;!?]{0,60}$"
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
    if _NOT_ASKED.search(before) or _LEFT_OUT.match(after) or _OF_THE_PAST.match(after):
        return True
    return bool(_TOPIC.fullmatch(before) and _HELD_BY_OTHERS.match(after))


def is_offered(before: str) -> bool:
    """*Etter et år betaler vi …*: what the firm pays for is no demand."""
    return _OFFERED.search(before) is not None


def is_given(before: str, after: str) -> bool:
    """*Brannvernkurs holder vi …*: what is given here need not be brought."""
    given = _GIVEN.match(after)
    if given is None or not _TOPIC.fullmatch(before):
        return False
    return not LESS.search(after, 0, given.end() + 15)


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

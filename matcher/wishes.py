"""Wishes told by how a sentence is built: *ser vi positivt på*, *regnes som en fordel*, *would be a treat*."""

from collections.abc import Iterator

from matcher.folding import compiled
from matcher.sieve import Sieve

_OWN = (
    r"(?:(?:også|og|och|även|gjerne|litt|lite|ekstra|extra|klart|helt|heilt|sterkt|godt|absolutt|absolut|alltid|always|"
    r"also|certainly|definitely|du|det|vi|a lot|da|då|jo|selvsagt|så|veldig|meget|mye|mykje|really|very|"
    r"naturligvis) ){0,3}"
)
_THING = (
    r"(?:pluss|bonus|fordel|føremon|styrke|trumf|gevinst|merit|fördel|plus|advantage|asset|treat|boon|perk|luksus|"
    r"fjær i hatten|fjäder i hatten|fjer i hatten|kort på hånden|kort på handa|kort på hand|ess i ermet|fortrinn|"
    r"försprång|forsprang|forspring|edge|head start|godbit|krydder|krydda|bonuspoeng|plusspoeng|pluspoint|pluspoäng|"
    r"pre|gode|feather in your cap|welcome extra|nice extra|extra|kirsebær på toppen|fin ting|bra ting|good thing|"
    r"gull verdt|nice bonus|lift|dealmaker|plusfaktor)"
)
_SEEN = compiled(
    r"\b(?:ser|set|setter|sätter|sætter|synes|syns|synest|liker|likar|gillar|tycker|tar|tek|noterer|legger|legg|lägger|"
    r"lægger|blir|"
    rf"vert|hører|høyrer|hör)\s(?:vi|me)\s{_OWN}(?:positivt|gjerne|gärna|gerne|pris|stor pris|stort? pris|värde|merke|"
    rf"märke|mærke|"
    r"velvillig|med velvilje|med glede|svært positivt|bra|fint|artig|glade|gla|glada|nysgjerrige|nyfikna|ekstra glade|"
    r"begeistret|imponert|imponerte|interessert|fra|frå)\b(?:\s(?:på|til|om|det|for|av|över|over|deg|"
    r"dig)){0,3}(?=[.,;!]|$)"
)
"""*Et lederkurs ser vi positivt på.*"""
_HANDY = compiled(
    r"\b(?:er|är|is|are|kan være|kan vere|kan vara)\s(?:også |alltid |jo |always )?(?:praktisk|nyttig|nyttigt|kjekt|"
    r"greit|fint|lurt|handy|bra|bekvämt|smart|good|nice|useful|moro|gull|stas|rart|godt|deilig)\s(?:å|att|at|"
    r"to)\s(?:ha|have|kunne|kunna|know|kende|kjenne)(?=[.,;!]|$| (?:selv|sjølv|men|for|når|because|as|even))"
)
_VALUED = compiled(
    r"\b(?:vi|me|we)\s(?:ser|set|setter|sätter|sætter|look|would)\s(?:også |stor |ekstra |særlig |veldig |svært |"
    r"det som )*(?:positivt på|pris på|värde på|kindly on|favourably on|favorably on|som en fordel|"
    r"som ein fordel)\s(?:det |at |det at )?(?:om|hvis|dersom|viss|når|if|søkere|søkjarar|kandidater|applicants|"
    r"candidates)\b|\b(?:bonus ?poeng|pluss ?poeng|plus ?points?|pluspoäng|extra credit|extra points|bonus points|"
    r"brownie points|ekstra poeng|stjerne i boka|gold stars?|ekstrapoeng)\s(?:[a-zæøå]+\s)?(?:til|for|if|om|hvis|"
    r"dersom|viss|går|to|till|får|goes|go)\b(?: (?:til|to|till))?|\b(?:we'd|we would|vi ville|we'd also|"
    r"we would also) (?:be (?:happy|glad|delighted|pleased|thrilled) (?:to (?:see|hear|find|meet)|if)|love (?:to see|"
    r"it if|someone))\b|\b(?:vi|me) (?:blir|vert) (?:også |ekstra |veldig |litt )*(?:glade|nysgjerrige|imponert|"
    r"nyfikna|interessert\w*) (?:om|hvis|dersom|viss|av|for|når)\b"
)
"""*Bonuspoeng til deg som kan Tableau.*"""
_REGARDED = compiled(
    r"\b(?:regnes|reknast|regnast|rekna|räknas|betraktes|betraktast|anses|ansees|anser|sees|sjåast|ses|vurderes|"
    r"vurderast|vurderer|oppfattes|teller|tel|counts?|counted|seen|regarded|considered|viewed|treated|reknar|regner|"
    r"räknar|ser)(?:\s(?:vi|me|det|absolutt|også|òg|helt klart|klart|her)){0,2}\s(?:som|as|"
    r"for)\s(?:[a-zæøå]+\s){0,2}?(?:fordel\w*|pluss|bonus|styrke|føremon|merit\w*|plus|asset|advantage|fördel|"
    r"positiv\w*|fortrinn|meriterende|pre|edge|strength)\b"
)
"""*Erfaring fra en interesseorganisasjon regnes som en fordel.*"""
_COUNTS = compiled(
    rf"\b(?:teller|tel|telle|telje|tæller|räknas|räknar|counts?|count) {_OWN}(?:med|positivt|in your favour|"
    rf"in the applicant's "
    r"favour|ekstra|extra|til din fordel|till din fördel|i din favør|i positiv retning|i pluss|på plussiden|"
    r"towards you|for you|"
    rf"inn|in|også|òg|till din favör|godt)(?=\W|$)|\b(?:trekker|drar|dreg|trækker|trekke|slår|taler|talar|väger|veier|"
    rf"veg) {_OWN}(?:(?<!veier )(?<!veg )(?<!väger )(?:opp|op|upp)|i positiv "
    r"retning|til din fordel|i din favør|for deg|i riktig retning|positivt|till din fördel|tungt til din fordel|"
    r"tungt)(?=\W|$)|"
    rf"\b(?:blir|vert|bli|be|is|are|bliver|få|får) {_OWN}(?:tillagt|tilagt|tillagd|gitt|given|lagt|lagd|"
    rf"ekstra) (?:positiv |extra |ekstra |stor )?(?:vekt|weight|vikt|vægt)\b|"
    r"\b(?:gjør|gjer|gör|gør|makes?|will make|would make|får) (?:oss|os|us)\s(?:[a-zæøå]+ ){0,2}?(?:glade|glad|happy|"
    r"smile|nysgjerrige|curious|til å smile|interessert|sit up|spisse|ekstra interessert)\b"
)
"""*Fagbrev i reiselivsfaget tel med.*"""
_A_PLUS = compiled(
    r"\b(?:er|is|are|blir|vert|bliver|be|være|vere|vært|vore|vara|var|är|gir|gjev|ger|giver|gives?|gir deg|"
    r"utgjør)\s(?:deg |dig |you |søkere |"
    rf"søkeren )?{_OWN}(?:som )?(?:et|ett|en|ein|eit|ei|a|an|some)\s(?:[a-zæøå]+(?:-[a-zæøå]+)?\s){{0,3}}?{_THING}\b|"
    r"\b(?:would|will|could|might|may|can) (?:also |certainly |definitely )?come in (?:very |really |quite )?(?:handy|"
    r"useful)\b|\b(?:would|will|could|hadde|ville|vil|vore|hade|skulle|might)\s(?:(?:also|certainly|definitely|all|be|"
    r"være|vært|vere|vore|vara|varit|have been|kunne|kunna|been|også|klart) )+(?:of (?:great )?(?:help|use|interest|"
    r"value)|handy|welcome|lovely|great|nice|useful|super|good|brilliant|fint|bra|kjekt|moro|gøy|topp|supert|flott|"
    r"nyttig|praktisk|stas|kul|kult|roligt|fantastisk|dejligt|rart|herlig|to your advantage|in your favour|"
    r"telle (?:ekstra|positivt)|kome godt med|komme godt med|komma väl till pass)\b"
)
"""*Polsk er et ekstra kort på hånden*, *Danish would be a treat*."""
_ANSWERED_YES = compiled(
    r"\?\s(?:ja takk|ja tak|yes please|yes, please|ja, gjerne|gjerne|gärna|kjør|hurra|herlig|heilt topp|helt topp|"
    r"strålende|excellent|even better|better still|da (?:vil|hører|blir|ser|har)|då (?:vil|vill|høyrer|blir)|"
    r"så (?:hører|blir|vil)|vi (?:hører|vil) gjerne|we'd love|we would love|wonderful)\b"
)
_NO_HARM = compiled(
    r"(?:\b(?:ikke|ikkje|inte|not|never|aldri|aldrig|ingen|inget|ikke nogen|ikke noen|ikkje nokon)|n't)\s(?:(?:akkurat|"
    r"direkte|heller|egentlig|be|vært|vore|vara|varit|være|vere|det|noen|helt|exactly|entirely|at all|et|en|i det hele "
    r"tatt|go|just|do you) ){0,3}(?:amiss|wasted|wrong|a bad thing|bad idea|hurt|harm|feil|fel|gal[te]?|galet|dum[mt]?|"
    r"dumt|i veien|i vegen|i vägen|bortkastet|bortkasta|bortkastat|spildt|skade|skader|skada|skadar|til skade|vondt|"
    r"unyttig|onyttigt|ulempe|nackdel|disadvantage|å forakte|verst|tokigt|feilslått|forgjeves)\b|\b(?:skader|skadar|"
    r"skadar|hurts?)\s(?:vel |jo |det )?(?:aldri|aldrig|ikke|ikkje|inte|never)\b|\b(?:gjør|gjer|gör|gør)\s(?:det "
    r")?(?:bestemt |slett |jo |absolutt )?(?:ingenting|ikke noget|ikke noe|ikkje noko|inget|ingenting),?\s(?=(?:om|"
    r"hvis|dersom|viss|at|att)\s(?:du|ni|at du)\s(?!ikke|ikkje|inte|mangler|aldri))|\b(?:never|not|n't) go(?:es)? "
    r"(?:amiss|to waste)\b"
)
"""*Zendesk ville ikke vært feil*, *a little Excel wouldn't go amiss*."""
_GLAD = compiled(
    r"\b(?:vi|me|we|det|it|that)\s(?:(?:er|ær|are|vil|ville|would|will|'d|be|blir|vert|bliver|kommer til å|ekstra|"
    r"extra|bare|virkelig|really|secretly|litt|lite|bredt|också|også) ){0,4}(?:jubler|jublar|jubla|juble|smiler|smilar|"
    r"smile|ler|glæder|glæde|gleder|glede|gler|gläder|glädjer|frydes|begeistres|tickled|pleased?|pleases|delighted|"
    r"thrilled|chuffed|over the moon|happy|glade|glad|gla|glada|imponert|imponerte|imponerede|impressed|cheer|beam|"
    r"applaud|klapper|bukker|letter på hatten)(?:\s(?:oss|os|us|bredt|brett|ekstra|stort|høyt|litt|når|at|av|over|"
    r"stort sett|i|skjegget|hendene|of|you|by)){0,3},?\s(?=(?:om|hvis|dersom|viss|når|if|when|over|for|to (?:see|find|"
    r"hear|meet)|av)\b)|\bwould please us\b|\b(?:vi|me|we)?\s?(?:vil |ville |would |'d |skulle )(?:vi |me |we "
    r")?(?:også |gjerne |also |really )?(?:like|love|likt|elske|gjerne|setje pris på|gärna)\s(?:å |to |att )?(?:høre|"
    r"høyre|höra|hear|vite|vita|veta|know|lese|read)\s(?:om |about |at |of |whether |if )?(?!fra (?:deg|dig)|frå deg|"
    r"from you|from candidates)"
)
"""*Vi jubler hvis du kan Zendesk*, *vi vil gjerne høre om du har tatt lederkurs*."""
_AHEAD = compiled(
    r"\b(?:gir|gjev|ger|giver|gives?|puts?|setter|set|sætter|sätter|stiller|ställer|flytter|flyttar|moves?|bringer|"
    r"bringar|skyver|lands?|lifts?|løfter|lyfter|lyftar|få|får)\s(?:deg|dig|you|søknaden(?: din)?|søknaden|ansökan|"
    r"your (?:application|cv)|ansøgningen|the application|profilen(?: din)?)\b(?! (?:ikke|ikkje|"
    r"inte))(?:[^.;:]{0,25}?\b(?:forsprang|forsprong|försprång|foran|fremfor|øverst|fremst|fremme|først|fyrst|bedre|"
    r"betre|bättre|sterk\w*|stark\w*|near the top|to the top|ahead|up the list|front|head start|higher|høyere|högre|"
    r"opp i|op i|upp i|fram i|frem i|til topps|poeng|uttelling))|\b(?:løfter|lyfter|lyftar|styrker|styrkar|stärker|"
    r"lifts|boosts|strengthens)\s(?:søknaden(?: din)?|ansökan|ansøgningen|(?:your|the|an) (?:application|cv)|"
    r"profilen(?: din)?)\b|\bgj[øe]r at du (?:havner|kommer|kjem|hamnar|stiller|ligger)\b[^.;:]{0,25}|\bgör att "
    r"du\b[^.;:]{0,25}|\b(?:stiller|står|havner|kommer|kjem|ligger|hamnar)\s(?:du |dermed |derfor |da )?(?:øverst|"
    r"fremst|fyrst|først|foran|framfor|ekstra sterkt|længst fremme)\s(?:i|av|blant|in)\s\w+|\b(?:tips?|tip) the "
    r"(?:scales?|balance)\b|\b(?:gir|ger|giver|gjev)\s(?:ekstra |litt |stor |god )?uttelling\b|\bunderlättar\b|"
    r"\bgrädde på moset\b|\bgrädden på moset\b|\b(?:lodd|tungt) i vekts\w+|\b(?:tar|tek|setter|set|noterer|"
    r"regner)\s(?:vi|me)\s(?:det |den |dette )?(?:på plussiden|på pluss-siden|som (?:en |ein )?(?:bonus|gevinst|pluss)|"
    r"på plusskontoen)|\bsom en (?:till|til)gång\b|\bsetter (?:vi )?(?:det|dette) på plussiden\b"
)
"""*Fagbrev gjør at du havner øverst i bunken*, *Zendesk puts you near the top of the pile*."""
_FIRST_CHOICE = compiled(
    r"\b(?:foretrekkes|føretrekkjast|föredras|foretrækkes|prioriteres|prioriterast|prioriteras|foretrukket|føretrekt|"
    r"foretrukne|prioritert|prioriterte|prioriterade|går foran|går føre|går före|går forud|går forrest|gis fortrinn|"
    r"har fortrinn|given (?:priority|preference)|be preferred|be prioriti[sz]ed|take precedence|have an edge|går "
    r"fremst|(?:får|har|gis|gir|gjev|få|gives|ges) (?:forrang|førtur|fortrinn|første ?rett))(?=\W|$)"
)
"""*Søkere med fagbrev blir foretrukket.*"""
_IF_SO = compiled(
    r"\b(?:hvis|om|dersom|viss|if)\s(?:du|ni|you)\s(?:tilfeldigvis |allerede |alt |already |happen to )?(?:har|have|"
    r"kan|has)\s(?:det|den|de|it|one|them|slikt|slik|någon|noe slikt)(?=[.,;!)]|$)"
)
"""*Black Belt if you have it.*"""
_HOPED = compiled(
    r"\b(?:forhåpentlig(?:vis)?|forhåbentlig|förhoppningsvis|hopefully|with (?:a bit of |any |some )?luck|med litt "
    r"flaks|med lite tur|med lidt held|on a good day|i beste fall|(?:vi|me|we) (?:drømmer|drøymer|drömmer|dream)(?: "
    r"litt| lite)?(?: høyt| om| of| högt)?|happen to|could-haves|tilfeldigvis|rent tilfældigt)\s"
)
"""*… and, with a bit of luck, tender experience*."""
_DENIED = compiled(r"\b(?:ikke|ikkje|inte|not|never|neppe|aldri|ikke heller)\s(?:[a-zæøå]+\s)?$")
_INVERTED = ("er det ", "ær det ", "blir det ", "vert det ", "is it ", "vil det ")
_SIEVE = Sieve((
    (_SEEN, "backward"), (_VALUED, "forward"), (_REGARDED, "kernel"), (_COUNTS, "kernel"), (_A_PLUS, "kernel"),
    (_ANSWERED_YES, "backward"), (_HANDY, "backward"), (_NO_HARM, "kernel"), (_GLAD, "forward"), (_AHEAD, "kernel"),
    (_FIRST_CHOICE, "backward"), (_IF_SO, "backward"), (_HOPED, "forward"),
)
)  # fmt: skip


def wished(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The wishes of a folded sentence."""
    for found, way in _SIEVE.finds(folded):
        start, end = found.span()
        if not _DENIED.search(folded, max(0, start - 20), start):
            inverted = start > 0 and found.group().startswith(_INVERTED)
            yield start, end, "nice", "backward" if inverted and way == "kernel" else way

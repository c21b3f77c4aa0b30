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
    rf"veg) {_OWN}(?:opp|op|upp|i positiv "
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
_DENIED = compiled(r"\b(?:ikke|ikkje|inte|not|never|neppe|aldri|ikke heller)\s(?:[a-zæøå]+\s)?$")
_INVERTED = ("er det ", "ær det ", "blir det ", "vert det ", "is it ", "vil det ")
_SIEVE = Sieve((
    (_SEEN, "backward"), (_VALUED, "forward"), (_REGARDED, "kernel"), (_COUNTS, "kernel"), (_A_PLUS, "kernel"),
    (_ANSWERED_YES, "backward"), (_HANDY, "backward"),
)
)  # fmt: skip


def wished(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The wishes of a folded sentence."""
    for found, way in _SIEVE.finds(folded):
        start, end = found.span()
        if not _DENIED.search(folded, max(0, start - 20), start):
            inverted = start > 0 and found.group().startswith(_INVERTED)
            yield start, end, "nice", "backward" if inverted and way == "kernel" else way

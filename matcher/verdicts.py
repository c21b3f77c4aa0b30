"""Verdicts: a word or two that say all there is to say of a thing, whatever mark parts the two.

*Førerkort: ja*, *ITIL - ikke nødvendig*, *Power BI (preferred)*, *Truckbevis? Nei.* The same words stand alone over a
list (*Ufravikelig*) and before a colon (*Bør: …*).
"""

from collections.abc import Iterator

from matcher.folding import compiled
from matcher.nots import NOT

_VERY = (
    r"(?:(?:absolutt|absolut|helt|heilt|klart|sterkt|strongly|absolutely|definitely|highly|mildly|purely|altid|alltid|"
    r"alltids|always|veldig|svært|very|strengt|strictly|bare|berre|just|et|eit|ett|en|ein|a|an|som|er|är|is|are|stort|"
    r"stor|big|huge|jo|også|og så|kun|rett og slett|simply|dessverre|diverre|for oss|kan være|kan vere|may be|"
    r"would be|ville være|hadde vært)\s){0,3}"
)
_NEEDED = (
    r"(?:krav|skal-?krav|må-?krav|skallkrav|must|must-?have|måste|må|må ha|skal|skal ha|ska|nødvendig(?:het)?|"
    r"nødvendige|nødvendigt|naudsynt|naudsynleg|nödvändigt?|påkrevd|påkrevet|påkravd|påkrævet|obligatorisk[et]?|vilkår|"
    r"villkor|betingelse|forutsetning|føresetnad|förutsättning|forudsætning|kreves|krevst|krävs|kræves|trengs|trengst|"
    r"behövs|behøves|required?|requirement|mandatory|essential|compulsory|necessary|needed|a condition|prerequisite|"
    r"kriterium|kriterie|avgjørende|avgjerande|avgörande|afgørende|viktig|viktigt|vigtigt|important|expected|forventet|"
    r"forventes)"
)
_MUST = (
    rf"(?:(?:ja|jo|yes)(?! (?:takk|tack|tak|please))(?:\s(?:selvsagt|absolutt|visst|it is|det er det|det må du|det "
    rf"trenger du|definitely|of course))?|{_VERY}{_NEEDED}(?: (?:for oss|hos oss|her|for this role|i stillingen))?|"
    rf"{_VERY}(?:ufravikelig\w*|ufråvikeleg\w*|uunnværlig\w*|uunnverleg\w*|uundværlig\w*|omistlig\w*|oumbärlig\w*|"
    rf"indispensable|non-negotiable|bestått|bestod|bestået|godkänd|passed|minimum|minstekrav|a given|en selvfølge|"
    r"ei sjølvfølgje|självklart|absolutt|absolut|absolutely)|(?:må|skal|ska|must|need|shall)(?: (?:ha|have|være|kunne|"
    r"vara|vere|kunna))?|(?:krever|krev|kräver|kræver|requires?)(?: vi| me| we)?)"
)
_NICE = (
    rf"(?:{_VERY}(?:gjerne|gärna|gerne|helst|fortrinnsvis|ideally|preferably|ja takk|ja tack|ja tak|yes please|"
    r"ønskelig\w*|ønskeleg\w*|ønskjeleg\w*|ynskjeleg\w*|önskvärt|ønskværdig\w*|ønske|ønskje|ynskje|önskemål|ønsket|"
    r"meriterande|meriterende|merit|preferred|desirable|desired|beneficial|advantageous|advantage|(?:\w+)?fordel\w*|"
    r"føremon\w*|fördel\w*|(?:kjempe|pluss-?)?pluss|plus|a plus|bonus|hyggelig|hyggeleg|trevligt|kjekt|kjekk|fint|bra|"
    r"flott|topp|greit|artig|moro|gøy|kult|nice|great|good|lovely|handy|useful|nyttig\w*|nice[ -]to[ -]have|"
    r"(?:fint|kjekt|godt|bra|rart|greit|good|nice) (?:å|at|att|to) (?:ha|have)|valgfritt men fint|welcome|velkommen\w*|"
    r"velkome|välkommet|velkomment|forhandlingsbart|forhandlingsbare|negotiable|förhandlingsbart|kanskje|kanske|måske|"
    r"maybe|perhaps|bør|bör|bør ha|bör ha|should|should have|could|could have|could-have\w*|kan|kan ha|"
    r"teller (?:positivt|med)|tel (?:positivt|med)|hvis du har det|om du har det|if you have it)"
    rf"(?:,? (?:men|but|dog|though|although|om enn)(?: det er| er)? {NOT} [\w ]{{3,25}}|,? {NOT} {_VERY}{_NEEDED})?)"
)
_NEGATED = (
    rf"(?:{_NEEDED} {NOT}|{_VERY}{NOT} {_VERY}(?:{_NEEDED}|aktuelt|aktuell|relevant|interessant|tema|noe tema|"
    rf"vesentlig\w*|så nøye|"
    r"så viktig|så viktigt|nøye|noe for deg|for deg|hos oss|her|here|at all|på noen måte)(?:(?: her| hos oss| heller| "
    r"for oss| for deg| either| here| lenger)*)|(?:nei|nej|no|nope|niks|nah|nix|ingen|inga|inget|intet|none|null|nil|"
    r"n/a|zero|ikke|ikkje|inte|not)(?: (?:det trenger du ikke|det treng du ikkje|takk|thanks|tack|tak|slett ikke))?|"
    rf"(?:slett|absolutt|absolut|på ingen måte|aldeles|overhodet|slet|certainly|absolutely|definitely) {NOT}|not at "
    rf"all|{_VERY}(?:uaktuel\w*|uvesentl\w*|oväsentlig\w*|uvæsentlig\w*|uviktig\w*|oviktig\w*|unødvendig\w*|onödig\w*|"
    r"unnecessary|unimportant|irrelevant\w*|immaterial|uinteressant\w*|ointressant\w*|likegyldig\w*|ligegyldig\w*|"
    r"likgiltig\w*|overflødig\w*|valgfri\w*|frivillig\w*|optional|minimal[t]?|underordnet|underordna|waived|(?:uten|"
    r"utan|uden) betyd\w+|of no importance)(?: (?:her|hos oss|for oss|here|to us))?|(?:kan|kan du) (?:sleppe|slippe|"
    r"glemmes|glemme|droppes|droppe|strykes|hoppe over|skippa|utelates)|(?:trenger|treng|behöver|behøver|krever|"
    rf"krev|kräver|kræver) (?:du |vi |me )?{NOT}(?: krav)?|need not|won't|glem det|gløym det|glöm det|forget it|"
    r"forget about it|stryk det|blås i det|(?:vi|me|we) (?:spør|frågar|spørger|ask) (?:ikke|ikkje|inte|not)|we don't "
    r"ask|(?:hyggelig|fint|greit|nice|noe|fine) for (?:andre|others|other people)|(?:får|lærer|lær|lär|tar|ordner|"
    r"fikser) (?:du|vi|me)(?: deg)?(?: her| hos oss| av oss| internt| på jobben)?|spiller ingen rolle|spelar ingen "
    r"roll|doesn't matter|does not matter|samme for oss|same for oss)"
)
_MARK = r"(?:\s?[:=?]\s|\s-\s|\s?\(\s?|\s?★+\s)"
_YET = rf"(?:{_NEGATED},? (?:men|but|dock|dog|though) (?:det er |it is |er )?(?:teller|tel|counts|artig|{_NICE})\w*)"
"""*Kreves ikke, men teller.*"""
_GIVEN = compiled(
    rf"{_MARK}\(?(?:(?P<nice>{_YET}|{_NICE})|(?P<negated>{_NEGATED})|(?P<must>{_MUST}))"
    r"(?=\s?(?:$|[.;)!](?:\s|$)|,\s(?:[a-zæøå]+\s){0,5}[a-zæøå]+[.!)]?$))"
)
_ALONE = compiled(
    r"(?!viktig|vigtig|important|avgj|(?:får|lærer|lær|lär|tar|dette får|dette lærer|det får|det lærer) )"
    rf"(?:det |dette |this |that )?(?:(?P<nice>{_YET}|{_NICE})|(?P<negated>{_NEGATED})|(?P<must>{_MUST}))(?: (?:er|is|"
    rf"for "
    r"oss|for deg))?\W*$"
)
_MEANINGS = ("nice", "negated", "must")


def judged(folded: str) -> Iterator[tuple[int, int, str, str]]:
    """The verdicts of a folded sentence on what stands before them."""
    for found in _GIVEN.finditer(folded):
        meaning = next(name for name in _MEANINGS if found[name])
        yield found.start(), found.end(), meaning, "backward"


def verdict(label: str) -> str | None:
    """What a folded label says of the things under or after it, where it says nothing else: *Ufravikelig*, *Bør*."""
    found = _ALONE.match(label)
    return next(name for name in _MEANINGS if found[name]) if found else None

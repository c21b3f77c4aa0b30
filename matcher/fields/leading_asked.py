"""How experience of leading is asked for, where the clause itself says so: demanded, wished, or waived.

A clause has a predicate (*er et krav*, *trekker opp*) and perhaps a denial in front of it; two denials demand. The next
sentence may say it of what stood before: *Det må du kunne.*
"""

from domain.matching import Modality
from matcher.folding import compiled
from matcher.nots import NOT

_NEVER = (
    r"(?:ikke|ikkje|inte|aldri|aldrig|not|never|"
    r"uten|utan|uden|without|mangler|manglar|saknar|lacks?|haven't|ingen|inga|no)"
)
_REFUSED = (
    r"(?:for (?:deg|dig|you)|før dig|aktuell\w*|riktig\w*|rett|betraktning|beaktande|stilling\w*|trives|trivast|trivs|"
    r"vurdere[rst]*|vurdert|considered|apply|søke|lykkes|fungere|work|proceed|videre)"
)
_TWO_DENIALS = compiled(
    rf"\b{_NEVER}\b[^.;]{{0,60}}?(?:,\s|\s)[^.;,]{{0,40}}?(?:\b{NOT}\b[^.;]{{0,40}}?\b{_REFUSED}|\b(?:feil|galt|fel|"
    rf"forkert|"
    rf"wrong)\b)|\b{NOT}\b[^.;,]{{0,25}}?\b(?:førstegangs\w+|first-time|første lederjobb|first (?:management|"
    rf"leadership)|"
    rf"(?:fersking|nybegynner|nybyrjar|novice|beginner|newcomer) (?:som|as|to|in)|(?:kommer|"
    rf"kjem) [^.;]{{0,20}}betraktning)"
)
"""*Uten ledererfaring kommer du ikke i betraktning*, *ikke en jobb for førstegangsledere*."""
_UNYIELDING = compiled(rf"\b{NOT}\b(?:\s\w+){{0,2}}\s(?:fravik\w*|vike på|negotiable)")
"""*Det er noe vi ikke fraviker.*"""
_NECESSARY = (
    r"(?:nødvendig\w*|naudsynt\w*|nödvändig\w*|avgjørende|avgjerande|avgörande|ufravikelig\w*|påkrevd|obligatorisk|"
    r"essential|"
    r"required|mandatory|expected|crucial|a must|non-negotiable|(?:et |eit |ett |a |an )?(?:minste|minimums|absolutt |"
    r"ufravikelig )?krav\w*|minimum|(?:en |ei |ein |a )?(?:forutsetning|føresetnad|förutsättning|forudsætning|"
    r"betingelse|"
    r"prerequisite|requirement)|(?:eit |et |ett )?vilkår|villkor)"
)
_DEMANDED = compiled(
    rf"\b(?:(?:er|är|is|are|blir|regnes som|ses som)\s(?:\w+\s){{0,2}}?{_NECESSARY}|krev(?:es|er|st|s)?|kræve[sr]|"
    rf"kräve?[sr]|"
    rf"forutsett\w+|føreset\w*|förutsätt\w+|forudsætte[rs]|forvente[rs]|forventast|förvänta[rs]|(?:we|"
    rf"role) (?:require|expect)s?|"
    rf"(?:nødt til å|må) (?:vi )?(?:be om|kreve)|(?:må|skal|måste|ska|must|have to) (?:du |"
    rf"you )?"
    rf"(?:ha|have|kunne|kunna|be able)|only consider|kun aktuelt)\b"
)
_DENIED = compiled(
    rf"\b{NOT}\b(?:\s(?:et|eit|ett|noe|noko|något|noget|a|any|vi|du|you|absolutt|er|är|lenger|\w+ligt)){{0,3}}\s?$"
)
_WISHED = compiled(
    r"\b(?:set(?:ter|t|te)? (?:stor |stort )?pris på|sætter pris på|sätter värde på|verds(?:etter|et)|uppskattas|"
    r"appreciated?|"
    r"blir (?:vi )?(?:ekstra |bare )?gla(?:d|de)|trekker opp|trekk opp|drar upp|(?:teller|tel|tæller|räknas|"
    r"counts?) (?:\w+ )?"
    r"(?:positivt|med|til|for|in)|gir (?:et )?pluss|(?:bare |very )?hyggelig|trevligt|går foran|står foran|går føre|"
    r"foretrekkes|(?:er|är|is|are|be|være|vere|vara) (?:\w+ ){0,2}?(?:fint?|bra|kjekt|greit|pluss|plus|fordel|fördel|"
    r"føremon|"
    r"styrke|styrka|nyttig\w*|nice|lovely|welcome|useful|bonus|advantage|merit\w*|ønskelig|ønskjeleg|velkommen|moro)|"
    r"gjerne høre|gärna höra|love to hear|(?:we|vi) (?:like|liker|likar|gillar|kan li) (?:that|det)|tell us about|"
    r"skriv (?:det|gjerne)|(?:raise an? |(?:vi )?løfter )?(?:eyebrow|øyenbryn)|gjør oss glade|skader (?:det )?ikke|"
    r"kanskje|"
    r"kanske|måske|perhaps|maybe|might have|ideally)\b"
)
_MAYBE_NOT = compiled(
    rf"\b(?:kanskje|kanske|måske|perhaps|maybe)\b|^\W*(?:if|om|hvis|dersom|viss)\s(?![^.;,]{{0,25}}\b{_NEVER}\b)"
)
_VERB = compiled(
    r"\b(?:er|är|is|are|har|have|has|skal|ska|vil|vill|will|kan|can|må|must|får|blir|vert|bliver|var|was|we|vi|du|you|"
    r"deg|dig|"
    r"dette|this|tilbyr|gir|offer|leder|leier|leads?|rapporterer|søker|søkjer|din|dine|your|vår|våre|our)\b"
)
_OPENING = 32
"""How far into a demand without a verb the experience may stand."""
_BACK = compiled(
    r"\W*(?:og |and |men |but |for )?(?:det|dette|den|that|this|it|slik|slike|sånt|such|kravet|uten (?:det|dette|"
    r"slik)|without "
    r"(?:it|that)|søkere uten (?:det|slik\w*)|har du (?:det|ikke)|not a|ingen fare|no problem|vi li\w+|we like|"
    r"we love|bra|fint|flott|good)\b"
)


def demands(folded: str) -> bool:
    """Is something demanded in the clause, and the demand not denied?"""
    if refuses_others(folded):
        return True
    return any(
        not _DENIED.search(folded[: found.start()]) and not _DENIED_IN.search(found.group())
        for found in _DEMANDED.finditer(folded)
    ) and not _LATER_DENIED.search(folded)


_DENIED_IN = compiled(rf"\b{NOT}\b")
_LATER_DENIED = compiled(
    rf"\b(?:krev|krever|kräver|kræver|forventer|require|expect)\s(?:vi |me |we |du )?(?:\w+ )?{NOT}\b"
)


def refuses_others(folded: str) -> bool:
    """*Har du ikke ledet før, er dette feil sted å begynne*: two denials demand."""
    return bool(_TWO_DENIALS.search(folded) or _UNYIELDING.search(folded))


def wishes(folded: str) -> bool:
    """Is it said to be welcome?"""
    return _WISHED.search(folded) is not None


def leaves_open(folded: str) -> bool:
    """*Du har kanskje hatt personalansvar*, *if you have been a supervisor*: the applicant need not have."""
    return _MAYBE_NOT.search(folded) is not None


def is_bare(folded: str, start: int) -> bool:
    """*Seks år i lederjobb.* A demand without a verb, which opens with it."""
    return start <= _OPENING and len(folded) <= _LONGEST and not _VERB.search(folded)


_LONGEST = 110


def said_after(folded: str) -> Modality | None:
    """What a sentence says of the one before: *Det må du kunne*, *Vi liker det*."""
    if not _BACK.match(folded):
        return None
    if demands(folded):
        return Modality.MUST
    return Modality.NICE if wishes(folded) and not _DENIED_IN.search(folded) else None

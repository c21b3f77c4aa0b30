"""A label before a paper or a verdict after it: *Krav: førerkort*, *GDPR-kurs – kreves*, *politiattest: nei*."""

from domain.matching import Modality
from matcher.folding import compiled

NOT = (
    r"(?:ikke|ikkje|inte|ej|not|n't|cannot|ingen|inga|inget|intet|ingenting|no|none|nothing|neppe|næppe|knappast|"
    r"hardly|aldri|aldrig|never|verken|hverken|varken|korkje|neither|nor|null)"
)
LESS = compiled(rf"(?:\b|(?=n't)){NOT}\b")
REACH = 110
"""Letters around a paper in which its clause is looked for."""
_LABEL = compiled(
    r"(?:^|[.;!?]\s|\s-\s|,\s)(?:(?P<no>need not|(?:[\w']+ ){0,3}?(?:trenger|treng|trengs|trengst|behøver|behøvs|"
    r"behøves|kreves|krevst|kræves|krævs|krever|krev|kræver) (?:du |vi |me )?(?:ikke|ikkje|inte)|(?:ikke|ikkje|inte|"
    r"not) (?:et |eit |ett |a )?(?:krav|nødvendig\w*|naudsynt\w*|påkrevd|aktuelt|needed|required|necessary|essential)|"
    r"kan sleppe|kan droppes|uvesentlig|uviktig|unødvendig|onødigt)|(?P<nice>(?:ønske[rs]?|ønskes|ønskelig|ønskjeleg|"
    r"ønskværdigt|ønskvært|should(?:-haves?| have)?|could(?:-haves?| have)?|nice(?:[ -]to[ -]haves?)?|meriterende|"
    r"meriterande|pluss|plus|bonus|bør ha|bør|gjerne|helst|desirable|preferred|fordel|gærna|gerne)(?:,? (?:(?:but|men) "
    r")?(?:ikke|ikkje|inte|not) (?:et |eit |ett |a )?(?:krav|required?|essential|must|nødvendig\w*|naudsynt))?)|"
    r"(?P<must>(?:\w+ )?(?:krav|minimumskrav|minstekrav|must|must-haves?|må|må ha|required|requirements?|krever|kreves|"
    r"kræver|kræves|krævs|minimum))(?: nr\.? ?\d)?)\s?:\s[^.;:!?]{0,70}$"
)
"""*Krav nr. 1: bestått kunnskapsprøve*, *Should: a yellow belt.*"""


def labelled(folded: str, start: int) -> Modality | None:
    if ":" not in folded:
        return None
    found = _LABEL.search(folded, max(0, start - REACH), start)
    if found is None:
        return None
    return Modality.NEGATED if found["no"] else Modality.NICE if found["nice"] else Modality.MUST


_VERDICT = compiled(
    r"(?: kl\. \w)?[^.;:!?()]{0,15}?(?:\s?\([^()]{0,60}\)){0,2}(?:\s-|\s?[:=?](?:\s[\w -]{2,30}\?)?)\s(?:en |et |eit |"
    r"ein |ett |a |an |er |is )?(?:(?P<nice>(?:svært |sterkt |strongly |stor |big |klar )?(?:ønskelig\w*|ønskjeleg\w*|"
    r"ønskeleg\w*|ønske|ønskes|ønskværd\w*|preferred|desirable|desired|nice|plus|pluss|fordel|føremon|meriterende|"
    r"meriterande|helst|gjerne|gærna|gerne|hyggelig|hyggeleg|kjekt|flott|fint|supert|ja takk|jatakk|ja tack|bonus|"
    r"advantage|helpful|useful|nyttig\w*|praktisk)\b(?! for andre))|(?P<no>nei|nej|nope|no\b(?! later)|niks|"
    r"unødvendig\w*|unnecessary|immaterial|uvesentlig|irrelevant\w*|uaktuel\w*|(?:ikke|ikkje|inte|not) (?:et |eit |ett "
    r"|a )?(?:krav|nødvendig\w*|naudsynt\w*|must|required|needed|relevant\w*|aktuel\w*)|får du|trengs ikke|trengst "
    r"ikkje|behøvs inte|(?:arranged|provided|given|paid for|covered|offered) by us|(?:ordnes|holdes|gis|betales|dekkes|"
    r"ges|betalas|haldast) av oss|(?:vi|me|we) (?:spør|spørger|frågar|ask) (?:ikke|ikkje|inte)|ingen|for [a-zæøå]+ "
    r"only)|(?P<must>ja|yes|jo|kreves|krevst|kræves|krævs|krav|must|obligatorisk\w*|mandatory|required|essential|"
    r"(?:helt )?nødvendig\w*|naudsynt\w*|vilkår|villkor|påkrevd|bestått|absolutt krav|alltid))(?![\w-])"
)
"""*GDPR-sertifisering – kreves*, *politiattest: nei*."""
_BUT = compiled(r"[^.;:!?]{0,20}?,\s?(?:men|but|om enn|dog|though)\s(?P<rest>[^.;!?]{2,40})")
PLEASES = (
    r"(?:artig|moro|kjek[kt]t?|hyggelig\w*|hyggeleg\w*|fint?|flott|bra|gøy|nyttig\w*|nice|fun|good|great|welcome|"
    r"velkomm\w+|pluss|plus|fordel|bonus|styrke)"
)
_LIKED = compiled(rf"\b{PLEASES}\b")


_CONDITION = compiled(
    r"krav|forutsetning|føresetnad|førutsættning|forudsætning|betingelse|vilkår|villkor|must|requir|essential|"
    r"nødvendig|naudsynt|condition|påkrev|avgjør|checklist"
)
"""*Fint, men ingen forutsetning* wishes; *kult, men det får du ikke bruk for* does not."""
_NOR = compiled(
    r"(?:\s\w\b)?\s(?:ei )?(?:heller (?:ikke|ikkje|inte)|(?:ikke|inte|ikkje) heller|(?:enda|endå|ænnu|endnu) "
    r"mindre)(?=[.,;!]|$)"
)
"""*Førerkort heller ikke.*"""


def verdict(folded: str, end: int) -> Modality | None:
    if _NOR.match(folded, end):
        return Modality.NEGATED
    found = _VERDICT.match(folded, end)
    if found is None:
        return None
    but = _BUT.match(folded, found.end())
    if but and found["no"] and _LIKED.search(but["rest"]):
        return Modality.NICE  # Unødvendig, men artig.
    if but and found["nice"] and LESS.search(but["rest"]):
        return Modality.NICE if _CONDITION.search(but["rest"]) else Modality.NEGATED
    return Modality.NEGATED if found["no"] else Modality.NICE if found["nice"] else Modality.MUST

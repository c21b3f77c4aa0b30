"""A label before a paper or a verdict after it: *Krav: førerkort*, *GDPR-kurs – kreves*, *politiattest: nei*."""

from domain.matching import Modality
from matcher.folding import compiled

_NOT = r"(?:ikke|ikkje|inte|not|ingen|inga|inget|intet|no|neppe|aldri|aldrig|never)"
LESS = compiled(rf"\b{_NOT}\b")
REACH = 110
"""Letters around a paper in which its clause is looked for."""
_LABEL = compiled(
    r"(?:^|[.;!?]\s|\s-\s|,\s)(?:(?P<no>need not|not needed|not required|trenger ikke|treng ikkje|ikke krav|"
    r"ikkje krav|kan sleppe|kan droppes|behøver ikke|behøver inte|behøves ikke|uvesentlig|uviktig)|"
    r"(?P<nice>(?:ønske[rs]?|ønskes|ønskelig|ønskjeleg|ønskværdigt|ønskvært|should(?:-haves?| have)?|"
    r"could(?:-haves?| have)?|nice(?:[ -]to[ -]haves?)?|meriterende|meriterande|pluss|plus|bonus|bør ha|bør|gjerne|"
    r"helst|desirable|preferred|fordel|gærna|gerne)(?:, (?:ikke|ikkje|inte|not) (?:et |eit |a )?(?:krav|"
    r"required?))?)|(?P<must>(?:\w+ )?(?:krav|minimumskrav|minstekrav|must|must-haves?|må|må ha|required|"
    r"requirements?|krever|kreves|kræver|kræves|krævs|minimum))(?: nr\.? ?\d)?)\s?:\s[^.;:!?]{0,70}$"
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
    r"advantage)\b)|(?P<no>nei|nej|nope|no\b(?! later)|niks|unødvendig\w*|unnecessary|immaterial|uvesentlig|"
    r"irrelevant\w*|uaktuel\w*|(?:ikke|ikkje|inte|not) (?:et |eit |ett |a )?(?:krav|nødvendig\w*|naudsynt\w*|must|"
    r"required|needed|relevant\w*|aktuel\w*)|får du|trengs ikke|trengst ikkje|behøvs inte|(?:vi|me|we) (?:spør|spørger|"
    r"frågar|ask) (?:ikke|ikkje|inte)|ingen|for [a-zæøå]+ only)|(?P<must>ja|yes|jo|kreves|krevst|kræves|krævs|krav|"
    r"must|obligatorisk\w*|mandatory|required|essential|(?:helt )?nødvendig\w*|naudsynt\w*|vilkår|villkor|påkrevd|"
    r"bestått|absolutt krav|alltid))(?![\w-])"
)
"""*GDPR-sertifisering – kreves*, *politiattest: nei*."""
_BUT = compiled(r"[^.;:!?]{0,20}?,\s?(?:men|but|om enn|dog)\s(?P<rest>[^.;!?]{2,40})")
PLEASES = (
    r"(?:artig|moro|kjek[kt]t?|hyggelig\w*|hyggeleg\w*|fint?|flott|bra|gøy|nyttig\w*|nice|fun|good|great|welcome|"
    r"velkomm\w+|pluss|plus|fordel|bonus|styrke)"
)
_LIKED = compiled(rf"\b{PLEASES}\b")


def verdict(folded: str, end: int) -> Modality | None:
    found = _VERDICT.match(folded, end)
    if found is None:
        return None
    but = _BUT.match(folded, found.end())
    if but and found["no"] and _LIKED.search(but["rest"]):
        return Modality.NICE  # Unødvendig, men artig.
    if but and found["nice"] and LESS.search(but["rest"]):
        return Modality.NEGATED if "krav" not in but["rest"] else Modality.NICE
    return Modality.NEGATED if found["no"] else Modality.NICE if found["nice"] else Modality.MUST

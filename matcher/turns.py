"""What a whole turn of a sentence says of a thing, rather than a word of it: who is sought, what echoes a wish.

Denials and wishes have files of their own. A turn is what a cue word is: start, end, meaning and way of looking.
"""

from collections.abc import Iterator

from matcher.denials import denied
from matcher.folding import compiled
from matcher.wishes import wished

Turn = tuple[int, int, str, str]
"""Start, end, meaning and way of looking, as of a cue word."""
KIND_OF_PERSON = compiled(
    r"\b(?:vi|me|we|det|what)\s(?:(?:har|really|alltid|aller|særlig|helst|mest|gjerne|vil) ){0,2}(?:liker|likar|gillar|"
    r"setter pris på|set pris på|sätter värde på|sætter pris på|verdsetter|verdset|värdesätter|værdsætter|uppskattar|"
    r"faller for|fell for|faller för|ser for oss|ser føre oss|ser framför oss|ser gjerne|ønsker|ønsker oss|ønskjer|"
    r"ønskjer oss|ynskjer|önskar|søker|søkjer|söker|søger|ser etter|leter etter|leitar etter|letar efter|leder efter|"
    r"trenger|treng|behöver|har bruk for|har brug for|vil ha|vill ha|vil gjerne ha|trives med|trivst med|like|love|"
    r"value|appreciate|look for|are looking for|seek|are seeking|need|want)\s(?:(?:(?:en|ein|ei|a|an|noen|nokon|"
    r"någon|nogen|nye?|flere|fleire)\s)?(?:ledere?|leiarar?|ledare|leaders?|folk|people|personer?|person|someone|"
    r"somebody|kollegaer?|kolleger|kollegor|colleagues?|mennesker|menneske|mennesket|dem|dei|de|those|deg|dig|"
    r"søkere|kandidater?|candidates?)|(?:en|ein|ei|noen|nokon|någon|nogen|one))\s(?:som|der|who|that)\s(?:er|är|is|"
    r"are|har|have|has|ikke|ikkje|inte|tør|torer|vågar|tåler|toler|trives|trivst|liker|likar|gillar|likes?)\b|"
    r"\b(?:we|you)(?:'re| are)? (?:look(?:ing)? for|need|want|seek) (?:someone|somebody)\s(?!who\b|to\b|with\b|"
    r"for\b|that\b|in\b|like\b|at\b|new\b|else\b|on\b)|\b(?:vi|me) (?:ser for oss|ser føre oss|ser etter|søker|"
    r"søkjer|leter etter|leitar etter|söker|søger|trenger|treng|vil ha) (?:en|ein) (?=[a-zæøå]+ (?:og|och) )|"
    r"\b(?:det|den) (?:vi|me) (?:trenger|treng|ser etter|søker|søkjer|leter etter|vil ha|behöver|söker|ønsker),? "
    r"(?:er|är) (?:en|ein) |^being (?=.{5,80} (?:gets|takes|helps|matters|counts)\b)"
)
"""*Vi liker ledere som er varme og tydelige*: a frame that asks what somebody is like, without a *du*."""
FITS = compiled(
    r",\s(?:så |då |da |then )?(?:passer|passar|trives|trivst|høver|hører|høyrer|hör|er|är|bør|kan|you|you'll|this|"
    r"that)\s(?:du|dette|det|are|may|might|will|fit|could|is)\b(?:\s\w+){0,2}?\s?(?:inn|in|godt|bra|hos|heime|hjemme|"
    r"hemma|rett|rätt|den|deg|dig|one|fit|right|job|jobb|stilling\w*|her|here)\b"
)
"""*Er du tøff og ordentlig, passer du inn*: the condition names who is sought."""


def framed(folded: str) -> Iterator[Turn]:
    """The turns of a folded sentence."""
    for found in KIND_OF_PERSON.finditer(folded):
        yield *found.span(), "must", "forward"
    for found in _SKILLED_AT.finditer(folded):
        yield *found.span(), "must", "forward"
    yield from denied(folded)
    yield from wished(folded)


_SKILLED_AT = compiled(
    r"\b(?:du er|du är|you are|you're|er du|är du)\s(?:[a-zæøå]+\s){0,2}?(?:fortrolig|fortruleg|kjent|kjend|vant|van|"
    r"dreven|driven|stø|trygg|god|rutinert|bevandret|hjemmevant|heimevand|erfaren|røynd|familiar|comfortable|at home|"
    r"proficient|experienced|skilled|well versed|versed|bekväm|förtrogen|insatt|kendt|øvet|øvd|van vid|dyktig|flink|"
    r"duktig|dygtig|skarp|kompetent|adept|confident|handy|fluent|i stand|hjemme|heime|hemma|orientert|skolert|sterk|"
    r"stark|stærk)\s(?:med|i|på|til|at|with|in|vid|av|om)\s"
)
"""*Du er fortrolig med Dynamics 365* says no trait."""


def echoed(folded: str) -> Iterator[tuple[int, int]]:
    """*…, and so would Mailchimp*: what is asked for as the thing before it is."""
    for found in _ECHO.finditer(folded):
        yield found.span()


_ECHO = compiled(
    r"(?:(?:^|[,;.]\s|\s)(?:og |and |och |men )?)(?:(?:det samme|det same|detsamma|det sama|samma sak|the same|likeså|"
    r"likeens|likeledes|ligeledes|lika så|ditto)(?:\s(?:er|gjelder|gjeld|gäller|gælder|goes|applies|is|gjør|gjer|gør|"
    r"gör|kan sies|kan seiast))?(?:\s(?:også|òg|för|for|med|om))?|(?:det|dette) (?:gjør|gjer|gör|gør|gjelder|gjeld|"
    r"gäller|gælder) (?:også|òg|også|och|även|likeså)(?:\s(?:for|för))?|(?<!\sit )so (?:is|are|does|do|would|will)"
    r"(?=\s)|as (?:would|does|do|is|are)(?=\s(?!you|we|well|it|they)[\w. -]{3,60}[.!]?$)|liksom|liksom også)(?=\s)"
)

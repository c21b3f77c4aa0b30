"""Where the work is done, told by how a clause is built: who works, how much, and at which place.

*Fire av ukas fem dager kan du ta på kjøkkenet ditt*: a share of the week, and a place of one's own. *Alle sitter
hjemme*: everybody, and no share. *Du møter på laben fem dager i uka*: a house that people work in, and all of the week.
"""

import re

from matcher.fields.place_denials import clause_of, denied, is_of_others
from matcher.fields.place_parts import (
    AT_HOME,
    FREE,
    HOME_WORK,
    OFFICE,
    OFFICE_HOUSE,
    OPEN,
    PRESENCE,
    REST,
    SHARE,
    SOME_DAYS,
    THE_JOB,
    WHOLE,
    WORKS,
)  # fmt: skip
from matcher.fields.remote_words import FULLY, HOME, ONSITE
from matcher.folding import compiled

_NEAR, _FAR = r"(?:(?!\b(?:avslag|rabatt|rabat|discount)\b)[^.;:!?]){0,60}?", r"[^.!?]{0,110}?"
_ALL = (
    r"(?:alle|alla|everyone|everybody|all of us|(?:hele|heile|hela|the whole|the entire) (?:teamet|laget|gjengen|"
    r"selskapet|firmaet|avdelinga|avdelingen|team|company|gænget|\w+))"
)
_PRONOUN = r"(?:du|dere|han|ho|hun|de|dei|vi|me|alle|you|they|we|ni)"
_LIVES = (
    r"(?:vil bo|vil bu|bor|bur|trives|trivst|trivs|live|vil|vill|want|like|holder til|held til|sitter|sitt|sit|måtte "
    r"bo|"
    r"er bosatt)"
)

_PART_AT_HOME = compiled(rf"{SHARE}{_NEAR}(?:{AT_HOME}|{HOME_WORK})|(?:{AT_HOME}|{HOME_WORK}){_NEAR}{SHARE}")
"""*Fredagane kan du ta med deg arbeidet heim*; *hjemme hos deg 50 % av tiden*."""
_OPEN_AT_HOME = compiled(rf"{OPEN}{_NEAR}(?:{AT_HOME}|{HOME_WORK})|(?:{AT_HOME}|{HOME_WORK}){_NEAR}{OPEN}|{HOME_WORK}")
"""*Anledning til å arbeide heimefra*; *noe hjemmearbeid er greit*."""
_PART_FREE = compiled(
    rf"{REST}{_FAR}{FREE}|{FREE}{_NEAR}{REST}|{OFFICE}{_FAR}{SHARE}{_NEAR}{FREE}|{SHARE}{_NEAR}{OFFICE}{_FAR}{FREE}"
)
"""*Hvor du jobber de to andre dagene, blander vi oss ikke borti*."""
_STAY = (
    r"(?:(?!\b(?:senest|innen|innan|inden|latest|before|by|rabatt|rabat|avslag|discount|stilling|position|fest|samling|"
    r"lønn|løn|åpen|åpent|open|ope)\b)[^.;:!?,]){0,40}?"
)
"""Not *hos oss senest onsdag*, nor *15 % rabatt i butikken*."""
_PART_IN = compiled(
    rf"{SHARE}{_STAY}{OFFICE}(?! (?:i|in|per) (?:året|a year))|\b(?:kontordag\w*|"
    rf"office days?)\b[^.;:!?,]{{0,20}}?{SHARE}|{OFFICE}{_STAY}{SHARE}|{PRESENCE}:? (?:\w+ ){{0,4}}?{SOME_DAYS}|"
    rf"{SOME_DAYS}[^.;:!?,]{{0,20}}?{PRESENCE}|^\W*(?:stad|sted|arbeidss?ted|arbeidsstad|arbetsplats|place of work|"
    rf"workplace|location)\b[^.;]{{0,40}}?{SOME_DAYS} "
    r"(?:i|per|a|om|pr\.?) (?:uk|vek|veck|ug|week)"
)
"""*Tre dagar på kontoret i Førde*."""
_EITHER = compiled(
    rf"(?:{OFFICE}|\b(?:der|her|there|here|inne)\b){_NEAR}\b(?:eller|or|og|and|och|resten|andre) {_NEAR}(?:{AT_HOME})|"
    rf"(?:{AT_HOME}){_NEAR}\b(?:eller|or|og|and|och),? (?:på|i|in|at) |\b(?:mellom|mellan|mellem|between)\b"
    rf"{_NEAR}(?:{AT_HOME}|hjem\b|heim\b|home\b)"
)
"""*Om du er på kontoret eller hjemme*."""
_ALL_AT_HOME = compiled(
    rf"\b{_ALL}\b(?! som| der| who)[^.;:!?,]{{0,40}}?\b{WORKS}\b[^.;:!?]{{0,25}}?(?:{AT_HOME}|\b(?:der|dær|where|"
    rf"wherever) {_PRONOUN} "
    rf"{_LIVES}\b)|{WHOLE}{_NEAR}(?:{AT_HOME}|{HOME_WORK})|(?:{AT_HOME}|\b(?:home|hjemme|heime)[- ]?based\b|"
    rf"\b(?:hjemme|heime)basert\b)[^.;:!?]{{0,20}}?{WHOLE}|(?:{AT_HOME}),? (?:og|and|och) (?:det|so|that|dæt) (?:gjør|"
    rf"gjer|gør|gør|do|does) (?:alle|alla|everyone|"
    rf"vi andre|the rest|all)\b|\b(?:is|er|are|or|:) (?:fully )?(?:home-based|hjemmebasert|"
    r"heimebasert)\b"
)
"""*Alle i selskapet sitter hjemme*; *hjemmefra hele uka*."""
_NO_OFFICE = compiled(
    r"\b(?:ikke|ikkje|inte|ingen|inget|intet|uten|utan|uden|no|without|not have an?|don't have an?|"
    r"saknar|mangler|manglar)\s(?:noe |noko |noen |nokon |eget |eige |egne |felles |fast |faste |något |some |"
    r"physical |fysisk |fysiske |et |eit |ett |any |central |own )?(?!hjemme|heime|hemma)(?:\w*kontor(?:er|et|a)?|"
    r"headquarters|offices?|hq)\b"
    r"(?! (?:i|in|på|hours?|tid|work)\b)|\b(?:noe|noko|eget) kontor har (?:vi|me) (?:ikke|ikkje)\b|(?:sa opp|"
    r"sagt opp|lagt ned|la ned|kvittet oss med|gave up|given up|closed|lade ner|opsagt)\b"
    r"[^.;:!?]{0,20}?\b(?:kontor\w*|leiekontrakt\w*|lease|offices?|lokal\w*|hq)\b"
)
"""*Noe kontor har vi ikke*; *we gave up the lease*."""
_LIVES_ANYWHERE = compiled(
    rf"\b(?:bo|bu|live|sitte|sitje|sitta|sidde|work|jobber?|jobbar?|arbeider?|arbeidar|arbetar?|arbejder?|utføres|"
    rf"utførast|gjøres|do this job|bosatt)(?: (?:akkurat|fra|frå|from|på|remotely|heilt|helt|ganske|nøyaktig|du|just|"
    rf"exactly)){{0,2}} (?:(?:der|dær|hvor|kvar|kor|var|where|wherever) (?:i (?:landet|norge|noreg|sverige) "
    rf")?(?:{_PRONOUN}"
    rf" (?:eller \w+ )?(?:selv |sjølv )?(?:{_LIVES})|som helst)|wherever|anywhere|any (?:corner|part) of)\b|"
    r"\b(?:velger|vel|bestemmer|choose|bestæmmer|væljer|vælger)[^.;:!?]{0,15}?\b(?:hvor|kvar|kor|var|where) i "
    r"(?:landet|norge|noreg|sverige|danmark|verden)\b"
)
"""*Leiaren kan sitje der han eller ho bur*."""
_MIND = (
    r"(?:underordnet|underordna|spiller (?:\w+ )?ingen rolle|spelar (?:\w+ )?inga? rolle?|speler ingen rolle|"
    r"likegyldig|"
    r"likegyldeg|(?:bryr|bekymrer) (?:vi|me) oss (?:ikke|ikkje|lite)|er (?:det )?(?:oss |os )?det samme|"
    r"kvittar|doesn't matter|does not matter|no difference|don't (?:mind|care)|do not (?:mind|care)|"
    r"(?:is )?(?:irrelevant|unimportant)|no matter|er ikkje viktig|er ikke viktig|uten betydning|utan betydning)"
)
_WHERE_YOU_LIVE = (
    r"(?:hvor|kvar|kor|var|where|which town|which city|hvilken by) (?:i|in)? ?(?:(?:landet|norge|noreg|sverige|"
    r"danmark|the country|norway|the world) )?(?:du|you) (?:holder til|held til|bor|bur|sitter|sitt|sit|live|"
    r"jobber fra|arbeider fra|work from|are based|er bosatt)"
)
_NO_MATTER_WHERE = compiled(
    rf"\b{_WHERE_YOU_LIVE}\b[^.;:!?]{{0,30}}?\b{_MIND}\b|\b{_MIND}\b[^.;:!?]{{0,25}}?\b{_WHERE_YOU_LIVE}\b"
)
"""*Hvor du sitter er underordnet*."""
_SO_YOU = (
    r"\b(?:so (?:will|do|should|must) you|det (?:gjør|gjer|gør|gør|skal|må|vil) (?:du|leder\w*|leiar\w*) (?:også|òg|"
    r"med|også)|(?:expect|forventer|ventar|forvæntar) (?:you to do|(?:det|at du gjør) det) samme|"
    r"expect you to do the same|også du)\b"
)
_MUST = (
    r"\b(?:(?:forventer|forventar|ventar|venter|forvæntar|expect\w*) (?:\w+ )?(?:at |att )?(?:du|you)|(?:du|"
    r"you) (?:\w+ )?(?:må|skal|need to|have to|must|måste|behøver|ska|will|bør|møter|møder|sitter|sitt|sidder|jobber|"
    r"arbeider|arbetar|jobbar|work|sit)|(?:må|skal|ska|måste|møter|møder|sitter) du|krever|krev|kræver|requires?|"
    r"forutsetter|forutset|(?:sitter|jobber|arbeider|er|are|work) (?:vi )?(?:derfor|difor|therefore|sammen|saman|"
    r"together|alle)|will need to|are spent|(?:vi|we) \w+ (?:derfor|therefore))\b"
)
_ALL_IN = compiled(
    rf"{_MUST}[^.;:!?]{{0,50}}?{OFFICE}[^.;:!?]{{0,40}}?(?:{WHOLE}|\bmonday to friday|mandag til fredag|"
    rf"måndag til fredag)|{WHOLE}[^.;:!?,()]{{0,40}}?(?:{OFFICE}|\bder du har)|{_MUST}[^.;:!?]{{0,50}}?\b(?:der|her|"
    rf"there|here|innom|inne)\b[^.;:!?]{{0,30}}?{WHOLE}|{OFFICE}(?! ha\b)[^.;:!?]{{0,40}}?{_SO_YOU}|\b(?:kontordag\w*|"
    rf"office days?|{PRESENCE})[^.;:!?]{{0,30}}?{WHOLE}|\bsammen med (?:\w+ ){{1,3}}[^.;:!?]{{0,20}}?{WHOLE}"
)
"""*Du møter på laben fem dager i uka*."""
_AWAY_ONLY = compiled(
    r"\b(?:og|and|och) (?:der|her|there|here|dær|hær) (?:må|skal|ska|must|have to) (?:du|you) (?:være|vere|vara|be)\b|"
    r"\b(?:arbeidet|jobben|arbetet|arbejdet|jobbet|the (?:job|work)|alle? (?:vakter|arbeid)|alt arbeid|all work)"
    r"(?: \w+)? (?:blir|vert|is|are|skal|må)? ?(?:gjort|utført|done|gjøres|utføres|foregår|skjer|performed|udføres|"
    rf"utføres|sker|gjerast|går føre seg) (?:\w+ )?(?:her|der|here|there|hær|dær)\b|\bder (?:at )?(?:du|you) (?:har|"
    rf"have) (?:arbeidsplassen|arbeidsstedet|kontoret)|\b(?:alle? (?:vakter|arbeidsdager|arbeid)|alt arbeid|{THE_JOB})"
    rf" (?:\w+ )?(?:foregår|er|is|skjer|utføres|gjøres|sker|går føre seg|are) (?:på|i|in|at|ved) (?:our |the |våre )?"
    rf"{OFFICE_HOUSE}\b|\bkan (?:\w+ )?(?:ikke|ikkje) (?:utføres|utførast|gjøres|gjerast|skjøttes) fra (?:et |eit )?"
    r"(?:annet|anna|andre)|\b(?:du|you) (?:sitter|sitt|sit|sidder) (?:på|i|in|at|ved) (?:the |our )?"
    rf"(?!kontor\b){OFFICE_HOUSE} (?:sammen|saman|together|med|with)|(?:du|you) (?:må|must|have to|need to|skal) (?:be|"
    rf"være|vere|vara|sitte|sitje|sitta) (?:\w+ )?(?:på|i|ved|in|at|on|vid) (?:the |our |våre |vår |"
    rf"vårt )?{OFFICE_HOUSE}\b|"
    r"(?:du|you) (?:må|must|have to|need to|skal) (?:be |være |vere )?(?:fysisk|physically|rent fysisk) (?:være |vere |"
    r"be )?(?:i|på|ved|in|at|hos|til stede)\b"
)
"""*Arbeidet blir gjort der*; *arbeidsstedet er slakteriet, og der må du være*."""

_PARTLY = compiled(rf"{SHARE}|{REST}")
_WHEN = compiled(r"[ ,]*(?:når|when|hvis|dersom|if|om|ved)\b")
_THE_REST = compiled(rf"{REST}[^.;]{{0,25}}$")
_HOME = compiled(rf"{AT_HOME}|{HOME_WORK}")
_WHOLLY = (_NO_OFFICE, _NO_MATTER_WHERE, _ALL_AT_HOME, _LIVES_ANYWHERE)

_AT_MOST = compiled(
    r"\b(?:up to|at most|no more than|inntil|opptil|opp til|opptill|upp till|op til|maks(?:imalt)?|höchst|høyst|högst) "
    rf"(?:\w+ )?{SOME_DAYS}|\b(?:up to|inntil|opptil) (?:two|three|four|to|tre|fire|två|fyra|[2-4]) (?:a|per|om|i|"
    rf"days?|dager|"
    r"dagar)\b"
)
"""*As many home days as you like, up to three a week.*"""


def remotely(folded: str) -> re.Match[str] | None:
    """Where it is said that all the work is done wherever one is."""
    if _AT_MOST.search(folded):
        return None
    told = FULLY.search(folded)
    if (
        told
        and not _THE_REST.search(folded, 0, told.start())
        and not denied(folded, *told.span())
        and not is_of_others(folded, *told.span())
    ):
        return told
    for pattern in _WHOLLY:
        for found in pattern.finditer(folded):
            first, last = clause_of(folded, *found.span())
            if pattern is _NO_OFFICE:
                return found
            if _PARTLY.search(folded, first, last) or _WHEN.match(folded, last) or is_of_others(folded, *found.span()):
                continue
            if pattern is _NO_MATTER_WHERE or not denied(folded, *found.span()):
                return found
    return None


def partly(folded: str) -> re.Match[str] | None:
    """Where it is said that some of it is done at home."""
    for pattern in _IN_PART:
        for found in pattern.finditer(folded):
            if pattern is not _PART_FREE and denied(folded, *found.span()):
                continue
            first, last = clause_of(folded, *found.span())
            if pattern is _PART_IN and _VISITS.search(folded, first, last):
                continue
            if pattern is _OPEN_AT_HOME and not _WORKING.search(folded, first, last):
                continue
            if not is_of_others(folded, *found.span()):
                return found
    return None


_IN_PART = (HOME, _PART_FREE, _EITHER, _PART_AT_HOME, _PART_IN, _OPEN_AT_HOME)
_VISITS = compiled(r"\b(?:fri|fridag|ledermøte\w*|allmøte\w*|deltar|deltek|reise\w*|besøk\w*|visit\w*|travel\w*)\b")
"""*Noen reisedager til kontorene*, *ledermøte på hovedkontoret*: no share of the working week."""
_WORKING = compiled(rf"\b{WORKS}\b|{HOME_WORK}")
"""*Bredbånd hjemme* is no work."""


_FOR_ONCE = compiled(
    r"\b\w*(?:intervju\w*|interview\w*|samtale[nr]?|opplæringen|onboarding|(?:første|første|first|fyrste|"
    r"første) (?:arbeids)?dag(?:en)?)\b"
)
"""*Første dag møter du på hovedkontoret.*"""


def on_site(folded: str) -> re.Match[str] | None:
    """Where it is said that none of it is."""
    for pattern in (HOME, _HOME):
        for found in pattern.finditer(folded):
            if denied(folded, *found.span()) and not is_of_others(folded, *found.span()):
                return found
    if _FOR_ONCE.search(folded):
        return None
    for pattern in (ONSITE, _ALL_IN, _AWAY_ONLY):
        for found in pattern.finditer(folded):
            if pattern is ONSITE and denied(folded, *found.span()):
                continue
            if (pattern is ONSITE or not _PARTLY.search(found.group())) and not is_of_others(folded, *found.span()):
                return found
    return None

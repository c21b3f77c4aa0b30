"""What the clause around a count says of those who are counted: that they are the job's, or somebody else's.

The rules are made of parts: a verb and who is led, wanted or awaited; the job; the leader; another time or leader.
"""

import re

from matcher.fields.common import NUMBER
from matcher.fields.people_words import NEW_ONE, THE_LEADER, YOU
from matcher.folding import compiled

LEADER = r"[a-zæøå]*(?:leder|leiar|ledare|sjef|chef|manager|boss|supervisor|leader)(?:en|n)?\b"
JOB = (
    rf"(?:{YOU}|(?:denne |this |the |vår |our )?(?:stilling(?:en|a)?|rollen|rolla|tjänsten|role|position|post|"
    r"jobben|job))"
)
_YOU_DO = r"(?:du|you)(?:'ll|'d)?\s(?:(?:will|would|vil|skal|ska|nå|no|kommer til å|selv|også|also)\s){0,2}"
_ONES = r"(?:dem|dei|de|them|alle|alla|all|everyone|samtlige|den|det|it|dette|denne|begge|both)"
_A_NEW = r"(?:(?:sin|si|en|ein|a|an|the|ny|nye|nya|new|egen|eigen|own|ordentlig|god|tydelig|their|better|bedre)\s)"
_WANT = (
    r"(?:trenger|treng|behøver|behöver|need|needs|mangler|manglar|saknar|savner|lack|deserves?|fortjener|"
    r"fortener|"
    r"förtjänar|fortjener|wants?|vil (?:gjerne )?ha|vill (?:gärna )?ha|vil gerne have|skal (?:få|ha|have)|ska (?:få|"
    r"ha)|"
    r"bør få|får|get|gets|are getting|will get|få|skal bruge|ønsker(?: seg)?|ønskjer|önskar|short of|uten|utan|uden|"
    r"without|(?:ikke|ikkje|inte|not|never) (?:hatt|haft|had)|"
    r"leter etter|looking for|søker|søkjer|söker|søger)"
)
_WAIT = (
    r"(?:vente[rn]?|ventar|väntar|waiting|wait|ser fram|look(?:ing|s)? forward|gle(?:der|d) (?:seg|dei seg)|gler seg|"
    r"glæder sig|ser frem|ser fram|nyfikn[ae]|nysgjerrige|nysgjerrig|curious|klare?|ready)"
)
_ADVERBS = r"(?:[a-zæøå]+\s){0,2}?"
_ARE = r"(?:er|blir|vert|bliver|är|are|is|be|become|becomes)"
_RESPONSIBLE = r"\w*(?:ansvar\w*|ledelse[nr]?|leiing\w*|ledning\w*|responsib\w+)"
_LEAD = (
    r"(?:lede[rt]?|leie[r]?|leia[r]?|leda[r]?|lead|manage|run|head|oversee|supervise|styre[r]?|inherit|take over|"
    r"overta[rk]?|overtek|övertar|overtager|tar over|tek over|står i sp)"
)
_YOUR = r"(?:your|ditt|din|dit|di|dine|dina)"
_AREA = (
    r"(?:organi\w+|team\w*|avdeling\w*|avdelning\w*|afdeling\w*|eining\w*|enhe[td]\w*|grupp\w*|lag\w*|stab\w*|gjeng\w*|"
    r"department|unit|\w*ansvar\w*|område\w*|remit|scope|line|linje|area|budget|payroll|crew|care|charge)"
)
YOURS = compiled(
    r"\b(?:"
    # they report, belong or look to the job holder
    r"(?:report\w*|rapporter\w*|refer\w*|svara?r?|svarer|answers?|hører|høyrer|hör|ligger|ligg|sorter\w*|belongs?|"
    r"falls?|"
    r"kommer|kjem|comes?|lies|lyder|sits?|sitter|looks?)\s"
    rf"{_ADVERBS}(?:inn under|under|into|to|till?|hos|hjå)\s(?:hos |hjå )?{JOB}|to you\b|"
    r"(?:reports?|answers?) (?:in)?to (?:this|the) (?:\w+ ){0,3}?(?:role|position|manager|head)|"
    rf"(?:under|with) {YOU}\b|(?<!sammen )(?<!saman )(?<!tillsammans )(?:med) {YOU}\b|"
    # they are the job holder's, stand in a unit of the job holder's, or are led by the job holder
    rf"{_ARE}\s{_ADVERBS}(?:underlagt|underlagde|underordna|underordnet|underställda|subordinate to)\s(?:{JOB}|"
    rf"{THE_LEADER})|"
    rf"{_ARE}\s{_ADVERBS}(?:{_YOUR}|yours|deira|deres|deras)\b|of them\s{_ADVERBS}yours\b|makes? up your|"
    rf"(?:in|i|på|to|til|till|within|innenfor|innanfor|inom|inden for|under|on) {_YOUR} (?:\w+ )?{_AREA}\b|"
    rf"(?:in|i|på|on|til) \w*{_AREA} {_YOUR}\b|(?:ledes|leds|leies|leiast|lede[td]|ledd|leia|leda|led|managed) (?:av|"
    rf"by|af) {YOU}\b|"
    # they have the job holder as their leader
    r"(?:du|you) (?:nå |no |nu |now )?(?:kan |skal |vil |can |will )?(?:bli|blir|er|become|be|are) (?:sjef|leder|leiar|"
    r"chef|ledare|the boss) (?:for|för|of)\b|(?:det|hva|kva|vad|what) (?:de|dei|they) (?:mangler|manglar|trenger|treng|"
    r"saknar|lack|need),? (?:er|är|is) (?:en|ein|a) (?:ny |new )?(?:leder|leiar|sjef|chef|ledare|manager|boss)\b|(?:de|"
    r"dei|they) (?:skal få|skal ha|får|trenger|treng|mangler|manglar|saknar|venter på|need) (?:en |ein |sin )?(?:ny "
    r")?(?:leder|leiar|sjef|chef|ledare)\b|"
    rf"(?:har|ha|have|has|få[r]?|gets?)\s{YOU}\s(?:som|as|(?:til|for)\s{_ADVERBS}{LEADER})|"
    rf"(?:har|have|har fått|får)\s(?:[a-zæøå-]+\s){{0,2}}?{LEADER}\s(?:i|in)\s(?:{YOU}|{NEW_ONE})|"
    # the job holder leads them, answers for them, is their leader
    rf"{_YOU_DO}{_LEAD}\b|(?:å|att|at|to)\s(?:{_LEAD}|følge opp|følgje opp|følja upp)\b|(?:som|der|"
    rf"whom)\s{_YOU_DO}{_LEAD}\b|"
    rf"(?:dem|dei|de|disse|desse|them)\s(?:får|har|skal)\s(?:du|you)\s(?:\w+\s){{0,2}}?(?:{_RESPONSIBLE}|{_LEAD})\b|"
    rf"(?:(?:som|der|whom)\s)?{_YOU_DO}(?:har|får|have|get)\s(?:\w+\s){{0,2}}?{_RESPONSIBLE}\b|you (?:will be|"
    rf"are) responsible for|"
    rf"{THE_LEADER}\s(?:har|får|er|is|has)\s(?:\w+\s){{0,3}}?(?:{_RESPONSIBLE}|overordne\w*|{LEADER})\s(?:for|för|"
    rf"over|til|of)\s{_ONES}\b|"
    rf"som\s{THE_LEADER}\s(?:har|får|skal)\s(?:\w+\s)?{_RESPONSIBLE}\sfor|"
    rf"{_RESPONSIBLE}\s(?:for|för|over)\s{_ONES}\b|(?:{LEADER}|overordne\w*)\s(?:for|för|over|til|åt|till|"
    rf"of)\s{_ONES}\b|"
    rf"{_ONES}\s{_ARE}\s(?:det\s)?(?:du|you)\s(?:som\s)?(?:skal\s)?(?:[a-zæøå]+\s)?(?:{LEADER}|{_LEAD})|"
    rf"(?:lederen|leiaren|sjefen|chefen|ledaren|{LEADER})\s(?:deres|deira|deras|for dem|for dei)|(?:deres|deira|deras|"
    rf"their|the team's|its)\s{_ADVERBS}(?:{LEADER}|lead|head)\b|"
    r"(?:å|att|at|to) (?:lede|leie|leda|lead|manage) (?:oss|us)"
    r")"
)
"""What makes those who were counted the job's: *… hører til hos deg*, *alle inngår i ditt ansvar*."""
BY_TITLE = compiled(rf"^(?!.*\b(?:du|you|deg|dig|din|your)\b).*\b{THE_LEADER}\b(?!\s(?:deres|deira|deras))")
"""*Kundesenterlederen har ansvar for alle*: the job's, if that is what its title says."""
_WAITED_FOR = compiled(
    r"\b(?:"
    rf"{_WANT}\s(?:{_A_NEW}|nå |no |nu |de |dei |dem |they |we |vi |me |oss |seg |bare |somebody |someone |noen |"
    rf"nokon |någon |nogen |som |who |kan |can |til å |til at |å |to |at |att ){{0,5}}"
    rf"(?:{LEADER}|lede|leie|leda|lead|run|manage)\b|"
    rf"(?:har|have)\s(?:aldri |never )?(?:hatt|haft|had)\s(?:\w+\s){{0,2}}?(?:leder|leiar|sjef|chef|ledare|manager|"
    rf"boss)[a-z]{{0,3}}\b|"
    rf"{LEADER}\svår\b|{_WAIT}\s[^.;,]{{0,25}}?\b(?:{LEADER}|{YOU})\b"
    r")"
)
"""They get, want or await a leader: *… trenger noen som kan lede dem*, *… have never had a manager*."""
OTHER_SUBJECT = compiled(
    r",?\s(?:og|and|och|men|but)\s(?!(?:de|dei|they|alle|alla|all|these|disse|desse|dessa|the|begge|both|nå|no|nu|now|"
    r"du|"
    r"you|vi|me|we|samtlige|trenger|treng|need|dem|them)\b)[^.;,]{6,}$"
)
"""*… 58 rådgivere, og to av teamene står uten sjef*: something else is spoken of by now."""
GIVEN = compiled(
    rf"\b(?:(?:til|till|under|bak|bakom|behind|below|beneath|med|rundt|around)\s{YOU}\s(?:(?:\w+\s){{1,3}}(?:\w+\s)?|"
    rf"(?:får|har|get|have) (?:du|you) (?:(?:en|ein|ei|a|an) [a-zæøå]+,? (?:og |and |och )?){{1,3}})$|(?:stillingen|"
    rf"stillinga|rollen|tjänsten|the (?:role|position)) (?:har|has) (?:[a-zæøå]+ ){{0,3}}$|"
    rf"(?:line|people|staff|daily|day-to-day|overall) management of\s|(?:leder|leier|leiar|lead|manage|styrer|"
    rf"works?|jobber)\s(?:gjennom|through|via|genom|gennem)\s|(?:på|i|on) (?:\w*laget|teamet|stab|your team|your side)"
    rf" (?:har|får|have|get) (?:du|you)\s|stå\w* i sp\w+ for\s)"
)
"""The clause before the count: *Til deg rapporterer …*, *line management of …*, *du leder gjennom …*."""
_LED_PARTICIPLE = (
    r"(?:ledet|leda|ledt|leia|leidd|leitt|lett|managed|led|run|supervised|headed|hatt|haft|had|stått i|stået i|stått|"
    r"bygget|bygd|byggt|built|styrt|drevet|vært|vore|varit|været|been|rekruttert|recruited|ansatt)"
)
_NO_PRESENT = (
    r"(?:(?!\b(?:du|you|og|and|och|har|er|är|is|are|has|have|teller|består|nå|now|i dag|today|today's|leder|leier)\b)"
    r"[^.;,:])"
)
_OF_THE_PAST = compiled(
    r"\b(?:forgjenger\w*|forgænger\w*|föregångar\w*|predecessor|avtroppende|fråtredande|avgående|"
    r"outgoing|"
    r"(?:forrige|førre|tidligere|former|previous) (?:leder|leiar|sjef|chef|manager)|hadde jobben)\b[^.;]{0,80}$|"
    rf"\b(?:var (?:vi|det|me|dei|de)|hadde|fikk|flyttet|flytta|trente|trained|were|was|hade|blev|fick|havde|fik|hired|"
    rf"ansatte vi|rekrutterte|rekruttert|startet|starta|begynte|byrja|grew|lærte|moved|started)\b"
    rf"{_NO_PRESENT}{{0,40}}$|"
    rf"\b(?:har|have|has|ha|having)\s(?:[a-zæøå]+\s){{0,3}}?{_LED_PARTICIPLE}\b(?:(?!\bdu (?:leder|blir)\b)[^.;:])"
    rf"{{0,55}}?\b(?:minst|mindst|minimum|at least|more than|mer enn|over|på|of|for|for de|{_LED_PARTICIPLE})\s$|"
    rf"\b(?:tidligere|tidigare|tidlegare|previously)\s{_LED_PARTICIPLE}\b[^.;:]{{0,45}}$|"
    r"\b(?:erfaring|røynsle|erfarenhet|experience|praksis|bakgrunn)\b[^.;:]{0,45}\b(?:minst|mindst|at least|minimum|"
    r"over|"
    r"mer enn|more than)\s$"
)
"""*Forgjengeren din ledet 40*, *du har ledet minst åtte*, *i 2019 var vi tre*: of another time, or another job."""
_HOPED = (
    r"(?:målet|målsetting\w*|målsättning\w*|ambisjon\w*|ambition\w*|goal|aim|planen|planlegger|planlegg|håper|hope|"
    r"regner med|reknar med|räknar med|expect|vokse[r]?|vekse|växa|grow|planer)"
)
_HOPED_FOR = compiled(rf"\b{_HOPED}\b(?:(?!\b(?:du|you|i dag|today|nå|now)\b)[^.;,]){{0,50}}$")
_ONE_DAY = compiled(
    rf"(?!\s(?:skal|vil|will|ska|kommer til å|is to|should) (?:vokse|vekse|grow|växa|øke|auke|bli|dobles|utvides))"
    rf"[^.;,]{{0,25}}?\s(?:om (?:{NUMBER}|noen|nokre|några|få) år\b|(?:innen|innan|inden|by|i løpet av|"
    rf"before)\s(?:\w+\s"
    rf"){{0,3}}?20\d\d\b|in (?:{NUMBER}|a few) years|(?:er|är|is) (?:målet|ambisjon\w*|planen|the (?:goal|plan|aim)))"
)
"""*Avdelingen skal telle 40 innen 2030*: not yet."""
_LED_BY_ANOTHER = compiled(
    r"\b(?:lager|lagar|laver|make|skriver|utarbeider|build|prepare) (?:\w*(?:prognoser|prognosar|planer|planar|plans|"
    r"rosters|forecasts|turnus\w*)(?: (?:og|and) )?){1,2} (?:for|til) (?:de |dei |the )?$|"
    rf"\b(?:ledes|leies|leiast|leds|ledet|styres|drives|managed|led|run)\s(?:i dag |today )?(?:av|af|by)\s(?!{YOU}\b|"
    rf"denne|this|the role|stilling|rollen|[a-zæøå]*(?:sjefen|lederen|leiaren|chefen|ledaren)\b)[^.;]{{0,60}}$"
)
_WITH_ANOTHER = compiled(
    rf"[^.;]{{0,60}}?\b(?:(?:ledes|leies|leiast|leds|styres|managed|led|run)\s(?:av|af|by)\s(?!{YOU}\b|denne|this|"
    rf"den |{NUMBER}\b|"
    rf"stilling|rollen|en ny|ein ny|a new|to\b|team|hver|each)|(?:har|have|has)\s(?:(?:sin|si|en|ein|their|a|already|"
    rf"allerede)\s)?"
    rf"(?:egen|eigen|own)\s{LEADER}|(?:har|have)\s{LEADER}\s(?:på stedet|on site)|(?:none|ingen|inga)\s(?:of|av|"
    rf"af)\s(?:them|whom|dem|dei|disse|desse)|(?:ikke|ikkje|inte|not)\s(?:til|to|"
    rf"till)"
    rf"\s{YOU}\b)"
)
"""*De tolv har sin egen leder*, *45 agents, managed by Marek*: another's."""
_REPORT_TO = compiled(
    rf"\s(?:who |som |all |alle |i dag |today |igjen )?(?:report\w*|rapporter\w*|referer\w*|svarer|"
    rf"answers?)\s(?:direkte |directly )?(?:to|till?)\s"
    rf"(?:the |our |en |ein )?(?P<role>(?:[a-zæøå]+\s){{0,2}}?{LEADER})"
)


def of_another(before: str, after: str) -> bool:
    """Are those who are counted of another time, still hoped for, or led by somebody else?"""
    return bool(
        _OF_THE_PAST.search(before)
        or _HOPED_FOR.search(before)
        or _ONE_DAY.match(after)
        or _LED_BY_ANOTHER.search(before)
        or _WITH_ANOTHER.match(after)
    )


def report_to_another(after: str, title: str) -> bool:
    """*The 25 agents report to the contact centre manager*: is that somebody but the one whom the title names?"""
    told = _REPORT_TO.match(after)
    if told is None:
        return False
    role = re.sub(r"(?:en|n)$", "", told["role"].split()[-1])
    return not (role in title or any(word in role for word in re.findall(r"[a-zæøå]{6,}", title)))


_THEY = compiled(
    r"\W*(?:(?:i dag|today|nå|no|now|og|and|men|but)\s)?(?:(?:er|har|trenger|treng)\s)?(?:de|dei|dem|they|them|disse|"
    r"desse|dessa|these|alle|alla|all|begge|båe|both|"
    r"samtlige|everyone|teamet|laget|gjengen|avdelingen|avdelinga|the team|the crew|du|you|det er du)\b"
)


def are_yours(said: str) -> bool:
    """Does a sentence after the count say that it is the job holder who leads *them*?"""
    return bool(_THEY.match(said) and (YOURS.search(said) or _WAITED_FOR.search(said)))


def are_theirs(folded: str, start: int = 0) -> bool:
    """Do the words from ``start`` make those who were counted the job holder's?"""
    if YOURS.search(folded, start):
        return True
    said = _WAITED_FOR.search(folded, start)
    return said is not None and OTHER_SUBJECT.search(folded[start : said.start()]) is None

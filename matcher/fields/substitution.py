"""May experience stand in for education?"""

from matcher.folding import compiled
from matcher.voice import Voice, once_for_words

EXPERIENCE = (
    r"(?<!studie)(?<!studie-)(?:\w*erfaring|\w*røynsle|\w*røynsla|\w*erfarenhet|experience|fartstid|kunskaper|"
    r"kunnskap|kompetanse|"
    r"realkompetanse|praksis|arbeid|bakgrunn|kompetens|realkompetence|praktik|training|background|bakgrund|baggrund|"
    r"career|karriere|karriär|track record|ballast|merittliste)(?:en|ene|a|ane|et)?"
)
_STOOD_IN_FOR = (
    r"(?:kompenseres|kompenserast|kompenseras|kompenserat|erstattes|erstattast|oppveies|oppvegast|opvejes|ersättas|"
    r"uppvägas|replaced|substituted|offset|vegast opp|veies opp)"
)
_REPLACES = (
    rf"(?:kompensere\w*|erstatte\w*|erstatta|oppveie\w*|oppvege\w*|(?:vege|veie|vega|väga|veier|veg|gjøre|gjere|make|"
    rf"makes) (?:det )?(?:opp|up|upp)|opveje\w*|ersätt\w*|kompenser\w*|godtas|godtakast|substitute|replace|compensate|"
    rf"uppväg\w*|godtaes|kan godkjennes|kan vurderes|likestilles|likestillast|stå i staden|komme i stedet|stand in|"
    rf"{_STOOD_IN_FOR}|(?:like|lika|lige så|vel så|minst like|just as|equally|as) (?:viktig\w*|vigtig\w*|mye|mykje|"
    rf"mycket|meget|godt?|bra|fint?|relevant\w*|interessant\w*|tungt|much|good|well|verdifull\w*|valuable|högt|høyt)|"
    rf"(?:tyngre|mer|meir|mere|more) (?:enn|än|end|than))"
)
_WAIVED = (
    r"(?:unntak|unntas|undantag|undtagelse\w*|exceptions?|fravike|fravikes|fråvikast|fråvike|fravikast|se bort fra|"
    r"ses bort fra|sjå bort frå|ser (?:vi |me )?(?:gjerne |også )?bort (?:fra|frå)|bortse fra|bortsjå frå|lempe på|"
    r"dropper|dispensere|waived?|lempes på|lempast på|lempe på|lempas|slakkes på|mykes opp)"
)
_WEIGHS = (
    r"(?:(?:teller|tel|tæller|veier|veg|vekt|väger|vejer|weighs?|counts?|räknas|betyr|betyder|matters?|trumfer|trumfar|"
    r"går foran)\b\s?(?:\w+\s){0,2}(?:tyngst|tyngre|tungt|tungt|mest|mer|meir|mere|mye|mykje|like|lika|lige|høyt|høgt|"
    r"most|more|heaviest|just|equally|utdanning\w*|utdannelse\w*|education)|(?:er|is|är)\s(?:\w+\s){0,2}?(?:viktigere|"
    r"viktigare|vigtigere|viktigst|more important|most important|avgjørende))"
)
"""*Erfaring veier tyngst*: of two things that are weighed, experience is the heavier or the equal."""
_ACQUIRED = (
    r"(?:tilegn\w+|tileign\w+|skaff\w+|förvärv\w+|erhverv\w+|opparbeid\w+|op?pbyg\w+|uppnå\w+|oppnå\w+|opnå\w+|"
    r"bygget|bygd|"
    r"gained|lært|lärt|learn\w+|acquired|built|tillært|tillärt|tilleigna)"
)
_OTHERWISE = (
    r"(?:på|i|in|by) (?:annen|anna|anden|annet|annat|andet|other|another|andre) (?:måte|vis|sätt|måde|ways?|means)"
)
SUBSTITUTE = compiled(
    rf"{EXPERIENCE}\b[^.;]{{0,70}}\b{_REPLACES}|\b(?:eller|or|alternativt|alternatively)\s(?:annen |anna |other |"
    rf"tilsvarende |tilsvarande |motsvarande |equivalent |comparable |similar |relevant |lang |lengre |flere års |"
    rf"an equivalent |tilsvarende relevant |motsvarande relevant |gjennom |several years of |proven |the |solid |"
    rf"annan |samsvarande |a |an |combination of |mix of |kombinasjon av |kombination av |kombination af |"
    rf"education and |training and |utdanning og |utbildning och |uddannelse og )*(?:\w+ ){{0,2}}(?!leder|leiar|ledar|"
    rf"chef){EXPERIENCE}|{EXPERIENCE}\b[^.;]{{0,25}}\b(?:kan|may|can|could)\s(?:en |ein |a |også )?(?:bachelor|"
    rf"fagskole|fagskule|lavere|lågare|lower|kandidat)\w*|\b(?:eller|or|men|but|alternativt|eventuelt|evt|annen|anna|"
    rf"annan|anden|other|lavere|lower|kan|may)\b[^.;]{{0,60}}?\b(?:kombinert|kombinerad|combined|kombineret|"
    rf"i kombination|i kombinasjon|in combination|sammen|together) (?:med|with) [^.;]{{0,40}}{EXPERIENCE}|"
    rf"\b{_WAIVED}\b[^.;]{{0,40}}(?:utdanning|utdannelse|krav|uddannelse|utbildning|education|degree|\bgrad(?:en|"
    rf"skravet)?\b|bachelor\w*|master\w*|eksamen\w*|examen|vitnemål)|\b(?:med|with)\s(?:en |ein |a |bare |berre |"
    rf"only )?(?:bachelor|master|fagskole|fagskule|fagbrev|lavere|lågare|kandidat)\w*[^.;]{{0,25}}\b(?:må|kreves|"
    rf"krevst|trenger|treng|need|must|requires?|krävs|kræves)\b[^.;]{{0,25}}{EXPERIENCE}|\b(?:utdanning|utdannelse|"
    rf"krav|uddannelse|utbildning)\w*\b[^.;]{{0,40}}\b{_WAIVED}|\b(?:kan|may|can|could|vil kunne)\s(?:også |òg |og |"
    rf"also )?(?:\w+ )?{_STOOD_IN_FOR}\b[^.;]{{0,40}}{EXPERIENCE}|\b(?:uten|utan|uden|without|manglar|mangler|saknar|"
    rf"(?:har|har du|om du|hvis du|dersom du) (?:ikke|ikkje|inte))\b[^.;]{{0,50}}\b{EXPERIENCE}[^.;]{{0,40}}\b(?:søke?|"
    rf"søkje|i betraktning|i fråga|i betragtning|bli vurdert|vurder\w*|apply|considered|aktuell|velkom\w*|welcome|"
    rf"ansöka|søge|høre fra|høyre frå|høra av|hear from)|\b(?:søkere?|søkjarar|søkarar|personer|persons|people|folk|"
    rf"kandidater?|kandidatar|ansøgere|sökande|applicants|candidates|de|dem|dei|deg|dig)\s(?:med|som|with|"
    rf"who)\s[^.;]{{0,40}}{EXPERIENCE}\b[^.;]{{0,40}}\b(?:vurder\w*|considered|övervägas|overvejes|i betraktning|"
    rf"aktuell\w*|velkom\w*|welcome|oppfordres)|\b(?:equivalent|comparable|similar|tilsvarende|tilsvarande|"
    rf"motsvarande)\s(?:\w+\s)?{EXPERIENCE}\b[^.;]{{0,20}}\b(?:considered|accepted|vurderes|godtas|beaktas|anerkendes|"
    rf"ok)\b|\b(?:mer|meir|mere|mest|more|most)\s(?:opptatt|opptekne?|intresserad\w*|optaget|interessert|"
    rf"interested)\s(?:av|i|in|of)\s[^.;]{{0,20}}{EXPERIENCE}|\b(?:annan|anden|annen|anna|other) (?:bakgrund|bakgrunn|"
    rf"baggrund|background)\b[^.;]{{0,45}}\b(?:likvärdig\w*|likeverdig\w*|ligeværdig\w*|tilsvarende|motsvarande|"
    rf"equivalent)|\b{EXPERIENCE}[^.;]{{0,40}}\b(?:vert |blir |er |kan )?(?:òg |også |also )?(?:velkom\w* til å søk\w+|"
    rf"welcome to apply)|{EXPERIENCE}\b[^.;]{{0,30}}\b(?:i stedet for|istället för|i stedet|instead|in lieu)|"
    rf"\b(?:gått gradene|gått gradane|worked (?:your|their) way up|arbeidet (?:deg|seg) opp|gått den lange veien)\b|"
    rf"\bhar du (?:en |ein )?(?:annen|anna|annan|anden|other)\b[^.;]{{0,50}}\b{EXPERIENCE}[^.;]{{0,40}}\b(?:søk\w*|"
    rf"vurder\w*|velkom\w*|høre fra|høyre frå|høra av)|\bseveral years of (?:\w+ ){{0,2}}work\b|"
    rf"\beventuelt\b[^.;]{{0,40}}{EXPERIENCE}|in lieu of|\b(?:eller|or|alternativt)\s(?:an? |en |"
    rf"ein )?bachelor\w*\b[^.;]{{0,25}}\b(?:med|with|og|and|pluss|plus|samt)\b[^.;]{{0,30}}{EXPERIENCE}|\b(?:mangl\w*|"
    rf"lack\w*|sakn\w*|avsaknad|absence)\b[^.;]{{0,25}}\b(?:utdann\w*|utbildning\w*|uddannelse\w*|education\w*|"
    rf"degree)\b[^.;]{{0,30}}\b{EXPERIENCE}|{EXPERIENCE}\b[^.;]{{0,40}}\b{_WEIGHS}|\b(?:eller|or|"
    rf"alternativt)\b[^.;]{{0,25}}\b{_ACQUIRED}\b[^.;]{{0,60}}\b(?:{_OTHERWISE}|gjennom|gjennem|gennem|genom|through|"
    rf"(?:i|via) (?:praksis|praktik(?:en)?|arbeid|arbete|jobb))\b|\b(?:kompeten\w+|kunnskap\w*|kunskap\w*|kvalifika\w+|"
    rf"skills)\b[^.;]{{0,40}}\b{_OTHERWISE}|\b(?:vurderer|vurderar|overvejer|överväger|consider)\s(?:også|òg|även|also|"
    rf"gjerne|gärna)\s[^.;]{{0,60}}{EXPERIENCE}|\b(?:ikke|ikkje|inte|not)\s(?:avgjørende|avgjerande|avgörande|"
    rf"afgørende|decisive|essential)\b[^.;]{{0,60}}{EXPERIENCE}|\b(?:like|lika|lige så|just as|as|equal|"
    rf"equally) (?:stor|mye|mykje|mycket|høy|tung|much|great)?\w*\s?(?:vekt|vægt|vikt|weight|emphasis) (?:på|til|till|"
    rf"on|to) (?:\w+ ){{0,2}}{EXPERIENCE}"
)
_WORKED = (
    rf"(?:{EXPERIENCE}|[a-zæøå]*praksis|practice|knowledge|kunskap\w*|(?:mange|flere|fleire|flera|många|many|several|"
    rf"lang|long|lengre) "
    r"(?:\w+ )?(?:års?|years?|tid|fartstid))"
)
"""Experience by whatever name: *mange år i faget*, *solid practice*."""
_ON_THE_JOB = (
    r"(?:gjennom|genom|gennem|through|via|i|på|in|on) (?:the |mange år i |årevis i )?(?:arbeid\w*|arbete\w*|arbejde\w*|"
    r"jobb\w*|jobbet|job|praksis|praktik\w*|work\w*|yrkesliv\w*)"
)
_AS_GOOD = (
    r"(?:like (?:godt|bra|fint|gjerne)|lika bra|lige så godt|just (?:as|so) (?:good|well)|godtar vi|godtas|holder det|"
    r"er det nok|good enough|nok for oss|regner vi|teller det|høre fra|høyre frå|hear from|søke|søk|apply|velkom\w*)"
)
IN_OTHER_WORDS = compiled(
    rf"\b{_WORKED}\b[^.;]{{0,50}}?\b(?:{_REPLACES}|tre inn|tre i staden|just as good|just as well|do as well|"
    rf"{_AS_GOOD}\W*$)|\b(?:har|have|om|hvis|dersom|if)\b[^.;]{{0,25}}?\b(?:i ?stedet|isteden|i staden|i ?stället|"
    rf"instead)\b[^.;]{{0,70}}?\b(?:{_WORKED}|{_ACQUIRED}|jobb\w*|arbeid\w*|arbet\w*|work\w*)|\b(?:har du|if you|om du|"
    rf"hvis du)\b[^.;]{{0,90}}?\b(?:{_WORKED}|{_ACQUIRED}|jobbet|arbeidet|bygd)\b[^.;]{{0,70}}?\b{_AS_GOOD}|"
    rf"\b{_WORKED}\b[^.;]{{0,40}}\b(?:ikke|ikkje|inte|not)\b[^.;]{{0,14}}\b(?:papir|vitnemål|grad|utdann|degree|avgj)|"
    rf"\b(?:accepts?|godtar|godtek|godtager|accepterar|accepterer)\s(?:\w+\s){{0,3}}?{_WORKED}|\b(?:eller|or|"
    rf"alternativt)\s(?:[a-zæøå]+\s){{0,3}}?(?:[a-zæøå]*praksis|practice)\b|\b(?:eller|or|alternativt|"
    rf"alternatively)\b[^.;]{{0,35}}?\b(?:{_ACQUIRED}\b[^.;]{{0,40}}?\b{_ON_THE_JOB}|"
    rf"{_ON_THE_JOB}\b[^.;]{{0,30}}?\b{_ACQUIRED})|\b(?:eller|or|alternativt)\s(?:an? |en |"
    rf"ein )?bachelor\S*\s[^.;,]{{0,50}}?\b{_WORKED}"
)
_PAPERS = (
    r"(?:grad(?:en)?|papir\w*|det|dette|den|it|one|that|this|these|utdann\w*|uddann\w*|utbild\w*|examen|eksamen\w*|"
    r"fagbrev\w*|vitnemål\w*|degrees?|diplomas?|kravet)"
)
_LACKING = compiled(
    r"\b(?:mangl\w*|manglar|lack\w*|sakn\w*|uten|utan|uden|without|(?:har|har du|du har|haven't|have) (?:ikke|ikkje|"
    r"inte|"
    rf"no|not))\s(?:[a-zæøå]+\s){{0,2}}?{_PAPERS}\b|\b(?:uten|utan|uden|without)(?=[.,;]|$)"
)
_TAKEN = compiled(
    r"\b(?:søke?|søkje|søg\w*|velkom\w*|welcome|qualify|vurder\w*|considered|consider|klarer (?:vi )?oss|apply|"
    r"betraktning|betragtning|aktuell\w*|høre fra|høyre frå|høra av|hear from|kvalifiser\w*|godtas|godkjennes|"
    r"accepted)\b"
)
_LONG_WORK = (
    r"(?:(?:enough|many|several|mange|flere|fleire|många|flera|nok|lang|år|years)\s(?:[a-zæøå]+\s){0,2}?(?:år|years|"
    r"arbeidsliv\w*|yrkesliv\w*|yrkesvei|yrkesveg|yrkesløp|record)|arbeidserfaringen|yrkesvei|yrkesveg|yrkesbane|"
    r"working life|(?:track )?record)"
)
"""A life of work that is not called experience: *mange år i yrket*, *en yrkesvei*."""
_PRACTICE = rf"(?:{_WORKED}|{_LONG_WORK})"
_DONE = compiled(rf"\b(?:{_PRACTICE}|jobbet|jobba|arbeidet|arbeidd|worked|arbetat|arbejdet)\b")
_IN_ITS_PLACE = compiled(
    rf"\b{_PRACTICE}\b[^.;]{{0,70}}?\b(?:in its place|instead of (?:it|one)|(?:gå|går|tre|træde|træder|trer|kome|"
    rf"komme|stå)"
    r" (?:inn )?i (?:stedet|staden|stället|dets sted)|"
    r"(?:do|does|serve|serves) (?:just )?(?:as|the same)|make[s]? up for|gjør (?:samme )?nytten|det samme|det same|"
    r"detsamma|same thing|for us not to|veier (?:like )?tungt|count\w* (?:just )?as)\b|\b(?:eller|or|"
    r"alternativt)\s(?:så har "
    rf"du |you have |du har |har )?(?:[a-zæøå]+\s){{0,2}}?{_LONG_WORK}\b|"
    r"\b(?:eller|or)\s(?:så )?(?:har |have )?(?:du |you )?(?:har |have )?(?:skaff\w*|lært|lärt|learn\w+|tilegn\w+|"
    r"spent)\b"
    r"[^.;]{0,50}?\b(?:jobb\w*|praksis|praktik\w*|job|work\w*|years|år|arbei\w+|arbet\w+)\b|"
    r"\b(?:trade|swap|exchange|look past|look beyond|set aside|bytter|byter|ser bort fra) (?:it|that|den|det|this)\b"
    r"[^.;]{0,60}?\b(?:years|experience|track record|erfaring\w*|praksis|år)\b"
)
"""*Lang fartstid kan gå i stedet*; *a degree, or enough years in the field*; *we trade it for years on the job*."""
_LESSER = compiled(
    r"\b(?:bachelor\w*|fagskole\w*|fagskule\w*|lavere|lågare|lower|andre utdanningsløp|annen utdanning|"
    r"other education)\b"
    rf"[^.;]{{0,40}}?\b(?:og|and|och|med|with|dersom|if|hvis|kombinert)\b[^.;]{{0,40}}?\b{_PRACTICE}\b"
)
"""*Den som har bachelor og solid erfaring, kan også komme i betraktning.*"""
_REFUSED = compiled(
    r"\b(?:no amount of|uansett (?:hvor|fartstid|erfaring|praksis|ansiennitet|kor)|regardless of|no matter how|oavsett|"
    r"uanset|(?:gjør|gjer|gör|gør|make) (?:vi |me )?(?:ikke|ikkje|inte|no)|(?:ikke|ikkje|inte|not) (?:anledning|høve|"
    r"mulighet|mulig|aktuelt|possible)|dessverre ikke|diverre ikkje|tyvärr inte)\b"
)


_CANNOT = compiled(
    rf"\b(?:mangl\w*|lacking|lack of|saknad\w*) (?:\w+ )?{EXPERIENCE}\b[^.;]{{0,30}}\b(?:av|by|af|med|genom|"
    rf"gjennom) [^.;]{{0,20}}(?:utdann|uddann|utbild|education)|"
    r"\b(?:no substitute|ingen erstatning|inga erstatning|ingen ersättning|(?:kan|vil|can|will|må|"
    r"skal) (?:\w+ )?(?:ikke|ikkje|inte|not)\b|(?:fravikes|fråvikast|frångås|fraviges|erstattes|erstattast|kompenseres|"
    r"oppveies) (?:\w+ )?(?:ikke|ikkje|inte)|(?:krav\w*|requirement) (?:er|is|är) (?:absolutt\w*|ufravik\w*|absolute|"
    r"firm|fast)|ikke i stedet for|ikkje i staden for|inte i stället för|not instead of|not a substitute|kan ikke|"
    r"kan ikkje|cannot|can not|kan inte|erstatter ikke|erstattar ikkje|kompenserer ikke|kompenserer ikkje|"
    r"does not replace|ersätter inte)\b"
)
_ON_EDUCATION = compiled(
    r"\b(?:vitnemål\w*|papirer?\b|papir|formell\w* (?:utdanning|kompetanse|utbildning)|utdanning\w*|utdannelse\w*|"
    r"uddannelse\w*|utbildning\w*|education\w*|degree|grad(?:en)?|kravet|examen|diploma|fagbrev|fagprøve|svennebrev|"
    r"bachelor\w*|master\w*)\b"
)
"""Words by which a sentence after the one that asks for education still speaks of it."""


@once_for_words
def replaces(voice: Voice) -> bool:
    """Does the sentence say that experience may stand in for something?"""
    return stands_in(voice.folded, 0, len(voice.folded))


def stands_in(folded: str, start: int, end: int) -> bool:
    """Does ``folded[start:end]`` say that experience may stand in for something?"""
    told = any(pattern.search(folded, start, end) for pattern in (SUBSTITUTE, IN_OTHER_WORDS, _IN_ITS_PLACE))
    if not (told or _lets_in(folded, start, end)):
        return False
    return not (_CANNOT.search(folded, start, end) or _REFUSED.search(folded, start, end))


def _lets_in(folded: str, start: int, end: int) -> bool:
    """*Mangler du graden, men har jobbet lenge, ber vi deg søke*: who lacks papers and has worked is taken."""
    if not (_TAKEN.search(folded, start, end) and _DONE.search(folded, start, end)):
        return False
    return bool(_LACKING.search(folded, start, end) or _LESSER.search(folded, start, end))


def cannot_stand_in(folded: str, start: int, end: int) -> bool:
    """Does it say that nothing may?"""
    return bool(SUBSTITUTE.search(folded, start, end)) and bool(_CANNOT.search(folded, start, end))


@once_for_words
def still_replaces(voice: Voice) -> bool:
    """Does a sentence after the one that asks for education say so of it?"""
    return bool(_ON_EDUCATION.search(voice.folded)) and replaces(voice)

"""May experience stand in for education?"""

from matcher.folding import compiled
from matcher.voice import Voice, once_for_words

EXPERIENCE = (
    r"(?<!studie)(?<!studie-)(?:\w*erfaring|\w*røynsle|\w*røynsla|\w*erfarenhet|experience|fartstid|kunskaper|kunnskap|"
    r"kompetanse|realkompetanse|praksis|arbeid|bakgrunn|kompetens|realkompetence|praktik|training|background|bakgrund|"
    r"baggrund|career|karriere|karriär|track record|ballast|merittliste|arbete|arbejde)(?:en|ene|a|ane|et)?"
)
_STOOD_IN_FOR = (
    r"(?:kompenseres|kompenserast|kompenseras|kompenserat|erstattes|erstattast|oppveies|oppvegast|opvejes|"
    r"ersättas|uppvägas|replaced|substituted|offset|vegast opp|veies opp)"
)
_REPLACES = (
    r"(?:kompensere\w*|erstatte\w*|erstatta|oppveie\w*|oppvege\w*|(?:vege|veie|vega|väga|veier|veg|gjøre|gjere|"
    r"make|makes) (?:det )?(?:opp|up|upp)|opveje\w*|ersätt\w*|kompenser\w*|godtas|godtakast|substitute|replace|"
    r"compensate|uppväg\w*|godtaes|kan godkjennes|kan vurderes|likestilles|likestillast|stå i staden|komme i "
    rf"stedet|stand in|{_STOOD_IN_FOR}|(?:like|lika|lige så|vel så|minst like|just as|equally|as) (?:viktig\w*|"
    r"vigtig\w*|mye|mykje|mycket|meget|godt?|bra|fint?|relevant\w*|interessant\w*|tungt|much|good|well|"
    r"verdifull\w*|valuable|högt|høyt)|(?:tyngre|mer|meir|mere|more) (?:enn|än|end|than))"
)
_WAIVED = (
    r"(?:unntak|unntas|undantag|undtagelse\w*|exceptions?|fravike|fravikes|fråvikast|fråvike|fravikast|se bort "
    r"fra|ses bort fra|sjå bort frå|ser (?:vi |me )?(?:gjerne |også )?bort (?:fra|frå)|bortse fra|bortsjå frå|"
    r"lempe på|dropper|dispensere|waived?|lempes på|lempast på|lempe på|lempas|slakkes på|mykes opp)"
)
_WEIGHS = (
    r"(?:(?:teller|tel|tæller|veier|veg|vekt|väger|vejer|weighs?|counts?|räknas|betyr|betyder|matters?|trumfer|"
    r"trumfar|går foran)\b\s?(?:\w+\s){0,2}(?:tyngst|tyngre|tungt|tungt|mest|mer|meir|mere|mye|mykje|like|"
    r"lika|lige|høyt|høgt|most|more|heaviest|just|equally|utdanning\w*|utdannelse\w*|education)|(?:er|is|"
    r"är)\s(?:\w+\s){0,2}?(?:viktigere|viktigare|vigtigere|viktigst|more important|most important|avgjørende))"
)
"""*Erfaring veier tyngst*: of two things that are weighed, experience is the heavier or the equal."""
_ACQUIRED = (
    r"(?:tilegn\w+|tileign\w+|skaff\w+|förvärv\w+|erhverv\w+|opparbeid\w+|op?pbyg\w+|uppnå\w+|oppnå\w+|opnå\w+|bygget|"
    r"bygd|gained|lært|lärt|selvlært|sjølvlært|självlärd|selvlærd|self-taught|learn\w+|acquired|built|tillært|tillärt|"
    r"tilleigna)"
)
_OTHERWISE = (
    r"(?:på|i|in|by) (?:annen|anna|anden|annet|annat|andet|other|another|andre) (?:måte|vis|sätt|måde|ways?|"
    r"means)"
)
SUBSTITUTE = compiled(
    rf"\b(?:consider|welcome|vurderer|vurderar|ønsker|overväger|overvejer)\s(?:\w+\s)?(?:applicants|candidates|søkere|"
    rf"søkarar|sökande|ansøgere|kandidater)\s(?:with|med)\s[^.;]{{0,40}}{EXPERIENCE}|"
    r"\b(?:eller|or|alternativt|alternatively)\s(?:annen |anna |other |tilsvarende |tilsvarande |motsvarande |"
    r"equivalent |comparable |similar |relevant |lang |lengre |flere års |an equivalent |tilsvarende relevant |"
    r"motsvarande relevant |gjennom |several years of |proven |the |solid |annan |samsvarande |a |an |combination of |"
    r"mix of |kombinasjon av |kombination av |kombination af |education and |training and |"
    rf"utdanning og |utbildning och |uddannelse og )*(?:\w+ ){{0,2}}(?!leder|leiar|ledar|chef){EXPERIENCE}|"
    rf"{EXPERIENCE}\b[^.;]{{0,25}}\b(?:kan|may|can|could)\s(?:en |ein |a |også )?(?:bachelor|fagskole|fagskule|"
    r"lavere|lågare|lower|kandidat)\w*|\b(?:eller|or|men|but|alternativt|eventuelt|evt|annen|anna|annan|anden|other|"
    r"lavere|lower|kan|may)\b[^.;]{0,60}?\b(?:kombinert|kombinerad|combined|kombineret|i kombination|i "
    rf"kombinasjon|in combination|sammen|together) (?:med|with) [^.;]{{0,40}}{EXPERIENCE}|"
    rf"\b{_WAIVED}\b[^.;]{{0,40}}(?:utdanning|utdannelse|krav|uddannelse|utbildning|education|degree|\bgrad(?:en|"
    r"skravet)?\b|bachelor\w*|master\w*|eksamen\w*|examen|vitnemål)|\b(?:med|with)\s(?:en |ein |a |bare |berre |"
    r"only )?(?:bachelor|master|fagskole|fagskule|fagbrev|lavere|lågare|kandidat)\w*[^.;]{0,25}\b(?:må|kreves|"
    rf"krevst|trenger|treng|need|must|requires?|krävs|kræves)\b[^.;]{{0,25}}{EXPERIENCE}|\b(?:utdanning|utdannelse|"
    rf"krav|uddannelse|utbildning)\w*\b[^.;]{{0,40}}\b{_WAIVED}|\b(?:kan|may|can|could|vil kunne)\s(?:også |òg |og |"
    rf"also )?(?:\w+ )?{_STOOD_IN_FOR}\b[^.;]{{0,40}}{EXPERIENCE}|\b(?:uten|utan|uden|"
    r"without|manglar|mangler|saknar|(?:har|har du|om du|hvis du|dersom du) (?:ikke|ikkje|"
    rf"inte))\b[^.;]{{0,50}}\b{EXPERIENCE}[^.;]{{0,40}}\b(?:søke?|søkje|i betraktning|i fråga|i betragtning|bli "
    r"vurdert|vurder\w*|apply|considered|aktuell|velkom\w*|welcome|ansöka|søge|høre fra|høyre frå|høra av|hear from)|"
    r"\b(?:søkere?|søkjarar|søkarar|personer|persons|people|folk|kandidater?|kandidatar|ansøgere|sökande|applicants|"
    r"candidates|de|dem|dei|deg|dig)\s(?:med|som|with|"
    rf"who)\s[^.;]{{0,60}}{EXPERIENCE}\b[^.;]{{0,60}}\b(?:vurder\w*|considered|övervägas|overvejes|i betraktning|"
    r"aktuell\w*|velkom\w*|welcome|oppfordres)|\b(?:equivalent|comparable|similar|tilsvarende|tilsvarande|"
    rf"motsvarande)\s(?:\w+\s)?{EXPERIENCE}\b[^.;]{{0,20}}\b(?:considered|accepted|vurderes|godtas|beaktas|"
    r"anerkendes|ok)\b|\b(?:mer|meir|mere|mest|more|most)\s(?:opptatt|opptekne?|intresserad\w*|optaget|"
    rf"interessert|interested)\s(?:av|i|in|of)\s[^.;]{{0,20}}{EXPERIENCE}|\b(?:annan|anden|annen|anna|other) "
    r"(?:bakgrund|bakgrunn|baggrund|background)\b[^.;]{0,45}\b(?:likvärdig\w*|likeverdig\w*|ligeværdig\w*|"
    rf"tilsvarende|motsvarande|equivalent)|\b{EXPERIENCE}[^.;]{{0,40}}\b(?:vert |blir |er |kan )?(?:òg |også |"
    rf"also )?(?:velkom\w* til å søk\w+|welcome to apply)|{EXPERIENCE}\b[^.;]{{0,30}}\b(?:i stedet for|istället "
    r"för|i stedet|instead|in lieu)|\b(?:gått gradene|gått gradane|worked (?:your|their) way up|arbeidet (?:deg|"
    r"seg) opp|gått den lange veien)\b|\bhar du (?:en |ein )?(?:annen|anna|annan|anden|"
    rf"other)\b[^.;]{{0,50}}\b{EXPERIENCE}[^.;]{{0,40}}\b(?:søk\w*|vurder\w*|velkom\w*|høre fra|høyre frå|høra av)|"
    r"\b(?:sammen|saman|together|tillsammans|kombinert|kombinerad|kombineret|combined) (?:med|with) "
    rf"[^.;]{{0,30}}{EXPERIENCE}\b[^.;]{{0,10}}\b(?:godtek|godtar|godtas|godtager|accepterar|accepterer|accepts?|"
    rf"holder)\b|\beventuelt\b[^.;]{{0,40}}{EXPERIENCE}|{EXPERIENCE}\b[^.;]{{0,40}}\b{_WEIGHS}|\b(?:eller|or|"
    rf"alternativt)\b[^.;]{{0,25}}\b{_ACQUIRED}\b[^.;]{{0,60}}\b(?:{_OTHERWISE}|gjennom|gjennem|gennem|genom|"
    r"through|(?:i|via) (?:praksis|praktik(?:en)?|arbeid|arbete|jobb))\b|\b(?:vurderer|vurderar|overvejer|"
    rf"överväger|consider)\s(?:også|òg|även|also|gjerne|gärna)\s[^.;]{{0,60}}{EXPERIENCE}|\b(?:ikke|ikkje|inte|"
    rf"not)\s(?:avgjørende|avgjerande|avgörande|afgørende|decisive|essential)\b[^.;]{{0,60}}{EXPERIENCE}|"
    r"\b(?:like|lika|lige så|just as|as|equal|equally) (?:stor|mye|mykje|mycket|høy|tung|much|"
    rf"great)?\w*\s?(?:vekt|vægt|vikt|weight|emphasis) (?:på|til|till|on|to) (?:\w+ ){{0,2}}{EXPERIENCE}"
)
_WORKED = (
    rf"(?:{EXPERIENCE}|[a-zæøå]*praksis|practice|knowledge|kunskap\w*|(?:mange|flere|fleire|flera|många|many|"
    r"several|lang|long|lengre) (?:\w+ )?(?:års?|years?|tid|fartstid))"
)
"""Experience by whatever name: *mange år i faget*, *solid practice*."""
_ON_THE_JOB = (
    r"(?:gjennom|genom|gennem|through|via|i|på|in|on) (?:the |mange år i |årevis i )?(?:arbeid\w*|arbete\w*|"
    r"arbejde\w*|jobb\w*|jobbet|job|praksis|praktik\w*|work\w*|yrkesliv\w*)"
)
_AS_GOOD = (
    r"(?:(?:kan|can|may) (?:være|vere|be) nok|do just as well|like (?:godt|bra|fint|gjerne)|lika bra|lige så godt|"
    r"just (?:as|so) (?:good|well)|godtar vi|godtas|holder det|er det nok|good enough|nok for oss|regner vi|teller det|"
    r"høre fra|høyre frå|hear from|søke|søk|apply|velkom\w*)"
)
IN_OTHER_WORDS = compiled(
    rf"\b{_WORKED}\b[^.;]{{0,50}}?\b(?:{_REPLACES}|tre inn|tre i staden|just as good|just as well|do as well|"
    rf"{_AS_GOOD}\W*$)|\b(?:har du|kan du|er du|if you|om du|hvis du)\b[^.;]{{0,90}}?\b(?:{_WORKED}|{_ACQUIRED}|jobbet|"
    rf"arbeidet|bygd)\b[^.;]{{0,70}}?\b{_AS_GOOD}|\b{_WORKED}\b[^.;]{{0,40}}\b(?:ikke|ikkje|inte|"
    r"not)\b[^.;]{0,14}\b(?:papir|vitnemål|grad|utdann|degree|avgj)|\b(?:accepts?|godtar|godtek|godtager|"
    rf"accepterar|accepterer)\s(?:\w+\s){{0,3}}?{_WORKED}|\b(?:eller|or|"
    r"alternativt)\s(?:[a-zæøå]+\s){0,3}?(?:[a-zæøå]*praksis|practice)\b|\b(?:eller|or|alternativt|"
    rf"alternatively)\b[^.;]{{0,35}}?\b(?:{_ACQUIRED}\b[^.;]{{0,40}}?\b{_ON_THE_JOB}|"
    rf"{_ON_THE_JOB}\b[^.;]{{0,30}}?\b{_ACQUIRED})|\b(?:eller|or|alternativt)\s(?:an? |en |ein "
    rf")?bachelor\S*\s[^.;,]{{0,50}}?\b{_WORKED}"
)
_PAPERS = (
    r"(?:[a-zæøå]*grad(?:en)?|bachelor\S*|master\S*|papir\w*|skolegang|skulegang|det|dette|den|it|one|that|this|"
    r"these|utdann\w*|uddann\w*|utbild\w*|examen|eksamen\w*|fagbrev\w*|vitnemål\w*|degrees?|diplomas?|kravet)"
)
LACKING = compiled(
    r"\b(?:mangl\w*|manglar|lack\w*|sakn\w*|uten|utan|uden|without|(?:har|har du|du har|haven't|have) (?:ikke|"
    rf"ikkje|inte|no|not)|don't have|do not have)\s(?:[a-zæøå]+\s){{0,2}}?{_PAPERS}\b|\b(?:uten|utan|uden|"
    r"without)(?=[.,;]|$)"
)
_TAKEN = compiled(
    r"\b(?:søke?|søkje|søg\w*|v[eæ]lkom\w*|welcome|qualify|vurder\w*|considered|consider|klarer (?:vi )?oss|"
    r"apply|betraktning|betragtning|aktuell\w*|høre fra|høyre frå|høra av|hear from|kvalifiser\w*|godtas|"
    r"godkjennes|accepted|look at|gjøre (?:samme )?(?:nytten|jobben)|gjere (?:same )?(?:nytten|jobben)|do the "
    r"job|(?:like|lika|lige så) (?:bra|godt|fint|aktuell\w*|interessant)|just as (?:good|well|welcome)|no "
    r"problem|søkan\w*|hører? (?:vi |me )?(?:gjerne |gerne )?(?:fra|frå)|show us|vis oss|visa oss)\b"
)
_LONG_WORK = (
    r"(?:(?:enough|many|several|mange|flere|fleire|många|flera|nok|lang|år|years)\s(?:[a-zæøå]+\s){0,2}?(?:år|"
    r"years|arbeidsliv\w*|yrkesliv\w*|yrkesvei|yrkesveg|yrkesløp|record)|arbeidserfaringen|yrkesvei|yrkesveg|"
    r"yrkesbane|working life|(?:track )?record)"
)
"""A life of work that is not called experience: *mange år i yrket*, *en yrkesvei*."""
_PRACTICE = rf"(?:{_WORKED}|{_LONG_WORK})"
_DONE = compiled(
    rf"\b(?:{_PRACTICE}|jobbet|jobba|jobbat|arbeidet|arbeidd|worked|arbetat|arbejdet|seasoned|erfarne|run|worked|"
    r"ledet|leia|led|managed|gått den lange veien|[\w-]+ (?:års?|years?) (?:i|in|på|at|som|as|med))\b"
)
_IN_ITS_PLACE = compiled(
    rf"\b{_PRACTICE}\b[^.;]{{0,70}}?\b(?:in its place|take its place|instead of (?:it|one)|(?:gå|går|tre|træde|træder|"
    rf"trer|kome|"
    r"komme|stå) (?:inn )?i (?:stedet|staden|stället|dets sted)|(?:do|does|serve|serves) (?:just )?(?:as|the same)|"
    r"make[s]? up for|gjør (?:samme )?nytten|det samme|det same|detsamma|same thing|for us not to|"
    r"veier (?:like )?tungt|count\w* (?:just )?as)\b|\b(?:eller|or|alternativt)\s(?:så har du |you have |du har |har "
    rf")?(?:[a-zæøå]+\s){{0,2}}?{_LONG_WORK}\b|\b(?:trade|swap|exchange|look past|look beyond|set aside|bytter|"
    r"byter|ser bort fra) (?:it|that|den|det|this)\b[^.;]{0,60}?\b(?:years|experience|track record|erfaring\w*|praksis|"
    r"år)\b"
)
"""*Lang fartstid kan gå i stedet*; *a degree, or enough years in the field*; *we trade it for years on the job*."""
_LESSER = compiled(
    r"\b(?:bachelor\w*|fagskole\w*|fagskule\w*|lavere|lågare|lower|andre utdanningsløp|annen utdanning|other "
    r"education)\b[^.;]{0,40}?\b(?:og|and|och|med|with|dersom|if|hvis|kombinert|sammen|followed by|fulgt av|"
    rf"plus|pluss)\b[^.;]{{0,40}}?\b{_PRACTICE}\b"
)
"""*Den som har bachelor og solid erfaring, kan også komme i betraktning.*"""
_REFUSED = compiled(
    r"\b(?:no amount of|uansett (?:hvor|fartstid|erfaring|praksis|ansiennitet|kor)|regardless of|no matter how|"
    r"oavsett|uanset|(?:gjør|gjer|gör|gør|make) (?:vi |me )?(?:ikke|ikkje|inte|no)|(?:ikke|ikkje|inte|not) "
    r"(?:anledning|høve|mulighet|mulig|aktuelt|possible)|dessverre ikke|diverre ikkje|tyvärr inte)\b"
)


_CANNOT = compiled(
    r"\b(?:aldri|aldrig|never)\b[^.;]{0,20}\b(?:erstatt\w*|ersätt\w*|replac\w*|kompenser\w*)|\b(?:no|not|ikke|ikkje|"
    r"inte|ingen|inga|utan|uten|without) (?:any |noe |noen |nokon |noko |några )?(?:exceptions?|unntak|undantag|"
    r"undtagelse\w*)|\b(?:mangl\w*|lacking|lack of|"
    rf"saknad\w*) (?:\w+ )?{EXPERIENCE}\b[^.;]{{0,30}}\b(?:av|by|af|med|genom|gjennom) [^.;]{{0,20}}(?:utdann|"
    r"uddann|utbild|education)|\b(?:no substitute|ingen erstatning|inga erstatning|ingen ersättning|(?:kan|vil|can|"
    r"will|må|skal) (?:\w+ )?(?:ikke|ikkje|inte|not)\b|(?:fravikes|fråvikast|frångås|fraviges|erstattes|erstattast|"
    r"kompenseres|oppveies) (?:\w+ )?(?:ikke|ikkje|inte)|(?:krav\w*|requirement) (?:er|is|är) (?:absolutt\w*|"
    r"ufravik\w*|absolute|firm|fast)|ikke i stedet for|ikkje i staden for|inte i stället för|not instead of|"
    r"not a substitute|kan ikke|kan ikkje|cannot|can not|kan inte|erstatter ikke|erstattar ikkje|kompenserer ikke|"
    r"kompenserer ikkje|does not replace|ersätter inte)\b"
)
_SCHOOLING = (
    r"(?:[a-zæøå]*(?:utdann|uddann|utbild)\w*|education\w*|[a-zæøå]*grad(?:en|er)?|degrees?|diplomas?|bachelor\S*|"
    r"master\S*|ba|bsc|msc|(?<!livets )(?<!gatas )[a-zæøå]*(?:skole|skule)(?:n|gang)?|universit\w*|[a-zæøå]*eksam\w*|"
    r"examen|papir\w*|papers?|vitnemål\w*|fagbrev\w*|(?:hvor|kor|var|hvad|hva|kva|vad) du har (?:studert|lest|læst|"
    r"pluggat)|where you studied|pedagogikk|kravet)"
)
_YEARS_AT_WORK = (
    r"(?:[\w-]+\+? (?:års?|years?)'? (?:(?:eller mer|or more|bak deg|tid) )?(?:i|in|innen|innan|inom|som|as|på|"
    r"med|with|at|of|hos|fra|frå|från|(?:[a-zæøå-]+ )?(?:praksis|ansiennitet|fartstid|[a-zæøå]*erfar\w*|røynsle|"
    r"experience)))\b"
)
_HAS_WORKED = (
    r"(?:(?:har|have|has|having|som har|you've) (?:(?:allerede|already|selv|sjølv|ever|long|lenge|også|du|i "
    r"stedet) )?(?:[a-zæøå]+ )?(?:hatt|haft|had|vært|vore|varit|været|been|gjort|gjord|gort|done|run|led|ledet|"
    r"leia|leda|lett|arbeid\w*|arbei\w*|arbet\w*|jobb\w*|worked|lært|lärt|learn\w*|skaff\w*|tilegn\w*|drevet|"
    r"managed|styrt|(?:mange?|masse|lang|gedigen|solid|bred|brei|long|nok|mye|mykje) \w+)|grew up|vokst opp|"
    r"vaks opp|växt upp|(?:gått|gick|gone) (?:den lange|gradene|gradane|den långa|en annen|ein annan|another)|"
    r"seasoned|experienced|erfarne|i blodet|careers?|karriere)\b"
)
_LIVED = rf"(?:{_YEARS_AT_WORK}|{_HAS_WORKED})"
_ON_EDUCATION = compiled(rf"\b(?:{_SCHOOLING}|formell\w* kompetanse|fagprøve|svennebrev)\b")
"""Words by which a sentence after the one that asks for education still speaks of it."""
_OR_ELSE = compiled(
    rf"\b{_SCHOOLING}[^.;]{{0,60}}?[\s(,](?:eller|or|alternativt|alternatively|evt\.?|ev\.?|eventuelt|unless|if not|"
    rf"med mindre|om ikke|om inte)\s(?!if\b|hvis\b|om\b|dersom\b|viss\b)(?:(?!og\b|and\b|och\b|{_SCHOOLING}\b)[\w'-]+ "
    rf"){{0,4}}?(?:{_LIVED}|(?:lang|mange|omfattende|solid|bred|long) {EXPERIENCE}\b)"
)
"""*Bachelor, eller noen som har ledet før*; *BA or five years in a similar role*: work is the other way in."""
_OUTWEIGHS = compiled(
    rf"\b(?:{_LIVED}|{EXPERIENCE}|years|år|(?:det|hva|what|kva|vad) (?:du|you)(?:'ve| har| have) (?:gjort|"
    r"done))\b[^.;]{0,40}?\b(?:beats?|trumfer|trumfar|trumps?|slår|outweighs?|(?:kan|can|may|will|vil|could) "
    r"(?:også |òg |også |also |godt )?(?:do\b|gjøre|gjere|veie|vege|väga|veje|erstatt\w*|replace|komp\w+|"
    r"tell\w*|count|duge|räcka|be enough|make up|træde|være (?:like|lige)|vere like|räknas)|go(?:es)? a long "
    r"way)"
)
"""*Det du har gjort, kan veie like tungt*; *years beat diplomas*."""
_LET_OFF = compiled(
    rf"\b{_WAIVED}\b[^.;]{{0,50}}?\b(?:{_LIVED}|{EXPERIENCE})|\b{_SCHOOLING}[^.;]{{0,40}}?\b{_WAIVED}\b|(?:{_LIVED}|"
    rf"{EXPERIENCE}|gått gradene)\b[^.;]{{0,50}}?\b(?:{_WAIVED}|(?:trenger|treng|behøver|behöver|need|needs) (?:du "
    rf")?(?:ikke|ikkje|inte|no|not|ingen))\s(?:[a-zæøå]+ )?(?:{_SCHOOLING}|dette|det|den|it|this)|(?:hang\w*|heng\w*|"
    rf"hung) (?:oss |up )?(?:ikke |ikkje |inte |no )?(?:opp i|up on|upp) {_SCHOOLING}|\b(?:er|gjelder|gäller|går) "
    r"(?:det|vi) (?:også |òg |lika |like )?(?:om|hvis|if|bra om|bra hvis) du har (?:gått|jobb\w*|lært|arbei\w*|"
    r"skaff\w*)"
)
"""*Den som har lang fartstid, trenger ikke eksamen*; *exceptions for people who grew up in a call centre*."""
_WHATEVER_ELSE = compiled(
    r"\b(?:(?:kan|can|may|could|vil|will) (?:(?:også|òg|også|also|godt|gjerne|here) )?(?:erstatt\w+|ersätt\w+|replace|"
    r"make up for|stand in for|kompensere for|oppveie|oppvege|uppväga|opveje) (?:it|that|this|den|det|dette|detta|"
    r"papir\w*|papper\w*|grad\w*|the degree)|(?:kan|can|may) (?:telje|telle|tælle|räknas|count) (?:i staden|i stedet|i "
    r"stället|instead)|(?:teller|tel|tæller|räknas|counts?) (?:like|lika|lige så|just as|as) (?:mye|mykje|mycket|meget|"
    r"much|godt))"
    r"\b"
)
"""*Bachelor, men livets skole teller like mye*: whatever counts instead of schooling, but other schooling."""


@once_for_words
def replaces(voice: Voice) -> bool:
    """Does the sentence say that experience may stand in for something?"""
    return stands_in(voice.folded, 0, len(voice.folded))


@once_for_words
def replaces_that(voice: Voice) -> bool:
    """Does a sentence right after the one on education say so? *Salesforce or Guidewire experience* names two tools."""
    found = SUBSTITUTE.search(voice.folded)
    inside = found is not None and found.start() > 0 and _OR.match(found.group()) is not None
    return replaces(voice) and (not inside or any(way.search(voice.folded) for way in _WAYS_IN[1:]))


_OR = compiled(r"(?:eller|or|alternativt|alternatively)\b")
_WAYS_IN = (SUBSTITUTE, IN_OTHER_WORDS, _IN_ITS_PLACE, _OR_ELSE, _OUTWEIGHS, _LET_OFF)


def stands_in(folded: str, start: int, end: int) -> bool:
    """Does ``folded[start:end]`` say that experience may stand in for something?"""
    told = any(pattern.search(folded, start, end) for pattern in _WAYS_IN) or _something_else(folded, start, end)
    if not (told or _lets_in(folded, start, end)):
        return False
    return not (_CANNOT.search(folded, start, end) or _REFUSED.search(folded, start, end))


def _something_else(folded: str, start: int, end: int) -> bool:
    """*Strong results may replace it.*"""
    found = _WHATEVER_ELSE.search(folded, start, end)
    if found is None:
        return False
    said = max(folded.rfind(mark, start, found.start()) for mark in (".", ";", ",", " men ", " but "))
    return not _ON_EDUCATION.search(folded, max(said, start), found.start())


def way_in(folded: str) -> bool:
    """Does the sentence name work beside schooling, as another way in?"""
    return any(pattern.search(folded) for pattern in _WAYS_IN[:4])


def _lets_in(folded: str, start: int, end: int) -> bool:
    """*Mangler du graden, men har jobbet lenge, ber vi deg søke*: who lacks papers and has worked is taken."""
    if not (_TAKEN.search(folded, start, end) and _DONE.search(folded, start, end)):
        return False
    return bool(LACKING.search(folded, start, end) or _LESSER.search(folded, start, end))


def cannot_stand_in(folded: str, start: int, end: int) -> bool:
    """Does it say that nothing may?"""
    return bool(SUBSTITUTE.search(folded, start, end)) and bool(_CANNOT.search(folded, start, end))


@once_for_words
def still_replaces(voice: Voice) -> bool:
    """Does a sentence after the one that asks for education say so of it?"""
    return bool(_ON_EDUCATION.search(voice.folded)) and replaces(voice)

"""On site, hybrid or remote, as stated; a silent ad is None."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, labelled, moved, speaking
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_COUNTRY = (
    r"(?:i|in|within|från|fra|frå|from|over) (?:hele |heile |hela |the |all of )?(?:norge|noreg|norway|landet|sverige|"
    r"sweden|"
    r"danmark|denmark|norden|nordics|nordic countries|country|europa|europe|eu|eøs)"
)
_WHEREVER = (
    r"(?:hvor|kor|kvar|var|der|där) (?:som helst|du (?:selv |sjølv |själv )?(?:vil|vill|trives|trivst|trivs|bor|bur|"
    r"er|måtte "
    r"ønske)|det passer(?: deg| best)?|det høver(?: deg)?|det passar(?: dig)?)|where(?:ver)? (?:you (?:like|want|"
    r"please|live)|"
    r"suits you)|anywhere(?: you (?:like|want))?"
)
_FULLY = compiled(
    r"\b(?:"
    rf"(?:{_WHEREVER}) {_COUNTRY}|(?:jobb|arbei|arbet|arbej|work)\w* {_COUNTRY}|uansett hvor i landet|"
    r"(?:hvor|kor|kvar|var|where) (?:i|in) (?:norge|noreg|norway|landet|sverige|sweden|danmark|denmark|norden|the "
    r"country)"
    r"[^.;]{0,12}\b(?:du|you) (?:vil|vill|want|bor|bur|jobber|lever|sitter|live|work)|(?:100 ?%|helt|fullt) "
    r"fjernjobb\w*|uansett kvar i "
    rf"landet|"
    r"(?:stedsuavhengig|stadsuavhengig|platsoberoende|stedsuafhængig|location[- ]independent)\w*|"
    r"(?:hundre prosent|hundra procent) (?:remote|hjemmefra|heimanfrå|hemifrån|på distans)|"
    r"(?:ikke|ikkje|inget|inte|no|intet|uten|utan) (?:noe |noko |eget |felles |fast |något )?(?:kontor|"
    r"office)\b[^.]{0,30}"
    r"(?:hjemmefra|heimanfrå|heimefrå|hemifrån|from home|hjemme)|(?:alle|everyone|everybody|alla|all of us|hele "
    r"(?:laget|"
    r"teamet|selskapet|gjengen)) (?:i \w+ |in \w+ |på \w+ )?(?:jobber|arbeider|arbeidar|jobbar|arbetar|arbejder|"
    r"works?) "
    r"(?:hjemmefra|heimanfrå|heimefrå|hemifrån|from home|remotely)(?![^.;]{0,25}\b(?:\w*dag\w*|\w*days?|uk\w+|week|"
    r"veke|når|"
    r"when|noen|nokre|innimellom|av og til))|(?:jobben|arbeidet|stillingen|stillinga|arbetet|arbejdet|the (?:job|"
    r"work)) "
    r"(?:gjøres|gjerast|utføres|utførast|utförs|görs|udføres|skjer|is done|happens) (?:hjemmefra|heimanfrå|heimefrå|"
    r"hemifrån|from home)|(?:hjemmefra|heimanfrå|hemifrån|from home),? (?:hele (?:ugen|arbeidstiden)|heile (?:veka|"
    r"tida)|"
    r"hela (?:veckan|tiden)|all week|every day|kvar dag|varje dag)|(?:fullt|helt|fuldt|entirely|completely|100 ?%) "
    r"(?:hjemmefra|heimanfrå|heimefrå|hemifrån|remote|"
    r"fjernarbei\w+|distansarbete|fjernarbejde|hjemmearbejde)|fra hvor du vil|frå kor du vil|fra hvor som helst|frå "
    r"kor som helst|varifrån som helst|fully remote|100 ?% remote|fully distributed|remote[- ]first|work from anywhere|"
    r"helt hjemmefra|100 ?% hjemmekontor|fast hjemmekontor|fullt hjemmekontor|helt på distans|remote position|remote "
    r"role|fjernbasert|remote job|100 ?% på distans|(?<![a-z]\s)remote (?:within|in|from|anywhere)|fuld(?:t)? remote|"
    r"fjernarbeid på heltid|fully work from home|remote is (?:fine|ok|okay|possible|welcome)|work remotely (?:as long|"
    r"from anywhere)|(?:jobb|arbeid|utfør)\w* (?:akkurat )?(?:fra |frå )?(?:hvor som helst|kor som helst|der du bor)|"
    r"(?:hjemmefra|heimanfrå|hemifrån|hjemmekontor|heimekontor|remote) (?:på )?(?:heltid|fulltid|full tid|hele uken|"
    r"hele uka|hele tiden|hver dag|full-time)|(?:(?:bo|bu|live) |bor du )(?:akkurat )?(?:hvor som helst|hvor du vil|"
    r"kor som helst|anywhere|wherever)|from wherever you|hver (?:vår|sin) kant)\b|(?:^\W*|(?:location|arbeidssted|"
    r"arbeidsstad|workplace|arbetsplats): )(?:remote|hvor som helst|kor som helst|anywhere|valgfritt)\b(?! (?:days|"
    r"work|flexib|option|support|service|customer|sales|assist|diagnos|monitor|team|manage|agent)|-? ?(?:and|og) )"
)
_SOME_DAYS = (
    r"(?:én|en|éin|ein|to|tre|two|three|one|två|[1-4])(?:\s?-\s?(?:[2-4]|tre|three))? (?:(?:faste|fixed|fasta) )?"
    r"(?:dager|dagar|dage|days?|dag)(?: (?:i|per|a|om|pr\.?) (?:uka|uken|veka|veckan|ugen|week))?"
)
"""Some days of the week, so not all of them."""
_HOME = compiled(
    r"\b(?:"
    rf"(?:dager|dagar|dage|days?|resten|resterende|ellers|elles|andre|andra|rest|others?|annars|øvrig "
    rf"tid)\b[^.;]{{0,30}}?\b"
    rf"(?:{_WHEREVER}|up to you|bestemmer du|vel du)|(?:{_WHEREVER}|where to (?:sit|work)|hvor du (?:jobber|sitter|"
    rf"arbeider))"
    rf"\s(?:\w+\s){{0,2}}{_SOME_DAYS}|{_SOME_DAYS}\s(?:er|är|are|møtes|sitter|samles) (?:vi|me|du|we|you)\b|"
    r"(?:på plats|hos oss|with us|på huset|on site|til stede|til stades|på plass|in house|i lokalene)\s(?:minst |at "
    r"least |"
    rf"mindst |minimum |omtrent |rundt |about |ca\.? ){{0,1}}{_SOME_DAYS}|(?:og|and|och|,) (?:hjemme|heime|hemma|at "
    rf"home) (?:når|when|när|de andre|dei andre|resten|ellers|elles)|"
    rf"(?:{_WHEREVER}) (?:på|on|om) (?:\w+dag(?:er|ar|e)?|\w+days?)|"
    r"(?:fleksibl?e?|flexibl?a?e?|romslige?) "
    rf"(?:på|med|about|"
    r"om|när det gäller) (?:hvor|kor|kvar|var|where) |hjemmekontor\w*|heimekontor\w*|hybrid(?!bil|e? (?:sky|bil|cloud|"
    r"car|infra|kjør|vehic|event|møte|"
    r"meeting))\w*|(?:or|eller|and|og|och) (?:from (?:your )?home|hjemmefra|heimanfrå|heimefrå|hemifrån)|home office|"
    r"work(?:ing)? (?:from home|remotely)|remote work\w*|distansarbete\w*|jobbe hjemmefra|arbeide hjemmefra|jobbe "
    r"hjemme|arbeid hjemmefra|jobba hemifrån|arbeta hemifrån|hjemmearbejde\w*|hjemmearbejdsdag\w*|arbejde hjemmefra|"
    r"fjernarbeid\w*|jobba på distans|arbeta på distans|(?:jobb|arbei|arbej|arbet|sitt|være|vere|vara|være|ta[srt]?\b|"
    r"tages|gjør|gjer)\w* (?:\w+ ){0,3}(?:hjemmefra|hjemme|heimefrå|heimanfrå|hemifrån|heime|hemma)|(?:days?|dag(?:er|"
    r"ar|e|en)?)(?: a week| i uka| i uken| i veka)? (?:from|at) home|remote days?|wfh|flexible working location|"
    r"hemmakontor|arbeide heimanfrå|jobbe heimanfrå|(?:one|two|three|four|\d)(?: days?)?(?: a week)? (?:from|at) home|"
    r"hjemmedag\w*|heimedag\w*|hemmadag\w*|distansjobb|remote flexibility|hemarbete|remote option|(?:dag(?:er|ar|e|"
    r"en)?|uke|veke)(?: (?:i|per|pr\.?) \w+)? (?:hjemme|heime|hemma)|(?:resten|ellers|elles|delvis|delvist|delvist|"
    r"partly|annars|ellers kan du|rest) (?:\w+ ){0,3}(?:hjemmefra|heimefrå|heimanfrå|hemifrån|from home|hjemme|heime)|"
    r"hjemmefra|heimefrå|hemifrån|fleksibelt arbeidssted|(?:home|hjemme\w*|heime\w*|hemma),? (?:office|kontor\w*|på "
    r"kontoret) (?:or|eller|og|and) (?:both|begge|litt av (?:begge|hvert))|fleksibel arbeidsstad|flexibelt arbetssätt|"
    r"fleksibelt kontor|(?:mellom|mellan|mellem|between) (?:kontor\w*|office|the office) (?:og|och|and) (?:hjem\w*|"
    r"heim\w*|hem\w*|home)|(?:hjem\w*|heim\w*|hem\w*|home) (?:og|och|and) (?:the )?(?:kontor\w*|office)|"
    rf"{_SOME_DAYS} (?:\w+ )?(?:på|ved|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office)|"
    r"(?:én|en|ein|to|tre|two|three|one|två|[1-4]) (?:faste |fixed |fasta )?(?:kontordag(?:er|ar|e)?\b|office days?\b)"
    r"(?! (?:i året|om året|per år|a year))|"
    r"office days|kontordag(?:er|ar|e)\b(?! (?:i året|om året|per år|i år))|(?:på kontoret|in the office|(?:at|to) "
    r"the office) (?:(?:på|i|ved|in|at) "
    r"[a-zæøå]+ )?(?:(?:på|on) )?(?:(?!mandag|monday|måndag)(?:\w+day|\w+dag|\w+dagar|\w+dager|\w+dage)s?\b|(?:mandag|"
    r"monday|"
    r"måndag)\w*(?!\w|\s?(?:-|til|to|till)\s?(?:fredag|friday)))|"
    rf"(?:på|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office) (?:minst |at least |minimum |omtrent |rundt |"
    rf"about |ca\.? |mindst )?{_SOME_DAYS}|"
    r"[1-9]\d ?(?:%|prosent|procent|percent) (?:på|at|in|of your time in) (?:the )?(?:kontor\w*|office)|(?:arbeider?|"
    r"arbeide|jobber?|jobbe) (?:der du vil|hvor du vil|kor du vil)|(?:bestemmer|velger|vel|väljer) (?:du )?(?:selv|"
    r"sjølv|själv|fritt) (?:hvor|kor|var) (?:du|arbeidet)|work from (?:your )?home|på distans|home[- ]?working|home "
    r"days?|(?:mix|mixture|kombinasjon|kombination|blanding|combination) (?:of|av|af|mellom|between) (?:\w+ "
    r"){0,2}(?:office|kontor\w*|home|hjemme\w*|heime\w*|hem\w*)|(?!100)\d\d ?(?:%|prosent|procent|percent) (?:remote|"
    r"hjemme\w*|heime\w*|home|hem\w*|distans\w*))\b"
)
_ONSITE = compiled(
    r"(?:^|[,;:] )(?:(?:at|in) (?:the|our) (?:office|premises)|(?:på|ved|frå|fra) kontoret|på plats)(?=\W*$|[.,;])|"
    r"\b(?:(?:fysisk|physically) (?:på plass|på plats|present|til stede|til stades)|(?:stillinga|stillingen|jobben|"
    r"the job|rollen|"
    r"arbeidet|tjänsten) (?:er|is|är) (?:\w+ ){0,2}?(?:på staden|på stedet|in person|på plass\b|(?:hundre prosent|100 "
    r"?%|fullt ut|"
    r"heilt) på kontoret)|in the office,? (?:all week|all days|full[- ]time)|(?:krever|krev|kræver|kräver|requires?|"
    r"forutsetter|forutset|føreset|förutsätter|"
    r"forudsætter)\b[^.;]{0,30}\b(?:til "
    r"stede|til stades|på plass|på plats|oppmøte|fremmøte|frammøte|fremmøde|present|presence|to be (?:in|at)|at du er "
    r"(?:i|på)\b)|(?:du|you) (?:\w+ )?(?:må|skal|need to|have to|must|måste|behöver|ska) (?:være|vere|vara|be) (?:til "
    r"stede|"
    r"til stades|present|på kontoret|in the office|at the office|on site|på plats (?!senast|från|den|\d))|(?:arbeidet|"
    r"jobben|"
    r"arbetet|jobbet|arbejdet|the (?:work|job)|stillinga|stillingen) (?:må|skal|has to|must|måste|ska|kan bare|kan "
    r"berre) "
    r"(?:\w+ )?(?:gjøres|gjerast|utføres|utførast|be (?:done|carried out|performed)|göras|utföras|udføres|skje|happen) "
    r"(?:på|i|at|in|fra|frå|from|ved|hos)\b|(?:arbeidsplassen|arbetsplatsen|arbejdspladsen|arbeidsstaden|"
    r"arbeidsstedet) (?:din )?"
    r"(?:er|är) (?:på )?(?:kontoret|kontoret vårt|lageret|senteret|hos oss)\b|(?:vi|me) (?:sitter|sit|jobber|"
    r"arbeider) (?:alle )?"
    r"(?:sammen|saman)\b[^.;]{0,25}(?:hver dag|kvar dag|alle dager)|(?:in|at) the office (?:\w+ ){0,4}(?:five|5|all "
    r"five) days|"
    r"på kontoret (?:alle )?(?:fem|5) (?:dager|dagar)|på plats (?:alla dagar|varje dag|hela veckan|hela tiden)|"
    r"(?:jobben|arbeidet|stillingen|stillinga|rollen|the (?:job|role|position)) (?:er|is) (?:her |here )?(?:på|"
    r"ved|at|in) (?:the |our )?(?:kontoret|office)(?! (?:\d|én|ein|en|to|tre|two|three|one|noen|some|minst|at least))|"
    r"(?:jobbet|tjänsten|arbetet|rollen|du arbetar|du jobbar)\b[^.;]{0,30} på plats|tilstedeværelse|tilstedevære|"
    r"tilstadevering|til stades|fysisk til stede|til stede (?:sammen|saman|hver dag|alle dager|på arbeid)|til stede på "
    r"kontoret|(?:er|jobber|sitter|are|work) (?:der|her|here|there) (?:sammen |saman |together )?(?:hver dag|kvar dag|"
    r"every day)|på (?:plass|jobb) (?:hver|kvar|varje|hver eneste) dag|närvaro på kontoret|fast oppmøte|(?:her|here|"
    r"här|på kontoret|in the office|at the office)(?: \w+){0,4} (?:hver dag|kvar dag|hverdag|varje dag|every day|daily|"
    r"alle dager|alle dagar)|(?:møder|møter) (?:ind|inn|opp|fysisk)|stedbasert|stadbasert|kontorbasert|kontorsbaserad|"
    r"work takes place (?:at|in)|(?:alt arbeid|arbeidet|arbetet|arbejdet|jobben|jobbet|stillingen|stillinga|tjänsten) "
    r"(?:foregår|skjer|sker|går føre seg|gjøres|gjerast|utføres|utførast|utförs|udføres|görs) (?:fra|frå|från|på|i|ved|"
    r"vid)|(?:gjøres|gjerast|utføres|utførast|utförs|udføres|foregår|skjer|performed|done|carried out) (?:\w+ )?(?:på "
    r"stedet|på staden|på plass|on the premises|on location|in person)|(?:møte|møter|møtte|oppmøte|til stede) (?:\w+ "
    r"){0,4}(?:alle dager|alle dagar|hver dag|kvar dag|daglig|dagleg|every day|varje dag)|alle ugens dage|stadbunden|"
    r"stadbunde|stedbunde\w*|(?:sitter|sitt|er|arbeider|jobber) (?:sammen|saman) med (?:teamet|oss|kollegene|laget) "
    r"(?:hver dag|kvar dag|alle dager)|based (?:at|in|out of) our (?:\w+ )?office|platsbunden|(?:der|her|here|dér) "
    r"(?:at )?(?:jobben|arbeidet|stillingen|the work) (?:gjøres|utføres|er|skjer|happens)|on[- ]site|onsite|oppmøte "
    r"(?:i|på|ved|kreves)|oppmøtested\w*|fysisk oppmøte|på kontoret i|in the office five|office-based|in-office|based "
    r"in our office|fremmøte|fremmøde|in (?:the|our) \w+ office every day|på plats i|arbetet utförs på plats|på plats "
    r"på vårt|stedlig|physical presence|(?:cannot|can't|can not) be (?:done|performed|carried out) (?:remotely|from "
    r"home)|på plass (?:i|på|hos)\b[^.;]{0,30}(?:hver dag|kvar dag|daglig|alle dager|alle fem)|personlig oppmøte|fra "
    r"kontoret i|på kontoret (?:vårt )?(?:i|på)|(?:jobber|arbeider|arbeidar|jobbar|arbetar|arbejder|work|works) (?:\w+ "
    r"){0,2}?(?:fra|frå|på|from|at|in) (?:kontoret|the office|our offices?|kontorene våre)|done from our offices?|from "
    r"our offices? in|office based|stasjonert på kontoret|frammøte|arbeidet utføres på kontoret|5 days a week in the "
    r"office)\b"
)
_DENIED = compiled(
    r"\b(?:ikke|ingen|ikkje|inte|inga|no|not|ingen mulighet|without|uten|utan|uden|sjelden|kan ikke|cannot|does not|"
    r"doesn't|can't|don't|won't|isn't|ej|dessverre|dessutan ikkje)\b[^.;]{0,40}$|\b(?:nobody|never|aldri|"
    r"aldrig)\b[^.;,]{0,30}$"
)
_OF_OTHERS = compiled(
    r"\b(?:medarbeider\w*|ansatte|kolleger|team\w*|agents|folk|people|staff|rådgivere) (?:som|who) (?:\w+ ){1,3}$|"
    r"\b(?:frukt|frokost|lunsj|kaffe|breakfast|lunch|coffee|fruit|frukost|snacks|selger|selg|leverer|säljer|"
    r"sell)\b[^.;]{0,35}$|\b(?:oppsett av|overgang\w* til|övergång\w* till|transition to|shift to|erfaring med|"
    r"erfarenhet av|experience (?:of|with)|ansvar for|kunde\w*|kund\w*|customers?|brukere|users|manage|leder|"
    r"lede)\s(?:\w+\s){0,2}$|\b(?:kund\w*|customers?|gjest\w*|guests?|medlem\w*|pasient\w*|brukere|users)\s(?:våre |"
    r"vår |"
    r"vore |våra |vores )?(?:kan|som|må|vil|skal|can|who|will|der)\s[^.;,]{0,20}$|\b(?:folk|people|dem|dei|those) "
    r"(?:som|who|der)\s"
    r"[^.;,]{0,15}$|\b(?:telefonvag?kt\w*|heimevakt|hjemmevakt|bakvakt\w*|beredskap\w*|on[- ]call|on-call duty|jour)\s"
    r"(?:\w+\s){0,2}$"
)
"""*Overgangen til hjemmekontor*, *hjelper kunder hjemme*: not where the job is done."""
_DENIED_IN = compiled(r"\s(?:ikke|ikkje|inte|not|aldri|aldrig|sjelden|sjeldan|sällan)\s")
_DENIED_AFTER = compiled(
    r"^[^.;,]{0,25}\b(?:praktiseres|praktiserast|praktiserar vi|tilbys|tilbydast|brukes|inngår|finnes|finst|gjelder|"
    r"erbjuds|"
    r"tillämpas|tilbydes) (?:ikke|ikkje|inte)\b|^\s(?:nei|no|nej)\W*$|^\s?[:?]\s?(?:nei|no|nej|ikke|ikkje|inte|not|"
    r"dessverre|diverre|unfortunately|tyvärr)\b|"
    r"^[^.;,]{0,12}\b(?:is|are|was)n't\b(?!\s(?:just|only|a problem|unusual))|"
    r"^[^.;,]{0,12}\b(?:er|is|är|blir|vert)\s(?:dessverre |diverre |unfortunately |tyvärr |desværre )?(?:ikke|ikkje|"
    r"inte|not|ej)\b(?!\s(?:bare|berre|only|kun|bara|noe problem|noko problem|et problem|a problem|uvanlig))|"
    r"^[^.;]{0,25}\b(?:is not an option|not an option|not offered|ikke er mulig|ikkje er mogleg|er ikke noe vi|inte är "
    r"möjligt|passer (?:\w+ )?(?:dårlig|ikke)|høver (?:\w+ )?(?:dårleg|ikkje)|(?:har|tilbyr|erbjuder|tilbyder) (?:vi|"
    r"me) (?:dessverre )?(?:ikke|ikkje|inte|ej)|(?:er|blir|vert) det (?:ikke|ikkje|lite|sjelden|sjeldan|dårlig|dårleg)|"
    r"kommer ikke på tale|lar seg ikke|fungerer ikke|går ikke|går ikkje|er ikke mulig|ikke mulig|ikke muligt|er ikkje "
    r"aktuelt|inte aktuellt|er ikke en del av|is not part of|is not possible|not possible|er ikke aktuelt|not "
    r"available|tilbys ikke|är inte möjligt|er unntak\w*|bare unntaksvis|kun unntaksvis|only in exceptional|er ikkje "
    r"mogleg|er ikke en mulighet)\b"
)


_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.EMPLOYER)


def remote(document: Document) -> Found[str] | None:
    """onsite, hybrid or remote; None when neither the text nor the portal's field says so."""
    onsite: Found[str] | None = None
    for at, voice in speaking(document, gates.REMOTE, *_SILENT):
        found = _in_voice(voice)
        if found and found.value != "onsite":
            return moved(found, at)
        onsite = onsite or (moved(found, at) if found else None)
    if onsite is None:
        rows = ((at, _in_voice(row)) for at, row in labelled(document, gates.REMOTE, _LABEL))
        onsite = next((moved(found, at) for at, found in rows if found), None)
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


@once_for_words
def _in_voice(voice: Voice) -> Found[str] | None:
    folded = voice.folded
    if folded.endswith(":"):  # a label, whose value stands apart
        return None
    onsite: Found[str] | None = None
    fully = _FULLY.search(folded)
    if fully and not _denied(folded, fully):
        return Found("remote", fully.start(), fully.end())
    for home in _HOME.finditer(folded):
        if _OF_OTHERS.search(folded, 0, home.start()):
            continue
        if not _denied(folded, home):
            return Found("hybrid", home.start(), home.end())
        onsite = onsite or Found("onsite", 0, len(folded))
    site = _ONSITE.search(folded)
    if site and not _denied(folded, site) and not _OF_OTHERS.search(folded, 0, site.start()):
        onsite = onsite or Found("onsite", site.start(), site.end())
    return onsite


def _denied(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 45) : match.start()]
    after = folded[match.end() : match.end() + 45]
    return bool(_DENIED.search(before)) or bool(_DENIED_AFTER.search(after)) or bool(_DENIED_IN.search(match.group()))


_LABEL = compiled(
    r"(?:hjemmekontor|heimekontor|home office|remote(?: work)?|arbeidss?ted|arbeidsstad|sted|location|workplace|"
    r"arbetsplats|"
    r"distansarbete|arbejdssted|hjemmearbejde)\s?[:?]?"
)
tells(gates.REMOTE, _in_voice, lambda voice: _LABEL.fullmatch(voice.folded))

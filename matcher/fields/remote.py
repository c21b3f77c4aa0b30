"""On site, hybrid or remote, as stated; a silent ad is None."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, moved, speaking
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_FULLY = compiled(
    r"\b(?:(?:fullt|helt|fuldt|entirely|completely|100 ?%) (?:hjemmefra|heimanfrå|heimefrå|hemifrån|remote|"
    r"fjernarbei\w+|distansarbete|fjernarbejde|"
    r"hjemmearbejde)|fra hvor du vil|"
    r"frå kor du vil|fra hvor som helst|frå kor som helst|varifrån som helst|"
    r"fully remote|100 ?% remote|fully distributed|remote[- ]first|work from anywhere|helt hjemmefra|100 ?% "
    r"hjemmekontor|fast hjemmekontor|fullt hjemmekontor|helt på distans|remote position|remote role|fjernbasert|"
    r"remote job|100 ?% på distans|"
    r"(?<![a-z]\s)remote (?:within|in|from|anywhere)|fuld(?:t)? remote|fjernarbeid på heltid|fully work from home|"
    r"remote is (?:fine|ok|okay|possible|welcome)|work remotely (?:as long|from anywhere)|(?:jobb|arbeid|utfør)\w* "
    r"(?:akkurat )?(?:fra |frå )?(?:hvor som helst|kor som helst|der du bor)|(?:hjemmefra|heimanfrå|hemifrån|"
    r"hjemmekontor|heimekontor|remote) (?:på )?(?:heltid|fulltid|full tid|hele uken|hele uka|hele tiden|hver dag|"
    r"full-time)|(?:(?:bo|bu|live) |bor du )(?:akkurat )?(?:hvor som helst|hvor du vil|kor som helst|anywhere|"
    r"wherever)|from wherever you|hver (?:vår|sin) kant)\b|(?:^\W*|(?:location|arbeidssted|arbeidsstad|workplace|"
    r"arbetsplats): )(?:remote|hvor som helst|kor som helst|anywhere|valgfritt)\b(?! (?:days|work|flexib|option|"
    r"support|service|customer|sales|assist|diagnos|monitor|team|manage|agent)|"
    r"-? ?(?:and|og) )"
)
_SOME_DAYS = (
    r"(?:én|en|éin|ein|to|tre|two|three|one|två|[1-4])(?:\s?-\s?(?:[2-4]|tre|three))? (?:(?:faste|fixed|fasta) )?"
    r"(?:dager|dagar|dage|days?|dag)(?: (?:i|per|a|om|pr\.?) (?:uka|uken|veka|veckan|ugen|week))?"
)
"""Some days of the week, so not all of them."""
_HOME = compiled(
    r"\b(?:hjemmekontor\w*|heimekontor\w*|hybrid(?!bil|e? (?:sky|bil|cloud|car|infra|kjør|vehic|event|møte|"
    r"meeting))\w*|(?:or|eller|and|og|och) (?:from (?:your )?home|hjemmefra|heimanfrå|heimefrå|hemifrån)|home office|"
    r"work(?:ing)? (?:from home|remotely)|remote work\w*|distansarbete\w*|jobbe hjemmefra|arbeide hjemmefra|jobbe "
    r"hjemme|arbeid hjemmefra|jobba hemifrån|arbeta hemifrån|hjemmearbejde\w*|hjemmearbejdsdag\w*|arbejde hjemmefra|"
    r"fjernarbeid\w*|jobba på distans|arbeta på distans|(?:jobb|arbei|arbej|arbet|sitt|være|vere|vara|være|"
    r"ta[srt]?\b|tages|gjør|gjer)\w* (?:\w+ ){0,3}(?:hjemmefra|"
    r"hjemme|heimefrå|heimanfrå|hemifrån|heime|hemma)|(?:days?|dag(?:er|ar|e|en)?)(?: a week| i uka| i uken| i "
    r"veka)? (?:from|at) home|remote days?|wfh|flexible working location|hemmakontor|arbeide heimanfrå|jobbe "
    r"heimanfrå|(?:one|two|three|four|\d)(?: days?)?(?: a week)? (?:from|at) home|hjemmedag\w*|heimedag\w*|"
    r"hemmadag\w*|distansjobb|remote flexibility|hemarbete|remote option|(?:dag(?:er|ar|e|en)?|uke|veke)(?: (?:i|per|"
    r"pr\.?) \w+)? (?:hjemme|heime|hemma)|(?:resten|ellers|elles|delvis|delvist|delvist|partly|annars|ellers kan du|"
    r"rest) (?:\w+ ){0,3}(?:hjemmefra|heimefrå|heimanfrå|hemifrån|from home|hjemme|heime)|hjemmefra|heimefrå|"
    r"hemifrån|fleksibelt arbeidssted|(?:home|hjemme\w*|heime\w*|hemma),? (?:office|kontor\w*|på kontoret) (?:or|"
    r"eller|og|and) (?:both|begge|litt av (?:begge|hvert))|fleksibel arbeidsstad|flexibelt arbetssätt|fleksibelt "
    r"kontor|(?:mellom|mellan|"
    r"mellem|between) (?:kontor\w*|office|the office) (?:og|och|and) (?:hjem\w*|heim\w*|hem\w*|home)|"
    r"(?:hjem\w*|heim\w*|hem\w*|home) (?:og|och|and) (?:the )?(?:kontor\w*|office)|"
    rf"{_SOME_DAYS} (?:\w+ )?(?:på|ved|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office)|"
    r"(?:én|en|ein|to|tre|two|three|one|två|[1-4]) (?:faste |fixed |fasta )?(?:kontordag(?:er|ar|e)?|office days?)|"
    r"office days|kontordag(?:er|ar|e)|(?:på kontoret|in the office|(?:at|to) the office) (?:(?:på|i|ved|in|"
    r"at) [a-zæøå]+ )?(?:(?:på|on) )?(?:(?!mandag|"
    r"monday|måndag)(?:\w+day|\w+dag|"
    r"\w+dagar)s?\b|(?:mandag|monday|måndag)\w*(?!\w|\s?(?:-|til|to|till)\s?(?:fredag|friday)))|"
    rf"(?:på|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office) (?:minst |at least |minimum |omtrent |"
    rf"rundt |about |ca\.? |"
    rf"mindst )?{_SOME_DAYS}|"
    r"[1-9]\d ?(?:%|prosent|procent|percent) (?:på|at|in|of your time in) (?:the )?(?:kontor\w*|office)|"
    r"(?:arbeider?|arbeide|jobber?|jobbe) (?:der du vil|hvor du vil|kor du vil)|(?:bestemmer|velger|vel|"
    r"väljer) (?:du )?(?:selv|sjølv|själv|fritt) (?:hvor|kor|var) (?:du|arbeidet)|work from (?:your )?home|på distans|"
    r"home[- ]?working|home days?|(?:mix|mixture|kombinasjon|kombination|blanding|combination) "
    r"(?:of|av|af|mellom|between) (?:\w+ ){0,2}(?:office|kontor\w*|home|hjemme\w*|heime\w*|hem\w*)|(?!100)\d\d ?(?:%|"
    r"prosent|procent|"
    r"percent) (?:remote|hjemme\w*|heime\w*|home|hem\w*|distans\w*))\b"
)
_ONSITE = compiled(
    r"\b(?:(?:jobben|arbeidet|stillingen|stillinga|rollen|the (?:job|role|position)) (?:er|is) (?:her |here )?(?:på|"
    r"ved|at|in) (?:the |our )?"
    r"(?:kontoret|office)(?! (?:\d|én|ein|en|to|tre|two|three|one|noen|some|minst|at least))|(?:jobbet|tjänsten|"
    r"arbetet|rollen|du arbetar|du jobbar)\b[^.;]{0,30} på plats|tilstedeværelse|"
    r"tilstedevære|tilstadevering|til stades|fysisk til stede|til stede (?:sammen|saman|hver dag|alle dager|på "
    r"arbeid)|til stede på kontoret|(?:er|jobber|sitter|are|work) (?:der|her|here|there) (?:sammen |saman |together "
    r")?(?:hver dag|kvar dag|every day)|på (?:plass|jobb) (?:hver|kvar|varje|hver eneste) dag|närvaro på kontoret|fast "
    r"oppmøte|(?:her|here|här|på kontoret|in the office|at "
    r"the office)(?: \w+){0,4} (?:hver dag|kvar dag|hverdag|varje dag|every day|daily|alle dager|alle dagar)|"
    r"(?:møder|møter) (?:ind|inn|opp|fysisk)|stedbasert|stadbasert|kontorbasert|kontorsbaserad|work takes place "
    r"(?:at|in)|(?:alt arbeid|arbeidet|arbetet|arbejdet|jobben|jobbet|stillingen|stillinga|tjänsten) (?:foregår|"
    r"skjer|sker|"
    r"går føre seg|gjøres|gjerast|utføres|utførast|utförs|udføres|görs) (?:fra|frå|från|på|i|ved|vid)|"
    r"(?:gjøres|gjerast|utføres|utførast|utförs|udføres|foregår|skjer|performed|done|"
    r"carried out) (?:\w+ )?(?:på stedet|på staden|på "
    r"plass|on the premises|on location|in person)|(?:møte|møter|møtte|oppmøte|til stede) (?:\w+ ){0,4}(?:alle dager|"
    r"alle dagar|hver "
    r"dag|kvar dag|daglig|dagleg|every day|varje dag)|alle ugens dage|stadbunden|stadbunde|stedbunde\w*|(?:sitter|"
    r"sitt|er|arbeider|jobber) (?:sammen|"
    r"saman) med "
    r"(?:teamet|oss|kollegene|laget) (?:hver dag|kvar dag|alle dager)|based (?:at|in|out of) our (?:\w+ )?office|"
    r"platsbunden|(?:der|her|here|dér) (?:at )?(?:jobben|arbeidet|stillingen|the work) (?:gjøres|utføres|er|skjer|"
    r"happens)|on[- ]site|onsite|oppmøte (?:i|på|ved|kreves)|oppmøtested\w*|fysisk oppmøte|på kontoret i|in the "
    r"office five|office-based|in-office|based in our office|fremmøte|fremmøde|in (?:the|our) \w+ office every day|"
    r"på plats i|arbetet utförs på plats|på plats på vårt|stedlig|physical presence|(?:cannot|can't|can not) be "
    r"(?:done|performed|carried out) (?:remotely|from home)|på plass (?:i|på|hos)\b[^.;]{0,30}(?:hver dag|kvar dag|"
    r"daglig|alle dager|alle fem)|personlig oppmøte|fra kontoret i|på kontoret (?:vårt )?(?:i|på)|(?:jobber|arbeider|"
    r"arbeidar|jobbar|arbetar|arbejder|work|works) (?:\w+ ){0,2}?(?:fra|frå|på|from|at|in) (?:kontoret|the office|"
    r"our offices?|kontorene våre)|done "
    r"from our offices?|from our offices? in|office based|stasjonert på kontoret|frammøte|arbeidet utføres på "
    r"kontoret|5 days a week in the office)\b"
)
_DENIED = compiled(
    r"\b(?:ikke|ingen|ikkje|inte|inga|no|not|ingen mulighet|without|uten|utan|uden|sjelden|kan ikke|cannot|does not|"
    r"doesn't|ej|dessverre|dessutan ikkje)\b[^.;]{0,40}$"
)
_OF_OTHERS = compiled(
    r"\b(?:medarbeider\w*|ansatte|kolleger|team\w*|agents|folk|people|staff|rådgivere) (?:som|who) (?:\w+ ){1,3}$|"
    r"\b(?:frukt|frokost|lunsj|kaffe|breakfast|lunch|coffee|fruit|frukost|snacks|selger|selg|leverer|säljer|"
    r"sell)\b[^.;]{0,35}$|"
    r"\b(?:oppsett av|overgang\w* til|övergång\w* till|transition to|shift to|erfaring med|erfarenhet av|"
    r"experience (?:of|with)|ansvar "
    r"for|kunde\w*|kund\w*|customers?|brukere|users|manage|leder|lede)\s(?:\w+\s){0,2}$"
)
"""*Overgangen til hjemmekontor*, *hjelper kunder hjemme*: not where the job is done."""
_DENIED_IN = compiled(r"\s(?:ikke|ikkje|inte|not|aldri|aldrig|sjelden|sjeldan|sällan)\s")
_DENIED_AFTER = compiled(
    r"^[^.;,]{0,12}\b(?:er|is|är|blir|vert)\s(?:dessverre |diverre |unfortunately |tyvärr |desværre )?(?:ikke|ikkje|"
    r"inte|not|ej)\b"
    r"(?!\s(?:bare|berre|only|kun|bara|noe problem|noko problem|et problem|a problem|uvanlig))|"
    r"^[^.;]{0,25}\b(?:is not an option|not an option|not offered|ikke er mulig|ikkje er mogleg|er ikke noe vi|inte "
    r"är möjligt|passer (?:\w+ )?(?:dårlig|ikke)|høver (?:\w+ )?(?:dårleg|ikkje)|(?:har|tilbyr|erbjuder|tilbyder) "
    r"(?:vi|me) (?:dessverre )?(?:ikke|ikkje|inte|ej)|(?:er|blir|vert) det (?:ikke|ikkje|lite|sjelden|sjeldan|dårlig|"
    r"dårleg)|kommer ikke på tale|lar seg ikke|"
    r"fungerer ikke|går ikke|går ikkje|er ikke mulig|ikke mulig|ikke muligt|er ikkje aktuelt|inte aktuellt|er ikke "
    r"en del av|is not part of|is not possible|not possible|er ikke aktuelt|not available|tilbys ikke|är inte "
    r"möjligt|er unntak\w*|bare unntaksvis|kun unntaksvis|only in exceptional|er ikkje mogleg|er ikke en mulighet)\b"
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
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


@once_for_words
def _in_voice(voice: Voice) -> Found[str] | None:
    folded = voice.folded
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


tells(gates.REMOTE, _in_voice)

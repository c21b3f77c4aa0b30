"""How experience of leading people is put, built from parts: a verb and whom it led, a role and how it was held."""

from matcher.fields.common import NUMBER
from matcher.folding import compiled

_ONLY_THINGS = r"(?!prosjekt|projekt|produkt|project|product|kampanje|kvalitets|kvalitæts)"
ROLE = (
    rf"{_ONLY_THINGS}(?!\w*(?:vei|vej)leder)(?:(?:team|group|shift|senior|people|line|department|office|branch|centre|"
    rf"center) )?"
    r"(?:[a-zæøå-]*(?:leder|leiar|sjef|chef|ledare|manager|supervisor|formann|førmann|ansvarleg)|bas|leader|direktør|"
    r"head of \w+|team ?leads?|arbetsledare)"
)
_PEOPLE = (
    r"(?:folk\w*|people|staff|others?|andres?|andras?|mennesker?|menneske|människor|ansatte|tilsette|anställda|"
    r"personal(?:et|e)?|personnel|noen|nokon|någon|nogen|someone|anyone|managers|leaders|agents|advis[eo]rs|colleagues|"
    r"employees|person(?:er|ar|s)|kolleg\w+|medarb\w+|\w*konsulent\w*|[a-zæøå]{3,}(?<!kund)(?:ere|erne|arar|arane|"
    r"arna)(?<!kundene))"
)
_UNIT = (
    r"(?:[a-zæøå-]*(?:team|grupp|avdeling|avdelning|afdeling|seksjon|sektion|enhet|eining|enhed|senter|sentre|center|"
    r"kundeserv|kundserv|kundtjänst|support|butikk|butik|stab|gjeng|organisa[st]|skift|førstelinj|resepsjon|reception|"
    r"kontor(?=et|\b)|offices?\b|hotels?\b|fili?al|lag(?=et|a|\b)|klubb|vakt)[a-zæøå]*|desks?|departments?|units?|call|"
    r"contact|cent(?:re|er)s?|operations?|customer|service|shops?|stores?|function|organi[sz]ations?|crews?|shifts?|"
    r"branch(?:es)?|[a-zæøå-]*(?:miljø|funksjon|tjeneste|teneste|virksomhet|verksemd|bedrift|klinikk|hotell|"
    r"servicetorg)\w*|groups?)"
)
_A = (
    rf"(?:(?:minst|mindst|minimum|at least|over|{NUMBER}|et|eit|ett|en|ein|ei|a|an|the|"
    r"flere|fleire|flera|several|små|store|egen|eige?n|eget|own|helt) )"
)
_WHOM = rf"{_A}{{0,3}}(?:[\w-]+ ){{0,2}}?(?:{_PEOPLE}|{_UNIT})\b"
_LED = (
    r"(?:ledet|leda|ledt|leia|leidd|leitt|lett|styrt|styrd|drevet|drive|drivit|managed|supervised|headed(?: up)?|led|"
    r"ran|overseen|oversaw|coordinated|koordinert|koordinerat|samordn?at|bygg?[de]t? opp|bygd opp|byggt upp|bygget|"
    r"bygd|byggt|opbygget|"
    r"built(?: up)?|(?:has|have|having) (?:\w+ )?run)"
)
_LEADING_ON = (
    r"(?:lede|leie|leda|styre|drive|driva|manag(?:e|ing)|supervising|heading|leading|running|overseeing|directing)"
)
"""Also of what is to come: *evne til å lede andre*; believed behind a word for experience."""
_HELD = (
    r"(?:vært|vore|varit|været|been|være|vere|vara|si(?:ddet|tti|ttet) som|suttit som|(?:jobb|arbei|arbet|"
    r"arbej)\w* som|worked as|fungert som|virket som|verka som|prøvd (?:deg|seg) som|stått fram som|tidligere|"
    r"tidligare|former|previous|acted as)"
)
_TIME = (
    r"(?:\w*(?:(?:erfaring|røynsle|erfarenhet)\w*|fartstid|praksis)|experience|background|praktik|bakgrunn|bakgrund|"
    r"baggrund|ballast|års?(?= (?:bak|på|med|i|hvor|der|eller)| som| i (?:rollen|en)|,)|tid|years?|sesong(?:er|ar)|"
    r"(?:track )?record|karriere|merit\w*|resultat\w*|hvorav|varav|herav|kvarav|derav|(?:der|hvor|kor)(?= minst)|"
    r"whereof|of which|of those|including|dem|dei|them|disse|desse|dessa|these)"
)
_TRIED = r"(?:vant|vane|vana?|prøvd|prøvet|provat|tried|used|several|minst|minimum|mindst|at least)"
_OF_LEADER = (
    r"(?:leder|leiar|ledar|chefs?|sjefs?|ledelses|leiings|arbeidsleder|arbetsledar|mellomleder|mellomleiar|mellanchefs)"
)
_HAD = (
    r"(?:ansvar\w*|erfaring\w*|røynsle\w*|erfarenhet\w*|praksis|bakgrunn|bakgrund|baggrund|nivå\w*|niveau|stilling\w*|"
    r"roll\w*|jobb\w*|job|kompet[ae]n[sc]e?\w*|verv|oppgåve\w*|oppgave\w*|uppgift\w*|opgaver|befattning\w*|"
    r"ställning\w*|ansettelse|meritt\w*|resultat\w*)"
)
_RESPONSIBLE = (
    r"(?:\w*personal\w*(?:ansvar|ledelse|leiing|ledning)\w*|personal- (?:\w+- )?(?:og|och|eller) \w*ansvar\w*|"
    r"personal-, [^.;]{3,30}ansvar\w*|\w+- (?:og|och) (?:personal|leder|leiar)\w*ansvar\w*|lederansvar|leiaransvar|"
    r"ledaransvar|chefsansvar|(?:people|staff|team|personnel)(?: and \w+)? (?:responsibilit\w+|management)|ansvar for "
    r"(?:andre|folk|personale)\b|direct reports|underordne\w*)"
)
_DONE = (
    r"(?:(?:har|have|kan) (?:du|you) (?:\w+ ){0,2}?(?:hatt|haft|gjort|jobbet|arbeidet|arbeidd|jobba|jobbat|arbetat|"
    r"prøvd|drevet|erfaring|erfarenhet|fra før|frå før|sedan tidigare|bak deg|done)|(?:kan|kjenner|"
    r"behersker) du (?:fra|frå) før|er (?:noe|noko|something) du har|is something you have|you have done)"
)
_OWN = (
    r"(?:(?:egne|egna|eigne|own) (?:\w+ )?(?:ansatte|tilsette|medarb\w+|anställda|folk|people|staff|team|reports)|"
    r"(?:staff|people|team|reports|employees|agents) of (?:your|their|his|her) own|egen stab|eget team|eige team)"
)
_STAFFED = (
    r"(?:hired|recruited|ansatt|rekruttert|anställt|rekryterat|ansat|tilsett|rekrutteret)\b[^.;]{0,45}?\b(?:trained|"
    r"developed|coached|let|managed|retained|fulgt|utviklet|utvikla|utvecklat|udviklet|sagt opp|coachet|coacha|"
    r"lært opp|beholdt|fired)"
)
_ABILITY = r"(?:leadership|management|managerial|supervisory)"
_ACTS = (
    r"(?:(?!prosjekt|projekt|kampanje|kvalitets|endrings|tids)\w*ledelse|leiing|leda|lede|leie|leading|managing|"
    r"management|leadership|\w*arbetsledning|\w*lederskap|\w*ledarskap|chefskap|\w*personalle(?:iing|dning)|"
    r"gruppledning)"
)
_AFTER_TIME = (
    rf"(?:\s(?:(?!prosjekt|projekt|project)[\w,-]+ ){{0,5}}?{_RESPONSIBLE}|\s(?:med|with) (?:\w+ )?ansvar(?:et)? for "
    rf"{_WHOM}|[^.;,]{{0,35}}?\b(?:som|as|fra|frå|från|from|in|i|av|med|innen|inom|of|with)(?: er)? (?:(?:a|an|en|ein|"
    rf"rollen som|the role of|\w+ eller|\w+ or|arbeid som|å|at|att) )?(?:[\w']+ ){{0,2}}?(?:{ROLE}|{_ACTS}|"
    rf"responsibility for (?:people|staff|a team)|lead(?:ing|ership)? role|ledende rolle)(?! team)\b|"
    rf"[^.;,]{{0,30}}?\b{_LEADING_ON} {_WHOM}|(?: of)? (?:\w+ ){{1,2}}?(?:leadership|management)\b(?! team))"
)
LEADING = compiled(
    r"\b(?:"
    rf"[a-zæøå]*{_OF_LEADER}{_HAD}|(?:leder|leiar|ledelses)(?=- (?:eller|og|and|och) \w*(?:erfaring|bakgrunn|praksis|"
    rf"røynsle))|\w*nivå med (?:ansvar|egne)|(?:fra|frå|from|som|i) (?:en |ein )?(?:\w+ )?(?:leder|leiar|sjefs)jobb\w*|"
    rf"led[ae]nde (?:roll|stilling|ställning|befattning)\w*|leiande stilling\w*|arbe[ijt]d?s?l[ei]+(?:d|i)[ea]nde \w+|"
    rf"arbejdsledende|arbeidsleiande \w+|{_HELD} (?:(?:en|ein|a|an|the) )?(?:[a-z]+'s )?(?:\w+ (?:eller|og|and|or|och) "
    rf")?{ROLE}(?:en|n)?\b|(?:erfaring|røynsle|experience|praksis)\s[^.;,]{{0,12}}?\b(?:være|vere|vara|being) (?:\w+,? "
    rf"){{0,4}}?{ROLE}\b|(?:hatt|haft|had|kjent)\s(?:\w+\s){{0,8}}?(?:under (?:deg|dig|you|seg|sig)|ansvar(?:et)? for "
    rf"{_PEOPLE})|(?:ansatt|hired|tilsett|anställt|rekruttert|recruited) (?:\w+ (?:og|and|och) )?(?:folk|people|staff|"
    rf"medarbeidere|andre|others)|(?:fersking|nybegynner|nybyrjar|novice|newcomer|beginner) (?:som|as a|as) {ROLE}|"
    rf"(?:førstegangsleder\w*|førstegongsleiar\w*|first-time (?:manager|leader)s?)|(?:ledelse|leiing)(?=, (?:helst|"
    rf"gjerne))|(?:hatt|haft|had|held)\s(?:\w+\s){{0,3}}?(?:{_RESPONSIBLE}|ansvar\w* (?:for|för|over) {_PEOPLE})|"
    rf"{_TIME}{_AFTER_TIME}|{_RESPONSIBLE}[^.;]{{0,40}}?\b{_DONE}|(?:previous|prior|earlier|tidligere|tidligare|proven|"
    rf"dokumentert|documented|noe|noko|litt|some|någon|lite|lidt) (?:\w+ )?(?:{_ABILITY} (?:responsibilit\w+|duties|"
    rf"role|position|experience|skills)|supervision|{_RESPONSIBLE}|[a-zæøå]*{_OF_LEADER}{_HAD}|ledelse\w*|leiing|"
    rf"ledarskap|lederskap|leadership|management)|{_ABILITY} (?:experience|position|role|background|responsibilit\w+)|"
    rf"(?:ansvar\w*|responsib\w+|charge) (?:for|för|of) (?:\w+ )?{_OWN}|{_OWN}|{_PEOPLE} under (?:deg|dig|you|seg|sig)|"
    rf"(?:in|at) (?:charge|the helm) of {_WHOM}|{_LED} (?:{_WHOM}|eller (?:trent opp|coachet|lært opp|trained) "
    rf"{_PEOPLE}|[a-zæøå]+ (?:[\w-]+ ){{0,4}}i (?:minst|mindst|minimum) {NUMBER} år|(?:arbeid\w*|arbetet|the work) "
    rf"(?:til|for|av|of) {_PEOPLE}|før|tidligere|before|tidigare|tidlegare)|{_TRIED}\b[^.;,]{{0,30}}?\b{_LEADING_ON} "
    rf"{_WHOM}|(?:ledelse|leiing|leadership|ledning) (?:av|af|of) {_WHOM}|(?:å|att|at) {_LEADING_ON} "
    rf"{_WHOM}[^.;]{{0,30}}?\b{_DONE}|(?:van|vana|vane|vant|used) (?:med |til |ved |vid |to )?(?:å|att|at|to)? "
    rf"?{_LEADING_ON}|{_STAFFED}|stå(?:tt|ett|et) i (?:spissen|spissa|bresjen|spetsen|spidsen) for|(?:seasoned|"
    rf"experienced|proven|accomplished|erfaren|røynd|rutinert|erfarne|dreven) (?:og \w+ |and \w+ |och \w+ "
    rf")?(?:(?:people|team|customer|service|line|operations) ){{0,2}}?(?:\w*leder|\w*leiar|\w*sjef|\w*chef|\w*ledare|"
    rf"leader|manager|supervisor)|(?:leder|leiar) med(?= (?:[\w-]+ ){{0,2}}?(?:[a-zæøå]*ansvar|[a-zæøå]*erfaring|"
    rf"[a-zæøå]*røynsle|fartstid|praksis|år\b|ballast|bakgrunn|egne\b))|som {ROLE} (?:i|for|med|fra|av|inom|frå|eller)|"
    rf"gjerne som {ROLE}|års (?:\w+ )?(?:ledelse|leiing|ledning|personalledelse) (?:av|i|for|innen)|{_RESPONSIBLE} "
    rf"(?:i|for|over|in) (?:minst |mer enn |meir enn |over |at least |minimum )?(?:\w+ )?(?:års?|years?|sesonger)|"
    rf"(?:år|years?) (?:med|with) (?:ansvar|responsibility) (?:for|over) {_PEOPLE}|spent (?:leading|managing|"
    rf"supervising)|(?:leder|leier|leiar|lead) (?:du|you) (?:noen|nokon|folk|andre|et|eit|people|a team|någon)(?= )|"
    rf"chef (?:inom|i|på|för)|people management|line management|(?:{NUMBER}) (?:in|i) (?:a )?(?:senior )?(?:leadership|"
    rf"ledelse|leiing|management)(?! team)|leder for ledere|managers? of managers|(?:koordinator|leder|leiar|"
    rf"vaktleder)roll\w* (?:før|tidligere)|"
    r"(?:personalledelse|personalleiing|ledelse|lederansvar) på (?:\w+ )?cv)\b"
)

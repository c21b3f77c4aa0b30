"""Words for work outside daytime, and for work in it. Whose it is, is not asked."""

from matcher.fields.common import NUMBER
from matcher.folding import compiled

_WEEK = (
    r"(?:uk[ea]|uken|uker|uge|ugen|uger|vek[ae]|veker|vecka|veckan|veckor|weeks?|helg\w*|weekend\w*|kveld\w*|kväll\w*|"
    r"aften\w*|evenings?|nights?|måned\w*|månad\w*|month)"
)
_NTH = (
    r"(?:andre|annen|anna|anden|annan|tredje|fjerde|fjärde|femte|sjette|sjätte|sjuende|syvende|sjunde|åttende|åttonde|"
    r"ottende|niende|tiende|sjuande|åttande|niande|tiande|second|third|fourth|fifth|sixth|seventh|eighth|tenth|other|"
    r"\d\.)"
)
_SO_OFTEN = (
    rf"(?:(?:hver|hvert|kvar|kvart|var|varje|every|each) (?:{_NTH} )?{_WEEK}|(?:annenhver|annankvar|annakvar|annanhver|"
    rf"varannan|hveranden) {_WEEK}|(?:én|{NUMBER}|\d) {_WEEK} (?:av|of|in|out of|i|per|pr\.?|hver|hvert|kvar|kvart|om|"
    rf"a) (?:the )?(?:\w+))"
)
"""*Every fifth week*, *én uke av fem*, *two weeks a quarter*."""
_DUTY = (
    r"(?:[a-zæøå]*(?:vakt|vagt|jour|beredskap|beredskab)(?!s?(?:led|lei|sjef|chef|plan|list|skift|mester))[a-zæøå]*|"
    r"(?:(?:major-)?incident|duty|emergency|escalation|on-call|out-of-hours|support|night) (?:phone|line|mobile|pager)|"
    r"duty(?! (?:manager|leader|lead)s\b)|late (?:shift|rota|turn|desk|week)|sen(?:t|e|skift)|[a-zæøå]*sk(?:iftet|"
    r"iften))"
)
SHIFT = compiled(
    rf"\b(?:(?:[23]|to|tre|två|two|three)-?\s?(?:skift|shift)(?! ?(?:led|lei|lead|sjef|chef|superv|manag|ansv|coord|"
    rf"koord))\w*|{_DUTY}\b[^.;,]{{0,30}}?\b{_SO_OFTEN}|{_SO_OFTEN}\b[^.;,]{{0,40}}?\b{_DUTY}\b|(?!dagva|"
    rf"student)[a-zæøå]*vag?kt(?:er|ene|ane|erne)(?! (?:på|ved) )|"
    r"(?:rotating|roterende|roterande|rullerende|rullerande|skiftende|skiftande) (?:\w+ )?(?:schedule|plan|hours|times|"
    r"tidspunkt\w*|arbeidstid\w*|arbetstid\w*|arbejdstid\w*)|hours vary|lang(?:åp|op|åb)\w+|kvelds(?:åp|ope|op)\w*|"
    r"(?:late|evening|long) opening|weekenden|(?:tilgjengel\w+|available) (?:på|by|on|over) (?:telefon\w*|phone|"
    r"mobil\w*) (?:hver|kvar|annenhver|annankvar|every)|\w*turnus(?!plan|planlegg|ansvar)\w*|(?:etter|i) (?:\w+ "
    r")?turnusplan|skift(?:arbeid|ordning\w*|plan\w*|turnus|arbejde|gång|plan)?|skiftarbete|(?:kveldene|kveldane|"
    r"kvällarna|aftenerne)(?= (?:er|är) (?:dine|dina|fri)| har du (?:fri|for deg))|helg(?:er|ar|ene|en|ejobb\w*|"
    r"evakt\w*)?|kvelds?(?:er|ar|en|vakt\w*|arbeid)?|kveldar|kveldstid|kväll(?:stid|ar)|aftentimer\w*|nattevakt\w*|"
    r"natt(?:skift)?|kveldsarbeid|kveldsskift|hjemmevakt|heimevakt|(?:morgen|morgon|tidlig|tidleg)vag?k?t\w*|"
    r"\w*vag?k?t (?:\w+ ){0,2}?(?:hver|kvar|annenhver|annankvar|hvert|kvart|var|varannan|en gang|ein gong|en uke|ei "
    r"veke|en uge|en vecka|one week|en helg)|duty (?:phone|manager|roster|rota)|stand-?by|pager|skiftende vagter|"
    r"skiftende vakter|skiftande vakter|(?:hver|kvar|var|every|one) \w+ (?:uke|uge|veke|vecka|week) (?:har|tar|tek|"
    r"tager|do|bærer) (?:du|you) (?:the )?\w*(?:telefon|phone)\w*|hours rotate|rotating hours|\w*bakvakt\w*|(?<!setter "
    r")(?<!set )(?<!sætter )(?<!sätter )(?<!kommunal )(?<!kommunens )(?<!sivil )(?<!nasjonal )(?<!digital "
    r")\w*beredskap(?!splan|sarbei|sprosedyr|søvels|slager|skoordin|setat)\w*|s[ei]+nvakt\w*|s[ei]+nskift|"
    r"ettermiddagsvakt\w*|on duty|\S*on-duty\S*|rullerende vakt\w*|leiarvakt|ledervakt|vakttelefon\w*|nights|"
    r"nattarbeid|\w*vaktordning\w*|lederdøgnvakt|vagtplan\w*|vagtordning\w*|(?:leiar|leder|helge?|kvelds?|heime|"
    r"hjemme)vakt\w*|vakt(?:er)? (?:hver|kvar|annenhver|annankvar|hvert|kvart)|jour(?:tjänst\w*|arbete|pass)?|"
    r"forskjøvet arbeidstid|forskuva arbeidstid|förskjuten arbetstid|on-call|on call|rota|weekends?|weekendarbejde|"
    r"weekendvagt\w*|weekender|aftenvagt\w*|evenings?|night shifts?|shift work|shifts|lørdag(?:er|ar)?|laurdag\w*|"
    r"søndag(?:er)?|lördag\w*|kväll\w*|kvällar|helger|aften(?:en|er|erne|stid|hold\w*|skift\w*)?|aftenarbejde|"
    r"helgarbete|helgearbeid\w*|vaktturnus|jourtid|(?:utenfor|utanfor|utenom|utanom|utover|utanför|udenfor|outside(?: "
    r"of)?) (?:(?:ordinær|ordinære|vanlig|vanleg|normal|normale|ordinarie|almindelig|regular|office|daytime|working) "
    r")*(?:arbeidstid\w*|kontortid\w*|dagtid|arbetstid\w*|arbejdstid\w*|kontorstid|hours)|(?:jobbe[r]?|jobba[r]?|"
    r"gå[r]?|ta[r]?|arbeide[r]?|work|arbeta[r]?) (?:(?!ikke|ikkje|inte|not|aldri)\w+ )?(?:vakter|vakt|shifts|vagter)|"
    r"kveldsjobb\w*|saturdays?|sundays?|døgnvakt|\w*døgnvagt\w*|schemalagt|høytid(?:er|ene|ar|ane)|helligdag\w*|"
    r"heilagdag\w*|helgdag\w*|(?:bank|public) holidays?|vaktlist\w*|vagtliste\w*|helgtjänst\w*|kvällstjänst\w*|"
    r"kvällsarbete|s[ei]+n vag?kt|sen vagt|late shifts?|seine vakt\w*|sene vag?kt\w*|ukevakt\w*|vekevakt\w*|"
    r"out-of-hours|unsocial hours|ubekvem arbe[it]\w*|ubekväm arbetstid|[a-zæøå]*vaktbelastning\w*|weekenderne|"
    r"(?:led[ea]r|leiar|chefs|sjefs)(?:helg|kveld|natt|kväll|døgn|jour|weekend)[a-zæøå]*|[a-zæøå]*jouren)\b"
)
DAYTIME = compiled(
    r"\b(?:(?:du|you) (?:går hjem|går heim|slutter|sluttar|slutar|er ferdig|er hjemme|go home|finish|are done|"
    r"leave) (?:\w+ )?(?:at |kl\.? ?|klokk\w+ )?(?:1[3-7]\b|[345] ?pm)|dagarbeidstid|dagarbetstid|(?:jobber|arbeider|"
    r"arbeidar|jobbar|arbetar|arbejder|work) (?:du |vi |alle |me )?(?:kun |bare |berre |bara |only )?(?:dag|"
    r"days)\b(?!\s?(?:,? ?og kv|,? ?eller|/|-|,? ?and|, kv|, na|og na|och))|(?:hjemme|heime|hemma|home) (?:til|till|"
    r"for|before|in time for|i tide til) (?:middag\w*|dinner)|kjernetid(?:en|a)|(?:skiftarbeid|turnus|turnusarbeid|"
    r"shift work|skiftarbete|skiftarbejde)\s?:\s?(?:nei|no|nej)|(?:arbeidstid|arbetstid|arbejdstid)\w*:? dag|på dagtid|"
    r"dagtid|dagtimer\w*|dagtimene|vanlig arbeidstid|vanleg arbeidstid|kontors?tid\w*|kontorarbetstid|"
    r"normal arbeidstid|ordinær arbeidstid|office hours|day job|days only|dagstilling\w*|dagjobb\w*|dagskift|"
    r"(?:slipper|unngår) (?:kveld|helg|vakt|vagt|turnus|skift)\w*|(?:ingen|inga) (?:kveld|helg|aften|weekend|kväll|"
    r"natt)\w*|ikke kveld\w*|no (?:evenings?|weekends?|nights?|shift work|shifts)|nine[- ]to[- ]five|normalarbeidstid|"
    r"kjernetid|dagarbeid|daytime|dagvagt\w*|dagpass|dagarbete|fri (?:i |på |alle )?(?:\w+ og )?(?:helg|kveld|weekend|"
    r"aften|kväll)\w*|(?:ikke|ikkje|inte) (?:\w+ ){0,4}(?:kveld|helg|aften|weekend|kväll)\w*|regular working hours|"
    r"(?:ordinary |normal |regular |ordinære |vanlige )?(?:weekday hours|during the day|daytime hours)|"
    r"normal working hours|dagarbejde|inga helger|fri i helg\w*|inget kvällsarbete|(?:monday|mon|mandag|man|måndag|"
    r"mån)\s?(?:-|to|til|till|through)\s?(?:friday|fri|fredag|fre)|dagvakt\w*|weekday mornings|formiddager|formiddagar|"
    r"förmiddagar|mornings only|dayjob|nine to five|fri (?:hver|kvar|every) (?:helg|kveld|kväll|weekend)\w*|(?:jobber|"
    r"arbeider|arbeidar|jobbar|arbetar|arbejder|work) (?:du |vi )?(?:weekdays only|only (?:on )?weekdays|(?:kun|bare|"
    r"berre|bara|endast) (?:på )?(?:hverdager|hverdage|kvardagar|vardagar))|hverdager|hverdage|kvardagar|vardagar|"
    r"weekdays)\b"
)

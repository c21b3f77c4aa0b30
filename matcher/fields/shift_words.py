"""Words for work outside daytime, and for work in it. Whose it is, is not asked."""

from matcher.fields.common import NUMBER
from matcher.folding import compiled

_WEEK = (
    r"(?:uk[ea]|uken|uker|uge|ugen|uger|vek[ae]|veker|vecka|veckan|veckor|weeks?|helg\w*|weekend\w*|kveld\w*|kväll\w*|aften\w*|"
    r"evenings?|nights?|måned\w*|månad\w*|month)"
)
_NTH = (
    r"(?:andre|annen|anna|anden|annan|tredje|fjerde|fjärde|femte|sjette|sjätte|sjuende|syvende|sjunde|åttende|åttonde|ottende|"
    r"niende|tiende|second|third|fourth|fifth|sixth|seventh|eighth|tenth|other|\d\.)"
)
_SO_OFTEN = (
    rf"(?:(?:hver|hvert|kvar|kvart|var|varje|every|each) (?:{_NTH} )?{_WEEK}|(?:annenhver|annankvar|annakvar|annanhver|varannan|"
    rf"hveranden) {_WEEK}|(?:én|{NUMBER}|\d) {_WEEK} (?:av|of|in|out of|i|per|pr\.?|hver|hvert|kvar|kvart|om|a) (?:the )?(?:\w+))"
)
"""*Every fifth week*, *én uke av fem*, *two weeks a quarter*."""
_DUTY = (
    r"(?:[a-zæøå]*(?:vakt|vagt|jour|beredskap|beredskab)(?!s?(?:led|lei|sjef|chef|plan|list|skift|mester))[a-zæøå]*|(?:incident|duty|"
    r"emergency|escalation|on-call|out-of-hours|support|night) (?:phone|line|mobile|pager)|duty(?! (?:manager|leader|lead)s\b)|late "
    r"(?:shift|rota|turn|desk)|sen(?:t|e|skift)|[a-zæøå]*sk(?:iftet|iften))"
)
SHIFT = compiled(
    rf"\b(?:(?:[23]|to|tre|två|two|three)-?\s?(?:skift|shift)(?! ?(?:led|lei|lead|sjef|chef|superv|manag|ansv|coord|koord))\w*|"
    rf"{_DUTY}\b[^.;,]{{0,30}}?\b{_SO_OFTEN}|{_SO_OFTEN}\b[^.;,]{{0,40}}?\b{_DUTY}\b|(?!dagva)[a-zæøå]*vag?kt(?:er|ene|ane|erne)(?! (?:på|ved) )|"
    r"(?:rotating|roterende|roterande|rullerende|rullerande|skiftende|skiftande) (?:\w+ )?(?:schedule|plan|hours|times|tidspunkt\w*|"
    r"arbeidstid\w*|arbetstid\w*|arbejdstid\w*)|hours vary|lang(?:åp|op|åb)\w+|kvelds(?:åp|ope|op)\w*|(?:late|evening|long) "
    r"opening|weekenden|(?:tilgjengel\w+|available) (?:på|by|on|"
    r"over) (?:telefon\w*|phone|mobil\w*) (?:hver|kvar|annenhver|annankvar|every)|\w*turnus(?!plan|planlegg|ansvar)\w*|"
    r"(?:etter|i) (?:\w+ )?turnusplan|skift(?:arbeid|ordning\w*|plan\w*|turnus|arbejde|gång|plan)?|skiftarbete|"
    r"(?:kveldene|kveldane|kvällarna|aftenerne)(?= (?:er|är) (?:dine|dina|fri)| har du fri)|helg(?:er|ar|ene|en|"
    r"ejobb\w*|evakt\w*)?|kvelds?(?:er|ar|en|vakt\w*|"
    r"arbeid)?|kveldar|kveldstid|kväll(?:stid|ar)|"
    r"aftentimer\w*|nattevakt\w*|natt(?:skift)?|kveldsarbeid|kveldsskift|hjemmevakt|heimevakt|(?:morgen|morgon|tidlig|"
    r"tidleg)vag?k?t\w*|\w*vag?k?t (?:\w+ ){0,2}?(?:hver|kvar|annenhver|annankvar|hvert|kvart|var|varannan|en gang|"
    r"ein gong|en uke|ei veke|en uge|en vecka|one week|en helg)|duty (?:phone|manager|roster|rota)|stand-?by|pager|"
    r"skiftende vagter|skiftende vakter|skiftande vakter|"
    r"(?:hver|kvar|var|every|one) \w+ (?:uke|uge|veke|vecka|week) (?:har|tar|tek|tager|do|bærer) (?:du|you) (?:the "
    r")?\w*(?:telefon|phone)\w*|hours rotate|rotating hours|\w*bakvakt\w*|"
    r"\w*beredskap(?!splan|sarbei|sprosedyr|søvels|slager|skoordin|setat)\w*|s[ei]+nvakt\w*|s[ei]+nskift|"
    r"ettermiddagsvakt\w*|on duty|\S*on-duty\S*|rullerende vakt\w*|leiarvakt|ledervakt|vakttelefon\w*|nights|"
    r"nattarbeid|\w*vaktordning\w*|lederdøgnvakt|vagtplan\w*|vagtordning\w*|(?:leiar|leder|helge?|kvelds?|heime|"
    r"hjemme)vakt\w*|vakt(?:er)? (?:hver|kvar|annenhver|annankvar|hvert|kvart)|jour(?:tjänst\w*|arbete|pass)?|"
    r"forskjøvet "
    r"arbeidstid|forskuva arbeidstid|förskjuten arbetstid|on-call|on call|rota|weekends?|weekendarbejde|weekendvagt\w*|"
    r"weekender|aftenvagt\w*|evenings?|night shifts?|shift work|shifts|lørdag(?:er|ar)?|laurdag\w*|søndag(?:er)?|"
    r"lördag\w*|kväll\w*|kvällar|helger|aften\w*|aftenarbejde|helgarbete|helgearbeid\w*|vaktturnus|jourtid|(?:utenfor|"
    r"utanfor|utenom|utanom|utover|utanför|udenfor|outside(?: of)?) (?:(?:ordinær|ordinære|vanlig|vanleg|normal|"
    r"normale|ordinarie|almindelig|regular|normal|office|daytime|working) )*(?:arbeidstid\w*|kontortid\w*|dagtid|"
    r"arbetstid\w*|arbejdstid\w*|kontorstid|hours)|(?:jobbe[r]?|jobba[r]?|gå[r]?|ta[r]?|arbeide[r]?|work|arbeta[r]?) "
    r"(?:\w+ )?(?:vakter|vakt|shifts|vagter)|kveldsjobb\w*|saturdays?|sundays?|døgnvakt|\w*døgnvagt\w*|schemalagt|"
    r"høytid(?:er|ene|ar|ane)|helligdag\w*|heilagdag\w*|helgdag\w*|(?:bank|public) holidays?|vaktlist\w*|vagtliste\w*|"
    r"helgtjänst\w*|kvällstjänst\w*|kvällsarbete|s[ei]+n vag?kt|sen vagt|late shifts?|seine vakt\w*|sene vag?kt\w*|"
    r"ukevakt\w*|vekevakt\w*|out-of-hours|unsocial hours)\b"
)
DAYTIME = compiled(
    r"\b(?:(?:du|you) (?:går hjem|går heim|slutter|sluttar|slutar|er ferdig|er hjemme|go home|finish|are done|leave) (?:\w+ )?(?:at |kl\.? "
    r"?|klokk\w+ )?(?:1[3-7]\b|[345] ?pm)|dagarbeidstid|dagarbetstid|(?:skiftarbeid|turnus|turnusarbeid|shift work|skiftarbete|"
    r"skiftarbejde)\s?:\s?(?:nei|no|nej)|(?:arbeidstid|arbetstid|arbejdstid)\w*:? dag|på dagtid|dagtid|dagtimer\w*|"
    r"dagtimene|vanlig arbeidstid|vanleg arbeidstid|kontors?tid\w*|kontorarbetstid|normal arbeidstid|ordinær "
    r"arbeidstid|office hours|day job|days only|dagstilling\w*|dagjobb\w*|dagskift|(?:slipper|unngår) (?:kveld|helg|"
    r"vakt|vagt|"
    r"turnus|skift)\w*|(?:ingen|inga) (?:kveld|helg|aften|weekend|kväll|natt)\w*|ikke kveld\w*|no (?:evenings?|"
    r"weekends?|nights?|shift work|shifts)|nine[- ]to[- ]five|normalarbeidstid|kjernetid|dagarbeid|daytime|dagvagt\w*|"
    r"dagpass|dagarbete|fri (?:i |på |alle )?(?:\w+ og )?(?:helg|kveld|weekend|aften|kväll)\w*|(?:ikke|ikkje|inte) "
    r"(?:\w+ ){0,4}(?:kveld|helg|aften|weekend|kväll)\w*|regular working hours|normal working hours|dagarbejde|inga "
    r"helger|fri i helg\w*|inget kvällsarbete|(?:monday|mon|mandag|man|måndag|mån)\s?(?:-|to|til|till|"
    r"through)\s?(?:friday|fri|fredag|fre)|dagvakt\w*|weekday mornings|formiddager|formiddagar|förmiddagar|mornings "
    r"only|dayjob|nine to five|fri (?:hver|kvar|every) "
    r"(?:helg|kveld|kväll|weekend)\w*|(?:jobber|arbeider|arbeidar|jobbar|arbetar|arbejder|work) (?:du |vi "
    r")?(?:weekdays only|"
    r"only (?:on )?weekdays|(?:kun|bare|berre|bara|endast) (?:på )?(?:hverdager|hverdage|kvardagar|vardagar))|"
    r"hverdager|hverdage|kvardagar|vardagar|weekdays)\b"
)

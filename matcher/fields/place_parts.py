"""The parts that clauses about the place of work are built from: places, shares of the week, freedom, whose it is.

Each part is the inside of a pattern, used on folded text; :mod:`matcher.fields.remote_clauses` puts them together.
"""

HOME_ROOM = (
    r"(?:kjøkken\w*|køkken\w*|køksbord\w*|køket|køk|spisebord\w*|spisebordet|matbord\w*|kitchen(?: table)?|dining "
    r"table|"
    r"stua|stuen|stove|stuebord\w*|sofa(?:en)?|soffan|couch|living room|hytta|hytten|hytte|sommerhuset|cabin|"
    r"hjem(?:met)?|heim(?:en)?|hem(?:met)?|homes?)"
)
AT_HOME = (
    r"(?:\b(?:hjemme(?:fra)?|heime(?:fra|frå)?|heimafrå|heimanfrå|hemma|hemifrån|derhjemme|distansarbeid|remotely|"
    r"på distans\w*|i heimen|(?:ta(?:r|kast)? \w+ )?(?:arbeidet|jobben|det) (?:med )?(?:hjem|heim))\b(?! (?:til|till|"
    r"før|for) (?:middag|dinner|kvelden|kvelds))|\b(?:from|at) (?:(?:your|their|our|his|her|my|"
    r"the) )?(?:own )?home(?:s)?\b(?! page| in\b| with\b)|"
    rf"\b(?:på|ved|vid|fra|frå|från|i|til|till|from|at|to) (?:(?:your|the|ditt|din|sitt|sin|deres|their) )?(?:(?:eget|"
    rf"egen|eiga|eige|own) )?{HOME_ROOM}\b(?: ditt\b| din\b| di\b)?|\b(?:own|your|eget|egen|eiga|eige) {HOME_ROOM}\b)"
)
"""A place of one's own: *hjemmefra*, *på kjøkkenet ditt*, *at the kitchen table*."""
HOME_WORK = (
    r"\b(?:(?:hjemme|heime|hjem|heim|hemma|hem|fjern|distans)(?:kontor|arbei[dt](?!ende)|arbej|arbet|jobb)\w*|"
    r"(?:hjemme|heime|"
    r"hemma)dag\w*|home ?offices?|home[- ]?working|work(?:ing)?[- ]from[- ]home|work(?:ing)? (?:remotely|"
    r"at home)|remote work(?:ing)?|telework\w*|telecommut\w*|home days?|days? (?:at|from) home|wfh)\b"
)
"""Work from home by name."""
_WEEKDAY = (
    r"(?:mandag|måndag|tirsdag|tysdag|tisdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday)(?:ene|er|"
    r"e|ane|ar|arna|s)?"
)
_FEW = r"(?:én|en|ein|éin|one|to|two|två|tre|three|fire|four|fyra|[1-4])"
SHARE = (
    rf"\b(?:(?:{_FEW}(?:(?: ?- ?| (?:til|till|to|or|eller|og) ){_FEW})?|noen|nokre|nogle|några|någon|et par|eit par|"
    r"ett par|a couple of|a few|some|enkelte|visse|certain|all but one|én eller to|en eller to) (?:(?:av|of|fast[ea]?|"
    r"valgfrie?|valfri|fixed|ugentlige|ukentlige|of the|av de|av ukas|av ukens|anchor|fem|five|hele|heile|full|whole|"
    r"other|andre|andra|øvrige|home|remote|office) ){0,3}(?:(?:arbeids|arbets|kontor|hjemme|heime|virke)?dag(?:er|ar|e|"
    r"en|ene|ane|arna)?|days?)\b|(?:en|ein) dag eller to\b|a day or two\b|"
    rf"(?<!til )(?<!till )(?<!to ){_WEEKDAY}\b(?! ?(?:til|till|to|-) ?fr)|hal[vf](?:e|a|parten|ve)? (?:\w+ )?(?:uk\w+|"
    rf"ug\w+|vek\w*|veck\w+|\w*tid\w*|av (?!\w*(?:lass|omsetning|salg|kund|ansatt|tilset|dem\b|oss\b|dei\b|det vi))|"
    rf"the|your|of)|half "
    r"(?:the|of|your|my|a)\b|(?:annenhver|annankvar|annakvar|hver annen|kvar andre|varannan|hveranden|every other|"
    r"every second|(?:hver|kvar|var|every) (?:tredje|fjerde|tredj|fjærde|third|fourth)) (?:uke|dag|veke|vecka|week|day|"
    r"uge|(?!lørdag|laurdag|søndag|satur|sunday)\w+dag|(?!satur|sun)\w+day)|[1-9]\d(?= ?(?:%|prosent|per ?cent|"
    r"procent))|(?:en |ein |a )?(?:del|part) (?:av|af|of) (?:timerne|timene|timane|tiden|tida|arbeid\w*|arbet\w*|"
    r"arbejd\w*|uk[ae]n?|uka|veka|veckan|ugen|the|your|jobben)|delvis|delvist|partly|av og til|iblant|ibland|"
    r"innimellom|inniblant|occasional\w*|sometimes|now and (?:then|again)|from time to time|somme tider|nokre gonger|"
    r"ved behov|vid behov|(?:inn|up|op|opp) ?t?il)\b"
)
"""Part of the working week: *en dag eller to*, *fredagene*, *halve uka*, *av og til*."""
SOME_DAYS = (
    rf"\b(?:minst |min\. )?{_FEW}(?:(?:-| til | to | eller ){_FEW})? (?:(?:av|of|fast[ea]?|fixed|fem|five|de) ){{0,2}}"
    r"(?:arbeids)?(?:dager|dagar|dage|days|dag|day)\b(?! (?:i|per|a) (?:måned|month|år))"
)
PRESENCE = (
    r"(?<!online )(?<!our )(?<!vår )(?<!vores )\b(?:oppmøte|fremmøte|frammøte|fremmøde|tilstede?værelse|tilstadevære|"
    r"nærvaro|attendance|presence)\b(?! (?:i|på|in|on) (?:sosiale|nett|marked|\w*møte|social|the market))"
)
"""Being there, as a noun: *oppmøte fire dager i uka*."""
REST = (
    r"\b(?:resten|restan|resterende|ellers|elles|otherwise|øvrige?|øvriga|annars|the (?:rest|others?|remaining|"
    r"other (?:two|three|four|days))|(?:de|dei|dem) (?:to |tre |fire |two |två )?(?:andre|andra|øvrige|øvriga|"
    r"resterende|siste)|(?:two|three|to|tre|två)(?= (?:wherever|where you|der du|dær du|hvor du|kvar du|kor du)))\b"
)
"""What is left of the week: *resten*, *de andre dagene*, *otherwise*."""
FREE = (
    r"(?:(?:velger|vel|vælger|væljer|bestemmer|bestæmmer|styrer|styr|rår|avgjør|avgjer|avgør) du\b(?: helt| heilt)?|"
    r"du (?:\w+ )?(?:velger|vel|vælger|væljer|bestemmer|bestæmmer|styrer|rår|avgjør) (?:du )?(?:selv|sjølv|sjæl|"
    r"sjælv|fritt)|(?:velger|vel|vælger|væljer|bestemmer|styrer) (?:vi |me |man )?(?:selv|sjølv|sjælv)|opp? til deg|"
    r"upp till dig|op til dig|opp til den enkelte|står (?:du|dere) fritt|du står fritt|står deg fritt|"
    r"(?:ditt|dit) (?:eget |eige )?val[gd]?|valfritt|valgfritt|(?:is|are|it's) (?:entirely |all |totally )?"
    r"(?:up to you|your (?:own )?(?:choice|business|call|decision))|you (?:choose|decide|pick)|leave (?:the choice|it|"
    r"that) (?:up )?to you|your (?:choice|call)|blander vi oss|legger vi oss ikke|wherever\b|anywhere\b|"
    r"(?:der|dær|hvor|kvar|kor|var|where) (?:\w+ )?(?:du|you) (?:selv |sjølv |sjælv )?(?:vil|vill|trives|trivst|trivs|"
    r"bor|bur|ønsker|ønskjer|want|like|live|please|jobber|arbeider|arbeidar|jobbar|arbetar|sitter|sit|work|focus)\b|"
    r"(?:hvor|der) (?:som helst|det passer)|kor som helst|var som helst|(?:der|kor) det (?:høver|passar))"
)
"""*Velger du selv*, *er opp til deg*, *wherever you focus best*."""
OPEN = (
    r"\b(?:kan|får|mulig\w*|mogleg\w*|møjlig\w*|muligh\w*|anledning|høve|adgang|åpning|opning|lov|rom for|greit|greitt|"
    r"fint|fritt|gjerne|gerne|gærna|tilbyr|tilbyder|erbjuder|velkommen|welcome|may|can|could|free|fine|possible|okay|"
    r"ok|"
    r"no problem|går bra|går fint|går an|avtale\w*|avtal|aftale|option|opportunity|allow\w*|ordning\w*|fleksib\w*|"
    r"flexib\w*|ingen (?:reagerer|bryr))\b"
)
"""What is open to the job holder."""
WHOLE = (
    r"(?:\b(?:alltid|altid|always|hver (?:eneste )?(?:dag|arbeidsdag|vakt)|kvar (?:einaste )?(?:dag|arbeidsdag|vakt)|"
    r"varje (?:dag|arbetsdag)|every (?:single )?(?:day|shift|working day)|each day|daily|daglig|dagleg|dagligen|"
    r"til daglig|til dagleg|hele (?:uk[ae]n?|uka|ugen|tid(?:en|a)|arbeidstiden)|heile (?:veka|tida|arbeidstida)|hela "
    r"(?:veckan|"
    r"tiden|arbetstiden)|(?:all|the whole) week|alle (?:(?:fem|de fem|5|ugens|ukas|ukens|vekas) )?(?:dager|dagar|dage|"
    r"dagene|dagane|arbeidsdager|arbeidsdagar|hverdager)|alla (?:fem )?(?:dagar|arbetsdagar)|all (?:five|working) days|"
    r"(?:fem|five|5) (?:dager|dagar|dage|days)(?: i uk[ae]n?| i uka| i veka| i veckan| a week| per week| om ugen)?|"
    r"på heltid|på fulltid|full[- ]time|(?:fullt|helt|heilt|fuldt)(?: og helt| ut| och hållet)?|i sin helhet|"
    r"i sin heilskap|in its entirety|entirely|fully|exclusively|utelukkende|(?:100|hundre|hundra) ?(?:prosent|procent|"
    r"percent|per cent)|uten unntak)\b|\b100 ?%)"
)
"""All of the working week."""
WORKS = (
    r"(?:jobb\w*|arbei[dt]\w*|arbej\w*|arbet\w*|sit(?:te|ter|t|je|s)?|sitja|sitta|sidder?|work(?:s|ing|ed)?|"
    r"base[drt]+|logge[rt]? (?:du )?på|utfør\w*|utfør[te]*s|gjør\w*|gjer\w*|gøres|gjord|skj[øo]t\w*|skøta\w*|done|"
    r"performed|carried out|foregår|skjer|sker|være|vere|vara|er|spend|spent|tilbring\w*|ta|tar|tas|tage|legg\w*|"
    r"lægge\w*|blir|bli|are|do)"
)
THE_JOB = (
    r"(?:jobben|jobbet|arbeidet|arbetet|arbejdet|stillingen|stillinga|rollen|rolla|tjænsten|(?:the|this) (?:job|work|"
    r"role|position))"
)
DENIAL = (
    r"\b(?:ikke|ikkje|inte|not|ingen|inga|inget|intet|no|nobody|none|never|aldri|aldrig|uten|utan|uden|without|cannot|"
    r"can't|don't|doesn't|won't|isn't|aren't|sjelden|sjeldan|sællan|rarely|nei|nej|ej|neither|verken|hverken|"
    r"uaktuel\w*|utelukket|utelukka|out of the question)\b"
)
OFFICE_HOUSE = (
    r"(?:\w*kontor(?:et|a|ene|er|ane)?|\w*(?:huset|eriet|verket|anlegget|bruket|klinikken|kliniken|skolen|gården|"
    r"verftet|hallen|depotet|museet|biblioteket|slottet|havna|havnen|hamnen|kaia|kaien|brygga)|hus|\w*senteret|"
    r"\w*sentret|\w*sentralen|\w*stasjonen|\w*stationen|\w*butikken|laben|laboratoriet|\w*lager(?:et)?|fabrikken|"
    r"fabriken|slakteriet|verkstedet|\w*hotellet|bygget|byggnaden|bygningen|lokalene|lokala|lokalerne|lokalerna|"
    r"skranken|luka|gulvet|golvet|resepsjonen|depot|depån|disken|butiken|værkstedet|receptionen|terminalen|warehouse|"
    r"factory|plant|clinic|store|shop|counter|terminal|station|hotel|lab|workshop|campus|\w*torget|adressen|offices?|"
    r"hubs?|hq|building|premises|floor|site|centre|center|desk|showroom|studio|kontrollrommet|vaktrommet|control room)"
)
"""A house that people work in."""
OFFICE = (
    rf"\b(?:(?:på|i|ved|vid|til|fra|frå|från|hos|at|in|on|from|to|into) (?:the |our |your |vårt |vår |vores |våre |"
    rf"det |de )?(?:(?!home)[\w-]+ )?{OFFICE_HOUSE}|på plass|på plats|på pladsen|på stedet|på staden|hos oss|hos os|"
    rf"(?:sits?|sitting) together|"
    r"with us|in house|come in|kontordag\w*|office days?|office|face to face|ansikt til ansikt|(?:ses|sees|møtes|"
    r"samles|samlas|træffas|mødes|møtest|samlast) (?:vi|me)|(?:vi|me) (?:ses|sees|møtes|samles|samlas|træffas|mødes|"
    r"møtest|samlast)|sitter (?:vi )?(?:samlet|sammen|saman)|samlet (?:på|i)|finn(?:er)? du oss|kontoret)\b"
)
"""Being at work among the others."""
OTHERS = (
    r"\b(?:kund(?:e|en|er|ene|ane|ar|arna|erna|erne)?\b|kundebehandler\w*|kunderådg\w*|customers?|clients?|brukern?e?|"
    r"brukar\w*|users|borger\w*|folk|(?<!most )people|publikum|innbygger\w*|gjest\w*|"
    r"gæst\w*|guests?|pasient\w*|medlem\w*|abonnent\w*|bedrifter|companies|føretag|virksomheder|teknik\w*|montør\w*|"
    r"selger\w*|seljar\w*|sælger\w*|sæljar\w*|sjåfør\w*|drivers|crews?|agent\w*|rådgiver\w*|rådgjevar\w*|rådgivare\w*|"
    r"konsulent\w*|advis[eo]rs|samarbeidspartner\w*|leverandør\w*|supplier\w*|partner\w*|"
    r"operatør\w*|avdelinger)\b"
)
"""Others than the job holder, whose places are their own."""
PAST = (
    r"\b(?:pandem\w+|korona\w*|corona\w*|covid\w*|flyttet|flytta|flyttade|moved|(?:i|in) (?:\w+ )?20[01]\d|2020|2021|"
    r"tidligere|tidlegare|førr|before|den gang(?:en)?|jobbet (?:vi|alle)|(?<!be )worked)\b"
)

"""What a whole turn of a sentence says of a thing, rather than a word of it: who is sought, what echoes a wish.

Denials and wishes have files of their own. A turn is what a cue word is: start, end, meaning and way of looking.
"""

from collections.abc import Iterator

from matcher.cue_words import Raw
from matcher.demands import demanded, insisted
from matcher.denials import ENDS, STRANDED, denied
from matcher.folding import compiled
from matcher.sieve import Sieve
from matcher.verdicts import judged
from matcher.waivers import waived
from matcher.wishes import wished

KIND_OF_PERSON = compiled(
    r"\b(?:vi|me|we|det|what)\s(?:(?:har|really|alltid|aller|særlig|helst|mest|gjerne|vil) ){0,2}(?:liker|likar|gillar|"
    r"setter pris på|set pris på|sätter värde på|sætter pris på|verdsetter|verdset|värdesätter|værdsætter|uppskattar|"
    r"faller for|fell for|faller för|ser for oss|ser føre oss|ser framför oss|ser gjerne|ønsker|ønsker oss|ønskjer|"
    r"ønskjer oss|ynskjer|önskar|søker|søkjer|söker|søger|ser etter|leter etter|leitar etter|letar efter|leder efter|"
    r"trenger|treng|behöver|har bruk for|har brug for|vil ha|vill ha|vil gjerne ha|trives med|trivst med|like|love|"
    r"value|appreciate|look for|are looking for|seek|are seeking|need|want)\s(?:(?:(?:en|ein|ei|a|an|noen|nokon|någon|"
    r"nogen|nye?|flere|fleire)\s)?(?:ledere?|leiarar?|ledare|leaders?|folk|people|personer?|person|someone|somebody|"
    r"kollegaer?|kolleger|kollegor|colleagues?|mennesker|menneske|mennesket|dem|dei|de|those|deg|dig|søkere|"
    r"kandidater?|candidates?)|(?:en|ein|ei|noen|nokon|någon|nogen|one))\s(?:som|der|who|that)\s(?:er|är|is|are|har|"
    r"have|has|ikke|ikkje|inte|tør|torer|vågar|tåler|toler|tål|trives|trivst|liker|likar|gillar|likes?|både|meistrar|"
    r"mestrer|behersker|beherskar|forstår|vet|veit|kjenner|leser|ser|bryr seg|evner|klarer|klarar|kan (?!jobbe|begynne|"
    r"starte|være med|ta over))\b|\b(?:people|colleagues|kollegene dine|kollegaene dine|kollegaane dine|folk|andre|"
    r"friends|dine kolleger|others|kollegorna) (?:would |will |vil |kjenner |ville |often )?(?:describe|describes|"
    r"beskriver|beskriv|beskrive|beskrivas|call|kaller|kallar|kjenner|kjenn|omtaler|know) (?:you|deg|dig) (?:gjerne |"
    r"ofte |often |helst )?(?:som|as|for)\s(?:(?:en|ein|a|an|being|å være) )?|\b(?:det|hva|what|noe)\s(?:vi|me|"
    r"we)\s(?:vil ha|ønsker|ønsker oss|trenger|ser etter|leter etter|vil ha mer av|treng|look for|want|value|need|are "
    r"after|setter høyest|verdsetter|set høgast)(?: mer av| mest| mest av| most| aller mest| høyest| more "
    r"of)*,?\s(?:er|är|is)\s(?!at|att|that|å|du|deg)|\b(?:we|you)(?:'re| are)? (?:look(?:ing)? for|need|want|seek) "
    r"(?:someone|somebody)\s(?!who\b|to\b|with\b|for\b|that\b|in\b|like\b|at\b|new\b|else\b|on\b)|\b(?:vi|me) (?:ser "
    r"for oss|ser føre oss|ser etter|søker|søkjer|leter etter|leitar etter|söker|søger|trenger|treng|vil ha) (?:en|"
    r"ein) (?=[a-zæøå]+ (?:og|och) )|\b(?:det|den) (?:vi|me) (?:trenger|treng|ser etter|søker|søkjer|leter etter|vil "
    r"ha|behöver|söker|ønsker),? (?:er|är) (?:en|ein) |^being (?=.{5,80} (?:gets|takes|helps|matters|counts)\b)|"
    r"\b(?:vi|me|we)(?: are|'re)? (?:(?:mest|helst|gjerne|derfor|nå|really|først og fremst) )?(?:ønsker|ønskjer|"
    r"ynskjer|önskar|søker|søkjer|söker|søger|ser|leter|leitar|letar|leder|trenger|treng|behöver|velger|vel|väljer|"
    r"vælger|vil ha|vill ha|want|need|seek|choose|pick|looking|look|seeking)(?: oss| mest| helst| først og fremst| "
    r"mostly)?(?: etter| efter| for)? (?:(?:en|ein|ei|a|an|deg|dig|nye?|noen|nokon) )?(?:[a-zæøå-]+ ){0,2}(?:som|der|"
    r"who) (?:er|är|is|are) (?!klar|ansatt|tilsett|utdann|autoris|sertif|certif|ansvar|respons|student|bosatt|based|"
    r"tilgjeng|avail|med\b|på\b|i\b|at\b|in\b|under\b|over\b|en\b|ein\b|the\b|a\b|like\b|helt\b|der\b)|\b(?:kjenner "
    r"(?:du )?deg igjen i|kjenn(?:er)? (?:du )?deg att i|recogni[sz]e yourself in) (?:ord|words) (?:som|like|such as) |"
    r"\byou do (?:need|have) to be |\b(?:trenger|treng|behöver|søker|søkjer|ønsker|ønskjer) (?:vi|me) (?:nå |no |nu |"
    r"derfor |difor )?(?:en|ein|ei|noen|nokon|någon|deg|dig) (?:som|der) (?:er|är|har|kan) "
)
"""*Vi liker ledere som er varme og tydelige*: a frame that asks what somebody is like, without a *du*."""
FITS = compiled(
    r",\s(?:så |da |då )?(?:er|är|is|are) (?:du|you) (?:vår|our|den|the|just|akkurat|rett) (?:type|typen|mann|person|"
    r"one|rette|vi)\b|,\s(?:så |då |da |then )?(?:passer|passar|trives|trivst|høver|hører|høyrer|hör|er|är|bør|kan|you|"
    r"you'll|this|that)\s(?:du|dette|det|are|may|might|will|fit|could|is)\b(?:\s\w+){0,4}?\s(?:inn|in|godt|bra|hos|"
    r"heime|hjemme|hemma|rett|rätt|den|deg|dig|one|fit|right|job|jobb|stilling\w*|her|here)\b|,\s(?:så |da |då "
    r")?(?:blir|vert|går|kommer|kjem)\s(?:dette|det|du)\s(?:\w+\s){0,2}?(?:bra|fint|godt|trives|trivast)\b|,\s(?:så |"
    r"da )?(?:får|fær|har)\s(?:du|vi)\s(?:det|deg)\s(?:\w+\s)?(?:fint|bra|godt|trivelig|kjekt)\b"
)
"""*Er du tøff og ordentlig, passer du inn*: the condition names who is sought."""


def framed(folded: str) -> Iterator[Raw]:
    """The turns of a folded sentence."""
    for found, meaning in _SIEVE.finds(folded):
        if meaning:
            yield *found.span(), meaning, "forward"
        elif found.re.groupindex.get("last"):
            yield *found.span(), "must", "backward" if found["last"] is not None else "forward"
        elif not found.start():
            yield 0, found.end("without"), "must", "forward"
    yield from demanded(folded)
    yield from denied(folded)
    yield from waived(folded)
    yield from wished(folded)
    yield from insisted(folded)
    yield from judged(folded)


_SKILLED_AT = compiled(
    r"\b(?:du er|du är|you are|you're|er du|är du)\s(?:[a-zæøå]+\s){0,2}?(?:fortrolig|fortruleg|kjent|kjend|vant|van|"
    r"dreven|driven|stø|trygg|god|rutinert|bevandret|hjemmevant|heimevand|erfaren|røynd|familiar|comfortable|at home|"
    r"proficient|experienced|skilled|well versed|versed|bekväm|förtrogen|insatt|kendt|øvet|øvd|van vid|dyktig|flink|at "
    r"ease|hjemmekjent|duktig|dygtig|skarp|kompetent|adept|confident|handy|fluent|i stand|hjemme|heime|hemma|orientert|"
    r"skolert|sterk|stark|stærk|autorisert|auktoriserad|autoriseret|sertifisert|certifierad|certificeret|godkjent som|"
    r"authorised|authorized|certified|licensed|registered|qualified|legitimert|legitimerad)\s(?:med|i|på|til|at|with|"
    r"in|vid|av|om|as|som|innen|inom|hos|gjennom)\s"
)
"""*Du er fortrolig med Dynamics 365* says no trait."""


WHO_GETS_IT = compiled(
    r"\b(?:vår|våre|our|din|dere?s) (?:nye|neste|nya|nästa|new|next) [a-zæøå]*(?:sjef|leder|leiar|chef|ledare|manager|"
    r"kollega|leader|medarbeider)(?:en)? (?:er|har|kan|is|has|är|can) |"
    r"\b(?:the|our|vår|den) (?:successful|right|ideal|rette|retta|ideelle) (?:candidate|applicant|person|one|"
    r"kandidat(?:en)?|personen) (?:is|are|er|är|will be|vil være) |\b(?:den|personen|kandidaten|søkeren|the person|the "
    r"one|whoever|den som|de som|dei som|dem som|those who|folk som|folka som|folk der|people who|dem der|de der|han "
    r"eller hun)\s(?:(?:vi|me|we)\s)?(?:ansetter|tilset|tilsetter|søker|søkjer|ser etter|ser for oss|ser føre oss|ser "
    r"framför oss|håper å finne|vonar å finne|have in mind|look for|are looking for|leter etter|leitar etter|trenger|"
    r"treng|anställer|söker|hire|are hiring|ansætter|vil ha|velger|vel|ansettes|tilsettes|tilsetjast|får jobben|får "
    r"stillingen|lykkes|lukkast|trives|trivst|blir ansatt|gets the job|get the job|do well|does well|succeed|thrive|"
    r"passer|treffer)(?:\s(?:her|hos oss|i rollen|i jobben|i stillingen|best|godt|here|with us|at this))*,?\s(?:har|er|"
    r"är|kan|må|bør|is|are|has|have|can|kommer|trenger|liker|likar)\s"
)
"""*Den vi ansetter, er ryddig og til å snakke med.*"""
_DEMANDED = compiled(
    r"\b(?:bare|kun|berre|only|endast|bara|enbart|utelukkende)\s(?:søkere|søkjarar|kandidater|kandidatar|ansøgere|"
    r"sökande|applicants|candidates|people|those|de|folk|personer)\s(?:med|with|som|who|der)\s|\bdu (?:skal|ska) (?:ha|"
    r"inneha|have|kunne|kunna|beherske|vara|være|vere)\s(?!det|ansvar|hoved|personal|leder|leiar|dialog|kontakt|"
    r"oversikt|overblik|tett|en sentral|en viktig|ei viktig|ein viktig|jevnlig|regelmessig|overordn|full|fokus|møter|"
    r"med på|med å|en del|del av|bindeledd|fast|ditt|din|et tett|gøy|kul|roligt|kontor)|\b(?:du kommer|du kjem) (?:fra|"
    r"frå|från) (?!deg)|\b(?:her|hær|det) (?:trengs|trengst|behövs|behøves|kreves|krevst|krävs|kræves|skal) (?:det |"
    r"der )?(?!(?:heller |derfor |difor |altså |dog |derimot |imidlertid |likevel )?(?:ikke|ikkje|inte|ej|ingen|inga|"
    r"inget|intet|verken|hverken|varken)\b)|\b(?:tilsetting|ansettelse|tilsettelse|anställning|ansættelse|employment|"
    r"appointment|the offer|offers|tilbud|tilbod)\s(?:[a-zæøå]+\s)?(?:føreset|forutsetter|förutsätter|forudsætter|"
    r"krever|krev|kræver|depends on|is subject to|are subject to|is conditional on|avhenger av|avheng av|betinger|"
    r"hinges on)\s"
)
_MUST_YOU = compiled(
    r"\b(?:må|måste|skal|ska) du\s(?!ikke|ikkje|inte)(?:selv |også |derfor )?(?:ha|kunne|kunna|beherske|behärska|"
    r"meistre|mestre|være|vere|vara|kjenne|känna|forstå|vite|tåle|tole|trives|evne|klare|snakke|skrive|tørre)"
    rf"(?!\s(?:med på|klar over))(?P<last>{STRANDED}(?:{ENDS}|(?=\s(?:eller|før|fra før|frå før|uansett|regardless|"
    rf"oavsett))))?"
)
"""*Førstehjelpskurs må du ha eller ta før du begynner*; *her må du beherske Excel*."""
_SOUGHT_WITH = compiled(
    r"\b(?:vi|me|we)(?: are|'re)? (?:(?:derfor|difor|nå|no|nu|now|gjerne|helst|also|også|therefore) ){0,2}(?:søker|"
    r"søkjer|söker|søger|ser etter|leter etter|leitar etter|letar efter|leder efter|vil ha|vill ha|vil gjerne ha|"
    r"trenger|treng|behöver|ønsker|ønskjer|ynskjer|önskar|looking for|look for|seek|seeking|want|need|would like)(?: "
    r"oss| nå| no| nu| derfor| difor| therefore){0,2} (?:(?:en|ein|ei|a|an|deg|dig|noen|nokon|någon|someone|somebody|"
    r"folk|people) )(?:[a-zæøå-]+,? (?:og |and |och )?){0,3}?(?<!team )(?<!firma )(?<!partner )(?<!stilling )(?<!jobb "
    r")(?<!jobbe )(?:med|with) (?!(?:ansvar|[a-zæøå]*ansvar|fokus|focus|responsib|kontor|arbeidss|oppmøte|oss\b|os\b|"
    r"us\b|på\b|i\b|start|oppstart|tiltred|tilltr|snarlig|mulighet|plass|base|office|å\b|to\b|at\b|att\b|det\b|dette|"
    r"en gang|one another|spørsmål|hvem|our|vår|vårt|the (?:customers?|team)|kund|custom)\w*)"
)
"""*We want a person with a bachelor's degree*: whatever somebody sought comes with."""
_MAY = compiled(
    r"\b(?:du kan|kan du|you can|you may)\s(?:også |gjerne |selv |fritt |også selv |freely |also )?(?:sitte|jobbe|"
    r"arbeide|jobba|arbeta|arbejde|velge|välja|vælge|få|regne|räkna|se frem|lese|søke|sende|ta kontakt|bo|starte|"
    r"begynne|kombinere|ringe|kontakte|spørre|work|choose|expect|read|apply|send|call|contact|look forward|start|live|"
    r"sit|sitta|forvente|glede)\b"
)
"""*Du kan sitte hjemme to dager* asks for nothing."""
_NOT_WITHOUT = compiled(
    r"(?P<without>uten|utan|uden|without)\s[^,;.?]{3,70}?,?\s(?:får du det|blir du ikke|blir du ikkje|blir du inte|"
    r"kommer du ikke|kjem du ikkje|kommer du inte|kan du ikke|kan vi ikke|kan du inte|går det ikke|går det inte|"
    r"blir det vanskelig|blir det svårt|er du ikke|ikke søk|you will not|you won't|you will struggle|you'll struggle|"
    r"we cannot|we can't)\b"
)
"""*Uten erfaring fra klagesaker får du det tøft.*"""
_DUTY = compiled(
    r"\b(?:you will|you'll|du kommer til å|du kommer att|du kjem til å|du vil)\s(?:(?:også|daily|then|selv|blant annet|"
    r"also|i tillegg|gå i gang med å)\s)?(?!need|have|be\b|find|get\b|join|work\b|trives|få|ha\b|være|vere|jobbe|"
    r"receive|love|enjoy|report|bli\b|vara|inngå|not|no\b|ikke|ikkje|inte|aldri|also|you|ever|know|learn|lære|lära|"
    r"bring|speak|like|thrive|like|møte|help|trivas|ingå)[a-zæøå]+\s|\b(?:får du|du får|har du|du har|du tar over|"
    r"du overtar|du tek over|du overtek|you have|you take on)\s(?:også |da |selv |det |fullt |hele |heile |samlet |"
    r"overordnet |overordna |overordnede |daglige |full |overall |daglig |et |eit |stort |helhetlig |day-to-day |"
    r"fullt ut )*(?:(?:[a-zæøå]+-?)?ansvar(?:et|er)?|responsibility|charge)\b(?:\s(?:for|för|of))?|\bdu (?:blir|bliver|"
    r"vert|är|er) (?:ansvarl[ie]e?g|systemeier|systemeigar|prosjekteier|ansvarig|hovedansvarlig|systemansvarlig|"
    r"fagansvarlig) (?:for|för)\b|\b(?:stillingen|stillinga|jobben|rollen|rolla|tjänsten|hverdagen|kvardagen|dagene|"
    r"dagane|the role|the job|the position|oppgavene|oppgåvene|vardagen)\s(?:din |vil |kommer til å )?(?:innebærer|"
    r"inneber|innebär|indebærer|består|bestå|går ut på|handler om|handlar om|involves|includes|consists|covers|"
    r"omfatter|omfattar|byr på)(?: i| av| of| å)?\s|\b(?:leder|leier|rapporterer|følger|følgjer|setter|planlegger|"
    r"planlegg|lager|lagar|koordinerer|koordinerar|innfører|forhandler|utvikler|utviklar|rekrutterer|rekrutterar|"
    r"planerar|rapporterar|driver|driv) du (?!ikke|ikkje|inte)(?:også |opp |selv )?|^du (?:leder|leier|rapporterer|"
    r"følger opp|følgjer opp|setter opp|set opp|sætter|planlegger|planlegg|lager|lagar|koordinerer|koordinerar|"
    r"bemanner|fordeler|innfører|forhandler|utvikler|utviklar|svarer for|svarar for|rekrutterer|rekrutterar|driver|"
    r"driv|eier|eig|planerar|rapporterar|bemannar|ansvarar)\s(?!du\b)"
)
"""*Du har personalansvaret fullt ut* is a duty and no demand."""


_SIEVE = Sieve((
    (KIND_OF_PERSON, "must"), (_SKILLED_AT, "must"), (WHO_GETS_IT, "must"), (_DEMANDED, "must"), (_SOUGHT_WITH, "must"),
    (_MAY, "others"),
    (_DUTY, "duty"), (_MUST_YOU, ""), (_NOT_WITHOUT, ""),
))  # fmt: skip


def echoed(folded: str) -> Iterator[tuple[int, int]]:
    """*…, and so would Mailchimp*: what is asked for as the thing before it is."""
    for found in _ECHO.finditer(folded):
        yield found.span()


_ECHO = compiled(
    r"(?:(?:^|[,;.]\s|\s)(?:og |and |och |men )?)(?:(?:det samme|det same|detsamma|det sama|samma sak|the same|likeså|"
    r"likaså|så även|likeens|likeledes|ligeledes|lika så|ditto|(?:tilsvarende|tilsvarande|motsvarande)(?=\s(?:gjelder|"
    r"gjeld|gäller|gælder)\s))(?:\s(?:er|gjelder|gjeld|gäller|gælder|goes|applies|is|gjør|gjer|gør|gör|kan sies|kan "
    r"seiast))?(?:\s(?:også|òg|för|for|med|om))?|(?:det|dette) (?:gjør|gjer|gör|gør|gjelder|gjeld|gäller|gælder) "
    r"(?:også|òg|och|även|likeså)(?:\s(?:for|för))?|(?<!\sit )so (?:is|are|does|do|would|will)(?=\s)|as (?:would|does|"
    r"do|is|are)(?=\s(?!you|we|well|it|they)[\w. -]{3,60}[.!]?$)|liksom|liksom også)(?=\s)"
)

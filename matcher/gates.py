"""What could a word be about? One bit for each reader of facts, told by the word alone.

Reading a passage costs far more than knowing its words; so each distinct word is asked once which readers it concerns,
and a reader looks only at passages that hold such a word. A gate opens for a word that bears the signs of its pattern
(see :mod:`matcher.signs`): perhaps too often, never too seldom. A test reads every ad with all gates open and compares.
"""

from functools import lru_cache

from matcher.folding import signed

EMPLOYMENT, EXTENT, POSITIONS, REMOTE, PAY, YEARS, LEADING, SHIFT = (1 << bit for bit in range(8))
PEOPLE, PERSON, RUNNING = (1 << bit for bit in range(8, 11))
SERVICE, STAFF, DENIAL, INTERNAL, SALES, WORKSHOP, STORE, CUSTOMERS = (1 << bit for bit in range(11, 19))
CLOSING, SCHOOL, EDUCATION, LANGUAGE, MENTIONS = (1 << bit for bit in range(19, 24))
"""Education and languages are not told by words but by the concepts found; any sentence may mention something."""
WIDTH = 24
ALL = (1 << WIDTH) - 1
LISTED = ALL & ~(PERSON | SCHOOL | EDUCATION)
"""Gates whose sentences an ad keeps a list of."""

_NUMBER_WORDS = (
    r"\b(?:en|ein|ett|ei|one|to|two|två|tre|three|fire|four|fyra|fem|five|seks|six|sex|sju|syv|seven|åtte|eight|åtta|"
    r"otte|ni|nine|nio|ti|ten|tio|elleve|eleven|elva|tolv|twelve|\w+te[nn]\b|\w+teen|\w+ton|tjue\w*|twenty|tjugo\w*|"
    r"\w*tyve|tretti\w*|thirty|\w*tredive|førti\w*|forty|fyrtio\w*|femti\w*|fifty|seksti|sixty|sextio|sytti|åtti|nitti|"
    r"fyrre|halvtreds|tres|sjuttio|åttio|nittio|seventy|eighty|ninety|dusin|dozen|hundre|hundra|hundred|titall?s?|"
    r"tiotal)\b|\d"
)
_PATTERNS: tuple[tuple[int, str], ...] = (
    (
        EMPLOYMENT,
        r"vikar|permis|borte|leave|cover|matern|föräld|vidare|barsel|engasj|midlert|mellomb|tidsb|tidsav|visstid|"
        r"tidsub|varig|uden|åremål|tempor|fixed|short-term|prosjekt|projekt|sesong|säsong|season|sommer|ekstra|lærl|"
        r"lære|appren|trainee|freelan|frilan|konsulentopp|selvst|fast|perman|open-end|indefin|unlimited|project|"
        r"anställ|ansett|tilset|on leave|barn|tillsv|fuldt|provans|contract|kontrakt|stilling|avtale|oppdrag|orlov|"
        r"tvilling|twins|elevpl|ansatt|forhold|\bpost\b|baby|child|begge|expecting|\bjob\b|\brole|position|jobben|"
        r"tjänst",
    ),
    (
        EXTENT,
        r"\d0|hundre|hundra|%|post|\bhalv|\bhalf|prosent|percent|procent|pst|heltid|fulltid|heiltid|full|fuld|\bhel\b|"
        r"\bheil|timer|timmar|hours|\bhele\b",
    ),
    (
        POSITIONS,
        r"stilling|position|opening|vacan|tjänst|vikar|årsverk|søk|treng|ansett|tilset|anställ|ansæt|wanted|sought|"
        r"ønsk|\bhire|hiring|looking|sök|behöv|søg|ledig|need|én|\bone|styrk|utvid|behov|antal|\btal|number|hires|"
        r"posts|appoint|people|lead|leia|chef|person|stk|trengs|åpner|tjenst|begge|roles?\b|jobs?\b|vacancy|recruit|"
        r"rekr|lyser|utlys|fill|besett|besæt|fyll|\bny[ea]\b|plass|plats|plads|jobb|\brom\b|leter|letar|leder|\bser\b",
    ),
    (
        REMOTE,
        r"hjemme|heim|hemma|heime|hemma|hemarb|hemif|heiman|hybrid|home|remot|wfh|distan|\bevery\b|\bvarje\b|\bhver\b|"
        r"\bkvar\b|stedeværel|stadever|närvaro|stedb[au]|stadb[au]|\bjobben|somhelst|\bhelst\b|prosent|procent|percent|"
        r"%|fjern|flex|distri|anywhere|site|oppmøt|fremmøt|frammøt|fysisk|kontor|office|plats|stedl|physical|stasjon|"
        r"stede?t\b|stede\b|stades\b|staden\b|\bplass|\bmøter?\b|oppmøt|wherever|\bhvor\b|\bkvar\b|\bkor\b|\bvar\b|"
        r"\bder\b|dær\b|where|arbei|arbet|arbej|work|lokale|presen|sammen|saman|jobb|stadsu|stedsu|location|premises|"
        r"person\b|\blager|stua\b|stuen\b|sofa|kjøkken|kitchen|bord|køket|køk|ellers\b|elles\b|otherwise|annars|øvrig|"
        r"selv\b|sjølv|sjælv|choice|hus\b|huset\b|building|floor|\bhub\b|\bhq\b|\bses\b|samle|country|day|dag|\bjob\b|"
        r"\brole\b|hytt|difference|matter|underord|rolle|roll\b|same\b|samme\b|kvitt|lease|leiekontr|headq|rådgiv|"
        r"\bus\b|\bhos\b|"
        r"dagleg|daglig|senter|torg",
    ),
    (
        PAY,
        r"løn|lön|\bltr|betal[ea]r|mill|tusen|salar|\bpay|wage|compens|\bbase\b|remuner|\bote\b|gage|kron|\bkr\b|"
        r"\bkr\.|\bnok\b|\bsek\b|\bdkk\b|\beur\b|[€£$]|\d{3}|\d\s?k\b|annum|lønn|penge|betalt|tjen|sats",
    ),
    (YEARS, r"år|year|\byrs?\b|måned|månad|month|decade|decenn"),
    (
        LEADING,
        r"led|lead|\brun|\bran\b|helm|hired|recruit|rekr|\bown\b|egn[ae]|ansvar|drev|driv|styr|bygg|bygd|byggt|"
        r"built|vært|vore|varit|været|been|leid|leia|leie|leii|respons|hatt|haft|manag|superv|sjef|chef|direkt|head|"
        r"personal|arbetsled|ledar|leiar|lett|charge|direct|stått|stået|under|overs|coached|noe\b|noko\b|\bbas\b|"
        r"formann|førmann|coordin|koordin|samordn|ansatt\b|tilset|anställ|kjent\b|førsteg|fyrsteg|first-t",
    ),
    (
        SHIFT,
        r"turnus|skift|during|duty|heltid|fulltid|full-time|stilling|helg|vagt|kveld|kväll|natt|nat\b|vakt|jour|bereds|"
        r"call|rota|week|even|night|shift|lørdag|laurdag|søndag|lördag|söndag|satur|sunday|aften|døgn|dygn|utenfor|"
        r"utanfor|utanför|utenom|outside|out-of|unsocial|holiday|høytid|dag|jobb|arbei|arbet|\bwork|kontor|office|"
        r"hours|normal|samme|same|ordin|kjerne|monday|hverdag|arb.+tid|open|åpen|åpne|klo[ck]k|phone|telefon|opning|"
        r"åpning|öppe|åben|ope\b|\bkl\b|tid\b|tidene|\bnine|pager|formidd|førmidd|morning|morgen|morgon|tidlig|tidleg|"
        r"stand|rotat|\bmøte[r]?\b|\bmøder\b|\buke|\buge|\bveke|vecka",
    ),
    (PEOPLE, _NUMBER_WORDS),
    (
        PERSON,
        r"person|\bdu\b|\byou|leder|leiar|ledare|leader|kollega|manager|\bvere\b|\bdeg\b|someone|\ben\b|kandidat|"
        r"candidat|applicant|søker|søkjar|søkar|sökand|ansøg|vedkom|\brett[ea]\b|\bright\b|ideal|ideel|verds|värde|"
        r"værd|valu|priz|\bpris\b|vekt|vikt|vægt|uppskatt|apprec|\blik|matters|viktig|forlang|\bber\b|\bask\b|\bord\b|"
        r"word|adjektiv|stikkord|eigenskap|egenskap|kvalitet|qualit|trait|slik|sånn|\bdet\b|dette|that|these|sådan|"
        r"således|tell|\btel\b|gjelder|betyr|\bden\b|who\b|\bsom\b|\bder\b|\bwe\b|\blook",
    ),
    (
        CLOSING,
        r"frist|send|skick|skriv|write|submit|kontakt|annons|lukk|steng|utlys|meld|beskjed|hear|høre|høyre|innen|"
        r"innan|inden|listing|advert|\bad\b|vacanc|posting|stilling|\bby\b|later|deadline|clos|søk|søg|sök|appl|ansök|"
        r"ansøg|\bcv\b|siste|sista|senast|senest|strek|"
        r"until|\bstop|\bdeg\b|\bdig\b|portal|skjema|\bform\b|late\b|\bsent\b|seint|kjørt|kørt|\bline\b",
    ),
    (
        SCHOOL,
        r"vitnem|papir|formell|utdann|uddann|udlær|utlær|utbild|educat|degree|grad|krav|exam|diplom|fagbrev|fagprøv|"
        r"svenneb|bachelor|master",
    ),
    (
        RUNNING,
        r"snar|asap|soon|rask|hurtig|omgå|straks|fort|løb|løp|roll|ongo|etter|contin|efter|until|når|kvart|hvert|"
        r"\bcome\b|\bonce\b|\bclose|\bsteng|\blukk|annons|besatt|besett|filled|funn|found|hittat|utlys|komm?er|kjem|"
        r"kommit|"
        r"fyl[lt]|fill|finn|find|sign|sagt\b|said|accept|tack|takk|\bfått|\bgot|\bhas\b|rette?\b|hitta|meld|besat|"
        r"tillsa|fund|apply|\bland|reach|roll|touch|\barriv|søk|hør|tikk|dagen",
    ),
    (
        SERVICE,
        r"kunde|kund[a-z]|kontakt|contact|callc|call-|\bcall|customer|support|service|innbygg|først|publikum|client|"
        r"consumer|guest|passenger|member|borger|medborgar|sentralbord|svar|pasient|patient|medlem|gjest|gæst|passa|"
        r"reise|resen|student|elev|leser|lesar|læsar|abonnent|beboer|leie|leige|hyres|lejer|public|publ|forbruk|"
        r"konsument|bilist|giver|spiller|booking|bokning|reserv|bestilling|bestæll|time|telefon|player|merchant|"
        r"resident|citizen|rider|driver|travel|host|seller|buyer|subscr|reader|donor|tenant|policy|cardh|househ|"
        r"parent|shopper|bebuar|hyresgæst|\bfans?\b|visitor|borrow|ticket|help|assist|phone|enquir|felanm|vejvis",
    ),
    (
        STAFF,
        r"team|avdel|afdel|grupp|enhet|eining|seksjon|stab|underordn|personal|manage|hire|hiring|report|leder|leiar|"
        r"rekrut|medarb|budget|ledar|chef|ansett|tilsett|anställ|employ|rekry|recruit|bemann|konsult|oppdrag|staffing|"
        r"vacanc|leier|innlei|utlei|kandidat|konsulentu|vikar|ansvar|responsib|people|deres|deira|deras|their|lønnss|"
        r"sjef|direkt|director|head|supervisor|\blede|\bleda|\bleie|\bleia|\blead|\brun|styr|samle|samla|\btar\b|"
        r"overta|\btake|look|driv|bygger|boss|overord|arbeidsgj|arbeidsgiv|løn|lön|\bpay|salar|ferie|semest|leave|"
        r"fravær|fråvær|frånvar|absence|apprais|one-to|performance|samtal|tilset|ansæt|oppsig|dismiss|hand om|spids|"
        r"spiss|spets|charge|superv|rapport|refer|svar|answer|under|\byour\b|\bditt?\b|\bdin\b|\bdi\b|review|appoint|"
        r"manag|resultatans",
    ),
    (
        DENIAL,
        r"\b(?:ikke|ikkje|inte|ingen|none|uten|utan|uden|no|not|without|intet|inget|nobody|nobody's|one's|ingens|alone|"
        r"alene|aleine|åleine|ensam|hverken|verken|aldri|hiring|pay|staff|sits?|lies|rests?|stays?|handled|slipper|"
        r"slepp|slipp)\b|personal|lederansvar|leiaransvar|ledaransvar|individual|contributor|ligg",
    ),
    (
        INTERNAL,
        r"intern|\beigne\b|\begne\b|\begna\b|\bown\b|utanfr|utenfr|utifr|udefr|outside|ekstern|extern|brukar|bruker|"
        r"users|anställda|ansatte|tilsette|medarb|servicedesk|desk|koll?eg|colleag|konsern|employee|pasient|använd|"
        r"staff|\bhr\b|hr-|løn|payroll|personals|reiser|reser|rejsea|service|spørsmål|frågor|"
        r"quest|spørgs|publikum|utanfor|utenfor|henvend|førespurn|leder|leiar|manager|chef|ledar",
    ),
    (
        SALES,
        r"selg|salg|sales|sälj|utgå|outbound|provisjon|telemark|møteb|kaldring|cold|innkom|tele|conversion|closing|"
        r"utlån|omsetningsa|agents|verv|värv|\bring|\bcalls?\b|recruit|rekr|staffing|bemann|fill|\bwin|candid|kandid|"
        r"utlei|hyra\b|uthyr|nøkkel|nøgle|key|account|kundeport|portf|portef|forhandl|mers|merf|"
        r"rammea|nyckel|quarter|renew|kontrakt|stork|upsell",
    ),
    (WORKSHOP, r"verkst|mekanik|værkst|workshop|tekniker|technic|rørlegg|bilforh|montør|teknisk"),
    (
        STORE,
        r"butik|kass|store|vare|kjøpes|shop|trening|gruppet|instruk|pt-|gym|fitness|kafe|restaur|kjøkk|køkk|bordb|"
        r"servit|server|bell|concierge|front|housek|room|lobby|resepsj|recept|hotel|kiosk|oppgjer|medlemskap|utleier|"
        r"bilpark|kinosal|gulv|portør|porter|transport|renh|reinh|rengø|lokalv|clean|vaktm|caretak|kantine|canteen|"
        r"post|mail|vask|laundry|bygn|facil|lock",
    ),
    (
        CUSTOMERS,
        r"telefon|chat|e-?mail|phone|kund|henvend|förfråg|kundes|innbygg|forbruk|privatk|førespur|travel|ticket|"
        r"skrank|klag|complain|medborgar|borger|invån|publ|pasient|patient|pårør|anhør|medlem|member|gjest|gæst|guest|"
        r"passa|reise|resa|rejs|resen|rider|bilist|abonn|subscr|leser|lesar|læs|reader|seer|lytter|forsikr|førsækr|"
        r"policy|cardh|skadel|leiet|leige|hyres|lejer|tenant|resident|bebo|bebu|boende|student|stud|elev|foreld|"
        r"føræld|parent|bruker|brukar|brug|anvænd|user|konsum|consum|shopper|househ|husst|hush|spill|player|giver|"
        r"donor|pension|pensj|låntak|borrow|merchant|seller|buyer|skattyt|taxpay|besøk|visitor|eier|owner|call|folk|"
        r"citizen|driver|claimant|post|mail|mejl|sms|whatsapp|medier|luk[ae]|counter|samtal|opkald|ring|skriv|write|"
        r"writing|anrop|hør|kommer|bestill|reach|kontakt|melding|message|spør|frågor|customer|support|service|servis|"
        r"contact|sentral|førstel|help|assist|line\b|enquir|inquir|timeb|felanm|vejvis|operat|veiled|vejled|vægled|"
        r"rettlei|advis|consult|handl|saksb|sagsb|sakshand|medarb|koll?eg|rådg|konsul|sekret|resepsj|assist|booking|"
        r"bokn|reserv|bestill|bestæll|svar|host|fans?\b|customers|\bdu\b|\byou\b|answer|reply|registrer|enter|process|"
        r"besvar|point|orders|svara|agents|staff|people|vi\b|avdel|team|other|andre|else|andet|replies|pick|touch|turn|"
        r"vende?r|vænder|ærend|spørsmål|hit\b",
    ),
)
_GATES = tuple((bit, signed(pattern)) for bit, pattern in _PATTERNS)


@lru_cache(maxsize=1_000)
def mask_of(signs: int) -> int:
    """The gates that a word with these signs opens."""
    mask = 0
    for bit, pattern in _GATES:
        if pattern.may_match(signs):
            mask |= bit
    return mask

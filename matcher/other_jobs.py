"""Words that make an ad another job than the occupation, wherever its title may lead.

Colleagues are served instead of customers; those who are led sell, mend, teach or nurse; the place is a shop floor or a
lobby; the job is staffing, accounts or a project; the duties are an agent's own.
"""

from matcher.fields.common import NUMBER
from matcher.folding import compiled

_COLLEAGUES = (
    r"(?:ansatte|tilsette|anställda|employees|staff|medarbei\w+|medarbejdere|medarbetare|kolleg\w+|colleagues)"
)
_EMPLOYEES = r"(?:(?:våre|våra|vores|our|egne|own|deres|deira|their) )?(?:ansatte|tilsette|anställda|employees|staff)"
"""No *kolleger*: the lead of a line helps those, too."""
_HELPS = (
    r"(?:svar\w*|hjelp\w*|hjälp\w*|hjælp\w*|betjen\w*|support\w*|servicer\w*|bistå\w*|assist\w*|serves?|støtte[rt]?|"
    r"stötta\w*|help\w*|service (?:til|to|till|for)|spørsmål frå|spørsmål fra|questions from|frågor från|"
    r"henvendelser fra)"
)
_NOT_HAVING = r"(?:(?!\b(?:med|with|of|på|har|has|have|består|som|who)\b)[^.;]){0,50}"
INTERNAL = compiled(
    rf"\b(?:internal users|interne brukere|interne brukarar|brukarane våre er kollegaer|interne kunder|"
    rf"\d[\d .\xa0]{{0,8}} {_COLLEAGUES} (?:treng|trenger|behöver|need|needs|må ha)|\w*kund(?:ar|er) har (?:vi|me) "
    rf"(?:ikke|ikkje|inte)|(?:til )?for (?:våre|dei|de|our|våra|vores) (?:eigne|egne|own|egna) (?:folk|people|staff|"
    rf"{_COLLEAGUES})|(?:kunder|kundar|kunderna|customers|folk|people) (?:utanfrå|utenfra|utifrån|udefra|from outside) "
    rf"(?:har|møter|ser|we) (?:vi|me|du|do|have) (?:ikke|ikkje|inte|not)|internal customers|internal it|våre egne "
    rf"ansatte|brukere er kolleg\w+|users are (?:our )?(?:colleagues|employees)|it-brukere internt|intern it|internal "
    rf"helpdesk|interna användare|interne brugere|ikkje pasientar eller publikum|konsernets ansatte|medarbetare inom "
    rf"koncernen|(?:servicedesk\w*|service desk)[^.;]{{0,50}}(?:tilsette|ansatte|medarbejdere|employees|anställda|"
    rf"colleagues))\b|\b{_HELPS}\b{_NOT_HAVING}\b(?:\d[\d .\xa0]{{2,8}}|egne|own|the group's|\w+ens|\w+ets) (?:\w+ "
    rf")?{_COLLEAGUES}\b|\b{_HELPS}\b{_NOT_HAVING}\b(?:ansatte|tilsette|anställda|employees|medarbejdere|"
    rf"medarbetare)\s(?:i|ved|på|in|at|across|inom|offshore|hos)\s|\b{_HELPS}\b{_NOT_HAVING}\b(?:ledere|leiarar|"
    rf"managers|chefer|ledarar)\s(?:og|och|and)\s{_COLLEAGUES}\b|\bservice (?:til|to|till) (?:de|dei|våre|the|our) "
    rf"{_COLLEAGUES}\b|\bhr-(?:og|service|tjenest|konsulent|system|spørsmål|henvend|gruppe|senter|afdel|team)\w*|\bhr "
    rf"(?:service|queries|questions|advisers|advisors|shared|helpdesk|support)\b|\blønn?s?(?:kjøring|køyring|"
    rf"medarbeider|konsulent|spørsmål|senter|gruppe)\w*|\b(?:spørsmål|frågor|questions|spørgsmål) (?:om|about) "
    rf"(?:[\w-]+,? ){{0,2}}(?:lønn|løn|lön|pay|permisjon|sykefravær|sjukfrånvaro|payslips)\b|\bpayroll (?:questions|"
    rf"team|queries|and|specialists)\b|(?<!, )(?<!\bog )(?<!\band )(?<!\boch )\b{_EMPLOYEES} (?:[\w-]+ "
    rf"){{0,4}}?(?:trenger|treng|behöver|need|needs|får|get) (?:\w+ )?(?:hjelp|hjälp|hjælp|help|support)\b|"
    rf"\b(?:faults?|requests?|questions?|tickets?|enquiries|saker|sager|feil|spørsmål|spørgsmål|frågor|henvendelser|"
    rf"førespurnader|ärenden) (?:from|fra|frå|från) {_EMPLOYEES}\b|\b(?:svarer|svarar|besvarer|answers?) "
    rf"{_EMPLOYEES}\b|\bpersonalspørsmål|\b(?:lønn?|løn|lön|personal\w*|permisjon\w*|"
    rf"ferie)\b[^.;]{{0,40}}\b(?:reiserekning|reiseregning|reseräkning|rejseafregning)\w*|\b(?:reiserekning|"
    rf"reiseregning|reseräkning|rejseafregning)\w*[^.;]{{0,40}}\b(?:lønn?|løn|lön|personal\w*|permisjon\w*|ansatte|"
    rf"tilsette)\b"
)
SALES = compiled(
    r"\b(?:nøkkelkund\w*|nøglekunder|key accounts?|enterprise accounts|kundeportefølje|portefølje[nr]? (?:på|med|av|"
    r"af) (?:\w+ )?\w+ \w*kund\w*|(?:gen|re)forhandl\w* \w*a[vf]taler?|mersal?g|merförsäljning|portfolio of|"
    r"account plans?|rammeaft?v?taler|nyckelkunder|quarterly business reviews|renewals?|kontraktsforhandl\w*|"
    r"storkunder|upsell|telefonselg\w*|verver\w*|verving\w*|värv\w*|ring(?:er|e) ut|ringjer? ut|ringer upp|calls? out|"
    r"utgående salg|outbound sales|outbound|telesalg\w*|salgsmål\w*|provisjonsmodell|telemarketing|møtebooking|dørsalg|"
    r"selgere|salgsteam\w*|sales targets?|sales team|utgående|kaldring\w*|utlånsvekst|selger (?:forsikring|lån|"
    r"abonnement)\w*|nysalg|innsalg|omsetningsansvar|conversion rate|closing (?:techniques|deals|rate)|sales agents|"
    r"cold calls?|ikke innkommende|säljare|säljteam)\b"
)
WORKSHOP = compiled(
    r"\b(?:verksted\w*|verkstad\w*|mekaniker\w*|bilmekaniker|værksted\w*|workshop technicians|workshop floor|"
    r"merkeverksted\w*|servicetekniker\w*|rørlegger\w*|skadeverksted|bilforhandler|teknisk leder|servicemontør\w*|"
    r"montører|field technicians|serviceteknikere)\b"
)
_FIELD = (
    r"(?:arkiv|regnskaps|økonomi|ekonomi|lønns|lön|bygg|drifts|lager|produksjons|innkjøps|inköps|markeds|marketing|"
    r"kommunikasjons|kommunikations|prosjekt|projekt|data|analyse|montasje|anleggs|nett|system|it|hr|marked|vaske|"
    r"frakt|transport|logistikk|skole|barnehage|hage)-?"
)
_ITS_PEOPLE = (
    r"(?:konsulent|medarbei|medarbe|rådgiv|rådgjev|arbeider|arbeidar|arbetare|assistent|ingeniør|leder|leiar|ansvarlig|"
    r"planlegg|pedagog|førar|fører)"
)
_OTHERS = (
    rf"(?:{_FIELD}{_ITS_PEOPLE}\w*|"
    r"\w*montør\w*|\w*(?<!apotek)tekniker\w*|technicians|engineers|mekanikere?|mekanikar\w*|mechanics|elektriker\w*|"
    r"electricians|r(?:ør|øyr)legg\w*|vaktmester\w*|vaktmeister\w*|vektere|caretakers|cleaners|renholder\w*|"
    r"reinhaldar\w*|"
    r"ingeniør\w*|ingenjör\w*|\w*utvikler(?:e|ne)|utvecklare|developers|selgere|selger(?:e|ne)|seljar\w*|säljare|"
    r"sælgere|lærere|teachers|sykepleier\w*|sjukepleiar\w*|sjuksköterskor|nurses|undersköterskor|vårdbiträden|"
    r"fysioterapeut\w*|legesekretær|kokker|cooks|servitør\w*|waiters|baristas?|bartender\w*|warehouse|drivers|"
    r"designer(?:e|ne|s)|helsefagarb\w*|bankrådgiv\w*|sjåfør\w*|chaufför\w*|chauffør\w*|butikkmed\w*|lagermed\w*|"
    r"lagerarb\w*|instruktør\w*|instructors|personlige trenere|rekrutterer(?:e|ne)|rekrutteringsråd\w*|"
    r"rekrutteringskon\w*|recruiters|hr-konsulent\w*|it-konsulent\w*|customer success managers|csms|key account \w+|"
    r"account managers|nøkkelkundeansv\w*|prosjektleder\w*|prosjektleiar\w*|project managers|regnskapsfører\w*|"
    r"revisorer|kursholder\w*|planlegger(?:e|ne)|planners|bell staff|concierge|front desk|housekeep\w*|kelner\w*|"
    r"analyst(?:er|ene|s)|bedriftsrådgiv\w*|eiendomsmegler\w*)"
)
LEADS_OTHERS = compiled(
    rf"\b(?:lede[rt]?|leie[r]?|leia[r]?|leda|leads?|leading|manage|managing|personal\w*ansvar (?:for|för)|sjef for|"
    rf"chef för|leder for|responsible for|ansvar for)\b(?:(?!\b(?:samarb|sammen|saman|tillsam|tett|tæt|with|"
    rf"together|rapport|report|refer|"
    rf"kunde|kund|support|customer|agents|operatør|advis|"
    rf"sentral))[^.;!?]){{0,45}}?\b{_OTHERS}\b(?![^.;!?]{{0,25}}\b(?:som|who|der)\s(?:svar|answer|tar imot|tek imot|"
    rf"besvar|hjelper|tar telefon))|"
    rf"\b\w*(?:avdeling|avdelning|afdeling|team|grupp|enhet|eining|seksjon|stab)\w* (?:har|består av|består af|teller|"
    rf"tel|"
    rf"på|med) {NUMBER} (?:[\w-]+ )?{_OTHERS}\b"
)
FLOOR = compiled(
    r"\b(?:i butikken|butikken|butikksjef\w*|butikkmed\w*|kassa|in store|store manager|butikken vår|varebestilling|"
    r"kjøpesenter|kassan|store team|shop floor|butiken|"
    r"treningsgulv\w*|treningssenter|treningssent\w*|gruppetimer|instruktør\w*|pt-timer|gym floor|fitness\w*|"
    r"kafeen|kafé\w*|kaféen|restaurant\w*|kjøkken\w*|servitør\w*|servering(?:en)?|køkken\w*|bordbestill\w*|bell staff|"
    r"concierge|front desk|housekeeping|room allocation|lobby\w*|lockers|shopping cent\w+|information desk|"
    r"cleaning rota|kjøpesenter\w*|resepsjon\w*|reception\w*|hotell\w*|hotels?|kiosk\w*|"
    r"varebestilling|oppgjer|selger? medlemskap|utleiere|bilpark\w*|kinosal\w*|gulvet)\b"
)
FACILITIES = compiled(
    r"\b(?:portør\w*|sengetransport\w*|renhold\w*|reinhald\w*|rengøring\w*|lokalvård\w*|cleaning|cleaners|porters?|"
    r"portering|vaktmest\w*|vaktmeist\w*|caretakers?|kantine\w*|canteens?|postrom\w*|mail ?room|varemottak\w*|"
    r"vaskeri\w*|laundry|bygningsdrift\w*|facility management|lockers)\b"
)
RECRUITING = compiled(
    r"\b(?:recruitment (?:business|agency|consultan\w+|desk)|staffing (?:business|agency)|fill(?:ing)? (?:\w+ )?"
    r"(?:vacancies|roles|positions)|win(?:ning)? (?:new )?clients|candidates? (?:pool|pipeline|database)|"
    r"utleie av (?:\w+ )?(?:personell|vikarer)|kandidat(?:base|pool|portefølje)\w*|hyra ut|uthyrning av personal)\b"
)
OWN_DUTIES = compiled(
    r"\b(?:du|you|den som|the one who)\s(?:(?!kan\b|can\b|har\b|have\b)\w+\s){0,2}?(?:svarer|svarar|besvarer|besvarar|"
    r"answer|reply|hjelper kund\w*|look after|tar telefonen|tek telefonen|tar imot bestilling\w*|legger inn|legg inn|"
    r"pakker|pack|registrerer|registrer|prepare quotations|process orders|enter orders|følger opp ordre\w*)\b|"
    r"\bsingle point of contact\b|\bfollow orders\b|^\W*(?:å |to )?(?:svare(?! for)|svara(?! för)|besvare|besvara|"
    r"answer|reply to|"
    r"registrere|enter|process)\s"
)

"""Words that make an ad another job than the occupation, wherever its title may lead.

Colleagues are served instead of customers; those who are led sell, mend, teach or nurse; the place is a shop floor or a
lobby; the job is staffing, accounts or a project; the duties are an agent's own.
"""

from matcher.folding import compiled

_COLLEAGUES = (
    r"(?:ansatte|tilsette|anställda|employees|staff|medarbei\w+|medarbejdere|medarbetare|kolleg\w+|"
    r"colleagues)"
)
_HELPS = (
    r"(?:svar\w*|hjelp\w*|hjälp\w*|hjælp\w*|betjen\w*|support\w*|servicer\w*|bistå\w*|assist\w*|serves?|støtte[rt]?|"
    r"stötta\w*|help\w*|service (?:til|to|till|for)|spørsmål frå|spørsmål fra|questions from|frågor från|"
    r"henvendelser fra)"
)
_NOT_HAVING = r"(?:(?!\b(?:med|with|of|på|har|has|have|består|som|who)\b)[^.;]){0,50}"
INTERNAL = compiled(
    rf"\b(?:internal users|interne brukere|interne brukarar|brukarane våre er kollegaer|interne kunder|"
    rf"internal customers|internal it|våre egne ansatte|brukere er kolleg\w+|users are (?:our )?(?:colleagues|"
    rf"employees)|it-brukere internt|intern it|internal helpdesk|interna användare|interne brugere|"
    rf"ikkje pasientar eller publikum|konsernets ansatte|medarbetare inom koncernen|(?:servicedesk\w*|"
    rf"service desk)[^.;]{{0,50}}(?:tilsette|ansatte|medarbejdere|employees|anställda|colleagues))\b|"
    rf"\b{_HELPS}\b{_NOT_HAVING}\b(?:\d[\d .\xa0]{{2,8}}|egne|own|the group's|\w+ens|"
    rf"\w+ets) (?:\w+ )?{_COLLEAGUES}\b|\b{_HELPS}\b{_NOT_HAVING}\b(?:ansatte|tilsette|anställda|employees|"
    rf"medarbejdere|medarbetare)\s(?:i|ved|på|in|at|across|inom|offshore|hos)\s|"
    rf"\b{_HELPS}\b{_NOT_HAVING}\b(?:ledere|leiarar|managers|chefer|ledarar)\s(?:og|och|and)\s{_COLLEAGUES}\b|"
    rf"\bservice (?:til|to|till) (?:de|dei|våre|the|our) {_COLLEAGUES}\b|\bhr-(?:og|service|tjenest|konsulent|"
    rf"system|spørsmål|henvend|gruppe|senter|afdel|team)\w*|\bhr (?:service|queries|questions|advisers|advisors|"
    rf"shared|helpdesk|support)\b|\blønn?s?(?:kjøring|køyring|medarbeider|konsulent|spørsmål|senter|gruppe)\w*|"
    rf"\b(?:spørsmål|frågor|questions|spørgsmål) (?:om|about) (?:[\w-]+,? ){{0,2}}(?:lønn|løn|lön|pay|permisjon|"
    rf"sykefravær|sjukfrånvaro|payslips)\b|\bpayroll (?:questions|team|queries|and|advis\w+|specialists)\b|"
    rf"\bpersonalspørsmål|\breiserekning\w*|\breiseregning\w*|\breseräkning\w*|\brejseafregning\w*"
)
SALES = compiled(
    r"\b(?:telefonselg\w*|utgående salg|outbound sales|outbound|telesalg\w*|salgsmål\w*|provisjonsmodell|"
    r"telemarketing|møtebooking|dørsalg|selgere|salgsteam\w*|sales targets?|sales team|utgående|kaldring\w*|"
    r"utlånsvekst|selger (?:forsikring|lån|abonnement)\w*|nysalg|innsalg|omsetningsansvar|conversion rate|"
    r"closing (?:techniques|deals|rate)|"
    r"sales agents|cold calls?|ikke innkommende|säljare|säljteam)\b"
)
WORKSHOP = compiled(
    r"\b(?:verksted\w*|verkstad\w*|mekaniker\w*|bilmekaniker|værksted\w*|workshop technicians|"
    r"workshop floor|merkeverksted\w*|servicetekniker\w*|rørlegger\w*|skadeverksted|bilforhandler|"
    r"teknisk leder|servicemontør\w*|montører|field technicians|serviceteknikere)\b"
)
STORE = compiled(
    r"\b(?:i butikken|butikken|butikksjef\w*|butikkmed\w*|kassa|in store|store manager|butikken vår|"
    r"varebestilling|kjøpesenter|kassan|store team|shop floor|butiken)\b"
)
ACCOUNTS = compiled(
    r"\b(?:nøkkelkund\w*|nøglekunder|key accounts?|enterprise accounts|kundeportefølje|portfolio of|"
    r"account plans?|rammeaft?v?taler|nyckelkunder|quarterly business reviews|renewals?|"
    r"kontraktsforhandl\w*|storkunder|upsell)\b"
)
PROJECT = compiled(
    r"\b(?:planlegge og lede prosjektet|styringsgruppen|prosjektet har|project plan|lead the project|"
    r"prosjektleder\w*|projektledare|projektleder)\b"
)
STAFFING = compiled(
    r"\b(?:rekrutterer(?:e|ne)|rekrutteringsrådgiv\w*|rekrutteringskonsulent\w*|rekrytera(?:re|rna)|"
    r"rekryteringskonsult\w*|bemanningsrådgiv\w*|bemanningskonsulent\w*|konsultchef\w*|recruit(?:ment|"
    r"ing) (?:business|consultants|team|agency|desk)|recruiters|staffing (?:business|consultants|agency)|"
    r"fill vacancies|leier ut (?:mennesker|folk|kundebehandlere|personell|vikarer)|innleiereglene|utleid|"
    r"kandidatbase\w*|konsulentutleie|vikarene|vikarer til|rekrutteringssystem|bemanner kontaktsent\w*)\b"
)
_OTHERS = (
    r"(?:\w*montør\w*|\w*(?<!apotek)tekniker\w*|technicians|engineers|mekanikere?|mekanikar\w*|mechanics|"
    r"elektriker\w*|electricians|rørlegg\w*|vaktmester\w*|vaktmeister\w*|vektere|caretakers|cleaners|renholder\w*|"
    r"reinhaldar\w*|ingeniør\w*|ingenjör\w*|\w*utvikler(?:e|ne)|utvecklare|developers|selgere|selger(?:e|ne)|"
    r"seljar\w*|säljare|sælgere|lærere|teachers|sykepleier\w*|sjukepleiar\w*|sjuksköterskor|nurses|undersköterskor|"
    r"vårdbiträden|fysioterapeut\w*|legesekretær|kokker|cooks|servitør\w*|waiters|baristas?|bartender\w*|warehouse|"
    r"drivers|designer(?:e|ne|s)|helsefagarb\w*|bankrådgiv\w*|sjåfør\w*|chaufför\w*|chauffør\w*|butikkmed\w*|"
    r"lagermed\w*|lagerarb\w*|instruktør\w*|instructors|personlige trenere|rekrutterer(?:e|ne)|rekrutteringsråd\w*|"
    r"rekrutteringskon\w*|recruiters|hr-konsulent\w*|it-konsulent\w*|customer success managers|csms|key account \w+|"
    r"account managers|nøkkelkundeansv\w*|prosjektleder\w*|prosjektleiar\w*|project managers|regnskapsfører\w*|"
    r"revisorer|kursholder\w*|planlegger(?:e|ne)|planners|bell staff|concierge|front desk|housekeep\w*|kelner\w*|"
    r"analyst(?:er|ene|s)|bedriftsrådgiv\w*|eiendomsmegler\w*)"
)
LEADS_OTHERS = compiled(
    rf"\b(?:lede[rt]?|leie[r]?|leia[r]?|leda|leads?|leading|manage|managing|personal\w*ansvar (?:for|för)|sjef for|"
    rf"chef för|leder for|responsible for|ansvar for)\b(?:(?!\b(?:samarb|sammen|saman|tillsam|tett|tæt|with|"
    rf"together|kunde|kund|support|customer|agents|operatør|advis|"
    rf"sentral))[^.;!?]){{0,45}}?\b{_OTHERS}\b(?![^.;!?]{{0,25}}\b(?:som|who|der)\s(?:svar|answer|tar imot|tek imot|"
    rf"besvar|hjelper|tar telefon))"
)
FLOOR = compiled(
    r"\b(?:treningsgulv\w*|treningssenter|treningssent\w*|gruppetimer|instruktør\w*|pt-timer|gym floor|fitness\w*|"
    r"kafeen|kafé\w*|kaféen|restaurant\w*|kjøkken\w*|servitør\w*|servering(?:en)?|køkken\w*|bordbestill\w*|"
    r"bell staff|concierge|front desk|"
    r"housekeeping|room allocation|lobby\w*|lockers|shopping cent\w+|information desk|cleaning rota|kjøpesenter\w*|"
    r"resepsjonen|resepsjonist\w*|receptionen|receptionist\w*|hotellets|kiosk\w*|varebestilling|oppgjer|"
    r"selger? medlemskap|utleiere|bilpark\w*|kinosal\w*|gulvet)\b"
)
OWN_DUTIES = compiled(
    r"\b(?:du|you|den som|the one who)\s(?:(?!kan\b|can\b|har\b|have\b)\w+\s){0,2}?(?:svarer|svarar|besvarer|"
    r"besvarar|answer|reply|hjelper kund\w*|look after|tar telefonen|tek telefonen|tar imot bestilling\w*|"
    r"legger inn|legg inn|pakker|pack|registrerer|registrer|prepare quotations|process orders|enter orders|"
    r"følger opp ordre\w*)\b|\bsingle point of contact\b|\bfollow orders\b|^\W*(?:å |to )?(?:svare|svara|besvare|"
    r"besvara|answer|reply to|registrere|enter|process)\s"
)
END_CUSTOMERS = compiled(
    r"\b(?:på telefon|telefon, chat|chat og e-post|telefon og chat|phone, chat|chat, e-?mail|"
    r"chat and e-?mail|kundehenvendelser|henvendelser|förfrågningar|kundesamtal\w*|innbyggjar\w*|"
    r"innbygger\w*|forbruker\w*|privatkund\w*|førespurnad\w*|travellers|telefon|tickets|chat|skranke|"
    r"klager|complaints|klagomål)\b"
)

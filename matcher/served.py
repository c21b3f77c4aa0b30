"""Words for those whom a customer service serves, for how they reach it, for its unit and for those who answer.

Pieces of patterns in five languages, for titles and texts alike.
"""

PEOPLE = (
    r"(?:(?!nøkkel|nøgle|nyckel|bedrifts|stor|intern|firma)[a-zæøå]{0,18}kund(?:e|er|en|ene|ane|erna|erne|arna)s?|"
    r"innbygg(?:er|ar|jar)\w*|medborgar\w*|borger(?:e|ne|nes)?|invånar\w*|publikum|pasient\w*|patient\w*|pårørande|"
    r"pårørende|anhøriga?|\w{0,12}medlem(?:mer|mene|mar|mane|marna|merne|mers)?|members?|gjest(?:er|ene|ar|ane)?|"
    r"gäst(?:er|erna)?|gæster(?:ne)?|guests?|passasjer\w*|passager\w*|passenger\w*|reisende|resande|resenär\w*|"
    r"rejsende|travell?ers?|riders?|bilister|bilistar|abonnent\w*|subscribers?|leser(?:e|ne)|lesar(?:ar|ane)|läsar(?:e|"
    r"na)|læser(?:e|ne)|readers?|seere|seerne|lyttere|forsikringstak\w*|försäkringstag\w*|policy ?holders?|"
    r"cardholders?|forsikrede|försäkrade|skadelidte|leietak\w*|leigetak\w*|hyresgäst\w*|lejer(?:e|ne)|tenants?|"
    r"residents?|beboer\w*|bebuar\w*|boende|student(?:er|ene|ar|ane|erna|erne|s)?|studerende|elever|elevar|foreldre|"
    r"föräldrar|forældre|parents|brukere|brukerne|brukarar|brukarane|brugere|brugerne|användare|användarna|users|"
    r"forbruker(?:e|ne)|forbrukar\w*|konsument\w*|consumers?|shoppers?|households?|husstander|hushåll|spillere|players|"
    r"givere|giverne|donors?|pensjonister|pensionärer|pensioners|låntak\w*|borrowers|merchants?|sellers|buyers|"
    r"skattyt\w*|taxpayers|besøkende|visitors|huseiere|boligeiere|homeowners?|owners?|callers|folk|citizens?|"
    r"the public|customers?|householders?|privatpersoner|privatpersonar|næringsdrivende|drivers|claimants|audience|"
    r"(?:alle|dem|dei|de|den|any ?one|every ?one|those) (?:som|der|who))"
)
MEANS = (
    r"(?:(?:på|i|per|pr\.?|via|over|by|on the|on) (?:telefon\w*|phone)|telefonen|telefonar|telefoner|telefonsamtal\w*|"
    r"\btelefon|\w*chat(?:t|ten|ter)?|e-?post\w*|e-?mails?|mejl\w*|mail(?:s|en)?|sms|whatsapp|sosiale medier|"
    r"social media|sociala medier|skrank\w*|luk[ae]n?|counter|samtal(?:er|ar|ene|ane|en)?|opkald\w*|calls?|phones?|"
    r"ring(?:er|jer|e|ja|s|t)|ringer inn|henvendels\w*|hendvend\w*|henvende[rt]? seg|henvender sig|førespurnad\w*|"
    r"førespurnader|förfrågning\w*|kundärenden|enquir\w*|inquir\w*|tickets?|hør av seg|hører fra seg|hør av sig|"
    r"hör av sig|(?:ring|call|write|e-?mail|message|speak|talk|chat)s? (?:to |with )?(?:us|in)|reach us|reach our|"
    r"kontakter oss|kontaktar oss|tar kontakt|tek kontakt|tar telefonen|meldinger|meldingar|messages|spør oss|spør om|"
    r"spørsmål fra|spørsmål frå|frågor från|spørgsmål fra|questions from)"
)
_WHO = (
    r"(?:kunde|kund|innbygger|innbyggjar|pasient|patient|medlems?|gjeste|gæste|gäst|passasjer|passagerar|passager|"
    r"reise|resenärs?|student|elev|leser|lesar|läsar|abonnent|abonnements?|beboer|leietaker|leigetakar|hyresgäst|lejer|"
    r"borger|medborgar|publikums?|forbruker|konsument|bilist|giver|spiller|booking|boknings?|reservasjons?|"
    r"bestillings?|beställnings?|time|svar|telefon|billett|biljett|billet|bagasje)"
)
ASKING = rf"(?:{_WHO}(?:henvendels|hendvend|spørsmål|førespurn|ärend|klage)\w*)"
"""*Abonnenthenvendelser*: who and how in one word."""
_HEAD = (
    r"(?:servic|servis|sent(?:er|eret|ret|ral|re)|central|center|centre|centrum|dialog|kontakt|torg|mottak|mottag|"
    r"hjelp|hjälp|hjælp|støtte|stöd|team|linj|tjänst|tjenest|tenest|veiledning|vägledning|vejledning|rettleiing|"
    r"support|betjening|relasjon|telefon)"
)
_SERVED_BY = (
    r"(?:customers?|consumer|client|passenger|member|patient|guest|player|merchant|resident|citizen|rider|driver|"
    r"travell?er|host|seller|buyer|subscriber|reader|donor|student|tenant|policy ?holder|cardholder|household|parent|"
    r"shopper|fan|visitor|borrower|reservations?|bookings?|ticket)"
)
UNIT = (
    rf"(?:{_WHO}{_HEAD}\w*|(?:medlems|kunde|kund|abonnements|leser|giver|publikums|bruker)(?:avdeling|avdelning|"
    rf"afdeling|"
    rf"kontor)\w*|sentralbord\w*|førstelinj\w*|vejvisning|{_SERVED_BY}[' ]?s? (?:and \w+ |\w+ )?(?:service|"
    r"services|care|support|operations|contact|happiness|assistance|helpdesk|enquir\w+|inquir\w+|relations|centre|"
    r"center|line|desk|office|hub|helpline|queries)\b|(?:live )?chat support|contact (?:centre|center|hub)s?|"
    r"call (?:centre|center)s?|help ?lines?|support (?:centre|center|team|desk)|assistance desk|phone line|enquir(?:y|"
    r"ies) (?:line|desk|office|centre|manager)|kontaktsent\w*|kontaktcent\w*|contactcent\w*|callcent\w*|callsent\w*|"
    r"kundetorg\w*|servicetorg\w*|kundesent\w*|timebestilling\w*|tenestetorg\w*|tjenestetorg\w*|felanmäl\w*)"
)
AGENTS = (
    r"(?:kunde(?:behandl|konsulent|rådgiv|rådgjev|veiled|rettlei|handsam|vert|medarbei)\w*|kundservicemed\w*|"
    r"kundtjänstmed\w*|kundeservicemed\w*|kommunvägled\w*|(?:medlems|pasient|student|pensjons|innbygger|borger|telefon|"
    r"service|support)(?:rådgiv|veiled|koordinat|vejled|konsulent|medarb)\w*|telefonist\w*|sentralbordoperatør\w*|"
    r"(?:support|reservations?|booking|call|customer|care|service|contact|chat|phone|contact[- ]centre|"
    r"call[- ]centre)[ -](?:\w+ )?(?:agents|advis[eo]rs|consultants|representatives|specialists|handlers|clerks|"
    r"operators|associates|people|staff)|call handlers|agents|supporter(?:e|ne))"
)
THOSE_WHO = (
    r"(?:operatør\w*|operators|veileder(?:e|ne)|vejleder(?:e|ne)|vägledare|rettleiar\w*|advis[eo]rs|consultants|"
    r"handlers|handläggare|saksbehandler(?:e|ne)|sakshandsamar\w*|sagsbehandlere|medarbei\w+|medarbejd\w+|"
    r"medarbetar\w+|kolleg\w+|colleagues|rådgiver(?:e|ne)|rådgjevar\w*|rådgivare|konsulent(?:er|ene|ar|ane)|(?:stykker|"
    r"stykken|personer|mennesker|people|hoder|hovud|sjeler) (?=(?:som|der|who)\s(?:svarer|svarar|besvarer|besvarar|tar|"
    r"tek|answer|pick))|helsesekretær\w*|resepsjonist\w*|sekretær\w*|assistant\w*)"
)
ANSWER = (
    r"(?:svar(?:er|ar|a|e)?|besvar(?:er|ar|a|e)|tar imot|tek imot|tager imod|tar emot|tar telefonen|tek telefonen|"
    r"answers?|answering|handles?|håndterer|handterer|hanterar|hjelper|hjälper|snakker med|snakkar med|pratar med|"
    r"talks? (?:to|with)|speaks? (?:to|with)|hjælper|veileder|rettleier|rettleiar|vägleder|vejleder|"
    r"gir (?:\w+ )?(?:svar|hjelp|råd)|gjev (?:\w+ )?(?:svar|hjelp)|gives? (?:\w+ ){0,3}?(?:answers|help|advice))"
)

"""Words that tell until when one may apply: a last day, *soon*, or *as long as it takes*."""

from matcher.folding import compiled

_APPLICATION = r"(?:søknad(?:en|ar|er)?|ansök(?:an|ningar|ningen)|ansøgning(?:en|er)?|applications?|cv(?:-?en)?)"
_RECEIVED = (
    r"(?:hos oss|tillhanda|i hænde|i hende|i hendene|received|reach(?:ed)? us|with us|mottatt|motteke|modtaget|framme|"
    r"inne|vara inne|være inne)"
)
_TAKES_NO_MORE = (
    r"(?:set(?:ter|t|s)? (?:slutt)?strek|sluttstrek|drar strek|stop(?:s)? (?:reading|taking|accepting)|draw the line|"
    r"slutt(?:er|ar) (?:vi |me )?å (?:ta|lese)|lukk(?:er|ar) (?:vi |me )?(?:bunken|lista|listen|portalen|innboksen)|"
    r"(?:portalen|skjemaet|the (?:form|portal)) (?:er|is|stays|lukker|stenger|closes)|(?:har|have) (?:\w+ )?(?:til|"
    r"until|fram til|frem til)(?= [^;]{4,40}(?:på deg|på dig|to (?:apply|get in|send|write))))"
)
"""*Vi setter sluttstrek fredag*, *you have until Monday to get in touch*."""
CUE_WORDS = (
    rf"{_APPLICATION}\b[^.;]{{0,40}}?\b{_RECEIVED}\b|(?:vil|vill|skal|ska|må|want|need|like)(?: \w+){{0,2}} (?:ha|"
    rf"have|to have) (?:din |your )?{_APPLICATION}(?: din)?|(?:tar|tek|tager|accept|take) (?:vi |me |we )?(?:i ?mot |"
    rf"inn |in )?{_APPLICATION}(?= (?:ut|ud) (?:året|november|desember|januar|februar))|{_TAKES_NO_MORE}"
)
CLOSED_FROM = compiled(
    rf"\b(?:(?:tar|tek|tager|leser|les|läser) (?:vi |me )(?:\w+ )?(?:ikke|ikkje|inte)\b[^.;]{{0,25}}{_APPLICATION}|"
    rf"(?:lukker|lukkar|stenger|stengjer|stänger) (?:vi|me) (?:for |annonsen|utlysning\w*|bunken|lista|listen|portalen|"
    rf"innboksen|søknad)|(?:setter|set|sætter|sätter) (?:vi|me) (?:slutt)?strek|we (?:close|stop (?:reading|taking|"
    rf"accepting))|er (?:det|løpet) (?:for sent|for seint|kjørt)|"
    r"(?:er|blir|vert|är|bliver|is) (?:absolutt |også |the )?(?:siste|sista|sidste|last) (?:dag|frist\w*|day|sjanse|"
    r"chance|chans|mulighet|høve)\b|(?:is|it is|it's) too late)\b"
)
"""*Etter 6. desember tar vi ikke imot flere søknader*: the day stands before."""
PLACED = compiled(
    r"\b(?:have|ha|få|see|got) (?:you|deg|dig|noen|nokon|nån|någon|someone|somebody|"
    r"the right person) (?:\w+ )?(?:here|her|"
    r"på plass|på plats|på plads|in place|on board|i gang|i stolen)\b"
)
"""*We hope to have you here by 1 March* gives a start."""
CUE = compiled(
    r"\b(?:søknadsfrist\w*|ansøgningsfrist\w*|ansökningsfrist\w*|(?:søkj?e)?frist(?:en)?(?: og oppstart|"
    r"(?: for)? å (?:søke|søkje))?|deadline|closing date|(?:søk|søkje?|søg|sök|ansøk|ansök|"
    r"apply)(?:nad(?:en)?)?(?:\s+(?:gjerne|på stillingen|stillingen|here|din|now|via \w+))?\s+(?:senest|seinast|innen|"
    r"innan|inden|før|senast|by|before|no later than|frem til|fram til)|(?:søknad(?:en|er|ar)?|cv|ansökan|ansökningar|"
    r"ansøgninger|ansøgning(?:en)?|applications?)\b[^.;]{0,60}?\b(?:senest|seinast|innen|innan|inden|senast|by|before|"
    r"no later than|closes?|før|til og med|t\.o\.m\.?|frem til|fram til|till och med|i løpet av|until|til)|"
    r"^\W*(?:innen|seinast|senest|innan|inden|by|no later than)(?= [^;]{4,45}\b(?:søknad|application|ansøgning|ansökan|"
    r"hear))|(?:last|final) (?:day|chance|opportunity) (?:to|for) (?:apply|applications)|(?:lukker|lukkar|stenger|"
    r"stengjer|stänger|close) (?:vi |me )?(?:for søknader|for søknadar|annonsen|utlysning\w*|applications|the ad\w*|"
    r"søknadsperioden)|(?:høre|høyre|hear|hør|høyr) (?:fra|frå|från|from) (?:deg|you)\b[^.;]{0,10}\b(?:innen|by|before|"
    r"senest|no later than|før)|(?:send|kontakt|skriv|submit|skicka|write|meld(?:e|a)? (?:deg|dig|seg|interesse|"
    r"intresse|di interesse)|gi beskjed)\w*\b[^;!?]{0,70}?\b(?:før|before|senest|seinast|innen|innan|inden|senast|"
    r"no later than)|(?:søk|søkje|søg|sök|apply)\b[^.;!?]{0,45}?\b(?:senest|seinast|senast|no later than|innen|inden|"
    r"by)\b|applications? (?:close|must be|are due|due|are open until|open until)|(?:utlysning\w*|annonse\w*|"
    r"stillingen|vacancy|posting|listing|\bad|advert\w*|annonsen) (?:lukke[rs]?|stenge[rs]?|closes?|lukkast|"
    r"ligger ute)|(?:kan )?(?:søke|søkje|ansöka|ansøge|apply) (?:helt )?(?:frem til|fram til|til og med|fram till|"
    r"until|frem til og med)|sista datum\w*|sidste frist|sista ansökningsdag\w*|sista dag\w*|(?:siste|sista|"
    r"sidste) (?:dag|frist|sjanse|mulighet|mulighed|moglegheit|høve|chans)\w*|(?:sjansen?|muligheten|"
    r"chansen) (?:din )?(?:til|for|att) (?:å |at )?(?:søke|søkje|søka|ansøka|ansøge) (?:\w+ )?|senast den|apply by|"
    r"please apply)"
    rf"|\b(?:{CUE_WORDS})"
)
REACH = 46
OTHER = compiled(
    r"\b(?:oppstart|tiltredelse|start|starts|interview|intervju|samtale|publisert|tilsetting|søkerliste)\w*"
)
EXTENSION = (
    r"\b(?:forleng\w*|förläng\w*|forlæng\w*|utvid\w*|udvid\w*|utsatt|utsett|utset|skjøvet|flyttet|flytta|flyttats|"
    r"extended|moved|pushed|postponed)\b"
)
EXTENDED = compiled(EXTENSION)
ASAP = compiled(r"\b(?:snarest|snarast|asap|as soon as possible|hurtigst|så snart som m\w+|omgående|straks)")
SOON = compiled(
    r"\b(?:søknad(?:en)?|application|ansökan|ansøgning(?:en)?)(?: din)?\b[^.;!?]{0,12}\b(?:snarest|snarast|asap|"
    r"as soon as possible|omgående|straks|så (?:snart|raskt|fort) som m\w+)|\b(?:send|søk|søkje|sök|søg|apply|skicka|"
    r"submit)\b[^.;!?]{0,50}\b(?:snarest|snarast|asap|as soon as possible|så (?:snart|raskt|fort) (?:som m\w+|du kan|"
    r"som råd|som det lar seg)|as (?:soon|quickly) as you can|hurtigst mulig\w*|omgående|straks)"
)
"""*Send noen ord om deg selv så snart som mulig.*"""
_WHEN = (
    r"(?:til|until|inntil|tills|till|når|så snart|så fort|once|when|before|før|innan|förrän|den dagen|the day|"
    r"as soon as)"
)
_FOUND = (
    r"(?:funn[ei]t?|finn(?:er|ar)?|fundet|found|find|fill(?:ed)?|fylt|fylles|fyller|besatt|besett|besat|tillsatt|"
    r"hittat|"
    r"hittar|signed|said yes|accepted|sagt ja|sagt ja|takket ja|takka ja|tackat ja|(?:fått|fatt|got|gotten|has|"
    r"has got) "
    r"(?:jobben|stillingen|stillinga|tjänsten|the job)|(?:den )?rette (?:dukker|er|kommer|står))"
)
_NOTICE = (
    r"(?:annons\w*|utlysning\w*|opslaget|stillingsopslaget|lista|listen|søknad(?:er|ar|ene|ane)|ansøgninger|"
    r"ansökningar|applications|posting|the page|sida|siden|(?:the |this )(?:ad|advert\w*|listing|vacancy|list)|"
    r"frist\w*|"
    r"søknadsfrist\w*|deadline|closing date|apply|søk|sök|søg)"
)
_SEARCH = r"(?:leter|letar|leitar|looking|søker|ansetter|tilset|hire|rekrutterer|rekryterar)"
_SOMEBODY = (
    r"(?:den rette|rett person|rette person|right person|right one|rätt person|deg|dig|you|noen|nokon|"
    r"någon|someone)"
)
AS_LONG_AS_IT_TAKES = compiled(
    rf"\b{_NOTICE}\b[^.;]{{0,40}}?\b{_WHEN}\b[^.;]{{0,35}}?\b{_FOUND}\b|"
    rf"\b{_SEARCH} (?:\w+ )?{_WHEN}\b[^.;]{{0,20}}?(?:\b{_FOUND}\b[^.;]{{0,10}}?"
    rf"\b{_SOMEBODY}\b|\b(?:den )?rette (?:dukker|er|kommer|står)\b)|^\W*den dagen vi finner\b"
)
"""*The posting disappears once somebody has signed*, *vi leter til vi har funnet den rette*."""
AS_THEY_COME = compiled(
    r"\b(?:(?:etter (?:hvert|kvart)|efterhånden|allt) ?(?:som|eftersom)|as|when) (?:[a-zæøå]+ ){1,2}(?:melder seg|"
    r"søker|søkjer|apply|get in touch|sign up|hör av sig)\b|\b(?:samtal\w*|intervju\w*|interview\w*)\b[^.;]{0,12}\b"
    r"(?:as (?:applications|they|candidates) (?:come|arrive))\b"
)
"""*Vi tar kaffe med folk etter hvert som de melder seg.*"""
_STREAMING = (
    r"(?:etter (?:hvert|kvart)|efterhånden|allt) ?(?:som|eftersom) (?:[a-zæøå]+ ){1,3}(?:kommer|kjem|tikker|ankommer)"
)
ROLLING = compiled(
    r"\b(?:as (?:they|(?:the )?applications) (?:land|reach us|roll in)|etter hvert som de lander|fortl?øpande?|"
    r"fortløpende|løbende|løpande|løpende|rolling basis|on an ongoing basis|as (?:they|(?:the )?applications) (?:come "
    r"in|arrive)|etter hvert som de kommer|etter kvart som dei kjem|etter avtale|"
    rf"{_STREAMING}|continuously|efter hand|until filled|until the position is filled)"
)
UNTIL_FOUND = compiled(
    r"\b(?:annons\w*|utlysning\w*|stilling\w*|the (?:ad\w*|position|vacancy|posting|listing)) (?:ligger (?:ute|åpen)|"
    r"ligg ute|står|er (?:åpen|ope|open)|stays? (?:up|open)|is open|remains? open|är öppen|"
    r"ligger uppe) (?:helt )?(?:til|until|inntil|fram til|frem til|tills) [^.;]{0,25}\b(?:funnet|funne|found|besatt|"
    r"besett|filled|hittat|tillsatt|fundet)\b|\b(?:når|nar|så snart|once|when)\b[^.;]{0,60}\b(?:lukker|stenger|fjerner|"
    r"stänger|close) (?:vi |me |we )?(?:annonsen|utlysningen|the ad\w*)\b|\b(?:tar|tek) (?:vi |me )?(?:annonsen|"
    r"utlysningen|utlysinga) ned (?:når|så snart|så fort)\b|\b(?:close|take down|remove|unpublish) (?:the |"
    r"this )?(?:ad|advert\w*|posting|vacancy|role|job|listing|it)\b[^.;]{0,15}\b(?:when|once|as soon as|after)\b|"
    r"\b(?:annons\w*|utlysning\w*|stilling\w*|prosessen|rekrutteringen) [^.;,]{0,25}?(?:tas ned|tek ned|tar ned|"
    r"blir tatt ned|stenges?|lukkes?|stänger|stängs|tages? ned|fjernes|fjernast)\b[^.;]{0,25}\b(?:når|så snart|så fort|"
    r"da)\b|\b(?:stenger|lukker|tar ned|stänger) (?:annonsen|utlysningen|prosessen|stillingen|"
    r"annonsen vår)\b[^.;]{0,25}\b(?:når|så snart|så fort)\b"
)
"""*We will close the ad when we have found somebody.*"""
APPLICATIONS = compiled(
    r"\b(?:søknad\w*|søkere|søkarar|søkjarar|kandidat\w*|ansøg\w*|ansökn\w*|ansökan|applications?|applicants|"
    r"candidates|review|urval|urvalet|frist\w*|(?:intervju\w*|samtaler?|opslag\w*|annonse\w*|utlysning\w*)\b)"
)

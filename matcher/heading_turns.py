"""What headings of no known words announce, told by how they are put: *En vanlig uke*, *Hva som løfter søknaden*."""

from matcher.folding import compiled
from matcher.sections import Section

_WAYS = (
    (
        Section.NEGATED,
        compiled(
            r".{0,60}\bkan du (?:trygt |godt |bare )?(?:se bort fra|sjå bort frå|la ligge|legge fra deg|leggje frå deg|"
            r"legge igjen|spare deg|stryke|droppe|hoppe over|glemme|gløyme|legge vekk|bortse fra)|(?:dette |det |ting |"
            r"things )?(?:du|you) (?:kan|can) (?:skip|ignore|forget|drop|leave out|droppe|glemme|hoppe over)|"
            r"(?:(?:dette |det |slikt? |this )?(?:trengs|trengst|behövs|behøves|kreves|krevst|krävs|is|er) (?:ikke|"
            r"ikkje|inte|not)(?: needed| nødvendig| viktig)?|(?:dette|det|hva|kva|ting|things|what) (?:som |that "
            r")?(?:(?:ikke|ikkje|inte|do not|don't|does not|doesn't) (?:betyr|teller|tel|spiller|matter|count)(?: "
            r"\w+){0,3}|(?:teller|tel|betyr|counts?|matters?) (?:ikke|ikkje|inte|lite|less|not)))\W*$|(?!.*\b(?:men|"
            r"but|pluss|fordel|ønsk)).{0,40}\b(?:behøver|behöver|trenger|treng|må|skal|krever|krev|kräver|forventer|"
            r"ventar|expect|need|require|look for|ask for|ser|søker|er|are) (?:du |vi |me |we |du altså )?(?:ikke|"
            r"ikkje|inte|ej|not|don't|never) (?:at |å |ha |kunne |være |opptatt|oppteken|asking|looking|etter|etter|"
            r"need|ser )|(?!.*\b(?:men|but|pluss|fordel|ønsk)).{0,40}\b(?:ikke|ikkje|inte|ej|not|don't|never) (?:må|"
            r"behøver|behöver|trenger|treng|er opptatt|er opptekne|ser|søker|leter|krever|kräver|forventer|need|"
            r"require|expect|look for|ask for|la deg stoppe|tenk på|tenk at)\b|.{0,40}\b(?:gjør|gjer|gör|gør) "
            r"(?:ingenting|ikke noe|ikkje noko|inget|intet|ikke|ikkje)\b|.{0,40}\b(?:selv om|sjølv om|även om|selvom|"
            r"even if|om|hvis) du (?:ikke|ikkje|inte|mangler|manglar|saknar|don't|lack)\b|(?:glem|gløym|glöm|forget|"
            r"dropp) (?:disse|desse|dessa|these|alt|dette|kravene)\b|(?:dette|det|detta|ting|things|what|hva|kva) "
            r"(?:vi |me |we )(?:lærer|lær|lär|can teach|teach|will teach|kan lære)\b"
        ),
    ),
    (
        Section.ROLE,
        compiled(
            r"(?:hvorfor|kvifor|varför|why) (?:vi|me|we|er|denne|is|this|the|søker|ansetter|trenger)\b(?!.*\b(?:jobbe|"
            r"velge|velje|begynne|work|join|trives|trivst|trivs|bli)\b)"
        ),
    ),
    (
        Section.MUST,
        compiled(
            r"(?!.*(?:ikke|ikkje|inte|not)).{2,40}\b(?:vi|me|we) (?:er|are) (?:ute etter|på jakt etter|på leting etter|"
            r"på utkikk etter|looking for|after|ude efter|ute efter)\W*$|"
            r".{0,40}\b(?:ikke|ikkje|inte|not) (?:valgfri|valfri|frivillig|optional)\w*\W*$|"
            r"(?:du er |er du )?(?:den|dette er den|det er den) (?:vi|me) (?:er|leter|ser|leder) (?:ute )?etter|(?:vi|"
            r"me|we) (?:er|är|are) (?:ute etter|på jakt etter|på leting etter|på utkikk etter|ude efter|ute efter|"
            r"after|looking for|på jakt efter)\b(?! (?:deg|dig|you) som (?:er|är)\W*$)|(?:the |våre |our |"
            r"dine )?(?:non-negotiables?|deal-?breakers?|ufravikelig\w*|absolutter|minimum|minstekrava?|skallkrav)\W*$|"
            r"(?:uten|utan|without) (?:dette|det|detta|this|these) (?:går|blir|kommer|kan|it|you)\b|(?:det |"
            r"dette )?(?:vert|blir|bliver) (?:kravd|krevd|krævet|krevet)\b|(?:hvem|kven|vem|who|hva|kva|hvad|"
            r"what) (?:leder|leter|leitar|letar|søker|søkjer|söker|søger|ser|do|are) (?:vi|me|we)\b(?!.*(?:ikke|ikkje|"
            r"inte|not))|(?:the )?(?:successful|ideal|right) (?:candidate|applicant)|(?:vår|our|vores) (?:nye|nya|"
            r"new) [\w-]+ (?:har|er|has|is|må|must|should|bør ha)\W*$|.{0,40}\b(?:personen|kandidaten|den) (?:vi|"
            r"me) (?:søker|søkjer|ser etter|leter etter|söker|søger|trenger) (?:har|må|kan)\W*$|.{0,50}\b(?:må|måste|"
            r"must|need to|lyt) (?:du|you|ni)(?: ha| kunne| være| vere| kunna| vara| have| be| kunne ha)?\W*$|"
            r".{0,50}\b(?:du|you|ni) (?:må|måste|must|need|lyt)(?: ha| kunne| være| vere| kunna| vara| to have| to be|"
            r" to| have| be)?\W*$|.{0,30}\bvilkår for (?:ansettelse|tilsetting|tilsetjing)|(?:din|ditt|dine|"
            r"your) (?:faglige?|faglege?|professional|yrkesmessige) (?:baggrund|bakgrunn|bakgrund|background|profil)|"
            r"(?!bør|ønsk|tillegg)[a-zæøå-]*krav(?:a|ene|et|en)?\W*$"
        ),
    ),
    (
        Section.NICE,
        compiled(
            r"(?:(?:dette|det) (?:er|är) )?(?:valgfri|valfri|frivillig|optional)\w*\W*$|.{0,60}\b(?:but|men) (?:we|vi|"
            r"me)(?:'ll| will| can| kan| klarer oss| klarar oss| klarer os| greier oss) (?:\w+ ){0,2}(?:without|uten|"
            r"utan|uden)\b|(?:ønsk|ynsk|önsk)(?:et|ede|a|te|t|ade|at|elig|eleg|jeleg|värt)\W*$|(?:it\'s |it is |det er "
            r"|extra |ekstra |also )?(?:great|good|nice|lovely|even better|helpful|handy|a plus|bonus|fint|flott|bra|"
            r"kjekt|topp|supert|toppen|bedre) (?:if|om|hvis|når|dersom|when)\b|.{0,30}\b(?:gi|gir|gje|gjev|ge|ger|give|"
            r"gives?) (?:deg|dig|you) (?:et |eit |ett |en |ein |a |an )?(?:forsprang|fortrinn|fordel|føremon|edge|"
            r"advantage|head start|fördel|försprång)\b|(?:vi|me) (?:legger|legg|lägger) også (?:vekt|vikt) på|(?:vi|"
            r"me) (?:ønsker|ønskjer|ynskjer|önskar) (?:oss |også |òg |gjerne )?at (?:du|den|vedkommende)\b|"
            r".{0,40}\b(?:fint|bra|kjekt|greit|flott|topp|pluss|plus|fordel|føremon|ønskelig|ønskeleg|ønska|ønsket|"
            r"nice|good|great|advantage|asset|bonus|meritt?erende|meriterande)\b.{0,4}\s(?:men|but) (?:\w+ )?(?:ikke|"
            r"ikkje|inte|not|ingen|inget|intet|no)\b|(?:vi|me|we) (?:legger|legg|lägger|lægger) (?:ekstra )?merke til "
            r"(?:deg|søknad\w*)|(?:vi|me|we) (?:liker|likar|gillar|digger|setter pris på|set pris på|setter ekstra "
            r"pris på|elsker|like|love|appreciate) (?:det )?(?:ekstra |godt )?(?:om|hvis|når|dersom|if|when|it if|it "
            r"when)\b|.{0,60}\b(?:enda|endå|ännu|even|ekstra|extra) (?:mer |meir |more )?(?:aktuell|aktuelle|"
            r"interessant\w*|attraktiv\w*|relevant|bedre|betre|bättre|better|sterkere|sterkare|stronger|hotter|"
            r"spennende)\b|(?:vinn|vinner|pluss|plus|ekstra|bonus)-?(?:poeng|points?|poäng|listen?|lista)\b|"
            r".{0,60}\bwould be (?:lovely|nice|great|a bonus)|.{0,60}\b(?:good|great|fine|nice)[- ]to[- ]haves?\b|"
            r".{0,60}\b(?:løfter|lyfter|styrker?|styrkar?|stärk(?:er|a)|forsterker|lifts?|strengthens?|boosts?|helps?|"
            r"skjerper) (?:du |din |ditt |your |the |an )?(?:søknad\w*|ansökan|ansøgning\w*|application|profil\w*|"
            r"cv\w*|chances?|sjanse\w*|chanse\w*)|(?:dette |det |also |what |i tillegg |i tillägg |dessuten |desuden "
            r")?(?:teller|tel|tæller|räknas|counts?|trekker|drar|trækker) (?:det |dette |også |òg |og |litt |ekstra |"
            r"extra |med|opp|op|upp|positivt|a little )+|.{0,60}\b(?:fint|bra|kjekt|greit|kul|nyttig|nyttigt|fedt|rart|"
            r"gøy|nice|good|great|handy|useful|godt|dejligt|hyggelig|smart) (?:å|att|at|to) (?:ha|have|kunne|know|"
            r"bring)\b|(?:gjerne|helst|gärna|ideally|preferably|om mulig)\W*$|.{0,60}\b(?:vinner|win|gir|ger|giver|"
            r"gives) (?:deg |dig |you )?(?:ekstra |extra |bonus)(?:poeng|points?|poäng)|(?!.*krav)ønsk(?:et|ede|a|te|t|"
            r"ade|e) (?:kvalifikasjon|bakgrunn|erfaring|kompetanse|kunnskap|meritt|merit|erfarenhet)|.{0,60}\b(?:gull|"
            r"gold|guld|en styrke|ein styrke|en styrka|an asset|et fortrinn) (?:om|if|hvis|når)\b|stjerne i|fordeler i "
            r"vurdering|.{0,60}\b(?:uten at|utan at|utan att|uden at) det (?:er|är) (?:avgjørende|avgjerande|avgörande|"
            r"et krav|eit krav)|.{4,60}\((?:ikke|ikkje|inte|ej|not)(?: noe| et| eit| ett| a)? (?:krav|requirement|"
            r"required|nødvendig)\W*$"
        ),
    ),
    (
        Section.TRAITS,
        compiled(
            r"(?:hvordan|korleis|hur) (?:er|är) du\b|(?:slik|sånn|så) (?:vil|ønsker|ønskjer|ser|håper|vill) (?:vi|"
            r"me) (?:at |att |gjerne at )?du (?:skal være|skal vere|er|är|ska vara)|(?:den |the |dette )?(?:personen|"
            r"mennesket|person|typen|människan) (?:vi|me|we) (?:søker|søkjer|ser etter|leter etter|trenger|want|seek|"
            r"need|söker|are after)|(?:slik|sånn|så|sådan) (?:er|är) du (?:på jobb|som|når|mot|på job|i møte)|"
            r".{0,60}\begenskape?r\w*\b|.{0,60}\beigenskap\w*\b|.{0,60}\b(?:vil |would |will |ville )?(?:beskriver?|"
            r"beskrive|beskriva|describe) (?:deg|dig|you)\b|(?:vi|me|we) (?:tror|trur|think|tänker|liker|likar|gillar|"
            r"like) (?:at |att |that )?(?:du|you|folk|people|ledere)(?:'re)? ?(?:er|är|are|som er|who are)?\W*$|"
            r"(?:hvordan|hvem|kven|korleis|hur|vem|who|how) (?:du )?(?:er|är|are) (?:du |you )?som (?:person|menneske|"
            r"leder|kollega|leiar)|your (?:personality|character|nature|style)|(?:din|dine?) (?:personlighet|væremåte|"
            r"stil)\b|(?:er du|är du|are you|du er|du är|you are) (?:en |ein |a |an |the )?(?:\w+ )?(?:typen?|leder|"
            r"leiar|ledare|person|type|menneske|kollega|one)\b.{0,8}(?:som|der|who|that)?\W*$|.{0,20}\b(?:kjennetegnes|"
            r"kjenneteiknast|kännetecknas|kendetegnes) (?:ved|av)|(?:menneskelige|menneskelege|personlige|personlege|"
            r"mänskliga|human|personal) (?:kvalit\w+|qualities|styrker)|.{0,20}\b(?:eignaskap|væremåte)\w*|"
            r".{0,30}\bfit (?:right )?in if you are|beskriver dette deg|(?:your )?colleagues would|how you work|"
            r"personen bak"
        ),
    ),
    (
        Section.TASKS,
        compiled(
            r"(?:det|dette|that|this|here|her) (?:er det |is what )?(?:kommer|kjem|skal|vil|will|you\'ll|du) (?:du|"
            r"you)?\s?(?:til at |til å |att |be |å )?(?:arbejde|jobbe|arbeide|arbeta|jobba|work|doing|working) (?:med|"
            r"with|on)\b|(?:hva|kva|vad|hvad|what) (?:du|you) (?:får |will |vil |skal )?(?:gjøre|gjere|gör|gjør|gjer|"
            r"gør|do|göra|gøre)\b|(?:a|en|ein|ei|your|din) (?:typical|typisk|vanlig|vanleg|normal) (?:shift|vakt|"
            r"skift)|.{0,25}\b(?:går|gjeng) (?:med )?til å\W*$|what an? [a-z -]{3,30} does\b|(?:arbeids|arbets|"
            r"arbejds)?(?:felt|område)\w*\W*$|(?:dette|det|hva|kva|what|vad) (?:har|får|fær|blir|skal) (?:du|"
            r"you) (?:ha )?(?:det )?(?:\w+ )?ansvar(?:et)?(?: for)?\W*$|(?:hva|kva|vad|hvad|what|dette|det|"
            r"slik) (?:gjør|gjer|gör|gør|does) (?:du|en|ein|ei|a|an|vår|our|you|kundeserv\w*)\b(?!.*\b(?:unik|spesiell|"
            r"attraktiv|annerledes|trives))|(?:your|the|ditt|din|dine|din nye|your new) (?:job|role|work|jobb|rolle|"
            r"arbeid|mission|oppdrag|ting|things)\W*$|(?:arbeidet|arbetet|arbejdet|jobben|jobbet|ansvaret|ansvar|"
            r"the work|the job)(?: ditt| din)?\W*$|(?:i|in) (?:this |the |denne |dette |arbetet|arbeidet|arbejdet|"
            r"jobben|jobbet|tjänsten|rollen|stillingen)(?:job |role |position |jobben |stillingen |"
            r"rollen )?\s?(?:ingår|inngår|indgår|du|you|vil du|skal du|ligger)\b|.{0,30}\b(?:skal|ska|vil|kommer|"
            r"kjem) du (?:til å )?(?:stå for|ta deg av|ta hånd om|ha ansvar for|styre med)\W*$|(?:en|ei|ein|a) (?:vakt|"
            r"dag|uke|veke|shift|day) (?:hos|med|with|som|as)\b.{0,30}|(?:dette|det|this) (?:blir|vert|er) (?:dine|din|"
            r"ditt|your) (?:ting|saker|things|bord)|som [a-zæøå]{5,}(?:leder|leiar|sjef|koordinator|rådgiver|konsulent|"
            r"ansvarlig|medarbeider)\W*$|(?:slik |sånn |hva |kva |how |what )?(?:blir|ser|fyller|fyller vi|går|"
            r"vil du fylle|a|your|the)? ?(?:uka|uken|veka|dagen|dagene|dagane|week|day|days|hverdagen|kvardagen|vecka|"
            r"veckan|ugen)(?: di| din| dine| dina)?(?: looks?(?: like)?| ut| med| består av| går til)?\W*$|(?:en|ei|"
            r"ein|a|an|ett|your|din|slik er en)? ?(?:vanlig|vanleg|typisk|normal|typical|average|helt vanlig|"
            r"almindelig) (?:uke|veke|dag|week|day|vecka|uge|arbeidsdag|måned|arbetsdag)|.{0,60}\b(?:går|gå|"
            r"gaar) (?:jobben|stillingen|stillinga|rollen|rolla|jobbet) ut på|.{0,60}\bkommer (?:du )?(?:att|til at|"
            r"til å) (?:göra|gøre|gjøre|jobbe med|arbeta med)\b|.{0,60}\b(?:things|items|jobs|hva|kva) on your (?:list|"
            r"plate|desk)|on your (?:plate|desk|list)|(?:dette |det )?(?:havner|ligger|står) (?:på) (?:ditt |"
            r"din )?(?:bord\w*|lista?|pult\w*)|.{0,60}\b(?:får|fær) du ansvar\w*|(?:de|dei|the|dine?) (?:første|fyrste|"
            r"first) (?:\w+ )?(?:månedene|månadene|months|dagene|days|året|year)\W*$|what (?:you'll|"
            r"you will) (?:be )?(?:do|own|doing|owning|run|running)\b|(?!hv[ao]r|kvar|hvem|kven|når|hvis|"
            r"om ).{4,60}\b(?:skal|ska|vil|kjem|kommer|kjem) du(?: blant annet| bl\.? ?a\.?| bland annat| især|"
            r" først og fremst| mellom anna)?(?: til å| til at| att| å| at)?(?: blant annet| bl\.? ?a\.?| bland annat|"
            r" især| først og fremst| mellom anna)?\W*$|(?:som|as|i|in) .{2,50}\b(?:får (?:du )?i oppgave|you will|"
            r"you'll)\b|(?:du )?(?:kommer|kjem)(?: blant annet| bl\.? ?a\.?| bland annat| især| først og fremst|"
            r" mellom anna)? (?:til å|til at|att)\W*$|(?:du )?får i oppgave|(?:dette|det|hva|kva|vad|hvad|"
            r"what) (?:skal|ska|will|vil|kommer|kjem) (?:du|you) (?:til å |til at |att )?(?:bruke tid|bruka tid|bidra|"
            r"jobbe|arbeide|gjøre|gjere|göra|lave|gøre|work|be working|be doing|drive med|syssle)|"
            r"[a-zæøå-]*(?:oppgavene?|oppgaver|oppgåvene?|oppgåver|opgaver(?:ne)?|uppgifter(?:na)?)(?: dine| dina|"
            r" du får| som ligger til .*)?\W*$|(?:arbeids|arbets|arbejds)(?:hverdag|kvardag|vardag|dag)\w*(?: din| di|"
            r" hos oss)?\W*$|your first (?:\w+ )?(?:days|weeks|months|year)|en dag (?:hos|i|på)|(?:oppdraget|oppgaven|"
            r"uppdraget) (?:ditt|din|di)\W*$"
        ),
    ),
    (
        Section.OFFER,
        compiled(
            r"(?:fordeler|fordelar|goder|goda|förmåner|fordele|gode ting|what's in it for (?:you|me))\W*$|(?:hvorfor|"
            r"kvifor|varför|why) (?:begynne|byrje|bli|jobbe|velge|børje|join|work|velje)\b|(?:til|som) (?:gjengjeld|"
            r"takk)|in return|(?:hva|kva|vad|hvad|what) (?:får|fær|do|will|can) (?:du|you)(?: (?:att|igjen|tilbake|get|"
            r"expect from us|tilbage|back))*\W*$|.{0,60}\b(?:gir|gjev|ger|giver) (?:vi|me) (?:deg |dig )?(?:tilbake|"
            r"igjen|att|tillbaka|tilbage)\W*$|derfor (?:vil|bør|skal|kommer) du (?:å )?(?:trives|velge|jobbe|"
            r"til å trives|trivas)|(?:derfor|therefore|so) (?:trives|trivs|trivst)\b|kompetanseheving\W*$|(?:faglig |"
            r"personlig )?utvikling\W*$|(?:your )?(?:benefits|perks|rewards)\b|.{0,60}\b(?:får du|du får|får de|"
            r"venter (?:deg|dig|på deg)(?: hos oss)?|ventar deg(?: hos oss)?|væntar dig(?: hos oss)?|glede deg til|"
            r"glede dig til|love deg|by på|byr på|byder på|by deg|bli tilbudt|tilbyr|tilbyder|tilbyd|erbjuder|"
            r"offers)\W*$|(?:løn|lønn)\w*(?:-|,)? (?:og|och|and) (?:gode[rn]?|godar|fordel\w*|pensjon\w*|arbeids\w*|"
            r"ansæt\w*|ansett\w*|arbejds\w*|\w*vilkår)|[a-zæøå]*(?:fordeler|fordelar|fordele|goder|godar|förmåner)\W*$|"
            r"pensjon\w*,? (?:og )?forsikring|(?:hva|kva|vad|hvad) er det i det for|gode grunn\w+"
        ),
    ),
    (
        Section.EMPLOYER,
        compiled(
            r"(?:bli|lær|get to|lär) (?:bedre |betre |litt )?(?:kjent|kjend|know|känna|å kjenne) (?:med )?(?!deg)|"
            r"(?:hvem|kven|vem|who) (?:er|är|are) (?:vi|me|we)\b|(?:avdelingen|teamet|kundesenteret) vårt\W*$|(?:hva|"
            r"kva|vad|hvad|what) (?:driver|driv|gør|gjør|gjer|gör|do) (?:vi|me|we)\b|møt (?:dine |de |oss|teamet)|"
            r"(?:vår|vores|our) (?:avdeling|avdelning|afdeling|department|bedrift)\W*$"
        ),
    ),
    (
        Section.PRACTICAL,
        compiled(
            r"(?:the |det )?(?:small print|fine print|liten skrift|med liten skrift|formelle|praktiske|formalia|"
            r"nuts and bolts)\W*$|(?:hvor|kvar|var|where)(?: skal| vil| ska| will)? (?:du|you)(?: will|'ll)? (?:jobbe|"
            r"arbeide|jobba|arbeta|sitte|work|be based|sit)|(?:hvordan|korleis|hur|how)(?: do| to)? ?(?:søker|søkjer|"
            r"söker|ansøger|you apply|apply)(?: du)?\b|(?:når|hvor|kvar|where|when) (?:og|and|och) (?:når|hvor|kvar|"
            r"where|when|korleis|hvordan)\W*$|(?:ansettelse|tilsetting|anställning|ansættelse|tilsetjing)s?form\w*|"
            r"arbe[ijt]+d?s?(?:sted|stad|tid)\w* (?:og|och|and)|(?:politiattest|bakgrunnssjekk)\w*|(?:praktisk|"
            r"praktiskt) (?:om|info)|.{0,20}kort fortalt\W*$"
        ),
    ),
    (
        Section.CONTACT,
        compiled(
            r"(?:ring|skriv|call|write|mail|snakk|prat|snakke|talk)\b.{0,20}\b(?:til|med|to|us|oss|eller|or|write|"
            r"mail)\b|(?:get|stay|be) in touch|(?:lurer|undrer|undrar) du\b|(?:lurer|undrar) du på|"
            r"(?:har du )?(?:spørsmål|frågor|questions|spørgsmål)\b|ta (?:gjerne )?(?:en|ein) prat|(?:yderligere|"
            r"ytterligere|fleire|flere|mer) (?:oplysninger|opplysninger|opplysningar|information|informasjon)|"
            r".{0,20}\? (?:ring|skriv|kontakt|call)\b"
        ),
    ),
)


def turned(heading: str) -> Section | None:
    """What a folded heading announces by its turn; None where it has none of these."""
    return next((section for section, way in _WAYS if way.match(heading)), None)

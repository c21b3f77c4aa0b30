"""What headings of no known words announce, told by how they are put: *En vanlig uke*, *Hva som løfter søknaden*."""

from matcher.folding import compiled
from matcher.sections import Section

_WAYS = (
    (
        Section.NICE,
        compiled(
            r"(?:kjekt|fint|bra|flott|gøy|topp|supert|nice|good|lovely|great|godt|hyggelig|pluss|plus|"
            r"bonus)\b.{0,12}\b(?:men|but)\b|(?:we|vi)(?: would|'d) also (?:like|love)\W*$|(?:har|er|kan|kjenner) du "
            r"(?:i tillegg|også|òg|dessuten)\W*$"
        ),
    ),
    (
        Section.NEGATED,
        compiled(
            r".{0,30}\b(?:brydd|brydde|brytt|bry|bryr|care|cared|brytt) (?:oss |os )?(?:mindre|less|mindst|minst)\b|"
            r"(?:uten|utan|uden|without|no added) (?:tilsetning\w*|tilsetjing\w*|tillsats\w*|tilsætning\w*|krav)?(?: "
            r"av| om| af)?\W*$|(?:dette |detta |det här |this |these )?(?:kan |får |may )?(?:la ligge|la ligga|låt "
            r"ligga|leave)\b.{0,12}\b(?:hjemme|heime|hemma|home|out|off|behind)\b|(?:dette |detta |det här |det "
            r")?struntar vi i\W*$|.{0,20}\b(?:alligevel|likevel|ändå|anyway),? (?:selv om|sjølv om|även om|even if)(?: "
            r"du)?\W*$|.{0,60}\bkan du (?:trygt |godt |bare )?(?:se bort fra|sjå bort frå|la ligge|legge fra deg|"
            r"leggje frå deg|legge igjen|spare deg|stryke|droppe|hoppe over|glemme|gløyme|legge vekk|bortse fra)|"
            r"(?:dette |det |ting |things )?(?:du|you) (?:kan|can) (?:skip|ignore|forget|drop|leave out|droppe|glemme|"
            r"hoppe over)|(?:(?:dette |det |slikt? |this )?(?:trengs|trengst|behövs|behøves|kreves|krevst|krävs|is|er) "
            r"(?:ikke|ikkje|inte|not)(?: needed| nødvendig| viktig)?|(?:dette|det|hva|kva|ting|things|what) (?:som |"
            r"that )?(?:(?:ikke|ikkje|inte|do not|don't|does not|doesn't) (?:betyr|teller|tel|spiller|matter|count)(?: "
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
            r"(?:kom|søk|apply|sök|ring|send)\b.{0,12}\b(?:kun|bare|berre|bara|endast|only),? (?:hvis|om|dersom|if)(?: "
            r"du| you)?\W*$|(?:har|kan) du (?:dette|det|alt dette),? (?:så )?(?:søk|søg|sök|ring|send|skriv)\b.{0,8}$|"
            r"(?:hvem|kven|vem|who) (?:vi|me|we) (?:trenger|treng|behöver|need|vil ha|want|søker|søkjer|leter etter|"
            r"ser etter)\W*$|(?:du må )?ha (?:dette|det|disse|desse)(?: på plass| i orden| med deg)?\W*$|(?!.*(?:ikke|"
            r"ikkje|inte|not)).{2,40}\b(?:vi|me|we) (?:er|are) (?:ute etter|på jakt etter|på leting etter|på utkikk "
            r"etter|looking for|after|ude efter|ute efter)\W*$|.{0,40}\b(?:ikke|ikkje|inte|not) (?:valgfri|valfri|"
            r"frivillig|optional)\w*\W*$|(?:du er |er du )?(?:den|dette er den|det er den) (?:vi|me) (?:er|leter|ser|"
            r"leder) (?:ute )?etter|(?:vi|me|we) (?:er|är|are) (?:ute etter|på jakt etter|på leting etter|på utkikk "
            r"etter|ude efter|ute efter|after|looking for|på jakt efter)\b(?! (?:deg|dig|you) som (?:er|är)\W*$)|"
            r"(?:the |våre |our |dine )?(?:non-negotiables?|deal-?breakers?|ufravikelig\w*|absolutter|minimum|"
            r"minstekrava?|skallkrav)\W*$|(?:uten|utan|without) (?:dette|det|detta|this|these) (?:går|blir|kommer|kan|"
            r"it|you)\b|(?:det |dette )?(?:vert|blir|bliver) (?:kravd|krevd|krævet|krevet)\b|(?:hvem|kven|vem|who|hva|"
            r"kva|hvad|what) (?:leder|leter|leitar|letar|søker|søkjer|söker|søger|ser|do|are) (?:vi|me|"
            r"we)\b(?!.*(?:ikke|ikkje|inte|not))|(?:the )?(?:successful|ideal|right) (?:candidate|applicant)|(?:vår|"
            r"our|vores) (?:nye|nya|new) [\w-]+ (?:har|er|has|is|må|must|should|bør ha)\W*$|.{0,40}\b(?:personen|"
            r"kandidaten|den) (?:vi|me) (?:søker|søkjer|ser etter|leter etter|söker|søger|trenger) (?:har|må|kan)\W*$|"
            r".{0,50}\b(?:må|måste|must|need to|lyt) (?:du|you|ni)(?: ha| kunne| være| vere| kunna| vara| have| be| "
            r"kunne ha)?\W*$|.{0,50}\b(?:du|you|ni) (?:må|måste|must|need|lyt)(?: ha| kunne| være| vere| kunna| vara| "
            r"to have| to be| to| have| be)?\W*$|.{0,30}\bvilkår for (?:ansettelse|tilsetting|tilsetjing)|(?:din|ditt|"
            r"dine|your) (?:faglige?|faglege?|professional|yrkesmessige) (?:baggrund|bakgrunn|bakgrund|background|"
            r"profil)|(?!bør|ønsk|tillegg)[a-zæøå-]*krav(?:a|ene|et|en)?\W*$"
        ),
    ),
    (
        Section.NICE,
        compiled(
            r".{0,20}\b(?:enda|endnu|ännu|endå|even) (?:raskere|hurtigere|fortere|snabbare|faster|sooner),? (?:hvis|om|"
            r"dersom|if)\b|(?:(?:dette|det) (?:er|är) )?(?:valgfri|valfri|frivillig|optional)\w*\W*$|.{0,60}\b(?:but|"
            r"men) (?:we|vi|me)(?:'ll| will| can| kan| klarer oss| klarar oss| klarer os| greier oss) (?:\w+ "
            r"){0,2}(?:without|uten|utan|uden)\b|(?:ønsk|ynsk|önsk)(?:et|ede|a|te|t|ade|at|elig|eleg|jeleg|värt)\W*$|"
            r"(?:it\'s |it is |det er |extra |ekstra |also )?(?:great|good|nice|lovely|even better|helpful|handy|a "
            r"plus|bonus|fint|flott|bra|kjekt|topp|supert|toppen|bedre) (?:if|om|hvis|når|dersom|when)\b|"
            r".{0,30}\b(?:gi|gir|gje|gjev|ge|ger|give|gives?) (?:deg|dig|you) (?:et |eit |ett |en |ein |a |an "
            r")?(?:forsprang|fortrinn|fordel|føremon|edge|advantage|head start|fördel|försprång)\b|(?:vi|me) (?:legger|"
            r"legg|lägger) også (?:vekt|vikt) på|(?:vi|me) (?:ønsker|ønskjer|ynskjer|önskar) (?:oss |også |òg |gjerne "
            r")?at (?:du|den|vedkommende)\b|.{0,40}\b(?:fint|bra|kjekt|greit|flott|topp|pluss|plus|fordel|føremon|"
            r"ønskelig|ønskeleg|ønska|ønsket|nice|good|great|advantage|asset|bonus|meritt?erende|"
            r"meriterande)\b.{0,4}\s(?:men|but) (?:\w+ )?(?:ikke|ikkje|inte|not|ingen|inget|intet|no)\b|(?:vi|me|we) "
            r"(?:legger|legg|lägger|lægger) (?:ekstra )?merke til (?:deg|søknad\w*)|(?:vi|me|we) (?:liker|likar|gillar|"
            r"digger|setter pris på|set pris på|setter ekstra pris på|elsker|like|love|appreciate) (?:det )?(?:ekstra |"
            r"godt )?(?:om|hvis|når|dersom|if|when|it if|it when)\b|.{0,60}\b(?:enda|endå|ännu|even|ekstra|extra) "
            r"(?:mer |meir |more )?(?:aktuell|aktuelle|interessant\w*|attraktiv\w*|relevant|bedre|betre|bättre|better|"
            r"sterkere|sterkare|stronger|hotter|spennende)\b|(?:vinn|vinner|pluss|plus|ekstra|bonus)-?(?:poeng|points?|"
            r"poäng|listen?|lista)\b|.{0,60}\bwould be (?:lovely|nice|great|a bonus)|.{0,60}\b(?:good|great|fine|"
            r"nice)[- ]to[- ]haves?\b|.{0,60}\b(?:løfter|lyfter|styrker?|styrkar?|stärk(?:er|a)|forsterker|lifts?|"
            r"strengthens?|boosts?|helps?|skjerper) (?:du |din |ditt |your |the |an )?(?:søknad\w*|ansökan|"
            r"ansøgning\w*|application|profil\w*|cv\w*|chances?|sjanse\w*|chanse\w*)|(?:dette |det |also |what |i "
            r"tillegg |i tillägg |dessuten |desuden )?(?:teller|tel|tæller|räknas|counts?|trekker|drar|trækker|(?:vil|"
            r"skal|kan|will) (?:også |òg )?(?:telle|telje|tælle|count)) (?:det |dette |også |òg |og |litt |ekstra |"
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
            r".{0,40}\b(?:at|att|that) (?:du|you) (?:skal |ska |will )?(?:gjør|gjer|gjør|gör|gjøre|gjere|göra|do|tar "
            r"deg av|tek deg av)\W*$|(?:slik|sånn|sådan|så) (?:blir|går|ser) (?:din |ei |en )?(?:mandag|dag|uk|vek|ug|"
            r"veck)\w*\b.{0,30}$|(?:hva|det|vad|hvad|kva) du (?:skal |ska |vil )?(?:styrer?|håller|hålla|holder|holde|"
            r"passer|passe) (?:med|i|på|styr på)\W*$|(?:det|dette|that|this|here|her) (?:er det |is what )?(?:kommer|"
            r"kjem|skal|vil|will|you\'ll|du) (?:du|you)?\s?(?:til at |til å |att |be |å )?(?:arbejde|jobbe|arbeide|"
            r"arbeta|jobba|work|doing|working) (?:med|with|on)\b|(?:hva|kva|vad|hvad|what) (?:du|you) (?:får |will |"
            r"vil |skal )?(?:gjøre|gjere|gör|gjør|gjer|gør|do|göra|gøre)\b|(?:a|en|ein|ei|your|din) (?:typical|typisk|"
            r"vanlig|vanleg|normal) (?:shift|vakt|skift)|.{0,25}\b(?:går|gjeng) (?:med )?til å\W*$|what an? "
            r"[a-z -]{3,30} does\b|(?:arbeids|arbets|arbejds)?(?:felt|område)\w*\W*$|(?:dette|det|hva|kva|what|vad) "
            r"(?:har|får|fær|blir|skal) (?:du|you) (?:ha )?(?:det )?(?:\w+ )?ansvar(?:et)?(?: for)?\W*$|(?:hva|kva|vad|"
            r"hvad|what|dette|det|slik) (?:gjør|gjer|gör|gør|does) (?:du|en|ein|ei|a|an|vår|our|you|"
            r"kundeserv\w*)\b(?!.*\b(?:unik|spesiell|attraktiv|annerledes|trives))|(?:your|the|ditt|din|dine|din nye|"
            r"your new) (?:job|role|work|jobb|rolle|arbeid|mission|oppdrag|ting|things)\W*$|(?:arbeidet|arbetet|"
            r"arbejdet|jobben|jobbet|ansvaret|ansvar|the work|the job)(?: ditt| din)?\W*$|(?:i|in) (?:this |the |denne "
            r"|dette |arbetet|arbeidet|arbejdet|jobben|jobbet|tjänsten|rollen|stillingen)(?:job |role |position |"
            r"jobben |stillingen |rollen )?\s?(?:ingår|inngår|indgår|du|you|vil du|skal du|ligger)\b|.{0,30}\b(?:skal|"
            r"ska|vil|kommer|kjem) du (?:til å )?(?:stå for|ta deg av|ta hånd om|ha ansvar for|styre med)\W*$|(?:en|ei|"
            r"ein|a) (?:vakt|dag|uke|veke|shift|day) (?:hos|med|with|som|as)\b.{0,30}|(?:dette|det|this) (?:blir|vert|"
            r"er) (?:dine|din|ditt|your) (?:ting|saker|things|bord)|som [a-zæøå]{5,}(?:leder|leiar|sjef|koordinator|"
            r"rådgiver|konsulent|ansvarlig|medarbeider)\W*$|(?:slik |sånn |hva |kva |how |what )?(?:blir|ser|fyller|"
            r"fyller vi|går|vil du fylle|a|your|the)? ?(?:uka|uken|veka|dagen|dagene|dagane|week|day|days|hverdagen|"
            r"kvardagen|vecka|veckan|ugen)(?: di| din| dine| dina)?(?: looks?(?: like)?| ut| med| består av| går "
            r"til)?\W*$|(?:en|ei|ein|a|an|ett|your|din|slik er en)? ?(?:vanlig|vanleg|typisk|normal|typical|average|"
            r"helt vanlig|almindelig) (?:uke|veke|dag|week|day|vecka|uge|arbeidsdag|måned|arbetsdag)|.{0,60}\b(?:går|"
            r"gå|gaar) (?:jobben|stillingen|stillinga|rollen|rolla|jobbet) ut på|.{0,60}\bkommer (?:du )?(?:att|til at|"
            r"til å) (?:göra|gøre|gjøre|jobbe med|arbeta med)\b|.{0,60}\b(?:things|items|jobs|hva|kva) on your (?:list|"
            r"plate|desk)|on your (?:plate|desk|list)|(?:dette |det )?(?:havner|ligger|står) (?:på) (?:ditt |din "
            r")?(?:bord\w*|lista?|pult\w*)|.{0,60}\b(?:får|fær) du ansvar\w*|(?:de|dei|the|dine?) (?:første|fyrste|"
            r"first) (?:\w+ )?(?:månedene|månadene|months|dagene|days|året|year)\W*$|what (?:you'll|you will) (?:be "
            r")?(?:do|own|doing|owning|run|running)\b|(?!hv[ao]r|kvar|hvem|kven|når|hvis|om ).{4,60}\b(?:skal|ska|vil|"
            r"kjem|kommer|kjem) du(?: blant annet| bl\.? ?a\.?| bland annat| især| først og fremst| mellom anna)?(?: "
            r"til å| til at| att| å| at)?(?: blant annet| bl\.? ?a\.?| bland annat| især| først og fremst| mellom "
            r"anna)?\W*$|(?:som|as|i|in) .{2,50}\b(?:får (?:du )?i oppgave|you will|you'll)\b|(?:du )?(?:kommer|"
            r"kjem)(?: blant annet| bl\.? ?a\.?| bland annat| især| først og fremst| mellom anna)? (?:til å|til at|"
            r"att)\W*$|(?:du )?får i oppgave|(?:dette|det|hva|kva|vad|hvad|what) (?:skal|ska|will|vil|kommer|kjem) "
            r"(?:du|you) (?:til å |til at |att )?(?:bruke tid|bruka tid|bidra|jobbe|arbeide|gjøre|gjere|göra|lave|gøre|"
            r"work|be working|be doing|drive med|syssle)|[a-zæøå-]*(?:oppgavene?|oppgaver|oppgåvene?|oppgåver|"
            r"opgaver(?:ne)?|uppgifter(?:na)?)(?: dine| dina| du får| som ligger til .*)?\W*$|(?:arbeids|arbets|"
            r"arbejds)(?:hverdag|kvardag|vardag|dag)\w*(?: din| di| hos oss)?\W*$|your first (?:\w+ )?(?:days|weeks|"
            r"months|year)|en dag (?:hos|i|på)|(?:oppdraget|oppgaven|uppdraget) (?:ditt|din|di)\W*$"
        ),
    ),
    (
        Section.OFFER,
        compiled(
            r"det får du (?:ud|ut) (?:af|av)\b.{0,10}$|(?:vår|our|vores) (?:del|part|side) (?:av|of|af) (?:avtalen|"
            r"avtala|aftalen|the (?:deal|bargain))\W*$|(?:fordeler|fordelar|goder|goda|förmåner|fordele|gode ting|"
            r"what's in it for (?:you|me))\W*$|(?:hvorfor|kvifor|varför|why) (?:begynne|byrje|bli|jobbe|velge|børje|"
            r"join|work|velje)\b|(?:til|som) (?:gjengjeld|takk)|in return|(?:hva|kva|vad|hvad|what) (?:får|fær|do|will|"
            r"can) (?:du|you)(?: (?:att|igjen|tilbake|get|expect from us|tilbage|back))*\W*$|.{0,60}\b(?:gir|gjev|ger|"
            r"giver) (?:vi|me) (?:deg |dig )?(?:tilbake|igjen|att|tillbaka|tilbage)\W*$|derfor (?:vil|bør|skal|kommer) "
            r"du (?:å )?(?:trives|velge|jobbe|til å trives|trivas)|(?:derfor|therefore|so) (?:trives|trivs|trivst)\b|"
            r"kompetanseheving\W*$|(?:faglig |personlig )?utvikling\W*$|(?:your )?(?:benefits|perks|rewards)\b|"
            r".{0,60}\b(?:får du|du får|får de|venter (?:deg|dig|på deg)(?: hos oss)?|ventar deg(?: hos oss)?|væntar "
            r"dig(?: hos oss)?|glede deg til|glede dig til|love deg|by på|byr på|byder på|by deg|bli tilbudt|tilbyr|"
            r"tilbyder|tilbyd|erbjuder|offers)\W*$|(?:løn|lønn)\w*(?:-|,)? (?:og|och|and) (?:gode[rn]?|godar|fordel\w*|"
            r"pensjon\w*|arbeids\w*|ansæt\w*|ansett\w*|arbejds\w*|\w*vilkår)|[a-zæøå]*(?:fordeler|fordelar|fordele|"
            r"goder|godar|förmåner)\W*$|pensjon\w*,? (?:og )?forsikring|(?:hva|kva|vad|hvad) er det i det for|gode "
            r"grunn\w+"
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
            r".{0,20}\b(?:vilkårene|vilkåra|villkoren|vilkårene)\b.{0,25}$|"
            r"(?:og )?(?:så )?(?:til )?det kjedelige?\w*\W*$|(?:the |det )?(?:small print|fine print|liten skrift|med "
            r"liten skrift|formelle|praktiske|formalia|nuts and bolts)\W*$|(?:hvor|kvar|var|where)(?: skal| vil| ska| "
            r"will)? (?:du|you)(?: will|'ll)? (?:jobbe|arbeide|jobba|arbeta|sitte|work|be based|sit)|(?:hvordan|"
            r"korleis|hur|how)(?: do| to)? ?(?:søker|søkjer|söker|ansøger|you apply|apply)(?: du)?\b|(?:når|hvor|kvar|"
            r"where|when) (?:og|and|och) (?:når|hvor|kvar|where|when|korleis|hvordan)\W*$|(?:ansettelse|tilsetting|"
            r"anställning|ansættelse|tilsetjing)s?form\w*|arbe[ijt]+d?s?(?:sted|stad|tid)\w* (?:og|och|and)|"
            r"(?:politiattest|bakgrunnssjekk)\w*|(?:praktisk|praktiskt) (?:om|info)|.{0,20}kort fortalt\W*$"
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

"""Counts of people in a sentence: how they are written and how groups are added. Whose people they are is not asked."""

import re
from collections.abc import Iterator

from matcher.fields.common import NUMBER, Found, number
from matcher.folding import compiled
from matcher.voice import Voice, once_for_words

_PEOPLE = (
    r"(?:\w*(?:medarbe[ij]d|medarbet)\w*|\w*ansatte|\w*tilsette|\w*anställda|people|person(?:er|ar|s)?|årsverk|fte\w*|"
    r"staff|\w*folk|part-timers|full-timers|heads|(?:direct (?:and|or) )?(?:in)?direct reports|reps|colleagues|"
    r"kolleg\w+|stykker|\w*handsam(?:ar|arar|arane)|[a-zæøå-]*leiar(?:ar|ane)|members|leads|\w*rapporterende|"
    r"direktrapporter\w*|\w*underordne\w*|\w*underordna|\w*ansvarlig\w*|\w*ansvarleg\w*|\w+hjelper(?:e|ar)?|"
    r"\w+hjelp(?=er)|\w*vikar(?:er|ar)|[a-zæøå-]*lærling(?:er|ar|e)(?:ne)?|lærlingane|kvinner(?: og menn)?|kvinnor(?: "
    r"och män)?|kvinder(?: og mænd)?|women(?: and men)?|\w*hoder|\w*hovud|headcount|studentar|studenter|students|mann|"
    r"[a-zæøå]*(?:tekniker|mekaniker|elektriker)|menneske[rt]?|sesongansatte|fast(?:e|a)(?=\s?(?:[+,.;)]|og\b|$))|"
    r"människor|mennesker|souls|[a-zæøå-]*(?:informatør|ingeniør|farmaceut|farmasøyt|sykepleier|sjukepleiar|"
    r"sjuksköterskor|sygeplejerske|pedagog|terapeut|telefonist|kontorist|sekretær|økonom|vekter|sjåfør|guide|"
    r"instruktør|kasserer|kassør|prosessor|disponent|revisor|jurist|bibliotekar|pharmacist|nurse|clerk|dispatcher|"
    r"telephonist|teller|officer|host|trainee|intern)(?:er|ar|e|s|or)\b|(?!(?:lørdag|laurdag|lördag|søndag|helg|"
    r"bak)[a-z]*va[kg]t)[a-zæøå-]*(?:led|konsulent|rådgiv|behandl|agent|assistent|koordinator|operatør|veiled|vägled|"
    r"spesialist|specialist|selg|selj|legg|tekniker|mekanik|montør|vakt|vert|værd|planlegg|konsult|handlägg|"
    r"sakshandsam|vegleiar|vegleid|rettleiar|rettleid|kontrollør|resepsjonist|receptionist|mottak|mottag|besvar|book|"
    r"disponent|kunderåd|rådgjev|lagleiar|betjen|vagt|støttespill|svar)(?:e?r(?:e|a|ne)?|e(?:ne)?|ar(?:ar|ane|na)?|are|"
    r"ane|a)\b|[a-z-]*(?:advis[eo]r|agent|manager|supervisor|coordinator|specialist|representative|director|executive|"
    r"engineer|operator|associate|analyst|consultant|handler|timer|worker|employee|technician|planner|leader|assistant|"
    r"clerk|trainer|coach(?=es)|lead|contractor|freelancer|apprentice)(?:e?s))"
)
_ABOUT = (
    r"(?:ca\.?|cirka|circa|rundt|omtrent|omlag|om lag|omkring|kring|ungefär|nær|nærmere|nesten|næsten|nästan|närmare|"
    r"over|about|around|roughly|approximately|some|nearly|almost|til sammen|tilsammen|totalt|i alt|sammenlagt|"
    r"a total of|opp mot|opp til|opptil|inntil|up to|upp till|op til|total(?:t)? of)"
)
_UNITS = (
    r"(?:år|års|måned\w*|månad\w*|month\w*|year\w*|dag\w*|day\w*|uke\w*|vecka|veckor|week\w*|time[rn]?|timmar|hours?|"
    r"minutt\w*|minute\w*|prosent|procent|percent|kr|kroner|mill\w*|kunder|kundar|customers|clients|brukere|brukarar|"
    r"users|innbygg\w*|husstand\w*|butikk\w*|shops?|stores?|kontor\w*|offices?|land|countries|lokasjon\w*|locations?|"
    r"team(?!-?\s?(?:le|ko|ka|me|ma|su|co|ca|sj|ch))\w*|lag|kanal\w*|channels?|språk|languages?|henvend\w*|calls|"
    r"contacts|saker|cases|stilling\w*|positions?|av|of|%)"
)
_NO_ADJECTIVE = (
    r"(?:søker|søkjer|söker|søger|trenger|treng|needs|seeks|og|and|och|eller|or|som|who|that|i|in|på|on|til|to|med|"
    r"with|for|from|fra|the|our|your|this|these|be|det|den|de|dei|et|eit|ett)"
)
COUNT = compiled(
    rf"(?<![\d.,:-])(?<!\d\s)\b(?P<count>{NUMBER})(?![\d.,:]*\d)(?:\s?-\s?\d{{1,3}})?\s(?!{NUMBER}\b)(?:(?!(?:{_UNITS}|"
    rf"{_NO_ADJECTIVE}|{NUMBER})\b(?!-))[a-zæøå-]+,?\s){{0,3}}?(?:[a-zæøå]+-,?\s(?:[a-zæøå]+-\s)?(?:og|och|and|eller|"
    rf"or)\s|(?!(?:{_UNITS})\b)(?!(?:{_PEOPLE})\b)[a-z]+\sand\s(?!{NUMBER}\b)(?:[a-z]+\s)?)?(?P<who>{_PEOPLE})\b"
)
ANYBODY = compiled(
    rf"(?<![\d.,:-])(?<!\d\s)\b(?P<count>{NUMBER})(?![\d.,:]*\d)\s(?!{NUMBER}\b)(?:(?!(?:{_UNITS}|"
    rf"{_NO_ADJECTIVE})\b)[a-zæøå-]+\s){{0,2}}?(?P<who>(?!{_UNITS}\b)[a-zæøå-]{{3,}}(?:ere|erne|arar|are|arane|arna|"
    rf"ister|istar|ers|ists|iker[ae]?|ikar|ør(?:er|ar)|euter|nomer|loger|anter|pleier[ae]|søyter|verter))\b"
)
"""People of a trade nobody thought of: believed only right after a word for leading."""
BARE = compiled(
    rf"(?::|\b(?:består av|bestående av|består af|bestående af|beståande av|de|dei|dem|disse|desse|these|those|dessa|"
    rf"the|det|alle|alla|all|på|of|over|for|(?:er|är|are) (?:vi|me|we)|(?:er|är|teller|tel|utgjør|utgjer|sysselsetter|"
    rf"sysselset|omfatter|omfattar|is|numbers)(?:\s(?:i dag|i dagens|nå|no|nu|now|today|"
    rf"currently))?))\s(?P<count>{NUMBER})(?![\d.,:]*\d)(?=\s?(?:[.,;:!?(]|$|-\s|\s(?:som|who|that|i|in|på|og|and|"
    rf"pluss|plus|samt|fordelt|split|spread|led|ledet|leia|mangler|manglar|saknar|savner|savnar|venter|ventar|is|are|"
    rf"kommer|kjem|er|är|blir|vert|bliver|har|have|vil|will|look|ser|ville|gleder|do|sitter|har|based|across|from|fra|"
    rf"frå|få|får|trenger|treng|need|skal|under|stykker|stykk|stk|reports?|rapporter\w*|refer\w*|answers?|svare[rn]?|"
    rf"svarar|sitt?|sits?|making|make|daglig|til daglig|for|hver|each|der|her|there|here|hos|ved|at|on|by|inngår|"
    rf"inngår|utgjør|gjør|trives|hører|høyrer|works?|jobber|jobbar|arbeider|ansvar\w*|"
    rf"du|you|(?:en|ein) (?:ny )?(?:sjef|leder|leiar|chef|ledare))\b))(?!\s(?:i|in|på)\s(?:året|"
    rf"uken|dagen|døgnet))"
)
_ADDED = (
    r"i tillegg (?:til )?(?:kommer |kjem |har du |får du )?|dertil |utöver det |desuden |also |in addition |(?:en|ein|"
    r"ei|et|eit|ett|a|an) \w*(?:gruppe|team|stab|lag|group|crew|skift|grupp|hold|gjeng) (?:på|med|of|av|om|with) |"
    r"(?:en|ein|ei|et|eit|ett|a|an) [a-zæøå]{3,12} (?:på|om|of) "
)
"""What may introduce a further group."""
STRONG = compiled(
    rf"\b(?P<count>{NUMBER})(?:[- ](?:strong|sterk|mannssterk|manns?|person|people|personers?|manna|mands|member|"
    rf"head)\b(?!\s(?:båt|styre|husstand|household))|[- ]?manns(?:gjeng|lag|team|gruppe|stab)\w*)"
)
"""*Customer Operations is 35 strong.*"""
PART = compiled(rf"\b(?P<count>{NUMBER})\s(?:av|of|af)\s(?:dem|dei|dessa|disse|desse|them|us|oss|våre|our|{NUMBER})\b")
"""*Ni av dem får deg som leder.*"""
_PART_OF = compiled(rf"\b(?P<part>{NUMBER})\s(?:av|of|af)\s(?:(?:de|dei|the|våre|our|selskapets|firmaets) )?$")
"""*Fem av de atten ansatte arbeider i førstelinjen*: of the whole, a part is counted."""
REPORTING = compiled(
    rf"\b(?P<count>{NUMBER})\s(?:(?!(?:{_UNITS}|som|who|that)\b)[a-zæøå-]+\s){{1,4}}?(?:(?:who|som|kommer til å|vil|"
    rf"skal|will|"
    rf"all|alle|reporting)\s){{0,2}}(?=(?:reports?|rapporter\w*|refer\w*|answers? to|svarer til|får deg|får dig|"
    rf"har deg|"
    rf"look to you|to you)\b)"
)
"""Whoever they are: *three account directors report to you*."""
_LABELLED = compiled(
    rf"\b(?:(?:direct reports|direkte (?:rapporterende|underlagte|underlagde|underordnede|underordna)|underlagte|"
    rf"underordnede|underordna|direkterapporterende|span of control|team ?size|teamstørrelse|"
    rf"headcount(?: under \w+ \w+)?|size of (?:the )?team|antall (?:ansatte |medarbeidere )?du (?:leder|skal lede)|"
    rf"antall (?:ansatte under|underordnede|medarbeidere|direkterapporterende)(?: i (?:enheten|avdelingen|avdelinga|"
    rf"teamet|seksjonen|gruppen|eininga))?)\s?:?|(?:^\W*|[.;|]\s)(?:stab|staff|"
    rf"personal|personale|(?:ansatte|"
    rf"tilsette|anställda|medarbeidere|people|staff) (?:i|på|in) (?:the )?(?:avdeling|enhet|eining|team|grupp|seksjon|"
    rf"department)\w*|"
    rf"bemanning|team|teamet|"
    rf"medarbeidere|medarbeidarar|medarbetare|medarbejdere)\s?:|(?:medarbeidere|medarbeidarar|ansatte|tilsette|"
    rf"personer|"
    rf"people|medarbetare|medarbejdere) (?:(?:du (?:leder|leier|skal lede|får ansvar for)|you (?:will )?(?:lead|"
    rf"manage))\s?:?|"
    rf"under (?:deg|dig|stillingen)\s?:)|personal\w*ansvar(?: for)?\s?:)\s?(?:(?:ja|yes),?\s)?\(?(?:{_ABOUT}\s)?"
    rf"(?P<count>{NUMBER})(?![\d.,]*\d)\b(?!\s(?:{_UNITS})\b)(?=(?:\s(?:[a-zæøå-]+\s)?(?P<who>[a-zæøå-]+))?)"
)
"""*Direct reports: 8*, as in a list of facts."""
_EARLIER = compiled(
    rf"\b(?P<count>{NUMBER})\s(?:full-time|part-time|heltidsansatte|deltidsansatte|faste?|fast tilsette|fast ansatte|"
    rf"internal|external|interne|eksterne|permanent|seasonal|heltids|deltids|på heltid|på deltid)\s(?:og|and|och|samt|"
    rf"pluss|plus)\s(?:fast |full-time |rundt |ca\.? |about |around |(?:en|ein|ei|a|an) \w+ (?:på|om|of) )?$|"
    rf"\b(?P<there>{NUMBER})\s(?:på|i|ved|hos|in|at|on|vid)\s[a-zæøå]+\s(?:og|and|och|samt|pluss|plus)\s$"
)
"""A group whose noun stands with the next one: *five full-time and three part-time agents*."""
_AT_LEAST = compiled(
    rf"\b(?:(?:mellom|mellan|mellem|between)\s(?P<between>{NUMBER})\s(?:og|och|and)|"
    rf"(?<!fra )(?<!från )(?<!frå )(?<!from )(?P<low>{NUMBER})\s(?:to|til|till))\s$"
)
"""*Mellom 10 og 15 medarbeidere*, *20 to 25 people*: so many at least."""
_ON_TOP_OF = compiled(r"\b(?:i tillegg til|foruten|forutan|utöver|ud over|in addition to|besides)\s$")
_YOU_HAVE = compiled(
    rf",?\s(?:har|får|leder|leier|leiar|have|lead|manage)\s(?:du|you)\s(?:også\s|"
    rf"ansvar for\s)?(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}\b"
)
"""*I tillegg til ti rådgivere har du to lærlinger.*"""
_RESPECTIVELY = compiled(
    rf"(?P<there>(?!))|\b(?:henholdsvis|høvesvis|respektive|hhv\.?)\s(?P<count>{NUMBER})\s(?:og|and|och)\s$"
)
"""*To seksjoner med henholdsvis 20 og 14 ansatte.*"""
_ONE_FIRST = compiled(
    r"\b(?:en|ein|ei|a|an|one)\s(?:(?:team|group|gruppe?|skift|shift|vakt|fag|nest|deputy|senior)[ -]?\w+)(?:,|"
    r",? (?:og|and|och|samt))\s$"
)
"""*A team leader, nine agents …*: the one who stands before the count."""
_TOTAL = compiled(
    rf"\b(?:totalt|til sammen|tilsammen|i alt|sammenlagt|samla|in total|an overall team of|an overall|overall|"
    rf"a total of|altogether|sammanlagt|all in all)\s(?:ca\.?\s|rundt\s|om "
    rf"lag\s)?(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}"
)
_SUMS_UP = compiled(r"[,;:(-]\s?(?:(?:alt|dvs\.?|altså|og|and|det er|som er)\s)?$")
"""*12 i Oslo, 9 i Bergen, til sammen 21* is a sum; *tre ledere og til sammen 21 rådgivere* is one more group."""
_WHOLE = compiled(
    rf"\b(?:(?:team|organi[sz]a\w+|organisasjon\w*|avdeling\w*|avdelning\w*|afdeling\w*|department|headcount|enhet\w*|"
    rf"group|lag|styrke|stab)\s(?:på|of|om|av|with|med)|totalt|til sammen|tilsammen|i alt|in total|sammanlagt|"
    rf"altogether)\s(?:{_ABOUT}\s)?(?P<count>{NUMBER})(?![\d.,:]*\d)\b(?!\s(?:ledere|leiarar|leaders|leads|managers))|"
    rf",\s(?P<all>{NUMBER})\s(?:totalt|i alt|til sammen|tilsammen|in total|altogether|sammanlagt|sammenlagt)\b"
)
_DIRECTLY = compiled(
    r"(?:direct reports|leaders|managers|\w*rapporterende|direktrapporter\w*|\w*underordne\w*|\w*underordna)"
)
"""*Five direct reports and an overall team of 65*: the whole counts."""
_BESIDE = compiled(
    rf"\b(?:sammen|saman|tillsammans|together|med hjelp|med støtte|i lag) (?:med|with|fra|frå|av|from) (?:our |våre |"
    rf"dine )?(?P<count>{NUMBER}) (?:\w+ )?\w*(?:ledere|leiarar|ledare|leaders|leads|managers|supervisors|"
    rf"koordinatorer)\b[^.;]{{0,12}}\b(?:leder|leier|leiar|lead|manage|run|styrer|har)\b"
)
"""*Sammen med to teamledere leder du …*: those stand under the job, too."""
_ONE_LEADER = (
    r"[a-zæøå-]*(?:leder|leiar|ledare|team[- ]?lead|koordinator|coordinator|rådgiver|rådgjevar|rådgivare|assistent|"
    r"assistant|supervisor|manager|medarbeider|medarbeidar|medarbetare|medarbejder|spesialist|specialist|agent|"
    r"planlegger|planner|analyst|analytiker|konsulent|ansvarlig|ansvarleg|ansvarig|vikar|lærling|elev|trainee|trainer|"
    r"coach|deputy|lagermann|\w*mann|trener|trenar|\w*chef|\w*sjef|[a-zæøå]{3,}(?:fører|førar|mester|mæster|mästare|"
    r"meister|forman)|kommunikatör|kommunikatør|redaktør|redaktör|samordner|samordnar|samordnare|praktikant|vaktmester|"
    r"\w*medhj[eæ]lper|designer|utvikler|utviklar|utvecklare|udvikler|kontorist|sjåfør|fullmektig|resepsjonist|"
    r"receptionist|telefonist|sekretær|instruktør|operatør|kontrollør|controller|tekniker|technician|[a-zæøå]*(?:ist|"
    r"nom|log|writer|nurse)|[a-zæøå]{4,}(?:tør|atør)|saksbehandler|saksbehandlar|behandler|veileder|analytikar|student|"
    r"stedfortreder|clerk|nurse|sykepleier|vert|vært)"
)
_ONES_FIRST = compiled(
    rf"\b(?:for|med|over|av|leder|lead|manage|får du|har du|you have|you get|to you:|til deg:|under "
    rf"deg:)\s(?P<ones>(?:(?:en |ein |ei |a |an |one )?{_ONE_LEADER}(?:,\s|,?\s(?:og|and|och|samt)\s)){{1,4}})$"
)
"""*Personalansvar for markedssjef, driftssjef og to vaktmestere*: those who stand before the count."""
_IN_BRACKETS_TOO = compiled(
    rf"\)?,?\s(?:og|and|och|samt)\s[\w-]+\s\((?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}\b"
)
"""*Kundesenteret (ni medarbeidere) og klageteamet (fire saksbehandlere)*."""
_TRADE = (
    r"(?!(?:flere|fleire|andre|større|mindre|tidligere|over)\b)(?:[a-zæøå]{4,}(?:ere|arar|are)|(?:kunde|service|"
    r"support|chat|team)[a-zæøå]{4,}(?:er|ar|e))"
)
"""People of a trade nobody thought of, beside others that were counted."""
_FURTHER = compiled(
    rf"\)?\s*(?:\([^)]*\)\s*)?(?:(?:spread|fordelt|spredt|fördelade) (?:over|across|på|i) [a-zæøå]+,?\s?)?(?:(?:og|and|"
    rf"och)\s(?!{NUMBER}\b|a\b)[a-zæøå-]+(?:er|ar|ere|are|s|e|a)(?=,?\s))?(?:(?:(?:sitter|sit|sidder|jobber|arbeider|"
    rf"holder til|held til|are|work) )?(?:i|in|på|at|som|who|on|ved|hos|from|fra|frå|"
    rf"vid)(?:\s[a-zæøå-]+){{1,6}}?)?\s?(?:,?\s?(?:og|and|och|samt|pluss|plus|along with|supported by|assisted by|"
    rf"støttet av|støtta av|hjulpet av|med støtte fra|med hjelp av|backed by|with the help of|i tillegg til|in "
    rf"addition to|as well as|foruten|forutan|utöver|ud over|ved siden av)\s|,\s|\+\s?|,?\s?(?:og|and|och)?,?\s?(?:bak|"
    rf"under|behind|below|bakom) (?:dem|dei|disse|desse|them|these|dessa) (?:står|er|har du|sitter|sit|jobber|are|is|"
    rf"finns|arbetar)?\s?|,?\s?(?:og|and|och)?,?\s?(?:gjennom|via|through|gennem|genom) (?:dem|dei|disse|desse|them|"
    rf"these|dessa),?\s|,?\s?(?:som|who|der|which)\s(?:igjen |igen |in turn |i sin tur |i tur |hver |each |tillsammans "
    rf"|til sammen |tilsammen |sammen |saman |together |between them )?(?:(?:leder|leier|leiar|lead|manage)s?|har|have|"
    rf"has)\s)(?:the\s|their\s|de\s|dei\s|deres\s|another\s)?(?:{_ADDED})?(?:(?:i tillegg |dessuten |også |also |"
    rf"indirekte |indirectly )*(?:du |har |har du |have )*(?:i tillegg |dessuten |også |also |indirekte |indirectly "
    rf")?(?:\w*ansvar\w* |\w*ledelse )?(?:for |of |på )?(?:ytterligere |ytterlegare |yderligere |ytterligare |another |"
    rf"a further |further )?)(?:{_ABOUT}\s)?(?:(?P<pair>(?:a pair of|a couple of|et par|eit par|ett "
    rf"par)\s(?:[a-zæøå-]+\s)?{_PEOPLE})\b|(?P<one>en|ein|ei|et|ett|a|an|one|"
    rf"én)\s(?:[a-zæøå-]+\s){{0,2}}?{_ONE_LEADER}\b|(?:et |eit |ett |a "
    rf")?(?P<count>{NUMBER})(?:\s?-\s?\d{{1,3}})?\s(?!{_UNITS}\b)(?:(?:[a-zæøå-]+\s){{0,2}}?(?:{_PEOPLE}|{_TRADE}|ones|"
    rf"andre som)\b|(?=(?:i|in|på|som|who|at|on|ved|hos|vid)\s)))(?!\s(?:medregnet|medrekna|inkludert|inkluderte|"
    rf"included|inräkn\w+|medregnede))"
)
_JOINTS = re.compile(r",\s(?!(?:og|and|och)\b)|\s(?:og|and|och|samt)\s")
_DOZEN = 12
_OF_A_DOZEN = compiled(r"\b(?:(?P<half>half a|a half|et halvt|eit halvt|ett halvt)|halvannet|halvtanna|halvanna)\s$")
"""*Half a dozen*, *halvannet dusin*."""
_SPREAD = compiled(
    rf"\b\d{{1,3}}[.,]?\d?\s(?:årsverk|årsverke|stillinger|fte\w*|årsværk)\b[^.;]{{0,15}}?\b(?:fordelt på|delt på|"
    rf"spread over|fördelat på|fordelt mellom)\s(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?(?P<who>{_PEOPLE})"
)
"""*8,5 årsverk fordelt på 10 ansatte*: people are counted, not full-time equivalents."""
_TEAMS_OF = compiled(
    rf"\b(?P<teams>{NUMBER})\s(?:[a-zæøå-]+\s)?(?:team|lag|avdelinger|avdelingar|avdelningar|afdelinger|grupper|grupp|"
    rf"skift|teams|groups|departments|units)\s(?:med|på|of|with|om|av|af|(?P<each>a))\s$"
)
_LEADERS = compiled(
    r"[a-zæøå-]*(?:leder|leiar|ledar|leader|manager|supervisor|sjef|chef|koordinator|coordinator|lead)[a-z]*$"
)
_UNDER_THEM = compiled(
    rf",?\s(?:med|with)\s(?:{_ABOUT}\s)?(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?(?!årsverk|fte){_PEOPLE}\b"
)
"""*Tre teamledere med til sammen 18 medarbeidere.*"""
_EACH = compiled(r"\s(?:(?:i|på|in|on) )?(?:hver|hvert|kvar|kvart|each|vardera|varje|apiece)\b")
"""*To team med ni medarbeidere hver.*"""
_ANOTHER_UNIT = compiled(rf",?\s(?:og|and|och|samt)\s[a-zæøå-]+\s(?:med|with)\s(?P<count>{NUMBER})(?=\s?(?:[.,;)]|$))")
"""*Kundeservice med fem medarbeidere og lager med fire.*"""
_SPLIT = compiled(
    rf",?\s(?P<count>{NUMBER})\s(?:i|in|på|at|on|from|fra|frå|från)\s[a-zæøå-]+,?\s(?:og|and|och)\s{NUMBER}\s(?:i|in|"
    rf"på|at|on|from|fra|"
    r"frå|från)\s"
)
"""*Åtte konsulenter, fem i Arendal og tre i Skien*: the parts of what was counted."""
_OWN_LEADER = compiled(
    rf"[^.;]{{0,30}}?\b(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s)?(?:team|lag|grupper|grupp|skift|avdelinger|avdelingar|"
    rf"avdelningar|"
    r"afdelinger|teams|groups|units|departments|seksjoner|seksjonar|sektioner)[ ,]+(?:(?:alle|each|hver|hvert|kvar|"
    r"kvart|der|som)\s)?(?:med|with|har|has|have|under)\s(?:(?:hver|kvar|hvert|kvart)\s(?:sin|sitt)|varsin|sin|sitt|"
    r"its own|their own|a|an|en|ein|egen|eigen|en egen)\s(?:egen |eigen )?\w*\s?(?:leder|leiar|ledare|sjef|chef|lead|"
    r"leader|manager|supervisor|koordinator)\b"
)
"""*34 handläggare, fördelade på två grupper med varsin gruppchef.*"""
ANY_STAFF = compiled(
    r"(?:\w*medarb|\w*ansatte|\w*tilsette|\w*anställda|people|person|employees|staff|årsverk|fte|folk|\w*kolleg)"
)
"""*32 medarbeidere fordelt på tre team, med hver sin teamleder*: the leaders are among them."""
_BELOW = (
    r"(?:(?:between them|together|in turn|(?:under|below|behind|bak|bakom) (?:dem|dei|disse|desse|them|these|dessa)|"
    r"til sammen|tilsammen|tillsammans),?\s)?(?:(?:they|de|dei|disse|desse|dessa|who|som|der)\s)?(?:(?:in turn|igjen|"
    r"til sammen|tilsammen|sammen|saman|together|between them|tillsammans)\s)?(?:jobber|jobbar|arbeider|arbetar|sitter|"
    r"står|er det|are|work|sit|look after|manage|lead|leder|leier|leiar|har|have|styrer|supervise|run|"
    r"ansvarar för)\s(?:det |there |it )?(?:(?:til sammen|tilsammen|i alt|igjen|tillsammans|a total of|together|"
    r"(?:\w+ )?ansvar(?:et)? for)\s)?(?:the\s|de\s|dei\s)?"
    rf"(?:{_ABOUT}\s)?(?P<count>{NUMBER})(?![\d.,:]*\d)\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}\b"
)
_BELOW_THEM = compiled(
    rf"[^.;]{{0,40}}?[;,]\s(?:and |og |och |men )?(?:(?:gjennom|via|through|gennem|genom|under|bak|bakom|below|"
    rf"behind) (?:dem|dei|them|disse|desse|"
    rf"dessa|these),?\s(?:{_ABOUT}\s)?(?P<through>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}\b|"
    rf"(?=they|de\b|dei\b|between|together|under|below|behind|bak){_BELOW})"
)
"""*Three regional managers report to you; between them they look after 60 agents.*"""
BELOW_NEXT = compiled(
    rf"(?:indirect reports|indirekte (?:rapporterende|underlagte))\s?:\s(?P<indirect>{NUMBER})\b|(?=they|de\b|dei\b|"
    rf"disse|desse|between|together|til ?sammen|tillsammans|under|below|behind|bak){_BELOW}"
)
"""The same in a sentence of its own."""
_YOU_INCLUDED = compiled(
    r",?\s\(?(?:(?:lederen|leiaren|sjefen|chefen|ledaren|the (?:manager|leader)|du|deg|deg selv|you|yourself) (?:selv "
    r")?(?:medregnet|medrekna|inkludert|iberegnet|included|inräknad|inkluderad|medregnad)|(?:inkludert|inklusive|"
    r"medregnet|including|inclusive of|counting) (?:lederen|leiaren|sjefen|chefen|ledaren|the (?:manager|leader)|deg|"
    r"dig|you|yourself))\b|\s(?:når|if|when|om) (?:\w*(?:lederen|leiaren|sjefen|chefen)|du|you|deg) (?:regnes|reknast|"
    r"telles|er|are|is|tas|blir regnet) (?:med|counted|included|medregnet|inkludert)\b"
)
"""*Fem ansatte, lederen medregnet*: one of them is the job holder."""
WITH_YOU = compiled(
    rf"\b(?:med deg|med dig räknat|med dig|with you|medregnet deg) (?:blir|vert|er|are|will be) (?:vi|me|ni|we|dere) "
    rf"(?:da |then |i alt )?(?P<count>{NUMBER})\b"
)
"""*Med deg blir vi tolv på kundeservice*: one of them is the job holder."""
GROUPS = compiled(
    rf"\b(?P<groups>{NUMBER}) (?:team|lag|grupper|grupp|skift|seksjoner|seksjonar|teams|groups|"
    rf"squads)\b[^.;,]{{0,15}}? (?:med|på|of|with|om) (?P<each>{NUMBER}) (?:i|på|in) (?:hver|hvert|kvar|kvart|each|"
    rf"varje)\b"
)
"""*Delt i tre grupper med sju i hver.*"""
_WAYS = (COUNT, BARE, ANYBODY, STRONG, PART, REPORTING)
_ARTICLES = ("en", "ein", "ei", "a", "an", "et", "eit", "ett", "one")


_NORDIC = compiled(r"\b(?:du|og|som|er)\b")
"""Where *to* may be two, though the ad seems English."""


@once_for_words
def counts(
    voice: Voice,
) -> tuple[re.Match[str] | None, re.Match[str] | None, list[tuple[re.Pattern[str], re.Match[str]]]]:
    """All that may be a count of people: with a label, spread over them, and others in order."""
    folded = voice.folded
    none = (*_ARTICLES, "to") if voice.language == "en" and not _NORDIC.search(folded) else _ARTICLES
    finds = [
        (way, match)
        for way in _WAYS
        for match in way.finditer(folded)
        if match["count"] not in none or voice.text[match.start("count")] in "éÉ"
    ]
    return _LABELLED.search(folded), _SPREAD.search(folded), sorted(finds, key=lambda pair: pair[1].start())


def counted_by_trade(voice: Voice) -> Iterator[re.Match[str]]:
    """The counts of people whose trade is named, in order."""
    return (found for way, found in counts(voice)[2] if way is COUNT)


def of_leaders(found: re.Match[str]) -> bool:
    """Are those who are counted leaders themselves, with people of their own?"""
    return bool(_LEADERS.match(found.groupdict().get("who") or ""))


def labelled_sum(folded: str, label: re.Match[str]) -> Found[int]:
    """*Medarbeidere: 21 rådgivere, to fagledere*: all that stand behind a label."""
    counted = COUNT.match(folded, label.start("count"))
    if counted and counted.start("count") == label.start("count"):
        return summed(folded, counted)
    return Found(number(label["count"]), label.start("count"), label.end())


def summed(folded: str, first: re.Match[str]) -> Found[int]:
    total, end = number(first["count"]), first.end()
    part = _PART_OF.search(folded, 0, first.start("count"))
    if part and part["part"] not in _ARTICLES:
        return Found(number(part["part"]), part.start(), end)
    if total == _DOZEN and (part := _OF_A_DOZEN.search(folded, 0, first.start("count"))):
        return Found(_DOZEN // 2 if part["half"] else _DOZEN * 3 // 2, part.start(), end)
    least = _AT_LEAST.search(folded, 0, first.start("count"))
    if least and number(least["between"] or least["low"]) < total:
        return Found(number(least["between"] or least["low"]), least.start(), end)
    teams = _TEAMS_OF.search(folded, 0, first.start("count"))
    if teams and (teams["each"] or _EACH.match(folded, end)):
        return Found(total * number(teams["teams"]), teams.start(), end)
    direct = _DIRECTLY.fullmatch(first.groupdict().get("who") or "")
    whole = _WHOLE.search(folded, end) if direct else None
    if whole and number(whole["count"] or whole["all"]) > total:
        return Found(number(whole["count"] or whole["all"]), whole.start(), whole.end())
    under = _UNDER_THEM.match(folded, end) if _LEADERS.match(first.groupdict().get("who") or "") else None
    if under:
        total, end = total + number(under["count"]), under.end()
    beside = _BESIDE.search(folded, 0, first.start("count"))
    if beside:
        total += number(beside["count"])
    if _ON_TOP_OF.search(folded, 0, first.start("count")) and (more := _YOU_HAVE.match(folded, end)):
        total, end = total + number(more["count"]), more.end()
    if _ONE_FIRST.search(folded, 0, first.start("count")):
        total += 1
    elif ones := _ONES_FIRST.search(folded, 0, first.start("count")):
        total += len(_JOINTS.findall(ones["ones"]))
    earlier = _EARLIER.search(folded, 0, first.start("count")) or _RESPECTIVELY.search(folded, 0, first.start("count"))
    if earlier:
        total += number(earlier["count"] or earlier["there"])
    whole = _TOTAL.search(folded, first.end())
    if whole and number(whole["count"]) >= total and _SUMS_UP.search(folded, 0, whole.start()):
        return Found(number(whole["count"]), whole.start("count"), whole.end())
    apart = None if ANY_STAFF.match(first.groupdict().get("who") or "") else _OWN_LEADER.match(folded, end)
    if apart:
        return Found(total + number(apart["count"]), first.start("count"), apart.end())
    below = _BELOW_THEM.match(folded, end) if of_leaders(first) else None
    if below:
        total, end = total + number(below["count"] or below["through"]), below.end()
    added = 0
    while further := _FURTHER.match(folded, end):
        added, end = added + _plus(further), further.end()
    total += 0 if added == total and _SPLIT.match(folded, first.end()) else added
    while beside_it := _ANOTHER_UNIT.match(folded, end) or _IN_BRACKETS_TOO.match(folded, end):
        total, end = total + number(beside_it["count"]), beside_it.end()
        if one_more := _FURTHER.match(folded, end):
            total, end = total + _plus(one_more), one_more.end()
    if you_too := _YOU_INCLUDED.match(folded, end):
        total, end = total - 1, you_too.end()
    return Found(total, first.start("count"), end)


def _plus(further: re.Match[str]) -> int:
    """How many a further group adds."""
    return 1 if further["one"] else 2 if further["pair"] else number(further["count"])

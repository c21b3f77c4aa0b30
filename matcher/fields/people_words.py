"""Words by which people are led, and by whom: a unit, its leader, those beside them, those who are sought."""

from matcher.folding import compiled

YOU = r"(?:deg|dig|you)"
THE_LEADER = (
    r"(?:[a-zæøå]*(?:lederen|leiaren|sjefen|chefen|ledaren)|the (?:\w+ ){0,2}?(?:manager|leader|lead|head|supervisor))"
)
NEW_ONE = (
    r"(?:(?:den|ein|hun|han|the (?:person|one|candidate)) (?:som|vi|me|who|we|der) [^.;,]{2,30}?|"
    r"whoever \w+ [^.;,]{2,20}?|"
    r"the (?:successful|right) candidate|vikaren)"
)
"""Who the job is for, in the third person: *den som får jobben*, *whoever takes the job*."""
_GROUP = r"(?:lag|gjeng|team|avdeling|avdelning|afdeling|gruppe?|seksjon|enhet|eining|stab|department|unit|crew)"
_YOUR_UNIT = (
    rf"\w*{_GROUP}\w* (?:ditt|din|di)|(?:ditt|din|dit|di|dine|your) (?:nye |new )?(?:\w*{_GROUP}\w*|remit|scope|"
    rf"ansvarsområde\w*|"
    r"ansvar|område|people|folk|mannskap\w*|organisa\w+|direct reports)"
)
LEADS = compiled(
    r"\b(?:arbeidsledelse|arbeidsleiing|arbetsledning|arbejdsledelse|(?:lederen|leiaren|sjefen|chefen|ledaren),? "
    r"(?:med|for)|lede[rt]?|leie[r]?|leia|leiar|ledelsen?|leiinga?|ledningen|leda|ledar|lead(?:s|ing)?|manages?|"
    r"managing|run|running|keep|personal\w*(?:ledelse|leiing|ledning|ansvar\w*)|personal-[^.;]{0,35}ansvar\w*|"
    r"ansvar\w*|\w*ansvar(?:et)? (?:for|får|för|over)|responsib\w+|accountab\w+|look(?:s|ing)? after|\w*team(?:et|a|"
    r"en)? (?:of|på)|report to you|(?:organis\w+|stab|personale[tn]?|avdeling\w*|avdelinga|avdelning\w*|afdeling\w*|"
    r"grupp[ea]n?|lag|gjeng\w*|enhet\w*|seksjon\w*|crew|unit|department) (?:på|of|med|with|av)|overta\w*|"
    rf"tar over|over(?:see|seeing)|supervis\w+|head up|(?:in|take|taking|takes) charge of|(?:du|you) (?:får|get) (?:et|"
    rf"eit|ett|en|ei|a) (?:\w+ )?{_GROUP}\w* (?:med|på|of|with)|nærmeste leder|nærmaste leiar|næraste leiar|"
    rf"{_YOUR_UNIT}|(?:\w*chef|\w*sjef|\w*leder|\w*leiar|\w*ledare|manager) (?:for|för|over|av|til|"
    r"till|of|to)|leadership of|coach\w*|\w*oppfølging av|\w*oppfølgjing av|\w*uppföljning av|(?:hjelpe|støtte|bistå|"
    r"hjälpa|hjælpe|help|support|assist) (?:deg|dig|you)\b|reference til dig|(?:du|you) (?:starter|startar|begynner|"
    r"byrjar|start|begin) (?:med|with)|(?:kan|vil|skal|som|can|who|to|å|at) (?:få|hjelpe|hjælpe|hjälpa|help|make|løfte|"
    r"løfta|lyfta|lift|utvikle|utveckla|udvikle|develop|motivere|motivera|motivate|inspirere|inspirera|inspire|"
    r"engasjere|samle)|fördelar|fordeler|styre[r]?|i (?:spissen|spidsen) for|head(?:ing|s)?|inherit\w*|(?:you|you'll|"
    r"will) own|(?:består|consists?) (?:av|af|of) (?:deg|dig|you|yourself)|tak(?:e|es|ing) over|reporting (?:directly |"
    r"straight )?to you|(?:till|til) (?:din )?hjälp (?:har )?du|till din hjälp|(?:med deg (?:får|har)|har med (?:deg|"
    r"dig))|får (?:med (?:deg )?|du med (?:deg )?)|span of control|under (?:deg|dig|you) (?:har|får|have|jobbe[r]?|"
    r"jobbar|sitt?er|"
    r"sit|står|work|arbei\w+|arbe[tj]\w+)|\w*rapporterende|(?:boss|\w*overordnede|\w*overordna) (?:of|for|til)|"
    rf"{NEW_ONE},?\s(?:skal |vil |will |bør |ska )?(?:ha|har|få|får|have|has|gets?|takes?|tar|tek)|"
    rf"{THE_LEADER}\s(?:skal|ska|vil|vill|will)\s(?:ha|få|have))\b"
)
UNIT_HAS = compiled(
    r"\b(?:seksjon\w*|avdeling\w*|team\w*|kundesupport\w*|kundestøtte\w*|kundesent\w*|kundeserv\w*|kundedialog\w*|"
    r"kundest\w*|medlemsserv\w*|medlemssent\w*|enhet\w*|eining\w*|avdelning\w*|afdeling\w*|department|kundtjänst\w*|kundservice\w*|grupp\w*|"
    r"førstelinj\w*|kundsupport\w*|\w*torget|\w*senteret|innbygg\w*|service desk|support\w*|brukerstøtte\w*|"
    r"stab(?:en)?|personalet|personalgrupp\w*|bemanningen|bemanninga|organisasjonen|lederansvaret|ledaransvaret|"
    r"personalansvaret|medborgar\w*|borgerservice\w*|lag\w*|contact cent\w+|call cent\w+|"
    r"customer \w+|gjengen|laget|crew)\b[^.;]{0,60}\b(?:har|består\b[^.;]{0,10} av|består|bestå av|consists? of|has|"
    r"får|skal ha|vil ha|"
    r"vil få|is|are|tæller|teller|tel|räknar|reknar|regner|utgjør|utgjer|utgör|omfatter|omfattar|rommer|bemannes av|"
    r"bemannast av|bemannas av|bemandes af|is staffed by|sysselsetter|är|er|is made up of|counts|numbers|comprises|"
    r"employs|där|der|hvor|where|with)\b|\bbestår\s(?:\w+\s){1,3}(?:av|af)\b|\b(?:avdeling\w*|\w*team\w*|kundesent\w*|"
    r"kundeserv\w*|førstelinj\w*|enhet\w*|seksjon\w*|eining\w*|afdeling\w*|sektion\w*|kundtjänst\w*|department) \($|"
    r"\b(?:avdeling\w*|team\w*|staben?|laget|enheten|organisasjonen(?: din)?|"
    r"gruppen|gruppa|bemanning\w*|afdelingen|avdelningen|department|organi[sz]ation|eininga)\s?:\s$"
)
ANOTHER_LEADS = compiled(
    r"(?:\b(?:til|till|to|under|med|with) (?:en|ein|a|an) |\b(?<!\ben )(?<!\bein )(?<!\ba )(?<!\bny ))\w*(?:sjef|leder|"
    r"leiar|chef|ledare|manager|director|head|direktør|\bceo|\bcoo|\bcco|\bcfo|\bcto|\bvd)\w*(?:\s(?:for|of|av|"
    r"i)\s[\w-]+(?:\s(?:og|and|och)\s[\w-]+)?)?,? (?:som|who|der) (?:\w+ )?(?:leder|leier|leads?|har|has|manages|"
    r"styrer|styr)\b[^.;]{0,45}$|\b(?:\w*(?:sjefen|lederen|leiaren|chefen|ledaren) (?:din|vår|hans)|"
    r"your (?:\w+ )?(?:manager|boss|director))\s(?:\w+ )?(?:leder|leier|leiar|heads?|leads?|runs?|has|har|"
    r"manages)\b[^.;]{0,30}$"
)
"""*Du rapporterer til kundeservicesjefen, som leder ti ansatte*: those are another's."""
ANOTHERS = compiled(
    r"\b(?:støtte\w*|bistå\w*|hjelpe\w*|assistere\w*|avlaste\w*|support\w*|assist\w*|stödj\w*|stötta\w*|rapportere\w* "
    r"til|rapporterar till?|reports? to|reporting to|refererer til)\s(?:[a-zæøå-]+\s){0,2}?[a-zæøå-]*(?:leder|sjef|"
    r"chef|leiar|ledare|manager|director)[a-zæøå]*\s(?:for|of|för|av|over)\s(?:de |dei |the |våre |our )?$"
)
"""*Du støtter lederen for 25 ansatte.*"""
FIRM = compiled(
    r"\b(?:\w*selska[pb]et|[ck]on[cs]ern(?:et|en)|virksomhe[td]en|verksemda|bedrift(?:en|a)|bolaget|företaget|"
    r"firma(?:et)?|"
    r"foretaket|føretaket|stiftelsen|stiftinga|etaten|company|(?:the|our) group|we employ|kommunen|kommuna|omsatte|"
    r"opplæring av|"
    r"training of|brukarane|for our|fordelt på|partner\w*|outsourc\w*|leverandør\w*|innleid\w*|vendor|enterprise|"
    r"erfaring|mer enn|more than|mennesker i|hiring)\b[^.;]{0,30}$|\b(?:gjennom|through|via|genom)\b[^.;]{0,14}$"
)
WE_ARE = compiled(r"\b(?:(?:vi|me|we) (?:er|är|are)|(?:er|är|are) (?:vi|me|we))\b[^.;]{0,30}$")
LEADS_US = compiled(
    r"\b(?:du kommer i tillegg|du kjem i tillegg|du tillkommer|you come on top|pluss deg|plus you|"
    r"i tillegg til deg)\b|^[^.;,]{0,20}\b(?:team|gjeng|lag|grupp|avdeling)\w* (?:som )?du (?:skal |ska |"
    r"vil )?(?:lede|leie|leder|leier|"
    r"leda|leiar)\b|\b(?:(?:leder?|leier?|leiar|leda|leia|leads?|manages?) (?:oss|us|alle|all|laget|lagen|gjengen|"
    r"teamet|the team|det hele|dei|dem|them)|(?:få|får|treffe|get|meet) (?:ny|new) (?:leder|leiar|sjef|chef)|"
    r"(?:lederen|leiaren|sjefen|chefen|ledaren) (?:vår|for oss|deres|deira)|our (?:new )?(?:leader|manager)|"
    r"\w*(?:leder|leiar|sjef|chef|ledare|leader|manager) (?:for|til|åt|to) (?:oss|us|gjengen|laget|gjengjen)|"
    r"(?:trenger|treng|mangler|manglar|behöver|saknar|need) (?:vi |me |we )?(?:nå |no |nu |now )?(?:en|ein|a) (?:ny |"
    r"new )?\w*(?:leder|leiar|sjef|chef|ledare|leader|manager)(?=\W*$))\b|^[^.;]{0,12}\b(?:på|i|in|"
    r"at) (?:the )?(?:kund\w*|support\w*|customer \w+|team\w*|avdeling\w*|førstelinj\w*)[^.;]{0,25}\b(?:trenger|treng|"
    r"søker|søkjer|mangler|manglar|behöver|söker|saknar|søger|need) (?:vi |me |we )?(?:en |ein |a )?(?:ny |"
    r"new )?\w*(?:leder|sjef|leiar|chef|ledare|manager)\b"
)
"""*Vi er seks på kundeservice, og du blir lederen vår*: those who are spoken of are not the firm."""
AMONG = compiled(
    r"\b(?:(?:med|with) (?:god |stor |the )?(?:hjelp|støtte|bistand|help|support) (?:av|fra|frå|of|from)|(?:en |ein |"
    r"ei )?del (?:av|af)|en av|ein av|en af|part of|one of|join\w*|sammen med|saman med|tillsammans med|together with|"
    r"alongside|(?:sam)?arbeid\w* (?:tett |nært )?med|(?:sam)?arbetar? (?:nära )?med|work\w* (?:closely )?with|"
    r"bli med i|bli med på|ingår i|inngår i|till vårt|til vårt|to our)\b[^.;,]{0,35}$"
)
"""Those around: *en del av et team på ni*, *work closely with 15 people*."""
ELSEWHERE = compiled(
    r"\b(?:sam)?(?:arbe[ijt][dt]?\w*|works?|working) (?:\w+ ){0,2}(?:med|with) [^.;,]{3,40}, (?:der|hvor|kor|dær|"
    r"where|som har|which has)\s$"
)
"""*Kundesenteret samarbeider med driftssentralen, der 12 operatører …*: those of another unit."""
SEEKS = compiled(
    r",?\s(?:søker|søkjer|söker|søger|trenger|treng|needs|is looking for|behöver)\s(?:nå |no |nu |now )?(?:en|ein|ei|a|"
    r"an|to|tre|flere|fleire|two)\s(?!(?:\w+ )?\w*(?:leder|sjef|leiar|chef|ledare|manager|head)\b)"
)
"""*Vårt team på 14 søker en kundebehandler*: the job is one beside them."""
SOUGHT = compiled(
    r"\b(?:søker|søkjer|søger|söker|trenger|treng|hiring|hire|recruit|need|ansetter?|tilsette[rt]?|anställer?|"
    r"rekruttere[rt]?|ansætter?|hjelper|hjelp\w*|supports?|serves?|betjener)\s(?:nå\s|our\s|the\s|over\s)?(?:ca\.?\s|"
    r"rundt\s|alle\s|all\s)?$"
)
"""Those who are looked for or served."""
WE_HAVE = compiled(r"\b(?:vi har|we have|vi er)\b[^.;]{0,40}$")

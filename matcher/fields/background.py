"""Education, years of experience and experience of leading: what the person must bring."""

import re

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, moved, number
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.voice import Voice, once, once_for_words, tells

LEVELS = ("upper_secondary", "vocational", "bachelor", "master", "phd")
_LEVEL_OF = {f"education.{level}": level for level in LEVELS}
_GENERIC = compiled(
    r"(?:høyere|høgare|høgere|higher|høyskole|høgskole|høgskule|universitet|högskole|degree|akademisk|"
    r"college|university)"
)
_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_ASKED = (Modality.MUST, Modality.NICE)
_EXPERIENCE = (
    r"(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|fartstid|kunskaper|kunnskap|kompetanse|realkompetanse|"
    r"praksis|arbeid|bakgrunn|kompetens|realkompetence|praktik|training|background|bakgrund|baggrund|career|karriere|"
    r"karriär|track record|ballast|merittliste)(?:en|ene|a|ane|et)?"
)

_STOOD_IN_FOR = (
    r"(?:kompenseres|kompenserast|kompenseras|kompenserat|erstattes|erstattast|oppveies|oppvegast|opvejes|ersättas|"
    r"uppvägas|replaced|substituted|offset|vegast opp|veies opp)"
)
_REPLACES = (
    rf"(?:kompensere\w*|erstatte\w*|erstatta|oppveie\w*|oppvege\w*|(?:vege|veie|vega|väga|veier|veg|gjøre|gjere|make|"
    rf"makes) (?:det )?(?:opp|up|upp)|opveje\w*|ersätt\w*|kompenser\w*|godtas|godtakast|substitute|replace|compensate|"
    rf"uppväg\w*|godtaes|kan godkjennes|kan vurderes|likestilles|likestillast|stå i staden|komme i stedet|stand in|"
    rf"{_STOOD_IN_FOR}|(?:like|lika|lige så|vel så|minst like|just as|equally|as) (?:viktig\w*|vigtig\w*|mye|mykje|"
    rf"mycket|meget|godt?|bra|fint?|relevant\w*|interessant\w*|tungt|much|good|well|verdifull\w*|valuable|högt|høyt)|"
    rf"(?:tyngre|mer|meir|mere|more) (?:enn|än|end|than))"
)
_WAIVED = (
    r"(?:unntak|unntas|undantag|undtagelse\w*|exceptions?|fravike|fravikes|fråvikast|fråvike|fravikast|se bort fra|"
    r"ses bort fra|sjå bort frå|ser (?:vi |me )?(?:gjerne |også )?bort (?:fra|frå)|bortse fra|bortsjå frå|lempe på|"
    r"dropper|dispensere|waived?)"
)
_WEIGHS = (
    r"(?:(?:teller|tel|tæller|veier|veg|veg|vekt|väger|vejer|weighs?|counts?|räknas|betyr|betyder|matters?|trumfer|"
    r"trumfar|går foran)\b\s?(?:\w+\s){0,2}(?:tyngst|tyngre|tungt|tungt|mest|mer|meir|mere|mye|mykje|like|lika|lige|"
    r"høyt|høgt|most|more|heaviest|just|equally|utdanning\w*|utdannelse\w*|education)|(?:er|is|"
    r"är)\s(?:\w+\s){0,2}?(?:viktigere|viktigare|vigtigere|viktigst|more important|most important|avgjørende))"
)
"""*Erfaring veier tyngst*: of two things that are weighed, experience is the heavier or the equal."""
_ACQUIRED = (
    r"(?:tilegn\w+|tileign\w+|skaff\w+|förvärv\w+|erhverv\w+|opparbeid\w+|op?pbyg\w+|uppnå\w+|oppnå\w+|bygget|bygd|"
    r"gained|lært|lärt|learn\w+|acquired|built|tillært|tillärt|tilleigna)"
)
_OTHERWISE = (
    r"(?:på|i|in|by) (?:annen|anna|anden|annet|annat|andet|other|another|andre) (?:måte|vis|sätt|måde|ways?|means)"
)
_SUBSTITUTE = compiled(
    rf"{_EXPERIENCE}\b[^.;]{{0,70}}\b{_REPLACES}|\b(?:eller|or|alternativt|alternatively)\s(?:annen |anna |other |"
    rf"tilsvarende |tilsvarande |motsvarande |tilsvarande |equivalent |comparable |similar |relevant |lang |lengre |"
    rf"flere års |an equivalent |tilsvarende relevant |motsvarande relevant |gjennom |several years of |proven |the |"
    rf"solid |annan |samsvarande |a |an |combination of |mix of |kombinasjon av |kombination av |kombination af |"
    rf"education and |training and |utdanning og |utbildning och |uddannelse og )*(?:\w+ ){{0,2}}(?!leder|leiar|ledar|"
    rf"chef){_EXPERIENCE}|{_EXPERIENCE}\b[^.;]{{0,25}}\b(?:kan|may|can|could)\s(?:en |ein |a |også )?(?:bachelor|"
    rf"fagskole|fagskule|lavere|lågare|lower|kandidat)\w*|(?:kombinert|kombinerad|combined|kombineret|i kombination|i "
    rf"kombinasjon|in combination|sammen|together) (?:med|with) [^.;]{{0,40}}{_EXPERIENCE}|"
    rf"\b{_WAIVED}\b[^.;]{{0,40}}(?:utdanning|utdannelse|krav|uddannelse|utbildning|education|degree|\bgrad(?:en|"
    rf"skravet)?\b|"
    rf"bachelor\w*|master\w*|eksamen\w*|examen|vitnemål)|\b(?:med|with)\s(?:en |ein |a |bare |berre |only "
    rf")?(?:bachelor|"
    rf"master|fagskole|fagskule|fagbrev|lavere|lågare|kandidat)\w*[^.;]{{0,25}}\b(?:må|kreves|krevst|trenger|treng|"
    rf"need|must|"
    rf"requires?|krävs|kræves)\b[^.;]{{0,25}}{_EXPERIENCE}|\b(?:utdanning|"
    rf"utdannelse|krav|uddannelse|utbildning)\w*\b[^.;]{{0,40}}\b{_WAIVED}|\b(?:kan|may|can|could|vil kunne)\s(?:også |"
    rf"òg |og |also )?(?:\w+ )?{_STOOD_IN_FOR}\b[^.;]{{0,40}}{_EXPERIENCE}|\b(?:uten|utan|uden|without|manglar|mangler|"
    rf"saknar|(?:har|har du|om du|hvis du|dersom du) (?:ikke|ikkje|"
    rf"inte))\b[^.;]{{0,50}}\b{_EXPERIENCE}[^.;]{{0,40}}\b(?:søke?|søkje|i betraktning|i fråga|i betragtning|bli "
    rf"vurdert|vurder\w*|apply|considered|aktuell|velkom\w*|"
    rf"welcome|ansöka|søge|høre fra|høyre frå|høra av|hear from)|\b(?:søkere?|søkjarar|søkarar|personer|persons|people|"
    rf"folk|kandidater?|kandidatar|ansøgere|sökande|applicants|candidates|de|dem|dei|deg|dig)\s(?:med|som|with|"
    rf"who)\s[^.;]{{0,40}}{_EXPERIENCE}\b[^.;]{{0,40}}\b(?:vurder\w*|considered|övervägas|overvejes|i betraktning|"
    rf"aktuell\w*|velkom\w*|welcome|oppfordres)|\b(?:equivalent|comparable|similar|tilsvarende|tilsvarande|"
    rf"motsvarande)\s(?:\w+\s)?{_EXPERIENCE}\b[^.;]{{0,20}}\b(?:considered|accepted|vurderes|godtas|beaktas|anerkendes|"
    rf"ok)\b|\b(?:mer|meir|mere|mest|more|most)\s(?:opptatt|opptekne?|intresserad\w*|optaget|interessert|"
    rf"interested)\s(?:av|i|in|of)\s[^.;]{{0,20}}{_EXPERIENCE}|\b(?:annan|anden|annen|anna|other) (?:bakgrund|bakgrunn|"
    rf"baggrund|background)\b[^.;]{{0,45}}\b(?:likvärdig\w*|likeverdig\w*|ligeværdig\w*|tilsvarende|motsvarande|"
    rf"equivalent)|\b{_EXPERIENCE}[^.;]{{0,40}}\b(?:vert |blir |er |kan )?(?:òg |også |also )?(?:velkom\w* til å "
    rf"søk\w+|welcome to apply)|{_EXPERIENCE}\b[^.;]{{0,30}}\b(?:i stedet for|istället för|i stedet|instead|in lieu)|"
    rf"\b(?:gått gradene|gått gradane|worked (?:your|their) way up|arbeidet (?:deg|seg) opp|gått den lange veien)\b|"
    rf"\bhar du (?:en |ein )?(?:annen|anna|annan|anden|other)\b[^.;]{{0,50}}\b{_EXPERIENCE}[^.;]{{0,40}}\b(?:søk\w*|"
    rf"vurder\w*|velkom\w*|høre fra|høyre frå|høra av)|\bseveral years of (?:\w+ ){{0,2}}work\b|"
    rf"\beventuelt\b[^.;]{{0,40}}{_EXPERIENCE}|in lieu of|\b(?:eller|or|alternativt)\s(?:an? |en |ein "
    rf")?bachelor\w*\b[^.;]{{0,25}}\b(?:med|with|og|and|pluss|plus|samt)\b[^.;]{{0,30}}{_EXPERIENCE}|\b(?:mangl\w*|"
    rf"lack\w*|sakn\w*|avsaknad|absence)\b[^.;]{{0,25}}\b(?:utdann\w*|utbildning\w*|uddannelse\w*|education\w*|"
    rf"degree)\b[^.;]{{0,30}}\b{_EXPERIENCE}|{_EXPERIENCE}\b[^.;]{{0,40}}\b{_WEIGHS}|\b(?:eller|or|"
    rf"alternativt)\b[^.;]{{0,25}}\b{_ACQUIRED}\b[^.;]{{0,60}}\b(?:{_OTHERWISE}|gjennom|gjennem|gennem|genom|through|"
    rf"(?:i|via) (?:praksis|praktik(?:en)?|arbeid|arbete|jobb))\b|\b(?:kompeten\w+|kunnskap\w*|kunskap\w*|kvalifika\w+|"
    rf"skills)\b[^.;]{{0,40}}\b{_OTHERWISE}|\b(?:vurderer|vurderar|overvejer|överväger|consider)\s(?:også|òg|även|also|"
    rf"gjerne|gärna)\s[^.;]{{0,60}}{_EXPERIENCE}|\b(?:ikke|ikkje|inte|not)\s(?:avgjørende|avgjerande|avgörande|"
    rf"afgørende|decisive|essential)\b[^.;]{{0,60}}{_EXPERIENCE}|\b(?:like|lika|lige så|just as|as|equal|equally) "
    rf"(?:stor|mye|mykje|mycket|høy|tung|much|great)?\w*\s?(?:vekt|vægt|vikt|weight|emphasis) (?:på|til|till|on|to) "
    rf"(?:\w+ ){{0,2}}{_EXPERIENCE}"
)
_CANNOT = compiled(
    r"\b(?:ikke i stedet for|ikkje i staden for|inte i stället för|not instead of|not a substitute|"
    r"kan ikke|kan ikkje|cannot|can not|kan inte|erstatter ikke|erstattar ikkje|kompenserer ikke|"
    r"kompenserer ikkje|does not replace|ersätter inte)\b"
)
_ON_EDUCATION = compiled(
    r"\b(?:vitnemål\w*|papirer?\b|papir|formell\w* (?:utdanning|kompetanse|utbildning)|utdanning\w*|utdannelse\w*|"
    r"uddannelse\w*|utbildning\w*|education\w*|degree|grad(?:en)?|kravet|examen|diploma|fagbrev|fagprøve|"
    r"svennebrev|bachelor\w*|master\w*)\b"
)
"""Words by which a sentence after the one that asks for education still speaks of it."""
_COUPLE = r"(?:(?:et|eit|ett) par(?:\s?-\s?tre)?|a couple of|a couple)"
_YEARS = compiled(
    rf"(?<![\d.,])\b(?:{_COUPLE}(?P<couple>)|(?P<low>{NUMBER}|halvannet|halvanna|an?(?= year)))\s?\+?(?:\s?(?:-|til|"
    rf"to|till|or|eller)\s?(?:more\s|flere\s|fler\s)?(?P<high>{NUMBER})?\+?)?\s?(?:or more |eller flere |"
    rf"eller fler )?(?:års?|year(?:s|s')?)\b(?!\s*(?:gammel|old|of age|gamle|siden))"
)
_EXPERIENCE_NEAR = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|run |arbeid med|år som|år i|år fra|år frå|år med|år inom|"
    r"år från|arbete|years in|years of|years as|years with|years'|praksis|bakgrunn|background|bak deg|bak dig|"
    r"behind you|under beltet|yrkeserfaring|arbeidet med|leading|managing|managed|led|ledet|leia|leda|lett|jobbet|"
    r"jobba|jobbat|(?:years?|år)\b[^.;]{0,14}\b(?:in|i|innen|innan|som|as|with|inom|at)|arbeidet|arbeidd|worked|år på|"
    r"år hos|track record|vært|vore|varit|været|been|drevet|drive|drivit|ran|\w*praksis|\w*yrket|virke|fartstid|"
    r"(?:solgt|seld|sold|sålt|bygget|bygd|undervist|undervisit|veiledet|kodet|forvaltet|forvalta|bedient|betjent|"
    r"taught|built|"
    r"served|handled|håndtert)\b[^.;]{0,60}\b(?:i|for|in) (?:minst |minimum |at least )?\w+ (?:års?|years?)|"
    r"ansiennitet|ledererfaring|leiarerfaring|lederstilling|leiarstilling|chefskap)\b"
)
_AT_LEAST = compiled(
    rf"\b(?:noen|nokre|nogle|några|some|several|flere|fleire|flera)\s(?:\w+\s)?(?:års?|"
    rf"years?)\b[^.;]{{0,45}}?\b(?:minst|minimum|mindst|at least|min\.)\s(?:{_COUPLE}(?P<couple>)|"
    rf"(?P<low>{NUMBER}))(?=\s?(?:[.,;)]|$)|\s(?:som|in|i|av|as|of)\b)"
)
"""*I nokre år, og aller minst to*: the number stands apart from its years."""
_OLD = compiled(r"\b(?:fylt|fyllt|over|fyldt|aged)\s$")
_ROLE = (
    r"(?!prosjekt|projekt|produkt|project|product|kampanje)(?:(?:team|group|shift|senior|people|line|"
    r"department) )?\w*(?:leder|leiar|sjef|chef|ledare|manager|supervisor|"
    r"team lead|leader|direktør|head of \w+|teamleads?)"
)
_ACTS = (
    r"(?:ledelse|leiing|leda|lede|leie|personalansvar|personalledelse|management|managing|leading|leadership|"
    r"personaleansvar|personaleledelse|arbetsledning|teamledelse|lederroller?|ledarroll|lederskap|ledarskap|chefskap|"
    r"personalledning|personalleiing|gruppledning|folkeledelse|mannskapsledelse)"
)
_LEADING = compiled(
    r"\b(?:\w*ledererfaring\w*|leiarerfaring\w*|leiarrøynsle\w*|ledelseserfaring|ledarerfarenhet|chefserfarenhet|"
    r"lederbakgrunn|(?:fra|frå|from|som|i) (?:en |ein )?(?:\w+ )?(?:leder|leiar|sjefs)jobb\w*|ledande roll\w*|"
    r"(?:leder|leiar|ledelses)(?=- (?:eller|og|and) \w*(?:erfaring|bakgrunn|praksis|røynsle))|lederpraksis|"
    r"leiarpraksis|leiarbakgrunn|(?:leder|leiar|ledelses|ledar)kompet[ae]n[sc]e?\w*|"
    rf"(?:vært|vore|varit|været|been|si(?:ddet|tti|ttet) som|suttit som|jobbet som|jobba som|jobbat som|arbeidet som|"
    rf"arbetat som|arbejdet som|arbeidd som|worked as|fungert som|prøvd (?:deg|seg) som|tidligere|tidligare)\s(?:en |"
    rf"ein |a |an )?{_ROLE}\b|"
    r"(?:hatt|haft|had|held)\s(?:\w+\s){0,3}?(?:ansvar(?:et)? (?:for|över) (?:folk|mennesker|menneske|ansatte|tilsette|"
    r"medarbeidere|medarbeidarar|medarbetare|kolleger|people|staff|andre|others|andra|noen|nokon|nogen)|"
    r"\w*personal\w*ansvar\w*|lederansvar|leiaransvar|"
    r"ledaransvar|people responsibility|staff responsibility|direct reports|underordnede|(?:folk|people|mennesker|"
    r"menneske|"
    r"medarbeidere|medarbetare|ansatte|tilsette|noen|nokon|anställda|others|andre) under (?:deg|dig|you|seg|sig))|"
    r"(?:having |"
    r"have |has )(?:supervised|overseen|coached and led) (?:others|people|staff|colleagues|agents|teams?|an? \w+)|"
    r"(?:been |spent "
    r"[^.;]{3,25} |years |longer |years or longer )in charge of (?:\w+ ){0,4}?(?:teams?|people|staff|department|"
    r"operations)|"
    r"managers? of managers|stått i (?:spissen|spissa|bresjen) for|stått i spetsen för|stået i spidsen for|(?:noe|"
    r"noko|litt|"
    r"någon|lite|some|lidt) (?:ledelse|leiing|ledarskap|lederskap|leadership|ledelseserfaring|management)|(?:of which|"
    r"hvorav|"
    r"varav|herav|kvarav|including)\b[^.;]{0,25}\b(?:with|med) (?:direct reports|underordnede|underordna|egne "
    r"ansatte)|(?:leadership|management|"
    r"managerial|supervisory) (?:experience|position|role|background)|"
    rf"(?:erfaring|røynsle|erfarenhet|experience|bakgrunn|background)[^.;,]{{0,35}}\b(?:med|som|fra|frå|i|innen|of|as|"
    rf"in|av|från|inom|with|from|att|à|som er) (?:\w+ ){{0,3}}?(?:{_ACTS}|{_ROLE})|(?:års?|years?|hvorav|varav|herav|"
    rf"of which|of those|including|dem|dei|them|\w*erfaring|\w*røynsle|\w*erfarenhet|"
    rf"experience)\b[^.;]{{0,45}} (?:som|as|i|in|med|with) (?:a |an |en |ei |ein |\w+ eller |\w+ or )?(?:{_ROLE}|"
    r"\w*personal\w*ansvar\w*|lederansvar|leiaransvar|ledaransvar|ledelsesansvar|people responsibility|"
    r"responsibility for (?:people|staff|a team)|lederrolle|lead(?:ing)? (?:role|position)|"
    r"(?:senior )?leadership(?! team)|leadership role|management role|ledende rolle|lederstilling)|"
    rf"{NUMBER}(?: years| år)? (?:in|i) (?:a )?(?:senior |ledende )?(?:leadership|management|ledelse|"
    rf"leiing)\b(?! team)|som (?:{_ROLE}) (?:i|for|med|fra|av|inom|frå|eller)|chef (?:inom|i|på|för)|leder for ledere|"
    r"erfaren (?:\w+ )?(?:leder|leiar|ledare|chef)|lederresultat\w*|leiarresultat\w*|(?:praksis|resultat\w*) som "
    r"(?:leder|leiar|chef)|"
    rf"leder med|leiar med|"
    r"(?:drevet|drive|drivit|styrt|bygget opp|bygd opp|byggt upp|run|ran|headed|built up) (?:et|eit|en|ein|ei|ett|a|"
    r"an) (?:\w+ ){0,2}(?:\w*kundesent\w*|\w*avdeling\w*|\w*avdelning\w*|\w*team|\w*enhet|\w*eining|department|team|"
    r"unit|cent(?:er|re)|kundtjänst|kundservice|kundeservice)|arbetsledande (?:roll|befattning|ställning|uppgift\w*)|"
    r"arbejdsledende|arbeidsledende|ledende stilling\w*|leiande stilling\w*|lederstilling\w*|leiarstilling\w*|"
    r"lederrolle\w*|leiarrolle\w*|ledande befattning|(?:ha |har |du )?(?:ledet|leia|leda|lett|leidd) (?:\w+ "
    r"){0,3}(?:team|mennesker|folk|medarbeidere|medarbeidarar|kundesent\w*|\w*grupp\w*|\w*team|kundeservice\w*|"
    r"kundservice\w*|lag|laget|vakt|skift|butikk|gjeng|klubb|vaktlag|turnuslag|et team|ei gruppe|en avdeling|"
    r"avdeling\w*|andre|medarbetare|personal|menneske|før|people|ansatte|"
    r"[a-zæøå]{3,}(?:ere|arar|are)|\w*konsulent\w*|\w*agent\w*|kundtjänst\w*|grupp\w*)|(?:managed|led|run|headed) (?:a "
    r"|an |people|managers|leaders|teams|small|an? \w+ team|\w+ team|customer|support)|(?:managing|leading) (?:a|an|"
    r"people|teams?|(?:\w+-)?\w+ teams?|managers|leaders|customer|support|others|and developing)|lede eller coache|"
    r"(?:vant|vante|vane|van|vana) (?:til å|med å|ved å|vid att|att|av att|at) (?:lede|leie|leda)|used to (?:leading|"
    r"managing)|\w+ (?:service|support|centre|center|team|people|operations) leadership|vant til å leie|people "
    r"management|line management|proven leader|ledelse af|at least \w+ (?:years )?in a management)\b"
)
_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|"
    r"product manag|success manag|case manag|crm|relationship manag|time manag|stakeholder manag|"
    r"change manag|knowledge manag|quality manag|endringsledelse|workforce manag|queue manag"
)


_ALTERNATIVE = compiled(r"\b(?:eller|or|alternativt)\b")
_NESTED = compiled(r"\b(?:hvorav|of which|derav|varav)\b")


_SCHOOLING = gates.EDUCATION | gates.SCHOOL


def education(document: Document) -> tuple[Found[str] | None, Modality | None, Found[bool] | None]:
    """Lowest level taken, how it is asked, and whether experience may stand in for it."""
    asked: list[tuple[Modality, int, Found[str]]] = []
    substitute: Found[bool] | None = None
    spoken = False
    for at, voice in document.said:
        before, spoken = spoken, False
        if not (before or voice.mask & _SCHOOLING) or voice.section in _SILENT:
            continue
        replaced = False
        if voice.mask & gates.EDUCATION:
            levels, replaced = _education(voice)
            asked += [(modality, rank, moved(found, at)) for modality, rank, found in levels]
            spoken = voice.holds(ConceptKind.EDUCATION)
        if substitute is None and (replaced or (before and _replaces(voice)) or (asked and _still_replaces(voice))):
            substitute = Found(True, at, at + len(voice.folded))
    if not asked:
        return None, None, None
    required = [item for item in asked if item[0] is Modality.MUST] or asked
    modality, _, found = min(required, key=lambda item: item[1])
    return found, modality, substitute


@once
def _education(voice: Voice) -> tuple[tuple[tuple[Modality, int, Found[str]], ...], bool]:
    """The levels that a sentence asks for, and whether experience may stand in."""
    levels = []
    for hit in voice.hits:
        level, modality = _level(hit), field_of(voice, hit.start, hit.end) if _level(hit) else None
        if level and modality in _ASKED:
            assert modality is not None
            levels.append((modality, LEVELS.index(level), hit))
    named = {
        modality for modality, _, hit in levels if _level(hit) in ("bachelor", "master") and not _generic(voice, hit)
    }
    asked = tuple(
        (modality, rank, Found(LEVELS[rank], hit.start, hit.end))
        for modality, rank, hit in levels
        if not (_generic(voice, hit) and modality in named)
    )
    return asked or _craft(voice), voice.holds(ConceptKind.EDUCATION) and _replaces(voice)


@once_for_words
def _replaces(voice: Voice) -> bool:
    """Does the sentence say that experience may stand in for something?"""
    return stands_in(voice.folded, 0, len(voice.folded))


def stands_in(folded: str, start: int, end: int) -> bool:
    """Does ``folded[start:end]`` say that experience may stand in for something?"""
    return bool(_SUBSTITUTE.search(folded, start, end)) and not _CANNOT.search(folded, start, end)


def cannot_stand_in(folded: str, start: int, end: int) -> bool:
    """Does it say that nothing may?"""
    return bool(_SUBSTITUTE.search(folded, start, end)) and bool(_CANNOT.search(folded, start, end))


@once_for_words
def _still_replaces(voice: Voice) -> bool:
    """Does a sentence after the one that asks for education say so of it?"""
    return bool(_ON_EDUCATION.search(voice.folded)) and _replaces(voice)


_CRAFT = compiled(
    r"\bu(?:tdannet|tdanna|ddannet|tbildad)\s(?:som\s)?(?:[\w-]+\s)?[\w-]*(?:elektriker|montør|mekaniker|mekanikar|"
    r"tekniker|"
    r"rørlegger|rørleggar|tømrer|tømrar|snekker|snickare|smed|maler|målare|murer|murar|kokk|kok|kock|frisør|baker|"
    r"bager|"
    r"slakter|sveiser|svejser|logistikkoperatør|fagarbeid\w+|yrkessjåfør)\b"
)
"""*Er uddannet elektriker*: a craft, which is learnt by an apprenticeship."""


def _craft(voice: Voice) -> tuple[tuple[Modality, int, Found[str]], ...]:
    found = _CRAFT.search(voice.folded)
    modality = field_of(voice, *found.span()) if found else None
    if found is None or modality not in _ASKED:
        return ()
    assert modality is not None
    return ((modality, LEVELS.index("vocational"), Found("vocational", *found.span())),)


def _level(hit: Hit) -> str | None:
    if hit.concept.id.startswith(("certification.fagbrev", "certification.mesterbrev")):
        return "vocational"
    return _LEVEL_OF.get(hit.concept.id)


def _generic(voice: Voice, hit: Hit) -> bool:
    """*Higher education*, which gives way to a degree that is named beside it."""
    if hit.concept.id != "education.bachelor" or "bachelor" in voice.folded[hit.start : hit.end]:
        return False
    return bool(_GENERIC.search(voice.folded, hit.start, hit.end))


def experience_years(document: Document) -> Found[float] | None:
    """Years of the first stated requirement: with alternatives the smaller, of nested ones the outer."""
    nice: Found[float] | None = None
    for at, voice in document.speaking(gates.YEARS):
        if voice.section in _SILENT:
            continue
        years = _years(voice)
        if years is None:
            continue
        modality = field_of(voice, years.start, years.end)
        if modality is Modality.MUST:
            return moved(years, at)
        if modality is Modality.NICE and nice is None:
            nice = moved(years, at)
    return nice


@once_for_words
def _years(voice: Voice) -> Found[float] | None:
    folded = voice.folded
    schooled = voice.holds(ConceptKind.EDUCATION)
    if not _EXPERIENCE_NEAR.search(folded) or (schooled and _SUBSTITUTE.search(folded)):
        return None
    found = [
        match for match in _YEARS.finditer(folded) if not _OLD.search(folded, max(0, match.start() - 8), match.start())
    ] or list(_AT_LEAST.finditer(folded))
    if not found:
        return None
    first = found[0]
    value = _count(first)
    for other in found[1:]:
        between = folded[first.end() : other.start()]
        if _ALTERNATIVE.search(between) and not _NESTED.search(between):
            value = min(value, _count(other))
    return Found(float(value), first.start(), first.end()) if value <= 40 else None


def _count(years: re.Match[str]) -> float:
    if years["couple"] is not None:
        return 2
    if years["low"].startswith("halv"):
        return 1.5
    return 1 if years["low"] in ("a", "an") else number(years["low"])


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for at, voice in document.speaking(gates.LEADING):
        if voice.section in _SILENT:
            continue
        for modality, start, end in leading(voice):
            if modality is Modality.MUST:
                return modality, at + start, at + end
            if modality is Modality.NICE and best is None:
                best = (modality, at + start, at + end)
    return best


_READY = compiled(
    r"\b(?:eller|or)\s(?:er |du er |som er |are |at du er |har |du kjenner deg |føler deg |stor |"
    r"sterk )?(?:den (?:alle|andre|de andre|kollegene|som alle)|klar|ready|motivert|moden|redo|parat|lyst|mod på|"
    r"mot til|vilje til|ambisjon\w*|ønske om|potensial\w*)\b"
)
"""*Har ledet folk før, eller er klar for det*: a beginner may come."""


def _led(voice: Voice, found: re.Match[str]) -> Modality | None:
    modality = field_of(voice, found.start(), found.end())
    beginner = modality is Modality.MUST and _READY.search(voice.folded, found.end())
    return Modality.NICE if beginner else modality


@once
def leading(voice: Voice) -> tuple[tuple[Modality | None, int, int], ...]:
    """How the sentence speaks of experience in leading people, and where."""
    return tuple(
        (_led(voice, found), found.start(), found.end())
        for found in _LEADING.finditer(voice.folded)
        if not _NOT_LEADING.search(" ".join(found.group().split()[-2:]))
    )


tells(gates.YEARS, _years)
tells(gates.LEADING, leading)

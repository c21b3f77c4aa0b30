"""Whose duty is it? The job holder's, others', or everybody's."""

import re

from matcher.fields.shift_actors import SEEKS, is_of_others, is_past, takes_turns
from matcher.fields.shift_clauses import clause_end
from matcher.folding import compiled
from matcher.sections import Section

_PERSONAL = compiled(
    r"\b(?:du|deg|(?:din|your)(?! (?:\w+ )?(?:[a-z]+s|team\w*|staff|people|crew|avdeling|gruppe|stab|"
    r"gjeng)\b(?<!hours))|dine (?:egne )?(?:arbei|vag?kt|kveld|helg|timer)\w*|you|dig|arbeidstid\w*|arbeidstida|"
    r"arbetstid\w*|arbejdstid\w*|stillingen|stillinga|tjänsten|willingness|willing to|stilling\b|heltidsstilling|must "
    r"be able|the (?:manager|lead|supervisor|head) (?:takes|covers|works|has|does|joins|shares)|må regne med|må "
    r"påregnes|påregnes|må påreknast|inngår|ingår|the role|working hours|hours are|the position|(?:lederen|leiaren|"
    r"chefen|ledaren) (?:tar|tek|har|går|jobber|arbeider)|hører med|høyrer med|hører til|comes with|expect|regn med|"
    r"rekn med|the job|du har|deltar|medfører|innebærer|inneber|forekommer|forekomme|kan forekomme|jobbe|arbeide|"
    r"arbeta|jobba|arbejde|hours|shift allowance|turnustillegg|vil bli|skifttillegg)\b"
)
_TASK_DUTY = compiled(
    r"\b(?:carry|carrying|hold|holding|bære|bera|bära|ha|hava) (?:the |our )?(?:[\w-]+ )?(?:phone|pager|mobile|"
    r"\w*vakttelefon\w*|\w*vagttelefon\w*|jourtelefon\w*)\b|\bdu har (?:\w+ )?\w*va[gk]t (?:hver|kvar|var|en|ei|ein|"
    r"annenhver)\b|\b(?:be|være|vere|vara) on[- ]call\b|\b(?:bidra (?:i|til|med)|(?:deltakelse|deltaking|deltagelse|"
    r"deltagande|participation) (?:i|in|på)|delta i|inngå i|ta del i|gå i|step in (?:on|for)|take (?:part|(?:your|a) "
    r"(?:turn|share))|stå(?:r)? (?:selv |sjølv |også |òg )?på vakt|participate in|delta på|ingå i|indgå i|ta vakter|gå "
    r"vakter|delta i vaktordning|inngå i vakt|gå inn i \w*vakt\w*|(?:ta|have|work|take) (?:di|din|your) (?:eiga|egen|"
    r"eigen|own) \w*(?:va[gk]t|shift|turn))\b"
)
_JOINS = compiled(
    r"\b(?:du|you|stillingen|stillinga|lederen|leiaren|tjänsten|rollen|vedkommende)\b[^.;]{0,30}?\b(?:inngår|gjeng inn|"
    r"deltar|deltek|tar del|tek del|går inn|take part|takes part|participates?|ingår|indgår|deltager|"
    r"share) (?:\w+ )?(?:i|in|på)\b|\bstår (?:selv |sjølv |også |òg )?på vakt\b|\b(?:role|position|job|stillingen|"
    r"stillinga|rollen|jobben) (?:is|er) (?:a |en |ein )?(?:part|del) (?:of|av) [^.;]{0,30}(?:roster|rota|schedule|"
    r"turnus\w*|vaktplan\w*|vaktordning\w*)\b|\b(?:inngår|deltar|deltek|ingår|indgår|deltager|går|gjeng) (?:du|leiaren|"
    r"lederen|sjefen|chefen) (?:inn )?(?:\w+ )?(?:i|på)\b|\b(?:vi|me|we) (?:alle |all )?(?:veksler|vekslar|deler|delar|"
    r"roterer|roterar|rullerer|rullerar|bytter|byter|rotate|alternate|share|turas om|skifter) (?:på|om|with|the|i)\b|"
    r"\b(?:veksler|vekslar|roterer|rullerer|rullerar|bytter|byter|deler|delar|turas|skiftes|rotate|share) (?:vi|me|"
    r"we) (?:på|om|i|with|the)\b|\b(?:leder(?:ne|en)|leiar(?:ane|en)|chefer(?:na|ne)|sjefene|managers|"
    r"leaders) (?:bytter|byter|veksler|vekslar|deler|delar|roterer|rullerer|take turns|rotate|share|turas)\b|\b(?:alle|"
    r"everyone|everybody|alla),? (?:også|inkludert|including|even|även|inklusive) (?:\w+ )?\w+,? (?:tar|tek|jobber|"
    r"arbeider|går|stiller|works?|takes?|jobbar)\b"
)
_SHARES = compiled(
    r"\b(?:den|det|dei|de|dem|it|them) (?:tar|tek|tager) (?:også |òg |och )?(?:lederen|leiaren|sjefen|chefen|du)\b|"
    r"\b(?:som|which|that) (?:alle|alla|all|everyone)\b (?:\w+ )?(?:deltar|deltek|tar del|tek del|inngår|går|is part|"
    r"are part|takes? part|joins?)\b|\b(?:er det|det er|är det|is it|it is|it's) (?:du|deg|dig|you) (?:som|who|that)\b|"
    r"\bi rotasjon med\b|\bin rotation with\b|\bpå lik line med\b|\bpå lik linje med\b|\b(?:you|du) join (?:the|our|a) "
    r"[^.;]{0,30}(?:rota|roster|schedule|shift)|\b(?:tar|tek|tager|takes?|går|gjeng|har|jobber)\s(?:[a-zæøå]*vag?kt\w*|"
    r"shifts?)\s(?:sine|dine|dina|sina)\b|\b(?:du|you) (?:tar|tek|tager|har|take|do|work|jobber) (?:dine|dina|yours)\b|"
    r",\s(?:også|òg|included|also)\s(?:for (?:deg|dig|you|leder|leiar|chef|sjef|stilling)|du\b|deg\b|you\b)|"
    r"\b(?:ansvar(?:et)? for|ansvarlig for|responsib(?:le|ility) for) (?:the |a )?[a-zæøå]*(?:vakt|vagt|shift)\w* "
    r"(?:hver|kvar|var|every|annenhver|annankvar|varannan)\b|,\s(?:også|òg|inkludert|including|even|även) (?:for "
    r")?(?:lederne|lederen|leiaren|leiarane|sjefen|cheferna|chefen|the managers?|deg|you)\b|\b(?:er|is) (?:di|din|"
    r"yours)\b(?!\s\w)|\b(?:du|you) (?:er|are) (?:også |òg |also )?(?:med|part) (?:i|på|of) (?:den|det|denne|dette|"
    r"disse|that|it|this|these|vakt\w*|turnus\w*)\b|\b(?:tar|tek|takes?|deler|shares?) (?:sin|din|your|their|its|ditt) "
    r"(?:del|tur|share|turn) (?:av|i|of|in) (?:disse|desse|dem|dei|these|them|dette|it|(?:the |de |dei )?(?:\w*vakt|"
    r"helg|kveld|natt|turnus|evening|night|weekend|late|rota|roster|shift)\w*)\b|\b(?:du (?:må|skal|vil|kan|behöver|"
    r"måste)|(?:må|skal|vil|måste|behöver) du|you (?:will|must|should)|jobber du|jobbar du|arbeider du|arbetar du|tar "
    r"du|tek du|arbejder du|you work|you cover)\s(?:[^.;,]{0,30}\s)?(?:annenhver|annakvar|annankvar|varannan|hveranden|"
    r"every (?:other|second|third|fourth)|(?:hver|kvar|hvert|kvart|var) (?:andre|annen|tredje|fjerde|femte|sjette|"
    r"fjärde|sjätte))\b"
)
"""*Åpen annenhver lørdag, og lederen tar sin del av disse*."""
_OTHERS = compiled(
    r"\b(?:(?<!rullerende )(?<!rullerande )(?<!roterende )(?<!etter )(?<!oppsatt )(?<!fast )plan(?:legger?|legging|"
    r"legg\w*|ning|erar?|lægger?)?|lage[r]?|lagar|sette?r? opp|setj?e?r? opp|staffed|bemann\w*|(?:er|blir|is|"
    r"are) (?:betjent|besvart|åpne|served)|schedul\w+|schemalägg\w*|(?:team|agents|staff|people) works? (?:in|on|"
    r"around|shifts)|fordele[rs]?|fordeling\w*|fördela\w*|godkjen\w*|lægger|(?<!rotating )(?<!leadership "
    r")(?<!managers' )(?<!leader )rosters?|turnusplan\w*|(?<!rullerende )(?<!rullerande )(?<!roterende )(?<!etter "
    r")vaktplan\w*|(?<!i en )(?<!i ei )(?<!en )vaktlist\w*|erfaring|erfarenhet|kjennskap|experience|kunnskap|åpn\w*|"
    r"åpent?|open|opening hours|öppen|öppet|åben|ope|op[ne]+ingstid\w*|opnar|åbningstid\w*|öppettid\w*|intervju\w*|"
    r"svarer døgnet|(?:egen|egne|eigen|eigne|own) \w*(?:vaktleder|vaktledere|vaktleiar|vaktleiarar|kveldsteam|team)|"
    r"holder åpent|who (?:covers?|works?|staff)|(?<!deg )(?<!dig )som (?:jobber|jobbar|arbeider|arbeidar|arbetar|"
    r"arbejder|dekker|bemanner|går|gjeng)|(?<!one )(?<!you )that (?:works?|covers?|runs?)|set opp|(?:ansvarlig|"
    r"ansvarleg|ansvarig|ansvar) for(?: at)?|sørge[r]? for at|tillitsvalgte|teamet jobber|team work|ringer)\b"
)
REQUIREMENTS = (Section.MUST, Section.NICE, Section.TRAITS)


def concerns_you(sentence: str, section: Section, word: re.Match[str], clause: int) -> bool:
    end = clause_end(sentence, word.end())
    if is_past(sentence, clause, word):
        return False
    if _JOINS.search(sentence, clause, word.end()) or _SHARES.search(sentence, clause):
        return True
    if takes_turns(sentence, clause, end, word):
        return True
    if is_of_others(sentence, clause, end, word):
        return False
    if _LEISURE.search(sentence, clause):
        return False
    if section is Section.TASKS:
        return bool(_TASK_DUTY.search(sentence, clause))
    if section in REQUIREMENTS or section is Section.OFFER:
        praised = section is Section.OFFER and _PRAISED.search(sentence, clause, word.start())
        return not praised and not _OTHERS.search(sentence[clause : word.start()])
    if SEEKS.search(sentence, clause, word.start()):
        return True
    personal = list(_PERSONAL.finditer(sentence, clause, min(end, word.end() + 30)))
    if personal:
        return not _others_between(sentence, clause, personal, word)
    return not (SUBJECT.search(sentence) or _OTHERS.search(sentence) or _WHENEVER.match(sentence))


_LEISURE = compiled(
    r"\b(?:(?:firma)?hytt[ea]\w*|leie (?:i|på|til)|(?:gratis|free) (?:trening|treningssenter|training|gym|mat|food)\w*|"
    r"sommerfest\w*|lønningspils|fredagspils|after ?work|borrow|cabins?|quiz\w*|kveldskurs|(?:evening|"
    r"night) (?:class(?:es)?|school|courses?)|aftenkurs|kveldsmat)\b"
)
_PRAISED = compiled(r"\b(?:fri|tillegg|tillæg)\b")
_WHENEVER = compiled(
    r"\W*(?:(?:når|nar|when(?:ever)?)\b|(?:hver|kvar|varje) (?:natt|kveld|kväll|aften|helg|weekend) [a-zæøå]+r (?!du\b|"
    r"vi\b|me\b|alle\b|alla\b|leder|leiar))"
)
"""*Når hunden blir syk om kvelden*, *hver natt ruller tekstilene ut*: something that happens, and no working time."""
SUBJECT = compiled(
    r"\b(?:vi|me|we|our|vår\w*|de|dei|they|nabo\w*|\w*sent(?:er|eret|ret)|\w*senteret|team\w*|kundeserv\w*|"
    r"kundtjänst\w*|kundservice\w*|butikk\w*|kunder\w*|customers|guests|om natten|på natten|kollega\w*|medarb\w*|"
    r"ansatte|agents|advis[eo]rs|rådgiver\w*|konsulent\w*|kundebehandler\w*|handläggar\w*|tilsette|kurs\w*|samling\w*|"
    r"seminar\w*|arrangement\w*|messe\w*|jul(?!i\b)\w*|hyttetur\w*|sommerfest\w*|quiz\w*|konsert\w*|spillkveld\w*|fest|"
    r"fester|teambuilding|party|feir\w*|pizza|partner\w*|\w*byrå\w*|leverandør\w*|vendors?|innleide|tickets|calls|"
    r"henvendelse\w*|førespurnad\w*|samtaler|trafikken|orders|ordre\w*|bestillinger)\b"
)
"""Somebody else's evenings: without such a subject a bare *Vaktordning med kveld og helg* is the job's."""


def _others_between(sentence: str, clause: int, personal: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Is it the opening hours or somebody's roster that falls on evenings, not the job?"""
    before = [match for match in personal if match.start() < word.start()]
    begin = before[-1].end() if before else max(clause, word.start() - 60)
    return bool(_OTHERS.search(sentence[begin : word.start()])) or (
        not before and bool(_OTHERS.search(sentence[clause : word.start()]))
    )

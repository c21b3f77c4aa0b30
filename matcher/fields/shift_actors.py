"""Who works in the evenings? The job holder, all together, others; now, or in the past."""

import re

from matcher.folding import compiled

LEADERS = (
    r"(?:leder(?:en|ne|e)?|leiar(?:en|ane|ar)?|ledar(?:en|na|e)|chef(?:en|er|erna|erne)?|sjef(?:en|ene|er)?|"
    r"the (?:manager|lead|supervisor)|managers?|leaders|leads|ledelsen|leiinga|ledningen|leder(?:gruppen|gruppa)|"
    r"leiargruppa)"
)
JOB = (
    r"(?:(?:led[ea]r|leiar|chefs)?stilling(?:en|a|i)?|rollen|rolla|roll|jobben|jobbet|tjänsten|befattningen|"
    r"(?:the|this) (?:role|job|position|post))"
)
YOU = compiled(rf"\b(?:du|deg|dig|you|you'll|you're|yourself|vedkommende|{LEADERS}|{JOB})\b")
_TOGETHER = compiled(r"\b(?:vi|me|we|us|oss|dere|dykk|de[ir]e|alle|alla|everyone|everybody|all of us|ni)\b")
_TIMES = (
    r"(?:led|leiar|chef|sjef|helg|kveld|kväll|natt|nätt|nett|aften|weekend|va[gk]t|dag|u[kg]e|vek|veck|tim|morgen|"
    r"morgon|lørdag|laurdag|lördag|søndag|söndag|man[ae]d|måned|månad|ferie|høytid|skift|turnus|perio|sesong|hverdag|"
    r"kvard|vardag|afton|jul|pås)"
)
_OTHERS = (
    rf"(?:(?!{_TIMES})[a-zæøå]{{3,}}(?:[^aeiouyæøå]erne|ørene|ørane|[^d]arane|arna|[^aeiouyæøå]erna|entene|entane|"
    rf"istene|"
    r"erarna)|(?:våre|våra|vores|vore|dine|dina|våres|our|your|their|the|(?:de|dei|the) (?:andre|øvrige|other)) "
    r"(?:[a-zæøå-]+ )?(?!hours|sundays|saturdays|evenings|weekends|nights|holidays)[a-zæøå]{3,}(?:ere|are|ører|ørar|"
    r"ers|ors|ians|ists|nts)|(?:(?:an|til|inn)satte|tilsette|anställda|medarbe[ij]d(?:ere|arar|ere)|medarbetare|"
    r"[a-zæøå]*konsulenter|studenter?|studentar|innleide|vikarer|tillkallings\w*|agents|engineers|technicians|"
    r"advis[eo]rs|specialists|staff|colleagues|employees|supervisors|students|operators|members|mennesker|menneske|"
    r"menneskje|personer|people|engineering|operations|guards?)|[a-zæøå]*(?:selskap|firma|byrå|leverandør|avdeling|"
    r"partner)(?:et|en|a|ar?|er|erna|erne)?|[a-zæøå]+(?:laget|folk[ae]?n?e?)|[a-zæøå]*teams?(?:et|ene|a)?|(?:firm|"
    r"company|vendor|agency|supplier|contractor)s?|(?:dem|de|dei|those|someone|people|folk|andre) (?:som|who|that|"
    r"else))"
)
OTHERS = compiled(rf"\b{_OTHERS}\b")
"""*Montørene, våre teknikere, the agents, vaktselskapet, driftsfolka*: the many and firms are not the reader."""
_WRITER = compiled(r"\W*(?:jeg|eg|jag)\b")
"""*Jeg svarer på kveldstid* tells when whoever wrote the ad may be reached."""
_OWN_ROTA = compiled(
    r"\b(?:har|have|has) (?:sin |si |its |their )?(?:egen|eigen|eget|eiga|own)\b|"
    r"\b(?:sin|si|sitt|its|their) (?:egen|eigen|eget|eiga|own) (?:\w*vakt|\w*turnus|\w*skift|\w*beredskap|rota|shift)"
)
"""*Nettvakta har eigen turnus.*"""
_DONE = (
    r"(?:jobb(?:et|a|at)|arbeid(?:et|d|dd)|arbe[tj]+(?:at|det|et)|worked|ledet|leia|leidd|lett|led|managed|run|styrt|"
    r"gått|gjort|hatt|haft|had|stått|kjent|vært|vore|vori|varit|været|been|done|drevet|drive|hett|covered|seen|sett|"
    r"tatt|"
    r"teke|tagit|taget|planlagt|prøvd|prøvet|bemannet|bemanna|satt opp|organised|scheduled)"
)
PAST = compiled(
    rf"\b(?:har|have|has|hatt|haft|had|having|you've|ha|måtte|gikk|gjekk|tok|jobbet|arbeidet|jobbade|worked)\b"
    rf"[^.;,]{{0,30}}?\b{_DONE}\b|\bhaving {_DONE}\b|^\W*(?!arbe){_DONE}\b|\b(?:tidligere|tidlegare|tidigare|"
    rf"previously|"
    rf"formerly|used to|"
    r"pleide|pleidde|(?:en gang|ein gong|engang|en gång|once)(?! (?:i|per|pr|hver|kvar|om|var|a|every|in|imellom|"
    r"mellom|"
    r"each)\b)|(?:i )?(?:forrige|førre|förra|previous|last) (?:jobb|stilling|job|role|tjänst))\b"
)
"""*Du har selv jobbet skift*, *tidligere måtte lederen ta helger*: what was is no promise of what will be."""
_TURNS = (
    r"(?:del(?:er|ar)(?! (?:ut|opp|inn|upp|in)\b)|share[sd]?|bytt?[ea]r|bytes?|veksler|vekslar|roterer|roterar|"
    r"rullerer|"
    r"rullerar|rotates?|alternates?|takes? turns|turas|skiftes?|skiftas|byttes|bytast|avløser|på omgang|på omgong|"
    r"på rundgang)"
)
_SHARERS = rf"(?:du|vi|me|we|you|alle|dere|{LEADERS})"
TURNS = compiled(
    rf"\b{_SHARERS}\b[^.;:]{{0,40}}?\b{_TURNS}\b|\b{_TURNS}\b(?:[^.;:,]{{0,20}}?|"
    rf" mellom [^.;:,]{{0,20}}?)\b{_SHARERS}\b"
)
"""*Lørdagene deler du med driftslederen*, *vi er fire ledere som bytter på helgene*."""
TURNS_THEN = compiled(rf"\b{_SHARERS} {_TURNS} (?:på |om )?(?:då|da|then|disse|desse|dem|dei|them|these|det)\b")
"""*Vi har öppet lördagar, och du turas då om med din kollega.*"""
SEEKS = compiled(
    r"\b(?:vi|me|we) (?:\w+ )?(?:trenger|treng|søker|søkjer|söker|søger|seek|need|mangler|manglar|vil ha|leter|letar|"
    r"behöver|want)\b"
)
"""*Vi trenger en vaktleder på natt.*"""


_BEHIND = len(" i m")
"""Letters behind a word that tell *en gang* from *en gang i måneden*."""


def is_past(sentence: str, clause: int, word: re.Match[str]) -> bool:
    """Is it told of as something that was?"""
    clause = max(sentence.rfind(": ", clause, word.start()), clause)
    begin = max(sentence.rfind(", ", clause, word.start()), clause)
    return bool(PAST.search(sentence, clause, word.end() + _BEHIND) or PAST.search(sentence, begin, word.end() + 30))


def takes_turns(sentence: str, clause: int, end: int, word: re.Match[str]) -> bool:
    """Do the reader and others, or those who lead, share it among them?"""
    if TURNS_THEN.search(sentence, word.end()):
        return True
    turns = TURNS.search(sentence, max(clause, word.start() - 70), min(end, word.end() + 60))
    return turns is not None and not OTHERS.search(sentence, clause, turns.start())


def is_of_others(sentence: str, clause: int, end: int, word: re.Match[str]) -> bool:
    """Between the commas around it, is somebody else named, and neither the reader nor all of them?"""
    begin = max(sentence.rfind(", ", clause, word.start()), clause)
    stop = sentence.find(", ", word.end(), end)
    stop = end if stop < 0 else stop
    if _WRITER.match(sentence, begin):
        return True
    if YOU.search(sentence, begin, stop) or _TOGETHER.search(sentence, begin, stop):
        return False
    return any(
        other.end() <= word.start() or other.start() >= word.end() for other in OTHERS.finditer(sentence, begin, stop)
    ) or bool(_OWN_ROTA.search(sentence, begin, word.end()))

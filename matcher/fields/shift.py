"""Does the job holder work outside daytime on a rota? Opening hours and others' rosters alone say nothing."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, first_row, moved
from matcher.fields.shift_words import DAYTIME, SHIFT
from matcher.folding import compiled, word_set
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, once, tells

_DU = compiled(r"\b(?:du|you)\b")
_PERSONAL = compiled(
    r"\b(?:du|deg|(?:din|your)(?! (?:\w+ )?(?:[a-z]+s|team\w*|staff|people|crew|avdeling|gruppe|stab|"
    r"gjeng)\b(?<!hours))|dine (?:egne )?(?:arbei|vag?kt|kveld|helg|timer)\w*|you|dig|arbeidstid\w*|arbeidstida|"
    r"arbetstid\w*|arbejdstid\w*|stillingen|stillinga|tjänsten|willingness|willing to|stilling\b|heltidsstilling|"
    r"must be able|må regne med|må påregnes|påregnes|må påreknast|inngår|ingår|the role|working hours|hours are|"
    r"the position|(?:lederen|leiaren|chefen|ledaren) (?:tar|tek|har|går|jobber|arbeider)|hører med|høyrer med|"
    r"hører til|comes with|expect|regn med|rekn med|the job|du har|deltar|medfører|innebærer|inneber|forekommer|"
    r"forekomme|kan forekomme|jobbe|arbeide|arbeta|jobba|arbejde|hours|shift allowance|turnustillegg|vil bli|"
    r"skifttillegg)\b"
)
_TASK_DUTY = compiled(
    r"\b(?:bidra (?:i|til|med)|(?:deltakelse|deltaking|deltagelse|deltagande|participation) (?:i|in|på)|delta i|"
    r"inngå i|ta del i|gå i|step in (?:on|for)|take (?:part|(?:your|a) (?:turn|share))|stå(?:r)? (?:selv |sjølv |også |"
    r"òg )?på vakt|participate in|delta på|ingå i|indgå i|ta vakter|gå vakter|delta i vaktordning|inngå i vakt)\b"
)
_JOINS = compiled(
    r"\b(?:du|you|stillingen|stillinga|lederen|leiaren|tjänsten|rollen|vedkommende)\b[^.;]{0,30}?\b(?:inngår|deltar|"
    r"deltek|tar del|tek del|går inn|take part|takes part|participates?|ingår|indgår|deltager|share) (?:\w+ )?(?:i|in|"
    r"på)\b|\bstår (?:selv |sjølv |også |òg )?på vakt\b|\b(?:role|position|job|stillingen|stillinga|rollen|"
    r"jobben) (?:is|er) (?:a |en |ein )?(?:part|del) (?:of|av) [^.;]{0,30}(?:roster|rota|schedule|turnus\w*|"
    r"vaktplan\w*|vaktordning\w*)\b|\b(?:inngår|deltar|deltek|ingår|indgår|deltager) du (?:\w+ )?(?:i|på)\b|\b(?:vi|me|"
    r"we) (?:alle |all )?(?:veksler|vekslar|deler|delar|roterer|roterar|rullerer|rullerar|bytter|byter|rotate|"
    r"alternate|share|turas om|skifter) (?:på|om|with|the|i)\b|\b(?:veksler|vekslar|roterer|rullerer|rullerar|bytter|"
    r"byter|deler|delar|turas|skiftes|rotate|share) (?:vi|me|we) (?:på|om|i|with|the)\b|\b(?:leder(?:ne|en)|"
    r"leiar(?:ane|en)|chefer(?:na|ne)|sjefene|managers|leaders) (?:bytter|byter|veksler|vekslar|deler|delar|roterer|"
    r"rullerer|take turns|rotate|share|turas)\b|\b(?:alle|everyone|everybody|alla),? (?:også|inkludert|including|even|"
    r"även|inklusive) (?:\w+ )?\w+,? (?:tar|tek|jobber|arbeider|går|stiller|works?|takes?|jobbar)\b"
)
_SHARES = compiled(
    r"\b(?:tar|tek|tager|takes?|går|gjeng|har|jobber)\s(?:[a-zæøå]*vag?kt\w*|shifts?)\s(?:sine|dine|dina|sina)\b|"
    r"\b(?:du|you) (?:tar|tek|tager|har|take|do|work|jobber) (?:dine|dina|yours)\b|,\s(?:også|òg|included|"
    r"also)\s(?:for|du|deg|you)\b|,\s(?:også|òg|inkludert|including|even|även) (?:for )?(?:lederne|lederen|leiaren|"
    r"leiarane|sjefen|cheferna|chefen|the managers?|deg|you)\b|\b(?:er|is) (?:di|din|yours)\b(?!\s\w)|\b(?:du|"
    r"you) (?:er|are) (?:også |òg |also )?(?:med|part) (?:i|på|of) (?:den|det|denne|dette|disse|that|it|this|these|"
    r"vakt\w*|turnus\w*)\b|\b(?:tar|tek|takes?|deler|shares?) (?:sin|din|your|their|its|ditt) (?:del|tur|share|"
    r"turn) (?:av|i|of|in) (?:disse|desse|dem|dei|these|them|dette|it|(?:the |de |dei )?(?:vakt|helg|kveld|natt|turnus|"
    r"evening|night|weekend|late|rota|roster|shift)\w*)\b|\b(?:du (?:må|skal|vil|kan|behöver|måste)|(?:må|skal|vil|"
    r"måste|behöver) du|you (?:will|must|should)|jobber du|jobbar du|arbeider du|arbetar du|tar du|tek du|arbejder du|"
    r"you work|you cover)\s(?:[^.;,]{0,30}\s)?(?:annenhver|annakvar|annankvar|varannan|hveranden|every (?:other|second|"
    r"third|fourth)|(?:hver|kvar|hvert|kvart|var) (?:andre|annen|tredje|fjerde|femte|sjette|fjärde|sjätte))\b"
)
"""*Åpen annenhver lørdag, og lederen tar sin del av disse*."""
_OTHERS = compiled(
    r"\b(?:(?<!rullerende )(?<!rullerande )(?<!roterende )(?<!etter )plan(?:legger?|legging|legg\w*|ning|erar?|"
    r"lægger?)?|lage[r]?|lagar|sette?r? opp|setj?e?r? opp|staffed|bemann\w*|(?:er|blir|is|are) (?:betjent|besvart|åpne|"
    r"served)|schedul\w+|schemalägg\w*|(?:team|agents|staff|people) works? (?:in|on|around|shifts)|fordele[rs]?|"
    r"fordeling\w*|fördela\w*|godkjen\w*|lægger|(?<!rotating )rosters?|turnusplan\w*|"
    r"(?<!rullerende )(?<!rullerande )(?<!roterende )(?<!etter )vaktplan\w*|(?<!i en )(?<!i ei )(?<!en )vaktlist\w*|"
    r"erfaring|erfarenhet|kjennskap|experience|kunnskap|åpn\w*|åpent?|open|opening hours|öppen|öppet|åben|ope|"
    r"svarer døgnet|holder åpent|who (?:covers?|works?|staff)|(?<!deg )(?<!dig )som (?:jobber|jobbar|arbeider|arbeidar|"
    r"arbetar|arbejder|dekker|bemanner|går|gjeng)|(?<!one )(?<!you )that (?:works?|covers?|runs?)|set opp|(?:ansvarlig|"
    r"ansvarleg|ansvarig|ansvar) for(?: at)?|sørge[r]? for at|tillitsvalgte|teamet jobber|team work|ringer)\b"
)
_OUTSIDE = compiled(r"\b(?:utenfor|utanfor|outside|utanför|utenom|udenfor|utover|også)\b[^.;]{0,25}$")
_HOURS = compiled(
    r"\b(?:kl\.? ?)?(?P<from>\d{1,2})(?:[:.]\d{2})?(?:\s?am)?\s?(?:-|til|to|till|(?:og|and|och) (?:slutter|sluttar|"
    r"ends|slutar)(?: at)?|og|och|and)\s?(?:kl\.? ?)?(?P<to>\d{1,2})(?:[:.]\d{2})?(?!\s?%|\d|\s?prosent| år|\s?km|"
    r"\.\d)\b"
)
_OWN_HOURS = compiled(
    r"\b(?:(?:vi|me|du|we|you) (?:jobber|jobbar|arbeider|arbeidar|arbetar|arbejder|work)|(?:jobber|jobbar|arbeider|"
    r"arbeidar|arbetar|arbejder) (?:du|vi|me)|arbeidstid\w*|arbetstid\w*|arbejdstid\w*|arbeidsdag\w*|arbetsdag\w*|"
    r"arbejdsdag\w*|working day|working hours|kveld|hours|heltid\w*|fulltid\w*|full-time|(?:fast|\d0 ?%) stilling)\b"
)
_OPEN = compiled(
    r"\b(?:åpent?|ope|open|öppe[nt]|åben|åbent|telefontid|åpningstid\w*|opningstid\w*|opening hours|öppettider|"
    r"åbningstid\w*)\b"
)
_REQUIREMENTS = (Section.MUST, Section.NICE, Section.TRAITS)


def shift_work(document: Document) -> Found[bool] | None:
    """True: shift, weekend or on-call duty of the job holder. False: plainly daytime. None: not said."""
    daytime: Found[bool] | None = None
    opening: Found[bool] | None = None
    for at, voice in document.speaking(gates.SHIFT):
        if voice.section is Section.EMPLOYER:
            continue
        duty, day, hours = _hours(voice)
        if duty:
            return moved(duty, at)
        daytime = daytime or (moved(day, at) if day else None)
        opening = opening or (moved(hours, at) if hours else None)
    return daytime or opening or first_row(document, gates.SHIFT, _LABEL, _in_row)


def _in_row(row: Voice) -> Found[bool] | None:
    duty, day, hours = _hours(row)
    return duty or day or hours


_LABEL = compiled(
    r"(?:arbeidstid\w*|arbetstid\w*|arbejdstid\w*|(?:working )?hours|vag?kt(?:er|ordning)?|turnus|skift|shifts?|"
    r"beredskap)\s?:?"
)


@once
def _hours(voice: Voice) -> tuple[Found[bool] | None, Found[bool] | None, Found[bool] | None]:
    """Duty outside daytime, words for daytime, and opening hours that lie in it."""
    sentence = voice.folded
    if _NOT_YOU.search(sentence) and SHIFT.search(sentence):
        return None, Found(False, 0, len(sentence)), None
    told = voice.section is Section.TASKS and voice.shape is not Shape.ITEM
    duty = _on_duty(sentence, voice.section if voice.listed and not told else Section.NONE)
    if duty:
        return Found(True, *duty), None, None
    whole = Found(False, 0, len(sentence))
    plainly = any(
        not _OUTSIDE.search(sentence[: day.start()]) and not _open_only(sentence, day)
        for day in DAYTIME.finditer(sentence)
    )
    hours = _HOURS.search(sentence)
    own = hours and _owned(sentence, hours) and not _OPEN.search(sentence) and _plain_day(sentence, hours)
    plainly = bool((plainly or own or _spared(voice)) and not _REACHED.search(sentence))
    opening = hours and _OPEN.search(sentence) and _plain_day(sentence, hours)
    return None, whole if plainly else None, whole if opening else None


def on_duty(voice: Voice) -> bool:
    """Does the sentence say that the job holder works outside daytime?"""
    return bool(voice.mask & gates.SHIFT) and _hours(voice)[0] is not None


_UNTIL = compiled(
    r"\b(?:jobb|arbei|arbet|arbej|work|åpent til)\w*\s(?:du |you |(?:[\w-]+ ){0,3}?)(?:til|till|to|"
    r"until)\s(?:klo[ck]k[ae]n? |kl\.? ?)?(?:(?:19|2[0-4])(?:[:.]\d\d)?\b(?!\s?(?:%|prosent|ansatte|personer|kunder|"
    r"people|\.?\s?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)))|(?:[6-9]|1[01]) ?pm)"
)
"""*Varannan vecka arbetar du till klockan 21.*"""
_NOT_YOU = compiled(
    r"\b(?:det|that|which|it)\s(?:gjør|gjer|gör|gør|gjelder|gjeld|gäller|gælder)\s(?:imidlertid |derimot |dog |"
    r"dock )?(?:ikke|ikkje|inte)\s(?:du|deg|dig|lederen|leiaren|for deg|stilling\w*)\b|\b(?:det|den|dem|dei|those|this|"
    r"that) (?:slipper|slepp) du\b|(?:;|,|\bbut|\band) you (?:do not|don't|are not|aren't|won't|"
    r"will not)(?: have to)?\W*$|\bdoes not (?:apply to|include) (?:you|this)\b"
)
"""*Rådgiverne går skift; det gjør ikke du.*"""


def _on_duty(sentence: str, section: Section) -> tuple[int, int] | None:
    until = _UNTIL.search(sentence)
    if until and (section in _REQUIREMENTS or _DU.search(sentence, 0, until.end())):
        return until.span()
    if not _OPEN.search(sentence) and _OWN_HOURS.search(sentence):
        for hours in _HOURS.finditer(sentence):
            if 18 < int(hours["to"]) <= 24 and _owned(sentence, hours):
                return hours.span()
    for word in SHIFT.finditer(sentence):
        clause = _clause_start(sentence, word.start())
        if (_WEEKDAY.search(word.group()) and _DATE.match(sentence, word.end())) or _is_denied(sentence, word, clause):
            continue
        if _BY_OTHERS.match(sentence, word.end()):
            continue
        if _concerns_you(sentence, section, word, clause):
            return word.span()
    return None


def _owned(sentence: str, hours: re.Match[str]) -> bool:
    """Are these the job holder's hours? *The team works 07 to 22, but you work days* gives the team's."""
    clause = _clause_start(sentence, hours.start())
    end = _clause_end(sentence, hours.end())
    if _OWN_HOURS.search(sentence, clause, end):
        return True
    return bool(_OWN_HOURS.search(sentence, 0, end)) and not _SUBJECT.search(sentence, clause, end)


_BY_OTHERS = compiled(
    r"\s?:\s?(?:nei|ingen|inga|no|nej)\b|[^.;,]{0,15}\b(?:håndteres|handterast|dekkes|dekkast|tas|ivaretas|handled|"
    r"covered|taken|sköts|hanteras|dækkes|varetages|bemannes|blir tatt|blir dekket|går)\s(?:\w+\s)?(?:av|by|af|til)\b|"
    r"\s(?:er|are|har du|är)\s(?:dine|dina|fri|frie|yours|off)\b"
)
"""*Nettene dekkes av en partner.*"""
_REACHED = compiled(
    r"\b(?:kontaktes|kontaktast|nås|treffes|kontakt|contact|ring|spørsmål|questions|frågor|spørgsmål|call us|e-?mail)\b"
)
"""When somebody may be asked about the job is nobody's working time."""
_CLAUSES = (
    ";",
    " - ",
    ". ",
    " men ",
    " mens ",
    " but ",
    " while ",
    " medan ",
    ", så ",
    ", so ",
    " selv om ",
    " sjølv om ",
    " även om ",
    " selvom ",
    " although ",
    " though ",
    ", selv ",
    ", sjølv ",
    ", själv ",
    ", og du ",
    ", and you ",
    ", och du ",
)


def _clause_start(sentence: str, at: int) -> int:
    """Where the clause around ``at`` begins."""
    return max(sentence.rfind(mark, 0, at) for mark in _CLAUSES) + 1


def _clause_end(sentence: str, at: int) -> int:
    """Where it ends."""
    return min((stop for mark in _CLAUSES if (stop := sentence.find(mark, at)) >= 0), default=len(sentence))


_DATE = compiled(
    r",?\s(?:den\s)?(?:\d{1,2}\s?(?:[./]|[a-zæøå]{3,9}\b)|(?!fra\b|från\b|frå\b|from\b|mellom\b|til\b|"
    r"between\b)[a-zæøå]{3,9}\s\d)"
)
"""What follows a weekday that belongs to a date."""
_WEEKDAY = compiled(r"(?:da[gy]|dagar?)$")
_NONE_OF = compiled(
    r"\b(?:ingen|ikke|inga|inte|inget|intet|no|ikkje|not|uten|utan|uden|without|slipper|slepp|aldri|aldrig|never|fri|"
    r"don't|doesn't|won't|verken|hverken|korkje|varken|neither|nor|nobody|unngår)\b[^,.;:]{0,40}$"
)
_DENIED_AFTER = compiled(
    r"[^.;,?]{0,12}\?\s(?:nei|no|nej|never|aldri|aldrig|slett ikke|ikke her|not here|ikkje her)\b|"
    r"[^.;,]{0,30}?\b(?:(?:slipper|slepp|unngår|undgår|undviker|slipp) (?:du|vi|me|alle)|(?:har|er|är|holder|"
    r"held) (?:du|vi|me) (?:alltid |altid )?(?:fri\w*|ledig\w*)|(?:er|blir|vert|är|har|jobber|arbeider|jobbar|arbetar|"
    r"arbejder) (?:det|vi|du|me|der) (?:ikke|ikkje|inte|aldri|aldrig)|(?:inngår|ingår|indgår|forekommer|förekommer|"
    r"kommer|gjelder) (?:ikke|ikkje|inte)\b|(?:er|är|are|is) (?:your own|yours|dine|dina|aldri|aldrig|never|off|fri|"
    r"frie|ikke|ikkje|inte|not)\b)"
)
"""*Helgevakter slipper du.*"""
_SO_OFTEN = compiled(
    r"\b(?:annenhver|annankvar|varannan|(?:hver|kvar|var|every|each|one|hvert|kvart) (?:\w+ )?|other )\s?$"
)
"""*Every third weekend is yours* promises no free one."""


def _is_denied(sentence: str, word: re.Match[str], clause: int) -> bool:
    """*Verken kvelds- eller helgearbeid*, *helgevakter slipper du*."""
    before = sentence[clause : word.start()]
    return bool(_NONE_OF.search(before)) or (
        not _SO_OFTEN.search(before) and bool(_DENIED_AFTER.match(sentence, word.end()))
    )


def _spared(voice: Voice) -> bool:
    """Is the job holder told to be spared of duty, not of experience with it?"""
    sentence = voice.folded
    if (voice.section in (*_REQUIREMENTS, Section.TASKS, Section.NEGATED) and voice.listed) or _OF_PAST.search(
        sentence
    ):
        return False
    for word in SHIFT.finditer(sentence):
        clause = _clause_start(sentence, word.start())
        if _is_denied(sentence, word, clause) and not _OPEN.search(sentence, clause, word.end()):
            return True
    return False


_OF_PAST = compiled(
    r"\b(?:erfaring\w*|erfarenhet\w*|experience\w*|kjennskap|bakgrunn|(?:trenger|treng|behøver|"
    r"behöver) (?:du )?(?:ikke|ikkje|inte) (?:å )?(?:ha|være|vere|kunne|erfaring)|(?:need not|don't need to) have|bare|"
    r"berre|only|kun|bara|kunder\w*|kundar|customers?|ansatt|butikk\w*|stores?|shop)\b"
)
"""*Du trenger ikke ha jobbet i turnus*; *ikke bare i helgene*."""


def _concerns_you(sentence: str, section: Section, word: re.Match[str], clause: int) -> bool:
    if _JOINS.search(sentence, clause, word.end()) or _SHARES.search(sentence, clause):
        return True
    if _LEISURE.search(sentence, clause):
        return False
    if section is Section.TASKS:
        return bool(_TASK_DUTY.search(sentence, clause))
    if section in _REQUIREMENTS or section is Section.OFFER:
        praised = section is Section.OFFER and _PRAISED.search(sentence, clause, word.start())
        return not praised and not _OTHERS.search(sentence[clause : word.start()])
    end = _clause_end(sentence, word.end())
    personal = list(_PERSONAL.finditer(sentence, clause, min(end, word.end() + 30)))
    if personal:
        return not _others_between(sentence, clause, personal, word)
    return not (_SUBJECT.search(sentence) or _OTHERS.search(sentence) or _WHENEVER.match(sentence))


_LEISURE = compiled(
    r"\b(?:(?:firma)?hytt[ea]\w*|leie (?:i|på|til)|(?:gratis|free) (?:trening|treningssenter|training|gym|mat|food)\w*|"
    r"sommerfest\w*|lønningspils|fredagspils|after ?work|borrow|cabins?|quiz\w*|kveldskurs|aftenkurs|kveldsmat)\b"
)
_PRAISED = compiled(r"\b(?:fri|tillegg|tillæg)\b")
_WHENEVER = compiled(r"\W*(?:når|nar|when(?:ever)?)\b")
"""*Når hunden blir syk om kvelden*: something that happens, and no working time."""
_SUBJECT = compiled(
    r"\b(?:vi|me|we|our|vår\w*|de|dei|they|\w*sent(?:er|eret|ret)|\w*senteret|team\w*|kundeserv\w*|kundtjänst\w*|"
    r"kundservice\w*|butikk\w*|kunder\w*|customers|guests|om natten|på natten|kollega\w*|medarb\w*|ansatte|agents|"
    r"advis[eo]rs|rådgiver\w*|konsulent\w*|kundebehandler\w*|handläggar\w*|tilsette|kurs\w*|samling\w*|seminar\w*|"
    r"arrangement\w*|messe\w*|jul(?!i\b)\w*|hyttetur\w*|sommerfest\w*|quiz\w*|konsert\w*|spillkveld\w*|fest|fester|"
    r"teambuilding|party|feir\w*|pizza|partner\w*|\w*byrå\w*|leverandør\w*|vendors?|innleide|tickets|calls|"
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


_WEEKDAYS = word_set("hverdager hverdage kvardagar vardagar weekdays") | {
    "monday to friday",
    "mandag til fredag",
    "måndag till fredag",
}


def _open_only(sentence: str, day: re.Match[str]) -> bool:
    """Weekdays named in opening hours that run into the evening say nothing."""
    if day.group() not in _WEEKDAYS:
        return False
    hours = _HOURS.search(sentence)
    return hours is None or not _plain_day(sentence, hours)


_OTHER_DAYS = compiled(
    r"\b(?:(?:torsdag|lørdag|laurdag|thursday|saturday|helg|weekend|søndag|onsdag)\w*|(?:man|tirs|tys|fre)dagar?|"
    r"(?:man|tirs|fre)dager|(?:mon|tues|fri)days|alle dager|every day|alla dagar|unntatt)"
)


def _plain_day(sentence: str, hours: re.Match[str]) -> bool:
    begins, ends = int(hours["from"]), int(hours["to"])
    other = any(
        not _BY_OTHERS.match(sentence, day.end()) and not _NONE_OF.search(sentence[: day.start()])
        for day in _OTHER_DAYS.finditer(sentence)
    )
    ends += 12 if ends < 6 else 0  # 9-5
    return 7 <= begins <= 10 and (11 if _OWN.search(sentence[: hours.start()]) else 14) <= ends <= 17 and not other


_OWN = compiled(r"\b(?:arbeidstid\w*|arbetstid\w*|arbejdstid\w*|working hours)\W*(?:\w+\s)?$")
"""*Arbeidstid 8-12* is part of a day; an office that is open from 8 to 12 may work on behind its door."""


tells(gates.SHIFT, lambda voice: any(_hours(voice)), lambda voice: _LABEL.fullmatch(voice.folded))

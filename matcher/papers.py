"""Certificates that no vocabulary knows, told by how they are spoken of: *hjertestarterkurs*, *utdannet rørlegger*.

The last part of a compound tells them (*-kurs*, *-bevis*, *-behörighet*), a course in something, a trade that one is
trained or approved for, and names beside a certificate that is known (*PRINCE2 eller Prosjektvegen*).
"""

import re
from collections.abc import Iterator

from domain.matching import ConceptKind, Modality
from matcher.folding import compiled
from matcher.found import Found
from matcher.paper_talk import asked_of_paper, of_the_firm
from matcher.sections import Section
from matcher.spans import meets
from matcher.trades import need_not_be
from matcher.voice import Voice

STATED = "certification.stated"
_LABEL = "annet sertifikat"
_COMPOUND = compiled(
    r"(?<![\w-])(?!(?:kon|dis|valuta|aksje|rente|introduksjons|kvelds|helge|oppstarts|velkomst|nybegynner|gruppe|"
    r"trenings|intro|interne?|ledsager|medlems|gave|andels|grunnfonds|vare|prøve|personal|kjøpe|verdi|"
    r"kurs)(?:-?)(?:kurs|bevis))(?:[\w/]+-)*[\w/]{2,}-?(?:kurs(?:et|er|us)?|bevis(?:et)?|behørighet(?:en|er)?|"
    r"legitimation(?:en)?|legitimasjon|lisens(?:en)?|licens(?:en)?|godkjenning(?:en)?|autorisasjon(?:en)?|"
    r"autorisation(?:en)?|auktorisation(?:en)?|sertifikat(?:et)?|sertifisering(?:en)?|certifiering|certificering|"
    r"certifikat|eksamensbevis|bevilling(?:en)?|bevilgning|eksamen|intyg(?:et)?|diplom(?:et|a|er)?|diplomering|"
    r"godkendelse)(?![\w-])|(?<![\w-])(?!(?:it|ikt|hr|mba|yh|ba|lean|hd|hf|hh|htx|hhx|"
    r"stx)-)[a-z0-9]{2,5}-(?:utdanning(?:en|a)?|utbildning(?:en)?|uddannelse(?:n)?|opplæring(?:en|a)?)(?![\w-])|"
    r"(?<![\w-])[\w-]*(?:megler|mekler|meklar|mester|svenne|svende|handverks|håndverks|dyktighets|dugleiks|"
    r"skipper)brev(?:et)?(?![\w-])|(?<![\w-])(?!(?:stikk|smaks|blod|tåle|skue|vare|jobb|arbeids|skrive|opp|hår|urin|"
    r"styrke|test|ut|av|på|general|case|språk|norsk|fag|svenne|rett|case|vann|jord|lyd|film|"
    r"tål)prøv)(?:[a-zæøå]+-)?[a-zæøå]{3,}prøv(?:e|en|er|a|ene)(?![\w-])"
)
_NO_PAPER = compiled(
    r"(?:gymnasie?\w*|grundlæggande|høgskole\w*|førerbevis|førarbevis|førar\w*|kør\w*|kjør\w*|utdanningskurs|båt[\w-]*|"
    r"bachelor\w*|master\w*|artium\w*|examen\w*|universitets\w*|fagskole\w*|embets\w*|program\w*|software|drifts\w*|"
    r"kredittgodkjenning|faktura\w*|pris\w*|betalings\w*|vedtaks\w*|e-lærings?kurs|elæringskurs|iso-?\w*)"
)
_LESSON = compiled(
    r"\b(?:kurs(?:er|et|bevis)?|kursus(?:bevis)?|courses?|certificates?|certification|accreditation|sertifikat|"
    r"certifikat|sertifisering|certifiering|certificering|diplomering|bevis|diplom(?:et|a)?|godkjenning|legitimasjon|"
    r"legitimation|behørighet|licen[cs]e|(?:instruktør|trener|coach)utdanning|eksamen|sertifisert|certifierad|"
    r"certificeret|certified)\s(?:i|in|on|om|innen|innenfor|innan|inom|indenfor|som|as|from|fra|frå|från|"
    r"for)\s(?!(?:this|denne|dette|desse|disse|uke|bil|går|dag|all|hele|oss|systemet|det|den|the|our|vår|våre|kunder|"
    r"ansatte|nye|new|kolleg|jan|feb|mars|march|april|mai\b|may\b|june?|juli?|aug|sep|okt|oct|nov|des|dec|videreg|"
    r"vidareg|høg|høy|univers|gymnas|ungdom|iso|iec|ns-en))[^,;.()]{3,40}?(?=[,;.()]|$|\s(?:er|is|är|eller|or|og|and|"
    r"och|vil|kan|som|that|which|kreves|trenger|treng|får|ordner|ordnar|holder|held|håller|hold|hald|gis|gjev|gir|men|"
    r"but|gjennomføres|gjennomførast|holdes|haldast|tilbys|arrangeres|må|skal|is)\b)"
)
_TAKEN = compiled(
    r"\b(?:gjennomført|gjennomgått|gennemført|gennemgået|genomført|genomgått|gått|fullført|completed) (?!videreg|"
    r"vidareg)[a-zæøå]*opplæring\b|\b(?!(?:software|driving|driver's|bank|alcohol|music|user|operating|trading|drinks|"
    r"valid|current|full|clean|own|the|any|our|your|e-money)\b)[a-z-]{4,} licen[cs]es?\b"
)
"""*Gjennomført lederopplæring*, *a securities licence*."""
_HOLDS = compiled(
    r"\b(?:holde?r?|holdt|hald\w*|arranger\w*|gir|gi|gitt|lage|utvikl\w*|undervis\w*|hålla|håller|run|running|runs|"
    r"give|giving|teach\w*|deliver\w*|develop\w*|afhold\w*|design\w*|tilby\w*|erbjud\w*|offer\w*|lead|lede|leie|leda|"
    r"planlegg\w*)\s(?:[\w-]+\s){0,2}$"
)
"""*Holde kurs i chat* is a duty."""
_PERSON = (
    r"(?!(?:forhandl|førhandl|återførs|leverand|verkst|partner|bedrift|butikk|lærebedrift|selskap|bruker|brukar|user|"
    r"customer|center|senter|kontor|medlem|kunder?\b|år\b|ander|under|etter|eller|after|other|over|by|software|"
    r"hardware|health|bachelor|care|aware|share|manner|paper|number|order|offer|document|content|management|equipment|"
    r"department)[a-zæøå]*)(?:coach(?:er|es)?|secretary|tolk|smed|kokk|kock|kok|guide|nurse|mechanic|matros|chef de "
    r"rang|trainer|[a-zæøå-]{3,}(?:er|ar|are|or|ør|ist|ent|ant|nom|peut|kon|eut|ut|yt|mann|vakt|tolk|ska|ske|lege|ær|"
    r"smed|kokk|coach|guide|ian|nurse|terapeut)(?:e|s|er|ne)?)"
)
"""A word for somebody who has a trade, by its ending."""
_STUDIED = (
    r"(?!(?:lege|læge|leder|leiar|ledare|manager)|\S*(?:ingeniør|økonom|jurist|lærer|lærar|lærare|pedagog|arkitekt|"
    r"psykolog|sivil|journalist|design|marked|marknad|sosionom|socionom|viter|veter|kandidat|lawyer|teacher|engineer|"
    r"maskinm))"
)
"""*Utdannet jurist* has a degree."""
_SOMEBODY = (
    r"(?:som\s|as\s)?(?:an?\s|en\s|ein\s)?(?:(?!(?:eller|or|og|and|to|for|in|i|by|av|etter|som|på|med|from|with|til|at|"
    r"of|hos|innen)\b)[\w-]+\s)?"
)
_TRAINED = compiled(
    r"\b(?:(?:u[td]+annede?|u[td]+annet|u[td]+anna|utbilda[dt]e?|udlærte?|utlærte?|utlärd|fagutdanne[dt]e?|fagutdanna|"
    r"fagutlært|faguddannet|offentlig godkjent|godkjent|godkjend|godkendt|qualified|registered|faglært|"
    rf"ufaglært)\s{_SOMEBODY}{_STUDIED}|(?:autoriser\w+|auktoriserad\w*|authori[sz]ed|legitimer\w+|sertifisert\w*|"
    r"certifierad\w*|certificere[dt]e?|certified|licen[sc]ed|licensierad\w*|diplomert|diplomera[dt]|diplomere[dt]|"
    rf"chartered)\s{_SOMEBODY}){_PERSON}(?![\w-])"
)
"""*Licensierad bolånerådgivare*: whoever the word is for, somebody has learnt it."""
_OTHER_TRADE = compiled(
    r"(?:,\s(?=[\w-]+(?:,|\s(?:eller|or)\s))|,?\s(?:eller|or|og/eller)\s)(?:som\s|as\s)?(?:an?\s|en\s|ein\s)?(?P<name>"
    rf"{_STUDIED}{_PERSON}(?:\s?\([^()]*\))?)(?![\w-])"
)
_APPROVED_AS = compiled(
    r"\b(?:(?:håndværksmæssig|håndverksmessig|hantverks|håndværker)-?\s?(?:uddannelse|utdanning|utbildning)|"
    r"autorisasjon|autorisation|auktorisation|godkjenning|legitimation|legitimasjon|fagbrev(?:et)?|svennebrev|"
    r"svendebrev|authori[sz]ation|registration|yrkesbevis|mesterbrev(?:et)?|gesellbrev|gesællbrev|yrkesprov|svend|"
    r"svenn|eksamen|examen|sertifikat|"
    rf"certifikat|bevilling|statsautorisasjon)\s(?:som|as)\s(?:an?\s)?{_PERSON}(?![\w-])"
)
"""*Svennebrev som møbelsnekker*: whatever the trade is called."""
_NAME = r"(?P<name>[A-ZÆØÅ][\w.+-]*[\w+](?:\s[A-ZÆØÅ0-9][\w.+-]*[\w+])*)"
_NAME_AFTER = re.compile(r"(?:/|,?\s(?:og/)?(?:eller|or|och/eller)\s(?:en |et |a |an )?)" + _NAME)
_NAME_BEFORE = re.compile(
    _NAME + r"(?:(?:-sertifisering|-sertifikat|-certifiering|-certificering)?,?\s(?:eller|or)\s(?:en |et |a |an )?|/)$"
)
_BRACKETS = re.compile(r"[^().,;]{0,30}\((?![^()]*\b(?:frå|fra|från|from|hos|by|at|via|gjennom)\b)(?P<names>[^()]+)\)")
_IN_BRACKETS = re.compile(r"\b[A-ZÆØÅ][\w+]*[A-Z0-9+](?:[ -][A-ZÆØÅ0-9][\w+]*)*\b")
_CREDENTIALS = compiled(
    r"\b(?:certified|accredited|chartered|registered)\s(?!(?:to|by|according|in|as|for|iso|partners?|company|companies|"
    r"customers?|users?|b|since|and|or|under|with|address|office|trademark)\b)[a-z-]+(?:\s(?!(?:or|and|is|are|with|who|"
    r"in|for)\b)[a-z-]+){0,3}"
)
"""*Certified paramedic*, as an item of what is asked."""
_OF_PAPERS = compiled(
    r"gått|ført|opplæring|u[td]+ann|utbild|[uf]dlært|utlær|faglært|eksamen|examen|intyg|licen[sc]|lisens|gesell|prøv|"
    r"bevi[ls]|brev|foundation|practitioner|managing|belt|accredit|kurs|course|behøri|legitim|godkj|godk|autori|auktor|"
    r"serti|certi|diplom|qualified|registered|chartered|svend|mester|authori"
)
_ASKING = (Section.MUST, Section.NICE, Section.NEGATED)


def may_name_paper(voice: Voice) -> bool:
    """May the words hold a certificate that no vocabulary knows?"""
    return _OF_PAPERS.search(voice.folded) is not None


def papers(voice: Voice, known: list[Found]) -> list[Found]:
    """The certificates in the sentence that none of ``known`` stands for."""
    certified = [item for item in known if item.kind is ConceptKind.CERTIFICATION]
    denied = [
        Found(start, end, STATED, ConceptKind.CERTIFICATION, _LABEL, Modality.NEGATED, "stated")
        for start, end in need_not_be(voice.folded)
        if not meets([item for item in known if item.kind is not ConceptKind.EDUCATION], start, end)
    ]
    if not certified and not may_name_paper(voice):
        return denied
    vague = [(hit.start, hit.end) for hit in voice.hits if hit.concept.generic]
    taken = [item for item in known if item.kind in _OTHER and (item.start, item.end) not in vague]
    taken += [
        Found.hit(hit, Modality.MUST) for hit in voice.hits if hit.concept.kind in _OTHER and not hit.concept.generic
    ]
    found = denied
    named = [span for span in _named_beside(voice, certified) if not meets(voice.hits, *span)]
    for start, end in (*_spoken_of(voice), *named):
        others = [item for item in taken if not _is_subject(item, start, end)]
        met = meets((*others, *found), start, end) or of_the_firm(voice, start, end)
        met = met or bool(certified and _ANOTHER.search(voice.folded, max(0, start - 20), end))
        met = met or any(_AGAIN.fullmatch(voice.folded, end, item.start) for item in certified if item.start > end)
        met = met or any(_AGAIN.fullmatch(voice.folded, item.end, start) for item in found if item.end < start)
        modality = None if met else asked_of_paper(voice, start, end)
        if modality is not None and modality is not Modality.TASK:
            found.append(_stated(voice, start, end, modality))
    return found


def _is_subject(item: Found, start: int, end: int) -> bool:
    """*Sertifisert i Zendesk*, *Microsoft 365 Administrator certification*: the tool is what the paper is about."""
    return (
        item.kind is ConceptKind.TOOL
        and start <= item.start
        and item.end <= end
        and item.end - item.start < end - start
    )


def _stated(voice: Voice, start: int, end: int, modality: Modality) -> Found:
    """A paper by its words. What lets one drive or fly is a licence."""
    if _PERMIT.match(voice.folded, start):
        return Found(start, end, _PERMITTED, ConceptKind.LICENCE, "annen tillatelse", modality, "stated")
    return Found(start, end, STATED, ConceptKind.CERTIFICATION, _LABEL, modality, "stated")


_PERMITTED = "licence.stated"
_PERMIT = compiled(
    r"(?:sertifikat|certifikat|lisens|licens|bevis)(?:et)? (?:for|til|till|på) (?:\w*bil|\w*buss|båt|fly|tog|trikk|"
    r"traktor|mc|motorsykkel|moped|taxi|drosje|helikopter)\w*|(?:fly|traktor|buss|båt|moped|motorsykkel|mc|lastebil|"
    r"helikopter|pilot|tog|lokfører|lokførar|taxi)-?\w{0,7}(?:sertifikat|certifikat|lisens|licens)(?:et)?\b|"
    r"pilot'?s? licen[cs]e"
)
"""*Sertifikat for buss*, *flysertifikat*."""


_ANOTHER = compiled(
    r"\b(?:annen|annan|anna|annet|anden|andet|another|other)\s[\w-]*(?:[sc]ertifi|kurs|course)|\(\w+ (?:sertif|certif)"
)
"""*CCSM eller annen ledersertifisering*, *BI-sertifisering (statens sertifikat)* name no second one."""
_AGAIN = compiled(
    r",?\s(?:som|for eksempel|f\.eks\.|t\.ex\.|such as|like|e\.g\.)\s|\s(?:med|with)\s|"
    r"(?:\s(?:i|in|innen|inom) [\w ]{2,25})?\s?\("
)
"""*Sertifisering innen prosjektledelse, som PRINCE2*: one certificate, called twice."""
_OTHER = (ConceptKind.LICENCE, ConceptKind.TOOL, ConceptKind.CERTIFICATION, ConceptKind.LANGUAGE)


def _spoken_of(voice: Voice) -> Iterator[tuple[int, int]]:
    folded = voice.folded
    for found in _ONE_TRADE.finditer(folded):
        yield found.span("name")
    yield from (found.span() for found in _OF_NORM.finditer(folded))
    for pattern in (_TRAINED, _APPROVED_AS, _TAKEN):
        for found in pattern.finditer(folded):
            yield found.span()
            end = found.end()
            while other := _OTHER_TRADE.match(folded, end):
                yield other.span("name")
                end = other.end()
    if voice.listed and voice.section in _ASKING:
        yield from (found.span() for found in _CREDENTIALS.finditer(folded))
    yield from (found.span() for found in _NAMED_PAPER.finditer(voice.text))
    if voice.language == "en":
        yield from (found.span() for found in _COURSE.finditer(folded))
    for found in _LESSON.finditer(folded):
        if not _HOLDS.search(folded, max(0, found.start() - 40), found.start()):
            yield found.span()
    for found in _COMPOUND.finditer(folded):
        if not _NO_PAPER.match(found.group()) and not _HOLDS.search(folded, max(0, found.start() - 40), found.start()):
            yield found.span()


_ONE_TRADE = compiled(
    r"\b(?:fagbrev|svennebrev|svendebrev|fagutdanning|(?:autorisasjon|fag)sprøve|autorisasjon|autorisert),? "
    r"(?:(?:for eksempel|til dømes|f\.eks\.|gjerne|helst) )?(?:i|innen|"
    r"innenfor|innan|inom|som) [^.;()]{3,50}?,? (?:eller|or|og/eller|eventuelt) (?P<name>(?:(?:i|innen|innenfor|innan|"
    r"inom|som) (?!gang|ferd)[\w-]+(?: og [\w-]+)?|(?:[a-zæøå]+- og )?[a-zæøå-]+fag(?:et)?|[a-z]+forsikring))(?![\w-])"
)
"""*Fagbrev i salgsfaget eller i logistikk*: two certificates."""
_OF_NORM = compiled(r"\b(?:kurs|kursus|course|training)\s(?:i|in|on|om)\s(?:iso|ns-en)(?:[ -]?\w+)?[ -]?\d+\b")
"""*Kurs i ISO 18295*: somebody has learnt it; *sertifisert etter ISO 9001* is the firm."""
_GENERIC = compiled(r"[\w-]*(?:sertifi|certifi|autori[sz]a|auktorisa|godkjen|bevis|kurs|diplom)[\w-]*$")
_COURSE = compiled(
    r"(?<![\w-])(?!(?:no|any|other|another|relevant|similar|equivalent|valid|current|good|police|birth|medical|gift|"
    r"iso|our|your|the|their|its|this|that|a|an|of|short|online|crash|main|golf|race|first|in-house|internal|free|new|"
    r"each|every|some|more|further|school|university|or|and|and/or|in|is|are|you|training|refresher|induction|"
    r"introductory|company|product|digital|trade)\b)[a-z][\w+.-]*(?:\s(?!(?:or|and|of|for|in|a|the|our|your|with|is|"
    r"are|to)\b)[\w+.-]+){0,3}?\s(?:certification|certificate|course)(?![\w-])(?!\s(?:of|in|for(?! this\b)|material|"
    r"fee|schedule|catalogue|developer|leader|is (?:arranged|given|paid|held)))"
)
"""*An accessibility course*, *Scrum Master certification*: what it is about stands before it."""
_NAMED_PAPER = re.compile(
    r"\b[A-ZÆØÅ][A-ZÆØÅ0-9-]+\s(?:kursus|kurs|course)\b|\b[A-ZÆØÅ][A-ZÆØÅ0-9]{2,}(?:\s(?:v?\d+|Six|Sigma|Contact|"
    r"Customer|Service|Project|Program|Lean|Agile|Certified|Risk|Asset)){0,3}\s(?:Foundation|Practitioner|"
    r"Managing(?:\s[A-Z]\w+)?|Expert|Associate|Professional|Specialist|Fundamentals|Essentials|(?:Black|Green|Yellow|"
    r"White) Belt|Master|Intermediate|Certificate|General Certificate|Diploma)\b(?:\s(?:Level|nivå)\s\d)?"
)
"""*IOSH Managing Safely*, *ISTQB Foundation*."""


def _named_beside(voice: Voice, certified: list[Found]) -> Iterator[tuple[int, int]]:
    """Names joined by *or* to a certificate that is known, and those in brackets behind it."""
    for item in certified:
        end = item.end
        while name := _NAME_AFTER.match(voice.text, end):
            yield name.span("name")
            end = name.end()
        before = _NAME_BEFORE.search(voice.text, max(0, item.start - 60), item.start)
        if before:
            yield before.span("name")
        brackets = _BRACKETS.match(voice.text, item.end)
        several = brackets and re.search(r",|/|\b(?:og|eller|or|and|och)\b", brackets["names"])
        if brackets and (several or item.label == _LABEL or _GENERIC.match(voice.folded, item.start, item.end)):
            for short in _IN_BRACKETS.finditer(voice.text, *brackets.span("names")):
                yield short.span()

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
from matcher.spans import Placed, meets
from matcher.voice import Voice

STATED = "certification.stated"
_LABEL = "annet sertifikat"
_COMPOUND = compiled(
    r"(?<![\w-])(?!(?:kon|dis|valuta|aksje|rente|introduksjons|oppstarts|velkomst|nybegynner|gruppe|trenings|intro|"
    r"interne?|ledsager|medlems|gave|andels|grunnfonds|vare|prøve|personal|kjøpe|verdi|kurs)(?:-?)(?:kurs|"
    r"bevis))(?:[\w/]+-)*[\w/]{2,}-?(?:kurs(?:et|er|us)?|bevis(?:et)?|behørighet(?:en|er)?|legitimation(?:en)?|"
    r"legitimasjon|lisens(?:en)?|licens(?:en)?|godkjenning(?:en)?|autorisasjon(?:en)?|autorisation(?:en)?|"
    r"auktorisation(?:en)?|sertifikat(?:et)?|sertifisering(?:en)?|certifiering|certificering|certifikat|eksamensbevis|"
    r"bevilling(?:en)?|bevilgning|eksamen|intyg(?:et)?|diplom(?:et|a)?|diplomering|godkendelse)(?![\w-])|"
    r"(?<![\w-])[\w-]*(?:megler|mekler|meklar|mester|svenne|svende|handverks|håndverks|dyktighets|dugleiks|"
    r"skipper)brev(?:et)?(?![\w-])|(?<![\w-])(?!(?:stikk|smaks|blod|tåle|skue|vare|jobb|arbeids|skrive|opp|hår|urin|"
    r"styrke|test|ut|av|på|general|case|språk|norsk|fag|svenne|rett|case|vann|jord|lyd|film|"
    r"tål)prøve)(?:[a-zæøå]+-)?[a-zæøå]{3,}prøve(?:n|r)?(?![\w-])"
)
_NO_PAPER = compiled(
    r"(?:gymnasie?\w*|grundlæggande|høgskole\w*|førerbevis|førarbevis|førar\w*|kør\w*|kjør\w*|utdanningskurs|båt[\w-]*|"
    r"bachelor\w*|master\w*|artium\w*|examen\w*|universitets\w*|fagskole\w*|embets\w*|program\w*|software|drifts\w*|"
    r"kredittgodkjenning|faktura\w*|pris\w*|betalings\w*|vedtaks\w*|e-lærings?kurs|elæringskurs|iso-?\w*)"
)
_LESSON = compiled(
    r"\b(?:kurs(?:er|bevis)?|kursus|courses?|certificates?|sertifikat|bevis|diplom(?:et|a)?|godkjenning|legitimasjon|"
    r"legitimation|behørighet|licen[cs]e)\s(?:i|in|on|om|innen|innenfor|innan|inom|indenfor|som|as|from|fra|frå|från|"
    r"for)\s(?!(?:uke|bil|går|dag|all|hele|oss|systemet|det|den|the|our|vår|våre|kunder|ansatte|nye|new|"
    r"kolleg))[^,;.()]{3,40}?(?=[,;.()]|$|\s(?:er|is|är|eller|or|og|and|och|vil|kan|som|that|which|kreves|trenger|"
    r"treng|får|ordner|ordnar|men|but|"
    r"gjennomføres|gjennomførast|holdes|haldast|gis|tilbys|arrangeres|må|skal|is)\b)"
)
_HOLDS = compiled(
    r"\b(?:holde?r?|holdt|hald\w*|arranger\w*|gir|gi|gitt|lage|utvikl\w*|undervis\w*|hålla|håller|run|running|runs|"
    r"give|giving|teach\w*|deliver\w*|develop\w*|afhold\w*|design\w*|tilby\w*|erbjud\w*|offer\w*|lead|lede|leie|leda|"
    r"planlegg\w*)\s(?:[\w-]+\s){0,2}$"
)
"""*Holde kurs i chat* is a duty."""
_TRADE = (
    r"[\w-]*(?:elektriker|elektromontør|montør|mekaniker|mekanikar|tekniker|teknikar|rørlegg[ea]r|rørmokare|vvs-montør|"
    r"tømrer|tømrar|snekker|snekkar|snickare|smed|mal[ea]r|målare|mur[ea]r|kokk|kock|kok|frisør|bak[ea]r|slakt[ea]r|"
    r"servitør|sykeplei[ea]r|sjukepleiar|sjukskøterska|sygeplejerske|helsefagarbei\w+|helsesekretær|tannhelsesekretær|"
    r"vernepleiar|vernepleier|hjelpepleier|barnepleier|omsorgsarbei\w+|underskøterska|sosu-assistent|sosu-hjælper|"
    r"apotektekniker|apoteker|farmasøyt|farmaceut|optiker|terapeut|trener|trenar|trænare|træner|vekter|vektar|væktare|"
    r"vægter|tannpleier|tannlege|veterinær|dyrepleier|dyrepleiar|djursjukskøtare|eiendomsmegler|eigedomsmeklar|"
    r"fastighetsmæklare|regnskapsfører|rekneskapsførar|takstmann|takstingeniør|guide|dykker|instruktør|styrmann|"
    r"skipper|matros|logistikkoperatør|yrkessjåfør|lokfører|fagarbeid\w+|electrician|mechanic|plumber|nurse|pharmacist|"
    r"optician|trainer|bookkeeper|technician|carpenter|welder|sveiser|sveisar|svetsare|chef de rang)"
)
_TRAINED = compiled(
    rf"\b(?:er |is )?(?:u[td]+annet|u[td]+anna|utdanna|utbildad|udlært|utlært|utlärd|fagutdannet|fagutdanna|fagutlært|"
    rf"faguddannet|uddannet|autoriser\w+|auktoriserad|authori[sz]ed|legitimer\w+|offentlig godkjent|godkjent|godkjend|"
    rf"godkendt|sertifisert|certifierad|certificeret|certified|licen[sc]ed|qualified|registered|chartered|faglært|"
    rf"ufaglært)\s(?:som\s|as\s)?(?:an?\s|en\s|ein\s)?(?:[\w-]+\s)?{_TRADE}\b"
)
_APPRENTICE = r"[a-zæøå-]{4,}(?:er[ea]r|snikkar|ler[ea]r|kerer|setar)"
_OTHER_TRADE = compiled(
    rf"(?:,\s|,?\s(?:eller|or|og/eller)\s)(?:som\s|as\s)?(?:an?\s|en\s|"
    rf"ein\s)?(?P<name>(?:{_TRADE}|{_APPRENTICE})(?:\s?\([^()]*\))?)(?![\w-])"
)
_OF_PERSON = (
    r"(?:[a-zæøå-]{2,}(?:giver|givar|givare|gjevar|rådgivar[ea]?|leder|leiar|ledare|mekler|meklar|mæklare|tolk|ist|ent|"
    r"ant|nom|peut|kon|eut|or|ør|mann|vakt|ner|ker|ger|kar|gar|rer|rar|ter|tar|der|dar|mer|per|ler|lar|adviser|advisor|"
    r"terapeut|coach|coaches|assistent|hjelper|pleiar|pleier|plejerske|sköterska|skøterska|arbeidar|arbeider))"
)
"""A word for somebody who has a trade, by its ending."""
_NO_PERSON = (
    r"(?!(?:forhandl|leverand|verksted|verkstad|partner|bedrift|butikk|lærebedrift|selskap|bruker|brukar|center|senter|"
    r"kontor|medlem|kunder?\b|år\b|ander|under|etter|eller)[a-zæøå]*)"
)
_APPROVED_AS = compiled(
    rf"\b(?:autorisasjon|autorisation|auktorisation|godkjenning|legitimation|legitimasjon|fagbrev|fagbrevet|svennebrev|"
    rf"svendebrev|yrkesbevis|mesterbrev|mesterbrevet|gesellbrev|gesællbrev|yrkesprov|bevilling|statsautorisasjon)\s"
    rf"(?:som|as)\s(?:{_TRADE}|{_NO_PERSON}{_OF_PERSON})(?![\w-])"
)
"""*Svennebrev som møbelsnekker*: whatever the trade is called."""
_LICENSED = compiled(
    rf"\b(?:sertifisert|certifierad|certificeret|licensierad|diplomert|diplomerad|diplomeret|autorisert|autoriseret|"
    rf"auktoriserad|certified|licensed|chartered|authori[sz]ed)\s(?:som |as )?(?:an? |en |ein )?"
    rf"(?:[a-zæøå-]{{4,}}\s)?{_NO_PERSON}{_OF_PERSON}(?![\w-])"
)
"""*Licensierad bolånerådgivare*: whoever the word is for, somebody has learnt it."""
_NAME = r"(?P<name>[A-ZÆØÅ][\w.+-]*[\w+](?:\s[A-ZÆØÅ0-9][\w.+-]*[\w+])*)"
_NAME_AFTER = re.compile(r"(?:/|,?\s(?:og/)?(?:eller|or|och/eller)\s(?:en |et |a |an )?)" + _NAME)
_NAME_BEFORE = re.compile(
    _NAME + r"(?:(?:-sertifisering|-sertifikat|-certifiering|-certificering)?,?\s(?:eller|or)\s(?:en |et |a |an )?|/)$"
)
_BRACKETS = re.compile(r"[^().,;]{0,30}\((?![^()]*\b(?:frå|fra|från|from|hos|by|at|via|gjennom)\b)(?P<names>[^()]+)\)")
_IN_BRACKETS = re.compile(r"\b[A-ZÆØÅ][\w+]*[A-Z0-9+](?:[ -][A-ZÆØÅ0-9][\w+]*)*\b")
_CREDENTIALS = compiled(
    r"\b(?:stats|vann|el|gass)?(?:autorisert|autorisera|auktoriserad|autoriseret|legitimert|"
    r"legitimerad) (?!(?:forhandl|verkste|partner|av|som|etter|enhet|bedrift|butikk|servicepartner|"
    r"återförsälj))[a-zæøåäö]{3,}(?:ør|er|or|ant|ist|ut|are|ska)\b|\b(?:certified|accredited|chartered|"
    r"registered)\s(?!(?:to|by|according|in|as|for|iso|partners?|company|companies|customers?|users?|b|since|and|or|"
    r"under|with|address|office|trademark)\b)[a-z-]+(?:\s(?!(?:or|and|is|are|with|who|in|for)\b)[a-z-]+){0,3}"
)
"""*Certified paramedic*, as an item of what is asked."""
_OF_PAPERS = compiled(
    r"eksamen|intyg|licens|gesell|prøve|bevil|brev|[uf]dlært|utlær|utlär|foundation|practitioner|managing|belt|"
    r"registered|accredited|kurs|bevis|behøri|legitim|lisens|licens|licenc|godkj|godk|autori|auktor|serti|certi|utdann|"
    r"utbild|uddann|course|diplom|qualified|registered|chartered|faglært|fagbrev|svenne|svende|mester"
)
_ASKING = (Section.MUST, Section.NICE, Section.NEGATED)


def may_name_paper(voice: Voice) -> bool:
    """May the words hold a certificate that no vocabulary knows?"""
    return _OF_PAPERS.search(voice.folded) is not None


def papers(voice: Voice, known: list[Found]) -> list[Found]:
    """The certificates in the sentence that none of ``known`` stands for."""
    certified = [item for item in known if item.kind is ConceptKind.CERTIFICATION]
    if not certified and not may_name_paper(voice):
        return []
    taken: list[Placed] = [item for item in known if item.kind in _OF_OTHER_KINDS]
    taken += [hit for hit in voice.hits if hit.concept.kind in _OF_OTHER_KINDS]
    found: list[Found] = []
    named = [span for span in _named_beside(voice, certified) if not meets(voice.hits, *span)]
    for start, end in (*_spoken_of(voice), *named):
        met = meets((*taken, *found), start, end) or of_the_firm(voice, start, end)
        modality = None if met else asked_of_paper(voice, start, end)
        if modality is not None and modality is not Modality.TASK:
            found.append(Found(start, end, STATED, ConceptKind.CERTIFICATION, _LABEL, modality, "stated"))
    return found


_OF_OTHER_KINDS = (ConceptKind.LICENCE, ConceptKind.TOOL, ConceptKind.CERTIFICATION, ConceptKind.LANGUAGE)


def _spoken_of(voice: Voice) -> Iterator[tuple[int, int]]:
    folded = voice.folded
    for found in _ONE_TRADE.finditer(folded):
        yield found.span("name")
    for pattern in (_TRAINED, _LICENSED, _APPROVED_AS):
        for found in pattern.finditer(folded):
            if pattern is not _APPROVED_AS:
                yield found.span()
            end = found.end()
            while other := _OTHER_TRADE.match(folded, end):
                yield other.span("name")
                end = other.end()
    if voice.listed and voice.section in _ASKING:
        yield from (found.span() for found in _CREDENTIALS.finditer(folded))
    yield from (found.span() for found in _NAMED_PAPER.finditer(voice.text))
    for found in _LESSON.finditer(folded):
        if not _HOLDS.search(folded, max(0, found.start() - 40), found.start()):
            yield found.span()
    for found in _COMPOUND.finditer(folded):
        if not _NO_PAPER.match(found.group()) and not _HOLDS.search(folded, max(0, found.start() - 40), found.start()):
            yield found.span()


_ONE_TRADE = compiled(
    r"\b(?:fagbrev|svennebrev|svendebrev|fagutdanning) (?:i|innen|innenfor|som) [^.;()]{3,50}?(?:fag|faget|service|"
    r"salg),? (?:eller|or|og/eller|eventuelt) (?:i |innen )?(?P<name>(?:[a-zæøå]+- og )?[a-zæøå-]+fag(?:et)?)(?![\w-])"
)
"""*Fagbrev i salgsfaget eller logistikkfaget*: two certificates."""
_GENERIC = compiled(r"[\w-]*(?:sertifi|certifi|autori[sz]a|auktorisa|godkjen|bevis|kurs|diplom)[\w-]*$")
_NAMED_PAPER = re.compile(
    r"\b[A-ZÆØÅ][A-ZÆØÅ0-9]{2,}(?:\s(?:v?\d+|Six|Sigma|Contact|Customer|Service|Project|Program|Lean|Agile|Certified|"
    r"Risk|Asset)){0,3}\s(?:Foundation|Practitioner|Managing(?:\s[A-Z]\w+)?|Expert|Associate|Professional|Specialist|"
    r"Fundamentals|Essentials|(?:Black|Green|Yellow|White) Belt|Master|Intermediate|Certificate|General Certificate|"
    r"Diploma)\b(?:\s(?:Level|nivå)\s\d)?"
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

"""How many people stand under the job. Parts are added; the size of the firm or of the team around is none.

A count of people belongs to the job when the sentence says that the job holder leads them, when it is the size of the
unit that the ad is about, or when the next words make them the job holder's.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from domain.matching import Modality
from matcher import gates, titles
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, number
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, once_for_words, tells

_PEOPLE = (
    r"(?:\w*(?:medarbe[ij]d|medarbet)\w*|\w*ansatte|\w*tilsette|\w*anställda|people|person(?:er|ar|"
    r"s)?|"
    r"årsverk|fte\w*|staff|\w*folk|part-timers|full-timers|heads|direct reports|reps|colleagues|kolleg\w+|members|"
    r"leads|"
    r"\w*rapporterende|direktrapporter\w*|\w*underordne\w*|\w*underordna|\w*ansvarlig\w*|\w*ansvarleg\w*|"
    r"\w+hjelper(?:e|ar)?|\w+hjelp(?=er)|"
    r"\w*vikar(?:er|ar)|lærling(?:er|ar|e)|hoder|hovud|headcount|studentar|studenter|students|mann|"
    r"[a-zæøå-]*(?:informatør|ingeniør|farmaceut|sykepleier|sjukepleiar|sjuksköterskor|sygeplejerske|pedagog|"
    r"terapeut|"
    r"telefonist|kontorist|sekretær|økonom|vekter|sjåfør|guide|instruktør|kasserer|kassør|prosessor|disponent|"
    r"revisor|"
    r"jurist|bibliotekar|pharmacist|nurse|clerk|dispatcher|telephonist|teller|officer|host|guide|trainee|intern)"
    r"(?:er|ar|e|s|or)\b|"
    r"[a-zæøå-]*(?:led|konsulent|rådgiv|behandl|agent|assistent|koordinator|operatør|veiled|vägled|spesialist|"
    r"specialist|selg|selj|legg|tekniker|mekanik|montør|vakt|vert|planlegg|konsult|handlägg|sakshandsam|kontrollør|"
    r"resepsjonist|receptionist|mottak|mottag|besvar|disponent|kunderåd|rådgjev|lagleiar|betjen|vagt|støttespill|"
    r"svar)(?:e?r(?:e|a)?|e|"
    r"ar(?:ar)?|"
    r"are|a)\b|"
    r"[a-z-]*(?:advis[eo]r|agent|manager|supervisor|coordinator|specialist|representative|engineer|operator|"
    r"associate|analyst|consultant|handler|timer|worker|employee|technician|planner|leader|assistant|clerk|trainer|"
    r"coach(?=es)|lead)(?:e?s))"
)
_ABOUT = (
    r"(?:ca\.?|cirka|circa|rundt|omtrent|omlag|om lag|omkring|kring|ungefär|nær|nærmere|nesten|næsten|nästan|närmare|"
    r"over|"
    r"about|around|roughly|approximately|some|nearly|almost|til sammen|tilsammen|totalt|i alt|sammenlagt|a total of|"
    r"total(?:t)? of)"
)
_UNITS = (
    r"(?:år|års|måned\w*|månad\w*|month\w*|year\w*|dag\w*|day\w*|uke\w*|vecka|veckor|week\w*|time[rn]?|timmar|hours?|"
    r"minutt\w*|minute\w*|prosent|procent|percent|kr|kroner|mill\w*|kunder|kundar|customers|clients|"
    r"brukere|brukarar|"
    r"users|innbygg\w*|husstand\w*|butikk\w*|shops?|stores?|kontor\w*|offices?|land|countries|lokasjon\w*|locations?|"
    r"team(?!-?\s?(?:le|ko|ka|me))\w*|lag|kanal\w*|channels?|språk|languages?|henvend\w*|calls?|contacts?|saker|"
    r"cases|"
    r"stilling\w*|positions?|"
    r"av|of|%)"
)
_NO_ADJECTIVE = r"(?:og|and|och|eller|or|som|who|that|i|in|på|on|til|to|med|with|for|from|fra)"
_COUNT = compiled(
    rf"(?<![\d.,:-])"
    rf"\b(?P<count>{NUMBER})(?![\d.,:]*\d)(?:\s?-\s?\d{{1,3}})?\s(?:(?!(?:{_UNITS}|"
    rf"{_NO_ADJECTIVE})\b)[a-zæøå-]+,?\s){{0,3}}?(?P<who>{_PEOPLE})\b"
)
_ANYBODY = compiled(
    rf"(?<![\d.,:-])\b(?P<count>{NUMBER})(?![\d.,:]*\d)\s(?:(?!(?:{_UNITS}|{_NO_ADJECTIVE})\b)[a-zæøå-]+\s){{0,2}}?"
    rf"(?P<who>(?!{_UNITS}\b)[a-zæøå-]{{3,}}(?:ere|arar|are|ister|istar|ers|ists))\b"
)
"""People of a trade nobody thought of: believed only right after a word for leading."""
_BARE = compiled(
    rf"(?::|\b(?:de|dei|dem|disse|desse|these|dessa|the|alle|all|på|of|over|for|(?:er|är|are) (?:vi|me|we)|(?:er|"
    rf"är|teller|tel|utgjør|"
    rf"utgjer|is|numbers)(?:\s(?:i dag|"
    rf"i dagens|nå|no|nu|now|today|currently))?))\s(?P<count>{NUMBER})(?![\d.,:]*\d)"
    rf"(?=\s?(?:[.,;:!?(]|$|-\s|\s(?:som|who|that|i|in|på|og|and|pluss|plus|samt|fordelt|split|spread|led|ledet|leia|"
    rf"based|across|from|fra|frå|få|får|trenger|treng|need|skal|under|stykker|stykk|stk)\b))"
    rf"(?!\s(?:i|in|på)\s(?:året|uken|dag))"
)
_ADDED = (
    r"i tillegg (?:til )?(?:kommer |kjem |har du |får du )?|dertil |utöver det |desuden |also |in addition |"
    r"(?:en|ein|ei|et|eit|ett|a|an) \w*(?:gruppe|team|stab|lag|group|crew|skift|grupp|hold|gjeng) (?:på|med|of|av|"
    r"om|with) "
)
"""What may introduce a further group."""
_STRONG = compiled(
    rf"\b(?P<count>{NUMBER})[- ](?:strong|sterk|mannssterk|manns?|person|people|personers?|manna|mands|member|"
    rf"head)\b(?!\s(?:båt|styre|husstand|household))"
)
"""*Customer Operations is 35 strong.*"""
_DIRECT = compiled(r"(?:direct reports|\w*underordne\w*|\w*underordna)")
_BELONGS = compiled(r"\b(?:til \w+ (?:hører|høyrer)|tilhører|tilhøyrer|består av|omfatter|omfattar|teller|tel|har)\b")
_EARLIER = compiled(
    rf"\b(?P<count>{NUMBER})\s(?:full-time|part-time|heltidsansatte|deltidsansatte|faste?|fast tilsette|fast ansatte|"
    rf"internal|external|interne|eksterne|permanent|seasonal|heltids|deltids|på heltid|på deltid)\s(?:og|and|och|"
    rf"samt|"
    rf"pluss|plus)\s(?:fast |full-time )?$"
)
"""A group whose noun stands with the next one: *five full-time and three part-time agents*."""
_ONE_FIRST = compiled(
    r"\b(?:en|ein|ei|a|an|one)\s(?:(?:team|group|gruppe?|skift|shift|vakt|fag|nest|deputy|senior)[ -]?\w+)(?:,|"
    r",? (?:og|and|"
    r"och|samt))\s$"
)
"""*A team leader, nine agents …*: the one who stands before the count."""
_TOTAL = compiled(
    rf"\b(?:totalt|til sammen|tilsammen|i alt|sammenlagt|samla|in total|altogether|sammanlagt|all in all)\s"
    rf"(?:ca\.?\s|rundt\s|om lag\s)?(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?{_PEOPLE}"
)
_SUMS_UP = compiled(r"[,;:(-]\s?(?:(?:alt|dvs\.?|altså|og|and|det er|som er)\s)?$")
"""*12 i Oslo, 9 i Bergen, til sammen 21* is a sum; *tre ledere og til sammen 21 rådgivere* is one more group."""
_BESIDE = compiled(
    rf"\b(?:sammen|saman|tillsammans|together|med hjelp|med støtte|i lag) (?:med|with|fra|frå|av|from) (?:our |våre |"
    rf"dine )?"
    rf"(?P<count>{NUMBER}) (?:\w+ )?\w*(?:ledere|leiarar|ledare|leaders|leads|managers|supervisors|koordinatorer)\b"
    rf"[^.;]{{0,12}}\b(?:leder|leier|leiar|lead|manage|run|styrer|har)\b"
)
"""*Sammen med to teamledere leder du …*: those stand under the job, too."""
_ONE_LEADER = (
    r"[a-zæøå-]*(?:leder|leiar|ledare|koordinator|coordinator|rådgiver|rådgjevar|rådgivare|assistent|assistant|"
    r"supervisor|"
    r"manager|medarbeider|medarbeidar|medarbetare|medarbejder|spesialist|specialist|agent|planlegger|planner|analyst|"
    r"analytiker|konsulent|ansvarlig|ansvarleg|ansvarig|vikar|lærling|trainee|trainer|coach|deputy|"
    r"resepsjonist|receptionist|telefonist|sekretær|instruktør|operatør|kontrollør|controller|tekniker|technician|"
    r"saksbehandler|saksbehandlar|behandler|veileder|analytikar|student|stedfortreder|clerk|nurse|sykepleier|vert|"
    r"vært)"
)
_TRADE = (
    r"(?!(?:flere|fleire|andre|større|mindre|tidligere|over)\b)"
    r"(?:[a-zæøå]{4,}(?:ere|arar|are)|(?:kunde|service|support|chat|team)[a-zæøå]{4,}(?:er|ar|e))"
)
"""People of a trade nobody thought of, beside others that were counted."""
_FURTHER = compiled(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?:i|in|på|at|som|who|on|ved|hos|from|fra|frå|vid)(?:\s[a-zæøå-]+){{1,6}}?)?\s?"
    rf"(?:,?\s?(?:og|and|och|samt|pluss|plus|along with|supported by|assisted by|støttet av|støtta av|hjulpet av|"
    rf"med støtte fra|med hjelp av|backed by|with the help of|i tillegg til|in addition to|as well as|foruten|forutan|"
    rf"utöver|ud over|ved siden av)\s|,\s|\+\s?|"
    rf",?\s?(?:og|and|och)?,?\s?(?:gjennom|via|through|gennem|genom) (?:dem|dei|disse|desse|them|these|dessa),?\s|"
    rf",?\s?(?:som|who|der|which)\s(?:igjen |igen |in turn |i sin tur |i tur |hver |each )?(?:(?:leder|leier|leiar|"
    rf"lead|"
    rf"manage)s?|har|have|has)"
    rf"\s)(?:the\s|their\s|de\s|dei\s|deres\s|"
    rf"another\s)?"
    rf"(?:{_ADDED})?(?:(?:i tillegg |dessuten |også |also |indirekte |indirectly )*(?:du |har |har du |have )*"
    rf"(?:i tillegg |dessuten |også |also |indirekte |indirectly )?(?:\w*ansvar\w* |\w*ledelse )?(?:for |of |på )?"
    rf"(?:ytterligere |ytterlegare |yderligere |ytterligare |another |a further |further )?)(?:{_ABOUT}\s)?"
    rf"(?:(?P<one>en|ein|ei|et|ett|a|an|one|én)\s(?:[a-zæøå-]+\s){{0,2}}?{_ONE_LEADER}\b|"
    rf"(?:et |eit |ett |a )?(?P<count>{NUMBER})(?:\s?-\s?\d{{1,3}})?\s(?!{_UNITS}\b)"
    rf"(?:(?:[a-zæøå-]+\s){{0,2}}?(?:{_PEOPLE}|{_TRADE})\b|(?=(?:i|in|på|som|who|at|on|ved|hos|vid)\s)))"
)
_SPREAD = compiled(
    rf"\b\d{{1,3}}[.,]?\d?\s(?:årsverk|årsverke|stillinger|fte\w*|årsværk)\b[^.;]{{0,15}}?\b(?:fordelt på|delt på|"
    rf"spread over|"
    rf"fördelat på|fordelt mellom)\s(?P<count>{NUMBER})\s(?:[a-zæøå-]+\s){{0,2}}?(?P<who>{_PEOPLE})"
)
"""*8,5 årsverk fordelt på 10 ansatte*: people are counted, not full-time equivalents."""
_GROUP = r"(?:lag|team|avdeling|avdelning|afdeling|gruppe?|seksjon|enhet|eining|stab|department|unit|crew)"
_YOUR_UNIT = rf"{_GROUP}\w* (?:ditt|din|di)|(?:ditt|din|dit|di|your) (?:nye |new )?{_GROUP}\w*"
_LEADS = compiled(
    r"\b(?:lede[rt]?|leie[r]?|leia|leiar|ledelse|leiing|leda|ledar|lead(?:s|ing)?|manages?|managing|run|running|keep|"
    r"ansvar\w*|\w*ansvar (?:for|får|för|over)|responsib\w+|look(?:s|ing)? after|team (?:of|på)|report to you|"
    r"(?:organis\w+|stab|personale|avdeling\w*|avdelinga|avdelning\w*|afdeling\w*|grupp[ea]n?|lag|gjeng\w*|"
    r"enhet\w*|seksjon\w*|crew|"
    r"unit|department) (?:på|of|med|with|av)|overta\w*|tar over|over(?:see|seeing)|supervis\w+|head up|in charge of|"
    rf"nærmeste leder|nærmaste leiar|næraste leiar|{_YOUR_UNIT}|(?:\w*chef|\w*sjef|\w*leder|\w*leiar|\w*ledare|"
    rf"manager) (?:for|för|over|av|til|"
    r"till|"
    r"of|to)|leadership of|coach\w*|oppfølging av|fördelar|fordeler|styre[r]?|i (?:spissen|spidsen) for|head(?:ing|"
    r"s)?|inherit\w*|(?:you|you'll|will) own|(?:består|consists?) (?:av|af|of) (?:deg|dig|you|yourself)|"
    r"tak(?:e|es|ing) over|med deg (?:får|har)|får (?:med (?:deg )?|du med (?:deg )?)|span of control|"
    r"\w*rapporterende)\b"
)
_LABELLED = compiled(
    rf"\b(?:direct reports|direkte ?rapporterende|underordnede|underordna|span of control|team size|"
    rf"teamstørrelse|(?:medarbeidere|medarbeidarar|ansatte|tilsette|personer|people|medarbetare|medarbejdere) "
    rf"(?:du (?:leder|leier|skal lede|får ansvar for)|you (?:will )?(?:lead|manage)|under (?:deg|dig|stillingen))|"
    rf"personal\w*ansvar(?: for)?)\s?:\s?(?:{_ABOUT}\s)?(?P<count>{NUMBER})(?![\d.,]*\d)\b"
)
"""*Direct reports: 8*, as in a list of facts."""
_UNIT_HAS = compiled(
    r"\b(?:seksjon\w*|avdeling\w*|team\w*|kundesent\w*|kundeserv\w*|kundedialog\w*|kundest\w*|enhet\w*|eining\w*|"
    r"avdelning\w*|afdeling\w*|department|kundtjänst\w*|kundservice\w*|grupp\w*|førstelinj\w*|kundsupport\w*|"
    r"\w*torget|\w*senteret|innbygg\w*|service desk|support\w*|"
    r"brukerstøtte\w*|stab(?:en)?|organisasjonen|lederansvaret|ledaransvaret|personalansvaret|medborgar\w*|"
    r"borgerservice\w*|lag\w*|contact cent\w+|call cent\w+|customer \w+)\b"
    r"[^.;]{0,60}\b(?:har|består\b[^.;]{0,10} av|består|consists? of|has|teller|tel|räknar|reknar|regner|utgjør|"
    r"utgjer|utgör|omfatter|omfattar|rommer|bemannes av|bemannast av|bemannas av|bemandes af|is staffed by|"
    r"sysselsetter|är|er|is made up of|counts|numbers|comprises|där|der|hvor|"
    r"where|with)\b|\bbestår\s(?:\w+\s){1,3}(?:av|af)\b"
)
_ANOTHER_LEADS = compiled(
    r"\w*(?:sjef|leder|leiar|chef|ledare|manager|director|head|direktør)\w*,? (?:som|who|der) (?:\w+ )?"
    r"(?:leder|leier|leder|leads?|har|has|manages|styrer|styr)\b[^.;]{0,45}$"
)
"""*Du rapporterer til kundeservicesjefen, som leder ti ansatte*: those are another's."""
_FIRM = compiled(
    r"\b(?:selskapet|konsernet|virksomheten|bedriften|company|(?:the|our) group|kommunen|omsatte|"
    r"opplæring av|training of|brukarane|for our|fordelt på|partner\w*|outsourc\w*|leverandør\w*|innleid\w*|vendor|"
    r"enterprise|erfaring|gjennom|through|via|genom|mer enn|more than|mennesker i|"
    r"hiring)\b[^.;]{0,30}$"
)
_WE_ARE = compiled(r"\b(?:(?:vi|me|we) (?:er|är|are)|(?:er|är|are) (?:vi|me|we))\b[^.;]{0,30}$")
_LEADS_US = compiled(
    r"\b(?:(?:lede|leie|leda|leia|lead|manage) (?:oss|us|alle|all|laget|lagen|gjengen|teamet|the team|det hele|dei|"
    r"dem|"
    r"them)|(?:lederen|leiaren|sjefen|chefen|ledaren) (?:vår|for oss|deres|deira)|our (?:new )?(?:leader|manager))\b"
)
"""*Vi er seks på kundeservice, og du blir lederen vår*: those who are spoken of are not the firm."""
_AMONG = compiled(
    r"\b(?:(?:en |ein |ei )?del av|en av|ein av|part of|one of|join\w*|sammen med|saman med|tillsammans med|"
    r"together with|"
    r"alongside|(?:sam)?arbeid\w* (?:tett |nært )?med|(?:sam)?arbetar? (?:nära )?med|work\w* (?:closely )?with|"
    r"bli med i|"
    r"bli med på|ingår i|inngår i|till vårt|til vårt|to our)\b[^.;,]{0,35}$"
)
"""Those around: *en del av et team på ni*, *work closely with 15 people*."""
_SOUGHT = compiled(
    r"\b(?:søker|søkjer|søger|söker|trenger|treng|hiring|hire|recruit|need|ansetter?|tilsette[rt]?|anställer?|"
    r"rekruttere[rt]?|ansætter?|hjelper|hjelp\w*|supports?|serves?|betjener)\s"
    r"(?:nå\s|our\s|the\s|over\s)?(?:ca\.?\s|rundt\s|alle\s|all\s)?$"
)
"""Those who are looked for or served."""
_WE_HAVE = compiled(r"\b(?:vi har|we have|vi er)\b[^.;]{0,40}$")
_YOURS = compiled(
    r"\b(?:(?:blir|vert|bliver|er) (?:dine|dina|deira|deres)|will be yours|are yours|you (?:will )?(?:lead|manage)\b|"
    r"(?:make|makes) up your|(?:in|i|på|to|till) (?:your|din|ditt|di) (?:\w+ )?(?:organi\w+|team|avdeling\w*|"
    r"avdelning|"
    r"eining|enhet|gruppe|lag|stab|department|unit)|under (?:you|deg|dig)\b|"
    r"reports? (?:straight |"
    r"directly )?to you|to you\b|"
    r"rapporter\w* til (?:deg|dig)|(?:deres|deira|nærmeste|nærmaste) (?:nærmeste |nærmaste )?(?:sjef|leder|leiar|"
    r"chef)|"
    r"(?:sjefen|lederen|leiaren|chefen) (?:deres|deira|for dem|for dei)|"
    r"(?:å|att|at|to) (?:lede|leie|leda|lead|manage)|(?:som|der|whom) du (?:skal |vil )?(?:lede|leie|leda|leder)|"
    r"(?:få|får|trenger|treng|need|behöver) (?:nå )?(?:en|ein|a) (?:\w+ )?(?:leder|leiar|sjef|chef|leader|manager)|"
    r"mangler (?:en|ein|nå en) (?:sjef|leder|leiar|chef)|(?:somebody|someone|a manager|a leader) to (?:run|lead|"
    r"manage))\b"
)
_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)
_REACH, _NEAR, _NEXT = 95, 50, 2


class _Counted(NamedTuple):
    """A count in a sentence, and how surely it is the job's."""

    people: Found[int]
    surely: bool
    perhaps: bool
    """A group of the service, if the words around make it the job holder's."""


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff, or only guides it."""
    if leads_nobody:
        return None
    weaker: Found[int] | None = None
    title = titles.judge(document.ad.title)
    for at, voice in document.speaking(gates.PEOPLE):
        if voice.section in _SILENT and voice.listed and not _to_you(voice):
            continue
        counted = _counted(voice)
        if counted is None:
            continue
        people = Found(counted.people.value, at + counted.people.start, at + counted.people.end)
        if counted.surely and (title.leads or _EXPLICIT.search(voice.folded)):
            return people
        if weaker is None and counted.perhaps and not counted.surely:
            following = document.after(at, _NEXT)
            weaker = people if any(_YOURS.search(said.voice.folded) for said in following) else None
    if weaker is None and title.leads and not title.first_line:
        return _of_unit(document, _unit) or _of_unit(document, _who_answer)
    return weaker


def _to_you(voice: Voice) -> bool:
    """*The team: three managers report to you*: under a heading about the employer, yet of the job."""
    return voice.section is Section.EMPLOYER and bool(_YOURS.search(voice.folded) or _YOU_LEAD.search(voice.folded))


_YOU_LEAD = compiled(
    r"\b(?:du|you)\s(?:\w+\s){0,2}(?:leder|leier|leiar|leder|lead|manage|får ansvar\w*|har ansvar\w*)\b"
)


_EXPLICIT = compiled(
    r"\b(?:personal\w*ansvar\w*|personal\w*ledelse|lederansvar|leiaransvar|line manage\w*|people management|"
    r"direct reports|"
    r"(?:du|you)\s(?:\w+\s){0,3}(?:lede[r]?|leie[r]?|leia[r]?|leda[r]?|lead|manage|run|ansvar\w*)|"
    r"reports? (?:\w+ )?to you|rapporter\w* til deg|(?:sjef|leder|leiar|chef|ledare) for)\b"
)
"""Leading said so plainly that no title need say it."""


def _of_unit(document: Document, read: Callable[[Voice], Found[int] | None]) -> Found[int] | None:
    """The size of the unit that the ad is about."""
    for at, voice in document.speaking(gates.PEOPLE):
        if voice.section in (Section.ROLE, Section.NONE, Section.TASKS):
            found = read(voice)
            if found:
                return Found(found.value, at + found.start, at + found.end)
    return None


def _not_counted(before: str, after: str) -> bool:
    """Do the words around a count make it the firm's, another leader's, or those who are sought or served?"""
    return bool(
        _FIRM.search(before)
        or _AMONG.search(before)
        or _SOUGHT.search(before)
        or _ANOTHER_LEADS.search(before)
        or (_WE_ARE.search(before) and not _LEADS_US.search(after))
    )


_A_SHIFT = compiled(
    r"\s(?:per|pr\.?|på hvert|på kvart|hvert|kvart|each|every|på varje|på hver)\s(?:skift|shift|vakt|pass|vagt)"
)
"""So many at a time are not all."""


_COUNTS = (_COUNT, _BARE, _ANYBODY, _STRONG)


@once_for_words
def _counts(
    voice: Voice,
) -> tuple[re.Match[str] | None, re.Match[str] | None, list[tuple[re.Pattern[str], re.Match[str]]]]:
    """All that may be a count of people: with a label, spread over them, and others in order."""
    folded = voice.folded
    finds = [(pattern, match) for pattern in _COUNTS for match in pattern.finditer(folded)]
    return _LABELLED.search(folded), _SPREAD.search(folded), sorted(finds, key=lambda pair: pair[1].start())


@once
def _counted(voice: Voice) -> _Counted | None:
    folded = voice.folded
    labelled, spread, finds = _counts(voice)
    if not (labelled or spread or finds) or voice.of(0, 1) is Modality.NEGATED:
        return None
    if labelled:
        return _Counted(Found(number(labelled["count"]), labelled.start("count"), labelled.end()), True, True)
    if spread and (_LEADS.search(folded, 0, spread.start()) or _BELONGS.search(folded, 0, spread.start())):
        return _Counted(Found(number(spread["count"]), spread.start("count"), spread.end()), True, True)
    perhaps: _Counted | None = None
    for pattern, found in finds:
        reach = _NEAR if pattern is _ANYBODY else _REACH
        before = folded[max(0, found.start() - reach) : found.start("count")]
        if _not_counted(before, folded[found.end() :]) or _A_SHIFT.match(folded, found.end()):
            continue
        named = pattern in (_COUNT, _STRONG) or (
            pattern is _BARE and bool(_UNIT_HAS.search(before) or _THESE.search(before))
        )
        if (
            _LEADS.search(before)
            or _DIRECT.match(found.groupdict().get("who") or "")
            or (named and _YOURS.search(folded, found.end()))
            or (_WE_ARE.search(before) and pattern is not _ANYBODY)
        ):
            return _Counted(_summed(folded, found), True, True)
        if named and perhaps is None:
            perhaps = _Counted(
                _summed(folded, found), False, not _WE_HAVE.search(before) or bool(_SERVED.search(folded))
            )
    return perhaps


_THESE = compiled(r"\b(?:disse|desse|these|dessa)\s$")
_SERVED = compiled(r"kunde|kund[ts]|customer|support|service|telefon|chat")


@once_for_words
def _unit(voice: Voice) -> Found[int] | None:
    for found in _COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if _UNIT_HAS.search(before) and not (_FIRM.search(before) or _WE_ARE.search(before)):
            return _summed(voice.folded, found)
    return None


@once_for_words
def _who_answer(voice: Voice) -> Found[int] | None:
    """*47 kundeveiledere svarer …*: those who serve the customers are the leader's, unless the words say otherwise."""
    if not _SERVED.search(voice.folded) and not _ANSWER.search(voice.folded):
        return None
    for found in _COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if not (
            _FIRM.search(before) or _WE_ARE.search(before) or _SOUGHT.search(before) or _FIRM_WORD.match(found["who"])
        ):
            return _summed(voice.folded, found)
    return None


_ANSWER = compiled(r"\b(?:svare[rn]?|svarar|svarer|answers?|tar imot|tek imot|tar emot|hjelper|hjälper|hjælper|help)\b")
_FIRM_WORD = compiled(r"(?:ansatte|tilsette|anställda|people|personer|employees|mennesker)")


def _summed(folded: str, first: re.Match[str]) -> Found[int]:
    total, end = number(first["count"]), first.end()
    beside = _BESIDE.search(folded, 0, first.start("count"))
    if beside:
        total += number(beside["count"])
    if _ONE_FIRST.search(folded, 0, first.start("count")):
        total += 1
    earlier = _EARLIER.search(folded, 0, first.start("count"))
    if earlier:
        total += number(earlier["count"])
    whole = _TOTAL.search(folded, first.end())
    if whole and number(whole["count"]) >= total and _SUMS_UP.search(folded, 0, whole.start()):
        return Found(number(whole["count"]), whole.start("count"), whole.end())
    while further := _FURTHER.match(folded, end):
        total, end = total + (1 if further["one"] else number(further["count"])), further.end()
    return Found(total, first.start("count"), end)


tells(gates.PEOPLE, _counted, _unit, _who_answer)

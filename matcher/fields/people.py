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
from matcher.fields.common import NUMBER, Found, labelled, moved, number
from matcher.fields.people_counts import ANYBODY, BARE, BELOW_NEXT, COUNT, STRONG, counts, of_leaders, summed
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, once, once_for_words, tells

_GROUP = r"(?:lag|gjeng|team|avdeling|avdelning|afdeling|gruppe?|seksjon|enhet|eining|stab|department|unit|crew)"
_YOUR_UNIT = (
    rf"\w*{_GROUP}\w* (?:ditt|din|di)|(?:ditt|din|dit|di|dine|your) (?:nye |new )?(?:\w*{_GROUP}\w*|remit|scope|"
    rf"ansvarsområde\w*|"
    r"ansvar|område|people|folk|mannskap\w*|organisa\w+|direct reports)"
)
_LEADS = compiled(
    r"\b(?:(?:lederen|leiaren|sjefen|chefen|ledaren),? (?:med|for)|lede[rt]?|leie[r]?|leia|leiar|ledelsen?|leiinga?|ledningen|leda|"
    r"ledar|lead(?:s|ing)?|manages?|managing|run|running|keep|personal\w*(?:ledelse|leiing|ledning|ansvar\w*)|"
    r"personal-[^.;]{0,35}ansvar\w*|ansvar\w*|\w*ansvar(?:et)? (?:for|får|för|over)|responsib\w+|accountab\w+|look(?:s|ing)? after|\w*team(?:et|a|"
    r"en)? (?:of|på)|report to you|(?:organis\w+|stab|personale|avdeling\w*|avdelinga|avdelning\w*|afdeling\w*|"
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
    r"dig))|får (?:med (?:deg )?|du med (?:deg )?)|span of control|under (?:deg|dig|you) (?:har|får|have|jobber|"
    r"sitter|står|work|arbetar|arbejder)|\w*rapporterende)\b"
)
_UNIT_HAS = compiled(
    r"\b(?:seksjon\w*|avdeling\w*|team\w*|kundesupport\w*|kundestøtte\w*|kundesent\w*|kundeserv\w*|kundedialog\w*|"
    r"kundest\w*|enhet\w*|eining\w*|avdelning\w*|afdeling\w*|department|kundtjänst\w*|kundservice\w*|grupp\w*|"
    r"førstelinj\w*|kundsupport\w*|\w*torget|\w*senteret|innbygg\w*|service desk|support\w*|brukerstøtte\w*|"
    r"stab(?:en)?|personalet|personalgrupp\w*|bemanningen|bemanninga|organisasjonen|lederansvaret|ledaransvaret|"
    r"personalansvaret|medborgar\w*|borgerservice\w*|lag\w*|contact cent\w+|call cent\w+|customer "
    r"\w+)\b[^.;]{0,60}\b(?:har|består\b[^.;]{0,10} av|består|bestå av|consists? of|has|får|skal ha|vil ha|vil få|is|"
    r"are|tæller|teller|tel|räknar|reknar|regner|utgjør|utgjer|utgör|omfatter|omfattar|rommer|bemannes av|bemannast av|"
    r"bemannas av|bemandes af|is staffed by|sysselsetter|är|er|is made up of|counts|numbers|comprises|employs|där|der|"
    r"hvor|where|with)\b|\bbestår\s(?:\w+\s){1,3}(?:av|af)\b|\b(?:avdeling\w*|\w*team\w*|kundesent\w*|kundeserv\w*|"
    r"førstelinj\w*|enhet\w*|seksjon\w*|eining\w*|afdeling\w*|sektion\w*|kundtjänst\w*|department) \($"
)
_ANOTHER_LEADS = compiled(
    r"(?:\b(?:til|till|to|under|med|with) (?:en|ein|a|an) |\b(?<!\ben )(?<!\bein )(?<!\ba )(?<!\bny ))\w*(?:sjef|"
    r"leder|leiar|chef|ledare|manager|director|head|direktør|\bceo|\bcoo|\bcco|\bcfo|\bcto|\bvd)\w*"
    r"(?:\s(?:for|of|av|i)\s[\w-]+(?:\s(?:og|and|och)\s[\w-]+)?)?,? (?:som|who|der) (?:\w+ )?"
    r"(?:leder|leier|leder|leads?|har|has|manages|styrer|styr)\b[^.;]{0,45}$|\b(?:\w*(?:sjefen|lederen|leiaren|chefen|ledaren) "
    r"(?:din|vår|hans)|your (?:\w+ )?(?:manager|boss|director))\s(?:\w+ )?(?:leder|leier|leiar|heads?|leads?|runs?|has|har|manages)\b[^.;]{0,30}$"
)
"""*Du rapporterer til kundeservicesjefen, som leder ti ansatte*: those are another's."""
_ANOTHERS = compiled(
    r"\b(?:støtte\w*|bistå\w*|hjelpe\w*|assistere\w*|avlaste\w*|support\w*|assist\w*|stödj\w*|stötta\w*|rapportere\w* "
    r"til|rapporterar till?|reports? to|reporting to|refererer til)\s(?:[a-zæøå-]+\s){0,2}?[a-zæøå-]*(?:leder|sjef|"
    r"chef|leiar|ledare|manager|director)[a-zæøå]*\s(?:for|of|för|av|over)\s(?:de |dei |the |våre |our )?$"
)
"""*Du støtter lederen for 25 ansatte.*"""
_FIRM = compiled(
    r"\b(?:selskapet|konsernet|virksomheten|bedriften|company|(?:the|our) group|kommunen|omsatte|opplæring av|training "
    r"of|brukarane|for our|fordelt på|partner\w*|outsourc\w*|leverandør\w*|innleid\w*|vendor|enterprise|erfaring|mer "
    r"enn|more than|mennesker i|hiring)\b[^.;]{0,30}$|\b(?:gjennom|through|via|genom)\b[^.;]{0,14}$"
)
_WE_ARE = compiled(r"\b(?:(?:vi|me|we) (?:er|är|are)|(?:er|är|are) (?:vi|me|we))\b[^.;]{0,30}$")
_LEADS_US = compiled(
    r"^[^.;,]{0,20}\b(?:team|gjeng|lag|grupp|avdeling)\w* (?:som )?du (?:skal |ska |vil )?(?:lede|leie|leder|leier|"
    r"leda|leiar)\b|"
    r"\b(?:(?:leder?|leier?|leiar|leda|leia|leads?|manages?) (?:oss|us|alle|all|laget|lagen|gjengen|teamet|the team|"
    r"det hele|dei|dem|them)|(?:få|får|treffe|get|meet) (?:ny|new) (?:leder|leiar|sjef|chef)|(?:lederen|leiaren|sjefen|"
    r"chefen|ledaren) (?:vår|for oss|deres|deira)|our (?:new )?(?:leader|manager)|\w*(?:leder|leiar|sjef|chef|ledare|leader|manager) "
    r"(?:for|til|åt|to) (?:oss|us|gjengen|laget|gjengjen)|(?:trenger|treng|mangler|manglar|behöver|saknar|need) (?:vi |me |we )?(?:nå |no |nu |now )?"
    r"(?:en|ein|a) (?:ny |new )?\w*(?:leder|leiar|sjef|chef|ledare|leader|manager)(?=\W*$))\b|^[^.;]{0,12}\b(?:på|i|in|at) "
    r"(?:the )?(?:kund\w*|support\w*|customer \w+|team\w*|avdeling\w*|førstelinj\w*)[^.;]{0,25}\b(?:trenger|treng|"
    r"søker|søkjer|mangler|manglar|behöver|söker|saknar|søger|need) (?:vi |me |we )?(?:en |ein |a )?(?:ny |new "
    r")?\w*(?:leder|sjef|leiar|chef|ledare|manager)\b"
)
"""*Vi er seks på kundeservice, og du blir lederen vår*: those who are spoken of are not the firm."""
_AMONG = compiled(
    r"\b(?:(?:med|with) (?:god |stor |the )?(?:hjelp|støtte|bistand|help|support) (?:av|fra|frå|of|from)|(?:en |ein |"
    r"ei )?del (?:av|af)|en av|ein av|en af|part of|one of|join\w*|sammen med|saman med|tillsammans med|together with|"
    r"alongside|(?:sam)?arbeid\w* (?:tett |nært )?med|(?:sam)?arbetar? (?:nära )?med|work\w* (?:closely )?with|bli med "
    r"i|bli med på|ingår i|inngår i|till vårt|til vårt|to our)\b[^.;,]{0,35}$"
)
"""Those around: *en del av et team på ni*, *work closely with 15 people*."""
_SEEKS = compiled(
    r",?\s(?:søker|søkjer|söker|søger|trenger|treng|needs|is looking for|behöver)\s(?:nå |no |nu |now )?(?:en|ein|ei|a|"
    r"an|to|tre|flere|fleire|two)\s(?!(?:\w+ )?\w*(?:leder|sjef|leiar|chef|ledare|manager|head)\b)"
)
"""*Vårt team på 14 søker en kundebehandler*: the job is one beside them."""
_SOUGHT = compiled(
    r"\b(?:søker|søkjer|søger|söker|trenger|treng|hiring|hire|recruit|need|ansetter?|tilsette[rt]?|anställer?|"
    r"rekruttere[rt]?|ansætter?|hjelper|hjelp\w*|supports?|serves?|betjener)\s"
    r"(?:nå\s|our\s|the\s|over\s)?(?:ca\.?\s|rundt\s|alle\s|all\s)?$"
)
"""Those who are looked for or served."""
_WE_HAVE = compiled(r"\b(?:vi har|we have|vi er)\b[^.;]{0,40}$")
_YOURS = compiled(
    r"\b(?:personal\w*ansvar\w* (?:for|för|over) (?:dem|dei|disse|desse|dessa|alle|alla)\b|(?:du|you) (?:leder|leier|"
    r"leiar|lead|manage|run) (?:dem|dei|them|gjengen|gjengjen|teamet|laget|gruppa|gruppen|avdelingen|avdelinga|the "
    r"team|the crew|everyone|alle)\b|(?:blir|vert|bliver|er) (?:dine|dina|deira|deres)|will be yours|are yours|you "
    r"(?:will )?(?:lead|manage)\b|(?:make|makes) up your|(?:i|på|in) \w*(?:team|lag|avdeling|gruppe|gjeng|enhet|eining|"
    r"stab)\w* (?:ditt|din|di|dine|dina)|(?:in|i|på|to|till|within|innenfor|inom|inden for) (?:your|din|ditt|di|dit) "
    r"(?:\w+ )?(?:organi\w+|team|avdeling\w*|avdelning|afdeling|eining|enhet|gruppe|lag|stab|department|unit|ansvar\w*|"
    r"område|remit|scope|line|linje|area)|under (?:you|deg|dig)\b|(?:ledes|leds|ledet|ledd|leia|leda|led) (?:av|by|af) "
    r"(?:deg|dig|you)|reports? (?:straight |directly )?to you|(?:reports?|answers?) (?:in)?to (?:this|the) (?:\w+ "
    r"){0,3}?(?:role|position|manager|head)|(?:har|ha|får|få|have|get) (?:deg|dig|you) (?:som|as)|(?:du|you) (?:leder|"
    r"leier|leiar|lead|manage) (?:den|denne|det|dette|it|den heile)\b|(?:leder|sjef|leiar|chef|ledare|manager) for "
    r"(?:dem|dei|"
    r"them|alle|oss|disse|desse)|you (?:will be|are) responsible for|(?:du|you) (?:har|får|have|get) (?:\w+ "
    r"){0,2}\w*ansvar\w* for (?:dem|dei|alle|samtlige)|(?:å|att|at|to) (?:følge|følgje|følja) opp|(?:venter|ventar|väntar) "
    r"på (?:sin|ein|en) (?:nye |ny |nya )?(?:leder|sjef|leiar|chef|ledare)|\w*(?:sjefen|lederen|leiaren|chefen|"
    r"ledaren) har (?:det )?(?:\w+ )?\w*ansvar\w* for (?:alle|dem|dei|disse|desse|samtlige)|to you\b|(?:rapporter|"
    r"refer)\w* (?:direkte |direkt |rett |straks |også )?till? (?:deg|dig)|(?:hører|høyrer|sorterer|sorterar|ligger|ligg|kommer|come|comes|falls?|sits?|"
    r"hör|lyder) (?:inn |in |direkte )?under (?:deg|dig|you|denne |this |stillinga|stillingen|rollen|rolla|tjänsten|the )|look to you|(?:deres|deira|nærmeste|nærmaste) (?:nærmeste |nærmaste )?(?:sjef|leder|leiar|chef)|(?:sjefen|"
    r"lederen|leiaren|chefen) (?:deres|deira|for dem|for dei)|(?:å|att|at|to) (?:lede|leie|leda|lead|manage)|(?:som|"
    r"der|whom) du (?:skal |vil )?(?:lede|leie|leda|leder)|(?:få|får|trenger|treng|need|behöver|søker|søkjer|söker|"
    r"søger|leter etter|looking for) (?:de |dei |dem |they |vi |me )?(?:nå |no |nu )?(?:en|ein|a) (?:\w+ )?(?:leder|"
    r"leiar|sjef|chef|leader|manager)|mangler (?:en|ein|nå en) (?:sjef|leder|leiar|chef)|(?:their|the team's|its) "
    r"(?:\w+ )?(?:manager|leader|boss|lead|head)|(?:their|its) head\b|(?:rapporter\w* til|reports? to) (?:denne |this |"
    r"the )?(?:stilling\w*|rollen|role|position)|(?<!sammen )(?<!saman )(?<!together )(?<!tillsammans )(?:med|with) "
    r"(?:deg|dig|you)\b|(?:blir|vert|bliver) (?:din|di|ditt|dit)\b|(?:som|der|whom) du (?:har|får) (?:\w+ "
    r")?\w*(?:ansvar\w*|ledelse) (?:for|för)|(?:somebody|someone|a manager|a leader) to (?:run|lead|manage))\b"
)
_DIRECT = compiled(
    r"(?:(?:direct (?:and|or) )?(?:in)?direct reports|\w*rapporterende|direktrapporter\w*|\w*underordne\w*|"
    r"\w*underordna)"
)
_BELONGS = compiled(r"\b(?:til \w+ (?:hører|høyrer)|tilhører|tilhøyrer|består av|omfatter|omfattar|teller|tel|har)\b")
_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)
_REACH, _NEAR, _NEXT = 95, 50, 2


class _Counted(NamedTuple):
    """A count in a sentence, and how surely it is the job's."""

    people: Found[int]
    surely: bool
    perhaps: bool
    """A group of the service, if the words around make it the job holder's."""
    leaders: bool = False
    """Leaders with people of their own."""


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff, or only guides it."""
    if leads_nobody:
        return None
    weaker: Found[int] | None = None
    title = titles.judge(_GUIDE.sub(" ", document.ad.title))
    for at, voice in document.speaking(gates.PEOPLE):
        if voice.section in _SILENT and voice.listed and not _to_you(voice):
            continue
        counted = _counted(voice)
        if counted is None:
            continue
        people = Found(counted.people.value, at + counted.people.start, at + counted.people.end)
        if counted.surely and (title.leads or _EXPLICIT.search(voice.folded)):
            return _with_theirs(document, at, people) if counted.leaders else people
        if _THERE.match(voice.folded, counted.people.end) and _leads_before(document, at):
            return people
        if weaker is None and counted.perhaps and not counted.surely:
            following = document.after(at, _NEXT)
            weaker = people if any(_YOURS.search(voice.folded) for _, voice in following) else None
    if weaker is None:
        rows = ((at, _counted(row)) for at, row in labelled(document, gates.STAFF, _LABEL))
        weaker = next((moved(counted.people, at) for at, counted in rows if counted and counted.surely), None)
    if weaker is None and title.leads and not title.first_line:
        return _of_unit(document, _unit) or _of_unit(document, _who_answer)
    return weaker


def _with_theirs(document: Document, at: int, leaders: Found[int]) -> Found[int]:
    """*Four team leads report to you. Together they manage 40 agents*: whoever stands under them counts, too."""
    for start, voice in document.after(at, 1):
        below = BELOW_NEXT.match(voice.folded)
        if below:
            return Found(leaders.value + number(below["count"]), leaders.start, start + below.end())
    earlier, steps = document.before(at), 0
    while earlier is not None and steps < _NEXT:
        counted = _counted(earlier[1])
        if counted:
            whole = counted.perhaps and not counted.leaders and counted.people.value > leaders.value
            known = whole and _THE.search(fold(document.text[max(0, leaders.start - 8) : leaders.start]))
            return leaders._replace(value=leaders.value + counted.people.value) if known else leaders
        earlier, steps = document.before(earlier[0]), steps + 1
    return leaders


_LABEL = compiled(
    r"(?:personal\w*ansvar|personalledelse|du (?:leder|leier|skal lede)|you (?:lead|manage)|direct reports|team(?:et)?|"
    r"underordne\w*|leder for|chef för)\s?:?"
)
_GUIDE = re.compile(r"\b\w*(?:veileder|vegleiar|rettleiar|vejleder|vägledare)\b", re.IGNORECASE)
"""A *veileder* leads nobody, whatever the word ends in."""
_THE = compiled(r"\b(?:de|dei|the)\s$")
"""*De fem vaktlederne* of those told before."""
_THERE = compiled(
    r"[^.;]{0,25}\b(?:works?|jobber|jobbar|arbeider|arbeidar|arbetar|arbejder|sitter|sit|sidder|are|er)\s(?:there|"
    r"der|dér|där|her|here)\b"
)


def _leads_before(document: Document, at: int) -> bool:
    """*You run our support desk. Nine people work there*: does the sentence before say what is led?"""
    before = document.before(at)
    return before is not None and _YOU_LEAD.search(before[1].folded) is not None


def _to_you(voice: Voice) -> bool:
    """*The team: three managers report to you*: under a heading about the employer, yet of the job."""
    if voice.section is Section.EMPLOYER:
        return bool(_YOURS.search(voice.folded) or _YOU_LEAD.search(voice.folded))
    if voice.section is Section.OFFER and (_YOU_LEAD.search(voice.folded) or _GET_TO_DO.search(voice.folded)):
        return True
    return voice.shape is not Shape.ITEM and _YOU_LEAD.search(voice.folded) is not None


_YOU_LEAD = compiled(
    r"\b(?:du|you|stillingen|stillinga|rollen|the role|the position|tjänsten)\s(?:\w+\s){0,2}(?:leder|leier|leiar|"
    r"leder|lead|manage|run|head|oversee|supervise|driver|styrer|får ansvar\w*|har ansvar\w*)\b"
)


_EXPLICIT = compiled(
    r"\b(?:personal\w*ansvar\w*|personal\w*ledelse|lederansvar|leiaransvar|line manage\w*|people management|"
    r"direct reports|(?:du|you)\s(?:\w+\s){0,3}(?:lede[r]?|leie[r]?|leia[r]?|leda[r]?|lead|manage|run|ansvar\w*)|"
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
        or _ANOTHERS.search(before)
        or (_WE_ARE.search(before) and not _LEADS_US.search(after))
    )


_ONE_OF_THEM = compiled(
    r"\b(?:du (?:blir|er|vert|bliver|är)|you (?:are|will be|become)|you'll be) (?:(?:en|ein|én|one) (?:av|af|of)|(?:\w*rådgiveren|"
    r"\w*rådgjevaren|\w*assistenten|nestlederen|nestleiaren|stedfortrederen|sekretæren|høyre hånd\w*|the deputy of)\b)"
)
"""*120 medarbeidere, og du blir en av ti skiftledere.*"""
_OTHER_ONES = compiled(r"\b(?:andre|andra|other|øvrige|fellow)\b")


def _are_peers(voice: Voice, found: re.Match[str]) -> bool:
    """Are those who are counted said to be beside the job holder?"""
    return bool(_OTHER_ONES.search(found.group()) or _ONE_OF_THEM.search(voice.folded, found.end()))


_A_SHIFT = compiled(
    r"\s(?:per|pr\.?|på hvert|på kvart|hvert|kvart|each|every|på varje|på hver)\s(?:skift|shift|vakt|pass|vagt)"
)
"""So many at a time are not all."""


def _is_given(before: str, found: re.Match[str]) -> bool:
    """*Dine åtte rådgivere*, *du får åtte rådgivere*: are they given to the job holder, and no colleagues?"""
    return bool(_YOUR.search(before) or _YOU_GET.search(before)) and not _FELLOWS.match(found["who"])


@once
def _counted(voice: Voice) -> _Counted | None:
    folded = voice.folded
    labelled, spread, finds = counts(voice)
    if not (labelled or spread or finds) or voice.of(0, 1) is Modality.NEGATED:
        return None
    if labelled:
        return _Counted(Found(number(labelled["count"]), labelled.start("count"), labelled.end()), True, True)
    if spread and (_LEADS.search(folded, 0, spread.start()) or _BELONGS.search(folded, 0, spread.start())):
        return _Counted(Found(number(spread["count"]), spread.start("count"), spread.end()), True, True)
    perhaps: _Counted | None = None
    for pattern, found in finds:
        reach = _NEAR if pattern is ANYBODY else _REACH
        before = folded[max(0, found.start() - reach) : found.start("count")]
        if (
            found["count"] in _ARTICLES
            or _are_peers(voice, found)
            or _not_counted(before, folded[found.end() :])
            or _A_SHIFT.match(folded, found.end())
            or _SEEKS.match(folded, found.end())
        ):
            continue
        named = pattern in (COUNT, STRONG) or (
            pattern is BARE
            and bool(_UNIT_HAS.search(before) or _THESE.search(before) or _IN_UNIT.match(folded, found.end()))
        )
        if (
            _LEADS.search(before)
            or _DIRECT.match(found.groupdict().get("who") or "")
            or (named and _YOURS.search(folded, found.end()))
            or (pattern is STRONG and _YOUR.search(before))
            or (pattern is COUNT and _is_given(before, found))
            or (_GET.search(before) and _TO_DO.match(folded, found.end()))
            or (_WE_ARE.search(before) and pattern is not ANYBODY)
            or (pattern is COUNT and voice.section is Section.TASKS and voice.listed and not found.start())
        ):
            total = summed(folded, found)
            return _Counted(total, True, True, of_leaders(found) and total.value == number(found["count"]))
        if named and perhaps is None:
            perhaps = _Counted(
                summed(folded, found), False, not _WE_HAVE.search(before) or bool(_SERVED.search(folded))
            )
    return perhaps


_YOUR = compiled(r"\b(?:your|din|ditt|dit|di|dine|dina)\s$")
_FELLOWS = compiled(r"[a-zæøå-]*(?:kolleg|colleague|referanse|reference)")
_YOU_GET = compiled(
    r"\b(?:(?:du|you)\s(?:får|get|overtar|overtek|will have|skal ha|vil ha)|(?:får|overtar|overtek|har) du)\s(?:de |dei |the )?$"
)
"""*Du får ni rådgivere, en jurist og en lærling.*"""
_GET = compiled(r"\b(?:får|få|get|gets|getting)\s(?:de |dei |the |våre |our |alle )?$")
_GET_TO_DO = compiled(r"\b(?:får|få|get|gets)\s(?:de|dei|the|våre|our)\s[^.;]{0,40}\s(?:til å|til at|to)\s")
_TO_DO = compiled(r"\s(?:til å|til at|to)\s")
"""*Du får de ni deltidsansatte til å …*"""
_IN_UNIT = compiled(
    r"\s(?:i|på|in|on)\s(?:the )?(?:team|avdeling|avdelning|afdeling|grupp|lag|gjeng|seksjon|kundeserv|support)\w*"
)
_ARTICLES = ("en", "ein", "ei", "et", "eit", "ett", "a", "an", "one")
"""*De skal få en leder* counts nobody."""
_THESE = compiled(r"\b(?:disse|desse|these|dessa|de|dei|dem)\s$")
_SERVED = compiled(r"kunde|kund[ts]|customer|support|service|telefon|chat")


@once_for_words
def _unit(voice: Voice) -> Found[int] | None:
    for found in COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if _UNIT_HAS.search(before) and not (
            _LED_ALREADY.search(before)
            or _FIRM.search(before)
            or _WE_ARE.search(before)
            or _AMONG.search(before)
            or _ANOTHER_LEADS.search(before)
            or _are_peers(voice, found)
        ):
            return summed(voice.folded, found)
    posts = _POSTS.search(voice.folded)
    return Found(number(posts["count"]), posts.start("count"), posts.end()) if posts else None


_LED_ALREADY = compiled(
    r"\b(?:en|ein|a|one)\s(?!team|gruppe|fag|skift|vakt|nest|assisterende|team)\w+(?:leder|leiar|ledare|sjef|chef|"
    r"manager)"
    r",?\s(?:og|and|och|samt)\s$"
)
"""*Kundesenteret består av en kundesenterleder og ti veiledere*: these have their leader."""
_POSTS = compiled(
    rf"\b(?:avdeling|avdelning|afdeling|enhet|eining|enhed|seksjon|sektion|kundesent|servicetorg|innbyggertorg|"
    rf"department|unit)\w*\b[^.;]{{0,30}}\b(?:har|består av|teller|rommer|omfatter|disponerer|"
    rf"has)\s(?P<count>{NUMBER})\s(?:faste |hele )?(?:stillinger|stillingar|positions|posts|tjänster)\b(?!\s(?:ledig|"
    rf"som skal))"
)
"""*Avdelingen har 19 stillinger.*"""


@once_for_words
def _who_answer(voice: Voice) -> Found[int] | None:
    """*47 kundeveiledere svarer …*: those who serve the customers are the leader's, unless the words say otherwise."""
    if not _SERVED.search(voice.folded) and not _ANSWER.search(voice.folded):
        return None
    for found in COUNT.finditer(voice.folded):
        before = voice.folded[max(0, found.start() - _REACH) : found.start()]
        if not (
            _FIRM.search(before)
            or _WE_ARE.search(before)
            or _SOUGHT.search(before)
            or _FIRM_WORD.match(found["who"])
            or _ANOTHERS.search(before)
            or _ANOTHER_LEADS.search(before)
            or _AMONG.search(before)
            or _are_peers(voice, found)
        ):
            return summed(voice.folded, found)
    return None


_ANSWER = compiled(r"\b(?:svare[rn]?|svarar|svarer|answers?|tar imot|tek imot|tar emot|hjelper|hjälper|hjælper|help)\b")
_FIRM_WORD = compiled(r"(?:ansatte|tilsette|anställda|people|personer|employees|mennesker)")


tells(gates.PEOPLE, _counted, _unit, _who_answer)
tells(gates.STAFF, lambda voice: _LABEL.fullmatch(voice.folded))

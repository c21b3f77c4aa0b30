"""Is the holder of the job in charge of people? Told by single sentences, whatever words the ad has for the charge.

Four ways of saying it: the holder leads those who are named (*du leder de ni*), is somebody's boss (*sjef for dem som
svarer*), is what others look for or get (*femten rådgivere leter etter noen som kan samle dem*), or does what only a
boss does (*lønnssamtaler, ferie, ansettelser*). Who hands out the work without all that leads the line
(:func:`directs`).
"""

import re

from matcher import gates
from matcher.document import Document, trimmed
from matcher.fields.common import NUMBER
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.served import AGENTS, THOSE_WHO
from matcher.voice import Voice, once_for_words, tells

_BOSS = r"(?:sjef|leder|leiar|chef|ledare|boss|manager|leader|overordnede?|overordna|arbeidsgiver|arbeidsgjevar)"
_GROUP = (
    r"(?:team|lag|gjeng|grupp|avdeling|avdelning|afdeling|seksjon|sektion|enhet|enhed|eining|kontor|sentral|senter|"
    r"centre|center|stab|skrank|crew|department|unit|desk)"
)
_PEOPLE = rf"(?:{THOSE_WHO}|{AGENTS}|folk|folka|folkene|people|staff|ansatte|tilsette|anställda|employees|persons)"
_THEM = (
    r"(?:dem|dei|them|samtlige|samtlege|samtliga|alle sammen|all of them|everyone|(?:de|dei|the|våre|our|alle|"
    rf"all) {NUMBER}\b|(?:both |både |the )?(?:folka|folkene|folk|people|staff|personalet|personale)\b|{NUMBER} "
    rf"(?:[\w-]+ ){{0,3}}?{_PEOPLE})"
)
_UNIT = (
    rf"(?:(?:the|our|this|vår|vårt|et|eit|ett|en|ein|a) (?:[\w-]+ ){{0,2}}?{_GROUP}\w*|{_GROUP}(?:et|en|n|a|ets|ens|"
    r"nes)\b)"
)
_LEAD = (
    r"(?:led(?:e|er|a|ar)|lei(?:e|er|a|ar)|lead(?:s|ing)?|manag(?:e|es|ing)|run|runs|running|styre|styrer|samle|samler|"
    r"samla|stå i spissen for|står i spissen for|står i spidsen for|overta|overtar|overtek|tar over|ta over|take over|"
    r"supervise|driver|drive|look after|bygger opp og leder|eier|eig|äger|ejer|own|owns)"
)
_HOLDER = (
    r"(?:du|(?:den|hun|han) som (?:får|tar|tek|overtar|blir) (?:\w+ )?(?:jobben|stillingen|stillinga|rollen|"
    r"ansvaret),?|deg som|deg til å|dig som|you(?:'ll| will| would)?|noen (?:som|til å)|nokon (?:som|til å)|någon som|"
    r"someone (?:who|to)|somebody (?:who|to)|(?:en|ein|a) (?:ny |new )?(?:leder|leiar|sjef|chef|ledare|leader|"
    r"manager) (?:som|who|to))"
)
_WANT = (
    r"(?:wants?|vil ha|ønsker seg|ønskjer seg|trenger|treng|mangler|manglar|savner|saknar|søker|søkjer|söker|søger|"
    r"leter etter|leitar etter|letar efter|"
    r"venter på|ventar på|väntar på|behöver|needs?|lacks?|looking for|waiting for|får|get|gets|skal ha|skal få)"
)
_IN_CHARGE = compiled(
    rf"\b{_HOLDER} (?:\w+ ){{0,3}}?{_LEAD} (?:du |you |også |òg |also )?(?:{_THEM}|{_UNIT})|\b(?:du|you|stillingen|"
    rf"stillinga|rollen|tjänsten|the role) (?:\w+ ){{0,3}}?(?:ansvar\w*|responsib\w+|accountab\w+|charge) (?:for|för|"
    rf"of) (?:{_THEM}|{_UNIT})|\b{_LEAD} (?:du|you) (?:{_THEM}|{_UNIT})|(?<!\bdin )(?<!\bvår )(?<!\byour )(?<!\bour "
    rf")\b{_BOSS} (?:for|til|över|av|of|to|åt|over) (?:{_THEM}|(?:de|dem|dei|those|them) (?:som|who|der)\b)|"
    rf"\b(?:{_PEOPLE}|{NUMBER}|de|dei|they|{_GROUP}\w*)\b[^.;!?]{{0,40}}?\b{_WANT} (?:\w+ )?(?:(?:en|ein|a|an|sin|ny|"
    rf"new|nye) ){{0,2}}{_BOSS}\b|\b(?:{_PEOPLE}|{NUMBER})\b[^.;!?]{{0,40}}?\b{_WANT} {_HOLDER} (?:\w+ "
    rf"){{0,2}}?{_LEAD}\b|\b(?:får|få|har|get|have|får|med) (?:deg|dig|you) (?:som|as) (?:\w+ )?{_BOSS}\b|"
    rf"\b{_BOSS}(?:en)?: (?:deg|dig|you)\b|\b(?:{_GROUP}\w*|{_THEM}|dem|dei|disse|desse|those)\b[^.;!?]{{0,25}}? "
    rf"(?:skal|vil|får|kommer|will|would|ska|kan) (?:du|you) (?:\w+ ){{0,2}}?{_LEAD}\b|\b(?:your|ditt|din|dit) "
    rf"(?:[\w-]+ )?{_GROUP}\w* (?:of|på|med) {NUMBER}|\b{_GROUP}\w* (?:ditt|din|di) (?:på|med) {NUMBER}|"
    rf"\b(?:rapporter\w*|refererer|reports?|svarer|answers?) (?:direkte |directly |rett |straight )?til? (?:deg|dig|"
    rf"you)\b|\b{NUMBER} (?:[\w-]+ ){{1,4}}?(?:under|below) (?:deg|dig|seg|sig|you)\b|\breports? (?:directly |straight "
    rf")?to (?:you|this role)\b|\b(?:their|deres|deira|deras) (?:\w+ )?{_BOSS}\b(?!,? (?:and yours,? )?(?:is|er|är) "
    rf"(?!du\b|you\b))|\b(?:spissen|spissa|spetsen|spidsen|head|charge|leiinga|ledelsen) (?:for|av|of) {_THEM}|"
    rf"\b{_WANT} (?:de|dei|they|laget|gjengen) {_HOLDER} |\b(?:without|uten|utan|uden) (?:(?:a|en|ein|fast|egen|eigen|"
    rf"permanent) ){{0,2}}(?:\w*sjef|\w*leder|\w*leiar|\w*chef|\w*ledare|manager|resultatansvarlig)\b|\b(?:du|you) "
    rf"(?:er|blir|vert|are|become|will be|bliver) (?:sjefen|lederen|leiaren|chefen|the boss)\b|\b(?:teamlederen|"
    rf"teamleiaren|gruppelederen|the team lead(?:er)?) (?:er|is) (?:sjefen|chefen|the boss)\b"
)

_BY_ROLE = compiled(
    rf"\b(?P<role>\w*{_BOSS})(?:en|n|a|ne)? (?:(?:har|has|får|skal|vil|will) )?(?:{_LEAD}|(?:\w+ )?(?:ansvar\w*|"
    rf"charge) "
    rf"(?:for|för|of)) (?:{_THEM}|{_UNIT})"
)
_POWER = compiled(
    r"\b(?:ansett(?:e|er|else|elser|elsar)|tilset(?:t|te|tje|tjing|tjingar)|anställ(?:er|a|ning)|ansæt(?:ter|te|"
    r"telser)|hire|hires|hiring|rekrutter(?:e|er|ing)|rekryter(?:a|ar|ing)|recruit|recruits|recruiting|recruitment|"
    r"lønn?s?(?:samtal|forhandl|fastsett)\w*|lönes?(?:samtal|sätt)\w*|lønsamtal\w*|salary (?:talks|reviews?)|"
    r"pay (?:talks|reviews?)|reviews|appoint|appoints|appointing|ferie|ferien|semester|annual leave|"
    r"med\w{3,12}samtal\w*|"
    r"one-to-ones|appraisals?|performance reviews|"
    r"sykefravær\w*|sjukefråvær\w*|fravær|fråvær|sjukfrånvaro|sygefravær\w*|sickness absence|oppsigelser|dismissals)\b"
)
_ROTA = compiled(
    r"\b(?:rotas?|rosters?|vaktplan\w*|vaktlist\w*|turnus\w*|vagtplan\w*|schema\w*|bemanning\w*|staffing|"
    r"staffing budget|budsjett\w*)\b"
)
"""Also a planner's, unless beside one that is a boss's alone."""
_OFFERED = compiled(
    r"\b(?:uker|veker|weeks|days|dager|dagar|vi|we|oss|us|stillinga|stillingen|prosess\w*|erfaring|experience|"
    r"støtte[rt]?|bistå\w*|hjelpe[r]?|support|råd|advice|ikke|ikkje|inte|not|ingen|no)\b"
)
"""*Fem uker ferie*, *vi ansetter fortløpende*, *gir lederne råd om …*: no power of the holder's."""
_POWERS = 2
_QUIET = (
    Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.PRACTICAL, Section.MUST, Section.NICE, Section.TRAITS,
    Section.NEGATED,
)  # fmt: skip


def in_charge(document: Document) -> str:
    """The first words by which the job has people under it, or nothing."""
    title = fold(document.ad.title)
    for _, voice in document.about(gates.STAFF):
        if voice.section not in _QUIET:
            found, role = leads_people(voice) or _powers(voice), _role(voice)
            if found:
                return found
            if role and role["role"] in title:
                return trimmed(voice.text, *role.span()).quote
    return ""


@once_for_words
def _role(voice: Voice) -> re.Match[str] | None:
    """*Kontorsjefen leder dem*: said of the role, which may be the job's."""
    return _BY_ROLE.search(voice.folded)


@once_for_words
def leads_people(voice: Voice) -> str:
    """*Du leder de ni*, *sjef for dem som svarer*, *ti rådgivere venter på sin nye leder*."""
    for found in _IN_CHARGE.finditer(voice.folded):
        if not of_nobody(voice.folded, found.start()):
            return trimmed(voice.text, *found.span()).quote
    return ""


def of_nobody(folded: str, at: int) -> bool:
    """*Ingen har deg som sjef*, *er ikke deres leder*."""
    return _NOBODY.search(folded[max(0, at - _REACH) : at]) is not None


_REACH = 40
_NOBODY = compiled(r"\b(?:ingen|inga|nobody|no one|none|ikke|ikkje|inte|not|without|uten|utan|uden) (?:[\w-]+ ){0,3}$")


@once_for_words
def _powers(voice: Voice) -> str:
    """*Tilsetjing, lønsforhandling, ferie, budsjett*: two powers of a boss in one sentence, and nobody else's."""
    found = list(_POWER.finditer(voice.folded))
    if not found or _OFFERED.search(voice.folded):
        return ""
    found = sorted((*found, *_ROTA.finditer(voice.folded)), key=lambda one: one.start())
    if len({one.group()[:4] for one in found}) < _POWERS:
        return ""
    return trimmed(voice.text, found[0].start(), found[-1].end()).quote


_WORK = (
    r"(?:oppgave\w*|oppgåve\w*|opgaver\w*|uppgift\w*|ärende\w*|arbeid\w*|arbetet|arbejdet|saker|sakene|sakane|sager|"
    r"samtal\w*|opkald\w*|telefonar|telefoner|henvendels\w*|førespurnad\w*|kø\w*|queues?|tasks|tickets|calls|cases|"
    r"the work|work)"
)
_HANDS = r"(?:agents|kolleg\w+|colleagues|operatør\w*|operators|rådgiv\w*|advis[eo]rs|medarb\w+)"
_DIRECTS = compiled(
    rf"\b(?:fordel\w*|fördela\w*|distribut\w*|allocat\w*|assign\w*|deler ut|hand(?:s|ing)? out) (?:[\w-]+ ){{0,3}}?"
    rf"{_WORK}\b|"
    rf"\b(?:flytt\w*|move|moves|moving|sette|setter|sett|set|putt\w*) (?:\w+ )?{_HANDS} (?:[\w-]+ )?(?:mellom|between|"
    rf"på|"
    rf"over|til|to|i)\b|"
    rf"\b(?:tråd\w*|det daglige|det daglege|day to day)\b[^.;!?]{{0,25}}? for {NUMBER} (?:\w+ )?{_HANDS}|"
    r"\b(?:setter|set|sett|plan|plans) (?:dagens|today's|dagen si) \w+|\b(?:fordeler|fordelar|fördelar) (?:dem|dei|"
    r"de) som\b|"
    rf"\b(?:rettlei|veiled|vägled|vejled|coach|støtt|stött|guid|support)\w* (?:the |våre |{NUMBER} )?(?:\w+ )?{_HANDS} "
    rf"(?:i |in )?(?:det |the )?(?:dagl|day)|"
    r"\b(?:flytt\w*|move|moves|moving|sette|setter|put|puts) (?:folk|people) (?:[\w-]+ ){0,4}?(?:kø|køen|linj\w+|"
    r"kanal\w*|"
    r"queues?|lines?|channels?)\b|"
    r"\b(?:leder|lede|leier|leie|leda|ledar|lead|leads|run|runs|styrer|regien på|"
    r"captain) (?:the |på |det )?(?:skift\w*|vakt\w*|shift|floor|gulvet|daglig\w*|dagleg\w*|daglige arbeidet|"
    r"day-to-day|dagen)|"
    r"\b(?:keep|keeps|holde?r?|held|helde) (?:the )?(?:queue|køen|floor|gulvet)\b|"
    r"\b(?:dagsplan\w*|daglige? led\w+ på gulvet|leder på gulvet|dagleg leiing av|daglig ledelse av|"
    r"daglige? oppfølging(?:en)? av|in charge (?:of the shift|on the floor))\b"
)


def directs(document: Document) -> str:
    """Words by which the holder hands out the work or runs the shift: *fordele saker*, *move agents between lines*."""
    for _, voice in document.said:
        if voice.section not in (Section.OFFER, Section.EMPLOYER, Section.CONTACT):
            found = _DIRECTS.search(voice.folded)
            if found:
                return trimmed(voice.text, *found.span()).quote
    return ""


tells(gates.STAFF, leads_people, _powers, _role)

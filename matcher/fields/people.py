"""How many people stand under the job. Parts are added; the size of the firm or of the team around is none."""

import re
from itertools import pairwise

from domain.matching import Modality
from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, number, speaking
from matcher.folding import compiled
from matcher.sections import Section

_WORKERS = (
    r"(?:medarbe(?:id|jd)\w*|medarbetare|ansatte|tilsette|anställda|people|personer|personar|persons|"
    r"årsverk|fte\w*|agent(?:s|er|ar)?|advis[eo]rs?|konsulent\w*|rådgiv\w*|rådgjevar\w*|"
    r"rådgivare|\w*(?:konsulenter|rådgivere|veiledere|medarbeidere|medarbejdere|selgere|leggere|"
    r"behandlere|koordinatorer|montører|teknikere)|coordinators?|kundebehandl\w*|kunderådg\w*|"
    r"kundekonsulent\w*|kundeserviceme\w*|kundtjänstm\w*|"
    r"mekanik\w*|selg\w*|seljar\w*|telefonselg\w*|employees|staff|koordinator\w*|"
    r"servicekoord\w*|servicerådg\w*|saksbehandl\w*|sakshandsam\w*|teamled\w*|teamleiar\w*|teamkoord\w*|"
    r"supervisors?|gruppled\w*|gruppeled\w*|specialists?|spesialist\w*|representatives?|reps|kolleg\w*|"
    r"colleagues|members|handläggare|"
    r"kundesenter\w*|fagfolk|servicedesk-konsulent\w*|leads|managers|teknikere|ledere|leiarar|engineers|"
    r"skiftled\w*|avdelingsled\w*|heads|direct reports|operatør\w*|operators|resepsjonist\w*|vakter|"
    r"kundevert\w*|verter|associates)"
)
_COUNT = compiled(
    rf"(?<![\d.,:-])(?:\bca\.? |\brundt |\bom lag |\babout |"
    rf"\baround )?\b(?P<count>{NUMBER})\s(?:[a-zæøå-]+(?:,)?\s){{0,3}}?(?P<who>{_WORKERS})\b"
)
_AND = compiled(r"^\s*(?:\([^)]*\))?\s*(?:,|og|and|och|samt|pluss|plus|\+)\s*$")
_LEADS = compiled(
    r"\b(?:lede[rt]?|leie|leia|leiar|ledelse|leiing|leda|leder du|ledar|lead(?:ing)?|manage|managing|run|"
    r"running|ansvar(?:et)? (?:for|får|för)?|ansvarar|personalansvar\w*|responsible for|team of|team på|"
    r"team på|"
    r"organis\w+ (?:på|of|med)|avdeling (?:på|med|of)|avdelinga? med|gruppe på|overtar|tar over|"
    r"over(?:see|seeing)|supervis\w+|head (?:up )?a|in charge of|enhet (?:på|med)|seksjon (?:på|med)|"
    r"nærmeste leder|nærmaste leiar|"
    r"lag på|med personalansvar|(?:chef|sjef|leder|leiar) (?:for|för|over|av)|leadership of|lede(?:n|"
    r"lse) af|leder af|du får|"
    r"jobben blir å lede|oppfølging av|fagansvar|coache|gjeng på|gjengen på)\b"
)
_UNIT_HAS = compiled(
    r"\b(?:seksjon\w*|avdeling\w*|teamet|kundesenteret|kundeservice|enheten|eininga|avdelningen|"
    r"afdelingen|the team|the department|kundtjänsten|vår kundtjänst)\b[^.;]{0,40}\b(?:har|består av|"
    r"består i dag av|consists of|has|teller|består|is made up of|tel)\b"
)
_FIRM = compiled(
    r"\b(?:vi er|me er|we are|vi har|selskapet|konsernet|virksomheten|bedriften|company|group|kommunen|"
    r"totalt|i alt|opplæring av|training of|hjelper|brukarane|tilsette med|serves?|for our|"
    r"fordelt på kontor|enterprise|erfaring|gjennom|through|via|genom|fordelt på|mer enn|over|more than)\b[^.;]{0,30}$"
)
_YOURS = compiled(
    r"\b(?:blir dine|vert dine|will be yours|are yours|blir dina|bliver dine|report to you|"
    r"rapporterer til deg|rapporterar till dig)\b"
)
_ALL_OF = compiled(rf"\blede (?:dem|de|oss|teamets) (?:alle )?(?P<count>{NUMBER})\b")
_REACH = 95


def people_managed(document: Document, *, leads_nobody: bool) -> Found[int] | None:
    """People under the job, or None. ``leads_nobody``: the ad says that the job has no staff."""
    if leads_nobody:
        return None
    silent = (Section.MUST, Section.NICE, Section.TRAITS, Section.OFFER, Section.EMPLOYER, Section.CONTACT)
    weaker: Found[int] | None = None
    for voice in speaking(document, gates.PEOPLE, *silent):
        start, end = voice.passage.start, voice.passage.end
        if voice.of(start, start + 1) is Modality.NEGATED:
            continue
        counts = list(_COUNT.finditer(document.folded, start, end))
        for index, found in enumerate(counts):
            before = document.folded[max(start, found.start() - _REACH) : found.start()]
            if _FIRM.search(before):
                continue
            if _LEADS.search(before):
                return _summed(document, counts[index:])
            if weaker is None and _weak(document, voice.passage.section, before, end):
                weaker = _summed(document, counts[index:])
        alone = _ALL_OF.search(document.folded, start, end)
        if alone and weaker is None:
            weaker = Found(number(alone["count"]), alone.start(), alone.end())
    return weaker


def _weak(document: Document, section: Section, before: str, end: int) -> bool:
    if _UNIT_HAS.search(before) and section in (Section.ROLE, Section.NONE):
        return True
    return bool(_YOURS.search(document.folded, end, min(len(document.folded), end + 60)))


def _summed(document: Document, counts: list[re.Match[str]]) -> Found[int]:
    total, last = number(counts[0]["count"]), counts[0]
    for one, other in pairwise(counts):
        if not _AND.match(document.folded[one.end() : other.start()]):
            break
        total, last = total + number(other["count"]), other
    return Found(total, counts[0].start(), last.end())

"""Education, years of experience and experience of leading: what the person must bring."""

import re
from collections.abc import Sequence

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.document import Document, Heard
from matcher.fields.common import NUMBER, Found, number
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.modality import Voice
from matcher.sections import Section

LEVELS = ("upper_secondary", "vocational", "bachelor", "master", "phd")
_LEVEL_OF = {f"education.{level}": level for level in LEVELS}
_GENERIC = compiled(
    r"(?:høyere|høgare|høgere|higher|høyskole|høgskole|høgskule|universitet|högskole|degree|akademisk|"
    r"college|university)"
)
_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_ASKED = (Modality.MUST, Modality.NICE)
_EXPERIENCE = (
    r"(?:erfaring|erfarenhet|experience|kompetanse|realkompetanse|praksis|arbeid|bakgrunn|kompetens|"
    r"realkompetence|praktik|training)"
)

_SUBSTITUTE = compiled(
    rf"{_EXPERIENCE}\b[^.;]{{0,60}}\b(?:kompensere\w*|erstatte\w*|oppveie\w*|oppvege|vege opp|veie opp|"
    rf"opveje\w*|ersätt\w*|kompenser\w*|godtas|substitute|replace|compensate|vil kunne erstatte|uppväg\w*|"
    rf"godtaes|kan godkjennes|kan vurderes|likestilles)|"
    rf"\b(?:eller|or|alternativt|alternatively)\s(?:annen |anna |other |tilsvarende |tilsvarande |"
    rf"motsvarande |equivalent |comparable |similar |relevant |lang |lengre |flere års |an equivalent |"
    rf"tilsvarende relevant |motsvarande relevant |gjennom |several years of |proven )+"
    rf"(?:\w+ ){{0,3}}{_EXPERIENCE}|"
    rf"(?:kombinert|kombinerad|combined|kombineret|sammen|together) (?:med|with) [^.;]{{0,40}}{_EXPERIENCE}|"
    rf"\b(?:fravike|fravikes|se bort fra|ses bort fra|dispensere)\b[^.;]{{0,30}}(?:utdanning|krav)|"
    rf"{_EXPERIENCE}\b[^.;]{{0,30}}\b(?:like viktig|veier like tungt|teller like mye|in lieu|instead|"
    rf"i stedet for|istället för|i stedet)|"
    rf"in lieu of"
)
_YEARS = compiled(
    rf"(?<![\d.,])\b(?P<low>{NUMBER})\s?\+?(?:\s?(?:-|til|to|till|or|eller)\s?(?:more\s|flere\s|"
    rf"fler\s)?(?P<high>{NUMBER})?\+?)?\s?(?:or more |eller flere |eller fler )?(?:års?|year(?:s|"
    rf"s')?)\b(?!\s*(?:gammel|old|of age|gamle|siden))"
)
_EXPERIENCE_NEAR = compiled(
    r"\b(?:\w*erfaring|\w*erfarenhet|experience|arbeid med|år som|år i|år fra|år frå|år med|år inom|"
    r"år från|arbete|years in|years of|years as|years with|years'|praksis|bakgrunn|background|"
    r"yrkeserfaring|arbeidet med|leading|managing|managed|led|ledet|leia|leda|lett|jobbet|jobba|jobbat|"
    r"arbeidet|arbeidd|worked|år på|år hos|track record)\b"
)
_OLD = compiled(r"\b(?:fylt|fyllt|over|fyldt|aged)\s$")
_ROLE = r"\w*(?:leder|leiar|sjef|chef|ledare|manager|supervisor|team lead|direktør|head of \w+|teamleads?)"
_ACTS = (
    r"(?:ledelse|leiing|leda|lede|leie|personalansvar|personalledelse|management|managing|leading|leadership|"
    r"personaleansvar|personaleledelse|arbetsledning|teamledelse|lederroller?|ledarroll|lederskap|ledarskap)"
)
_LEADING = compiled(
    r"\b(?:\w*ledererfaring\w*|leiarerfaring\w*|ledelseserfaring|ledarerfarenhet|chefserfarenhet|lederbakgrunn|"
    r"leiarbakgrunn|(?:leadership|management|managerial|supervisory) (?:experience|position|role|background)|"
    rf"(?:erfaring|erfarenhet|experience|bakgrunn|background)[^.;,]{{0,30}}\b(?:med|som|fra|frå|i|innen|of|as|in|av|"
    rf"från|inom|with|from|att|à|som er) (?:\w+ ){{0,3}}?(?:{_ACTS}|{_ROLE})|"
    rf"(?:år|years?|hvorav|varav|herav|of which|including)\b[^.;]{{0,25}} (?:som|as|i|in) (?:a |an |en |"
    rf"ei )?(?:{_ROLE}|"
    r"lederrolle|leadership role|management role|ledende rolle|lederstilling)|"
    rf"som (?:{_ROLE}) (?:i|for|med|fra|av|inom|frå|eller)|chef (?:inom|i|på|för)|leder for ledere|leder med|leiar med|"
    r"ledende stilling|leiande stilling|lederstilling|lederrolle|leiarrolle|ledande befattning|"
    r"(?:ha |har |du )?(?:ledet|leia|leda|lett|leidd) (?:\w+ ){0,3}(?:team|mennesker|folk|medarbeidere|"
    r"medarbeidarar|kundesent\w*|"
    r"kundeservice|avdeling\w*|andre|medarbetare|personal|menneske|før|people|ansatte|kundtjänst\w*|grupp\w*)|"
    r"(?:managed|led) (?:a |people|teams|small|an? \w+ team|\w+ team|customer|support)|"
    r"(?:managing|leading) (?:a|an|people|teams?|managers|leaders|customer|support|others|and developing)|"
    r"lede eller coache|vant til å lede|van att leda|vant til å leie|people management|line management|proven leader|"
    r"ledelse af|at least \w+ (?:years )?in a management)\b"
)
_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|"
    r"product manag|success manag|case manag|crm|relationship manag|time manag|stakeholder manag|"
    r"change manag|knowledge manag|quality manag|endringsledelse|workforce manag|queue manag"
)


def education(document: Document, heard: Heard) -> tuple[Found[str] | None, Modality | None, Found[bool] | None]:
    """Lowest level taken, how it is asked, and whether experience may stand in for it."""
    asked: list[tuple[Modality, int, Hit]] = []
    substitute: Found[bool] | None = None
    for voice, own in _asking(heard):
        levels = [hit for hit in own if _level(hit) is not None]
        specific = any(
            hit.concept.id in ("education.bachelor", "education.master") and not _is_generic(document, hit)
            for hit in levels
        )
        for hit in levels:
            modality = voice.of(hit.start, hit.end)
            level = _level(hit)
            if modality in _ASKED and level is not None and not (specific and _is_generic(document, hit)):
                assert modality is not None
                asked.append((modality, LEVELS.index(level), hit))
        stands_in = _SUBSTITUTE.search(document.folded, voice.passage.start, voice.passage.end)
        if stands_in and substitute is None and any(hit.concept.kind is ConceptKind.EDUCATION for hit in own):
            substitute = Found(True, voice.passage.start, voice.passage.end)
    if not asked:
        return None, None, None
    required = [item for item in asked if item[0] is Modality.MUST] or asked
    modality, level_number, hit = min(required, key=lambda item: item[1])
    return Found(LEVELS[level_number], hit.start, hit.end), modality, substitute


def _asking(heard: Heard) -> list[tuple[Voice, Sequence[Hit]]]:
    return [(voice, own) for voice, own in heard if own and voice.passage.section not in _SILENT]


def _level(hit: Hit) -> str | None:
    if hit.concept.id.startswith(("certification.fagbrev", "certification.mesterbrev")):
        return "vocational"
    return _LEVEL_OF.get(hit.concept.id)


def _is_generic(document: Document, hit: Hit) -> bool:
    return hit.concept.id == "education.bachelor" and bool(_GENERIC.match(document.folded, hit.start))


def experience_years(document: Document) -> Found[float] | None:
    """Years of the first stated requirement: with alternatives the smaller, of nested ones the outer."""
    nice: Found[float] | None = None
    for voice in document.voices:
        if voice.passage.section in _SILENT or not voice.mask & gates.YEARS:
            continue
        years = _years(document, voice)
        if years is None:
            continue
        modality = voice.of(years.start, years.end)
        if modality is Modality.MUST:
            return years
        if modality is Modality.NICE and nice is None:
            nice = years
    return nice


def _years(document: Document, voice: Voice) -> Found[float] | None:
    start, end = voice.passage.start, voice.passage.end
    if not _EXPERIENCE_NEAR.search(document.folded, start, end) or _SUBSTITUTE.search(document.folded, start, end):
        return None
    found = [
        match for match in _YEARS.finditer(document.folded, start, end)
        if not _OLD.search(document.folded, max(start, match.start() - 8), match.start())
    ]  # fmt: skip
    if not found:
        return None
    first = found[0]
    value = number(first["low"])
    for other in found[1:]:
        between = document.folded[first.end() : other.start()]
        if re.search(r"\b(?:eller|or|alternativt)\b", between) and not re.search(
            r"\b(?:hvorav|of which|derav|varav)\b", between
        ):
            value = min(value, number(other["low"]))
    return Found(float(value), first.start(), first.end()) if value <= 40 else None


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for voice in document.voices:
        if voice.passage.section in _SILENT or not voice.mask & gates.LEADING:
            continue
        for found in _LEADING.finditer(document.folded, voice.passage.start, voice.passage.end):
            if _NOT_LEADING.search(found.group()):
                continue
            modality = voice.of(found.start(), found.end())
            if modality is Modality.MUST:
                return modality, found.start(), found.end()
            if modality is Modality.NICE and best is None:
                best = (modality, found.start(), found.end())
    return best

"""Education, years of experience and experience of leading: what the person must bring."""

import re

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, Found, moved, number
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.voice import Voice, once, once_for_words

LEVELS = ("upper_secondary", "vocational", "bachelor", "master", "phd")
_LEVEL_OF = {f"education.{level}": level for level in LEVELS}
_GENERIC = compiled(
    r"(?:høyere|høgare|høgere|higher|høyskole|høgskole|høgskule|universitet|högskole|degree|akademisk|"
    r"college|university)"
)
_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_ASKED = (Modality.MUST, Modality.NICE)
_EXPERIENCE = (
    r"(?:erfaring|røynsle|erfarenhet|experience|fartstid|kunskaper|kunnskap|kompetanse|realkompetanse|praksis|arbeid|"
    r"bakgrunn|kompetens|"
    r"realkompetence|praktik|training)"
)

_SUBSTITUTE = compiled(
    rf"{_EXPERIENCE}\b[^.;]{{0,60}}\b(?:kompensere\w*|erstatte\w*|oppveie\w*|oppvege|vege opp|veie opp|"
    rf"opveje\w*|ersätt\w*|kompenser\w*|godtas|substitute|replace|compensate|vil kunne erstatte|uppväg\w*|"
    rf"godtaes|kan godkjennes|kan vurderes|likestilles)|"
    rf"\b(?:eller|or|alternativt|alternatively)\s(?:annen |anna |other |tilsvarende |tilsvarande |"
    rf"motsvarande |equivalent |comparable |similar |relevant |lang |lengre |flere års |an equivalent |"
    rf"tilsvarende relevant |motsvarande relevant |gjennom |several years of |proven )*"
    rf"(?:\w+ ){{0,2}}{_EXPERIENCE}|"
    rf"(?:kombinert|kombinerad|combined|kombineret|i kombination|i kombinasjon|in combination|sammen|"
    rf"together) (?:med|with) [^.;]{{0,40}}{_EXPERIENCE}|"
    rf"\b(?:fravike|fravikes|se bort fra|ses bort fra|dispensere)\b[^.;]{{0,30}}(?:utdanning|krav)|"
    rf"{_EXPERIENCE}\b[^.;]{{0,30}}\b(?:like viktig|veier like tungt|teller like mye|in lieu|instead|"
    rf"i stedet for|istället för|i stedet)|"
    rf"\beventuelt\b[^.;]{{0,40}}{_EXPERIENCE}|in lieu of"
)
_YEARS = compiled(
    rf"(?<![\d.,])\b(?P<low>{NUMBER}|an?(?= year))\s?\+?(?:\s?(?:-|til|to|till|or|eller)\s?(?:more\s|flere\s|"
    rf"fler\s)?(?P<high>{NUMBER})?\+?)?\s?(?:or more |eller flere |eller fler )?(?:års?|year(?:s|"
    rf"s')?)\b(?!\s*(?:gammel|old|of age|gamle|siden))"
)
_EXPERIENCE_NEAR = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|run |arbeid med|år som|år i|år fra|år frå|år med|år inom|"
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
    r"\b(?:\w*ledererfaring\w*|leiarerfaring\w*|leiarrøynsle\w*|ledelseserfaring|ledarerfarenhet|chefserfarenhet|"
    r"lederbakgrunn|"
    r"leiarbakgrunn|(?:leadership|management|managerial|supervisory) (?:experience|position|role|background)|"
    rf"(?:erfaring|røynsle|erfarenhet|experience|bakgrunn|background)[^.;,]{{0,35}}\b(?:med|som|fra|frå|i|innen|of|"
    rf"as|in|av|"
    rf"från|inom|with|from|att|à|som er) (?:\w+ ){{0,3}}?(?:{_ACTS}|{_ROLE})|"
    rf"(?:år|years?|hvorav|varav|herav|of which|including|dem|dei|them)\b[^.;]{{0,25}} (?:som|as|i|in|med|"
    rf"with) (?:a |an |en |"
    rf"ei )?(?:{_ROLE}|"
    r"\w*personal\w*ansvar\w*|people responsibility|lederrolle|(?:senior )?leadership(?! team)|leadership role|"
    r"management role|ledende rolle|"
    r"lederstilling)|"
    rf"som (?:{_ROLE}) (?:i|for|med|fra|av|inom|frå|eller)|chef (?:inom|i|på|för)|leder for ledere|leder med|leiar med|"
    r"ledende stilling|leiande stilling|lederstilling|lederrolle|leiarrolle|ledande befattning|"
    r"(?:ha |har |du )?(?:ledet|leia|leda|lett|leidd) (?:\w+ ){0,3}(?:team|mennesker|folk|medarbeidere|"
    r"medarbeidarar|kundesent\w*|"
    r"\w*grupp\w*|\w*team|kundeservice\w*|kundservice\w*|et team|ei gruppe|en avdeling|avdeling\w*|andre|"
    r"medarbetare|personal|menneske|"
    r"før|people|ansatte|kundtjänst\w*|grupp\w*)|"
    r"(?:managed|led|run|headed) (?:a |an |people|teams|small|an? \w+ team|\w+ team|customer|support)|"
    r"(?:managing|leading) (?:a|an|people|teams?|managers|leaders|customer|support|others|and developing)|"
    r"lede eller coache|vant til å lede|van att leda|vant til å leie|people management|line management|proven leader|"
    r"ledelse af|at least \w+ (?:years )?in a management)\b"
)
_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|"
    r"product manag|success manag|case manag|crm|relationship manag|time manag|stakeholder manag|"
    r"change manag|knowledge manag|quality manag|endringsledelse|workforce manag|queue manag"
)


_ALTERNATIVE = compiled(r"\b(?:eller|or|alternativt)\b")
_NESTED = compiled(r"\b(?:hvorav|of which|derav|varav)\b")


def education(document: Document) -> tuple[Found[str] | None, Modality | None, Found[bool] | None]:
    """Lowest level taken, how it is asked, and whether experience may stand in for it."""
    asked: list[tuple[Modality, int, Found[str]]] = []
    substitute: Found[bool] | None = None
    for at, voice in document.said:
        if not voice.hits or voice.section in _SILENT:
            continue
        levels, stands_in = _education(voice)
        asked += [(modality, rank, moved(found, at)) for modality, rank, found in levels]
        if stands_in and substitute is None:
            substitute = Found(True, at, at + len(voice.folded))
    if not asked:
        return None, None, None
    required = [item for item in asked if item[0] is Modality.MUST] or asked
    modality, _, found = min(required, key=lambda item: item[1])
    return found, modality, substitute


@once
def _education(voice: Voice) -> tuple[list[tuple[Modality, int, Found[str]]], bool]:
    """The levels that a sentence asks for, and whether experience may stand in."""
    levels = []
    for hit in voice.hits:
        level, modality = _level(hit), voice.of(hit.start, hit.end) if _level(hit) else None
        if level and modality in _ASKED:
            assert modality is not None
            levels.append((modality, LEVELS.index(level), hit))
    named = {
        modality for modality, _, hit in levels if _level(hit) in ("bachelor", "master") and not _generic(voice, hit)
    }
    asked = [
        (modality, rank, Found(LEVELS[rank], hit.start, hit.end))
        for modality, rank, hit in levels
        if not (_generic(voice, hit) and modality in named)
    ]
    stands_in = voice.holds(ConceptKind.EDUCATION) and bool(_SUBSTITUTE.search(voice.folded))
    return asked, stands_in


def _level(hit: Hit) -> str | None:
    if hit.concept.id.startswith(("certification.fagbrev", "certification.mesterbrev")):
        return "vocational"
    return _LEVEL_OF.get(hit.concept.id)


def _generic(voice: Voice, hit: Hit) -> bool:
    """*Higher education*, which gives way to a degree that is named beside it."""
    return hit.concept.id == "education.bachelor" and bool(_GENERIC.search(voice.folded, hit.start, hit.end))


def experience_years(document: Document) -> Found[float] | None:
    """Years of the first stated requirement: with alternatives the smaller, of nested ones the outer."""
    nice: Found[float] | None = None
    for at, voice in document.said:
        if voice.section in _SILENT or not voice.mask & gates.YEARS:
            continue
        years = _years(voice)
        if years is None:
            continue
        modality = voice.of(years.start, years.end)
        if modality is Modality.MUST:
            return moved(years, at)
        if modality is Modality.NICE and nice is None:
            nice = moved(years, at)
    return nice


@once_for_words
def _years(voice: Voice) -> Found[float] | None:
    folded = voice.folded
    if not _EXPERIENCE_NEAR.search(folded) or (voice.holds(ConceptKind.EDUCATION) and _SUBSTITUTE.search(folded)):
        return None
    found = [
        match for match in _YEARS.finditer(folded) if not _OLD.search(folded, max(0, match.start() - 8), match.start())
    ]
    if not found:
        return None
    first = found[0]
    value = _count(first)
    for other in found[1:]:
        between = folded[first.end() : other.start()]
        if _ALTERNATIVE.search(between) and not _NESTED.search(between):
            value = min(value, _count(other))
    return Found(float(value), first.start(), first.end()) if value <= 40 else None


def _count(years: re.Match[str]) -> int:
    return 1 if years["low"] in ("a", "an") else number(years["low"])


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for at, voice in document.said:
        if voice.section in _SILENT or not voice.mask & gates.LEADING:
            continue
        for modality, start, end in leading(voice):
            if modality is Modality.MUST:
                return modality, at + start, at + end
            if modality is Modality.NICE and best is None:
                best = (modality, at + start, at + end)
    return best


@once
def leading(voice: Voice) -> list[tuple[Modality | None, int, int]]:
    """How the sentence speaks of experience in leading people, and where."""
    return [
        (voice.of(found.start(), found.end()), found.start(), found.end())
        for found in _LEADING.finditer(voice.folded)
        if not _NOT_LEADING.search(found.group())
    ]

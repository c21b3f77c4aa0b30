"""Education: the lowest level that is taken, how it is asked, and whether experience may stand in for it."""

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.clauses import Clause, asked_in, clauses, denied, is_fragment, told_in
from matcher.fields.common import ABOUT_NO_APPLICANT, Found, moved
from matcher.fields.substitution import replaces, replaces_that, still_replaces
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.voice import Voice, once

LEVELS = ("upper_secondary", "vocational", "bachelor", "master", "phd")
_LEVEL_OF = {f"education.{level}": level for level in LEVELS}
_GENERIC = compiled(
    r"(?:høyere|høgare|høgere|higher|høyskole|høgskole|høgskule|universitet|högskole|degree|akademisk|college|"
    r"university)"
)
_ASKED = (Modality.MUST, Modality.NICE)
_SCHOOLING = gates.EDUCATION | gates.SCHOOL


def education(document: Document) -> tuple[Found[str] | None, Modality | None, Found[bool] | None]:
    """Lowest level taken, how it is asked, and whether experience may stand in for it."""
    asked: list[tuple[Modality, int, Found[str]]] = []
    substitute: Found[bool] | None = None
    spoken = False
    for at, voice in document.said:
        before, spoken = spoken, False
        if not (before or voice.mask & _SCHOOLING) or voice.section in ABOUT_NO_APPLICANT:
            continue
        replaced = False
        if voice.mask & _SCHOOLING:
            levels, replaced = _education(voice)
            asked += [(modality, rank, moved(found, at)) for modality, rank, found in levels]
            spoken = voice.holds(ConceptKind.EDUCATION) or bool(levels)
        if substitute is None and (replaced or (before and replaces_that(voice)) or still_replaces(voice)):
            substitute = Found(True, at, at + len(voice.folded))
    if not asked:
        return None, None, None
    required = [item for item in asked if item[0] is Modality.MUST] or asked
    modality, _, found = min(required, key=lambda item: item[1])
    return found, modality, substitute


@once
def _education(voice: Voice) -> tuple[tuple[tuple[Modality, int, Found[str]], ...], bool]:
    """The levels that a sentence asks for, and whether experience may stand in."""
    levels = []
    own = [hit for hit in voice.hits if level_of(hit) and not _IS_NO_LEVEL.search(voice.folded, 0, hit.start)]
    for hit, clause in zip(own, clauses(voice.folded, own), strict=True):
        modality = asked_in(voice, hit, clause)
        if modality is None and _COMPLETED.match(voice.folded, hit.end):
            modality = Modality.MUST
        if modality is None:
            modality = _told(voice, hit, clause)
        if modality in _ASKED:
            levels.append((modality, LEVELS.index(level_of(hit) or ""), hit))
    named = {
        modality for modality, _, hit in levels if level_of(hit) in ("bachelor", "master") and not _generic(voice, hit)
    }
    asked = tuple(
        (modality, rank, Found(LEVELS[rank], hit.start, hit.end))
        for modality, rank, hit in levels
        if not (_generic(voice, hit) and modality in named)
    )
    refused = bool(own) and not levels and voice.section is Section.NEGATED
    return asked or _described(voice), not refused and voice.holds(ConceptKind.EDUCATION) and replaces(voice)


_IS_NO_LEVEL = compiled(r"\b(?:you|can|will|must|etter|efter|utover|beyond|after|above) $")
"""*You master Excel*; *utdanning etter videregående*."""


def _told(voice: Voice, hit: Hit, clause: Clause) -> Modality | None:
    """How schooling is asked for in running text without a cue: *Minst bachelor*; *Videregående skole er nok*."""
    folded = voice.folded
    if _OF_OTHERS.search(folded, 0, clause.end) or denied(folded, clause.start, clause.end):
        return None
    told = told_in(voice, clause)
    if told is None and (said := _OF_READER.search(folded, clause.start, hit.start)):
        return Modality.NICE if said["wished"] else Modality.MUST
    if told is None and _OPENS.fullmatch(folded, 0, hit.start) and is_fragment(folded, clause.low, clause.high):
        return Modality.MUST
    return told


_OF_READER = compiled(
    r"\b(?:u(?:tdann|ddann|tbild)\w+|education|background)\s(?:(?:din|di|your) )?(?:er|is|är|ligger|må være|må vere|"
    r"skal være|must be|måste vara|(?P<wished>bør (?:være|vere|ligge)|bör vara|should be))\s[^.;]{0,25}$|"
    r"\b(?:den rette|den vi (?:søker|ser etter|leter etter)|the right \w+|rette vedkommende) (?:har|er|has|"
    r"is)\s[^.;]{0,40}$"
)
"""*Utdannelsen din er på bachelornivå*; *Den rette har høyere utdanning*."""
_OPENS = compiled(
    r"\W*(?:u(?:tdann|ddann|tbild)\w+ [^.;]{0,50}?\bpå |[a-zæøå -]{3,30}:\s)?(?:[a-zæøå0-9'-]+(?:-|/|,? "
    r")){0,4}"
)
"""What may stand before a level that a sentence without a verb opens with: *Formalkompetanse: relevant bachelor*."""
_OF_OTHERS = compiled(
    r"\b(?:student\w*|elev\w*|deltak\w*|deltag\w*|kund\w+|customers?|koll?eg\w*|medarb\w*|ansatte|tilsette|"
    r"agents?|rådgiv\w*|lærling\w*|forgjenger\w*|founders?|sjefen|lederne|leiarane|program\w*|tilby\w*|offer\w*|"
    r"\bsell|dekker|dekkjer|dekning|betaler|betalt|paid|pay|stud\w+ ved|samarbeid\w*|(?:kan|får|få) (?:du "
    r")?(?:ta|søke)|krevde|hos oss|plikt|executive|we (?:have|are|were)|vi (?:er|har)|selskapet|medlem\w*|"
    r"members?|patients?|universities|before)\b"
)
"""Schooling of colleagues, customers or students, or that the employer offers."""
_COMPLETED = compiled(
    r"[^.;,]{0,12}\b(?:må|must|skal|ska|has to|måste) (?:være |vere |vara |be |have been )?(?:\w+ "
    r")?(?:fullført|fullførd|completed|bestått|gjennomført|avslutta|avsluttet|avslutad|på plass|dokumentert)"
)
"""*Vidaregåande skule må vere fullført.*"""
_AS_CARER = compiled(
    r"\bu(?:tdanning|tdannelse|ddannelse|tbildning)\s(?:som|til|till)\s(?:[\w-]+\s)?[\w-]*(?:sekretær|tekniker|"
    r"teknikar|fagarbeid\w+|assistent|speditør|pleier|pleiar|elektriker|montør|mekaniker|kokk|frisør|operatør)\b"
)
"""*Utdanning som helsesekretær*: a trade taught at school."""
_CRAFT = compiled(
    r"\bu(?:tdannet|tdanna|ddannet|tbildad|dlært|tlært|tlærd)\s(?:som\s)?(?:[\w-]+\s)?[\w-]*(?:elektriker|"
    r"montør|mekaniker|mekanikar|tekniker|rørlegger|rørleggar|tømrer|tømrar|snekker|snickare|smed|maler|målare|"
    r"murer|murar|[a-zæøå]*assistent|[a-zæøå]*medarbeid\w+|kokk|kok|kock|frisør|baker|bager|slakter|sveiser|"
    r"svejser|logistikkoperatør|fagarbeid\w+|yrkessjåfør)\b"
)
"""*Er uddannet elektriker*: a craft, which is learnt by an apprenticeship."""


_HIGHER = compiled(
    r"\b(?:høyere|høgare|høgere|højere|høgre|higher)\s(?:[a-zæøå-]+,?\s){1,4}?(?:u(?:tdann|ddann|tbild)\w+|"
    r"education)|\bgraduate (?:in|of|from)\b"
)
"""*Høyere økonomisk eller administrativ utdanning.*"""


def _described(voice: Voice) -> tuple[tuple[Modality, int, Found[str]], ...]:
    """A level that is told in words of its own."""
    for level, pattern in (("vocational", _CRAFT), ("vocational", _AS_CARER), ("bachelor", _HIGHER)):
        found = pattern.search(voice.folded)
        modality = field_of(voice, *found.span()) if found else None
        if found and modality in _ASKED:
            return ((modality, LEVELS.index(level), Found(level, *found.span())),)
    return ()


def level_of(hit: Hit) -> str | None:
    """The level that a concept is of; a trade's certificate is one, too."""
    if hit.concept.id.startswith(("certification.fagbrev", "certification.mesterbrev")):
        return "vocational"
    return _LEVEL_OF.get(hit.concept.id)


def _generic(voice: Voice, hit: Hit) -> bool:
    """*Higher education*, which gives way to a degree that is named beside it."""
    if hit.concept.id != "education.bachelor" or "bachelor" in voice.folded[hit.start : hit.end]:
        return False
    return bool(_GENERIC.search(voice.folded, hit.start, hit.end))

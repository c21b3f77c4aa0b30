"""Education: the lowest level that is taken, how it is asked, and whether experience may stand in for it."""

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.common import ABOUT_NO_APPLICANT, Found, moved
from matcher.fields.substitution import replaces, still_replaces
from matcher.folding import compiled
from matcher.lexicon import Hit
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
            spoken = voice.holds(ConceptKind.EDUCATION)
        if substitute is None and (replaced or (before and replaces(voice)) or still_replaces(voice)):
            substitute = Found(True, at, at + len(voice.folded))
    if not asked:
        return None, None, substitute
    required = [item for item in asked if item[0] is Modality.MUST] or asked
    modality, _, found = min(required, key=lambda item: item[1])
    return found, modality, substitute


@once
def _education(voice: Voice) -> tuple[tuple[tuple[Modality, int, Found[str]], ...], bool]:
    """The levels that a sentence asks for, and whether experience may stand in."""
    levels = []
    for hit in voice.hits:
        level, modality = _level(hit), field_of(voice, hit.start, hit.end) if _level(hit) else None
        if level and modality is None and _COMPLETED.match(voice.folded, hit.end):
            modality = Modality.MUST
        if level and modality in _ASKED:
            assert modality is not None
            levels.append((modality, LEVELS.index(level), hit))
    named = {
        modality for modality, _, hit in levels if _level(hit) in ("bachelor", "master") and not _generic(voice, hit)
    }
    asked = tuple(
        (modality, rank, Found(LEVELS[rank], hit.start, hit.end))
        for modality, rank, hit in levels
        if not (_generic(voice, hit) and modality in named)
    )
    return asked or _craft(voice), voice.holds(ConceptKind.EDUCATION) and replaces(voice)


_COMPLETED = compiled(
    r"[^.;,]{0,12}\b(?:må|must|skal|ska|has to|måste) (?:være |vere |vara |be |have been )?(?:\w+ )?(?:fullført|"
    r"fullførd|completed|bestått|gjennomført|avslutta|avsluttet|avslutad|på plass|dokumentert)"
)
"""*Vidaregåande skule må vere fullført.*"""
_AS_CARER = compiled(
    r"\bu(?:tdanning|tdannelse|ddannelse|tbildning)\s(?:som|til|till)\s(?:[\w-]+\s)?[\w-]*(?:sekretær|tekniker|"
    r"teknikar|fagarbeid\w+|assistent|pleier|pleiar|elektriker|montør|mekaniker|kokk|frisør|operatør)\b"
)
"""*Utdanning som helsesekretær*: a trade taught at school."""
_CRAFT = compiled(
    r"\bu(?:tdannet|tdanna|ddannet|tbildad|dlært|tlært|tlærd)\s(?:som\s)?(?:[\w-]+\s)?[\w-]*(?:elektriker|montør|"
    r"mekaniker|mekanikar|tekniker|rørlegger|rørleggar|tømrer|tømrar|snekker|snickare|smed|maler|målare|murer|murar|"
    r"kokk|kok|kock|frisør|baker|bager|slakter|sveiser|svejser|logistikkoperatør|fagarbeid\w+|yrkessjåfør)\b"
)
"""*Er uddannet elektriker*: a craft, which is learnt by an apprenticeship."""


def _craft(voice: Voice) -> tuple[tuple[Modality, int, Found[str]], ...]:
    found = _CRAFT.search(voice.folded) or _AS_CARER.search(voice.folded)
    modality = field_of(voice, *found.span()) if found else None
    if found is None or modality not in _ASKED:
        return ()
    assert modality is not None
    return ((modality, LEVELS.index("vocational"), Found("vocational", *found.span())),)


def _level(hit: Hit) -> str | None:
    if hit.concept.id.startswith(("certification.fagbrev", "certification.mesterbrev")):
        return "vocational"
    return _LEVEL_OF.get(hit.concept.id)


def _generic(voice: Voice, hit: Hit) -> bool:
    """*Higher education*, which gives way to a degree that is named beside it."""
    if hit.concept.id != "education.bachelor" or "bachelor" in voice.folded[hit.start : hit.end]:
        return False
    return bool(_GENERIC.search(voice.folded, hit.start, hit.end))

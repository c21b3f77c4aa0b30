"""Languages that the ad asks for, with level and alternatives."""

import re

from domain.matching import AskedLanguage, ConceptKind, Modality
from matcher.document import Document, Heard
from matcher.fields.common import Found
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section

_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_NOT_LANGUAGE = compiled(
    r"^\s(?:market|markets|law|customers?|company|companies|work permit|citizen\w*|driv\w+|regulations?|"
    r"legislation|team|business|society|labour|retail|kundar?|marked\w*|statsborger\w*|lov\w*|"
    r"arbeidsliv|selskap|bedrift\w*|næringsliv|kunder|industri|forvaltning|social security|bank|insurance|"
    r"subsidiary|office|colleagues|based|authorisation|autorisasjon|førerkort|førarkort|fagbrev|"
    r"helse\w*)\b"
)
_OR = compiled(r"\b(?:eller|or|og/eller|and/or|alternativt)\b")
_AND = compiled(r"\b(?:og|and|och|samt|plus|pluss)\s")


def languages(document: Document, heard: Heard) -> Found[tuple[AskedLanguage, ...]] | None:
    """Asked languages in the order of the text; must beats nice for the same language."""
    levels: dict[str, Modality] = {}
    groups: dict[str, int] = {}
    first = last = -1
    for number, (voice, hits) in enumerate(heard):
        own = [hit for hit in hits if hit.concept.kind is ConceptKind.LANGUAGE]
        if not own or voice.passage.section in _SILENT:
            continue
        before: Hit | None = None
        for hit in own:
            modality = voice.of(hit.start, hit.end)
            if modality not in (Modality.MUST, Modality.NICE) or _NOT_LANGUAGE.match(
                document.folded[hit.end : min(voice.passage.end, hit.end + 24)]
            ):
                continue
            assert modality is not None
            if (
                re.search(
                    r"\b(?:another|annet|et annet|other|andre|anna) $",
                    document.folded[max(0, hit.start - 10) : hit.start],
                )
                and before
            ):
                continue
            if document.folded[hit.start : hit.end].startswith("another "):
                continue
            first, last = (hit.start if first < 0 else first), hit.end
            codes = (hit.concept.code or "").split()
            linked = before is not None and _linked(document, before, hit, own)
            for code in codes:
                if levels.get(code) is not Modality.MUST:
                    levels[code] = modality
                if linked or len(codes) > 1:
                    groups.setdefault(code, number)
                    if before is not None and linked:
                        groups.setdefault((before.concept.code or "").split()[0], number)
            before = hit
    if not levels:
        return None
    asked = tuple(AskedLanguage(code, level, groups.get(code)) for code, level in levels.items())
    return Found(asked, first, last)


def _linked(document: Document, one: Hit, other: Hit, own: list[Hit]) -> bool:
    """Joined by *or*, also as ``A, B or C``."""
    between = document.folded[one.end : other.start]
    if _OR.search(between) and len(between) < 30 and not _AND.search(between):
        return True
    if between.strip() != ",":
        return False
    rest = [hit for hit in own if hit.start > other.start]
    return bool(rest) and bool(_OR.search(document.folded[other.end : rest[0].start]))

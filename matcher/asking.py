"""How a thing is asked for where a heading and the sentence's own words both speak of it."""

import re

from domain.matching import Modality
from matcher.folding import compiled
from matcher.modality import governs
from matcher.sections import Section
from matcher.voice import Voice

_TELLS = compiled(
    r"(?:at |att |that |om |if |hvis )?(?:du|you|you're|you'll|har du|er du|er u[td]+annet|have|speak|"
    r"fl[uy][a-zæøåäö]*|"
    r"we're looking|we are looking|vi (?:ser|søker|søkjer|söker|leter|tror|trur))\b"
)
"""Words that tell of the reader what the heading is about: *Du har brukt Jira*."""
_INSISTS = compiled(
    r"\b(?:må|måste|must|skal|ska|should|need|needed|kreve?\w*|krav\w*|kräv\w*|kræv\w*|requir\w*|nødvendig\w*|"
    r"nödvändig\w*|naudsynt\w*|essential|mandatory|behøver|forutset\w*|behöver)\b"
)
_GIVEN = {Section.NICE: Modality.NICE, Section.NEGATED: Modality.NEGATED}


def modality_of(voice: Voice, start: int, end: int, *, trait: bool = False) -> Modality | None:
    """The modality of what stands at ``text[start:end]``: *du har …* under a heading that wishes demands nothing."""
    modality = voice.of(start, end, trait=trait)
    given = _GIVEN.get(voice.section) if voice.listed and modality is Modality.MUST else None
    return given if given and not _insisted(voice, start, end) else modality


def field_of(voice: Voice, start: int, end: int) -> Modality | None:
    """The same for a field of the ad: an item that is a sentence of its own, *Du snakker norsk*, still demands it."""
    return modality_of(voice, start, end) if _CONTINUES.match(voice.text) else voice.of(start, end)


_CONTINUES = re.compile(r"\W*(?:[a-zæøåäö]|At |Att |That |Om |If )")
"""*… du også snakker svensk*, *At du har ledet*: the item goes on where its heading stops."""


def _insisted(voice: Voice, start: int, end: int) -> bool:
    """Does a word of demand speak of it that is no mere *you have*?"""
    return any(
        cue.meaning == "must"
        and governs(cue, voice.folded, voice.cues, start, end)
        and (not _TELLS.match(voice.folded, cue.start, cue.end) or _INSISTS.search(voice.folded, cue.start, cue.end))
        for cue in voice.cues
    )

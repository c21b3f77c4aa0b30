"""How a thing is asked for where a heading and the sentence's own words both speak of it."""

import re

from domain.matching import ConceptKind, Modality
from matcher.folding import compiled
from matcher.modality import governs
from matcher.passages import FINITE
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice

_TELLS = compiled(
    r"(?:at |att |that |om |if |hvis )?(?:du|you|you're|you'll|har du|er du|er u[td]+annet|have|speak|"
    r"fl[uy][a-zæøåäö]*|gjennomført|fullført|bestått|genomförd|gennemført|we're looking|we are looking|vi (?:ser|søker|"
    r"søkjer|söker|leter|tror|trur))\b"
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
    if trait and modality is Modality.NICE and _HOPED.search(voice.folded, 0, start):
        return Modality.MUST
    if trait and voice.section is Section.NEGATED and voice.shape is not Shape.ITEM:
        return modality  # Du er ryddig, said after what is not needed
    if modality is None and trait and voice.section is Section.NONE and QUALITIES.fullmatch(voice.folded):
        return Modality.MUST
    if modality is None and voice.section is Section.NONE and not trait and _is_fragment(voice):
        return Modality.NICE if voice.folded.endswith("?") else Modality.MUST
    if modality is None and voice.section in _ANYWHERE and _of_bearer(voice, start, end):
        return Modality.MUST
    given = _GIVEN.get(voice.section) if voice.listed and modality is Modality.MUST else None
    return given if given and not _insisted(voice, start, end) else modality


_HOPED = compiled(
    r"\b(?:setter pris på|set pris på|sætter pris på|liker|likar)\s(?:at |att |"
    r"that )?(?:du|you|ni)\s(?:er|ær|are)\s[^.;!?]*$"
)
"""*Vi setter pris på at du er ryddig*: what somebody is like is asked for, however kindly it is put."""


def wanted(voice: Voice, start: int, end: int) -> Modality | None:
    """The same where it is demanded or wished; None where it is denied, a duty, or not asked."""
    modality = modality_of(voice, start, end)
    return modality if modality in (Modality.MUST, Modality.NICE) else None


def _is_fragment(voice: Voice) -> bool:
    """A demand with no verb in running text: *Solid kjennskap til ServiceNow.* *ITIL 4 Foundation.*"""
    if len(voice.folded) > _LONGEST_FRAGMENT or FINITE.search(voice.folded) or voice.says("negated"):
        return False
    if _OF_DEMANDS.match(voice.folded):
        return True
    return any(hit.concept.kind in PAPERS and voice.folded[: hit.start].strip() in _BEFORE_IT for hit in voice.hits)


def _of_bearer(voice: Voice, start: int, end: int) -> bool:
    """Is a paper demanded that nobody but a person bears? *Godkjend politiattest er naudsynt.*"""
    if not _BORNE.search(voice.folded[start:end]):
        return False
    return any(cue.meaning == "must" and governs(cue, voice.folded, voice.cues, start, end) for cue in voice.cues)


_ANYWHERE = (Section.NONE, Section.OFFER, Section.PRACTICAL)
PAPERS = (ConceptKind.CERTIFICATION, ConceptKind.LICENCE)
_BORNE = compiled(
    r"(?:attest|vandel|førerkort|førarkort|førerett|lappen\b|kørekort|körkort|driv(?:ing|er's) licen[cs]e|"
    r"arbeidstillatelse|work permit|bevis\b|autorisasjon|fagbrev|svennebrev|sertifikat\b|certifikat\b|"
    r"kunnskapsprøve|vurdering|sikkerhetsklarering|klarering|sjekk\b|registr\w+)"
)
QUALITIES = compiled(r"\W*[a-zæøå-]{4,}(?:, [a-zæøå-]{4,}){1,4},? (?:og|and|och) [a-zæøå-]{4,}\W*")
"""*Strukturert, diplomatisk og gjennomføringssterk.*"""
_LONGEST_FRAGMENT = 90
_BEFORE_IT = (
    "", "minimum", "minst", "gyldig", "giltig", "valid", "current", "fullført", "bestått", "at least", "godkjent",
    "godkjend", "godkendt", "godkänd", "godkænd", "ren", "plettfri", "clean", "approved", "dokumentert",
)  # fmt: skip
_OF_DEMANDS = compiled(
    r"\W*(?:(?:solid|god|gode|godt|minimum|minst|relevant|dokumentert|noe|noko|litt|bred|brei|lang|fleire|flere|strong|"
    r"good|proven|some|at least|gärna|gedigen|bred|\w+ års|\w+ år|years of|\w+\+? years|of|grundig|nogen|mindst) "
    r"){0,3}(?:[a-zæøå]*erfaring|røynsle|[a-zæøå]*erfarenhet|[a-zæøå]*kunnskap(?:er)?|kjennskap|kunskap(?:er)?|"
    r"kännedom|kendskab|viden|kompetanse|forståelse|forståing|experience|knowledge|understanding|command) (?:med|til|"
    r"till|i|om|fra|frå|från|innen|innan|inom|innenfor|av|of|with|in|from|som|as)\b|\W*(?:minst |minimum |at least "
    r")?(?:\w+|\d+) (?:års?|years?)\s(?:i|som|med|fra|frå|från|in|as|of|på)\s|\W*(?:sans|teft|flair|øye|auge|öga|"
    r"resultater|resultat|praksis|bakgrunn|bakgrund|fartstid|innsikt|insikt|vana|track record|familiarity|a working "
    r"relationship|background|a background|a good eye|an eye|evne|evner|interesse|trygg|vant|god|stø|dreven) (?:for|"
    r"fra|frå|från|i|på|til|av|of|with|in|med|som)\s|\W*(?:gyldig|godkjent|godkjend|bestått|valid|fullført|fullstendig|"
    r"current)\s[a-zæøå]"
)


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

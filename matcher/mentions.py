"""From hits to mentions: what the ad asks for, wishes, gives as a duty, or expressly does not ask.

Known concepts first; what a requirement says beyond them becomes a *stated* mention with the ad's own words, so that
nothing asked for is lost. The employer's certificates, other people's skills and the offer are no requirements.
"""

import re
from dataclasses import replace

from domain.matching import ConceptKind, Mention, Modality
from matcher import gates, staff
from matcher.asking import PAPERS, modality_of
from matcher.document import Document, trimmed
from matcher.employer_name import without_legal_form
from matcher.folding import compiled
from matcher.found import Found
from matcher.fragments import names_house
from matcher.lexicon import Hit
from matcher.paper_talk import answered, asked_of_paper, of_licence
from matcher.papers import may_name_paper, papers
from matcher.placing import placed
from matcher.sections import Section
from matcher.spans import meets
from matcher.stated import stated
from matcher.unasked import not_asked
from matcher.vocabulary import load_vocabulary
from matcher.voice import Voice, once, tells

_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT)
"""Silent while the heading speaks of them; a paragraph after the list of an offer may ask again, and what the law or
the employer must see is demanded anywhere in it."""
_PHRASE_END = compiled(
    r"[,;.!?]\s|\s-\s|\s(?:er|is|are|blir|vil|är|men|but)\s|\s(?:og/)?(?:eller|or)\s(?=(?:i|innen|innenfor|innan|inom|"
    r"som|in|as)\s)|$"
)
"""*Fagbrev som møbelsnekker eller i logistikk* names two."""
_CONNECTS = compiled(r"\s(?:som|i|innen|innenfor|in|as|inom|for|inden for|som er)\b")
_ALTERNATIVE = compiled(
    r"^\s*(?:\([^)]*\)\s*)?(?:,|/|,?\s*(?:eller|or)(?:\s(?:annen|andre|another|similar|a similar|other|tilsvarende|"
    r"liknende|lignende))?)\s*$"
)
_OR = compiled(r"/|\b(?:eller|or)\b")


def read_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions in order of the text."""
    mentions: list[Mention] = []
    employer = without_legal_form(document.ad.employer)
    group = 0
    for at, voice in document.speaking(gates.MENTIONS):
        local = _of_voice(voice)
        if local and _SAME.match(voice.folded):
            local = _as_before(document, at, local)
        if _names_papers(voice):
            local = _as_answered(document, at, voice, local)
        if voice.mask & gates.STAFF and (held := staff.held(voice)) and held.by_another(document.ad.title):
            local = _another_has(voice, held, local)
        if local and employer and employer in voice.text:
            local = _not_in_name(voice, employer, local)
        following = group
        for mention in local:
            number = mention.alternatives
            if number is not None:
                number += group
                following = max(following, number + 1)
            mentions.append(placed(mention, at, number))
        group = following
    return tuple(mentions)


def _as_before(document: Document, at: int, local: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """What the sentence at ``at`` mentions, asked for as the one before it asks."""
    said = document.before(at)
    mentioned = _of_voice(said[1]) if said else ()
    return tuple(replace(item, modality=mentioned[-1].modality) for item in local) if mentioned else local


def _as_answered(document: Document, at: int, voice: Voice, local: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The papers of the sentence as the next one speaks of them: *… Det trenger du ikke.* *…? Da er du vår mann.*"""
    following = document.after(at, 1)
    asked = [item for item in local if item.kind in PAPERS]
    modality = asked[0].modality if asked else None
    if not following or modality in (Modality.NEGATED, Modality.NICE):
        return local
    answer = answered(voice, following[0][1], modality)
    if answer is None:
        return local
    if asked:
        return tuple(replace(item, modality=answer) if item.kind in PAPERS else item for item in local)
    named = [Found.hit(hit, answer) for hit in voice.hits if hit.concept.kind in PAPERS]
    taken = [item.span for item in local]
    return (*local, *(_mention(voice, item) for item in named if not meets(taken, item.start, item.end)))


def _mention(voice: Voice, item: Found, number: int | None = None) -> Mention:
    span = trimmed(voice.text, item.start, item.end)
    return Mention(item.concept, item.kind, item.label, item.modality, span, item.found, number)


_SAME = compiled(
    r"(?:og |men |and |och )?(?:so (?:is|are|does|do|would|will)\b|det samme|det same|det sama|detsamma|samma sak|det "
    r"samme|same|the same|likeså|likeens|likeledes|ditto)\s(?:er|gjelder|gjeld|gäller|gælder|goes|applies|is|gjør|gjer|"
    r"gör|gør|för|for|med|tel|teller)\b"
)
"""*Det samme er kjennskap til Pridok*: asked for as what stands before it."""


def _not_in_name(voice: Voice, employer: str, local: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """*Fjellhytta Booking søker …*: words in the employer's name ask for nothing."""
    starts = [found.start() for found in re.finditer(re.escape(employer), voice.text)]
    return tuple(
        item
        for item in local
        if not any(start <= item.span.start and item.span.end <= start + len(employer) for start in starts)
    )


def _another_has(voice: Voice, held: staff.Held, local: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """*Kundeservicesjefen har personalansvaret*: so the job has none."""
    others = tuple(item for item in local if item.span.end <= held.start or held.end <= item.span.start)
    concept = load_vocabulary().by_id()[_STAFF]
    span = trimmed(voice.text, held.start, held.end)
    return (*others, Mention(concept.id, concept.kind, concept.label, Modality.NEGATED, span, "words", None))


@once
def _of_voice(voice: Voice) -> tuple[Mention, ...]:
    """The mentions of one sentence; offsets and numbers of alternatives are its own."""
    silent = voice.section in _SILENT and (voice.listed or voice.section is not Section.OFFER)
    if silent and not (voice.section is Section.OFFER and voice.says("must") and voice.holds(ConceptKind.LICENCE)):
        return ()
    told = voice.hits or voice.cues or voice.listed or voice.mask & (gates.PERSON | gates.DENIAL)
    if not told and not may_name_paper(voice):
        return ()
    found = _known(voice)
    if silent:
        found = [item for item in found if item.kind is ConceptKind.LICENCE]
    else:
        found = _with_papers(found, papers(voice, found))
        found += stated(voice, found)
        found += _no_staff(voice, found)
    found.sort(key=lambda item: (item.start, item.end))
    numbers = _alternatives(voice, found)
    return tuple(_mention(voice, item, number) for item, number in zip(found, numbers, strict=True))


def _names_papers(voice: Voice) -> bool:
    """Papers that nobody asks for may yet be denied by the next sentence."""
    return voice.holds(*PAPERS)


tells(gates.MENTIONS, _of_voice, staff.held, _names_papers)


def _known(voice: Voice) -> list[Found]:
    found = []
    for hit in voice.hits:
        if hit.concept.kind in PAPERS:
            modality = asked_of_paper(voice, hit.start, hit.end)
        else:
            modality = modality_of(voice, hit.start, hit.end, trait=hit.concept.kind is ConceptKind.TRAIT)
        if hit.concept.kind is ConceptKind.LICENCE and modality in (None, Modality.MUST):
            modality = of_licence(voice, hit, modality)
        kind = _kind(hit, modality)
        named = hit.concept.generic and modality is Modality.MUST and _DEFINITE.search(voice.folded, hit.start, hit.end)
        if modality is None or kind is None or named or not_asked(voice, hit) or names_house(voice, hit, modality):
            continue
        if hit.concept.id == _STAFF and modality is Modality.NEGATED and staff.said_of_another(voice.folded, hit.start):
            continue
        if hit.concept.id == _STAFF and any(low <= hit.start < high for low, high in staff.denied(voice)):
            modality = Modality.NEGATED
        if modality is Modality.NEGATED and _is_driving(voice.folded, hit):
            found.append(Found(hit.start, hit.end, *_DRIVING, modality, hit.found))
            continue
        end = _phrase_end(voice, hit) if hit.concept.open else hit.end
        found.append(Found(hit.start, end, hit.concept.id, kind, hit.concept.label, modality, hit.found))
    return found


def _is_driving(folded: str, hit: Hit) -> bool:
    return folded[hit.start : hit.end] == "sertifikat" and _BARE.search(folded, 0, hit.start) is not None


_BARE = compiled(r"(?:^|[.;!?,]\s|\b(?:og|men|ha|om|du)\s)$")
_DRIVING = ("licence.driving_b", ConceptKind.LICENCE, "Førerkort klasse B")
"""*Sertifikat trenger du ikke*: so many Norwegians call it, where no other is named."""


def _no_staff(voice: Voice, known: list[Found]) -> list[Found]:
    """*Ingen ansatte rapporterer til deg* denies a thing that it does not name."""
    spans = staff.denied(voice)
    if not spans:
        return []
    concept = load_vocabulary().by_id()[_STAFF]
    return [
        Found(*span, concept.id, concept.kind, concept.label, Modality.NEGATED, "words")
        for span in spans
        if not meets(known, *span)
    ]


_STAFF = "skill.people_management"


def _kind(hit: Hit, modality: Modality | None) -> ConceptKind | None:
    """A certificate cannot be a duty: among duties a method is a skill, anything else is not meant."""
    kind = hit.concept.kind
    if kind is ConceptKind.CERTIFICATION and modality is Modality.TASK:
        return ConceptKind.SKILL if hit.concept.method else None
    return kind


def _with_papers(known: list[Found], held: list[Found]) -> list[Found]:
    """Both, without what only says what a paper is about or its kind: *utdannet personlig trener*, *VVS-sertifikat*."""
    spans = [(item.start, item.end) for item in held]
    kept = [item for item in known if not any(_is_part(item, low, high) for low, high in spans)]
    return [*kept, *held]


_ABOUT = (ConceptKind.SKILL, ConceptKind.TRAIT, ConceptKind.TOOL)


def _is_part(item: Found, low: int, high: int) -> bool:
    about = item.kind in _ABOUT or load_vocabulary().by_id()[item.concept].generic
    return about and low <= item.start and item.end <= high


_DEFINITE = compiled(r"(?:sjonen|eringen|eringa|katet|beviset|tionen)$")
"""*Autorisasjonen må være gyldig*: one that was named before."""


def _phrase_end(voice: Voice, hit: Hit) -> int:
    limit = min(len(voice.folded), hit.end + 60)
    if not _CONNECTS.match(voice.folded, hit.end):
        return hit.end
    stop = _PHRASE_END.search(voice.folded, hit.end, limit)
    return stop.start() if stop else limit


def _alternatives(voice: Voice, found: list[Found]) -> list[int | None]:
    """Group numbers: neighbours joined by *or* (also over commas) are alternatives of each other."""
    numbers: list[int | None] = [None] * len(found)
    chain: list[int] = []
    group = 0
    for index, item in enumerate(found):
        joined = bool(chain) and _ALTERNATIVE.match(voice.folded[found[chain[-1]].end : item.start])
        if joined and found[chain[-1]].modality is item.modality:
            chain.append(index)
            continue
        group = _close(voice, found, chain, numbers, group)
        chain = [index]
    _close(voice, found, chain, numbers, group)
    return numbers


def _close(voice: Voice, found: list[Found], chain: list[int], numbers: list[int | None], group: int) -> int:
    if len(chain) < 2:
        return group
    between = voice.folded[found[chain[0]].end : found[chain[-1]].start]
    if not _OR.search(between):
        return group
    for index in chain:
        numbers[index] = group
    return group + 1

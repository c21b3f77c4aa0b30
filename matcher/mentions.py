"""From hits to mentions: what the ad asks for, wishes, gives as a duty, or expressly does not ask.

Known concepts first; what a requirement says beyond them becomes a *stated* mention with the ad's own words, so that
nothing asked for is lost. The employer's certificates, other people's skills and the offer are no requirements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.matching import ConceptKind, Mention, Modality, Span
from matcher import gates
from matcher.document import Document, trimmed
from matcher.fields.background import leading
from matcher.folding import compiled, word_set
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, once

STATED_SKILL = "skill.stated"
STATED_TRAIT = "trait.stated"
STATED_TASK = "task.stated"
_LABELS = {STATED_SKILL: "annet krav", STATED_TRAIT: "annen egenskap", STATED_TASK: "annen oppgave"}
_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT)
"""Silent while the heading speaks of them; a paragraph after the list of an offer may ask again."""
_STUDY_FIELD = compiled(r"\b(?:innen|innenfor|innan|i|in|within|inom|indenfor)\b")
_CHUNK_END = compiled(
    r";|\s-\s|[.!?]\s|,\s(?=(?:gjerne|helst|men|og gjerne|but|preferably|ideally|gärna|gerne)\b)|"
    r"\s(?:og|and|og|samt|in addition to|i tillegg til)\s(?=(?:erfaring|kunnskap|kjennskap|experience|knowledge)\b)"
)
_PHRASE_END = compiled(r"[,;.!?]\s|\s-\s|\s(?:er|is|are|blir|vil|är|men|but)\s|$")
_FIELD_ONLY = compiled(
    r"\b(?:ledererfaring|leiarerfaring|leiarrøynsle|lederefaring|ledelseserfaring|ledarerfarenhet|ledarerfaring|"
    r"leadership experience|management experience|managerial experience|chefserfarenhet|lederbakgrunn)\b"
)
_QUALIFIER = compiled(r"\s*(?:men|but|og|and|så|slik at|hvis|om|dersom|eller tilsvarende|or similar)\b|[^\w]*$")
_CONNECTS = compiled(r"\s(?:som|i|innen|innenfor|in|as|inom|for|inden for|som er)\b")
_STANDS_IN = compiled(
    r"\b(?:kan|may|can|could|vil kunne)\b[^.;]{0,25}\b(?:kompensere|erstatte|oppveie|opveje|ersätta|ersättas|erstatta|"
    r"substitute|replace|compensate|godtas|veie opp|vege opp|uppväga)|\bgodtas\b"
)
_USE = compiled(r"\b(?:i|til|for|with|med|in|to|som)\b")
_SHORT_WISH = 8
"""Words of a wish that is all subject: *Grønne fingre er en fordel*."""
_IN_BRACKETS = compiled(r"\([^()]*$")
_YEARS = compiled(r"\b\w+\+?\s*(?:års?|years?)\b")
_FRAME = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|\w*bakgrunn|\w*bakgrund|background|\w*kunnskap\w*|"
    r"\w*kjennskap|kännedom|kunskap\w*|kendskab|viden|"
    r"knowledge|understanding|forståelse|forståing|innsikt|familiarity|ferdigheter|skills|interesse|kompetanse|kurs|"
    r"kunne|kunna|able to)\b"
)
_PERSON = compiled(
    r"\b(?:du er|du är|you are|som person|du skal være|du må være|en som er|someone who is|du har|vere|deg som er)\b"
)
_YOU = compiled(r"\b(?:du|deg|dig|you|your|din|ditt)\b")
_LIST_SEPARATOR = compiled(r",\s|\s(?:og|and|och|samt|men|but|eller|or)\s|;\s")
_ALTERNATIVE = compiled(
    r"^\s*(?:\([^)]*\)\s*)?(?:,|/|,?\s*(?:eller|or)(?:\s(?:annen|andre|another|similar|a similar|other|"
    r"tilsvarende|liknende|lignende))?)\s*$"
)
_OR = compiled(r"/|\b(?:eller|or)\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention in the making."""

    start: int
    end: int
    concept: str
    kind: ConceptKind
    label: str
    modality: Modality
    found: str


def read_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions in order of the text."""
    mentions: list[Mention] = []
    group = 0
    for at, voice in document.said:
        local = _of_voice(voice)
        for mention in local:
            span = mention.span
            number = None if mention.alternatives is None else group + mention.alternatives
            mentions.append(
                Mention(
                    mention.concept,
                    mention.kind,
                    mention.label,
                    mention.modality,
                    Span(at + span.start, at + span.end, span.quote),
                    mention.found,
                    number,
                )
            )
        group += 1 + max((mention.alternatives for mention in local if mention.alternatives is not None), default=0)
    return tuple(mentions)


@once
def _of_voice(voice: Voice) -> tuple[Mention, ...]:
    """The mentions of one sentence; offsets and numbers of alternatives are its own."""
    if voice.section in _SILENT and (voice.listed or voice.section is not Section.OFFER):
        return ()
    if not (voice.hits or voice.cues or voice.listed or voice.mask & gates.PERSON):
        return ()
    found = _known(voice)
    found += _stated(voice, found)
    found.sort(key=lambda item: (item.start, item.end))
    return tuple(
        Mention(
            item.concept,
            item.kind,
            item.label,
            item.modality,
            trimmed(voice.text, item.start, item.end),
            item.found,
            number,
        )
        for item, number in zip(found, _alternatives(voice, found), strict=True)
    )


def _known(voice: Voice) -> list[_Found]:
    found = []
    for hit in voice.hits:
        modality = voice.of(hit.start, hit.end, trait=hit.concept.kind is ConceptKind.TRAIT)
        if modality is None and hit.concept.kind is ConceptKind.LICENCE and voice.says("must"):
            modality = Modality.MUST
        kind = _kind(hit, modality)
        if modality is None or kind is None or _not_asked(voice, hit):
            continue
        end = _phrase_end(voice, hit) if hit.concept.open else hit.end
        found.append(_Found(hit.start, end, hit.concept.id, kind, hit.concept.label, modality, hit.found))
    return found


_LEADING = ("skill.leadership",)


def _kind(hit: Hit, modality: Modality | None) -> ConceptKind | None:
    """A certificate cannot be a duty: among duties a method is a skill, anything else is not meant."""
    kind = hit.concept.kind
    if kind is ConceptKind.CERTIFICATION and modality is Modality.TASK:
        return ConceptKind.SKILL if hit.concept.method else None
    return kind


def _not_asked(voice: Voice, hit: Hit) -> bool:
    concept = hit.concept
    if concept.id in _LEADING and any(low < hit.end and hit.start < high for _, low, high in leading(voice)):
        return True  # experience of leading is a field of the ad
    if voice.says("firm") and concept.kind in (ConceptKind.CERTIFICATION, ConceptKind.LICENCE):
        return True
    if concept.generic and any(other.concept.kind is concept.kind and other is not hit for other in voice.hits):
        return True
    if not concept.beside_language and any(other.concept.kind is ConceptKind.LANGUAGE for other in voice.hits):
        return True
    if concept.kind is ConceptKind.TRAIT:
        return not _about_person(voice)
    if concept.id == "skill.leadership" and " " not in voice.text[hit.start : hit.end]:
        return voice.section is not Section.TASKS  # leading as such is a field of the ad
    if concept.kind in (ConceptKind.SKILL, ConceptKind.TOOL):
        return _is_study_field(voice, hit) or _is_aside(voice, hit)
    return False


def _is_aside(voice: Voice, hit: Hit) -> bool:
    """What experience may stand in for, what a language is used for, and examples of trades in brackets."""
    if _STANDS_IN.search(voice.folded):
        return True
    if hit.concept.kind is ConceptKind.SKILL and _IN_BRACKETS.search(voice.folded, 0, hit.start):
        return True
    tongues = [other for other in voice.hits if other.concept.kind is ConceptKind.LANGUAGE and other.end <= hit.start]
    if not tongues:
        return False
    between = voice.folded[tongues[-1].end : hit.start]
    return bool(_USE.search(between)) and not re.search(r"[,.;]|\b(?:og|and|och)\b", between)


def _about_person(voice: Voice) -> bool:
    if voice.listed and voice.section in (Section.MUST, Section.NICE, Section.TRAITS):
        return True
    return bool(_PERSON.search(voice.folded)) or voice.says("must") or voice.says("person")


def _is_study_field(voice: Voice, hit: Hit) -> bool:
    """``bachelor innen markedsføring``: the subject of a degree is no skill of its own."""
    if _FRAME.search(voice.folded, hit.start, hit.end):
        return False
    before = [other for other in voice.hits if other.end <= hit.start]
    for other in reversed(before):
        if other.concept.kind is ConceptKind.EDUCATION:
            between = voice.folded[other.end : hit.start]
            if len(between) < 80 and not re.search(r"[.;]\s|\berfaring\b", between) and _STUDY_FIELD.search(between):
                return True
        elif other.concept.kind not in (ConceptKind.SKILL, ConceptKind.TRAIT):
            return False
    return False


def _phrase_end(voice: Voice, hit: Hit) -> int:
    limit = min(len(voice.folded), hit.end + 60)
    if not _CONNECTS.match(voice.folded, hit.end):
        return hit.end
    stop = _PHRASE_END.search(voice.folded, hit.end, limit)
    return stop.start() if stop else limit


def _stated(voice: Voice, known: list[_Found]) -> list[_Found]:
    if voice.listed and voice.section is Section.TRAITS:
        return _stated_traits(voice, known)
    if voice.listed and voice.shape is Shape.ITEM and voice.section in _ITEM_SECTIONS:
        return _stated_items(voice, known)
    person = voice.mask & gates.PERSON and _PERSON.search(voice.folded)
    if person and any(item.kind is ConceptKind.TRAIT for item in known):
        return _stated_traits(voice, known, person.end())
    return _stated_by_cue(voice, known)


_ITEM_SECTIONS = (Section.MUST, Section.NICE, Section.NEGATED, Section.TASKS)


def _chunks(voice: Voice) -> Iterator[tuple[int, int]]:
    position, end = 0, len(voice.folded)
    for stop in _CHUNK_END.finditer(voice.folded):
        yield position, stop.start()
        position = stop.end()
    yield position, end


def _stated_items(voice: Voice, known: list[_Found]) -> list[_Found]:
    """Parts of a list item that hold nothing known: the ad's own words are the requirement."""
    found = []
    for start, end in _chunks(voice):
        text = voice.folded[start:end]
        if (
            not _says_something(voice, start, end)
            or _QUALIFIER.match(text)
            or _covered(voice, start, end, known)
            or voice.says("firm")
        ):
            continue
        if _FIELD_ONLY.search(text) or _STANDS_IN.search(text) or _only_leading(voice, start, end):
            continue
        modality = voice.of(start + 1, end - 1)
        if modality is not None:
            found.append(_item(start, end, STATED_TASK if modality is Modality.TASK else STATED_SKILL, modality))
    return found


def _only_leading(voice: Voice, start: int, end: int) -> bool:
    """Does the chunk say how long somebody has led, and nothing of what?"""
    for _, low, high in leading(voice):
        if start <= low and high <= end:
            rest = _YEARS.sub(" ", voice.folded[start:low] + " " + voice.folded[high:end])
            return not any(len(word) > 3 and word not in _FILLING for word in _WORDS.findall(rest))
    return False


_WORDS = compiled(r"[^\W\d_]+")
_FILLING = word_set(
    "minst minimum mindst mindre least over more than flere fler flera fleire solid bred relevant have andre others "
    "folk people personal personale ansatte medarbeidere team teams erfaring erfarenhet experience dokumentert proven "
    "arbeidserfaring yrkeserfaring relevante hvorav varav herav including them deres gjerne helst lang lengre noen "
    "years two three four five seven eight to tre fire fem seks sju åtte ti tio"
)


def _says_something(voice: Voice, start: int, end: int) -> bool:
    """Is there more than cue words in the chunk?"""
    text = voice.folded[start:end]
    for cue in voice.cues:
        if start <= cue.start < end:
            text = text.replace(voice.folded[cue.start : min(end, cue.end)], " ")
    return any(len(word) > 3 for word in text.split())


def _covered(voice: Voice, start: int, end: int, known: list[_Found]) -> bool:
    if any(start <= item.start < end for item in known):
        return True
    fields = (ConceptKind.LANGUAGE, ConceptKind.EDUCATION)
    return any(start <= hit.start < end and hit.concept.kind in fields for hit in voice.hits)


def _stated_traits(voice: Voice, known: list[_Found], start: int = 0) -> list[_Found]:
    found = []
    position = start
    ends = [stop.span() for stop in _LIST_SEPARATOR.finditer(voice.folded, start)]
    for stop, following in [*ends, (len(voice.folded), len(voice.folded))]:
        free = not any(item.start < stop and position < item.end for item in known)
        modality = voice.of(position, stop, trait=True)
        if free and stop - position > 2 and modality not in (None, Modality.TASK):
            assert modality is not None
            found.append(_item(position, stop, STATED_TRAIT, modality))
        position = following
    return found


def _stated_by_cue(voice: Voice, known: list[_Found]) -> list[_Found]:
    """Running text: a wish or an express *not asked* about something the vocabulary does not know."""
    named = [item for item in known if item.kind not in (ConceptKind.EDUCATION, ConceptKind.LANGUAGE)]
    if named or not (voice.says("nice") or voice.says("negated") or voice.says("must")) or voice.says("firm"):
        return []
    found = []
    for start, end in _chunks(voice):
        modality = voice.of(start, end)
        if modality is None:
            continue
        framed = _FRAME.search(voice.folded, start, end)
        short = voice.folded.count(" ", start, end) < _SHORT_WISH
        wish = modality is Modality.NICE and (short or _YOU.search(voice.folded, start, end))
        if wish and not framed:
            found.append(_item(start, end, STATED_TRAIT, Modality.NICE))
        elif modality is Modality.NEGATED or (framed and not voice.says("others")):
            fields = any(
                hit.concept.kind in (ConceptKind.LANGUAGE, ConceptKind.EDUCATION) and start <= hit.start < end
                for hit in voice.hits
            )
            if modality is Modality.NEGATED or not fields:
                found.append(_item(start, end, STATED_SKILL, modality))
    return found


def _item(start: int, end: int, concept: str, modality: Modality) -> _Found:
    return _Found(
        start, end, concept, ConceptKind(concept.split(".", maxsplit=1)[0]), _LABELS[concept], modality, "stated"
    )


def _alternatives(voice: Voice, found: list[_Found]) -> list[int | None]:
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


def _close(voice: Voice, found: list[_Found], chain: list[int], numbers: list[int | None], group: int) -> int:
    if len(chain) < 2:
        return group
    between = voice.folded[found[chain[0]].end : found[chain[-1]].start]
    if not _OR.search(between):
        return group
    for index in chain:
        numbers[index] = group
    return group + 1


__all__ = ["STATED_SKILL", "STATED_TASK", "STATED_TRAIT", "read_mentions"]

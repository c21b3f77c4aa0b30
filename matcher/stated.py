"""What an ad asks for that the vocabulary does not know: its own words, found by where and how they stand."""

from collections.abc import Iterator

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import modality_of, wanted
from matcher.availability import hours_kept
from matcher.claims import ASKED_OR_NOT, claims, laws
from matcher.denied_clauses import denied_clauses, each_denied, names_nothing, spoken_of
from matcher.fields.leadership import leading
from matcher.fields.substitution import stands_in
from matcher.folding import compiled
from matcher.found import STATED_SKILL, STATED_TASK, STATED_TRAIT, Found, stated_as
from matcher.fragments import YOU, fragment, made_up_for, remarks
from matcher.own_fields import is_field, says_nothing_more
from matcher.portraits import AFTER_DEMANDS, OPENS_PERSON, PERSON, clauses, describes, frame, portrays, stated_traits
from matcher.qualities import qualities
from matcher.sections import Section
from matcher.spans import meets
from matcher.text import Shape
from matcher.tool_names import beside_tools, used_tools
from matcher.voice import Voice

_CHUNK_END = compiled(
    r";|\s-\s|[.!?]\s|,\s(?=(?:gjerne|helst|aller helst|allra helst|men|og gjerne|og helst|og aller helst|och gärna|"
    r"and ideally|and preferably|og gerne|but|preferably|ideally|gärna|gerne)\b)|\s(?:og|and|samt|in addition to|i "
    r"tillegg til)\s(?=(?:erfaring|kunnskap|kjennskap|experience|knowledge)\b)|\s(?:og|and|och)\s(?=(?:kan (?:reise|"
    r"jobbe|arbeide|stille|ta|bidra|sette|skrive)|er villig|er villeg|villig til|vilje til|viljug|lyst til|"
    r"willing(?:ness)? to|readiness to|ability to|evne til)\b)|,\s(?:og|and|och)\s(?=(?:minst|minimum|mindst|at least) "
    r"[\w-]+ (?:års?|years?)'? )"
)
_QUALIFIER = compiled(
    r"\s*(?:(?:stort pluss|stor fordel|kult|moro|gøy|imponerende|flott|topp|supert|perfekt|great|nice|lovely)\W*$|"
    r"har du ikke det|har du ikkje det|hvis ikke|om ikkje|if not|annars|ellers|men|but|og|and|så|slik at|hvis|om|"
    r"dersom|we (?:also |gladly |happily )?accept|vi (?:godtar|godtek|aksepterer|accepterar|godtager)|"
    r"we ask for nothing|nothing (?:else|more|beyond)|mer (?:trenger|krever)|meir (?:treng|krev)|eller tilsvarende|"
    r"or similar|uten (?:den|det|dette|dem)|utan (?:den|det|dette)|without (?:it|this|that|them))\b|[^\w]*$"
)
_SUBJECT = compiled(
    r"\s*(?:og |and )?(?:gjerne|helst|fortrinnsvis|preferably|ideally|gärna|gerne)\s(?:(?:innen|innenfor|innan|in|"
    r"within|inom|indenfor|med|i|fra|from)\s|[\w-]+\s(?:inriktning|retning|linje|fagkrets|fordypning|spesialisering)\b)"
)
"""What a degree is wished to be in is no wish of its own."""
_SHORT_WISH = 8
"""Words of a wish that is all subject: *Grønne fingre er en fordel*."""
FRAME = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|\w*bakgrunn|\w*bakgrund|background|\w*kunnskap\w*|"
    r"\w*kjennskap|kännedom|kunskap\w*|kendskab|viden|knowledge|understanding|forståelse|forståing|innsikt|familiarity|"
    r"\w*ferdigheter|\w*ferdigheiter|færdigheder|færdigheter|skills|interesse|intresse|kompetanse|kompetens|kompetence|"
    r"kurs|kunne|kunna|able to|fr[ae]mstilling(?:sevne|a|en)?|framställning|evnen?|evner|førmåga|ability|sans|teft|"
    r"fluency|praksis|praktik|innsikt|insikt|indsigt|førståelse|forståelsen|vana|vanen|rutine|track record)\b"
)


def stated(voice: Voice, known: list[Found]) -> list[Found]:
    """What the sentence asks for in its own words, and names of tools nobody knows."""
    found = [*_words(voice, known), *beside_tools(voice, known)]
    used = used_tools(voice, [*known, *found])
    if used:
        found += used
        found += beside_tools(voice, [*known, *found])
    found += _led_before(voice, [*known, *found])
    return [*found, *laws(voice, [*known, *found])]


def _led_before(voice: Voice, known: list[Found]) -> list[Found]:
    """*Ledererfaring er ønskelig*: a field of the ad, and asked for like anything else."""
    told = leading(voice) if voice.mask & gates.LEADING else ()
    return [
        stated_as(start, end, STATED_SKILL, modality)
        for modality, start, end in told
        if modality in ASKED_OR_NOT
        and not meets(known, start, end)
        and not _HOW_LONG.fullmatch(voice.folded, start, end)
    ]


_HOW_LONG = compiled(r"(?:\w+\s)?(?:years?|års?)(?:\s(?:experience|erfaring|erfarenhet|røynsle))?")


def _words(voice: Voice, known: list[Found]) -> list[Found]:
    if voice.listed and voice.section in _OF_PERSON and (kept := hours_kept(voice, known)):
        return kept
    if voice.listed and voice.section is Section.TRAITS:
        return stated_traits(voice, known)
    if voice.listed and voice.shape is Shape.ITEM and voice.section in _ITEM_SECTIONS:
        opening = OPENS_PERSON.match(voice.folded) if voice.section in AFTER_DEMANDS else None
        if opening and any(item.kind is ConceptKind.TRAIT for item in known):
            return stated_traits(voice, known, opening.end())
        return _stated_items(voice, known)
    named = qualities(voice, known)
    if named:
        return [*named, *claims(voice, [*known, *named])]
    if fragment(voice):
        return _stated_items(voice, known)
    told = _told(voice, known)
    return [*told, *claims(voice, [*known, *told])]


def _told(voice: Voice, known: list[Found]) -> list[Found]:
    """What running text asks for, by how it speaks."""
    framed = frame(voice)
    if framed is not None:
        return stated_traits(voice, known, framed)
    if portrays(voice):
        return clauses(voice, known)
    person = voice.mask & gates.PERSON and PERSON.search(voice.folded)
    if person and (any(item.kind is ConceptKind.TRAIT for item in known) or describes(voice, person.end())):
        return [*denied_clauses(voice, known), *stated_traits(voice, known, person.end())]
    return _stated_by_cue(voice, known)


_OF_PERSON = (Section.MUST, Section.TRAITS)
_ITEM_SECTIONS = (Section.MUST, Section.NICE, Section.NEGATED, Section.TASKS)


def _chunks(voice: Voice) -> Iterator[tuple[int, int]]:
    position, end = 0, len(voice.folded)
    for stop in _CHUNK_END.finditer(voice.folded):
        yield position, stop.start()
        position = stop.end()
    yield position, end


def _stated_items(voice: Voice, known: list[Found]) -> list[Found]:
    """Parts of a list item that hold nothing known: the ad's own words are the requirement."""
    found = []
    for start, end in _chunks(voice):
        text = voice.folded[start:end]
        if (
            not _says_something(voice, start, end)
            or _QUALIFIER.match(voice.folded, start, end)
            or _covered(voice, start, end, known)
            or says_nothing_more(text)
            or voice.says("firm")
            or remarks(voice, start, end)
            or made_up_for(voice, start, end)
            or (_SUBJECT.match(text) and any(hit.concept.kind is ConceptKind.EDUCATION for hit in voice.hits))
        ):
            continue
        if is_field(voice, start, end):
            continue
        modality = modality_of(voice, start + 1, end - 1)
        if modality is not None:
            found.append(stated_as(start, end, STATED_TASK if modality is Modality.TASK else STATED_SKILL, modality))
    return found


def _says_something(voice: Voice, start: int, end: int) -> bool:
    """Is there more than cue words in the chunk?"""
    text = voice.folded[start:end]
    for cue in voice.cues:
        if start <= cue.start < end:
            text = text.replace(voice.folded[cue.start : min(end, cue.end)], " ")
    return any(len(word) > 3 for word in text.split())


def _covered(voice: Voice, start: int, end: int, known: list[Found]) -> bool:
    if any(start <= item.start < end for item in known):
        return True
    fields = (ConceptKind.LANGUAGE, ConceptKind.EDUCATION)
    return any(start <= hit.start < end and hit.concept.kind in fields for hit in voice.hits)


def _stated_by_cue(voice: Voice, known: list[Found]) -> list[Found]:
    """Running text: a wish or an express *not asked* about something the vocabulary does not know."""
    named = [item for item in known if item.kind not in (ConceptKind.EDUCATION, ConceptKind.LANGUAGE)]
    if named and voice.says("negated"):
        return denied_clauses(voice, known)
    if named and not voice.says("firm"):
        return _further_clauses(voice, known)
    if not named and voice.says("negated") and (denied := each_denied(voice, known)):
        return denied
    if named or not (voice.says("nice") or voice.says("negated") or voice.says("must")) or voice.says("firm"):
        return []
    found = []
    for start, end in _chunks(voice):
        modality = modality_of(voice, start, end)
        if modality is Modality.MUST and voice.holds(ConceptKind.EDUCATION) and stands_in(voice.folded, start, end):
            continue
        if modality is None or (modality is Modality.NICE and not _counts_as(voice) and is_field(voice, start, end)):
            continue
        if modality is Modality.NEGATED and names_nothing(voice, start, end):
            continue
        if _BEFORE_IT.match(voice.folded, start, end):
            continue
        framed = FRAME.search(voice.folded, start, end)
        short = voice.folded.count(" ", start, end) < _SHORT_WISH
        wish = modality is Modality.NICE and (short or YOU.search(voice.folded, start, end))
        if wish and not framed and not _names_languages(voice, start, end):
            found.append(stated_as(start, end, STATED_TRAIT, Modality.NICE))
        elif modality is Modality.NEGATED or (framed and not voice.says("others")):
            fields = any(
                hit.concept.kind in (ConceptKind.LANGUAGE, ConceptKind.EDUCATION) and start <= hit.start < end
                for hit in voice.hits
            )
            if modality is Modality.NEGATED or not fields:
                found.append(stated_as(start, end, STATED_SKILL, modality))
    return found


def _names_languages(voice: Voice, start: int, end: int) -> bool:
    """*Norska eller danska är ett plus*: languages are a field of the ad."""
    named = sum(hit.concept.kind is ConceptKind.LANGUAGE and start <= hit.start < end for hit in voice.hits)
    return named > 1


_BEFORE_IT = compiled(
    r"\W*(?:og |and |och )?(?:det|dette|den|disse|that|this|those)\s(?:må|måste|bør|skal|ska|kan|must|should|"
    r"can)\s(?:du|you)\s(?!.*\b(?:innen|innanfor|from|fra|frå|hvis|om at)\b)"
)
"""*Det må du også kunne fortelle om*: what is asked stands in the sentence before."""


def _further_clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """*God norsk er et krav, og du må kunne skrive enkelt*: a clause of its own that names nothing known."""
    found = []
    for clause in _OWN_CLAUSE.finditer(voice.folded):
        start, end = clause.span("says")
        silent = spoken_of(voice, known, start, end) or is_field(voice, start, end)
        modality = None if silent else wanted(voice, clause.end("opens"), end)
        if modality:
            found.append(stated_as(start, end, STATED_SKILL, modality))
    return found


_OWN_CLAUSE = compiled(
    r"(?:^|[,;]\s|\s(?:og|and|och|at|att|that|om|hvis|dersom)\s)(?:og |and |och )?(?P<says>(?P<opens>(?:du|you)\s(?:må|"
    r"must|bør|should|kan|can|har|have|tidligere har|tidlegare har|need to|skal kunne|ska kunna|har tidligere)\s(?:ha|"
    r"kunne|have|kunna|be able to|know how to)?\s?)(?:arbeid\w*|jobb\w*|arbet\w*|work\w*|skriv\w*|writ\w*|formidl\w*|"
    r"forklar\w*|explain\w*|koordiner\w*|bygg\w*|built|build|solgt|sold|undervist|taught|sätta|sette opp|uttrykk\w*|"
    r"beregn\w*|regne\w*|analyser\w*|presenter\w*)\b[^,;.]{0,80})"
)


def _counts_as(voice: Voice) -> bool:
    """*Erfaring fra bank regnes som en fordel*: counted as a merit, and not as something else."""
    return any(cue.meaning == "nice" and " som " in voice.folded[cue.start : cue.end] for cue in voice.cues)

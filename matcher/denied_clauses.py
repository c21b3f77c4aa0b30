"""What running text denies that the vocabulary does not know: each denial with the words of its own clause."""

import re

from domain.matching import Modality
from matcher.folding import compiled, word_set
from matcher.found import STATED_SKILL, Found, stated_as
from matcher.modality import Cue
from matcher.own_fields import WORDS, is_field
from matcher.spans import meets
from matcher.voice import Voice


def denied_clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """*Båtvett får du hos oss, og førerkort trenger du ikke*: what nobody knows is denied, too."""
    return [
        found
        for cue in voice.cues
        if cue.meaning == "negated"
        for found in (
            *(_denied_ahead(voice, known, cue) if cue.forward else ()),
            *(_denied_behind(voice, known, cue) if cue.backward else ()),
        )
    ]


def _denied_behind(voice: Voice, known: list[Found], cue: Cue) -> list[Found]:
    """*Lagererfaring er ikke nødvendig*: what stands before the cue in its clause."""
    starts = [stop.end() for stop in _CLAUSE.finditer(voice.folded, 0, cue.start)]
    start = starts[-1] if starts else 0
    if not _has_weight(voice, start, cue.start) or spoken_of(voice, known, start, cue.end):
        return []
    return [stated_as(start, cue.end, STATED_SKILL, Modality.NEGATED)]


def each_denied(voice: Voice, known: list[Found]) -> list[Found]:
    """What each clause denies, where one of them opens with its denial."""
    cues = [cue for cue in voice.cues if cue.meaning == "negated"]
    ahead = [
        found
        for cue in cues
        if cue.forward and _OPENS_DENIAL.match(voice.folded, cue.start)
        for found in _denied_ahead(voice, known, cue)
    ]
    if not ahead:
        return []
    return ahead + [found for cue in cues if cue.backward for found in _denied_behind(voice, known, cue)]


_OPENS_DENIAL = compiled(r"(?:du|you|ni|we|vi|me)\s|(?:trenger|treng|behøver|behöver|må) du\b")
"""*Du trenger ikke å kunne noe om lyd, og det er greit om du foretrekker bøker*: the denial has its own clause."""


def _denied_ahead(voice: Voice, known: list[Found], cue: Cue) -> list[Found]:
    """*Du trenger ikke å kunne strikke, og du trenger ikke å programmere*: its own clause, as far as the cue looks."""
    stop = _CLAUSE_ENDS.search(voice.folded, cue.end)
    end = stop.start() if stop else len(voice.folded)
    silent = spoken_of(voice, known, cue.start, end) or is_field(voice, cue.start, end)
    if silent or not _has_weight(voice, cue.end, end):
        return []
    return [stated_as(cue.start, end, STATED_SKILL, Modality.NEGATED)]


def _has_weight(voice: Voice, start: int, end: int) -> bool:
    """Is there a word that names something?"""
    return any(len(word) > 3 and word not in _HOLLOW for word in WORDS.findall(voice.folded, start, end))


_CLAUSE_ENDS = compiled(r"[.;!?]|:\s|,?\s(?:og|and|och|men|but|mens|while|for|så)\s|,\s")


def spoken_of(voice: Voice, known: list[Found], start: int, end: int) -> bool:
    """Does anything found, or any concept, stand there?"""
    return meets(known, start, end) or meets(voice.hits, start, end)


def names_nothing(voice: Voice, start: int, end: int) -> bool:
    """Does a denial deny nothing that it names: *Det er ikke et krav*, *Hos oss får du god opplæring*?"""
    words = WORDS.findall(voice.folded, start, end)
    if all(len(word) < 4 or word in _HOLLOW for word in words) and not _SHORT_NAME.search(voice.text, start, end):
        return True
    back = [cue for cue in voice.cues if cue.meaning == "negated" and cue.backward and start <= cue.start < end]
    return bool(back) and bool(_NO_TOPIC.fullmatch(voice.folded, start, back[0].start))


_SHORT_NAME = re.compile(r"\b[A-ZÆØÅ]{2,}\b")
_NO_TOPIC = compiled(
    r"\W*(?:og |men |and |but |så )?(?:(?:hos|hjå|i|på|med|ved|til|for|som|etter|efter|under|fra|frå|från|in|with|at|"
    r"on|selvfølgelig|naturligvis|dessuten|derfor|da|her|hær|here|så|nå|når|the first|de første|det første|"
    r"first)\b[^,;]*|dette|det|det hær|this|that|it|den|de|disse|dem)?\s*"
)
_CLAUSE = compiled(r"(?:[,;:]|\.)\s(?:og |and |och |men |but |så )?|\s(?:men|but|mens|while)\s")
_HOLLOW = word_set(
    "ikke ikkje inte krav kravet krever kreves krævs not required requirement necessary needed nødvendig nødvendigt "
    "naudsynt nödvändigt dette this that absolutt noen men but avgjørende påkrevd forutsetning være vere vara være "
    "ekspert expert spesialist guru perfekt perfect proff verdensmester"
)
"""Words of a denial that names nothing: *Det er ikke et krav, men …*."""

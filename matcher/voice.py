"""One sentence as it is set and headed, apart from where it stands: what is read in it is read once.

Ads repeat each other: the same ad stands on several portals, comes back with a longer deadline, and closes with its
employer's standing paragraphs. So a sentence with its section is an object that is kept, and whatever a reader finds in
it is kept with it (:func:`once`).
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from domain.matching import ConceptKind, Modality
from matcher.folding import compiled, fold, word_set
from matcher.lexicon import Hit, Lexicon
from matcher.modality import Cue, find_cues, governs
from matcher.sections import Section
from matcher.text import Shape
from matcher.wordbook import WordBook

T = TypeVar("T")
Key = tuple[str, Shape, Section, bool]
"""Text, how it is set, its section, and whether the heading speaks of it directly."""
_MEMORY = 20_000
_LONGEST_KEPT = 1_000
_ADDRESS = compiled(
    r"\b(?:du|deg|dig|din|ditt|dine|you|your|krav\w*|kreve[rs]|kræve[rs]|krævs|krævst|krevst|requir\w+|fluent\w*|"
    r"flytende|flytande|flydende|"
    r"søkere?n?|den som ans\w+|søkjar\w*)\b"
)

_OF_SECTION = {
    Section.MUST: Modality.MUST,
    Section.NICE: Modality.NICE,
    Section.TRAITS: Modality.MUST,
    Section.TASKS: Modality.TASK,
    Section.ROLE: Modality.TASK,
    Section.NEGATED: Modality.NEGATED,
}


_WEAK = word_set(
    "viktig important avgjørende avgjerande må must gjennomføres gjennomført innhentes fremlegges kreve krever krev "
    "kræver require requires nødvendig nødvendige naudsynt essential forutsetter kan"
)


class Voice:
    """How one sentence speaks: its words, its cues, what it mentions. Offsets are those of its own text."""

    __slots__ = ("cues", "folded", "hits", "known", "language", "listed", "mask", "section", "shape", "text")

    def __init__(self, key: Key, language: str, lexicon: Lexicon, book: WordBook) -> None:
        self.text, self.shape, self.section, self.listed = key
        self.language = language
        self.folded = fold(self.text)
        self.cues: tuple[Cue, ...] = find_cues(self.folded)
        chunks = self.folded.split(" ")
        facts = book.of(chunks)
        self.mask = 0
        """Gates that its words open."""
        for known in facts:
            self.mask |= known.mask
        self.hits: tuple[Hit, ...] = tuple(lexicon.find(self.text, self.folded, chunks, facts))
        self.known: dict[str, Any] = {}
        """What readers have found in it."""

    def says(self, meaning: str) -> bool:
        """Does any cue of the sentence have this meaning?"""
        return any(cue.meaning == meaning for cue in self.cues)

    def holds(self, *kinds: ConceptKind) -> bool:
        """Is a concept of one of these kinds named?"""
        return any(hit.concept.kind in kinds for hit in self.hits)

    def of(self, start: int, end: int, *, trait: bool = False) -> Modality | None:
        """The modality of what stands at ``text[start:end]``; None when the ad asks nothing there.

        ``trait``: words like *du er* ask for it, too.
        """
        cues = [cue for cue in self.cues if governs(cue, self.folded, self.cues, start, end)]
        governing = {cue.meaning for cue in cues}
        if self.section is Section.TASKS and self.listed:
            return Modality.NEGATED if "negated" in governing else Modality.TASK
        if trait and "person" in governing:
            governing.add("must")
        if "must" in governing and self.section in (Section.ROLE, Section.NONE) and not self._demands(cues):
            governing.discard("must")
        for meaning in (Modality.NICE, Modality.NEGATED, Modality.MUST):
            if meaning in governing:
                return meaning
        return self._default()

    def _demands(self, cues: Iterable[Cue]) -> bool:
        """Is it the reader of whom something is demanded? *Important* and *must* may be said of anything."""
        if self.section is Section.ROLE:
            return False
        words = (self.folded[cue.start : cue.end] for cue in cues if cue.meaning == "must")
        return any(word not in _WEAK for word in words) or bool(_ADDRESS.search(self.folded))

    def _default(self) -> Modality | None:
        if not self.listed:
            return Modality.TASK if self.section is Section.ROLE else None
        return _OF_SECTION.get(self.section)


def once(read: Callable[[Voice], T]) -> Callable[[Voice], T]:
    """``read(voice)``, worked out for each voice once."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def remembered(voice: Voice) -> T:
        known = voice.known
        if name not in known:
            known[name] = read(voice)
        value: T = known[name]
        return value

    return remembered


class VoiceBook(dict[Key, Voice]):
    """The sentences met so far, in ads of one language; fills itself."""

    def __init__(self, language: str, lexicon: Lexicon, book: WordBook) -> None:
        super().__init__()
        self._language, self._lexicon, self._book = language, lexicon, book

    def __missing__(self, key: Key) -> Voice:
        voice = Voice(key, self._language, self._lexicon, self._book)
        if len(key[0]) <= _LONGEST_KEPT:
            if len(self) >= _MEMORY:
                self.clear()
            self[key] = voice
        return voice

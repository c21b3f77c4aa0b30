"""One sentence as it is set and headed, apart from where it stands: what is read in it is read once.

Ads repeat each other: the same ad stands on several portals, comes back with a longer deadline, and closes with its
employer's standing paragraphs. So a sentence with its section is an object that is kept, and whatever a reader finds in
it is kept with it (:func:`once`).
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.folding import Line, compiled, fold, word_set, words
from matcher.headings import HeadingReader
from matcher.language import LANGUAGES
from matcher.lexicon import Hit, Lexicon
from matcher.memory import Memory
from matcher.modality import Cue, find_cues, governs
from matcher.passages import divide
from matcher.sections import Mark, Section
from matcher.text import Block, Shape
from matcher.wordbook import WordBook

T = TypeVar("T")
Said = tuple[Any, ...]
"""Where the first sentence of a block begins in it, its voice, where the second begins, and so on: there are many."""
_MEMORY = 5_000
"""Sentences that are kept, and as many more from before; of all languages together."""
_LONGEST_KEPT = 1_000
_ADDRESS = compiled(
    r"\b(?:du|deg|dig|din|ditt|dine|you|your|krav\w*|kreve[rs]|kræve[rs]|krævs|krævst|krevst|requir\w+|fluent\w*|"
    r"flytende|flytande|flydende|søkere?n?|den som ans\w+|søkjar\w*)\b"
)

_OF_SECTION = {
    Section.MUST: Modality.MUST,
    Section.NICE: Modality.NICE,
    Section.TRAITS: Modality.MUST,
    Section.TASKS: Modality.TASK,
    Section.ROLE: Modality.TASK,
    Section.NEGATED: Modality.NEGATED,
}

_WHETHER = compiled(r"\W*(?:om|at|hvorvidt|korvidt|whether|if|that) (?:du|you)\b[^.;]*[.!]?$")
"""*Dette bryr vi oss ikke om: om du har lappen, …*"""
_WEIGHT = compiled(r"\b(?:vekt|vikt|vægt|weight|vektlegges|vektlagt)\b(?! positiv)")

_WEAK = word_set(
    "viktig important avgjørende avgjerande må must gjennomføres gjennomført innhentes fremlegges kreve krever krev "
    "kræver require requires nødvendig nødvendige naudsynt essential forutsetter kan"
)


_GATE_OF = {
    ConceptKind.EDUCATION: gates.EDUCATION,
    ConceptKind.CERTIFICATION: gates.EDUCATION,
    ConceptKind.LANGUAGE: gates.LANGUAGE,
}


class Words:
    """The words of a sentence, whatever it stands under: what they open, what they mention, how they speak."""

    __slots__ = ("cues", "folded", "hits", "known", "mask", "text")

    def __init__(self, text: str, lexicon: Lexicon, book: WordBook) -> None:
        self.text = text
        self.folded = Line(fold(text))
        chunks = self.folded.split(" ")
        facts = book.of(chunks)
        mask = 0
        for known in facts:
            mask |= known.mask
        self.folded.signs = mask >> gates.WIDTH
        mask &= gates.ALL
        self.cues: tuple[Cue, ...] = find_cues(self.folded)
        self.hits: tuple[Hit, ...] = tuple(lexicon.find(text, self.folded, chunks, facts))
        for hit in self.hits:
            mask |= _GATE_OF.get(hit.concept.kind, 0)
        self.mask = mask
        """Gates that the words open, and that the concepts in them do."""
        self.known: dict[str, Any] = {}
        """What readers have found in the words alone."""


_FINDERS: dict[int, list[Callable[["Voice"], object]]] = {}


def tells(gate: int, *finders: Callable[["Voice"], object]) -> None:
    """Whatever sentences of ``gate`` are read for is found by one of ``finders``, or by others registered for it."""
    _FINDERS.setdefault(gate, []).extend(finders)


@lru_cache(maxsize=20_000)
def bits_of(mask: int) -> tuple[int, ...]:
    """The gates that ``mask`` is made of."""
    return tuple(1 << bit for bit in range(mask.bit_length()) if mask >> bit & 1)


class Voice:
    """How one sentence speaks where it stands. Offsets are those of its own text."""

    __slots__ = (
        "bits", "cues", "folded", "hits", "known", "known_in_words", "language", "listed", "mask", "section",
        "settled", "shape", "text",
    )  # fmt: skip

    def __init__(self, words: Words, shape: Shape, mark: Mark, language: str) -> None:
        self.shape, self.language = shape, language
        self.section, self.listed = mark
        self.text, self.folded, self.cues, self.mask, self.hits = (
            words.text, words.folded, words.cues, words.mask, words.hits
        )  # fmt: skip
        self.bits = bits_of(self.mask & gates.LISTED | gates.MENTIONS)
        """The gates of the mask, one by one; of a sentence met again only those where something is found."""
        self.settled = False
        self.known: dict[str, Any] = {}
        """What readers have found in it."""
        self.known_in_words = words.known

    def settle(self) -> None:
        """Close the gates behind which nothing is found: a sentence that is met again is not asked for it again."""
        self.settled = True
        self.bits = tuple(bit for bit in self.bits if bit not in _FINDERS or any(find(self) for find in _FINDERS[bit]))

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
        if self.section is Section.NEGATED and self.listed and _WHETHER.match(self.folded):
            return Modality.NEGATED
        cues = [cue for cue in self.cues if governs(cue, self.folded, self.cues, start, end)]
        governing = {cue.meaning for cue in cues}
        if self.section is Section.TASKS and self.listed:
            return Modality.NEGATED if "negated" in governing else Modality.TASK
        if trait and "person" in governing:
            governing.add("must")
        if trait and "nice" in governing and all(self._weighs(cue) for cue in cues if cue.meaning == "nice"):
            return Modality.MUST
        if "must" in governing and self.section in (Section.ROLE, Section.NONE) and not self._demands(cues):
            governing.discard("must")
        for meaning in (Modality.NICE, Modality.NEGATED, Modality.MUST):
            if meaning in governing:
                return meaning
        if "duty" in governing:
            return Modality.TASK
        return self._default()

    def _weighs(self, cue: Cue) -> bool:
        """*Vi legger vekt på at du er ryddig*: a quality that counts is asked for, a skill is wished."""
        return bool(_WEIGHT.search(self.folded, cue.start, cue.end))

    def _demands(self, cues: Iterable[Cue]) -> bool:
        """Is it the reader of whom something is demanded? *Important* and *must* may be said of anything."""
        if self.section is Section.ROLE:
            return False
        words = (self.folded[cue.start : cue.end] for cue in cues if cue.meaning == "must")
        return any(word not in _WEAK for word in words) or bool(_ADDRESS.search(self.folded))

    def _default(self) -> Modality | None:
        if self.section is Section.NONE and self._bare():
            return Modality.MUST
        if not self.listed:
            return Modality.TASK if self.section is Section.ROLE else None
        return _OF_SECTION.get(self.section)

    def _bare(self) -> bool:
        """A sentence of nothing but what an applicant brings: *Norsk og engelsk.* *Driving licence.*"""
        if not self.hits or len(self.folded) > _LONGEST_BARE or not self.holds(*_BROUGHT):
            return False
        rest: str = self.folded
        for hit in reversed(self.hits):
            rest = rest[: hit.start] + rest[hit.end :]
        return all(word in _AROUND for word in words(rest))


_LONGEST_BARE = 80
_BROUGHT = (ConceptKind.LANGUAGE, ConceptKind.EDUCATION, ConceptKind.LICENCE)
_AROUND = word_set(
    "og and och samt i på tale skrift tal både skriftlig muntlig skriftleg munnleg munnlig mundtlig godt god gode good "
    "written spoken in writing speech flytende flytande fluent fluently flydende språk languages eller or a an en et "
    "valid gyldig gyldige level nivå minst minimum required"
)


def once(read: Callable[[Voice], T]) -> Callable[[Voice], T]:
    """``read(voice)``, worked out for each voice once."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def remembered(voice: Voice) -> T:
        known = voice.known
        try:
            value: T = known[name]
        except KeyError:
            value = known[name] = read(voice)
        return value

    return remembered


def once_for_words(read: Callable[[Voice], T]) -> Callable[[Voice], T]:
    """The same for a reader that looks at nothing but the words: it reads them once, whatever they stand under."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def remembered(voice: Voice) -> T:
        known = voice.known_in_words
        try:
            value: T = known[name]
        except KeyError:
            value = known[name] = read(voice)
        return value

    return remembered


class Met:
    """The sentences met so far, whichever the language: a rare one takes no more room than it needs."""

    def __init__(self) -> None:
        self.voices: Memory[tuple[str, int], Voice] = Memory(_MEMORY)
        self.words: Memory[tuple[str, int], Words] = Memory(_MEMORY)


class VoiceBook:
    """Sentences in ads of one language; fills itself."""

    def __init__(self, language: str, lexicon: Lexicon, book: WordBook, met: Met) -> None:
        self._language, self._lexicon, self._book = language, lexicon, book
        self._number = LANGUAGES.index(language) << 9
        self._voices, self._words = met.voices, met.words

    def block(self, block: Block, mark: Mark, headings: HeadingReader) -> Said:
        """The sentences of a block that stands under ``mark``: where each begins in it, and their voices."""
        key = self._number | mark[0].number << 1 | mark[1]
        known: Said | None = block.said.get(key)
        if known is None:
            known = block.said[key] = self._read(block, mark, headings)
            return known
        for voice in known[1::2]:
            if not voice.settled:
                voice.settle()
        return known

    def _read(self, block: Block, mark: Mark, headings: HeadingReader) -> Said:
        text, shape = block.text, block.shape
        said: list[Any] = []
        for start, end, section, listed in divide(text, shape, mark, headings):
            said += start, self._voice(text[start:end], shape, section, listed)
        return tuple(said)

    def _voice(self, text: str, shape: Shape, section: Section, listed: bool) -> Voice:
        if len(text) > _LONGEST_KEPT:
            return Voice(Words(text, self._lexicon, self._book), shape, (section, listed), self._language)
        key = (text, self._number | section.number << 3 | shape.number << 1 | listed)
        known = self._voices[key]
        if known is None:
            said = (text, self._number)
            words = self._words[said] or self._words.keep(said, Words(text, self._lexicon, self._book))
            return self._voices.keep(key, Voice(words, shape, (section, listed), self._language))
        if not known.settled:
            known.settle()
        return known

"""All ways of finding a concept in an ad, with a memory of the words and sentences met so far."""

from functools import lru_cache

from matcher.folding import known_signs
from matcher.lexicon import Lexicon
from matcher.spelling import Speller
from matcher.vocabulary import Concept, Vocabulary
from matcher.voice import Met, VoiceBook
from matcher.wordbook import WordBook


class Finder:
    """Finds concepts in sentences; what it learns is kept."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon, self._speller = _tools(vocabulary.concepts)
        self._books: dict[str, VoiceBook] = {}
        self._met = Met()
        known_signs()  # read here and not with the first ad

    def book(self, language: str) -> VoiceBook:
        """The sentences of ads in ``language``."""
        book = self._books.get(language)
        if book is None:
            words = WordBook(self._lexicon.words, self._speller, language)
            book = self._books[language] = VoiceBook(language, self._lexicon, words, self._met)
        return book


@lru_cache(maxsize=1)
def _tools(concepts: tuple[Concept, ...]) -> tuple[Lexicon, Speller]:
    """What the concepts alone decide: it learns nothing, takes longer to make than an ad to read, and is shared."""
    lexicon = Lexicon(concepts)
    return lexicon, Speller(lexicon.words.spelt)

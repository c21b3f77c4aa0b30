"""All ways of finding a concept in an ad, with a memory of the words and sentences met so far."""

from matcher.folding import known_signs
from matcher.lexicon import Lexicon
from matcher.spelling import Speller
from matcher.vocabulary import Vocabulary
from matcher.voice import VoiceBook
from matcher.wordbook import WordBook


class Finder:
    """Finds concepts in sentences; what it learns is kept, for each language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary.concepts)
        self._speller = Speller(self._lexicon.words.spelt)
        self._books: dict[str, VoiceBook] = {}
        known_signs()  # read here and not with the first ad

    def book(self, language: str) -> VoiceBook:
        """The sentences of ads in ``language``."""
        book = self._books.get(language)
        if book is None:
            words = WordBook(self._lexicon.words, self._speller, language)
            book = self._books[language] = VoiceBook(language, self._lexicon, words)
        return book

"""All ways of finding a concept in an ad, with a memory of the words met so far."""

from matcher.document import Document
from matcher.lexicon import Hit, Lexicon
from matcher.spelling import Speller
from matcher.vocabulary import Vocabulary
from matcher.wordbook import WordBook


class Finder:
    """Finds concepts in documents; what it learns of distinct words is kept, for each language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary.concepts)
        self._speller = Speller(self._lexicon.words.spelt)
        self._books: dict[str, WordBook] = {}

    def book(self, language: str) -> WordBook:
        """The words of ads in ``language``."""
        book = self._books.get(language)
        if book is None:
            book = self._books[language] = WordBook(self._lexicon.words, self._speller, language)
        return book

    def find(self, document: Document) -> list[Hit]:
        """Hits in order of the text, none inside another."""
        return self._lexicon.find(document.words)

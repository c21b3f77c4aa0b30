"""What each distinct word may mean to the vocabulary, found out once and remembered.

A *chunk* is what stands between two spaces of the folded text, punctuation included. Its facts say which gates it opens
and which words of the vocabulary's forms its tokens can be read as: as they stand, with an ending, as the head or the
first part of a compound, or as a misspelling. Ads repeat each other's words, so reading an ad is mostly looking up.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from matcher import gates
from matcher.folding import known_signs, word_set
from matcher.gates import mask_of
from matcher.spelling import SHORTEST, Speller, is_word

EXACT, NAME, ENDED, TAIL, HEAD, FUZZY = range(6)
"""How a token is a form's word: as it stands, with a genitive s, with an ending, as the head or the first part of a
compound, misspelt."""

ENDINGS = word_set(
    "s n t r a en et er ar or ne na es ed d ing ene ane ens ets ers aren eren erna arna orna erne inga "
    "ingen te ande ende are re res a's ns ande ad at de iga ige lig"
)
_LONGEST_ENDING = max(map(len, ENDINGS))
# Words whose forms no ending explains.
_IRREGULAR = {"ledere": "leder", "leiarar": "leiar", "ledare": "ledare", "klagor": "klage", "bøker": "bok"}
_NO_ENDING_UNDER = 4
TAIL_FROM, HEAD_FROM, HEAD_OF_KNOWN_FROM = 7, 9, 5
"""Letters that a form needs to be believed as the end of a compound, as its beginning, and as its beginning when the
rest is a word of the language."""
_LEAST_REST = 3
_LONGEST_TOKEN = 60
_MEMORY = 20_000
_TOKEN = re.compile(r"[^\W_]+[+#]*")
_OPEN_END = re.compile(r"[-'&/.]*[^\W_+#]?$")
# A customer-service *manager* or *agent* is a person, not the skill.
_PERSONS = (
    "leder", "leiar", "sjef", "chef", "medarbe", "konsulent", "ansvarlig", "ansvarleg", "agent", "direktør", "teamle",
    "ledare", "rådgiv", "behandler", "handläggare",
)  # fmt: skip


class Token(NamedTuple):
    """A token of a chunk: its place in the chunk and what it may be read as (form word → how)."""

    start: int
    end: int
    readings: dict[str, int]


class Use(NamedTuple):
    """A token that a form may begin with, or that a form in another order may hold."""

    token: int
    """Its number in the chunk."""
    start: int
    end: int
    word: str
    how: int
    first: bool
    """May a form begin with it?"""
    anywhere: bool
    """May it stand in a form whose words are in another order?"""


class Facts(NamedTuple):
    """What is known of a chunk."""

    mask: int
    """Gates that it opens; above them the signs that it bears."""
    tokens: tuple[Token, ...]
    """Its tokens, when one of them can be read as a word of a form."""
    uses: tuple[Use, ...]
    closed: bool
    """Does punctuation part it from the next chunk?"""
    left: bool
    """May it be the first half of a word written apart?"""


class FormWords(NamedTuple):
    """The words of all forms, by what may be done with them."""

    all: frozenset[str]
    first: frozenset[str]
    """Words that some form begins with."""
    inflected: frozenset[str]
    """Words that may carry endings."""
    alone: frozenset[str]
    """Forms of one word that may be part of a compound."""
    spelt: frozenset[str]
    """Words that a misspelling may be meant as."""
    anywhere: frozenset[str]
    """Words of forms that may be found in another order."""
    left: frozenset[str]
    """First halves of words that may be found written apart."""


class WordBook(dict[str, Facts]):
    """Folded chunk → facts, for ads in one language; fills itself."""

    def __init__(self, words: FormWords, speller: Speller, language: str) -> None:
        super().__init__()
        self._words = words
        self._speller = speller
        self._language = language

    def __missing__(self, chunk: str) -> Facts:
        if len(self) >= _MEMORY:
            self.clear()
        facts = self[chunk] = self._read(chunk)
        return facts

    def of(self, chunks: Iterable[str]) -> list[Facts]:
        """The facts of all chunks, in order."""
        return [self[chunk] for chunk in chunks]

    def _read(self, chunk: str) -> Facts:
        spans = ((0, len(chunk)),) if chunk.isalpha() else [token.span() for token in _TOKEN.finditer(chunk)]
        signs = _signs_of(chunk)
        mask = mask_of(signs) | signs << gates.WIDTH
        start, end = spans[-1] if spans else (0, 0)
        closed = not spans or chunk.endswith(".") or not _OPEN_END.fullmatch(chunk, end)
        words = self._words
        left = not closed and chunk[start:] in words.left
        tokens = tuple([Token(start, end, self._readings(chunk[start:end])) for start, end in spans])
        if not any(token.readings for token in tokens):
            return Facts(mask, (), (), closed, left)
        uses = tuple(
            Use(
                number,
                token.start,
                token.end,
                word,
                how,
                word in words.first,
                _may_move(how) and word in words.anywhere,
            )
            for number, token in enumerate(tokens)
            for word, how in token.readings.items()
        )
        return Facts(mask, tokens, tuple(use for use in uses if use.first or use.anywhere), closed, left)

    def _readings(self, token: str) -> dict[str, int]:
        size, words = len(token), self._words
        if size > _LONGEST_TOKEN:
            return {}
        readings = {token: EXACT} if token in words.all else {}
        self._ended(token, readings)
        if size >= SHORTEST - 1 and not readings:
            meant = self._speller.correct(token, self._language)
            if meant is not None:
                readings[meant] = FUZZY
        if size >= TAIL_FROM and not readings and self._language != "en":
            self._compound(token, readings)
        return readings

    def _ended(self, token: str, readings: dict[str, int]) -> None:
        words, size = self._words, len(token)
        if token in _IRREGULAR and _IRREGULAR[token] in words.all:
            readings.setdefault(_IRREGULAR[token], ENDED)
        if token.endswith("s") and token[:-1] in words.all and size > 2:
            readings.setdefault(token[:-1], NAME)
        for length in range(1, min(_LONGEST_ENDING, size - _NO_ENDING_UNDER) + 1):
            if token[-length:] in ENDINGS and token[:-length] in words.inflected:
                readings.setdefault(token[:-length], ENDED)

    def _compound(self, token: str, readings: dict[str, int]) -> None:
        """The longest form that ends the token (its head), else the longest that begins it."""
        size, alone = len(token), self._words.alone
        for start in range(2, size - TAIL_FROM + 1):
            rest = token[start:]
            for length in range(min(_LONGEST_ENDING, len(rest) - TAIL_FROM) + 1):
                stem = rest[: len(rest) - length]
                if stem in alone and (not length or rest[-length:] in ENDINGS):
                    readings[stem] = TAIL
                    return
        for end in range(size - _LEAST_REST, HEAD_OF_KNOWN_FROM - 1, -1):
            head = token[:end]
            if head in alone and self._may_follow(head, token[end:]):
                readings[head] = HEAD
                return

    def _may_follow(self, head: str, rest: str) -> bool:
        plain = rest.removeprefix("s")
        if rest.startswith(_PERSONS) or plain.startswith(_PERSONS):
            return False
        if len(head) >= HEAD_FROM:
            return True
        return any(len(part) > _LEAST_REST and is_word(part, self._language) for part in (rest, plain))


def _signs_of(chunk: str) -> int:
    """The signs that a chunk bears; an endless one may bear any."""
    signs = known_signs()
    return signs.of(chunk) if len(chunk) <= _LONGEST_TOKEN else signs.all


def _may_move(how: int) -> bool:
    """A word inside a compound does not count where the words of a form are looked for in any order."""
    return how not in (TAIL, HEAD)

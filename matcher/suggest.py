"""What do ads ask for that the vocabulary does not know? Phrases for a person to accept, most frequent first.

They come from requirements that were kept in the ad's own words. Nothing is added by itself: a phrase that many ads use
may still be a turn of speech.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.matching import Modality, Reading
from matcher.folding import fold, word_set, words

_LONGEST = 3
_LEAST_LETTERS = 4
_ASKED = (Modality.MUST, Modality.NICE)
_PLAIN = word_set(
    "og i å for med av på til fra frå som en et ei ein eit er du deg din ditt dine vi oss vår våre det den dei de har "
    "ha kan må skal bør gjerne helst god gode godt erfaring kunnskap kjennskap innen innenfor eller minst mer flere år "
    "the and of in to a an with for or you your we our have has is are be at on from experience knowledge skills "
    "ability strong good som att och är med på till från av en ett du din vi vår har kan ska erfarenhet kunskap inom "
    "at og er af til fra en et du din vi vores har kan skal kendskab evne evner være vere vara arbeid arbeide work "
    "about this that ikke ikkje inte not men but om hvis når krav ønske relevant relevante tilsvarende noe noko andre "
    "annen annet fordel fordelar pluss plus fint bra kjekt bonus advantage asset bonus points fördel meriterande other"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that the vocabulary does not know."""

    phrase: str
    ads: int
    """How many ads ask for it."""
    example: str
    """A requirement that holds it, as written."""


def suggest(readings: Iterable[Reading], *, least: int = 2, limit: int = 40) -> list[Suggestion]:
    """Unknown phrases of one to three words that at least ``least`` ads ask for; longer before shorter."""
    ads: dict[str, set[int]] = defaultdict(set)
    example: dict[str, str] = {}
    for number, reading in enumerate(readings):
        for mention in reading.mentions:
            if mention.found == "stated" and mention.modality in _ASKED:
                for phrase in _phrases(mention.span.quote):
                    ads[phrase].add(number)
                    example.setdefault(phrase, mention.span.quote)
    often = {phrase: len(numbers) for phrase, numbers in ads.items() if len(numbers) >= least}
    kept = [phrase for phrase in often if not _is_part(phrase, often)]
    kept.sort(key=lambda phrase: (-often[phrase], -phrase.count(" "), phrase))
    return [Suggestion(phrase, often[phrase], example[phrase]) for phrase in kept[:limit]]


def _phrases(quote: str) -> Iterator[str]:
    """Runs of one to three telling words."""
    run = words(fold(quote))
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + _LONGEST) + 1):
            if all(_tells(word) for word in run[start:end]):
                yield " ".join(run[start:end])


def _tells(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and word not in _PLAIN and not word.isdigit()


def _is_part(phrase: str, often: dict[str, int]) -> bool:
    """Does a longer phrase say the same as often?"""
    return any(other != phrase and f" {phrase} " in f" {other} " and often[other] >= often[phrase] for other in often)

"""Which of the five languages is a text in? Counted by small words that tell neighbours apart."""

from collections.abc import Iterable
from functools import lru_cache

from matcher.text import Block

_MARKS = {
    "nb": "av etter fra ikke hva noe nå deg oss jeg søker vår våre vårt være blir mye eller også og som en et på til "
    "for med å at er to stilling stillinger leder søknad jobb arbeidsoppgaver kvalifikasjoner erfaring utdanning hos "
    "stillingen ansatte seg ut opp noen mellom uten uke uken lønn gjør gjøre gjerne tilbyr vei blant selv sammen "
    "arbeid arbeider mer flere hjelp språk sier førerkort norsk bare kommer skal kunne hvis dette vil må ett kun "
    "dersom kunnskap",
    "nn": "av etter frå ikkje kva noko no deg oss eg søkjer vår våre vårt vere blir mykje eller òg og som ein eit ei "
    "på til for med å at er to stilling stillingar leiar søknad jobb arbeidsoppgåver kvalifikasjonar erfaring "
    "utdanning hos stillinga tilsette dei saman korleis seg ut opp nokon mellom utan veke veka løn gjer gjere gjerne "
    "tilbyr veg blant sjølv arbeid arbeider meir fleire hjelp språk seier førarkort norsk berre kjem skal kunne dersom "
    "dette vil må vert heile dykk kunnskap røynsle krev treng",
    "sv": "av efter från inte vad något nu dig oss jag söker vår våra vårt vara blir mycket eller också och som en ett "
    "på till för med att är jobb arbetsuppgifter kvalifikationer erfarenhet utbildning hos tjänsten anställda sig ut "
    "upp någon mellan utan vecka veckan lön gör göra gärna erbjuder väg bland själv tillsammans arbete arbetar mer "
    "fler hjälp språk säger körkort svenska bara kommer ska kunna detta vill måste",
    "da": "af efter fra ikke hvad noget nu dig os jeg søger vores være bliver meget eller også og som en et på til for "
    "med at er to stilling stillinger leder job opgaver kvalifikationer erfaring uddannelse hos stillingen "
    "medarbejdere virksomhed sig ud op nogen mellem uden uge ugen løn gør gøre gerne tilbyder vej blandt selv sammen "
    "arbejde arbejder mere flere hjælp sprog siger kørekort dansk bare kun kommer skal kunne hvis dette vil kræver",
    "en": "the and you we our are with for your will this that have from not about team experience role is of to in on "
    "no an as by or be",
}
LANGUAGES = tuple(_MARKS)
_NORDIC = "det den de du vi har kan ha i om"
"""What English never says, and the others all do."""
_FIELD, _WHOLE = 24, 60
"""Bits of one language's points, and the points of a word that only one language has: a multiple of 2, 3, 4, 5."""


def _points_of_words() -> dict[str, int]:
    """Small word → its points for all languages in one number, field by field."""
    having: dict[str, list[int]] = {}
    for number, (language, marks) in enumerate(_MARKS.items()):
        for word in set(f"{marks} {_NORDIC if language != 'en' else ''}".split()):
            having.setdefault(word, []).append(number)
    return {
        word: sum(_WHOLE // len(numbers) << _FIELD * number for number in numbers) for word, numbers in having.items()
    }


_POINTS = _points_of_words()
_ENOUGH = 2_000
"""Characters looked at: more tells nothing new."""


def detect(text: str, default: str = "nb") -> str:
    """nb, nn, sv, da or en; ``default`` when no small word is found. A tie goes to the commoner language."""
    return _best(_points(text[:_ENOUGH]), default)


def detect_in(title: str, blocks: Iterable[Block]) -> str:
    """The same for an ad in blocks, which words do not reach over. What is read in a block is kept with it."""
    points, left = _points_in(title), _ENOUGH - len(title) - 2
    for block in blocks:
        text = block.text
        if len(text) > left:
            points += _points(text[: max(0, left)])
            break
        if block.points is None:
            block.points = sum(map(_points_in, text.split(". ")))
        points += block.points
        left -= len(text) + 1
    return _best(points, "nb")


def _best(points: int, default: str) -> str:
    each = [points >> _FIELD * number & (1 << _FIELD) - 1 for number in range(len(LANGUAGES))]
    return LANGUAGES[each.index(max(each))] if points else default


def _points(text: str) -> int:
    words = text.lower().replace(".", " ").replace(",", " ").replace(":", " ").split()
    return sum(filter(None, map(_POINTS.get, words)))


_points_in = lru_cache(maxsize=10_000)(_points)
"""Sentences come again in other blocks."""

"""All ways of finding a concept, in order: exact forms, then misspelt words, then the words of a form in any order."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from matcher.document import Document
from matcher.folding import WORD, fold
from matcher.lexicon import Hit, Lexicon, without_nested
from matcher.typos import Speller
from matcher.vocabulary import Concept, Vocabulary

_CLOSE = 3
"""Words that may stand between the words of a form found in another order."""
_MEMORY = 200_000
_Places = Mapping[str, list[tuple[int, int, int]]]
"""Word → (number of the token, start, end) of each occurrence."""


class Finder:
    """Finds concepts in documents; what it learns of distinct tokens is kept."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary.concepts)
        spelt = [form for form, owners in self._lexicon.forms.items() if not any(o.concept.exact for o in owners)]
        self._speller = Speller(word for form in spelt for word in form.split())
        self._windows = _Windows(vocabulary.concepts)
        self._settled: dict[str, set[str]] = defaultdict(set)
        """Language → tokens known to need no correction."""

    def find(self, document: Document) -> list[Hit]:
        """Hits in order of the text, none inside another."""
        hits = self._lexicon.find(document.text, document.folded)
        tokens = set(WORD.findall(document.folded))
        extra = self._misspelt(document, tokens) + self._windows.find(document, tokens, hits)
        return without_nested(hits + extra) if extra else hits

    def _misspelt(self, document: Document, tokens: set[str]) -> list[Hit]:
        settled = self._settled[document.language]
        corrections = {}
        for token in tokens - settled:
            corrected = self._speller.correct(token, document.language)
            if corrected is not None:
                corrections[token] = corrected
            elif len(settled) < _MEMORY:
                settled.add(token)
        return self._reread(document, corrections) if corrections else []

    def _reread(self, document: Document, corrections: dict[str, str]) -> list[Hit]:
        """Search the passages that hold misspelt words once more, as they were meant."""
        found: list[Hit] = []
        for voice in document.voices:
            start, end = voice.passage.start, voice.passage.end
            parts, places, changed = _mended(document, start, end, corrections)
            if not changed:
                continue
            mended = "".join(parts)
            for hit in self._lexicon.find(mended, mended):
                if not any(low < hit.end and hit.start < high for low, high in changed):
                    continue
                low, high = _back(places, hit.start, end), _back(places, hit.end, end)
                found.append(Hit(low, high, hit.concept, "fuzzy"))
        return found


def _mended(
    document: Document, start: int, end: int, corrections: dict[str, str]
) -> tuple[list[str], list[tuple[int, int]], list[tuple[int, int]]]:
    """The passage in pieces with corrections, pairs of offsets (mended text, ad), and the corrected stretches."""
    parts, places, changed = [], [(0, start)], []
    position, length = start, 0
    for token in WORD.finditer(document.folded, start, end):
        meant = corrections.get(token.group())
        if meant is None:
            continue
        before = document.folded[position : token.start()]
        parts += [before, meant]
        length += len(before)
        changed.append((length, length + len(meant)))
        places.append((length, token.start()))
        length += len(meant)
        position = token.end()
        places.append((length, position))
    parts.append(document.folded[position:end])
    return parts, places, changed


def _back(places: list[tuple[int, int]], offset: int, limit: int) -> int:
    index = bisect_right(places, offset, key=lambda place: place[0]) - 1
    mended, original = places[index]
    following = places[index + 1][1] if index + 1 < len(places) else limit
    return min(original + offset - mended, following)


class _Windows:
    """Forms of several words, found when their words stand close together in another order."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._forms: dict[str, list[tuple[frozenset[str], Concept]]] = defaultdict(list)
        for concept in concepts:
            if concept.exact or concept.cased or concept.generic:
                continue
            for form in concept.forms:
                words = [word for word in WORD.findall(fold(form)) if len(word) > 3]
                if 2 <= len(words) <= 4 and len(words) == len(form.split()):
                    rarest = max(words, key=len)
                    self._forms[rarest].append((frozenset(words), concept))
        self._anchors = frozenset(self._forms)

    def find(self, document: Document, tokens: set[str], known: list[Hit]) -> list[Hit]:
        """Order-free hits that no known hit covers."""
        anchors = tokens & self._anchors
        wanted = [(words, concept) for anchor in anchors for words, concept in self._forms[anchor] if words <= tokens]
        if not wanted:
            return []
        found = []
        places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        needed = {word for words, _ in wanted for word in words}
        for number, token in enumerate(WORD.finditer(document.folded)):
            if token.group() in needed:
                places[token.group()].append((number, token.start(), token.end()))
        for words, concept in wanted:
            found += _close_together(words, concept, places)
        return [hit for hit in found if _in_one_sentence(document, hit) and not _touches(hit, known)]


def _close_together(words: frozenset[str], concept: Concept, places: _Places) -> list[Hit]:
    """Occurrences of all ``words`` within a window of their number and a few more."""
    found = []
    anchor = max(words, key=len)
    for number, start, end in places[anchor]:
        reach = len(words) + _CLOSE - 1
        spans = [(start, end)]
        for word in words - {anchor}:
            closest = _closest(places[word], number)
            if closest is None or abs(closest[0] - number) > reach:
                break
            spans.append(closest[1:])
        else:
            found.append(Hit(min(low for low, _ in spans), max(high for _, high in spans), concept, "words"))
    return found


def _closest(places: list[tuple[int, int, int]], number: int) -> tuple[int, int, int] | None:
    index = bisect_right(places, (number,))
    return min(places[max(0, index - 1) : index + 1], key=lambda place: abs(place[0] - number), default=None)


def _in_one_sentence(document: Document, hit: Hit) -> bool:
    block = document.shown.block_at(hit.start)
    return block is not None and hit.end <= block.end and ". " not in document.folded[hit.start : hit.end]


def _touches(hit: Hit, known: list[Hit]) -> bool:
    """``known`` is in order of the text."""
    index = bisect_right(known, hit.start, key=lambda other: other.start)
    return any(other.start < hit.end and hit.start < other.end for other in known[max(0, index - 3) : index + 3])

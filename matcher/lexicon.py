"""Finds the vocabulary's forms in a text whose words are known: in order, in any order, and written apart.

Forms are sequences of words. A tree of words finds those that stand in order; what stands close together in another
order is found by the rarest word of the form. How a word may differ from its form (an ending, a compound, a
misspelling) was settled once per distinct word (:mod:`matcher.wordbook`); whether that is good enough is decided here,
per concept: short names and acronyms match exactly or not at all.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from domain.matching import ConceptKind
from matcher.folding import fold
from matcher.vocabulary import Concept
from matcher.wordbook import ENDED, EXACT, FUZZY, HEAD, NAME, TAIL, Facts, FormWords

_TOKEN = re.compile(r"[^\W_]+[+#]*")
_SHORT = 4
"""Shorter forms carry no ending."""
_APART_FROM, _PART = 8, 4
"""Letters of a word that may be found written apart, and of each of its parts."""
_JOINED_FROM = 8
_CLOSE = 2
"""Words that may stand between the words of a form found in another order."""
_MAY_GIVE_WAY = (ConceptKind.SKILL, ConceptKind.TOOL, ConceptKind.TRAIT)
_FOUND = {EXACT: "exact", NAME: "exact", ENDED: "exact", TAIL: "compound", HEAD: "compound", FUZZY: "fuzzy"}


_Place = tuple[int, int, int, int]
"""Where a word stands: number of the chunk, start, end, and how it is read."""
_Places = dict[str, list[_Place]]


class Hit(NamedTuple):
    """A concept at ``text[start:end]``; ``found`` is exact, compound, fuzzy or words."""

    start: int
    end: int
    concept: Concept
    found: str = "exact"


class Form(NamedTuple):
    """One spelling of a concept."""

    concept: Concept
    written: str
    words: tuple[str, ...]
    allowed: frozenset[int]
    """Ways in which its words may differ."""


class _Node:
    """A place in the tree of forms."""

    __slots__ = ("forms", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.forms: list[Form] = []


class Sentence(NamedTuple):
    """A sentence as the lexicon needs it: chunks with their facts and places."""

    text: str
    folded: str
    chunks: Sequence[str]
    facts: Sequence[Facts]
    starts: Sequence[int]


class Lexicon:
    """All forms of some concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.forms = [form for concept in concepts for form in _forms(concept)]
        self._root = _Node()
        for form in self.forms:
            node = self._root
            for word in form.words:
                node = node.next.setdefault(word, _Node())
            node.forms.append(form)
        self._windows = _windows(self.forms)
        self.words = _form_words(self.forms, self._windows)

    def find(self, text: str, folded: str, chunks: Sequence[str], facts: Sequence[Facts]) -> list[Hit]:
        """All hits in a sentence, longest first at each place, none inside another.

        ``chunks``: ``folded`` cut at its spaces; ``facts``: what is known of each.
        """
        using = [index for index, known in enumerate(facts) if known.uses or known.left]
        if not using:
            return []
        starts = list(accumulate([len(chunk) + 1 for chunk in chunks], initial=0))
        sentence = Sentence(text, folded, chunks, facts, starts)
        hits: list[Hit] = []
        places: _Places = {}
        root, last = self._root.next, len(chunks) - 1
        for index in using:
            known, base = facts[index], starts[index]
            for number, start, end, word, how, first, anywhere in known.uses:
                if anywhere:
                    places.setdefault(word, []).append((index, base + start, base + end, how))
                if first:
                    node = root[word]
                    if node.forms or _goes_on(node, facts, index, number):
                        self._walk(sentence, node, (index, number), base + start, how, hits)
            if known.left and index < last:
                hits += self._apart(sentence, index)
        kept = without_nested([hit for hit in hits if not _blocked(hit, folded)])
        if len(places) < 2:
            return kept
        extra = [hit for hit in self._reordered(sentence, places) if _holds_more(hit, kept)]
        return without_nested(kept + extra) if extra else kept

    def _walk(
        self, sentence: Sentence, node: _Node, at: tuple[int, int], start: int, worst: int, hits: list[Hit]
    ) -> None:
        """Follow the tree from the token ``at``; ``worst``: how far the words met so far differ from their form."""
        index, number = at
        facts = sentence.facts[index]
        token = facts.tokens[number]
        end = sentence.starts[index] + token.end
        hits += [
            Hit(start, end, form.concept, _FOUND[worst])
            for form in node.forms
            if worst in form.allowed and _cased(form, sentence.text, start, worst)
        ]
        if not node.next:
            return
        if number + 1 < len(facts.tokens):
            number += 1
        elif not facts.closed and index + 1 < len(sentence.facts):
            index, number = index + 1, 0
        else:
            return
        following = sentence.facts[index].tokens
        if not following:
            return
        for word, how in following[number].readings.items():
            further = node.next.get(word)
            if further is not None:
                self._walk(sentence, further, (index, number), start, max(worst, how), hits)

    def _apart(self, sentence: Sentence, index: int) -> Iterator[Hit]:
        """A compound written as two words: ``kunde service``."""
        chunk = sentence.chunks[index]
        begin = max(chunk.rfind("-"), chunk.rfind("/"), chunk.rfind("("), chunk.rfind("'")) + 1
        left = chunk[begin:]
        right = _TOKEN.match(sentence.chunks[index + 1])
        joined = left + right.group() if right else ""
        for length in range(4):
            stem = joined[: len(joined) - length]
            if stem in self.words.alone and len(stem) > len(left) + 2:
                start, end = sentence.starts[index] + begin, sentence.starts[index + 1] + len(joined) - len(left)
                for form in self._root.next[stem].forms:
                    yield Hit(start, end, form.concept, "fuzzy")
                return

    def _reordered(self, sentence: Sentence, places: _Places) -> Iterator[Hit]:
        """Forms of several words whose words stand close together in another order."""
        for anchor in self._windows.keys() & places.keys():
            for form in self._windows[anchor]:
                if all(word in places for word in form.words):
                    yield from _close_together(form, anchor, places, sentence.folded)


def _goes_on(node: _Node, facts: Sequence[Facts], index: int, number: int) -> bool:
    """May a form go on with the token after this one?"""
    if number + 1 < len(facts[index].tokens):
        following = facts[index].tokens[number + 1]
    elif index + 1 < len(facts) and facts[index + 1].tokens:
        following = facts[index + 1].tokens[0]
    else:
        return False
    return not node.next.keys().isdisjoint(following.readings)


def _forms(concept: Concept) -> Iterator[Form]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    for written in concept.forms:
        words = tuple(_TOKEN.findall(fold(written)))
        if not words:
            continue
        variants = [words]
        if len(words) == 2 and not concept.exact and len("".join(words)) >= _JOINED_FROM:
            variants.append(("".join(words),))
        for variant in variants:
            key = (variant, written if concept.cased else "")
            if key not in seen:
                seen.add(key)
                yield Form(concept, " ".join(written.split()), variant, _allowed(concept, variant))


def _allowed(concept: Concept, words: tuple[str, ...]) -> frozenset[int]:
    letters = sum(map(len, words))
    if concept.exact or letters < _SHORT:
        return frozenset((EXACT,))
    allowed = {EXACT, NAME, FUZZY}
    if concept.inflect:
        allowed.add(ENDED)
        if len(words) == 1 and concept.kind is not ConceptKind.TRAIT:
            allowed |= {TAIL, HEAD}
    return frozenset(allowed)


def _form_words(forms: Sequence[Form], windows: Mapping[str, Sequence[Form]]) -> FormWords:
    spelt = {word for form in forms if FUZZY in form.allowed for word in form.words}
    alone = frozenset(form.words[0] for form in forms if TAIL in form.allowed and form.words[0].isalpha())
    return FormWords(
        all=frozenset(word for form in forms for word in form.words),
        first=frozenset(form.words[0] for form in forms),
        inflected=frozenset(w for form in forms if ENDED in form.allowed for w in form.words if len(w) >= _SHORT),
        alone=alone,
        spelt=frozenset(spelt),
        anywhere=frozenset(word for fit in windows.values() for form in fit for word in form.words),
        left=_left_parts(alone),
    )


def _windows(forms: Sequence[Form]) -> dict[str, list[Form]]:
    """The rarest word of a form → forms that may be found in another order."""
    fit = [
        form for form in forms
        if 2 <= len(form.words) <= 4 and not form.concept.generic and FUZZY in form.allowed
        and all(len(word) > _SHORT - 1 for word in form.words) and len(set(form.words)) == len(form.words)
    ]  # fmt: skip
    common = Counter(word for form in fit for word in form.words)
    windows: dict[str, list[Form]] = defaultdict(list)
    for form in fit:
        windows[min(form.words, key=lambda word: (common[word], word))].append(form)
    return dict(windows)


def _left_parts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        word[:cut] for word in words if len(word) >= _APART_FROM for cut in range(_PART, len(word) - _PART + 1)
    )


_APART = re.compile(r"\. |,\s(?:gjerne|helst|gærna|gerne|ideally|preferably|men|but)\b")
"""What parts words that otherwise would make a form."""


def _close_together(form: Form, anchor: str, places: _Places, folded: str) -> Iterator[Hit]:
    """Occurrences of all words of ``form`` within a window of their number and a few more, in one sentence.

    The words of a name must stand as they are; those of any other form may carry endings.
    """
    reach = len(form.words) + _CLOSE - 1
    for place in places[anchor]:
        met = [place]
        for word in form.words:
            if word == anchor:
                continue
            closest = _closest(places[word], place[0])
            if abs(closest[0] - place[0]) > reach or any(closest[1] == other[1] for other in met):
                break
            met.append(closest)
        else:
            low, high = min(item[1] for item in met), max(item[2] for item in met)
            plain = form.concept.inflect or all(item[3] == EXACT for item in met)
            if plain and not _APART.search(folded, low, high):
                yield Hit(low, high, form.concept, "words")


def _closest(places: Sequence[_Place], number: int) -> _Place:
    index = bisect_right(places, (number,))
    return min(places[max(0, index - 1) : index + 1], key=lambda place: abs(place[0] - number))


def _cased(form: Form, text: str, start: int, worst: int) -> bool:
    """A name that is also a common word counts only with the capitals it is written with."""
    named = form.concept.kind in _NAMELESS and text[start].isupper() and _GOES_BEFORE.search(text, 0, start)
    if worst == FUZZY and named and form.written.islower():
        return False  # a name that nobody knows: Motimate is no motivation
    if not form.concept.cased or form.written.islower():
        return True
    if worst == FUZZY:
        return text[start : start + 1].isupper() and form.written[:1].isupper()
    return text[start : start + len(form.written)] == form.written


_NAMELESS = (ConceptKind.SKILL, ConceptKind.TRAIT, ConceptKind.EDUCATION)
_GOES_BEFORE = re.compile(r"[a-zæøåäö0-9,] $")
"""What stands before a word that begins no sentence."""


def _blocked(hit: Hit, folded: str) -> bool:
    if not hit.concept.blockers:
        return False
    around = folded[max(0, hit.start - 12) : hit.end + 34]
    return any(fold(blocker) in around for blocker in hit.concept.blockers)


def without_nested(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in order, without those that lie inside a longer one and without a second concept on one span."""
    kept: list[Hit] = []
    reach = -1
    for hit in sorted(hits, key=_place):
        if hit.end > reach:
            kept.append(hit)
            reach = hit.end
    return kept


_RANK = {"exact": 0, "compound": 1, "fuzzy": 2, "words": 3}


def _place(hit: Hit) -> tuple[int, int, int, str]:
    return hit.start, -hit.end, _RANK[hit.found], hit.concept.id


def _holds_more(hit: Hit, known: Sequence[Hit]) -> bool:
    """Does ``hit`` take in every known hit (in order of the text) that it meets? A language or a degree stays."""
    index = bisect_right(known, hit.start, key=lambda other: other.start)
    near = known[max(0, index - 3) : index + 6]
    met = [other for other in near if other.start < hit.end and hit.start < other.end]
    return all(
        hit.start <= other.start and other.end <= hit.end and other.concept.kind in _MAY_GIVE_WAY for other in met
    )

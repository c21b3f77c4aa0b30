"""When are two postings alike enough to be one opening, and what forbids it whatever the likeness?"""

import re
from datetime import timedelta
from itertools import pairwise

from rapidfuzz import fuzz

from matcher.sketch import LONG, SHORT, Sketch, beside_numbers, sentences_of

_ROUND = timedelta(days=75)
"""Postings further apart, with no deadline in common, are two rounds of hiring."""
_SURELY_ALIKE, _ALIKE_TEXT, _CLOSE_TEXT = 97.0, 93.0, 84.0
_ALIKE_TITLE, _ALIKE_NAME = 86.0, 92.0
_CHOICE = re.compile(r"\b(?:eller|or|alternativt|valgfri\w*|velger|velge|vel|choose|choice)\b|/")
_BOTH = re.compile(r"\b(?:og|and|och|samt)\b")
_OF_THE_JOB = re.compile(
    r"\b(?:arbeidss?t[ea]d\w*|kontors?t[ea]d\w*|stilling\w*|plasser\w*|lokalisert|sitte|location|based|position|role|"
    r"arbetsort|placering\w*|tjenestested\w*)\b"
)
"""*Kontorene i Bergen og Oslo* are the firm's; *arbeidssted: Bergen og Oslo* is the job's."""


def strength(words: str) -> int:
    """Order of merging: what rests on a shared reference first."""
    return 2 if words.startswith("samme referanse") else 1


def veto(one: Sketch, other: Sketch) -> str:
    """Why the two cannot be one opening, in words; empty when nothing forbids it."""
    # What is told without looking into the texts comes first, and first of all what parts the shops of a chain.
    mine, theirs = one.employer.numbers, other.employer.numbers
    shared = not one.references.isdisjoint(other.references)
    if mine != theirs and mine and theirs and not shared and not _same_orgnr(one, other):
        return "arbeidsgivere som har hvert sitt nummer"  # shop 12 and shop 13: one text, two employers
    if not shared and one.own_references and other.own_references and _same_numbering(one, other):
        return "ulike referanser i samme nummerserie"
    far = one.published and other.published and abs(one.published - other.published) > _ROUND
    if far and not (one.deadline and one.deadline == other.deadline):
        return "utlyst i ulike runder"
    apart = one.areas and other.areas and one.areas.isdisjoint(other.areas)
    if apart and not _names_both(one, other):
        return "ulike byer, og annonsen nevner dem ikke begge"
    return ""


def _names_both(one: Sketch, other: Sketch) -> bool:
    """Do the texts themselves name the other's city, as a choice of cities?"""
    if not _may_name(one.raw_text, other.areas) or not _may_name(other.raw_text, one.areas):
        return False
    for text, areas in ((one.text, other.areas), (other.text, one.areas)):
        if not text or not any(area in text for area in areas):
            return False
    if any(area in sentence for sentence in one.sentences - other.sentences for area in one.areas):
        return False  # each tells the city that it is about
    mine = next(iter(one.areas), "")
    position = one.text.find(mine)
    near = one.text[max(0, position - _NEAR) : position + _NEAR]
    if not any(area in near for area in other.areas):
        return False
    return bool(_CHOICE.search(near) or (_BOTH.search(near) and _OF_THE_JOB.search(near)))


_NEAR = 80
"""Letters around a city in which the choice stands."""


def _may_name(text: str, areas: frozenset[str]) -> bool:
    """Told without folding the text: nearly all texts name no city but their own."""
    for area in areas:
        rest = area[1:]
        if rest in text or not rest.isascii() or rest.upper() in text:
            return True
    return False


def _same_numbering(one: Sketch, other: Sketch) -> bool:
    """Two references that look alike but for their digits come from one series."""
    shapes = {re.sub(r"\d", "9", reference) for reference in one.own_references}
    return bool(shapes & {re.sub(r"\d", "9", reference) for reference in other.own_references})


def same(one: Sketch, other: Sketch) -> str:
    """The reason why two postings are one opening, in words; empty when they are not taken for one."""
    if veto(one, other):
        return ""
    shared, related = one.references & other.references, _related(one, other)
    if shared and (related or _text_likeness(one, other) >= _CLOSE_TEXT):
        return f"samme referanse {min(shared)}"
    mine, theirs = one.title, other.title
    if mine != theirs:
        mine, theirs = _unnamed(mine, one, other), _unnamed(theirs, one, other)
    titles = fuzz.token_set_ratio(mine, theirs)
    if mine != theirs and _twins(one, other, mine, theirs, titles):
        return ""
    likeness = _text_likeness(one, other)
    if likeness >= _ALIKE_TEXT and (related or likeness >= _SURELY_ALIKE):
        return f"samme tekst ({likeness:.0f} %) og {'arbeidsgiver' if related else 'innhold'}"
    if related and likeness >= _CLOSE_TEXT and titles >= 60:
        return f"nesten samme tekst ({likeness:.0f} %), samme arbeidsgiver"
    if related and titles >= _ALIKE_TITLE and _one_is_teaser(one, other) and _same_place(one, other):
        return "samme tittel, arbeidsgiver og sted; den ene har ingen tekst"
    return ""


def _unnamed(title: str, one: Sketch, other: Sketch) -> str:
    """A title without the employers' names, as long as anything is left."""
    mine, theirs, words = one.employer, other.employer, title.split()
    if mine.words.keys().isdisjoint(words) and theirs.words.keys().isdisjoint(words):
        return title
    return " ".join([word for word in words if not (mine.tells(word) or theirs.tells(word))]) or title


def _one_is_teaser(one: Sketch, other: Sketch) -> bool:
    """Has one of them no text, or a teaser only, and does no date speak against it?"""
    apart = one.deadline and other.deadline and one.deadline != other.deadline
    return (one.is_teaser or other.is_teaser) and not apart


def _same_place(one: Sketch, other: Sketch) -> bool:
    return bool(one.areas & other.areas)


def _related(one: Sketch, other: Sketch) -> bool:
    """One employer: equal number, or names that are the same but for legal form, order and department."""
    if one.orgnr and other.orgnr:
        return one.orgnr == other.orgnr
    mine, theirs = one.employer, other.employer
    if not mine.words or not theirs.words:
        return False
    if mine.text == theirs.text:
        return True
    shorter, longer = sorted((mine.words.keys(), theirs.words.keys()), key=len)
    return shorter <= longer or (
        mine.numbers == theirs.numbers and fuzz.token_set_ratio(mine.text, theirs.text) >= _ALIKE_NAME
    )


def _same_orgnr(one: Sketch, other: Sketch) -> bool:
    return bool(one.orgnr) and one.orgnr == other.orgnr


def _text_likeness(one: Sketch, other: Sketch) -> float:
    """0 to 100; what one text has beyond the other (an agency's preface, a shortened copy) counts little.

    0 for anything that is too unlike to matter: RapidFuzz stops as soon as it knows.
    """
    if min(len(one.raw_text), len(other.raw_text)) < SHORT:
        return 0.0
    # Folding makes letters equal and none unequal: what is alike before it is so after it.
    if alike := fuzz.ratio(one.raw_text, other.raw_text, score_cutoff=_SURELY_ALIKE):
        return alike
    whole = fuzz.ratio(one.text, other.text, score_cutoff=_CLOSE_TEXT)
    if whole >= _ALIKE_TEXT:
        return whole
    if _cut_off(one, other) or _cut_off(other, one):
        return 100.0
    share = _shared(one.sentences, other.sentences)
    if share < _CLOSE_TEXT and one.sentences and other.sentences:
        share = _shared(sentences_of(one.figured), sentences_of(other.figured))
    return max(whole, share)


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the shorter text's sentences stands in the other, 0 to 100; 0 where it has none."""
    shorter, longer = sorted((mine, theirs), key=len)
    common = sum(map(len, shorter & longer))
    return 100.0 * common / max(1, sum(map(len, shorter)))


def _cut_off(one: Sketch, other: Sketch) -> bool:
    """Is ``one`` a part of ``other`` as it stands, as portals cut a text off in the middle of a sentence?"""
    return len(one.text) < len(other.text) and one.text.rstrip(" .…") in other.text


def _twins(one: Sketch, other: Sketch, mine: str, theirs: str, titles: float) -> bool:
    """Two jobs from one template: the unlike titles differ in a telling word, and so does the text."""
    ours, others = set(mine.split()), set(theirs.split())
    if ours == others:
        return False
    if titles == 100 and (ours <= others or others <= ours):
        return _different_core(one, other)
    return not _alike_words(ours ^ others) and _different_core(one, other)


def _alike_words(words: set[str]) -> bool:
    listed = sorted(words)
    return any(fuzz.ratio(a, b) >= 88 for a, b in pairwise(listed))


def _different_core(one: Sketch, other: Sketch) -> bool:
    """Do both texts hold sentences of their own?"""
    return _says_more(one, other) and _says_more(other, one)


def _says_more(one: Sketch, other: Sketch) -> bool:
    """Does ``one`` hold a sentence that ``other`` does not? The one in the middle mostly tells, without the others."""
    middle = one.middle
    if middle and middle not in other.line and beside_numbers(middle) not in other.line:
        return True
    own = one.sentences - other.sentences
    if any(len(part) > LONG and part not in other.line for part in map(beside_numbers, own)):
        return True  # other numbers would leave this part as it is
    return bool(own) and not sentences_of(one.figured) <= sentences_of(other.figured)

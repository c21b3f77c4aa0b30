"""When are two postings alike enough to be one opening, and what forbids it whatever the likeness?"""

import re
from datetime import timedelta
from itertools import pairwise

from rapidfuzz import fuzz

from matcher.sketch import SHORT, Sketch

_ROUND = timedelta(days=75)
"""Postings further apart, with no deadline in common, are two rounds of hiring."""
_ALIKE_TEXT, _CLOSE_TEXT = 93.0, 84.0
_ALIKE_TITLE, _ALIKE_NAME = 86.0, 92.0
_BOTH_PLACES = re.compile(r"\b(?:eller|or|och|og|and|/|samt)\b")


def strength(words: str) -> int:
    """Order of merging: what rests on a shared reference first."""
    return 2 if words.startswith("samme referanse") else 1


def veto(one: Sketch, other: Sketch) -> str:
    """Why the two cannot be one opening, in words; empty when nothing forbids it."""
    apart = one.areas and other.areas and one.areas.isdisjoint(other.areas)
    if apart and not _names_both(one, other):
        return "ulike byer, og annonsen nevner dem ikke begge"
    shared = one.references & other.references
    if not shared and one.own_references and other.own_references and _same_numbering(one, other):
        return "ulike referanser i samme nummerserie"
    far = one.published and other.published and abs(one.published - other.published) > _ROUND
    if far and not (one.deadline and one.deadline == other.deadline):
        return "utlyst i ulike runder"
    return ""


def _names_both(one: Sketch, other: Sketch) -> bool:
    """Do the texts themselves name the other's city, as a choice of cities?"""
    for text, areas in ((one.text, other.areas), (other.text, one.areas)):
        if not text or not any(area in text for area in areas):
            return False
    mine = next(iter(one.areas), "")
    position = one.text.find(mine)
    near = one.text[max(0, position - 80) : position + 80]
    return any(area in near for area in other.areas) and bool(_BOTH_PLACES.search(near))


def _same_numbering(one: Sketch, other: Sketch) -> bool:
    """Two references that look alike but for their digits come from one series."""
    shapes = {re.sub(r"\d", "9", reference) for reference in one.own_references}
    return bool(shapes & {re.sub(r"\d", "9", reference) for reference in other.own_references})


def same(one: Sketch, other: Sketch) -> str:
    """The reason why two postings are one opening, in words; empty when they are not taken for one."""
    if veto(one, other):
        return ""
    shared = one.references & other.references
    related = _related(one, other)
    if shared and (related or _text_likeness(one, other) >= _CLOSE_TEXT):
        return f"samme referanse {min(shared)}"
    likeness = _text_likeness(one, other)
    titles = fuzz.token_set_ratio(one.title, other.title)
    if not _twins(one, other, titles):
        if likeness >= _ALIKE_TEXT and (related or likeness >= 97):
            return f"samme tekst ({likeness:.0f} %) og {'arbeidsgiver' if related else 'innhold'}"
        if related and likeness >= _CLOSE_TEXT and titles >= 60:
            return f"nesten samme tekst ({likeness:.0f} %), samme arbeidsgiver"
        if related and titles >= _ALIKE_TITLE and _one_is_teaser(one, other) and _same_place(one, other):
            return "samme tittel, arbeidsgiver og sted; den ene har ingen tekst"
    return ""


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
    if not one.employer_words or not other.employer_words:
        return False
    if one.employer == other.employer:
        return True
    shorter, longer = sorted((one.employer_words, other.employer_words), key=len)
    return shorter <= longer or (
        _numbers(one) == _numbers(other) and fuzz.token_set_ratio(one.employer, other.employer) >= _ALIKE_NAME
    )


def _numbers(sketch: Sketch) -> list[str]:
    """Two shops of a chain differ in nothing but their number."""
    return [word for word in sketch.employer.split() if word.isdigit()]


def _text_likeness(one: Sketch, other: Sketch) -> float:
    """0 to 100; what one text has beyond the other (an agency's preface, a shortened copy) counts little.

    0 for anything that is too unlike to matter: RapidFuzz stops as soon as it knows.
    """
    if min(len(one.raw_text), len(other.raw_text)) < SHORT:
        return 0.0
    if alike := fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE_TEXT):
        return alike
    whole = fuzz.ratio(one.text, other.text, score_cutoff=_CLOSE_TEXT)
    shorter, longer = sorted((one.sentences, other.sentences), key=len)
    if not shorter:
        return whole
    common = sum(map(len, shorter & longer))
    return max(whole, 100.0 * common / max(1, sum(map(len, shorter))))


def _twins(one: Sketch, other: Sketch, titles: float) -> bool:
    """Two jobs from one template: the titles differ in a telling word, and so does the text."""
    mine, theirs = set(one.title.split()), set(other.title.split())
    if mine == theirs or (titles == 100 and (mine <= theirs or theirs <= mine)):
        return _different_core(one, other) and bool(mine ^ theirs)
    return not _alike_words(mine ^ theirs) and _different_core(one, other)


def _alike_words(words: set[str]) -> bool:
    listed = sorted(words)
    return any(fuzz.ratio(a, b) >= 88 for a, b in pairwise(listed))


def _different_core(one: Sketch, other: Sketch) -> bool:
    """Do both texts hold sentences of their own?"""
    return not one.sentences <= other.sentences and not other.sentences <= one.sentences

"""What changed in an ad, as a person would say it: *fristen er utvidet fra 1. desember til 15. desember*.

Text for people, without markup: pages escape it as they escape everything else.
"""

from collections.abc import Sequence
from datetime import date

from alerts.cleaning import one_line
from alerts.phrases import figures_of_pay
from alerts.words import Words
from alerts.words_changed import CHANGE_WORDS, ChangeWords
from domain.changes import Due, FactChange, Pay
from domain.postings import DeadlineKind, Place

LONGEST = 160
"""Characters of a title or another text that are told."""


def change_in_words(change: FactChange, words: Words, at: date) -> str:
    """One fact, in a clause without a full stop. ``at`` is the day on which it was seen."""
    told = CHANGE_WORDS[words.tag]
    if change.name == "contacts":
        return told.contacts
    if change.name == "apply_url" and change.before and change.after:
        return told.link
    if change.name == "deadline":
        return _deadline(change.before, change.after, words, at)
    if change.name == "places" and change.before and change.after:
        return _places(change.before, change.after, told)
    return _plain(change.name, _value(change.before, words), _value(change.after, words), told)


def text_in_words(added: int, removed: int, words: Words) -> str:
    """How much of the text changed: so many sentences came, so many went."""
    told = CHANGE_WORDS[words.tag]
    parts = [(told.text_added, added), (told.text_removed, removed)]
    what = told.also.join(_counted(pair, count) for pair, count in parts if count)
    return told.text.format(what=what)


def _counted(pair: tuple[str, str], count: int) -> str:
    return pair[0] if count == 1 else pair[1].format(count=count)


def _plain(name: str, before: str, after: str, told: ChangeWords) -> str:
    if name == "apply_url":
        return told.link
    the, it = told.facts[name]
    template = told.changed if before and after else told.given if after else told.removed
    return template.format(the=the, it=it, before=before, after=after)


def _value(value: object, words: Words) -> str:
    if isinstance(value, Pay):
        figures = figures_of_pay(value.salary, words) if value.salary else ""
        return figures or _quoted(value.raw or "", CHANGE_WORDS[words.tag])
    if isinstance(value, tuple):
        return ", ".join(_names(value))
    return _quoted(str(value), CHANGE_WORDS[words.tag]) if value else ""


def _quoted(text: str, told: ChangeWords) -> str:
    """Where the words begin and end must be seen; a number needs no marks."""
    line = one_line(text, LONGEST)
    return line if line.isdecimal() or not line else told.quoted.format(text=line)


def _deadline(before: Due | None, after: Due | None, words: Words, at: date) -> str:
    told = CHANGE_WORDS[words.tag]
    days = [due.day for due in (before, after) if due and due.day]
    with_year = any(day.year != at.year for day in days)
    was, now = (_due(due, words, with_year=with_year) for due in (before, after))
    if len(days) == 2 and before and after and before.kind is after.kind is DeadlineKind.DATE:
        return (told.extended if days[1] > days[0] else told.shortened).format(before=was, after=now)
    return _plain("deadline", was, now, told)


def _due(due: Due | None, words: Words, *, with_year: bool) -> str:
    if due is None:
        return ""
    told = CHANGE_WORDS[words.tag]
    if due.day is not None:
        day = told.day.format(day=due.day.day, month=words.months[due.day.month - 1])
        return f"{day} {due.day.year}" if with_year else day
    if due.kind is DeadlineKind.ASAP:
        return told.asap
    return told.rolling if due.kind is DeadlineKind.ROLLING else _quoted(due.raw or "", told)


def _places(before: Sequence[Place], after: Sequence[Place], told: ChangeWords) -> str:
    """From one town to another it is a move; otherwise towns came, went, or are written in more detail."""
    old, new = _names(before), _names(after)
    came, went = [name for name in new if name not in old], [name for name in old if name not in new]
    if came and went:
        return _plain("places", ", ".join(old), ", ".join(new), told)
    if came or went:
        template = told.place_added if came else told.place_removed
        return template.format(places=", ".join(came or went))
    return _plain("places", "; ".join(map(_whole, before)), "; ".join(map(_whole, after)), told)


def _names(places: Sequence[Place]) -> list[str]:
    named = (place.city or place.municipality or place.county or place.country or "" for place in places)
    return list(dict.fromkeys(one_line(name, 60) for name in named if name))


def _whole(place: Place) -> str:
    parts = (place.street_address, place.postal_code, place.city, place.municipality, place.county, place.country)
    return one_line(", ".join(dict.fromkeys(part for part in parts if part)), LONGEST)

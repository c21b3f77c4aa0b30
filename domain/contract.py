"""What a source is expected to bring, learnt from its own complete runs: how many ads, and which marks they bear.

A page whose layout changed still answers 200 and still lists ads. What betrays it is that half of them are gone, that
a mark which nearly every ad bore is suddenly borne by none, that texts are many times as long as they were, or that
all ads say something else at once. See ``domain.traits`` for the marks.

Two samples are held against those of the runs before: the ads that were new or said something new, and all ads that
were read. The first tells at once of a change that befalls what is new; the second goes on telling when the changed
ads have been stored and say what they said.

Ads come in batches: twenty ads of one employer, or of one partner that hands them on, which have no text are a habit
of theirs, and no change of layout. So where a source has several employers or partners, each of them has one voice for
each mark, and a mark must be lost by voices too; and no share counts as lost which a complete run has already shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, lgamma, sqrt
from statistics import median_low

from domain.traits import PER_DOUBLING, SIZED

FACTS = ("employer", "places", "text", "deadline", "apply_url", "date_posted")
"""What is told of first where several marks are lost. An ad without a title is none."""
ADS = "ads"
EMPLOYERS = "employers"
PARTNERS = "partners"
"""Where applications go: a recruiting system's or a portal's host hands on the ads of many employers."""
VOICES: Mapping[str, tuple[str, ...]] = {EMPLOYERS: ("employer",), PARTNERS: ("apply_url", "references")}
"""Who has a voice → the fields that tell them apart, of which they say nothing."""
ALL = "all|"
"""Counts in ``Yield.stated`` that begin with this are those of all ads read, the others those of what was new."""
REMEMBERED = 5
"""Complete runs that make the measure."""
SHRUNK_BELOW = 0.5
"""A list with fewer than this share of the usual number of ads is not believed."""
USUALLY = 0.3
"""A mark that fewer ads than this share bear is no part of the contract."""
LOST_BELOW = 0.5
"""A mark is lost when its share falls below this part of the usual one, and of the least that a complete run had …"""
CHANCE = 5e-5
"""… and chance alone would bring that about more seldom than this."""
RESIZED = 2.0
"""Doublings by which the usual length of a text must have moved to be no longer the same text."""
AT_ONCE = 0.8
"""A greater share of the ads met again than this does not change from one run to the next."""
LEAST = 3
"""Fewer ads, or voices, than this tell of no change."""
SAMPLE = 5
"""Fewer ads than this say nothing of a usual share or length."""
SEVERAL = 3
"""With fewer employers or partners a run, their voices say nothing."""
BY_VOICES = 0.01
"""How seldom chance alone would let so few of them speak: the ads themselves have passed the stricter bound."""
WHOLE = 0.8
"""All ads read tell something only where a run reads about as many as the runs before it did."""
ENOUGH = 200
"""More ads than this make no share surer: a source's habits drift."""
KEPT_BELOW = 0.1
"""A smaller part than this of the usual share of ads that are open and worth keeping is not believed."""
ODD = 5.0
"""Standard errors by which a length must be off besides."""
_CHANGES = 0.05
"""Ads that change between two runs where hardly any do."""
_UNLIKE = ":unlike"


@dataclass(frozen=True, slots=True)
class Yield:
    """What one run brought."""

    ads: int = 0
    """Ads met, read or not, stored or left out."""
    read: int = 0
    """Ads read in full that were new or said something new."""
    stated: Mapping[str, int] = field(default_factory=dict)
    """Mark → how many of the ads bear it; :func:`by_voice` of a mark → how many employers or partners; lengths."""
    left_out: int = 0
    """Ads met and not stored."""
    changed: int = 0
    """Stored ads that were met again and said something new."""
    unchanged: int = 0
    """Stored ads that were met again and said what they had said."""
    closed: int = 0
    """Stored ads that the source said are over."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Ads that were read, and how many of them bear which mark."""

    read: int
    stated: Mapping[str, int]


def samples(brought: Yield) -> tuple[Sample, Sample]:
    """What was new or said something new, and all that was read."""
    whole = {name.removeprefix(ALL): count for name, count in brought.stated.items() if name.startswith(ALL)}
    return Sample(brought.stated.get(ADS, brought.read), brought.stated), Sample(whole.get(ADS, 0), whole)


def by_voice(mark: str, group: str) -> str:
    """Under which name those of ``VOICES`` are counted of which an ad bears ``mark``."""
    return f"{mark}|{group}"


def size_of(name: str) -> str:
    """Under which name the lengths of ``name`` (one of ``SIZED``) are added up."""
    return f"{name}|size"


def square_of(name: str) -> str:
    """Under which name the squares of those lengths are added up, from which their spread is told."""
    return f"{name}|square"


def sized(name: str) -> str:
    """Under which name those are counted whose length was added up."""
    return f"{name}|sized"


def unlike(name: str) -> str:
    """The mark of an ad whose ``name`` no other ad of the run had before it."""
    return name + _UNLIKE


def broken(now: Yield, before: Sequence[Yield], *, may_be_empty: bool = False) -> str | None:
    """Why a run is not believed, in words, or None. ``before``: the yields of complete runs, newest first."""
    before = before[:REMEMBERED]
    few = None if may_be_empty else shrunk(now, before)
    return (
        few or lost_fact(now, before) or resized(now, before) or none_kept(now, before) or changed_at_once(now, before)
    )


def usual_ads(before: Sequence[Yield]) -> int | None:
    """How many ads the source usually lists; None while no run was complete."""
    return median_low([one.ads for one in before[:REMEMBERED]]) if before else None


def shrunk(now: Yield, before: Sequence[Yield]) -> str | None:
    """Why the number of ads is not believed, or None."""
    usual = usual_ads(before)
    if not usual or now.ads >= usual * SHRUNK_BELOW:
        return None
    return f"{now.ads} ads where complete runs met {usual}: not believed, nothing is withdrawn"


def none_kept(now: Yield, before: Sequence[Yield]) -> str | None:
    """Why it is not believed that hardly any of the ads met is open and worth keeping, or None."""
    met, kept = sum(one.ads for one in before), _kept(now)
    usual = sum(map(_kept, before)) / met if met else 0.0
    if kept >= now.ads * usual * KEPT_BELOW or _chance(kept, now.ads, usual, met) >= CHANCE:
        return None
    return (
        f"{kept} of {now.ads} ads met are open and worth keeping, usually {usual:.0%} "
        f"({now.left_out} left out, {now.closed} closed): the page's layout may have changed"
    )


def lost_fact(now: Yield, before: Sequence[Yield]) -> str | None:
    """Which marks have gone from the ads that usually bear them, in words, or None."""
    for sample, earlier in _compared(now, before):
        if lost := list(_lost(sample, earlier)):
            return _told_lost(lost, sample, earlier)
    return None


def resized(now: Yield, before: Sequence[Yield]) -> str | None:
    """Why what was read as a text, title or employer can hardly be one, or None."""
    for sample, earlier in _compared(now, before):
        for name in SIZED:
            (told, _, read), (usual, spread, known) = _mean_size(name, [sample]), _mean_size(name, earlier)
            odd = max(RESIZED, ODD * spread * sqrt(1 / read + 1 / known)) if read and known else 0.0
            if read >= SAMPLE and known >= 2 * SAMPLE and abs(told - usual) >= odd:
                lengths = f"about {2**told:.0f} characters long, usually about {2**usual:.0f}"
                return f"{name} is {lengths}: the page's layout may have changed"
    return None


def changed_at_once(now: Yield, before: Sequence[Yield]) -> str | None:
    """Why it is not believed that nearly all ads say something new, or None. Not told of feeds that tell of changes."""
    again, known = now.changed + now.unchanged, sum(one.changed + one.unchanged for one in before)
    usual = max(sum(one.changed for one in before) / known, _CHANGES) if known >= SAMPLE else 1.0
    if usual > 1 - AT_ONCE or not again or now.changed < again * AT_ONCE or usual**now.changed >= CHANCE:
        return None
    return (
        f"{now.changed} of {again} ads met again say something else than before, all at once: "
        "the page's layout may have changed"
    )


def _compared(now: Yield, before: Sequence[Yield]) -> Iterator[tuple[Sample, list[Sample]]]:
    """Each sample of a run with those of the runs before. An overlap that a feed repeats is no sample of its ads."""
    history = [samples(one) for one in before[:REMEMBERED]]
    fresh, whole = samples(now)
    yield fresh, [one for one, _ in history]
    if history and whole.read >= WHOLE * max(one.read for _, one in history):
        yield whole, [one for _, one in history]


def _kept(brought: Yield) -> int:
    return max(0, brought.ads - brought.left_out - brought.closed)


def _lost(now: Sample, before: Sequence[Sample]) -> Iterator[str]:
    """The marks that are lost. One without a separator is a mark; the others are counts beside it."""
    runs = sum(one.read > 0 for one in before)
    several = [name for name in VOICES if _voices(name, before) >= SEVERAL * runs]
    for mark in dict.fromkeys(mark for one in before for mark in one.stated if "|" not in mark):
        if mark in (ADS, *VOICES) or not _gone(mark, now, before):
            continue
        of_all = [name for name in several if not mark.startswith(VOICES[name]) and not mark.endswith(_UNLIKE)]
        if all(_lost_by_voices(mark, name, now, before) for name in of_all):
            yield mark


def _gone(mark: str, now: Sample, before: Sequence[Sample]) -> bool:
    usual, stated = _share(mark, before), now.stated.get(mark, 0)
    least = min((one.stated.get(mark, 0) / one.read for one in before if one.read >= SAMPLE), default=usual)
    known = sum(one.read for one in before)
    return usual >= USUALLY and stated < now.read * least * LOST_BELOW and _fell(stated, now.read, usual, known, CHANCE)


def _lost_by_voices(mark: str, group: str, now: Sample, before: Sequence[Sample]) -> bool:
    known = _voices(group, before)
    usual = sum(one.stated.get(by_voice(mark, group), 0) for one in before) / known
    voices = _voices(group, [now])
    return _fell(now.stated.get(by_voice(mark, group), 0), voices, usual, known, BY_VOICES)


def _voices(group: str, runs: Sequence[Sample]) -> int:
    return sum(one.stated.get(group, 0) for one in runs)


def _share(mark: str, before: Sequence[Sample]) -> float:
    read = sum(one.read for one in before)
    return sum(one.stated.get(mark, 0) for one in before) / read if read else 0.0


def _fell(stated: int, of: int, usual: float, known: int, chance: float) -> bool:
    return of >= LEAST and stated < of * usual * LOST_BELOW and _chance(stated, of, usual, known) < chance


def _chance(at_most: int, of: int, share: float, known: int) -> float:
    """How likely so few are, where ``known`` ads bore the mark with that share (beta-binomial, Jeffreys' prior).

    The fewer ads are known, the less is their share believed: two ads that name a deadline make no rule.
    """
    weight = min(known, ENOUGH)
    yes, no = weight * share + 0.5, weight * (1 - share) + 0.5
    return sum(
        exp(_log_choose(of, count) + _log_beta(count + yes, of - count + no) - _log_beta(yes, no))
        for count in range(at_most + 1)
    )


def _log_choose(of: int, count: int) -> float:
    return lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)


def _log_beta(one: float, other: float) -> float:
    return lgamma(one) + lgamma(other) - lgamma(one + other)


def _mean_size(name: str, runs: Sequence[Sample]) -> tuple[float, float, int]:
    """Mean and spread of a length, and of how many; in doublings, of which a single giant moves little."""
    count = sum(one.stated.get(sized(name), 0) for one in runs)
    if not count:
        return 0.0, 0.0, 0
    mean = sum(one.stated.get(size_of(name), 0) for one in runs) / count / PER_DOUBLING
    square = sum(one.stated.get(square_of(name), 0) for one in runs) / count / PER_DOUBLING**2
    return mean, sqrt(max(0.0, square - mean * mean)), count


def _told_lost(lost: list[str], now: Sample, before: Sequence[Sample]) -> str:
    first, *more = sorted(lost, key=lambda mark: (mark not in FACTS, ":" in mark, "." in mark))
    also = f" (also lost: {', '.join(more[:4])}{' …' if len(more) > 4 else ''})" if more else ""
    return (
        f"{_told(first)} by {now.stated.get(first, 0)} of {now.read} ads read, usually by {_share(first, before):.0%}: "
        f"the page's layout may have changed{also}"
    )


def _told(mark: str) -> str:
    name, _, quality = mark.partition(":")
    return _QUALITIES.get(quality, f"{name} reads as {quality}").format(name) if quality else f"{name} is stated"


_QUALITIES = {
    "unlike": "{} that no other ad has is stated",
    "alone": "{} that repeats no other field is stated",
    "work": "{} that names a kind of work is stated",
    "no_work": "{} that does not read like a title is stated",
    "own": "{} of the ad's own is stated",
    "before_deadline": "{} before the deadline is stated",
    "apart": "{} that does not repeat the title is stated",
    "whole": "{} without a gap is stated",
}

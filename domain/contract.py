"""What a source is expected to bring, learnt from its own complete runs: how many ads, and which facts they state.

A page whose layout changed still answers 200 and still lists ads. What betrays it is that half of them are gone, or
that a fact which nearly every ad stated is suddenly stated by none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from statistics import median_low

from domain.postings import Draft

FACTS = ("employer", "places", "text", "deadline", "apply_url", "date_posted")
"""What is counted. An ad without a title is none, so that titles need no counting."""
REMEMBERED = 5
"""Complete runs that make the measure."""
SHRUNK_BELOW = 0.5
"""A list with fewer than this share of the usual number of ads is not believed."""
USUALLY = 0.5
"""A fact that fewer ads than this share state is no part of the contract."""
LOST_BELOW = 0.5
"""A fact is lost when its share falls below this part of the usual one …"""
CHANCE = 1e-4
"""… and chance alone would bring that about more seldom than this."""
_SUREST = 0.98
"""No fact is counted on more surely than this: one odd ad is no changed layout."""


@dataclass(frozen=True, slots=True)
class Yield:
    """What one run brought."""

    ads: int = 0
    """Ads met, read or not, stored or left out."""
    read: int = 0
    """Ads read in full that were new or said something new: an overlap read again tells nothing of a layout."""
    stated: Mapping[str, int] = field(default_factory=dict)
    """Fact (one of ``FACTS``) → how many of the ads read state it."""


def facts_of(draft: Draft) -> list[str]:
    """The facts that an ad states."""
    said = {
        "employer": draft.employer,
        "places": draft.places,
        "text": draft.description_html or draft.summary,
        "deadline": draft.deadline or draft.deadline_raw or draft.valid_through_raw,
        "apply_url": draft.apply_url,
        "date_posted": draft.date_posted,
    }
    return [name for name in FACTS if said[name]]


def usual_ads(before: Sequence[Yield]) -> int | None:
    """How many ads the source usually lists; None while no run was complete."""
    return median_low([one.ads for one in before[:REMEMBERED]]) if before else None


def shrunk(now: Yield, before: Sequence[Yield]) -> str | None:
    """Why the number of ads is not believed, or None. ``before``: the yields of complete runs, newest first."""
    usual = usual_ads(before)
    if not usual or now.ads >= usual * SHRUNK_BELOW:
        return None
    return f"{now.ads} ads where complete runs met {usual}: not believed, nothing is withdrawn"


def lost_fact(now: Yield, before: Sequence[Yield]) -> str | None:
    """Which fact has gone from the ads that usually state it, in words, or None."""
    read = sum(one.read for one in before[:REMEMBERED])
    for fact in FACTS if read else ():
        usual = sum(one.stated.get(fact, 0) for one in before[:REMEMBERED]) / read
        stated = now.stated.get(fact, 0)
        if usual >= USUALLY and stated < now.read * usual * LOST_BELOW and _chance(stated, now.read, usual) < CHANCE:
            return (
                f"{fact} is stated by {stated} of {now.read} ads read, usually by {usual:.0%}: "
                "the page's layout may have changed"
            )
    return None


def _chance(at_most: int, of: int, share: float) -> float:
    """How likely so few are, when each ad states the fact with that share (binomial distribution)."""
    share = min(share, _SUREST)
    return sum(comb(of, count) * share**count * (1 - share) ** (of - count) for count in range(at_most + 1))

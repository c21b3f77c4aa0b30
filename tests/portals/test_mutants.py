"""Changed layouts, hundreds a portal: the run that meets one does not end as complete. Healthy runs always do.

JOBBVAKT_MUTANTS: how many harmful mutants of each portal are tried; ``-s`` prints the table and what was missed.
"""

import os
import sys
from dataclasses import replace
from itertools import chain
from random import Random

import pytest

from domain.runs import RunState
from tests.portals.cases import SPIDERS
from tests.portals.mutants import mutants_of
from tests.portals.replays import FRESH, RUNS, WINDOW, Replay, reading, sibling, templates

WANTED = int(os.environ.get("JOBBVAKT_MUTANTS", "24"))
LAYOUTS, REPLAYS, POOL = 3, 30, 12
PARSED = [slug for slug in SPIDERS if templates(slug)]


class World:
    """One layout of a portal with its history, on which mutants are tried."""

    def __init__(self, template):
        self.template = template
        self.pages = [sibling(template, number) for number in range(RUNS * FRESH + WINDOW)]
        self.read = [reading(template, number, page) for number, page in enumerate(self.pages)]
        self.replay = Replay(template.slug)
        for first in range(0, RUNS * FRESH, FRESH):
            verdict = self.replay.healthy(self.read[first : first + WINDOW])
            assert verdict.state is RunState.COMPLETE, f"{template.name}: {verdict.reason}"
        self.now = range(RUNS * FRESH, RUNS * FRESH + WINDOW)

    def mutants(self):
        draft = self.template.drafts[0]
        return mutants_of(self.template.page.text, (draft.title, draft.employer))

    def try_out(self, mutant):
        """None for a change that loses nothing, else the verdict of the run that meets it."""
        first = self.mutated(self.now[0], mutant)
        if first == self.read[self.now[0]]:
            return None
        rest = (self.mutated(number, mutant) for number in self.now[1:])
        return self.replay.verdict(self.replay.run(chain([first], rest)))

    def mutated(self, number, mutant):
        page = self.pages[number]
        changed = replace(page, body=mutant.change(page.text).encode())
        return reading(self.template, number, changed, constant=mutant.kind == "strange")


def some_layouts(slug, wanted=0):
    """A few of a portal's layouts in a fixed order, more of them the more mutants are wanted."""
    layouts = templates(slug)
    Random(slug).shuffle(layouts)
    return layouts[: max(LAYOUTS, wanted // 20)]


def sample(slug, wanted):
    """(world, mutant) pairs of a portal in a fixed order; of many layouts a few, unless many mutants are wanted."""
    worlds = [World(template) for template in some_layouts(slug, wanted)]
    pairs = [(world, mutant) for world in worlds for mutant in world.mutants()]
    Random(slug).shuffle(pairs)
    return pairs


def measure(slug, wanted):
    """(caught, harmless, missed mutants by name) of as many mutants as are wanted, or as there are."""
    caught, harmless, missed = 0, 0, []
    for world, mutant in sample(slug, wanted):
        verdict = world.try_out(mutant)
        if verdict is None:
            harmless += 1
        elif verdict.state is RunState.COMPLETE:
            missed.append(f"{world.template.name}: {mutant.kind} {mutant.what}")
        else:
            caught += 1
        if caught + len(missed) >= wanted:
            break
    return caught, harmless, missed


@pytest.mark.parametrize("slug", PARSED)
def test_a_changed_layout_does_not_pass_for_a_complete_run(slug):
    caught, harmless, missed = measure(slug, WANTED)
    total = caught + len(missed)
    told = f"{slug}: {total} mutants, {harmless} harmless, {caught / total:.1%} caught"
    sys.stdout.write("\n    ".join([told, *missed]) + "\n")
    assert caught / total >= 0.95, missed


@pytest.mark.parametrize("slug", PARSED)
def test_healthy_runs_are_complete_whatever_their_ads_and_order(slug):
    """Runs of one ad and of a dozen, of one layout and of several, growing and shrinking by a quarter."""
    pool = [
        [item]
        for place, template in enumerate(some_layouts(slug))
        for number in range(place * POOL, place * POOL + POOL)
        for item in reading(template, number, sibling(template, number))
    ]
    for seed in range(REPLAYS):
        chance = Random(f"{slug} {seed}")
        replay, usual = Replay(slug), chance.randrange(1, POOL)
        for _ in range(chance.randrange(2, 5)):
            listed = min(len(pool), round(usual * chance.uniform(0.8, 1.2)) or 1)
            verdict = replay.healthy(chance.sample(pool, listed))
            assert verdict.state is RunState.COMPLETE, (seed, verdict.reason)

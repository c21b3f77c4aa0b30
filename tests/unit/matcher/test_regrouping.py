"""New postings are sorted in among those compared before, with the answer of grouping everything afresh."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.postings import Place
from matcher import candidates
from matcher.openings import NO_RULINGS, PostingKey, Rulings, same_openings
from matcher.regrouping import regroup

TEXTS = (
    "Lynghei Strøm vokser i Bergen eller Tromsø, og vi søker en kundeservicesjef som leder tolv medarbeidere. " * 2,
    "Kundesenteret vårt svarer på telefon og chat, og nå trenger vi en leder med budsjettansvar og erfaring. " * 2,
    "Som leder for førstelinjen planlegger du bemanning, opplæring og kvalitet sammen med driftsansvarlige. " * 2,
    "Kort om jobben: ring oss",
    "",
)
CITIES = ("Bergen", "Tromsø")


class Memory:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.keys: dict[int, Collection[int]] = {}
        self.found: dict[tuple[int, int], str] = {}
        self.stored: dict[int, PostingKey] = {}
        self.asked = 0

    def keys_of(self, ids):
        return {number: self.keys[number] for number in ids if number in self.keys}

    def holders(self, keys):
        return {key: found for key in keys if (found := [number for number, held in self.keys.items() if key in held])}

    def likenesses(self, ids):
        return {pair: words for pair, words in self.found.items() if not set(ids).isdisjoint(pair)}

    def postings(self, ids):
        self.asked += len(ids)
        return {number: self.stored[number] for number in ids if number in self.stored}

    def take(self, fresh, gone=(), rulings=NO_RULINGS):
        """One regrouping, kept."""
        change = regroup(self, fresh, gone, rulings)
        for number in change.gone:
            self.keys.pop(number, None)
            self.stored.pop(number, None)
        self.keys |= change.keys
        self.stored |= {key.id: key for key in fresh}
        self.found = {pair: words for pair, words in self.found.items() if change.redone.isdisjoint(pair)}
        self.found |= change.likenesses
        return change.grouping


class Groups:
    """The groups as people see them: those decided last."""

    def __init__(self) -> None:
        self.of: dict[int, frozenset[int]] = {}

    def take(self, grouping, gone=()):
        for number in gone:
            self.of.pop(number, None)
        for group in grouping.groups:
            self.of |= dict.fromkeys(group, frozenset(group))

    def all(self):
        return set(self.of.values())


def ad(number, text, city, employer, title, day, reference):
    return PostingKey(
        id=number,
        source=("nav_feed", "finn", "site")[number % 3],
        title=title,
        employer=employer,
        places=(Place(city=city, municipality=city),) if city else (),
        text=TEXTS[text],
        published=date(2026, 11, day),
        references=(reference,) if reference else (),
    )


ads = st.builds(
    ad,
    st.just(0),
    st.integers(0, len(TEXTS) - 1),
    st.sampled_from((*CITIES, "")),
    st.sampled_from(("Lynghei Strøm AS", "Lynghei Strøm", "Fjellbris Bank", "Fjellbris 2", "Fjellbris 3", "")),
    st.sampled_from(("Kundeservicesjef", "Leder kundesenter", "Vi søker kundeservicesjef, Bergen")),
    st.sampled_from((1, 3, 28)),
    st.sampled_from(("", "", "", "LS-2026-7", "LS-2026-8")),
)
worlds = st.lists(ads, min_size=2, max_size=14).map(
    lambda found: [replace(key, id=number) for number, key in enumerate(found, 1)]
)


def afresh(postings, rulings=NO_RULINGS):
    return {frozenset(group) for group in same_openings(sorted(postings, key=lambda key: key.id), rulings).groups}


def shown(memory):
    return list(memory.stored.values())


@settings(max_examples=60, deadline=None)
@given(worlds, st.data(), st.sampled_from((60, 2)))
def test_any_batches_in_any_order_give_the_openings_of_one_pass(world, data, crowd):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "CROWD", crowd)
        patch.setattr(candidates, "_NEIGHBOURS", max(1, crowd // 4))
        patch.setattr(candidates, "_SEVERAL", data.draw(st.sampled_from((2, 5))))
        pairs = [(one.id, other.id) for one in world for other in world if one.id < other.id]
        chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True))
        rulings = Rulings(frozenset(chosen[:1]), frozenset(chosen[1:]))
        order = data.draw(st.permutations(world))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(world)), max_size=4)))
        memory, groups = Memory(), Groups()
        for start, end in zip([0, *cuts], [*cuts, len(world)], strict=True):
            groups.take(memory.take(order[start:end], rulings=rulings))
            assert groups.all() == afresh(shown(memory), rulings)


@settings(max_examples=40, deadline=None)
@given(worlds, st.data(), st.sampled_from((60, 2)))
def test_changed_and_withdrawn_postings_leave_the_openings_of_one_pass(world, data, crowd):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "CROWD", crowd)
        patch.setattr(candidates, "_NEIGHBOURS", max(1, crowd // 4))
        memory, groups = Memory(), Groups()
        groups.take(memory.take(world))
        for _ in range(3):
            number = data.draw(st.sampled_from(sorted(key.id for key in world)))
            if number in memory.stored and data.draw(st.booleans()):
                groups.take(memory.take([], [number]), [number])
            else:
                groups.take(memory.take([replace(data.draw(ads), id=number)]))
            assert groups.all() == afresh(shown(memory))


def test_a_split_by_hand_is_decided_anew_in_the_whole_web():
    same = [ad(number, 0, "Bergen", "Lynghei Strøm AS", "Kundeservicesjef", 3, "") for number in (1, 2, 3)]
    memory, groups = Memory(), Groups()
    groups.take(memory.take(same))
    assert groups.all() == {frozenset({1, 2, 3})}
    ruled = Rulings(different=frozenset({(1, 3)}))
    groups.take(memory.take([same[0], same[2]], rulings=ruled))
    assert groups.all() == afresh(same, ruled)


def test_one_new_posting_among_many_strangers_asks_for_few_of_them():
    memory = Memory()
    strangers = [
        replace(
            ad(number, 4, "Bergen", f"Firma{number} AS", "Leder", 3, ""),
            text=" ".join(f"{chr(97 + (number + word) % 26)}ord{number}{word}lang" for word in range(30)),
        )
        for number in range(1, 200)
    ]
    memory.take(strangers)
    memory.asked = 0
    twin = replace(strangers[40], id=500, source="other")
    grouping = memory.take([twin])
    assert grouping.groups == ((41, 500),)
    assert memory.asked < 5

"""Which postings are one opening: new and changed ones are sorted in among those that were compared before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.matching import Reading
from matcher.openings import Grouping, PostingKey, Rulings
from matcher.regrouping import Regrouping, regroup
from matcher.sketch import KEYS_VERSION
from operations.context import Context
from storage import comparisons, openings, postings, readings, rulings
from storage.postings import StoredPosting
from storage.rulings import Ruling

REMEMBERED = timedelta(days=60)
"""Since when a posting may be closed and still be compared with new ones."""
AT_ONCE = 5_000
"""New postings sorted in between two transactions; the answer is the same in whatever batches they come."""


def group(context: Context) -> int:
    """Sort in what is new, changed, ruled on or gone; how many postings that were. Ids are kept where they can be.

    Postings closed not long ago take part: when one portal withdraws an ad before another first shows it, the opening
    is still the one that people were told of.
    """
    done = 0
    while True:
        now = context.clock.now()
        with context.store.read() as session:
            pending = comparisons.pending(session, now - REMEMBERED, KEYS_VERSION)
            batch = pending.fresh[:AT_ONCE]
            if not batch and not pending.gone:
                return done
            shelf = _Stored(session)
            fresh = list(shelf.keys(batch).values())
            change = regroup(shelf, fresh, pending.gone, _rulings(rulings.all_rulings(session)))
        with context.store.write() as session:
            _save(session, change)
            openings.save_groups(session, change.grouping.groups, _why(change.grouping), now)
        done += len(batch) + len(pending.gone)


def _save(session: Session, change: Regrouping) -> None:
    comparisons.save(session, KEYS_VERSION, change.keys, change.gone, change.redone, change.likenesses)


@dataclass(frozen=True, slots=True)
class _Stored:
    """The shelf of a regrouping, as the store keeps it."""

    session: Session

    def keys_of(self, ids: Collection[int]) -> Mapping[int, Collection[int]]:
        return comparisons.keys_of(self.session, ids)

    def holders(self, keys: Collection[int]) -> Mapping[int, Sequence[int]]:
        return comparisons.holders(self.session, keys)

    def likenesses(self, ids: Collection[int]) -> Mapping[tuple[int, int], str]:
        return comparisons.likenesses(self.session, ids)

    def postings(self, ids: Collection[int]) -> Mapping[int, PostingKey]:
        return self.keys(comparisons.compared(self.session, ids))

    def keys(self, ids: Iterable[int]) -> dict[int, PostingKey]:
        """What may be compared of the postings ``ids``, in order of id."""
        stored = postings.by_ids(self.session, ids)
        texts = readings.of(self.session, stored)
        return {number: _key(stored[number], texts[number]) for number in sorted(texts)}


def _rulings(ruled: Iterable[Ruling]) -> Rulings:
    same, different = set[tuple[int, int]](), set[tuple[int, int]]()
    for ruling in ruled:
        (same if ruling.same else different).add((ruling.first, ruling.second))
    return Rulings(frozenset(same), frozenset(different))


def _why(grouping: Grouping) -> dict[int, str]:
    """Posting id → why it is in its group, in the words of the merge that brought it in."""
    told: dict[int, str] = {}
    for (one, other), words in grouping.explanations.items():
        for number in (one, other):
            told[number] = f"{told[number]}; {words}" if number in told else words
    return told


def _key(posting: StoredPosting, reading: Reading) -> PostingKey:
    draft = posting.draft
    return PostingKey(
        id=posting.id,
        source=posting.source,
        title=draft.title,
        employer=draft.employer or "",
        orgnr=draft.employer_orgnr,
        places=reading.fields.places or draft.places,
        text=reading.text,
        published=local_date(draft.date_posted) if draft.date_posted else None,
        deadline=reading.fields.deadline,
        deadline_kind=reading.fields.deadline_kind,
        references=draft.references,
        url=draft.url,
    )

"""Groups of postings: pairwise precision and recall of *same opening*, and merges across cities."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from matcher.evaluation.ads import ad_text
from matcher.openings import PostingKey, same_openings
from matcher.reader import Reader


def keys_of(group: Mapping[str, Any], reader: Reader) -> list[PostingKey]:
    """The postings of a group as the crawl would key them. Raises KeyError, TypeError or ValueError on a broken one."""
    return [_key(number, posting, reader) for number, posting in enumerate(group["postings"])]


def _key(number: int, posting: Mapping[str, Any], reader: Reader) -> PostingKey:
    city = str(posting.get("city") or "")
    record = {
        **posting,
        "description_html": posting.get("description_html") or "",
        "places": [{"city": city}] if city else [],
    }
    ad = ad_text(record)
    reading = reader.read(ad)
    reference = posting.get("source_ref")
    return PostingKey(
        id=number,
        source=str(posting.get("portal") or ""),
        title=ad.title,
        employer=ad.employer,
        orgnr=posting.get("orgnr"),
        places=reading.fields.places,
        text=reading.text,
        published=ad.published,
        deadline=reading.fields.deadline,
        deadline_kind=reading.fields.deadline_kind,
        references=(str(reference),) if reference else (),
        url=str(posting.get("url") or ""),
    )


def gold_pairs(group: Mapping[str, Any]) -> set[tuple[int, int]]:
    """Pairs of indexes that are one opening."""
    return {pair for same in group["gold"]["same"] for pair in combinations(sorted(same), 2)}


def predicted_pairs(keys: Sequence[PostingKey]) -> set[tuple[int, int]]:
    """Pairs that the matcher takes for one opening."""
    return {pair for ids in same_openings(keys).groups for pair in combinations(sorted(ids), 2)}


def across_cities(keys: Sequence[PostingKey], pairs: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs whose postings name no place in common."""
    for one, other in pairs:
        ours, theirs = _areas(keys[one]), _areas(keys[other])
        if ours and theirs and not ours & theirs:
            yield one, other


def _areas(key: PostingKey) -> set[str]:
    return {(place.municipality or place.city or "").casefold() for place in key.places} - {""}

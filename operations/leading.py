"""Which of an opening's ads leads: the one that its page shows, and that speaks first where sources differ."""

from collections.abc import Iterable, Mapping

from domain.matching import Reading, lead_rank
from domain.postings import PostingStatus
from storage.postings import StoredPosting

_ORDER = (PostingStatus.ACTIVE, PostingStatus.EXPIRED, PostingStatus.WITHDRAWN)


def leading_first(found: Iterable[StoredPosting], texts: Mapping[int, Reading]) -> list[StoredPosting]:
    """What is open before what is over, and that before what was withdrawn; then as :func:`lead_rank` says."""

    def rank(posting: StoredPosting) -> tuple[int, tuple[bool, int, int]]:
        answer = texts[posting.id].relevance.answer if posting.id in texts else None
        letters = len(posting.draft.description_html or "")
        return _ORDER.index(posting.status), lead_rank(answer, letters, posting.id)

    return sorted(found, key=rank)

"""Scores of what is open now, against the occupation and against profiles: all are known, those that changed stored."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from threading import Lock

from sqlalchemy.orm import Session

from domain.clock import local_date
from domain.matching import Match, Reading, RelevanceAnswer
from domain.profiles import Profile
from matcher.board import Board
from matcher.occupation import load_occupation
from matcher.score import score_occupation, score_profile, version_of
from operations.context import Context
from operations.targets import OCCUPATION_TARGET, target_of
from storage import matches, openings, readings, search_masks
from storage.matches import Kept

_TOLD_ANEW = timedelta(days=7)
"""An ad's freshness changes day by day and its score hardly ever: so long its part in a kept match may be behind."""


def open_readings(session: Session) -> dict[int, Reading]:
    """Opening → what was read in the ad that leads, for openings that are open and the occupation (or nearly)."""
    return readings_of(session, openings.active_leads(session))


def readings_of(session: Session, leads: Mapping[int, int]) -> dict[int, Reading]:
    """The same for openings whose leading ads (opening → posting) are known."""
    texts = readings.of(session, leads.values())
    found = {opening: texts[posting] for opening, posting in leads.items()}
    return {one: read for one, read in found.items() if read.relevance.answer is not RelevanceAnswer.NO}


def score_for_occupation(context: Context, found: Mapping[int, Reading]) -> None:
    """Bring the scores against the occupation up to date."""
    occupation, today = load_occupation(), local_date(context.clock.now())
    told = {number: score_occupation(reading, occupation, today=today) for number, reading in found.items()}
    scores = {number: match.score for number, match in told.items()}
    _renew(context, OCCUPATION_TARGET, found, scores, told.__getitem__)


def score_for(context: Context, people: Iterable[Profile], found: Mapping[int, Reading]) -> None:
    """Bring people's scores up to date. Reasons are put in words only where there is another score, or none yet."""
    occupation, today = load_occupation(), local_date(context.clock.now())
    board = Board(found, occupation, today=today)
    for person, row in board.each(people):

        def explain(number: int, person: Profile = person) -> Match:
            return score_profile(found[number], person, occupation, today=today)

        _renew(context, target_of(person), found, dict(zip(board.openings, row.tolist(), strict=True)), explain)


def _renew(
    context: Context,
    target: str,
    found: Mapping[int, Reading],
    scores: Mapping[int, int],
    explain: Callable[[int], Match],
) -> None:
    now, occupation = context.clock.now(), load_occupation()
    with context.store.read() as session:
        kept = matches.kept(session, target)
    behind = [
        number
        for number, score in scores.items()
        if not _stands(kept.get(number), score, version_of(found[number], occupation), now)
    ]
    told = [(number, target, explain(number)) for number in behind]
    gone = kept.keys() - scores.keys()
    if told or gone:
        with context.store.write() as session:
            matches.renew(session, target, told, gone, now)


def _stands(kept: Kept | None, score: int, version: str, now: datetime) -> bool:
    if kept is None or kept.stale or now - kept.matched_at >= _TOLD_ANEW:
        return False
    return (kept.score, kept.version) == (score, version)


_BOARDS: dict[tuple[str, date], Board] = {}
_LOCK = Lock()


def scores_now(session: Session, profile: Profile, today: date) -> dict[int, int]:
    """Opening → the score of a profile that need not be stored, for everything that is open. Nothing is stored.

    What is open is laid out once for each state of the search index, and kept for the process.
    """
    state = (search_masks.generation(session) or "", today)
    with _LOCK:
        board = _BOARDS.get(state)
        if board is None:
            board = Board(open_readings(session), load_occupation(), today=today)
            _BOARDS.clear()
            _BOARDS[state] = board
        return dict(zip(board.openings, board.scores(profile).tolist(), strict=True))

"""A store with openings in it, made through the store's own doors."""

from datetime import date, datetime
from typing import Any

from domain.alerts import Alert
from domain.clock import Clock, local_date
from domain.lifecycle import on_seen
from domain.matching import AdFields, Evidence, Match, Reading, Relevance, RelevanceAnswer, ScorePart
from domain.postings import DeadlineKind, Draft, Place, SafeHtml, content_hash
from operations.composing import Composed, compose_each
from operations.targets import OCCUPATION_TARGET
from storage import alerts, matches, openings, postings, readings
from storage.engine import Store
from storage.postings import SeenPosting

MAIL_ALERT = Alert(id=0, name="Kundeservicesjef", email="kari@example.no", profile=None)


def compose_due(*args: Any, **options: Any) -> list[Composed]:
    """All that is due, composed."""
    return list(compose_each(*args, **options))


def add_alert(store: Store, clock: Clock, **changes: Any) -> Alert:
    """A stored alert, daily at 07:00 in Oslo unless ``changes`` say otherwise."""
    values = {name: getattr(MAIL_ALERT, name) for name in MAIL_ALERT.__slots__}
    with store.write() as session:
        return alerts.add(session, Alert(**{**values, **changes}), clock.now())


def add_posting(store: Store, clock: Clock, ref: str, source: str = "nav_feed", **changes: Any) -> int:
    """A stored, read posting; its id."""
    draft = Draft(
        **{
            "source_ref": ref,
            "url": f"https://stillinger.example.no/{ref}",
            "title": f"Kundeservicesjef {ref}",
            "employer": f"Arbeidsgiver {ref}",
            "description_html": SafeHtml(f"<p>Vi søker leder for kundeservice, nummer {ref}.</p>"),
            "deadline": date(2027, 6, 1),
            "deadline_kind": DeadlineKind.DATE,
            "places": (Place(city="Oslo", country="NO"),),
            **changes,
        }
    )
    now = clock.now()
    digest = content_hash(draft)
    decision = on_seen(None, digest, draft.deadline, local_date(now))
    with store.write() as session:
        [posting] = postings.save_seen(session, source, None, [SeenPosting(draft, digest, decision)], now).values()
        readings.save(session, posting, digest, _reading(draft), now)
    return posting


def _reading(draft: Draft) -> Reading:
    relevance = Relevance(RelevanceAnswer.YES, 9.0, 5.0)
    return Reading("nb", draft.title, (), AdFields(deadline=draft.deadline), relevance, "test-1")


def group(
    store: Store, clock: Clock, *groups: list[int], score: int = 80, target: str = OCCUPATION_TARGET
) -> list[int]:
    """Make openings of these postings and score them; their ids."""
    part = ScorePart("required_skills", 10, 0.8, has=(Evidence("CCSM"),), lacks=(Evidence("engelsk"),))
    now = clock.now()
    with store.write() as session:
        of = openings.save_groups(session, groups, {}, now)
        ids = [of[postings_[0]] for postings_ in groups]
        for opening in ids:
            matches.save(session, opening, target, Match(score, (part,), "test-1"), now)
    return ids


def add_opening(store: Store, clock: Clock, ref: str, score: int = 80, **changes: Any) -> int:
    """One posting that is one opening; the opening's id."""
    return group(store, clock, [add_posting(store, clock, ref, **changes)], score=score)[0]


def at(text: str) -> datetime:
    """An ISO moment with its offset."""
    return datetime.fromisoformat(text)

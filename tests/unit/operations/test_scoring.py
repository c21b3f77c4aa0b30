"""Scores through the store: all are known, and only those that are new or changed are written."""

from dataclasses import replace
from datetime import timedelta

from domain.clock import FixedClock, local_date
from domain.observations import Gone, Seen
from domain.postings import SafeHtml
from domain.profiles import Profile
from matcher.occupation import load_occupation
from matcher.score import score_occupation, score_profile
from operations.context import Context
from operations.match import match
from operations.own import save_profile, try_profile
from operations.scoring import open_readings
from operations.targets import OCCUPATION_TARGET, target_of
from storage import matches
from tests.unit.operations import test_rulings as world
from tests.unit.operations.test_rulings import DRAFT, NOON, STRANGER, context

__all__ = ["context"]

KARI = Profile("kari", frozenset({"tool.crm"}), leadership=True, municipalities=frozenset({"Bergen"}))


def _kept(context, target):
    with context.store.read() as session:
        return matches.kept(session, target)


def _age(context, target):
    return {number: one.matched_at - NOON for number, one in _kept(context, target).items()}


def _later(context, **time):
    return Context(context.settings, context.store, FixedClock(NOON + timedelta(**time)))


def test_saving_a_profile_gives_what_the_next_match_would_give(context):
    world._take(context, "alfa", Seen(DRAFT))
    world._take(context, "gamma", Seen(STRANGER))
    match(context)
    save_profile(context, KARI)
    saved = _kept(context, target_of(KARI))
    with context.store.read() as session:
        found = open_readings(session)
        trial = try_profile(session, KARI, NOON)
        told = {number: matches.card(session, number, target_of(KARI)).match for number in found}
    expected = {
        number: score_profile(reading, KARI, load_occupation(), today=local_date(NOON))
        for number, reading in found.items()
    }
    assert told == expected
    assert dict(trial.best) == {number: match.score for number, match in expected.items()}
    match(_later(context, minutes=5))
    assert _kept(context, target_of(KARI)) == saved


def test_only_new_and_changed_openings_are_scored_anew(context):
    world._take(context, "alfa", Seen(DRAFT))
    save_profile(context, KARI)
    match(context)
    later = _later(context, hours=1)
    world._take(later, "gamma", Seen(STRANGER))
    match(later)
    for target in (OCCUPATION_TARGET, target_of(KARI)):
        assert _age(context, target) == {1: timedelta(), 2: timedelta(hours=1)}
    latest = _later(context, hours=2)
    world._take(latest, "alfa", Seen(replace(DRAFT, title="Kundeservicesjef i Bergen")))
    match(latest)
    assert _age(context, OCCUPATION_TARGET) == {1: timedelta(hours=2), 2: timedelta(hours=1)}
    match(_later(context, days=8))
    assert _age(context, target_of(KARI)) == {1: timedelta(days=8), 2: timedelta(days=8)}


def test_scores_of_closed_openings_stay_and_no_longer_count(context):
    world._take(context, "alfa", Seen(DRAFT))
    world._take(context, "gamma", Seen(STRANGER))
    save_profile(context, KARI)
    match(context)
    world._take(context, "gamma", Gone(STRANGER.source_ref, "removed"))
    match(context)
    assert list(_kept(context, target_of(KARI))) == [1]
    with context.store.read() as session:
        assert try_profile(session, KARI, NOON).tried == 1
        assert matches.card(session, 2, target_of(KARI)).match.score >= 0


def test_the_ad_that_an_opening_shows_is_the_one_that_is_scored(context):
    """Of two portals' ads the one with more markup leads on the card, though the other has a few more letters."""
    marked = SafeHtml(world.TEXT.replace("<p>", "<p><strong></strong><em></em>"))
    longer = SafeHtml(f"{world.TEXT}<p>Velkommen til oss!</p>")
    world._take(context, "alfa", Seen(replace(DRAFT, description_html=longer)))
    world._take(context, "beta", Seen(replace(world.TWIN, description_html=marked)))
    match(context)
    with context.store.read() as session:
        shown = matches.card(session, 1, OCCUPATION_TARGET)
        read = open_readings(session)[1]
    assert len(shown.listings) == 2
    assert "Velkommen" not in read.text
    assert shown.match == score_occupation(read, load_occupation(), today=local_date(NOON))

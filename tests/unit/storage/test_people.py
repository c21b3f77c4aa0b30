"""Profiles and alerts: kept under a name or an id, and erased with everything that hangs on them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from domain.alerts import Frequency
from domain.profiles import Profile
from storage import alerts, deliveries, matches, profiles
from storage.base import Base
from storage.engine import Store
from storage.errors import NotStoredError, StoreError
from tests.unit.storage.samples import NOON, ad, alert, mail, match, new_alert, one_opening_each

OLA = Profile(
    "Ola Å",
    concepts=frozenset({"tool.zendesk", "skill.ledelse"}),
    education="bachelor",
    experience_years=4.5,
    leadership=True,
    languages=frozenset({"no", "en"}),
    municipalities=frozenset({"Tromsø"}),
    counties=frozenset({"Troms"}),
    remote=True,
    extent_min=80.0,
    shift_work=False,
    salary_floor=600000.0,
)


def rows_in(session, table):
    return session.execute(select(func.count()).select_from(Base.metadata.tables[table])).scalar_one()


def test_a_profile_comes_back_and_is_replaced(store: Store):
    with store.write() as session:
        profiles.save(session, OLA, NOON)
        profiles.save(session, Profile("Anne"), NOON)
        assert profiles.get(session, OLA.name) == OLA
        profiles.save(session, replace(OLA, remote=False), NOON)
        assert profiles.all_profiles(session) == [Profile("Anne"), replace(OLA, remote=False)]


def test_a_new_profile_makes_its_old_scores_stale_and_no_others(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad()]})
        profiles.save(session, OLA, NOON)
        for target in (profiles.target(OLA.name), "occupation:customer_service_manager"):
            matches.save(session, 1, target, match(), NOON)
        profiles.save(session, replace(OLA, remote=False), NOON)
        assert matches.stale(session, profiles.target(OLA.name), "v1") == [1]
        assert matches.stale(session, "occupation:customer_service_manager", "v1") == []


def test_a_removed_profile_takes_its_scores_along(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad()]})
        profiles.save(session, OLA, NOON)
        matches.save(session, 1, profiles.target(OLA.name), match(), NOON)
        profiles.remove(session, OLA.name)
        assert (rows_in(session, "profile"), rows_in(session, "opening_match")) == (0, 0)
        for ask in (profiles.get, profiles.remove):
            with pytest.raises(NotStoredError, match="Ola Å"):
                ask(session, OLA.name)


def test_a_profile_in_use_is_not_removed(store: Store):
    with store.write() as session:
        profiles.save(session, OLA, NOON)
        new_alert(session, "Nord", profile=OLA.name)
        with pytest.raises(StoreError, match="alert Nord"):
            profiles.remove(session, OLA.name)
        assert profiles.get(session, OLA.name) == OLA


def test_an_alert_comes_back_with_its_id(store: Store):
    wanted = alert(
        "Nord",
        profile=OLA.name,
        query="leder æøå",
        min_score=70,
        frequency=Frequency.WEEKLY,
        at=time(6, 30),
        zone="Europe/Stockholm",
        language="nn",
        paused=True,
        weekdays=frozenset({0, 3, 6}),
        silent_until=date(2026, 12, 24),
    )
    with store.write() as session:
        profiles.save(session, OLA, NOON)
        added = alerts.add(session, wanted, NOON)
        assert added == replace(wanted, id=added.id, renewed_at=NOON)
        assert alerts.get(session, added.id) == added
        other = alerts.add(session, alert("Sør"), NOON)
        assert alerts.all_alerts(session) == [added, other]
        assert alerts.speaking(session) == [other]
        alerts.snooze(session, added.id, None)
        added = replace(added, silent_until=None)
        assert alerts.get(session, added.id) == added
        alerts.renew(session, added.id, NOON + timedelta(days=1))
        alerts.pause(session, other.id)
        assert alerts.speaking(session) == [replace(added, paused=False, renewed_at=NOON + timedelta(days=1))]


def test_an_alert_needs_a_profile_that_exists_and_a_name_of_its_own(store: Store):
    with store.write() as session:
        with pytest.raises(NotStoredError, match="nobody"):
            alerts.add(session, alert(profile="nobody"), NOON)
        new_alert(session)
        with pytest.raises(StoreError, match="has it"):
            new_alert(session)
        # The refusal cost nothing else in this unit.
        assert len(alerts.all_alerts(session)) == 1
        new_alert(session, email="kari@eksempel.no")


def test_unknown_alerts_are_told_apart(store: Store):
    with store.write() as session:
        with pytest.raises(NotStoredError, match="404"):
            alerts.snooze(session, 404, None)
        for ask in (alerts.get, alerts.pause, alerts.remove):
            with pytest.raises(NotStoredError, match="404"):
                ask(session, 404)


@pytest.mark.parametrize("way", ["remove", "forget"])
def test_a_removed_alert_leaves_nothing_behind(store: Store, way: str):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        keep = new_alert(session, "Kari", email="kari@eksempel.no")
        gone = new_alert(session, "Ola")
        for number, opening in ((keep, 1), (gone, 1), (gone, 2)):
            day = date(2026, 11, 23) + timedelta(days=opening)
            deliveries.commit_digest(session, mail(number, day), {opening: [opening]}, NOON)
        if way == "remove":
            alerts.remove(session, gone)
        else:
            assert alerts.forget(session, "ola@eksempel.no") == 1
        left = {name: rows_in(session, name) for name in ("alert", "digest", "digest_item", "alert_ledger", "delivery")}
        assert left == dict.fromkeys(left, 1)
        # The number is not given again: old links of the removed alert must not reach a new one.
        assert new_alert(session, "Ny") > gone

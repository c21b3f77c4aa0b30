"""What a job seeker sets on an alert: its days, its quiet hours, a snooze, a test mail; by form and by program."""

from datetime import date, time
from email import message_from_bytes
from email.policy import default

import pytest

from domain.accounts import Role, Scope
from domain.alerts import Frequency
from storage import accounts, alerts, profiles, watching
from tests.integration.web.test_api import keyed
from tests.unit.matcher.test_cv import NB

API = "/api/v1"
NEW, LIST = "/min/varsler/ny", "/min/varsler"


@pytest.fixture
def client(house):
    return house.visit(Role.SEEKER)


def only(house):
    with house.context.store.read() as session:
        (alert,) = alerts.all_alerts(session)
    return alert


def add(house, client, **fields):
    return house.send(client, NEW, NEW, name="Sjef", search="?v=1&q=leder", **fields)


def test_an_alert_speaks_on_the_days_that_are_ticked(house, client):
    assert add(house, client, frequency="weekly", weekday=["0", "3"]).status_code == 303
    assert (only(house).frequency, only(house).weekdays) == (Frequency.WEEKLY, frozenset({0, 3}))
    assert "mandag, torsdag, 07:00" in client.get(LIST).text


def test_days_say_nothing_to_a_daily_alert(house, client):
    add(house, client, frequency="daily", weekday=["0"])
    assert only(house).weekdays == frozenset()


def test_an_alert_that_comes_at_once_has_quiet_hours_and_a_cap(house, client):
    add(house, client, frequency="instant", quiet_from="20", quiet_until="8", cap="2", hour="9")
    alert = only(house)
    assert (alert.frequency, alert.quiet_from, alert.quiet_until, alert.daily_cap, alert.at) == (
        Frequency.INSTANT,
        time(20),
        time(8),
        2,
        time(9),
    )
    assert "stille 20:00–08:00, høyst 2 om dagen, resten kl. 09:00" in client.get(LIST).text


@pytest.mark.parametrize(
    "wrong", [{"weekday": "7"}, {"weekday": "x"}, {"frequency": "hourly"}, {"quiet_from": "24"}, {"cap": "-1"}]
)
def test_what_cannot_be_is_named_and_nothing_is_stored(house, client, wrong):
    answer = add(house, client, **{"frequency": "weekly", **wrong})
    assert answer.status_code == 422
    assert "Noe må rettes" in answer.text
    with house.context.store.read() as session:
        assert alerts.all_alerts(session) == []


def test_an_alert_sleeps_and_is_woken(house, client):
    add(house, client)
    assert house.send(client, LIST, f"{LIST}/1/utsett", days="14").status_code == 303
    assert only(house).silent_until == date(2026, 12, 7)
    page = client.get(LIST).text
    assert "utsatt til 07.12.2026" in page
    assert "/1/utsett" not in page
    house.send(client, LIST, f"{LIST}/1/fortsett")
    assert only(house).silent_until is None
    assert house.send(client, LIST, f"{LIST}/1/utsett", days="0").status_code == 422


def test_a_test_mail_goes_to_the_owner_and_not_too_often(house, client):
    add(house, client)
    for _ in range(5):
        assert house.send(client, LIST, f"{LIST}/1/prov").status_code == 303
    (mail, *_) = house.outbox()
    read = message_from_bytes(mail, policy=default)
    assert read["To"] == "kari@eksempel.no"
    assert read["Subject"].startswith("Prøve: ")
    assert house.send(client, LIST, f"{LIST}/1/prov").status_code == 429
    assert house.send(house.visit(Role.RECRUITER), LIST + "/ny", f"{LIST}/1/prov").status_code == 404


def test_mails_about_saved_openings_can_be_stopped(house, client):
    with house.context.store.read() as session:
        number = accounts.by_email(session, "kari@eksempel.no").id
    house.send(client, LIST, f"{LIST}/lagrede/slutt")
    with house.context.store.read() as session:
        assert watching.is_silenced(session, number)
    house.send(client, LIST, f"{LIST}/lagrede/fortsett")
    with house.context.store.read() as session:
        assert not watching.is_silenced(session, number)
    assert house.send(client, LIST, f"{LIST}/lagrede/slett").status_code == 422


def test_a_program_sets_days_and_snoozes(house):
    caller = keyed(house, Role.SEEKER, *Scope)
    wish = {"name": "Sjef", "query": "leder", "frequency": "weekly", "weekdays": [4, 1], "quiet_from": 22}
    made = caller.post(f"{API}/me/alerts", json=wish).json()
    assert (made["weekdays"], made["quiet_from"], made["quiet_until"], made["silent_until"]) == ([1, 4], 22, 7, None)
    state = f"{API}/me/alerts/{made['id']}/state"
    for wanted, paused, until in (
        ({"silent_until": "2026-12-24"}, False, "2026-12-24"),
        ({"paused": True}, True, None),
        ({}, False, None),
    ):
        assert caller.put(state, json=wanted).status_code == 204
        (now,) = caller.get(f"{API}/me/alerts").json()["items"]
        assert (now["paused"], now["silent_until"]) == (paused, until)
    for wrong in ({"silent_until": "2026-11-23"}, {"silent_until": "2030-01-01"}, {"paused": "maybe"}, {"until": 1}):
        assert caller.put(state, json=wrong).status_code == 422
    assert keyed(house, Role.OPERATOR, *Scope).put(state, json={"paused": True}).status_code == 404
    assert caller.post(f"{API}/me/alerts", json={**wish, "name": "x", "weekdays": [7]}).status_code == 422


def test_a_cv_fills_the_form_in_and_nothing_is_stored_before_that_is_confirmed(house):
    client = house.visit(Role.SEEKER)
    page = house.send(client, "/min/profil", "/min/profil", action="suggest", cv=NB, education="master").text
    assert "Stryk det som ikke stemmer" in page
    assert "<q>Lønn fra 650 000</q>" in page
    assert 'value="650000"' in page
    assert "Dynamics 365" in page
    assert '<option value="master" selected>' in page, "what was said already stays"
    with house.context.store.read() as session:
        assert profiles.all_profiles(session) == []
    nothing = house.send(client, "/min/profil", "/min/profil", action="suggest", cv="Hei").text
    assert "sa ikke noe nytt" in nothing


def test_an_alert_goes_to_a_webhook_whose_key_is_shown_and_to_no_other_place(house):
    client = house.visit(Role.SEEKER)
    wrong = house.send(client, NEW, NEW, name="Krok", channel="file:///etc/passwd")
    assert wrong.status_code == 422
    assert house.send(client, NEW, NEW, name="Krok", channel="https://hooks.example.org/hemmelig").status_code == 303
    page = client.get(f"{LIST}/{only(house).id}").text
    assert "webhook:hooks.example.org" in page
    assert "whsec_" in page
    assert "hemmelig" not in page
    program = keyed(house, Role.SEEKER, Scope.READ)
    (listed,) = program.get(f"{API}/me/alerts").json()["items"]
    assert listed["channel"] == "webhook:hooks.example.org"

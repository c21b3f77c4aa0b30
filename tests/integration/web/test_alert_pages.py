"""What a job seeker sets on an alert: its days, its quiet hours, a snooze, a test mail; by form and by program."""

import html
import re
import shutil
from datetime import date, time
from email import message_from_bytes
from email.policy import default

import pytest

from domain.accounts import Role, Scope
from domain.alerts import Frequency
from domain.clock import FixedClock
from storage import accounts, alerts, profiles, watching
from tests.integration.web.conftest import NOON, PEOPLE, house_in
from tests.integration.web.test_api import keyed
from tests.unit.matcher.test_cv import NB

API = "/api/v1"
NEW, LIST, KEEP = "/min/varsler/ny", "/min/varsler", "/varsel/ny"


@pytest.fixture
def client(house):
    return house.visit(Role.SEEKER)


def all_of(house):
    with house.context.store.read() as session:
        return alerts.all_alerts(session)


def only(house):
    (alert,) = all_of(house)
    return alert


def add(house, client, **fields):
    return house.send(client, NEW, NEW, name="Sjef", search="?v=1&q=leder", **fields)


def test_an_alert_speaks_on_the_days_that_are_ticked(house, client):
    assert add(house, client, frequency="weekly", weekday=["0", "3"]).status_code == 303
    assert (only(house).frequency, only(house).weekdays) == (Frequency.WEEKLY, frozenset({0, 3}))
    assert "mandag, torsdag, 07:00" in client.get(LIST).text


def test_one_press_on_the_hits_makes_the_alert_and_shows_it(house, client):
    page = client.get("/?v=1&q=leder&county=Oslo&min_score=40&sort=newest&published=7").text
    assert 'form="alert">Lagre som varsel</button>' in page
    (search,) = re.findall(r'form="alert" name="search" value="([^"]+)"', page)
    made = house.send(client, "/", KEEP, search=html.unescape(search))
    assert (made.status_code, made.headers["location"]) == (303, f"{LIST}/1?ok=alert")
    shown = client.get(made.headers["location"]).text
    assert "Varselet er lagret." in shown
    assert "<strong>leder, Oslo</strong>" in shown
    assert "Endre varselet" in shown
    alert = only(house)
    assert (alert.query, alert.min_score, alert.email) == ("?v=1&q=leder&county=Oslo", 40, PEOPLE[Role.SEEKER])
    assert (alert.frequency, alert.at, alert.confirmed) == (Frequency.DAILY, time(7), True)
    again = house.send(client, "/", KEEP, search=html.unescape(search))
    assert again.headers["location"] == f"{LIST}/1?ok=alert", "the same search is not kept twice"
    house.send(client, "/", KEEP, search="?v=1&q=leder&county=Oslo&pay_stated=1")
    other = house.send(client, "/", KEEP, search="?v=1&q=leder&county=Oslo&pay_stated=1&min_score=10")
    assert other.headers["location"] == f"{LIST}/3?ok=alert"


def test_the_alert_is_scored_by_the_profile_of_who_has_one(house, client):
    house.send(client, "/min/profil", "/min/profil", action="save", has="CCSM")
    house.send(client, "/", KEEP, search="?v=1&q=leder")
    assert only(house).profile == "account-1"


def test_a_visitor_gives_an_address_on_the_spot_and_the_mail_begins_the_alert(house):
    visitor = house.visit()
    assert 'type="email"' in visitor.get("/?v=1&q=leder").text
    answer = house.send(visitor, "/", KEEP, search="?v=1&q=leder", email=" Anne@Eksempel.no ")
    assert "Vi har sendt en lenke til" in answer.text
    assert (only(house).email, only(house).query, only(house).confirmed) == ("anne@eksempel.no", "leder", False)
    (mail,) = house.outbox()
    read = message_from_bytes(mail, policy=default)
    assert read["To"] == "anne@eksempel.no"
    link = re.search(r"http://testserver(/varsel/bekreft/\S+)", read.get_body(("plain",)).get_content())[1]
    assert visitor.get(link).status_code == 200
    assert not only(house).confirmed, "looking is not pressing"
    assert visitor.post(link).status_code == 200
    assert only(house).confirmed
    house.send(visitor, "/", KEEP, search="?v=1&q=leder", email="anne@eksempel.no")
    assert len(house.outbox()) == 1, "what runs already is not asked about again"


def test_a_visitor_learns_nothing_of_an_address_and_bombs_nobody(house, client):
    house.send(client, "/", KEEP, search="?v=1&q=leder")
    visitor = house.visit()

    def told(email, search="?v=1&q=leder"):
        answer = house.send(visitor, "/", KEEP, search=search, email=email)
        return answer.status_code, re.sub(r'value="[0-9a-f]{64}"', "", answer.text).replace(email, "#")

    assert told(PEOPLE[Role.SEEKER]) == told("ingen@eksempel.no")
    with house.context.store.read() as session:
        mine = [one for one in alerts.all_alerts(session) if one.email == PEOPLE[Role.SEEKER]]
    assert [one.confirmed for one in mine] == [True], "a stranger adds nothing to what is another's"
    statuses = [told("i.ngen+x@eksempel.no", f"?v=1&q=ord{number}")[0] for number in range(5)]
    assert statuses == [200] * 4 + [422]
    assert told("ikke en adresse")[0] == 422
    assert house.visit().post(KEEP, data={"search": "", "email": "x@y.no"}).status_code == 403


def test_where_nobody_may_sign_up_no_stranger_is_written_to(model, tmp_path):
    shutil.copytree(model, tmp_path / "var")
    with house_in(tmp_path / "var", FixedClock(NOON), open_signup=False) as house:
        assert house.send(house.visit(), "/", KEEP, search="?v=1&q=leder", email="x@eksempel.no").status_code == 200
        assert house.outbox() == []
        with house.context.store.read() as session:
            assert alerts.all_alerts(session) == []


def test_everything_but_its_place_and_state_can_be_changed(house, client):
    add(house, client, channel="https://hooks.example.org/hemmelig")
    house.send(client, LIST, f"{LIST}/1/pause")
    page = f"{LIST}/1"
    wish = {"name": "Ny", "words": "sjef", "frequency": "weekly", "weekday": ["2"], "hour": "9", "min_score": "30"}
    assert house.send(client, page, page, **wish).headers["location"] == f"{page}?ok=saved"
    alert = only(house)
    assert (alert.name, alert.query, alert.frequency, alert.weekdays) == ("Ny", "sjef", Frequency.WEEKLY, {2})
    assert (alert.at, alert.min_score, alert.paused, alert.channel) == (
        time(9), 30, True, "https://hooks.example.org/hemmelig",
    )  # fmt: skip
    house.send(client, "/", KEEP, search="?v=1&q=leder&county=Oslo")
    assert house.send(client, page, page, name="leder, Oslo").status_code == 422, "a name that another alert has"
    assert house.send(client, page, page, name="", words="x").status_code == 422
    assert alert in all_of(house)
    kept = f"{LIST}/2"
    house.send(client, kept, kept, name="To", words="kunde")
    assert "?v=1&q=kunde&county=Oslo" in [one.query for one in all_of(house)], "its filters stay"
    stranger = house.visit(Role.RECRUITER)
    assert house.send(stranger, LIST + "/ny", page, name="Min").status_code == 404


def test_a_program_changes_an_alert(house):
    caller = keyed(house, Role.SEEKER, *Scope)
    made = caller.post(f"{API}/me/alerts", json={"name": "Sjef", "query": "leder"}).json()
    path = f"{API}/me/alerts/{made['id']}"
    changed = caller.put(path, json={"name": "Ny", "query": "?v=1&county=Oslo", "hour": 8})
    assert changed.json() == {**made, "name": "Ny", "query": "?v=1&county=Oslo", "hour": 8}
    assert caller.get(path).json() == changed.json()
    assert caller.put(path, json={"name": " "}).status_code == 422
    assert caller.put(path, json={"name": "Ny", "channel": "https://x.example"}).status_code == 422
    assert keyed(house, Role.OPERATOR, *Scope).put(path, json={"name": "x"}).status_code == 404


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

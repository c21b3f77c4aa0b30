"""Feeds on the pages: an address that is its own key, made anew, taken back, gone with its alert."""

import shutil

import feedparser
import pytest

from alerts.feeds import FORMS
from domain.accounts import Role, Scope
from domain.alerts import Alert
from domain.clock import FixedClock
from operations.feeds import addresses, read
from storage import alerts
from storage.errors import NotStoredError
from tests.integration.web.conftest import NOON, PEOPLE, house_in
from tests.integration.web.test_api import API, keyed

BASE = "http://testserver"


@pytest.fixture
def own(model, tmp_path):
    """A house with an address, in which Kari has an alert."""
    shutil.copytree(model, tmp_path / "var")
    with house_in(tmp_path / "var", FixedClock(NOON), base_url=BASE) as house:
        with house.context.store.write() as session:
            house.alert = alerts.add(session, Alert(0, "Sjef", PEOPLE[Role.SEEKER], None, min_score=1), NOON).id
        yield house


def press(house, client, action):
    page = f"/min/varsler/{house.alert}"
    assert house.send(client, page, f"{page}/strom/{action}").status_code == 303
    return client.get(page).text


def test_a_feed_is_made_read_renewed_and_taken_back(own):
    client, stranger = own.visit(Role.SEEKER), own.visit()
    assert addresses(own.context, own.alert) == {}
    page = press(own, client, "lag")
    first = addresses(own.context, own.alert)
    assert set(first) == set(FORMS)
    for form, address in first.items():
        assert f'href="{address}"' in page
        answer = stranger.get(address.removeprefix(BASE))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == f"{FORMS[form][0]}; charset=utf-8"
        assert answer.headers["x-robots-tag"] == "noindex"
        assert "set-cookie" not in answer.headers
        again = stranger.get(address.removeprefix(BASE), headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    told = feedparser.parse(stranger.get(first["atom.xml"].removeprefix(BASE)).content)
    assert len(told.entries) > 5
    own.context.clock.sleep(1)
    press(own, client, "lag")
    second = addresses(own.context, own.alert)
    assert stranger.get(first["atom.xml"].removeprefix(BASE)).status_code == 404
    assert stranger.get(second["atom.xml"].removeprefix(BASE)).status_code == 200
    assert "/strom/" + second["atom.xml"].split("/")[4] not in press(own, client, "slutt")
    assert stranger.get(second["atom.xml"].removeprefix(BASE)).status_code == 404


def test_a_feed_that_was_taken_back_is_not_found_by_the_api(own):
    client, feed = keyed(own, Role.SEEKER, *Scope), f"{API}/me/alerts/{own.alert}/feed"
    assert client.get(feed).status_code == 404
    assert set(client.put(feed).json()["addresses"]) == set(FORMS)
    assert set(client.get(feed).json()["addresses"]) == set(FORMS)
    assert client.delete(feed).status_code == 204
    gone = client.get(feed)
    assert (gone.status_code, gone.json()["title"]) == (404, "the alert is no feed")


def test_nobody_makes_a_feed_of_somebody_elses_alert(own):
    other = own.visit(Role.RECRUITER)
    assert own.send(other, "/min/varsler", f"/min/varsler/{own.alert}/strom/lag").status_code == 404
    assert addresses(own.context, own.alert) == {}


def test_a_wrong_token_and_a_removed_alert_lead_nowhere(own):
    press(own, own.visit(Role.SEEKER), "lag")
    token = addresses(own.context, own.alert)["feed.json"].split("/")[4]
    assert read(own.context, token, "feed.json")
    for wrong in (token[:-1] + ("0" if token[-1] != "0" else "1"), f"{own.alert}-", "0-x", "æ", f"9{token}"):
        with pytest.raises(NotStoredError):
            read(own.context, wrong, "feed.json")
    with pytest.raises(NotStoredError):
        read(own.context, token, "feed.exe")
    with own.context.store.write() as session:
        alerts.remove(session, own.alert)
    with pytest.raises(NotStoredError):
        read(own.context, token, "feed.json")

"""Links in mails: opening one changes nothing, sending its form does; no session, no form token, no second effect."""

import shutil

import pytest

from alerts.links import Deed, token
from domain.alerts import Alert
from domain.clock import FixedClock
from operations.mail import mail_settings
from storage import alerts
from tests.integration.web.conftest import NOON, house_in


@pytest.fixture
def linked(model, tmp_path):
    """A house with an address, and an alert that nobody has confirmed."""
    folder = tmp_path / "var"
    shutil.copytree(model, folder)
    with house_in(folder, FixedClock(NOON), base_url="http://testserver") as house:
        with house.context.store.write() as session:
            wanted = Alert(0, "Kunde<b>service</b>", "anne@eksempel.no", None, confirmed=False)
            house.alert = alerts.add(session, wanted, NOON)
        yield house


def path(house, deed):
    return f"/varsel/{deed}/{token(mail_settings(house.context).secret, deed, house.alert)}"


def now(house):
    with house.context.store.read() as session:
        return alerts.get(session, house.alert.id)


@pytest.mark.parametrize("deed", list(Deed))
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_no_link_does_anything_by_being_opened(linked, deed, method):
    client = linked.visit()
    for _ in range(2):
        answer = client.request(method, path(linked, deed), headers={"Purpose": "prefetch"})
        assert answer.status_code in (200, 405)
    assert now(linked) == linked.alert


def test_one_click_unsubscribes_at_once_without_cookie_or_token_and_can_be_undone(linked):
    client = linked.visit()
    for _ in range(2):
        answer = client.post(path(linked, Deed.UNSUBSCRIBE), data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert now(linked).paused
    assert "er slått av" in answer.text
    assert client.post(path(linked, Deed.RESUME)).status_code == 200
    assert not now(linked).paused


def test_confirming_takes_a_press_of_the_button(linked):
    client = linked.visit()
    page = client.get(path(linked, Deed.CONFIRM)).text
    assert "Nye stillinger blir sendt til anne@eksempel.no." in page
    assert "Kunde&lt;b&gt;service" in page
    assert client.post(path(linked, Deed.CONFIRM)).status_code == 200
    assert now(linked).confirmed


@pytest.mark.parametrize("address", ["/varsel/avmeld/1-x", "/varsel/avmeld/æ", "/varsel/slett/1-x", "/varsel/avmeld/"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_any_other_link_leads_nowhere(linked, address, method):
    assert linked.visit().request(method, address).status_code == 404
    assert now(linked) == linked.alert


def test_the_page_and_the_mail_sign_with_one_secret(linked):
    """Mails are written by the scheduler, the pages run in another process."""
    first, second = mail_settings(linked.context).secret, (linked.context.data_dir / "web.secret").read_bytes()
    assert first == second
    assert len(first) >= 32

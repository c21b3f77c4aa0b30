"""What the first visitor after a crawl would have waited for is made before he comes."""

from dataclasses import replace
from time import monotonic, sleep

from sqlalchemy import text
from starlette.testclient import TestClient

from storage.search_masks import generation, masks_at_hand
from tests.integration.web.conftest import drafts, see
from web import warming


def ready(house, within=20.0):
    """Are the counts of the index as it is now at hand, or soon?"""
    until = monotonic() + within
    while monotonic() < until:
        with house.context.store.read() as session:
            if masks_at_hand(session) is not None:
                return True
        sleep(0.02)
    return False


def test_counts_are_at_hand_before_anybody_asks(house):
    with TestClient(house.app, base_url="http://testserver"):
        assert ready(house)


def test_a_changed_index_is_read_ahead_too(house, monkeypatch):
    monkeypatch.setattr(warming, "PAUSE", 0.02)
    with TestClient(house.app, base_url="http://testserver"):
        assert ready(house)
        with house.context.store.read() as session:
            before = generation(session)
        see(house.context, [replace(next(drafts()), source_ref="new", title="Ny kundeservicesjef")])
        house.match()
        with house.context.store.read() as session:
            assert generation(session) != before
        assert ready(house)


def test_a_store_that_cannot_be_read_is_looked_at_again(house, monkeypatch, caplog):
    looks = []

    def look(desk):
        looks.append(desk)
        if len(looks) == 1:
            with desk.context.store.read() as session:
                session.execute(text("SELECT * FROM no_such_table"))

    monkeypatch.setattr(warming, "PAUSE", 0.02)
    monkeypatch.setattr(warming, "warm", look)
    with TestClient(house.app, base_url="http://testserver"):
        until = monotonic() + 10
        while len(looks) < 3 and monotonic() < until:
            sleep(0.02)
    assert len(looks) >= 3
    assert "could not be read ahead" in caplog.text

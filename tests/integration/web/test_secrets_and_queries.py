"""Secrets in no answer, log or traceback; no words that make the search fail or wait; one time for all who fail."""

import io
import logging
import os
import statistics
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from domain.accounts import Role, Scope
from domain.clock import FixedClock
from domain.searching import MAX_QUERY
from operations.context import open_context
from settings import DatabaseSettings, MailTable, Settings, SourceSettings, WebTable, masked
from tests.integration.web.conftest import NOON, PASSWORD, PEOPLE, House
from tests.integration.web.test_api import API, keyed
from web.app import create_app

CANARY = "kanari-hemmelighet-0123456789abcdef"
QUERIES = int(os.environ.get("JOBBVAKT_QUERIES", "150"))
"""Queries tried; each on the page and over the API."""
PIECES = st.sampled_from(
    [
        *(
            '"',
            "'",
            "*",
            "-",
            "(",
            ")",
            "^",
            ":",
            "NEAR",
            "NEAR(",
            "AND",
            "OR",
            "NOT",
            "ELLER",
            "|",
            "+",
            "{",
            "}",
            "\\",
        ),
        *("title:", "rowid:", "search_index", "; DROP TABLE opening", "--", "%", "_", "\x00", "\u200b", "\ufeff", "%s"),
        *("sjef", "kunde*", '"to ord"', "-selger", "a", "å", "ſ", "İ", "ﬁ", "🙂", "a" * 80, "sjef OR", "<->", "&", "!"),
    ]
)
WORDS = st.lists(PIECES, max_size=14).flatmap(lambda found: st.sampled_from(["", " "]).map(lambda gap: gap.join(found)))


@settings(max_examples=QUERIES, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=WORDS | st.text(max_size=40))
def test_no_words_make_the_search_fail_or_wait(house, words):
    if not hasattr(house, "client"):
        house.client = house.visit()
        object.__setattr__(house.context.settings.web, "requests_per_minute", 10**9)
    words = words.encode("utf-8", "ignore").decode()[:MAX_QUERY]
    before = time.process_time()
    page, api = house.client.get("/", params={"q": words}), house.client.get(f"{API}/openings", params={"q": words})
    assert page.status_code in (200, 303), words
    assert api.status_code == 200, (words, api.text)
    assert api.json()["total"] >= len(api.json()["items"])
    assert house.client.get(f"{API}/complete", params={"q": words[:100]}).status_code == 200
    assert time.process_time() - before < 5, words


@pytest.mark.parametrize(
    "many", ['"' * 300, "(" * 300, "a* " * 100, "-a " * 100, "a OR " * 60, "NEAR " * 60, "å" * 300]
)
def test_the_longest_queries_take_no_longer_than_others(house, many):
    before = time.process_time()
    assert house.visit().get(f"{API}/openings", params={"q": many}).status_code == 200
    assert time.process_time() - before < 5


@pytest.fixture
def secretive(house):
    """A house whose every secret is a canary."""
    secret = SecretStr(CANARY)
    table = SourceSettings(api_key=CANARY)
    wanted = Settings(
        data_dir=house.context.data_dir,
        web=WebTable(host="testserver", secret=secret),
        mail=MailTable(password=secret, username="x"),
        database=DatabaseSettings(url=SecretStr(f"sqlite:///{house.context.data_dir}/jobbvakt.db?x={CANARY}")),
        sources={"finn": table},
    )
    shown = Settings(data_dir=house.context.data_dir, web=wanted.web, mail=wanted.mail, sources=wanted.sources)
    with open_context(shown, FixedClock(NOON)) as context:
        yield House(context, create_app(context)), wanted


def test_no_secret_is_in_an_answer_a_log_or_a_traceback(secretive, monkeypatch):
    house, wanted = secretive
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    logging.getLogger().addHandler(handler)
    try:
        texts = [str(masked(wanted))]
        client, key = house.visit(Role.OPERATOR), keyed(house, Role.OPERATOR, *Scope)
        texts += [
            client.get(path).text for path in ("/metrics", "/healthz", "/readyz", "/drift/system", "/drift/revisjon")
        ]
        texts += [client.get("/drift/kilder/nav_feed").text, client.get("/api/openapi.json").text]
        texts += [
            key.get(f"{API}{path}").text for path in ("/system", "/me/data", "/operation/sources/nav_feed", "/audit")
        ]
        texts.append(house.visit().get(f"{API}/me", headers={"authorization": f"Bearer {CANARY}"}).text)
        house.send(house.visit(), "/logg-inn", "/logg-inn", email="x@eksempel.no", password=CANARY)
        monkeypatch.setattr("web.pages.search.counts", lambda *_, **__: 1 / 0)
        texts.append(house.visit().get("/", params={"q": "x"}).text)
        secret = key.headers["authorization"].split()[1]
    finally:
        logging.getLogger().removeHandler(handler)
    assert "ZeroDivisionError" in told.getvalue(), "the fault itself must be logged"
    for text in [*texts, told.getvalue()]:
        assert CANARY not in text
        assert secret not in text
        assert PASSWORD not in text


def test_who_has_no_account_waits_as_long_as_who_has(house):
    """Each failure costs one argon2id digest, whether the address is known, has no password, or is unknown."""
    client = house.visit()
    token = house.token(client)
    taken = {PEOPLE[Role.OPERATOR]: [], "ingen@eksempel.no": []}
    for _ in range(5):
        for email, times in taken.items():
            before = time.process_time()
            client.post("/logg-inn", data={"form_token": token, "email": email, "password": "feil passord"})
            times.append(time.process_time() - before)
    known, unknown = (statistics.median(times) for times in taken.values())
    assert 0.5 < unknown / known < 2


def test_machines_that_watch_are_answered_cheaply(house):
    client = house.visit()
    client.get("/metrics")
    before = time.process_time()
    for _ in range(20):
        assert client.get("/healthz").text == client.get("/readyz").text == "ok\n"
        assert client.get("/metrics").status_code == 200
    assert time.process_time() - before < 3
    text = client.get("/metrics").text
    assert 'jobbvakt_active_postings{source="nav_feed"} 12.0' in text
    assert "@" not in text

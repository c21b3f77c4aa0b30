"""What pages and commands do can be done over the API: lists, alerts, keys, sources, work, rulings, one's data."""

import csv
import io
import json
import time
from dataclasses import replace

import pytest

from domain.accounts import Role, Scope
from domain.errors import JobbvaktError
from operations.works import MOST_WAITING, Works
from storage import audit, flags, openings, runs
from tests.integration.web.conftest import AD, drafts, see
from tests.integration.web.test_api import API, keyed

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Kundeservicesjef",
    "hiringOrganization": {"name": "Egen AS"},
    "description": AD,
    "url": "https://egen.eksempel.no/stilling/1",
    "datePosted": "2026-11-20",
}
PAGE = f"""<html><head><script type="application/ld+json">{json.dumps(POSTING)}</script></head>
<body><h1>Kundeservicesjef</h1>{AD}</body></html>"""


def done(client, answer):
    """The piece of work that an answer leads to, once it is over."""
    assert answer.status_code == 202, answer.text
    for _ in range(200):
        work = client.get(answer.headers["location"]).json()
        if work["state"] in ("done", "failed"):
            return work
        time.sleep(0.05)
    raise AssertionError(work)


def test_a_list_is_made_filled_shared_and_given_as_a_file(house):
    client = keyed(house, Role.RECRUITER, *Scope)
    made = client.post(f"{API}/lists", json={"name": "Bergen\r\nog omegn"})
    assert (made.status_code, made.json()["name"]) == (201, "Bergen og omegn")
    here = made.headers["location"]
    for number in (1, 2):
        assert client.put(f"{here}/items/{number}", json={"note": f"=nr {number}"}).status_code == 204
    assert [item["note"] for item in client.get(f"{here}/items").json()["items"]] == ["=nr 1", "=nr 2"]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{here}/export/csv").content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == ["1", "2"]
    token = client.put(f"{here}/share").json()["token"]
    assert house.visit().get(f"{API}/shared/{token}").json()["name"] == "Bergen og omegn"
    assert client.delete(f"{here}/share").status_code == 204
    assert house.visit().get(f"{API}/shared/{token}").status_code == 404
    assert client.delete(f"{here}/items/1").status_code == client.delete(here).status_code == 204
    assert client.get(here).status_code == 404
    assert client.post(f"{API}/lists", json={"name": "\r\n"}).status_code == 422


def test_an_alert_is_looked_at_tried_and_quietened(house):
    client = keyed(house, Role.SEEKER, *Scope)
    made = client.post(f"{API}/me/alerts", json={"name": "Sjef", "query": "?v=1&q=sjef&sort=newest&published=3"})
    here = made.headers["location"]
    assert made.json()["query"] == "sjef", "order and age are no part of what an alert looks for"
    letter = client.get(f"{here}/preview").json()
    assert letter["openings"]
    assert letter["subject"] in letter["text"] or letter["subject"]
    assert client.post(f"{here}/test").status_code == 204
    assert len(house.outbox()) == 1
    assert client.put(f"{here}/state", json={"silent_until": "2026-12-24"}).status_code == 204
    assert client.get(here).json()["silent_until"] == "2026-12-24"
    assert client.put(f"{here}/state", json={"silent_until": 20446}).status_code == 422
    assert client.put(f"{API}/me/news", json={"silent": True}).status_code == 204
    assert client.get(f"{API}/me/news").json() == {"silent": True}
    assert client.get(f"{API}/me/sent").json()["total"] == 0


def test_no_more_alerts_than_on_the_page(house):
    client = keyed(house, Role.SEEKER, *Scope)
    answers = [client.post(f"{API}/me/alerts", json={"name": f"nr {number}"}).status_code for number in range(51)]
    assert answers == [201] * 50 + [422]


def test_a_profile_is_tried_before_it_is_kept_and_a_cv_is_read(house):
    client = keyed(house, Role.SEEKER, *Scope)
    trial = client.post(f"{API}/me/profile/trial", json={"concepts": ["Zendesk"], "languages": ["no"]}).json()
    assert trial["tried"] == 12
    assert client.get(f"{API}/me/profile").status_code == 404
    text = "Jeg har bachelorgrad, kan Zendesk og snakker engelsk. HEMMELIG-ORD"
    read = client.post(f"{API}/me/profile/suggestions", json={"text": text}).json()
    assert (read["profile"]["concepts"], read["profile"]["education"]) == (["tool.zendesk"], "bachelor")
    assert set(read["words"]) >= {"concepts", "education", "languages"}
    assert client.put(f"{API}/me/profile", json=read["profile"]).status_code == 204
    assert client.delete(f"{API}/me/profile").status_code == 204
    assert b"HEMMELIG-ORD" not in b"".join(path.read_bytes() for path in house.context.data_dir.glob("jobbvakt.db*"))
    client.put(f"{API}/me/profile", json={"languages": ["no"]})
    assert "tool.zendesk" in [gap["concept"] for gap in client.get(f"{API}/me/profile/gaps").json()["items"]]


def test_a_key_makes_no_key_that_may_do_more_or_lasts_longer(house):
    writer = keyed(house, Role.OPERATOR, Scope.READ, Scope.WRITE)
    assert writer.post(f"{API}/me/keys", json={"name": "x", "scopes": ["operate"]}).status_code == 403
    made = writer.post(f"{API}/me/keys", json={"name": "x", "scopes": ["read"], "days": 30})
    assert made.status_code == 201
    child = house.visit()
    child.headers["authorization"] = f"Bearer {made.json()['secret']}"
    assert child.get(f"{API}/me").json()["scopes"] == ["read"]
    assert child.post(f"{API}/me/keys", json={"name": "y", "scopes": ["read"]}).status_code == 403
    house.context.clock.sleep(31 * 86_400)
    assert child.get(f"{API}/me").status_code == 401
    assert writer.post(f"{API}/me/keys", json={"name": "y", "scopes": ["read"], "days": 365}).status_code == 403
    assert writer.delete(made.headers["location"]).status_code == 204
    assert writer.get(made.headers["location"]).json()["revoked_at"]
    assert "secret" not in writer.get(made.headers["location"]).json()


def test_a_key_opens_no_page(house):
    """A form on a page can do more than a key's scopes tell: make a key, for one."""
    client = keyed(house, Role.OPERATOR, Scope.READ, Scope.WRITE)
    assert client.post("/min/nokler", data={"name": "x", "scope": "operate"}).status_code == 403
    assert client.get("/min").status_code == client.get("/drift").status_code == 403


def test_the_operator_pauses_resumes_retries_and_accepts_a_source(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    here = f"{API}/operation/sources/nav_feed"
    assert client.get(here).json()["coverage_of"] == 12
    assert client.post(f"{here}/pause", json={"why": "vedlikehold"}).status_code == 204
    assert (client.get(here).json()["state"], client.get(here).json()["paused"]) == ("paused", "vedlikehold")
    assert client.post(f"{here}/resume").status_code == client.post(f"{here}/retry").status_code == 204
    assert client.post(f"{here}/accept", json={}).status_code == 204
    assert client.get(f"{API}/operation/sources/finnes_ikke").status_code == 404
    with house.context.store.read() as session:
        done_here = {entry.action for entry in audit.recent(session)}
        assert flags.since(session, f"{flags.MEASURE}nav_feed")
    assert {"source.pause", "source.resume", "source.retry", "source.accept"} <= done_here


def test_openings_are_merged_and_split(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    merged = client.post(f"{API}/duplicates/merge", json={"openings": ["1", "2"], "why": "samme"})
    assert merged.status_code == 200, merged.text
    here = merged.json()["opening"]
    assert [item["opening"] for item in client.get(f"{API}/duplicates").json()["items"]] == [here]
    with house.context.store.read() as session:
        postings = openings.get(session, int(here)).postings
    apart = client.post(f"{API}/openings/{here}/split", json={"postings": [str(postings[1])]})
    assert apart.json()["postings"] == [str(postings[0])]
    assert client.get(f"{API}/duplicates").json()["total"] == 0
    assert client.post(f"{API}/duplicates/merge", json={"openings": [1, 2]}).status_code == 422, "ids are text"


def test_a_report_reaches_the_operator_and_is_dealt_with(house):
    visitor, client = house.visit(), keyed(house, Role.OPERATOR, *Scope)
    refused = visitor.post(f"{API}/openings/1/reports", json={"kind": "closed"})
    assert refused.status_code == 403, "a program without key or session has no form token"
    token = {"x-form-token": house.token(visitor)}
    assert visitor.post(f"{API}/openings/1/reports", json={"kind": "closed"}, headers=token).status_code == 204
    (found,) = client.get(f"{API}/reports").json()["items"]
    assert (found["opening"], found["kind"]) == ("1", "closed")
    assert client.delete(f"{API}/reports/{found['id']}").status_code == 204
    assert client.get(f"{API}/reports").json()["total"] == 0


def test_mail_is_held_let_go_and_sent(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    assert client.put(f"{API}/outbox", json={"held": True}).status_code == 204
    assert client.get(f"{API}/outbox").json()["held"] is True
    client.put(f"{API}/outbox", json={"held": False})
    client.post(f"{API}/me/alerts", json={"name": "Alt"})
    work = done(client, client.post(f"{API}/deliveries"))
    assert (work["state"], work["result"]["sent"]) == ("done", 1)
    (mail,) = all_messages(client)
    assert mail["state"] == "sent"
    assert "recipient" not in mail


def all_messages(client):
    return client.get(f"{API}/outbox/messages").json()["items"]


def test_a_page_is_brought_by_a_job_seeker_and_a_file_by_the_operator(house):
    seeker, client = keyed(house, Role.SEEKER, *Scope), keyed(house, Role.OPERATOR, *Scope)
    brought = seeker.post(f"{API}/me/ads", json={"html": PAGE})
    assert brought.status_code == 201, brought.text
    (opening,) = brought.json()["openings"]
    assert seeker.get(f"{API}/me/saved/{opening}").json()["card"]["employer"] == "Egen AS"
    assert seeker.post(f"{API}/me/ads", json={"html": "<p>ingenting</p>"}).status_code == 422
    file = {"file": ("side.html", PAGE.replace("stilling/1", "stilling/2").encode(), "text/html")}
    work = done(client, client.post(f"{API}/imports", files=file))
    assert work["state"] == "done", work
    assert work["result"]["run"]["postings"]["seen"] == 1
    odd = done(client, client.post(f"{API}/imports", files={"file": ("x.pdf", b"%PDF", "application/pdf")}))
    assert (odd["state"], "remedy" in odd["error"]) == ("failed", True)


def test_trying_an_address_tells_why_it_was_not_fetched(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    work = done(client, client.post(f"{API}/trials", json={"url": "ftp://x.eksempel.no"}))
    assert (work["state"], work["error"]["error"]) == ("failed", "not a web address")
    other = keyed(house, Role.RECRUITER, *Scope)
    assert other.get(f"{API}/work/{work['id']}").status_code == 404
    assert other.get(f"{API}/work").json()["total"] == 0


def test_work_is_begun_once_for_one_key_and_is_bounded(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    headers = {"idempotency-key": "en"}
    first, second = (client.post(f"{API}/matching", json={}, headers=headers) for _ in range(2))
    assert first.headers["location"] == second.headers["location"]
    assert client.post(f"{API}/matching", json={"rescore": True}, headers=headers).status_code == 409
    assert done(client, first)["result"]["openings"] == 12
    assert client.get(f"{API}/work").json()["total"] == 1


def test_a_key_that_came_to_nothing_may_be_used_again(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    headers = {"idempotency-key": "to"}
    for _ in range(2):
        assert client.post(f"{API}/runs", json={"source": "finnes_ikke"}, headers=headers).status_code == 404


def test_no_more_work_waits_than_memory_is_for(house):
    works = Works(house.context.clock)
    gate = {"open": False}

    def slow(stopping):
        while not gate["open"] and not stopping():
            time.sleep(0.01)
        return {}

    for number in range(MOST_WAITING):
        works.begin(str(number), "slow", 1, slow)
    with pytest.raises(JobbvaktError, match="too much work"):
        works.begin("more", "slow", 1, slow)
    works.close()
    assert {work.state.value for work in works.of(1)} == {"done", "failed"}


def test_a_fault_in_work_tells_nothing_of_its_inside(house):
    works = Works(house.context.clock)
    works.begin("x", "fault", 1, lambda stopping: {"x": 1 / 0})
    works.close()
    assert str(works.find(1, "x").error) == "the work ended before it was done"


def test_runs_are_listed_from_the_newest_and_told_in_full(house):
    with house.context.store.write() as session:
        for source in ("nav_feed", "jobbnorge"):
            runs.begin(session, source, house.context.clock.now(), pid=1, host="x", trigger="test")
    client = keyed(house, Role.OPERATOR, *Scope)
    first = client.get(f"{API}/runs", params={"limit": 1}).json()
    assert (first["items"][0]["source"], first["total"]) == ("jobbnorge", 2)
    second = client.get(f"{API}/runs", params={"limit": 1, "after": first["next"]}).json()
    assert (second["items"][0]["source"], second["next"]) == ("nav_feed", None)
    number = second["items"][0]["run"]
    assert client.get(f"{API}/runs/{number}").json()["state"] == "running"
    assert client.get(f"{API}/runs/{number}/left-out").json()["total"] == 0
    stopped = client.post(f"{API}/runs/{number}/cancel")
    assert (stopped.status_code, stopped.headers["location"]) == (202, f"{API}/runs/{number}")


def test_the_log_is_read_a_page_at_a_time_and_checked(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    first = client.get(f"{API}/audit", params={"limit": 2, "fields": "id,action"}).json()
    assert set(first["items"][0]) == {"id", "action"}
    second = client.get(f"{API}/audit", params={"limit": 2, "after": first["next"]}).json()
    assert int(first["items"][-1]["id"]) > int(second["items"][0]["id"])
    assert client.get(f"{API}/audit/check").json()["whole"] is True


def test_the_store_is_backed_up_and_told_of(house):
    client = keyed(house, Role.OPERATOR, *Scope)
    made = client.post(f"{API}/system/backups")
    if house.context.store.dialect != "sqlite":
        assert (made.status_code, "pg_dump" in made.text) == (409, True)
        return
    name = made.json()["name"]
    told = client.get(f"{API}/system").json()
    assert told["backups"] == [name]
    assert all(finding["ok"] for finding in told["findings"])


def test_history_tells_what_changed(house):
    client = house.visit()
    changed = replace(next(drafts()), title="Kundeservicesjef bedrift")
    house.context.clock.sleep(86_400)
    see(house.context, [changed])
    body = client.get(f"{API}/openings/1/history").json()
    assert body["items"][0]["facts"]


def test_everything_is_taken_along_and_erased(house):
    client = keyed(house, Role.SEEKER, *Scope)
    client.put(f"{API}/me/saved/1", json={"notes": "hemmelig notat"})
    assert client.get(f"{API}/me/data").json()["saved_openings"][0]["notes"] == "hemmelig notat"
    assert client.delete(f"{API}/me").status_code == 422
    assert client.delete(f"{API}/me", params={"sure": "erase"}).status_code == 204
    assert client.get(f"{API}/me").status_code == 401

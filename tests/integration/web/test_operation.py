"""The operator's pages act on the store and the sources, and every act is in the audit log."""

import re
from dataclasses import replace
from datetime import timedelta

from domain.accounts import Role
from storage import accounts, audit, deliveries, flags, runs, saved, suppression
from tests.integration.web.conftest import NOON, drafts, see


def actions(house):
    with house.context.store.read() as session:
        return [entry.action for entry in audit.recent(session)]


def test_pausing_a_source_keeps_the_timer_away_until_it_goes_on(house):
    client = house.visit(Role.OPERATOR)
    page = "/drift/kilder/nav_feed"
    assert house.send(client, page, f"{page}/pause", why="vedlikehold").status_code == 303
    with house.context.store.read() as session:
        assert flags.paused_sources(session) == {"nav_feed": "vedlikehold"}
    assert "nav_feed" not in re.findall(r"/drift/kilder/(\w+)", client.get("/drift/plan").text)
    assert house.send(client, page, f"{page}/fortsett").status_code == 303
    assert "nav_feed" in re.findall(r"/drift/kilder/(\w+)", client.get("/drift/plan").text)
    assert actions(house)[:2] == ["source.resume", "source.pause"]


def test_an_unknown_action_or_source_is_not_found(house):
    client = house.visit(Role.OPERATOR)
    assert house.send(client, "/drift/kilder", "/drift/kilder/nav_feed/slett").status_code == 404
    assert house.send(client, "/drift/kilder", "/drift/kilder/finnes_ikke/hent").status_code == 404


def test_a_source_without_a_contact_address_is_not_crawled(house):
    client = house.visit(Role.OPERATOR)
    answer = house.send(client, "/drift/kilder", "/drift/kilder/nav_feed/hent")
    assert answer.status_code == 409
    assert "contact" in answer.text
    assert house.app.state.desk.jobs.waiting() == []


def test_a_live_run_can_be_asked_to_stop_once(house):
    with house.context.store.write() as session:
        number = runs.begin(session, "nav_feed", NOON, pid=1, host="x", trigger="test")
    client = house.visit(Role.OPERATOR)
    page = f"/drift/kjoringer/{number}"
    assert f'data-live="{page}"' in client.get(page).text
    assert house.send(client, page, f"{page}/stopp").status_code == 303
    with house.context.store.read() as session:
        assert runs.get(session, number).cancel_requested
    assert "run.cancel" in actions(house)


def test_mail_is_held_and_let_go(house):
    client = house.visit(Role.OPERATOR)
    for action, held in (("hold", True), ("release", False)):
        assert house.send(client, "/drift/utboks", "/drift/utboks", action=action).status_code == 303
        with house.context.store.read() as session:
            assert (deliveries.held_because(session) is not None) is held


def test_a_readers_report_reaches_the_operator_and_is_dealt_with(house):
    visitor = house.visit()
    house.send(visitor, "/stilling/1", "/stilling/1/meld-feil", kind="closed", words="Fristen er <b>ute</b>")
    client = house.visit(Role.OPERATOR)
    assert "Fristen er &lt;b&gt;ute" in client.get("/drift/meldinger").text
    assert house.send(client, "/drift/meldinger", "/drift/meldinger/1").status_code == 303
    with house.context.store.read() as session:
        assert saved.open_reports(session) == []


def test_the_system_page_shows_no_secret(house):
    text = house.visit(Role.OPERATOR).get("/drift/system").text
    assert house.app.state.desk.secret.decode() not in text
    assert "Skjemaversjon" in text


def test_a_backup_can_be_made_and_is_listed(house):
    client = house.visit(Role.OPERATOR)
    made = house.send(client, "/drift/system", "/drift/system/sikkerhetskopi")
    if house.context.store.dialect != "sqlite":
        assert (made.status_code, "pg_dump" in made.text) == (409, True)
        return
    assert made.status_code == 303
    assert re.search(r"jobbvakt-\d{8}T\d{6}Z\.db", client.get("/drift/system").text)


def test_sources_in_trouble_come_first_and_can_be_forgiven_paused_and_measured_anew(house):
    before = NOON - timedelta(hours=1)
    with house.context.store.write() as session:
        for state in ("complete", "failed", "blocked"):
            number = runs.begin(session, "jobbnorge", before, pid=1, host="x", trigger="test")
            runs.finish(session, number, type("V", (), {"state": runs.RunState(state), "reason": "en vegg"})(), before)
    client = house.visit(Role.OPERATOR)
    table = client.get("/drift/kilder").text
    assert table.index("jobbnorge") < table.index("nav_feed")
    assert "2 mislykkede kjøringer på rad" in table
    assert "en vegg" in client.get("/drift").text
    page = "/drift/kilder/jobbnorge"
    assert house.send(client, page, f"{page}/igjen").status_code == 303
    assert "mislykkede" not in client.get(page).text
    assert house.send(client, page, f"{page}/pause", why="flytter").status_code == 303
    assert "flytter" in client.get(page).text
    assert house.send(client, page, f"{page}/godta", why="ser riktig ut").status_code == 303
    assert house.send(client, page, f"{page}/kast").status_code == 404
    assert actions(house)[:3] == ["source.accept", "source.pause", "source.retry"]


def test_openings_are_merged_and_split_by_hand_and_the_log_knows(house):
    client = house.visit(Role.OPERATOR)
    page = "/drift/duplikater"
    assert house.send(client, page, page, openings="3, 4", why="samme stilling").status_code == 303
    assert client.get("/stilling/4").headers["location"] == "/stilling/3"
    chosen = re.findall(r'name="posting" value="(\d+)"', client.get(page).text)
    assert len(chosen) == 2
    assert house.send(client, page, page, openings="3", posting=chosen[1]).status_code == 303
    assert 'name="posting"' not in client.get(page).text
    assert actions(house)[:2] == ["opening.split", "opening.merge"]
    assert house.send(client, page, page, openings="3").status_code == 422
    assert house.send(client, page, page, openings="tre fire").status_code == 422


def test_phrases_that_the_vocabulary_does_not_know_are_suggested(house):
    strange = [
        replace(
            one,
            source_ref=f"s-{one.source_ref}",
            employer=f"Ny {one.employer}",
            description_html=one.description_html.replace(
                "<li>Det er", "<li>Du må ha erfaring med kvantefrukt</li><li>Det er"
            ),
        )
        for one in list(drafts())[1:4]
    ]
    see(house.context, strange)
    house.match()
    text = house.visit(Role.OPERATOR).get("/drift/ordliste").text
    assert "kvantefrukt" in text.partition("Kjente begreper")[0]


def test_the_plan_tells_refreshes_and_alerts(house):
    seeker = house.visit(Role.SEEKER)
    house.send(seeker, "/min/varsler/ny?v=1&q=sjef", "/min/varsler/ny", name="Sjef", search="?v=1&q=sjef")
    text = house.visit(Role.OPERATOR).get("/drift/plan").text
    assert "Varsel nr. 1" in text
    assert "/drift/kilder/nav_feed" in text


def test_addresses_that_refuse_are_listed_beside_the_outbox(house):
    with house.context.store.write() as session:
        accounts.add(session, "borte@eksempel.no", Role.SEEKER, NOON)
        suppression.note_refusal(session, "borte@eksempel.no", "550 no such user", NOON, gone=True)
        suppression.note_refusal(session, "glemt@eksempel.no", "550 no such user", NOON, gone=True)
    text = house.visit(Role.OPERATOR).get("/drift/utboks").text
    assert "borte@eksempel.no" in text
    assert "En som er glemt" in text
    assert "glemt@eksempel.no" not in text
    assert "får ikke mer e-post" in text

"""What people see and do: search, an opening, alerts, saved openings, lists, an own ad."""

import json
import re

import pytest

from domain.accounts import Role
from domain.search_address import in_words, is_address
from operations.mail import compose
from storage import accounts, alerts
from tests.integration.web.conftest import AD, PEOPLE

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Kundeservicesjef funnet selv",
    "description": AD,
    "datePosted": "2026-11-20",
    "validThrough": "2026-12-20",
    "identifier": "egen-1",
    "hiringOrganization": {"@type": "Organization", "name": "Egen AS"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Oslo", "addressCountry": "NO"}},
}
PAGE = (
    '<html><head><link rel="canonical" href="https://jobb.eksempel.no/egen"><script type="application/ld+json">'
    f"{json.dumps(POSTING)}</script></head><body></body></html>"
)


def test_the_front_page_lists_openings_with_scores_filters_and_chips(house):
    text = house.visit().get("/?v=1&q=sjef&county=Oslo").text
    assert "Kundeservicesjef" in text
    assert "<mark>" not in text or "sjef" in text
    assert 'class="chip"' in text
    assert re.search(r'value="Oslo" checked', text)
    assert 'name="municipality" value="Oslo.Oslo"' in text


@pytest.mark.parametrize(("language", "word"), [("nb", "Stillinger"), ("nn", "Stillingar"), ("en", "Openings")])
def test_pages_speak_the_readers_language(house, language, word):
    client = house.visit()
    assert client.get(f"/sprak/{language}", params={"next": "/om"}).headers["location"] == "/om"
    text = client.get("/").text
    assert f'<html lang="{language}">' in text
    assert word in text


def test_what_cannot_be_read_in_an_address_is_told_and_left_out(house):
    answer = house.visit().get("/?v=1&min_score=mange&q=sjef&utm_source=x")
    assert answer.status_code == 200
    assert "mange" in answer.text


def test_an_address_in_the_field_leads_to_its_search(house):
    answer = house.visit().get("/", params={"q": "?v=1&q=sjef&county=Oslo&bogus=1", "sort": "score"})
    assert answer.headers["location"] == "/?v=1&q=sjef&county=Oslo"
    assert "kan ikke brukes" not in house.visit().get("/?q=sjef&sort=score&min_score=50&profile=kari").text


def test_an_empty_search_says_what_to_do(house):
    text = house.visit().get("/?v=1&q=finnesikke").text
    assert "Ingen stillinger passer" in text


def test_an_opening_shows_facts_with_origin_marks_sources_and_history(house):
    text = house.visit().get("/stilling/1").text
    assert '<mark class="must">' in text or '<mark class="nice">' in text
    assert "<q" in text
    assert "<ins>" in text  # the ad was changed once
    assert "<del>" in text
    assert '"@type": "JobPosting"' in text
    assert "https://jobb.eksempel.no/0/sok" in text


def test_a_deadline_goes_into_a_calendar(house):
    answers = [house.visit().get(f"/stilling/{number}/frist.ics") for number in range(1, 13)]
    files = [answer.text for answer in answers if answer.status_code == 200]
    assert files
    assert all("BEGIN:VALARM" in text and "DTSTART;VALUE=DATE:202612" in text for text in files)
    assert 404 in {answer.status_code for answer in answers}


def test_a_search_becomes_an_alert_in_one_step_and_its_digest_keeps_the_filters(house):
    client = house.visit(Role.SEEKER)
    page = "/min/varsler/ny?v=1&q=leder&county=Vestland"
    address = re.search(r'name="search" value="([^"]+)"', client.get(page).text)[1].replace("&amp;", "&")
    assert house.send(client, page, "/min/varsler/ny", name="Vest", search=address, hour="6").status_code == 303
    with house.context.store.read() as session:
        (alert,) = alerts.all_alerts(session)
    assert is_address(alert.query)
    assert in_words(alert.query) == "leder, Vestland"
    (composed,) = compose(house.context, alert=alert.id, preview=True)
    assert "Bergen" in composed.message.text
    assert "Oslo" not in composed.message.text
    assert "Bergen" in client.get(f"/min/varsler/{alert.id}").text


def test_plain_words_stay_plain_words_in_an_alert(house):
    client = house.visit(Role.SEEKER)
    house.send(client, "/min/varsler/ny", "/min/varsler/ny", name="Sjef", search="?v=1&q=sjef&sort=newest&published=3")
    with house.context.store.read() as session:
        assert alerts.all_alerts(session)[0].query == "sjef"


def test_an_alert_is_paused_goes_on_and_is_removed(house):
    client = house.visit(Role.SEEKER)
    house.send(client, "/min/varsler/ny", "/min/varsler/ny", name="Sjef", search="?v=1&q=sjef")
    for action, paused in (("pause", True), ("fortsett", False)):
        assert house.send(client, "/min/varsler", f"/min/varsler/1/{action}").status_code == 303
        with house.context.store.read() as session:
            assert alerts.get(session, 1).paused is paused
    house.send(client, "/min/varsler", "/min/varsler/1/slett")
    assert "Du har ingen varsler" in client.get("/min/varsler").text


def test_a_profile_is_tried_before_it_is_saved(house):
    client = house.visit(Role.SEEKER)
    fields = {"has": "CCSM\nZendesk", "education": "bachelor", "years": "6", "leadership": "yes"}
    tried = house.send(client, "/min/profil", "/min/profil", action="preview", **fields)
    assert re.search(r"\d+ av 12 stillinger", tried.text)
    with house.context.store.read() as session:
        assert accounts.get(session, 1).profile not in client.get("/min").text
    assert house.send(client, "/min/profil", "/min/profil", action="save", **fields).status_code == 303
    assert "CCSM" in client.get("/min/profil").text
    assert "Poeng etter profilen din" in client.get("/").text


def test_a_word_that_the_vocabulary_does_not_know_is_named_with_what_is_near(house):
    client = house.visit(Role.SEEKER)
    answer = house.send(client, "/min/profil", "/min/profil", has="Zendsk")
    assert answer.status_code == 422
    assert "zendesk" in answer.text.lower()
    assert "Zendsk" in answer.text


def test_skills_are_suggested_from_a_cv_that_is_not_kept(house):
    client = house.visit(Role.SEEKER)
    cv = "Jeg har ledet et kundesenter med Zendesk og er CCSM-sertifisert. HEMMELIG-ORD"
    assert "Zendesk" in house.send(client, "/min/profil", "/min/profil", action="suggest", cv=cv).text
    stored = b"".join(path.read_bytes() for path in house.context.data_dir.glob("jobbvakt.db*"))
    assert b"HEMMELIG-ORD" not in stored


def test_a_saved_opening_moves_along_the_board_and_into_the_calendar(house):
    client = house.visit(Role.SEEKER)
    house.send(client, "/stilling/2", "/min/lagret", opening="2", next="/stilling/2")
    house.send(client, "/min", "/min/lagret", opening="2", status="interview", notes="Ring <Per>")
    text = client.get("/min").text
    assert "Ring &lt;Per&gt;" in text
    assert 'Intervju <span class="soft">(1)</span>' in text
    assert "/stilling/2" in client.get("/min/kalender").text
    assert "opening-2-deadline" in client.get("/min/kalender.ics").text
    house.send(client, "/min", "/min/lagret", opening="2", remove="1")
    assert "/stilling/2" not in client.get("/min").text


def test_everything_is_taken_along_and_then_erased_without_a_trace(house):
    client = house.visit(Role.SEEKER)
    canary = "KANARIFUGL"
    house.send(client, "/min/varsler/ny", "/min/varsler/ny", name=canary, search=f"?v=1&q={canary}")
    house.send(client, "/stilling/2", "/min/lagret", opening="2", notes=canary)
    taken = client.get("/min/data.json").json()
    assert taken["alerts"][0]["name"] == canary
    assert taken["saved_openings"][0]["notes"] == canary
    assert house.send(client, "/min/data", "/min/slett").status_code == 422
    assert house.send(client, "/min/data", "/min/slett", sure="1").status_code == 303
    with house.context.store.write() as session:
        assert accounts.by_email(session, PEOPLE[Role.SEEKER]) is None
    house.context.store.close()
    stored = b"".join(path.read_bytes() for path in house.context.data_dir.glob("jobbvakt.db"))
    assert canary.encode() not in stored
    assert PEOPLE[Role.SEEKER].encode() not in stored


@pytest.mark.parametrize("way", ["paste", "file"])
def test_an_ad_that_somebody_found_elsewhere_gets_a_score_and_a_place_on_the_list(house, way):
    client = house.visit(Role.SEEKER)
    token = house.token(client, "/min/annonse")
    if way == "paste":
        answer = client.post("/min/annonse", data={"form_token": token, "html": PAGE})
    else:
        files = {"page": ("annonse.html", PAGE.encode(), "text/html")}
        answer = client.post("/min/annonse", data={"form_token": token}, files=files)
    assert answer.status_code == 303, answer.text
    assert "Kundeservicesjef funnet selv" in client.get(answer.headers["location"]).text
    assert "Kundeservicesjef funnet selv" in client.get("/min").text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "fristfeltet sier 20.12.2026, teksten sier 01.12.2026"),
        ("en", "the deadline field says 20.12.2026, the text says 01.12.2026"),
    ],
)
def test_what_an_ad_contradicts_itself_in_is_shown(house, language, told):
    client = house.visit(Role.SEEKER)
    client.get(f"/sprak/{language}", params={"next": "/om"})
    html = PAGE.replace("Om stillingen</h2>", "Om stillingen</h2><p>Søknadsfrist 1. desember 2026.</p>")
    answer = client.post("/min/annonse", data={"form_token": house.token(client, "/min/annonse"), "html": html})
    page = client.get(answer.headers["location"]).text
    assert told in page
    assert "12 rådgivere" in page


def test_a_page_without_an_ad_says_so(house):
    answer = house.send(house.visit(Role.SEEKER), "/min/annonse", "/min/annonse", html="<p>Hei</p>")
    assert answer.status_code == 422
    assert "fant ingen annonse på siden" in answer.text


def test_a_list_is_shared_by_a_link_until_it_is_not(house):
    client = house.visit(Role.RECRUITER)
    page = house.send(client, "/lister", "/lister", name="Beste", opening="3").headers["location"].partition("?")[0]
    house.send(client, page, page, action="put", opening="4", note="Merk <dette>")
    shared = house.send(client, page, page, action="share").text
    link = re.search(r"http://testserver(/delt/[\w-]+)", shared)[1]
    text = house.visit().get(link).text
    assert "Merk &lt;dette&gt;" in text
    assert "form_token" not in text.partition("<main")[2]
    house.send(client, page, page, action="unshare")
    assert house.visit().get(link).status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "jsonl"])
def test_a_recruiter_takes_files_along_and_the_log_knows(house, form):
    client = house.visit(Role.RECRUITER)
    answer = client.get(f"/eksport/{form}?v=1&county=Oslo")
    assert answer.status_code == 200
    assert len(answer.content) > 200
    assert "attachment" in answer.headers["content-disposition"]
    assert "export" in house.visit(Role.OPERATOR).get("/drift/revisjon").text


def test_the_market_is_drawn_with_a_table_beneath_each_plot(house):
    text = house.visit(Role.RECRUITER).get("/analyse?v=1&q=leder").text
    assert text.count('<svg class="plot" ') == text.count("Vis som tabell<span")
    assert "Zendesk" in text
    both = (
        house.visit(Role.RECRUITER).get("/analyse/sammenlign", params={"a": "sjef", "b": "?v=1&county=Vestland"}).text
    )
    assert both.count('class="tiles"') == 2


def test_a_key_is_shown_once_and_can_be_revoked(house):
    client = house.visit(Role.RECRUITER)
    made = house.send(client, "/min/nokler", "/min/nokler", name="rapport", scope="read").text
    secret = re.search(r"<code>(jv_[\w-]+)</code>", made)[1]
    assert secret not in client.get("/min/nokler").text
    caller = house.visit()
    caller.headers["authorization"] = f"Bearer {secret}"
    assert caller.get("/api/v1/me").json()["role"] == "recruiter"
    house.send(client, "/min/nokler", "/min/nokler/1/trekk")
    assert caller.get("/api/v1/me").status_code == 401


def test_a_recruiters_key_can_never_operate(house):
    made = house.send(house.visit(Role.RECRUITER), "/min/nokler", "/min/nokler", name="x", scope="operate")
    assert made.status_code == 422

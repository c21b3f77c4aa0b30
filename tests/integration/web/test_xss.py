"""Hundreds of hostile ads from ingest to page, mail and file, in a real browser: nothing runs.

Each vector stands in the text of an ad; twelve ads carry them all. JOBBVAKT_VECTORS makes an ad of each vector, so that
each stands in a title, an employer and a place too.
"""

import io
import itertools
import json
import os
from dataclasses import replace

import openpyxl
import pytest

from crawler.parsing.html import clean_html
from domain.accounts import Role
from domain.clock import FixedClock
from domain.postings import Place
from operations.accounts import add_account
from operations.context import open_context
from operations.mail import compose
from operations.match import match
from operations.targets import OCCUPATION_TARGET
from settings import Settings
from storage import accounts, alerts, matches, saved
from tests.integration.web.conftest import AD, NOON, PASSWORD, PEOPLE, drafts, see, visit
from tests.integration.web.every_page import PAGES

pytestmark = pytest.mark.slow
RUN = "window.hacked=1"
IN_ONE_AD = 1 if os.environ.get("JOBBVAKT_VECTORS") else 18
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<a href='javascript:{RUN}'>klikk</a>",
    f"<a href=' &#106;avascript:{RUN}'>klikk</a>",
    f"<a href='data:text/html,<script>{RUN}</script>'>klikk</a>",
    f"<details open ontoggle={RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<form><button formaction='javascript:{RUN}'>x</button></form>",
    f"<object data='javascript:{RUN}'></object>",
    f"<style>@import 'javascript:{RUN}'</style>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><script>{RUN}</script></template>",
    f"<xmp><img src=x onerror={RUN}></xmp>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<base href='javascript:{RUN}//'>",
    f"<div style='background:url(javascript:{RUN})' onmouseover={RUN}>x</div>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<p onclick={RUN} id=p>x</p>",
)
FRAMES = (
    "{}",
    '">{}',
    "'>{}",
    "</script>{}",
    "</title></textarea></style>{}",
    "<!-- --!>{}",
    "]]>{}",
    "&lt;p&gt;{}",
    "<p>{}</p>" * 2,
)
VECTORS = [frame.replace("{}", payload) for payload, frame in itertools.product(PAYLOADS, FRAMES)]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A store of hostile ads: each vector in the text, the title, the employer and the place of an ad."""
    folder = tmp_path_factory.mktemp("hostile")
    first = next(drafts())
    ads = []
    for number in range(0, len(VECTORS), IN_ONE_AD):
        some = (VECTORS * 2)[number : number + max(IN_ONE_AD, 5)]
        ads.append(
            replace(
                first,
                source_ref=f"x-{number}",
                title=f"Kundeservicesjef {some[0]}",
                employer=f"{some[1]} {number}",
                description_html=clean_html(AD + "".join(some)),
                places=(Place(some[2], some[3], some[4], None, None, "NO"),),
                apply_url=f"javascript:window.hacked={number}",
                url=f"javascript:window.hacked={number}",
            )
        )
    with open_context(Settings(data_dir=folder), FixedClock(NOON)) as context:
        see(context, ads)
        match(context)
        for role, email in PEOPLE.items():
            add_account(context, email, role, PASSWORD, "test")
        with context.store.write() as session:
            leave_traces(session)
    return folder


def leave_traces(session):
    """What people may leave behind with hostile names: saved openings, notes, a list, a report, an alert."""
    openings = [card.opening for card in matches.ranked(session, OCCUPATION_TARGET)]
    seeker, recruiter = (accounts.by_email(session, PEOPLE[role]) for role in (Role.SEEKER, Role.RECRUITER))
    shortlist = saved.add_list(session, recruiter.id, VECTORS[0][:80], NOON)
    for place, opening in enumerate(openings[:9]):
        saved.save(session, seeker.id, opening, NOON, notes=VECTORS[place * 9])
        saved.put(session, shortlist, opening, VECTORS[place * 9 + 1], NOON)
        saved.report(session, opening, "other", VECTORS[place * 9 + 2], NOON)
    alerts.add(session, alerts.Alert(0, VECTORS[3][:80], seeker.email, None, VECTORS[4][:80]), NOON)


def test_there_are_enough_of_them():
    assert len(set(VECTORS)) >= 200


def test_nothing_runs_on_any_page_that_shows_them(browser, served):
    page = visit(browser, served, ("light", 1280, "nb"), None)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(served)
    addresses = page.eval_on_selector_all(".hits h2 a", "found => found.map(one => one.href)")
    assert len(addresses) >= min(12, len(VECTORS) // IN_ONE_AD)
    addresses = sorted({*addresses, *hits_of(page, served)})
    for vector in VECTORS[::9]:
        page.goto(served)
        page.fill("#q", vector[:300])
        page.click(".seek button")
        assert page.evaluate("window.hacked") is None
    for address in [served, f"{served}/?v=1&q=kundeservicesjef", *addresses]:
        page.goto(address)
        for element in page.query_selector_all(".ad a, .ad p, .ad div")[:30]:
            element.dispatch_event("mouseover")
        assert page.evaluate("window.hacked") is None
        links = page.eval_on_selector_all("a", "found => found.map(one => one.protocol)")
        assert set(links) <= {"http:", "https:", "mailto:", ":"}, address  # ":" leads nowhere
    assert dialogs == []
    page.context.close()


def hits_of(page, served):
    """The openings on all pages of the search."""
    page.goto(served)
    while following := page.query_selector("a[rel=next]"):
        following.click()
        yield from page.eval_on_selector_all(".hits h2 a", "found => found.map(one => one.href)")


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_nothing_runs_on_the_pages_of_a_role(browser, served, role):
    page = visit(browser, served, ("light", 1280, "nb"), role)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    shown = 0
    for path in (*PAGES[role], "/analyse?v=1&q=kundeservicesjef"):
        page.goto(served + path)
        shown += "hacked" in page.inner_text("body")
        assert page.evaluate("window.hacked") is None, path
    assert shown >= 2  # as words, where the pages show what was written
    assert dialogs == []
    page.context.close()


def test_nothing_runs_in_files_of_them(browser, served):
    """Files are downloads that no browser takes for a page; their cells are plain text."""
    page = visit(browser, served, ("light", 1280, "nb"), Role.RECRUITER)
    page.goto(served)
    total = int(page.text_content("#hits").split()[0])
    assert total >= 0.8 * len(VECTORS) / IN_ONE_AD  # a vector in a title may make it another job
    for form in ("csv", "json", "jsonl", "xlsx"):
        answer = page.request.get(f"{served}/eksport/{form}")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "html" not in answer.headers["content-type"]
        body = answer.body()
        if form == "xlsx":
            cells = [cell for row in openpyxl.load_workbook(io.BytesIO(body)).active.iter_rows() for cell in row]
            assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
        if form == "json":
            assert len(json.loads(body)) == total
    with page.expect_download() as download:
        page.evaluate("location.href = '/eksport/csv'")
    assert download.value.suggested_filename.endswith(".csv")
    assert page.evaluate("window.hacked") is None
    page.context.close()


def test_nothing_runs_in_a_digest_of_them(browser, model):
    with open_context(Settings(data_dir=model), FixedClock(NOON)) as context:
        with context.store.write() as session:
            alert = alerts.add(session, alerts.Alert(0, "x", "kari@eksempel.no", None), NOON)
        (composed,) = compose(context, alert=alert.id, preview=True)
    page = browser.new_page()
    page.set_content(composed.message.html)
    assert page.evaluate("window.hacked") is None
    page.close()

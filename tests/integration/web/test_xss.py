"""Hundreds of hostile ads on every page that shows them, in a real browser: nothing runs."""

import itertools
from dataclasses import replace

import pytest

from crawler.parsing.html import clean_html
from domain.clock import FixedClock
from domain.postings import Place
from operations.context import open_context
from operations.mail import compose
from operations.match import match
from settings import Settings
from storage import alerts
from tests.integration.web.conftest import AD, NOON, drafts, see, visit

pytestmark = pytest.mark.slow
RUN = "window.hacked=1"
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
    for number in range(0, len(VECTORS), 18):
        some = VECTORS[number : number + 18]
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
    return folder


def test_there_are_enough_of_them():
    assert len(set(VECTORS)) >= 200


def test_nothing_runs_on_any_page_that_shows_them(browser, served):
    page = visit(browser, served, ("light", 1280, "nb"), None)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(served)
    addresses = page.eval_on_selector_all(".hits h2 a", "found => found.map(one => one.href)")
    assert len(addresses) >= 5
    for vector in VECTORS[::9]:
        page.goto(served)
        page.fill("#q", vector[:300])
        page.click("button:has-text('Vis treff') >> nth=0")
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


def test_nothing_runs_in_a_digest_of_them(browser, model):
    with open_context(Settings(data_dir=model), FixedClock(NOON)) as context:
        with context.store.write() as session:
            alert = alerts.add(session, alerts.Alert(0, "x", "kari@eksempel.no", None), NOON)
        (composed,) = compose(context, alert=alert.id, preview=True)
    page = browser.new_page()
    page.set_content(composed.message.html)
    assert page.evaluate("window.hacked") is None
    page.close()

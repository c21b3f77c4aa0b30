"""Every page in a real browser: accessible, as narrow as a phone, in every language, both themes, without scripts."""

import os

import pytest

from domain.accounts import Role
from tests.integration.web.conftest import Axe, visit
from tests.integration.web.every_page import PAGES
from web.texts import LANGUAGES

pytestmark = pytest.mark.slow
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LARGE = bool(os.environ.get("JOBBVAKT_VIEWS"))
"""Every page in both themes, all languages, at 320 and 1280 px; else each role in one view of its own."""
THEMES, WIDTHS = ("light", "dark"), (320, 1280)
VIEWS = [(theme, width, language) for theme in THEMES for width in WIDTHS for language in LANGUAGES]
SMALL = {
    None: ("light", 320, "nb"),
    Role.SEEKER: ("dark", 1280, "nn"),
    Role.RECRUITER: ("light", 320, "en"),
    Role.OPERATOR: ("dark", 320, "nb"),
}
SEEN = [(role, view) for role in PAGES for view in (VIEWS if LARGE else [SMALL[role]])]


@pytest.mark.parametrize(
    ("role", "view"), SEEN, ids=lambda one: "-".join(map(str, one)) if isinstance(one, tuple) else str(one)
)
def test_no_page_has_a_barrier_a_sideways_scroll_or_a_refused_script(browser, served, view, role):
    page = visit(browser, served, view, role)
    told = []
    page.on("console", lambda message: told.append(message.text) if "Content Security" in message.text else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    problems = {}
    for path in PAGES[role]:
        page.goto(served + path)
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        small = page.evaluate(SMALL_TARGETS)
        if found or wider or small or told:
            problems[path] = [(item["id"], item["nodes"][0]["html"][:120]) for item in found], wider, small, told[:]
            told.clear()
    page.context.close()
    assert problems == {}


SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, input, select, textarea, summary, nav a, .button, .chip")]
    .filter(e => { const r = e.getBoundingClientRect(); return r.width && e.type !== "hidden"
        && !e.closest("details:not([open])") && (r.height < 20 || r.width < 20)
        && !(e.closest("label") && e.closest("label").getBoundingClientRect().height >= 24); })
    .map(e => e.outerHTML.slice(0, 80))"""


def test_the_check_itself_finds_a_barrier(browser, served):
    page = visit(browser, served, VIEWS[0], None)
    page.goto(served)
    page.evaluate("document.querySelector('label[for=q]').remove()")
    assert "label" in [item["id"] for item in Axe().run(page, options={"runOnly": RULES}).response["violations"]]
    page.context.close()


def test_everything_can_be_done_without_scripts(browser, served):
    """A job seeker, start to finish: search, narrow, save, alert, profile, data; then signs out."""
    page = visit(browser, served, ("light", 320, "nb"), Role.SEEKER, java_script_enabled=False)
    page.goto(served)
    page.fill("#q", "sjef")
    page.click(".seek button")
    assert "treff" in page.text_content("#hits")
    page.click(".hits h2 a >> nth=0")
    page.click("button:has-text('Lagre stillingen')")
    page.wait_for_selector("text=Lagret.")
    page.goto(f"{served}/?v=1&q=leder")
    page.click("button:has-text('Lagre som varsel')")
    page.wait_for_selector("h1:has-text('leder')")
    page.click("summary:has-text('Endre varselet')")
    page.select_option("#frequency", "weekly")
    page.click("main form button:has-text('Lagre')")
    page.wait_for_selector("text=Hver uke")
    page.goto(f"{served}/min/profil")
    page.fill("#has", "CCSM\nZendesk")
    page.click("button:has-text('Prøv uten å lagre')")
    page.wait_for_selector("text=stillinger gir 70 poeng")
    page.click("button:has-text('Lagre profilen')")
    page.goto(f"{served}/min")
    page.select_option("select[name=status] >> nth=0", "applied")
    page.click("main button:has-text('Lagre') >> nth=0")
    page.wait_for_selector("h2:has-text('Søkt (1)')")
    page.click("button:has-text('Logg ut')")
    page.wait_for_selector("text=Du er logget ut.")
    page.context.close()


def test_a_visitor_saves_a_search_by_an_address_alone_without_scripts(browser, served):
    page = visit(browser, served, ("dark", 320, "en"), None, java_script_enabled=False)
    page.goto(f"{served}/?v=1&q=leder")
    page.click("summary:has-text('Save as alert')")
    page.fill("#email", "anne@eksempel.no")
    page.click("button:has-text('Save the alert')")
    page.wait_for_selector("text=We have sent a link to anne@eksempel.no")
    page.context.close()


def test_the_keyboard_reaches_the_content_first(browser, served):
    page = visit(browser, served, VIEWS[0], None)
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hopp til innholdet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_a_page_zoomed_to_four_hundred_per_cent_needs_no_sideways_scroll(browser, served):
    """1280 px at 400 % is 320 CSS px with device pixels four times as dense (WCAG 1.4.10)."""
    page = visit(browser, served, ("light", 320, "nb"), None, device_scale_factor=4)
    for path in ("/", "/stilling/1"):
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.context.close()


def test_printing_leaves_the_menus_out(browser, served):
    page = visit(browser, served, VIEWS[0], None)
    page.goto(f"{served}/stilling/1")
    page.emulate_media(media="print")
    assert not page.is_visible("header.bar")
    page.wait_for_selector("article h1")
    page.context.close()


def test_a_recruiter_works_from_a_search_to_a_shared_list_without_scripts(browser, served):
    page = visit(browser, served, ("dark", 768, "nn"), Role.RECRUITER, java_script_enabled=False)
    page.goto(f"{served}/analyse")
    page.fill("#q", "sjef")
    page.click(".seek button")
    page.click("a:has-text('Samanlikn to søk')")
    page.fill("#b", "leder")
    page.click("button:has-text('Vis tal')")
    assert page.locator(".tiles").count() == 2
    page.goto(f"{served}/stilling/2")
    page.click("a:has-text('Legg på ei liste')")
    page.fill("#name", "Kandidatar")
    page.click("button:has-text('Lag liste')")
    page.fill("textarea[name=note]", "Ring på måndag")
    page.click("main button:has-text('Lagre')")
    page.click("button:has-text('Del med lenkje')")
    link = page.text_content("code")
    page.click("button:has-text('Logg ut')")
    page.goto(link)
    page.wait_for_selector("text=Ring på måndag")
    page.context.close()


def test_an_operator_sees_trouble_and_acts_on_it_without_scripts(browser, served):
    page = visit(browser, served, ("light", 320, "en"), Role.OPERATOR, java_script_enabled=False)
    page.goto(f"{served}/drift")
    page.click("nav a:has-text('Sources') >> nth=0")
    page.click("a:has-text('Jobbnorge') >> nth=0")
    page.click("main button:has-text('Pause')")
    page.wait_for_selector("button:has-text('Go on')")
    page.click("button:has-text('Go on')")
    page.goto(f"{served}/drift/utboks")
    page.click("button:has-text('Hold all mail')")
    page.click("button:has-text('Let the mails go')")
    page.goto(f"{served}/drift/revisjon")
    page.wait_for_selector("text=outbox.release")
    page.wait_for_selector("text=The log is whole.")
    page.context.close()


def test_scripts_only_smooth_what_works_without_them(browser, served):
    """Hits follow the filters, words are offered, a profile tells what it would find; the page stays where it is."""
    page = visit(browser, served, ("light", 1280, "nb"), Role.SEEKER)
    page.goto(f"{served}/?v=1&q=leder")
    page.evaluate("window.stayed = true")
    before = page.text_content("#hits")
    page.check("input[name=county][value=Vestland]")
    page.wait_for_function("before => document.getElementById('hits').textContent !== before", arg=before)
    assert "county=Vestland" in page.url
    assert page.locator(".chips a:has-text('Vestland')").count() == 1
    assert page.evaluate("window.stayed") is True
    page.fill("#q", "dyn")
    page.wait_for_function(
        "[...document.querySelectorAll('#meant option')].some(one => one.value.includes('Dynamics'))"
    )
    page.goto(f"{served}/min/profil")
    page.fill("#has", "CCSM")
    page.select_option("#education", "bachelor")
    page.wait_for_selector("#trial h2:has-text('stillinger gir 70 poeng')")
    page.context.close()

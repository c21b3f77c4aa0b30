"""Every page in a real browser: accessible, as narrow as a phone, in every language, both themes, without scripts."""

import pytest

from domain.accounts import Role
from tests.integration.web.conftest import Axe, visit

pytestmark = pytest.mark.slow
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PUBLIC = (
    "/",
    "/?v=1&q=sjef&county=Oslo",
    "/?v=1&q=finnesikke",
    "/?v=1&min_score=x",
    "/stilling/1",
    "/logg-inn",
    "/logg-inn/x",
    "/om",
    "/personvern",
    "/tilgjengelighet",
    "/kilder",
    "/finnes-ikke",
    "/api/docs",
)
SEEKER = (
    "/min",
    "/min/profil",
    "/min/varsler",
    "/min/varsler/ny?v=1&q=sjef",
    "/min/kalender",
    "/min/sendt",
    "/min/data",
    "/min/nokler",
    "/min/annonse",
)
RECRUITER = ("/analyse", "/analyse/sammenlign?a=sjef&b=leder", "/lister?opening=1", "/drift")
OPERATOR = (
    "/drift",
    "/drift/kilder",
    "/drift/kilder/nav_feed",
    "/drift/kjoringer",
    "/drift/plan",
    "/drift/duplikater",
    "/drift/utboks",
    "/drift/meldinger",
    "/drift/ordliste",
    "/drift/system",
    "/drift/revisjon",
)
PAGES = {None: PUBLIC, Role.SEEKER: SEEKER, Role.RECRUITER: RECRUITER, Role.OPERATOR: OPERATOR}
VIEWS = [("light", 1280, "nb"), ("dark", 768, "nn"), ("light", 320, "en")]


@pytest.mark.parametrize("role", list(PAGES), ids=str)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(map(str, view)))
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
    page.click("button:has-text('Vis treff') >> nth=0")
    assert "treff" in page.text_content("#hits")
    page.click(".hits h2 a >> nth=0")
    page.click("button:has-text('Lagre stillingen')")
    assert page.is_visible("text=Lagret.")
    page.goto(f"{served}/?v=1&q=leder")
    page.click("text=Lagre som varsel")
    page.click("button:has-text('Lagre varselet')")
    assert page.is_visible("h2:has-text('leder')")
    page.goto(f"{served}/min/profil")
    page.fill("#has", "CCSM\nZendesk")
    page.click("button:has-text('Prøv uten å lagre')")
    assert page.is_visible("text=stillinger gir 70 poeng")
    page.click("button:has-text('Lagre profilen')")
    page.goto(f"{served}/min")
    page.select_option("select[name=status] >> nth=0", "applied")
    page.click("main button:has-text('Lagre') >> nth=0")
    assert page.is_visible("h2:has-text('Søkt (1)')")
    page.click("button:has-text('Logg ut')")
    assert page.is_visible("text=Du er logget ut.")
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
    assert page.is_visible("article h1")
    page.context.close()


def test_a_recruiter_works_from_a_search_to_a_shared_list_without_scripts(browser, served):
    page = visit(browser, served, ("dark", 768, "nn"), Role.RECRUITER, java_script_enabled=False)
    page.goto(f"{served}/analyse")
    page.fill("#q", "sjef")
    page.click("button:has-text('Vis tal')")
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
    assert page.is_visible("text=Ring på måndag")
    page.context.close()


def test_an_operator_sees_trouble_and_acts_on_it_without_scripts(browser, served):
    page = visit(browser, served, ("light", 320, "en"), Role.OPERATOR, java_script_enabled=False)
    page.goto(f"{served}/drift")
    page.click("nav a:has-text('Sources') >> nth=0")
    page.click("a:has-text('Jobbnorge') >> nth=0")
    page.click("button:has-text('Pause')")
    assert page.is_visible("button:has-text('Go on')")
    page.click("button:has-text('Go on')")
    page.goto(f"{served}/drift/utboks")
    page.click("button:has-text('Hold all mail')")
    page.click("button:has-text('Let the mails go')")
    page.goto(f"{served}/drift/revisjon")
    assert page.is_visible("text=outbox.release")
    assert page.is_visible("text=The log is whole.")
    page.context.close()

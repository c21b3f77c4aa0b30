"""A house of pages on a store with invented ads that were really read and scored, and people who can sign in."""

import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from domain.accounts import Role
from domain.clock import FixedClock
from domain.lifecycle import on_seen
from domain.postings import DeadlineKind, Draft, Place, Salary, content_hash
from operations.accounts import add_account
from operations.context import Context, open_context
from operations.match import match
from settings import Settings, WebTable
from storage import postings
from storage.postings import SeenPosting
from tests.integration.web.every_page import furnish
from tests.support import serving
from web.app import create_app

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    Axe = sync_playwright = None

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
PASSWORD = "riktig hest batteri"
PEOPLE = {Role.SEEKER: "kari@eksempel.no", Role.RECRUITER: "per@eksempel.no", Role.OPERATOR: "ola@eksempel.no"}
AD = (
    "<h2>Om stillingen</h2><p>Du leder kundesenteret med 12 rådgivere og har personalansvar.</p>"
    "<h2>Vi ser etter deg som har</h2><ul><li>Erfaring med Zendesk og Dynamics 365</li>"
    "<li>Det er en fordel med CCSM-sertifisering</li><li>God skriftlig og muntlig norsk</li>"
    "<li>Bachelorgrad og minst fem års erfaring</li></ul><p>Fast stilling, 100 %. Vi tilbyr god lønn &amp; trivsel.</p>"
)
TOWNS = (
    Place("Oslo", "Oslo", "Oslo", "0150", None, "NO"),
    Place("Bergen", "Bergen", "Vestland", "5003", None, "NO"),
    Place("Kristiansand", "Kristiansand", "Agder", "4611", None, "NO"),
    Place("Göteborg", None, None, None, None, "SE"),
)


BUSINESSES = (
    "Vi leverer strøm til husstander i nord, og svarer på spørsmål om faktura, flytting og måling hver dag hele året.",
    "Nettapoteket vårt sender resepter og kremer over hele landet, med farmasøyter på vakt til sent på kveld.",
    "Banken har satset på enkle lån for unge familier, og rådgiverne sitter i et ombygd meieri ved elva.",
    "Reiseselskapet fyller fly til varme øyer, og når vulkanen våkner må tusen gjester hjem i en fart.",
    "Vannverket passer rør og pumper i åtte dalfører; innbyggerne ringer når springen er tørr eller brun.",
    "Forsikring av båter, hytter og hunder er faget vårt, og høststormene gir lange køer på telefonen.",
    "Møbler pakkes i flate esker her; de fleste henvendelser gjelder en skrue for lite eller en side for mye.",
    "Teleselskapet bygger fiber i grender uten dekning, og graver helst før telen setter seg i bakken.",
    "Kommunens servicetorg tar imot søknader om barnehage, brøyting og skjenking, på norsk og samisk.",
    "Spillbutikken sender brettspill og terninger i posten, og reglene må noen ganger forklares to ganger.",
    "Togene går hver time langs fjorden, og reisende vil vite hvorfor det står stille utenfor tunnelen.",
    "Dyreklinikken har ni avdelinger og en felles sentral som ordner time for katter, kaniner og sauer.",
)


def drafts():
    """A dozen ads: titles, towns, pay and deadlines that differ."""
    titles = ("Kundeservicesjef", "Leder kundesenter", "Customer Service Manager", "Kundeserviceleder Sørlandet")
    for number in range(12):
        yield Draft(
            source_ref=f"ad-{number}",
            url=f"https://jobb.eksempel.no/{number}",
            title=titles[number % 4],
            employer=f"Eksempel {number} AS",
            employer_orgnr="123456785" if number == 0 else None,
            description_html=f"<p>{BUSINESSES[number]}</p>" * 3
            + AD.replace("12 rådgivere", f"{10 + number} rådgivere"),
            apply_url=f"https://jobb.eksempel.no/{number}/sok",
            date_posted=NOON - timedelta(days=number),
            deadline=date(2026, 12, 1) + timedelta(days=number) if number % 3 else None,
            deadline_kind=DeadlineKind.DATE if number % 3 else DeadlineKind.ASAP,
            places=(TOWNS[number % 4],),
            sector="Privat" if number % 2 else "Offentlig",
            salary=Salary(600_000.0 + 20_000 * number, 700_000.0 + 20_000 * number, "NOK", "year")
            if number % 2
            else None,
        )


def see(context, items):
    """Store drafts as a crawl would."""
    today = date(2026, 11, 23)
    seen = [
        SeenPosting(item, content_hash(item), on_seen(None, content_hash(item), item.deadline, today)) for item in items
    ]
    with context.store.write() as session:
        postings.save_seen(session, "nav_feed", None, seen, NOON)


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """A data folder to copy: reading, scoring and hashing passwords once is enough."""
    folder = tmp_path_factory.mktemp("house")
    with open_context(Settings(data_dir=folder), FixedClock(NOON)) as context:
        fill(context)
    return folder


@pytest.fixture(scope="session")
def postgres_model(new_database, tmp_path_factory):
    """The same in PostgreSQL: (data folder, address of a database to copy)."""
    folder = tmp_path_factory.mktemp("house-on-postgres")
    with new_database() as url:
        with open_context(Settings(data_dir=folder, database={"url": url}), FixedClock(NOON)) as context:
            fill(context)
        yield folder, url


def fill(context):
    """A dozen ads, one of them changed, read and scored; people who can sign in."""
    see(context, drafts())
    first = next(drafts())
    changed = replace(
        first,
        description_html=first.description_html.replace("Zendesk", "Salesforce"),
        title="Kundeservicesjef privat",
    )
    see(context, [changed])
    match(context)
    for role, email in PEOPLE.items():
        add_account(context, email, role, PASSWORD, "test")


@dataclass(eq=False)
class House:
    """One running application, and ways to enter it."""

    context: Context
    app: object

    def visit(self, role=None):
        """A client without an account, or signed in by password."""
        client = TestClient(self.app, base_url="http://testserver", follow_redirects=False)
        if role is not None:
            answer = self.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[role], password=PASSWORD)
            assert answer.status_code == 303, answer.text
        return client

    @staticmethod
    def token(client, page="/logg-inn"):
        """The token of a form on ``page``."""
        return re.search(r'name="form_token" value="([0-9a-f]+)"', client.get(page).text)[1]

    def send(self, client, page, to, /, **fields):
        """Send a form as a browser would that has loaded ``page``."""
        return client.post(to, data={"form_token": self.token(client, page), **fields})

    def match(self):
        """Read and score what was stored."""
        match(self.context)

    def outbox(self):
        """Mails written so far, oldest first."""
        return [path.read_bytes() for path in sorted((self.context.data_dir / "outbox").glob("*.eml"))]


@contextmanager
def house_in(folder, clock, database=None, **web):
    """A house on ``folder``, or on the database at an address."""
    settings = Settings(
        data_dir=folder,
        web=WebTable(**{"host": "testserver", **web}),
        **({"database": {"url": database}} if database else {}),
    )
    with open_context(settings, clock) as context:
        yield House(context, create_app(context))


ON_BOTH = (
    "alert_pages",
    "api",
    "api_verbs",
    "employer_page",
    "every_page",
    "operation",
    "ownership",
    "pages",
    "search_page",
)
"""Modules whose tests run on PostgreSQL too: every page as every role, every verb, whose what is."""
ON_REQUEST = {"test_nobody_reads_changes_or_learns_of_what_is_anothers": "JOBBVAKT_MATRIX"}
"""Of these, what runs on PostgreSQL only where a variable of the environment asks: the matrix takes as long as a
third of the others together, and sends the database no statement that they do not send (counted)."""


def pytest_generate_tests(metafunc):
    """Give the tests of those modules their house on each database."""
    asked_for = ON_REQUEST.get(metafunc.function.__name__)
    if asked_for and not os.environ.get(asked_for):
        return
    if "house" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".test_")[2] in ON_BOTH:
        both = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
        metafunc.parametrize("house", both, indirect=True)


@pytest.fixture
def house(request, tmp_path):
    """A house of one's own, free to be changed; on SQLite where nothing else is asked for."""
    folder = tmp_path / "var"
    if getattr(request, "param", "sqlite") == "sqlite":
        shutil.copytree(request.getfixturevalue("model"), folder)
        with house_in(folder, FixedClock(NOON)) as found:
            yield found
        return
    model, url = request.getfixturevalue("postgres_model")
    shutil.copytree(model, folder)
    with request.getfixturevalue("new_database")(url) as own, house_in(folder, FixedClock(NOON), own) as found:
        yield found


CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser():
    """A real Chromium; the tests that need it are skipped where there is none.

    For a module and no longer: while it is there, a loop runs in this thread, and asyncio.run would refuse.
    """
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: 'make test-deps' brings it")
    if sync_playwright is None:
        pytest.skip("playwright and axe are not installed: they are in the test extra")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def served(model, tmp_path_factory):
    """The application on a port of this machine."""
    folder = tmp_path_factory.mktemp("served") / "var"
    shutil.copytree(model, folder)
    with house_in(folder, FixedClock(NOON)) as house:
        furnish(house, PEOPLE)
        with serving.served(house.app) as address:
            yield address


def visit(browser, served, view, role, **options):
    """A page of a new visitor, signed in where a role is given."""
    theme, width, language = view
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}, **options)
    context.set_default_timeout(20_000)
    context.add_cookies([{"name": "jobbvakt_language", "value": language, "url": served}])
    page = context.new_page()
    if role is not None:
        page.goto(f"{served}/logg-inn")
        page.fill("#email", PEOPLE[role])
        page.fill("#password", PASSWORD)
        page.click("form[action='/logg-inn'] button")
    return page

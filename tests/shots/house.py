"""The demo world as pages: several visits on several days, and people who have used what was found."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.accounts import Role, SavedStatus
from domain.alerts import Alert
from domain.clock import FixedClock
from domain.profiles import Profile
from operations.accounts import add_account
from operations.demo import demo_world, look_around
from operations.own import save_profile
from operations.people import concepts_named
from operations.targets import OCCUPATION_TARGET
from settings import Settings
from storage import accounts, alerts, matches, saved
from tests.support.serving import served
from web.app import create_app

NOON = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
"""The last visit; the world began four days earlier, so that ads of its first day are still open."""
VISITS = (4, 2, 0)
"""Days before ``NOON``."""
PASSWORD = "riktig hest batteri"
PEOPLE = {Role.SEEKER: "kari@eksempel.no", Role.RECRUITER: "per@eksempel.no", Role.OPERATOR: "ola@eksempel.no"}


@contextmanager
def demo_house(folder: Path):
    """The address of the pages, over a store that the demo's portals have just been crawled into."""
    for back in VISITS[:-1]:
        with demo_world(Settings(data_dir=folder), FixedClock(NOON - timedelta(days=back))) as (context, visit):
            look_around(context, visit, lambda _run: None)
    with demo_world(Settings(data_dir=folder), FixedClock(NOON)) as (context, visit):
        look_around(context, visit, lambda _run: None)
        people_move_in(context)
        with served(create_app(context)) as address:
            yield address


def people_move_in(context):
    """Accounts for the three roles, and what they have done so far."""
    for role, email in PEOPLE.items():
        add_account(context, email, role, PASSWORD, "shots")
    with context.store.read() as session:
        seeker = accounts.by_email(session, PEOPLE[Role.SEEKER])
        recruiter = accounts.by_email(session, PEOPLE[Role.RECRUITER])
        best = [card.opening for card in matches.ranked(session, OCCUPATION_TARGET)][:12]
    save_profile(
        context,
        Profile(
            seeker.profile,
            concepts=concepts_named(["CCSM", "Dynamics 365", "Zendesk", "Budsjettering", "Bemanningsplanlegging"]),
            education="bachelor",
            experience_years=8,
            leadership=True,
            languages=frozenset({"no", "en"}),
            counties=frozenset({"Oslo", "Akershus", "Vestland"}),
        ),
    )
    with context.store.write() as session:
        now = context.clock.now()
        board(session, seeker.id, best, now)
        for name, query, least in (("Ledere i Oslo", "?v=1&q=leder&county=Oslo", 60), ("Alt nytt", "kunde", 70)):
            alerts.add(session, Alert(0, name, seeker.email, seeker.profile, query, least), now)
        shortlist = saved.add_list(session, recruiter.id, "Strøm og tele", now)
        for opening in best[:4]:
            saved.put(session, shortlist, opening, "Ring mandag" if opening == best[0] else "", now)
        saved.report(session, best[5], "wrong", "Fristen står som 15. desember hos arbeidsgiveren.", now)


def board(session, account, best, now):
    """Saved openings in every state."""
    states = (SavedStatus.SAVED, SavedStatus.SAVED, SavedStatus.APPLIED, SavedStatus.APPLIED, SavedStatus.INTERVIEW)
    notes = ("", "Spør om reisedager", "Sendt 24. november", "", "Mandag kl. 10 med Ane og to til")
    for opening, status, note in zip(best, states, notes, strict=False):
        saved.save(session, account, opening, now, status=status, notes=note)


def enter(page, address, role):
    """Sign in."""
    page.goto(f"{address}/logg-inn")
    page.fill("#email", PEOPLE[role])
    page.fill("#password", PASSWORD)
    page.click("form[action='/logg-inn'] button")


def second_run(page, address):
    """The address of the feed's second run: ads came, changed and went, and there is one to compare it with."""
    page.goto(f"{address}/drift/kjoringer?source=nav_feed")
    return page.locator("table a[href^='/drift/kjoringer/']").nth(1).get_attribute("href")

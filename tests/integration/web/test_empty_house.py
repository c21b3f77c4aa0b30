"""Before the first crawl: every page answers, and says what is not there yet."""

import pytest

from domain.accounts import Role
from domain.clock import FixedClock
from operations.accounts import add_account
from tests.integration.web.conftest import NOON, PASSWORD, PEOPLE, house_in
from tests.integration.web.every_page import PAGES

NEEDS_A_THING = ("/stilling/", "/lister?opening=", "/lister/1", "/min/varsler/1", "/analyse/arbeidsgiver")


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A house without a single ad, and people who look around in it."""
    with house_in(tmp_path_factory.mktemp("empty"), FixedClock(NOON)) as house:
        for role, email in PEOPLE.items():
            add_account(house.context, email, role, PASSWORD, "test")
        yield house


@pytest.mark.parametrize("role", list(PAGES), ids=str)
def test_every_page_answers(empty, role):
    client = empty.visit(role)
    answers = {path: client.get(path).status_code for path in PAGES[role] if not path.startswith(NEEDS_A_THING)}
    refused = {"/finnes-ikke": 404, "/drift": 403 if role is Role.RECRUITER else 200}
    assert answers == {path: refused.get(path, 200) for path in answers}


@pytest.mark.parametrize(
    ("role", "path", "word"),
    [
        (None, "/", "Ingen stillinger passer"),
        (None, "/lonn", "For lite å vise ennå."),
        (Role.SEEKER, "/min", "Ingenting er lagret ennå."),
        (Role.SEEKER, "/min/varsler", "Du har ingen varsler."),
        (Role.SEEKER, "/min/kalender", "Ingen lagrede stillinger har en frist."),
        (Role.SEEKER, "/min/sendt", "Ingenting er sendt ennå."),
        (Role.RECRUITER, "/lister", "Du har ingen lister ennå."),
        (Role.OPERATOR, "/drift/kjoringer", "Aldri"),
        (Role.OPERATOR, "/drift/duplikater", "Ingen stilling er sett mer enn ett sted."),
        (Role.OPERATOR, "/drift/meldinger", "Ingen har meldt feil."),
        (Role.OPERATOR, "/drift/ordliste", "Ingen: alle krav er kjent"),
    ],
)
def test_what_is_not_there_yet_is_said(empty, role, path, word):
    assert word in empty.visit(role).get(path).text

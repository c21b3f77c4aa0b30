"""Every page of every role is there, on both databases."""

import pytest

from domain.accounts import Role
from tests.integration.web.conftest import PEOPLE
from tests.integration.web.every_page import PAGES, furnish

OTHERWISE = {"/finnes-ikke": 404}


@pytest.mark.parametrize("role", list(PAGES), ids=str)
def test_every_page_answers(house, role):
    furnish(house, PEOPLE)
    client = house.visit(role)
    expected = OTHERWISE | ({"/drift": 403} if role is Role.RECRUITER else {})
    answers = {path: client.get(path).status_code for path in PAGES[role]}
    assert answers == {path: expected.get(path, 200) for path in answers}

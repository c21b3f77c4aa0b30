"""A host gets so many requests a day, over all runs and sources: by command, against a real server."""

import json

import pytest

from tests.support.command import Home
from tests.support.fault_server import FaultServer, page

JOBS = {"jobs": [{"id": 1, "title": "Kundeservicesjef", "employer": "Fjord AS", "summary": "Du leder."}]}


@pytest.fixture
def server():
    listed = {**JOBS, "meta": {"jobCountTotal": 1}}
    with FaultServer({"/v3/jobs": page(json.dumps(listed), Content_Type="application/json")}) as running:
        yield running


def test_what_the_day_has_left_bounds_the_next_run_and_the_one_after_is_not_begun(tmp_path, server):
    home = Home(tmp_path, {"jobbnorge": {"base_url": server.url("").rstrip("/")}})
    with home.config.open("a", encoding="utf-8") as file:
        file.write("[crawl]\nrequests_per_day = 3\n")
    assert home.crawl("jobbnorge")["jobbnorge"]["state"] == "complete"
    asked = len(server.arrivals)
    assert asked == 2, "robots.txt and the list"
    second = home.crawl("jobbnorge")["jobbnorge"]
    assert (second["state"], "1 requests" in second["reason"]) == ("capped", True)
    assert home.jobbvakt("crawl", "jobbnorge", "--no-match") is None
    assert home.code == 1
    assert "today's requests are used up" in home.errors
    assert "requests_per_day" in home.errors
    assert len(server.arrivals) == asked + 1

"""What an answer to robots.txt means, and that everybody waits for the one answer."""

import asyncio

import pytest

from crawler.policy.errors import FetchError
from crawler.policy.robots import MAX_BYTES, RobotsGate, origin_of, rules_from
from domain.runs import ProblemCode

PAGE = "https://a.example/jobs/1"


@pytest.mark.parametrize(
    ("body", "allows"),
    [
        (b"", True),
        (b"User-agent: *\nDisallow: /", False),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /", False),
        (b"User-agent: *\r\nDisallow: /jobs/\r\n", False),
        (b"User-agent: *\nDisallow: /other/", True),
        (b"User-agent: *\nDisallow: /\nUser-agent: Jobbvakt\nAllow: /", True),
        (b"User-agent: jobbvakt\nDisallow: /jobs\nUser-agent: *\nAllow: /", False),
        (b"User-agent: *\nDisallow: /jobs\nAllow: /jobs/1", True),
        (b"<!doctype html><title>Hello</title>", True),
        (b"\x00\xff\xfe rubbish", True),
    ],
)
def test_rules_are_read(body: bytes, allows: bool) -> None:
    assert rules_from(200, body).allows(PAGE) is allows


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_client_error_means_that_there_are_no_rules(status: int) -> None:
    assert rules_from(status, b"User-agent: *\nDisallow: /").allows(PAGE)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 302, 100])
def test_no_proper_answer_means_no(status: int) -> None:
    rules = rules_from(status, b"User-agent: *\nAllow: /")
    assert not rules.allows(PAGE)
    assert str(status) in rules.refusal


def test_robots_txt_itself_may_be_read_unless_it_does_not_answer() -> None:
    assert rules_from(200, b"User-agent: *\nDisallow: /").allows("https://a.example/robots.txt")
    assert not rules_from(503, b"").allows("https://a.example/robots.txt")


def test_a_long_file_is_read_up_to_its_limit_and_never_half_a_rule() -> None:
    filler = b"# " + b"x" * 997 + b"\n"
    head = b"User-agent: *\nDisallow: /secret\n" + filler * ((MAX_BYTES - 40) // 1000)
    cut_rule = head + b"#" * (MAX_BYTES - len(head) - len(b"\nDisallow: /")) + b"\nDisallow: /only-this-one\n"
    rules = rules_from(200, cut_rule)
    assert rules.allows(PAGE)
    assert not rules.allows("https://a.example/secret")


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [("2", 2), ("0.5", 0.5), ("600", 30), ("0", 0), ("-3", 0), ("soon", 0), ("nan", 0), ("inf", 0)],
)
def test_crawl_delay_is_read_within_bounds(delay: str, seconds: float) -> None:
    assert rules_from(200, f"User-agent: *\nCrawl-delay: {delay}".encode()).delay == seconds


@pytest.mark.parametrize("parallel", [1, 2, 16])
def test_everybody_waits_for_one_answer(parallel: int) -> None:
    asked = []

    async def fetch(url: str) -> tuple[int, bytes]:
        asked.append(url)
        await asyncio.sleep(0.01)
        return 200, b"User-agent: *\nDisallow: /"

    async def run() -> list[object]:
        gate = RobotsGate(fetch)
        return await asyncio.gather(*(gate.check(f"{PAGE}?{n}") for n in range(parallel)), return_exceptions=True)

    answers = asyncio.run(run())
    assert asked == ["https://a.example/robots.txt"]
    assert all(isinstance(answer, FetchError) and answer.code is ProblemCode.ROBOTS for answer in answers)


def _check(error: FetchError) -> FetchError:
    async def fetch(_: str) -> tuple[int, bytes]:
        raise error

    with pytest.raises(FetchError) as caught:
        asyncio.run(RobotsGate(fetch).check(PAGE))
    return caught.value


@pytest.mark.parametrize("code", [ProblemCode.UNREACHABLE, ProblemCode.ADDRESS, ProblemCode.BUDGET])
def test_a_host_that_cannot_be_had_at_all_is_not_blamed_on_robots(code: ProblemCode) -> None:
    error = FetchError(code, "no", url=PAGE)
    assert _check(error) is error


@pytest.mark.parametrize("code", [ProblemCode.SERVER_ERROR, ProblemCode.THROTTLED, ProblemCode.TRUNCATED])
def test_an_unread_robots_txt_forbids_everything_and_says_why(code: ProblemCode) -> None:
    error = _check(FetchError(code, "no", url=PAGE, why="took too long"))
    assert error.code is ProblemCode.ROBOTS
    assert "took too long" in error.message


def test_a_waiter_that_gives_up_does_not_spoil_the_answer_for_others() -> None:
    async def fetch(_: str) -> tuple[int, bytes]:
        await asyncio.sleep(0.02)
        return 404, b""

    async def run() -> bool:
        gate = RobotsGate(fetch)
        first = asyncio.create_task(gate.check(PAGE))
        second = asyncio.create_task(gate.check(PAGE))
        await asyncio.sleep(0)
        first.cancel()
        return (await second).allows(PAGE)

    assert asyncio.run(run())


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("HTTPS://A.example:8443/x?y#z") == "https://a.example:8443"

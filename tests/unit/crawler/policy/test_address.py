"""The address guard, against every spelling of an address that no crawl may reach."""

import pytest

from crawler.policy.address import Guard, parse_address
from crawler.policy.errors import FetchError
from domain.addresses import allowed
from domain.runs import ProblemCode
from domain.sources import Portal, Source, Terms

PORTAL = Portal("Test", "https://test.example", "NO", Terms.OFFICIAL)

FORBIDDEN = [
    "127.0.0.1",
    "127.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "10.0.0.1",
    "10.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "192.168.257",
    "100.64.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "[::1]",
    "0:0:0:0:0:0:0:1",
    "::ffff:127.0.0.1",
    "[::ffff:7f00:1]",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "100::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
PUBLIC = ["8.8.8.8", "134744072", "0x08080808", "2a00:1450:400f::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("host", FORBIDDEN)
def test_a_special_purpose_address_is_refused_in_every_spelling(host: str) -> None:
    address = parse_address(host)
    assert address is not None
    assert not allowed(address, loopback=False)


@pytest.mark.parametrize("host", PUBLIC)
def test_a_public_address_is_allowed(host: str) -> None:
    address = parse_address(host)
    assert address is not None
    assert allowed(address, loopback=False)


@pytest.mark.parametrize("host", FORBIDDEN)
def test_allow_loopback_opens_loopback_and_nothing_else(host: str) -> None:
    address = parse_address(host)
    assert address is not None
    # ::127.0.0.1 is the withdrawn "compatible" form (RFC 4291, 2.5.5.1): no system routes it to loopback.
    inside = ("127.", "0x7f", "0177.", "017700000001", "2130706433", "::1", "[::1]", "0:0:0:0:0:0:0:1")
    embedded = ("::ffff:127", "[::ffff:7f", "64:ff9b::127", "2002:7f00")
    assert allowed(address, loopback=True) == (host in inside or host.startswith((*inside[:3], *embedded)))


@pytest.mark.parametrize("host", ["jobs.example.org", "localhost", "1.2.3.4.5", "0x", "", "a.b", "ff"])
def test_a_name_is_no_address(host: str) -> None:
    assert parse_address(host) is None


def _guard(base_url: str = "https://www.acme.example/jobs", *, loopback: bool = False, **options: object) -> Guard:
    return Guard(Source("a", "b", PORTAL, base_url, allow_loopback=loopback, options=options), ["api.vendor.example"])


@pytest.mark.parametrize(
    "url",
    [
        "https://www.acme.example/jobs/1",
        "https://acme.example/",
        "https://jobs.acme.example/",
        "http://www.acme.example/",
        "https://www.acme.example:443/",
        "https://WWW.ACME.example./",
        "https://api.vendor.example/v1",
    ],
)
def test_the_sources_own_hosts_are_let_through(url: str) -> None:
    _guard().check(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.acme.example:8443/",
        "http://www.acme.example:22/",
        "ftp://www.acme.example/",
        "file:///etc/passwd",
        "gopher://www.acme.example/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "https:///nohost",
        "https://user:secret@www.acme.example/",
        "https://www.acme.example:99999/",
        "https://[::1",
        "//www.acme.example/",
        "/relative",
        "",
    ],
)
@pytest.mark.parametrize("redirected", [False, True])
def test_other_schemes_and_ports_are_refused(url: str, redirected: bool) -> None:
    with pytest.raises(FetchError) as caught:
        _guard().check(url, redirected=redirected)
    assert caught.value.code is ProblemCode.ADDRESS


@pytest.mark.parametrize("host", ["evil.example", "notacme.example", "acme.example.evil.example", "8.8.8.8"])
def test_a_host_that_is_not_the_sources_is_refused(host: str) -> None:
    with pytest.raises(FetchError, match="not one of this source's hosts"):
        _guard().check(f"https://{host}/")


def test_a_redirect_to_another_public_host_makes_it_one_of_the_sources() -> None:
    guard = _guard()
    guard.check("https://career.vendor.test/acme", redirected=True)
    guard.check("https://career.vendor.test/acme/1")


def test_a_host_of_the_sources_table_is_let_through() -> None:
    _guard(hosts=["ads.elsewhere.example"]).check("https://ads.elsewhere.example/1")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "127.0.0.2", "[::ffff:127.0.0.1]"])
@pytest.mark.parametrize("redirected", [False, True])
def test_loopback_is_refused_unless_the_source_allows_it(host: str, redirected: bool) -> None:
    with pytest.raises(FetchError) as caught:
        _guard().check(f"http://{host}/", redirected=redirected)
    assert "allow_loopback = true" in caught.value.message


def test_a_loopback_source_reaches_its_own_address_under_any_of_its_names() -> None:
    guard = _guard("http://127.0.0.1:8000", loopback=True)
    for host in ("127.0.0.1", "localhost", "[::1]"):
        guard.check(f"http://{host}:8000/ad")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.2:8000/",
        "http://127.0.0.1:5432/",
        "http://127.0.0.1/",
        "http://127.0.0.1:443/",
        "http://localtest.example:8000/",
        "http://169.254.169.254/",
        "http://10.0.0.1:8000/",
    ],
)
@pytest.mark.parametrize("redirected", [False, True])
def test_a_loopback_source_is_not_led_anywhere_else(url: str, redirected: bool) -> None:
    with pytest.raises(FetchError):
        _guard("http://127.0.0.1:8000", loopback=True).check(url, redirected=redirected)

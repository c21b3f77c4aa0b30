"""The resolver: what it hands on is what may be connected to, however often a name changes its mind."""

from typing import Any

import pytest
from scrapy.resolver import dnscache
from twisted.internet.address import IPv4Address, IPv6Address

from crawler.policy import resolver
from crawler.policy.resolver import GuardedResolver


class _Dns:
    """Stands for the reactor and its resolver; answers with one list of addresses after the other."""

    def __init__(self, *answers: list[str]) -> None:
        self.nameResolver = self
        self.answers = list(answers)

    def resolveHostName(self, receiver: Any, host: str, port: int, *_: object) -> Any:
        receiver.resolutionBegan(None)
        for text in self.answers.pop(0):
            kind = IPv6Address if ":" in text else IPv4Address
            receiver.addressResolved(kind("TCP", text, port))
        receiver.resolutionComplete()
        return receiver


class _Receiver:
    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.complete = False

    def resolutionBegan(self, _: object) -> None: ...

    def addressResolved(self, address: Any) -> None:
        self.addresses.append(address.host)

    def resolutionComplete(self) -> None:
        self.complete = True


def _resolve(guarded: GuardedResolver, host: str = "portal.example") -> list[str]:
    receiver = _Receiver()
    guarded.resolveHostName(receiver, host, 80)
    assert receiver.complete
    return receiver.addresses


def _guarded(dns: _Dns, *, loopback: bool = False, cache: int = 0) -> GuardedResolver:
    guarded = GuardedResolver(dns, cache)
    guarded.loopback = loopback
    return guarded


@pytest.fixture(autouse=True)
def _forget() -> Any:
    yield
    resolver.refused.clear()
    dnscache.clear()


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1", "::ffff:10.0.0.1"])
def test_an_address_that_no_crawl_may_reach_is_kept_back_and_noted(address: str) -> None:
    assert _resolve(_guarded(_Dns([address]))) == []
    assert resolver.refused == {"portal.example": address}


def test_of_several_addresses_only_the_public_ones_are_handed_on() -> None:
    dns = _Dns(["127.0.0.1", "93.184.216.34", "192.168.0.1", "2606:2800:220:1::1"])
    assert _resolve(_guarded(dns)) == ["93.184.216.34", "2606:2800:220:1::1"]


@pytest.mark.parametrize("cache", [0, 100])
def test_a_name_that_changes_its_mind_gains_nothing(cache: int) -> None:
    guarded = _guarded(_Dns(["93.184.216.34"], ["127.0.0.1"]), cache=cache)
    assert _resolve(guarded) == ["93.184.216.34"]
    assert "127.0.0.1" not in _resolve(guarded)


def test_a_cached_bad_address_is_refused_again() -> None:
    guarded = _guarded(_Dns(["127.0.0.1"]), cache=100)
    assert _resolve(guarded) == _resolve(guarded) == []


def test_a_source_that_may_use_loopback_gets_loopback_and_nothing_else() -> None:
    assert _resolve(_guarded(_Dns(["127.0.0.1", "10.0.0.1"]), loopback=True)) == ["127.0.0.1"]

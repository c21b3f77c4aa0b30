"""One domain gets no more mails in a minute than it may, whoever sends them; other domains do not wait for it."""

from collections import Counter
from datetime import timedelta

from domain.clock import FixedClock
from operations.notify import deliver_due
from storage.engine import Store
from tests.integration.alerts.test_chats import MAIL
from tests.integration.alerts.test_never_twice import Postbox
from tests.integration.alerts.world import add_alert, add_opening, compose_due


def owed(store: Store, clock: FixedClock, *addresses: str) -> None:
    add_opening(store, clock, "a")
    for address in addresses:
        add_alert(store, clock, name=address, email=address)
    compose_due(store, clock, MAIL)


def sent(store: Store, clock: FixedClock, postbox: Postbox) -> Counter[str]:
    """Mails of one round by domain."""
    before = Counter({address: len(mails) for address, mails in postbox.got.items()})
    deliver_due(store, clock, postbox, MAIL.sender, worker="w", per_minute=3)
    after = Counter({address: len(mails) for address, mails in postbox.got.items()})
    return Counter(address.partition("@")[2].lower() for address in (after - before).elements())


def test_a_domain_is_served_at_its_pace_and_others_at_once(store: Store, clock: FixedClock) -> None:
    owed(store, clock, *(f"r{n}@Big.example.no" for n in range(8)), "a@small.example.no", "b@notbig.example.no")
    postbox = Postbox()
    first = sent(store, clock, postbox)
    assert first == {"big.example.no": 3, "small.example.no": 1, "notbig.example.no": 1}
    clock.sleep(30)  # another program, in the same minute
    assert sent(store, clock, postbox) == {}
    clock.sleep(31)
    assert sent(store, clock, postbox) == {"big.example.no": 3}
    clock.set(clock.now() + timedelta(minutes=2))
    assert sent(store, clock, postbox) == {"big.example.no": 2}
    assert len(postbox.got) == 10


def test_without_a_limit_everybody_is_served(store: Store, clock: FixedClock) -> None:
    owed(store, clock, *(f"r{n}@big.example.no" for n in range(8)))
    assert deliver_due(store, clock, Postbox(), MAIL.sender, worker="w").sent == 8

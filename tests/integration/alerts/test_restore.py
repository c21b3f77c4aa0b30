"""A backup of three days ago is put back: nothing that had gone out since goes out again."""

from datetime import timedelta
from pathlib import Path

from domain.clock import FixedClock
from tests.integration.alerts.world import add_opening
from tests.support.command import NOON, Home


def test_nothing_is_sent_again_after_a_restore_until_the_operator_says_so(tmp_path: Path) -> None:
    home = Home(tmp_path, {}, now=NOON.now())
    add(home, "a", days=0)
    home.jobbvakt("alert", "add", "--email", "kari@example.no")
    home.jobbvakt("digest", "--no-send")
    backup = tmp_path / "three-days-ago.db"
    home.jobbvakt("db", "backup", str(backup))
    at(home, days=0, minutes=5)
    assert home.jobbvakt("deliver")["sent"] == 1
    for days in (1, 2, 3):
        add(home, f"b{days}", days=days)
        at(home, days=days)
        assert home.jobbvakt("digest")["delivery"]["sent"] == 1
    home.jobbvakt("db", "restore", str(backup))
    before = mails(home)
    at(home, days=3, minutes=10)
    add(home, "b3", days=3)  # the next crawl brings it back, and nobody remembers having told of it
    for _ in range(2):
        assert home.jobbvakt("digest")["delivery"]["sent"] == 0
        assert home.jobbvakt("deliver")["sent"] == 0
    assert mails(home) == before
    assert home.jobbvakt("deliver", "--discard")["sent"] == 0
    add(home, "c", days=4)
    at(home, days=4)
    assert home.jobbvakt("digest")["delivery"]["sent"] == 1
    assert len(mails(home)) == len(before) + 1
    assert b"Kundeservicesjef c" in (tmp_path / "outbox" / (mails(home) - before).pop()).read_bytes()


def at(home: Home, *, days: int, minutes: int = 0) -> None:
    home.now = (NOON.now() + timedelta(days=days, minutes=minutes)).isoformat()


def add(home: Home, ref: str, *, days: int) -> None:
    with home.store() as store:
        add_opening(store, FixedClock(NOON.now() + timedelta(days=days)), ref)


def mails(home: Home) -> set[str]:
    return {path.name for path in (home.folder / "outbox").glob("*.eml")}

"""Only one holder at a time, on each database."""

import threading
import time

import pytest

from storage.engine import Store


def test_the_second_waits_until_the_first_is_done(store: Store) -> None:
    told: list[str] = []

    def second() -> None:
        with store.one_at_a_time("match"):
            told.append("second")

    with store.one_at_a_time("match"):
        other = threading.Thread(target=second)
        other.start()
        time.sleep(0.2)
        told.append("first")
    other.join(10)
    assert told == ["first", "second"]


def test_what_is_called_otherwise_does_not_wait(store: Store) -> None:
    with store.one_at_a_time("match"), store.one_at_a_time("other"), store.write():
        pass


def test_a_failure_lets_go(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.one_at_a_time("match"):
        raise ZeroDivisionError
    with store.one_at_a_time("match"):
        pass

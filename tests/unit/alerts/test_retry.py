"""Back-off of messages that did not go."""

from datetime import timedelta

import pytest

from alerts.channels import Result
from alerts.channels.replies import Stage, classify
from alerts.retry import LONGEST_DELAY, delay, gives_up, waited

_BOTH = {Stage.RCPT, Stage.DATA}


def test_the_wait_doubles_from_a_minute_to_four_hours() -> None:
    minutes = [delay(attempt) / timedelta(minutes=1) for attempt in range(1, 12)]
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]
    assert delay(10_000) == LONGEST_DELAY


def test_a_message_is_given_up_after_a_day_but_not_before() -> None:
    last = next(attempt for attempt in range(1, 100) if gives_up(attempt, on_hold=False))
    assert waited(last) >= timedelta(hours=24) > waited(last - 1)


def test_what_only_the_operator_can_mend_is_kept_a_week() -> None:
    last = next(attempt for attempt in range(1, 100) if gives_up(attempt, on_hold=True))
    assert waited(last) >= timedelta(days=7) > waited(last - 1)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("code", [421, 450, 451, 452, 454, -1, 354])
def test_every_4xx_and_every_broken_reply_is_tried_again(stage: Stage, code: int) -> None:
    assert classify(stage, code, "4.2.0 try again") is Result.TEMPORARY


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("code", [500, 501, 550, 551, 553, 554])
def test_5xx_is_for_this_message_only_where_the_message_was_spoken_of(stage: Stage, code: int) -> None:
    assert classify(stage, code, "no") is (Result.PERMANENT if stage in _BOTH else Result.STOP)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("code", [530, 534, 535, 538])
def test_a_refused_log_in_stops_the_queue_wherever_it_is_told(stage: Stage, code: int) -> None:
    assert classify(stage, code, "log in first") is Result.STOP


@pytest.mark.parametrize("stage", [Stage.RCPT, Stage.DATA, Stage.MAIL])
def test_policy_stops_the_queue(stage: Stage) -> None:
    assert classify(stage, 554, "5.7.1 relay access denied") is Result.STOP
    assert classify(stage, 550, "5.7.26 unauthenticated sender") is Result.STOP


def test_a_message_that_is_too_big_is_alone_to_blame() -> None:
    assert classify(Stage.MAIL, 552, "5.3.4 too big") is Result.PERMANENT

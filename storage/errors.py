"""What storage raises; every message says what to do next."""

from collections.abc import Sequence
from datetime import date

from domain.errors import JobbvaktError, NothingFoundError


class StoreError(JobbvaktError):
    """The store cannot be opened, read or written."""


class StoreBusyError(StoreError):
    """Another writer held the store for longer than the busy time-out."""


class NotStoredError(NothingFoundError):
    """The thing asked for is not in the store."""


class RunAlreadyLiveError(StoreError):
    """The source is being crawled already; ``run_id`` is the live run."""

    def __init__(self, source: str, run_id: int) -> None:
        self.run_id = run_id
        super().__init__(
            "a run of this source is live already",
            which=source,
            why=f"run {run_id} has not ended",
            remedy=f"wait for it, or stop it with: jobbvakt runs cancel {run_id}",
        )


class RunEndedError(StoreError):
    """The run has been ended by somebody else (cancelled, or taken for dead): what was to be stored is given up."""

    def __init__(self, run_id: int) -> None:
        super().__init__(
            "the run is over",
            which=f"run {run_id}",
            why="it was ended by somebody else, or never began",
            remedy="start a new run; what was stored up to then is kept",
        )


class DigestExistsError(StoreError):
    """The digest of that alert and local date has been composed; a second one would tell people twice."""

    def __init__(self, alert_id: int, local_date: date) -> None:
        super().__init__(
            "this digest has been composed already",
            which=f"alert {alert_id}, {local_date}",
            why="an alert has one digest for each local date",
            remedy="nothing to do; the next one is due on the next date",
        )


class DeliveryExistsError(StoreError):
    """There is such a message of this alert: a second one would tell people twice."""

    def __init__(self, about: str) -> None:
        super().__init__(
            "this message has been written already",
            which=about,
            why="each message is written once",
            remedy="nothing to do; another process was faster",
        )


class KnownMeanwhileError(StoreError):
    """Somebody else has told a person what was about to be told."""

    def __init__(self, account_id: int, opening_id: int) -> None:
        super().__init__(
            "the saver has heard of this already",
            which=f"account {account_id}, opening {opening_id}",
            why="another process told them",
            remedy="look again at what is new to them",
        )


class AlreadyToldError(StoreError):
    """The digest holds an opening that the alert has been told of before."""

    def __init__(self, alert_id: int, posting_ids: Sequence[int]) -> None:
        super().__init__(
            "the alert has been told of this before",
            which=f"alert {alert_id}, postings {', '.join(map(str, posting_ids))}",
            why="these postings are in its ledger",
            remedy="leave their openings out (deliveries.unsent_openings) and compose the digest again",
        )

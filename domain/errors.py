"""One family of errors: each says what failed, which thing, why, and what to do about it."""


class JobbvaktError(Exception):
    """Base of every error meant for a person.

    ``what`` is a constant phrase, ``which`` names the thing, ``why`` gives the cause and ``remedy`` the next step;
    the message joins those that are given. ``exit_code`` is what the command line ends with.
    """

    exit_code = 1

    def __init__(self, what: str, *, which: str = "", why: str = "", remedy: str = "") -> None:
        self.what, self.which, self.why, self.remedy = what, which, why, remedy
        super().__init__(": ".join(part for part in (what, which, why) if part))

    def as_dict(self) -> dict[str, str]:
        """The same four parts as JSON-ready text."""
        return {"error": self.what, "which": self.which, "why": self.why, "remedy": self.remedy}


class UsageError(JobbvaktError):
    """The command's words are off. Exit code 2."""

    exit_code = 2


class NothingFoundError(JobbvaktError):
    """What was asked for does not exist. Exit code 3."""

    exit_code = 3


class ConfigurationError(JobbvaktError):
    """A setting is wrong or missing. Exit code 5."""

    exit_code = 5

"""Messages that are kept word for word."""

from pathlib import Path

import pytest

from alerts.digest import Message

FOLDER = Path(__file__).parents[3] / "fixtures" / "digests"


def is_golden(message: Message, name: str, language: str) -> None:
    """Hold subject and both parts against the files of ``name``.

    A file that is missing is made anew, and the test fails: look at the change before you commit it.
    """
    for ending, content in (("txt", f"{message.subject}\n\n{message.text}"), ("html", message.html)):
        file = FOLDER / (f"{name}.{ending}" if language == "nb" else f"{name}.{language}.{ending}")
        if not file.exists():
            file.write_text(content, encoding="utf-8")
            pytest.fail(f"{file.name} was missing and has been written: read it, then run again")
        assert content == file.read_text(encoding="utf-8")

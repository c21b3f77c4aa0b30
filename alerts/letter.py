"""Short mails about an alert itself: please confirm it, is it still wanted."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from alerts.cleaning import one_line
from alerts.digest import Message
from alerts.languages import words
from alerts.phrases import day_in_words
from alerts.render import LETTER, render
from alerts.wire import written
from alerts.words import LetterWords
from domain.alerts import Alert

NAME = 80


def confirmation(alert: Alert, now: datetime, link: str) -> Message:
    """The mail to an address that has not said yet that it wants the alert; ``link`` opens the page to say so."""
    return _letter(alert, now, words(alert.language).confirm, link, "")


def renewal(alert: Alert, now: datetime, until: date, link: str, unsubscribe: str) -> Message:
    """The mail that asks whether the alert is still wanted; it lapses on ``until``. Without ``link``: the command."""
    return _letter(alert, now, words(alert.language).renewal, link, unsubscribe, until)


def _letter(
    alert: Alert, now: datetime, told: LetterWords, link: str, unsubscribe: str, until: date | None = None
) -> Message:
    language, name = words(alert.language), one_line(alert.name, NAME)
    today = now.astimezone(ZoneInfo(alert.zone)).date()
    day = day_in_words(until, today, language) if until else ""
    subject = told.subject.format(name=name)
    values = {
        "w": language,
        "subject": subject,
        "heading": subject,
        "paragraphs": [part.format(name=name, day=day) for part in told.paragraphs],
        "button": told.button,
        "link": link,
        "by_command": told.by_command,
        "command": f"jobbvakt alert resume {alert.id}",
        "why": language.why.format(name=name) + ".",
        "unsubscribe": unsubscribe,
    }
    text, html = render(values, LETTER)
    return Message(alert.id, today, language.tag, subject, written(text), written(html), (), ())

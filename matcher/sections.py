"""The parts of an ad: requirements, wishes, duties, offer, the employer …"""

from enum import StrEnum


class Section(StrEnum):
    """What a passage is about."""

    number: int
    """Its place in this list."""

    MUST = "must"
    NICE = "nice"
    TRAITS = "traits"
    TASKS = "tasks"
    ROLE = "role"
    OFFER = "offer"
    EMPLOYER = "employer"
    PRACTICAL = "practical"
    CONTACT = "contact"
    NEGATED = "negated"
    WISH = "wish"
    """*Vi ønsker …*: wishes below a heading that demands, else what is asked. Not a section of any passage."""
    NONE = "none"
    HEADING = "heading"
    """The heading itself."""


for _number, _section in enumerate(Section):
    _section.number = _number


Mark = tuple[Section, bool]
"""A block's section, and whether the heading speaks of it directly."""
AS_HEADING: Mark = (Section.HEADING, False)

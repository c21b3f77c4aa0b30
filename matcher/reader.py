"""Reads an ad: mentions, relevance and facts, each with the words it rests on.

One ``Reader`` serves many ads: what it learns of headings and of distinct tokens is kept, so that work is done per
distinct word and not per ad.
"""

import hashlib

from domain.matching import AdText, Mention, Modality, Reading
from matcher import relevance
from matcher.document import prepare
from matcher.finder import Finder
from matcher.headings import HeadingReader
from matcher.mentions import read_mentions
from matcher.occupation import Occupation
from matcher.requirements import read_fields
from matcher.text import HtmlReader
from matcher.vocabulary import Vocabulary, load_vocabulary

RULES_VERSION = "22"
"""Raised when the reading changes while vocabulary and occupation stay the same."""


class Reader:
    """Reads ads for one occupation with one vocabulary."""

    def __init__(self, occupation: Occupation, vocabulary: Vocabulary | None = None) -> None:
        self.occupation = occupation
        self.vocabulary = vocabulary or load_vocabulary()
        self._finder = Finder(self.vocabulary)
        self._html = HtmlReader()
        self._headings = HeadingReader()
        parts = f"{RULES_VERSION}/{self.vocabulary.version}/{occupation.id}/{occupation.version}"
        self.version = f"{RULES_VERSION}-{hashlib.sha256(parts.encode()).hexdigest()[:12]}"

    def read(self, ad: AdText) -> Reading:
        """Everything the matcher reads in ``ad``. Never fails on an ad's content."""
        document = prepare(ad, self._html, self._headings, self._finder.book)
        mentions = read_mentions(document)
        fields = read_fields(document, leads_nobody=relevance.leads_nobody(document) or _leads_nobody(mentions))
        return Reading(
            language=document.language,
            text=document.text,
            mentions=mentions,
            fields=fields,
            relevance=relevance.judge(document, mentions, self.occupation),
            vocabulary_version=self.version,
        )


def _leads_nobody(mentions: tuple[Mention, ...]) -> bool:
    return any(
        mention.concept == "skill.people_management" and mention.modality is Modality.NEGATED for mention in mentions
    )

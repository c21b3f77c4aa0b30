"""From clauses to the match expression of each database, by way of the dictionary of distinct words.

A word of three letters or more is looked up inside longer words (``sjef`` in ``kundeservicesjef``); shorter ones must
stand at the beginning. The dictionary gives the words that exist, and the index is asked for these.
"""

from collections.abc import Iterable

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from domain.searching import Clause, Term
from storage.search_words import query_lemmas
from storage.tables_search import SEARCH_TERM

INSIDE_FROM = 3
MOST_WORDS = 400
"""Words that one piece may stand for; the shortest are taken."""


def expressions(session: Session, clauses: Iterable[Clause]) -> tuple[str | None, list[str]]:
    """(what must be there, what must not) as match expressions; None when nothing must.

    A clause whose words stand nowhere gives an expression that no opening fits.
    """
    writer = _Sqlite() if session.get_bind().dialect.name == "sqlite" else _Postgres()
    wanted: list[str] = []
    unwanted: list[str] = []
    for clause in clauses:
        told = writer.any([_term(session, term, writer) for term in clause.terms])
        (unwanted if clause.negated else wanted).append(told)
    return (writer.all(wanted) if wanted else None), unwanted


def word_variants(session: Session, term: Term) -> list[str]:
    """The words of the store that a term of one word stands for."""
    (word,) = term.words
    if term.exact:
        return [word]
    if term.prefix or len(word) < INSIDE_FROM:
        return _known(session, f"{word}%")
    variants = _containing(session, word)
    if "oe" in word:  # soerlandet, from keyboards without ø
        variants += _containing(session, word.replace("oe", "o"))
    return list(dict.fromkeys([*variants, *sorted(query_lemmas(word))]))


def _term(session: Session, term: Term, writer: "_Sqlite | _Postgres") -> str:
    if len(term.words) == 1:
        return writer.any([writer.word(word) for word in word_variants(session, term)])
    return writer.phrase(term.words, prefix=term.prefix)


def _containing(session: Session, piece: str) -> list[str]:
    if session.get_bind().dialect.name != "sqlite":
        return _known(session, f"%{piece}%")
    statement = text(
        "SELECT term FROM search_term WHERE id IN (SELECT rowid FROM search_term_index "
        "WHERE search_term_index MATCH :piece) ORDER BY length(term), term LIMIT :most"
    )
    return list(session.execute(statement, {"piece": f'"{piece}"', "most": MOST_WORDS}).scalars())


def _known(session: Session, pattern: str) -> list[str]:
    term = SEARCH_TERM.c.term
    statement = select(term).where(term.like(pattern)).order_by(text("length(term), term")).limit(MOST_WORDS)
    return list(session.execute(statement).scalars())


class _Sqlite:
    """FTS5's grammar (sqlite.org/fts5.html, section 3). Words hold letters and digits only, and are quoted anyway."""

    nothing = '"\ue000"'
    """A word that stands nowhere: private use characters are no part of a word."""

    def word(self, word: str) -> str:
        return f'"{word}"'

    def phrase(self, words: Iterable[str], *, prefix: bool) -> str:
        return f'"{" ".join(words)}"' + (" *" if prefix else "")

    def any(self, options: list[str]) -> str:
        return f"({' OR '.join(options)})" if options else self.nothing

    def all(self, options: list[str]) -> str:
        return " AND ".join(options)


class _Postgres:
    """The grammar of ``tsquery``."""

    nothing = "'\ue000'"

    def word(self, word: str) -> str:
        return f"'{word}'"

    def phrase(self, words: Iterable[str], *, prefix: bool) -> str:
        return f"({' <-> '.join(map(self.word, words))}{':*' if prefix else ''})"

    def any(self, options: list[str]) -> str:
        return f"({' | '.join(options)})" if options else self.nothing

    def all(self, options: list[str]) -> str:
        return " & ".join(options)

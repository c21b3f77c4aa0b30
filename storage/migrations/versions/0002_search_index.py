"""The search index: entries, values, words, the dictionary, and the full-text tables of each database."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables; they are filled by the next match, or at once by ``jobbvakt db reindex``."""
    _entries()
    _words()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(title, employer, place, body, lemmas, "
            "content='search_words', content_rowid='opening_id', tokenize='unicode61 remove_diacritics 0')"
        )
        op.execute(
            "CREATE VIRTUAL TABLE search_term_index USING fts5(term, content='search_term', content_rowid='id', "
            "tokenize='trigram')"
        )
    else:
        op.execute(
            "CREATE INDEX search_index_words ON search_words USING gin (to_tsvector('simple', "
            "title || ' ' || employer || ' ' || place || ' ' || body || ' ' || lemmas))"
        )


def _entries() -> None:
    op.create_table(
        "search_entry",
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_search_entry_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("published", UTC, nullable=False),
        sa.Column("first_seen", UTC, nullable=False),
        sa.Column("closed_at", UTC, nullable=True),
        sa.Column("deadline_order", sa.Date(), nullable=False),
        sa.Column("salary_low", sa.Integer(), nullable=True),
        sa.Column("salary_high", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("employer", sa.String(), nullable=False),
        sa.Column("employer_orgnr", sa.String(), nullable=True),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("opening_id", name="pk_search_entry"),
    )
    op.create_index("ix_search_entry_open_score", "search_entry", ["is_open", "score", "deadline_order"])
    op.create_index("ix_search_entry_open_published", "search_entry", ["is_open", "published"])
    op.create_index("ix_search_entry_open_deadline", "search_entry", ["is_open", "deadline_order"])


def _words() -> None:
    def entry(name: str) -> sa.ForeignKey:
        return sa.ForeignKey("search_entry.opening_id", ondelete="CASCADE", name=name)

    op.create_table(
        "search_value",
        sa.Column("opening_id", sa.Integer(), entry("fk_search_value_opening_id_search_entry"), nullable=False),
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("opening_id", "facet", "value", name="pk_search_value"),
    )
    op.create_index("ix_search_value_facet_value", "search_value", ["facet", "value", "opening_id"])
    op.create_table(
        "search_words",
        sa.Column("opening_id", sa.Integer(), entry("fk_search_words_opening_id_search_entry"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "employer", "place", "body", "lemmas")),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("opening_id", name="pk_search_words"),
    )
    op.create_table(
        "search_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_term"),
        sa.UniqueConstraint("term", name="uq_search_term_term"),
    )

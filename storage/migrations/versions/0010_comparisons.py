"""What is kept of postings that were compared, so that the next crawl compares only what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the tables, empty: the next match run compares every posting once."""
    op.create_table(
        "compared",
        _posting("compared", "posting_id"),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", name="pk_compared"),
    )
    op.create_table(
        "compared_key",
        _posting("compared_key", "posting_id"),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", "key", name="pk_compared_key"),
    )
    op.create_index("ix_compared_key_key", "compared_key", ["key"])
    op.create_table(
        "likeness",
        _posting("likeness", "first"),
        _posting("likeness", "second"),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_likeness"),
    )
    op.create_index("ix_likeness_second", "likeness", ["second"])


def _posting(table: str, name: str) -> sa.Column[int]:
    key = sa.ForeignKey("posting.id", ondelete="CASCADE", name=f"fk_{table}_{name}_posting")
    return sa.Column(name, sa.Integer(), key, nullable=False)

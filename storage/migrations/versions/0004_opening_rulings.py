"""What people have said about which postings are one opening."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "opening_ruling",
        _posting("first"),
        _posting("second"),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_opening_ruling"),
    )
    op.create_index("ix_opening_ruling_second", "opening_ruling", ["second"])


def _posting(name: str) -> sa.Column[int]:
    key = sa.ForeignKey("posting.id", ondelete="CASCADE", name=f"fk_opening_ruling_{name}_posting")
    return sa.Column(name, sa.Integer(), key, nullable=False)

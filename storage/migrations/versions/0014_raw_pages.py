"""Which kept pages gave a posting, which of its versions only a better parser made, and who asked to be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("posting", sa.Column("raw_pages", sa.Text(), nullable=True))
    op.add_column("posting_version", sa.Column("reread", sa.Boolean(), nullable=True))
    op.create_table(
        "forgotten",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("forgotten_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_forgotten"),
    )

"""Addresses that were refused for good."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "suppressed",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failed_at", UTC, nullable=False),
        sa.Column("suppressed_at", UTC, nullable=True),
        sa.PrimaryKeyConstraint("address", name="pk_suppressed"),
    )

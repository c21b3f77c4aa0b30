"""Alerts are confirmed by their address, and renewed or lapse. Those stored before were wanted when they were made."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add both moments."""
    op.add_column("alert", sa.Column("confirmed_at", UTC, nullable=True))
    op.add_column("alert", sa.Column("renewed_at", UTC, nullable=True))
    op.execute(sa.text("UPDATE alert SET confirmed_at = created_at, renewed_at = created_at"))
    with op.batch_alter_table("alert", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("renewed_at", existing_type=UTC, nullable=False)
